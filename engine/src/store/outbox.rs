//! Deliveries: enqueued, claimed, closed, forgotten.

use rules::Instant;
use std::collections::{BTreeSet, HashSet};

use crate::communities::community::Kind;
use crate::deliveries::delivery::{Delivery, Topic};
use crate::error::Error;
use crate::ids::{DestinationId, Membership, PersonId, Platform, first_id};
use crate::store::destinations::private_place;
use crate::store::new_delivery::NewDelivery;
use crate::store::{Each, Tx, each, on};

/// How often, and how far apart, a delivery is looked at that this version cannot read.
const UNREADABLE_ATTEMPTS_MAX: i64 = 10;
const UNREADABLE_WAIT_S: i64 = 60;
/// Roles of a person that wait for Discord.
const ROLES_MAX: i64 = 1000;

/// Whether a delivery goes to a server that has put us out: it waits until we are let in again.
macro_rules! is_away {
    () => {
        "coalesce((select d.state from destination d where d.id = outbox.destination_id), '') = 'away'"
    };
}
pub(crate) use is_away;

impl Tx {
    /// Writes down what should be sent: where a person has closed one way, by the other one, and nowhere if there is
    /// none.
    pub(crate) async fn enqueue(&mut self, deliveries: &[NewDelivery]) -> Result<(), Error> {
        self.enqueue_as("pending", deliveries).await
    }

    /// Keeps the keys of what is told in the message of another one, so that it is not told again.
    pub(crate) async fn note_told_with_another(
        &mut self,
        deliveries: &[NewDelivery],
    ) -> Result<(), Error> {
        self.enqueue_as("joined", deliveries).await
    }

    async fn enqueue_as(&mut self, state: &str, deliveries: &[NewDelivery]) -> Result<(), Error> {
        let statement = each!(
            "insert into outbox (id, dedupe_key, platform, destination_id, payload, not_before, expires_at, state, done_at)
             select cast(r.value->>0 as bigint), r.value->>1, d.platform, d.id, r.value->>3,
             cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), r.value->>6,
             case when r.value->>6 = 'pending' then null else cast(r.value->>4 as bigint) end from",
            concat!(
                "join destination w on w.id = cast(r.value->>2 as bigint)
                 join destination d on d.id = case
                     when w.state = 'ok' or (w.state = 'asked' and r.value->>1 like 'email:%') then w.id else (",
                private_place!("w.person_id"),
                ") end where true on conflict (dedupe_key) do nothing"
            )
        );
        let mut rows = vec![];
        for d in deliveries {
            let topic =
                serde_json::to_string(&d.topic).map_err(|e| Error::unreadable("topic", &e))?;
            let (from, until) = (d.not_before, d.expires_at);
            rows.push((d.id, &d.dedupe_key, d.destination, topic, from, until, state));
        }
        // Two processes that write the same keys meet in the same order.
        rows.sort_unstable_by(|a, b| a.1.cmp(b.1));
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Whether something was written down to be told under this key, be it told or not.
    pub(crate) async fn is_enqueued(&mut self, dedupe_key: &str) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query_scalar("select exists (select 1 from outbox where dedupe_key = $1)")
            .bind(dedupe_key).fetch_one(conn).await)?,
        )
    }

    /// The same for a place that is a person's now.
    pub(crate) async fn is_enqueued_for(
        &mut self,
        dedupe_key: &str,
        person: PersonId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from outbox o join destination d on d.id = o.destination_id
                 where o.dedupe_key = $1 and d.person_id = $2)")
            .bind(dedupe_key).bind(person.0).fetch_one(conn).await)?)
    }

    /// Those of the keys under which something was written down to be told.
    pub(crate) async fn enqueued(
        &mut self,
        dedupe_keys: impl Iterator<Item = &String>,
    ) -> Result<HashSet<String>, Error> {
        let statement = each!(
            "select o.dedupe_key from outbox o where o.dedupe_key in (select r.value->>0 from",
            ")"
        );
        let keys: Vec<[&String; 1]> = dedupe_keys.map(|key| [key]).collect();
        let rows: Vec<(String,)> = self.all(&statement, &keys).await?;
        Ok(rows.into_iter().map(|(key,)| key).collect())
    }

    /// Sends what waits under this key now rather than later.
    pub(crate) async fn hasten(&mut self, dedupe_key: &str, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update outbox set not_before = $2 where dedupe_key = $1 and state = 'pending' and not_before > $2")
            .bind(dedupe_key).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Takes back what was not sent yet and is in nobody's hands.
    pub(crate) async fn withdraw(
        &mut self,
        dedupe_keys: &[String],
        now: Instant,
    ) -> Result<(), Error> {
        // Each is looked at again once it is held: somebody may have taken it meanwhile.
        let statement = Each {
            sqlite: "delete from outbox where id in (
                 select o.id from json_each($1) as r join outbox o on o.dedupe_key = r.value->>0
                 where o.state = 'pending' and o.lease_until <= cast(r.value->>1 as bigint))",
            postgres: "delete from outbox using jsonb_array_elements($1::jsonb) as r(value)
                 where outbox.dedupe_key = r.value->>0 and outbox.state = 'pending'
                 and outbox.lease_until <= cast(r.value->>1 as bigint)",
        };
        let rows: Vec<(&String, Instant)> = dedupe_keys.iter().map(|key| (key, now)).collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Leaves an event out of what was put off for several events of a member, under these keys.
    pub(crate) async fn leave_out_of_snoozes(
        &mut self,
        of: Membership,
        dedupe_keys: &[String],
    ) -> Result<(), Error> {
        // Of two events that are left out at once, neither comes back.
        let statement = Each {
            sqlite: "select o.id, o.payload from json_each($1) as r
                 join outbox o on o.dedupe_key = r.value->>0 where o.state = 'pending'",
            postgres: "select o.id, o.payload from jsonb_array_elements($1::jsonb) as r(value)
                 join outbox o on o.dedupe_key = r.value->>0 where o.state = 'pending' for update of o",
        };
        let keys: Vec<[&String; 1]> = dedupe_keys.iter().map(|key| [key]).collect();
        let rows: Vec<(i64, String)> = self.all(&statement, &keys).await?;
        for (id, payload) in rows {
            let unreadable = |e: serde_json::Error| Error::unreadable("topic", &e);
            let topic = serde_json::from_str(&payload).map_err(unreadable)?;
            let Topic::Reminders { person, mut events } = topic else { continue };
            events.iter_mut().filter(|event| **event == Some(of.event)).for_each(|one| *one = None);
            let topic = Topic::Reminders { person, events };
            let payload = serde_json::to_string(&topic).map_err(unreadable)?;
            on!(self, conn => sqlx::query("update outbox set payload = $2 where id = $1")
                .bind(id).bind(&payload).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Gives roles that wait for one of two people who become one to the one who stays, once the badges are theirs.
    pub(crate) async fn hand_over_roles(
        &mut self,
        goes: PersonId,
        stays: PersonId,
    ) -> Result<(), Error> {
        let rows: Vec<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select o.id, o.payload from membership m
             join badge b on b.event_id = m.event_id and b.person_id = m.person_id
             join outbox o on o.dedupe_key = 'role:' || m.event_id || ':' || cast($1 as text) || ':' || b.length
             where m.person_id = $2 and o.state = 'pending' limit $3")
            .bind(goes.0.to_string()).bind(stays.0).bind(ROLES_MAX).fetch_all(conn).await)?;
        for (id, payload) in rows {
            let unreadable = |e: serde_json::Error| Error::unreadable("topic", &e);
            let topic = serde_json::from_str(&payload).map_err(unreadable)?;
            let Topic::Role { event, length, .. } = topic else { continue };
            let topic = Topic::Role { event, person: stays, length };
            let payload = serde_json::to_string(&topic).map_err(unreadable)?;
            on!(self, conn => sqlx::query("update outbox set payload = $2 where id = $1")
                .bind(id).bind(&payload).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Makes room for deliveries of the same keys; those that are still open stay.
    pub(crate) async fn make_room(&mut self, dedupe_keys: &[String]) -> Result<(), Error> {
        let statement = each!(
            "delete from outbox where state <> 'pending' and dedupe_key in (select r.value->>0 from",
            ")"
        );
        let rows: Vec<[&String; 1]> = dedupe_keys.iter().map(|key| [key]).collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Lets go of what has expired.
    pub(crate) async fn expire_deliveries(
        &mut self,
        platform: Platform,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update outbox set state = 'expired', done_at = $2, lease_until = 0
             where state = 'pending' and platform = $1 and expires_at <= $2 and lease_until <= $2")
            .bind(platform.name()).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Whether something is due for a place that is not busy. Asked before anything is written.
    pub(crate) async fn is_delivery_due(
        &mut self,
        platform: Platform,
        now: Instant,
        busy: &[DestinationId],
    ) -> Result<bool, Error> {
        macro_rules! due {
            ($busy:literal) => {
                concat!(
                    "select id from outbox where state = 'pending' and platform = $1 and not_before <= $2
                     and expires_at > $2 and lease_until <= $2 and not ",
                    is_away!(),
                    " and destination_id not in ",
                    $busy,
                    " order by not_before, id limit 1"
                )
            };
        }
        let statement = match self {
            Tx::Sqlite(_) => due!("(select value from json_each($3))"),
            Tx::Postgres(_) => {
                due!("(select cast(value as bigint) from jsonb_array_elements_text($3::jsonb))")
            }
        };
        let busy = serde_json::to_string(busy).map_err(|e| Error::unreadable("places", &e))?;
        let due: Option<i64> = on!(self, conn => sqlx::query_scalar(statement)
            .bind(platform.name()).bind(now.0).bind(busy).fetch_optional(conn).await)?;
        Ok(due.is_some())
    }

    /// Leases what is due, oldest first, one delivery a place, and none for the places that are busy.
    pub(crate) async fn claim_deliveries(
        &mut self,
        platform: Platform,
        now: Instant,
        lease_s: i64,
        most: usize,
        busy: &[DestinationId],
    ) -> Result<Vec<Delivery>, Error> {
        if most == 0 {
            return Ok(vec![]);
        }
        macro_rules! claim {
            ($busy:literal, $lock:literal) => {
                concat!(
                    // Said to be materialized: PostgreSQL would work the list out again for each row it looks at,
                    // and so take everything.
                    "with seen as materialized (
                         select id, destination_id, not_before from outbox
                         where state = 'pending' and platform = $1 and not_before <= $2
                         and expires_at > $2 and lease_until <= $2 and not ",
                    is_away!(),
                    " and destination_id not in ",
                    $busy,
                    " order by not_before, id limit $4 ",
                    $lock,
                    "), ranked as (
                         select id, row_number() over (partition by destination_id order by not_before, id) as place
                         from seen),
                     due as (select id from ranked where place = 1)
                     ",
                    // A lease that ran out says that nobody knows what became of it.
                    "update outbox set unsure_since = case when lease_until > 0
                         then coalesce(unsure_since, lease_until - $6) else unsure_since end,
                     error = null, lease_until = $3, attempts = attempts + 1 from due where outbox.id = due.id
                     returning outbox.id, dedupe_key, destination_id, payload, attempts, unsure_since"
                )
            };
        }
        // Several processes take different rows rather than wait for each other.
        let claim = match self {
            Tx::Sqlite(_) => claim!("(select value from json_each($5))", ""),
            Tx::Postgres(_) => claim!(
                "(select cast(value as bigint) from jsonb_array_elements_text($5::jsonb))",
                "for update skip locked"
            ),
        };
        let busy = serde_json::to_string(busy).map_err(|e| Error::unreadable("places", &e))?;
        type Row = (i64, String, i64, String, i64, Option<i64>);
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(claim)
            .bind(platform.name()).bind(now.0).bind(now.0 + lease_s).bind(most as i64).bind(busy)
            .bind(lease_s).fetch_all(conn).await)?;
        let mut deliveries = vec![];
        for (id, dedupe_key, destination, payload, attempts, unsure_since) in rows {
            // One that cannot be read, or whose place is gone, holds up no other.
            let topic: Result<Topic, _> = serde_json::from_str(&payload);
            let place = self.known_destination(DestinationId(destination)).await?;
            let why = match (topic, place) {
                (Ok(topic), Some(destination)) => {
                    deliveries.push(Delivery {
                        id,
                        destination,
                        topic,
                        dedupe_key,
                        attempts,
                        unsure_since: unsure_since.map(Instant),
                        now,
                    });
                    continue;
                }
                (Err(error), Some(_)) if attempts < UNREADABLE_ATTEMPTS_MAX => {
                    // A newer version may have written it, and be running beside this one.
                    tracing::warn!(delivery.id = id, %error, "a delivery is left to a newer version");
                    let then = now.plus_s(UNREADABLE_WAIT_S);
                    self.postpone_delivery(id, then, &error.to_string()).await?;
                    continue;
                }
                (Err(error), _) => error.to_string(),
                (_, None) => "its place is gone".to_owned(),
            };
            tracing::error!(delivery.id = id, %why, "a delivery was given up");
            self.close_delivery(id, "dead", None, Some(&why), now).await?;
        }
        deliveries.sort_by_key(|delivery| delivery.id);
        Ok(deliveries)
    }

    /// Keeps what is being sent from being taken for abandoned.
    pub(crate) async fn keep_deliveries(
        &mut self,
        ids: &BTreeSet<i64>,
        until: Instant,
    ) -> Result<(), Error> {
        let statement = each!(
            "update outbox set lease_until = cast(r.value->>1 as bigint) from",
            "where outbox.id = cast(r.value->>0 as bigint) and outbox.state = 'pending' and outbox.lease_until > 0"
        );
        let rows: Vec<(i64, Instant)> = ids.iter().map(|id| (*id, until)).collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Gives back what was being sent: it may have arrived.
    pub(crate) async fn release_unsure(
        &mut self,
        ids: &BTreeSet<i64>,
        now: Instant,
    ) -> Result<(), Error> {
        let statement = each!(
            "update outbox set lease_until = 0, unsure_since = coalesce(unsure_since, cast(r.value->>1 as bigint)) from",
            "where outbox.id = cast(r.value->>0 as bigint) and outbox.state = 'pending' and outbox.lease_until > 0"
        );
        let rows: Vec<(i64, Instant)> = ids.iter().map(|id| (*id, now)).collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    /// Notes that an attempt ended without an answer.
    pub(crate) async fn note_unsure(&mut self, id: i64, since: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update outbox set unsure_since = coalesce(unsure_since, $2) where id = $1")
            .bind(id).bind(since.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Lets everything wait that is due for a place, this delivery too.
    pub(crate) async fn postpone_destination(
        &mut self,
        destination: DestinationId,
        id: i64,
        until: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update outbox set not_before = $3, lease_until = case when id = $2 then 0 else lease_until end,
             attempts = attempts - case when id = $2 then 1 else 0 end
             where (state = 'pending' and id = $2) or (state = 'pending' and destination_id = $1 and not_before < $3)")
            .bind(destination.0).bind(id).bind(until.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Lets a delivery wait that was taken and not tried.
    pub(crate) async fn put_off_delivery(&mut self, id: i64, until: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update outbox set not_before = $2, lease_until = 0, attempts = attempts - 1 where id = $1")
            .bind(id).bind(until.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn close_delivery(
        &mut self,
        id: i64,
        state: &str,
        remote_id: Option<&str>,
        error: Option<&str>,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update outbox set state = $2, remote_id = $3, error = $4, done_at = $5, lease_until = 0 where id = $1")
            .bind(id).bind(state).bind(remote_id).bind(error).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Where else a person can be written to whose way is closed. A word to come in time may be said once in a
    /// channel of its event, unless that is for few or the person hides.
    pub(crate) async fn other_destination(
        &mut self,
        delivery: &Delivery,
    ) -> Result<Option<DestinationId>, Error> {
        let Kind::Private(person) = delivery.destination.kind else { return Ok(None) };
        let other = self.any_private_destination(person).await?;
        let events = match delivery.topic {
            Topic::Reminder { event, .. } | Topic::LastCall { event, .. } => vec![event],
            // Of several events a channel hears what is told there anyway.
            Topic::Reminders { events, .. } => events.into_iter().flatten().collect(),
            _ => return Ok(other),
        };
        if other.is_some() {
            return Ok(other);
        }
        for event in events {
            let channel: Option<i64> = on!(self, conn => sqlx::query_scalar(
                "select d.id from event e join event_destination p on p.event_id = e.id
                 join destination d on d.id = p.destination_id and d.state = 'ok'
                 join person m on m.id = $2 and not m.hidden
                 where e.id = $1 and e.visibility <> 'invite' order by d.id limit 1")
                .bind(event.0).bind(person.0).fetch_optional(conn).await)?;
            if channel.is_some() {
                return Ok(channel.map(DestinationId));
            }
        }
        Ok(None)
    }

    /// Sends by another way what was to go to a place that is closed: this delivery, and, to a person, whatever
    /// waits beside it and is in nobody's hands.
    pub(crate) async fn redirect(
        &mut self,
        delivery: &Delivery,
        to: DestinationId,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update outbox set destination_id = $2, attempts = 0, lease_until = 0,
             platform = (select platform from destination where id = $2)
             where state = 'pending' and id in (
                 select cast($3 as bigint) union all
                 select id from outbox where state = 'pending' and destination_id = $1 and lease_until <= $4
                 and exists (select 1 from destination where id = $2 and kind = 'private'))")
            .bind(delivery.destination.id.0).bind(to.0).bind(delivery.id).bind(now.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn postpone_delivery(
        &mut self,
        id: i64,
        until: Instant,
        why: &str,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update outbox set not_before = $2, error = $3, lease_until = 0 where id = $1")
            .bind(id).bind(until.0).bind(why).execute(conn).await.map(drop))?;
        Ok(())
    }
}

impl Tx {
    /// Forgets up to so many that were over before an instant. Ids grow with time.
    pub(crate) async fn forget_deliveries(
        &mut self,
        before: Instant,
        most: i64,
    ) -> Result<u64, Error> {
        Ok(on!(self, conn => sqlx::query(
            "delete from outbox where id in (
                 select id from outbox where id < $2 and ((state <> 'pending' and done_at < $1) or expires_at < $1)
                 order by id limit $3)")
            .bind(before.0).bind(first_id(before)).bind(most)
            .execute(conn).await.map(|done| done.rows_affected()))?)
    }
}
