//! Parameters that came as text, given the types that Telegram's specification names.

use serde_json::{Map, Value, json};

const INTEGERS: [&str; 16] = [
    "actor_chat_id",
    "cache_time",
    "chat_id",
    "direct_messages_topic_id",
    "duration",
    "from_chat_id",
    "height",
    "length",
    "limit",
    "max_connections",
    "message_id",
    "message_thread_id",
    "offset",
    "timeout",
    "user_id",
    "width",
];
const BOOLEANS: [&str; 17] = [
    "allow_paid_broadcast",
    "disable_content_type_detection",
    "disable_edit_message",
    "disable_notification",
    "disable_web_page_preview",
    "drop_pending_updates",
    "for_channels",
    "force",
    "has_spoiler",
    "is_big",
    "is_personal",
    "only_if_banned",
    "protect_content",
    "revoke_messages",
    "show_alert",
    "show_caption_above_media",
    "supports_streaming",
];
const OBJECTS: [&str; 18] = [
    "allowed_updates",
    "button",
    "caption_entities",
    "commands",
    "entities",
    "link_preview_options",
    "media",
    "menu_button",
    "message_ids",
    "permissions",
    "reaction",
    "reply_markup",
    "reply_parameters",
    "results",
    "rights",
    "scope",
    "suggested_post_parameters",
    "options",
];

/// A parameter of a form or a query with its JSON type.
pub fn typed(name: &str, text: &str) -> Value {
    if INTEGERS.contains(&name)
        && let Ok(number) = text.parse::<i64>()
    {
        return json!(number);
    }
    if BOOLEANS.contains(&name) {
        match text.to_ascii_lowercase().as_str() {
            "true" | "1" => return json!(true),
            "false" | "0" => return json!(false),
            _ => {}
        }
    }
    if OBJECTS.contains(&name)
        && let Ok(parsed) = serde_json::from_str(text)
    {
        return parsed;
    }
    json!(text)
}

/// A whole number, also where a client sent it as text.
pub fn integer(parameters: &Map<String, Value>, name: &str) -> Option<i64> {
    match parameters.get(name)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A text; empty where there is none.
pub fn text<'a>(parameters: &'a Map<String, Value>, name: &str) -> &'a str {
    parameters.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_field_gets_its_json_type() {
        assert_eq!(typed("chat_id", "-100"), json!(-100));
        assert_eq!(typed("chat_id", "@sandbox"), json!("@sandbox"));
        assert_eq!(typed("show_alert", "true"), json!(true));
        assert_eq!(typed("text", "42"), json!("42"));
        assert_eq!(typed("reply_markup", "{\"a\":1}"), json!({"a": 1}));
    }
}
