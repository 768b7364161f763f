//! Why something was turned down, with a way on.

use engine::{EventId, Refusal};

use crate::command::context::Context;
use crate::message::{Button, CallbackId, Reply};

/// Why something was turned down, and what somebody can do instead.
pub(crate) fn refused(ctx: &Context<'_>, refusal: Refusal) -> Reply {
    refused_in(ctx, ctx.pressed_event(), refusal)
}

/// The same where the event is known.
pub(crate) fn refused_in(ctx: &Context<'_>, event: Option<EventId>, refusal: Refusal) -> Reply {
    if let (Some(_), Refusal::NotMember) = (event, refusal) {
        let label = ctx.words.plain("button-join", &[]);
        let join = Button::press(label, CallbackId::new("join", event, "")).main();
        return told(ctx, refusal).with([join]);
    }
    let way = |(verb, label): &(&str, &str)| {
        Button::press(ctx.words.plain(label, &[]), CallbackId::new(verb, event, ""))
    };
    told(ctx, refusal).with(ways(refusal).iter().map(way))
}

/// Why, which says enough by itself.
fn told(ctx: &Context<'_>, refusal: Refusal) -> Reply {
    let why = ctx.words.refused(refusal);
    Reply::only(why.clone()).in_brief(why)
}

/// The commands that lead on, with the labels of their buttons.
fn ways(refusal: Refusal) -> &'static [(&'static str, &'static str)] {
    const CHECK_IN: (&str, &str) = ("checkin", "button-checkin");
    const EVENTS: (&str, &str) = ("events", "button-events");
    const STREAK: (&str, &str) = ("streak", "menu-streak");
    const MATRIX: (&str, &str) = ("matrix", "button-matrix");
    const BOARD: (&str, &str) = ("leaderboard", "button-leaderboard");
    const PAUSE: (&str, &str) = ("pause", "button-pause");
    match refusal {
        Refusal::NotMember | Refusal::NotStarted => &[EVENTS],
        Refusal::AlreadyMember
        | Refusal::FutureDay
        | Refusal::EmptyDay
        | Refusal::InFuture
        | Refusal::TooOld
        | Refusal::Conflict
        | Refusal::UnknownTask
        | Refusal::BadAmount => &[CHECK_IN],
        Refusal::AlreadyUndone => &[CHECK_IN, STREAK],
        Refusal::Ended => &[BOARD, EVENTS],
        Refusal::AlreadyIn(_) => &[("undo", "button-undo"), BOARD],
        Refusal::TooMany | Refusal::NothingToUndo | Refusal::Disabled | Refusal::TzLimit => {
            &[STREAK]
        }
        Refusal::WindowClosed
        | Refusal::NotFound
        | Refusal::NotOwner
        | Refusal::TooLate
        | Refusal::NotRepairable
        | Refusal::Cooldown => &[MATRIX],
        Refusal::TooSoon | Refusal::TooLong | Refusal::NotPaused => &[PAUSE],
        Refusal::Overlap => &[("resume", "button-resume")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::table::COMMANDS;
    use crate::locale::{LANGUAGES, Words};
    use crate::testing::world::World;
    use std::collections::BTreeSet;

    #[test]
    fn every_refusal_has_words_in_every_language_and_a_way_on() {
        let codes: BTreeSet<&str> = Refusal::ALL.iter().map(|refusal| refusal.code()).collect();
        assert_eq!(codes.len(), Refusal::ALL.len(), "one of each");
        let known = LANGUAGES[0].1.lines().filter_map(|line| line.strip_prefix("refused-"));
        let known: BTreeSet<String> =
            known.filter_map(|line| Some(line.split(' ').next()?.replace('-', "_"))).collect();
        assert_eq!(codes, known.iter().map(String::as_str).collect(), "none without words");
        for refusal in Refusal::ALL {
            for (language, _) in LANGUAGES {
                assert!(!Words::of(language).refused(refusal).plain().is_empty(), "{language}");
            }
            for (verb, label) in ways(refusal) {
                let is_command = COMMANDS.iter().any(|command| command.verb() == *verb);
                assert!(is_command && Words::of("en").has(label), "{verb}: {label}");
            }
            assert!(!ways(refusal).is_empty(), "{refusal}");
        }
    }

    #[tokio::test]
    async fn a_refusal_has_a_way_on() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        let labels = async |line: &str| {
            let reply = world.reply_to("ada", line).await;
            let buttons = reply.buttons.into_iter().flatten().map(|button| button.label);
            buttons.collect::<Vec<_>>().join(" · ")
        };
        for (line, want) in [
            ("/undo", "View streak"),
            ("/resume", "Take a break"),
            ("/repair day:yesterday", "My matrix"),
            ("/checkin day:2026-02-01", "My matrix"),
            ("/checkin day:2026-04-01", "✅ Check in"),
            ("/pause from:tomorrow until:2029-01-01", "Take a break"),
        ] {
            assert_eq!(labels(line).await, want, "{line}");
        }
    }
}
