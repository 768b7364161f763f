//! What push services know us by (RFC 8292): a key pair, and with each message a word signed by it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::rules::Instant;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::json;

/// How long a signed word is good; services take at most a day.
const GOOD_S: i64 = 12 * 3600;
/// Numbers that are no key are rarer than anything: this many draws find one.
const DRAWS: usize = 8;

/// A key pair on the curve P-256.
#[derive(Clone)]
pub struct Key(SigningKey);

impl Key {
    /// # Errors
    /// No randomness.
    pub fn random() -> Result<Key, getrandom::Error> {
        let mut last = [0; 32];
        for _ in 0..DRAWS {
            getrandom::fill(&mut last)?;
            if let Ok(key) = SigningKey::from_slice(&last) {
                return Ok(Key(key));
            }
        }
        Err(getrandom::Error::UNSUPPORTED)
    }

    /// A private key as it was written; none where it is none.
    pub fn read(private: &str) -> Option<Key> {
        let bytes = URL_SAFE_NO_PAD.decode(private.trim().trim_end_matches('=')).ok()?;
        SigningKey::from_slice(&bytes).ok().map(Key)
    }

    /// 43 characters of base 64, which are a secret.
    pub fn private(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.to_bytes())
    }

    /// 87 characters of base 64, by which browsers know who may send them something.
    pub fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.verifying_key().to_encoded_point(false).as_bytes())
    }

    /// The header that shows a service who writes.
    pub(crate) fn authorization(&self, audience: &str, contact: &str, now: Instant) -> String {
        let head = json!({"typ": "JWT", "alg": "ES256"});
        let body = json!({"aud": audience, "exp": now.plus_s(GOOD_S).0, "sub": contact});
        let [head, body] = [head, body].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
        let said = format!("{head}.{body}");
        let signature: Signature = self.0.sign(said.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={said}.{signature}, k={}", self.public())
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("public", &self.public()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier as _;

    #[test]
    fn a_key_survives_being_written_and_signs_what_its_public_half_verifies() {
        let key = Key::random().expect("there is randomness");
        let again = Key::read(&format!("{}=\n", key.private())).expect("it is a key");
        assert_eq!(again.public(), key.public());
        assert_eq!((key.private().len(), key.public().len()), (43, 87));
        let header = again.authorization("https://push.example", "mailto:a@b.c", Instant(1000));
        let (token, public) = header
            .strip_prefix("vapid t=")
            .and_then(|rest| rest.split_once(", k="))
            .expect("RFC 8292");
        let (said, signature) = token.rsplit_once('.').expect("a signature");
        let decoded = |text: &str| URL_SAFE_NO_PAD.decode(text).expect("base 64");
        let verifying = VerifyingKey::from_sec1_bytes(&decoded(public)).expect("a point");
        let signature = Signature::from_slice(&decoded(signature)).expect("a signature");
        assert!(verifying.verify(said.as_bytes(), &signature).is_ok());
        let claims = decoded(said.split_once('.').expect("claims").1);
        let claims: serde_json::Value = serde_json::from_slice(&claims).expect("JSON");
        assert_eq!(
            claims,
            json!({"aud": "https://push.example", "exp": 1000 + GOOD_S, "sub": "mailto:a@b.c"})
        );
    }

    #[test]
    fn what_is_no_key_is_none() {
        for none in ["", "abc", &"A".repeat(43), &"_".repeat(43), &"A".repeat(87), "ä"] {
            assert!(Key::read(none).is_none(), "{none}");
        }
    }
}
