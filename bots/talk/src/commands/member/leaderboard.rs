//! `/leaderboard`: who stands where, of all time or in a week or month, page by page.

pub(crate) mod look;
pub(crate) mod over;

use engine::{Board, BoardRow, By, Error, Event, GroupStreak, Question, Visibility, Window};

use crate::command::context::Context;
use crate::command::definition::{Command, Kind, Param, Who};
use crate::command::pick_event::{self, Chosen};
use crate::commands::member::leaderboard::look::{AROUND, BYS, Look, ROWS, Scope, Ways};
use crate::locale::texts::Arg;
use crate::message::reply::Reply;
use crate::message::text::Text;
use crate::view::leaderboard::{counts_amounts, measure, value};
use crate::view::pictures;
use crate::view::progress;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "leaderboard-event", Kind::Event(Who::Seen)),
        Param::new(
            "by",
            "leaderboard-by",
            Kind::OneOf(&["current", "longest", "total", "consistency", "points"]),
        ),
        Param::new("scope", "leaderboard-scope", Kind::OneOf(&["one", "here", "everywhere"])),
        Param::new(
            "period",
            "leaderboard-period",
            Kind::OneOf(&["week", "month", "last_week", "last_month", "all"]),
        ),
    ],
    free: Some("event"),
    public: true,
    only_shows: true,
    ..Command::new("leaderboard", "leaderboard-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if let Some(scope) = Scope::over(ctx) {
        return over::board(ctx, scope).await;
    }
    let event = match which(ctx).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let today = event.rules.shared_setting().day_of(ctx.now());
    // When all is over nobody has a run any more.
    let usual = if event.ended_at.is_some() { By::Longest } else { By::default() };
    let look = Look::of(ctx, Scope::One(event.id), usual, today).at(&event, today);
    let question = look.question(ctx);
    let mut board = ctx.engine().leaderboards().page(event.id, &question, ctx.now()).await?;
    look.turn(&mut board);
    if look.page == 0 {
        let around = Question { most: AROUND, ..question };
        let near = ctx.engine().leaderboards().neighbours(event.id, &around, ctx.now()).await?;
        if !near.is_empty() {
            board.rows = near;
        }
    }
    let is_open = !ctx.is_secret(&event);
    // What everybody reads speaks to nobody alone, in the words of the place.
    let is_alone = !(is_open && ctx.is_heard_by_all());
    let for_all = ctx.for_all().await?;
    let ctx = if is_alone { ctx } else { &for_all };
    let text = text(ctx, &event, look, &board, is_alone).await?;
    // What an invite-only event is about stays with whoever asked.
    let reply = if is_open { Reply::open(text) } else { Reply::only(text) };
    let mut reply = pictures::framed(event.id, reply.secret_if(!is_open));
    if look.picture {
        let time = look.time(ctx.words, today).map(|time| time.plain());
        let shown = (look.by, time.as_deref());
        reply.pictures.extend(ctx.talk.draw_board(ctx.words, &event, shown, &board, today).await);
        return Ok(reply);
    }
    let bys: &[By] = if counts_amounts(&event) { &By::ALL } else { &BYS };
    let (before, after) = (look.before(&event, today), look.after(&event));
    let ways = Ways { bys, before, after, board: &board, has_picture: true };
    // An answer that is given in private turns its pages there: not for whoever sees the event from this place alone.
    let is_aside = ctx.is_read_by_all() && ctx.press.is_some() && ctx.pressed_arg().is_none();
    let is_of_place = event.visibility == Visibility::Community && board.own.is_none();
    let reply = match is_aside && is_of_place {
        true => reply,
        false => look.buttons(ctx.words, &ways, reply),
    };
    Ok(match (&ctx.press, ctx.pressed_arg()) {
        // The button of a card or of an answer asks for a leaderboard, it turns no page of one.
        (Some(_), None) => Reply { private: true, ..reply.replacing() },
        (Some(_), Some(_)) => reply.turned(),
        (None, _) => reply,
    })
}

/// `is_alone`: one person reads it, and is told where they stand.
async fn text(
    ctx: &Context<'_>,
    event: &Event,
    look: Look,
    board: &Board,
    is_alone: bool,
) -> Result<Text, Error> {
    let by = measure(ctx.words, event, look.by);
    let heading = [("title", Arg::Text(&event.title)), ("measure", Arg::Ours(&by))];
    let mut text = ctx.text("leaderboard-heading", &heading);
    if let Some(time) = look.time(ctx.words, event.rules.shared_setting().day_of(ctx.now())) {
        text = text.beside(time);
    }
    if board.rows.is_empty() {
        text = text.then(look.nobody(ctx.words));
    }
    let own = board.own.as_ref().filter(|_| is_alone);
    let line = |row: &BoardRow| {
        let value = value(ctx.words, event, look.by, row);
        look::line(ctx, row, &value, own.map(|own| own.person))
    };
    text = board.rows.iter().map(line).fold(text, Text::then);
    let is_shown = own.is_none_or(|own| board.rows.iter().any(|row| row.person == own.person));
    if let (Some(own), false) = (own, is_shown) {
        text = text.then(ctx.text("leaderboard-gap", &[])).then(line(own));
    }
    if let Some(percent) = own.and_then(|own| top_percent(own, board.members)) {
        text = text.then(ctx.text("leaderboard-top", &[("percent", Arg::Number(percent))]));
    }
    // Whoever turns the pages has looked already.
    if let (Some(own), Window::AllTime, None) = (own, look.window, ctx.pressed_arg()) {
        let before = ctx
            .engine()
            .leaderboards()
            .look(ctx.membership(event.id), look.by, own.rank, ctx.now())
            .await?;
        if let Some((key, n)) = before.and_then(|rank| moved(rank, own.rank)) {
            text = text.then(ctx.text(key, &[("n", Arg::Number(n))]));
        }
    }
    match ctx.engine().memberships().group(event.id, ctx.now()).await? {
        Some(GroupStreak::Counted(group)) => {
            text =
                text.then(progress::group(ctx.words, &event.rules, group.current, group.longest));
        }
        Some(GroupStreak::TooLarge) => {
            text = text.then(ctx.text("leaderboard-group-large", &[]));
        }
        None => {}
    }
    if event.visibility == Visibility::Public {
        let address = format!("{}/e/{}", ctx.talk.public_url, event.slug);
        text = text.then(ctx.text("leaderboard-page", &[("address", Arg::Link(&address))]));
    }
    Ok(text)
}

/// Which part of all stands there or above: told to the better half of a ranking of several pages, but for the
/// medals.
fn top_percent(own: &BoardRow, members: u64) -> Option<u64> {
    let percent = (own.rank * 100).div_ceil(members.max(1));
    (members > u64::from(ROWS) && own.rank > 3 && own.value > 0 && percent <= 50).then_some(percent)
}

/// How far one has moved since the last look.
fn moved(before: u64, now: u64) -> Option<(&'static str, u64)> {
    match before.cmp(&now) {
        std::cmp::Ordering::Greater => Some(("leaderboard-up", before - now)),
        std::cmp::Ordering::Less => Some(("leaderboard-down", now - before)),
        std::cmp::Ordering::Equal => None,
    }
}

/// Without a name: my only event, or the only one that can be seen here.
async fn which(ctx: &Context<'_>) -> Result<Chosen, Error> {
    if ctx.press.is_none() && ctx.arg("event").is_none() && pick_event::mine(ctx).await?.len() == 1
    {
        return pick_event::event(ctx, Who::Mine, "leaderboard").await;
    }
    pick_event::event(ctx, Who::Seen, "leaderboard").await
}

#[cfg(test)]
mod tests {
    use crate::message::reply::ButtonAction;
    use crate::message::reply::Reply;
    use crate::testing::world::World;

    #[tokio::test]
    async fn ties_share_a_place_and_names_are_literal() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken", "**grace**"] {
            world.say(name, "/join").await;
            world.say(name, "/checkin").await;
        }
        world.next_day();
        world.say("ada", "/checkin").await;
        let board = world.reply_to("ken", "/leaderboard").await;
        let lines: Vec<String> = board.plain().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "🏆 Read · current streak");
        assert_eq!(lines[1..4], ["1 🥇 ada — 2", "2 🥈 ken — 1", "2 🥈 **grace** — 1"]);
        assert!(lines[4].starts_with("http://streaks.test/e/read-"));
        let total = world.press("ken", &board, "Total").await;
        assert!(total.starts_with("🏆 Read · days in all\n1 🥇 ada — 2"), "{total}");
        world.tap("ken", &board, "Longest").await;
        let week = world.press("ken", &board, "Week").await;
        assert!(week.starts_with("🏆 Read · days in all · this week\n1 🥇"), "{week}");
        let picture = world.tap("ken", &board, "Picture").await;
        assert_eq!(
            picture.pictures[0].alt,
            "🏆 Read · current streak; 1 ada 2; 2 ken 1; 2 **grace** 1"
        );
        let week = world.tap("ken", &board, "Week").await;
        let picture = world.tap("ken", &week, "Picture").await;
        let alt = &picture.pictures[0].alt;
        assert!(alt.starts_with("🏆 Read · days in all · this week; 1 "), "{alt}");
        let even = world.say("ken", "/leaderboard by:consistency").await;
        assert!(even.starts_with("🏆 Read · consistency"), "{even}");
    }

    #[tokio::test]
    async fn the_best_of_several_events_stand_together() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/event create visibility:public title:Run").await;
        world.say("ada", "/join Read").await;
        world.say("ken", "/join Run").await;
        world.say("ada", "/checkin").await;
        world.next_day();
        world.say("ada", "/checkin").await;
        world.say("ken", "/checkin").await;
        for scope in ["here", "everywhere"] {
            let board = world.say("eve", &format!("/leaderboard scope:{scope}")).await;
            assert!(board.ends_with("1 🥇 ada — 2 days · Read\n2 🥈 ken — 1 day · Run"), "{board}");
        }
        let week = world.say("eve", "/leaderboard scope:here period:week").await;
        assert!(week.contains("· this week\n1 🥇 ada — 1 day · Read"), "{week}");
        // What is for this community is seen from within it.
        world.say("ken", "/event create Swim visibility:community").await;
        world.say("zoe", "/join Swim").await;
        world.say("zoe", "/checkin").await;
        assert!(world.say("eve", "/leaderboard scope:here").await.contains("zoe"));
        assert!(!world.say("eve", "/leaderboard scope:everywhere").await.contains("zoe"));
    }

    #[tokio::test]
    async fn weeks_stand_beside_days_each_in_its_unit() {
        let mut world = World::with_event("Read").await;
        world.say("ken", "/event create Run days:\"once a week\" visibility:public").await;
        world.say("ada", "/join Read").await;
        world.say("ken", "/join Run").await;
        // A whole week, and two days of the next.
        for day in 0..9 {
            world.next_day();
            if day < 3 {
                world.say("ada", "/checkin Read").await;
            }
            world.say("ken", "/checkin Run").await;
        }
        let board = world.say("eve", "/leaderboard scope:here by:total").await;
        assert!(board.starts_with("🏆 The best of this community · total\n"), "{board}");
        assert!(board.contains("ada — 3 days · Read"), "{board}");
        assert!(board.contains("ken — 2 weeks · Run"), "{board}");
    }

    #[tokio::test]
    async fn pages_turn_and_ones_own_place_is_a_tap_away() {
        let mut world = World::with_event("Read").await;
        for n in 0..24 {
            let name = format!("m{n:02}");
            world.say(&name, "/join").await;
            if n < 12 {
                world.say(&name, "/checkin").await;
            }
        }
        world.next_day();
        let board = world.reply_to("m20", "/leaderboard").await;
        assert_eq!(board.plain().lines().filter(|line| line.contains(" — ")).count(), 10);
        let second = world.tap("m20", &board, "Next ▶").await;
        assert!(second.plain().contains("1 🥇 m10 — 1"), "{}", second.plain());
        let third = world.tap("m20", &second, "Next ▶").await;
        assert!(third.plain().contains("m20 — 0 · you"), "{}", third.plain());
        let me = world.press("m20", &board, "Me").await;
        assert!(me.contains("m20 — 0 · you") && me.contains("m19 — 0"), "{me}");
        assert!(!me.contains("in the top"), "{me}");
        for name in ["m00", "m01", "m02", "m03"] {
            world.say(name, "/checkin").await;
        }
        let fifth = world.in_private("m05", "/leaderboard").await.plain();
        assert!(fifth.contains("You are in the top 21%."), "{fifth}");
        let week = world.reply_to("m02", "/leaderboard period:week").await;
        let me = world.press("m02", &week, "Me").await;
        assert!(me.contains("2 — 1 · you") && !me.contains("— 2"), "{me}");
        let first = world.in_private("m00", "/leaderboard").await.plain();
        assert!(!first.contains("in the top"), "{first}");
    }

    /// The labels of all buttons below an answer.
    fn labels(reply: &Reply) -> Vec<&str> {
        reply.buttons.iter().flatten().map(|button| button.label.as_str()).collect()
    }

    #[tokio::test]
    async fn the_best_of_several_events_turn_pages_and_tell_ones_own_place() {
        let mut world = World::with_event("Read").await;
        let names: Vec<String> = (0..24).map(|n| format!("m{n:02}")).collect();
        for name in &names {
            world.say(name, "/join").await;
            world.say(name, "/checkin").await;
        }
        world.next_day();
        for name in &names[..12] {
            world.say(name, "/checkin").await;
        }
        for (scope, heading) in [
            ("here", "🏆 The best of this community · current streak"),
            ("everywhere", "🏆 The best of all public events · current streak"),
        ] {
            let board = world.reply_to("m20", &format!("/leaderboard scope:{scope}")).await;
            let said = board.plain();
            let lines: Vec<&str> = said.lines().collect();
            assert_eq!(lines.len(), 11, "{said}");
            assert_eq!(lines[..2], [heading, "1 🥇 m00 — 2 days · Read"]);
            assert_eq!(lines[10..], ["1 🥇 m09 — 2 days · Read"]);
            let second = world.tap("m20", &board, "Next ▶").await;
            assert!(second.private && second.plain().starts_with(heading), "{}", second.plain());
            assert!(second.plain().contains("\n13 ▫️ m12 — 1 day · Read"), "{}", second.plain());
            let third = world.press("m20", &second, "Next ▶").await;
            assert!(third.ends_with("13 ▫️ m23 — 1 day · Read") && !third.contains('…'), "{third}");
            let me = world.press("m20", &board, "Me").await;
            assert!(me.contains("13 ▫️ m16 — 1 day · Read\n") && !me.contains("m15"), "{me}");
            assert!(me.contains("13 ▫️ m20 — 1 day · you · Read\n"), "{me}");
            let total = world.tap("m20", &second, "Total").await;
            assert!(total.plain().contains("· total\n1 🥇 m00 — 2 days"), "{}", total.plain());
            let week = world.press("m20", &total, "Week").await;
            assert!(week.contains("· this week\n1 🥇 m00 — 1 day · Read"), "{week}");
        }
    }

    #[tokio::test]
    async fn a_page_may_take_the_place_of_the_one_before() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for line in ["/leaderboard Read", "/leaderboard scope:here"] {
            let board = world.reply_to("ada", line).await;
            assert!(world.tap("ada", &board, "Week").await.pages, "{line}");
        }
    }

    #[tokio::test]
    async fn a_card_stays_where_its_leaderboard_is_asked_for() {
        let world = World::with_event("Read").await;
        let card = world.card.clone();
        assert!(!world.tap("ada", &card, "Leaderboard").await.pages);
    }

    #[tokio::test]
    async fn a_page_about_an_event_for_few_takes_no_place_among_others() {
        let world = World::new().await;
        world.say("ada", "/event create Diary visibility:invite").await;
        world.say("ada", "/join Diary").await;
        let board = world.reply_to("ada", "/leaderboard Diary").await;
        let week = world.tap("ada", &board, "Week").await;
        assert!(week.secret && !week.pages);
    }

    #[tokio::test]
    async fn a_button_over_several_events_says_which() {
        let world = World::with_event("Read").await;
        let board = world.reply_to("ada", "/leaderboard scope:here by:total period:week").await;
        let carried = board.buttons.iter().flatten().filter_map(|button| match &button.action {
            ButtonAction::Callback(press) => Some(press.to_string()),
            ButtonAction::Link(_) => None,
        });
        assert_eq!(
            carried.collect::<Vec<_>>(),
            [
                "v1:leaderboard::here.total.week.1",
                "v1:leaderboard::here.total.month.1",
                "v1:leaderboard::here.current.all.1"
            ]
        );
    }

    #[tokio::test]
    async fn amounts_have_a_button_only_where_they_are_counted() {
        let world = World::new().await;
        for (line, buttons) in [
            (
                "/event create visibility:public title:Read",
                &["Longest", "Total", "Consistency"][..],
            ),
            (
                "/event create visibility:public title:Run goal:\"5 km a day\"",
                &["Longest", "Total", "Consistency", "Amounts"][..],
            ),
        ] {
            let card = world.reply_to("ada", line).await;
            let board = world.tap("ada", &card, "Leaderboard").await;
            let rest = ["Week", "Month", "All time"];
            assert_eq!(labels(&board), [buttons, &rest[..]].concat());
        }
    }

    #[tokio::test]
    async fn amounts_carry_their_unit() {
        let world = World::new().await;
        world.say("ada", "/event create visibility:public title:Run goal:\"5 km\"").await;
        world.say("ada", "/join Run").await;
        world.say("ada", "/checkin Run 1500").await;
        let board = world.say("ada", "/leaderboard by:points").await;
        assert!(board.contains("1 🥇 ada — 1,500 km"), "{board}");
        let here = world.say("ada", "/leaderboard scope:here by:points").await;
        assert!(!here.contains("ada — 1,500\n"), "{here}");
    }

    #[tokio::test]
    async fn turning_pages_is_no_new_look() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        world.say("ada", "/checkin").await;
        let board = world.in_private("ken", "/leaderboard").await;
        assert!(board.plain().contains("2 ▫️ ken — 0 · you"), "{}", board.plain());
        world.next_day();
        world.say("ken", "/checkin").await;
        let total = world.tap("ken", &board, "Total").await;
        let current = world.press("ken", &total, "Current").await;
        assert!(current.contains("1 🥇 ken — 1 · you") && !current.contains('▲'), "{current}");
        let said = world.say("ken", "/leaderboard").await;
        assert!(!said.contains("you"), "{said}");
        let again = world.in_private("ken", "/leaderboard").await.plain();
        assert!(again.contains("▲ 1 since you last looked"), "{again}");
    }

    #[tokio::test]
    async fn a_week_that_is_over_can_be_looked_up() {
        // The 1st of March is a Sunday.
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        world.say("ada", "/checkin").await;
        world.next_day();
        world.say("ken", "/checkin").await;
        let now = world.reply_to("ken", "/leaderboard period:week").await;
        assert_eq!(labels(&now)[..3], ["« Earlier", "Week", "Month"]);
        assert!(now.plain().contains("· this week\n1 🥇 ken — 1\n"), "{}", now.plain());
        let before = world.tap("ken", &now, "« Earlier").await;
        let heading = "🏆 Read · days in all · the week from Mon 23 Feb\n1 🥇 ada — 1\n";
        assert!(before.plain().starts_with(heading), "{}", before.plain());
        assert_eq!(labels(&before)[..4], ["Week", "Month", "All time", "Later »"]);
        let named = world.say("ada", "/leaderboard period:last_week").await;
        assert!(named.contains("the week from Mon 23 Feb\n1 🥇 ada — 1\n"), "{named}");
        let later = world.press("ken", &before, "Later »").await;
        assert!(later.contains("· this week\n1 🥇 ken — 1 · you"), "{later}");
        // What the button leads to stays the same when time goes on.
        for _ in 0..35 {
            world.next_day();
        }
        let kept = world.press("ken", &now, "« Earlier").await;
        assert!(kept.starts_with(heading), "{kept}");
        let month = world.say("ken", "/leaderboard period:last_month").await;
        let heading = "🏆 Read · days in all · March 2026\n1 🥇 ada — 1\n1 🥇 ken — 1";
        assert!(month.starts_with(heading), "{month}");
        let empty = world.say("ken", "/leaderboard period:last_week").await;
        assert!(empty.contains("Mon 30 Mar\nNobody had checked in then."), "{empty}");
    }
}
