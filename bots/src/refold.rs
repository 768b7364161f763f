//! `streaks refold`: are all cached numbers what follows from the facts?

use crate::clock::Clock;
use crate::config::Settings;
use crate::run;
use engine::Engine;

/// Works everything out again; says whether nothing differed, or whether it was written anew.
pub async fn run(settings: &Settings, check: bool) -> anyhow::Result<bool> {
    let engine = Engine::open(&settings.database.url).await?;
    // The clock of a sandbox may have run ahead.
    let now = engine.schedule().last_received().await?.max(Some(Clock::default().now()));
    let found = engine.memberships().rebuild(check, now.unwrap_or(Clock::default().now())).await?;
    engine.close().await;
    for difference in &found.differences {
        run::say(&difference.to_string());
    }
    let told = found.differences.len() as u64;
    if found.differing > told {
        run::say(&format!("… and {} more", found.differing - told));
    }
    run::say(&format!("{} memberships, {} differences", found.memberships, found.differing));
    Ok(!check || found.differing == 0)
}
