//! Times of which places are told the milestones in one message.

use rules::Instant;
use std::collections::{BTreeMap, BTreeSet};

use crate::communities::community::Budget;
use crate::deliveries::gather::Gathered;
use crate::error::Error;
use crate::ids::{DestinationId, EventId, Membership, PersonId};
use crate::leaderboards::milestones::Milestone;
use crate::store::{Each, Tx, each, on};

/// Milestones that one message is made of.
const MILESTONES_MAX: i64 = 500;

impl Tx {
    /// Opens the times that are opened by what was reached in places, in this order, and gives them. Where nothing can be
    /// told, none is.
    pub(crate) async fn gather(
        &mut self,
        reached: &[(DestinationId, Instant)],
    ) -> Result<Vec<Gathered>, Error> {
        // Two processes that open times in the same places meet in the same order.
        let known = Each {
            sqlite: "select d.id, d.gathers_from, d.gathers_until, c.budget from json_each($1) as r
                 join destination d on d.id = cast(r.value->>0 as bigint) and d.state = 'ok'
                 left join community c on c.id = d.community_id order by d.id",
            postgres: "select d.id, d.gathers_from, d.gathers_until, c.budget from jsonb_array_elements($1::jsonb) as r(value)
                 join destination d on d.id = cast(r.value->>0 as bigint) and d.state = 'ok'
                 left join community c on c.id = d.community_id order by d.id for update of d",
        };
        let places: BTreeSet<[DestinationId; 1]> =
            reached.iter().map(|(place, _)| [*place]).collect();
        type Columns = (i64, Option<i64>, Option<i64>, Option<String>);
        let rows: Vec<Columns> = self.returning(&known, &Vec::from_iter(places)).await?;
        let mut last: BTreeMap<DestinationId, (Option<Gathered>, Budget)> = BTreeMap::new();
        for (id, from, until, budget) in rows {
            let destination = DestinationId(id);
            let gathered = from.zip(until).map(|(from, until)| Gathered {
                destination,
                from: Instant(from),
                until: Instant(until),
            });
            let budget = budget.and_then(|name| Budget::named(&name)).unwrap_or(Budget::Usual);
            last.insert(destination, (gathered, budget));
        }
        let mut opened = vec![];
        for &(place, at) in reached {
            let Some((last, budget)) = last.get_mut(&place) else { continue };
            if let Some(next) = Gathered::after(*last, place, *budget, at) {
                *last = Some(next);
                opened.push(next);
            }
        }
        let moved: BTreeMap<DestinationId, Gathered> =
            opened.iter().map(|next| (next.destination, *next)).collect();
        let moved: Vec<[i64; 3]> =
            moved.values().map(|next| [next.destination.0, next.from.0, next.until.0]).collect();
        let set = each!(
            "update destination set gathers_from = cast(r.value->>1 as bigint),
             gathers_until = cast(r.value->>2 as bigint) from",
            "where destination.id = cast(r.value->>0 as bigint)"
        );
        self.each(&set, &moved).await?;
        Ok(opened)
    }

    /// Whether a great milestone is left to the message about its time, which is still to come: another one was told alone
    /// there since that began.
    pub(crate) async fn is_left_to_others(
        &mut self,
        place: DestinationId,
        (of, length): (Membership, u32),
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (
                 select 1 from destination d
                 join badge b on b.event_id = $2 and b.person_id = $3 and b.length = $4
                     and b.reached_at >= d.gathers_from and b.reached_at < d.gathers_until
                 join outbox t on t.dedupe_key = 'badges:' || d.id || ':' || d.gathers_until
                     and t.state = 'pending' and t.lease_until <= $5
                 where d.id = $1 and exists (
                     select 1 from outbox o where o.destination_id = d.id and o.state <> 'pending' and o.state = 'sent'
                     and o.dedupe_key like 'badge:%' and o.done_at >= d.gathers_from))")
            .bind(place.0).bind(of.event.0).bind(of.person.0).bind(i64::from(length)).bind(now.0)
            .fetch_one(conn).await)?)
    }

    /// The milestones that were reached within a time in the events of a place, the longest first; not those that have a
    /// message of their own, and not of people who are hidden, are silenced there, or want theirs not to be told.
    pub(crate) async fn reached_within(
        &mut self,
        place: DestinationId,
        (from, until): (Instant, Instant),
    ) -> Result<Vec<(EventId, Milestone)>, Error> {
        let rows: Vec<(i64, i64, String, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select b.event_id, b.person_id, p.name, b.length, b.reached_at from event_destination d
             join badge b on b.event_id = d.event_id and b.reached_at >= $2 and b.reached_at < $3
             join person p on p.id = b.person_id
             join membership m on m.event_id = b.event_id and m.person_id = b.person_id
             where d.destination_id = $1 and b.revoked_at is null and m.member and not p.hidden
             and p.milestones and not exists (
                 select 1 from outbox o where o.state in ('pending', 'sent') and o.dedupe_key
                 = 'badge:' || b.event_id || ':' || b.person_id || ':' || b.length || ':' || d.destination_id)
             and not exists (
                 select 1 from destination l join silenced_person s on s.community_id = l.community_id
                 where l.id = $1 and s.person_id = b.person_id) order by b.length desc, m.joined_at, b.person_id limit $4")
            .bind(place.0).bind(from.0).bind(until.0).bind(MILESTONES_MAX)
            .fetch_all(conn).await)?;
        let read = |(event, person, name, length, at): (i64, i64, String, i64, i64)| {
            let length = length as u32;
            let milestone =
                Milestone { person: PersonId(person), name, length, reached_at: Instant(at) };
            (EventId(event), milestone)
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// How much the community of a place is told.
    pub(crate) async fn budget_of(&mut self, place: DestinationId) -> Result<Budget, Error> {
        let name: Option<String> = on!(self, conn => sqlx::query_scalar(
            "select c.budget from destination d join community c on c.id = d.community_id where d.id = $1")
            .bind(place.0).fetch_optional(conn).await)?;
        Ok(name.and_then(|name| Budget::named(&name)).unwrap_or(Budget::Usual))
    }

    /// Writes down that a place was told of a time: whatever was reached in it is no news any more, told or not.
    pub(crate) async fn gathered_told(
        &mut self,
        place: DestinationId,
        (from, until): (Instant, Instant),
        at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update badge set told_at = $4 where told_at is null and revoked_at is null
             and reached_at >= $2 and reached_at < $3
             and event_id in (select event_id from event_destination where destination_id = $1)")
            .bind(place.0).bind(from.0).bind(until.0).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
