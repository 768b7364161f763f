//! Goals as people say them: an amount of a unit, so many times, some of several tasks; beside it a rhythm. All of the words
//! are read, or none.

use engine::rules::goal::{
    AMOUNT_MAX_MILLI, Aggregate, Compare, Metric, Need, TASKS_MAX, Task, TaskGoal,
};
use engine::rules::{Cadence, Goal, Scope};

use crate::locale::Words;
use crate::parse::amount;
use crate::parse::number::{self, Marks};
use crate::parse::rhythm;
use crate::parse::token::Token;
use crate::parse::vocabulary::{self, Piece, pieces};

/// Characters of a unit.
pub(crate) const UNIT_MAX: usize = 32;
/// Characters of a task: Discord takes no longer value of a choice.
pub(crate) const TASK_MAX: usize = 100;
const TIMES_MAX: i64 = 1_000;
/// What a word that begins a unit does not mean.
const NO_UNIT: [&str; 37] = [
    "unit-day",
    "unit-week",
    "unit-month",
    "every",
    "every-behind",
    "all-days",
    "workdays",
    "weekend",
    "weekly",
    "monthly",
    "per",
    "article",
    "and",
    "or",
    "range",
    "range-end",
    "from",
    "except",
    "except-behind",
    "not",
    "vague",
    "holidays",
    "at-most",
    "at-most-behind",
    "at-least",
    "at-least-behind",
    "fortnight",
    "alternate-days",
    "filler",
    "of",
    "of-behind",
    "am",
    "pm",
    "oclock",
    "today",
    "yesterday",
    "tomorrow",
];

/// What is asked for, and how often and over how long it is counted where that is said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GoalSpec {
    pub goal: Goal,
    pub cadence: Option<Cadence>,
    pub scope: Scope,
}

/// How a text is read: in whose words, with whose marks in numbers, and how amounts count where that is said apart.
#[derive(Clone, Copy)]
pub(crate) struct Manner<'c> {
    pub words: Words,
    pub marks: Marks,
    pub count: Option<&'c str>,
}

/// Reads `20 pages`, `20 km a week`, `at most 2 cups on weekdays`, `3 times a day`. None where it is no such thing, or a
/// word is left over: then it is only words.
pub(crate) fn read(manner: Manner<'_>, written: &str) -> Option<GoalSpec> {
    let written = written.trim().trim_end_matches(['.', '!', '。']);
    let pieces = pieces(manner.words, written)?;
    if let Some(rhythm) = rhythm::of_pieces(&pieces) {
        let goal = rhythm.times_a_day.map_or(Goal::Check, |n| Goal::Count { n });
        return Some(GoalSpec { goal, cadence: Some(rhythm.cadence), scope: Scope::Day });
    }
    let reader = Reader { manner, written, pieces: &pieces };
    (0..pieces.len()).find_map(|at| reader.around(at))
}

/// What a text says of some tasks, `2 of 3`, `all tasks a day`: how many, and how often where that is said.
pub(crate) fn need(words: Words, written: &str, tasks: usize) -> Option<(Need, Option<Cadence>)> {
    let pieces = pieces(words, written.trim().trim_end_matches(['.', '!', '。']))?;
    (0..pieces.len()).find_map(|at| {
        let (need, end) = need_at(&pieces, at, tasks)?;
        let rest = [&pieces[..at], &pieces[end..]].concat();
        Some((need, rhythm::beside(&rest)?.map(|beside| beside.cadence)))
    })
}

fn need_at(pieces: &[Piece], at: usize, tasks: usize) -> Option<(Need, usize)> {
    let is = |at: usize, keys: &[&str]| pieces.get(at).is_some_and(|piece| piece.is_any(keys));
    let noun = |at: usize| {
        let at = at + usize::from(is(at, &["article"]));
        at + usize::from(is(at, &["tasks"]))
    };
    let counter = |at: usize| at + usize::from(is(at, &["task-counter"]));
    let whole = |at: usize| number::whole(pieces.get(at)?).map(|n| (n, counter(at + 1)));
    if is(at, &["all-tasks"]) {
        let next = noun(at + 1);
        return Some(match whole(next).filter(|(n, _)| *n as usize == tasks) {
            Some((_, next)) => (Need::All, noun(next)),
            None => (Need::All, next),
        });
    }
    if is(at, &["any-task"]) {
        return Some((Need::Any, noun(at + 1)));
    }
    let fits = |n: u32| (1..=tasks).contains(&(n as usize)).then_some(Need::Count(n));
    let (first, next) = whole(at)?;
    // 5つのタスクのうち3つ: of all behind it so many.
    let behind = noun(next + usize::from(is(next, &["filler"]) && is(next + 1, &["tasks"])));
    if is(behind, &["of-behind"]) {
        let (second, end) = whole(behind + 1)?;
        return fits(second).filter(|_| first as usize == tasks).map(|need| (need, noun(end)));
    }
    let between = noun(next);
    if is(between, &["of"]) {
        let after = between + 1 + usize::from(is(between + 1, &["filler", "article"]));
        let (second, end) = whole(after)?;
        return fits(first).filter(|_| second as usize == tasks).map(|need| (need, noun(end)));
    }
    fits(first).map(|need| (need, between))
}

struct Reader<'p> {
    manner: Manner<'p>,
    written: &'p str,
    pieces: &'p [Piece],
}

/// An amount where it stands.
struct Quantity {
    milli: i64,
    unit: Unit,
    end: usize,
}

enum Unit {
    Times,
    Named(String),
}

impl Reader<'_> {
    fn is(&self, at: usize, key: &str) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.is(key))
    }

    /// A goal whose amount begins at a piece, with a rhythm around it.
    fn around(&self, at: usize) -> Option<GoalSpec> {
        let quantity = self.quantity(at)?;
        let (mut start, mut end) = (at, quantity.end);
        let mut limit = None;
        let mut say = |is_most: bool| limit.replace(is_most).is_none_or(|before| before == is_most);
        let mut agrees = true;
        if start > 0 && (self.is(start - 1, "at-most") || self.is(start - 1, "at-least")) {
            start -= 1;
            agrees &= say(self.is(start, "at-most"));
        }
        if self.is(end, "at-most-behind") || self.is(end, "at-least-behind") {
            agrees &= say(self.is(end, "at-most-behind"));
            end += 1;
        }
        let mut rest = [&self.pieces[..start], &self.pieces[end..]].concat();
        if start == 0
            && end < self.pieces.len()
            && rest.last().is_some_and(|last| last.is("at-most-behind"))
        {
            agrees &= say(true);
            rest.pop();
        }
        if rest.first().is_some_and(|first| first.is("at-most")) {
            agrees &= say(true);
            rest.remove(0);
        }
        let beside = rhythm::beside(&rest)?;
        if !agrees || !(1..=AMOUNT_MAX_MILLI).contains(&quantity.milli) {
            return None;
        }
        let cadence = beside.as_ref().map(|beside| beside.cadence.clone());
        let scope = match &beside {
            Some(beside) if beside.is_whole => Scope::Period,
            _ => Scope::Day,
        };
        let unit = match quantity.unit {
            Unit::Named(unit) => unit,
            Unit::Times => return counted(quantity.milli, limit == Some(true), cadence, scope),
        };
        let usual = if limit == Some(true) { "most" } else { "sum" };
        let goal = Goal::Metric(metric(quantity.milli, &unit, self.manner.count.unwrap_or(usual)));
        Some(GoalSpec { goal, cadence, scope })
    }

    /// An amount with its unit.
    fn quantity(&self, at: usize) -> Option<Quantity> {
        let own = |key: &'static str| vocabulary::first(self.manner.words, key).to_owned();
        if let Some(n) = rhythm::times_of(self.pieces.get(at)?) {
            return Some(Quantity { milli: i64::from(n) * 1_000, unit: Unit::Times, end: at + 1 });
        }
        let said = amount::leading(self.pieces, self.manner.marks, at)?;
        let (milli, next) = match said {
            amount::Leading::Number(milli, next) => (milli, next),
            amount::Leading::Whole(milli, key, end) => {
                return Some(Quantity { milli, unit: Unit::Named(own(key)), end });
            }
        };
        let is_joined = self.pieces.get(next)?.is_mark("-") && self.is(next + 1, "times");
        let next = next + usize::from(is_joined);
        let behind = self.pieces.get(next)?;
        if behind.is("times") || rhythm::times_end(behind) {
            return Some(Quantity { milli, unit: Unit::Times, end: next + 1 });
        }
        let (unit, end) = self.unit(next)?;
        let (half, end) = amount::half_behind(self.pieces, end);
        if let Some((minutes, end)) = amount::minutes_behind(self.pieces, next, end, milli) {
            return Some(Quantity { milli: minutes, unit: Unit::Named(own("minutes")), end });
        }
        Some(Quantity { milli: milli + half, unit: Unit::Named(unit), end })
    }

    /// The unit that begins at a piece, as it is written: `km`, `push-ups`, `glasses of water`.
    fn unit(&self, at: usize) -> Option<(String, usize)> {
        let first = self.pieces.get(at)?;
        let is_coin = first.is_mark("€$£¥₹");
        if !(is_coin || is_name(first) && !first.is_any(&NO_UNIT)) {
            return None;
        }
        let mut end = at + 1;
        let piece = |at: usize| self.pieces.get(at);
        let touches = |at: usize| self.pieces[at - 1].span.end == self.pieces[at].span.start;
        // Whatever joins it: `push-ups`.
        while !is_coin
            && piece(end).is_some_and(|joint| joint.is_mark("-/"))
            && piece(end + 1).is_some_and(is_name)
            && touches(end)
            && touches(end + 1)
        {
            end += 2;
        }
        // Of what it is: `glasses of water`, `Tassen Kaffee`; `Minuten Yoga` where a rhythm comes behind it.
        let is_free = |at: usize| piece(at).is_some_and(|word| is_name(word) && is_substance(word));
        let joint = usize::from(piece(end).is_some_and(|word| word.is("of")));
        let goes_on = (0..=1).find(|more| {
            piece(end + joint + more + 1).is_some() && !is_free(end + joint + more + 1)
        });
        let more = match goes_on {
            _ if is_coin => 0,
            _ if first.is("container") => 1,
            // `pages of the book`, `minutes of social media`.
            None if joint > 0 => 1,
            Some(more) => more + 1,
            None => 0,
        };
        if more > 0 && (0..more).all(|n| is_free(end + joint + n)) {
            end += joint + more;
        }
        let unit = self.written[first.span.start..self.pieces[end - 1].span.end].to_owned();
        (unit.chars().count() <= UNIT_MAX).then_some((unit, end))
    }
}

/// Whether a word can say of what something is so much: it is none of those that say how often.
fn is_substance(piece: &Piece) -> bool {
    let numbered = ["day-", "month-", "number-", "times-"];
    !piece.is_any(&NO_UNIT) && numbered.iter().all(|prefix| piece.nth(prefix).is_none())
}

fn is_name(piece: &Piece) -> bool {
    matches!(piece.token, Token::Word(_))
}

/// So many times, as a goal; once is done or not.
fn counted(milli: i64, is_limit: bool, cadence: Option<Cadence>, scope: Scope) -> Option<GoalSpec> {
    let n = u32::try_from(milli / 1_000).ok()?;
    let is_whole = milli % 1_000 == 0 && (1..=TIMES_MAX * 1_000).contains(&milli) && !is_limit;
    let goal = if n == 1 { Goal::Check } else { Goal::Count { n } };
    is_whole.then_some(GoalSpec { goal, cadence, scope })
}

/// `sum`, `max` or `most` of a unit.
pub(crate) fn metric(target_milli: i64, unit: &str, count: &str) -> Metric {
    let (agg, cmp) = match count {
        "max" => (Aggregate::Max, Compare::AtLeast),
        "most" => (Aggregate::Sum, Compare::AtMost),
        _ => (Aggregate::Sum, Compare::AtLeast),
    };
    Metric { agg, cmp, target_milli, unit: unit.to_owned() }
}

/// Tasks by name, with an amount where they have one: `stretch, water 2 l, coffee at most 2 cups, squats 3 times`. At
/// most 20, no two alike.
pub(crate) fn tasks(manner: Manner<'_>, written: &str) -> Option<Vec<Task>> {
    let mut tasks: Vec<Task> = vec![];
    for name in listed(written).into_iter().map(str::trim).filter(|name| !name.is_empty()) {
        let (id, goal) = task(manner, name).unwrap_or((name, TaskGoal::Check));
        if tasks.iter().any(|known| known.id.to_lowercase() == id.to_lowercase()) {
            return None;
        }
        tasks.push(Task { id: id.to_owned(), goal });
    }
    (1..=TASKS_MAX).contains(&tasks.len()).then_some(tasks)
}

/// The items of a list: a comma within a number parts nothing.
pub(crate) fn listed(written: &str) -> Vec<&str> {
    let mut before = None;
    let mut letters = written.char_indices().peekable();
    let mut cuts = vec![];
    while let Some((at, c)) = letters.next() {
        let after = letters.peek().map(|(_, c)| *c);
        let is_within = c == ',' && [before, after].iter().all(|c| c.is_some_and(char::is_numeric));
        if matches!(c, ',' | ';' | '\n' | '、' | '،' | '，' | '；') && !is_within {
            cuts.push((at, at + c.len_utf8()));
        }
        before = Some(c);
    }
    let mut items = vec![];
    let mut start = 0;
    for (at, next) in cuts {
        items.push(&written[start..at]);
        start = next;
    }
    items.push(&written[start..]);
    items
}

/// The name of a task and its amount: `water 2 l`.
fn task<'n>(manner: Manner<'_>, written: &'n str) -> Option<(&'n str, TaskGoal)> {
    let pieces = pieces(manner.words, written)?;
    (1..pieces.len()).find_map(|at| {
        let name = written[..pieces[at].span.start].trim();
        let said = read(manner, &written[pieces[at].span.start..])
            .filter(|said| said.cadence.is_none())?;
        let goal = match said.goal {
            Goal::Metric(metric) => TaskGoal::Metric(metric),
            Goal::Count { n } => TaskGoal::Count { n },
            Goal::Check | Goal::Tasks { .. } => return None,
        };
        (!name.is_empty()).then_some((name, goal))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manner(language: &str) -> Manner<'static> {
        Manner { words: Words::of(language), marks: Marks::of(language), count: None }
    }

    #[test]
    fn amounts_have_a_unit_and_a_period() {
        let read = |language, written| {
            let said = read(manner(language), written)?;
            let Goal::Metric(metric) = said.goal else { return None };
            let is_limit = metric.cmp == Compare::AtMost;
            Some((metric.target_milli / 1000, metric.unit, said.scope == Scope::Period, is_limit))
        };
        for (language, written, want) in [
            ("en", "20 km a week", Some((20, "km", true, false))),
            ("en", "8 glasses of water per day", Some((8, "glasses of water", false, false))),
            ("en", "20 push-ups every day", Some((20, "push-ups", false, false))),
            ("en", "1h30 a day", Some((90, "minutes", false, false))),
            ("en", "At most 2 cups a day", Some((2, "cups", false, true))),
            ("en", "at least 20 pages daily", Some((20, "pages", false, false))),
            ("en", "20 pages", Some((20, "pages", false, false))),
            ("de", "30 Minuten am Tag", Some((30, "Minuten", false, false))),
            ("de", "höchstens 2 Stunden täglich", Some((2, "Stunden", false, true))),
            ("es", "20 km por semana", Some((20, "km", true, false))),
            ("hi", "रोज़ 20 पन्ने", Some((20, "पन्ने", false, false))),
            ("ja", "1日8杯", Some((8, "杯", false, false))),
            ("ja", "週20km以上", Some((20, "km", true, false))),
            ("ja", "1日2時間まで", Some((2, "時間", false, true))),
            ("ja", "月曜日に5km", Some((5, "km", false, false))),
            ("ar", "20 صفحة يوميًا", Some((20, "صفحة", false, false))),
            ("en", "be kind every day", None),
            ("en", "20 a week", None),
            ("en", "20 pages a day banana", None),
        ] {
            let want = want.map(|(n, unit, long, limit)| (n, unit.to_owned(), long, limit));
            assert_eq!(read(language, written), want, "{written}");
        }
        let best = super::read(Manner { count: Some("max"), ..manner("en") }, "100 kg a week");
        let Some(Goal::Metric(best)) = best.map(|said| said.goal) else { panic!("an amount") };
        assert_eq!(best.agg, Aggregate::Max);
    }

    #[test]
    fn so_many_times_are_counted_or_are_a_rhythm() {
        let read =
            |written| read(manner("en"), written).map(|said| (said.goal, said.cadence, said.scope));
        let weekly = |times| Some(Cadence::Weekly { times, week_start: 1 });
        let count = |n| Goal::Count { n };
        for (written, want) in [
            ("3 times a day", (count(3), Some(Cadence::EVERY_DAY), Scope::Day)),
            ("3x a week", (Goal::Check, weekly(3), Scope::Day)),
            ("10 times a week", (count(10), weekly(1), Scope::Period)),
            ("10 times a month", (Goal::Check, Some(Cadence::Monthly { times: 10 }), Scope::Day)),
            ("3 times", (count(3), None, Scope::Day)),
        ] {
            assert_eq!(read(written), Some(want), "{written}");
        }
    }

    #[test]
    fn tasks_have_names_and_perhaps_amounts() {
        let found =
            tasks(manner("en"), "stretch, water 2,5 l, coffee at most 2 cups, squats 3 times")
                .expect("tasks");
        assert_eq!(found.len(), 4);
        assert_eq!(found[1].id, "water");
        assert_eq!(found[1].goal, TaskGoal::Metric(metric(2500, "l", "sum")));
        assert_eq!(found[2].id, "coffee");
        assert_eq!(found[2].goal, TaskGoal::Metric(metric(2000, "cups", "most")));
        assert_eq!(found[3].goal, TaskGoal::Count { n: 3 });
        for written in ["Übung, übung", "read, Read", " , "] {
            assert!(tasks(manner("en"), written).is_none(), "{written}");
        }
    }

    #[test]
    fn some_of_several_tasks_are_enough() {
        let of_five = |language, written| {
            need(Words::of(language), written, 5).map(|(need, cadence)| (need, cadence.is_some()))
        };
        for (language, written, want) in [
            ("en", "ALL", Some((Need::All, false))),
            ("en", "all 5 tasks", Some((Need::All, false))),
            ("de", "alle", Some((Need::All, false))),
            ("ja", "どれか", Some((Need::Any, false))),
            ("en", "any", Some((Need::Any, false))),
            ("en", "3", Some((Need::Count(3), false))),
            ("en", "3 of 5 tasks", Some((Need::Count(3), false))),
            ("en", "three of the five tasks every day", Some((Need::Count(3), true))),
            ("ja", "5つのタスクのうち3つ", Some((Need::Count(3), false))),
            ("hi", "5 में से 3 काम", Some((Need::Count(3), false))),
            ("ar", "3 من 5 مهام", Some((Need::Count(3), false))),
            ("en", "3 of 4 tasks", None),
            ("en", "6", None),
            ("en", "0", None),
            ("en", "3 of 5 pages", None),
        ] {
            assert_eq!(of_five(language, written), want, "{written}");
        }
    }
}
