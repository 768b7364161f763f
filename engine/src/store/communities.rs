//! Communities and what they want.

use rules::{Instant, Zone};
use std::collections::BTreeSet;

use crate::communities::community::{Budget, Community, CommunityAddress, CommunityChange};
use crate::error::Error;
use crate::ids::{CommunityId, DestinationId, Platform};
use crate::store::event_destinations::EventPlace;
use crate::store::{Each, Tx, on};

type CommunityRow = (i64, Option<String>, Option<String>, bool, bool, String, bool, Option<i64>);

/// Gives deliveries for an old address to the new one.
macro_rules! moved_deliveries {
    () => {
        "update outbox set destination_id = (
             select n.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
             where o.id = outbox.destination_id and n.address = $3)
         where destination_id in (
             select o.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
             where o.platform = $1 and o.address = $2 and n.address = $3)"
    };
}

impl Tx {
    pub(crate) async fn community_at(
        &mut self,
        at: &CommunityAddress,
    ) -> Result<Option<Community>, Error> {
        let row: Option<CommunityRow> = on!(self, conn => sqlx::query_as(
            "select id, zone, locale, daily_board, recap, budget, pin_honours, left_at from community where platform = $1 and external_id = $2")
            .bind(at.platform.name()).bind(&at.external_id).fetch_optional(conn).await)?;
        let read = |row: CommunityRow| {
            let (id, zone, locale, daily_board, recap, budget, pin_highlights, left_at) = row;
            Community {
                id: CommunityId(id),
                zone: zone.and_then(|zone| zone.parse().ok()),
                locale,
                daily_board,
                recap,
                budget: Budget::named(&budget).unwrap_or(Budget::Usual),
                pin_highlights,
                left_at: left_at.map(Instant),
            }
        };
        Ok(row.map(read))
    }

    /// Where a group went that once had this address; the address itself if it did not move.
    pub(crate) async fn moved_to(
        &mut self,
        platform: Platform,
        address: &str,
    ) -> Result<String, Error> {
        let to: Option<String> = on!(self, conn => sqlx::query_scalar(
            "select moved_to from moved_address where platform = $1 and address = $2")
            .bind(platform.name()).bind(address).fetch_optional(conn).await)?;
        Ok(to.unwrap_or_else(|| address.to_owned()))
    }

    pub(crate) async fn found_community(
        &mut self,
        at: &CommunityAddress,
        fresh: CommunityId,
        now: Instant,
    ) -> Result<Community, Error> {
        let external_id = self.moved_to(at.platform, &at.external_id).await?;
        let at = &CommunityAddress { external_id, ..at.clone() };
        on!(self, conn => sqlx::query(
            "insert into community (id, platform, external_id, name, locale, created_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (platform, external_id) do update set name = excluded.name, left_at = null")
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

    pub(crate) async fn places_where(
        &mut self,
        places: &[EventPlace],
        statement: &Each,
    ) -> Result<BTreeSet<DestinationId>, Error> {
        let ids: Vec<[DestinationId; 1]> = places.iter().map(|place| [place.destination]).collect();
        let rows: Vec<(i64, i64)> = self.all(statement, &ids).await?;
        Ok(rows.into_iter().map(|(id, _)| DestinationId(id)).collect())
    }

    /// What a community is called, and where it is; none where it is forgotten.
    pub(crate) async fn community_name(
        &mut self,
        id: CommunityId,
    ) -> Result<Option<(Platform, String)>, Error> {
        let row: Option<(String, String)> = on!(self, conn => sqlx::query_as(
            "select platform, name from community where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        row.map(|(platform, name)| Ok((Platform::named(&platform)?, name))).transpose()
    }

    pub(crate) async fn community_locale(
        &mut self,
        id: CommunityId,
    ) -> Result<Option<String>, Error> {
        let locale: Option<Option<String>> = on!(self, conn => sqlx::query_scalar("select locale from community where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        Ok(locale.flatten())
    }

    pub(crate) async fn pins_highlights(&mut self, id: CommunityId) -> Result<bool, Error> {
        let pins: Option<bool> = on!(self, conn => sqlx::query_scalar("select pin_honours from community where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        Ok(pins.unwrap_or(false))
    }

    pub(crate) async fn wants_recap(&mut self, id: CommunityId) -> Result<bool, Error> {
        let wants: Option<bool> = on!(self, conn => sqlx::query_scalar("select recap from community where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        Ok(wants.unwrap_or(false))
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
            CommunityChange::DailyBoard(wanted) => self.want_boards(id, *wanted).await?,
            CommunityChange::Budget(budget) => {
                let update = sqlx::AssertSqlSafe(update("budget"));
                on!(self, conn => sqlx::query(update).bind(id.0).bind(budget.name()).execute(conn).await.map(drop))?;
                self.want_boards(id, *budget != Budget::Quiet).await?;
            }
            CommunityChange::Recap(wanted) => self.switch(id, update("recap"), *wanted).await?,
            CommunityChange::PinHighlights(wanted) => {
                self.switch(id, update("pin_honours"), *wanted).await?
            }
        }
        Ok(())
    }

    async fn want_boards(&mut self, id: CommunityId, wanted: bool) -> Result<(), Error> {
        self.switch(id, "update community set daily_board = $2 where id = $1".to_owned(), wanted)
            .await?;
        if !wanted {
            self.forget_planned_boards(id).await?;
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
        const STATEMENTS: [&str; 26] = [
            "insert into moved_address (platform, address, moved_to) values ($1, $2, $3)
             on conflict (platform, address) do update set moved_to = excluded.moved_to",
            // Of a group that moved twice, both old addresses lead to the last one.
            "update moved_address set moved_to = $3 where platform = $1 and moved_to = $2",
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
             budget = coalesce((select budget from community where platform = $1 and external_id = $2), budget),
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
            "insert into silenced_event (community_id, event_id, at)
             select n.id, s.event_id, s.at from silenced_event s
             join community o on o.id = s.community_id and o.platform = $1 and o.external_id = $2
             join community n on n.platform = $1 and n.external_id = $3 where true on conflict do nothing",
            "insert into silenced_person (community_id, person_id, at)
             select n.id, s.person_id, s.at from silenced_person s
             join community o on o.id = s.community_id and o.platform = $1 and o.external_id = $2
             join community n on n.platform = $1 and n.external_id = $3 where true on conflict do nothing",
            "insert into trace (account_hash, kind, about, at, expires_at)
             select t.account_hash, t.kind, n.id, t.at, t.expires_at from community o
             join community n on n.platform = $1 and n.external_id = $3
             join trace t on t.kind = 'silence' and t.about = o.id
             where o.platform = $1 and o.external_id = $2 on conflict do nothing",
            "delete from trace where kind = 'silence'
             and about = (select id from community where platform = $1 and external_id = $2)
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "delete from silenced_event where community_id = (select id from community where platform = $1 and external_id = $2)
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "delete from silenced_person where community_id = (select id from community where platform = $1 and external_id = $2)
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "delete from community where platform = $1 and external_id = $2
             and exists (select 1 from community where platform = $1 and external_id = $3)",
            "update community set external_id = $3, left_at = null where platform = $1 and external_id = $2",
            "insert into event_destination (event_id, destination_id)
             select e.event_id, n.id from event_destination e
             join destination o on o.id = e.destination_id and o.platform = $1 and o.address = $2
             join destination n on n.platform = $1 and n.address = $3 and n.thread = o.thread where true on conflict do nothing",
            "delete from event_destination where destination_id in (
                 select o.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
                 where o.platform = $1 and o.address = $2 and n.address = $3)",
            // What waits for the old place is told in the new one, and what was told is known there.
            concat!(moved_deliveries!(), " and state = 'pending'"),
            concat!(moved_deliveries!(), " and state <> 'pending'"),
            "update post set destination_id = (
                 select n.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
                 where o.id = post.destination_id and n.address = $3)
             where destination_id in (
                 select o.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
                 where o.platform = $1 and o.address = $2 and n.address = $3)
             and not exists (
                 select 1 from post p join destination n on n.id = p.destination_id
                 join destination o on o.id = post.destination_id
                 where n.platform = o.platform and n.thread = o.thread and n.address = $3
                 and p.event_id = post.event_id and p.kind = post.kind and p.day = post.day)",
            "delete from post where destination_id in (
                 select o.id from destination o join destination n on n.platform = o.platform and n.thread = o.thread
                 where o.platform = $1 and o.address = $2 and n.address = $3)",
            // What is gathered goes on.
            "update destination set
             gathers_from = (select o.gathers_from from destination o
                 where o.platform = $1 and o.address = $2 and o.thread = destination.thread),
             gathers_until = (select o.gathers_until from destination o
                 where o.platform = $1 and o.address = $2 and o.thread = destination.thread)
             where platform = $1 and address = $3 and exists (select 1 from destination o
                 where o.platform = $1 and o.address = $2 and o.thread = destination.thread
                 and o.gathers_until > coalesce(destination.gathers_until, 0))",
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
}
