//! `/leaderboard`: who stands where, of all time or in a week or month, page by page.

use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply, Text, Tone, Words, amounts};
use engine::{Board, BoardRow, By, Error, Event, Question, Visibility, Window};

const ROWS: u32 = 10;
/// Pages that can be turned to; the web has the rest.
const PAGES_MAX: u32 = 10;
/// Rows before and after one's own.
const AROUND: u32 = 4;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "leaderboard-event", Kind::Event(Who::Seen)),
        Param::new(
            "by",
            "leaderboard-by",
            Kind::OneOf(&["current", "longest", "total", "consistency", "points"]),
        ),
        Param::new("scope", "leaderboard-scope", Kind::OneOf(&["one", "here", "everywhere"])),
        Param::new("period", "leaderboard-period", Kind::OneOf(&["week", "month", "all"])),
    ],
    free: Some("event"),
    public: true,
    ..Command::new("leaderboard", "leaderboard-about", |call| Box::pin(run(call)))
};

/// What is looked at: in a button as `current.week.2`, where page 0 is that of whoever presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    by: By,
    window: Window,
    page: u32,
    /// Whether it shall be a picture as well.
    picture: bool,
}

impl Look {
    fn of(call: &Call<'_>, event: &Event) -> Look {
        let mut parts = call.pressed_arg().unwrap_or_default().split('.');
        let mut part = |name: &str| {
            parts
                .next()
                .filter(|part| !part.is_empty())
                .or(call.arg(name))
                .unwrap_or_default()
                .to_owned()
        };
        // When all is over nobody has a run any more.
        let usual = if event.ended_at.is_some() { By::Longest } else { By::default() };
        let by = By::named(&part("by")).unwrap_or(usual);
        let window = Window::named(&part("period")).unwrap_or_default();
        let page = part("page").parse().unwrap_or(1).min(PAGES_MAX);
        let picture = part("picture") == "picture";
        let by = counted_in(by, window);
        Look { by, window, page, picture }
    }

    fn press(self, event: &Event) -> Press {
        let picture = if self.picture { ".picture" } else { "" };
        let arg = format!("{}.{}.{}{picture}", self.by.name(), self.window.name(), self.page);
        Press::new("leaderboard", Some(event.id), &arg)
    }
}

/// Only what is added up can be counted by weeks and months.
fn counted_in(by: By, window: Window) -> By {
    match (by, window) {
        (By::Total | By::Points, _) | (_, Window::AllTime) => by,
        _ => By::Total,
    }
}

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    match call.arg("scope") {
        Some("here") if call.community.is_some() => return over(call, true).await,
        Some("here" | "everywhere") => return over(call, false).await,
        _ => {}
    }
    let event = match which(call).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let look = Look::of(call, &event);
    let question = Question {
        by: look.by,
        window: look.window,
        most: ROWS * look.page.max(1),
        ..Question::top(look.by, ROWS).asked_by(call.person.id)
    };
    let mut board = call.engine().ranking(event.id, &question, call.now()).await?;
    let skipped = board.rows.len().min((ROWS * (look.page.max(1) - 1)) as usize);
    board.rows.drain(..skipped);
    if look.page == 0 {
        let around = Question { most: AROUND, ..question };
        let near = call.engine().neighbours(event.id, &around, call.now()).await?;
        if !near.is_empty() {
            board.rows = near;
        }
    }
    let text = text(call, &event, look, &board).await?;
    let is_open = !call.is_secret(&event);
    // What an invite-only event is about stays with whoever asked.
    let reply = if is_open { Reply::open(text) } else { Reply::only(text) };
    let reply = buttons(call, &event, look, &board, reply.secret_if(!is_open));
    let mut reply = reply;
    if look.picture {
        reply.pictures.extend(call.talk.draw_board(call.words, &event, look.by, &board).await);
        return Ok(Reply { buttons: vec![], ..reply });
    }
    Ok(if call.press.is_some() { Reply { private: true, ..reply.replacing() } } else { reply })
}

async fn text(call: &Call<'_>, event: &Event, look: Look, board: &Board) -> Result<Text, Error> {
    let heading = format!("leaderboard-heading-{}", look.by.name());
    let mut text = call.text(&heading, &[("title", Arg::Text(&event.title))]);
    if look.window != Window::AllTime {
        text = text.beside(call.text(&format!("leaderboard-in-{}", look.window.name()), &[]));
    }
    if board.rows.is_empty() {
        text = text.then(call.text("leaderboard-empty", &[]));
    }
    for row in &board.rows {
        text = text.then(line(call, look.by, row));
    }
    let own = board.own.as_ref();
    let is_shown = own.is_none_or(|own| board.rows.iter().any(|row| row.person == own.person));
    if let (Some(own), false) = (own, is_shown) {
        text = text.then(call.text("leaderboard-gap", &[])).then(line(call, look.by, own));
    }
    if let Some(percent) = own.and_then(|own| top_percent(own, board.members)) {
        text = text.then(call.text("leaderboard-top", &[("percent", Arg::Number(percent))]));
    }
    if let (Some(own), Window::AllTime) = (own, look.window) {
        let before =
            call.engine().look(call.membership(event.id), look.by, own.rank, call.now()).await?;
        if let Some((key, n)) = before.and_then(|rank| moved(rank, own.rank)) {
            text = text.then(call.text(key, &[("n", Arg::Number(n))]));
        }
    }
    if let Some(group) = call.engine().group(event.id, call.now()).await? {
        let args = [
            ("current", Arg::Number(group.current.into())),
            ("longest", Arg::Number(group.longest.into())),
        ];
        text = text.then(call.text("leaderboard-group", &args));
    }
    if event.visibility == Visibility::Public {
        let address = format!("{}/e/{}", call.talk.public_url, event.slug);
        text = text.then(call.text("leaderboard-page", &[("address", Arg::Link(&address))]));
    }
    Ok(text)
}

/// The best of all events, of this community or of everybody: each row is a person in an event.
async fn over(call: &Call<'_>, here: bool) -> Result<Reply, Error> {
    let window = call.arg("period").and_then(Window::named).unwrap_or_default();
    let by = counted_in(call.arg("by").and_then(By::named).unwrap_or_default(), window);
    let community = call.community.as_ref().map(|community| community.id).filter(|_| here);
    let question = Question { window, ..Question::top(by, ROWS) };
    let rows = call.engine().ranking_over(community, &question, call.now()).await?;
    let heading = if here { "leaderboard-here" } else { "leaderboard-everywhere" };
    let mut text = call.text(heading, &[]);
    if window != Window::AllTime {
        text = text.beside(call.text(&format!("leaderboard-in-{}", window.name()), &[]));
    }
    if rows.is_empty() {
        text = text.then(call.text("leaderboard-empty", &[]));
    }
    for row in &rows {
        let Some(event) = call.engine().event(row.event).await? else { continue };
        let title = ("title", Arg::Text(&event.title));
        text = text.then(line(call, by, row).beside(call.text("leaderboard-at", &[title])));
    }
    Ok(Reply::open(text))
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
async fn which(call: &Call<'_>) -> Result<Chosen, Error> {
    if call.press.is_none() && call.arg("event").is_none() && choose::mine(call).await?.len() == 1 {
        return choose::event(call, Who::Mine, "leaderboard").await;
    }
    choose::event(call, Who::Seen, "leaderboard").await
}

fn line(call: &Call<'_>, by: By, row: &BoardRow) -> Text {
    let medal = match row.rank {
        1 => "🥇",
        2 => "🥈",
        3 => "🥉",
        _ => "▫️",
    };
    let key =
        if row.person == call.person.id { "leaderboard-line-own" } else { "leaderboard-line" };
    call.text(
        key,
        &[
            ("rank", Arg::Number(row.rank)),
            ("medal", Arg::Text(medal)),
            ("name", Arg::Text(&row.name)),
            ("value", Arg::Text(&value(call.words, by, row))),
        ],
    )
}

/// The number that is ranked, as it is read.
pub(crate) fn value(words: Words, by: By, row: &BoardRow) -> String {
    match by {
        By::Current | By::Longest | By::Total => row.value.to_string(),
        By::Consistency => format!("{} %", row.value.max(0) / 100),
        By::Points => amounts::show(words, row.value),
    }
}

fn buttons(call: &Call<'_>, event: &Event, look: Look, board: &Board, reply: Reply) -> Reply {
    let button =
        |label: &str, to: Look| Button::press(call.words.plain(label, &[]), to.press(event));
    let bys = match look.window {
        Window::AllTime => &[By::Current, By::Longest, By::Total][..],
        Window::Week | Window::Month => &[],
    };
    let bys = bys.iter().filter(|by| **by != look.by);
    let bys = bys.map(|by| {
        button(
            &format!("button-by-{}", by.name()),
            Look { by: *by, page: 1, picture: false, ..look },
        )
    });
    let windows = Window::ALL.into_iter().map(|window| {
        let label = format!("button-in-{}", window.name());
        // Discord takes no two buttons that lead to the same: this one stays on the page, the others leave it.
        if window == look.window {
            let here = Look { page: look.page.max(1), picture: false, ..look };
            return Button { tone: Tone::Main, ..button(&label, here) };
        }
        let by = if window == Window::AllTime { By::Current } else { By::Total };
        button(&label, Look { by, window, page: 1, picture: false })
    });
    let mut pages = vec![];
    if look.page > 1 {
        pages.push(button("button-previous", Look { page: look.page - 1, ..look }));
    }
    if board.next.is_some() && (1..PAGES_MAX).contains(&look.page) {
        pages.push(button("button-next", Look { page: look.page + 1, ..look }));
    }
    if board.own.is_some() && board.members > u64::from(ROWS) {
        pages.push(button("button-me", Look { page: 0, ..look }));
    }
    if board.rows.iter().any(|row| row.value > 0) {
        pages.push(button("button-picture", Look { picture: true, ..look }));
    }
    let rows = [bys.collect::<Vec<_>>(), windows.collect(), pages];
    rows.into_iter().filter(|row| !row.is_empty()).fold(reply, Reply::with)
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn ties_share_a_place_and_names_are_literal() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken", "**grace**"] {
            world.say(name, "/join").await;
            world.say(name, "/checkin").await;
        }
        world.next_day();
        world.say("ada", "/checkin").await;
        let board = world.hear("ken", "/leaderboard").await;
        let lines: Vec<String> = board.plain().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "🏆 Read · current streak");
        assert_eq!(lines[1..4], ["1 🥇 ada — 2", "2 🥈 ken — 1 · you", "2 🥈 **grace** — 1"]);
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
        let even = world.say("ken", "/leaderboard by:consistency").await;
        assert!(even.starts_with("🏆 Read · consistency"), "{even}");
    }

    #[tokio::test]
    async fn the_best_of_several_events_stand_together() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/event create Run").await;
        world.say("ada", "/join Read").await;
        world.say("ken", "/join Run").await;
        world.say("ada", "/checkin").await;
        world.next_day();
        world.say("ada", "/checkin").await;
        world.say("ken", "/checkin").await;
        for scope in ["here", "everywhere"] {
            let board = world.say("eve", &format!("/leaderboard scope:{scope}")).await;
            assert!(board.ends_with("1 🥇 ada — 2 · Read\n2 🥈 ken — 1 · Run"), "{board}");
        }
        let week = world.say("eve", "/leaderboard scope:here period:week").await;
        assert!(week.contains("· this week\n1 🥇 ada — 1 · Read"), "{week}");
        // What is for this community is seen from within it.
        world.say("ken", "/event create Swim visibility:community").await;
        world.say("zoe", "/join Swim").await;
        world.say("zoe", "/checkin").await;
        assert!(world.say("eve", "/leaderboard scope:here").await.contains("zoe"));
        assert!(!world.say("eve", "/leaderboard scope:everywhere").await.contains("zoe"));
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
        let board = world.hear("m20", "/leaderboard").await;
        assert_eq!(board.plain().lines().filter(|line| line.contains(" — ")).count(), 11);
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
        let fifth = world.say("m05", "/leaderboard").await;
        assert!(fifth.contains("You are in the top 21 %."), "{fifth}");
        let week = world.hear("m02", "/leaderboard period:week").await;
        let me = world.press("m02", &week, "Me").await;
        assert!(me.contains("2 — 1 · you") && !me.contains("— 2"), "{me}");
        let first = world.say("m00", "/leaderboard").await;
        assert!(!first.contains("in the top"), "{first}");
    }
}
