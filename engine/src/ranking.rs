//! Rankings of an event, a community and everybody: pages, one's own place, neighbours, movement.

use crate::store::{Tx, Way};
use crate::{CommunityId, Engine, Error, EventId, Membership, PersonId};
use futures_util::future::join_all;
use rules::ranking::{self, By, Window};
use rules::{Day, Instant};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A member's row in a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Standard competition ranking: 1, 2, 2, 4 (R60).
    pub rank: u64,
    pub event: EventId,
    pub person: PersonId,
    pub name: String,
    /// The number that is ranked.
    pub value: i64,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    /// In basis points; none while nothing was required.
    pub consistency_bp: Option<u32>,
    pub points_milli: i64,
    /// Where the next page begins if this is the last row.
    pub place: Cursor,
}

/// A place in the order of a ranking: rows of equal value are ordered by longest, total, the earlier
/// joining and the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) value: i64,
    pub(crate) longest: i64,
    pub(crate) total: i64,
    /// The instant of joining with its sign turned.
    pub(crate) seniority: i64,
    /// The person's id with its sign turned.
    pub(crate) back_id: i64,
}

/// What one wants to see of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub by: By,
    /// Only totals and points are counted by week and month; everything else is of all time.
    pub window: Window,
    /// A label of the week or month that is meant; none for the one that holds today.
    pub on: Option<Day>,
    /// Rows of a page.
    pub most: u32,
    /// Where the page begins.
    pub after: Option<Cursor>,
    /// Whose own row is wanted as well.
    pub asks: Option<PersonId>,
}

/// A page of a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub by: By,
    pub window: Window,
    pub rows: Vec<BoardRow>,
    /// How many are in the ranking.
    pub members: u64,
    /// The row of whoever asked, if he is in the ranking.
    pub own: Option<BoardRow>,
    /// Where the next page begins; none after the last row.
    pub next: Option<Cursor>,
}

/// Rows of a page at most.
const PAGE_MAX: u32 = 100;
/// Events that a ranking over several of them looks at: the newest ones.
const EVENTS_MAX: i64 = 1000;
/// Consistency changes by itself at every close, so that it is brought up to date when somebody looks, in
/// batches and up to this many batches a look.
const STALE_AT_ONCE: i64 = 256;
const STALE_LOOKS: usize = 40;

impl Cursor {
    pub(crate) const TOP: Cursor = Cursor::all(i64::MAX);
    /// Below everybody who has more than nothing.
    pub(crate) const ABOVE_ZERO: Cursor = Cursor { value: 0, ..Cursor::TOP };

    const fn all(n: i64) -> Cursor {
        Cursor { value: n, longest: n, total: n, seniority: n, back_id: n }
    }

    /// The same in a week or a month, where equals are ordered by the person alone.
    pub(crate) fn in_window(self, value: i64) -> Cursor {
        Cursor { value, longest: 0, total: 0, seniority: 0, back_id: self.back_id }
    }

    fn fields(self) -> [i64; 5] {
        [self.value, self.longest, self.total, self.seniority, self.back_id]
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fields().map(|field| field.to_string()).join("_"))
    }
}

impl FromStr for Cursor {
    type Err = BadCursor;

    fn from_str(text: &str) -> Result<Cursor, BadCursor> {
        let fields: Result<Vec<i64>, _> = text.split('_').map(str::parse).collect();
        match fields.as_deref() {
            Ok(&[value, longest, total, seniority, back_id]) => {
                Ok(Cursor { value, longest, total, seniority, back_id })
            }
            _ => Err(BadCursor),
        }
    }
}

/// A text that no page gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no place in a ranking")]
pub struct BadCursor;

impl Question {
    /// The first rows by a metric, of all time.
    pub fn top(by: By, most: u32) -> Question {
        Question { by, window: Window::AllTime, on: None, most, after: None, asks: None }
    }

    pub fn asked_by(self, person: PersonId) -> Question {
        Question { asks: Some(person), ..self }
    }
}

impl Engine {
    /// A page of an event's ranking as it is at `now`.
    pub async fn ranking(
        &self,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Board, Error> {
        self.refresh(event, question.by, now).await?;
        let mut tx = self.db.read().await?;
        let sources = Sources::of(&mut tx, event, question, now).await?;
        sources.board(&mut tx, question).await
    }

    /// The row of whoever asks with up to as many rows before and after it as a page has; empty for whoever is
    /// not in the ranking. In a week or a month the rows before are seen from the first hundred places only.
    pub async fn neighbours(
        &self,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Vec<BoardRow>, Error> {
        self.refresh(event, question.by, now).await?;
        let mut tx = self.db.read().await?;
        let sources = Sources::of(&mut tx, event, question, now).await?;
        sources.around(&mut tx, question).await
    }

    /// A page of the ranking over all events of a community that are not for few, as its members see them, or over
    /// all public events: each row is a person in an event, and one's own row is the best of one's own. Nobody with
    /// nothing is shown.
    pub async fn ranking_over(
        &self,
        community: Option<CommunityId>,
        question: &Question,
        now: Instant,
    ) -> Result<Board, Error> {
        let events = self.events_over(community, question.by, now).await?;
        let mut tx = self.db.read().await?;
        let sources = Sources::over(&mut tx, &events, question, now).await?;
        sources.board(&mut tx, question).await
    }

    /// The same as [`Engine::neighbours`] over these events, around the best of one's own rows.
    pub async fn neighbours_over(
        &self,
        community: Option<CommunityId>,
        question: &Question,
        now: Instant,
    ) -> Result<Vec<BoardRow>, Error> {
        let events = self.events_over(community, question.by, now).await?;
        let mut tx = self.db.read().await?;
        let sources = Sources::over(&mut tx, &events, question, now).await?;
        sources.around(&mut tx, question).await
    }

    /// The events of a ranking over several, brought up to date.
    async fn events_over(
        &self,
        community: Option<CommunityId>,
        by: By,
        now: Instant,
    ) -> Result<Vec<EventId>, Error> {
        let events = self.db.read().await?.ranked_events(community, EVENTS_MAX).await?;
        for event in &events {
            self.refresh(*event, by, now).await?;
        }
        Ok(events)
    }

    /// Writes down where a member stands as he looks, and gives where he stood the last time.
    pub async fn look(
        &self,
        of: Membership,
        by: By,
        rank: u64,
        now: Instant,
    ) -> Result<Option<u64>, Error> {
        let mut tx = self.db.write().await?;
        let before = tx.look(of, by.name(), rank, now).await?;
        tx.commit().await?;
        Ok(before)
    }

    /// Brings those up to date whose consistency has changed by itself since it was written. Every other metric
    /// is exact as it is read.
    async fn refresh(&self, event: EventId, by: By, now: Instant) -> Result<(), Error> {
        if by != By::Consistency {
            return Ok(());
        }
        for _ in 0..STALE_LOOKS {
            let stale = self.db.read().await?.stale_members(event, now, STALE_AT_ONCE).await?;
            if stale.is_empty() {
                return Ok(());
            }
            for touched in join_all(stale.iter().map(|of| self.touch(*of, now))).await {
                touched?;
            }
        }
        tracing::warn!(event.id = event.0, "a ranking by consistency is not up to date yet");
        Ok(())
    }
}

fn sort(rows: &mut [BoardRow]) {
    rows.sort_by_key(|row| (std::cmp::Reverse(row.place.fields()), row.event));
}

/// A week or a month of an event, and what is counted in it: amounts, or met periods.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WindowOf {
    pub(crate) event: EventId,
    pub(crate) window: Window,
    pub(crate) first: Day,
    pub(crate) points: bool,
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
                // Whoever stands further down than that sees nobody right before him.
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
struct Sources {
    all: Vec<Source>,
    /// Rows of a smaller value are left out.
    least: i64,
}

impl Sources {
    /// That of one event, with everybody who is in it.
    async fn of(
        tx: &mut Tx,
        event: EventId,
        question: &Question,
        now: Instant,
    ) -> Result<Sources, Error> {
        let source = Source::of(tx, event, question, now).await?;
        Ok(Sources { all: vec![source], least: i64::MIN })
    }

    /// Those of several events, without those who have nothing.
    async fn over(
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

    async fn board(&self, tx: &mut Tx, question: &Question) -> Result<Board, Error> {
        let most = question.most.clamp(1, PAGE_MAX) as usize;
        let from = question.after.unwrap_or(Cursor::TOP);
        // One row more than asked for says whether there is another page.
        let mut rows = self.below(tx, from, most + 1).await?;
        let next = (rows.len() > most).then(|| rows[most - 1].place);
        rows.truncate(most);
        self.rank(tx, &mut rows, question.after.is_none()).await?;
        let own = match question.asks {
            Some(person) => self.own(tx, person, &rows).await?,
            None => None,
        };
        let events: Vec<EventId> = self.all.iter().map(|source| source.event()).collect();
        let members = tx.count_members(&events).await?.values().sum();
        let window = self.all.first().map_or(question.window, |source| source.window());
        Ok(Board { by: question.by, window, rows, members, own, next })
    }

    /// The best row of whoever asks with up to as many rows before and after it as a page has.
    async fn around(&self, tx: &mut Tx, question: &Question) -> Result<Vec<BoardRow>, Error> {
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
        // Of one event its row says whether he is in it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_survives_being_written() {
        let place = Cursor { value: 7, longest: 9, total: 30, seniority: -5, back_id: i64::MIN };
        assert_eq!(place.to_string().parse(), Ok(place));
        assert_eq!("7_9".parse::<Cursor>(), Err(BadCursor));
    }
}
