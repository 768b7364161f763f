//! The event a check-in is for, of those that somebody is in.

use engine::{Error, Event};

use crate::command::context::Context;
use crate::command::definition::{Args, Who};
use crate::command::pick_event::{self, Chosen, Mine};
use crate::commands::member::check_in::note::NOTE_MAX;
use crate::message::callback::{self, CallbackId};
use crate::message::label;
use crate::message::reply::{Button, Reply};
use crate::message::sanitize::clean;
use crate::parse::check_in::{self, Known, Manner, Said};
use crate::parse::titles;

pub(crate) enum Which {
    /// With what was said of it without naming what it is, and a note.
    Event(Event, Args, Option<String>),
    Ask(Reply),
}

/// The event, and what is said of it in the typed words.
pub(crate) async fn which(ctx: &Context<'_>) -> Result<Which, Error> {
    let note = ctx.arg("note").map(|note| clean(note, NOTE_MAX));
    let typed = ctx.arg("event").unwrap_or_default();
    if ctx.press.is_some() && ctx.pressed_event().is_some() {
        return Ok(match pick_event::event(ctx, Who::Mine, "checkin").await? {
            Chosen::Event(event) => Which::Event(event, vec![], note),
            Chosen::Ask(reply) => Which::Ask(reply),
        });
    }
    let mine = pick_event::mine(ctx).await?;
    if typed.is_empty() {
        return only_due(ctx, mine, note).await;
    }
    // A title as it stands comes first, then words about an event of mine, then parts of titles.
    let exact = pick_event::exactly(ctx, typed).await?;
    if let Some(event) = exact {
        return Ok(Which::Event(event, vec![], note));
    }
    if let Some(said) = heard(ctx, &mine, typed).filter(|said| is_said_once(ctx, said)) {
        return by_words(ctx, mine, said, note).await;
    }
    Ok(match pick_event::event(ctx, Who::Seen, "checkin").await? {
        Chosen::Event(event) => Which::Event(event, vec![], note),
        Chosen::Ask(reply) => Which::Ask(reply),
    })
}

/// Whether words say a check-in for an event that somebody is in, and nothing else.
pub(crate) async fn is_heard(ctx: &Context<'_>, words: &str) -> Result<bool, Error> {
    let mine = pick_event::mine(ctx).await?;
    let shows = words.trim().is_empty() && ctx.file().is_some() && !mine.is_empty();
    Ok(shows || heard(ctx, &mine, words).is_some())
}

/// Whether words are the title of an event that somebody is in, as it stands.
pub(crate) async fn is_title(ctx: &Context<'_>, words: &str) -> Result<bool, Error> {
    let mine = ctx.engine().events().of(ctx.person.id).await?;
    Ok(mine.iter().any(|event| titles::is_same(&event.title, words)))
}

/// What is said of an event that is known, and the rest as a note; none for talk.
pub(crate) fn said_of(
    ctx: &Context<'_>,
    event: &Event,
    words: &str,
) -> Option<(Args, Option<String>)> {
    let known = [Known { title: &event.title, goal: &event.rules.goal, is_due: true }];
    let said = check_in::read(manner(ctx), &known, words)?;
    Some((named(&said), said.note))
}

/// What is said of the events that are on, or else of any; none where there are none.
fn heard(ctx: &Context<'_>, mine: &[Mine], words: &str) -> Option<Said> {
    let of = |is_meant: &dyn Fn(&Mine) -> bool| {
        let places: Vec<usize> = (0..mine.len()).filter(|n| is_meant(&mine[*n])).collect();
        let known = |n: &usize| {
            let one = &mine[*n];
            Known { title: &one.event.title, goal: &one.event.rules.goal, is_due: is_due(one) }
        };
        let known: Vec<Known<'_>> = places.iter().map(known).collect();
        let said = check_in::read(manner(ctx), &known, words)?;
        let among = said.among.iter().map(|n| places[*n]).collect();
        Some(Said { event: said.event.map(|n| places[n]), among, ..said })
    };
    if mine.is_empty() {
        return None;
    }
    of(&|one| !one.event.is_over(ctx.now())).or_else(|| of(&|_| true))
}

fn manner<'c>(ctx: &'c Context<'_>) -> Manner<'c> {
    let link = ctx.place().deep_link.as_deref();
    Manner {
        words: ctx.words,
        marks: ctx.marks(),
        locale: ctx.locale(),
        today: ctx.person.setting.day_of(ctx.now()),
        bot: link.and_then(|link| link.strip_prefix("https://t.me/")?.split('?').next()),
    }
}

/// The values of parameters that were said without their names.
fn named(said: &Said) -> Args {
    let amount = said.amount.as_ref().map(|amount| ("amount", &amount.words));
    let day = said.day.as_ref().map(|day| ("day", &day.words));
    let task = said.task.as_ref().map(|task| ("task", task));
    let named = [amount, day, task].into_iter().flatten();
    named.map(|(name, value)| (name.to_owned(), value.clone())).collect()
}

/// Whether nothing is said twice, with its name and without.
fn is_said_once(ctx: &Context<'_>, said: &Said) -> bool {
    named(said).iter().all(|(name, _)| ctx.arg(name).is_none())
}

async fn by_words(
    ctx: &Context<'_>,
    mut mine: Vec<Mine>,
    said: Said,
    note: Option<String>,
) -> Result<Which, Error> {
    let args = named(&said);
    let note = note.or(said.note.map(|note| clean(&note, NOTE_MAX)));
    let Some(event) = said.event else {
        let events = said.among.iter().map(|&n| &mine[n].event);
        let beside = ctx.args.iter().filter(|(name, _)| name != "event" && name != "note").cloned();
        let noted = note.map(|note| ("note".to_owned(), note));
        let args = beside.chain(args).chain(noted).collect();
        return ask_which(&ctx.with_args(args), events).await.map(Which::Ask);
    };
    Ok(Which::Event(mine.swap_remove(event).event, args, note))
}

/// The only event of mine, or the only one that is due; a question where there are several.
async fn only_due(
    ctx: &Context<'_>,
    mut mine: Vec<Mine>,
    note: Option<String>,
) -> Result<Which, Error> {
    if mine.len() > 1 {
        let those = |is_due: fn(&Mine) -> bool| -> Vec<usize> {
            (0..mine.len()).filter(|&n| is_due(&mine[n])).collect()
        };
        // Where nothing asks for it, one may do more than was asked for.
        let due = Some(those(is_due)).filter(|due| !due.is_empty());
        let due = due.unwrap_or_else(|| those(may_be_more));
        match due[..] {
            [] => return Ok(Which::Ask(Reply::only(ctx.text("checkin-all-done", &[])))),
            [n] => return Ok(Which::Event(mine.swap_remove(n).event, vec![], note)),
            _ => {
                let due = due.iter().map(|&n| &mine[n].event);
                return ask_which(ctx, due).await.map(Which::Ask);
            }
        }
    }
    Ok(match mine.pop() {
        Some(mine) => Which::Event(mine.event, vec![], note),
        None => Which::Ask(pick_event::none_mine(ctx)),
    })
}

fn is_due(mine: &Mine) -> bool {
    mine.view.is_open_today()
}

fn may_be_more(mine: &Mine) -> bool {
    let standing = &mine.view.life.standing;
    mine.event.rules.is_scheduled(standing.today) && !standing.met_today
}

/// The buttons say again what was said: an amount, a day, as much of it as a button holds.
async fn ask_which<'a>(
    ctx: &Context<'_>,
    events: impl Iterator<Item = &'a Event>,
) -> Result<Reply, Error> {
    let said = pick_event::said_beside(ctx).await?;
    let question = (callback::QUESTION.to_owned(), callback::mark(&ctx.request.key));
    let said = if said.is_empty() { said } else { [vec![question], said].concat() };
    let button = |event: &Event| {
        let said = ctx.settled(&said, event);
        let without_note: Vec<_> =
            said.iter().filter(|(name, _)| name != "note").cloned().collect();
        let press = || CallbackId::new("checkin", Some(event.id), "");
        let press = press().keeping(&said).or_else(|| press().keeping(&without_note))?;
        Some(Button::press(label(&event.title), press).main())
    };
    let events: Vec<&Event> = events.take(pick_event::QUESTIONS_MAX).collect();
    let is_secret = events.iter().any(|event| ctx.is_secret(event));
    let Some(buttons) = events.iter().map(|event| button(event)).collect::<Option<Vec<_>>>() else {
        return Ok(pick_event::say_again(ctx, &events).secret_if(is_secret));
    };
    let reply = Reply::only(ctx.text("checkin-which", &[])).secret_if(is_secret);
    Ok(buttons.chunks(2).fold(reply, |reply, row| reply.with(row.to_vec())))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    /// Ada runs and does yoga; two days have passed.
    async fn world() -> World {
        let mut world = World::with_event("Run goal:\"5 km\"").await;
        world.say("host", "/event create visibility:public title:Yoga").await;
        for title in ["Run", "Yoga"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        world.next_day();
        world.next_day();
        world
    }

    #[tokio::test]
    async fn event_amount_day_and_note_come_in_any_order() {
        for (line, want) in [
            ("/checkin 5,3 km", "✅ Day 1 · Run\n5.3 of 5 km"),
            ("/checkin Run 5 km felt great", "✅ Day 1 · Run\n5 of 5 km"),
            ("/checkin 5 Run", "✅ Day 1 · Run\n5 of 5 km"),
            ("/checkin Run gestern 5", "✅ Day 1 · Run\n5 of 5 km"),
            ("/checkin yesterday: Run 5 km", "✅ Day 1 · Run\n5 of 5 km"),
            ("/checkin Yoga", "✅ Day 1 · Yoga"),
            ("/checkin Yoga done 🎉", "✅ Day 1 · Yoga"),
            ("/checkin gestern Yoga", "✅ Day 1 · Yoga"),
        ] {
            let world = world().await;
            let done = world.say("ada", line).await;
            assert!(done.starts_with(want) || done.contains(want), "{line}: {done}");
            let is_earlier = line.contains("gestern") || line.contains("yesterday");
            assert_eq!(done.contains("Counted for"), is_earlier, "{line}: {done}");
        }
    }

    #[tokio::test]
    async fn a_word_that_is_short_for_a_day_is_a_word_in_a_note() {
        for words in ["Yoga we did it", "Yoga sun was out", "Yoga so tired"] {
            let world = world().await;
            let done = world.say("ada", &format!("/checkin {words}")).await;
            assert!(
                done.starts_with("✅ Day 1 · Yoga") && !done.contains("Counted"),
                "{words}: {done}"
            );
        }
    }

    #[tokio::test]
    async fn a_note_outlives_a_question() {
        let world = world().await;
        let asked = world.reply_to("ada", "/checkin Run felt great").await;
        let says_again = format!("{:?}", asked.buttons);
        assert!(says_again.contains("note=felt great"), "{says_again}");
        let done = world.press("ada", &asked, "5 km").await;
        assert!(done.starts_with("✅ Day 1 · Run"), "{done}");
    }

    #[tokio::test]
    async fn two_events_of_one_title_are_asked_about() {
        let world = world().await;
        world.say("host", "/event create visibility:public title:Yoga").await;
        let which = world.reply_to("eve", "/join Yoga").await;
        for row in which.buttons.concat() {
            world.tap("eve", &which, &row.label).await;
        }
        let asked = world.say("eve", "/checkin Yoga done").await;
        assert!(!asked.contains("Day 1"), "{asked}");
    }

    #[tokio::test]
    async fn what_could_be_half_of_something_is_not_done() {
        let world = world().await;
        for line in [
            "/checkin Run 5-6 km",
            "/checkin Run 5 miles",
            "/checkin Run 5 km or 6 km",
            "/checkin Yoga not today",
            "/checkin Yoga tomorrow",
            "/checkin Swim 2 km",
            "/checkin Yoga didn't happen",
            "/checkin I have to do yoga today",
            "/checkin Yoga skipped",
        ] {
            let said = world.say("ada", line).await;
            assert!(!said.contains("Day 1"), "{line}: {said}");
        }
        let which = world.reply_to("ada", "/checkin done yesterday").await;
        assert_eq!(which.plain(), "Which one is done?");
        let done = world.press("ada", &which, "Yoga").await;
        assert!(done.contains("Counted for"), "{done}");
    }

    #[tokio::test]
    async fn plain_words_in_private_check_in() {
        let mut world = world().await;
        let done = world.talks("ada", "5 km", &[]).await.plain();
        assert!(done.contains("Run\n5 of 5 km"), "{done}");
        let done = world.talks("ada", "hecho", &[]).await.plain();
        assert!(done.starts_with("✅ Day 1 · Yoga"), "{done}");
        world.next_day();
        let shown = world.talks("ada", "Yoga geschafft 💪", &["photo:1"]).await.plain();
        assert!(shown.starts_with("✅ Day 2 · Yoga"), "{shown}");
        let shown = world.talks("ada", "", &["photo:2"]).await.plain();
        assert_eq!(shown, "How much (km)?", "the only one that is due");
        for talk in
            ["good morning", "what's my streak?", "not done", "stop", "ok, will do yoga later"]
        {
            let said = world.talks("ada", talk, &[]).await;
            assert!(said.plain().lines().count() <= 2, "{talk}: {}", said.plain());
            assert!(!said.buttons.is_empty(), "{talk}");
        }
        let meant = world.talks("ada", "undo", &[]).await;
        assert!(meant.plain().starts_with("Did you mean /undo"), "{}", meant.plain());
    }

    #[tokio::test]
    async fn an_amount_where_nothing_is_counted_may_be_a_note() {
        let world = world().await;
        let asked = world.reply_to("ada", "/checkin Yoga amount:30").await;
        assert_eq!(asked.plain(), "Yoga counts check-ins, not amounts. Keep “30” as a note?");
        let done = world.press("ada", &asked, "Check in with this note").await;
        assert!(done.starts_with("✅ Day 1 · Yoga"), "{done}");
    }
}
