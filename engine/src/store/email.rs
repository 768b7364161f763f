//! E-mail addresses, as people have named and confirmed them.

use rules::Instant;

use crate::error::Error;
use crate::ids::{DestinationId, PersonId, Platform};
use crate::people::email::Email;
use crate::store::destinations::private_place;
use crate::store::{Tx, on};

/// Person, address, wanted address, its code, and the code to stop.
type EmailRow = (i64, Option<String>, Option<String>, Option<String>, String);

fn read((person, address, wanted, confirm_code, leave_code): EmailRow) -> Email {
    Email { person: PersonId(person), address, wanted, confirm_code, leave_code }
}

/// The mailbox of a person at an address.
macro_rules! mailbox {
    () => {
        "(select id from destination where person_id = $1 and platform = 'email' and address = $2 order by id limit 1)"
    };
}

/// Whether a reminder of the person goes to a mailbox.
macro_rules! is_reminded_at {
    ($person:literal) => {
        concat!(
            "exists (select 1 from membership m join reminder r on r.event_id = m.event_id and r.person_id = m.person_id
             where m.person_id = ",
            $person,
            " and r.destination_id = destination.id)"
        )
    };
}

/// Mailboxes that no link waits for any more.
const UNCONFIRMED: &str = "platform = 'email' and state = 'asked' and not exists (
     select 1 from email e where e.person_id = destination.person_id and e.wanted = destination.address
     and e.expires_at > $1)";

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

    /// How often a person has named an address since a moment, and how often this one was named.
    pub(crate) async fn emails_asked(
        &mut self,
        person: PersonId,
        folded: &str,
        since: Instant,
    ) -> Result<(i64, i64), Error> {
        Ok(on!(self, conn => sqlx::query_as(
            "select (select count(*) from (select 1 as one from email_asked where person_id = $1 and asked_at > $3 limit 100) as mine),
                    (select count(*) from (select 1 as one from email_asked where address = $2 and asked_at > $3 limit 100) as all_of_it)")
            .bind(person.0).bind(folded).bind(since.0).fetch_one(conn).await)?)
    }

    /// Notes that a person has named an address, while there is that person.
    pub(crate) async fn ask_email(
        &mut self,
        asked: &Email,
        folded: &str,
        now: Instant,
        expires_at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into email_asked (address, person_id, asked_at) select $2, id, $3 from person where id = $1")
            .bind(asked.person.0).bind(folded).bind(now.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "insert into email (person_id, wanted, confirm_code, expires_at, leave_code)
             select id, $2, $3, $4, $5 from person where id = $1
             on conflict (person_id) do update set wanted = excluded.wanted, confirm_code = excluded.confirm_code,
             expires_at = excluded.expires_at")
            .bind(asked.person.0).bind(&asked.wanted).bind(&asked.confirm_code).bind(expires_at.0)
            .bind(&asked.leave_code).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Notes that the wanted address is the person's. Mails to the one before cannot stop those to this one.
    pub(crate) async fn confirm_email(
        &mut self,
        person: PersonId,
        leave_code: &str,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update email set address = wanted, confirmed_at = $2, wanted = null, confirm_code = null, expires_at = null,
             leave_code = $3 where person_id = $1")
            .bind(person.0).bind(now.0).bind(leave_code).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// A place for mail to a person at an address that is not confirmed yet, unless there is one. It speaks as their
    /// chats do.
    pub(crate) async fn add_mailbox(
        &mut self,
        person: PersonId,
        address: &str,
        fresh: DestinationId,
        now: Instant,
    ) -> Result<DestinationId, Error> {
        let id: i64 = on!(self, conn => sqlx::query_scalar(
            "insert into destination (id, platform, address, thread, kind, person_id, state, created_at, locale)
             values ($1, 'email', $2, $3, 'private', $4, 'asked', $5, (
                 select locale from destination where person_id = $4 and kind = 'private' and platform not in ('email', 'push')
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
        const OTHERS: &str = concat!(
            "(select id from destination where person_id = $1 and platform = 'email' and id <> ",
            mailbox!(),
            ")"
        );
        for statement in [
            concat!("update destination set state = 'ok' where id = ", mailbox!()).to_owned(),
            format!(
                "update reminder set destination_id = {} where person_id = $1
                 and event_id in (select event_id from membership where person_id = $1) and destination_id in {OTHERS}",
                mailbox!()
            ),
            format!(
                "update outbox set destination_id = {} where state = 'pending' and destination_id in {OTHERS}",
                mailbox!()
            ),
            format!("delete from destination where id in {OTHERS}"),
        ] {
            on!(self, conn => sqlx::query(sqlx::AssertSqlSafe(statement))
                .bind(person.0).bind(address).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Forgets the address of a person. What was to go there goes by another way.
    pub(crate) async fn forget_email(&mut self, person: PersonId) -> Result<(), Error> {
        self.forget_way(person, Platform::Email).await?;
        on!(self, conn => sqlx::query("delete from email where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets a way to a person on which they have no account. What was to go there goes by another one.
    pub(crate) async fn forget_way(
        &mut self,
        person: PersonId,
        platform: Platform,
    ) -> Result<(), Error> {
        for statement in [
            concat!(
                "update outbox set destination_id = (",
                private_place!("id", "$1", " and o.platform <> $2"),
                "), platform = (",
                private_place!("platform", "$1", " and o.platform <> $2"),
                ") where state = 'pending' and dedupe_key not like 'email:%' and exists (",
                private_place!("id", "$1", " and o.platform <> $2"),
                ") and destination_id in (
                     select id from destination where person_id = $1 and platform = $2)"
            ),
            "delete from outbox where state = 'pending' and destination_id in (
                 select id from destination where person_id = $1 and platform = $2)",
            concat!(
                "delete from destination where person_id = $1 and platform = $2 and not ",
                is_reminded_at!("$1")
            ),
            "update destination set state = 'blocked', address = cast(id as text) where person_id = $1 and platform = $2",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(platform.name()).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Whether a person has confirmed their address after an instant.
    pub(crate) async fn has_confirmed_email_since(
        &mut self,
        person: PersonId,
        since: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from email where person_id = $1 and confirmed_at > $2)")
            .bind(person.0).bind(since.0).fetch_one(conn).await)?)
    }

    /// Forgets the address of a person that waits to be confirmed: the link that was sent there does nothing any more.
    pub(crate) async fn forget_wanted_email(
        &mut self,
        person: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        for statement in [
            "delete from outbox where state = 'pending' and destination_id in (
                 select id from destination where person_id = $1 and platform = 'email' and state = 'asked')",
            "delete from email where person_id = $1 and address is null",
            "update email set wanted = null, confirm_code = null, expires_at = null where person_id = $1",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).execute(conn).await.map(drop))?;
        }
        self.forget_unwanted_mailboxes(person, now).await
    }

    /// Forgets the addresses of a person that wait to be confirmed no more.
    pub(crate) async fn forget_unwanted_mailboxes(
        &mut self,
        person: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        for statement in [
            format!(
                "delete from destination where person_id = $2 and {UNCONFIRMED} and not {}",
                is_reminded_at!("$2")
            ),
            format!(
                "update destination set state = 'blocked', address = cast(id as text) where person_id = $2 and {UNCONFIRMED}"
            ),
        ] {
            on!(self, conn => sqlx::query(sqlx::AssertSqlSafe(statement))
                .bind(now.0).bind(person.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Forgets addresses that nobody has confirmed in time, and who named which: they may be somebody else's.
    pub(crate) async fn forget_unconfirmed_emails(
        &mut self,
        now: Instant,
        asked_before: Instant,
    ) -> Result<(), Error> {
        for statement in [
            format!("delete from destination where {UNCONFIRMED} and not {}", is_reminded_at!("destination.person_id")),
            format!("update destination set state = 'blocked', address = cast(id as text) where {UNCONFIRMED}"),
            "delete from email where expires_at <= $1 and address is null".to_owned(),
            "update email set wanted = null, confirm_code = null, expires_at = null where expires_at <= $1".to_owned(),
        ] {
            on!(self, conn => sqlx::query(sqlx::AssertSqlSafe(statement))
                .bind(now.0).execute(conn).await.map(drop))?;
        }
        on!(self, conn => sqlx::query("delete from email_asked where asked_at < $1")
            .bind(asked_before.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
