//! What waits for a host: proofs, and people who ask to be let in.

use engine::{Error, Event, PersonId, Platform, Proof, ProofState};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Document, Reply};

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
        let is_here = proof.platform == platform;
        let kept = self.kept_file(platform, &proof).await?;
        let shows_files = matches!(platform, Platform::Discord | Platform::Telegram);
        let text = match (is_address, &kept) {
            (true, None) => words.text("told-proof", &args),
            (true, Some(_)) | (false, _) => words.text("told-proof-file", &args[..2]),
        };
        let text = match &kept {
            Some(_) if !shows_files => text.then(words.text("told-proof-in-chat", &[])),
            Some(_) => text,
            None if is_address || is_here => text,
            // A file that has no address and could not be fetched can be seen where it was sent only.
            None => text.then(words.text("told-proof-elsewhere", &[])),
        };
        let id = PersonId(proof.id);
        let press =
            |what: &str| CallbackId::new("event-review", Some(event.id), &format!("{what}.{id}"));
        let approve = Button::press(words.plain("button-approve", &[]), press("ok")).main();
        let reject = Button::press(words.plain("button-reject", &[]), press("no")).danger();
        let file = (!is_address && is_here && kept.is_none()).then_some(proof.file);
        let documents = kept.filter(|_| shows_files).into_iter().collect();
        Ok(Some(Reply { file, documents, ..Reply::only(text).with([approve, reject]) }))
    }

    /// The file itself, if it is kept. Of a photo nobody needs it where it was sent: Telegram holds it for ever, and has
    /// taken out what a camera writes, as it does not of what is sent as a file.
    async fn kept_file(
        &self,
        platform: Platform,
        proof: &Proof,
    ) -> Result<Option<Document>, Error> {
        if proof.platform == platform && proof.file.starts_with("photo:") {
            return Ok(None);
        }
        let file = self.engine.events().proof_file(proof.id).await?;
        Ok(file.map(|file| Document { name: file.name().to_owned(), bytes: file.bytes.into() }))
    }
}
