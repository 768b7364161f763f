//! `streaks refold`: are all cached numbers what follows from the facts?

use crate::clock::Clock;
use crate::config::Settings;
use crate::progress::Progress;
use crate::run;

/// Works everything out again; says whether nothing differed, or whether it was written anew.
pub async fn run(settings: &Settings, check: bool, is_quiet: bool) -> anyhow::Result<bool> {
    let engine = run::open_database(settings, is_quiet).await?;
    // The clock of a sandbox may have run ahead.
    let now = engine.schedule().last_received().await?.max(Some(Clock::default().now()));
    let now = now.unwrap_or(Clock::default().now());
    let progress = Progress::of("memberships", is_quiet);
    let told = |done, of| progress.tell(done, of);
    let found = engine.memberships().rebuild_telling(check, now, &told).await?;
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
