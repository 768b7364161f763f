//! Notifications of a browser, while sessions in it come and go.

use crate::browser::{Browser, value};
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::{Platform, Subscription};

/// Turns notifications on in a browser where somebody is signed in, and says where it takes them.
async fn turn_on(scene: &Scene, name: &str, browser: &Browser<'_>) -> String {
    let endpoint = format!("https://push.test/{name}");
    let subscription = Subscription {
        id: 0,
        person: scene.person(name).await,
        endpoint: endpoint.clone(),
        p256dh: "key".to_owned(),
        auth: "auth".to_owned(),
        browser: "a browser".to_owned(),
        created_at: scene.now(),
    };
    let (_, session) = browser.cookie.split_once('=').expect("a cookie has a value");
    let people = scene.engine.people();
    people.subscribe(&subscription, session, scene.now()).await.expect("it is kept");
    endpoint
}

/// Whether any browser tells somebody something.
async fn are_on(scene: &Scene, name: &str) -> bool {
    let person = scene.person(name).await;
    let browsers = scene.engine.people().subscriptions(person).await.expect("they are read");
    let place = scene.engine.communities().private_destination(person, Platform::Push).await;
    assert_eq!(place.expect("it is read").is_some(), !browsers.is_empty());
    !browsers.is_empty()
}

/// Signs out, as a browser does that says where it takes notifications, or one that does not.
async fn sign_out(browser: &Browser<'_>, endpoint: Option<&str>) {
    let mark = value(&browser.get("/me").await.body, "mark");
    let mut fields = vec![("mark", mark.as_str())];
    fields.extend(endpoint.map(|endpoint| ("endpoint", endpoint)));
    let answer = browser.post("/logout", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn one_session_is_ended_from_another_with_what_its_browser_shows() {
    let scene = Scene::new().await;
    let [here, there] = [Browser::of(&scene, "ada").await, Browser::of(&scene, "ada").await];
    turn_on(&scene, "ada", &there).await;
    let page = here.get("/me/settings").await.body;
    assert_eq!(page.matches("name=\"session\"").count(), 1, "not for this one: {page}");
    let (mark, session) = (value(&page, "mark"), value(&page, "session"));
    let fields = [("mark", mark.as_str()), ("session", session.as_str())];
    assert_eq!(here.post("/me/settings", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(there.get("/me").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(here.get("/me").await.status, StatusCode::OK);
    assert!(!are_on(&scene, "ada").await);
}

#[tokio::test]
async fn nobody_ends_a_session_of_somebody_else() {
    let scene = Scene::new().await;
    let [here, there] = [Browser::of(&scene, "ada").await, Browser::of(&scene, "ada").await];
    turn_on(&scene, "ada", &there).await;
    let session = value(&here.get("/me/settings").await.body, "session");
    let ken = Browser::of(&scene, "ken").await;
    let mark = value(&ken.get("/me/settings").await.body, "mark");
    for session in [session.as_str(), "", "\0"] {
        let fields = [("mark", mark.as_str()), ("session", session)];
        assert_eq!(ken.post("/me/settings", &fields).await.status, StatusCode::SEE_OTHER);
    }
    let unmarked = here.post("/me/settings", &[("session", session.as_str())]).await;
    assert_eq!(unmarked.status, StatusCode::FORBIDDEN);
    for browser in [&here, &there, &ken] {
        assert_eq!(browser.get("/me").await.status, StatusCode::OK);
    }
    assert!(are_on(&scene, "ada").await);
}

#[tokio::test]
async fn whoever_signs_in_again_keeps_the_notifications_of_that_browser() {
    let scene = Scene::new().await;
    let mut browser = Browser::of(&scene, "ada").await;
    turn_on(&scene, "ada", &browser).await;
    let before = browser.cookie.clone();
    browser.sign_in("ada").await;
    assert!(are_on(&scene, "ada").await);
    let replaced = scene.ask("/me", &[("cookie", before.as_str())]).await;
    assert_eq!(replaced.status, StatusCode::UNAUTHORIZED);
    sign_out(&browser, None).await;
    assert!(!are_on(&scene, "ada").await, "they end with the session that took its place");
}

#[tokio::test]
async fn a_browser_tells_nobody_anything_once_somebody_else_signs_in_there() {
    let scene = Scene::new().await;
    let mut browser = Browser::of(&scene, "ada").await;
    turn_on(&scene, "ada", &browser).await;
    browser.sign_in("ken").await;
    assert!(!are_on(&scene, "ada").await && !are_on(&scene, "ken").await);
}

#[tokio::test]
async fn signing_out_ends_what_was_turned_on_in_a_session_that_is_over() {
    // Nobody uses it for a month, or signs in in twenty other browsers.
    for is_idle in [true, false] {
        let scene = Scene::new().await;
        let mut browser = Browser::of(&scene, "ada").await;
        turn_on(&scene, "ada", &browser).await;
        if is_idle {
            (0..31).for_each(|_| scene.next_day());
            scene.engine.schedule().forget_old(scene.now()).await.unwrap();
        } else {
            for _ in 0..20 {
                scene.next_day();
                Browser::of(&scene, "ada").await;
            }
        }
        assert_eq!(browser.get("/me").await.status, StatusCode::UNAUTHORIZED);
        browser.sign_in("ada").await;
        assert!(are_on(&scene, "ada").await, "idle: {is_idle}");
        sign_out(&browser, None).await;
        assert!(!are_on(&scene, "ada").await, "idle: {is_idle}");
    }
}

#[tokio::test]
async fn signing_out_ends_what_a_browser_shows_that_has_forgotten_the_session_before() {
    let scene = Scene::new().await;
    let [first, second] = [Browser::of(&scene, "ada").await, Browser::of(&scene, "ada").await];
    let endpoint = turn_on(&scene, "ada", &first).await;
    let ken = Browser::of(&scene, "ken").await;
    for (browser, endpoint) in [(&ken, endpoint.as_str()), (&second, "\0")] {
        sign_out(browser, Some(endpoint)).await;
        assert!(are_on(&scene, "ada").await, "it is hers, and it is elsewhere");
    }
    let third = Browser::of(&scene, "ada").await;
    sign_out(&third, Some(&endpoint)).await;
    assert!(!are_on(&scene, "ada").await);
    assert_eq!(first.get("/me").await.status, StatusCode::OK);
}
