//! The settings as forms, which say to the conversation what they change.

use crate::browser::{Browser, HERE, value};
use crate::scene::Scene;
use axum::http::StatusCode;

async fn send(browser: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let page = browser.get("/me/settings").await.body;
    let hidden = [("mark", value(&page, "mark")), ("key", value(&page, "key"))];
    let hidden: Vec<(&str, &str)> =
        hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = browser.post("/me/settings", &[&hidden, fields].concat()).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.body
}

#[tokio::test]
async fn accounts_are_listed_with_the_date_from_which_on_they_are_theirs() {
    let scene = Scene::new().await;
    let ada = Browser::of(&scene, "ada").await;
    let page = ada.get("/me/settings").await.body;
    assert!(page.contains("<li>Telegram: <bdi>ada</bdi> · since "), "{page}");
}

#[tokio::test]
async fn what_a_form_changes_is_changed_and_said() {
    let scene = Scene::new().await;
    let ada = Browser::of(&scene, "ada").await;
    let page =
        send(&ada, &[("part", "profile"), ("name", "Ada L"), ("about", "I <b>read</b>")]).await;
    assert!(page.contains("value=\"Ada L\"") && !page.contains("<b>read"), "{page}");
    let clock = [
        ("part", "clock"),
        ("language", "auto"),
        ("zone", "Europe/Berlin"),
        ("day_start", "03:00"),
        ("quiet", "22:00-07:00"),
    ];
    let page = send(&ada, &clock).await;
    for now in ["value=\"Europe/Berlin\"", "value=\"03:00\"", "value=\"22:00-07:00\""] {
        assert!(page.contains(now), "no {now} in {page}");
    }
    assert_eq!(page.matches("class=\"said\"").count(), 3, "each change is answered");
    let page = send(&ada, &[("part", "others"), ("hidden", "on")]).await;
    assert!(page.contains("name=\"hidden\" checked") && !page.contains("name=\"nudges\" checked"));
    // What is as it was is not said again, and what makes no sense changes nothing.
    let page = send(&ada, &[("part", "others"), ("hidden", "on")]).await;
    assert!(!page.contains("class=\"said\""));
    let page = send(&ada, &[("part", "clock"), ("quiet", "always")]).await;
    assert!(page.contains("value=\"22:00-07:00\"") && page.contains("class=\"said\""));
    let person = scene.engine.people().get(scene.person("ada").await).await.unwrap().unwrap();
    assert!(person.hidden && !person.share_milestones);
    assert!(!person.allow_nudges && !person.allow_cheers);
}

#[tokio::test]
async fn a_copy_is_handed_out_and_erasure_is_asked_about_twice() {
    let scene = Scene::new().await;
    let ada = Browser::of(&scene, "ada").await;
    let page = send(&ada, &[("part", "export")]).await;
    assert!(page.contains("download=\""), "{page}");
    let page = send(&ada, &[("part", "delete")]).await;
    assert!(page.contains("name=\"press\" value=\"v1:privacy:"), "{page}");
    let person = scene.engine.people().get(scene.person("ada").await).await.unwrap().unwrap();
    assert_eq!(person.erase_at, None);
}

#[tokio::test]
async fn nobody_else_changes_settings_or_passkeys() {
    let scene = Scene::new().await;
    let ada = Browser::of(&scene, "ada").await;
    let ken = Browser::of(&scene, "ken").await;
    assert_eq!(scene.get("/me/settings").await.status, StatusCode::UNAUTHORIZED);
    let mark = value(&ken.get("/me/settings").await.body, "mark");
    for fields in [vec![("part", "delete")], vec![("part", "delete"), ("mark", mark.as_str())]] {
        assert_eq!(ada.post("/me/settings", &fields).await.status, StatusCode::FORBIDDEN);
    }
    for path in ["/me/passkeys/asked", "/me/passkeys"] {
        let cookie = ("cookie", ada.cookie.as_str());
        for headers in [vec![HERE, cookie], vec![HERE, cookie, ("x-mark", mark.as_str())]] {
            assert_eq!(scene.post(path, &headers, &[]).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(scene.post(path, &[HERE], &[]).await.status, StatusCode::UNAUTHORIZED);
    }
    for path in ["/passkeys/asked", "/passkeys/sign-in", "/app"] {
        let foreign = scene.post(path, &[("sec-fetch-site", "cross-site")], &[]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!foreign.headers.contains_key("set-cookie"));
    }
}

#[tokio::test]
async fn only_an_answer_to_our_own_question_signs_in() {
    let scene = Scene::new().await;
    let asked = scene.post("/passkeys/asked", &[HERE], &[]).await;
    assert!(asked.body.contains("\"rpId\":\"streaks.test\""), "{}", asked.body);
    for body in
        ["", "{}", "null", "[1]", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\"}"]
    {
        let request = axum::http::Request::post("/passkeys/sign-in")
            .header(HERE.0, HERE.1)
            .body(axum::body::Body::from(body))
            .unwrap();
        let answer = scene.answer(request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{body}");
        assert!(!answer.headers.contains_key("set-cookie"));
    }
}
