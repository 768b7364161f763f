//! Check-ins by words: an event, an amount, a day and a task in any order, and a note. All of the words are read, or it is
//! none; what is missing is said.

use std::ops::Range;

use engine::rules::goal::{Task, TaskGoal};
use engine::rules::{Day, Goal};

use crate::locale::Words;
use crate::parse::amount::{self, Unit};
use crate::parse::dates::{self, Dates};
use crate::parse::number::Marks;
use crate::parse::titles::{Found, Text};
use crate::parse::token::Token;
use crate::parse::vocabulary::{Piece, is_joined, pieces_up_to};

/// Pieces of the longest day or amount.
const PART_MAX: usize = 8;
/// Pieces of the longest check-in: most of them are its note.
const PIECES_MAX: usize = 500;
/// Signs that say that something is done.
const DONE: &str = "✅☑✔✓👍";
const SEPARATORS: &str = ",;:.!-|…#";
const GLUE: [&str; 5] = ["filler", "date-filler", "article", "per", "and"];

/// An event that somebody could mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'e> {
    pub title: &'e str,
    pub goal: &'e Goal,
    /// Whether it asks for a check-in today.
    pub is_due: bool,
}

/// Who writes, and when.
#[derive(Clone, Copy)]
pub(crate) struct Manner<'m> {
    pub words: Words,
    pub marks: Marks,
    pub locale: &'m str,
    pub today: Day,
    /// Our own name, which says nothing.
    pub bot: Option<&'m str>,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Said {
    /// Its place among those that are known.
    pub event: Option<usize>,
    pub amount: Option<Written<i64>>,
    pub day: Option<Written<Day>>,
    pub task: Option<String>,
    pub note: Option<String>,
    pub missing: Option<Missing>,
    /// Those that could be meant, where it is the event that is missing.
    pub among: Vec<usize>,
}

/// A value, and the words that say it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written<T> {
    pub value: T,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    Event,
    Amount,
    Task,
}

/// Reads a check-in; none for talk, and for what could be half of something else.
pub(crate) fn read(manner: Manner<'_>, events: &[Known<'_>], written: &str) -> Option<Said> {
    let written = without_bot(written, manner.bot);
    Reader { manner, events, written: &written }.read()
}

fn without_bot(written: &str, bot: Option<&str>) -> String {
    let Some(bot) = bot else { return written.to_owned() };
    let is_other =
        |word: &&str| !word.strip_prefix('@').is_some_and(|name| name.eq_ignore_ascii_case(bot));
    let words: Vec<&str> = written.split(' ').filter(is_other).collect();
    words.join(" ")
}

struct Reader<'r> {
    manner: Manner<'r>,
    events: &'r [Known<'r>],
    written: &'r str,
}

/// What stands beside a title.
#[derive(Debug, Default)]
struct Parts {
    /// In thousandths.
    amount: Option<Written<i64>>,
    /// Its unit was said.
    has_unit: bool,
    day: Option<Written<Day>>,
    is_done: bool,
    note: Option<String>,
    /// The note is signs only, such as 🎉.
    is_wordless: bool,
    /// Words that mean nothing stand before the title.
    begins_with_note: bool,
}

impl Reader<'_> {
    fn read(&self) -> Option<Said> {
        let text = Text::of(self.written);
        let titled = self.titled(|title| text.find(title));
        let is_sure = !titled.is_empty();
        let titled = if is_sure { titled } else { self.titled(|title| text.find_almost(title)) };
        match &titled[..] {
            [] => {}
            [(event, found)] => {
                return self.of_event(*event, &text, vec![found.span.clone()], is_sure);
            }
            // Two events that are called the same.
            [(_, one), (_, other), ..] if one.span == other.span => {
                let same = titled.iter().filter(|(_, found)| found.span == one.span);
                let among = same.map(|(event, _)| *event).collect();
                let said = self.of_event(titled[0].0, &text, vec![one.span.clone()], is_sure)?;
                return Some(Said { event: None, missing: Some(Missing::Event), among, ..said });
            }
            // Two titles and nothing between them that makes the second a note.
            several => {
                let (event, found) = &several[0];
                let spans = several.iter().map(|(_, found)| found.span.clone()).collect();
                if let Some(parts) =
                    self.parts(spans, &Unit::None).filter(|parts| parts.note.is_none())
                {
                    let among = several.iter().map(|(event, _)| *event).collect();
                    return Some(which(among, parts));
                }
                return self.of_event(*event, &text, vec![found.span.clone()], is_sure);
            }
        }
        let tasked: Vec<usize> = self
            .events
            .iter()
            .enumerate()
            .filter(|(_, known)| task_in(known.goal, &text, None).is_some())
            .map(|(n, _)| n)
            .collect();
        match tasked[..] {
            [] => self.bare(),
            [event] => self.of_event(event, &text, vec![], true),
            _ => Some(which(tasked, Parts::default())),
        }
    }

    /// The titles that stand there, each once, in their order; the longest of those that overlap.
    fn titled(&self, find: impl Fn(&str) -> Option<Found>) -> Vec<(usize, Found)> {
        let mut all: Vec<(usize, Found)> = vec![];
        let found = self.events.iter().enumerate();
        for (event, found) in found.filter_map(|(n, known)| Some((n, find(known.title)?))) {
            let is_same = |(_, other): &(usize, Found)| *other == found;
            if all
                .iter()
                .any(|(_, other)| other.touches(&found) && !found.beats(other) && *other != found)
            {
                continue;
            }
            all.retain(|other| is_same(other) || !other.1.touches(&found));
            all.push((event, found));
        }
        all.sort_by_key(|(_, found)| found.span.start);
        all
    }

    /// What is said of an event, beside the spans of its title; `is_sure` where that stands there as it is.
    fn of_event(
        &self,
        event: usize,
        text: &Text<'_>,
        mut spans: Vec<Range<usize>>,
        is_sure: bool,
    ) -> Option<Said> {
        let goal = self.events[event].goal;
        let task = task_in(goal, text, spans.first());
        if let Some((_, found)) = &task {
            spans.push(found.span.clone());
        }
        let task = task.map(|(task, _)| task).or(match goal {
            Goal::Tasks { tasks, .. } if tasks.len() == 1 => tasks.first(),
            _ => None,
        });
        let parts = self.parts(spans, &self.unit(goal, task))?;
        // `good morning` is no check-in for an event that is called Morning.
        let says_something = parts.amount.is_some() || parts.is_done;
        if (parts.begins_with_note || !is_sure && parts.note.is_some()) && !says_something {
            return None;
        }
        Some(self.with_missing(event, task, parts))
    }

    fn with_missing(&self, event: usize, task: Option<&Task>, parts: Parts) -> Said {
        let goal = self.events[event].goal;
        let counts = match (goal, task) {
            (Goal::Metric(_), _) => true,
            (Goal::Tasks { .. }, Some(task)) => matches!(task.goal, TaskGoal::Metric(_)),
            _ => false,
        };
        let missing = match goal {
            Goal::Tasks { .. } if task.is_none() => Some(Missing::Task),
            _ if counts && parts.amount.is_none() => Some(Missing::Amount),
            _ => None,
        };
        Said {
            event: Some(event),
            amount: parts.amount,
            day: parts.day,
            task: task.map(|task| task.id.clone()),
            note: parts.note,
            missing,
            among: vec![],
        }
    }

    /// The unit that is counted, if one is.
    fn unit(&self, goal: &Goal, task: Option<&Task>) -> Unit {
        let unit = match (goal, task.map(|task| &task.goal)) {
            (Goal::Metric(metric), _) | (_, Some(TaskGoal::Metric(metric))) => &metric.unit,
            _ => return Unit::None,
        };
        match unit.trim().is_empty() {
            true => Unit::Own(vec![]),
            false => Unit::of(self.manner.words, Some(unit)),
        }
    }

    /// Neither a title nor a task: an amount, a day or `done` alone, or a part of a title.
    fn bare(&self) -> Option<Said> {
        let is_plain = |parts: &Parts| parts.note.is_none() || parts.is_wordless;
        let counted: Vec<(usize, Option<&Task>, Parts)> = self
            .events
            .iter()
            .enumerate()
            .flat_map(|(event, known)| counted(known.goal).map(move |task| (event, task)))
            .filter_map(|(event, task)| {
                let unit = self.unit(self.events[event].goal, task);
                let parts = self.parts(vec![], &unit).filter(is_plain)?;
                parts.amount.is_some().then_some((event, task, parts))
            })
            .collect();
        let with_unit = counted.iter().any(|(.., parts)| parts.has_unit);
        let mut fitting: Vec<_> =
            counted.into_iter().filter(|(.., parts)| parts.has_unit == with_unit).collect();
        if fitting.iter().any(|(event, ..)| self.events[*event].is_due) {
            fitting.retain(|(event, ..)| self.events[*event].is_due);
        }
        if fitting.len() > 1 {
            let mut among: Vec<usize> = fitting.iter().map(|(event, ..)| *event).collect();
            among.dedup();
            return fitting.pop().map(|(.., parts)| which(among, parts));
        }
        if let Some((event, task, parts)) = fitting.pop() {
            return Some(self.with_missing(event, task, parts));
        }
        let parts = self.parts(vec![], &Unit::None)?;
        if is_plain(&parts) && (parts.is_done || parts.day.is_some()) {
            let all: Vec<usize> = (0..self.events.len()).collect();
            let due: Vec<usize> =
                all.iter().copied().filter(|event| self.events[*event].is_due).collect();
            let meant = if due.is_empty() { all } else { due };
            return match meant[..] {
                [event] => {
                    let task = match self.events[event].goal {
                        Goal::Tasks { tasks, .. } if tasks.len() == 1 => tasks.first(),
                        _ => None,
                    };
                    Some(self.with_missing(event, task, parts))
                }
                _ => Some(which(meant, parts)),
            };
        }
        self.by_part_of_title()
    }

    /// `Quran 5`, of an event that is called `Read Quran`.
    fn by_part_of_title(&self) -> Option<Said> {
        let fitting: Vec<(usize, Said)> = (0..self.events.len())
            .filter_map(|event| {
                let known = &self.events[event];
                let mut parts = self.parts(vec![], &self.unit(known.goal, None))?;
                let part = parts.note.take()?;
                let is_part = Text::of(&part).is_part_of(known.title);
                is_part.then(|| (event, self.with_missing(event, None, parts)))
            })
            .collect();
        match &fitting[..] {
            [] => None,
            // A word of a title alone may be talk.
            [(_, only)] => {
                Some(only.clone()).filter(|only| only.amount.is_some() || only.day.is_some())
            }
            [(_, first), ..] => Some(Said {
                event: None,
                missing: Some(Missing::Event),
                among: fitting.iter().map(|(event, _)| *event).collect(),
                ..first.clone()
            }),
        }
    }

    /// What stands beside these spans.
    fn parts(&self, mut spans: Vec<Range<usize>>, unit: &Unit) -> Option<Parts> {
        spans.sort_by_key(|span| span.start);
        let ends = spans.iter().map(|span| span.start).chain([self.written.len()]);
        let starts = [0].into_iter().chain(spans.iter().map(|span| span.end));
        let mut segments = Segments {
            manner: self.manner,
            unit,
            parts: Parts { is_wordless: true, ..Parts::default() },
            notes: vec![],
        };
        for (nth, (start, end)) in starts.zip(ends).enumerate() {
            let written = &self.written[start..end];
            let pieces = pieces_up_to(PIECES_MAX, self.manner.words, written)?;
            segments.read(written, &pieces, start > 0)?;
            if nth == 0 && !spans.is_empty() {
                segments.parts.begins_with_note =
                    !segments.notes.is_empty() && !segments.parts.is_wordless;
            }
        }
        let Segments { mut parts, notes, .. } = segments;
        parts.note = (!notes.is_empty()).then(|| notes.join(" "));
        Some(parts)
    }
}

/// Which of these is meant has to be asked.
fn which(among: Vec<usize>, parts: Parts) -> Said {
    Said {
        amount: parts.amount,
        day: parts.day,
        note: parts.note,
        missing: Some(Missing::Event),
        among,
        ..Said::default()
    }
}

/// What a goal counts: itself, or each task that has an amount.
fn counted(goal: &Goal) -> impl Iterator<Item = Option<&Task>> {
    let (own, tasks) = match goal {
        Goal::Metric(_) => (Some(None), &[][..]),
        Goal::Tasks { tasks, .. } => (None, &tasks[..]),
        Goal::Check | Goal::Count { .. } => (None, &[][..]),
    };
    let measured = tasks.iter().filter(|task| matches!(task.goal, TaskGoal::Metric(_)));
    own.into_iter().chain(measured.map(Some))
}

/// The task that is named, outside the title.
fn task_in<'g>(
    goal: &'g Goal,
    text: &Text<'_>,
    title: Option<&Range<usize>>,
) -> Option<(&'g Task, Found)> {
    let Goal::Tasks { tasks, .. } = goal else { return None };
    let is_beside = |found: &Found| {
        title.is_none_or(|title| found.span.end <= title.start || title.end <= found.span.start)
    };
    let named = |find: &dyn Fn(&str) -> Option<Found>| {
        let found = tasks.iter().filter_map(|task| Some((task, find(&task.id).filter(is_beside)?)));
        found.reduce(|one, other| if other.1.beats(&one.1) { other } else { one })
    };
    named(&|id| text.find(id)).or_else(|| named(&|id| text.find_almost(id)))
}

/// Parts of a text that stand apart, read one after the other.
struct Segments<'s> {
    manner: Manner<'s>,
    unit: &'s Unit,
    parts: Parts,
    notes: Vec<String>,
}

impl Segments<'_> {
    /// `follows` where a title stands before.
    fn read(&mut self, written: &str, pieces: &[Piece], follows: bool) -> Option<()> {
        let mut at = 0;
        // Glue that belongs to a note, if one comes.
        let mut glue = None;
        while let Some(piece) = pieces.get(at) {
            if piece.is_mark("?") {
                return None;
            }
            if let Some((part, end)) = self.part(pieces, at) {
                let words = &written[piece.span.start..pieces[end - 1].span.end];
                self.take(part, words)?;
                at = end;
                glue = None;
                continue;
            }
            if piece.is("done") || piece.is_mark(DONE) {
                self.parts.is_done = true;
                at += 1;
                glue = None;
                continue;
            }
            if piece.is_mark(SEPARATORS) {
                // A minus before a number is none of ours.
                let is_minus = piece.is_mark("-")
                    && matches!(pieces.get(at + 1).map(|next| &next.token), Some(Token::Number(_)))
                    && pieces[at + 1].span.start == piece.span.end
                    && (at > 0 || follows)
                    && written[..piece.span.start].ends_with(char::is_whitespace);
                if is_minus && !matches!(self.unit, Unit::None) {
                    return None;
                }
                at += 1;
                glue = None;
                continue;
            }
            if piece.is_any(&GLUE) && !piece.is("vague") {
                glue = glue.or(Some(at));
                at += 1;
                continue;
            }
            return self.note(written, pieces, glue.unwrap_or(at), at);
        }
        Some(())
    }

    /// The longest day or amount that begins at a piece.
    fn part(&self, pieces: &[Piece], at: usize) -> Option<(Part, usize)> {
        let most = PART_MAX.min(pieces.len() - at);
        (1..=most).rev().find_map(|length| {
            let end = at + length;
            let window = &pieces[at..end];
            let day = || {
                let Manner { locale, today, .. } = self.manner;
                let read = dates::of_pieces(window, locale, today, true)?;
                let next = pieces.get(end);
                let is_counted = next.is_some_and(|next| is_unit(next) && !next.is("done"));
                let is_clean = !window.last()?.is_mark(",")
                    && !is_bare_number(window)
                    && is_clear_day(window, next);
                (is_clean && !is_counted).then_some((Part::Day(read), end))
            };
            let amount = || {
                if matches!(self.unit, Unit::None) {
                    return None;
                }
                let milli = amount::of_pieces(window, self.manner.marks, self.unit)?;
                let has_unit = amount::of_pieces(window, self.manner.marks, &Unit::None).is_none();
                let is_followed = self.goes_on(pieces, end, has_unit);
                Some((if is_followed { Part::Half } else { Part::Amount(milli, has_unit) }, end))
            };
            let is_plain = matches!(&window[0].token, Token::Number(digits) if length == 1 && !digits.contains(['/', '-']));
            if is_plain { amount().or_else(day) } else { day().or_else(amount) }
        })
    }

    /// Whether what follows an amount makes it half of something else: a range, an alternative, another unit.
    fn goes_on(&self, pieces: &[Piece], end: usize, has_unit: bool) -> bool {
        let Some(next) = pieces.get(end) else { return false };
        let is_number = |at: usize| {
            pieces
                .get(at)
                .is_some_and(|piece| matches!(piece.token, Token::Number(_) | Token::Fraction(_)))
        };
        let joins = next.is_any(&["range", "or", "and"]) || next.is_mark("-~/+&–×*");
        let measured = |at: usize| {
            (1..=PART_MAX.min(pieces.len().saturating_sub(at))).any(|length| {
                let window = &pieces[at..at + length];
                amount::of_pieces(window, self.manner.marks, self.unit).is_some()
                    && amount::of_pieces(window, self.manner.marks, &Unit::None).is_none()
            })
        };
        if joins && is_number(end + 1) || next.is("or") || is_number(end) || next.is_mark("%") {
            return true;
        }
        if next.is_mark(",;") && measured(end + 1) {
            return true;
        }
        let is_word = matches!(next.token, Token::Word(_));
        let is_alone = end + 1 == pieces.len();
        let means_nothing =
            !next.is_any(&["done", "today", "yesterday", "ereyesterday", "kal", "parson"]);
        !has_unit && is_word && (is_unit(next) || is_alone && means_nothing)
    }

    fn take(&mut self, part: Part, words: &str) -> Option<()> {
        let words = words.to_owned();
        match part {
            Part::Half | Part::Day(Dates::Either(_)) => None,
            Part::Day(Dates::Plain(day)) => {
                // What lies ahead is nothing that was done.
                let is_past = day <= self.manner.today;
                let before = self.parts.day.replace(Written { value: day, words });
                (is_past && before.is_none()).then_some(())
            }
            Part::Amount(milli, has_unit) => {
                self.parts.has_unit = has_unit;
                self.parts.amount.replace(Written { value: milli, words }).is_none().then_some(())
            }
        }
    }

    /// From here on it is a note, but for a day at its end.
    fn note(&mut self, written: &str, pieces: &[Piece], start: usize, first: usize) -> Option<()> {
        let is_apart = first > 0 && pieces[first - 1].is_mark(",;.!:-");
        let said = self.parts.amount.is_some() || self.parts.is_done;
        let word = &pieces[first];
        let denies = |piece: &Piece| piece.is("not") && !piece.is_any(&["filler", "done"]);
        if word.is_any(&["vague", "or", "from", "range"]) && !is_apart && !said {
            return None;
        }
        if !(is_apart && said) && pieces[first..].iter().any(denies) {
            return None;
        }
        if !(is_apart && said) && pieces[first..].iter().any(|piece| piece.is("later")) {
            return None;
        }
        if pieces[first..].iter().any(|piece| piece.is_mark("?")) {
            return None;
        }
        let mut end = pieces.len();
        let days = (1..=PART_MAX.min(end - first)).rev().find_map(|length| {
            let at = end - length;
            let Manner { locale, today, .. } = self.manner;
            let is_likened = at == first || pieces[at - 1].is("compare");
            match dates::of_pieces(&pieces[at..], locale, today, true) {
                Some(Dates::Plain(day))
                    if !is_likened
                        && day < today
                        && is_named(&pieces[at..])
                        && is_clear_day(&pieces[at..], None) =>
                {
                    Some((day, at))
                }
                _ => None,
            }
        });
        if let Some((day, at)) = days.filter(|_| self.parts.day.is_none()) {
            let words = written[pieces[at].span.start..pieces[end - 1].span.end].to_owned();
            self.parts.day = Some(Written { value: day, words });
            end = at;
        }
        let is_sign = |piece: &Piece| matches!(piece.token, Token::Mark(_));
        self.parts.is_wordless &= pieces[first..end].iter().all(is_sign);
        let note = &written[pieces[start].span.start..pieces[end - 1].span.end];
        // What is written behind the last piece shows something too, such as a flag.
        let note =
            if end == pieces.len() { written[pieces[start].span.start..].trim() } else { note };
        let note = note.trim_end_matches([',', ';', ':', '-', ' ']).trim();
        self.notes.extend((!note.is_empty()).then(|| note.to_owned()));
        Some(())
    }
}

enum Part {
    Day(Dates),
    Amount(i64, bool),
    /// An amount that is only half of what is said.
    Half,
}

fn is_unit(piece: &Piece) -> bool {
    amount::is_known_unit(piece) || piece.is_any(&["other-unit", "times", "hours", "container"])
}

/// Whether a number and nothing else would make these a day of the month, as in `from 5`.
fn is_bare_number(pieces: &[Piece]) -> bool {
    let is_number =
        |piece: &&Piece| matches!(piece.token, Token::Number(_)) || piece.nth("number-").is_some();
    let says_day =
        |piece: &Piece| piece.is_any(&["day-ordinal", "day-mark"]) || piece.is_mark(".º°");
    let is_word = |piece: &&Piece| {
        !is_number(piece) && !piece.is_any(&GLUE) && !piece.is_any(&["from", "range"])
    };
    !pieces.iter().any(says_day)
        && pieces.iter().filter(is_number).count() == 1
        && pieces.iter().filter(is_word).count() == 0
        && !matches!(&pieces[0].token, Token::Number(digits) if digits.contains('.'))
}

/// Whether a weekday is meant where one is named: `so` and `we` are words, and `sun was out` is none of a Sunday.
fn is_clear_day(pieces: &[Piece], next: Option<&Piece>) -> bool {
    let ends = next.is_none_or(|next| matches!(next.token, Token::Mark(_)));
    pieces.iter().filter(|piece| piece.nth("day-").is_some()).all(|piece| match &piece.token {
        Token::Word(word) if is_joined(word) => word.contains('曜'),
        Token::Word(word) => {
            let letters = word.chars().count();
            letters > 3 || letters == 3 && ends || word.is_empty()
        }
        _ => true,
    })
}

/// Whether a day is said in a word, such as `yesterday`.
fn is_named(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        piece.is_any(&["today", "yesterday", "ereyesterday", "kal", "parson"])
            || piece.nth("day-").is_some()
    })
}
