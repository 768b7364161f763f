//! Hosts: moderators, bans, who asks to be let in, what was shown, roles, and the record of what was done.

use super::{Tx, each, on};
use crate::roles::Reward;
use crate::{
    CommunityId, Deed, DeedId, DestinationId, Error, EventId, Membership, PersonId, Platform,
    Proof, ProofState, Record, RecordOf, RecordPart, RoleGrant,
};
use rules::{Instant, Key};

type ProofRow = (i64, i64, String, i64, String, String, String);
type DeedRow = (i64, i64, i64, String, Option<i64>, String, String);

impl Tx {
    pub(crate) async fn moderators(
        &mut self,
        community: CommunityId,
    ) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from moderator where community_id = $1 order by at, person_id")
            .bind(community.0).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    pub(crate) async fn set_moderator(
        &mut self,
        community: CommunityId,
        person: PersonId,
        is_one: bool,
        by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        let statement = if is_one {
            "insert into moderator (community_id, person_id, at, by_person) values ($1, $2, $3, $4) on conflict do nothing"
        } else {
            "delete from moderator where community_id = $1 and person_id = $2 and $3 = $3 and $4 = $4"
        };
        on!(self, conn => sqlx::query(statement)
            .bind(community.0).bind(person.0).bind(now.0).bind(by.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn note_deed(&mut self, record: Record, deed: &Deed) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into audit (id, community_id, event_id, at, by_person, what, about_person, detail)
             values ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(deed.id.0).bind(record.community.map(|community| community.0)).bind(record.event.map(|event| event.0))
            .bind(deed.at.0).bind(deed.by.0).bind(&deed.what).bind(deed.about.map(|about| about.0)).bind(&deed.detail)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Newest first; what is newer than a deed begins with the one next to it.
    pub(crate) async fn deeds(
        &mut self,
        of: RecordOf,
        part: RecordPart,
        reader: PersonId,
        most: u32,
    ) -> Result<Vec<Deed>, Error> {
        // Whoever reads the record of an event hosts it.
        let (of_whom, id) = match of {
            RecordOf::Community(community) => (
                "a.community_id = $1 and (a.event_id is null or (e.draft is null and (e.visibility = 'public'
                     or (e.visibility = 'community' and e.community_id = $1) or e.owner_id = $4
                     or exists (select 1 from membership m where m.event_id = e.id and m.person_id = $4 and m.member))))",
                community.0,
            ),
            RecordOf::Event(event) => ("a.event_id = $1 and $4 = $4", event.0),
        };
        let (side, order, deed) = match part {
            RecordPart::Newest => ("<=", "desc", i64::MAX),
            RecordPart::OlderThan(deed) => ("<", "desc", deed.0),
            RecordPart::NewerThan(deed) => (">", "asc", deed.0),
        };
        let statement = format!(
            "select a.id, a.at, a.by_person, a.what, a.about_person, coalesce(e.title, ''), a.detail
             from audit a left join event e on e.id = a.event_id
             where {of_whom} and a.id {side} $2 order by a.id {order} limit $3"
        );
        let rows: Vec<DeedRow> = on!(self, conn => sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(id).bind(deed).bind(i64::from(most)).bind(reader.0).fetch_all(conn).await)?;
        let deed = |(id, at, by, what, about, title, detail): DeedRow| Deed {
            id: DeedId(id),
            at: Instant(at),
            by: PersonId(by),
            what,
            about: about.map(PersonId),
            title,
            detail,
        };
        Ok(rows.into_iter().map(deed).collect())
    }

    pub(crate) async fn is_banned(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from ban where event_id = $1 and person_id = $2)")
            .bind(of.event.0).bind(of.person.0).fetch_one(conn).await)?)
    }

    pub(crate) async fn ban(
        &mut self,
        of: Membership,
        by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into ban (event_id, person_id, at, by_person) values ($1, $2, $3, $4) on conflict do nothing")
            .bind(of.event.0).bind(of.person.0).bind(now.0).bind(by.0).execute(conn).await.map(drop))?;
        self.close_ask(of).await.map(drop)
    }

    pub(crate) async fn pardon(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query("delete from ban where event_id = $1 and person_id = $2")
            .bind(of.event.0).bind(of.person.0).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    pub(crate) async fn has_asked(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from join_request where event_id = $1 and person_id = $2)")
            .bind(of.event.0).bind(of.person.0).fetch_one(conn).await)?)
    }

    pub(crate) async fn ask_to_join(&mut self, of: Membership, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into join_request (event_id, person_id, asked_at) values ($1, $2, $3) on conflict do nothing")
            .bind(of.event.0).bind(of.person.0).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn close_ask(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from join_request where event_id = $1 and person_id = $2")
            .bind(of.event.0).bind(of.person.0).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

    pub(crate) async fn add_proof(&mut self, proof: &Proof, now: Instant) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "insert into proof (id, event_id, key, person_id, platform, file, state, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (event_id, key) do nothing")
            .bind(proof.id).bind(proof.of.event.0).bind(&proof.key.0).bind(proof.of.person.0).bind(proof.platform.name())
            .bind(&proof.file).bind(proof.state.name()).bind(now.0).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    pub(crate) async fn proof(&mut self, id: i64) -> Result<Option<Proof>, Error> {
        let row: Option<ProofRow> = on!(self, conn => sqlx::query_as(
            "select id, event_id, key, person_id, platform, file, state from proof where id = $1")
            .bind(id).fetch_optional(conn).await)?;
        row.map(read_proof).transpose()
    }

    /// Those of check-ins that were not taken back, oldest first.
    pub(crate) async fn open_proofs(&mut self, event: EventId) -> Result<Vec<Proof>, Error> {
        let rows: Vec<ProofRow> = on!(self, conn => sqlx::query_as(
            "select p.id, p.event_id, p.key, p.person_id, p.platform, p.file, p.state from proof p
             join check_in c on c.event_id = p.event_id and c.person_id = p.person_id and c.key = p.key
             where p.event_id = $1 and p.state = 'open' and c.undone_at is null order by p.at, p.id limit 100")
            .bind(event.0).fetch_all(conn).await)?;
        rows.into_iter().map(read_proof).collect()
    }

    /// Where a host hears what waits for one: the owner before moderators, this platform before others.
    pub(crate) async fn host_to_ask(
        &mut self,
        event: EventId,
        platform: Platform,
    ) -> Result<Option<DestinationId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select d.id from event e
             join destination d on d.kind = 'private' and d.state = 'ok' and (d.person_id = e.owner_id
                 or d.person_id in (select m.person_id from moderator m where m.community_id = e.community_id))
             where e.id = $1
             order by case when d.person_id = e.owner_id then 0 else 1 end,
                 case when d.platform = $2 then 0 else 1 end, d.created_at desc, d.id limit 1")
            .bind(event.0).bind(platform.name()).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }

    /// Notes what a host said of a proof; false where somebody said so before.
    pub(crate) async fn judge_proof(&mut self, id: i64, state: ProofState) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("update proof set state = $2 where id = $1 and state = 'open'")
            .bind(id).bind(state.name()).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

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

    /// The rewards for lengths that were reached in events of communities that give them.
    pub(crate) async fn rewards_for(
        &mut self,
        reached: &[(EventId, PersonId, u32, Instant)],
    ) -> Result<Vec<Reward>, Error> {
        let statement = each!(
            "select e.id, cast(r.value->>1 as bigint), w.length, cast(r.value->>3 as bigint), min(d.id) from",
            "join event e on e.id = cast(r.value->>0 as bigint)
             join role_reward w on w.community_id = e.community_id and w.length = cast(r.value->>2 as bigint)
             join destination d on d.community_id = e.community_id and d.platform = 'discord' and d.state = 'ok'
             group by 1, 2, 3, 4"
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

    /// Who has a badge of this length in an event of a community, as if it were reached now.
    pub(crate) async fn badges_of(
        &mut self,
        community: CommunityId,
        length: u32,
        now: Instant,
        most: i64,
    ) -> Result<Vec<(EventId, PersonId, u32, Instant)>, Error> {
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select b.event_id, b.person_id from event e join badge b on b.event_id = e.id
             where e.community_id = $1 and b.length = $2 and b.revoked_at is null order by b.reached_at desc limit $3")
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
        let row: Option<(String, String, String)> = on!(self, conn => sqlx::query_as(
            "select c.external_id, a.external_id, w.role from event e
             join community c on c.id = e.community_id and c.platform = 'discord'
             join role_reward w on w.community_id = c.id and w.length = $3
             join badge b on b.event_id = e.id and b.person_id = $2 and b.length = $3 and b.revoked_at is null
             join account a on a.person_id = $2 and a.platform = 'discord' where e.id = $1 limit 1")
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
            "select d.id from event e join destination d on d.person_id = e.owner_id and d.kind = 'private' and d.state = 'ok'
             where e.id = $1 order by d.created_at desc limit 1")
            .bind(event.0).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }

    /// Those who wait to be let in, oldest first.
    pub(crate) async fn asking(&mut self, event: EventId) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from join_request where event_id = $1 order by asked_at limit 100")
            .bind(event.0).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }
}

fn read_proof((id, event, key, person, platform, file, state): ProofRow) -> Result<Proof, Error> {
    Ok(Proof {
        id,
        of: Membership { event: EventId(event), person: PersonId(person) },
        key: Key(key),
        platform: Platform::named(&platform)?,
        file,
        state: ProofState::named(&state)?,
    })
}
