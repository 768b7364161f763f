//! The limits of messages and keyboards.

use serde_json::{Map, Value};

use crate::telegram::objects::entity::Formatted;
use crate::telegram::objects::utf16::utf16;
use crate::telegram::refused::Refused;

const TEXT_MAX: i64 = 4_096;
const CAPTION_MAX: i64 = 1_024;
const CALLBACK_DATA_BYTES_MAX: usize = 64;
const BUTTONS_MAX: usize = 100;

/// A text must be there, and at most 4096 long.
pub fn text(formatted: &Formatted) -> Result<(), Refused> {
    if formatted.text.is_empty() {
        return Err(Refused::bad("message text is empty"));
    }
    if utf16(&formatted.text) > TEXT_MAX {
        return Err(Refused::bad("message is too long"));
    }
    Ok(())
}

/// A caption is at most 1024 long.
pub fn caption(formatted: &Formatted) -> Result<(), Refused> {
    if utf16(&formatted.text) > CAPTION_MAX {
        return Err(Refused::bad("message caption is too long"));
    }
    Ok(())
}

/// The inline keyboard of a request, checked.
pub fn keyboard(parameters: &Map<String, Value>) -> Result<Option<Value>, Refused> {
    let Some(markup) = parameters.get("reply_markup") else {
        return Ok(None);
    };
    if !markup.is_object() {
        return Err(Refused::bad("object expected as reply markup"));
    }
    let Some(rows) = markup.get("inline_keyboard") else {
        return Ok(None);
    };
    let wrong = || Refused::bad("field \"inline_keyboard\" must be of type Array");
    let mut count = 0;
    for row in rows.as_array().ok_or_else(wrong)? {
        for one in row.as_array().ok_or_else(wrong)? {
            count += 1;
            button(one)?;
        }
    }
    if count > BUTTONS_MAX {
        return Err(Refused::bad("reply markup is too long"));
    }
    Ok((count > 0).then(|| markup.clone()))
}

/// The button of a keyboard below the text field that sends a location; other keyboards are nothing to see here.
pub fn location_button(
    parameters: &Map<String, Value>,
    is_private: bool,
) -> Result<Option<String>, Refused> {
    let Some(rows) = parameters.get("reply_markup").and_then(|markup| markup.get("keyboard"))
    else {
        return Ok(None);
    };
    let wrong = || Refused::bad("field \"keyboard\" must be of type Array");
    let mut found = None;
    for row in rows.as_array().ok_or_else(wrong)? {
        for button in row.as_array().ok_or_else(wrong)? {
            let text = button.as_str().or(button["text"].as_str()).unwrap_or_default();
            if text.is_empty() {
                return Err(Refused::bad("can't parse keyboard button: text must be non-empty"));
            }
            if button["request_location"] == true {
                if !is_private {
                    return Err(Refused::bad("location can be requested in private chats only"));
                }
                found = Some(text.to_owned());
            }
        }
    }
    Ok(found)
}

fn button(button: &Value) -> Result<(), Refused> {
    if button["text"].as_str().is_none_or(str::is_empty) {
        let words =
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
        return Err(Refused::bad(words));
    }
    if let Some(data) = button["callback_data"].as_str() {
        let fits = (1..=CALLBACK_DATA_BYTES_MAX).contains(&data.len());
        return if fits { Ok(()) } else { Err(Refused::bad("BUTTON_DATA_INVALID")) };
    }
    let Some(url) = button["url"].as_str() else {
        let others = ["web_app", "login_url", "switch_inline_query", "copy_text", "pay"];
        let others = others.iter().any(|field| !button[field].is_null());
        let words =
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
        return if others { Ok(()) } else { Err(Refused::bad(words)) };
    };
    // Telegram takes no address of this machine either, but a sandbox has no other.
    let fits = ["http://", "https://", "tg://"].iter().any(|scheme| url.starts_with(scheme));
    let words = format!("inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
    if fits { Ok(()) } else { Err(Refused::bad(&words)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn with_data(data: &str) -> Result<Option<Value>, Refused> {
        let button = json!({"text": "Go", "callback_data": data});
        let parameters = json!({"reply_markup": {"inline_keyboard": [[button]]}});
        keyboard(parameters.as_object().expect("an object"))
    }

    #[test]
    fn callback_data_holds_1_to_64_bytes() {
        assert!(with_data(&"x".repeat(64)).is_ok());
        assert!(with_data(&"x".repeat(65)).is_err());
        assert!(with_data(&"é".repeat(33)).is_err());
        assert!(with_data("").is_err());
    }

    #[test]
    fn a_location_is_asked_for_in_private_only() {
        let button = json!({"text": "Here", "request_location": true});
        let parameters = json!({"reply_markup": {"keyboard": [["Yes"], [button]]}});
        let parameters = parameters.as_object().expect("an object");
        assert_eq!(location_button(parameters, true), Ok(Some("Here".to_owned())));
        assert!(location_button(parameters, false).is_err());
    }

    #[test]
    fn a_text_holds_4096_utf16_units() {
        let formatted =
            |text: String| Formatted { text, entities: Vec::new(), markup: String::new() };
        assert!(text(&formatted("👍".repeat(2_048))).is_ok());
        let long = text(&formatted("👍".repeat(2_049))).expect_err("too long");
        assert_eq!(long.description, "Bad Request: message is too long");
        assert!(text(&formatted(String::new())).is_err());
    }
}
