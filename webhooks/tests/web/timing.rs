//! How long it takes to say that there is nothing: what is for few takes as long as what never was (S8).

use crate::browser::Browser;
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Visibility::InviteOnly;
use std::time::{Duration, Instant};

/// Asked one after the other, so that whatever else the machine does hurts both. `scripts/attacks` asks for more.
const PAIRS: usize = 200;
/// Other tests run beside this one, and a median of few still moves.
const RATIO_MAX: f64 = 1.25;
/// On a machine that does nothing else.
const RATIO_ALONE_MAX: f64 = 1.1;
/// What is asked first pays for what is made once.
const WARM_UP: usize = 20;

fn median(mut waits: Vec<Duration>) -> f64 {
    waits.sort_unstable();
    waits[waits.len() / 2].as_secs_f64()
}

#[tokio::test]
async fn what_is_for_few_is_denied_in_the_time_of_what_never_was() {
    let wanted = std::env::var("STREAKS_TEST_PAIRS").ok();
    let wanted = wanted.map(|pairs| pairs.parse().expect("a number"));
    let (pairs, ratio_max) = wanted.map_or((PAIRS, RATIO_MAX), |pairs| (pairs, RATIO_ALONE_MAX));
    let scene = Scene::new().await;
    let event = scene.event("Diary", InviteOnly).await;
    let member = scene.join(&event, "ada").await;
    scene.check_in(member).await;
    let eve = Browser::of(&scene, "eve").await;
    let last = if event.slug.ends_with('0') { '1' } else { '0' };
    let unknown: String = event.slug.chars().take(event.slug.len() - 1).chain([last]).collect();
    let paths = [event.slug.as_str(), unknown.as_str()].map(|slug| format!("/e/{slug}"));
    for (who, headers) in [("nobody", vec![]), ("eve", vec![("cookie", eve.cookie.as_str())])] {
        let mut waits = [vec![], vec![]];
        for n in 0..WARM_UP + pairs {
            // Each is the first of a pair as often as the other.
            for which in [n % 2, 1 - n % 2] {
                let began = Instant::now();
                let answer = scene.ask(&paths[which], &headers).await;
                let took = began.elapsed();
                assert_eq!(answer.status, StatusCode::NOT_FOUND);
                if n >= WARM_UP {
                    waits[which].push(took);
                }
            }
        }
        let [for_few, never] = waits.map(median);
        let ratio = (for_few / never).max(never / for_few);
        println!("{who}: {:.0} and {:.0} µs, {ratio:.3}", for_few * 1e6, never * 1e6);
        assert!(ratio < ratio_max, "{who}: {for_few} s for few, {never} s for what never was");
    }
}
