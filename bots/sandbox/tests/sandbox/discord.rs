//! The Discord server as a bot and its people meet it.

use crate::world::{World, reaction};
use serde_json::{Value, json};

const TEXT: &str = "/say text:hello";

async fn world_that_answers(body: Value) -> World {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let answer = reaction(move |world: World, interaction: Value| {
        let body = body.clone();
        async move {
            world.respond(&interaction, body).await;
        }
    });
    world.discord(answer).await;
    world
}

fn command() -> Value {
    json!({"name": "say", "description": "Say it", "options": [
        {"name": "text", "description": "What", "type": 3, "required": true, "autocomplete": true}]})
}

fn button(label: &str) -> Value {
    let button = json!({"type": 2, "style": 1, "label": label, "custom_id": format!("do:{label}")});
    json!([{"type": 1, "components": [button]}])
}

#[tokio::test]
async fn a_command_is_answered_for_all_to_see() {
    let world = world_that_answers(json!({"type": 4, "data": {"content": "Hello"}})).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    assert_eq!(answer["error"], Value::Null);
    assert_eq!(answer["messages"][0]["text"], "Hello");
    assert_eq!(answer["messages"][0]["only_for"], Value::Null);
    assert_eq!(world.read("messages?person=ada").await["messages"][0]["text"], "Hello");
}

#[tokio::test]
async fn a_reset_leaves_nothing_said_and_the_bot_goes_on_without_logging_in_again() {
    let world = world_that_answers(json!({"type": 4, "data": {"content": "Hello"}})).await;
    world.control("clock", json!({"advance_s": 86_400})).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    let pin = answer["messages"][0]["id"].as_str().expect("an id").replace("dc:", "");
    let pins = "/channels/1180000000000000101/messages/pins";
    world.discord_call("PUT", &format!("{pins}/{pin}"), json!({})).await;
    let done = world.control("reset", json!({})).await;
    assert_eq!((&done["error"], &done["bots_forget"]), (&Value::Null, &json!(true)));
    assert_eq!(done["now"], "2026-03-01T12:00:00.000Z");
    assert_eq!(world.read("messages?person=ken").await["messages"], json!([]));
    assert_eq!(world.discord_get(pins).await["items"], json!([]));
    assert_eq!(world.read("transcript").await["entries"], json!([]));
    let again = world.say("discord group", "ken", TEXT).await;
    assert_eq!(again["messages"][0]["text"], "Hello");
    assert_eq!(world.read("gateway").await, json!({"identified": 1, "resumed": 0}));
}

#[tokio::test]
async fn an_ephemeral_answer_is_seen_and_pressed_by_one_person_only() {
    let data = json!({"content": "Psst", "flags": 64, "components": button("Go")});
    let world = world_that_answers(json!({"type": 4, "data": data})).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    let message = &answer["messages"][0];
    assert_eq!(message["only_for"], "ken");
    assert_eq!(world.read("messages?person=ada").await["messages"], json!([]));
    assert_eq!(world.press(message, "ada", "Go").await["error"]["code"], "not_visible");
    assert_eq!(world.press(message, "ken", "Go").await["error"], Value::Null);
    assert_eq!(world.press(message, "ken", "Stop").await["error"]["code"], "no_button");
}

#[tokio::test]
async fn a_picked_file_goes_with_the_option_that_names_it() {
    let world = World::begin().await;
    let proof = json!({"name": "proof", "description": "What", "type": 11, "required": true});
    let show = json!({"name": "show", "description": "Show it", "options": [proof]});
    world.register(json!([show])).await;
    let read = reaction(|world: World, interaction: Value| async move {
        let data = &interaction["data"];
        let id = data["options"][0]["value"].as_str().expect("an id");
        let file = &data["resolved"]["attachments"][id];
        let address = file["url"].as_str().expect("an address");
        let got = world.http.get(address).send().await.expect("it is there");
        let held = got.text().await.expect("it is a text");
        let content = format!("{} {} {held}", file["filename"], file["content_type"]);
        world.respond(&interaction, json!({"type": 4, "data": {"content": content}})).await;
    });
    world.discord(read).await;
    let pick = async |name: &str, bytes: Vec<u8>| {
        let url = format!("{}/sandbox/api/files?name={name}", world.base);
        let request = world.http.post(url).header("content-type", "text/plain").body(bytes);
        request.send().await.expect("an answer").json::<Value>().await.expect("JSON")
    };
    let picked = pick("my%20gym.txt", b"five km".to_vec()).await;
    assert_eq!(picked["name"], "mygym.txt");
    let answer = world.say("discord group", "ken", "/show proof:mygym.txt").await;
    assert_eq!(answer["messages"][0]["text"], "\"mygym.txt\" \"text/plain\" five km");
    for (name, bytes) in [("gym.txt", vec![]), ("gym.txt", vec![0; (10 << 20) + 1]), ("", vec![1])]
    {
        assert_eq!(pick(name, bytes).await["error"]["code"], "bad_input");
    }
}

#[tokio::test]
async fn a_bot_reads_in_which_guilds_it_is() {
    let world = World::begin().await;
    let listed = world.discord_get("/users/@me/guilds?limit=200&after=0").await;
    let guild = &listed[0];
    assert_eq!((&guild["id"], &guild["owner"]), (&json!("1180000000000000100"), &json!(false)));
    assert!(guild["permissions"].is_string() && guild["approximate_member_count"].is_null());
    let counted = world.discord_get("/users/@me/guilds?with_counts=true").await;
    assert!(counted[0]["approximate_member_count"].is_number(), "{counted}");
    for rest in ["after=1180000000000000100", "before=1180000000000000100"] {
        assert_eq!(world.discord_get(&format!("/users/@me/guilds?{rest}")).await, json!([]));
    }
    for limit in ["0", "201", "all"] {
        let refused = world.discord_get(&format!("/users/@me/guilds?limit={limit}")).await;
        assert_eq!(refused["code"], 50_035, "{limit}");
    }
    world.control("put-out", json!({"platform": "discord", "person": "ken"})).await;
    assert_eq!(world.discord_get("/users/@me/guilds").await, json!([]));
}

#[tokio::test]
async fn a_second_answer_is_refused_with_40060() {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let twice = reaction(|world: World, interaction: Value| async move {
        let body = json!({"type": 4, "data": {"content": "once"}});
        assert_eq!(world.respond(&interaction, body.clone()).await.0, 204);
        let (status, refused) = world.respond(&interaction, body).await;
        let report = json!({"content": format!("{status} {}", refused["code"])});
        let id = interaction["application_id"].as_str().expect("an id");
        let token = interaction["token"].as_str().expect("a token");
        world.discord_call("POST", &format!("/webhooks/{id}/{token}"), report).await;
    });
    world.discord(twice).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    assert_eq!(answer["messages"][1]["text"], "400 40060");
}

#[tokio::test]
async fn silence_is_told_after_three_seconds_and_a_late_answer_is_refused() {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let late = reaction(|world: World, interaction: Value| async move {
        tokio::time::sleep(std::time::Duration::from_millis(3_200)).await;
        let (status, refused) = world.respond(&interaction, json!({"type": 5})).await;
        assert_eq!((status, refused["code"].as_u64()), (404, Some(10_062)));
    });
    world.discord(late).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    assert_eq!(answer["error"]["code"], "no_response");
}

#[tokio::test]
async fn a_deferred_answer_is_awaited() {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let slowly = reaction(|world: World, interaction: Value| async move {
        world.respond(&interaction, json!({"type": 5, "data": {"flags": 64}})).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let id = interaction["application_id"].as_str().expect("an id");
        let token = interaction["token"].as_str().expect("a token");
        let path = format!("/webhooks/{id}/{token}");
        world.discord_call("POST", &path, json!({"content": "Done"})).await;
    });
    world.discord(slowly).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    let messages = answer["messages"].as_array().expect("messages");
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0]["text"], "Done");
    assert_eq!(messages[0]["only_for"], "ken");
    assert_eq!((&messages[0]["loading"], &messages[0]["edited"]), (&json!(false), &json!(false)));
}

#[tokio::test]
async fn a_form_is_opened_checked_and_sent() {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let form = reaction(|world: World, interaction: Value| async move {
        let input =
            json!({"type": 4, "custom_id": "note", "label": "Note", "style": 1, "max_length": 5});
        let rows = json!([{"type": 1, "components": [input]}]);
        let body = match interaction["type"].as_u64() {
            Some(2) => {
                json!({"type": 9, "data": {"custom_id": "f", "title": "Form", "components": rows}})
            }
            _ => {
                let typed = &interaction["data"]["components"][0]["components"][0]["value"];
                json!({"type": 4, "data": {"content": typed}})
            }
        };
        world.respond(&interaction, body).await;
    });
    world.discord(form).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    let modal = &answer["messages"][0]["modal"];
    assert_eq!(modal["fields"][0]["label"], "Note");
    let submit = |note: &str| {
        let fields = json!({"Note": note});
        world.control("submit", json!({"message": modal["id"], "fields": fields, "person": "ken"}))
    };
    assert_eq!(submit("").await["error"]["code"], "required");
    assert_eq!(submit("far too long").await["error"]["code"], "too_long");
    assert_eq!(submit("fine").await["messages"][0]["text"], "fine");
}

#[tokio::test]
async fn typing_brings_the_bots_choices() {
    let choices = json!([{"name": "Reading", "value": "r"}]);
    let world = world_that_answers(json!({"type": 8, "data": {"choices": choices}})).await;
    let typed = json!({"command": "/say", "option": "text", "typed": "Re", "person": "ken"});
    let answer = world.control("autocomplete", typed).await;
    assert_eq!(answer, json!({"choices": choices, "error": null}));
}

#[tokio::test]
async fn a_nonce_sends_once_within_three_minutes() {
    let world = World::begin().await;
    let path = "/channels/1180000000000000101/messages";
    let body = json!({"content": "news", "nonce": "n1", "enforce_nonce": true});
    let (_, first) = world.discord_call("POST", path, body.clone()).await;
    let (status, second) = world.discord_call("POST", path, body.clone()).await;
    assert_eq!((status, &second["id"]), (200, &first["id"]));
    world.control("clock", json!({"advance_s": 181})).await;
    let (_, third) = world.discord_call("POST", path, body).await;
    assert_ne!(third["id"], first["id"]);
}

#[tokio::test]
async fn a_token_dies_after_fifteen_minutes() {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let keep = reaction(|world: World, interaction: Value| async move {
        let data = json!({"content": interaction["token"]});
        world.respond(&interaction, json!({"type": 4, "data": data})).await;
    });
    world.discord(keep).await;
    let answer = world.say("discord group", "ken", TEXT).await;
    let token = answer["messages"][0]["text"].as_str().expect("a token").to_owned();
    let path = format!("/webhooks/1180000000000000001/{token}/messages/@original");
    assert_eq!(world.discord_call("PATCH", &path, json!({"content": "now"})).await.0, 200);
    world.control("clock", json!({"advance_s": 901})).await;
    let (status, refused) = world.discord_call("PATCH", &path, json!({"content": "late"})).await;
    assert_eq!((status, refused["code"].as_u64()), (401, Some(50_027)));
}

#[tokio::test]
async fn the_bot_has_been_there_for_long_until_somebody_brings_it_in() {
    let world = World::begin().await;
    let path = "/guilds/1180000000000000100/members/1180000000000000001";
    assert_eq!(world.discord_get(path).await["joined_at"], "2024-01-01T00:00:00.000000+00:00");
    world.control("bring", json!({"platform": "discord", "person": "ada"})).await;
    assert_eq!(world.discord_get(path).await["joined_at"], "2026-03-01T12:00:00.000000+00:00");
}

#[tokio::test]
async fn roles_above_the_bot_are_out_of_reach() {
    let world = World::begin().await;
    let role =
        |role: u64| format!("/guilds/1180000000000000100/members/1180000000000001002/roles/{role}");
    let low = role(1_180_000_000_000_000_104);
    assert_eq!(world.discord_call("PUT", &low, json!({})).await.0, 204);
    let (_, refused) = world.discord_call("PUT", &role(1_180_000_000_000_000_105), json!({})).await;
    assert_eq!(refused["code"], 50_013);
}

#[tokio::test]
async fn a_fault_strikes_before_or_after_the_effect() {
    let world = World::begin().await;
    let path = "/channels/1180000000000000101/messages";
    let fault = |after_effect: bool, status: u16| {
        json!({"platform": "discord", "method": "POST", "path": "/channels/*/messages",
            "status": status, "retry_after": 2, "after_effect": after_effect})
    };
    world.control("fault", fault(false, 429)).await;
    let (status, body) = world.discord_call("POST", path, json!({"content": "one"})).await;
    assert_eq!((status, body["retry_after"].as_f64()), (429, Some(2.0)));
    world.control("fault", fault(true, 500)).await;
    assert_eq!(world.discord_call("POST", path, json!({"content": "two"})).await.0, 500);
    world.control("fault", fault(true, 0)).await;
    let url = format!("{}/api/v10{path}", world.base);
    let token = format!("Bot {}", sandbox::DISCORD_TOKEN);
    let dropped = world.http.post(url).header("Authorization", token);
    let dropped = dropped.json(&json!({"content": "three"})).send().await;
    assert!(dropped.expect_err("a dropped connection").status().is_none());
    let messages = world.read("messages?person=ada").await["messages"].clone();
    let texts: Vec<&Value> =
        messages.as_array().into_iter().flatten().map(|one| &one["text"]).collect();
    assert_eq!(texts, ["two", "three"]);
}

#[tokio::test]
async fn pins_are_listed_by_pages_the_newest_first_and_by_the_older_routes_too() {
    let world = World::begin().await;
    let channel = "/channels/1180000000000000101";
    let mut ids = vec![];
    for (text, pins) in [("one", "messages/pins"), ("two", "pins"), ("three", "messages/pins")] {
        let path = format!("{channel}/messages");
        let (_, sent) = world.discord_call("POST", &path, json!({"content": text})).await;
        let id = sent["id"].as_str().expect("an id").to_owned();
        let pin = format!("{channel}/{pins}/{id}");
        assert_eq!(world.discord_call("PUT", &pin, json!({})).await.0, 204);
        world.control("clock", json!({"advance_s": 60})).await;
        ids.push(id);
    }
    let page = world.discord_get(&format!("{channel}/messages/pins?limit=2")).await;
    let newest = &page["items"][0];
    assert_eq!((&newest["message"]["content"], &page["has_more"]), (&json!("three"), &json!(true)));
    assert_eq!(newest["pinned_at"], "2026-03-01T12:02:00.000000+00:00");
    assert_eq!(newest["message"]["pinned"], true);
    let before = page["items"][1]["pinned_at"].as_str().expect("a time").replace('+', "%2B");
    let rest = world.discord_get(&format!("{channel}/messages/pins?before={before}")).await;
    assert_eq!(rest["items"][0]["message"]["content"], "one");
    assert_eq!(
        (rest["items"].as_array().map(Vec::len), &rest["has_more"]),
        (Some(1), &json!(false))
    );
    let unpin = format!("{channel}/messages/pins/{}", ids[1]);
    assert_eq!(world.discord_call("DELETE", &unpin, json!({})).await.0, 204);
    let older = world.discord_get(&format!("{channel}/pins")).await;
    let texts: Vec<&Value> =
        older.as_array().into_iter().flatten().map(|message| &message["content"]).collect();
    assert_eq!(texts, ["three", "one"]);
    let (status, refused) =
        world.discord_call("PUT", &format!("{channel}/messages/pins/1"), json!({})).await;
    assert_eq!((status, refused["code"].as_u64()), (404, Some(10_008)));
    let (status, refused) =
        world.discord_call("GET", &format!("{channel}/messages/pins?limit=51"), json!({})).await;
    assert_eq!((status, refused["code"].as_u64()), (400, Some(50_035)));
}

#[tokio::test]
async fn what_discord_refuses_is_refused_wherever_a_message_is_written() {
    let link =
        json!({"type": 2, "style": 5, "label": "Go", "url": "https://x.test", "custom_id": "go"});
    let wrong = [
        ("components", json!({"content": "x", "components": [{"type": 1, "components": [link]}]})),
        (
            "allowed_mentions",
            json!({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}),
        ),
        ("nonce", json!({"content": "x", "nonce": "n".repeat(26)})),
    ];
    let world = World::begin().await;
    let path = "/channels/1180000000000000101/messages";
    let (_, sent) = world.discord_call("POST", path, json!({"content": "right"})).await;
    let own = format!("{path}/{}", sent["id"].as_str().expect("an id"));
    for (field, body) in wrong {
        // An edit has no nonce.
        let ways = if field == "nonce" { 1 } else { 2 };
        for (method, path) in [("POST", path), ("PATCH", own.as_str())].into_iter().take(ways) {
            let (status, refused) = world.discord_call(method, path, body.clone()).await;
            assert_eq!((status, refused["code"].as_u64()), (400, Some(50_035)), "{refused}");
            assert!(refused["errors"][field].is_object(), "{refused}");
        }
    }
    let shown = world.read("messages?person=ada").await["messages"].clone();
    assert_eq!((shown.as_array().map(Vec::len), &shown[0]["text"]), (Some(1), &json!("right")));
}

#[tokio::test]
async fn an_unknown_route_is_counted() {
    let world = World::begin().await;
    let (status, body) =
        world.discord_call("GET", "/guilds/1180000000000000100/bans", json!({})).await;
    assert_eq!((status, body), (404, json!({"message": "404: Not Found", "code": 0})));
    assert_eq!(world.read("unknown").await["count"], 1);
}

#[tokio::test]
async fn twenty_people_at_once_each_get_their_own_answer() {
    let world = World::begin().await;
    world.register(json!([command()])).await;
    let echo = reaction(|world: World, interaction: Value| async move {
        let text = &interaction["data"]["options"][0]["value"];
        world.respond(&interaction, json!({"type": 4, "data": {"content": text}})).await;
    });
    world.discord(echo).await;
    let mut people = Vec::new();
    for number in 0..20 {
        let world = world.clone();
        people.push(tokio::spawn(async move {
            let name = json!({"name": format!("P{number}"), "locale": "en-US", "zone": "UTC"});
            let person = world.control("people", name).await["id"].clone();
            let person = person.as_str().expect("an id").to_owned();
            for turn in 0..10 {
                let text = format!("{person} {turn}");
                let answer =
                    world.say("discord group", &person, &format!("/say text:{text}")).await;
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

#[tokio::test]
async fn a_wrong_token_and_a_privileged_intent_are_turned_down() {
    let world = World::begin().await;
    assert_eq!(world.turned_down("wrong", 1).await, Some(4_004));
    assert_eq!(world.turned_down(sandbox::DISCORD_TOKEN, 1 << 15).await, Some(4_014));
    assert_eq!(world.turned_down(sandbox::DISCORD_TOKEN, 1).await, None);
}
