//! Check-ins by words: an event, an amount, a day and a task in any order, and a note. All of the words are read, or it is
//! none; what is missing is said.

mod beside;

use std::ops::Range;

use engine::rules::goal::{Task, TaskGoal};
use engine::rules::{Day, Goal};

use crate::parse::amount::Unit;
use crate::parse::check_in::beside::Parts;
pub(crate) use crate::parse::check_in::beside::{Manner, Written};
use crate::parse::titles::{Found, Text};

/// An event that somebody could mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'e> {
    pub title: &'e str,
    pub goal: &'e Goal,
    /// Whether it asks for a check-in today.
    pub is_due: bool,
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
    fn parts(&self, spans: Vec<Range<usize>>, unit: &Unit) -> Option<Parts> {
        beside::read(self.manner, self.written, spans, unit)
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
