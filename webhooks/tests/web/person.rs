//! Somebody's page, their year as a picture, and the feed of an event.

use crate::scene::Scene;
use axum::http::StatusCode;
use engine::rules::Action;
use engine::{Membership, Visibility};

/// Ada is in a public event for seven days, and in one that is for invited people.
async fn scene() -> (Scene, String, String) {
    let scene = Scene::new().await;
    let event = scene.event("Read", Visibility::Public).await;
    let secret = scene.event("Quiet", Visibility::InviteOnly).await;
    let ada = scene.join(&event, "ada").await;
    scene.join(&secret, "ada").await;
    scene.join(&secret, "ken").await;
    for day in 0..7 {
        if day > 0 {
            scene.next_day();
        }
        scene.check_in(ada).await;
    }
    (scene, ada.person.to_string(), event.slug)
}

#[tokio::test]
async fn a_page_shows_what_everybody_may_see_and_nothing_else() {
    let (scene, ada, slug) = scene().await;
    let page = scene.get(&format!("/u/{ada}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let seven_times = page.body.matches("<td class=\"done\"").count();
    assert_eq!(seven_times, 7, "{}", page.body);
    assert!(page.body.contains(&format!("href=\"/e/{slug}\"")) && page.body.contains("🏅 7"));
    assert!(!page.body.contains("Quiet"), "{}", page.body);
    // The board leads there.
    let board = scene.get(&format!("/e/{slug}")).await.body;
    assert!(board.contains(&format!("href=\"/u/{ada}\"")), "{board}");
    // A year, or an event, that is not there is the usual one.
    for query in ["?year=1999", "?year=x", "?event=quiet", "?event=%00&year=-1"] {
        let same = scene.get(&format!("/u/{ada}{query}")).await;
        // Languages lead to the same address.
        let shown = |body: &str| body.split_once("<nav class=\"languages\"").unwrap().0.to_owned();
        assert_eq!(
            (same.status, shown(&same.body)),
            (StatusCode::OK, shown(&page.body)),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_page_says_neither_what_somebody_likes_nor_the_milestones_that_stay_with_them() {
    let (scene, ada, _) = scene().await;
    let (people, person) = (scene.engine.people(), scene.person("ada").await);
    people.turn_interest(person, "learn").await.expect("she likes it");
    let page = scene.get(&format!("/u/{ada}")).await.body;
    assert!(page.contains("🏅 7") && !page.contains("Learning"), "{page}");
    people.share_milestones(person, false).await.expect("they stay with her");
    let page = scene.get(&format!("/u/{ada}")).await.body;
    assert!(page.contains("ada") && !page.contains("🏅") && !page.contains("Badges"), "{page}");
}

#[tokio::test]
async fn who_is_hidden_or_in_no_public_event_has_no_page() {
    let (scene, ada, slug) = scene().await;
    let ken = scene.person("ken").await;
    let unknown = scene.get("/u/1").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let feed = scene.get(&format!("/e/{slug}/feed.atom")).await.body;
    assert!(feed.contains("ada"), "{feed}");
    let person = scene.person("ada").await;
    scene.engine.people().hide(person, true, scene.now()).await.expect("she hides");
    for id in [ada.as_str(), &ken.to_string(), "x", "%00", "-1", "99999999999999999999"] {
        for path in ["", "/matrix.svg"] {
            let answer = scene.get(&format!("/u/{id}{path}")).await;
            assert_eq!(
                (answer.status, &answer.body),
                (StatusCode::NOT_FOUND, &unknown.body),
                "{id}"
            );
        }
    }
    let feed = scene.get(&format!("/e/{slug}/feed.atom")).await.body;
    assert!(!feed.contains("ada"), "{feed}");
}

#[tokio::test]
async fn a_year_is_a_picture_for_other_pages() {
    let (scene, ada, slug) = scene().await;
    for theme in ["", "&theme=light", "&theme=dark", "&theme=%22%3E%3Cscript%3E"] {
        let picture = scene.get(&format!("/u/{ada}/matrix.svg?event={slug}{theme}")).await;
        assert_eq!(picture.status, StatusCode::OK);
        assert_eq!(picture.headers["content-type"], "image/svg+xml");
        let policy = &picture.headers["content-security-policy"];
        assert_eq!(policy, "default-src 'none'; style-src 'unsafe-inline'");
        assert_eq!(picture.body.matches("class=\"done\"").count(), 7);
        assert!(picture.body.starts_with("<svg") && !picture.body.contains("script"));
        let follows_the_reader = picture.body.contains("prefers-color-scheme");
        assert_eq!(follows_the_reader, !theme.contains("light") && !theme.contains("dark"));
    }
}

#[tokio::test]
async fn a_feed_tells_of_the_beginning_and_of_milestones() {
    let (scene, ada, slug) = scene().await;
    let answer = scene.get(&format!("/e/{slug}/feed.atom")).await;
    assert_eq!(answer.headers["content-type"], "application/atom+xml; charset=utf-8");
    let feed = atom_syndication::Feed::read_from(answer.body.as_bytes()).expect("it is a feed");
    let titles: Vec<&str> = feed.entries.iter().map(|entry| entry.title.value.as_str()).collect();
    assert_eq!(
        titles,
        ["ada: 7 days in a row · Read", "ada: 3 days in a row · Read", "Read has begun"]
    );
    assert_eq!(feed.entries[0].links[0].href, format!("https://streaks.test/u/{ada}"));
    let mut ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    // Whoever leaves is not told of any more.
    let event =
        scene.engine.events().at(&slug, None).await.expect("it is read").expect("it is there");
    let of = Membership { event: event.id, person: scene.person("ada").await };
    let left = scene.engine.memberships().act(of, scene.now(), Action::Leave).await;
    left.expect("a member may leave");
    let feed = scene.get(&format!("/e/{slug}/feed.atom")).await.body;
    assert!(!feed.contains("ada") && feed.contains("Read has begun"), "{feed}");
    let calendar = scene.get(&format!("/e/{slug}/calendar.ics")).await;
    assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(calendar.body.contains("SUMMARY:Read") && calendar.body.contains("RRULE:FREQ=DAILY"));
    assert!(!calendar.body.contains("VALARM"), "reminders are nobody else's business");
    for path in ["/e/unknown/calendar.ics", "/e/quiet/calendar.ics"] {
        assert_eq!(scene.get(path).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(scene.get("/e/unknown/feed.atom").await.status, StatusCode::NOT_FOUND);
    assert_eq!(scene.get("/e/quiet/feed.atom").await.status, StatusCode::NOT_FOUND);
}
