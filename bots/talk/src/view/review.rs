//! What waits for a host: proofs, and people who ask to be let in.

use engine::{Error, Event, PersonId, Platform, Proof, ProofState};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply};

/// The two answers to somebody who wants in.
pub(crate) fn answers(words: Words, event: &Event, person: PersonId, name: &str) -> [Button; 2] {
    let press =
        |what: &str| CallbackId::new("event-review", Some(event.id), &format!("{what}.{person}"));
    let name = [("name", Arg::Text(name))];
    [
        Button::press(words.plain("button-let-in", &name), press("in")).main(),
        Button::press(words.plain("button-turn-down", &name), press("out")),
    ]
}

impl Talk {
    /// What a member showed, for the host to look at; none where that is settled.
    pub(crate) async fn proof(
        &self,
        words: Words,
        platform: Platform,
        proof: Proof,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) = (
            self.engine.events().get(proof.of.event).await?,
            self.engine.people().get(proof.of.person).await?,
        ) else {
            return Ok(None);
        };
        if proof.state != ProofState::Open {
            return Ok(None);
        }
        let args = [
            ("name", Arg::Text(&person.name)),
            ("title", Arg::Text(&event.title)),
            ("file", Arg::Link(&proof.file)),
        ];
        let is_address = proof.file.starts_with("http");
        let text = match is_address {
            true => words.text("told-proof", &args),
            false => words.text("told-proof-file", &args[..2]),
        };
        // A file without an address can be seen where it was sent only.
        let is_here = proof.platform == platform;
        let text = match is_address || is_here {
            true => text,
            false => text.then(words.text("told-proof-elsewhere", &[])),
        };
        let id = PersonId(proof.id);
        let press =
            |what: &str| CallbackId::new("event-review", Some(event.id), &format!("{what}.{id}"));
        let approve = Button::press(words.plain("button-approve", &[]), press("ok")).main();
        let reject = Button::press(words.plain("button-reject", &[]), press("no")).danger();
        let file = (!is_address && is_here).then_some(proof.file);
        Ok(Some(Reply { file, ..Reply::only(text).with([approve, reject]) }))
    }
}
