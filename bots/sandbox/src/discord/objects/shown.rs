//! A Discord message as a reader sees it.

use serde_json::{Value, json};

/// Nothing in a frame is shown below a message with this flag.
pub const SUPPRESS_EMBEDS: u64 = 1 << 2;

/// The text, embeds, buttons and selects of a message.
pub fn seen(raw: &Value) -> Vec<(&'static str, Value)> {
    let mut buttons = Vec::new();
    let mut selects = Vec::new();
    for (row, of) in raw["components"].as_array().into_iter().flatten().enumerate() {
        for component in of["components"].as_array().into_iter().flatten() {
            match component["type"].as_u64() {
                Some(2) => buttons.push(button(component, row)),
                Some(3) => selects.push(select(component)),
                Some(_) | None => {}
            }
        }
    }
    let is_bare = raw["flags"].as_u64().unwrap_or_default() & SUPPRESS_EMBEDS != 0;
    let embeds = if is_bare { json!([]) } else { raw["embeds"].clone() };
    let described = embeds.as_array().into_iter().flatten();
    let described = described.filter_map(|embed| embed["description"].as_str());
    let lines = raw["content"].as_str().into_iter().chain(described);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    vec![
        ("text", json!(lines.join("\n"))),
        ("embeds", embeds),
        ("buttons", json!(buttons)),
        ("selects", json!(selects)),
        ("is_answer", json!(raw["webhook_id"].is_string() || raw["message_reference"].is_object())),
    ]
}

/// The components of a message without their rows.
pub fn components(raw: &Value) -> impl Iterator<Item = &Value> {
    let rows = raw["components"].as_array().into_iter().flatten();
    rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
}

/// What stands on a button: its label, or else its emoji.
pub fn label(button: &Value) -> String {
    let label = button["label"].as_str().unwrap_or_default();
    let emoji = button["emoji"]["name"].as_str().unwrap_or_default();
    if label.is_empty() { emoji.to_owned() } else { label.to_owned() }
}

fn button(component: &Value, row: usize) -> Value {
    let mut button = json!({
        "id": component["custom_id"], "label": label(component), "style": component["style"],
        "emoji": component["emoji"]["name"], "disabled": component["disabled"] == true,
        "row": row,
    });
    if let Some(url) = component["url"].as_str() {
        button["url"] = json!(url);
    }
    button
}

fn select(component: &Value) -> Value {
    let mut options = Vec::new();
    for option in component["options"].as_array().into_iter().flatten() {
        options.push(json!({
            "label": option["label"], "value": option["value"],
            "description": option["description"], "default": option["default"] == true,
        }));
    }
    json!({
        "id": component["custom_id"], "placeholder": component["placeholder"],
        "options": options, "disabled": component["disabled"] == true,
        "min": component["min_values"].as_u64().unwrap_or(1),
        "max": component["max_values"].as_u64().unwrap_or(1),
    })
}
