//! The short-lived tokens that apps call with: JWTs (RFC 9068), signed with Ed25519. A token is good only while what it
//! stands for was not taken back.

use engine::rules::Instant;
use engine::{Error, PersonId, Token};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use crate::web::Web;

/// How long a token is good for.
pub(crate) const KEPT_S: i64 = 900;
/// What the header of such a token says it is.
const TYPE: &str = "at+jwt";
/// What a private key begins with in the form that is read (RFC 8410).
const PKCS8: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
/// Bytes of a token.
const BYTES_MAX: usize = 2_000;

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    /// Whose it is.
    sub: String,
    client_id: String,
    scope: String,
    iat: i64,
    exp: i64,
    /// What can be taken back.
    jti: String,
}

/// A key, as it is signed with and as others check it.
pub(crate) struct Key {
    pub id: String,
    secret: [u8; 32],
}

impl Key {
    pub async fn of(web: &Web) -> Result<Key, Error> {
        let (id, secret) = web.engine.people().signing_key((web.now)()).await?;
        let byte = |at: usize| u8::from_str_radix(secret.get(2 * at..2 * at + 2)?, 16).ok();
        let bytes: Option<Vec<u8>> = (0..32).map(byte).collect();
        let secret = bytes.and_then(|bytes| bytes.try_into().ok());
        let secret =
            secret.ok_or(Error::Unreadable { what: "signing key", why: "not hex".to_owned() })?;
        Ok(Key { id, secret })
    }

    pub fn public(&self) -> [u8; 32] {
        ed25519_dalek::SigningKey::from_bytes(&self.secret).verifying_key().to_bytes()
    }
}

fn audience(web: &Web) -> String {
    format!("{}/api/v1", web.public_url)
}

/// A token for an app that was let in.
pub(crate) async fn issue(web: &Web, app: &str, token: &Token) -> Result<String, Error> {
    let key = Key::of(web).await?;
    let now = (web.now)().0;
    let claims = Claims {
        iss: web.public_url.clone(),
        aud: audience(web),
        sub: token.person.to_string(),
        client_id: app.to_owned(),
        scope: token.scope.name().to_owned(),
        iat: now,
        exp: now + KEPT_S,
        jti: token.id.to_string(),
    };
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(TYPE.to_owned());
    header.kid = Some(key.id.clone());
    let secret = EncodingKey::from_ed_der(&[PKCS8.as_slice(), &key.secret].concat());
    encode(&header, &claims, &secret)
        .map_err(|error| Error::Unreadable { what: "signing key", why: error.to_string() })
}

/// The token that was meant, and the language of its owner; none where it is forged, over, or taken back.
pub(crate) async fn whose(
    web: &Web,
    token: &str,
) -> Result<Option<(Token, Option<String>)>, Error> {
    if token.len() > BYTES_MAX || token.matches('.').count() != 2 {
        return Ok(None);
    }
    let key = Key::of(web).await?;
    let now = (web.now)();
    let Some(claims) = read(web, token, &key, now) else { return Ok(None) };
    let ids = (claims.sub.parse::<PersonId>().ok(), claims.jti.parse::<i64>().ok());
    let (Some(person), Some(id)) = ids else { return Ok(None) };
    web.engine.people().token_of_app((person, id), &claims.client_id, now).await
}

fn read(web: &Web, token: &str, key: &Key, now: Instant) -> Option<Claims> {
    let header = jsonwebtoken::decode_header(token).ok()?;
    if header.typ.as_deref() != Some(TYPE) || header.kid.as_deref() != Some(&key.id) {
        return None;
    }
    // Which way it has to be signed is for us to say, and not for the token.
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[&web.public_url]);
    validation.set_audience(&[audience(web)]);
    validation.set_required_spec_claims(&["exp", "iss", "aud"]);
    // By our own clock, below.
    validation.validate_exp = false;
    let public = DecodingKey::from_ed_der(&key.public());
    let claims = decode::<Claims>(token, &public, &validation).ok()?.claims;
    (claims.exp > now.0 && claims.iat <= now.0).then_some(claims)
}
