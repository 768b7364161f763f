//! Reminders as members set them.

use super::{Tx, on};
use crate::{DestinationId, Error, Membership};
use rules::reminder::TimeOfDay;

/// A reminder is written as due for a day that never is: should we end before its next instant is worked
/// out, the next look at what is due works it out, and sends nothing.
const NO_DAY: i64 = -1_000_000;

impl Tx {
    pub(crate) async fn forget_reminders(&mut self, of: Membership) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from reminder where event_id = $1 and person_id = $2")
            .bind(of.event.0).bind(of.person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn add_reminder(
        &mut self,
        of: Membership,
        slot: i64,
        time: TimeOfDay,
        at: DestinationId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into reminder (event_id, person_id, slot, at_min, destination_id, next_at, next_day)
             values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(of.event.0).bind(of.person.0).bind(slot).bind(time.minutes()).bind(at.0)
            .bind(0_i64).bind(NO_DAY).execute(conn).await.map(drop))?;
        Ok(())
    }
}
