//! What travels: invitations, previews, badges, calendars, and the page without a network.

use crate::browser::{Browser, HERE, value};
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Visibility::{InviteOnly, Public};
use engine::{Event, Scope};

async fn code(scene: &Scene, event: &Event) -> String {
    let host = scene.person("host").await;
    scene.engine.events().invite(event.id, host, scene.now()).await.expect("a host invites")
}

#[tokio::test]
async fn an_invitation_is_looked_at_as_often_as_one_likes_and_used_by_a_press() {
    let scene = Scene::new().await;
    let event = scene.event("Quiet", InviteOnly).await;
    let code = code(&scene, &event).await;
    let path = format!("/join/{code}");
    for _ in 0..150 {
        let page = scene.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Quiet") && page.body.contains("You are invited"));
        assert!(page.body.contains(&format!("https://t.test/streaks_bot?start=j_{code}")));
        assert!(!page.body.contains("og:description"), "a preview tells no more than it must");
    }
    // Whoever signs in for its sake comes back to it.
    let wish = scene.get(&path).await.headers["set-cookie"].to_str().expect("ASCII").to_owned();
    let wish = wish.split(';').next().expect("a cookie").to_owned();
    let ada = scene.person("ada").await;
    let link = scene.engine.people().sign_in_code(ada, scene.now()).await.expect("a link");
    let headers = [HERE, ("cookie", wish.as_str())];
    let signed_in = scene.post(&format!("/login/{link}"), &headers, &[]).await;
    assert_eq!(signed_in.headers["location"], path.as_str());
    let ada = Browser::of(&scene, "ada").await;
    let page = ada.get(&path).await.body;
    let (mark, key, press) = (value(&page, "mark"), value(&page, "key"), value(&page, "press"));
    let fields = [("mark", mark.as_str()), ("key", &key), ("press", &press)];
    let joined = ada.post("/me", &fields).await.body;
    assert!(joined.contains("You are in"), "{joined}");
    assert_eq!(ada.get(&format!("/e/{}", event.slug)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn wrong_old_and_used_up_codes_look_alike() {
    let scene = Scene::new().await;
    let event = scene.event("Quiet", InviteOnly).await;
    let host = scene.person("host").await;
    let events = scene.engine.events();
    let used = events.invite_for(event.id, host, 7, 1, scene.now()).await.expect("a code");
    let ada = scene.person("ada").await;
    events.redeem(&used, ada, scene.now()).await.expect("it is used").expect("it was good");
    let old = code(&scene, &event).await;
    for _ in 0..8 {
        scene.next_day();
    }
    let unknown = scene.get("/join/0123456789abcdef").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    for code in [used, old] {
        let answer = scene.get(&format!("/join/{code}")).await;
        assert_eq!((answer.status, &answer.body), (unknown.status, &unknown.body), "{code}");
    }
    for no_code in ["x".repeat(5_000), "%00".to_owned(), "%ff".to_owned(), "a%2Fb".to_owned()] {
        assert_eq!(scene.get(&format!("/join/{no_code}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_preview_shows_the_board_and_changes_its_address_with_it() {
    let scene = Scene::new().await;
    let event = scene.event("Read & <write>", Public).await;
    let path = format!("/e/{}", event.slug);
    let image = async || {
        let page = scene.get(&path).await.body;
        let rest = page.split_once("property=\"og:image\" content=\"https://streaks.test")?.1;
        Some(rest.split('"').next()?.to_owned())
    };
    assert_eq!(image().await, None, "there is nothing to show yet");
    assert_eq!(scene.get(&format!("{path}/card.png")).await.status, StatusCode::NOT_FOUND);
    let ada = scene.join(&event, "ada").await;
    scene.check_in(ada).await;
    let first = image().await.expect("somebody stands there");
    let card = scene.get(&first).await;
    assert_eq!(card.headers["content-type"], "image/png");
    assert!(card.body.starts_with('\u{fffd}') && card.body.contains("PNG"));
    let bo = scene.join(&event, "bo").await;
    scene.check_in(bo).await;
    assert_ne!(image().await.as_ref(), Some(&first));
    let badge = scene.get(&format!("{path}/badge.svg")).await;
    assert_eq!(badge.headers["content-type"], "image/svg+xml");
    assert!(badge.body.contains("Read &#38; &#60;write&#62;: 2 members"), "{}", badge.body);
    assert!(!badge.body.contains("style="), "the policy lets no style in");
    // Nothing of what is for few.
    let quiet = scene.event("Quiet", InviteOnly).await;
    let member = scene.join(&quiet, "ada").await;
    scene.check_in(member).await;
    let browser = Browser::of(&scene, "ada").await;
    for file in ["card.png", "badge.svg"] {
        let hidden = browser.get(&format!("/e/{}/{file}", quiet.slug)).await;
        let unknown = browser.get(&format!("/e/no-such-event-00000/{file}")).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND);
        assert_eq!((hidden.body, hidden.headers), (unknown.body, unknown.headers));
    }
    let page = browser.get(&format!("/e/{}", quiet.slug)).await.body;
    assert!(!page.contains("og:image"));
}

#[tokio::test]
async fn a_calendar_has_the_events_of_its_owner_and_opens_nothing_else() {
    let scene = Scene::new().await;
    let event = scene.event("Read; write, \\ rest", Public).await;
    scene.join(&event, "ada").await;
    scene.event("Of others", Public).await;
    let ada = scene.person("ada").await;
    let people = scene.engine.people();
    let made = people.make_token(ada, "phone", (Scope::Calendar, None), scene.now()).await;
    let (token, secret) = made.expect("it is stored").expect("there are few");
    let calendar = scene.get(&format!("/calendar/{secret}.ics")).await;
    assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
    let folded = calendar.body.replace("\r\n ", "");
    for line in [
        "BEGIN:VCALENDAR",
        "SUMMARY:Read\\; write\\, \\\\ rest",
        "DTSTART;VALUE=DATE:20260302",
        "RRULE:FREQ=DAILY",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(folded.lines().any(|known| known == line), "{line} is not in {folded}");
    }
    assert!(!folded.contains("Of others"));
    assert_eq!(scene.get(&format!("/check-in/{secret}")).await.status, StatusCode::NOT_FOUND);
    let made = people.make_token(ada, "all", (Scope::Write, None), scene.now()).await;
    let (_, write) = made.expect("it is stored").expect("there are few");
    for wrong in [write.as_str(), "st_x", "%00", &"x".repeat(3000)] {
        let answer = scene.get(&format!("/calendar/{wrong}.ics")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    people.drop_token(ada, token.id).await.expect("it is taken back");
    let gone = scene.get(&format!("/calendar/{secret}.ics")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_can_be_installed() {
    let scene = Scene::new().await;
    let manifest = scene.get("/manifest.webmanifest").await;
    assert_eq!(manifest.headers["content-type"], "application/manifest+json");
    let manifest: serde_json::Value = serde_json::from_str(&manifest.body).expect("it is JSON");
    assert_eq!(manifest["start_url"], "/me");
    let worker = scene.get("/sw.js").await;
    assert!(worker.body.contains("no-store"), "what is for one person is not kept");
    let page = scene.get("/").await;
    assert!(page.body.contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">"));
    let policy = page.headers["content-security-policy"].to_str().expect("ASCII");
    assert!(policy.contains("manifest-src 'self'") && policy.contains("script-src 'self'"));
}
