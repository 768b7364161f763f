//! Passkeys, and challenges by their hashes.

use rules::Instant;

use crate::error::Error;
use crate::ids::PersonId;
use crate::people::passkey::Passkey;
use crate::store::{Tx, on};

type Row = (String, i64, String, String, String, String, i64, Option<i64>);

fn read((id, person, handle, public_key, state, name, created_at, used_at): Row) -> Passkey {
    Passkey {
        id,
        person: PersonId(person),
        handle,
        public_key,
        state,
        name,
        created_at: Instant(created_at),
        used_at: used_at.map(Instant),
    }
}

impl Tx {
    pub(crate) async fn add_challenge(
        &mut self,
        hash: &str,
        person: Option<PersonId>,
        state: &str,
        expires_at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into challenge (challenge_hash, person_id, state, expires_at) values ($1, $2, $3, $4)")
            .bind(hash).bind(person.map(|person| person.0)).bind(state).bind(expires_at.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Uses a challenge up; none where it is not good (any more).
    pub(crate) async fn take_challenge(
        &mut self,
        hash: &str,
        now: Instant,
    ) -> Result<Option<(Option<PersonId>, String)>, Error> {
        let row: Option<(Option<i64>, String)> = on!(self, conn => sqlx::query_as(
            "delete from challenge where challenge_hash = $1 and expires_at > $2 returning person_id, state")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        Ok(row.map(|(person, state)| (person.map(PersonId), state)))
    }

    pub(crate) async fn forget_challenges(&mut self, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from challenge where expires_at <= $1")
            .bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Keeps a passkey; false where its id is known already.
    pub(crate) async fn add_passkey(&mut self, passkey: &Passkey) -> Result<bool, Error> {
        let Passkey { id, person, handle, public_key, state, name, created_at, .. } = passkey;
        let rows = on!(self, conn => sqlx::query(
            "insert into passkey (id, person_id, handle, public_key, state, name, created_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing")
            .bind(id).bind(person.0).bind(handle).bind(public_key).bind(state).bind(name).bind(created_at.0)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(rows == 1)
    }

    pub(crate) async fn passkey(&mut self, id: &str) -> Result<Option<Passkey>, Error> {
        let row: Option<Row> = on!(self, conn => sqlx::query_as(
            "select id, person_id, handle, public_key, state, name, created_at, used_at from passkey where id = $1")
            .bind(id).fetch_optional(conn).await)?;
        Ok(row.map(read))
    }

    /// The passkeys of a person, the oldest first.
    pub(crate) async fn passkeys(&mut self, person: PersonId) -> Result<Vec<Passkey>, Error> {
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(
            "select id, person_id, handle, public_key, state, name, created_at, used_at from passkey
             where person_id = $1 order by created_at, id")
            .bind(person.0).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Notes the use of a passkey, and says whose it is.
    pub(crate) async fn use_passkey(
        &mut self,
        id: &str,
        state: &str,
        now: Instant,
    ) -> Result<Option<PersonId>, Error> {
        let person: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "update passkey set state = $2, used_at = $3 where id = $1 returning person_id")
            .bind(id).bind(state).bind(now.0).fetch_optional(conn).await)?;
        Ok(person.map(PersonId))
    }

    pub(crate) async fn drop_passkeys(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from passkey where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn drop_challenges(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from challenge where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn drop_passkey(&mut self, person: PersonId, id: &str) -> Result<bool, Error> {
        let rows = on!(self, conn => sqlx::query("delete from passkey where id = $1 and person_id = $2")
            .bind(id).bind(person.0).execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(rows == 1)
    }
}
