//! Reminders as members set them.

use rules::reminder::TimeOfDay;
use rules::{Day, Instant, Weekdays};

use crate::error::Error;
use crate::ids::{DestinationId, Membership};
use crate::reminders::reminder::{Reminder, When};
use crate::store::{Tx, on};

/// A reminder is written as due for a day that never is: should we end before its next instant is worked
/// out, the next look at what is due works it out, and sends nothing.
const NO_DAY: i64 = -1_000_000;

/// Has reminders come in private from now on, where whoever set them can be written to there.
macro_rules! reminded_in_private {
    ($which:literal) => {
        concat!(
            "update reminder set destination_id = (",
            $crate::store::destinations::private_place!("reminder.person_id"),
            ") where ",
            $which,
            " and exists (",
            $crate::store::destinations::private_place!("reminder.person_id"),
            ")"
        )
    };
}
pub(crate) use reminded_in_private;

impl Tx {
    pub(crate) async fn reminders(&mut self, of: Membership) -> Result<Vec<Reminder>, Error> {
        let rows: Vec<ReminderRow> = on!(self, conn => sqlx::query_as(
            "select slot, kind, at_min, destination_id, next_at, next_day, weekdays from reminder
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
        (when, weekdays): (When, Weekdays),
        at: DestinationId,
    ) -> Result<(), Error> {
        let (kind, minutes) = match when {
            When::At(time) => ("wall", time.minutes()),
            When::LastCall => ("last_call", 0),
        };
        on!(self, conn => sqlx::query(
            "insert into reminder (event_id, person_id, slot, kind, at_min, destination_id, next_at, next_day, weekdays)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(of.event.0).bind(of.person.0).bind(slot).bind(kind).bind(minutes).bind(at.0)
            .bind(0_i64).bind(NO_DAY).bind(weekdays.bits()).execute(conn).await.map(drop))?;
        Ok(())
    }
}

/// Slot, kind, minutes of the wall time, destination, next instant and its label, weekdays.
pub(crate) type ReminderRow = (i64, String, i64, i64, Option<i64>, Option<i64>, i64);

pub(crate) fn read_reminder(
    (slot, kind, at_min, destination, next_at, next_day, weekdays): ReminderRow,
) -> Result<Reminder, Error> {
    let unreadable = |why: String| Error::Unreadable { what: "reminder", why };
    let when = match kind.as_str() {
        "wall" => {
            When::At(TimeOfDay::from_minutes(at_min).ok_or_else(|| unreadable(at_min.to_string()))?)
        }
        "last_call" => When::LastCall,
        _ => return Err(unreadable(kind)),
    };
    let next = next_at.zip(next_day).map(|(at, day)| (Instant(at), Day(day as i32)));
    let weekdays = Weekdays::from_bits(weekdays).ok_or_else(|| unreadable(weekdays.to_string()))?;
    Ok(Reminder { slot, when, weekdays, destination: DestinationId(destination), next })
}
