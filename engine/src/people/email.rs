//! E-mail as a way to a person: an address counts once its owner has followed the link that was sent there.

use rules::Instant;

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::ids::{DestinationId, PersonId};
use crate::people::People;
use crate::store::new_delivery::NewDelivery;

/// How long the link of a confirmation works.
pub const CONFIRM_S: i64 = 86_400;
/// The keys of confirmations begin so: they alone go to an address that is not confirmed yet.
pub(crate) const CONFIRM_KEY: &str = "email:";
/// Addresses that a person may name in a day, and how often the same one may be named: nobody's mailbox is flooded.
const ASKED_MAX: i64 = 3;
const ASKING_MAX: i64 = 3;
const DAY_S: i64 = 86_400;
/// Characters of what a link ends in, 5 bits each.
const CODE_LENGTH: usize = 32;

/// An e-mail address of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    pub person: PersonId,
    /// The one that mail goes to; none before it is confirmed.
    pub address: Option<String>,
    /// The one that waits to be confirmed, and what the link to do so ends in.
    pub wanted: Option<String>,
    pub confirm_code: Option<String>,
    /// What the link to stop mail ends in.
    pub leave_code: String,
}

impl People<'_> {
    /// The e-mail address of a person, confirmed or not.
    pub async fn email(self, person: PersonId) -> Result<Option<Email>, Error> {
        self.engine.db.look().await?.email(person).await
    }

    /// Sends a link to an address that a person has named as theirs. False where that was done too often today.
    pub async fn ask_email(
        self,
        person: PersonId,
        address: &str,
        now: Instant,
    ) -> Result<bool, Error> {
        let folded = address.to_lowercase();
        let code = || self.engine.ids.code(CODE_LENGTH);
        let mut tx = self.engine.db.write().await?;
        let (asked, asking) = tx.emails_asked(person, &folded, now.plus_s(-DAY_S)).await?;
        if asked >= ASKED_MAX || asking >= ASKING_MAX {
            return Ok(false);
        }
        let confirm_code = code();
        let email = Email {
            person,
            address: None,
            wanted: Some(address.to_owned()),
            confirm_code: Some(confirm_code.clone()),
            leave_code: code(),
        };
        tx.ask_email(&email, &folded, now, now.plus_s(CONFIRM_S)).await?;
        // What was wanted before is not any more.
        tx.forget_unwanted_mailboxes(person, now).await?;
        let fresh = DestinationId(self.engine.ids.id(now));
        let destination = tx.add_mailbox(person, address, fresh, now).await?;
        let link = NewDelivery {
            id: self.engine.ids.id(now),
            dedupe_key: format!("{CONFIRM_KEY}{}:{confirm_code}", person.0),
            destination,
            topic: Topic::ConfirmEmail { person },
            not_before: now,
            expires_at: now.plus_s(CONFIRM_S),
        };
        tx.enqueue(&[link]).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(true)
    }

    /// Whose address the link of a confirmation would confirm.
    pub async fn email_to_confirm(self, code: &str, now: Instant) -> Result<Option<Email>, Error> {
        self.engine.db.look().await?.email_to_confirm(code, now).await
    }

    /// Confirms the address whose link ends so; none where no link does, or it is too old.
    pub async fn confirm_email(self, code: &str, now: Instant) -> Result<Option<Email>, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(email) = tx.email_to_confirm(code, now).await? else { return Ok(None) };
        let Some(address) = &email.wanted else { return Ok(None) };
        tx.settle_mailbox(email.person, address).await?;
        tx.confirm_email(email.person, &self.engine.ids.code(CODE_LENGTH), now).await?;
        tx.commit().await?;
        Ok(Some(email))
    }

    /// Whose mail the link to stop it would stop.
    pub async fn email_to_leave(self, code: &str) -> Result<Option<Email>, Error> {
        self.engine.db.look().await?.email_to_leave(code).await
    }

    /// Stops the mail whose link ends so; false where no link does.
    pub async fn leave_email(self, code: &str) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(email) = tx.email_to_leave(code).await? else { return Ok(false) };
        tx.forget_email(email.person).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Forgets the address of a person.
    pub async fn forget_email(self, person: PersonId) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.forget_email(person).await?;
        tx.commit().await
    }
}
