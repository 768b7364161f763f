//! What a community has silenced: events, and people.

use rules::Instant;

use crate::error::Error;
use crate::ids::{CommunityId, EventId, PersonId};
use crate::store::post::withdrawn;
use crate::store::reminder::reminded_in_private;
use crate::store::{Tx, on};

impl Tx {
    /// Silences a round together with an event, or that event.
    pub(crate) async fn silence_event(
        &mut self,
        community: CommunityId,
        (event, round): (EventId, EventId),
        most: i64,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into silenced_event (community_id, event_id, at)
             select cast($1 as bigint), id, coalesce(
                 (select f.at from silenced_event f where f.community_id = $1 and f.event_id = $5), $3) from event
             where id = $2 and (select count(*) from silenced_event where community_id = $1) < $4 on conflict do nothing")
            .bind(community.0).bind(round.0).bind(now.0).bind(most).bind(event.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn silence_person(
        &mut self,
        community: CommunityId,
        person: PersonId,
        most: i64,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into silenced_person (community_id, person_id, at)
             select cast($1 as bigint), id, cast($3 as bigint) from person
             where id = $2 and (select count(*) from silenced_person where community_id = $1) < $4 on conflict do nothing")
            .bind(community.0).bind(person.0).bind(now.0).bind(most).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Silences a round no more that was silenced together with an event, or that is it.
    pub(crate) async fn hear_event(
        &mut self,
        community: CommunityId,
        event: EventId,
        round: EventId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "delete from silenced_event where community_id = $1 and event_id = $3 and at = (
                 select f.at from silenced_event f where f.community_id = $1 and f.event_id = $2)")
            .bind(community.0).bind(event.0).bind(round.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn hear_person(
        &mut self,
        community: CommunityId,
        person: PersonId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from silenced_person where community_id = $1 and person_id = $2")
            .bind(community.0).bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn is_event_silenced(
        &mut self,
        community: CommunityId,
        event: EventId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from silenced_event where community_id = $1 and event_id = $2)")
            .bind(community.0).bind(event.0).fetch_one(conn).await)?)
    }

    pub(crate) async fn is_person_silenced(
        &mut self,
        community: CommunityId,
        person: PersonId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from silenced_person where community_id = $1 and person_id = $2)")
            .bind(community.0).bind(person.0).fetch_one(conn).await)?)
    }

    /// The events that a community has silenced, the last first.
    pub(crate) async fn silenced_events(
        &mut self,
        community: CommunityId,
        most: i64,
    ) -> Result<Vec<EventId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select event_id from silenced_event where community_id = $1 order by at desc, event_id limit $2")
            .bind(community.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(EventId).collect())
    }

    /// The people whom a community has silenced, the last first.
    pub(crate) async fn silenced_people(
        &mut self,
        community: CommunityId,
        most: i64,
    ) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from silenced_person where community_id = $1 order by at desc, person_id limit $2")
            .bind(community.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// Reminds somebody in private of what they were reminded of in a community.
    pub(crate) async fn remind_in_private(
        &mut self,
        person: PersonId,
        community: CommunityId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            reminded_in_private!("person_id = $1
             and event_id in (select event_id from membership where person_id = $1)
             and destination_id in (select id from destination where community_id = $2)"))
            .bind(person.0).bind(community.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Tells all places of a community nothing of events any more; their cards there are taken down, and whoever is
    /// reminded there is reminded in private.
    pub(crate) async fn stop_announcing_in(
        &mut self,
        events: &[EventId],
        community: CommunityId,
    ) -> Result<(), Error> {
        // Reminders before posts, as everywhere: two who hold one and want the other would wait for each other.
        for event in events {
            on!(self, conn => sqlx::query(
                reminded_in_private!("event_id = $1 and destination_id in (select id from destination where community_id = $2)"))
                .bind(event.0).bind(community.0).execute(conn).await.map(drop))?;
        }
        for event in events {
            self.write_boards_anew(*event).await?;
            for statement in [
                // First, so that a card that is just being noted there is seen by what follows.
                "delete from event_destination where event_id = $1
                 and destination_id in (select id from destination where community_id = $2)",
                withdrawn!(
                    "destination_id in (select id from destination where community_id = $2)"
                ),
                "delete from post where event_id = $1
                 and destination_id in (select id from destination where community_id = $2)",
            ] {
                on!(self, conn => sqlx::query(statement).bind(event.0).bind(community.0).execute(conn).await.map(drop))?;
            }
        }
        Ok(())
    }

    /// Has the open boards of a community written anew.
    pub(crate) async fn write_boards_of(&mut self, community: CommunityId) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update post set due_at = edited_at where event_id = 0 and due_at = closes_at
             and destination_id in (select id from destination where community_id = $1)")
            .bind(community.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// What a community has silenced stays so in the next round, as far as there is room.
    pub(crate) async fn take_over_silence(
        &mut self,
        before: EventId,
        next: EventId,
        most: i64,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into silenced_event (community_id, event_id, at)
             select s.community_id, cast($2 as bigint), s.at from silenced_event s where s.event_id = $1
             and (select count(*) from silenced_event o where o.community_id = s.community_id) < $3 on conflict do nothing")
            .bind(before.0).bind(next.0).bind(most).execute(conn).await.map(drop))?;
        Ok(())
    }
}
