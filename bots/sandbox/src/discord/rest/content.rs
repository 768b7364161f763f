//! The limits of a whole message.

use serde_json::{Value, json};

use crate::discord::objects::{component, embed};
use crate::discord::refused::Refused;
use crate::http::asked::FilePart;

const CONTENT_MAX: usize = 2_000;
const NONCE_MAX: usize = 25;
/// The kinds of mentions that can be allowed, and how many can be named of one kind.
const MENTIONS: [&str; 3] = ["users", "roles", "everyone"];
const MENTIONED_MAX: usize = 100;
const FILES_MAX: usize = 10;
const FILE_BYTES_MAX: usize = 10 << 20;

/// The flag of a message that is built of version 2 components only.
const COMPONENTS_V2: u64 = 1 << 15;

/// Checks the parts that a request brings.
pub fn check(data: &Value, files: &[FilePart]) -> Result<(), Refused> {
    if let Some(content) = data["content"].as_str()
        && content.chars().count() > CONTENT_MAX
    {
        let words = format!("Must be {CONTENT_MAX} or fewer in length.");
        return Err(Refused::form("content", "BASE_TYPE_MAX_LENGTH", &words));
    }
    check_nonce(&data["nonce"])?;
    check_mentions(&data["allowed_mentions"])?;
    embed::check(&data["embeds"])?;
    if data["flags"].as_u64().unwrap_or_default() & COMPONENTS_V2 == 0 {
        component::check_rows(&data["components"])?;
    } else if !data["content"].is_null() || !data["embeds"].is_null() {
        let words = "The 'content' and 'embeds' fields cannot be used when using components V2";
        return Err(Refused::form("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS", words));
    }
    if files.len() > FILES_MAX {
        let words = format!("Must be {FILES_MAX} or fewer in length.");
        return Err(Refused::form("attachments", "BASE_TYPE_MAX_LENGTH", &words));
    }
    if files.iter().any(|file| file.bytes.len() > FILE_BYTES_MAX) {
        return Err(Refused::new(413, 40_005, "Request entity too large"));
    }
    Ok(())
}

/// A nonce is a whole number, or a short text.
fn check_nonce(nonce: &Value) -> Result<(), Refused> {
    let is_long = nonce.as_str().is_some_and(|nonce| nonce.chars().count() > NONCE_MAX);
    if is_long {
        let words = format!("Must be {NONCE_MAX} or fewer in length.");
        return Err(Refused::form("nonce", "BASE_TYPE_MAX_LENGTH", &words));
    }
    if nonce.is_null() || nonce.is_string() || nonce.is_i64() {
        return Ok(());
    }
    let words = "Value must be an integer or a string.";
    Err(Refused::form("nonce", "NONCE_TYPE_INVALID", words))
}

/// Whom a message may mention: by kind, or by a list of ids, and of one kind not by both.
fn check_mentions(mentions: &Value) -> Result<(), Refused> {
    let list = |field: &str| mentions[field].as_array().map(Vec::as_slice).unwrap_or_default();
    for (place, kind) in list("parse").iter().enumerate() {
        if !MENTIONS.iter().any(|known| kind == known) {
            let words = "Value must be one of ('users', 'roles', 'everyone').";
            let field = format!("allowed_mentions.parse.{place}");
            return Err(Refused::form(&field, "BASE_TYPE_CHOICES", words));
        }
    }
    for kind in ["users", "roles"] {
        let named = list(kind);
        if named.len() > MENTIONED_MAX {
            let words = format!("Must be {MENTIONED_MAX} or fewer in length.");
            let field = format!("allowed_mentions.{kind}");
            return Err(Refused::form(&field, "BASE_TYPE_MAX_LENGTH", &words));
        }
        if list("parse").contains(&json!(kind)) && !named.is_empty() {
            let words = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            let code = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE";
            return Err(Refused::form("allowed_mentions", code, &words));
        }
    }
    Ok(())
}

/// Checks that something is left to be seen.
pub fn check_not_empty(message: &Value) -> Result<(), Refused> {
    let text = message["content"].as_str().is_some_and(|content| !content.trim().is_empty());
    let lists = ["embeds", "components", "attachments", "sticker_items"];
    let listed = |field: &str| message[field].as_array().is_some_and(|list| !list.is_empty());
    if text || lists.iter().any(|field| listed(field)) || message["poll"].is_object() {
        return Ok(());
    }
    Err(Refused::new(400, 50_006, "Cannot send an empty message"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_nonce_and_mentions_in_two_ways_are_refused() {
        assert!(check(&json!({"nonce": "n".repeat(25)}), &[]).is_ok());
        assert!(check(&json!({"nonce": "n".repeat(26)}), &[]).is_err());
        assert!(check(&json!({"nonce": i64::MAX}), &[]).is_ok());
        assert!(check(&json!({"nonce": u64::MAX}), &[]).is_err());
        assert!(check(&json!({"nonce": true}), &[]).is_err());
        let twice = json!({"allowed_mentions": {"parse": ["users"], "users": ["1"]}});
        assert!(check(&twice, &[]).is_err());
        let once = json!({"allowed_mentions": {"parse": [], "users": ["1"]}});
        assert!(check(&once, &[]).is_ok());
    }

    #[test]
    fn mentions_are_allowed_by_known_kinds_and_for_a_hundred_at_most() {
        let allowed = |mentions: Value| check(&json!({"allowed_mentions": mentions}), &[]).is_ok();
        assert!(allowed(json!({"parse": ["users", "everyone"], "roles": ["1"]})));
        assert!(!allowed(json!({"parse": ["here"]})));
        assert!(!allowed(json!({"parse": ["roles"], "roles": ["1"]})));
        assert!(allowed(json!({"users": vec!["1"; 100]})));
        assert!(!allowed(json!({"users": vec!["1"; 101]})));
    }

    #[test]
    fn two_thousand_characters_fit_and_one_more_does_not() {
        assert!(check(&json!({"content": "é".repeat(2_000)}), &[]).is_ok());
        assert!(check(&json!({"content": "é".repeat(2_001)}), &[]).is_err());
    }

    #[test]
    fn embeds_hold_6000_characters_together() {
        let embed = |length: usize| json!({"description": "x".repeat(length)});
        assert!(check(&json!({"embeds": [embed(3_000), embed(3_000)]}), &[]).is_ok());
        assert!(check(&json!({"embeds": [embed(3_000), embed(3_001)]}), &[]).is_err());
        assert!(check(&json!({"embeds": [embed(4_097)]}), &[]).is_err());
    }

    #[test]
    fn a_message_must_not_be_empty() {
        let refused = check_not_empty(&json!({"content": "  ", "embeds": []})).expect_err("empty");
        assert_eq!(refused.code, 50_006);
    }
}
