//! Lets somebody into an event, and says what comes next.

use engine::{Entry, Error, Event, Refusal, Topic};

use crate::command::{Context, Talk, pick_event};
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::buttons;
use crate::view::clock_question;
use crate::view::pictures;

/// Asks whoever made the event to let this person in. Where its host was erased and it has no community, nobody would
/// ever answer.
async fn ask_host(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    if !event.has_host() {
        let is_secret = ctx.is_secret(event);
        let others = pick_event::events_button(ctx.words);
        let nobody = Reply::only(ctx.text("join-nobody", &title)).with([others]);
        return Ok(nobody.secret_if(is_secret));
    }
    let of = ctx.membership(event.id);
    let Some(since) = ctx.engine().memberships().ask_to_join(of, ctx.now()).await? else {
        // A host let them in, or kept them out, at the same time.
        let entry = ctx.engine().memberships().entry(event, ctx.person.id, ctx.now()).await?;
        return Ok(match entry == Entry::Banned {
            true => banned(ctx, event),
            false => entered(ctx, event, ctx.text("join-already", &title)),
        });
    };
    let topic = Topic::JoinAsked { event: event.id, person: ctx.person.id };
    // However often somebody asks, the host hears of it once a day, and again once they have turned them down. What could
    // not be told on one day is told on the next.
    let day = ctx.person.setting.day_of(ctx.now());
    let key = format!("ask:{}:{}:{}:{}", event.id, ctx.person.id, since.0, day.0);
    ctx.tell_person(event.owner, topic, &key).await?;
    let consent = consent(ctx.talk, ctx.words, event, "join-asked-public");
    let asked = ctx.text("join-asked", &title).beside(consent);
    Ok(Reply::only(asked).secret_if(ctx.is_secret(event)))
}

/// What whoever joins an event agrees to, by a text of ours; nothing where it has no page.
pub(crate) fn consent(talk: &Talk, words: Words, event: &Event, key: &str) -> Text {
    match buttons::has_page(&talk.public_url, event) {
        true => words.text(key, &[]),
        false => Text::default(),
    }
}

/// What whoever has just joined agrees to: whoever came before it became public is told when it does, and whoever comes
/// after it now.
pub(crate) async fn agreed(ctx: &Context<'_>, event: &Event) -> Result<Text, Error> {
    let event = ctx.engine().events().get(event.id).await?;
    let consent = event.map(|event| consent(ctx.talk, ctx.words, &event, "join-public"));
    Ok(consent.unwrap_or_default())
}

/// Enters the event that a typed code lets into. One that others could read lets nobody in any more, but by the host:
/// nothing is said there of the event.
pub(crate) async fn by_typed_code(ctx: &Context<'_>, code: &str) -> Result<Reply, Error> {
    let wait = ctx.tries_too_often().await?;
    if ctx.is_overheard() {
        // Others have read it all the same.
        let person = Some(ctx.person.id);
        let notices = ctx.engine().events().overhear_invite(code.trim(), person, ctx.now()).await?;
        if let (Some(notices), None) = (notices, &wait) {
            let text = ctx.text("join-overheard", &[]);
            let asked = notices.asks.then(|| ctx.text("join-overheard-asked", &[]));
            return Ok(Reply::only(asked.into_iter().fold(text, Text::then)));
        }
    }
    match wait {
        Some(wait) => Ok(wait),
        None => by_code(ctx, code).await,
    }
}

/// Enters the event that a code lets into. Wrong, expired and used-up codes answer alike.
pub(crate) async fn by_code(ctx: &Context<'_>, code: &str) -> Result<Reply, Error> {
    if let Some(wait) = ctx.tries_too_often().await? {
        return Ok(wait);
    }
    // Whoever has no room for it, or it for them, uses nothing up.
    if let Some(event) = ctx.engine().events().invited(code.trim(), ctx.now()).await? {
        let entry = ctx.engine().memberships().entry(&event, ctx.person.id, ctx.now()).await?;
        if matches!(entry, Entry::Full | Entry::TooMany) {
            return enter(ctx, &event).await;
        }
    }
    match ctx.engine().events().redeem(code.trim(), ctx.person.id, ctx.now()).await? {
        Some(event) => enter(ctx, &event).await,
        None => Ok(Reply::only(ctx.text("join-code-unknown", &[]))),
    }
}

fn full(ctx: &Context<'_>, event: &Event) -> Reply {
    let title = [("title", Arg::Text(&event.title))];
    let others = pick_event::events_button(ctx.words);
    let full = Reply::only(ctx.text("join-full", &title)).with([others]);
    full.secret_if(ctx.is_secret(event))
}

fn banned(ctx: &Context<'_>, event: &Event) -> Reply {
    let title = [("title", Arg::Text(&event.title))];
    Reply::only(ctx.text("join-banned", &title)).secret_if(ctx.is_secret(event))
}

fn too_many(ctx: &Context<'_>) -> Reply {
    let most = ctx.engine().limits().settings().joined_events;
    let count = [("n", Arg::Number(most.into()))];
    let leave = ctx.words.plain("button-leave", &[]);
    let leave = Button::press(leave, CallbackId::new("leave", None, ""));
    Reply::only(ctx.text("join-too-many", &count)).with([leave])
}

/// Makes the person a member, and asks for the clock if it is not known yet. Where a host decides, the host is asked.
pub(crate) async fn enter(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    if event.is_over(ctx.now()) {
        let again = buttons::next_round(ctx.words, event.id);
        let over = Reply::only(ctx.words.refused(Refusal::Ended)).with([again]);
        return Ok(over.secret_if(ctx.is_secret(event)));
    }
    match ctx.engine().memberships().entry(event, ctx.person.id, ctx.now()).await? {
        Entry::Open => {}
        Entry::Banned => return Ok(banned(ctx, event)),
        Entry::Approval => {
            let of = ctx.membership(event.id);
            if !ctx.engine().memberships().of(ctx.person.id).await?.contains(&of) {
                return ask_host(ctx, event).await;
            }
        }
        Entry::Full => return Ok(full(ctx, event)),
        Entry::TooMany => return Ok(too_many(ctx)),
    }
    let of = ctx.membership(event.id);
    let joined = match ctx.engine().memberships().join(of, ctx.now()).await {
        // Others came, or a host kept them out, at the same time.
        Ok(Entry::Banned) => return Ok(banned(ctx, event)),
        Ok(Entry::Full) => return Ok(full(ctx, event)),
        Ok(Entry::TooMany) => return Ok(too_many(ctx)),
        Ok(Entry::Open | Entry::Approval) => {
            ctx.text("join-done", &title).beside(agreed(ctx, event).await?)
        }
        Err(Error::Refused(Refusal::AlreadyMember)) => ctx.text("join-already", &title),
        Err(other) => return Err(other),
    };
    Ok(entered(ctx, event, joined))
}

/// What whoever is in reads, below what is said of that: what comes next, and the question for their clock.
fn entered(ctx: &Context<'_>, event: &Event, joined: Text) -> Reply {
    let check_in = buttons::check_in(ctx.words, event.id);
    let lies_ahead = event.rules.starts_at() > ctx.now();
    let day = ctx.words.day(event.rules.start, ctx.today(event));
    let mut row = vec![buttons::leaderboard(ctx.words, event.id)];
    if !lies_ahead {
        row.insert(0, check_in);
    }
    if ctx.person.zone_known {
        let first = match lies_ahead {
            true => ctx.text("card-from", &[("day", Arg::Text(&day))]),
            false => ctx.text("timezone-open", &[]),
        };
        let reply = Reply::only(joined.beside(first)).with(row);
        return pictures::framed(event.id, reply.secret_if(ctx.is_secret(event)));
    }
    let question = clock_question::question(ctx, Some(event.id));
    let brief = joined.clone().then(ctx.text("clock-in-private", &[]));
    let reply = Reply { text: joined.beside(question.text), ..question }.with(row).in_brief(brief);
    pictures::framed(event.id, reply.secret_if(ctx.is_secret(event)))
}

#[cfg(test)]
mod tests {
    use super::ask_host;
    use crate::message::Input;
    use crate::testing::world::World;
    use engine::{Entry, Membership, Platform};

    #[tokio::test]
    async fn no_host_is_asked_about_somebody_who_came_in_or_was_kept_out_meanwhile() {
        let world = World::new().await;
        world.in_private("host", "/start").await;
        world.say("host", "/event create Club approval:yes").await;
        let engine = &world.talk.engine;
        let host = engine.people().find(Platform::Discord, "host").await.unwrap().unwrap().id;
        let club = engine.events().find(host, None, "Club", 1).await.unwrap().remove(0);
        for (name, is_kept_out, said) in [
            ("ken", false, "You are already in Club."),
            ("eve", true, "You cannot join Club. Ask whoever runs it."),
        ] {
            let request = world.request(name, Input::Line("/join Club".to_owned()));
            let ctx = world.talk.context(&request, vec![], None).await.unwrap();
            let of = Membership { event: club.id, person: ctx.person.id };
            if is_kept_out {
                engine.memberships().remove(of, true, host, world.now).await.unwrap();
            } else {
                let entry = engine.memberships().join(of, world.now).await.unwrap();
                assert_eq!(entry, Entry::Open);
            }
            let reply = ask_host(&ctx, &club).await.unwrap().plain();
            assert!(reply.starts_with(said), "{reply}");
        }
        let told = world.told().await;
        assert!(!told.iter().any(|told| told.contains("would like to join")), "{told:?}");
    }
}
