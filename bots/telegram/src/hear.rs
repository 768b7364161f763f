//! Hearing: a stored update becomes a request.

use crate::{SOURCE, locate, update};
use anyhow::Context as _;
use engine::rules::Instant;
use engine::{Account, CommunityAddress, NewUpdate, Platform};
use serde_json::{Value, json};
use std::panic::catch_unwind;
use talk::{Input, Place, Request};
use teloxide::types::{
    CallbackQuery, Chat, InlineKeyboardButtonKind, Me, Message, MessageEntityKind, MessageId, User,
};

/// The updates that we ask for.
pub(crate) const KINDS: [&str; 3] = ["message", "callback_query", "my_chat_member"];

/// What is said of a question in it, and of whoever is mentioned without a name: all that we need of how a text is set.
const OF_QUESTIONS: &str = "text_link";
const OF_PEOPLE: &str = "text_mention";

/// What an update means to us.
pub(crate) enum Heard {
    /// Something to answer.
    Input(Box<Request>, Answer),
    /// Someone blocked us in private, or let us in again.
    Reachable {
        address: String,
        reachable: bool,
    },
    /// Someone brought us into a group, and speaks this language.
    Brought {
        group: CommunityAddress,
        locale: Option<String>,
    },
    /// A command by somebody who cannot be told from others.
    Anonymous {
        chat: i64,
        message: MessageId,
        line: String,
    },
    /// A group has become a supergroup, and has a new number.
    ClockChange {
        from: i64,
        to: i64,
    },
    /// A press that means nothing to us, of somebody who speaks this language; it waits for its answer all the same.
    Unknown {
        query: String,
        locale: String,
    },
    Nothing,
}

/// How to answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) chat: i64,
    pub(crate) thread: Option<i32>,
    pub(crate) message: MessageId,
    pub(crate) is_private: bool,
    /// The press to answer, if it was one.
    pub(crate) query: Option<String>,
    /// The private chat of whoever asked.
    pub(crate) from: i64,
    pub(crate) locale: String,
    /// Our button below the text field has been used, and shall go.
    pub(crate) closes_keyboard: bool,
    /// What was said after an attempt that failed: the answer takes its place.
    pub(crate) told: Option<Told>,
}

/// What a person was told after an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// A note over the button that was pressed, which is gone by now.
    Note,
    Message(MessageId),
}

impl Told {
    /// As it is written down beside the update.
    pub(crate) fn written(self) -> String {
        match self {
            Told::Note => "note".to_owned(),
            Told::Message(message) => message.0.to_string(),
        }
    }

    pub(crate) fn read(written: &str) -> Told {
        written.parse().map_or(Told::Note, |id| Told::Message(MessageId(id)))
    }
}

impl Answer {
    /// To somebody in a group who cannot be told from others.
    pub(crate) fn to_group(chat: i64, message: MessageId) -> Answer {
        Answer {
            chat,
            thread: None,
            message,
            is_private: false,
            query: None,
            from: 0,
            locale: "en".to_owned(),
            closes_keyboard: false,
            told: None,
        }
    }
}

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
    let answers = message["reply_to_message"].is_object();
    match message["media_group_id"].as_str().filter(|_| answers) {
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
pub(crate) fn read(payload: &str, me: &Me, now: Instant) -> anyhow::Result<Heard> {
    let mut value = update::read(payload)?;
    let unheard_since = value[UNHEARD_SINCE].as_i64().map(Instant);
    let closes_keyboard = locate::was_location(&value);
    let id = value["update_id"].as_i64().context("it has no number")?;
    let key = format!("tg:{}:{id}", me.id);
    let [mut message, mut query, change] = KINDS.map(|kind| value[kind].take());
    if message.is_object() {
        let beside = Beside::of(&message);
        set_plainly(&mut message, OF_PEOPLE);
        let setting = our_setting(&message["reply_to_message"], me);
        if let Some(answered) = message.get_mut("reply_to_message") {
            set_plainly(answered, setting);
        }
        return Ok(match said(key, &typed(message)?, beside, me, now) {
            Heard::Input(request, answer) => {
                Heard::Input(request, Answer { closes_keyboard, ..answer })
            }
            other => other,
        });
    }
    if query.is_object() {
        set_plainly(&mut query["message"], OF_PEOPLE);
        return Ok(pressed(key, typed(query)?, me, now, unheard_since));
    }
    if change.is_object() { changed(change) } else { Ok(Heard::Nothing) }
}

/// Reads a value as a type of teloxide's, which takes borrowed text only and panics on some values.
fn typed<T: serde::de::DeserializeOwned>(value: Value) -> anyhow::Result<T> {
    let text = value.to_string();
    let typed = catch_unwind(|| serde_json::from_str(&text));
    Ok(typed.map_err(|_| anyhow::anyhow!("teloxide panicked"))??)
}

/// What stands beside the words of a message, read without teloxide.
struct Beside {
    files: Vec<String>,
    is_of_album: bool,
}

impl Beside {
    fn of(message: &Value) -> Beside {
        Beside { files: files(message), is_of_album: message["media_group_id"].is_string() }
    }
}

/// Leaves of a message a text that is set in one way at most: what is said beside a picture is a text too, and one that
/// says nothing is empty. Whatever else may be in a message, it is a text to teloxide.
fn set_plainly(message: &mut Value, setting: &str) {
    let Some(fields) = message.as_object_mut() else { return };
    let [caption, captioned] = ["caption", "caption_entities"].map(|name| fields.remove(name));
    for name in ["photo", "document", "media_group_id", "forward_origin", "location", "venue"] {
        fields.remove(name);
    }
    if !fields.contains_key("migrate_to_chat_id") && !fields.contains_key("migrate_from_chat_id") {
        let [text, entities] = ["text", "entities"].map(|name| fields.remove(name));
        let (text, entities) = match text.filter(Value::is_string) {
            Some(text) => (text, entities),
            None => (caption.filter(Value::is_string).unwrap_or("".into()), captioned),
        };
        let entities = entities.as_ref().and_then(Value::as_array).into_iter().flatten();
        let entities = entities.filter(|entity| entity["type"] == setting).cloned();
        fields.insert("entities".to_owned(), entities.collect());
        fields.insert("text".to_owned(), text);
    }
    let markup = fields.remove("reply_markup");
    if let Some(rows) = markup.as_ref().and_then(|markup| markup["inline_keyboard"].as_array()) {
        let carries = |button: &&Value| button["callback_data"].is_string();
        let row = |row: &Value| -> Value {
            row.as_array().into_iter().flatten().filter(carries).cloned().collect()
        };
        let rows: Vec<Value> = rows.iter().map(row).collect();
        fields.insert("reply_markup".to_owned(), json!({"inline_keyboard": rows}));
    }
}

/// Of a message that is answered only our own mark is read: the addresses of others are none of ours.
fn our_setting(answered: &Value, me: &Me) -> &'static str {
    if answered["from"]["id"] == me.id.0 { OF_QUESTIONS } else { OF_PEOPLE }
}

fn said(key: String, message: &Message, beside: Beside, me: &Me, now: Instant) -> Heard {
    let chat = message.chat.id.0;
    if let Some(to) = message.migrate_to_chat_id() {
        return Heard::ClockChange { from: chat, to: to.0 };
    }
    if let Some(from) = message.migrate_from_chat_id() {
        return Heard::ClockChange { from: from.0, to: chat };
    }
    let files = beside.files;
    let line = message.text().unwrap_or_default();
    let is_private = message.chat.is_private();
    let is_ours = talk::read_line(line).is_some() && !is_for_another(line, me);
    // What answers a question of ours fills in what it asked for.
    let form = message.reply_to_message().filter(|_| !is_ours).and_then(|asked| {
        asked_in(asked, me).or_else(|| checked_in_by(asked, me).filter(|_| is_private))
    });
    // The pictures of an album come one by one, and what is said of them comes with one of them.
    let is_more = beside.is_of_album && line.is_empty();
    let is_silent = line.is_empty() && files.is_empty();
    if !is_ours && form.is_none() && (!is_private || is_silent || is_more) {
        return Heard::Nothing;
    }
    let from = message.from.as_ref().filter(|from| !from.is_bot && message.sender_chat.is_none());
    let Some(from) = from else {
        let line = line.to_owned();
        return Heard::Anonymous { chat: message.chat.id.0, message: message.id, line };
    };
    let said = if is_ours {
        Input::Line(line.to_owned())
    } else if let Some((press, field)) = form {
        // What asks for a picture asks for no words: those that come with it are a note.
        let field = if field.is_empty() { "note".to_owned() } else { field };
        Input::Form { press, fields: vec![(field, line.to_owned())] }
    } else {
        // Whatever is said in private deserves an answer.
        Input::Command { path: "help".to_owned(), args: vec![] }
    };
    let place = place(Spot::of(message), from, me);
    let sent_at = Some(Instant(message.date.timestamp()));
    let replied = message.reply_to_message().and_then(|replied| replied.from.as_ref());
    let request = Request {
        key,
        account: account(from),
        place,
        said,
        named: named(message),
        replied_to: replied.filter(|user| !user.is_bot).map(account),
        files,
        manages: false,
        bot_rights: vec![],
        sent_at,
        unheard_since: None,
        now,
    };
    Heard::Input(Box::new(request), answer(Spot::of(message), from, None))
}

/// Those who are mentioned without a name of their own.
fn named(message: &Message) -> Vec<Account> {
    let users = message.entities().into_iter().flatten().filter_map(|entity| match &entity.kind {
        MessageEntityKind::TextMention { user } => Some(account(user)),
        _ => None,
    });
    users.collect()
}

/// What came along, by Telegram's id: the largest size of a photo, or a document.
fn files(message: &Value) -> Vec<String> {
    let id = |file: &Value| file["file_id"].as_str().map(str::to_owned);
    let sizes = message["photo"].as_array().into_iter().flatten();
    let photo = sizes.max_by_key(|size| size["width"].as_i64()).and_then(id);
    let photo = photo.map(|photo| format!("photo:{photo}"));
    let document = id(&message["document"]).map(|document| format!("document:{document}"));
    photo.or(document).into_iter().collect()
}

/// The mark of a question: an address that nobody sees, which says what the answer fills in.
pub(crate) fn mark_of(me: &Me, press: &str, field: &str) -> String {
    format!("https://t.me/{}#{press}~{field}", me.username())
}

/// What a question of ours asked for: the id it stood for, and the field.
fn asked_in(asked: &Message, me: &Me) -> Option<(String, String)> {
    asked.from.as_ref().filter(|from| from.id == me.id)?;
    asked.entities()?.iter().find_map(|entity| match &entity.kind {
        MessageEntityKind::TextLink { url } => {
            let (press, field) = url.fragment()?.split_once('~')?;
            Some((press.to_owned(), field.to_owned()))
        }
        _ => None,
    })
}

/// A message of ours that asks for a check-in takes an answer as well, as a tap of its button.
fn checked_in_by(asked: &Message, me: &Me) -> Option<(String, String)> {
    asked.from.as_ref().filter(|from| from.id == me.id)?;
    let rows = &asked.reply_markup()?.inline_keyboard;
    let presses = rows.iter().flatten().filter_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(press) => Some(press.as_str()),
        _ => None,
    });
    Some((talk::check_in_of(presses)?, "reply".to_owned()))
}

/// `/checkin@another_bot` is not for us.
fn is_for_another(line: &str, me: &Me) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    word.split_once('@').is_some_and(|(_, name)| !name.eq_ignore_ascii_case(me.username()))
}

fn pressed(
    key: String,
    query: CallbackQuery,
    me: &Me,
    now: Instant,
    unheard_since: Option<Instant>,
) -> Heard {
    let (data, message) = (query.data.clone(), query.message.as_ref());
    let (Some(data), Some(message)) = (data, message) else {
        let locale = query.from.language_code.unwrap_or_default();
        return Heard::Unknown { query: query.id.0, locale };
    };
    // A message may be too old to be handed out; its button works all the same.
    let spot = Spot {
        chat: message.chat(),
        thread: message.regular_message().and_then(thread),
        message: message.id(),
    };
    let place = place(spot, &query.from, me);
    // Telegram does not say when a button was pressed.
    let request = Request {
        key,
        account: account(&query.from),
        place,
        said: Input::Callback(data),
        named: vec![],
        replied_to: None,
        files: vec![],
        manages: false,
        bot_rights: vec![],
        sent_at: None,
        unheard_since,
        now,
    };
    Heard::Input(Box::new(request), answer(spot, &query.from, Some(query.id.0.clone())))
}

/// We were let in somewhere, or are there no longer.
fn changed(mut change: Value) -> anyhow::Result<Heard> {
    let chat: Chat = typed(change["chat"].take())?;
    let [was_present, is_present] =
        ["old_chat_member", "new_chat_member"].map(|side| is_present(&change[side]));
    let is_group = chat.is_group() || chat.is_supergroup();
    Ok(if is_group && is_present && !was_present {
        let locale = change["from"]["language_code"].as_str().map(str::to_owned);
        Heard::Brought { group: community(&chat), locale }
    } else {
        Heard::Reachable { address: chat.id.to_string(), reachable: is_present }
    })
}

fn is_present(member: &Value) -> bool {
    match member["status"].as_str() {
        Some("creator" | "administrator" | "member") => true,
        Some("restricted") => member["is_member"] == true,
        _ => false,
    }
}

fn community(chat: &Chat) -> CommunityAddress {
    CommunityAddress {
        platform: Platform::Telegram,
        external_id: chat.id.to_string(),
        name: talk::clean_name(chat.title().unwrap_or_default(), "group"),
        locale: None,
    }
}

fn account(from: &User) -> Account {
    Account {
        platform: Platform::Telegram,
        external_id: from.id.to_string(),
        name: talk::clean_name(&from.full_name(), "someone"),
        handle: from.username.as_ref().map(|name| name.to_lowercase()),
        locale: from.language_code.clone(),
    }
}

/// Where something was said or pressed.
#[derive(Clone, Copy)]
struct Spot<'a> {
    chat: &'a Chat,
    thread: Option<i32>,
    message: MessageId,
}

impl<'a> Spot<'a> {
    fn of(message: &'a Message) -> Spot<'a> {
        Spot { chat: &message.chat, thread: thread(message), message: message.id }
    }
}

fn place(spot: Spot<'_>, from: &User, me: &Me) -> Place {
    let community = (!spot.chat.is_private()).then(|| community(spot.chat));
    Place {
        community,
        address: spot.chat.id.to_string(),
        thread: spot.thread.map(|thread| thread.to_string()).unwrap_or_default(),
        private_address: from.id.to_string(),
        opens_private: false,
        deep_link: Some(format!("https://t.me/{}?start=", me.username())),
        takes_location: spot.chat.is_private(),
        locale: None,
    }
}

fn thread(message: &Message) -> Option<i32> {
    message.thread_id.filter(|_| message.is_topic_message).map(|thread| thread.0.0)
}

fn answer(spot: Spot<'_>, from: &User, query: Option<String>) -> Answer {
    Answer {
        chat: spot.chat.id.0,
        thread: spot.thread,
        message: spot.message,
        is_private: spot.chat.is_private(),
        query,
        // A private chat has the number of its person.
        from: from.id.0 as i64,
        locale: from.language_code.clone().unwrap_or_default(),
        closes_keyboard: false,
        told: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    fn heard(kind: &str, inner: Value) -> Heard {
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
        let mark = mark_of(&me(), "v1:checkin:5:", "");
        let entities = json!([{"type": "text_link", "offset": 0, "length": 1, "url": mark}]);
        message(&json!({
            "message_id": 1, "from": bot(), "text": "\u{2060}Show it", "entities": entities,
        }))
    }

    #[test]
    fn what_is_said_of_a_picture_that_was_asked_for_is_a_note() {
        let fields = json!({"photo": picture(), "caption": "5 km", "reply_to_message": question()});
        let Heard::Input(request, _) = heard("message", message(&fields)) else {
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
        assert!(matches!(heard("message", alone), Heard::Input(..)));
        let further = message(&json!({"photo": picture(), "media_group_id": "9"}));
        assert!(matches!(heard("message", further), Heard::Nothing));
        let fields = json!({"photo": picture(), "media_group_id": "9", "caption": "Look"});
        assert!(matches!(heard("message", message(&fields)), Heard::Input(..)));
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

    /// Somebody who speaks German changes what we are in a group.
    fn became(old: &Value, new: &Value) -> Heard {
        let change = json!({
            "chat": {"id": -100, "type": "supergroup", "title": "Readers"}, "date": NOW.0,
            "from": {"id": 6, "is_bot": false, "first_name": "Ken", "language_code": "de"},
            "old_chat_member": old, "new_chat_member": new,
        });
        heard("my_chat_member", change)
    }

    #[test]
    fn who_brings_us_into_a_group_says_in_which_language_we_begin() {
        let left = json!({"user": bot(), "status": "left"});
        let member = json!({"user": bot(), "status": "member"});
        let Heard::Brought { group, locale } = became(&left, &member) else {
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
        assert!(matches!(more, Heard::Reachable { reachable: true, .. }));
        let gone = became(&member, &left);
        assert!(matches!(gone, Heard::Reachable { reachable: false, .. }));
    }

    #[test]
    fn what_others_set_in_a_message_that_is_answered_costs_nothing() {
        let entity =
            json!({"type": "text_link", "offset": 0, "length": 1, "url": "http://1.2.3.4.5/"});
        let other = message(&json!({"message_id": 1, "text": "x", "entities": [entity]}));
        let line = message(&json!({"text": "/checkin", "reply_to_message": other}));
        assert!(matches!(heard("message", line), Heard::Input(..)));
    }

    #[test]
    fn a_press_below_something_odd_is_a_press() {
        for odd in [json!([]), json!(7), json!({"inline_keyboard": [[7, {}], 8]})] {
            let below = message(&json!({"from": bot(), "reply_markup": odd}));
            let from = below["chat"].clone();
            let mut query = json!({"id": "9", "chat_instance": "1", "data": "v1:events::"});
            query["from"] = json!({"id": from["id"], "is_bot": false, "first_name": "Ada"});
            query["message"] = below;
            assert!(matches!(heard("callback_query", query), Heard::Input(..)));
        }
    }

    #[test]
    fn who_cannot_be_told_from_others_is_heard_with_what_was_said() {
        let group = json!({"id": -100, "type": "supergroup", "title": "Readers"});
        let fields = json!({"chat": group, "sender_chat": group, "text": "/link abcdefgh"});
        let Heard::Anonymous { line, .. } = heard("message", message(&fields)) else {
            panic!("it is anonymous")
        };
        assert_eq!(line, "/link abcdefgh");
    }
}
