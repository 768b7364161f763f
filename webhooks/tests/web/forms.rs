//! Every address that takes a form: only a page of ours, in the browser of whoever it was made for, can send one. The list is
//! read from the routes, so that a new one is in it.

use crate::browser::{Browser, HERE, value};
use crate::scene::Scene;
use axum::http::StatusCode;
use std::collections::BTreeSet;

const ROUTES: &str = include_str!("../../src/lib.rs");

/// What is posted without a cookie, so that no other page can do it in somebody's name: by a secret in the address, or
/// signed.
const WITHOUT_COOKIE: [&str; 5] = [
    "/check-in/{token}",
    "/email/confirm/{code}",
    "/email/leave/{code}",
    "/webhooks/discord",
    "/webhooks/telegram",
];
/// What begins a session, and has no mark yet: it has to come from here.
const BEGINS: [&str; 4] = ["/login/{code}", "/passkeys/asked", "/passkeys/sign-in", "/app"];
/// What a script sends with its mark in a header.
const BY_SCRIPT: [&str; 2] = ["/me/passkeys/asked", "/me/passkeys"];
/// Where the mark is read.
const FORMS: [&str; 8] = [
    "/me",
    "/logout",
    "/me/push",
    "/me/settings",
    "/me/tokens",
    "/me/apps",
    "/oauth/authorize",
    "/device",
];

/// `scripts/attacks` tries more.
const GUESSES: u64 = 20_000;

fn posted() -> BTreeSet<&'static str> {
    let routes = ROUTES.split(".route(").skip(1).filter(|route| {
        let own = route.split(".layer(").next().unwrap_or_default();
        own.contains("post(")
    });
    routes.filter_map(|route| route.split('"').nth(1)).collect()
}

#[test]
fn every_form_is_known() {
    let known = [WITHOUT_COOKIE.as_slice(), &BEGINS, &BY_SCRIPT, &FORMS].concat();
    assert_eq!(posted(), known.into_iter().collect());
}

#[tokio::test]
async fn no_other_page_sends_a_form_of_ours() {
    let scene = Scene::new().await;
    let (ada, ken) = (Browser::of(&scene, "ada").await, Browser::of(&scene, "ken").await);
    let own = value(&ada.get("/me").await.body, "mark");
    let foreign = value(&ken.get("/me").await.body, "mark");
    let cookie = ("cookie", ada.cookie.as_str());
    let elsewhere = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
        ("origin", "https://elsewhere.test"),
        ("origin", "null"),
        ("origin", ""),
    ];
    let mut tried = 0;
    for path in FORMS {
        let everywhere = ("everywhere", "yes");
        for mark in ["", "0", &foreign, &own.to_uppercase(), &own[..63]] {
            let answer = scene.post(path, &[HERE, cookie], &[("mark", mark), everywhere]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {mark}");
            tried += 1;
        }
        let unmarked = scene.post(path, &[HERE, cookie], &[everywhere]).await;
        assert_eq!(unmarked.status, StatusCode::FORBIDDEN, "{path}");
        for from in elsewhere {
            let answer = scene.post(path, &[from, cookie], &[("mark", &own), everywhere]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} from {from:?}");
            tried += 1;
        }
        let bare = scene.post(path, &[cookie], &[("mark", &own), everywhere]).await;
        assert_eq!(bare.status, StatusCode::FORBIDDEN, "{path} from nowhere");
        let signed_out = scene.post(path, &[HERE], &[("mark", &own), everywhere]).await;
        assert_eq!(signed_out.status, StatusCode::UNAUTHORIZED, "{path}");
        // What is looked at changes nothing.
        let looked = scene.ask(&format!("{path}?mark={own}&everywhere=yes"), &[HERE, cookie]).await;
        assert_ne!(looked.status, StatusCode::SEE_OTHER, "{path}");
        tried += 4;
    }
    for path in BY_SCRIPT {
        for mark in [None, Some(""), Some(foreign.as_str())] {
            let mut headers = vec![HERE, cookie];
            headers.extend(mark.map(|mark| ("x-mark", mark)));
            let answer = scene.post(path, &headers, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {mark:?}");
            tried += 1;
        }
    }
    for path in BEGINS.into_iter().chain(BY_SCRIPT) {
        let path = path.replace("{code}", "0000");
        for from in elsewhere {
            let headers = [from, cookie, ("x-mark", own.as_str())];
            let answer = scene.post(&path, &headers, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} from {from:?}");
            assert!(!answer.headers.contains_key("set-cookie"), "{path} from {from:?}");
            tried += 1;
        }
    }
    assert!(tried >= 147, "{tried}");
    // She is signed in still, and nothing has happened in her name.
    assert_eq!(ada.get("/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn of_many_who_use_a_link_at_once_one_is_signed_in_and_nobody_guesses_one() {
    let scene = Scene::new().await;
    let person = scene.person("ada").await;
    let code =
        scene.engine.people().sign_in_code(person, scene.now()).await.expect("a link is made");
    let path = format!("/login/{code}");
    let tries = (0..64).map(|_| scene.post(&path, &[HERE], &[]));
    let answers = futures_util::future::join_all(tries).await;
    let entered = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
    assert_eq!(entered, 1);
    let sessions = scene.engine.people().sessions(person).await.expect("they are read").len();
    assert_eq!(sessions, 1);
    // Programs that look at links for previews use none up.
    let code =
        scene.engine.people().sign_in_code(person, scene.now()).await.expect("a link is made");
    for agent in ["Discordbot/2.0", "TelegramBot (like TwitterBot)", "Slackbot-LinkExpanding 1.0"] {
        let looked = scene.ask(&format!("/login/{code}"), &[("user-agent", agent)]).await;
        assert_eq!(looked.status, StatusCode::OK, "{agent}");
    }
    let guesses = std::env::var("STREAKS_TEST_GUESSES").ok();
    let guesses = guesses.map_or(GUESSES, |guesses| guesses.parse().expect("a number"));
    for n in 0..guesses {
        let guess = format!("{:040x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let guessed = scene.post(&format!("/login/{guess}"), &[HERE], &[]).await;
        assert_eq!(guessed.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        scene.post(&format!("/login/{code}"), &[HERE], &[]).await.status,
        StatusCode::SEE_OTHER
    );
}
