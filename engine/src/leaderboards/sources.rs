//! What a leaderboard reads: the current numbers of events, or their tallies of a week or month.

use rules::Instant;
use rules::ranking::{self, By, Window};
use std::collections::BTreeSet;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::leaderboards::leaderboard::PAGE_MAX;
use crate::leaderboards::leaderboard::{Board, BoardRow, Cursor, Question, WindowOf};
use crate::people::alike::tell_apart;
use crate::store::Tx;
use crate::store::leaderboard::Way;

fn sort(rows: &mut [BoardRow]) {
    rows.sort_by_key(|row| (std::cmp::Reverse(row.place.fields()), row.event));
}

/// Where the rows of a ranking come from.
#[derive(Debug, Clone, Copy)]
enum Source {
    AllTime { event: EventId, by: By, now: Instant },
    Window { of: WindowOf, now: Instant },
}

impl Source {
    async fn of(
        tx: &mut Tx,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Source, Error> {
        let all_time = Source::AllTime { event, by: question.by, now };
        let points = match question.by {
            By::Total => false,
            By::Points => true,
            By::Current | By::Longest | By::Consistency => return Ok(all_time),
        };
        if question.window == Window::AllTime {
            return Ok(all_time);
        }
        let Some(known) = tx.event(event).await? else { return Ok(all_time) };
        let day = question.on.unwrap_or_else(|| known.rules.shared_setting().day_of(now));
        Ok(match question.window.first_day(&known.rules, day) {
            Some(first) => Source::Window {
                of: WindowOf { event, window: question.window, first, points },
                now,
            },
            None => all_time,
        })
    }

    fn event(self) -> EventId {
        match self {
            Source::AllTime { event, .. } => event,
            Source::Window { of, .. } => of.event,
        }
    }

    fn window(self) -> Window {
        match self {
            Source::AllTime { .. } => Window::AllTime,
            Source::Window { of, .. } => of.window,
        }
    }

    async fn below(self, tx: &mut Tx, from: Cursor, most: i64) -> Result<Vec<BoardRow>, Error> {
        match self {
            Source::AllTime { event, by, now } => {
                tx.walk(event, by, now, from, Way::Down, most).await
            }
            Source::Window { of, now } => tx.window(of, from, most, now).await,
        }
    }

    /// Up to `each` rows right before a place, in order.
    async fn above(self, tx: &mut Tx, place: Cursor, each: u32) -> Result<Vec<BoardRow>, Error> {
        let mut rows = match self {
            Source::AllTime { event, by, now } => {
                tx.walk(event, by, now, place, Way::Up, i64::from(each)).await?
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
            Source::Window { of, .. } => tx.count_ahead_in_window(of, value).await,
        }
    }

    /// The row of a member, without its rank.
    async fn own(self, tx: &mut Tx, person: PersonId) -> Result<Option<BoardRow>, Error> {
        match self {
            Source::AllTime { event, by, now } => {
                tx.board_row(Membership { event, person }, by, now).await
            }
            Source::Window { of, now } => {
                let by = if of.points { By::Points } else { By::Total };
                let value = tx.window_value(of, person).await?;
                let row = tx.board_row(Membership { event: of.event, person }, by, now).await?;
                Ok(row.filter(|_| value > 0).map(|row| BoardRow {
                    value,
                    place: row.place.in_window(value),
                    ..row
                }))
            }
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
        let source = Source::of(tx, event, question, now).await?;
        Ok(Sources { all: vec![source], least: i64::MIN })
    }

    /// Those of several events, without those who have nothing.
    pub(crate) async fn over(
        tx: &mut Tx,
        events: &[EventId],
        question: &Question,
        now: Instant,
    ) -> Result<Sources, Error> {
        let mut all = Vec::with_capacity(events.len());
        for event in events {
            all.push(Source::of(tx, *event, question, now).await?);
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
        let events: Vec<EventId> = self.all.iter().map(|source| source.event()).collect();
        let members = tx.count_members(&events).await?.values().sum();
        let window = self.all.first().map_or(question.window, |source| source.window());
        Ok(Board { by: question.by, window, rows, members, own, next })
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
        if sources.len() > 1 {
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
