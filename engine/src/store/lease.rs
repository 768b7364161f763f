//! Leases: taken, kept, given back.

use rules::Instant;

use crate::error::Error;
use crate::store::{Tx, on};

impl Tx {
    /// Takes a lease that is free, over, or held by this holder already. Whether it is theirs now.
    pub(crate) async fn take_lease(
        &mut self,
        name: &str,
        holder: &str,
        now: Instant,
        lasts_s: i64,
    ) -> Result<bool, Error> {
        let taken: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "insert into lease (name, owner, epoch, expires_at) values ($1, $2, 1, $3 + $4)
             on conflict (name) do update set owner = excluded.owner, expires_at = excluded.expires_at,
             epoch = lease.epoch + case when lease.owner = excluded.owner then 0 else 1 end
             where lease.owner = excluded.owner or lease.expires_at <= $3
             returning epoch")
            .bind(name).bind(holder).bind(now.0).bind(lasts_s).fetch_optional(conn).await)?;
        Ok(taken.is_some())
    }

    pub(crate) async fn give_back_lease(&mut self, name: &str, holder: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update lease set expires_at = 0 where name = $1 and owner = $2")
            .bind(name).bind(holder).execute(conn).await.map(drop))?;
        Ok(())
    }
}
