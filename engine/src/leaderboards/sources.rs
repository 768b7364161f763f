//! What a leaderboard reads: the current numbers of events, or their tallies of a week or month.

use rules::ranking::{self, By, Window};
use rules::{Day, Instant};
use std::collections::BTreeSet;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::leaderboards::closing::last_on;
use crate::leaderboards::leaderboard::PAGE_MAX;
use crate::leaderboards::leaderboard::{Board, BoardRow, Cursor, Question, WindowOf};
use crate::people::alike::tell_apart;
use crate::store::Tx;
use crate::store::leaderboard::{Way, Who};

fn sort(rows: &mut [BoardRow]) {
    rows.sort_by_key(|row| (std::cmp::Reverse(row.place.fields()), row.event));
}

/// Where the rows of a ranking come from.
#[derive(Debug, Clone, Copy)]
enum Source {
    AllTime {
        event: EventId,
        by: By,
        now: Instant,
    },
    /// Whoever has left an event since its last label closed for them.
    Left {
        event: EventId,
        by: By,
        now: Instant,
        last: Day,
    },
    Window {
        of: WindowOf,
        now: Instant,
    },
}

impl Source {
    /// Those of one event.
    async fn of(
        tx: &mut Tx,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Vec<Source>, Error> {
        let by = question.by;
        let all_time = Source::AllTime { event, by, now };
        let points = match by {
            By::Total => Some(false),
            By::Points => Some(true),
            By::Current | By::Longest | By::Consistency => None,
        };
        let points = points.filter(|_| question.window != Window::AllTime);
        // Whoever has left has no run any more.
        let at_close = question.at_close && by != By::Current;
        if points.is_none() && !at_close {
            return Ok(vec![all_time]);
        }
        let Some(known) = tx.event(event).await? else { return Ok(vec![all_time]) };
        let rules = &known.rules;
        let day = question.on.unwrap_or_else(|| rules.shared_setting().day_of(now));
        let window = points.and_then(|points| {
            let first = question.window.first_day(rules, day)?;
            let last = last_on(rules, question.window.last_day(rules, first)?);
            Some(WindowOf { event, window: question.window, first, last, points })
        });
        Ok(match (window, rules.end.filter(|_| known.is_over(now))) {
            (Some(of), _) => vec![Source::Window { of, now }],
            (None, Some(last)) if at_close => {
                vec![all_time, Source::Left { event, by, now, last }]
            }
            (None, _) => vec![all_time],
        })
    }

    fn event(self) -> EventId {
        match self {
            Source::AllTime { event, .. } | Source::Left { event, .. } => event,
            Source::Window { of, .. } => of.event,
        }
    }

    fn window(self) -> Window {
        match self {
            Source::AllTime { .. } | Source::Left { .. } => Window::AllTime,
            Source::Window { of, .. } => of.window,
        }
    }

    async fn below(self, tx: &mut Tx, from: Cursor, most: i64) -> Result<Vec<BoardRow>, Error> {
        match self {
            Source::AllTime { event, by, now } => {
                tx.walk((event, Who::In), by, now, from, Way::Down, most).await
            }
            Source::Left { event, by, now, last } => {
                let whose = (event, Who::LeftAfter(last));
                tx.walk(whose, by, now, from, Way::Down, most).await
            }
            Source::Window { of, now } => tx.window(of, from, most, now).await,
        }
    }

    /// Up to `each` rows right before a place, in order.
    async fn above(self, tx: &mut Tx, place: Cursor, each: u32) -> Result<Vec<BoardRow>, Error> {
        let mut rows = match self {
            Source::AllTime { event, by, now } => {
                tx.walk((event, Who::In), by, now, place, Way::Up, i64::from(each)).await?
            }
            Source::Left { event, by, now, last } => {
                let whose = (event, Who::LeftAfter(last));
                tx.walk(whose, by, now, place, Way::Up, i64::from(each)).await?
            }
            Source::Window { of, now } => {
                let mut first = tx.window(of, Cursor::TOP, i64::from(PAGE_MAX), now).await?;
                first.reverse();
                let is_before = |row: &BoardRow| row.place.fields() > place.fields();
                // Whoever stands further down than that sees nobody right before them.
                let reaches =
                    first.iter().any(|row| !is_before(row)) || first.len() < PAGE_MAX as usize;
                let most = if reaches { each as usize } else { 0 };
                first.into_iter().filter(is_before).take(most).collect()
            }
        };
        rows.reverse();
        Ok(rows)
    }

    async fn ahead(self, tx: &mut Tx, value: i64) -> Result<u64, Error> {
        match self {
            Source::AllTime { event, by, now } => tx.count_ahead(event, by, now, value).await,
            Source::Left { event, by, last, .. } => {
                tx.count_left_ahead(event, by, value, last).await
            }
            Source::Window { of, .. } => tx.count_ahead_in_window(of, value).await,
        }
    }

    /// The row of a member, without its rank.
    async fn own(self, tx: &mut Tx, person: PersonId) -> Result<Option<BoardRow>, Error> {
        match self {
            Source::AllTime { event, by, now } => {
                tx.board_row(Membership { event, person }, by, now).await
            }
            Source::Left { event, by, now, last } => {
                tx.left_row(Membership { event, person }, by, now, last).await
            }
            Source::Window { of, now } => tx.window_row(of, person, now).await,
        }
    }
}

/// Rankings that are read as one.
#[derive(Debug)]
pub(crate) struct Sources {
    all: Vec<Source>,
    /// Rows of a smaller value are left out.
    least: i64,
}

impl Sources {
    /// That of one event, with everybody who is in it.
    pub(crate) async fn of(
        tx: &mut Tx,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Sources, Error> {
        Ok(Sources { all: Source::of(tx, event, question, now).await?, least: i64::MIN })
    }

    /// Those of several events, without those who have nothing.
    pub(crate) async fn over(
        tx: &mut Tx,
        events: &[EventId],
        question: &Question,
        now: Instant,
    ) -> Result<Sources, Error> {
        let question = &Question { at_close: false, ..*question };
        let mut all = Vec::with_capacity(events.len());
        for event in events {
            all.extend(Source::of(tx, *event, question, now).await?);
        }
        Ok(Sources { all, least: 1 })
    }

    pub(crate) async fn board(&self, tx: &mut Tx, question: &Question) -> Result<Board, Error> {
        let most = question.most.clamp(1, PAGE_MAX) as usize;
        let from = question.after.unwrap_or(Cursor::TOP);
        // One row more than asked for says whether there is another page.
        let mut rows = self.below(tx, from, most + 1).await?;
        let next = (rows.len() > most).then(|| rows[most - 1].place);
        rows.truncate(most);
        self.rank(tx, &mut rows, question.after.is_none()).await?;
        let mut own = match question.asks {
            Some(person) => self.own(tx, person, &rows).await?,
            None => None,
        };
        // One's own row stands below the others.
        let shown = rows.iter_mut().chain(own.as_mut());
        tell_apart(shown.map(|row| (row.person, &mut row.name)));
        let members = self.count(tx).await?;
        let window = self.all.first().map_or(question.window, |source| source.window());
        Ok(Board { by: question.by, window, rows, members, own, next })
    }

    fn events(&self) -> BTreeSet<EventId> {
        self.all.iter().map(|source| source.event()).collect()
    }

    /// How many are in these rankings.
    async fn count(&self, tx: &mut Tx) -> Result<u64, Error> {
        let events = Vec::from_iter(self.events());
        let mut members: u64 = tx.count_members(&events).await?.values().sum();
        for source in &self.all {
            if let Source::Left { .. } = source {
                members += source.ahead(tx, i64::MIN).await?;
            }
        }
        Ok(members)
    }

    /// The best row of whoever asks with up to as many rows before and after it as a page has.
    pub(crate) async fn around(
        &self,
        tx: &mut Tx,
        question: &Question,
    ) -> Result<Vec<BoardRow>, Error> {
        let Some(person) = question.asks else { return Ok(vec![]) };
        let each = question.most.min(PAGE_MAX);
        let mine = self.mine(tx, person).await?;
        let Some(own) = mine.first() else { return Ok(vec![]) };
        let (place, event) = (own.place, own.event);
        let mut rows: Vec<BoardRow> = vec![];
        for source in &self.all {
            rows.extend(source.above(tx, place, each).await?);
            rows.extend(source.below(tx, place, i64::from(each)).await?);
        }
        rows.retain(|row| row.value >= self.least);
        // Rows of one person may be alike in several events, and are neither above nor below each other.
        rows.extend(mine.into_iter().filter(|row| row.place == place));
        sort(&mut rows);
        let at = rows.iter().position(|row| row.person == person && row.event == event);
        let (at, each) = (at.unwrap_or(0), each as usize);
        rows.truncate(at + each + 1);
        rows.drain(..at.saturating_sub(each));
        self.rank(tx, &mut rows, false).await?;
        tell_apart(rows.iter_mut().map(|row| (row.person, &mut row.name)));
        Ok(rows)
    }

    /// The first rows from a place on.
    async fn below(&self, tx: &mut Tx, from: Cursor, most: usize) -> Result<Vec<BoardRow>, Error> {
        let mut rows: Vec<BoardRow> = vec![];
        for source in &self.all {
            rows.extend(source.below(tx, from, most as i64).await?);
            rows.retain(|row| row.value >= self.least);
            sort(&mut rows);
            rows.truncate(most);
        }
        Ok(rows)
    }

    /// How many have more.
    async fn ahead(&self, tx: &mut Tx, value: i64) -> Result<u64, Error> {
        let mut ahead = 0;
        for source in &self.all {
            ahead += source.ahead(tx, value).await?;
        }
        Ok(ahead)
    }

    /// The rows of a member, the best first, without their ranks.
    async fn mine(&self, tx: &mut Tx, person: PersonId) -> Result<Vec<BoardRow>, Error> {
        let mut sources = self.all.clone();
        // Of one event its row says whether they are in it.
        if self.events().len() > 1 {
            let mine = tx.memberships_of(person).await?;
            let events: BTreeSet<EventId> = mine.iter().map(|of| of.event).collect();
            sources.retain(|source| events.contains(&source.event()));
        }
        let mut rows: Vec<BoardRow> = vec![];
        for source in sources {
            rows.extend(source.own(tx, person).await?);
        }
        rows.retain(|row| row.value >= self.least);
        sort(&mut rows);
        Ok(rows)
    }

    /// The best row of a member with its rank, which is known where the row is among these.
    async fn own(
        &self,
        tx: &mut Tx,
        person: PersonId,
        among: &[BoardRow],
    ) -> Result<Option<BoardRow>, Error> {
        let Some(own) = self.mine(tx, person).await?.into_iter().next() else { return Ok(None) };
        let known = among.iter().find(|row| row.person == person && row.event == own.event);
        let rank = match known {
            Some(known) => known.rank,
            None => self.ahead(tx, own.value).await? + 1,
        };
        Ok(Some(BoardRow { rank, ..own }))
    }

    /// The ranks of rows that follow each other, from the top on or from anywhere. There those that share the first
    /// value may have begun before them; from the second value on, each group stands complete among the rows.
    async fn rank(&self, tx: &mut Tx, rows: &mut [BoardRow], is_top: bool) -> Result<(), Error> {
        let Some(first) = rows.first().map(|row| row.value) else { return Ok(()) };
        if is_top {
            number(rows, 0);
            return Ok(());
        }
        let others = rows.iter().position(|row| row.value != first).unwrap_or(rows.len());
        let (same, others) = rows.split_at_mut(others);
        let rank = self.ahead(tx, first).await? + 1;
        same.iter_mut().for_each(|row| row.rank = rank);
        if let Some(second) = others.first().map(|row| row.value) {
            let ahead = self.ahead(tx, second).await?;
            number(others, ahead);
        }
        Ok(())
    }
}

/// Ranks rows before the first of which so many others stand.
fn number(rows: &mut [BoardRow], ahead: u64) {
    let ranks = ranking::ranks(rows.iter().map(|row| row.value), ahead);
    rows.iter_mut().zip(ranks).for_each(|(row, rank)| row.rank = rank);
}
