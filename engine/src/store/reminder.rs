//! Reminders as members set them.

use super::{Tx, on};
use crate::{DestinationId, Error, Membership, Reminder};
use rules::reminder::TimeOfDay;
use rules::{Day, Instant};

/// A reminder is written as due for a day that never is: should we end before its next instant is worked
/// out, the next look at what is due works it out, and sends nothing.
const NO_DAY: i64 = -1_000_000;

impl Tx {
    pub(crate) async fn reminders(&mut self, of: Membership) -> Result<Vec<Reminder>, Error> {
        type Columns = (i64, i64, i64, Option<i64>, Option<i64>);
        let rows: Vec<Columns> = on!(self, conn => sqlx::query_as(
            "select slot, at_min, destination_id, next_at, next_day from reminder
             where event_id = $1 and person_id = $2 order by slot")
            .bind(of.event.0).bind(of.person.0).fetch_all(conn).await)?;
        rows.into_iter().map(read_reminder).collect()
    }

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

/// Reads slot, wall time, destination, next instant and its label.
pub(super) fn read_reminder(
    (slot, at_min, destination, next_at, next_day): (i64, i64, i64, Option<i64>, Option<i64>),
) -> Result<Reminder, Error> {
    let time = TimeOfDay::from_minutes(at_min);
    let time = time.ok_or(Error::Unreadable { what: "reminder", why: at_min.to_string() })?;
    let next = next_at.zip(next_day).map(|(at, day)| (Instant(at), Day(day as i32)));
    Ok(Reminder { slot, time, destination: DestinationId(destination), next })
}
