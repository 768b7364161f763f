//! An update as it stands on the wire: parted from its neighbours, and read as far as we need it.
//!
//! A field that we never use must not cost a message. So only those that are used are read, whatever stands in the
//! others, and only they are stored.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::fmt;

use crate::receive::locate::LOCATED;
use crate::receive::read::UNHEARD_SINCE;

/// What is read of a value. A list is read as each of its items is.
enum Read {
    /// A text, a number or a flag.
    Plain,
    /// These fields of an object.
    Fields(&'static [(&'static str, &'static Read)]),
}

const PLAIN: &Read = &Read::Plain;
const USER: &Read = &Read::Fields(&[
    ("id", PLAIN),
    ("is_bot", PLAIN),
    ("first_name", PLAIN),
    ("last_name", PLAIN),
    ("username", PLAIN),
    ("language_code", PLAIN),
]);
const CHAT: &Read = &Read::Fields(&[
    ("id", PLAIN),
    ("type", PLAIN),
    ("title", PLAIN),
    ("first_name", PLAIN),
    ("last_name", PLAIN),
    ("username", PLAIN),
]);
const ENTITIES: &Read = &Read::Fields(&[
    ("type", PLAIN),
    ("offset", PLAIN),
    ("length", PLAIN),
    ("url", PLAIN),
    ("user", USER),
]);
const FILE: &Read = &Read::Fields(&[("file_id", PLAIN), ("width", PLAIN)]);
const KEYBOARD: &Read = &Read::Fields(&[(
    "inline_keyboard",
    &Read::Fields(&[("text", PLAIN), ("callback_data", PLAIN)]),
)]);
/// A message of ours, or one that is answered.
const ANOTHER: &Read = &Read::Fields(&[
    ("message_id", PLAIN),
    ("message_thread_id", PLAIN),
    ("is_topic_message", PLAIN),
    ("date", PLAIN),
    ("chat", CHAT),
    ("from", USER),
    ("text", PLAIN),
    ("entities", ENTITIES),
    ("caption", PLAIN),
    ("caption_entities", ENTITIES),
    ("reply_markup", KEYBOARD),
]);
const MESSAGE: &Read = &Read::Fields(&[
    ("message_id", PLAIN),
    ("message_thread_id", PLAIN),
    ("is_topic_message", PLAIN),
    ("date", PLAIN),
    ("chat", CHAT),
    ("from", USER),
    ("sender_chat", CHAT),
    ("text", PLAIN),
    ("entities", ENTITIES),
    ("caption", PLAIN),
    ("caption_entities", ENTITIES),
    ("photo", FILE),
    ("document", FILE),
    ("media_group_id", PLAIN),
    ("reply_to_message", ANOTHER),
    ("forward_origin", &Read::Fields(&[("type", PLAIN)])),
    ("location", &Read::Fields(&[("latitude", PLAIN), ("longitude", PLAIN)])),
    ("venue", &Read::Fields(&[])),
    ("migrate_to_chat_id", PLAIN),
    ("migrate_from_chat_id", PLAIN),
]);
const MEMBER: &Read = &Read::Fields(&[("status", PLAIN), ("is_member", PLAIN)]);
const UPDATE: &Read = &Read::Fields(&[
    ("update_id", PLAIN),
    ("message", MESSAGE),
    (
        "callback_query",
        &Read::Fields(&[
            ("id", PLAIN),
            ("from", USER),
            ("message", ANOTHER),
            ("chat_instance", PLAIN),
            ("data", PLAIN),
        ]),
    ),
    (
        "my_chat_member",
        &Read::Fields(&[
            ("chat", CHAT),
            ("from", USER),
            ("date", PLAIN),
            ("old_chat_member", MEMBER),
            ("new_chat_member", MEMBER),
        ]),
    ),
    (UNHEARD_SINCE, PLAIN),
    (LOCATED, PLAIN),
]);

impl<'de> DeserializeSeed<'de> for &Read {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &Read {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        if let Read::Plain = self {
            while items.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Value::Null);
        }
        let mut read = vec![];
        while let Some(item) = items.next_element_seed(self)? {
            read.push(item);
        }
        Ok(read.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let Read::Fields(fields) = self else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Value::Null);
        };
        let mut read = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            match fields.iter().find(|(known, _)| *known == name) {
                Some((_, inner)) => drop(read.insert(name, map.next_value_seed(*inner)?)),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Value::Object(read))
    }
}

/// The fields of an update that are used.
pub(crate) fn read(text: &str) -> serde_json::Result<Value> {
    let read = |text: &str| {
        let mut json = serde_json::Deserializer::from_str(text);
        let value = UPDATE.deserialize(&mut json)?;
        json.end().map(|()| value)
    };
    read(text).or_else(|_| read(&mended(text)))
}

/// What has to be known of an update that cannot be read.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Outline {
    pub(crate) update_id: i64,
    #[serde(default)]
    pub(crate) callback_query: Option<PendingQuery>,
}

/// A press that has to be answered, whatever it meant.
#[derive(Debug, Deserialize)]
pub(crate) struct PendingQuery {
    pub(crate) id: String,
}

/// The number of an update that cannot be read, and its press, if there are such.
pub(crate) fn outline(text: &str) -> Option<Outline> {
    if let Ok(outline) = serde_json::from_str(text) {
        return Some(outline);
    }
    let (_, rest) = text.split_once("\"update_id\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    Some(Outline { update_id: digits.parse().ok()?, callback_query: None })
}

/// What Telegram answers to `getUpdates`.
#[derive(Debug, Deserialize)]
pub(crate) struct Answer<'a> {
    #[serde(default)]
    pub(crate) ok: bool,
    /// The updates, none of them read yet: one that is broken costs no other.
    #[serde(borrow, default)]
    pub(crate) result: Vec<&'a RawValue>,
    #[serde(default)]
    pub(crate) error_code: u16,
    #[serde(default)]
    pub(crate) description: String,
    #[serde(default)]
    pub(crate) parameters: Parameters,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Parameters {
    pub(crate) retry_after: Option<u64>,
}

/// A text of JSON in which every half of a pair of escapes has become a sign that says so: a name with a lone half is
/// still a name.
fn mended(text: &str) -> String {
    let mut rest = text;
    let mut mended = String::with_capacity(text.len());
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let length = match (half(escape), escape.get(6..).and_then(half)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                mended.push('\u{FFFD}');
                rest = &escape[6..];
                continue;
            }
            // Whatever is escaped may be another of these signs.
            _ => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    mended + rest
}

/// The number behind `\u`.
fn half(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_that_is_not_used_costs_nothing() {
        let deep = format!("{}1{}", "[".repeat(140), "]".repeat(140));
        let text = format!(
            r#"{{"update_id":3,"message":{{"external_reply":{{"origin":{deep}}},"text":"/help",
                "video":{{"name":"\ud83d"}},"chat":{{"id":5,"photo":{deep}}}}}}}"#
        );
        let wanted = json!({"update_id": 3, "message": {"text": "/help", "chat": {"id": 5}}});
        assert_eq!(read(&text).unwrap(), wanted);
    }

    #[test]
    fn a_field_of_another_shape_is_none() {
        let text = r#"{"update_id":3,"message":{"text":{"x":[1]},"date":[[2]],"from":7}}"#;
        let wanted = json!({"update_id": 3, "message": {"text": null, "date": null, "from": 7}});
        assert_eq!(read(text).unwrap(), wanted);
    }

    #[test]
    fn half_a_sign_in_a_name_is_mended() {
        let names = [
            (r"A\ud83dB", "A\u{FFFD}B"),
            (r"\ude00", "\u{FFFD}"),
            (r"\ud83d\ude00 \ud83d", "😀 \u{FFFD}"),
            (r"\\ud83d \ud83d", "\\ud83d \u{FFFD}"),
            (r"\ud83d\n", "\u{FFFD}\n"),
        ];
        for (written, name) in names {
            let text = format!(r#"{{"message":{{"from":{{"first_name":"{written}"}}}}}}"#);
            assert_eq!(read(&text).unwrap()["message"]["from"]["first_name"], name, "{written}");
        }
    }

    #[test]
    fn updates_are_parted_before_they_are_read() {
        let deep = format!("{}1{}", "[".repeat(500), "]".repeat(500));
        let body = format!(
            r#"{{"ok":true,"result":[{{"update_id":1,"x":"\ud800"}},{{"update_id":2,"message":{deep}}},{{"update_id":3}}]}}"#
        );
        let answer: Answer = serde_json::from_str(&body).unwrap();
        let ids = answer.result.iter().map(|raw| outline(raw.get()).unwrap().update_id);
        assert_eq!(ids.collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn what_is_no_json_still_has_its_number() {
        assert_eq!(outline(r#"{"ok":true,"result":[{"update_id" : 77,"#).unwrap().update_id, 77);
        assert!(outline("nothing").is_none());
    }
}
