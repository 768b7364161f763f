//! Codes that link two accounts, by their hash.

use rules::Instant;

use crate::error::Error;
use crate::ids::{PersonId, Platform};
use crate::people::person::Account;
use crate::store::{Tx, on};

impl Tx {
    pub(crate) async fn add_link_code(
        &mut self,
        hash: &str,
        person: PersonId,
        made_on: Platform,
        now: Instant,
        expires_at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from link_code where person_id = $1 or expires_at <= $2")
            .bind(person.0).bind(now.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query("insert into link_code (code_hash, person_id, expires_at, made_on) values ($1, $2, $3, $4)")
            .bind(hash).bind(person.0).bind(expires_at.0).bind(made_on.name()).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Who made a code that nobody else has typed yet, and where.
    pub(crate) async fn link_owner(
        &mut self,
        hash: &str,
        typist: PersonId,
        now: Instant,
    ) -> Result<Option<(PersonId, Platform)>, Error> {
        let row: Option<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select person_id, made_on from link_code where code_hash = $1 and expires_at > $2 and (asked_by is null or asked_by = $3)")
            .bind(hash).bind(now.0).bind(typist.0).fetch_optional(conn).await)?;
        row.map(|(person, made_on)| Ok((PersonId(person), Platform::named(&made_on)?))).transpose()
    }

    /// Notes who typed a code; false where somebody else did before, or it is none (any more).
    pub(crate) async fn ask_link(
        &mut self,
        hash: &str,
        typist: PersonId,
        account: &Account,
        now: Instant,
        expires_at: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "update link_code set asked_by = $2, asked_on = $3, asked_id = $4, expires_at = $6
             where code_hash = $1 and expires_at > $5 and (asked_by is null or asked_by = $2)")
            .bind(hash).bind(typist.0).bind(account.platform.name()).bind(&account.external_id).bind(now.0)
            .bind(expires_at.0).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Who typed a code of this person's: the person, where the code was made, and the account that typed it.
    pub(crate) async fn asked_link(
        &mut self,
        maker: PersonId,
        now: Instant,
    ) -> Result<Option<(PersonId, Platform, Account)>, Error> {
        let row: Option<(i64, String, String, String)> = on!(self, conn => sqlx::query_as(
            "select asked_by, made_on, asked_on, asked_id from link_code
             where person_id = $1 and asked_by is not null and expires_at > $2 order by expires_at desc limit 1")
            .bind(maker.0).bind(now.0).fetch_optional(conn).await)?;
        let Some((typist, made_on, asked_on, asked_id)) = row else { return Ok(None) };
        let accounts = self.accounts(PersonId(typist)).await?;
        let platform = Platform::named(&asked_on)?;
        let account = accounts
            .into_iter()
            .find(|account| account.platform == platform && account.external_id == asked_id);
        let made_on = Platform::named(&made_on)?;
        Ok(account.map(|account| (PersonId(typist), made_on, account)))
    }

    /// Ends the question whether this typist is the maker; false where it is not open (any more).
    pub(crate) async fn close_link(
        &mut self,
        maker: PersonId,
        typist: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from link_code where person_id = $1 and asked_by = $2 and expires_at > $3")
            .bind(maker.0).bind(typist.0).bind(now.0).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

    /// Makes the codes of a person worthless, and ends their questions.
    pub(crate) async fn drop_link_codes(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from link_code where person_id = $1 or asked_by = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn burn_link_code(&mut self, hash: &str) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query("delete from link_code where code_hash = $1")
            .bind(hash).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Forgets who typed codes that are good no more.
    pub(crate) async fn forget_link_codes(&mut self, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from link_code where expires_at <= $1")
            .bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
