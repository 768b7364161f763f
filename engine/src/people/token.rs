//! Keys with which programs act for a person: shown once, kept as a hash, taken back at any time.

use rules::Instant;
use strum::{EnumString, IntoStaticStr};

use crate::error::Error;
use crate::ids::{EventId, PersonId, hash};
use crate::people::People;

/// What the secret of a token begins with, so that a scanner for secrets knows it.
pub const TOKEN_PREFIX: &str = "st_";
/// Characters of the secret, 5 bits each.
const LENGTH: usize = 40;
/// Tokens of one person.
pub const TOKENS_MAX: i64 = 50;
/// Characters of a name.
const NAME_MAX: usize = 60;
/// That it was used is noted at most so often.
const NOTED_S: i64 = 3600;

/// What a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Scope {
    /// To check in, in one event, and to nothing else.
    CheckIn,
    /// To follow the calendar of its owner, and to nothing else.
    Calendar,
    /// To see what its owner sees.
    Read,
    /// To do what its owner does, but for signing in and for making tokens.
    Write,
}

impl Scope {
    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn named(name: &str) -> Option<Scope> {
        name.parse().ok()
    }

    /// Whether a token of this scope is good for what takes another one.
    pub fn allows(self, other: Scope) -> bool {
        match self {
            Scope::Write => other != Scope::Calendar,
            Scope::CheckIn | Scope::Calendar | Scope::Read => self == other,
        }
    }
}

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: i64,
    pub person: PersonId,
    pub name: String,
    pub scope: Scope,
    /// The only event it is good for.
    pub event: Option<EventId>,
    pub created_at: Instant,
    /// To the hour; none where it never was.
    pub used_at: Option<Instant>,
}

impl People<'_> {
    /// A new token, and its secret, which is not kept. None where the person has too many already.
    ///
    /// # Errors
    /// As of [`People::sign_in_code`].
    pub async fn make_token(
        self,
        person: PersonId,
        name: &str,
        (scope, event): (Scope, Option<EventId>),
        now: Instant,
    ) -> Result<Option<(Token, String)>, Error> {
        let secret = format!("{TOKEN_PREFIX}{}", self.secret(LENGTH));
        let name = name.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
        let id = self.engine.ids.id(now);
        let token = Token { id, person, name, scope, event, created_at: now, used_at: None };
        let mut tx = self.engine.db.write().await?;
        self.take_found(&mut tx, person).await?;
        if tx.tokens(person).await?.len() as i64 >= TOKENS_MAX {
            return Ok(None);
        }
        tx.add_token(&hash(&secret), &token, None).await?;
        tx.commit().await?;
        Ok(Some((token, secret)))
    }

    /// The token with this secret, and the language of its owner.
    pub async fn by_token(
        self,
        secret: &str,
        now: Instant,
    ) -> Result<Option<(Token, Option<String>)>, Error> {
        let found = self.engine.db.look().await?.token(&hash(secret)).await?;
        self.note_use_of(found.as_ref(), now);
        Ok(found)
    }

    /// That a token is used is written down with the next tick, and the same hour only once.
    pub(crate) fn note_use_of(self, found: Option<&(Token, Option<String>)>, now: Instant) {
        let Some((token, _)) = found else { return };
        if token.used_at.is_none_or(|at| now >= at.plus_s(NOTED_S)) {
            self.engine.work.use_token((token.person, token.id), now);
        }
    }

    /// Writes down which tokens were used.
    pub(crate) async fn note_used_tokens(self) -> Result<(), Error> {
        let used = self.engine.work.take_used_tokens();
        if used.is_empty() {
            return Ok(());
        }
        let mut tx = self.engine.db.write().await?;
        tx.use_tokens(&used).await?;
        tx.commit().await
    }

    /// The tokens of a person, the newest first.
    pub async fn tokens(self, person: PersonId) -> Result<Vec<Token>, Error> {
        self.engine.db.look().await?.tokens(person).await
    }

    /// Takes a token back; false where the person has no such token.
    pub async fn drop_token(self, person: PersonId, id: i64) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let dropped = tx.drop_token(person, id).await?;
        tx.commit().await?;
        Ok(dropped)
    }
}
