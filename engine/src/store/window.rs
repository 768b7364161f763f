//! Rankings of a week or a month.

use rules::{Day, Days, Instant};

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::leaderboards::leaderboard::{BoardRow, Cursor, WindowOf};
use crate::store::leaderboard::{self, Row};
use crate::store::{Tx, on};

fn of_window(statement: &str, indexed: bool) -> String {
    if indexed {
        statement.replace("w.event_id = $1", "w.wide and w.event_id = $1")
    } else {
        statement.to_owned()
    }
}

impl Tx {
    /// The ranking of a week or a month: those who have something in it.
    pub(crate) async fn window(
        &mut self,
        of: WindowOf,
        from: Cursor,
        most: i64,
        now: Instant,
    ) -> Result<Vec<BoardRow>, Error> {
        macro_rules! window {
            ($value:literal) => {
                concat!(
                    "select m.event_id, m.person_id, p.name, ",
                    $value,
                    ", m.longest, m.total, m.consistency, m.points_milli, m.seniority, m.back_id,
                     case when m.alive_until > $7 then m.current else 0 end
                     from window_tally w join membership m on m.event_id = w.event_id and m.person_id = w.person_id and m.ranked
                     join person p on p.id = m.person_id
                     where w.event_id = $1 and w.span = $2 and w.first_day = $3 and ",
                    $value,
                    " > 0 and (",
                    $value,
                    ", w.back_id) < ($4, $5) order by ",
                    $value,
                    " desc, w.back_id desc limit $6"
                )
            };
        }
        let statement = if of.points { window!("w.points_milli") } else { window!("w.met") };
        let statement = of_window(statement, self.is_indexed(of.event).await?);
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(of.event.0).bind(of.window.name()).bind(i64::from(of.first.0)).bind(from.value).bind(from.person_id_desc).bind(most)
            .bind(now.0).fetch_all(conn).await)?;
        let in_window = |row: BoardRow| BoardRow { place: row.place.in_window(row.value), ..row };
        Ok(rows.into_iter().map(leaderboard::read).map(in_window).collect())
    }

    /// What one member has in a week or a month.
    pub(crate) async fn window_value(
        &mut self,
        of: WindowOf,
        person: PersonId,
    ) -> Result<i64, Error> {
        let row: Option<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select met, points_milli from window_tally
             where event_id = $1 and span = $2 and first_day = $3 and person_id = $4")
            .bind(of.event.0).bind(of.window.name()).bind(i64::from(of.first.0)).bind(person.0).fetch_optional(conn).await)?;
        Ok(row.map_or(0, |(met, milli)| if of.points { milli } else { met }))
    }

    /// How many have more in a week or a month.
    pub(crate) async fn count_ahead_in_window(
        &mut self,
        of: WindowOf,
        value: i64,
    ) -> Result<u64, Error> {
        let statement = if of.points {
            "select count(*) from window_tally w join membership m on m.event_id = w.event_id and m.person_id = w.person_id and m.ranked
             where w.event_id = $1 and w.span = $2 and w.first_day = $3 and w.points_milli > 0 and w.points_milli > $4"
        } else {
            "select count(*) from window_tally w join membership m on m.event_id = w.event_id and m.person_id = w.person_id and m.ranked
             where w.event_id = $1 and w.span = $2 and w.first_day = $3 and w.met > 0 and w.met > $4"
        };
        let statement = of_window(statement, self.is_indexed(of.event).await?);
        let count: i64 = on!(self, conn => sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
            .bind(of.event.0).bind(of.window.name()).bind(i64::from(of.first.0)).bind(value).fetch_one(conn).await)?;
        Ok(count as u64)
    }

    /// The check-ins of those in the ranking of an event on some days.
    pub(crate) async fn count_check_ins(
        &mut self,
        event: EventId,
        days: Days,
    ) -> Result<u64, Error> {
        let count: i64 = on!(self, conn => sqlx::query_scalar(
            "select cast(coalesce(sum(of_member.n), 0) as bigint) from (
                 select (select count(*) from check_in c where c.event_id = m.event_id and c.person_id = m.person_id
                         and c.day >= $2 and c.day <= $3 and c.undone_at is null) as n
                 from membership m where m.event_id = $1 and m.ranked) of_member")
            .bind(event.0).bind(i64::from(days.first.0)).bind(i64::from(days.last.0)).fetch_one(conn).await)?;
        Ok(count as u64)
    }

    /// Who met more in the second of two weeks than in the first one, and how much more, the most first; of those
    /// who joined before an instant.
    pub(crate) async fn climbers(
        &mut self,
        event: EventId,
        (before, week): (Day, Day),
        since: Instant,
        most: i64,
    ) -> Result<Vec<(PersonId, String, i64)>, Error> {
        let rows: Vec<(i64, String, i64)> = on!(self, conn => sqlx::query_as(
            "select p.id, p.name, w.met - coalesce(b.met, 0) from window_tally w
             join membership m on m.event_id = w.event_id and m.person_id = w.person_id and m.ranked
             join person p on p.id = w.person_id
             left join window_tally b on b.event_id = w.event_id and b.span = w.span and b.first_day = $2 and b.person_id = w.person_id
             where w.event_id = $1 and w.span = 'week' and w.first_day = $3 and m.joined_at < $4 and w.met > coalesce(b.met, 0)
             order by w.met - coalesce(b.met, 0) desc, w.back_id desc limit $5")
            .bind(event.0).bind(i64::from(before.0)).bind(i64::from(week.0)).bind(since.0).bind(most)
            .fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(id, name, more)| (PersonId(id), name, more)).collect())
    }
}
