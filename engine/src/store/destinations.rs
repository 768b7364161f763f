//! Places that can be written to.

use rules::Instant;

use crate::communities::community::{Destination, Kind, NewDestination};
use crate::error::Error;
use crate::ids::{CommunityId, DestinationId, EventId, PersonId, Platform};
use crate::store::{Tx, each, on};

/// Who is told of an event in private: its members, or everybody who ever was in it and is not kept out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Audience {
    pub(crate) event: EventId,
    /// Whoever has left, too.
    pub(crate) with_left: bool,
    /// Whoever brought it about knows already.
    pub(crate) but: PersonId,
    pub(crate) most: i64,
}

/// A statement over the members `m` of an audience, from what comes before and after the condition.
macro_rules! audience {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " where m.event_id = $1 and (m.member or $2) and m.person_id <> $3
             and not exists (select 1 from ban b where b.event_id = m.event_id and b.person_id = m.person_id) ",
            $after
        )
    };
}

/// The newest private place in which a person can be written to, a chat before others: its id, or another column, and
/// with one more condition on it.
macro_rules! private_place {
    ($person:literal) => {
        $crate::store::destinations::private_place!("id", $person, "")
    };
    ($column:literal, $person:literal, $but:literal) => {
        concat!(
            "select o.",
            $column,
            " from destination o where o.person_id = ",
            $person,
            " and o.kind = 'private' and o.state = 'ok'",
            $but,
            " order by o.platform in ('email', 'push'), o.created_at desc limit 1"
        )
    };
}
pub(crate) use private_place;

type DestinationRow = (i64, String, String, String, Option<i64>, Option<i64>, Option<String>);

fn read(
    (id, platform, address, thread, person, community, locale): DestinationRow,
) -> Result<Destination, Error> {
    let kind = match (person, community) {
        (Some(person), _) => Kind::Private(PersonId(person)),
        (None, Some(community)) => Kind::Channel(CommunityId(community)),
        (None, None) => {
            return Err(Error::Unreadable {
                what: "destination",
                why: "it reaches nobody".to_owned(),
            });
        }
    };
    Ok(Destination {
        id: DestinationId(id),
        platform: Platform::named(&platform)?,
        address,
        thread,
        kind,
        locale,
    })
}

impl Tx {
    pub(crate) async fn reachable(
        &mut self,
        place: &NewDestination,
    ) -> Result<Option<DestinationId>, Error> {
        let person = match place.kind {
            Kind::Private(person) => Some(person.0),
            Kind::Channel(_) => None,
        };
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from destination where platform = $1 and address = $2 and thread = $3 and state = 'ok'
             and (locale is not null or $4 is null) and ($5 is null or person_id = $5)")
            .bind(place.platform.name()).bind(&place.address).bind(&place.thread).bind(&place.locale).bind(person)
            .fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }

    pub(crate) async fn add_destination(
        &mut self,
        place: &NewDestination,
        fresh: DestinationId,
        now: Instant,
    ) -> Result<DestinationId, Error> {
        let (kind, person, community) = match place.kind {
            Kind::Private(person) => ("private", Some(person.0), None),
            Kind::Channel(community) => ("channel", None, Some(community.0)),
        };
        let address = self.moved_to(place.platform, &place.address).await?;
        // A private place may have been written for somebody who is gone by now: it is that of whoever has its account.
        let id: i64 = on!(self, conn => sqlx::query_scalar(
            "insert into destination (id, platform, address, thread, kind, person_id, community_id, locale, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (platform, address, thread) do update set state = 'ok',
             locale = coalesce(excluded.locale, destination.locale),
             person_id = case when exists (select 1 from account a where a.platform = $2 and a.external_id = $3 and a.person_id = $6)
                 then $6 else destination.person_id end returning id")
            .bind(fresh.0).bind(place.platform.name()).bind(&address).bind(&place.thread).bind(kind).bind(person)
            .bind(community).bind(&place.locale).bind(now.0).fetch_one(conn).await)?;
        Ok(DestinationId(id))
    }

    pub(crate) async fn destination(&mut self, id: DestinationId) -> Result<Destination, Error> {
        let row: DestinationRow = on!(self, conn => sqlx::query_as(
            "select id, platform, address, thread, person_id, community_id, locale from destination where id = $1")
            .bind(id.0).fetch_one(conn).await)?;
        read(row)
    }

    /// The same, if it is still there.
    pub(crate) async fn known_destination(
        &mut self,
        id: DestinationId,
    ) -> Result<Option<Destination>, Error> {
        let row: Option<DestinationRow> = on!(self, conn => sqlx::query_as(
            "select id, platform, address, thread, person_id, community_id, locale from destination where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    pub(crate) async fn private_destination(
        &mut self,
        person: PersonId,
        platform: Platform,
    ) -> Result<Option<Destination>, Error> {
        let row: Option<DestinationRow> = on!(self, conn => sqlx::query_as(
            "select id, platform, address, thread, person_id, community_id, locale from destination
             where person_id = $1 and platform = $2 and kind = 'private' and state = 'ok' order by created_at desc limit 1")
            .bind(person.0).bind(platform.name()).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// The newest private place in which somebody can be written to, a chat before others.
    pub(crate) async fn any_private_destination(
        &mut self,
        person: PersonId,
    ) -> Result<Option<DestinationId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(private_place!("$1"))
            .bind(person.0).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }

    pub(crate) async fn set_reachable(
        &mut self,
        platform: Platform,
        address: &str,
        reachable: bool,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update destination set state = $3 where platform = $1 and address = $2")
            .bind(platform.name()).bind(address).bind(if reachable { "ok" } else { "blocked" }).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_present(
        &mut self,
        platform: Platform,
        external_id: &str,
        is_present: bool,
    ) -> Result<(), Error> {
        let (from, to) = if is_present { ("away", "ok") } else { ("ok", "away") };
        on!(self, conn => sqlx::query(
            "update destination set state = $4 where kind = 'channel' and state = $3 and community_id = (
                 select id from community where platform = $1 and external_id = $2)")
            .bind(platform.name()).bind(external_id).bind(from).bind(to)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn is_blocked(
        &mut self,
        platform: Platform,
        address: &str,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from destination where platform = $1 and address = $2 and state <> 'ok')")
            .bind(platform.name()).bind(address).fetch_one(conn).await)?)
    }

    /// Notes that a place is found closed. Whether it was open until now: a channel of a server that has put us out opens
    /// again with the server.
    pub(crate) async fn block_destination(&mut self, id: DestinationId) -> Result<bool, Error> {
        let closed = on!(self, conn => sqlx::query(
            "update destination set state = 'closed' where id = $1 and state not in ('closed', 'away')")
            .bind(id.0).execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(closed > 0)
    }

    /// The channels of a community that were found closed.
    pub(crate) async fn closed_channels(
        &mut self,
        community: CommunityId,
        most: i64,
    ) -> Result<Vec<String>, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select address from destination where community_id = $1 and kind = 'channel' and state = 'closed' order by id limit $2")
            .bind(community.0).bind(most).fetch_all(conn).await)?)
    }

    /// The place of a person's Discord account, unless it is known already, open or closed.
    pub(crate) async fn open_discord(
        &mut self,
        person: PersonId,
        fresh: DestinationId,
        now: Instant,
    ) -> Result<Option<Destination>, Error> {
        on!(self, conn => sqlx::query(
            "insert into destination (id, platform, address, kind, person_id, created_at)
             select $1, platform, external_id, 'private', person_id, $3 from account
             where person_id = $2 and platform = 'discord' order by linked_at limit 1
             on conflict (platform, address, thread) do nothing")
            .bind(fresh.0).bind(person.0).bind(now.0).execute(conn).await.map(drop))?;
        self.private_destination(person, Platform::Discord).await
    }

    /// The same for several people at once, with ids for their places.
    pub(crate) async fn open_all_on_discord(
        &mut self,
        people: &[(i64, PersonId, Instant)],
    ) -> Result<(), Error> {
        let statement = each!(
            "insert into destination (id, platform, address, kind, person_id, created_at)
             select cast(r.value->>0 as bigint), a.platform, a.external_id, 'private', a.person_id,
             cast(r.value->>2 as bigint) from",
            // A cross join: SQLite would begin with everybody who is on Discord.
            "cross join account a where a.person_id = cast(r.value->>1 as bigint) and a.platform = 'discord'
             on conflict do nothing"
        );
        self.each(&statement, people).await?;
        Ok(())
    }

    /// A private way that was found closed, of which its person was not told.
    pub(crate) async fn unreachable_destination(
        &mut self,
        person: PersonId,
    ) -> Result<Option<(DestinationId, Platform)>, Error> {
        let row: Option<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select id, platform from destination where person_id = $1 and kind = 'private' and state = 'closed' limit 1")
            .bind(person.0).fetch_optional(conn).await)?;
        row.map(|(id, platform)| Ok((DestinationId(id), Platform::named(&platform)?))).transpose()
    }

    /// How many an audience is.
    pub(crate) async fn count_audience(&mut self, whom: Audience) -> Result<u64, Error> {
        let count: i64 = on!(self, conn => sqlx::query_scalar(audience!(
            "select count(*) from (select m.person_id from membership m", "limit $4) as told"))
            .bind(whom.event.0).bind(whom.with_left).bind(whom.but.0).bind(whom.most)
            .fetch_one(conn).await)?;
        Ok(count.unsigned_abs())
    }

    /// How many of an audience stand on boards, and how many of those cannot be told: they have no private place that is
    /// open, and are not on Discord, where there is one for whoever was never written to there.
    pub(crate) async fn count_named(&mut self, whom: Audience) -> Result<(u64, u64), Error> {
        // Numbers, since PostgreSQL may look through all places to know of each whether there is one.
        let (named, untold): (i64, i64) = on!(self, conn => sqlx::query_as(audience!(
            "select count(*), count(case when open_ways = 0 and (tried > 0 or discord = 0) then 1 end) from (
                 select (select count(*) from destination d
                             where d.person_id = m.person_id and d.kind = 'private' and d.state = 'ok') as open_ways,
                     (select count(*) from destination d
                             where d.person_id = m.person_id and d.kind = 'private' and d.platform = 'discord') as tried,
                     (select count(*) from account a where a.person_id = m.person_id and a.platform = 'discord') as discord
                 from membership m",
            "and not (select p.hidden from person p where p.id = m.person_id) limit $4) as named"))
            .bind(whom.event.0).bind(whom.with_left).bind(whom.but.0).bind(whom.most)
            .fetch_one(conn).await)?;
        Ok((named.unsigned_abs(), untold.unsigned_abs()))
    }

    /// Those of an audience who are on Discord, where there is no private place with them yet, and have no other that is open.
    pub(crate) async fn never_written_to(
        &mut self,
        whom: Audience,
    ) -> Result<Vec<PersonId>, Error> {
        // A number, as above.
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(audience!(
            "select m.person_id from membership m",
            "and exists (select 1 from account a where a.person_id = m.person_id and a.platform = 'discord')
             and (select count(*) from destination d where d.person_id = m.person_id and d.kind = 'private'
                 and (d.state = 'ok' or d.platform = 'discord')) = 0
             order by m.person_id limit $4"))
            .bind(whom.event.0).bind(whom.with_left).bind(whom.but.0).bind(whom.most)
            .fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// One private way to each of an audience, the newest.
    pub(crate) async fn dm_destinations(
        &mut self,
        whom: Audience,
    ) -> Result<Vec<DestinationId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(audience!(
            "select coalesce(max(case when d.platform not in ('email', 'push') then d.id end), max(d.id)) from membership m
             join destination d on d.person_id = m.person_id and d.kind = 'private' and d.state = 'ok'",
            "group by m.person_id order by m.person_id limit $4"))
            .bind(whom.event.0).bind(whom.with_left).bind(whom.but.0).bind(whom.most)
            .fetch_all(conn).await)?;
        Ok(ids.into_iter().map(DestinationId).collect())
    }

    pub(crate) async fn set_told(&mut self, id: DestinationId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update destination set state = 'blocked' where id = $1")
            .bind(id.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
