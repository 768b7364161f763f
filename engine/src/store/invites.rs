//! Invite codes, by their hash.

use rules::Instant;

use crate::error::Error;
use crate::events::event::Invite;
use crate::ids::{EventId, PersonId};
use crate::store::{Tx, on};

/// What names a code without giving it away. Eight letters tell more codes apart than an event will have.
macro_rules! mark {
    () => {
        "substr(code_hash, 1, 8)"
    };
}

impl Tx {
    /// Makes all codes of an event worthless.
    pub(crate) async fn revoke_invites(&mut self, event: EventId) -> Result<u64, Error> {
        on!(self, conn => sqlx::query(
            "delete from invite_use where code_hash in (select code_hash from invite where event_id = $1)")
            .bind(event.0).execute(conn).await.map(drop))?;
        Ok(on!(self, conn => sqlx::query("delete from invite where event_id = $1")
            .bind(event.0).execute(conn).await.map(|done| done.rows_affected()))?)
    }

    /// Codes of an event that still let people in, the oldest first.
    pub(crate) async fn invites(
        &mut self,
        event: EventId,
        now: Instant,
        most: i64,
    ) -> Result<Vec<Invite>, Error> {
        let rows: Vec<(String, i64, i64, i64)> = on!(self, conn => sqlx::query_as(
            concat!("select ", mark!(), ", made_at, expires_at, uses_left from invite
             where event_id = $1 and expires_at > $2 and uses_left > 0 order by made_at, code_hash limit $3"))
            .bind(event.0).bind(now.0).bind(most).fetch_all(conn).await)?;
        let invite = |(mark, made_at, expires_at, uses_left): (String, i64, i64, i64)| Invite {
            mark,
            made_at: Instant(made_at),
            expires_at: Instant(expires_at),
            uses_left: uses_left.unsigned_abs(),
        };
        Ok(rows.into_iter().map(invite).collect())
    }

    pub(crate) async fn invited(
        &mut self,
        hash: &str,
        now: Instant,
    ) -> Result<Option<EventId>, Error> {
        let event: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select event_id from invite where code_hash = $1 and expires_at > $2 and uses_left > 0")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        Ok(event.map(EventId))
    }

    pub(crate) async fn is_invite(
        &mut self,
        event: EventId,
        hash: &str,
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from invite where code_hash = $1 and event_id = $2 and expires_at > $3 and uses_left > 0)")
            .bind(hash).bind(event.0).bind(now.0).fetch_one(conn).await)?)
    }

    /// Makes the code of this mark worthless.
    pub(crate) async fn revoke_invite(&mut self, event: EventId, mark: &str) -> Result<u64, Error> {
        on!(self, conn => sqlx::query(
            concat!("delete from invite_use where code_hash in (
                 select code_hash from invite where event_id = $1 and ", mark!(), " = $2)"))
            .bind(event.0).bind(mark).execute(conn).await.map(drop))?;
        Ok(on!(self, conn => sqlx::query(
            concat!("delete from invite where event_id = $1 and ", mark!(), " = $2"))
            .bind(event.0).bind(mark).execute(conn).await.map(|done| done.rows_affected()))?)
    }

    /// Forgets up to so many codes that let nobody in any more, and who used them.
    pub(crate) async fn forget_invites(&mut self, now: Instant, most: i64) -> Result<(), Error> {
        macro_rules! forget {
            ($table:literal) => {
                concat!(
                    "delete from ",
                    $table,
                    " where code_hash in (
                         select code_hash from invite where expires_at <= $1 order by expires_at, code_hash limit $2)"
                )
            };
        }
        for statement in [forget!("invite_use"), forget!("invite")] {
            on!(self, conn => sqlx::query(statement)
                .bind(now.0).bind(most).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    pub(crate) async fn add_invite(
        &mut self,
        hash: &str,
        event: EventId,
        by: PersonId,
        now: Instant,
        expires_at: Instant,
        uses: i64,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into invite (code_hash, event_id, made_by, made_at, expires_at, uses_left) values ($1, $2, $3, $4, $5, $6)")
            .bind(hash).bind(event.0).bind(by.0).bind(now.0).bind(expires_at.0).bind(uses).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Makes a code worthless that was not posted, and gives its event.
    pub(crate) async fn burn_invite(
        &mut self,
        hash: &str,
        now: Instant,
    ) -> Result<Option<EventId>, Error> {
        let event: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "delete from invite where code_hash = $1 and expires_at > $2 and uses_left > 0 and not posted returning event_id")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        if event.is_some() {
            on!(self, conn => sqlx::query("delete from invite_use where code_hash = $1")
                .bind(hash).execute(conn).await.map(drop))?;
        }
        Ok(event.map(EventId))
    }

    pub(crate) async fn post_invite(&mut self, hash: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update invite set posted = true where code_hash = $1")
            .bind(hash).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn use_invite(
        &mut self,
        hash: &str,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<EventId>, Error> {
        const COMES_IN: &str = "not exists (select 1 from membership m where m.event_id = invite.event_id and m.person_id = $3 and m.member)
             and not exists (select 1 from ban b where b.event_id = invite.event_id and b.person_id = $3)";
        let first = format!(
            "insert into invite_use (code_hash, person_id)
             select code_hash, $3 from invite where code_hash = $1 and expires_at > $2 and uses_left > 0 and {COMES_IN}
             on conflict do nothing"
        );
        let is_first = on!(self, conn => sqlx::query(sqlx::AssertSqlSafe(first.as_str()))
            .bind(hash).bind(now.0).bind(person.0).execute(conn).await.map(|done| done.rows_affected() > 0))?;
        if is_first {
            let counted = on!(self, conn => sqlx::query(
                "update invite set uses_left = uses_left - 1 where code_hash = $1 and uses_left > 0")
                .bind(hash).execute(conn).await.map(|done| done.rows_affected() > 0))?;
            // Somebody else was faster.
            if !counted {
                on!(self, conn => sqlx::query("delete from invite_use where code_hash = $1 and person_id = $2")
                    .bind(hash).bind(person.0).execute(conn).await.map(drop))?;
            }
        }
        let event: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select event_id from invite where code_hash = $1 and expires_at > $2 and (uses_left > 0
                 or exists (select 1 from invite_use u where u.code_hash = $1 and u.person_id = $3))")
            .bind(hash).bind(now.0).bind(person.0).fetch_optional(conn).await)?;
        Ok(event.map(EventId))
    }
}
