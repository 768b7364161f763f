//! What one address may ask for, behind a proxy that says for whom it asks.

use crate::program::Program;
use crate::scene::Scene;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use engine::{Limits, Scope, Visibility};
use serde_json::{Value, json};
use tower::ServiceExt;
use webhooks::{Rates, router};

struct Asked {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

async fn ask(app: &Router, method: Method, path: &str, from: Option<&str>) -> Asked {
    let mut request = Request::builder().method(method).uri(path).header("host", "streaks.test");
    request = request.header("sec-fetch-site", "same-origin").header("accept-language", "de");
    if let Some(from) = from {
        request = request.header("x-forwarded-for", from);
    }
    let request = request.body(Body::empty()).expect("a path is an address");
    let response = app.clone().oneshot(request).await.expect("the router answers");
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 1 << 20).await.expect("a page is small");
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Asked { status: parts.status, headers: parts.headers, body }
}

/// A live view, for as long as the answer is kept.
async fn open(app: &Router, path: &str, from: &str) -> Response<Body> {
    let request = Request::get(path).header("x-forwarded-for", from);
    let request = request.body(Body::empty()).expect("a path is an address");
    app.clone().oneshot(request).await.expect("the router answers")
}

async fn app(scene: &Scene, rates: Rates) -> Router {
    let mut web = scene.web.clone();
    web.rates = rates;
    router(web)
}

#[tokio::test]
async fn whoever_asks_too_much_waits_and_nobody_else_does() {
    let scene = Scene::new().await;
    let app = app(&scene, Rates { pages: 5, api: 3, sign_in: 2, ..Rates::default() }).await;
    let get = async |path: &str, from| ask(&app, Method::GET, path, from).await;
    let (one, other) = (Some("203.0.113.1"), Some("203.0.113.2"));
    for _ in 0..5 {
        assert_eq!(get("/", one).await.status, StatusCode::OK);
    }
    let much = get("/", one).await;
    assert_eq!(much.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(much.body.contains("Zu viele Anfragen"), "{}", much.body);
    let wait: u64 = much.headers["retry-after"].to_str().unwrap_or_default().parse().unwrap_or(0);
    assert!((1..=13).contains(&wait), "{wait}");
    let said = format!("warte {wait} Sekunden");
    assert!(much.body.contains(&said) || wait == 1, "{wait}: {}", much.body);
    // What a page consists of, health and other addresses are not in it.
    for path in ["/static/streaks.css", "/healthz"] {
        assert_eq!(get(path, one).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(get("/", other).await.status, StatusCode::OK);
    // This machine itself has no limits.
    for _ in 0..20 {
        assert_eq!(get("/", None).await.status, StatusCode::OK);
    }
    // The API says how much is left.
    for left in ["2", "1", "0"] {
        let answer = get("/api/v1/events", one).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers["ratelimit-limit"], "3");
        assert_eq!(answer.headers["ratelimit-remaining"], left);
    }
    let much = get("/api/v1/events", one).await;
    assert_eq!(much.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(much.headers["content-type"], "application/problem+json");
    assert!(much.body.contains("\"code\":\"rate_limit\""), "{}", much.body);
}

#[tokio::test]
async fn nobody_guesses_their_way_in() {
    let scene = Scene::new().await;
    let app = app(&scene, Rates { pages: 0, api: 0, sign_in: 3, ..Rates::default() }).await;
    let from = Some("203.0.113.1");
    for (method, path) in [
        (Method::POST, "/login/0000"),
        (Method::GET, "/sign-in/discord/back?code=1&state=2"),
        (Method::POST, "/passkeys/asked"),
        (Method::GET, "/device?user_code=AAAA-AAAA"),
        (Method::POST, "/oauth/device"),
    ] {
        let mut turned_down = 0;
        for _ in 0..5 {
            let status = ask(&app, method.clone(), path, from).await.status;
            turned_down += usize::from(status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert!(turned_down >= 2, "{path}: {turned_down} of 5");
    }
    // To look at a page takes no try, and neither does what nobody guesses. Invite links have a limit of their own.
    for path in ["/sign-in", "/join/0000000000000000", "/check-in/st_000"] {
        for _ in 0..5 {
            let status = ask(&app, Method::GET, path, from).await.status;
            assert_ne!(status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        }
    }
}

#[tokio::test]
async fn beyond_a_hundred_invite_links_a_right_one_is_answered_as_a_wrong_one() {
    let scene = Scene::new().await;
    let event = scene.event("Diary", Visibility::InviteOnly).await;
    let host = scene.person("host").await;
    let code = scene.engine.events().invite(event.id, host, scene.now()).await;
    let right = format!("/join/{}", code.expect("a code is made"));
    let rates = Rates { pages: 0, ..Rates::default() };
    assert_eq!(rates.invites, 100);
    let app = app(&scene, rates).await;
    let get = async |path: &str, from| ask(&app, Method::GET, path, Some(from)).await;
    let (one, other) = ("203.0.113.1", "203.0.113.2");
    assert_eq!(get(&right, one).await.status, StatusCode::OK);
    for n in 1..100 {
        let guessed = get(&format!("/join/{n:016}"), one).await;
        assert_eq!(guessed.status, StatusCode::NOT_FOUND, "{n}");
    }
    // A place is free again after a fraction of a second, so more are asked for than there can be by then.
    let mut turned_down = vec![];
    for n in 0..20 {
        for path in [right.clone(), format!("/join/{n:016}")] {
            let answer = get(&path, one).await;
            if answer.status == StatusCode::TOO_MANY_REQUESTS {
                turned_down.push((path == right, answer.body));
            }
        }
    }
    let of = |is_right: bool| turned_down.iter().find(|(right, _)| *right == is_right);
    let (right_one, wrong_one) = (of(true).expect("a right one"), of(false).expect("a wrong one"));
    assert_eq!(right_one.1, wrong_one.1);
    assert!(!right_one.1.contains("Diary"), "{}", right_one.1);
    assert_eq!(get(&right, other).await.status, StatusCode::OK, "others open theirs");
}

#[tokio::test]
async fn one_address_watches_only_so_much() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Visibility::Public).await;
    let unlimited = Rates { pages: 0, api: 0, sign_in: 0, ..Rates::default() };
    assert_eq!(unlimited.live_views, 20);
    let path = format!("/e/{}/live", event.slug);
    for most in [20, 3] {
        let app = app(&scene, Rates { live_views: most, ..unlimited }).await;
        let mut held = vec![];
        for _ in 0..most {
            let view = open(&app, &path, "203.0.113.1").await;
            assert_eq!(view.status(), StatusCode::OK);
            held.push(view);
        }
        let one_more = open(&app, &path, "203.0.113.1").await;
        assert_eq!(one_more.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(open(&app, &path, "203.0.113.2").await.status(), StatusCode::OK);
        held.pop();
        let free = open(&app, &path, "203.0.113.1").await;
        assert_eq!(free.status(), StatusCode::OK, "a place that is left is free");
    }
    let app = app(&scene, Rates { live_views: 0, ..unlimited }).await;
    let mut held = vec![];
    for _ in 0..50 {
        held.push(open(&app, &path, "203.0.113.1").await);
    }
    assert!(held.iter().all(|view| view.status() == StatusCode::OK), "there is no limit");
}

#[tokio::test]
async fn a_program_is_told_for_how_long_its_person_is_not_listened_to() {
    let mut scene = Scene::new().await;
    let limits = Limits { commands: 60, commands_at_once: 3, code_tries: 2, ..Limits::default() };
    scene.engine = scene.engine.clone().with_limits(limits);
    scene.web.engine = scene.engine.clone();
    scene.web.talk.engine = scene.engine.clone();
    let event = scene.event("Read", Visibility::Public).await;
    let membership = format!("/events/{}/membership", event.slug);
    let says = |line: &str| ("POST", "/conversation", Some(json!({ "line": line })));
    let code = "/join code:aaaaaaaaaaaaaaaa";
    for (name, heard, turned_away) in [
        ("ada", vec![says("/streak"); 3], says("/streak")),
        ("ben", vec![says("/streak"); 3], ("PUT", membership.as_str(), None)),
        ("cy", vec![says("/streak"); 3], ("DELETE", membership.as_str(), None)),
        ("deb", vec![says(code); 2], says(code)),
    ] {
        let program = Program::of(&scene, name, Scope::Write, None).await;
        for (method, path, body) in heard {
            let answer = program.send(method, path, &[], body).await;
            assert_eq!(answer.status, StatusCode::OK, "{name}: {}", answer.body);
        }
        let (method, path, body) = turned_away;
        let answer = program.send(method, path, &[], body).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{name}: {}", answer.body);
        assert_eq!(answer.headers["retry-after"], "60", "{name}");
        let problem: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["code"], "rate_limit", "{name}");
        assert_eq!(problem["detail"], "Too many requests: try again in 60 s.", "{name}");
    }
}
