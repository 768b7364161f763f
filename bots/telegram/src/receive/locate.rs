//! Where people are: a location becomes a line with its time zone before anything is stored.

use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use tzf_rs::EmbeddedFinder;

/// A field of our own in stored updates: the person has used the button that we put below the text field.
pub(crate) const LOCATED: &str = "streaks_located";

/// The bundled borders are looked up where they lie: 4 ms and 4 MB, once.
static BORDERS: LazyLock<EmbeddedFinder> = LazyLock::new(EmbeddedFinder::new);

/// Puts a line with the time zone in the place of a location of their own that somebody sent in private, and takes
/// every other location out.
pub(crate) fn forget_places(update: &mut Value) {
    let message = &update["message"];
    let is_own = message["chat"]["type"] == "private"
        && message["forward_origin"].is_null()
        && message["venue"].is_null();
    let located = message["location"].as_object().filter(|_| is_own).map(line);
    strip(update);
    if let Some(line) = located {
        update["message"]["text"] = json!(line);
        update[LOCATED] = json!(true);
    }
}

/// Whether the stored update was a location.
pub(crate) fn was_location(update: &Value) -> bool {
    update[LOCATED] == true
}

/// A text that cannot be read, without the numbers of a place.
pub(crate) fn without_numbers(text: &str) -> String {
    let mut parts = text.split("itude\"");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([',', '}']).unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        kept.push_str("itude\"");
        kept.extend(number.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }));
        kept.push_str(rest);
    }
    kept
}

fn line(location: &Map<String, Value>) -> String {
    let degrees = |name: &str| location.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN);
    talk::zone_line(BORDERS.get_tz_name(degrees("longitude"), degrees("latitude")))
}

/// Places are in messages that are answered, too.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("location");
            fields.remove("venue");
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(chat: &str, location: &Value) -> Value {
        json!({"update_id": 1, "message": {"chat": {"type": chat}, "location": location}})
    }

    #[test]
    fn a_location_becomes_its_time_zone_and_is_gone() {
        let places = [
            (52.52, 13.4, "Europe/Berlin"),
            (47.56, 7.59, "Europe/Zurich"),
            (28.6, 77.2, "Asia/Kolkata"),
            (30.0, -150.0, "Etc/GMT+10"),
        ];
        for (latitude, longitude, zone) in places {
            let mut update =
                message("private", &json!({"latitude": latitude, "longitude": longitude}));
            forget_places(&mut update);
            assert_eq!(update["message"]["text"], format!("/timezone {zone}"));
            assert!(was_location(&update));
        }
    }

    #[test]
    fn what_cannot_be_read_keeps_no_place() {
        let text = r#"{"update_id":7,"location":{"latitude":52.52,"longitude": 13.4},"x":"\x 9"}"#;
        let wanted =
            r#"{"update_id":7,"location":{"latitude":00.00,"longitude": 00.0},"x":"\x 9"}"#;
        assert_eq!(without_numbers(text), wanted);
        assert_eq!(without_numbers("gratitude 12"), "gratitude 12");
    }

    #[test]
    fn a_place_that_is_nowhere_asks_for_no_zone() {
        for nowhere in [json!({}), json!({"latitude": 500, "longitude": 1e300})] {
            let mut update = message("private", &nowhere);
            forget_places(&mut update);
            assert_eq!(update["message"]["text"], "/timezone ");
        }
    }

    #[test]
    fn places_of_others_are_left_out() {
        let here = json!({"latitude": 1, "longitude": 2});
        let mut group = message("group", &here);
        group["message"]["reply_to_message"] =
            json!({"venue": {"location": here, "title": "Home"}});
        let mut forwarded = message("private", &here);
        forwarded["message"]["forward_origin"] = json!({"type": "hidden_user"});
        for mut update in [group, forwarded] {
            forget_places(&mut update);
            assert!(update["message"]["text"].is_null() && !was_location(&update));
            assert!(!update.to_string().contains("latitude"));
        }
    }

    #[test]
    fn every_zone_of_the_map_is_known() {
        for zone in BORDERS.timezonenames() {
            assert!(zone.parse::<engine::rules::Zone>().is_ok(), "{zone}");
        }
    }
}
