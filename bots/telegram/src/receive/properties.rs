//! Whatever Telegram sends is read, or costs only itself; nothing panics.

use engine::rules::Instant;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use teloxide::types::Me;

use crate::receive::received::Received;
use crate::receive::{read, update};

const NOW: Instant = Instant(1_772_366_400);

fn me() -> Me {
    let me = json!({
        "id": 1, "is_bot": true, "first_name": "Streaks", "username": "streaks_bot",
        "can_join_groups": true, "can_read_all_group_messages": false,
        "supports_inline_queries": false, "has_main_web_app": false,
    });
    serde_json::from_str(&me.to_string()).expect("it is a bot")
}

/// A value of some shape; of objects, the fields that updates have.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_i64..100).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        proptest::collection::vec(any::<char>(), 0..8)
            .prop_map(|signs| Value::from(String::from_iter(signs))),
        proptest::sample::select(
            &[
                "/checkin 5",
                "private",
                "supergroup",
                "left",
                "member",
                "v1:checkin:5:",
                "https://t.me/streaks_bot"
            ][..]
        )
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        const FIELDS: &[&str] = &[
            "message_id",
            "date",
            "from",
            "chat",
            "id",
            "type",
            "first_name",
            "is_bot",
            "text",
            "caption",
            "entities",
            "offset",
            "length",
            "url",
            "user",
            "reply_to_message",
            "reply_markup",
            "inline_keyboard",
            "callback_data",
            "data",
            "message",
            "photo",
            "file_id",
            "status",
            "is_member",
            "old_chat_member",
            "new_chat_member",
            "location",
            "latitude",
            "longitude",
            "sender_chat",
            "message_thread_id",
            "title",
            "username",
            "language_code",
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((proptest::sample::select(FIELDS), inner), 0..8).prop_map(
                |fields| Value::Object(Map::from_iter(
                    fields.into_iter().map(|(name, value)| (name.to_owned(), value))
                ))
            ),
        ]
    })
}

/// A message that can be read.
fn message() -> Value {
    json!({
        "message_id": 2, "date": NOW.0, "text": "/checkin 5",
        "from": {"id": 5, "is_bot": false, "first_name": "Ada", "language_code": "en"},
        "chat": {"id": 5, "type": "private", "first_name": "Ada"},
    })
}

#[test]
fn a_hostile_name_becomes_a_plain_one() {
    let names: Vec<&str> = include_str!("../../../../tests/attacks/names.jsonl").lines().collect();
    assert_eq!(names.len(), 80);
    let whole = json!({"update_id": 3, "message": message()}).to_string();
    for name in names {
        let named = whole.replace("\"first_name\":\"Ada\"", &format!("\"first_name\":{name}"));
        let stored = read::stored(&named, &me(), None).expect("it has a number");
        let Ok(Received::Request(request, _)) = read::read(&stored.payload, &me(), NOW) else {
            panic!("{name} cannot be read")
        };
        match serde_json::from_str::<String>(name) {
            Ok(written) => {
                assert_eq!(request.account.name, talk::clean_name(&written, "someone"), "{name}");
            }
            // Half a letter is shown as one that is not known.
            Err(_) => assert!(request.account.name.ends_with('\u{fffd}'), "{name}"),
        }
    }
}

proptest! {
    #[test]
    fn every_text_is_read_or_none(text in proptest::collection::vec(any::<char>(), 0..40)) {
        let text = String::from_iter(text);
        let me = me();
        let _ = (update::read(&text), update::outline(&text));
        let _ = read::stored(&text, &me, Some(NOW));
        let _ = read::read(&text, &me, NOW);
    }

    #[test]
    fn every_update_is_read_or_none(kind in proptest::sample::select(&read::KINDS[..]), inner in value()) {
        let (me, update) = (me(), json!({"update_id": 3, kind: inner}).to_string());
        let stored = read::stored(&update, &me, None);
        if let Some(stored) = stored {
            let _ = read::read(&stored.payload, &me, NOW);
        }
    }

    #[test]
    fn one_odd_field_costs_no_panic(
        field in proptest::sample::select(
            &["from", "chat", "text", "entities", "reply_to_message", "photo", "date", "message_id", "reply_markup"][..]
        ),
        odd in value(),
    ) {
        let mut message = message();
        message[field] = odd;
        let update = json!({"update_id": 3, "message": message});
        let _ = read::read(&update.to_string(), &me(), NOW);
    }
}
