//! Reading and writing all memberships, for amnesties and for `streaks refold`.

use rules::ranking::Window;
use rules::{Day, Days, Instant};

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::store::leaderboard::counted;
use crate::store::membership::key;
use crate::store::save::Tallies;
use crate::store::{Tx, each, on};

impl Tx {
    pub(crate) async fn add_amnesty(
        &mut self,
        event: EventId,
        n: i64,
        days: Days,
        given_by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into amnesty (event_id, n, at, first_day, last_day, given_by) values ($1, $2, $3, $4, $5, $6)")
            .bind(event.0).bind(n).bind(now.0).bind(i64::from(days.first.0)).bind(i64::from(days.last.0)).bind(given_by.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    /// How many people ever were in an event, each counted in each.
    pub(crate) async fn count_memberships(&mut self) -> Result<u64, Error> {
        let count: i64 = on!(self, conn => sqlx::query_scalar("select count(*) from membership")
            .fetch_one(conn).await)?;
        Ok(count.unsigned_abs())
    }

    /// Everybody who ever was in an event, or in any, in key order after a place.
    pub(crate) async fn all_memberships(
        &mut self,
        event: Option<EventId>,
        after: Option<Membership>,
        most: i64,
    ) -> Result<Vec<Membership>, Error> {
        let after = after.map_or((i64::MIN, i64::MIN), |of| (of.event.0, of.person.0));
        let from = event.map_or(after, |event| (event.0, after.1));
        let last = event.map_or(i64::MAX, |event| event.0);
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select event_id, person_id from membership
             where (event_id, person_id) > ($1, $2) and event_id <= $3 order by event_id, person_id limit $4")
            .bind(from.0).bind(from.1).bind(last).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(event, person)| key(event, person)).collect())
    }

    /// Buckets of the rankings whose count is not the number of those in them: its name, what is stored and
    /// what was counted. A run that has ended is counted nowhere.
    pub(crate) async fn differing_counts(
        &mut self,
        now: Instant,
    ) -> Result<Vec<(String, i64, i64)>, Error> {
        const MOST: i64 = 100;
        let rows: Vec<(i64, i64, i64, i64, i64, i64)> = on!(self, conn => sqlx::query_as(
            concat!(
                "with counted(event_id, metric, alive_until, value, n) as (",
                counted!("true"),
                "), compared(event_id, metric, alive_until, value, stored, counted) as (
                     select event_id, metric, alive_until, value, n, cast(0 as bigint) from rank_count where n <> 0 and alive_until > $1
                     union all select event_id, metric, alive_until, value, cast(0 as bigint), n from counted where alive_until > $1)
                 select event_id, metric, alive_until, value, cast(sum(stored) as bigint), cast(sum(counted) as bigint) from compared
                 group by event_id, metric, alive_until, value having sum(stored) <> sum(counted) limit $2"
            ))
            .bind(now.0).bind(MOST).fetch_all(conn).await)?;
        let name =
            |(event, metric, until, value, stored, counted): (i64, i64, i64, i64, i64, i64)| {
                let event = EventId(event);
                (
                    format!("event {event} metric {metric} value {value} until {until}"),
                    stored,
                    counted,
                )
            };
        Ok(rows.into_iter().map(name).collect())
    }

    /// Counts all rankings anew. Acts of other processes wait meanwhile, before they move a count.
    pub(crate) async fn rebuild_counts(&mut self) -> Result<(), Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query("lock table rank_count in exclusive mode").execute(tx.conn()).await?;
        }
        const STATEMENTS: [&str; 2] = [
            "delete from rank_count",
            concat!(
                "insert into rank_count (event_id, metric, alive_until, value, n) ",
                counted!("true")
            ),
        ];
        for statement in STATEMENTS {
            on!(self, conn => sqlx::query(statement).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// What is stored of the weeks and months of these memberships.
    pub(crate) async fn read_tallies(&mut self, of: &[Membership]) -> Result<Tallies, Error> {
        let statement = each!(
            "select w.event_id, w.person_id, w.span, w.first_day, w.met, w.points_milli from",
            "join window_tally w on w.person_id = cast(r.value->>1 as bigint) and w.event_id = cast(r.value->>0 as bigint)"
        );
        let keys: Vec<_> = of.iter().map(|of| (of.event, of.person)).collect();
        let rows: Vec<(i64, i64, String, i64, i64, i64)> = self.all(&statement, &keys).await?;
        let read =
            |(event, person, span, first, met, points): (i64, i64, String, i64, i64, i64)| {
                let window = Window::named(&span).unwrap_or_default();
                let slot = (EventId(event), window.name(), Day(first as i32), PersonId(person));
                (slot, (met as i32, points, false))
            };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Writes the weeks and months of these memberships anew, of which there are no others.
    pub(crate) async fn set_tallies(
        &mut self,
        of: &[Membership],
        tallies: &Tallies,
    ) -> Result<(), Error> {
        let forget = each!(
            "delete from window_tally where (person_id, event_id) in (
                 select cast(r.value->>1 as bigint), cast(r.value->>0 as bigint) from",
            ")"
        );
        let keys: Vec<_> = of.iter().map(|of| (of.event, of.person)).collect();
        self.each(&forget, &keys).await?;
        self.add_tallies(tallies).await
    }
}
