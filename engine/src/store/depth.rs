//! How much waits in the inbox and the outbox.

use rules::Instant;

use crate::error::Error;
use crate::health::QueueDepth;
use crate::store::outbox::is_away;
use crate::store::{Tx, on};

/// Rows that are counted; what is beyond is not looked at.
const COUNTED_MAX: i64 = 10_000;

impl Tx {
    /// The open updates of all sources.
    pub(crate) async fn inbox_depth(&mut self) -> Result<Vec<QueueDepth>, Error> {
        let rows: Vec<(String, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select source, count(*), min(received_at) from (
                 select source, received_at from inbox where state = 'open' order by source, lane, id limit $1) as open
             group by source")
            .bind(COUNTED_MAX).fetch_all(conn).await)?;
        let depth = |(name, waiting, oldest)| QueueDepth {
            queue: "inbox",
            name,
            waiting,
            oldest: Some(Instant(oldest)),
        };
        Ok(rows.into_iter().map(depth).collect())
    }

    /// The deliveries of a platform that are due.
    pub(crate) async fn outbox_depth(
        &mut self,
        platform: &str,
        now: Instant,
    ) -> Result<QueueDepth, Error> {
        let (waiting, oldest): (i64, Option<i64>) = on!(self, conn => sqlx::query_as(concat!(
            "select count(*), min(not_before) from (
                 select not_before from outbox where state = 'pending' and platform = $1 and not_before <= $2 and not ",
            is_away!(),
            " order by not_before, id limit $3) as due"))
            .bind(platform).bind(now.0).bind(COUNTED_MAX).fetch_one(conn).await)?;
        Ok(QueueDepth {
            queue: "outbox",
            name: platform.to_owned(),
            waiting,
            oldest: oldest.map(Instant),
        })
    }

    /// How many dead letters there are in the inbox and the outbox.
    pub(crate) async fn dead_count(&mut self) -> Result<(i64, i64), Error> {
        Ok(on!(self, conn => sqlx::query_as(
            "select (select count(*) from (select id from inbox where state = 'parked' order by id limit $1) as parked),
                    (select count(*) from (select id from outbox where state = 'dead' order by id limit $1) as dead)")
            .bind(COUNTED_MAX).fetch_one(conn).await)?)
    }
}
