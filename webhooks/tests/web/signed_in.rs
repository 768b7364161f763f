//! Signing in by a link, and the conversation as a page.

use crate::browser::{Browser, HERE, button, value};
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::rules::Zone;
use engine::{Account, Platform, Scope, Visibility};
use hmac::{Hmac, Mac};
use sha2::Sha256;

const DAY_S: i64 = 86_400;

#[tokio::test]
async fn a_link_signs_in_once_and_only_by_a_press_on_its_page() {
    let scene = Scene::new().await;
    let ada = scene.person("ada").await;
    let code = scene.engine.people().sign_in_code(ada, scene.now()).await.unwrap();
    let path = format!("/login/{code}");
    // Previews look at it as often as they like.
    for _ in 0..3 {
        let page = scene.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body.contains("\u{2068}ada\u{2069}") && !page.headers.contains_key("set-cookie")
        );
    }
    for headers in [
        vec![],
        vec![("sec-fetch-site", "cross-site")],
        vec![("origin", "null")],
        vec![("origin", "https://elsewhere.test")],
        vec![("origin", "https://streaks.test.elsewhere.test")],
    ] {
        assert_eq!(scene.post(&path, &headers, &[]).await.status, StatusCode::FORBIDDEN);
    }
    let signed_in = scene.post(&path, &[("origin", "https://streaks.test")], &[]).await;
    assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.post(&path, &[HERE], &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(scene.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(scene.get("/login/no-code").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_acts_for_somebody_else() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Visibility::Public).await;
    let (ada, ken) = (Browser::of(&scene, "ada").await, Browser::of(&scene, "ken").await);
    scene.join(&event, "ada").await;
    let page = ada.get("/me").await.body;
    let (mark, press) = (value(&page, "mark"), button(&page, "Check in"));
    let fields = [("mark", mark.as_str()), ("key", "1"), ("press", press.as_str())];
    let cookie = ("cookie", ada.cookie.as_str());
    // Another page has the cookie sent, but neither knows the mark nor comes from here.
    let foreign = scene.post("/me", &[("sec-fetch-site", "cross-site"), cookie], &fields).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let unmarked = ada.post("/me", &[("key", "1"), ("press", press.as_str())]).await;
    assert_eq!(unmarked.status, StatusCode::FORBIDDEN);
    assert_eq!(ken.post("/me", &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(scene.post("/me", &[HERE], &fields).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(scene.get("/me").await.status, StatusCode::UNAUTHORIZED);
    let wrong = ("cookie", "__Host-streaks=00000000000000000000000000000000000000000000000000");
    assert_eq!(scene.ask("/me", &[wrong]).await.status, StatusCode::UNAUTHORIZED);
    assert!(ada.get("/me").await.body.contains("0 days in a row, open today"));
    assert_eq!(ada.post("/me", &fields).await.status, StatusCode::OK);
    assert!(ada.get("/me").await.body.contains("1 day in a row"));
}

#[tokio::test]
async fn a_press_that_no_button_could_say_is_not_understood() {
    let scene = Scene::new().await;
    let ada = Browser::of(&scene, "ada").await;
    let long = format!("v1:leaderboard::|event={}", "a".repeat(60_000));
    for name in ["press", "form"] {
        let answer = ada.send(&[(name, long.as_str())]).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert!(answer.body.contains("know this button"), "{name}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_day_on_the_web_is_a_day_in_the_chat() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Visibility::Public).await;
    let ada = Browser::of(&scene, "ada").await;
    let page = ada.get(&format!("/me?event={}", event.slug)).await;
    assert_eq!(page.headers["cache-control"], "no-store");
    let joined = ada.send(&[("press", &button(&page.body, "Join"))]).await.body;
    assert!(joined.contains("You are in"), "{joined}");
    let page = ada.get("/me").await.body;
    let press = button(&page, "Check in");
    let fields = [("mark", value(&page, "mark")), ("key", value(&page, "key")), ("press", press)];
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = ada.post("/me", &fields).await.body;
    assert!(done.contains("Day 1"), "{done}");
    // What is sent twice is done once.
    let again = ada.post("/me", &fields).await.body;
    assert!(again.contains("Day 1"), "{again}");
    let streak = ada.send(&[("line", "/streak")]).await.body;
    assert!(streak.contains("Read"), "{streak}");
    let undone = ada.send(&[("line", "/undo")]).await.body;
    assert!(undone.contains("Taken back"), "{undone}");
    let matrix = ada.send(&[("line", "/matrix")]).await.body;
    assert!(matrix.contains("src=\"data:image/png;base64,"), "the picture is there");
    let made =
        ada.send(&[("line", "/event create visibility:public title:\"<b>Bold</b>\"")]).await.body;
    assert!(made.contains("&#60;b&#62;Bold") && !made.contains("<b>Bold</b>"), "{made}");
    let unclear = ada.send(&[("line", "hello there")]).await.body;
    assert!(unclear.contains("I did not understand that"), "{unclear}");
    let nonsense = ada.send(&[("press", "v9:nothing")]).await;
    assert_eq!(nonsense.status, StatusCode::OK);
}

#[tokio::test]
async fn a_title_of_the_other_direction_turns_no_answer_round() {
    let scene = Scene::new().await;
    let event = scene.event("قراءة", Visibility::Public).await;
    scene.join(&event, "ada").await;
    let streak = Browser::of(&scene, "ada").await.send(&[("line", "/streak")]).await.body;
    let title = "dir=\"auto\"><b><bdi>\u{2068}قراءة\u{2069}</bdi></b>: ";
    assert!(streak.contains(title), "{streak}");
}

#[tokio::test]
async fn whoever_signs_in_to_join_comes_back_to_the_event() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Visibility::Public).await;
    let asked = scene.get(&format!("/me?event={}", event.slug)).await;
    assert_eq!(
        (asked.status, &asked.headers["cache-control"]),
        (StatusCode::UNAUTHORIZED, &"no-store".parse().unwrap())
    );
    let wish = asked.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let ada = scene.person("ada").await;
    let code = scene.engine.people().sign_in_code(ada, scene.now()).await.unwrap();
    let headers = [HERE, ("cookie", wish.as_str())];
    let answer = scene.post(&format!("/login/{code}"), &headers, &[]).await;
    assert_eq!(answer.headers["location"], format!("/me?event={}", event.slug).as_str());
    let odd = scene.get("/me?event=%0d%0aset-cookie").await;
    assert!(!odd.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn whose_account_is_parted_is_signed_out_and_has_no_token() {
    let scene = Scene::new().await;
    let ada = Browser::of(&scene, "ada").await;
    let other = Account {
        platform: Platform::Discord,
        external_id: "9".to_owned(),
        name: "ada".to_owned(),
        handle: None,
        locale: None,
    };
    let (people, now) = (scene.engine.people(), scene.now());
    let typist = people.get_or_create(&other, Zone::UTC, now).await.unwrap().id;
    let maker = scene.person("ada").await;
    let token = async |person, name| {
        let made = people.make_token(person, name, (Scope::Write, None), now).await;
        made.unwrap().unwrap().1
    };
    let (goes, stays) = (token(typist, "goes").await, token(maker, "stays").await);
    let code = people.link_code(maker, Platform::Telegram, now).await.unwrap();
    people.ask_link(&code, typist, &other, now).await.unwrap().unwrap();
    people.confirm_link(maker, typist, now).await.unwrap().unwrap();
    assert_eq!(ada.get("/me").await.status, StatusCode::OK);
    assert!(people.by_token(&goes, now).await.unwrap().is_none(), "it was somebody else's");
    assert!(people.by_token(&stays, now).await.unwrap().is_some());
    assert!(people.unlink(maker, &other, now).await.unwrap().is_some());
    assert_eq!(ada.get("/me").await.status, StatusCode::UNAUTHORIZED);
    assert!(people.by_token(&stays, now).await.unwrap().is_none());
}

#[tokio::test]
async fn a_session_ends_when_it_is_ended_or_not_used() {
    let scene = Scene::new().await;
    let (one, other) = (Browser::of(&scene, "ada").await, Browser::of(&scene, "ada").await);
    let out = async |browser: &Browser<'_>, everywhere: bool| {
        let mark = value(&browser.get("/me").await.body, "mark");
        let mut fields = vec![("mark", mark.as_str())];
        fields.extend(everywhere.then_some(("everywhere", "yes")));
        let answer = browser.post("/logout", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(answer.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    };
    out(&one, false).await;
    assert_eq!(one.get("/me").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(other.get("/me").await.status, StatusCode::OK);
    let third = Browser::of(&scene, "ada").await;
    out(&other, true).await;
    assert_eq!(third.get("/me").await.status, StatusCode::UNAUTHORIZED);
    // Used each week it lasts for ninety days, and thirty without.
    let used = Browser::of(&scene, "ada").await;
    let idle = Browser::of(&scene, "ada").await;
    for day in 1..=91 {
        scene.next_day();
        let is_open =
            if day % 7 == 0 || day > 88 { Some(used.get("/me").await.status) } else { None };
        match is_open {
            Some(status) if day < 90 => assert_eq!(status, StatusCode::OK, "day {day}"),
            Some(status) => assert_eq!(status, StatusCode::UNAUTHORIZED, "day {day}"),
            None => {}
        }
        if day == 30 {
            assert_eq!(idle.get("/me").await.status, StatusCode::UNAUTHORIZED);
        }
    }
    assert!(scene.now().0 > 90 * DAY_S);
}

/// What Telegram's client says of somebody, signed as core.telegram.org/bots/webapps has it.
fn init_data(token: &str, now: i64) -> String {
    let user = r#"{"id":7,"first_name":"Ada"}"#;
    let sign = |key: &[u8], text: &str| {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key will do");
        mac.update(text.as_bytes());
        mac.finalize().into_bytes()
    };
    let hash = sign(&sign(b"WebAppData", token), &format!("auth_date={now}\nuser={user}"));
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("auth_date", now.to_string().as_str()), ("user", user), ("hash", &hash)])
        .finish()
}

#[tokio::test]
async fn a_frame_of_telegrams_client_has_a_session_of_its_own() {
    let token = "123:token";
    let mut scene = Scene::new().await;
    let policy = |answer: &crate::scene::Answer| {
        answer.headers["content-security-policy"].to_str().unwrap().to_owned()
    };
    assert!(policy(&scene.get("/app").await).contains("frame-ancestors 'none'"));
    scene.web.doors.telegram_token = Some(token.into());
    scene.start_anew();
    for path in ["/app", "/me", "/", "/nowhere"] {
        let policy = policy(&scene.get(path).await);
        assert!(policy.contains("frame-ancestors https://web.telegram.org;"), "{path}: {policy}");
    }
    let data = init_data(token, scene.now().0);
    let opened = async |framed: &str| {
        let fields = [("data", data.as_str()), ("framed", framed)];
        let opened = scene.post("/app", &[HERE], &fields).await;
        assert_eq!((opened.status, opened.body.as_str()), (StatusCode::OK, "/me"));
        opened.headers["set-cookie"].to_str().unwrap().to_owned()
    };
    let framed = opened("yes").await;
    for part in ["__Host-streaks=", "; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned"] {
        assert!(framed.contains(part), "{framed}");
    }
    let own = opened("").await;
    assert!(own.contains("; SameSite=Lax") && !own.contains("Partitioned"), "{own}");
}
