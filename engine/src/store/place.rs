//! Communities and destinations.

use super::{Each, Tx, each, on};
use crate::{
    Community, CommunityAddress, CommunityChange, CommunityId, Destination, DestinationId, Error,
    EventId, Kind, NewDestination, PersonId, Platform,
};
use rules::{Instant, Zone};
use std::collections::BTreeSet;

/// Where the news of an event goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EventPlace {
    pub(crate) event: EventId,
    pub(crate) destination: DestinationId,
    /// The zone of its community, where that has one.
    pub(crate) zone: Option<Zone>,
}

type CommunityRow = (i64, Option<String>, Option<String>, bool, bool, bool);
type DestinationRow = (i64, String, String, String, Option<i64>, Option<i64>, Option<String>);

impl Tx {
    pub(crate) async fn community_at(
        &mut self,
        at: &CommunityAddress,
    ) -> Result<Option<Community>, Error> {
        let row: Option<CommunityRow> = on!(self, conn => sqlx::query_as(
            "select id, zone, locale, daily_board, recap, pin_honours from community where platform = $1 and external_id = $2")
            .bind(at.platform.name()).bind(&at.external_id).fetch_optional(conn).await)?;
        Ok(row.map(|(id, zone, locale, daily_board, recap, pin_honours)| Community {
            id: CommunityId(id),
            zone: zone.and_then(|zone| zone.parse().ok()),
            locale,
            daily_board,
            recap,
            pin_honours,
        }))
    }

    pub(crate) async fn found_community(
        &mut self,
        at: &CommunityAddress,
        fresh: CommunityId,
        now: Instant,
    ) -> Result<Community, Error> {
        on!(self, conn => sqlx::query(
            "insert into community (id, platform, external_id, name, locale, created_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (platform, external_id) do update set name = excluded.name")
            .bind(fresh.0).bind(at.platform.name()).bind(&at.external_id).bind(&at.name).bind(&at.locale).bind(now.0)
            .execute(conn).await.map(drop))?;
        let community = self.community_at(at).await?;
        community.ok_or(Error::Unreadable {
            what: "community",
            why: "gone while being founded".to_owned(),
        })
    }

    pub(crate) async fn set_community_zone(
        &mut self,
        community: CommunityId,
        zone: Zone,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update community set zone = $2 where id = $1 and zone is null")
            .bind(community.0).bind(zone.name()).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn reachable(
        &mut self,
        place: &NewDestination,
    ) -> Result<Option<DestinationId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from destination where platform = $1 and address = $2 and thread = $3 and state = 'ok'")
            .bind(place.platform.name()).bind(&place.address).bind(&place.thread).fetch_optional(conn).await)?;
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
        let id: i64 = on!(self, conn => sqlx::query_scalar(
            "insert into destination (id, platform, address, thread, kind, person_id, community_id, locale, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (platform, address, thread) do update set state = 'ok', locale = excluded.locale returning id")
            .bind(fresh.0).bind(place.platform.name()).bind(&place.address).bind(&place.thread).bind(kind).bind(person)
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

    pub(crate) async fn is_blocked(
        &mut self,
        platform: Platform,
        address: &str,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from destination where platform = $1 and address = $2 and state <> 'ok')")
            .bind(platform.name()).bind(address).fetch_one(conn).await)?)
    }

    /// Notes that a place is found closed. Whose it is, he is told once.
    pub(crate) async fn block_destination(&mut self, id: DestinationId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update destination set state = 'closed' where id = $1")
            .bind(id.0).execute(conn).await.map(drop))?;
        Ok(())
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
            "join account a on a.person_id = cast(r.value->>1 as bigint) and a.platform = 'discord'
             where true on conflict do nothing"
        );
        self.each(&statement, people).await?;
        Ok(())
    }

    /// A private way that was found closed, of which its person was not told.
    pub(crate) async fn closed_way(
        &mut self,
        person: PersonId,
    ) -> Result<Option<(DestinationId, Platform)>, Error> {
        let row: Option<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select id, platform from destination where person_id = $1 and kind = 'private' and state = 'closed' limit 1")
            .bind(person.0).fetch_optional(conn).await)?;
        row.map(|(id, platform)| Ok((DestinationId(id), Platform::named(&platform)?))).transpose()
    }

    /// Members of an event who are on Discord and have no private place yet, open or closed.
    pub(crate) async fn never_written_to(
        &mut self,
        event: EventId,
        most: i64,
    ) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select distinct m.person_id from membership m
             join account a on a.person_id = m.person_id and a.platform = 'discord'
             where m.event_id = $1 and m.member and not exists (
                 select 1 from destination d where d.person_id = m.person_id and d.kind = 'private')
             order by m.person_id limit $2")
            .bind(event.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// One private way to each member of an event, the newest.
    pub(crate) async fn ways_to_members(
        &mut self,
        event: EventId,
        most: i64,
    ) -> Result<Vec<DestinationId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select max(d.id) from membership m
             join destination d on d.person_id = m.person_id and d.kind = 'private' and d.state = 'ok'
             where m.event_id = $1 and m.member group by m.person_id order by m.person_id limit $2")
            .bind(event.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(DestinationId).collect())
    }

    pub(crate) async fn set_told(&mut self, id: DestinationId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update destination set state = 'blocked' where id = $1")
            .bind(id.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Tells a place nothing of an event any more.
    pub(crate) async fn fall_silent(
        &mut self,
        event: EventId,
        at: DestinationId,
    ) -> Result<(), Error> {
        for statement in [
            "delete from event_destination where event_id = $1 and destination_id = $2",
            "delete from post where event_id = $1 and destination_id = $2",
        ] {
            on!(self, conn => sqlx::query(statement).bind(event.0).bind(at.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    pub(crate) async fn announce(
        &mut self,
        event: EventId,
        at: DestinationId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into event_destination (event_id, destination_id) values ($1, $2) on conflict do nothing")
            .bind(event.0).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Places whose community wants no recap of the week.
    pub(crate) async fn without_recap(
        &mut self,
        places: &[EventPlace],
    ) -> Result<BTreeSet<DestinationId>, Error> {
        self.places_where(
            places,
            &each!(
                "select d.id, d.id from",
                "join destination d on d.id = cast(r.value->>0 as bigint)
                 join community c on c.id = d.community_id and not c.recap"
            ),
        )
        .await
    }

    /// Places whose community wants a board each day.
    pub(crate) async fn with_daily_board(
        &mut self,
        places: &[EventPlace],
    ) -> Result<BTreeSet<DestinationId>, Error> {
        self.places_where(
            places,
            &each!(
                "select d.id, d.id from",
                "join destination d on d.id = cast(r.value->>0 as bigint) and d.state = 'ok'
                 join community c on c.id = d.community_id and c.daily_board"
            ),
        )
        .await
    }

    async fn places_where(
        &mut self,
        places: &[EventPlace],
        statement: &Each,
    ) -> Result<BTreeSet<DestinationId>, Error> {
        let ids: Vec<[DestinationId; 1]> = places.iter().map(|place| [place.destination]).collect();
        let rows: Vec<(i64, i64)> = self.all(statement, &ids).await?;
        Ok(rows.into_iter().map(|(id, _)| DestinationId(id)).collect())
    }

    pub(crate) async fn community_locale(
        &mut self,
        id: CommunityId,
    ) -> Result<Option<String>, Error> {
        let locale: Option<Option<String>> = on!(self, conn => sqlx::query_scalar("select locale from community where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        Ok(locale.flatten())
    }

    pub(crate) async fn pins_honours(&mut self, id: CommunityId) -> Result<bool, Error> {
        let pins: Option<bool> = on!(self, conn => sqlx::query_scalar("select pin_honours from community where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        Ok(pins.unwrap_or(false))
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

    pub(crate) async fn change_community(
        &mut self,
        id: CommunityId,
        change: &CommunityChange,
    ) -> Result<(), Error> {
        let update = |set: &'static str| format!("update community set {set} = $2 where id = $1");
        match change {
            CommunityChange::Zone(zone) => {
                let update = sqlx::AssertSqlSafe(update("zone"));
                on!(self, conn => sqlx::query(update).bind(id.0).bind(zone.name()).execute(conn).await.map(drop))?;
            }
            CommunityChange::Locale(locale) => {
                let update = sqlx::AssertSqlSafe(update("locale"));
                on!(self, conn => sqlx::query(update).bind(id.0).bind(locale).execute(conn).await.map(drop))?;
            }
            CommunityChange::DailyBoard(wanted) => {
                self.switch(id, update("daily_board"), *wanted).await?;
                if !wanted {
                    self.forget_planned_boards(id).await?;
                }
            }
            CommunityChange::Recap(wanted) => self.switch(id, update("recap"), *wanted).await?,
            CommunityChange::PinHonours(wanted) => {
                self.switch(id, update("pin_honours"), *wanted).await?
            }
        }
        Ok(())
    }

    async fn switch(&mut self, id: CommunityId, update: String, wanted: bool) -> Result<(), Error> {
        let update = sqlx::AssertSqlSafe(update);
        Ok(
            on!(self, conn => sqlx::query(update).bind(id.0).bind(wanted).execute(conn).await.map(drop))?,
        )
    }

    /// Where the new address is known already, the old one's events and places go over to it.
    pub(crate) async fn move_community(
        &mut self,
        platform: Platform,
        from: &str,
        to: &str,
    ) -> Result<(), Error> {
        const STATEMENTS: [&str; 14] = [
            "delete from outbox where state = 'pending' and dedupe_key in (
                 select 'hello:' || cast(n.id as text) from community n
                 join community o on o.platform = n.platform and o.external_id = $2
                 where n.platform = $1 and n.external_id = $3)",
            "update post set remote_id = null where destination_id in (
                 select id from destination where platform = $1 and address = $2) and $3 = $3",
            "update community set zone = coalesce(zone, (select zone from community where platform = $1 and external_id = $2)),
             locale = coalesce(locale, (select locale from community where platform = $1 and external_id = $2)),
             daily_board = coalesce((select daily_board from community where platform = $1 and external_id = $2), daily_board),
             recap = coalesce((select recap from community where platform = $1 and external_id = $2), recap),
             pin_honours = coalesce((select pin_honours from community where platform = $1 and external_id = $2), pin_honours)
             where platform = $1 and external_id = $3",
            "update event set community_id = (select id from community where platform = $1 and external_id = $3)
             where community_id = (select id from community where platform = $1 and external_id = $2)
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "update destination set community_id = (select id from community where platform = $1 and external_id = $3)
             where community_id = (select id from community where platform = $1 and external_id = $2)
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "update audit set community_id = (select id from community where platform = $1 and external_id = $3)
             where community_id = (select id from community where platform = $1 and external_id = $2)
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "insert into moderator (community_id, person_id, at, by_person)
             select n.id, m.person_id, m.at, m.by_person from moderator m
             join community o on o.id = m.community_id and o.platform = $1 and o.external_id = $2
             join community n on n.platform = $1 and n.external_id = $3 where true on conflict do nothing",
            "delete from community where platform = $1 and external_id = $2
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "update community set external_id = $3 where platform = $1 and external_id = $2",
            "insert into event_destination (event_id, destination_id)
             select e.event_id, n.id from event_destination e
             join destination o on o.id = e.destination_id and o.platform = $1 and o.address = $2
             join destination n on n.platform = $1 and n.address = $3 and n.thread = o.thread where true on conflict do nothing",
            "delete from event_destination where destination_id in (
                 select o.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
                 where o.platform = $1 and o.address = $2 and n.address = $3)",
            "delete from outbox where destination_id in (
                 select o.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
                 where o.platform = $1 and o.address = $2 and n.address = $3)",
            "delete from destination where platform = $1 and address = $2 and exists (
                 select 1 from destination n where n.platform = $1 and n.address = $3 and n.thread = destination.thread)",
            "update destination set address = $3, state = 'ok' where platform = $1 and address = $2",
        ];
        for statement in STATEMENTS {
            on!(self, conn => sqlx::query(statement)
                .bind(platform.name()).bind(from).bind(to).execute(conn).await.map(drop))?;
        }
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
