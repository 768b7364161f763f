//! `/matrix`: the days, weeks or months of a year, as a picture and in words.

use engine::rules::Status;
use engine::{Error, Event, Membership, Person, Refusal, View};

use crate::command::pick_event::{self, Chosen};
use crate::command::refusal::refused_in;
use crate::command::{Command, Context, Kind, Param, Who, pick_person};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::{date, number};
use crate::view::pictures;
use crate::view::progress;
use crate::view::squares::{self, Squares};

/// What a matrix that has no year goes back: days, or else weeks or months.
const DAYS: i32 = 365;
const WEEKS: u32 = 52;
const MONTHS: u32 = 12;
/// Squares that are told in words.
const TOLD: usize = 7;
/// What a button carries that shares a matrix; a year may follow.
const SHARE: &str = "share";

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "matrix-event", Kind::Event(Who::Seen)),
        Param::new("user", "matrix-user", Kind::Person),
        Param::new("year", "matrix-year", Kind::Text { length_max: 4 }),
    ],
    free: Some("event"),
    only_shows: true,
    ..Command::new("matrix", "matrix-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let whose = match pick_person::whose(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    let is_own = whose.id == ctx.person.id;
    let who = if is_own { Who::Mine } else { Who::Seen };
    let event = match pick_event::event(ctx, who, "matrix").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let of = Membership { event: event.id, person: whose.id };
    let is_secret = ctx.is_secret(&event);
    let view = ctx.engine().memberships().view(of, ctx.now()).await?;
    // Whoever has left is shown to nobody else.
    let Some(view) = view.filter(|view| is_own || view.life.standing.member) else {
        if is_own {
            return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
        }
        let name = [("name", Arg::Text(&whose.name))];
        return Ok(Reply::only(ctx.text("streak-other-none", &name)).secret_if(is_secret));
    };
    let today = view.life.standing.today;
    let shared = ctx.pressed_arg().and_then(|arg| arg.strip_prefix(SHARE));
    let year = match shared {
        Some(rest) => rest.strip_prefix('.'),
        None => ctx.arg("year"),
    };
    let year = year.and_then(number::alone).and_then(|year| i32::try_from(year).ok());
    let (first, last) = match year {
        Some(year) => match date::year_of(year, today) {
            Some(days) => days,
            None => return Ok(Reply::only(ctx.text("matrix-bad-year", &[]))),
        },
        None => (squares::since(&event.rules, today, DAYS, WEEKS, MONTHS), today),
    };
    let Some(view) = ctx.engine().memberships().view_since(of, first, ctx.now()).await? else {
        return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
    };
    let squares = Squares::of(&view, first, last);
    // One's own is for everybody, if that is wanted and the event is, and then in the words of the place.
    let is_shared = shared.is_some() && is_own && !is_secret;
    let for_all;
    let ctx = if is_shared {
        for_all = ctx.for_all().await?;
        &for_all
    } else {
        ctx
    };
    let text = summary(ctx, &event, &whose, &view, &squares);
    let reply = if is_shared { Reply::open(text) } else { Reply::only(text) };
    let mut reply = pictures::framed(event.id, reply.secret_if(is_secret));
    reply.pictures.extend(ctx.talk.draw_matrix(ctx.words, &event, &whose, &view, &squares).await);
    if is_shared || is_secret || !is_own || ctx.place().is_private() {
        return Ok(reply);
    }
    let arg = year.map_or_else(|| SHARE.to_owned(), |year| format!("{SHARE}.{year}"));
    let share = CallbackId::new("matrix", Some(event.id), &arg);
    Ok(reply.with([Button::press(ctx.words.plain("button-share", &[]), share)]))
}

fn summary(
    ctx: &Context<'_>,
    event: &Event,
    whose: &Person,
    view: &View,
    squares: &Squares,
) -> Text {
    let text = ctx.text("matrix-summary", &squares.args(event, whose, view));
    let lately = squares.all.iter().skip(squares.all.len().saturating_sub(TOLD));
    let marks: String = lately.map(|(_, status)| mark(*status)).collect();
    let span = ("span", Arg::Kind(progress::period(&event.rules)));
    text.then(ctx.text("matrix-lately", &[span, ("marks", Arg::Text(&marks))]))
}

/// A day, a week or a month as a sign.
fn mark(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Met) => "✓",
        Some(Status::Bonus) => "+",
        Some(Status::Frozen) => "❄",
        Some(Status::Repaired) => "◇",
        Some(Status::Missed) => "–",
        Some(Status::Open) => "…",
        Some(Status::Rest | Status::Excused | Status::Paused | Status::Absent) | None => "·",
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_year_is_told_in_words_too() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        world.next_day();
        let matrix = world.reply_to("ada", "/matrix").await;
        assert_eq!(
            matrix.plain(),
            "ada at Read: 3 of 4 days. Longest 3, now 3.\nThe last seven days: ··✓✓✓❄…"
        );
        assert_eq!(matrix.pictures.len(), 1);
        assert!(matrix.pictures[0].alt.starts_with("ada at Read: 3 of 4 days."));
        assert_eq!(
            world.say("ada", "/matrix year:1815").await,
            "I can show the years from 2000 to this one."
        );
        assert!(
            world
                .say("ken", "/matrix user:@ada event:Read")
                .await
                .starts_with("I have not met @ada yet")
        );
    }

    #[tokio::test]
    async fn whoever_left_or_was_put_out_is_shown_to_nobody_else() {
        let world = World::with_event("Read").await;
        for name in ["ada", "eve", "ken"] {
            world.say(name, "/join Read").await;
            world.say(name, "/checkin Read").await;
        }
        let sure = world.reply_to("ada", "/leave Read").await;
        assert_eq!(world.press("ada", &sure, "Leave").await, "You have left Read.");
        world.to_as_manager("boss", "/admin remove event:Read ban:yes sure:yes", "eve").await;
        for name in ["ada", "eve"] {
            for line in ["/matrix event:Read", "/streak"] {
                let seen = world.to("ken", line, name).await;
                let none = format!("{name} is in no event that you can see.");
                assert_eq!((seen.plain(), seen.pictures.len()), (none, 0), "{line}");
            }
            for line in ["/badges", "/profile"] {
                let seen = world.to("ken", line, name).await.plain();
                assert!(!seen.contains("Read") && !seen.contains("1 in all"), "{seen}");
            }
        }
        let seen = world.to("ada", "/matrix event:Read", "ken").await;
        assert!(seen.plain().starts_with("ken at Read: 1 of one day."), "{}", seen.plain());
    }

    #[tokio::test]
    async fn a_bonus_stands_beside_what_was_asked_in_chat_picture_and_year() {
        let mut world = World::new().await;
        world.say("host", "/event create Read days:weekdays").await;
        world.say("ada", "/join Read").await;
        // The day of joining is a Sunday: from Monday to Saturday.
        for _ in 0..6 {
            world.next_day();
            world.say("ada", "/checkin Read").await;
        }
        let streak = world.say("ada", "/streak").await;
        assert!(streak.contains("5 days in all"), "{streak}");
        let matrix = world.reply_to("ada", "/matrix Read").await;
        assert_eq!(
            matrix.plain(),
            "ada at Read: 5 of 5 days, 1 bonus. Longest 5, now 5.\nThe last seven days: ·✓✓✓✓✓+"
        );
        assert_eq!(matrix.pictures[0].alt, "ada at Read: 5 of 5 days, 1 bonus. Longest 5, now 5.");
        let year = world.say("ada", "/year 2026").await;
        assert_eq!(
            year,
            "2026 of ada\nRead: 5 days, 5 days in a row, 1 bonus\n5 days in all.\nThe best month: March, 5 days."
        );
    }

    #[tokio::test]
    async fn an_event_by_weeks_has_a_square_a_week_in_words_and_picture() {
        let mut world = World::new().await;
        world.say("host", "/event create Run days:\"2 times a week\"").await;
        world.say("ada", "/join Run").await;
        // The day of joining is a Sunday. In the third week too little is done.
        for done in [2, 2, 1, 2] {
            for day in 0..7 {
                world.next_day();
                if day < done {
                    world.say("ada", "/checkin Run").await;
                }
            }
        }
        let matrix = world.reply_to("ada", "/matrix Run").await;
        let said = matrix.plain();
        let (summary, lately) = said.split_once('\n').expect("two lines");
        assert!(summary.starts_with("ada at Run: 3 of 4 weeks. Longest"), "{summary}");
        assert_eq!(lately, "The last seven weeks: ···✓✓❄✓");
        assert_eq!(matrix.pictures[0].alt, summary);
    }

    #[tokio::test]
    async fn an_event_by_months_has_a_square_a_month() {
        let mut world = World::new().await;
        world.say("host", "/event create Visit days:\"once a month\"").await;
        world.say("ada", "/join Visit").await;
        for _ in 0..45 {
            world.next_day();
        }
        world.say("ada", "/checkin Visit").await;
        let said = world.say("ada", "/matrix Visit").await;
        assert!(said.starts_with("ada at Visit: 1 of one month."), "{said}");
        assert!(said.ends_with("The last seven months: ······✓"), "{said}");
    }

    #[tokio::test]
    async fn a_matrix_is_shared_with_the_year_that_was_looked_at() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        world.next_day();
        for line in ["/matrix", "/matrix year:2026"] {
            let matrix = world.reply_to("ada", line).await;
            let shared = world.tap("ada", &matrix, "Share").await;
            assert!(matrix.private && !shared.private, "{line}");
            assert_eq!(shared.pictures, matrix.pictures, "{line}");
            assert!(shared.buttons.is_empty(), "{line}");
        }
    }

    #[tokio::test]
    async fn a_shared_matrix_is_in_the_words_of_the_place() {
        let world = World::with_event("Read").await;
        world.as_manager("boss", "/admin setup language:de").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        world.say("ada", "/settings language:ar").await;
        let matrix = world.reply_to("ada", "/matrix year:٢٠٢٦").await;
        let shared = world.tap("ada", &matrix, "مشاركة").await;
        let said = shared.plain();
        assert!(said.starts_with("ada bei Read: 1 von einem Tag."), "{said}");
        assert!(said.starts_with(&shared.pictures[0].alt), "{said}");
    }

    #[tokio::test]
    async fn only_ones_own_matrix_can_be_shared_where_others_read_it() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ken", "/join").await;
        assert!(world.to("ken", "/matrix event:Read", "ada").await.buttons.is_empty());
        assert!(world.in_private("ada", "/matrix").await.buttons.is_empty());
        world.say("eve", "/event create Diary visibility:invite").await;
        world.say("eve", "/join Diary").await;
        assert!(world.reply_to("eve", "/matrix Diary").await.buttons.is_empty());
    }
}
