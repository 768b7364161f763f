//! A season of a community, told by dice: people in many zones, late and repeated requests, journeys, outages,
//! restarts, a notifier that fails. Beside the engine runs a model of the rules alone, and both have to agree.
//!
//! `STREAKS_SIMULATION_DAYS` sets how long it lasts and `STREAKS_SEED` what happens; a seed tells the same story
//! again.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod actions;
#[path = "../dice/mod.rs"]
mod dice;
mod events;
mod model;
#[path = "../plain_sql/mod.rs"]
mod plain_sql;
mod season;
mod told;

use dice::number;
use season::Season;

#[tokio::test]
async fn a_season_goes_as_the_rules_alone_say() {
    let days = number("STREAKS_SIMULATION_DAYS").unwrap_or(90);
    let seed = number("STREAKS_SEED").unwrap_or(1);
    println!("STREAKS_SEED={seed} STREAKS_SIMULATION_DAYS={days}");
    let mut season = Season::begin(seed).await;
    for _ in 0..days {
        season.day().await;
    }
    season.end().await;
}
