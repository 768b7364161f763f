//! Programs of others that people let in, as OAuth 2 has it (RFC 6749, RFC 7636, RFC 8628): what they are, what is on its
//! way to them, and the token that each gets. What travels is checked where programs are spoken with.

use rules::Instant;

use crate::error::Error;
use crate::ids::{PersonId, hash};
use crate::people::People;
use crate::people::token::{Scope, TOKENS_MAX, Token};

/// Apps of one person, and addresses of an app.
const APPS_MAX: usize = 20;
pub const REDIRECTS_MAX: usize = 10;
const NAME_MAX: usize = 60;
const ID_LENGTH: usize = 20;
const CODE_LENGTH: usize = 40;
/// What stays of the secret that renews a token.
const FAMILY_LENGTH: usize = 20;
/// Devices on which somebody has the same app.
const TOKENS_OF_APP_MAX: i64 = 5;
/// What somebody types: letters that are not taken for one another.
const USER_CODE_LENGTH: usize = 8;
/// How long a code is good for: one that a browser brings, and one that people type.
const CODE_S: i64 = 60;
pub const DEVICE_S: i64 = 900;
/// How long a device waits before it asks again.
pub const POLL_S: i64 = 5;
/// What renews a token begins with, so that it is not taken for one.
pub const REFRESH_PREFIX: &str = "sr_";

/// A program that people can let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    pub id: String,
    /// Who made it known here.
    pub person: PersonId,
    pub name: String,
    /// Where people may be sent back to.
    pub redirects: Vec<String>,
    pub created_at: Instant,
}

/// Something that an app was let do, or wants to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppCode {
    pub app: String,
    pub person: Option<PersonId>,
    pub scope: Scope,
    pub redirect: Option<String>,
    pub challenge: Option<String>,
}

/// What became of a device that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// Nobody has said anything yet.
    Still,
    /// It asks too often.
    TooOften,
    Refused,
    Over,
    Agreed(AppCode),
}

impl People<'_> {
    /// Makes a program known; none where its person has too many already.
    ///
    /// # Errors
    /// As of [`People::sign_in_code`].
    pub async fn register_app(
        self,
        person: PersonId,
        name: &str,
        redirects: Vec<String>,
        now: Instant,
    ) -> Result<Option<App>, Error> {
        let name = name.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
        let id = self.secret(ID_LENGTH);
        let app = App { id, person, name, redirects, created_at: now };
        let mut tx = self.engine.db.write().await?;
        self.take_found(&mut tx, person).await?;
        if tx.apps(person).await?.len() >= APPS_MAX {
            return Ok(None);
        }
        tx.add_app(&app).await?;
        tx.commit().await?;
        Ok(Some(app))
    }

    pub async fn app(self, id: &str) -> Result<Option<App>, Error> {
        // What cannot be one is not looked for.
        if !is_id(id) {
            return Ok(None);
        }
        self.engine.db.look().await?.app(id).await
    }

    /// The programs that a person has made known, the oldest first.
    pub async fn apps(self, person: PersonId) -> Result<Vec<App>, Error> {
        self.engine.db.look().await?.apps(person).await
    }

    /// Forgets a program and takes back all of its tokens; false where the person has no such program.
    pub async fn drop_app(self, person: PersonId, id: &str) -> Result<bool, Error> {
        if !is_id(id) {
            return Ok(false);
        }
        let mut tx = self.engine.db.write().await?;
        let dropped = tx.drop_app(person, id).await?;
        tx.commit().await?;
        Ok(dropped)
    }

    /// The code that a browser brings to an app after its person agreed.
    ///
    /// # Errors
    /// As of [`People::sign_in_code`].
    pub async fn app_code(self, agreed: &AppCode, now: Instant) -> Result<String, Error> {
        let code = self.secret(CODE_LENGTH);
        let mut tx = self.engine.db.write().await?;
        if let Some(person) = agreed.person {
            self.take_found(&mut tx, person).await?;
        }
        tx.add_app_code(&hash(&code), agreed, None, now.plus_s(CODE_S)).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// Redeems such a code, which nobody can do again: it is good for letting the app in.
    pub async fn redeem_app_code(self, code: &str, now: Instant) -> Result<Option<AppCode>, Error> {
        let mut tx = self.engine.db.write().await?;
        let redeemed = tx.redeem_app_code(&hash(code), now).await?;
        tx.commit().await?;
        Ok(redeemed)
    }

    /// What a device shows to be let in: the code that it asks by, and the one that its person types.
    pub async fn ask_for_device(
        self,
        app: &str,
        scope: Scope,
        now: Instant,
    ) -> Result<(String, String), Error> {
        let (code, user_code) = (self.secret(CODE_LENGTH), self.secret(USER_CODE_LENGTH));
        let app = app.to_owned();
        let asked = AppCode { app, person: None, scope, redirect: None, challenge: None };
        let mut tx = self.engine.db.write().await?;
        let until = now.plus_s(DEVICE_S);
        tx.add_app_code(&hash(&code), &asked, Some(&hash(&user_code)), until).await?;
        tx.commit().await?;
        Ok((code, user_code))
    }

    /// What the device wants whose code somebody typed; none where there is none (any more).
    pub async fn device(self, user_code: &str, now: Instant) -> Result<Option<AppCode>, Error> {
        self.engine.db.look().await?.device(&hash(&typed(user_code)), now).await
    }

    /// Lets a device in, or not; false where it does not wait any more.
    ///
    /// # Errors
    /// As of [`People::sign_in_code`].
    pub async fn answer_device(
        self,
        user_code: &str,
        person: PersonId,
        agrees: bool,
        now: Instant,
    ) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        self.take_found(&mut tx, person).await?;
        let answered = tx.answer_device(&hash(&typed(user_code)), person, agrees, now).await?;
        tx.commit().await?;
        Ok(answered)
    }

    /// What became of a device that waits.
    pub async fn poll_device(self, code: &str, now: Instant) -> Result<Waiting, Error> {
        let mut tx = self.engine.db.write().await?;
        let waiting = tx.poll_device(&hash(code), now, POLL_S).await?;
        tx.commit().await?;
        Ok(waiting)
    }

    /// Gives an app a token for somebody, and the secret that renews it. Somebody may have it on a few devices; the one that
    /// was not used for longest goes.
    /// None where the app is forgotten, or the person has too many tokens already.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the code that they were found by was taken back, or has let the app in before.
    pub async fn let_in(
        self,
        person: PersonId,
        app: &App,
        scope: Scope,
        now: Instant,
    ) -> Result<Option<(Token, String)>, Error> {
        let family = self.secret(FAMILY_LENGTH);
        let secret = format!("{REFRESH_PREFIX}{family}{}", self.secret(CODE_LENGTH));
        let (id, name) = (self.engine.ids.id(now), app.name.clone());
        let token = Token { id, person, name, scope, event: None, created_at: now, used_at: None };
        let mut tx = self.engine.db.write().await?;
        self.take_found(&mut tx, person).await?;
        if tx.app(&app.id).await?.is_none() {
            return Ok(None);
        }
        // What was agreed last counts: an app that may only look now does not act by what it had.
        if tx.tokens_of_app_are_wider(person, &app.id, scope).await? {
            tx.drop_tokens_of_app(person, &app.id).await?;
        }
        tx.drop_old_tokens(person, &app.id, TOKENS_OF_APP_MAX - 1).await?;
        if tx.tokens(person).await?.len() as i64 >= TOKENS_MAX {
            return Ok(None);
        }
        tx.add_token(&hash(&secret), &token, Some((&app.id, &hash(&family)))).await?;
        tx.commit().await?;
        Ok(Some((token, secret)))
    }

    /// Renews the token of an app: with a secret that is good once. Whoever brings one that was used before may have stolen
    /// it, so that the token is taken back.
    pub async fn renew(self, app: &str, secret: &str) -> Result<Option<(Token, String)>, Error> {
        let Some(family) = family_of(secret) else { return Ok(None) };
        let fresh = format!("{REFRESH_PREFIX}{family}{}", self.secret(CODE_LENGTH));
        let mut tx = self.engine.db.write().await?;
        let token = tx.renew_token(app, &hash(secret), &hash(&fresh)).await?;
        if token.is_none() {
            tx.drop_family(app, &hash(family)).await?;
        }
        tx.commit().await?;
        Ok(token.map(|token| (token, fresh)))
    }

    /// Takes back the token that a secret renews.
    pub async fn revoke(self, app: &str, secret: &str) -> Result<(), Error> {
        let Some(family) = family_of(secret).filter(|_| is_id(app)) else { return Ok(()) };
        let mut tx = self.engine.db.write().await?;
        tx.drop_family(app, &hash(family)).await?;
        tx.commit().await
    }

    /// The token of an app, and the language of its owner, if it was not taken back.
    pub async fn token_of_app(
        self,
        (person, id): (PersonId, i64),
        app: &str,
        now: Instant,
    ) -> Result<Option<(Token, Option<String>)>, Error> {
        let found = self.engine.db.look().await?.token_of_app(person, id, app).await?;
        self.note_use_of(found.as_ref(), now);
        Ok(found)
    }

    /// What short-lived tokens are signed with: its name, and 32 secret bytes as hexadecimal digits. It is made when it is
    /// needed for the first time.
    pub async fn signing_key(self, now: Instant) -> Result<(String, String), Error> {
        if let Some(known) = self.engine.db.look().await?.signing_key().await? {
            return Ok(known);
        }
        let secret = hash(&self.secret(CODE_LENGTH));
        let mut tx = self.engine.db.write().await?;
        tx.add_signing_key(&self.secret(USER_CODE_LENGTH), &secret, now).await?;
        // Two processes may have made one at once.
        let key = tx.signing_key().await?;
        tx.commit().await?;
        key.ok_or(Error::Unreadable { what: "signing key", why: "it is not there".to_owned() })
    }
}

fn is_id(text: &str) -> bool {
    text.len() == ID_LENGTH && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The part of a renewing secret that stays.
fn family_of(secret: &str) -> Option<&str> {
    let parts = secret.strip_prefix(REFRESH_PREFIX)?;
    let is_sound = parts.len() == FAMILY_LENGTH + CODE_LENGTH
        && parts.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_sound.then(|| &parts[..FAMILY_LENGTH])
}

/// People type with blanks, dashes and capitals.
fn typed(user_code: &str) -> String {
    user_code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}
