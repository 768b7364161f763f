//! What a visitor of the pages reads, and what is kept from them.

use crate::scene::{Answer, Scene};
use axum::http::StatusCode;
use engine::Platform;
use engine::Visibility::{InviteOnly, Public};
use std::sync::Arc;

/// The text of the first cells of each row of the leaderboard: rank, name, streak.
fn rows(page: &str) -> Vec<(&str, &str, &str)> {
    let body = between(page, "<tbody data-part=\"rows\">", "</tbody>");
    let row = |row| {
        let name = between(row, "<bdi>", "</bdi>");
        (
            between(row, "<td class=\"rank\">", "<").trim(),
            name,
            between(row, "<td class=\"number main\">", "<"),
        )
    };
    body.split("<tr>").skip(1).map(row).collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or("", |(found, _)| found)
}

/// Isolation marks are not seen.
fn visible(answer: &Answer) -> String {
    answer.body.replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test]
async fn members_stand_in_the_order_of_their_rank_and_ties_share_one() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let mut members = vec![];
    for name in ["Ada", "Bo", "Cy", "Di"] {
        members.push(scene.join(&event, name).await);
    }
    for days in [&members[..], &members[..3], &members[..1]].iter().rev() {
        for member in *days {
            scene.check_in(*member).await;
        }
        scene.next_day();
    }
    let page = scene.get(&format!("/e/{}", event.slug)).await;
    let want = [("1", "Ada", "3"), ("2", "Bo", "2"), ("2", "Cy", "2"), ("4", "Di", "1")];
    assert_eq!(rows(&page.body), want);
    assert!(page.body.contains("Equal streaks share a rank"));
}

#[tokio::test]
async fn a_query_orders_by_the_longest_streak_or_by_the_total() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let (ada, bo) = (scene.join(&event, "Ada").await, scene.join(&event, "Bo").await);
    for _ in 0..2 {
        scene.check_in(ada).await;
        scene.next_day();
    }
    // A freeze saves one day, not two.
    scene.next_day();
    scene.next_day();
    scene.check_in(bo).await;
    let orders = [("current", "Bo"), ("longest", "Ada"), ("total", "Ada"), ("nonsense", "Bo")];
    for (by, first) in orders {
        let page = scene.get(&format!("/e/{}?by={by}", event.slug)).await;
        assert_eq!(rows(&page.body)[0].1, first, "{by}");
    }
}

#[tokio::test]
async fn the_activity_counts_the_days_that_were_asked_for() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "Ada").await;
    for is_done in [true, true, false, true] {
        if is_done {
            scene.check_in(ada).await;
        }
        scene.next_day();
    }
    let page = scene.get(&format!("/e/{}", event.slug)).await;
    let text = visible(&page);
    assert!(text.contains("3 of 4 days, longest 3, now 3"), "{text}");
    assert!(text.contains(
        "title=\"4 March: saved by a freeze\"><span class=\"unseen\">saved by a freeze</span>"
    ));
    assert_eq!(text.matches("<th scope=\"row\"><span class=\"unseen\">").count(), 7);
}

#[tokio::test]
async fn a_name_is_never_markup() {
    let scene = Scene::new().await;
    let event = scene.event("<b>Read</b>", Public).await;
    scene.join(&event, "<script>alert(1)</script>").await;
    for path in ["/".to_owned(), format!("/e/{}", event.slug)] {
        let page = scene.get(&path).await;
        assert!(!page.body.contains("<script>") && !page.body.contains("<b>"), "{}", page.body);
    }
    let page = scene.get(&format!("/e/{}", event.slug)).await;
    assert!(page.body.contains("&#60;script&#62;alert(1)&#60;/script&#62;"));
}

#[tokio::test]
async fn an_invite_only_event_looks_like_none() {
    let scene = Scene::new().await;
    let event = scene.event("Secret", InviteOnly).await;
    scene.join(&event, "Ada").await;
    for (suffix, language) in
        [("", "en"), ("?by=total", "de"), ("/live", "en"), ("/live?by=%00&x", "de")]
    {
        let headers = [("accept-language", language)];
        let hidden = scene.ask(&format!("/e/{}{suffix}", event.slug), &headers).await;
        for other in ["no-such-event-00000", "%00", "%ff", "x%2Fy"] {
            let unknown = scene.ask(&format!("/e/{other}{suffix}"), &headers).await;
            assert_eq!(hidden.status, StatusCode::NOT_FOUND);
            assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{other}");
            assert_eq!(hidden.headers, unknown.headers, "{other}{suffix}");
            assert_eq!(hidden.body, unknown.body, "{other}{suffix}");
        }
    }
    assert!(!scene.get("/").await.body.contains("Secret"));
}

#[tokio::test]
async fn the_first_page_lists_open_events_and_else_says_how_to_begin() {
    let scene = Scene::new().await;
    let empty = scene.get("/").await;
    assert!(visible(&empty).contains("write “/event create” in a chat"));
    let event = scene.event("Read", Public).await;
    scene.join(&event, "Ada").await;
    let page = scene.get("/").await;
    assert!(page.body.contains(&format!("<a href=\"/e/{}\"><bdi>Read</bdi></a>", event.slug)));
    assert!(visible(&page).contains("20 pages") && visible(&page).contains("1 member<"));
}

#[tokio::test]
async fn the_page_speaks_the_language_of_the_browser() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    scene.join(&event, "Ada").await;
    let path = format!("/e/{}", event.slug);
    let german = scene.ask(&path, &[("accept-language", "de-AT,en;q=0.5")]).await;
    assert!(german.body.contains("<html lang=\"de\" dir=\"ltr\">"));
    assert!(german.body.contains("Rangliste") && visible(&german).contains("2. März 2026"));
    assert!(scene.get(&path).await.body.contains("<html lang=\"en\" dir=\"ltr\">"));
}

#[tokio::test]
async fn a_preview_has_a_title_a_description_and_an_address() {
    let scene = Scene::new().await;
    let event = scene.event("Read & write", Public).await;
    let page = scene.get(&format!("/e/{}", event.slug)).await.body;
    assert!(page.contains("<meta property=\"og:title\" content=\"Read &#38; write\">"));
    assert!(page.contains("<meta property=\"og:description\" content=\"20 pages · Every day"));
    let address = format!("content=\"https://streaks.test/e/{}\">", event.slug);
    assert!(page.contains(&format!("<meta property=\"og:url\" {address}")));
    assert!(page.contains("<meta property=\"og:type\" content=\"website\">"));
}

#[tokio::test]
async fn every_answer_bears_the_headers_that_protect_it() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let page = format!("/e/{}", event.slug);
    let paths = [
        "/",
        &page,
        "/nowhere",
        "/static/streaks.css",
        "/static/live.js",
        "/robots.txt",
        "/readyz",
        &format!("{page}/activity"),
        &format!("{page}/badge.svg"),
        &format!("{page}/card.png"),
        "/join/0123456789abcdef",
        "/check-in/st_0",
        "/calendar/st_0.ics",
        "/me",
        "/me/tokens",
        "/sw.js",
        "/manifest.webmanifest",
        "/api/openapi.json",
        "/api/v1/events",
        "/api/v1/me",
        "/api/nowhere",
    ];
    for path in paths {
        let headers = scene.get(path).await.headers;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; img-src 'self' data:; "), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "same-origin", "{path}");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin", "{path}");
        assert_eq!(headers["strict-transport-security"], "max-age=31536000", "{path}");
    }
}

#[tokio::test]
async fn where_there_is_no_https_nobody_is_told_to_come_by_it() {
    let mut scene = Scene::new().await;
    scene.web.public_url = "http://127.0.0.1:8080".to_owned();
    scene.start_anew();
    for path in ["/", "/nowhere", "/healthz", "/api/v1/events"] {
        let headers = scene.get(path).await.headers;
        assert!(!headers.contains_key("strict-transport-security"), "{path}");
    }
}

#[tokio::test]
async fn a_zone_is_handed_to_no_bot_but_ours() {
    let scene = Scene::new().await;
    let page = async |bot: &str| scene.get(&format!("/zone?bot={bot}")).await.body;
    for bot in ["streaks_bot", "Streaks_Bot"] {
        let ours = page(bot).await;
        assert!(ours.contains("href=\"https://t.me/streaks_bot?start=z_\""), "{ours}");
    }
    for bot in ["other_bot", "streaks_bot2", "streaks_bo", "streaks_bot%2Fx", "%22%3E%3Cscript", ""]
    {
        let without = page(bot).await;
        assert!(!without.contains("https://t.me/"), "{bot}: {without}");
        assert!(without.contains("/timezone zone:"), "{bot}: {without}");
    }
}

#[tokio::test]
async fn an_address_with_a_slash_at_its_end_leads_to_the_one_without_and_to_no_other_host() {
    let scene = Scene::new().await;
    for (address, meant) in [
        ("/privacy/", "/privacy"),
        ("/e/reading-1/?by=total", "/e/reading-1?by=total"),
        ("/e/reading-1/members/", "/e/reading-1/members"),
    ] {
        let led = scene.get(address).await;
        assert_eq!(led.status, StatusCode::PERMANENT_REDIRECT, "{address}");
        assert_eq!(led.headers["location"], meant);
        assert_eq!(led.headers["cache-control"], "no-store", "{address}");
    }
    for address in ["//evil.test/", "///evil.test/", "/\\evil.test/", "/nowhere"] {
        let missing = scene.get(address).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{address}");
        assert!(!missing.headers.contains_key("location"), "{address}");
    }
}

#[tokio::test]
async fn no_page_holds_inline_script_or_style() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    scene.join(&event, "Ada").await;
    for path in ["/".to_owned(), "/nowhere".to_owned(), format!("/e/{}", event.slug)] {
        let page = scene.get(&path).await.body;
        assert!(
            !page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick=")
        );
        assert!(page.split("<script").skip(1).all(|tag| tag.starts_with(" src=\"/static/")));
    }
}

#[tokio::test]
async fn pages_are_compressed_for_those_who_can_read_it() {
    let scene = Scene::new().await;
    for path in ["/", "/static/streaks.css", "/static/live.js"] {
        let answer = scene.ask(path, &[("accept-encoding", "gzip")]).await;
        assert_eq!(answer.headers["content-encoding"], "gzip", "{path}");
        assert!(!scene.get(path).await.headers.contains_key("content-encoding"), "{path}");
    }
}

fn state(answer: Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.body)
}

#[tokio::test]
async fn ready_means_that_the_database_and_the_rest_of_the_process_are() {
    let mut scene = Scene::new().await;
    assert_eq!(state(scene.get("/readyz").await), (200, "ready".to_owned()));
    scene.web.ready = Arc::new(|| false);
    scene.start_anew();
    let ending = "not ready: starting or stopping".to_owned();
    assert_eq!(state(scene.get("/readyz").await), (503, ending));
    scene.web.ready = Arc::new(|| true);
    scene.start_anew();
    scene.engine.close().await;
    let closed = "not ready: the database cannot be written".to_owned();
    assert_eq!(state(scene.get("/readyz").await), (503, closed));
    assert_eq!(state(scene.get("/healthz").await), (200, "ok".to_owned()));
}

#[tokio::test]
async fn a_platform_that_is_given_up_is_named_and_the_rest_is_ready() {
    let scene = Scene::new().await;
    scene.engine.health().outages().give_up(Platform::Discord, "it does not take the token");
    let named = "ready\ndiscord: given up, it does not take the token".to_owned();
    assert_eq!(state(scene.get("/readyz").await), (200, named));
}

#[tokio::test]
async fn what_breaks_is_answered_by_a_friendly_page() {
    let mut scene = Scene::new().await;
    scene.web.now = Arc::new(|| panic!("the clock is broken"));
    let panicked = scene.get("/").await;
    scene.engine.close().await;
    let closed = scene.get("/").await;
    for answer in [panicked, closed] {
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.body.contains("Something went wrong on our side"));
        assert!(answer.headers.contains_key("content-security-policy"));
    }
}
