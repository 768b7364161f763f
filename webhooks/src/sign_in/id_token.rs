//! What Telegram's OpenID Connect says of somebody, in a token that it signs. See OpenID Connect Core 1.0, 3.1.3.7.

use engine::rules::Instant;
use engine::{Account, Platform};
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a bot can have its tokens signed with. Keys that both sides know are no proof.
const ALGORITHMS: [Algorithm; 3] = [Algorithm::RS256, Algorithm::ES256, Algorithm::EdDSA];
/// Clocks differ.
const LEEWAY_S: i64 = 60;
/// A token is used as soon as it is issued.
const AGE_MAX_S: i64 = 600;
/// Bytes of what is read from a platform.
const BYTES_MAX: usize = 256 * 1024;

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Wrong {
    #[error("the platform did not answer as it should: {0}")]
    Platform(String),
    #[error("the identity is not proven: {0}")]
    Unproven(&'static str),
}

/// What a token has to say to be for us, here and now.
pub(crate) struct Wanted<'a> {
    pub issuer: &'a str,
    pub audience: &'a str,
    pub nonce: &'a str,
    pub now: Instant,
}

#[derive(Deserialize)]
struct Claims {
    exp: i64,
    iat: i64,
    nonce: Option<String>,
    /// Telegram's own id of the user; `sub` is another one.
    id: i64,
    #[serde(default)]
    name: String,
    preferred_username: Option<String>,
}

/// The keys with which tokens are signed.
pub(crate) async fn keys(http: &reqwest::Client, issuer: &str) -> Result<JwkSet, Wrong> {
    read(http.get(format!("{issuer}/.well-known/jwks.json"))).await
}

/// Reads a short answer as JSON.
pub(crate) async fn read<T: DeserializeOwned>(asked: reqwest::RequestBuilder) -> Result<T, Wrong> {
    let broken = |error: reqwest::Error| Wrong::Platform(error.without_url().to_string());
    let mut response =
        asked.send().await.and_then(reqwest::Response::error_for_status).map_err(broken)?;
    let mut body = vec![];
    while let Some(part) = response.chunk().await.map_err(broken)? {
        body.extend_from_slice(&part);
        if body.len() > BYTES_MAX {
            return Err(Wrong::Platform("its answer is too long".to_owned()));
        }
    }
    serde_json::from_slice(&body)
        .map_err(|_| Wrong::Platform("its answer cannot be read".to_owned()))
}

/// Whose account a token vouches for.
pub(crate) fn account(token: &str, keys: &JwkSet, wanted: &Wanted<'_>) -> Result<Account, Wrong> {
    let unproven = Wrong::Unproven;
    let header = decode_header(token).map_err(|_| unproven("the token is none"))?;
    if !ALGORITHMS.contains(&header.alg) {
        return Err(unproven("the token is signed in a way that proves nothing"));
    }
    let kid = header.kid.as_deref().ok_or_else(|| unproven("the token names no key"))?;
    let key = keys.find(kid).ok_or_else(|| unproven("the key is none of the issuer's"))?;
    let key = DecodingKey::from_jwk(key).map_err(|_| unproven("the key cannot be read"))?;
    let mut validation = Validation::new(header.alg);
    validation.set_issuer(&[wanted.issuer]);
    validation.set_audience(&[wanted.audience]);
    validation.set_required_spec_claims(&["exp", "iss", "aud"]);
    // By our own clock, below.
    validation.validate_exp = false;
    let claims = decode::<Claims>(token, &key, &validation)
        .map_err(|_| unproven("the token is forged, or not for us"))?
        .claims;
    let now = wanted.now.0;
    if claims.exp <= now - LEEWAY_S || claims.iat > now + LEEWAY_S || claims.iat < now - AGE_MAX_S {
        return Err(unproven("the token is of another time"));
    }
    if claims.nonce.as_deref() != Some(wanted.nonce) {
        return Err(unproven("the token was issued for another sign-in"));
    }
    if claims.id <= 0 {
        return Err(unproven("the id is none of Telegram's"));
    }
    let handle = claims.preferred_username.map(|name| name.to_lowercase());
    Ok(Account {
        platform: Platform::Telegram,
        external_id: claims.id.to_string(),
        name: talk::clean_name(&claims.name, handle.as_deref().unwrap_or("Telegram")),
        handle,
        locale: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    use ed25519_dalek::{Signer, SigningKey};
    use serde_json::{Value, json};

    const NOW: i64 = 1_790_000_000;
    /// A key pair made for this test, and good for nothing else.
    const RSA: &str = include_str!("../../tests/keys/rsa.txt");
    const RSA_N: &str = include_str!("../../tests/keys/rsa_public.txt");

    fn wanted() -> Wanted<'static> {
        Wanted {
            issuer: "https://oauth.telegram.org",
            audience: "7000000001",
            nonce: "n",
            now: Instant(NOW),
        }
    }

    fn claims() -> Value {
        json!({
            "iss": "https://oauth.telegram.org", "aud": "7000000001", "sub": "15000000001",
            "id": 5_000_000_001_i64, "iat": NOW - 5, "exp": NOW + 3600, "nonce": "n",
            "name": "Ada L", "preferred_username": "Ada_L",
        })
    }

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[7; 32])
    }

    fn public() -> String {
        URL_SAFE_NO_PAD.encode(key().verifying_key().as_bytes())
    }

    fn keys() -> JwkSet {
        let keys = json!({"keys": [
            {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": "ed", "x": public()},
            {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "rsa", "n": RSA_N.trim(), "e": "AQAB"},
        ]});
        serde_json::from_value(keys).expect("they are keys")
    }

    fn part(value: &Value) -> String {
        URL_SAFE_NO_PAD.encode(value.to_string())
    }

    fn signed(head: &Value, claims: &Value) -> String {
        let text = format!("{}.{}", part(head), part(claims));
        let signature = key().sign(text.as_bytes());
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }

    fn token(claims: &Value) -> String {
        signed(&json!({"alg": "EdDSA", "kid": "ed"}), claims)
    }

    fn is_taken(token: &str) -> bool {
        account(token, &keys(), &wanted()).is_ok()
    }

    fn hs256(secret: &[u8]) -> String {
        let mut head = jsonwebtoken::Header::new(Algorithm::HS256);
        head.kid = Some("ed".to_owned());
        let key = jsonwebtoken::EncodingKey::from_secret(secret);
        jsonwebtoken::encode(&head, &claims(), &key).expect("it is signed")
    }

    #[test]
    fn whom_the_issuer_vouches_for_is_known_by_telegrams_own_id() {
        let ada = account(&token(&claims()), &keys(), &wanted()).expect("it is proven");
        assert_eq!((ada.platform, ada.external_id.as_str()), (Platform::Telegram, "5000000001"));
        assert_eq!((ada.name.as_str(), ada.handle.as_deref()), ("Ada L", Some("ada_l")));
        let mut head = jsonwebtoken::Header::new(Algorithm::RS256);
        head.kid = Some("rsa".to_owned());
        let key = jsonwebtoken::EncodingKey::from_rsa_der(
            &STANDARD.decode(RSA.trim()).expect("it is a key"),
        );
        let rsa = jsonwebtoken::encode(&head, &claims(), &key).expect("it is signed");
        assert!(is_taken(&rsa));
    }

    #[test]
    fn what_is_forged_late_or_for_somebody_else_proves_nothing() {
        let with = |name: &str, value: Value| {
            let mut claims = claims();
            claims[name] = value;
            token(&claims)
        };
        let without = |name: &str| {
            let mut claims = claims();
            claims.as_object_mut().expect("claims are an object").remove(name);
            token(&claims)
        };
        let whole = token(&claims());
        let (head, rest) = whole.split_once('.').expect("a token has parts");
        let (body, signature) = rest.split_once('.').expect("a token has parts");
        let mut other = claims();
        other["id"] = json!(1);
        let none = |alg: &str| format!("{}.{body}.", part(&json!({"alg": alg, "kid": "ed"})));
        let head_of = |head: Value| signed(&head, &claims());
        for forged in [
            with("iss", json!("https://oauth.telegram.org.evil.test")),
            with("iss", json!("http://oauth.telegram.org")),
            with("aud", json!("7000000002")),
            with("aud", json!([])),
            with("nonce", json!("another")),
            with("nonce", json!("")),
            with("exp", json!(NOW - 61)),
            with("iat", json!(NOW + 61)),
            with("iat", json!(NOW - 601)),
            with("id", json!(0)),
            with("id", json!(-5)),
            with("id", json!("5000000001")),
            with("id", json!(1.5)),
            without("iss"),
            without("aud"),
            without("exp"),
            without("iat"),
            without("nonce"),
            without("id"),
            none("none"),
            none("None"),
            none("EdDSA"),
            hs256(public().as_bytes()),
            hs256(key().verifying_key().as_bytes()),
            hs256(b""),
            head_of(json!({"alg": "RS256", "kid": "rsa"})),
            head_of(json!({"alg": "RS256", "kid": "ed"})),
            head_of(json!({"alg": "EdDSA", "kid": "rsa"})),
            head_of(json!({"alg": "EdDSA", "kid": "unknown"})),
            head_of(json!({"alg": "EdDSA"})),
            head_of(json!({"alg": "ES512", "kid": "ed"})),
            format!("{head}.{}.{signature}", part(&other)),
            format!("{head}.{body}."),
            format!("{head}.{body}"),
            format!("{head}.{body}.{signature}.{signature}"),
            format!("{head}.{body}.{}", signature.to_uppercase()),
            String::new(),
            "..".to_owned(),
        ] {
            assert!(!is_taken(&forged), "{forged}");
        }
    }
}
