//! Which event is told of where.

use rules::{Instant, Zone};
use std::collections::BTreeSet;

use crate::error::Error;
use crate::ids::{DestinationId, EventId, PersonId};
use crate::store::post::withdrawn;
use crate::store::reminder::reminded_in_private;
use crate::store::{Tx, each, on};

/// Where the news of an event goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EventPlace {
    pub(crate) event: EventId,
    pub(crate) destination: DestinationId,
    /// The zone of its community, where that has one.
    pub(crate) zone: Option<Zone>,
}

/// Those of given places whose community is as a condition says.
macro_rules! in_community {
    ($condition:literal) => {
        each!(
            "select d.id, d.id from",
            concat!(
                "join destination d on d.id = cast(r.value->>0 as bigint)
                 join community c on c.id = d.community_id and ",
                $condition
            )
        )
    };
}

impl Tx {
    /// Tells a place nothing of an event any more; its card there is taken down, and whoever is reminded there is reminded
    /// in private.
    pub(crate) async fn stop_announcing_at(
        &mut self,
        event: EventId,
        at: DestinationId,
    ) -> Result<(), Error> {
        // Reminders before posts, as in [`Tx::stop_announcing_in`].
        on!(self, conn => sqlx::query(reminded_in_private!("event_id = $1 and destination_id = $2"))
            .bind(event.0).bind(at.0).execute(conn).await.map(drop))?;
        self.write_boards_anew(event).await?;
        for statement in [
            // First, so that a card that is just being noted there is seen by what follows.
            "delete from event_destination where event_id = $1 and destination_id = $2",
            withdrawn!("destination_id = $2"),
            "delete from post where event_id = $1 and destination_id = $2",
        ] {
            on!(self, conn => sqlx::query(statement).bind(event.0).bind(at.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Tells a place of an event, unless it is silenced there.
    pub(crate) async fn announce(
        &mut self,
        event: EventId,
        at: DestinationId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into event_destination (event_id, destination_id)
             select cast($1 as bigint), d.id from destination d where d.id = $2 and not exists (
                 select 1 from silenced_event s where s.community_id = d.community_id and s.event_id = $1)
             on conflict do nothing")
            .bind(event.0).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Tells the places of communities nothing of an event that have silenced whoever made it.
    pub(crate) async fn leave_silencing(
        &mut self,
        event: EventId,
        owner: PersonId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "delete from event_destination where event_id = $1 and exists (
                 select 1 from destination d
                 join silenced_person s on s.community_id = d.community_id and s.person_id = $2
                 where d.id = event_destination.destination_id)")
            .bind(event.0).bind(owner.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The newest events of which a place is told and that were not over by then, the oldest of them first. A draft
    /// will be told of there once it is published.
    pub(crate) async fn told_at(
        &mut self,
        place: DestinationId,
        by: Instant,
        most: i64,
    ) -> Result<Vec<EventId>, Error> {
        let events: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select d.event_id from event_destination d join event e on e.id = d.event_id
             where d.destination_id = $1 and e.draft is null and (e.ended_at is null or e.ended_at > $2) order by d.event_id desc limit $3")
            .bind(place.0).bind(by.0).bind(most).fetch_all(conn).await)?;
        Ok(events.into_iter().rev().map(EventId).collect())
    }

    /// Places that can be written to.
    pub(crate) async fn open_places(
        &mut self,
        places: &[EventPlace],
    ) -> Result<BTreeSet<DestinationId>, Error> {
        let open = each!(
            "select d.id, d.id from",
            "join destination d on d.id = cast(r.value->>0 as bigint) and d.state = 'ok'"
        );
        self.places_where(places, &open).await
    }

    /// Places whose community wants no recap of the week.
    pub(crate) async fn without_recap(
        &mut self,
        places: &[EventPlace],
    ) -> Result<BTreeSet<DestinationId>, Error> {
        self.places_where(places, &in_community!("not c.recap")).await
    }

    /// Places whose community is told little without asking.
    pub(crate) async fn with_quiet_budget(
        &mut self,
        places: &[EventPlace],
    ) -> Result<BTreeSet<DestinationId>, Error> {
        self.places_where(places, &in_community!("c.budget = 'quiet'")).await
    }

    /// Places that can be written to and whose community wants a board each day.
    pub(crate) async fn with_daily_board(
        &mut self,
        places: &[EventPlace],
    ) -> Result<BTreeSet<DestinationId>, Error> {
        self.places_where(places, &in_community!("d.state = 'ok' and c.daily_board")).await
    }

    pub(crate) async fn begin_boards(
        &mut self,
        event: EventId,
        first: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update event set day_turns_at = $2 where id = $1 and day_turns_at is null and ended_at is null")
            .bind(event.0).bind(first.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn event_destinations(
        &mut self,
        events: &[EventId],
    ) -> Result<Vec<EventPlace>, Error> {
        let statement = each!(
            "select d.event_id, d.destination_id, c.zone from",
            "join event_destination d on d.event_id = cast(r.value->>0 as bigint)
             left join destination p on p.id = d.destination_id left join community c on c.id = p.community_id
             order by d.event_id, d.destination_id"
        );
        let ids: Vec<[EventId; 1]> = events.iter().map(|event| [*event]).collect();
        let rows: Vec<(i64, i64, Option<String>)> = self.all(&statement, &ids).await?;
        let place = |(event, destination, zone): (i64, i64, Option<String>)| EventPlace {
            event: EventId(event),
            destination: DestinationId(destination),
            zone: zone.and_then(|zone| zone.parse().ok()),
        };
        Ok(rows.into_iter().map(place).collect())
    }
}
