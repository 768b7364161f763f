//! The control API, the record and the page.

use crate::world::World;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

#[tokio::test]
async fn newcomers_get_an_id_and_go_with_a_reset() {
    let world = World::begin().await;
    let newcomer = json!({"name": "Ada", "locale": "es", "zone": "Europe/Madrid"});
    assert_eq!(world.control("people", newcomer).await["id"], "ada-2");
    let wrong = json!({"name": "Eve", "locale": "es", "zone": "Europe/Nowhere"});
    assert_eq!(world.control("people", wrong).await["error"]["code"], "bad_input");
    world.control("reset", json!({})).await;
    assert_eq!(world.read("people").await.as_array().map(Vec::len), Some(3));
}

#[tokio::test]
async fn the_clock_moves_ahead_and_to_a_time() {
    let world = World::begin().await;
    let moved = world.control("clock", json!({"advance_s": 3_600})).await;
    assert_eq!(moved["now"], "2026-03-01T13:00:00.000Z");
    let set = world.control("clock", json!({"set": "2026-04-01T00:00:00Z"})).await;
    assert_eq!(set["now"], "2026-04-01T00:00:00.000Z");
    assert_eq!(world.control("clock", json!({})).await["error"]["code"], "bad_input");
}

#[tokio::test]
async fn a_line_of_a_person_stands_in_the_transcript() {
    let world = World::begin().await;
    world.say("discord group", "ken", "Good morning").await;
    let entries = world.read("transcript").await["entries"].clone();
    assert_eq!(
        (&entries[0]["author"], &entries[0]["text"]),
        (&json!("ken"), &json!("Good morning"))
    );
}

#[tokio::test]
async fn every_request_of_a_bot_is_recorded_on_one_line() {
    let name = format!("sandbox-record-{}.jsonl", std::process::id());
    let file = std::env::temp_dir().join(name);
    let world = World::recording(Some(file.clone())).await;
    let url = format!("{}/bot{}/SendMessage", world.base, sandbox::TELEGRAM_TOKEN);
    let markup = "{\"inline_keyboard\":[]}";
    let form = [("chat_id", "-1001234567890"), ("text", "7"), ("reply_markup", markup)];
    let form = reqwest::multipart::Form::new()
        .text(form[0].0, form[0].1)
        .text(form[1].0, form[1].1)
        .text(form[2].0, form[2].1);
    world.http.post(url).multipart(form).send().await.expect("sent");
    world.discord_get("/gateway/bot").await;
    let recorded = std::fs::read_to_string(&file).expect("a record");
    std::fs::remove_file(&file).expect("the record goes");
    let lines: Vec<Value> =
        recorded.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["path"], "/bot<token>/SendMessage");
    let body = json!({"chat_id": -1_001_234_567_890_i64, "text": "7", "reply_markup": {"inline_keyboard": []}});
    assert_eq!(lines[0]["body"], body);
    assert_eq!(lines[1]["path"], "/api/v10/gateway/bot");
    assert!(lines[1]["headers"]["authorization"].is_null());
    let requests = world.read("requests").await;
    assert_eq!(
        (&requests["requests"][1]["status"], &requests["dropped"]),
        (&json!(200), &json!(0))
    );
}

#[tokio::test]
async fn the_page_is_served_and_bad_input_is_told() {
    let world = World::begin().await;
    let page = world.http.get(format!("{}/sandbox", world.base)).send().await.expect("a page");
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert_eq!(world.control("say", json!([])).await["error"]["code"], "bad_input");
    assert_eq!(world.control("nonsense", json!({})).await["error"]["code"], "no_route");
    let foreign = world.http.get(format!("{}/sandbox/api/people", world.base));
    let foreign = foreign.header("Host", "rebound.example").send().await.expect("an answer");
    assert_eq!(foreign.status(), 403);
}

/// Where routes are made, each with what stands before them.
const ROUTES: [(&str, &str); 4] = [
    ("", include_str!("../../src/router.rs")),
    ("/sandbox/api", include_str!("../../src/control/mod.rs")),
    ("", include_str!("../../src/page.rs")),
    ("", include_str!("../../src/push.rs")),
];
const IDENTITY: &str = include_str!("../../src/identity/mod.rs");

/// Every address of the sandbox, read from its routes.
fn doors() -> Vec<String> {
    let (below, own) = IDENTITY.rsplit_once("Router::new()").expect("two routers");
    let identity = [(sandbox::TELEGRAM_LOGIN, below), ("", own)];
    let mut doors = vec![];
    for (before, source) in ROUTES.into_iter().chain(identity) {
        for route in source.split(".route(").skip(1) {
            let path = route.split('"').nth(1).expect("a route has an address");
            let path = path
                .replace("{token}", sandbox::TELEGRAM_TOKEN)
                .replace("{method}", "getUpdates?offset=99999999")
                .replace("{*rest}", "gateway")
                .replace("{*path}", "files/file_1.png")
                .replace("{browser}", "1")
                .replace("{id}", "1");
            assert!(!path.contains('{'), "{path} has a part that nobody fills");
            doors.push(format!("{before}{path}"));
        }
    }
    assert!(doors.len() >= 35, "{doors:?}");
    doors
}

#[tokio::test]
async fn no_door_opens_under_a_foreign_name_or_to_a_page_of_another_site() {
    let world = World::begin().await;
    let foreign = [
        ("host", "rebound.example"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    for door in doors() {
        let ask = || world.http.get(format!("{}{door}", world.base));
        for (name, value) in foreign {
            let answer = ask().header(name, value).send().await.expect("an answer");
            assert_eq!(answer.status(), 403, "{door} {name} {value}");
        }
        let open = ask().send().await.expect("an answer").status();
        assert_ne!(open, 403, "{door}");
        let own = ask().header("origin", &world.base).send().await.expect("an answer");
        assert_eq!(own.status(), open, "{door}");
    }
}

#[tokio::test]
async fn another_site_leads_to_pages_that_do_nothing_and_uses_no_door() {
    const PAGES: [&str; 4] =
        ["/sandbox", "/sandbox/", "/oauth2/authorize", "/sandbox/telegram-login/auth"];
    let ways = [
        ("navigate", "document"),
        ("navigate", "iframe"),
        ("navigate", "frame"),
        ("navigate", "embed"),
        ("navigate", "object"),
        ("no-cors", "image"),
        ("no-cors", "script"),
        ("no-cors", "empty"),
        ("cors", "empty"),
        ("websocket", "websocket"),
    ];
    let world = World::begin().await;
    let agreed = ["/oauth2/authorize?as=ada", "/sandbox/telegram-login/auth?as=ada"];
    for door in doors().into_iter().chain(agreed.map(str::to_owned)) {
        for method in ["GET", "POST", "PUT", "HEAD"] {
            for (site, (mode, dest)) in
                ["cross-site", "same-site"].into_iter().flat_map(|site| ways.map(|way| (site, way)))
            {
                let url = format!("{}{door}", world.base);
                let ask = world.http.request(method.parse().expect("a method"), url);
                let ask = ask.header("sec-fetch-site", site).header("sec-fetch-mode", mode);
                let answer = ask.header("sec-fetch-dest", dest).send().await.expect("an answer");
                let is_led = PAGES.contains(&door.as_str())
                    && (method, mode, dest) == ("GET", "navigate", "document");
                let is_in = answer.status() != 403;
                assert_eq!(is_in, is_led, "{method} {door} {site} {mode} {dest}");
            }
        }
    }
}

#[tokio::test]
async fn a_link_on_another_site_takes_no_update_and_sends_nothing() {
    let world = World::begin().await;
    let said = json!({"message": {"message_id": 1, "date": 1}});
    world.control("update", said).await;
    for call in [
        "getUpdates?offset=99999999",
        "sendMessage?chat_id=-1001234567890&text=x",
        "setWebhook?url=https://evil.example",
        "deleteMessage?chat_id=-1001234567890&message_id=1",
    ] {
        let url = format!("{}/bot{}/{call}", world.base, sandbox::TELEGRAM_TOKEN);
        let ask = world.http.get(url).header("sec-fetch-site", "cross-site");
        let ask = ask.header("sec-fetch-mode", "navigate").header("sec-fetch-dest", "document");
        assert_eq!(ask.send().await.expect("an answer").status(), 403, "{call}");
    }
    let (_, updates) = world.telegram_call("getUpdates", json!({})).await;
    assert_eq!(updates["result"].as_array().map(Vec::len), Some(1), "{updates}");
    let messages = world.read("messages?person=ken").await;
    assert_eq!(messages["messages"], json!([]));
}

#[tokio::test]
async fn a_gateway_socket_of_another_sites_page_is_refused() {
    let world = World::begin().await;
    let url = format!("{}/sandbox/gateway?v=10", world.base.replace("http://", "ws://"));
    let mut request = url.clone().into_client_request().expect("a request");
    request.headers_mut().insert("origin", "https://evil.example".parse().expect("a value"));
    let refused = tokio_tungstenite::connect_async(request).await.expect_err("it is refused");
    assert!(refused.to_string().contains("403"), "{refused}");
    assert!(tokio_tungstenite::connect_async(url).await.is_ok());
}

#[tokio::test]
async fn the_pages_have_the_headers_that_the_others_have() {
    let world = World::begin().await;
    for path in ["/sandbox", "/sandbox/sandbox.css", "/sandbox/api/people", "/oauth2/authorize"] {
        let url = format!("{}{path}", world.base);
        let answer = world.http.get(url).send().await.expect("an answer");
        let header = |name: &str| answer.headers()[name].to_str().expect("ASCII");
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; img-src 'self' data:; "), "{path}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
    }
}

#[tokio::test]
async fn the_page_is_found_with_a_slash_at_its_end() {
    let world = World::begin().await;
    let page = world.http.get(format!("{}/sandbox/", world.base)).send().await.expect("a page");
    assert_eq!((page.status().as_u16(), page.url().path()), (200, "/sandbox"));
}

#[tokio::test]
async fn without_a_bot_the_answer_says_so() {
    let world = World::begin().await;
    let answer = world.say("discord group", "ken", "/checkin").await;
    assert_eq!(answer["error"]["code"], "no_bot");
}
