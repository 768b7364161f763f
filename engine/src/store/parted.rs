//! What parting gives back beside memberships: what somebody runs and sent, and their address.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId, Platform};
use crate::store::{Tx, each, on};

impl Tx {
    /// Gives a new person what they run and sent, keeps them out where both were kept out, and lets no reminder of one go
    /// to the other.
    pub(crate) async fn part_rest(
        &mut self,
        (person, fresh): (PersonId, PersonId),
        platform: Platform,
        keys: &str,
        owned: &[EventId],
        since: Instant,
    ) -> Result<(), Error> {
        let give = each!(
            "update event set owner_id = cast(r.value->>2 as bigint) from",
            "where event.id = cast(r.value->>0 as bigint) and event.owner_id = cast(r.value->>1 as bigint)"
        );
        let rows: Vec<_> = owned.iter().map(|event| (*event, person, fresh)).collect();
        self.each(&give, &rows).await?;
        on!(self, conn => sqlx::query(
            "update event set owner_id = $2 where owner_id = $1 and created_at > $3 and made_by like $4")
            .bind(person.0).bind(fresh.0).bind(since.0).bind(format!("{keys}%")).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query("update greeting set from_person = $2 where from_person = $1 and made_by like $3")
            .bind(person.0).bind(fresh.0).bind(format!("{keys}%")).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "update moderator set person_id = $2 where person_id = $1
             and exists (select 1 from community c where c.id = moderator.community_id and c.platform = $3)")
            .bind(person.0).bind(fresh.0).bind(platform.name()).execute(conn).await.map(drop))?;
        // Nobody gets out of what keeps them from others, or others from them, by parting.
        for statement in [
            "insert into ban (event_id, person_id, at, by_person)
             select event_id, $2, at, by_person from ban where person_id = $1 on conflict do nothing",
            "insert into block (person_id, blocked_person, at)
             select $2, blocked_person, at from block where person_id = $1 on conflict do nothing",
            "insert into block (person_id, blocked_person, at)
             select person_id, $2, at from block where blocked_person = $1 on conflict do nothing",
            "insert into silenced_person (community_id, person_id, at)
             select community_id, $2, at from silenced_person where person_id = $1 on conflict do nothing",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(fresh.0).execute(conn).await.map(drop))?;
        }
        for (one, other) in [(person, fresh), (fresh, person)] {
            on!(self, conn => sqlx::query(
                "delete from reminder where person_id = $1
                 and event_id in (select event_id from membership where person_id = $1)
                 and destination_id in (select id from destination where person_id = $2)")
                .bind(one.0).bind(other.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Gives a new person the e-mail address that they brought, unless another was confirmed since.
    pub(crate) async fn part_email(
        &mut self,
        person: PersonId,
        fresh: PersonId,
        since: Instant,
    ) -> Result<(), Error> {
        let moved = on!(self, conn => sqlx::query("update email set person_id = $2 where person_id = $1 and confirmed_at <= $3")
            .bind(person.0).bind(fresh.0).bind(since.0).execute(conn).await.map(|done| done.rows_affected()))?;
        if moved > 0 {
            // An address that waits to be confirmed was named since, by whoever stays.
            on!(self, conn => sqlx::query(
                "update email set wanted = null, confirm_code = null, expires_at = null where person_id = $1")
                .bind(fresh.0).execute(conn).await.map(drop))?;
            on!(self, conn => sqlx::query(
                "delete from outbox where state = 'pending' and destination_id in (
                     select id from destination where person_id = $1 and platform = 'email')")
                .bind(person.0).execute(conn).await.map(drop))?;
            on!(self, conn => sqlx::query(
                "update destination set person_id = $2, thread = cast($2 as text) where person_id = $1 and platform = 'email'")
                .bind(person.0).bind(fresh.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}
