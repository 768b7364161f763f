//! The limits of embeds.

use serde_json::Value;

use crate::discord::refused::Refused;

const EMBEDS_MAX: usize = 10;
const FIELDS_MAX: usize = 25;
/// The most characters over all embeds of a message.
const TOTAL_MAX: usize = 6_000;

/// Checks the embeds of a message.
pub fn check(embeds: &Value) -> Result<(), Refused> {
    let Some(embeds) = embeds.as_array() else {
        return Ok(());
    };
    if embeds.len() > EMBEDS_MAX {
        let words = format!("Must be {EMBEDS_MAX} or fewer in length.");
        return Err(Refused::form("embeds", "BASE_TYPE_MAX_LENGTH", &words));
    }
    let mut total = 0;
    for (place, embed) in embeds.iter().enumerate() {
        total += check_one(&format!("embeds.{place}"), embed)?;
    }
    if total > TOTAL_MAX {
        let words = format!("Embed size exceeds maximum size of {TOTAL_MAX}");
        return Err(Refused::form("embeds", "MAX_EMBED_SIZE_EXCEEDED", &words));
    }
    Ok(())
}

/// Checks one embed and counts its characters.
fn check_one(at: &str, embed: &Value) -> Result<usize, Refused> {
    let mut total = 0;
    let texts = [
        ("title", &embed["title"], 256),
        ("description", &embed["description"], 4_096),
        ("footer.text", &embed["footer"]["text"], 2_048),
        ("author.name", &embed["author"]["name"], 256),
    ];
    for (name, text, max) in texts {
        total += check_text(&format!("{at}.{name}"), text, 0, max)?;
    }
    let fields = embed["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    if fields.len() > FIELDS_MAX {
        let words = format!("Must be {FIELDS_MAX} or fewer in length.");
        return Err(Refused::form(&format!("{at}.fields"), "BASE_TYPE_MAX_LENGTH", &words));
    }
    for (place, field) in fields.iter().enumerate() {
        let at = format!("{at}.fields.{place}");
        total += check_text(&format!("{at}.name"), &field["name"], 1, 256)?;
        total += check_text(&format!("{at}.value"), &field["value"], 1, 1_024)?;
    }
    let pictures = [&embed["image"], &embed["thumbnail"]];
    let empty = total == 0 && pictures.iter().all(|picture| picture.is_null());
    if empty && embed["url"].is_null() {
        let field = format!("{at}.description");
        return Err(Refused::form(&field, "BASE_TYPE_REQUIRED", "This field is required"));
    }
    Ok(total)
}

fn check_text(at: &str, text: &Value, min: usize, max: usize) -> Result<usize, Refused> {
    let length = text.as_str().map_or(0, |text| text.chars().count());
    if length > max || length < min {
        return Err(Refused::length(at, min, max));
    }
    Ok(length)
}
