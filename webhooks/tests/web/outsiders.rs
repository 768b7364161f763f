//! What somebody finds out who is not meant to: by looking everywhere, by trying ids, by writing SQL.

use crate::browser::Browser;
use crate::program::Program;
use crate::scene::{Answer, Scene};
use axum::http::StatusCode;
use engine::Visibility::{InviteOnly, Public};
use engine::rules::Action;
use engine::{Event, Membership, Scope};
use serde_json::json;

/// What stands in events for few, and nowhere else.
const CANARIES: [&str; 3] = ["nightingale", "wren", "siskin"];
const EVENTS: usize = 200;
const PLACES: [&str; 8] = [
    "",
    "/activity",
    "/card.png",
    "/badge.svg",
    "/calendar.ics",
    "/feed.atom",
    "/live",
    "?by=total&period=last_week",
];

fn look(path: &str, answer: &Answer) {
    let mut seen = answer.body.to_lowercase();
    // What somebody looks for stands in the field where they wrote it.
    if let Some((_, sought)) = path.split_once("?q=") {
        seen = seen.replace(&format!("value=\"{sought}\""), "");
        for end in ['&', '"'] {
            seen = seen.replace(&format!("q={sought}{end}"), "");
        }
    }
    let mut headers = format!("{:?}", answer.headers).to_lowercase();
    // So does the address that they know.
    let words = path.split(['/', '=', '?']);
    if let Some(slug) = words.into_iter().find(|word| word.starts_with("nightingale-")) {
        (seen, headers) = (seen.replace(slug, ""), headers.replace(slug, ""));
    }
    for canary in CANARIES {
        assert!(!seen.contains(canary) && !headers.contains(canary), "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn of_two_hundred_events_for_few_an_outsider_finds_nothing() {
    let scene = Scene::new().await;
    let (host, now) = (scene.person("siskin").await, scene.now());
    let open = scene.event("Open", Public).await;
    let mut events = vec![];
    for n in 0..EVENTS {
        let event = scene.event(&format!("Nightingale {n}"), InviteOnly).await;
        let goal = format!("wren {n}");
        let change = Event { goal, ..event.clone() };
        events.push(scene.engine.events().edit(&event, &change, now).await.expect("it is edited"));
    }
    // Whoever is in one of them is in an open one as well, under another name there as here: a canary too.
    let of = |event: &Event| Membership { event: event.id, person: host };
    scene.engine.memberships().act(of(&events[0]), now, Action::Join).await.expect("they join");
    scene.engine.people().hide(host, true, now).await.expect("they hide");
    scene.engine.memberships().act(of(&open), now, Action::Join).await.expect("they join");
    let eve = Browser::of(&scene, "eve").await;
    let program = Program::of(&scene, "eve", Scope::Write, None).await;
    let mut looked = 0;
    let mut paths: Vec<String> =
        ["/", "/?over=yes", "/?page=2", "/me", "/api", "/sign-in"].map(str::to_owned).to_vec();
    for words in ["n", "nightingale", "wren", "siskin", "199", "%25", "_"] {
        paths.push(format!("/?q={words}"));
    }
    paths.extend(PLACES[..6].iter().map(|place| format!("/e/{}{place}", open.slug)));
    paths.push(format!("/u/{host}"));
    paths.push(format!("/u/{host}/matrix.svg"));
    for event in &events {
        paths.extend(PLACES.iter().map(|place| format!("/e/{}{place}", event.slug)));
        paths.push(format!("/me?event={}", event.slug));
        paths.push(format!("/join/{}", event.slug));
    }
    for path in &paths {
        look(path, &scene.get(path).await);
        look(path, &eve.get(path).await);
        looked += 2;
    }
    for event in &events {
        for rest in ["", "/leaderboard", "/membership", "/matrix", "/check-ins"] {
            let path = format!("/events/{}{rest}", event.slug);
            let answer = program.send("GET", &path, &[], None).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            look(&path, &answer);
            looked += 1;
        }
        let press = json!({ "press": format!("v1:join:{}:", event.id) });
        look("a press", &program.send("POST", "/conversation", &[], Some(press)).await);
        looked += 1;
    }
    for path in ["/events", "/events?q=n", "/me/memberships", "/me/badges", "/me/reminders", "/me"]
    {
        look(path, &program.send("GET", path, &[], None).await);
        looked += 1;
    }
    assert!(looked > 5_000, "{looked}");
}

/// Ids that were never given, made of those that were.
fn neighbours(id: &str, n: u64) -> Vec<String> {
    let mut all: Vec<String> = vec![
        id.to_uppercase() + "x",
        format!("{id}{n}"),
        format!("{n}{id}"),
        id.chars().rev().collect::<String>() + "-",
    ];
    if let Ok(number) = id.parse::<i64>() {
        let n = i64::try_from(n).unwrap_or_default() + 1;
        all.extend(
            [number + n, number - n, -number, number ^ (1 << (n % 60))].map(|id| id.to_string()),
        );
    }
    all
}

#[tokio::test]
async fn ids_that_were_never_given_lead_nowhere() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "ada").await;
    scene.check_in(ada).await;
    let eve = Program::of(&scene, "eve", Scope::Write, None).await;
    let browser = Browser::of(&scene, "eve").await;
    let (id, person, slug) = (event.id.to_string(), ada.person.to_string(), &event.slug);
    let mut tried = 0;
    for n in 0..150 {
        let mut paths = vec![];
        for given in [slug.as_str(), &id, &person, "1", "0"] {
            for other in neighbours(given, n) {
                paths.push(format!("/e/{other}"));
                paths.push(format!("/e/{other}/feed.atom"));
                if other != person {
                    paths.push(format!("/u/{other}"));
                }
                paths.push(format!("/calendar/{other}"));
                paths.push(format!("/check-in/{other}"));
                paths.push(format!("/login/{other}"));
            }
        }
        // An event is found by its name in addresses, and a person by their id, alone.
        paths.push(format!("/e/{id}"));
        paths.push(format!("/u/{slug}"));
        paths.push(format!("/u/{id}"));
        for path in paths.iter().skip(n as usize % 3).step_by(3) {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.body);
            tried += 1;
        }
        for other in neighbours(&person, n) {
            // Somebody else's check-in is as one that never was.
            let path = format!("/events/{slug}/check-ins/{other}");
            let answer = eve.send("DELETE", &path, &[], None).await;
            assert!(
                matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::CONFLICT),
                "{path}: {}",
                answer.body
            );
            let path = format!("/me/tokens/{other}");
            let answer = eve.send("DELETE", &path, &[], None).await;
            assert!(answer.status.is_client_error(), "{path}: {}", answer.body);
            let path = format!("/events/{slug}/leaderboard?after={other}");
            let answer = eve.send("GET", &path, &[], None).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", answer.body);
            tried += 3;
        }
    }
    assert!(tried >= 5_000, "{tried}");
}

/// What people try who hope that words become statements.
fn statements() -> Vec<String> {
    let quotes = ["'", "\"", "`", "')", "'))", "", "1", "-1", "\\'", "%27"];
    let rests = [
        " or 1=1--",
        " or 'a'='a",
        "; drop table event;--",
        " union select name from sqlite_master--",
        " union select null,null,null--",
        " and (select pg_sleep(9)) is null--",
        " and 1=(select count(*) from person)--",
        "/**/or/**/true#",
        "; update person set hidden=true;--",
        " or id is not null limit 100 offset 0 --",
    ];
    quotes.iter().flat_map(|quote| rests.iter().map(move |rest| format!("{quote}{rest}"))).collect()
}

#[tokio::test]
async fn what_looks_like_a_statement_is_words() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let secret = scene.event("Diary", InviteOnly).await;
    scene.join(&event, "ada").await;
    let program = Program::of(&scene, "ada", Scope::Write, None).await;
    let slug = &event.slug;
    let encoded =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02x}")).collect() };
    let mut tried = 0;
    let statements = statements();
    assert_eq!(statements.len(), 100);
    for statement in &statements {
        let word = encoded(statement);
        for path in [
            format!("/?q={word}"),
            format!("/?category={word}"),
            format!("/?page={word}&over={word}"),
            format!("/e/{word}"),
            format!("/e/{slug}?by={word}"),
            format!("/e/{slug}?period={word}"),
            format!("/e/{slug}?after={word}"),
            format!("/e/{slug}/activity?after={word}"),
            format!("/u/{word}"),
            format!("/join/{word}"),
            format!("/login/{word}"),
            format!("/calendar/{word}"),
            format!("/check-in/{word}"),
            format!("/zone?bot={word}"),
        ] {
            let answer = scene.get(&path).await;
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            assert!(!answer.body.contains("Diary"), "{path}");
            if path.starts_with("/?q=") {
                assert!(!answer.body.contains(&event.slug), "{path} finds an event");
            }
            tried += 1;
        }
        let check_in = format!("/events/{slug}/check-ins");
        for (method, path, body) in [
            ("GET", format!("/events?q={word}"), None),
            ("GET", format!("/events?after={word}"), None),
            ("GET", format!("/events/{word}"), None),
            ("GET", format!("/events/{slug}/leaderboard?by={word}&limit={word}"), None),
            ("GET", format!("/events/{slug}/matrix?from={word}"), None),
            ("DELETE", format!("{check_in}/{word}"), None),
            ("POST", check_in.clone(), Some(json!({ "day": statement }))),
            ("POST", check_in.clone(), Some(json!({ "task": statement }))),
            (
                "POST",
                "/conversation".to_owned(),
                Some(json!({ "line": format!("/join {statement}") })),
            ),
            (
                "POST",
                "/conversation".to_owned(),
                Some(json!({ "press": format!("v1:join:{statement}:") })),
            ),
        ] {
            let answer = program.send(method, &path, &[], body).await;
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            assert!(!answer.body.contains("Diary"), "{path}");
            tried += 1;
        }
    }
    assert_eq!(tried, 2_400);
    let noted = json!({ "note": statements[2] });
    let key = [("idempotency-key", statements[0].as_str())];
    let made = program.send("POST", &format!("/events/{slug}/check-ins"), &key, Some(noted)).await;
    assert!(made.status.is_success() || made.status == StatusCode::BAD_REQUEST, "{}", made.body);
    let still = scene.engine.events().get(secret.id).await.expect("it is read");
    assert_eq!(still.map(|event| event.title), Some("Diary".to_owned()));
}
