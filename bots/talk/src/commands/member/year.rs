//! `/year`: what one did in a year, over all events, also those that one has left.

use chrono::Datelike;
use engine::rules::matrix::matrix as days_of;
use engine::rules::{Day, Days, Status};
use engine::{Error, Membership};
use std::collections::BTreeSet;

use crate::command::{Command, Context, Kind, Param, pick_event};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::parse::{date, number};
use crate::view::progress;

/// Events that are named one by one.
const NAMED: usize = 10;

pub const COMMAND: Command = Command {
    params: &[Param::new("year", "year-year", Kind::Text { length_max: 4 })],
    free: Some("year"),
    only_shows: true,
    ..Command::new("year", "year-about", |ctx| Box::pin(run(ctx)))
};

/// A year in one event.
struct Line {
    title: String,
    days: u64,
    /// Days on which nothing was asked; they are none of the others.
    bonus: u64,
    /// The longest run, in the periods of the event.
    run: String,
}

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let today = ctx.person.setting.day_of(ctx.now());
    let is_shared = ctx.pressed_arg().is_some();
    // What everybody reads is in the words of the place.
    let for_all;
    let ctx = if is_shared {
        for_all = ctx.for_all().await?;
        &for_all
    } else {
        ctx
    };
    let Some((first, last)) = year(ctx, today) else {
        return Ok(Reply::only(ctx.text("matrix-bad-year", &[])));
    };
    let (mut lines, mut done, mut is_secret) = (vec![], BTreeSet::new(), false);
    let events = ctx.engine().events().ever_of(ctx.person.id).await?;
    let keys: Vec<Membership> = events.iter().map(|event| ctx.membership(event.id)).collect();
    let mut views = ctx.engine().memberships().views_since(&keys, first, ctx.now()).await?;
    for event in events {
        let Some(view) = views.remove(&ctx.membership(event.id)) else { continue };
        // What everybody may read is about what everybody may see.
        if is_shared && ctx.is_secret(&event) {
            continue;
        }
        let days = days_of(&view.history, &view.life, first, last);
        let of = |wanted: Status| {
            days.iter().filter(move |(_, status)| *status == Some(wanted)).map(|(day, _)| *day)
        };
        let met: Vec<Day> = of(Status::Met).collect();
        let bonus = of(Status::Bonus).count() as u64;
        if !met.is_empty() || bonus > 0 {
            is_secret |= ctx.is_secret(&event);
            let longest = view.life.longest_between(&view.history.rules, Days { first, last });
            let run = progress::run(ctx.words, &event.rules, longest);
            // What they see no more is counted, and not named.
            if ctx.may_see(&event).await? {
                lines.push(Line { title: event.title, days: met.len() as u64, bonus, run });
            }
        }
        done.extend(met);
    }
    let number = first.date().year().to_string();
    let shown = ctx.words.digits(&number);
    let heading = [("name", Arg::Text(&ctx.person.name)), ("year", Arg::Text(&shown))];
    let mut text = ctx.text("year-heading", &heading);
    if lines.is_empty() && done.is_empty() {
        let events = pick_event::events_button(ctx.words);
        return Ok(Reply::only(text.then(ctx.text("year-empty", &[]))).with([events]));
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.days));
    for line in lines.iter().take(NAMED) {
        let args = [
            ("title", Arg::Text(&line.title)),
            ("days", Arg::Number(line.days)),
            ("bonus", Arg::Number(line.bonus)),
            ("run", Arg::Ours(&line.run)),
        ];
        text = text.then(ctx.text("year-line", &args));
    }
    text = text.then(ctx.text("year-sum", &[("days", Arg::Number(done.len() as u64))]));
    let in_month = |month: &u32| done.iter().filter(|day| day.date().month() == *month).count();
    // Of equal months the first.
    let best = (1..=12).rev().max_by_key(in_month).unwrap_or(1);
    let month = ctx.words.plain(&format!("month-{best}"), &[]);
    let args = [("month", Arg::Text(&month)), ("days", Arg::Number(in_month(&best) as u64))];
    // What is nothing but bonus has no best month.
    if !done.is_empty() {
        text = text.then(ctx.text("year-month", &args));
    }
    if is_shared {
        return Ok(Reply::open(text));
    }
    let share = CallbackId::new("year", None, &number);
    let share = Button::press(ctx.words.plain("button-share", &[]), share);
    let reply = Reply::only(text).secret_if(is_secret);
    Ok(if ctx.place().is_private() { reply } else { reply.with([share]) })
}

/// The days of the year that is asked for, up to today. In January that is the year before, if none is named.
fn year(ctx: &Context<'_>, today: Day) -> Option<(Day, Day)> {
    let date = today.date();
    match ctx.pressed_arg().or(ctx.arg("year")) {
        Some(words) => date::year_of(i32::try_from(number::alone(words)?).ok()?, today),
        None => date::year_of(date.year() - i32::from(date.month() == 1), today),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_year_is_told_event_by_event_and_can_be_shared() {
        let mut world = World::with_event("Read").await;
        assert_eq!(world.say("ada", "/year").await, "2026 of ada\nNothing was checked in.");
        world.say("host", "/event create Walk visibility:invite").await;
        world.say("ada", "/join Read").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let year = world.reply_to("ada", "/year 2026").await;
        assert_eq!(
            year.plain(),
            "2026 of ada\nRead: 3 days, 3 days in a row\n3 days in all.\nThe best month: March, 3 days."
        );
        let shared = world.tap("ada", &year, "Share").await;
        assert!(!shared.private && shared.plain() == year.plain());
        assert_eq!(
            world.say("ada", "/year 1492").await,
            "I can show the years from 2000 to this one."
        );
    }

    #[tokio::test]
    async fn a_year_is_shared_from_any_language_in_the_words_of_the_place() {
        let mut world = World::with_event("Read").await;
        world.as_manager("boss", "/admin setup language:de").await;
        world.say("ada", "/join Read").await;
        world.say("ada", "/checkin").await;
        world.next_day();
        for (language, share) in [("ar", "مشاركة"), ("ja", "シェア"), ("hi", "शेयर करें")]
        {
            world.say("ada", &format!("/settings language:{language}")).await;
            for line in ["/year ٢٠٢٦", "/year २०२६", "/year ２０２６"] {
                let year = world.reply_to("ada", line).await;
                let shared = world.tap("ada", &year, share).await;
                assert!(!shared.private, "{language} {line}");
                assert_eq!(
                    shared.plain(),
                    "2026 von ada\nRead: ein Tag, 1 Tag am Stück\nein Tag insgesamt.\nDer beste Monat: März, ein Tag.",
                    "{language} {line}"
                );
            }
        }
    }

    #[tokio::test]
    async fn a_run_over_new_year_counts_in_each_year_what_lies_in_it() {
        let mut world = World::with_event("Read").await;
        // From 2026-03-01 to 2026-12-29.
        world.now = world.now.plus_s(303 * 86_400);
        world.say("ada", "/join").await;
        for _ in 0..5 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        assert!(world.say("ada", "/streak").await.starts_with("Read: 5 days in a row"));
        let last = world.say("ada", "/year").await;
        assert!(last.starts_with("2026 of ada\nRead: 3 days, 3 days in a row"), "{last}");
        let this = world.say("ada", "/year 2027").await;
        assert!(this.starts_with("2027 of ada\nRead: 2 days, 2 days in a row"), "{this}");
    }

    #[tokio::test]
    async fn what_somebody_has_left_stays_in_the_year() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..2 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let sure = world.reply_to("ada", "/leave").await;
        world.tap("ada", &sure, "Leave").await;
        let year = world.say("ada", "/year 2026").await;
        assert!(year.starts_with("2026 of ada\nRead: 2 days, 2 days in a row"), "{year}");
        // Whoever is not in it learns nothing of what it has become.
        world.say("host", "/event edit event:Read visibility:invite title:Okapi").await;
        let year = world.say("ada", "/year 2026").await;
        assert_eq!(year, "2026 of ada\n2 days in all.\nThe best month: March, 2 days.");
    }
}
