//! The limits of a whole message.

use serde_json::{Value, json};

use crate::discord::objects::{component, embed};
use crate::discord::refused::Refused;
use crate::http::asked::FilePart;

const CONTENT_MAX: usize = 2_000;
const NONCE_MAX: usize = 25;
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
    if data["nonce"].as_str().is_some_and(|nonce| nonce.chars().count() > NONCE_MAX) {
        let words = format!("Must be {NONCE_MAX} or fewer in length.");
        return Err(Refused::form("nonce", "BASE_TYPE_MAX_LENGTH", &words));
    }
    let mentions = &data["allowed_mentions"];
    for kind in ["users", "roles"] {
        let is_parsed =
            mentions["parse"].as_array().is_some_and(|kinds| kinds.contains(&json!(kind)));
        if is_parsed && mentions[kind].as_array().is_some_and(|named| !named.is_empty()) {
            let words = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            let code = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE";
            return Err(Refused::form("allowed_mentions", code, &words));
        }
    }
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
        let twice = json!({"allowed_mentions": {"parse": ["users"], "users": ["1"]}});
        assert!(check(&twice, &[]).is_err());
        let once = json!({"allowed_mentions": {"parse": [], "users": ["1"]}});
        assert!(check(&once, &[]).is_ok());
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
