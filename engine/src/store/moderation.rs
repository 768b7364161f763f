//! Hosts: moderators, bans, who asks to be let in, and the audit record.

use rules::Instant;
use std::collections::BTreeSet;

use crate::communities::audit::{AuditEntry, Record, RecordOf, RecordPart};
use crate::error::Error;
use crate::ids::{AuditId, CommunityId, EventId, Membership, PersonId};
use crate::store::membership::key;
use crate::store::{Tx, each, on};

type AuditRow = (i64, i64, i64, String, Option<i64>, String, String);

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

    /// Makes a person a moderator, or not any more. Whether that changed anything.
    pub(crate) async fn set_moderator(
        &mut self,
        community: CommunityId,
        person: PersonId,
        is_one: bool,
        by: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        let statement = if is_one {
            "insert into moderator (community_id, person_id, at, by_person) values ($1, $2, $3, $4) on conflict do nothing"
        } else {
            "delete from moderator where community_id = $1 and person_id = $2 and $3 = $3 and $4 = $4"
        };
        let changed = on!(self, conn => sqlx::query(statement)
            .bind(community.0).bind(person.0).bind(now.0).bind(by.0)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(changed > 0)
    }

    pub(crate) async fn record_audit(
        &mut self,
        record: Record,
        entry: &AuditEntry,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into audit (id, community_id, event_id, at, by_person, what, about_person, detail)
             values ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(entry.id.0).bind(record.community.map(|community| community.0)).bind(record.event.map(|event| event.0))
            .bind(entry.at.0).bind(entry.by.0).bind(&entry.what).bind(entry.about.map(|about| about.0)).bind(&entry.detail)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Newest first; what is newer than an entry begins with the one next to it.
    pub(crate) async fn entries(
        &mut self,
        of: RecordOf,
        part: RecordPart,
        reader: PersonId,
        most: u32,
    ) -> Result<Vec<AuditEntry>, Error> {
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
        let (side, order, entry) = match part {
            RecordPart::Newest => ("<=", "desc", i64::MAX),
            RecordPart::OlderThan(entry) => ("<", "desc", entry.0),
            RecordPart::NewerThan(entry) => (">", "asc", entry.0),
        };
        let statement = format!(
            "select a.id, a.at, a.by_person, a.what, a.about_person, coalesce(e.title, ''), a.detail
             from audit a left join event e on e.id = a.event_id
             where {of_whom} and a.id {side} $2 order by a.id {order} limit $3"
        );
        let rows: Vec<AuditRow> = on!(self, conn => sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(id).bind(entry).bind(i64::from(most)).bind(reader.0).fetch_all(conn).await)?;
        let entry = |(id, at, by, what, about, title, detail): AuditRow| AuditEntry {
            id: AuditId(id),
            at: Instant(at),
            by: PersonId(by),
            what,
            about: about.map(PersonId),
            title,
            detail,
        };
        Ok(rows.into_iter().map(entry).collect())
    }

    pub(crate) async fn is_banned(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from ban where event_id = $1 and person_id = $2)")
            .bind(of.event.0).bind(of.person.0).fetch_one(conn).await)?)
    }

    /// Those of these who are kept out.
    pub(crate) async fn banned(
        &mut self,
        of: &[Membership],
    ) -> Result<BTreeSet<Membership>, Error> {
        let statement = each!(
            "select b.event_id, b.person_id from",
            "join ban b on b.event_id = cast(r.value->>0 as bigint) and b.person_id = cast(r.value->>1 as bigint)"
        );
        let keys: Vec<(EventId, PersonId)> = of.iter().map(|of| (of.event, of.person)).collect();
        let rows: Vec<(i64, i64)> = self.all(&statement, &keys).await?;
        Ok(rows.into_iter().map(|(event, person)| key(event, person)).collect())
    }

    /// The memberships of a person in events that they are kept out of.
    pub(crate) async fn banned_in(&mut self, person: PersonId) -> Result<Vec<Membership>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select m.event_id from membership m join ban b on b.event_id = m.event_id and b.person_id = m.person_id
             where m.person_id = $1 and m.member order by m.event_id")
            .bind(person.0).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(|event| Membership { event: EventId(event), person }).collect())
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

    /// Keeps somebody out of a later round as they are kept out of an event.
    pub(crate) async fn carry_ban(&mut self, of: Membership, later: EventId) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into ban (event_id, person_id, at, by_person)
             select cast($3 as bigint), person_id, at, by_person from ban
             where event_id = $1 and person_id = $2 on conflict do nothing")
            .bind(of.event.0).bind(of.person.0).bind(later.0).execute(conn).await.map(drop))?;
        self.close_ask(Membership { event: later, ..of }).await.map(drop)
    }

    /// Keeps somebody out of a round no more, where that is the ban of the event before it or of itself; whether it was.
    pub(crate) async fn pardon(&mut self, of: Membership, round: EventId) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "delete from ban where event_id = $3 and person_id = $2 and exists (
                 select 1 from ban f where f.event_id = $1 and f.person_id = $2
                 and f.at = ban.at and f.by_person = ban.by_person)")
            .bind(of.event.0).bind(of.person.0).bind(round.0).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Since when somebody waits to be let in; none who do not.
    pub(crate) async fn asks_since(&mut self, of: Membership) -> Result<Option<Instant>, Error> {
        let since: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select asked_at from join_request where event_id = $1 and person_id = $2")
            .bind(of.event.0).bind(of.person.0).fetch_optional(conn).await)?;
        Ok(since.map(Instant))
    }

    /// Whether a person is or was in an event, asks to be let in, or is kept out.
    pub(crate) async fn is_known(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from membership where event_id = $1 and person_id = $2)
             or exists (select 1 from join_request where event_id = $1 and person_id = $2)
             or exists (select 1 from ban where event_id = $1 and person_id = $2)")
            .bind(of.event.0).bind(of.person.0).fetch_one(conn).await)?)
    }

    /// Lets somebody wait to be let in, unless they are in or kept out by now.
    pub(crate) async fn ask_to_join(&mut self, of: Membership, now: Instant) -> Result<(), Error> {
        // Whoever joins or is kept out at the same moment is so before or after this.
        self.take_event(of.event).await?;
        on!(self, conn => sqlx::query(
            "insert into join_request (event_id, person_id, asked_at)
             select cast($1 as bigint), p.id, cast($3 as bigint) from person p where p.id = $2
             and not exists (select 1 from membership m where m.event_id = $1 and m.person_id = $2 and m.member)
             and not exists (select 1 from ban b where b.event_id = $1 and b.person_id = $2) on conflict do nothing")
            .bind(of.event.0).bind(of.person.0).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Lets somebody wait no more to be let in; whether they did.
    pub(crate) async fn close_ask(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from join_request where event_id = $1 and person_id = $2")
            .bind(of.event.0).bind(of.person.0).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

    /// Those of these who wait to be let in: nobody else answers them until this transaction ends.
    pub(crate) async fn take_asks(
        &mut self,
        of: &[Membership],
    ) -> Result<BTreeSet<Membership>, Error> {
        let mut asking = BTreeSet::new();
        for one in of {
            if let Tx::Postgres(tx) = self {
                let take =
                    "select 1 from join_request where event_id = $1 and person_id = $2 for update";
                let take = sqlx::query(take).bind(one.event.0).bind(one.person.0);
                take.execute(tx.conn()).await?;
            }
            if self.asks_since(*one).await?.is_some() {
                asking.insert(*one);
            }
        }
        Ok(asking)
    }

    /// The same as [`Tx::close_ask`] for all who have come in.
    pub(crate) async fn close_asks(&mut self, of: &[Membership]) -> Result<(), Error> {
        let statement = each!(
            "delete from join_request where (event_id, person_id) in (
                 select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint) from",
            ")"
        );
        let keys: Vec<(EventId, PersonId)> = of.iter().map(|of| (of.event, of.person)).collect();
        self.each(&statement, &keys).await?;
        Ok(())
    }

    /// Those who wait to be let in, oldest first.
    pub(crate) async fn asking(&mut self, event: EventId) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from join_request where event_id = $1 order by asked_at, person_id limit 100")
            .bind(event.0).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }
}
