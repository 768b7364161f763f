//! Badges, and the roles that are given for them.

use rules::Instant;
use std::collections::{BTreeMap, HashMap};

use crate::communities::role::{Reward, RoleGrant};
use crate::error::Error;
use crate::ids::{CommunityId, DestinationId, EventId, Membership, PersonId};
use crate::leaderboards::milestones::Milestone;
use crate::store::destinations::private_place;
use crate::store::membership::key;
use crate::store::{Tx, each, on};

/// Whether an event may be told in its community, where a role tells of it: one for few only where its host has it told
/// there, and none that is silenced. A count, since PostgreSQL would gather all that is told anywhere for `exists`.
macro_rules! told_at_home {
    () => {
        "not exists (select 1 from silenced_event s where s.community_id = e.community_id and s.event_id = e.id)
         and (e.visibility <> 'invite' or (
             select count(*) from event_destination t join destination h on h.id = t.destination_id
             where t.event_id = e.id and h.community_id = e.community_id) > 0)"
    };
}

impl Tx {
    /// Gives badges for lengths reached at instants, and answers with when those were told that were told before.
    pub(crate) async fn give_badges(
        &mut self,
        badges: &BTreeMap<(Membership, u32), Instant>,
    ) -> Result<HashMap<(Membership, u32), Instant>, Error> {
        let statement = each!(
            "insert into badge (event_id, person_id, length, reached_at)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint) from",
            "where true on conflict (event_id, person_id, length) do update set revoked_at = null,
             reached_at = case when badge.told_at is null then excluded.reached_at else badge.reached_at end
             returning event_id, person_id, length, told_at"
        );
        let row = |(&(of, length), at): (&(Membership, u32), &Instant)| {
            (of.event, of.person, length, *at)
        };
        let rows: Vec<_> = badges.iter().map(row).collect();
        type Columns = (i64, i64, i64, Option<i64>);
        let rows: Vec<Columns> = self.returning(&statement, &rows).await?;
        let told = |(event, person, length, at): Columns| {
            Some(((key(event, person), length as u32), Instant(at?)))
        };
        Ok(rows.into_iter().filter_map(told).collect())
    }

    /// The newest badges of an event, of people who want theirs to be told.
    pub(crate) async fn newest_badges(
        &mut self,
        event: EventId,
        most: i64,
    ) -> Result<Vec<Milestone>, Error> {
        let rows: Vec<(i64, String, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select b.person_id, p.name, b.length, b.reached_at from badge b join person p on p.id = b.person_id
             join membership m on m.event_id = b.event_id and m.person_id = b.person_id
             where b.event_id = $1 and m.member and b.revoked_at is null and not p.hidden and p.milestones
             order by b.reached_at desc, b.person_id limit $2")
            .bind(event.0).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(milestone).collect())
    }

    /// The badges of an event that were reached within a time, the longest first, of people who want theirs to be told: as it
    /// was at the end of that time, whoever leaves or takes something back later.
    pub(crate) async fn badges_within(
        &mut self,
        event: EventId,
        from: Instant,
        until: Instant,
    ) -> Result<Vec<Milestone>, Error> {
        const MOST: i64 = 200;
        let rows: Vec<(i64, String, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select b.person_id, p.name, b.length, b.reached_at from badge b join person p on p.id = b.person_id
             join membership m on m.event_id = b.event_id and m.person_id = b.person_id
             where b.event_id = $1 and b.reached_at >= $2 and b.reached_at < $3 and (b.revoked_at is null or b.revoked_at >= $3)
             and exists (select 1 from membership_span s where s.event_id = b.event_id and s.person_id = b.person_id
                 and s.joined_at < $3 and (s.left_at is null or s.left_at >= $3))
             and not exists (select 1 from ban x where x.event_id = b.event_id and x.person_id = b.person_id)
             and not p.hidden and p.milestones order by b.length desc, m.joined_at, b.person_id limit $4")
            .bind(event.0).bind(from.0).bind(until.0).bind(MOST).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(milestone).collect())
    }

    /// Writes down that the news of a badge has gone out.
    pub(crate) async fn badge_told(
        &mut self,
        of: Membership,
        length: u32,
        at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update badge set told_at = coalesce(told_at, $4) where event_id = $1 and person_id = $2 and length = $3")
            .bind(of.event.0).bind(of.person.0).bind(i64::from(length)).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn revoke_badge(
        &mut self,
        of: Membership,
        length: u32,
        at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update badge set revoked_at = $4 where event_id = $1 and person_id = $2 and length = $3")
            .bind(of.event.0).bind(of.person.0).bind(i64::from(length)).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}

fn milestone((person, name, length, at): (i64, String, i64, i64)) -> Milestone {
    let (person, reached_at) = (PersonId(person), Instant(at));
    Milestone { person, name, length: length as u32, reached_at }
}

impl Tx {
    pub(crate) async fn set_role_reward(
        &mut self,
        community: CommunityId,
        length: u32,
        role: Option<&str>,
    ) -> Result<(), Error> {
        let statement = if role.is_some() {
            "insert into role_reward (community_id, length, role) values ($1, $2, $3)
             on conflict (community_id, length) do update set role = excluded.role, told_at = null"
        } else {
            "delete from role_reward where community_id = $1 and length = $2 and $3 is null"
        };
        on!(self, conn => sqlx::query(statement)
            .bind(community.0).bind(i64::from(length)).bind(role).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn role_rewards(
        &mut self,
        community: CommunityId,
    ) -> Result<Vec<(u32, String)>, Error> {
        let rows: Vec<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select length, role from role_reward where community_id = $1 order by length")
            .bind(community.0).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(length, role)| (length as u32, role)).collect())
    }

    /// The rewards for lengths that were reached in events of communities that give them and may be told of these events.
    pub(crate) async fn rewards_for(
        &mut self,
        reached: &[(EventId, PersonId, u32, Instant)],
    ) -> Result<Vec<Reward>, Error> {
        let statement = each!(
            "select e.id, cast(r.value->>1 as bigint), cast(r.value->>2 as bigint), cast(r.value->>3 as bigint), min(d.id) from",
            concat!(
                // A value by itself: joined, PostgreSQL may begin with all roles.
                "join event e on e.id = cast(r.value->>0 as bigint)
                 join destination d on d.community_id = e.community_id and d.platform = 'discord' and d.state = 'ok'
                 where (select w.length from role_reward w
                        where w.community_id = e.community_id and w.length = cast(r.value->>2 as bigint)) is not null
                 and ",
                told_at_home!(),
                " group by 1, 2, 3, 4"
            )
        );
        let rows: Vec<(i64, i64, i64, i64, i64)> = self.all(&statement, reached).await?;
        let reward = |(event, person, length, at, destination): (i64, i64, i64, i64, i64)| Reward {
            event: EventId(event),
            person: PersonId(person),
            length: length as u32,
            at: Instant(at),
            destination: DestinationId(destination),
        };
        Ok(rows.into_iter().map(reward).collect())
    }

    /// Who has a badge of this length in an event of a community that may be told of it, as if it were reached now; whoever
    /// has left has earned it all the same, and whoever is kept out gets nothing.
    pub(crate) async fn badges_of(
        &mut self,
        community: CommunityId,
        length: u32,
        now: Instant,
        most: i64,
    ) -> Result<Vec<(EventId, PersonId, u32, Instant)>, Error> {
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(concat!(
            "select b.event_id, b.person_id from event e join badge b on b.event_id = e.id
             where e.community_id = $1 and b.length = $2 and b.revoked_at is null
             and not exists (select 1 from ban x where x.event_id = b.event_id and x.person_id = b.person_id) and ",
            told_at_home!(),
            " order by b.reached_at desc limit $3"))
            .bind(community.0).bind(i64::from(length)).bind(most).fetch_all(conn).await)?;
        Ok(rows
            .into_iter()
            .map(|(event, person)| (EventId(event), PersonId(person), length, now))
            .collect())
    }

    pub(crate) async fn role_grant(
        &mut self,
        event: EventId,
        person: PersonId,
        length: u32,
    ) -> Result<Option<RoleGrant>, Error> {
        let row: Option<(String, String, String)> = on!(self, conn => sqlx::query_as(concat!(
            "select c.external_id, a.external_id, w.role from event e
             join community c on c.id = e.community_id and c.platform = 'discord'
             join role_reward w on w.community_id = c.id and w.length = $3
             join badge b on b.event_id = e.id and b.person_id = $2 and b.length = $3 and b.revoked_at is null
             join account a on a.person_id = $2 and a.platform = 'discord' where e.id = $1
             and not exists (select 1 from ban x where x.event_id = $1 and x.person_id = $2) and ",
            told_at_home!(),
            " limit 1"))
            .bind(event.0).bind(person.0).bind(i64::from(length)).fetch_optional(conn).await)?;
        Ok(row.map(|(guild, user, role)| RoleGrant { guild, user, role }))
    }

    /// Notes that a role cannot be given; gives where to tell its host, if nobody was told yet.
    pub(crate) async fn note_role_failure(
        &mut self,
        event: EventId,
        length: u32,
        now: Instant,
    ) -> Result<Option<DestinationId>, Error> {
        let noted: u64 = on!(self, conn => sqlx::query(
            "update role_reward set told_at = $3 where told_at is null and length = $2
             and community_id = (select community_id from event where id = $1)")
            .bind(event.0).bind(i64::from(length)).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
        if noted == 0 {
            return Ok(None);
        }
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            private_place!("(select owner_id from event where id = $1)"))
            .bind(event.0).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }
}
