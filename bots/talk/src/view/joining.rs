//! Lets somebody into an event, and says what comes next.

use engine::rules::Wish;
use engine::{Entry, Error, Event, Refusal, Topic};

use crate::command::Call;
use crate::locale::Arg;
use crate::message::{Reply, Text};
use crate::view::buttons;
use crate::view::clock_question;

/// Events that one person may be in as long as they last.
const JOINED_MAX: usize = 200;

/// Asks whoever made the event to let this person in. Where its host was erased and it has no community, nobody would
/// ever answer.
async fn ask_host(call: &Call<'_>, event: &Event, asked: bool) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    if !event.has_host() {
        let is_secret = call.is_secret(event);
        return Ok(Reply::only(call.text("join-nobody", &title)).secret_if(is_secret));
    }
    if !asked {
        let of = call.membership(event.id);
        call.engine().memberships().ask_to_join(of, call.now()).await?;
        let topic = Topic::JoinAsked { event: event.id, person: call.person.id };
        // However often somebody asks who was turned down, the host hears of it once a day.
        let day = call.person.setting.day_of(call.now());
        let key = format!("ask:{}:{}:{}", event.id, call.person.id, day.0);
        call.tell_person(event.owner, topic, &key).await?;
    }
    Ok(Reply::only(call.text("join-asked", &title)).secret_if(call.is_secret(event)))
}

/// The same where the code was typed: one that others could read lets nobody in any more, but by the host. Nothing is
/// said there of the event.
pub(crate) async fn by_typed_code(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    if call.is_overheard() {
        let person = Some(call.person.id);
        let heard = call.engine().events().overhear_invite(code.trim(), person, call.now()).await?;
        if let Some(heard) = heard {
            let text = call.text("join-overheard", &[]);
            let asked = heard.asks.then(|| call.text("join-overheard-asked", &[]));
            return Ok(Reply::only(asked.into_iter().fold(text, Text::then)));
        }
    }
    by_code(call, code).await
}

/// Enters the event that a code lets into. Wrong, expired and used-up codes answer alike.
pub(crate) async fn by_code(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    match call.engine().events().redeem(code.trim(), call.person.id, call.now()).await? {
        Some(event) => enter(call, &event).await,
        None => Ok(Reply::only(call.text("join-code-unknown", &[]))),
    }
}

/// Makes the person a member, and asks for the clock if it is not known yet. Where a host decides, the host is asked.
pub(crate) async fn enter(call: &Call<'_>, event: &Event) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    if event.is_over(call.now()) {
        let again = buttons::next_round(call.words, event.id);
        let over = Reply::only(call.words.refused(Refusal::Ended)).with([again]);
        return Ok(over.secret_if(call.is_secret(event)));
    }
    match call.engine().memberships().entry(event, call.person.id).await? {
        Entry::Open => {}
        Entry::Banned => {
            let is_secret = call.is_secret(event);
            return Ok(Reply::only(call.text("join-banned", &title)).secret_if(is_secret));
        }
        Entry::Approval { asked } => {
            let of = call.membership(event.id);
            if !call.engine().memberships().of(call.person.id).await?.contains(&of) {
                return ask_host(call, event, asked).await;
            }
        }
    }
    let mut mine = call.engine().events().of(call.person.id).await?;
    mine.retain(|event| !event.is_over(call.now()));
    if mine.len() >= JOINED_MAX {
        return Ok(Reply::only(call.text("join-too-many", &[])));
    }
    let joined = match call
        .engine()
        .memberships()
        .act(call.membership(event.id), call.now(), Wish::Join)
        .await
    {
        Ok(_) => call.text("join-done", &title),
        Err(Error::Refused(Refusal::AlreadyMember)) => call.text("join-already", &title),
        Err(other) => return Err(other),
    };
    let check_in = buttons::check_in(call.words, event.id);
    let lies_ahead = event.rules.starts_at() > call.now();
    let day = event.rules.start.to_string();
    let mut row = vec![buttons::leaderboard(call.words, event.id)];
    if !lies_ahead {
        row.insert(0, check_in);
    }
    if call.person.zone_known {
        let first = match lies_ahead {
            true => call.text("card-from", &[("day", Arg::Text(&day))]),
            false => call.text("timezone-open", &[]),
        };
        return Ok(Reply::only(joined.beside(first)).with(row).secret_if(call.is_secret(event)));
    }
    let question = clock_question::question(call, Some(event.id));
    let brief = joined.clone().then(call.text("clock-in-private", &[]));
    Ok(Reply { text: joined.beside(question.text), ..question }
        .with(row)
        .in_brief(brief)
        .secret_if(call.is_secret(event)))
}
