//! The live view of a leaderboard.

use crate::scene::Scene;
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use axum::response::Response;
use engine::Event;
use engine::Visibility::Public;
use futures_util::StreamExt;
use std::time::Duration;
use tower::ServiceExt;

const TIMEOUT: Duration = Duration::from_secs(20);

async fn watch(router: axum::Router, event: &Event) -> Response {
    let request = Request::get(format!("/e/{}/live", event.slug))
        .header("accept-encoding", "gzip")
        .body(Body::empty())
        .expect("a slug is part of an address");
    router.oneshot(request).await.expect("the router answers")
}

/// The next event, or none when the stream has ended.
async fn next(stream: &mut BodyDataStream) -> Option<String> {
    let chunk = tokio::time::timeout(TIMEOUT, stream.next()).await.expect("something comes");
    chunk.map(|bytes| String::from_utf8_lossy(&bytes.expect("the stream is whole")).into_owned())
}

#[tokio::test]
async fn a_check_in_is_seen_by_those_who_watch() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "Ada").await;
    let router = scene.router();
    let (one, two) = (watch(router.clone(), &event).await, watch(router, &event).await);
    assert_eq!(one.headers()["content-type"], "text/event-stream");
    assert!(!one.headers().contains_key("content-encoding"));
    let mut streams = [one, two].map(|response| response.into_body().into_data_stream());
    for stream in &mut streams {
        let first = next(stream).await.unwrap();
        assert!(first.starts_with("event: board\ndata: <section id=\"board\""));
        assert!(first.contains("<td class=\"number main\">0</td>"));
    }
    scene.check_in(ada).await;
    for stream in &mut streams {
        assert!(next(stream).await.unwrap().contains("<td class=\"number main\">1</td>"));
    }
}

#[tokio::test]
async fn a_burst_of_changes_is_shown_at_once() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let mut stream = watch(scene.router(), &event).await.into_body().into_data_stream();
    next(&mut stream).await.unwrap();
    for name in ["Ada", "Bo", "Cy", "Di"] {
        scene.join(&event, name).await;
    }
    let mut boards = 0;
    while !next(&mut stream).await.unwrap().contains("<bdi>Di</bdi>") {
        boards += 1;
    }
    assert!(boards < 2, "{boards} boards before the last");
}

#[tokio::test]
async fn the_stream_ends_with_the_process() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let mut stream = watch(scene.router(), &event).await.into_body().into_data_stream();
    assert!(next(&mut stream).await.is_some());
    scene.stop.send_replace(true);
    assert_eq!(next(&mut stream).await, None);
}

#[tokio::test]
async fn the_513th_stream_has_to_wait_until_one_ends() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let router = scene.router();
    let mut streams = vec![];
    for _ in 0..512 {
        streams.push(watch(router.clone(), &event).await);
    }
    assert!(streams.iter().all(|response| response.status() == StatusCode::OK));
    assert_eq!(watch(router.clone(), &event).await.status(), StatusCode::SERVICE_UNAVAILABLE);
    streams.pop();
    assert_eq!(watch(router, &event).await.status(), StatusCode::OK);
}
