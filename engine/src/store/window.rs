//! Rankings of a week or a month.

use rules::{Day, Days, Instant};

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::leaderboards::leaderboard::{BoardRow, Cursor, WindowOf};
use crate::store::leaderboard::{self, Row};
use crate::store::{Tx, on};

/// Whether a row is of somebody who was in its event when a label closed on their own clock. Whoever is kept out is named
/// no more.
macro_rules! was_in {
    ($of:literal, $last:literal) => {
        concat!(
            "exists (select 1 from membership_span s where s.event_id = ",
            $of,
            ".event_id and s.person_id = ",
            $of,
            ".person_id and s.joined_day <= ",
            $last,
            " and (s.left_day is null or s.left_day > ",
            $last,
            ")) and not exists (select 1 from ban b where b.event_id = ",
            $of,
            ".event_id and b.person_id = ",
            $of,
            ".person_id)"
        )
    };
}

/// The rows of a week or a month, up to what else they have to fulfil.
macro_rules! rows {
    ($value:literal, $rest:expr) => {
        concat!(
            "select m.event_id, m.person_id, p.name, ",
            $value,
            ", m.longest, m.total, m.consistency, m.points_milli, m.seniority, m.back_id,
             case when m.alive_until > $5 then m.current else 0 end
             from window_tally w join membership m on m.event_id = w.event_id and m.person_id = w.person_id
             join person p on p.id = m.person_id and not p.hidden
             where w.event_id = $1 and w.span = $2 and w.first_day = $3 and ",
            $value,
            " > 0 and ",
            was_in!("w", "$4"),
            " and ",
            $rest
        )
    };
}

fn of_window(statement: &str, indexed: bool) -> String {
    if indexed {
        statement.replace("w.event_id = $1", "w.wide and w.event_id = $1")
    } else {
        statement.to_owned()
    }
}

impl Tx {
    /// The ranking of a week or a month: those who have something in it and were in the event at its close, or are now.
    pub(crate) async fn window(
        &mut self,
        of: WindowOf,
        from: Cursor,
        most: i64,
        now: Instant,
    ) -> Result<Vec<BoardRow>, Error> {
        macro_rules! window {
            ($value:literal) => {
                rows!(
                    $value,
                    concat!(
                        "(",
                        $value,
                        ", w.back_id) < ($6, $7) order by ",
                        $value,
                        " desc, w.back_id desc limit $8"
                    )
                )
            };
        }
        let statement = if of.points { window!("w.points_milli") } else { window!("w.met") };
        let statement = of_window(statement, self.is_indexed(of.event).await?);
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(of.event.0).bind(of.window.name()).bind(i64::from(of.first.0)).bind(i64::from(of.last.0)).bind(now.0)
            .bind(from.value).bind(from.person_id_desc).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(in_window).collect())
    }

    /// The row of one member, if they are in the ranking of a week or a month.
    pub(crate) async fn window_row(
        &mut self,
        of: WindowOf,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<BoardRow>, Error> {
        let statement = match of.points {
            true => rows!("w.points_milli", "w.person_id = $6"),
            false => rows!("w.met", "w.person_id = $6"),
        };
        let row: Option<Row> = on!(self, conn => sqlx::query_as(statement)
            .bind(of.event.0).bind(of.window.name()).bind(i64::from(of.first.0)).bind(i64::from(of.last.0)).bind(now.0)
            .bind(person.0).fetch_optional(conn).await)?;
        Ok(row.map(in_window))
    }

    /// How many have more in a week or a month.
    pub(crate) async fn count_ahead_in_window(
        &mut self,
        of: WindowOf,
        value: i64,
    ) -> Result<u64, Error> {
        macro_rules! ahead {
            ($value:literal) => {
                concat!(
                    "select count(*) from window_tally w join person p on p.id = w.person_id and not p.hidden
                     where w.event_id = $1 and w.span = $2 and w.first_day = $3 and ",
                    $value,
                    " > 0 and ",
                    $value,
                    " > $4 and ",
                    was_in!("w", "$5")
                )
            };
        }
        let statement = if of.points { ahead!("w.points_milli") } else { ahead!("w.met") };
        let statement = of_window(statement, self.is_indexed(of.event).await?);
        let count: i64 = on!(self, conn => sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
            .bind(of.event.0).bind(of.window.name()).bind(i64::from(of.first.0)).bind(value)
            .bind(i64::from(of.last.0)).fetch_one(conn).await)?;
        Ok(count as u64)
    }

    /// The check-ins on some days of those who were in an event when a label closed.
    pub(crate) async fn count_check_ins(
        &mut self,
        event: EventId,
        days: Days,
        last: Day,
    ) -> Result<u64, Error> {
        let count: i64 = on!(self, conn => sqlx::query_scalar(concat!(
            "select cast(coalesce(sum(of_member.n), 0) as bigint) from (
                 select (select count(*) from check_in c where c.event_id = m.event_id and c.person_id = m.person_id
                         and c.day >= $2 and c.day <= $3 and c.undone_at is null) as n
                 from membership m join person p on p.id = m.person_id and not p.hidden
                 where m.event_id = $1 and ", was_in!("m", "$4"), ") of_member"))
            .bind(event.0).bind(i64::from(days.first.0)).bind(i64::from(days.last.0)).bind(i64::from(last.0))
            .fetch_one(conn).await)?;
        Ok(count as u64)
    }

    /// Who met more in the second of two weeks than in the first one, and how much more, the most first; of those
    /// who joined before an instant, and were in it when a label closed.
    pub(crate) async fn climbers(
        &mut self,
        event: EventId,
        (before, week, last): (Day, Day, Day),
        since: Instant,
        most: i64,
    ) -> Result<Vec<(PersonId, String, i64)>, Error> {
        let rows: Vec<(i64, String, i64)> = on!(self, conn => sqlx::query_as(concat!(
            "select p.id, p.name, w.met - coalesce(o.met, 0) from window_tally w
             join membership m on m.event_id = w.event_id and m.person_id = w.person_id
             join person p on p.id = w.person_id and not p.hidden
             left join window_tally o on o.event_id = w.event_id and o.span = w.span and o.first_day = $2 and o.person_id = w.person_id
             where w.event_id = $1 and w.span = 'week' and w.first_day = $3 and m.joined_at < $4 and w.met > coalesce(o.met, 0)
             and ", was_in!("w", "$6"), " order by w.met - coalesce(o.met, 0) desc, w.back_id desc limit $5"))
            .bind(event.0).bind(i64::from(before.0)).bind(i64::from(week.0)).bind(since.0).bind(most).bind(i64::from(last.0))
            .fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(id, name, more)| (PersonId(id), name, more)).collect())
    }
}

/// A row as it stands in a week or a month.
fn in_window(row: Row) -> BoardRow {
    let row = leaderboard::read(row);
    BoardRow { place: row.place.in_window(row.value), ..row }
}
