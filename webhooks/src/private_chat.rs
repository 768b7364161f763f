//! The private chat with the bot, from somewhere that is no chat: a page, a program.

use engine::rules::Instant;
use engine::{Account, Caller, Error, PersonId, Platform};
use sha2::{Digest, Sha256};
use talk::{Input, Place, Reply, Request};

use crate::web::Web;

/// What is typed is cut to this.
const LINE_MAX: usize = 1_000;
/// Bytes of a hash that name a request for ever: buttons hold them, and those are short.
const KEY_BYTES: usize = 10;
/// Commands that hand out what signs in, or everything that is kept, or erase it, say who is who, or have mail sent that
/// goes on when the program is put out: a program has no business with them.
const NOT_FOR_PROGRAMS: [&str; 5] = ["login", "link", "unlink", "email", "privacy"];

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The person, on a page of ours.
    Person,
    /// A program of theirs.
    Program,
}

/// What became of something that was said.
pub(crate) enum Said {
    Answer(Box<Reply>),
    /// A line in which nothing is asked for.
    NotUnderstood,
    /// The person has no account with a chat any more.
    NoChat,
    /// It comes to a command that is not for whoever says it.
    NotFor,
}

pub(crate) fn cut(text: &str) -> String {
    text.chars().take(LINE_MAX).collect()
}

/// The account by which somebody talks to the bot.
async fn chat_account(web: &Web, person: PersonId) -> Result<Option<Account>, Error> {
    let accounts = web.engine.people().accounts(person).await?;
    Ok(accounts.into_iter().find(|account| account.platform != Platform::Email))
}

/// Counts something that is done for a person among what they say; for how long it may not be, if it may not.
pub(crate) fn wait_s(web: &Web, person: PersonId) -> Option<u64> {
    let caller = Caller {
        account: None,
        person: Some(person),
        place: None,
        key: None,
        can_be_told: false,
        at: (web.now)(),
    };
    let wait = web.engine.limits().command(&caller).err()?;
    Some(seconds_until(web, wait.until))
}

/// For how long that is, and never for no time at all.
pub(crate) fn seconds_until(web: &Web, until: Instant) -> u64 {
    (until.0 - (web.now)().0).max(1).unsigned_abs()
}

/// Says something for a person, unless it is not for a program that says it. The same key and the same words are one
/// request, however often they come.
pub(crate) async fn say(
    web: &Web,
    (person, speaker): (PersonId, Speaker),
    (key, said): (&str, Input),
    language: &str,
) -> Result<Said, Error> {
    let Some(account) = chat_account(web, person).await? else { return Ok(Said::NoChat) };
    let is_line = matches!(said, Input::Line(_));
    let digest = Sha256::digest(format!("{key} {said:?}"));
    let digest: String = digest.iter().take(KEY_BYTES).map(|byte| format!("{byte:02x}")).collect();
    let place = Place {
        community: None,
        address: account.external_id.clone(),
        thread: String::new(),
        private_address: account.external_id.clone(),
        opens_private: false,
        deep_link: None,
        takes_location: false,
        is_on_web: true,
        is_program: speaker == Speaker::Program,
        is_guest: false,
        locale: Some(language.to_owned()),
    };
    let request = Request {
        key: format!("web:{digest}"),
        account,
        place,
        said,
        named: vec![],
        present: vec![],
        replied_to: None,
        files: vec![],
        manages: false,
        grants: vec![],
        bot_rights: vec![],
        is_stray: false,
        sent_at: None,
        unheard_since: None,
        now: (web.now)(),
    };
    let is_for_people = |command| NOT_FOR_PROGRAMS.contains(&command);
    if request.place.is_program && web.talk.command_of(&request).is_some_and(is_for_people) {
        return Ok(Said::NotFor);
    }
    Ok(match web.talk.answer(&request).await? {
        Some(reply) => Said::Answer(Box::new(reply)),
        None if is_line => Said::NotUnderstood,
        None => Said::Answer(Box::new(web.talk.puzzled(&request))),
    })
}
