//! Signing in on the web without a password: by a link that the bot gives, good once and for ten minutes, or by an
//! account that a platform vouches for.

use rules::{Instant, Zone};
use std::collections::BTreeSet;

use crate::error::Error;
use crate::ids::{PersonId, hash};
use crate::people::People;
use crate::people::found_by::FoundBy;
use crate::people::person::{Account, Person};
use crate::store::Tx;

/// How long a link is good for.
const LINK_S: i64 = 600;
/// Characters of a link and of a session, 5 bits each.
const LINK_LENGTH: usize = 40;
const SESSION_LENGTH: usize = 52;
const DAY_S: i64 = 86_400;
/// A session ends when nobody has used it for so long, and in any case so long after it began.
pub(crate) const IDLE_S: i64 = 30 * DAY_S;
const LIFE_S: i64 = 90 * DAY_S;
/// That it was used is noted at most so often.
const NOTED_S: i64 = 3600;
/// Sessions of one person; the one that was used longest ago goes first.
const SESSIONS_MAX: i64 = 20;
/// Characters that are kept of what a browser calls itself.
const BROWSER_MAX: usize = 200;
/// Digits of the hash of a session by which its person knows it.
const MARK_LENGTH: usize = 16;

/// A browser in which somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub(crate) id_hash: String,
    pub created_at: Instant,
    /// To the hour.
    pub used_at: Instant,
    /// What the browser calls itself.
    pub browser: String,
}

impl Session {
    /// What its person names it by; nobody signs in with that.
    pub fn mark(&self) -> &str {
        self.id_hash.get(..MARK_LENGTH).unwrap_or(&self.id_hash)
    }

    /// Whether it is the one that a browser has this id of.
    pub fn is_of(&self, session: &str) -> bool {
        self.id_hash == hash(session)
    }
}

impl People<'_> {
    /// So many characters that nobody guesses.
    pub(crate) fn secret(self, length: usize) -> String {
        const AT_ONCE: usize = 32;
        let parts = (0..length).step_by(AT_ONCE).map(|from| AT_ONCE.min(length - from));
        parts.map(|part| self.engine.ids.code(part)).collect()
    }

    /// What a link ends in by which this person can sign in; the one before it is worthless.
    ///
    /// # Errors
    /// [`Error::Outdated`] where what they were found by is not theirs any more.
    pub async fn sign_in_code(self, person: PersonId, now: Instant) -> Result<String, Error> {
        let code = self.secret(LINK_LENGTH);
        let mut tx = self.engine.db.write().await?;
        self.take_found(&mut tx, person).await?;
        tx.add_sign_in(&hash(&code), person, now.plus_s(LINK_S)).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// Who would be signed in by a link; it stays good. None where it is not, or not any more.
    pub async fn may_sign_in(self, code: &str, now: Instant) -> Result<Option<Person>, Error> {
        let mut tx = self.engine.db.read().await?;
        match tx.sign_in_of(&hash(code), now).await? {
            Some(person) => tx.person(person).await,
            None => Ok(None),
        }
    }

    /// Uses a link up, and gives the id of a new session, which is a secret of the browser's.
    pub async fn sign_in(
        self,
        code: &str,
        browser: &str,
        now: Instant,
    ) -> Result<Option<String>, Error> {
        let mut tx = self.engine.db.write().await?;
        let Some(person) = tx.take_sign_in(&hash(code), now).await? else { return Ok(None) };
        let session = self.add_session(&mut tx, person, browser, now).await?;
        tx.commit().await?;
        Ok(Some(session))
    }

    /// Gives the id of a new session to whoever has proven that an account is theirs. Who was never met before begins
    /// to exist, with `guess` as their zone.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the account became another person's meanwhile.
    pub async fn sign_in_as(
        self,
        account: &Account,
        guess: Zone,
        browser: &str,
        now: Instant,
    ) -> Result<String, Error> {
        let person = self.get_or_create(account, guess, now).await?;
        let mut tx = self.engine.db.write().await?;
        self.found_by(FoundBy::Account(account)).take_found(&mut tx, person.id).await?;
        let session = self.add_session(&mut tx, person.id, browser, now).await?;
        tx.commit().await?;
        Ok(session)
    }

    pub(crate) async fn add_session(
        self,
        tx: &mut Tx,
        person: PersonId,
        browser: &str,
        now: Instant,
    ) -> Result<String, Error> {
        let session = self.secret(SESSION_LENGTH);
        let is_shown = |c: &char| !c.is_control();
        let browser: String = browser.chars().filter(is_shown).take(BROWSER_MAX).collect();
        tx.add_session(&hash(&session), person, &browser, now, SESSIONS_MAX).await?;
        Ok(session)
    }

    /// Whose session it is; none where it is over.
    pub async fn signed_in(self, session: &str, now: Instant) -> Result<Option<Person>, Error> {
        let session = hash(session);
        let mut tx = self.engine.db.look().await?;
        let Some((person, created_at, used_at)) = tx.session(&session).await? else {
            return Ok(None);
        };
        let person = tx.person(person).await?;
        drop(tx);
        let is_over = now >= used_at.plus_s(IDLE_S) || now >= created_at.plus_s(LIFE_S);
        if !is_over && now < used_at.plus_s(NOTED_S) {
            return Ok(person);
        }
        if is_over {
            // Whatever nobody can use any more is swept away, too.
            return Ok(None);
        }
        if let Err(error) = self.note_use(&session, now).await {
            tracing::warn!(%error, "that a session is used is noted later");
        }
        Ok(person)
    }

    async fn note_use(self, session: &str, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.use_session(session, now).await?;
        tx.commit().await
    }

    /// Ends a session, and what its browser shows. `endpoint` is where that browser takes notifications, if it says so:
    /// they may be of a session that was over long before this one began.
    pub async fn sign_out(self, session: &str, endpoint: Option<&str>) -> Result<(), Error> {
        let session = hash(session);
        let mut tx = self.write_of(&[&session]).await?;
        if let (Some((person, ..)), Some(endpoint)) = (tx.session(&session).await?, endpoint) {
            tx.drop_subscription_at(person, endpoint).await?;
            self.close_push_if_unused(&mut tx, person).await?;
        }
        self.end_session(&mut tx, &session).await?;
        tx.commit().await
    }

    /// Ends one of the sessions of a person, wherever it is, and what its browser shows.
    pub async fn sign_out_of(self, person: PersonId, mark: &str) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        let theirs = tx.sessions(person).await?;
        for session in theirs.iter().filter(|session| session.mark() == mark) {
            self.end_session(&mut tx, &session.id_hash).await?;
        }
        tx.commit().await
    }

    /// Ends the session that a browser had until it got another, however long that one was over. What its person turned
    /// on there goes on where they are signed in again, and ends where somebody else is.
    pub async fn replace_session(self, before: &str, after: &str) -> Result<(), Error> {
        let (before, after) = (hash(before), hash(after));
        let mut tx = self.write_of(&[&before, &after]).await?;
        if let Some((person, ..)) = tx.session(&after).await? {
            tx.move_subscriptions(person, &before, &after).await?;
        }
        self.end_session(&mut tx, &before).await?;
        tx.commit().await
    }

    /// A transaction that has taken the people whose sessions these are, in their order, before anything of theirs: in
    /// between nobody turns on notifications by them, and no two become one.
    async fn write_of(self, sessions: &[&str]) -> Result<Tx, Error> {
        loop {
            let mut tx = self.engine.db.write().await?;
            let people = people_of(&mut tx, sessions).await?;
            for person in &people {
                tx.take_person(*person).await?;
            }
            // Whoever was linked or parted until then is somebody else.
            if people_of(&mut tx, sessions).await?.is_subset(&people) {
                return Ok(tx);
            }
        }
    }

    async fn end_session(self, tx: &mut Tx, session: &str) -> Result<(), Error> {
        // Whoever sits at that browser next is told nothing.
        for person in tx.drop_subscriptions_of_session(session).await? {
            self.close_push_if_unused(tx, person).await?;
        }
        tx.close_session(session).await
    }

    /// Signs out everywhere, and gives the number of sessions that ended.
    pub async fn sign_out_everywhere(self, person: PersonId) -> Result<u64, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        let ended = tx.close_sessions(person).await?;
        self.end_push(&mut tx, person).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// Where this person is signed in, the browser that was used last first.
    pub async fn sessions(self, person: PersonId) -> Result<Vec<Session>, Error> {
        self.engine.db.look().await?.sessions(person).await
    }
}

async fn people_of(tx: &mut Tx, sessions: &[&str]) -> Result<BTreeSet<PersonId>, Error> {
    let mut people = BTreeSet::new();
    for session in sessions {
        people.extend(tx.people_of_session(session).await?);
    }
    Ok(people)
}
