//! Finding the button or the option that a person presses.

use serde_json::{Value, json};

use crate::discord::client::interact::Content;
use crate::discord::interaction::Kind;
use crate::discord::objects::shown;
use crate::state::message::Message;

/// The interaction that pressing `wanted` on this message sends; the error says why it cannot be pressed.
pub fn pressed(message: &Message, wanted: &str) -> Result<Content, (&'static str, String)> {
    let source = Some((message.key.clone(), message.raw.clone()));
    let mut disabled = false;
    for component in shown::components(&message.raw) {
        let data = match component["type"].as_u64() {
            Some(2) if names_button(component, wanted) => {
                if let Some(url) = component["url"].as_str() {
                    return Err(("link", format!("this button opens {url}")));
                }
                json!({"component_type": 2, "custom_id": component["custom_id"], "id": 1})
            }
            Some(3) => match chosen(component, wanted) {
                Some(value) => json!({
                    "component_type": 3, "custom_id": component["custom_id"], "values": [value],
                    "id": 1,
                }),
                None => continue,
            },
            Some(_) | None => continue,
        };
        if component["disabled"] == true {
            disabled = true;
            continue;
        }
        return Ok(Content { kind: Kind::Component, data, message: source });
    }
    if disabled {
        return Err(("disabled", format!("{wanted} is disabled")));
    }
    Err(("no_button", format!("there is no {wanted} on this message")))
}

fn names_button(component: &Value, wanted: &str) -> bool {
    component["custom_id"] == wanted || shown::label(component) == wanted
}

fn chosen<'a>(select: &'a Value, wanted: &str) -> Option<&'a Value> {
    let options = select["options"].as_array()?;
    let named = |option: &&Value| option["label"] == wanted || option["value"] == wanted;
    options.iter().find(named).map(|option| &option["value"])
}
