//! The facts of one membership. Everything else is derived from them.

use crate::{Clock, Day, Instant, Life, News, Rules, Scope, Settled, Standing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Names one request for ever, so that a repeat of it changes nothing (R40).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(pub String);

/// The facts of a person in an event, in the order in which they were received. Where `settled` is there,
/// what lies before it is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub rules: Arc<Rules>,
    /// The clock that counts in this event.
    pub clock: Clock,
    /// The person's own clock, which reminders follow whatever the event's clock is.
    pub own: Clock,
    pub spans: Vec<Span>,
    pub entries: Vec<Entry>,
    pub pauses: Vec<Pause>,
    pub grants: Vec<Grant>,
    pub repairs: Vec<Repair>,
    /// Days that are excused for everybody (R53).
    pub amnesties: Arc<Vec<Days>>,
    /// What the closed past comes to.
    pub settled: Option<Settled>,
    /// Entries of the settled past that a request names.
    pub old: Vec<Entry>,
    /// Keys that a request names and that belong to other people's entries.
    pub taken: Vec<Key>,
}

/// A stay in the event, from joining to leaving. The labels of both are partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub joined_at: Instant,
    pub joined_day: Day,
    pub left: Option<(Instant, Day)>,
}

/// One check-in as it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub key: Key,
    /// The label, fixed when the check-in was accepted.
    pub day: Day,
    pub received_at: Instant,
    /// What the request itself said of its time and its day, to tell a repeat from a conflict.
    pub sent_at: Option<Instant>,
    pub asked_day: Option<Day>,
    /// In thousandths of the unit.
    pub amount_milli: Option<i64>,
    pub task: Option<String>,
    pub note: Option<String>,
    pub undone_at: Option<Instant>,
    /// The request that took it back.
    pub undone_by: Option<Key>,
}

/// Labels from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    pub first: Day,
    pub last: Day,
}

/// A time away by the member's own wish (R52).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub at: Instant,
    pub days: Days,
    /// The label on which the member came back early: the last one of the pause.
    pub resumed: Option<Day>,
}

/// Freezes given by a host (R50).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub at: Instant,
    pub day: Day,
    pub freezes: u32,
}

/// A missed period that was mended (R54).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    pub at: Instant,
    /// Any label of the period.
    pub day: Day,
}

/// Every way a history can grow. The store writes each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Enter(Entry),
    Undo {
        key: Key,
        at: Instant,
        by: Key,
    },
    Join {
        at: Instant,
        day: Day,
    },
    Leave {
        at: Instant,
        day: Day,
    },
    Pause(Pause),
    /// Ends every pause that reaches beyond this label.
    Resume {
        day: Day,
    },
    Grant(Grant),
    Repair(Repair),
}

/// What a member's action led to: what to store, what follows from it, and what others may hear.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub changes: Vec<Change>,
    pub standing: Standing,
    /// [`History::is_open_at`] after it.
    pub is_open_today: bool,
    pub news: Vec<News>,
    /// The request was made before; this is the answer to it again.
    pub repeated: bool,
    /// What can be left out of the next reading.
    pub settled: Option<Settled>,
    /// What the settled past was at labels four weeks apart, as far as it has moved past them.
    pub snapshots: Vec<Settled>,
    /// What the weeks and months of these labels gained or lost.
    pub tallies: Vec<Tally>,
}

/// What a change did to the counts of the week and the month that hold a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The label that met a period, or that of the amount.
    pub day: Day,
    /// Met periods gained, or lost.
    pub met: i32,
    /// In thousandths.
    pub points_milli: i64,
}

impl Days {
    pub fn hold(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The number of labels; 0 where the last comes before the first.
    pub fn length(self) -> i32 {
        self.last.0.saturating_sub(self.first.0).saturating_add(1).max(0)
    }
}

impl Pause {
    /// The last label of the pause as it came to be.
    pub fn last(&self) -> Day {
        self.resumed.map_or(self.days.last, |day| day.min(self.days.last))
    }

    /// Its labels, none where the member came back before it began.
    pub fn as_it_came(&self) -> Days {
        Days { first: self.days.first, last: self.last() }
    }
}

impl Span {
    /// Whether a label belongs to this stay; those of joining and leaving do.
    pub fn touches(&self, first: Day, last: Day) -> bool {
        self.joined_day <= last && self.left.is_none_or(|(_, left)| first <= left)
    }

    /// Whether labels lie strictly inside: those of joining and leaving are partial.
    pub fn encloses(&self, first: Day, last: Day) -> bool {
        self.joined_day < first && self.left.is_none_or(|(_, left)| last < left)
    }
}

impl History {
    /// A person who never joined.
    pub fn blank(rules: Arc<Rules>, own: Clock) -> History {
        History {
            clock: rules.clock_for(&own),
            rules,
            own,
            spans: vec![],
            entries: vec![],
            pauses: vec![],
            grants: vec![],
            repairs: vec![],
            amnesties: Arc::default(),
            settled: None,
            old: vec![],
            taken: vec![],
        }
    }

    /// The entry with this key, however old it is.
    pub fn entry(&self, key: &Key) -> Option<&Entry> {
        self.entries.iter().rev().chain(&self.old).find(|entry| entry.key == *key)
    }

    /// The stay that is not over.
    pub fn open_span(&self) -> Option<&Span> {
        self.spans.last().filter(|span| span.left.is_none())
    }

    pub fn is_member(&self) -> bool {
        self.open_span().is_some()
    }

    /// Whether the label belongs to a stay.
    pub fn is_member_on(&self, day: Day) -> bool {
        self.spans.iter().any(|span| span.touches(day, day))
    }

    /// The entries that count on a label.
    pub fn entries_on(&self, day: Day) -> impl Iterator<Item = &Entry> + Clone {
        self.entries.iter().filter(move |entry| entry.day == day && entry.undone_at.is_none())
    }

    /// Whether nothing more is asked for on this label: its goal is met, or that of its period.
    pub fn is_done(&self, day: Day) -> bool {
        match self.rules.scope {
            Scope::Day => self.rules.goal.is_met(self.entries_on(day)),
            Scope::Period => {
                let period = self.rules.period_of(day);
                let inside = |e: &&Entry| period.holds(e.day) && e.undone_at.is_none();
                self.rules.goal.is_met(self.entries.iter().filter(inside))
            }
        }
    }

    /// Whether a member who stands so is asked to check in today: a day of the event, not excused, in a period that is
    /// not done.
    pub fn is_open_at(&self, standing: &Standing) -> bool {
        let today = standing.today;
        standing.member
            && self.rules.is_scheduled(today)
            && !self.asks_nothing_on(today)
            && !self.is_away(today)
    }

    /// Whether nobody has to come back on this label: it is done, or its period is, on as many labels as that needs.
    pub fn asks_nothing_on(&self, day: Day) -> bool {
        self.is_done(day) || self.met_in_period(day) >= self.rules.times()
    }

    /// Whether anything counts within the period of a label.
    pub fn has_entries_in_period(&self, day: Day) -> bool {
        let period = self.rules.period_of(day);
        self.entries.iter().any(|entry| period.holds(entry.day) && entry.undone_at.is_none())
    }

    /// On how many labels of its period the goal of a label is met.
    pub fn met_in_period(&self, day: Day) -> u32 {
        let period = self.rules.period_of(day);
        let days: BTreeSet<Day> = self
            .entries
            .iter()
            .filter(|entry| period.holds(entry.day) && entry.undone_at.is_none())
            .map(|entry| entry.day)
            .collect();
        days.into_iter().filter(|day| self.is_done(*day)).count() as u32
    }

    /// Whether the period of a label falls into a stay, as far as stays are known.
    pub fn was_in(&self, day: Day) -> bool {
        let period = self.rules.period_of(day);
        self.spans.iter().any(|span| {
            span.joined_day <= period.last
                && span.left.is_none_or(|(_, left_day)| left_day >= period.first)
        })
    }

    /// Whether the label is excused by a pause or for everybody (R52, R53).
    pub fn is_away(&self, day: Day) -> bool {
        self.pauses.iter().any(|pause| pause.as_it_came().hold(day))
            || self.amnesties.iter().any(|days| days.hold(day))
    }

    /// What was known of it at an instant, with nothing of later labels than one: what a record of that label rests on.
    /// Whoever has left since is still in it.
    pub fn as_of(&self, last: Day, at: Instant) -> History {
        let mut then = self.clone();
        then.spans.retain(|span| span.joined_day <= last && span.joined_at < at);
        for span in &mut then.spans {
            span.left = span.left.filter(|(left_at, left_day)| *left_day <= last && *left_at < at);
        }
        then.entries.retain(|entry| entry.day <= last && entry.received_at < at);
        for entry in &mut then.entries {
            if entry.undone_at.is_some_and(|undone_at| undone_at >= at) {
                (entry.undone_at, entry.undone_by) = (None, None);
            }
        }
        then.pauses.retain(|pause| pause.at < at);
        then.grants.retain(|grant| grant.day <= last && grant.at < at);
        then.repairs.retain(|repair| repair.at < at);
        then
    }

    /// Adds a fact.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Enter(entry) => self.entries.push(entry.clone()),
            Change::Undo { key, at, by } => {
                for entry in self.entries.iter_mut().filter(|entry| entry.key == *key) {
                    entry.undone_at = Some(*at);
                    entry.undone_by = Some(by.clone());
                }
            }
            Change::Join { at, day } => {
                self.spans.push(Span { joined_at: *at, joined_day: *day, left: None })
            }
            Change::Leave { at, day } => {
                if let Some(span) = self.spans.last_mut() {
                    span.left = Some((*at, *day));
                }
            }
            Change::Pause(pause) => self.pauses.push(*pause),
            Change::Resume { day } => {
                for pause in self.pauses.iter_mut().filter(|pause| pause.last() > *day) {
                    pause.resumed = Some(*day);
                }
            }
            Change::Grant(grant) => self.grants.push(*grant),
            Change::Repair(repair) => self.repairs.push(*repair),
        }
    }

    /// What follows from these changes at `now`, with the milestones they reach or take back.
    pub fn decide(&self, now: Instant, changes: Vec<Change>, mut news: Vec<News>) -> Decision {
        let mut after = self.clone();
        for change in &changes {
            after.apply(change);
        }
        let (old, new) = (Life::of(self, now), Life::with_snapshots(&after, now));
        news.extend(crate::milestone::difference(&old.badges, &new.badges));
        let tallies = self.tallies(&changes, &old, (&after, &new));
        Decision {
            changes,
            is_open_today: after.is_open_at(&new.standing),
            standing: new.standing,
            news,
            repeated: false,
            settled: new.settled,
            snapshots: new.snapshots,
            tallies,
        }
    }

    /// Only entries make a period met, and only that of their label. It counts where it was met, and an amount where it
    /// was made.
    fn tallies(
        &self,
        changes: &[Change],
        old: &Life,
        (after, new): (&History, &Life),
    ) -> Vec<Tally> {
        let (mut tallies, mut periods) = (vec![], BTreeSet::new());
        for change in changes {
            let (day, amount_milli, sign) = match change {
                Change::Enter(entry) => (entry.day, entry.amount_milli, 1),
                Change::Undo { key, .. } => match self.entry(key) {
                    Some(entry) => (entry.day, entry.amount_milli, -1),
                    None => continue,
                },
                Change::Join { .. }
                | Change::Leave { .. }
                | Change::Pause(_)
                | Change::Resume { .. }
                | Change::Grant(_)
                | Change::Repair(_) => continue,
            };
            periods.insert(self.rules.period_of(day).first);
            let points_milli = sign * amount_milli.unwrap_or(0);
            tallies.push(Tally { day, met: 0, points_milli });
        }
        for first in periods {
            let (was, is) = (self.met_on(old, first), after.met_on(new, first));
            if was != is {
                let tally = |met| move |day| Tally { day, met, points_milli: 0 };
                tallies.extend(was.map(tally(-1)).into_iter().chain(is.map(tally(1))));
            }
        }
        tallies
    }

    /// The label that met the period which begins with another one, if it is met: in the order of labels, whatever the
    /// order in which they were stated, the goal is reached with it.
    pub fn met_on(&self, life: &Life, first: Day) -> Option<Day> {
        if !life.is_met(first) {
            return None;
        }
        let (rules, period) = (&self.rules, self.rules.period_of(first));
        if period.first == period.last {
            return Some(first);
        }
        let counts = |entry: &&Entry| period.holds(entry.day) && entry.undone_at.is_none();
        let mut entries: Vec<&Entry> = self.entries.iter().filter(counts).collect();
        entries.sort_by_key(|entry| entry.day);
        let days = entries.chunk_by(|a, b| a.day == b.day);
        match rules.scope {
            Scope::Day => {
                let is_met = |day: &&[&Entry]| {
                    rules.is_scheduled(day[0].day) && rules.goal.is_met(day.iter().copied())
                };
                let mut met = days.filter(is_met).map(|day| day[0].day);
                met.nth(rules.times().saturating_sub(1) as usize)
            }
            Scope::Period => {
                let mut until = 0;
                let mut ends = days.map(|day| {
                    until += day.len();
                    (day[0].day, until)
                });
                let reached =
                    ends.find(|(_, until)| rules.goal.is_met(entries[..*until].iter().copied()));
                reached.map(|(day, _)| day)
            }
        }
    }

    /// Nothing to change: what stands already is the answer.
    pub fn repeat(&self, now: Instant) -> Decision {
        let life = Life::with_snapshots(self, now);
        Decision {
            changes: vec![],
            is_open_today: self.is_open_at(&life.standing),
            standing: life.standing,
            news: vec![],
            repeated: true,
            settled: life.settled,
            snapshots: life.snapshots,
            tallies: vec![],
        }
    }
}
