//! Lists: events on the start page, earlier weeks of an event, its members for whoever runs it.

use crate::browser::{Browser, HERE, value};
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Visibility::Public;
use engine::{Event, PersonId};

/// Isolation marks are not seen.
fn visible(page: &str) -> String {
    page.replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test]
async fn the_start_page_says_who_is_in_today_and_can_be_ordered() {
    let scene = Scene::new().await;
    let large = scene.event("Large", Public).await;
    let small = scene.event("Small", Public).await;
    for name in ["Ada", "Bo", "Cy"] {
        let member = scene.join(&large, name).await;
        if name != "Cy" {
            scene.check_in(member).await;
        }
    }
    scene.join(&small, "Ada").await;
    let place = |page: &str, event: &Event| page.find(&format!("/e/{}\"", event.slug));
    let newest = scene.get("/").await.body;
    assert!(newest.contains("3 members") && newest.contains("2 in today"), "{newest}");
    assert!(!newest.contains("0 in today"));
    assert!(place(&newest, &small) < place(&newest, &large));
    let largest = scene.get("/?order=members").await.body;
    assert!(place(&largest, &large) < place(&largest, &small));
    assert!(largest.contains("<option value=\"members\" selected>"));
    // Of what is over the first is named.
    let now = scene.now();
    scene.engine.events().end(&large, now).await.expect("it ends");
    scene.next_day();
    scene.next_day();
    scene.engine.schedule().tick(scene.now()).await.expect("due work is done");
    let over = visible(&scene.get("/?over=yes").await.body);
    assert!(over.contains("🥇 First: Ada, Bo"), "{over}");
}

#[tokio::test]
async fn search_engines_are_asked_to_leave_out_whatever_names_people() {
    const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\">";
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "Ada").await;
    scene.check_in(ada).await;
    let (page, person) = (format!("/e/{}", event.slug), format!("/u/{}", ada.person));
    for path in [
        page.clone(),
        format!("{page}/activity"),
        format!("{page}/feed.atom"),
        format!("{page}/card.png"),
        format!("{page}/badge.svg"),
        person.clone(),
        format!("{person}/matrix.svg"),
        format!("/api/v1/events/{}/leaderboard", event.slug),
        "/join/0123456789abcdef".to_owned(),
    ] {
        let headers = scene.get(&path).await.headers;
        assert_eq!(headers["x-robots-tag"], "noindex", "{path}");
    }
    for path in ["/", "/privacy", "/terms"] {
        let answer = scene.get(path).await;
        assert!(!answer.headers.contains_key("x-robots-tag"), "{path}");
        assert!(!answer.body.contains(NOINDEX), "{path}");
    }
    assert!(scene.get("/?over=yes").await.body.contains(NOINDEX));
    // Its first is named from its last instant on, also while the list of what goes on still has it.
    scene.engine.events().end(&event, scene.now()).await.expect("it ends");
    scene.next_day();
    let listed = scene.get("/").await.body;
    assert_eq!(listed.contains("🥇"), listed.contains(NOINDEX), "{listed}");
}

#[tokio::test]
async fn earlier_weeks_are_a_link_away() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let (ada, bo) = (scene.join(&event, "Ada").await, scene.join(&event, "Bo").await);
    // The scene begins on a Monday.
    for day in 0..15 {
        scene.check_in(ada).await;
        if day < 3 {
            scene.check_in(bo).await;
        }
        scene.next_day();
    }
    let path = |query: &str| format!("/e/{}?{query}", event.slug);
    let page = visible(&scene.get(&path("by=total&period=week")).await.body);
    assert!(page.contains("16 March 2026 to 22 March 2026"), "{page}");
    assert!(page.contains("data-live"), "this week goes on");
    let earlier = page.split("rel=\"prev\"").next().and_then(|head| head.rsplit("href=\"?").next());
    let earlier = earlier.and_then(|link| link.split('"').next()).expect("a link");
    let page = visible(&scene.get(&path(&earlier.replace("&#38;", "&"))).await.body);
    assert!(
        page.contains("9 March 2026 to 15 March 2026") && !page.contains("data-live"),
        "{page}"
    );
    assert!(page.contains("7 check-ins") && page.contains("rel=\"next\""), "{page}");
    let first = visible(&scene.get(&path("by=total&period=week&on=2026-03-04")).await.body);
    assert!(first.contains("2 March 2026 to 8 March 2026"), "{first}");
    assert!(first.contains("10 check-ins") && first.contains("One perfect week"), "{first}");
    assert!(!first.contains("rel=\"prev\""), "there is nothing before it");
    // What is no day, or none of the event, is the running week.
    for on in ["never", "2099-01-01", "2026-02-31", "%27"] {
        let page = scene.get(&path(&format!("by=total&period=week&on={on}"))).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(visible(&page.body).contains("16 March 2026 to 22 March 2026"), "{on}");
    }
    // Nor is there a week before the first.
    let before = visible(&scene.get(&path("by=total&period=week&on=1970-01-01")).await.body);
    assert!(before.contains("2 March 2026 to 8 March 2026"), "{before}");
    let month = visible(&scene.get(&path("by=total&period=month&on=2026-03-04")).await.body);
    assert!(month.contains("1 March 2026 to 31 March 2026"), "{month}");
}

#[tokio::test]
async fn whoever_runs_an_event_sees_its_members_and_takes_them_out() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let mut people: Vec<PersonId> = vec![];
    for name in ["Ada", "=Bo", "Cy"] {
        people.push(scene.join(&event, name).await.person);
    }
    // Hiding is no way out of a host's reach.
    scene.engine.people().hide(people[2], true, scene.now()).await.expect("they hide");
    let (members, table) =
        (format!("/e/{}/members", event.slug), format!("/e/{}/members.csv", event.slug));
    let host = Browser::of(&scene, "host").await;
    let ada = Browser::of(&scene, "Ada").await;
    for path in [&members, &table] {
        assert_eq!(ada.get(path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(scene.get(path).await.status, StatusCode::NOT_FOUND);
    }
    let page = host.get(&members).await;
    assert_eq!(page.headers["cache-control"], "no-store");
    for name in ["Ada", "=Bo", "Cy"] {
        assert!(page.body.contains(&format!("<bdi>{name}</bdi>")), "{}", page.body);
    }
    let listed = host.get(&table).await;
    assert_eq!(listed.headers["content-type"], "text/csv; charset=utf-8");
    assert!(listed.body.starts_with("name,joined,current,longest,total\n"), "{}", listed.body);
    assert!(listed.body.contains("'=Bo,2026-03-02,0,0,0"), "no formula: {}", listed.body);
    let press = format!("v1:event-remove:{}:p{}|ban=yes;sure=yes", event.id, people[1]);
    assert!(page.body.contains(&press), "{press} in {}", page.body);
    let (mark, key) = (value(&page.body, "mark"), value(&page.body, "key"));
    let fields = [("mark", mark.as_str()), ("key", key.as_str()), ("press", press.as_str())];
    let done = host.post("/me", &fields).await;
    assert!(visible(&done.body).contains("is out of"), "{}", done.body);
    assert!(!host.get(&table).await.body.contains("Bo"));
    // Nobody else can send that.
    let foreign = ada.post("/me", &fields).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert_eq!(scene.post("/me", &[HERE], &fields).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn names_that_look_alike_are_told_apart() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    // The second one is written with Cyrillic letters.
    let (ada, other) = (scene.join(&event, "Ada").await, scene.join(&event, "Аdа").await);
    scene.join(&event, "Bo").await;
    for member in [ada, other] {
        scene.check_in(member).await;
    }
    let page = scene.get(&format!("/e/{}", event.slug)).await.body;
    for member in [ada, other] {
        let id = member.person.to_string();
        let tag = format!(" ·{}</bdi>", &id[id.len() - 3..]);
        assert!(page.contains(&tag), "{tag} in {page}");
    }
    assert!(page.contains("<bdi>Bo</bdi>"), "{page}");
}
