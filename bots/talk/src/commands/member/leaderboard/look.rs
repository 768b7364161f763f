//! What is looked at in a ranking, as buttons carry it, and where one can go on to from there.

use chrono::Datelike;
use engine::rules::Day;
use engine::{Board, BoardRow, By, Event, EventId, PersonId, Question, Window};

use crate::command::context::Context;
use crate::locale::texts::{Arg, Words};
use crate::message::callback::CallbackId;
use crate::message::reply::{Button, Reply, Tone};
use crate::message::text::Text;

/// Rows before and after one's own.
pub(crate) const AROUND: u32 = 4;
/// What every ranking can be by; amounts are counted in some events only, and those of several add up to nothing.
pub(crate) const BYS: [By; 4] = [By::Current, By::Longest, By::Total, By::Consistency];

/// A row with its value; `own` is whoever is told that it is theirs.
pub(crate) fn line(ctx: &Context<'_>, row: &BoardRow, value: &str, own: Option<PersonId>) -> Text {
    let medal = match row.rank {
        // Nobody wins with nothing.
        _ if row.value <= 0 => "▫️",
        1 => "🥇",
        2 => "🥈",
        3 => "🥉",
        _ => "▫️",
    };
    let key = if Some(row.person) == own { "leaderboard-line-own" } else { "leaderboard-line" };
    ctx.text(
        key,
        &[
            ("rank", Arg::Number(row.rank)),
            ("medal", Arg::Text(medal)),
            ("name", Arg::Text(&row.name)),
            ("value", Arg::Text(value)),
        ],
    )
}

pub(crate) const ROWS: u32 = 10;

/// Pages that can be turned to; the web has the rest.
const PAGES_MAX: u32 = 10;
/// The same over several events, each of which is read for every page.
const PAGES_OVER_MAX: u32 = 5;

/// Whose ranking it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    One(EventId),
    Here,
    Everywhere,
}

/// What is looked at: in a button as `current.week.2`, behind the scope where that is not one event, as in
/// `here.total.week_20514.2` for the week of a label. Page 0 is that of whoever presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) scope: Scope,
    pub(crate) by: By,
    pub(crate) window: Window,
    /// The first label of a week or month that is over.
    pub(crate) on: Option<Day>,
    pub(crate) page: u32,
    /// Whether it should be a picture as well.
    pub(crate) picture: bool,
}

/// Where one can go on to.
pub(crate) struct Ways<'a> {
    pub(crate) bys: &'a [By],
    /// The weeks or months beside this one.
    pub(crate) before: Option<Day>,
    pub(crate) after: Option<Day>,
    pub(crate) board: &'a Board,
    pub(crate) has_picture: bool,
}

impl Scope {
    /// Which events, if it is not one. Where there is no community, here is everywhere.
    pub(crate) fn over(ctx: &Context<'_>) -> Option<Scope> {
        let named = match &ctx.press {
            Some(press) if press.event.is_some() => None,
            Some(press) => press.arg.split('.').next(),
            None => ctx.arg("scope"),
        };
        match named? {
            "here" if ctx.community.is_some() => Some(Scope::Here),
            "here" | "everywhere" => Some(Scope::Everywhere),
            _ => None,
        }
    }
}

impl Look {
    /// What a call asks to see; `usual` is what a ranking is by where nothing is said.
    pub(crate) fn of(ctx: &Context<'_>, scope: Scope, usual: By, today: Day) -> Look {
        let mut parts = ctx.pressed_arg().unwrap_or_default().split('.');
        if ctx.press.is_some() && !matches!(scope, Scope::One(_)) {
            parts.next();
        }
        let mut part = |name: &str| {
            parts
                .next()
                .filter(|part| !part.is_empty())
                .or(ctx.arg(name))
                .unwrap_or_default()
                .to_owned()
        };
        let by = By::named(&part("by")).unwrap_or(usual);
        let (window, on) = time_named(&part("period"), today);
        let page = part("page").parse().unwrap_or(1).min(pages_max(scope));
        let picture = part("picture") == "picture";
        Look { scope, by: counted_in(by, window), window, on, page, picture }
    }

    /// The same where weeks and months are those of an event.
    pub(crate) fn at(self, event: &Event, today: Day) -> Look {
        let first = |day: Day| self.window.first_day(&event.rules, day);
        let on = self.on.and_then(|day| first(day.max(event.rules.start).min(today)));
        Look { on: on.filter(|on| Some(*on) < first(today)), ..self }
    }

    /// The same where weeks begin on Monday.
    pub(crate) fn over(self, today: Day) -> Look {
        let first = |day: Day| match self.window {
            Window::Week => Some(day.plus(1 - i32::from(day.weekday()))),
            Window::Month => Some(day.plus(1 - day_of_month(day))),
            Window::AllTime => None,
        };
        let on = self.on.and_then(|day| first(day.max(Day(0)).min(today)));
        Look { on: on.filter(|on| Some(*on) < first(today)), ..self }
    }

    pub(crate) fn question(self, ctx: &Context<'_>) -> Question {
        Question {
            window: self.window,
            on: self.on,
            most: ROWS * self.page.max(1),
            ..Question::top(self.by, ROWS).at_close().asked_by(ctx.person.id)
        }
    }

    /// The rows of this page, of all up to its end.
    pub(crate) fn turn(self, board: &mut Board) {
        let skipped = (ROWS * (self.page.max(1) - 1)) as usize;
        board.rows.drain(..skipped.min(board.rows.len()));
    }

    /// The week or month before this one, back to the first one of an event.
    pub(crate) fn before(self, event: &Event, today: Day) -> Option<Day> {
        let first = self.on.or_else(|| self.window.first_day(&event.rules, today))?;
        let before = self.window.first_day(&event.rules, first.plus(-1));
        before.filter(|_| first > event.rules.start)
    }

    /// The week or month after one that is over.
    pub(crate) fn after(self, event: &Event) -> Option<Day> {
        // The first label of a month and as many as the longest one has lead into the next one.
        let days = match self.window {
            Window::Week => 7,
            Window::Month => 31,
            Window::AllTime => return None,
        };
        self.window.first_day(&event.rules, self.on?.plus(days))
    }

    /// The week or month as a heading names it; none for all time.
    pub(crate) fn time(self, words: Words, today: Day) -> Option<Text> {
        let Some(day) = self.on else {
            let key = format!("leaderboard-in-{}", self.window.name());
            return (self.window != Window::AllTime).then(|| words.text(&key, &[]));
        };
        match self.window {
            Window::Week => {
                let day = words.day(day, today);
                Some(words.text("leaderboard-week-of", &[("day", Arg::Text(&day))]))
            }
            Window::Month => {
                let month = words.month_of(day);
                Some(words.text("leaderboard-month-of", &[("month", Arg::Ours(&month))]))
            }
            Window::AllTime => None,
        }
    }

    /// What is said where nobody stands.
    pub(crate) fn nobody(self, words: Words) -> Text {
        let key = if self.on.is_some() { "leaderboard-empty-then" } else { "leaderboard-empty" };
        words.text(key, &[])
    }

    fn press(self) -> CallbackId {
        let (event, scope) = match self.scope {
            Scope::One(event) => (Some(event), ""),
            Scope::Here => (None, "here."),
            Scope::Everywhere => (None, "everywhere."),
        };
        let on = self.on.map(|day| format!("_{}", day.0)).unwrap_or_default();
        let picture = if self.picture { ".picture" } else { "" };
        let (by, window, page) = (self.by.name(), self.window.name(), self.page);
        CallbackId::new("leaderboard", event, &format!("{scope}{by}.{window}{on}.{page}{picture}"))
    }

    /// Rows of buttons: what it is by, the time, and the pages.
    pub(crate) fn buttons(self, words: Words, ways: &Ways<'_>, reply: Reply) -> Reply {
        let button = |label: &str, to: Look| Button::press(words.plain(label, &[]), to.press());
        let anew = Look { page: 1, picture: false, ..self };
        let board = ways.board;
        let other = |by: &&By| **by != self.by && counted_in(**by, self.window) == **by;
        let bys = ways.bys.iter().filter(other);
        let bys =
            bys.map(|by| button(&format!("button-by-{}", by.name()), Look { by: *by, ..anew }));
        let windows = Window::ALL.into_iter().map(|window| {
            let label = format!("button-in-{}", window.name());
            // Discord takes no two buttons that lead to the same: this one stays on the page, the others leave it.
            if window == self.window {
                let here = Look { page: self.page.max(1), picture: false, ..self };
                return Button { tone: Tone::Main, ..button(&label, here) };
            }
            let by = match (self.by, window) {
                (By::Points, _) => By::Points,
                (_, Window::AllTime) => By::Current,
                (_, Window::Week | Window::Month) => By::Total,
            };
            button(&label, Look { by, window, on: None, ..anew })
        });
        let beside = |label: &str, to: Option<Day>| {
            to.map(|day| button(label, Look { on: Some(day), ..anew }))
        };
        let earlier = beside("button-window-earlier", ways.before);
        let later = beside("button-window-later", ways.after);
        let times = earlier.into_iter().chain(windows).chain(later);
        let mut pages = vec![];
        if self.page > 1 {
            pages.push(button("button-previous", Look { page: self.page - 1, ..self }));
        }
        if board.next.is_some() && (1..pages_max(self.scope)).contains(&self.page) {
            pages.push(button("button-next", Look { page: self.page + 1, ..self }));
        }
        if board.own.is_some() && board.members > u64::from(ROWS) {
            pages.push(button("button-me", Look { page: 0, ..self }));
        }
        if ways.has_picture && board.rows.iter().any(|row| row.value > 0) {
            pages.push(button("button-picture", Look { picture: true, ..self }));
        }
        let rows = [bys.collect::<Vec<_>>(), times.collect(), pages];
        rows.into_iter().filter(|row| !row.is_empty()).fold(reply, Reply::with)
    }
}

fn pages_max(scope: Scope) -> u32 {
    match scope {
        Scope::One(_) => PAGES_MAX,
        Scope::Here | Scope::Everywhere => PAGES_OVER_MAX,
    }
}

/// Only what is added up can be counted by weeks and months.
fn counted_in(by: By, window: Window) -> By {
    match (by, window) {
        (By::Total | By::Points, _) | (_, Window::AllTime) => by,
        _ => By::Total,
    }
}

/// A time by its name, and a label of it where it is over: `week`, `last_week`, or in a button `week_20514`.
fn time_named(name: &str, today: Day) -> (Window, Option<Day>) {
    match name.split_once('_') {
        Some(("last", "week")) => (Window::Week, Some(today.plus(-7))),
        Some(("last", "month")) => (Window::Month, Some(today.plus(-day_of_month(today)))),
        Some((window, day)) => {
            (Window::named(window).unwrap_or_default(), day.parse().ok().map(Day))
        }
        None => (Window::named(name).unwrap_or_default(), None),
    }
}

fn day_of_month(day: Day) -> i32 {
    day.date().day() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<chrono::NaiveDate>().unwrap().into()
    }

    #[test]
    fn a_time_that_is_over_has_a_label_in_it() {
        let today = day("2026-03-31");
        let last_week = (Window::Week, Some(day("2026-03-24")));
        assert_eq!(time_named("last_week", today), last_week);
        assert_eq!(time_named("last_month", today), (Window::Month, Some(day("2026-02-28"))));
        assert_eq!(time_named("week_20514", today), (Window::Week, Some(Day(20_514))));
        assert_eq!(time_named("week", today), (Window::Week, None));
        assert_eq!(time_named("week_x", today), (Window::Week, None));
    }

    #[test]
    fn the_longest_button_fits_both_platforms() {
        let scope = Scope::One(EventId(i64::MAX));
        let (window, on) = (Window::Month, Some(Day(20_514)));
        let look = Look { scope, by: By::Points, window, on, page: 10, picture: true };
        assert!(look.press().to_string().len() <= 64);
        let over = Look { scope: Scope::Everywhere, page: 5, ..look };
        assert_eq!(over.press().arg, "everywhere.points.month_20514.5.picture");
    }
}
