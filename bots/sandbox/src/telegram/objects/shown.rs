//! A Telegram message as a reader sees it.

use serde_json::{Value, json};

use crate::telegram::ids;

/// The text and buttons of a message.
pub fn seen(raw: &Value) -> Vec<(&'static str, Value)> {
    let text = raw["text"].as_str().or(raw["caption"].as_str()).unwrap_or_default();
    let location = &raw["location"];
    let text = if location.is_object() {
        format!("📍 {}, {}", location["latitude"], location["longitude"])
    } else {
        text.to_owned()
    };
    let rows = raw["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten().enumerate();
    let placed = |(row, of): (usize, &Value)| -> Vec<Value> {
        of.as_array().into_iter().flatten().map(|raw| button(raw, row)).collect()
    };
    let buttons: Vec<Value> = rows.flat_map(placed).collect();
    let mut seen = vec![
        ("text", json!(text)),
        ("embeds", json!([])),
        ("buttons", json!(buttons)),
        ("selects", json!([])),
        ("is_answer", json!(raw["reply_to_message"].is_object())),
    ];
    if let Some(message) = raw["reply_to_message"]["message_id"].as_i64() {
        let chat = raw["chat"]["id"].as_i64().unwrap_or_default();
        seen.push(("reply_to", json!(ids::key(chat, message))));
    }
    seen
}

/// The inline buttons of a message, without their rows.
pub fn buttons(raw: &Value) -> impl Iterator<Item = &Value> {
    let rows = raw["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten();
    rows.flat_map(|row| row.as_array().into_iter().flatten())
}

fn button(raw: &Value, row: usize) -> Value {
    let mut button = json!({
        "id": raw["callback_data"], "label": raw["text"], "disabled": false, "row": row,
    });
    let url = raw["url"].as_str().or(raw["web_app"]["url"].as_str());
    if let Some(url) = url {
        button["url"] = json!(url);
    }
    button
}
