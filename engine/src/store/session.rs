//! Links to sign in by, and the sessions of browsers, by their hashes.

use rules::Instant;

use crate::error::Error;
use crate::ids::PersonId;
use crate::people::sign_in::Session;
use crate::store::{Tx, on};

impl Tx {
    pub(crate) async fn add_sign_in(
        &mut self,
        hash: &str,
        person: PersonId,
        expires_at: Instant,
    ) -> Result<(), Error> {
        // The last one is the one that counts.
        on!(self, conn => sqlx::query("delete from sign_in where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query("insert into sign_in (code_hash, person_id, expires_at) values ($1, $2, $3)")
            .bind(hash).bind(person.0).bind(expires_at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn sign_in_of(
        &mut self,
        hash: &str,
        now: Instant,
    ) -> Result<Option<PersonId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from sign_in where code_hash = $1 and expires_at > $2")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        Ok(id.map(PersonId))
    }

    /// Uses a link up; none where it is not good (any more).
    pub(crate) async fn take_sign_in(
        &mut self,
        hash: &str,
        now: Instant,
    ) -> Result<Option<PersonId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "delete from sign_in where code_hash = $1 and expires_at > $2 returning person_id")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        Ok(id.map(PersonId))
    }

    /// Opens a session, and closes the oldest of those beyond so many.
    pub(crate) async fn add_session(
        &mut self,
        hash: &str,
        person: PersonId,
        browser: &str,
        now: Instant,
        most: i64,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into session (id_hash, person_id, created_at, used_at, browser) values ($1, $2, $3, $3, $4)")
            .bind(hash).bind(person.0).bind(now.0).bind(browser).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "delete from session where person_id = $1 and id_hash not in (
                 select id_hash from session where person_id = $1 order by used_at desc, id_hash limit $2)")
            .bind(person.0).bind(most).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Whose session it is, since when, and when it was last used.
    pub(crate) async fn session(
        &mut self,
        hash: &str,
    ) -> Result<Option<(PersonId, Instant, Instant)>, Error> {
        let row: Option<(i64, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select person_id, created_at, used_at from session where id_hash = $1")
            .bind(hash).fetch_optional(conn).await)?;
        Ok(row.map(|(person, created, used)| (PersonId(person), Instant(created), Instant(used))))
    }

    /// Whose session it is, and whose browsers were turned on in it: it may be over by now.
    pub(crate) async fn people_of_session(&mut self, hash: &str) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from session where id_hash = $1
             union select person_id from push_subscription where session_hash = $1")
            .bind(hash).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    pub(crate) async fn use_session(&mut self, hash: &str, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update session set used_at = $2 where id_hash = $1")
            .bind(hash).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn close_session(&mut self, hash: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from session where id_hash = $1")
            .bind(hash).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Closes all sessions of a person, and makes their links worthless.
    pub(crate) async fn close_sessions(&mut self, person: PersonId) -> Result<u64, Error> {
        on!(self, conn => sqlx::query("delete from sign_in where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(on!(self, conn => sqlx::query("delete from session where person_id = $1")
            .bind(person.0).execute(conn).await.map(|done| done.rows_affected()))?)
    }

    /// The sessions of a person, the one that was used last first.
    pub(crate) async fn sessions(&mut self, person: PersonId) -> Result<Vec<Session>, Error> {
        let rows: Vec<(String, i64, i64, String)> = on!(self, conn => sqlx::query_as(
            "select id_hash, created_at, used_at, browser from session where person_id = $1 order by used_at desc, id_hash")
            .bind(person.0).fetch_all(conn).await)?;
        let read = |(id_hash, created_at, used_at, browser)| Session {
            id_hash,
            created_at: Instant(created_at),
            used_at: Instant(used_at),
            browser,
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Forgets links that are too old, and sessions that nobody has used since.
    pub(crate) async fn forget_sessions(
        &mut self,
        now: Instant,
        used_before: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from sign_in where expires_at <= $1")
            .bind(now.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query("delete from session where used_at < $1")
            .bind(used_before.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
