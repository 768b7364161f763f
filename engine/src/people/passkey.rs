//! Passkeys: keys of a device or of a password manager, with which people sign in. What they prove is checked where
//! browsers are spoken with; here is what has to be kept of them.

use rules::Instant;

use crate::error::Error;
use crate::ids::{PersonId, hash};
use crate::people::People;

/// Passkeys of one person.
pub const PASSKEYS_MAX: usize = 20;
/// How long an authenticator may take to answer.
const CHALLENGE_S: i64 = 300;

/// A passkey, without anything secret: that never leaves the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// As the authenticator names it.
    pub id: String,
    pub person: PersonId,
    /// What authenticators know the person by.
    pub handle: String,
    pub public_key: String,
    /// What changes with each use.
    pub state: String,
    /// The browser in which it was made.
    pub name: String,
    pub created_at: Instant,
    pub used_at: Option<Instant>,
}

impl People<'_> {
    /// Remembers what an authenticator was asked, for one answer.
    pub async fn ask_challenge(
        self,
        challenge: &str,
        person: Option<PersonId>,
        state: &str,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        let expires_at = now.plus_s(CHALLENGE_S);
        tx.add_challenge(&hash(challenge), person, state, expires_at).await?;
        tx.commit().await
    }

    /// What was remembered of a challenge, which is good once: what was asked, and by whom.
    pub async fn take_challenge(
        self,
        challenge: &str,
        now: Instant,
    ) -> Result<Option<(Option<PersonId>, String)>, Error> {
        let mut tx = self.engine.db.write().await?;
        let taken = tx.take_challenge(&hash(challenge), now).await?;
        tx.commit().await?;
        Ok(taken)
    }

    /// The passkeys of a person, the oldest first.
    pub async fn passkeys(self, person: PersonId) -> Result<Vec<Passkey>, Error> {
        self.engine.db.look().await?.passkeys(person).await
    }

    pub async fn passkey(self, id: &str) -> Result<Option<Passkey>, Error> {
        self.engine.db.look().await?.passkey(id).await
    }

    /// Keeps a passkey; false where it is known already, or its person has too many.
    ///
    /// # Errors
    /// As of [`People::sign_in_code`].
    pub async fn add_passkey(self, passkey: &Passkey) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        self.take_found(&mut tx, passkey.person).await?;
        if tx.passkeys(passkey.person).await?.len() >= PASSKEYS_MAX {
            return Ok(false);
        }
        let is_new = tx.add_passkey(passkey).await?;
        tx.commit().await?;
        Ok(is_new)
    }

    /// Signs in whoever has proven to hold a passkey, and keeps its new state. None where it was taken away meanwhile.
    pub async fn sign_in_with(
        self,
        passkey: &str,
        state: &str,
        browser: &str,
        now: Instant,
    ) -> Result<Option<String>, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(person) = tx.use_passkey(passkey, state, now).await? else { return Ok(None) };
        let session = self.add_session(&mut tx, person, browser, now).await?;
        tx.commit().await?;
        Ok(Some(session))
    }

    /// Takes a passkey away; false where the person has no such passkey.
    pub async fn drop_passkey(self, person: PersonId, id: &str) -> Result<bool, Error> {
        // PostgreSQL refuses a NUL in a text.
        if id.contains('\0') {
            return Ok(false);
        }
        let mut tx = self.engine.db.write().await?;
        let dropped = tx.drop_passkey(person, id).await?;
        tx.commit().await?;
        Ok(dropped)
    }
}
