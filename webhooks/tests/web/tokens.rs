//! Tokens as their owner sees them, and the address that checks in.

use crate::browser::{Browser, value};
use crate::program::{Program, send};
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Scope;
use engine::Visibility::Public;

#[tokio::test]
async fn an_address_checks_in_when_it_is_posted_to_and_only_then() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let of = scene.join(&event, "ada").await;
    let one = Program::of(&scene, "ada", Scope::CheckIn, Some(&event)).await;
    let path = format!("/check-in/{}", one.token);
    for agent in ["Discordbot", "TelegramBot", "Slackbot"] {
        let page = scene.ask(&path, &[("user-agent", agent)]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Read") && page.body.contains(">Check in</button>"));
        assert_eq!(page.headers["cache-control"], "no-store");
    }
    let total = async || {
        let view = scene.engine.memberships().view(of, scene.now()).await.expect("it is read");
        let view = view.expect("a member");
        (view.life.standing.total, view.life.standing.entries)
    };
    assert_eq!(total().await, (0, 0));
    for _ in 0..100 {
        let done = send(&scene, "POST", &path, &[], None).await;
        assert_eq!((done.status, done.body.as_str()), (StatusCode::OK, "1 day in a row · Read\n"));
    }
    assert_eq!(total().await, (1, 1), "a hundred equal calls are one");
    let noted = send(&scene, "POST", &format!("{path}?note=two"), &[], None).await;
    assert_eq!((noted.status, total().await), (StatusCode::OK, (1, 2)));
    for (query, status) in
        [("day=2019-01-01", 409), ("day=x", 422), ("amount=x", 422), ("at=x", 422)]
    {
        let refused = send(&scene, "POST", &format!("{path}?{query}"), &[], None).await;
        assert_eq!(refused.status.as_u16(), status, "{query}");
    }
    // What was taken back may be done anew.
    let undo = Program::of(&scene, "ada", Scope::Write, None).await;
    let (_, listed) = undo.call("GET", &format!("/events/{}/check-ins", event.slug), None).await;
    for entry in listed["check_ins"].as_array().expect("a list") {
        let id = entry["id"].as_str().expect("it has an id");
        undo.call("DELETE", &format!("/events/{}/check-ins/{id}", event.slug), None).await;
    }
    assert_eq!(total().await.0, 0);
    assert_eq!(send(&scene, "POST", &path, &[], None).await.status, StatusCode::OK);
    assert_eq!(total().await.0, 1);
    // What can do more does not work in an address.
    for scope in [Scope::Read, Scope::Write] {
        let program = Program::of(&scene, "ada", scope, None).await;
        let path = format!("/check-in/{}", program.token);
        assert_eq!(scene.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(send(&scene, "POST", &path, &[], None).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(scene.get("/check-in/st_nothing").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn tokens_are_made_and_taken_back_on_a_page_of_ones_own() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let other = scene.event("Run", Public).await;
    scene.join(&event, "ada").await;
    assert_eq!(scene.get("/me/tokens").await.status, StatusCode::UNAUTHORIZED);
    let ada = Browser::of(&scene, "ada").await;
    let page = ada.get("/me/tokens").await.body;
    let mark = value(&page, "mark");
    let scope = format!("check_in:{}", event.id);
    let fields = [("mark", mark.as_str()), ("name", "Desk <button>"), ("scope", &scope)];
    let made = ada.post("/me/tokens", &fields).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    assert!(made.body.contains("Desk &#60;button&#62;"));
    let address = made.body.split("curl -X POST https://streaks.test").nth(1).expect("it is shown");
    let address = address.split('<').next().expect("it ends");
    assert_eq!(send(&scene, "POST", address, &[], None).await.status, StatusCode::OK);
    scene.engine.schedule().tick(scene.now()).await.expect("due work is done");
    let again = ada.get("/me/tokens").await.body;
    assert!(!again.contains("st_"), "it is shown once");
    assert!(again.contains("last used on"), "{again}");
    // Not for an event of others, not without a name, not without a mark.
    let foreign = format!("check_in:{}", other.id);
    for (name, scope) in [("x", foreign.as_str()), ("", "read"), ("x", "check_in"), ("x", "all")] {
        let fields = [("mark", mark.as_str()), ("name", name), ("scope", scope)];
        let answer = ada.post("/me/tokens", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {scope}");
    }
    let unmarked = ada.post("/me/tokens", &[("name", "x"), ("scope", "read")]).await;
    assert_eq!(unmarked.status, StatusCode::FORBIDDEN);
    let id = again.split("name=\"drop\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let ken = Browser::of(&scene, "ken").await;
    let kens = value(&ken.get("/me/tokens").await.body, "mark");
    let id = id.expect("it can be taken back");
    ken.post("/me/tokens", &[("mark", &kens), ("drop", id)]).await;
    assert_eq!(send(&scene, "POST", address, &[], None).await.status, StatusCode::OK);
    let dropped = ada.post("/me/tokens", &[("mark", &mark), ("drop", id)]).await;
    assert_eq!(dropped.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&scene, "POST", address, &[], None).await.status, StatusCode::UNAUTHORIZED);
}
