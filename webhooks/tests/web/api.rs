//! The API as a program calls it.

use crate::browser::Browser;
use crate::program::{Program, send};
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Visibility::{InviteOnly, Public};
use engine::rules::{Cadence, ClockRule, Key, Rules, Setting, Zone};
use engine::{Kind, NewDestination, NewEvent, Platform, ProofRule, RecordOf, RecordPart, Scope};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_program_plays_a_day_for_its_owner() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = Program::of(&scene, "ada", Scope::Write, None).await;
    let of = |rest: &str| format!("/events/{}{rest}", event.slug);
    let (status, found) = ada.call("GET", "/events?q=rea", None).await;
    assert_eq!((status, &found["events"][0]["slug"]), (200, &json!(event.slug)));
    assert_eq!(found["events"][0]["terms"][0], "Every day");
    assert_eq!(ada.call("GET", &of("/membership"), None).await.0, 404);
    let (status, joined) = ada.call("PUT", &of("/membership"), None).await;
    assert_eq!((status, &joined["standing"]["current"]), (200, &json!(0)));
    // The same call is one check-in, however often it comes.
    let mut id = Value::Null;
    for _ in 0..3 {
        let note = json!({"note": "chapter two"});
        let key = [("idempotency-key", "morning")];
        let made = ada.send("POST", &of("/check-ins"), &key, Some(note)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let made: Value = serde_json::from_str(&made.body).expect("it is JSON");
        assert_eq!(made["standing"]["current"], 1);
        assert!(id.is_null() || id == made["check_in"]["id"], "one id");
        id = made["check_in"]["id"].clone();
    }
    let other = json!({"note": "another"});
    let key = [("idempotency-key", "morning")];
    let conflict = ada.send("POST", &of("/check-ins"), &key, Some(other)).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert_eq!(conflict.headers["content-type"], "application/problem+json");
    let (_, listed) = ada.call("GET", &of("/check-ins"), None).await;
    assert_eq!(listed["check_ins"].as_array().map(Vec::len), Some(1), "{listed}");
    assert_eq!(listed["check_ins"][0]["note"], "chapter two");
    let (_, board) = ada.call("GET", &of("/leaderboard?by=total&period=week"), None).await;
    assert_eq!(board["own"]["rank"], 1);
    assert_eq!(board["rows"][0]["is_you"], true);
    let (_, matrix) = ada.call("GET", &of("/matrix?from=2026-03-01&to=2026-03-02"), None).await;
    let statuses = [&matrix["days"][0]["status"], &matrix["days"][1]["status"]];
    assert_eq!(statuses, ["absent", "met"]);
    // Whatever a chat takes is taken here. Whoever has written to the bot can be written to.
    let person = scene.person("ada").await;
    let chat = NewDestination {
        platform: Platform::Telegram,
        address: "ada".to_owned(),
        thread: String::new(),
        kind: Kind::Private(person),
        locale: None,
    };
    scene.engine.communities().destination(&chat, scene.now()).await.expect("it is kept");
    let set = json!({"line": "/remind event:Read at:20:00"});
    let (status, said) = ada.call("POST", "/conversation", Some(set)).await;
    assert_eq!(status, 200, "{said}");
    let (_, reminders) = ada.call("GET", "/me/reminders", None).await;
    assert_eq!(reminders["reminders"][0]["at"], "20:00", "{said} {reminders}");
    let (_, streak) = ada.call("POST", "/conversation", Some(json!({"line": "/streak"}))).await;
    let button = streak["buttons"]
        .as_array()
        .and_then(|buttons| buttons.iter().find_map(|button| button["press"].as_str()));
    let pressed = json!({"press": button.expect("a streak has buttons")});
    assert_eq!(ada.call("POST", "/conversation", Some(pressed)).await.0, 200);
    let undo = of(&format!("/check-ins/{}", id.as_str().expect("it has an id")));
    assert_eq!(ada.call("DELETE", &undo, None).await.1["current"], 0);
    assert_eq!(ada.call("DELETE", &undo, None).await.1["code"], "already_undone");
    let again =
        ada.send("POST", &of("/check-ins"), &key, Some(json!({"note": "chapter two"}))).await;
    assert!(again.body.contains("already_undone"), "its key is burnt: {}", again.body);
    for _ in 0..7 {
        assert_eq!(ada.call("POST", &of("/check-ins"), Some(json!({}))).await.0, 201);
        scene.next_day();
    }
    let (_, badges) = ada.call("GET", "/me/badges", None).await;
    assert_eq!(badges["events"][0]["badges"][1]["length"], 7, "{badges}");
    let (_, me) = ada.call("GET", "/me", None).await;
    assert_eq!((&me["name"], &me["accounts"]), (&json!("ada"), &json!(["telegram"])));
    assert_eq!(ada.call("DELETE", &of("/membership"), None).await.0, 204);
    let (_, mine) = ada.call("GET", "/me/memberships", None).await;
    assert_eq!(mine["memberships"], json!([]));
    // In the language of the person, where they chose one.
    scene.engine.people().set_locale(scene.person("ada").await, Some("de")).await.expect("set");
    let (_, refused) = ada.call("POST", &of("/check-ins"), Some(json!({}))).await;
    assert_eq!(refused["code"], "not_member");
    assert_eq!(refused["detail"], "Du bist in diesem Event nicht dabei.");
    scene.next_day();
}

#[tokio::test]
async fn a_token_is_good_for_what_it_was_made_for() {
    let scene = Scene::new().await;
    let (event, other) = (scene.event("Read", Public).await, scene.event("Run", Public).await);
    scene.join(&event, "ada").await;
    scene.join(&other, "ada").await;
    let write = Program::of(&scene, "ada", Scope::Write, None).await;
    let read = Program::of(&scene, "ada", Scope::Read, None).await;
    let one = Program::of(&scene, "ada", Scope::CheckIn, Some(&event)).await;
    let noted = || Some(json!({"note": "more"}));
    let calls = [
        ("GET", "/me".to_owned(), None, [200, 200, 403]),
        ("GET", "/me/memberships".to_owned(), None, [200, 200, 403]),
        ("GET", "/me/badges".to_owned(), None, [200, 200, 403]),
        ("GET", "/me/reminders".to_owned(), None, [200, 200, 403]),
        ("GET", "/me/tokens".to_owned(), None, [200, 200, 403]),
        ("GET", "/events".to_owned(), None, [200, 200, 403]),
        ("GET", format!("/events/{}", event.slug), None, [200, 200, 403]),
        ("GET", format!("/events/{}/leaderboard", event.slug), None, [200, 200, 403]),
        ("GET", format!("/events/{}/membership", event.slug), None, [200, 200, 403]),
        ("GET", format!("/events/{}/check-ins", event.slug), None, [200, 200, 403]),
        ("GET", format!("/events/{}/matrix", event.slug), None, [200, 200, 403]),
        ("PUT", format!("/events/{}/membership", event.slug), None, [200, 403, 403]),
        ("POST", format!("/events/{}/check-ins", event.slug), noted(), [201, 403, 201]),
        ("POST", format!("/events/{}/check-ins", other.slug), noted(), [201, 403, 404]),
        ("DELETE", format!("/events/{}/check-ins/x", event.slug), None, [404, 403, 403]),
        ("POST", "/conversation".to_owned(), Some(json!({"line": "/streak"})), [200, 403, 403]),
        ("POST", "/conversation".to_owned(), Some(json!({"line": "/login"})), [403, 403, 403]),
        ("POST", "/conversation".to_owned(), Some(json!({"press": "v1:link::"})), [403, 403, 403]),
        (
            "POST",
            "/conversation".to_owned(),
            Some(json!({"line": "/privacy export"})),
            [403, 403, 403],
        ),
        (
            "POST",
            "/conversation".to_owned(),
            Some(json!({"press": "v1:privacy::delete"})),
            [403, 403, 403],
        ),
        (
            "POST",
            "/conversation".to_owned(),
            Some(json!({"line": "/email mallory@example.org"})),
            [403, 403, 403],
        ),
        (
            "POST",
            "/conversation".to_owned(),
            Some(json!({"press": "v1:unlink::discord"})),
            [403, 403, 403],
        ),
        ("POST", "/conversation".to_owned(), Some(json!({"line": "/log\0in"})), [403, 403, 403]),
        ("POST", "/conversation".to_owned(), Some(json!({"line": "/LOGIN"})), [403, 403, 403]),
        (
            "POST",
            "/conversation".to_owned(),
            Some(json!({"press": "v1:li\0nk::x"})),
            [403, 403, 403],
        ),
        (
            "POST",
            "/conversation".to_owned(),
            Some(json!({"press": "v1:lo\0gin::", "fields": {"a": "b"}})),
            [403, 403, 403],
        ),
        ("DELETE", "/me/tokens/1".to_owned(), None, [404, 403, 403]),
    ];
    let calendar = Program::of(&scene, "ada", Scope::Calendar, None).await;
    for (method, path, body, _) in &calls {
        assert_eq!(calendar.call(method, path, body.clone()).await.0, 403, "{method} {path}");
    }
    for (method, path, body, wanted) in calls {
        for (program, wanted) in [&write, &read, &one].into_iter().zip(wanted) {
            let (status, said) = program.call(method, &path, body.clone()).await;
            assert_eq!(status, wanted, "{method} {path}: {said}");
        }
    }
    // Nobody else's, and none that was taken back.
    let (_, tokens) = write.call("GET", "/me/tokens", None).await;
    let this = tokens["tokens"].as_array().expect("a list");
    let this = this.iter().find(|token| token["is_this"] == true).expect("the one that calls");
    let path = format!("/me/tokens/{}", this["id"].as_str().expect("an id"));
    let ken = Program::of(&scene, "ken", Scope::Write, None).await;
    assert_eq!(ken.call("DELETE", &path, None).await.0, 404);
    assert_eq!(write.call("DELETE", &path, None).await.0, 204);
    let gone = write.send("GET", "/me", &[], None).await;
    assert_eq!(gone.status, StatusCode::UNAUTHORIZED);
    assert_eq!(gone.headers["www-authenticate"], "Bearer");
    for header in ["", "Bearer", "Bearer st_", "Basic YTpi", "Bearer st_zzzz", &"x".repeat(4000)] {
        let answer = send(&scene, "GET", "/api/v1/me", &[("authorization", header)], None).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{header}");
        let answer =
            send(&scene, "GET", "/api/v1/events", &[("authorization", header)], None).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "a wrong token is not no token");
    }
}

#[tokio::test]
async fn what_is_for_few_is_not_there_for_the_others() {
    let scene = Scene::new().await;
    let event = scene.event("Secret", InviteOnly).await;
    scene.join(&event, "ada").await;
    let ada = Program::of(&scene, "ada", Scope::Write, None).await;
    let ken = Program::of(&scene, "ken", Scope::Write, None).await;
    for (method, rest, body) in [
        ("GET", "", None),
        ("GET", "/leaderboard", None),
        ("GET", "/membership", None),
        ("PUT", "/membership", None),
        ("DELETE", "/membership", None),
        ("GET", "/matrix", None),
        ("GET", "/check-ins", None),
        ("POST", "/check-ins", Some(json!({}))),
        ("DELETE", "/check-ins/api:1", None),
    ] {
        let path = format!("/events/{}{rest}", event.slug);
        let hidden = ken.send(method, &path, &[], body.clone()).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{method} {rest}");
        for unknown in ["no-such-event-00000", "%00", "%ff", "x%2Fy"] {
            let unknown = format!("/events/{unknown}{rest}");
            let unknown = ken.send(method, &unknown, &[], body.clone()).await;
            assert_eq!((unknown.status, &unknown.body), (hidden.status, &hidden.body));
            assert_eq!(unknown.headers, hidden.headers);
        }
    }
    assert_eq!(ada.call("GET", &format!("/events/{}", event.slug), None).await.0, 200);
    assert!(!ada.call("GET", "/events?q=Secret", None).await.1.to_string().contains("Secret"));
    let anybody = send(&scene, "GET", &format!("/api/v1/events/{}", event.slug), &[], None).await;
    assert_eq!(anybody.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn bad_input_is_a_problem_of_the_callers() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    scene.join(&event, "ada").await;
    let ada = Program::of(&scene, "ada", Scope::Write, None).await;
    let check_in = format!("/events/{}/check-ins", event.slug);
    for (body, status) in [
        (json!({"amount": -1}), 422),
        (json!({"amount": 1e300}), 422),
        (json!({"amount": 5}), 422),
        (json!({"amount": "5"}), 422),
        (json!({"task": "none"}), 422),
        (json!({"day": "yesterday"}), 422),
        (json!({"day": "+12345-01-01"}), 422),
        (json!({"day": "2020-01-01"}), 409),
        (json!({"day": "2030-01-01"}), 409),
        (json!({"at": -5}), 422),
        (json!({"at": 4_000_000_000_u32}), 409),
        (json!({"note": "x".repeat(501)}), 422),
        (json!({"unknown": 1}), 422),
        (json!([]), 422),
        (json!({"at": 1_772_452_800, "day": "2026-03-02"}), 422),
        (json!({"note": "a \u{0} b"}), 201),
        (json!({}), 409),
    ] {
        let answer = ada.send("POST", &check_in, &[], Some(body.clone())).await;
        assert_eq!(answer.status.as_u16(), status, "{body}: {}", answer.body);
        if status >= 400 {
            assert_eq!(answer.headers["content-type"], "application/problem+json");
        }
    }
    let (_, listed) = ada.call("GET", &check_in, None).await;
    assert_eq!(listed["check_ins"][0]["note"], "a b");
    // What programs write is read by people, too.
    let hostile = json!({"note": format!("\u{202e}x{}\u{200b}", "\u{301}".repeat(99))});
    let (status, made) = ada.call("POST", &check_in, Some(hostile)).await;
    let piled = format!("x{}", "\u{301}".repeat(4));
    assert_eq!((status, made["check_in"]["note"].as_str()), (201, Some(piled.as_str())));
    for (path, status) in [
        ("/events?limit=0".to_owned(), 422),
        ("/events?limit=101".to_owned(), 422),
        ("/events?after=-1".to_owned(), 422),
        ("/events?category=none".to_owned(), 422),
        ("/events?over=maybe".to_owned(), 422),
        (format!("/events/{}/leaderboard?after=x", event.slug), 422),
        (format!("/events/{}/matrix?from=x", event.slug), 422),
        (format!("/events/{}/matrix?from=2026-03-02&to=2026-03-01", event.slug), 422),
        (format!("/events/{}/matrix?from=2020-01-01&to=2026-03-01", event.slug), 422),
        ("/nowhere".to_owned(), 404),
    ] {
        assert_eq!(ada.call("GET", &path, None).await.0, status, "{path}");
    }
    assert_eq!(ada.call("POST", "/events", Some(json!({}))).await.0, 405);
    let long = "x".repeat(1_001);
    for saying in [
        json!({}),
        json!({"line": "x", "press": "y"}),
        json!({"fields": {}}),
        json!({"line": long}),
        json!({"press": long}),
        json!({"press": "v1:streak::", "fields": {"event": long}}),
    ] {
        assert_eq!(ada.call("POST", "/conversation", Some(saying)).await.0, 422);
    }
    assert_eq!(ada.call("POST", "/conversation", Some(json!({"line": "hm"}))).await.0, 422);
    let text =
        [("content-type", "text/plain"), ("authorization", &format!("Bearer {}", ada.token))];
    let answer = send(&scene, "POST", &format!("/api/v1{check_in}"), &text, None).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let long = json!({"note": "x".repeat(100_000)});
    assert_eq!(ada.call("POST", &check_in, Some(long)).await.0, 413);
}

#[tokio::test]
async fn a_time_of_ones_own_reaches_no_further_back_than_a_day_that_is_named() {
    let scene = Scene::new().await;
    let clock = Setting::midnight(Zone::UTC);
    let start = clock.day_of(scene.now());
    let rules = Rules::daily(ClockRule::Fixed(clock), Cadence::EVERY_DAY, start);
    let host = scene.person("host").await;
    for (days, status, recorded) in [(0, 409, 0), (3, 201, 1)] {
        let rules = Rules { backfill_days: days, ..rules.clone() };
        let new = NewEvent::of(Key(format!("back {days}")), "Back", host, rules);
        let event = scene.engine.events().create(new, scene.now()).await.expect("it is made");
        let of = scene.join(&event, "ada").await;
        scene.check_in(of).await;
        let ada = Program::of(&scene, "ada", Scope::Write, None).await;
        scene.next_day();
        scene.next_day();
        let path = format!("/events/{}/check-ins", event.slug);
        let yesterday = json!({"at": scene.now().0 - 86_400});
        let (got, said) = ada.call("POST", &path, Some(yesterday)).await;
        assert_eq!(got, status, "{days}: {said}");
        let record = scene.engine.communities();
        let of = RecordOf::Event(event.id);
        let page = record.audit(of, RecordPart::Newest, host, 10).await.expect("it is read");
        let days = page.entries.iter().filter(|entry| entry.what == "backfill");
        assert_eq!(days.count(), recorded, "its host can see it");
    }
}

#[tokio::test]
async fn a_day_holds_only_so_many_check_ins() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    scene.join(&event, "ada").await;
    let ada = Program::of(&scene, "ada", Scope::Write, None).await;
    let path = format!("/events/{}/check-ins", event.slug);
    for n in 0..200 {
        assert_eq!(ada.call("POST", &path, Some(json!({"note": format!("{n}")}))).await.0, 201);
    }
    let (status, said) = ada.call("POST", &path, Some(json!({"note": "one more"}))).await;
    assert_eq!((status, &said["code"]), (409, &json!("too_many")));
}

#[tokio::test]
async fn what_a_host_has_to_see_is_shown_in_a_chat() {
    let scene = Scene::new().await;
    let clock = Setting::midnight(Zone::UTC);
    let rules =
        Rules::daily(ClockRule::Fixed(clock), Cadence::EVERY_DAY, clock.day_of(scene.now()));
    let host = scene.person("host").await;
    let new = NewEvent::of(Key("proof".to_owned()), "Shown", host, rules.clone());
    let new = NewEvent { proof: ProofRule::Approved, ..new };
    let shown = scene.engine.events().create(new, scene.now()).await.expect("it is made");
    let new = NewEvent::of(Key("asks".to_owned()), "Asks", host, rules);
    let new = NewEvent { approval: true, ..new };
    let asks = scene.engine.events().create(new, scene.now()).await.expect("it is made");
    let ada = Program::of(&scene, "ada", Scope::Write, None).await;
    assert_eq!(ada.call("PUT", &format!("/events/{}/membership", shown.slug), None).await.0, 200);
    let path = format!("/events/{}/check-ins", shown.slug);
    let (status, refused) = ada.call("POST", &path, Some(json!({}))).await;
    assert_eq!((status, &refused["code"]), (409, &json!("proof")));
    let (status, asked) = ada.call("PUT", &format!("/events/{}/membership", asks.slug), None).await;
    assert_eq!(status, 202);
    assert!(asked["detail"].as_str().is_some_and(|said| said.contains("Asks")), "{asked}");
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again_and_pages_of_others_may_ask() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let path = format!("/api/v1/events/{}/leaderboard", event.slug);
    let first = send(&scene, "GET", &path, &[("origin", "https://elsewhere.test")], None).await;
    assert_eq!(first.headers["access-control-allow-origin"], "*");
    let tag = first.headers["etag"].to_str().expect("a tag is ASCII").to_owned();
    let again = send(&scene, "GET", &path, &[("if-none-match", &tag)], None).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let member = scene.join(&event, "ada").await;
    scene.check_in(member).await;
    let changed = send(&scene, "GET", &path, &[("if-none-match", &tag)], None).await;
    assert_eq!(changed.status, StatusCode::OK);
    let asked = [
        ("origin", "https://elsewhere.test"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "authorization,content-type"),
    ];
    let may = send(&scene, "OPTIONS", &path, &asked, None).await;
    assert_eq!(may.status, StatusCode::OK);
    assert!(!may.headers.contains_key("access-control-allow-credentials"), "no cookie goes along");
    // A session is no token: what another site makes a browser send does nothing.
    let browser = Browser::of(&scene, "ada").await;
    let cookie = [("cookie", browser.cookie.as_str())];
    let me = send(&scene, "GET", "/api/v1/me", &cookie, None).await;
    assert_eq!(me.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn every_operation_is_described_with_its_answers() {
    let scene = Scene::new().await;
    let description = scene.get("/api/openapi.json").await;
    let description: Value = serde_json::from_str(&description.body).expect("it is JSON");
    assert!(description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    assert_eq!(description["servers"][0]["url"], "/api/v1");
    let paths = description["paths"].as_object().expect("it has paths");
    assert!(paths.len() >= 12, "{}", paths.len());
    let mut ids = BTreeSet::new();
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().expect("it has methods") {
            let name = format!("{method} {path}");
            let id = operation["operationId"].as_str().expect("it has a name");
            assert!(ids.insert(id), "{id} is the name of two");
            let answers = operation["responses"].as_object().expect("it has answers");
            for status in ["400", "401", "403", "404", "409", "413", "415", "422", "503"] {
                let content = &answers[status]["content"]["application/problem+json"];
                assert_eq!(content["schema"]["$ref"], "#/components/schemas/Problem", "{name}");
            }
            assert!(answers.keys().any(|status| status.starts_with('2')), "{name}");
            assert!(answers.values().all(|answer| answer["description"].is_string()), "{name}");
            assert!(operation["summary"].is_string(), "{name} says nothing of itself");
            assert!(operation["security"].is_array(), "{name} does not say who may call");
        }
    }
}

#[tokio::test]
async fn what_programs_do_counts_among_what_their_people_say() {
    let mut scene = Scene::new().await;
    let limits = engine::Limits { commands: 20, commands_at_once: 10, ..Default::default() };
    scene.engine = scene.engine.clone().with_limits(limits);
    scene.web.engine = scene.engine.clone();
    scene.web.talk.engine = scene.engine.clone();
    let event = scene.event("Read", Public).await;
    for name in ["ada", "ken"] {
        scene.join(&event, name).await;
    }
    let [ada, ken] = [
        Program::of(&scene, "ada", Scope::Write, None).await,
        Program::of(&scene, "ken", Scope::Write, None).await,
    ];
    let check_ins = format!("/events/{}/check-ins", event.slug);
    let mut turned_away = 0;
    for _ in 0..30 {
        let (line, key) = (json!({"line": "/leaderboard Read"}), [("idempotency-key", "same")]);
        let answer = ada.send("POST", "/conversation", &key, Some(line)).await;
        turned_away += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
    }
    // Ten are heard. That it is too much is told to the person, and to no program.
    assert_eq!(turned_away, 20);
    assert_eq!(ada.call("POST", &check_ins, Some(json!({}))).await.0, 429);
    for n in 0..10 {
        let note = json!({"note": format!("chapter {n}")});
        assert_eq!(ken.call("POST", &check_ins, Some(note)).await.0, 201, "{n}");
    }
    let (status, problem) = ken.call("POST", &check_ins, Some(json!({"note": "more"}))).await;
    assert_eq!((status, problem["code"].as_str()), (429, Some("rate_limit")));
    assert_eq!(ken.call("DELETE", &format!("{check_ins}/none"), None).await.0, 429);
}
