//! Questions: rankings and what one member sees. They change nothing.

use crate::store::Lock;
use crate::{Engine, Error, Event, EventId, Membership, PersonId};
use rules::{Instant, Life, ranking};
use std::collections::HashMap;

/// What a ranking is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    #[default]
    Current,
    Longest,
    Total,
}

impl By {
    pub const ALL: [By; 3] = [By::Current, By::Longest, By::Total];

    pub fn name(self) -> &'static str {
        match self {
            By::Current => "current",
            By::Longest => "longest",
            By::Total => "total",
        }
    }

    pub fn named(name: &str) -> Option<By> {
        By::ALL.into_iter().find(|by| by.name() == name)
    }
}

/// A member's place in a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Standard competition ranking: 1, 2, 2, 4 (R60).
    pub rank: u64,
    pub person: PersonId,
    pub name: String,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
}

impl BoardRow {
    pub fn value(&self, by: By) -> u32 {
        match by {
            By::Current => self.current,
            By::Longest => self.longest,
            By::Total => self.total,
        }
    }
}

/// A page of a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub by: By,
    pub rows: Vec<BoardRow>,
    /// The members of the event.
    pub members: u64,
    /// The row of whoever asked, if he is in the ranking.
    pub own: Option<BoardRow>,
}

/// What is known of a membership at an instant.
#[derive(Debug, Clone)]
pub struct View {
    pub history: rules::History,
    pub life: Life,
}

impl Engine {
    /// The first rows of an event's ranking at `now`, and the row of whoever asks.
    pub async fn board(
        &self,
        event: EventId,
        by: By,
        now: Instant,
        most: i64,
        asks: Option<PersonId>,
    ) -> Result<Board, Error> {
        let mut tx = self.db.read().await?;
        let mut rows = tx.board(event, by, now, most).await?;
        let values = rows.iter().map(|row| i64::from(row.value(by))).collect::<Vec<_>>();
        for (row, rank) in rows.iter_mut().zip(ranking::ranks(values, 0)) {
            row.rank = rank;
        }
        let members = tx.count_members(&[event]).await?.remove(&event).unwrap_or(0);
        let own = match asks {
            Some(person) => match tx.board_row(Membership { event, person }, now).await? {
                Some(row) => {
                    let ahead = tx.count_ahead(event, by, now, row.value(by)).await?;
                    Some(BoardRow { rank: ahead + 1, ..row })
                }
                None => None,
            },
            None => None,
        };
        Ok(Board { by, rows, members, own })
    }

    /// The facts of a membership and what follows from them at `now`; none for whoever never joined.
    pub async fn view(&self, of: Membership, now: Instant) -> Result<Option<View>, Error> {
        Ok(self.views(&[of], now).await?.remove(&of))
    }

    /// The same for several memberships at once.
    pub async fn views(
        &self,
        of: &[Membership],
        now: Instant,
    ) -> Result<HashMap<Membership, View>, Error> {
        let loaded = self.db.read().await?.load(of, Lock::Leave).await?;
        let seen = loaded.into_iter().filter(|(_, loaded)| !loaded.history.spans.is_empty());
        Ok(seen
            .map(|(key, loaded)| {
                let life = Life::of(&loaded.history, now);
                (key, View { history: loaded.history, life })
            })
            .collect())
    }

    /// How many members each of these events has.
    pub async fn count_members(&self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.db.read().await?.count_members(&ids).await
    }
}
