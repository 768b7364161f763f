//! E-mail addresses, as people have named and confirmed them.

use rules::Instant;

use crate::error::Error;
use crate::ids::{DestinationId, PersonId};
use crate::people::email::Email;
use crate::store::{Tx, on};

/// Person, address, wanted address, its code, and the code to stop.
type EmailRow = (i64, Option<String>, Option<String>, Option<String>, String);

fn read((person, address, wanted, confirm_code, leave_code): EmailRow) -> Email {
    Email { person: PersonId(person), address, wanted, confirm_code, leave_code }
}

impl Tx {
    pub(crate) async fn email(&mut self, person: PersonId) -> Result<Option<Email>, Error> {
        let row: Option<EmailRow> = on!(self, conn => sqlx::query_as(
            "select person_id, address, wanted, confirm_code, leave_code from email where person_id = $1")
            .bind(person.0).fetch_optional(conn).await)?;
        Ok(row.map(read))
    }

    /// Whose address the link of a confirmation is about, while it works.
    pub(crate) async fn email_to_confirm(
        &mut self,
        code: &str,
        now: Instant,
    ) -> Result<Option<Email>, Error> {
        let row: Option<EmailRow> = on!(self, conn => sqlx::query_as(
            "select person_id, address, wanted, confirm_code, leave_code from email
             where confirm_code = $1 and expires_at > $2")
            .bind(code).bind(now.0).fetch_optional(conn).await)?;
        Ok(row.map(read))
    }

    /// Whose address the link to stop mail is about.
    pub(crate) async fn email_to_leave(&mut self, code: &str) -> Result<Option<Email>, Error> {
        let row: Option<EmailRow> = on!(self, conn => sqlx::query_as(
            "select person_id, address, wanted, confirm_code, leave_code from email where leave_code = $1")
            .bind(code).fetch_optional(conn).await)?;
        Ok(row.map(read))
    }

    /// How often a person has named an address since a moment, and how many people have named this one.
    pub(crate) async fn emails_asked(
        &mut self,
        person: PersonId,
        address: &str,
        since: Instant,
    ) -> Result<(i64, i64), Error> {
        Ok(on!(self, conn => sqlx::query_as(
            "select coalesce((select asked from email where person_id = $1 and asked_at > $3), 0),
                    (select count(*) from (select 1 as one from email where wanted = $2 and asked_at > $3 limit 100) as asking)")
            .bind(person.0).bind(address).bind(since.0).fetch_one(conn).await)?)
    }

    /// Notes that a person has named an address.
    pub(crate) async fn ask_email(
        &mut self,
        asked: &Email,
        now: Instant,
        since: Instant,
        expires_at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into email (person_id, wanted, confirm_code, expires_at, asked_at, asked, leave_code)
             values ($1, $2, $3, $4, $5, 1, $6)
             on conflict (person_id) do update set wanted = excluded.wanted, confirm_code = excluded.confirm_code,
             expires_at = excluded.expires_at, asked_at = excluded.asked_at,
             asked = case when email.asked_at > $7 then email.asked + 1 else 1 end")
            .bind(asked.person.0).bind(&asked.wanted).bind(&asked.confirm_code).bind(expires_at.0).bind(now.0)
            .bind(&asked.leave_code).bind(since.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Notes that the wanted address is the person's, and gives the place that mail goes to from now on.
    pub(crate) async fn confirm_email(
        &mut self,
        person: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update email set address = wanted, confirmed_at = $2, wanted = null, confirm_code = null, expires_at = null
             where person_id = $1")
            .bind(person.0).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// A place for mail to a person at an address that is not confirmed yet, unless there is one.
    pub(crate) async fn add_mailbox(
        &mut self,
        person: PersonId,
        address: &str,
        fresh: DestinationId,
        now: Instant,
    ) -> Result<DestinationId, Error> {
        let id: i64 = on!(self, conn => sqlx::query_scalar(
            // It speaks as the chats of the person do.
            "insert into destination (id, platform, address, thread, kind, person_id, state, created_at, locale)
             values ($1, 'email', $2, $3, 'private', $4, 'asked', $5, (
                 select locale from destination where person_id = $4 and kind = 'private' and platform <> 'email'
                 order by created_at desc limit 1))
             on conflict (platform, address, thread) do update
             set state = case when destination.state = 'ok' then 'ok' else 'asked' end returning id")
            .bind(fresh.0).bind(address).bind(person.0.to_string()).bind(person.0).bind(now.0)
            .fetch_one(conn).await)?;
        Ok(DestinationId(id))
    }

    /// Makes an address the one place for mail to a person: what was to go to another goes there.
    pub(crate) async fn settle_mailbox(
        &mut self,
        person: PersonId,
        address: &str,
    ) -> Result<(), Error> {
        const NEW: &str = "(select id from destination where person_id = $1 and platform = 'email' and address = $2 limit 1)";
        const OLD: &str = "(select id from destination where person_id = $1 and platform = 'email' and address <> $2)";
        for statement in [
            format!("update destination set state = 'ok' where id = {NEW}"),
            format!(
                "update reminder set destination_id = {NEW} where person_id = $1 and destination_id in {OLD}"
            ),
            format!(
                "update outbox set destination_id = {NEW} where state = 'pending' and destination_id in {OLD}"
            ),
            "delete from destination where person_id = $1 and platform = 'email' and address <> $2"
                .to_owned(),
        ] {
            on!(self, conn => sqlx::query(sqlx::AssertSqlSafe(statement))
                .bind(person.0).bind(address).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Forgets addresses that nobody has confirmed in time: they may be somebody else's.
    pub(crate) async fn forget_unconfirmed_emails(&mut self, now: Instant) -> Result<(), Error> {
        for statement in [
            "delete from destination where platform = 'email' and state = 'asked'
             and (address, person_id) in (select wanted, person_id from email where expires_at <= $1)",
            "delete from email where expires_at <= $1 and address is null",
            "update email set wanted = null, confirm_code = null, expires_at = null where expires_at <= $1",
        ] {
            on!(self, conn => sqlx::query(statement).bind(now.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Forgets the address of a person. What was to go there goes by another way.
    pub(crate) async fn forget_email(&mut self, person: PersonId) -> Result<(), Error> {
        for statement in [
            "update destination set state = 'blocked', address = cast(id as text) where person_id = $1 and platform = 'email'",
            "delete from email where person_id = $1",
        ] {
            on!(self, conn => sqlx::query(statement).bind(person.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}
