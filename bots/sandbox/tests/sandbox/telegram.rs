//! The Telegram server as a bot and its people meet it.

use crate::world::{World, reaction};
use serde_json::{Value, json};

const GROUP: i64 = -1_001_234_567_890;
const ADA: i64 = 5_000_000_001;

/// A bot that repeats each text, with a button, and answers presses with a toast.
async fn world_that_repeats() -> World {
    let world = World::begin().await;
    let repeat = reaction(|world: World, update: Value| async move {
        if let Some(text) = update["message"]["text"].as_str() {
            let message = &update["message"];
            let keyboard = json!([[{"text": "Go", "callback_data": "go"}, {"text": "Web", "url": "https://x.test"}]]);
            let body = json!({"chat_id": message["chat"]["id"], "text": format!("<b>{text}</b>"),
                "parse_mode": "HTML", "reply_markup": {"inline_keyboard": keyboard},
                "reply_parameters": {"message_id": message["message_id"]}});
            world.telegram_call("SendMessage", body).await;
        }
        let query = &update["callback_query"];
        if query.is_object() {
            let body = json!({"callback_query_id": query["id"], "text": query["data"]});
            world.telegram_call("AnswerCallbackQuery", body).await;
        }
    });
    world.telegram(repeat);
    world
}

#[tokio::test]
async fn a_private_line_is_answered_with_entities_parsed() {
    let world = world_that_repeats().await;
    let answer = world.say("telegram private", "ada", "/start").await;
    let message = &answer["messages"][0];
    assert_eq!((&message["text"], &message["markup"]), (&json!("/start"), &json!("<b>/start</b>")));
    assert_eq!((&message["place"], &message["person"]), (&json!("private"), &json!("ada")));
    assert_eq!(world.press(message, "ken", "Go").await["error"]["code"], "not_visible");
}

#[tokio::test]
async fn a_press_brings_a_toast_and_a_link_is_no_press() {
    let world = world_that_repeats().await;
    let answer = world.say("telegram group", "ken", "/board").await;
    let message = &answer["messages"][0];
    let pressed = world.press(message, "grace", "Go").await;
    assert_eq!(pressed["toasts"][0]["text"], "go");
    assert_eq!(pressed["toasts"][0]["person"], "grace");
    let linked = world.press(message, "grace", "Web").await;
    assert_eq!(linked["error"]["message"], "this button opens https://x.test");
}

#[tokio::test]
async fn in_the_group_the_bot_hears_commands_and_replies_only() {
    let world = world_that_repeats().await;
    assert_eq!(world.say("telegram group", "ken", "hello").await["messages"], json!([]));
    let other = world.say("telegram group", "ken", "/board@other_bot").await;
    assert_eq!(other["messages"], json!([]));
    let answer = world.say("telegram group", "ken", "/board@Streaks_Sandbox_Bot").await;
    let message = &answer["messages"][0];
    let reply = json!({"platform": "telegram", "place": "group", "person": "ken", "text": "yes",
        "reply_to": message["id"]});
    assert_eq!(world.control("say", reply).await["messages"][0]["text"], "yes");
}

#[tokio::test]
async fn a_bot_cannot_write_first() {
    let world = World::begin().await;
    let body = json!({"chat_id": ADA, "text": "Hello"});
    let (status, refused) = world.telegram_call("sendMessage", body).await;
    assert_eq!(status, 403);
    let words = "Forbidden: bot can't initiate conversation with a user";
    assert_eq!(refused["description"], words);
}

#[tokio::test]
async fn a_press_can_be_answered_for_150_seconds() {
    let world = World::begin().await;
    let answer =
        |id: Value| world.telegram_call("answerCallbackQuery", json!({"callback_query_id": id}));
    let keyboard = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]});
    let body = json!({"chat_id": GROUP, "text": "Board", "reply_markup": keyboard});
    let (_, sent) = world.telegram_call("sendMessage", body).await;
    let key = format!("tg:{GROUP}:{}", sent["result"]["message_id"]);
    let press = json!({"message": key, "person": "ada", "button": "Go"});
    let pressing = tokio::spawn({
        let world = world.clone();
        async move { world.control("press", press).await }
    });
    let (_, updates) = world.telegram_call("getUpdates", json!({"timeout": 5})).await;
    pressing.await.expect("pressed");
    let id = updates["result"][0]["callback_query"]["id"].clone();
    assert_eq!(answer(id.clone()).await.0, 200);
    world.control("clock", json!({"advance_s": 151})).await;
    let (status, refused) = answer(id).await;
    assert_eq!(status, 400);
    let words = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(refused["description"], words);
}

#[tokio::test]
async fn a_bot_hears_who_brings_it_into_the_group() {
    let world = World::begin().await;
    world.control("bring", json!({"platform": "telegram", "person": "ken"})).await;
    let (_, updates) = world.telegram_call("getUpdates", json!({"timeout": 5})).await;
    let change = &updates["result"][0]["my_chat_member"];
    assert_eq!(change["from"]["language_code"], "de");
    let status = |member: &str| change[member]["status"].clone();
    assert_eq!(
        (status("old_chat_member"), status("new_chat_member")),
        (json!("left"), json!("member"))
    );
}

#[tokio::test]
async fn a_second_poller_ends_the_first() {
    let world = World::begin().await;
    let first = tokio::spawn({
        let world = world.clone();
        async move { world.telegram_call("getUpdates", json!({"timeout": 20})).await }
    });
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let (status, _) = world.telegram_call("getUpdates", json!({"timeout": 0})).await;
    assert_eq!(status, 200);
    assert_eq!(first.await.expect("an answer").0, 409);
}

#[tokio::test]
async fn closing_ends_long_polls() {
    let world = World::begin().await;
    let poll = tokio::spawn({
        let world = world.clone();
        async move { world.telegram_call("getUpdates", json!({"timeout": 50})).await }
    });
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    world.sandbox.close();
    let ended = tokio::time::timeout(std::time::Duration::from_secs(2), poll).await;
    assert_eq!(ended.expect("in time").expect("an answer").0, 200);
}

#[tokio::test]
async fn an_edit_must_change_something() {
    let world = World::begin().await;
    let (_, sent) =
        world.telegram_call("sendMessage", json!({"chat_id": GROUP, "text": "one"})).await;
    let edit = |text: &str, id: Value| {
        let body = json!({"chat_id": GROUP, "message_id": id, "text": text});
        world.telegram_call("editMessageText", body)
    };
    let id = sent["result"]["message_id"].clone();
    assert_eq!(edit("two", id.clone()).await.1["result"]["text"], "two");
    let (_, refused) = edit("two", id).await;
    let words = refused["description"].as_str().expect("words");
    assert!(words.starts_with("Bad Request: message is not modified"), "{words}");
    let (_, refused) = edit("two", json!(999)).await;
    assert_eq!(refused["description"], "Bad Request: message to edit not found");
}

#[tokio::test]
async fn a_photo_is_uploaded_and_downloaded() {
    let world = World::begin().await;
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 0, 9, 0, 0, 0, 9]);
    let part = reqwest::multipart::Part::bytes(png.clone()).file_name("matrix.png");
    let form = reqwest::multipart::Form::new().text("chat_id", GROUP.to_string());
    let form = form.text("photo", "attach://p1").part("p1", part);
    let url = format!("{}/bot{}/SendPhoto", world.base, sandbox::TELEGRAM_TOKEN);
    let sent: Value = world
        .http
        .post(url)
        .multipart(form)
        .send()
        .await
        .expect("sent")
        .json()
        .await
        .expect("JSON");
    let file = sent["result"]["photo"][0]["file_id"].clone();
    let (_, file) = world.telegram_call("getFile", json!({"file_id": file})).await;
    let path = file["result"]["file_path"].as_str().expect("a path").to_owned();
    let url = format!("{}/file/bot{}/{path}", world.base, sandbox::TELEGRAM_TOKEN);
    assert_eq!(
        world.http.get(url).send().await.expect("a file").bytes().await.expect("bytes"),
        png
    );
    let shown = world.read("messages?person=ada").await;
    assert_eq!(shown["messages"][0]["files"][0]["type"], "image/png");
}

#[tokio::test]
async fn a_person_sends_a_photo_with_a_caption_as_a_reply_and_the_bot_downloads_it() {
    let world = World::begin().await;
    let (_, asked) =
        world.telegram_call("sendMessage", json!({"chat_id": GROUP, "text": "Proof?"})).await;
    let number = asked["result"]["message_id"].clone();
    let said = json!({"platform": "telegram", "place": "group", "person": "ken", "photo": true,
        "text": "five km", "reply_to": format!("tg:{GROUP}:{number}")});
    let saying = tokio::spawn({
        let world = world.clone();
        async move { world.control("say", said).await }
    });
    let (_, updates) = world.telegram_call("getUpdates", json!({"timeout": 5})).await;
    let message = &updates["result"][0]["message"];
    assert_eq!((&message["caption"], &message["text"]), (&json!("five km"), &Value::Null));
    assert_eq!(message["reply_to_message"]["message_id"], number);
    let photo = &message["photo"][0];
    assert!(photo["width"].as_u64() > Some(0) && photo["file_size"].as_u64() > Some(0));
    let (_, file) = world.telegram_call("getFile", json!({"file_id": photo["file_id"]})).await;
    let path = file["result"]["file_path"].as_str().expect("a path").to_owned();
    let url = format!("{}/file/bot{}/{path}", world.base, sandbox::TELEGRAM_TOKEN);
    let bytes = world.http.get(url).send().await.expect("a file").bytes().await.expect("bytes");
    assert_eq!(Some(bytes.len() as u64), photo["file_size"].as_u64());
    assert!(bytes.starts_with(b"\x89PNG"));
    saying.abort();
}

#[tokio::test]
async fn a_photo_needs_no_caption_and_has_no_long_one() {
    let world = World::begin().await;
    let say = |text: &str| {
        let said = json!({"platform": "telegram", "place": "private", "person": "ken",
            "photo": true, "text": text});
        let world = world.clone();
        async move { world.control("say", said).await }
    };
    assert_eq!(say(&"x".repeat(1_025)).await["error"]["code"], "bad_input");
    let saying = tokio::spawn(say(""));
    let (_, updates) = world.telegram_call("getUpdates", json!({"timeout": 5})).await;
    let message = &updates["result"][0]["message"];
    assert!(message["photo"].is_array() && message.get("caption").is_none(), "{message}");
    saying.abort();
}

#[tokio::test]
async fn people_of_all_our_languages_say_theirs_on_both_platforms() {
    let world = World::begin().await;
    let page = world.http.get(format!("{}/sandbox", world.base)).send().await.expect("a page");
    let page = page.text().await.expect("text");
    for (locale, language) in
        [("en-US", "en"), ("de", "de"), ("es-ES", "es"), ("ar", "ar"), ("hi", "hi"), ("ja", "ja")]
    {
        assert!(page.contains(&format!("<option value=\"{locale}\">")), "{locale}");
        let person = json!({"name": locale, "locale": locale, "zone": "UTC"});
        let person = world.control("people", person).await["id"].clone();
        world.control("bring", json!({"platform": "telegram", "person": person})).await;
        let (_, updates) = world.telegram_call("getUpdates", json!({"offset": -1})).await;
        assert_eq!(updates["result"][0]["message"]["from"]["language_code"], language);
    }
}

#[tokio::test]
async fn an_unknown_method_is_counted_and_a_wrong_token_is_not() {
    let world = World::begin().await;
    assert_eq!(world.telegram_call("sendDice", json!({"chat_id": GROUP})).await.0, 404);
    let url = format!("{}/bot1:wrong/getMe", world.base);
    assert_eq!(world.http.get(url).send().await.expect("an answer").status(), 401);
    assert_eq!(world.read("unknown").await["count"], 1);
}

#[tokio::test]
async fn a_fault_may_strike_after_the_effect() {
    let world = World::begin().await;
    let fault =
        json!({"platform": "telegram", "path": "SendMessage", "status": 502, "after_effect": true});
    world.control("fault", fault).await;
    let body = json!({"chat_id": GROUP, "text": "once"});
    assert_eq!(world.telegram_call("sendmessage", body).await.0, 502);
    assert_eq!(world.read("messages?person=ada").await["messages"][0]["text"], "once");
}

#[tokio::test]
async fn twenty_people_at_once_each_get_their_own_answer() {
    let world = world_that_repeats().await;
    let mut people = Vec::new();
    for number in 0..20 {
        let world = world.clone();
        people.push(tokio::spawn(async move {
            let name = json!({"name": format!("P{number}"), "locale": "en-US", "zone": "UTC"});
            let person = world.control("people", name).await["id"].clone();
            let person = person.as_str().expect("an id").to_owned();
            for turn in 0..10 {
                let text = format!("/say {person} {turn}");
                let place = if turn % 2 == 0 { "telegram private" } else { "telegram group" };
                let answer = world.say(place, &person, &text).await;
                let messages = answer["messages"].as_array().expect("messages").clone();
                assert_eq!(messages.len(), 1, "{answer}");
                assert_eq!(messages[0]["text"], text.as_str());
            }
        }));
    }
    for person in people {
        person.await.expect("every answer was its own");
    }
}
