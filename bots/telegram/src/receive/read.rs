//! Receives: an update becomes a request.

use anyhow::Context as _;
use engine::NewUpdate;
use engine::rules::Instant;
use serde_json::Value;
use std::panic::catch_unwind;
use teloxide::types::{Chat, Me};

use crate::SOURCE;
use crate::receive::message::{self, Beside, OF_PEOPLE};
use crate::receive::received::{Answer, Received};
use crate::receive::{callback, locate, place, update};

/// The updates that we ask for.
pub(crate) const KINDS: [&str; 3] = ["message", "callback_query", "my_chat_member"];

/// A field of our own in stored updates: until when we were listening before an outage (semantics R43).
pub(crate) const UNHEARD_SINCE: &str = "streaks_unheard_since";

/// The update as it is stored: what is used of it, without anybody's whereabouts; `since` is when we last listened, if
/// that is long ago. What cannot be read is stored as it came, and none without a number can be.
pub(crate) fn stored(text: &str, me: &Me, since: Option<Instant>) -> Option<NewUpdate> {
    let id = update::outline(text)?.update_id;
    let source = SOURCE.to_owned();
    let Ok(mut value) = update::read(text) else {
        let (source_id, ordering_key) = (format!("{}:{id}", me.id), format!("unreadable:{id}"));
        // PostgreSQL takes no NUL.
        let payload = locate::without_numbers(text).replace('\0', "\u{FFFD}");
        return Some(NewUpdate { source, source_id, ordering_key, payload });
    };
    let (source_id, ordering_key) = (source_id(&value, me), ordering_key(&value));
    locate::forget_places(&mut value);
    if let (Some(since), Some(fields)) = (since, value.as_object_mut()) {
        fields.insert(UNHEARD_SINCE.to_owned(), since.0.into());
    }
    Some(NewUpdate { source, source_id, ordering_key, payload: value.to_string() })
}

/// The name of an update in the inbox. Another bot numbers its updates by itself. An album that answers something is
/// heard as one picture: each further one would check in once more.
fn source_id(update: &Value, me: &Me) -> String {
    let message = &update["message"];
    match message["media_group_id"].as_str().filter(|_| message::is_answer(message)) {
        Some(album) => format!("{}:album:{album}", me.id),
        None => format!("{}:{}", me.id, update["update_id"]),
    }
}

/// Updates of one person in one chat are worked in order.
fn ordering_key(update: &Value) -> String {
    let inner = KINDS
        .iter()
        .map(|kind| &update[*kind])
        .find(|inner| inner.is_object())
        .unwrap_or(&Value::Null);
    let message = if inner["message"].is_object() { &inner["message"] } else { inner };
    format!("{}:{}", message["chat"]["id"], inner["from"]["id"])
}

/// Reads an update. Whatever cannot be read is an error that costs only this update.
pub(crate) fn read(payload: &str, me: &Me, now: Instant) -> anyhow::Result<Received> {
    let mut value = update::read(payload)?;
    let unheard_since = value[UNHEARD_SINCE].as_i64().map(Instant);
    let closes_keyboard = locate::was_location(&value);
    let id = value["update_id"].as_i64().context("it has no number")?;
    let key = format!("tg:{}:{id}", me.id);
    let [mut message, mut query, change] = KINDS.map(|kind| value[kind].take());
    if message.is_object() {
        let beside = Beside::of(&message);
        message::set_plainly(&mut message, OF_PEOPLE);
        let setting = message::our_setting(&message["reply_to_message"], me);
        if let Some(answered) = message.get_mut("reply_to_message") {
            message::set_plainly(answered, setting);
        }
        return Ok(match message::said(key, &typed(message)?, beside, me, now) {
            Received::Request(request, answer) => {
                Received::Request(request, Answer { closes_keyboard, ..answer })
            }
            other => other,
        });
    }
    if query.is_object() {
        message::set_plainly(&mut query["message"], OF_PEOPLE);
        return Ok(callback::pressed(key, typed(query)?, me, now, unheard_since));
    }
    if change.is_object() { changed(change) } else { Ok(Received::Nothing) }
}

/// Reads a value as a type of teloxide's, which takes borrowed text only and panics on some values.
fn typed<T: serde::de::DeserializeOwned>(value: Value) -> anyhow::Result<T> {
    let text = value.to_string();
    let typed = catch_unwind(|| serde_json::from_str(&text));
    Ok(typed.map_err(|_| anyhow::anyhow!("teloxide panicked"))??)
}

/// We were let in somewhere, or are there no longer.
fn changed(mut change: Value) -> anyhow::Result<Received> {
    let chat: Chat = typed(change["chat"].take())?;
    let [was_present, is_present] =
        ["old_chat_member", "new_chat_member"].map(|side| is_present(&change[side]));
    let is_group = chat.is_group() || chat.is_supergroup();
    Ok(if is_group && is_present && !was_present {
        let locale = change["from"]["language_code"].as_str().map(str::to_owned);
        Received::Brought { group: place::community(&chat), locale }
    } else {
        Received::Reachable { address: chat.id.to_string(), reachable: is_present }
    })
}

fn is_present(member: &Value) -> bool {
    match member["status"].as_str() {
        Some("creator" | "administrator" | "member") => true,
        Some("restricted") => member["is_member"] == true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use talk::Input;

    const NOW: Instant = Instant(1_772_366_400);

    fn bot() -> Value {
        json!({"id": 1, "is_bot": true, "first_name": "Streaks", "username": "streaks_bot"})
    }

    fn me() -> Me {
        let me = json!({
            "id": 1, "is_bot": true, "first_name": "Streaks", "username": "streaks_bot",
            "can_join_groups": true, "can_read_all_group_messages": false,
            "supports_inline_queries": false, "has_main_web_app": false,
        });
        serde_json::from_str(&me.to_string()).expect("it is a bot")
    }

    fn received(kind: &str, inner: Value) -> Received {
        let update = json!({"update_id": 3, kind: inner});
        read(&update.to_string(), &me(), NOW).expect("it can be read")
    }

    /// A message of Ada's in private, with more fields.
    fn message(more: &Value) -> Value {
        let mut message = json!({
            "message_id": 2, "date": NOW.0,
            "from": {"id": 5, "is_bot": false, "first_name": "Ada", "language_code": "en"},
            "chat": {"id": 5, "type": "private", "first_name": "Ada"},
        });
        for (field, value) in more.as_object().into_iter().flatten() {
            message[field] = value.clone();
        }
        message
    }

    fn picture() -> Value {
        json!([{"file_id": "p", "file_unique_id": "u", "width": 90, "height": 90, "file_size": 9}])
    }

    /// What asks for something to show.
    fn question() -> Value {
        let mark = message::mark_of(&me(), "v1:checkin:5:", "");
        let entities = json!([{"type": "text_link", "offset": 0, "length": 1, "url": mark}]);
        message(&json!({
            "message_id": 1, "from": bot(), "text": "\u{2060}Show it", "entities": entities,
        }))
    }

    #[test]
    fn what_is_said_of_a_picture_that_was_asked_for_is_a_note() {
        let fields = json!({"photo": picture(), "caption": "5 km", "reply_to_message": question()});
        let Received::Request(request, _) = received("message", message(&fields)) else {
            panic!("it is an answer")
        };
        let press = "v1:checkin:5:".to_owned();
        let fields = vec![("note".to_owned(), "5 km".to_owned())];
        assert_eq!(request.said, Input::Form { press, fields });
        assert_eq!(request.files, ["photo:p"]);
    }

    #[test]
    fn a_further_picture_of_an_album_is_passed_over() {
        let alone = message(&json!({"photo": picture()}));
        assert!(matches!(received("message", alone), Received::Request(..)));
        let further = message(&json!({"photo": picture(), "media_group_id": "9"}));
        assert!(matches!(received("message", further), Received::Nothing));
        let fields = json!({"photo": picture(), "media_group_id": "9", "caption": "Look"});
        assert!(matches!(received("message", message(&fields)), Received::Request(..)));
    }

    #[test]
    fn an_album_that_answers_something_is_heard_once() {
        let name = |id: u64, more: &Value| {
            source_id(&json!({"update_id": id, "message": message(more)}), &me())
        };
        let answer = json!({"media_group_id": "9", "reply_to_message": question()});
        assert_eq!(name(3, &answer), name(4, &answer));
        let album = json!({"media_group_id": "9"});
        assert_ne!(name(3, &album), name(4, &album));
    }

    /// What Bo said in a topic, or the making of it, which Telegram puts below whatever answers nothing there.
    fn in_topic(message_id: i32, more: &Value) -> Value {
        let mut message = message(&json!({
            "message_id": message_id, "message_thread_id": 40, "is_topic_message": true,
            "chat": {"id": -100, "type": "supergroup", "title": "Readers", "is_forum": true},
            "from": {"id": 6, "is_bot": false, "first_name": "Bo"},
        }));
        for (field, value) in more.as_object().into_iter().flatten() {
            message[field] = value.clone();
        }
        message
    }

    fn made_topic() -> Value {
        let made = json!({"name": "Books", "icon_color": 7_322_096});
        in_topic(40, &json!({"forum_topic_created": made}))
    }

    #[test]
    fn a_line_in_a_topic_is_about_whom_it_answers_and_not_about_who_made_the_topic() {
        let ada = json!({"id": 5, "is_bot": false, "first_name": "Ada"});
        let about = |line: &str, answered: &Value| {
            let fields = json!({"from": ada, "text": line, "reply_to_message": answered});
            let Received::Request(request, _) = received("message", in_topic(42, &fields)) else {
                panic!("it is a command")
            };
            assert_eq!(request.place.thread, "40");
            request.replied_to.map(|account| account.external_id)
        };
        let said = in_topic(41, &json!({"text": "I read"}));
        for line in ["/streak", "/admin moderator", "/event remove event:Read ban:yes sure:yes"] {
            assert_eq!(about(line, &made_topic()), None, "{line}");
            assert_eq!(about(line, &said).as_deref(), Some("6"), "{line}");
        }
    }

    #[test]
    fn an_answer_to_the_first_of_a_thread_outside_a_forum_is_one() {
        let group = json!({"id": -100, "type": "supergroup", "title": "Readers"});
        let bo = json!({"id": 6, "is_bot": false, "first_name": "Bo"});
        let first = message(&json!({"message_id": 40, "chat": group, "from": bo, "text": "x"}));
        let line = message(&json!({
            "chat": group, "message_thread_id": 40, "text": "/streak", "reply_to_message": first,
        }));
        let Received::Request(request, _) = received("message", line) else {
            panic!("it is a command")
        };
        let replied_to = request.replied_to.map(|account| account.external_id);
        assert_eq!(replied_to.as_deref(), Some("6"));
    }

    #[test]
    fn an_album_that_answers_nothing_in_a_topic_is_heard_as_a_whole() {
        let name = |id: u64, answered: &Value| {
            let fields = json!({"media_group_id": "9", "reply_to_message": answered});
            source_id(&json!({"update_id": id, "message": in_topic(42, &fields)}), &me())
        };
        assert_ne!(name(3, &made_topic()), name(4, &made_topic()));
        let said = in_topic(41, &json!({"text": "Show it"}));
        assert_eq!(name(3, &said), name(4, &said));
    }

    /// Somebody who speaks German changes what we are in a group.
    fn became(old: &Value, new: &Value) -> Received {
        let change = json!({
            "chat": {"id": -100, "type": "supergroup", "title": "Readers"}, "date": NOW.0,
            "from": {"id": 6, "is_bot": false, "first_name": "Ken", "language_code": "de"},
            "old_chat_member": old, "new_chat_member": new,
        });
        received("my_chat_member", change)
    }

    #[test]
    fn who_brings_us_into_a_group_says_in_which_language_we_begin() {
        let left = json!({"user": bot(), "status": "left"});
        let member = json!({"user": bot(), "status": "member"});
        let Received::Brought { group, locale } = became(&left, &member) else {
            panic!("we are in a group")
        };
        assert_eq!((group.external_id.as_str(), group.name.as_str()), ("-100", "Readers"));
        assert_eq!(locale.as_deref(), Some("de"));
    }

    #[test]
    fn whoever_was_in_a_group_is_not_brought_into_it() {
        let left = json!({"user": bot(), "status": "left"});
        let member = json!({"user": bot(), "status": "member"});
        let administrator = json!({
            "user": bot(), "status": "administrator", "can_be_edited": false,
            "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": false,
            "can_manage_video_chats": false, "can_restrict_members": false,
            "can_promote_members": false, "can_change_info": false, "can_invite_users": true,
            "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false,
            "can_pin_messages": true,
        });
        let more = became(&member, &administrator);
        assert!(matches!(more, Received::Reachable { reachable: true, .. }));
        let gone = became(&member, &left);
        assert!(matches!(gone, Received::Reachable { reachable: false, .. }));
    }

    #[test]
    fn what_others_set_in_a_message_that_is_answered_costs_nothing() {
        let entity =
            json!({"type": "text_link", "offset": 0, "length": 1, "url": "http://1.2.3.4.5/"});
        let other = message(&json!({"message_id": 1, "text": "x", "entities": [entity]}));
        let line = message(&json!({"text": "/checkin", "reply_to_message": other}));
        assert!(matches!(received("message", line), Received::Request(..)));
    }

    #[test]
    fn a_press_below_something_odd_is_a_press() {
        for odd in [json!([]), json!(7), json!({"inline_keyboard": [[7, {}], 8]})] {
            let below = message(&json!({"from": bot(), "reply_markup": odd}));
            let from = below["chat"].clone();
            let mut query = json!({"id": "9", "chat_instance": "1", "data": "v1:events::"});
            query["from"] = json!({"id": from["id"], "is_bot": false, "first_name": "Ada"});
            query["message"] = below;
            assert!(matches!(received("callback_query", query), Received::Request(..)));
        }
    }

    #[test]
    fn whoever_is_mentioned_is_named_and_need_not_be_there() {
        let zoe = json!({"id": 7, "is_bot": false, "first_name": "Zoe"});
        let fields = json!({
            "chat": {"id": -100, "type": "supergroup", "title": "Readers"},
            "text": "/admin silence Zoe",
            "entities": [{"type": "text_mention", "offset": 15, "length": 3, "user": zoe}],
        });
        let Received::Request(request, _) = received("message", message(&fields)) else {
            panic!("it is a request")
        };
        assert_eq!(request.named.iter().map(|one| &one.name).collect::<Vec<_>>(), ["Zoe"]);
        assert_eq!(request.present, [""; 0]);
    }

    #[test]
    fn a_press_is_stray_unless_its_message_has_the_button() {
        let group = json!({"id": -100, "type": "supergroup", "title": "Readers"});
        let with_button = |data: &str| {
            let buttons = json!([[{"text": "Next", "callback_data": data}]]);
            message(&json!({
                "from": bot(), "chat": group, "text": "Read",
                "reply_markup": {"inline_keyboard": buttons},
            }))
        };
        let board = with_button("v1:leaderboard:5:total");
        let card = with_button("v1:leaderboard:5:");
        let of_one = with_button("v1:leaderboard:5:total|u=ab");
        let bare = message(&json!({"from": bot(), "chat": group, "text": "Read"}));
        // What is too old, or gone, is handed out without anything.
        let old = json!({"message_id": 2, "date": 0, "chat": group});
        for (data, below, is_stray, is_page_below) in [
            ("v1:leaderboard:5:total", &board, false, true),
            ("v1:leaderboard:5:longest", &board, true, true),
            ("v1:leaderboard:6:longest", &board, true, false),
            ("v1:leaderboard:5:", &board, true, false),
            ("v1:leaderboard:5:longest|u=ab", &board, true, false),
            ("v1:leaderboard:5:total", &card, true, false),
            ("v1:leaderboard:5:total", &of_one, true, false),
            ("v1:leaderboard:5:total", &bare, true, false),
            ("v1:leaderboard:5:total", &old, true, false),
        ] {
            let query = json!({
                "id": "9", "chat_instance": "1", "data": data, "message": below,
                "from": {"id": 5, "is_bot": false, "first_name": "Ada"},
            });
            let Received::Request(request, answer) = received("callback_query", query) else {
                panic!("it is a press")
            };
            assert_eq!([request.is_stray, answer.is_stray], [is_stray; 2], "{data} {below}");
            assert_eq!(answer.is_page_below, is_page_below, "{data} {below}");
        }
    }

    #[test]
    fn who_cannot_be_told_from_others_is_heard_with_what_was_said() {
        let group = json!({"id": -100, "type": "supergroup", "title": "Readers"});
        let fields = json!({"chat": group, "sender_chat": group, "text": "/link abcdefgh"});
        let Received::Anonymous { line, .. } = received("message", message(&fields)) else {
            panic!("it is anonymous")
        };
        assert_eq!(line, "/link abcdefgh");
    }

    #[test]
    fn nobody_checks_in_as_a_bot_a_group_or_a_channel() {
        let group = json!({"id": -100, "type": "supergroup", "title": "Readers"});
        let channel = json!({"id": -200, "type": "channel", "title": "News"});
        let robot = |id: i64| json!({"id": id, "is_bot": true, "first_name": "Bot"});
        let telegram = json!({"id": 777_000, "is_bot": false, "first_name": "Telegram"});
        for mut fields in [
            json!({"from": robot(7)}),
            json!({"from": robot(1_087_968_824), "sender_chat": group}),
            json!({"from": robot(136_817_688), "sender_chat": channel}),
            // What a channel posts stands in its group, too.
            json!({"from": telegram, "sender_chat": channel}),
        ] {
            fields["chat"] = group.clone();
            fields["text"] = json!("/checkin Read");
            let said = received("message", message(&fields));
            assert!(matches!(said, Received::Anonymous { .. }), "{fields}");
        }
    }

    #[test]
    fn what_is_edited_or_posted_in_a_channel_says_nothing() {
        let line = message(&json!({"text": "/checkin Read", "edit_date": NOW.0 + 60}));
        for kind in ["edited_message", "channel_post", "edited_channel_post"] {
            assert!(matches!(received(kind, line.clone()), Received::Nothing), "{kind}");
        }
    }

    #[test]
    fn a_line_that_is_forwarded_is_said_by_whoever_forwards_it_and_when_they_do() {
        let ken = json!({"id": 6, "is_bot": false, "first_name": "Ken"});
        let origin = json!({"type": "user", "date": NOW.0 - 86_400, "sender_user": ken});
        let fields = json!({"text": "/checkin Read", "forward_origin": origin});
        let Received::Request(request, _) = received("message", message(&fields)) else {
            panic!("it is said")
        };
        assert_eq!((request.account.external_id.as_str(), request.sent_at), ("5", Some(NOW)));
    }
}
