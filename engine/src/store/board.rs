//! Rankings. A run counts only while its `alive_until` lies ahead, so that they are exact at every
//! instant although nobody rewrites rows at midnight.

use super::{Tx, each, on};
use crate::{BoardRow, By, Error, EventId, Membership, PersonId};
use rules::Instant;
use std::collections::HashMap;

type Row = (i64, String, i64, i64, i64);

/// The statements of one ranking.
struct Statements {
    top: &'static str,
    ahead: &'static str,
}

macro_rules! ranked_by {
    ($value:literal) => {
        Statements {
            top: concat!(
                "select m.person_id, p.name, case when m.alive_until > $2 then m.current else 0 end, m.longest, m.total
                 from membership m join person p on p.id = m.person_id
                 where m.event_id = $1 and m.member and not p.hidden order by ",
                $value,
                " desc, m.longest desc, m.total desc, m.joined_at, m.person_id limit $3"
            ),
            ahead: concat!(
                "select count(*) from membership m join person p on p.id = m.person_id
                 where m.event_id = $1 and m.member and not p.hidden and $2 = $2 and ",
                $value,
                " > $3"
            ),
        }
    };
}

fn statements(by: By) -> Statements {
    match by {
        By::Current => ranked_by!("case when m.alive_until > $2 then m.current else 0 end"),
        By::Longest => ranked_by!("m.longest"),
        By::Total => ranked_by!("m.total"),
    }
}

impl Tx {
    pub(crate) async fn board(
        &mut self,
        event: EventId,
        by: By,
        now: Instant,
        most: i64,
    ) -> Result<Vec<BoardRow>, Error> {
        let top = statements(by).top;
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(top)
            .bind(event.0).bind(now.0).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(read).collect())
    }

    pub(crate) async fn board_row(
        &mut self,
        of: Membership,
        now: Instant,
    ) -> Result<Option<BoardRow>, Error> {
        let row: Option<Row> = on!(self, conn => sqlx::query_as(
            "select m.person_id, p.name, case when m.alive_until > $3 then m.current else 0 end, m.longest, m.total
             from membership m join person p on p.id = m.person_id
             where m.event_id = $1 and m.person_id = $2 and m.member and not p.hidden")
            .bind(of.event.0).bind(of.person.0).bind(now.0).fetch_optional(conn).await)?;
        Ok(row.map(read))
    }

    pub(crate) async fn count_ahead(
        &mut self,
        event: EventId,
        by: By,
        now: Instant,
        value: u32,
    ) -> Result<u64, Error> {
        let ahead = statements(by).ahead;
        let count: i64 = on!(self, conn => sqlx::query_scalar(ahead)
            .bind(event.0).bind(now.0).bind(i64::from(value)).fetch_one(conn).await)?;
        Ok(count as u64)
    }

    /// Events that nobody is in are missing in the answer.
    pub(crate) async fn count_members(
        &mut self,
        events: &[EventId],
    ) -> Result<HashMap<EventId, u64>, Error> {
        let statement = each!(
            "select m.event_id, count(*) from",
            "join membership m on m.event_id = cast(r.value->>0 as bigint) and m.member group by m.event_id"
        );
        let ids: Vec<[EventId; 1]> = events.iter().map(|event| [*event]).collect();
        let rows: Vec<(i64, i64)> = self.all(&statement, &ids).await?;
        Ok(rows.into_iter().map(|(event, count)| (EventId(event), count as u64)).collect())
    }
}

fn read((person, name, current, longest, total): Row) -> BoardRow {
    BoardRow {
        rank: 0,
        person: PersonId(person),
        name,
        current: current as u32,
        longest: longest as u32,
        total: total as u32,
    }
}
