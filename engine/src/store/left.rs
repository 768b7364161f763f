//! Communities that put us out, and what is kept of them.

use rules::Instant;

use crate::error::Error;
use crate::ids::{CommunityId, EventId, Platform};
use crate::store::reminder::reminded_in_private;
use crate::store::{Tx, on};

impl Tx {
    /// Notes since when a community has us put out, or that we are in it.
    pub(crate) async fn set_left(
        &mut self,
        platform: Platform,
        external_id: &str,
        at: Option<Instant>,
    ) -> Result<(), Error> {
        let statement = match at {
            Some(_) => {
                "update community set left_at = $3 where platform = $1 and external_id = $2 and left_at is null"
            }
            None => {
                "update community set left_at = $3 where platform = $1 and external_id = $2 and left_at is not null"
            }
        };
        on!(self, conn => sqlx::query(statement)
            .bind(platform.name()).bind(external_id).bind(at.map(|at| at.0)).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Communities of a platform behind one, as the platform names them, and whether we are in them as far as we know; those
    /// that were there before an instant.
    pub(crate) async fn presences(
        &mut self,
        platform: Platform,
        after: &str,
        before: Instant,
        most: i64,
    ) -> Result<Vec<(String, bool)>, Error> {
        let rows: Vec<(String, Option<i64>)> = on!(self, conn => sqlx::query_as(
            "select external_id, left_at from community where platform = $1 and external_id > $2 and created_at < $3
             order by external_id limit $4")
            .bind(platform.name()).bind(after).bind(before.0).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(external_id, left)| (external_id, left.is_none())).collect())
    }

    /// Communities that put us out before an instant, the first ones first.
    pub(crate) async fn left_before(
        &mut self,
        before: Instant,
        most: i64,
    ) -> Result<Vec<CommunityId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from community where left_at is not null and left_at < $1 order by left_at limit $2")
            .bind(before.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(CommunityId).collect())
    }

    /// Whether a community put us out before an instant; nobody can change that until the transaction ends.
    pub(crate) async fn take_left(
        &mut self,
        community: CommunityId,
        before: Instant,
    ) -> Result<bool, Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query("select 1 from community where id = $1 for update")
                .bind(community.0)
                .execute(tx.conn())
                .await?;
        }
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from community where id = $1 and left_at is not null and left_at < $2)")
            .bind(community.0).bind(before.0).fetch_one(conn).await)?)
    }

    /// Makes up to so many of its events those of no community: what all of it could see is for those who are in it.
    pub(crate) async fn part_events(
        &mut self,
        community: CommunityId,
        most: i64,
    ) -> Result<Vec<EventId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "update event set community_id = null,
             visibility = case when visibility = 'community' then 'invite' else visibility end,
             draft = case when draft = 'community' then 'invite' else draft end
             where id in (select id from event where community_id = $1 order by created_at limit $2) returning id")
            .bind(community.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(EventId).collect())
    }

    /// Forgets up to so many entries of its record; what was done in events is theirs. Whether there were any.
    pub(crate) async fn forget_record(
        &mut self,
        community: CommunityId,
        most: i64,
    ) -> Result<bool, Error> {
        let last: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select max(id) from (select id from audit where community_id = $1 order by id limit $2) as oldest")
            .bind(community.0).bind(most).fetch_one(conn).await)?;
        let Some(last) = last else { return Ok(false) };
        for statement in [
            "delete from audit where community_id = $1 and id <= $2 and event_id is null",
            "update audit set community_id = null where community_id = $1 and id <= $2",
        ] {
            on!(self, conn => sqlx::query(statement).bind(community.0).bind(last).execute(conn).await.map(drop))?;
        }
        Ok(true)
    }

    /// Forgets up to so many of its channels, with what was told or waits to be told there. Whoever is reminded in one is
    /// reminded in private from now on. Whether there were any.
    pub(crate) async fn forget_channels(
        &mut self,
        community: CommunityId,
        most: i64,
    ) -> Result<bool, Error> {
        let channels: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from destination where community_id = $1 limit $2")
            .bind(community.0).bind(most).fetch_all(conn).await)?;
        for &channel in &channels {
            let events: Vec<i64> = on!(self, conn => sqlx::query_scalar(
                "select event_id from event_destination where destination_id = $1")
                .bind(channel).fetch_all(conn).await)?;
            for event in events {
                for statement in [
                    reminded_in_private!("event_id = $1 and destination_id = $2"),
                    "delete from reminder where event_id = $1 and destination_id = $2",
                ] {
                    on!(self, conn => sqlx::query(statement).bind(event).bind(channel).execute(conn).await.map(drop))?;
                }
            }
            for statement in [
                "delete from event_destination where destination_id = $1",
                "delete from post where destination_id = $1",
                "delete from outbox where state = 'pending' and destination_id = $1",
                "delete from outbox where state <> 'pending' and destination_id = $1",
                "delete from destination where id = $1",
            ] {
                on!(self, conn => sqlx::query(statement).bind(channel).execute(conn).await.map(drop))?;
            }
        }
        Ok(!channels.is_empty())
    }

    /// Forgets a community, and all that is its own.
    pub(crate) async fn forget_community(&mut self, community: CommunityId) -> Result<(), Error> {
        for statement in [
            "delete from moderator where community_id = $1",
            "delete from role_reward where community_id = $1",
            "delete from silenced_event where community_id = $1",
            "delete from silenced_person where community_id = $1",
            "delete from trace where kind = 'silence' and about = $1",
            "delete from moved_address where platform = (select platform from community where id = $1)
             and moved_to = (select external_id from community where id = $1)",
            "delete from community where id = $1",
        ] {
            on!(self, conn => sqlx::query(statement).bind(community.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}
