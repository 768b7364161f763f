//! `streaks inbox` and `streaks outbox`: what is not tried any more, for whoever runs this program.

use clap::Subcommand;
use engine::{DeadLetter, Queue};

use crate::clock::Clock;
use crate::config::Settings;
use crate::run;

/// How many are listed.
const LISTED_MAX: u32 = 100;

/// What to do with dead letters.
#[derive(Subcommand, Clone, Copy)]
pub enum Operation {
    /// List the oldest, with the reason (default).
    List,
    /// Print one as it is stored, including what people wrote.
    Show { id: i64 },
    /// Try one again; the running process takes it up within seconds.
    Retry { id: i64 },
    /// Forget one.
    Drop { id: i64 },
}

/// Does it; false where there is no such dead letter.
pub async fn run(
    settings: &Settings,
    queue: Queue,
    operation: Operation,
    is_quiet: bool,
) -> anyhow::Result<bool> {
    let engine = run::open_database(settings, is_quiet).await?;
    let letters = engine.dead_letters(queue);
    let found = match operation {
        Operation::List => {
            let (listed, count) = letters.list(LISTED_MAX).await?;
            listed.iter().for_each(|letter| run::say(&line(letter)));
            run::say(&format!("{count} dead letters"));
            true
        }
        Operation::Show { id } => {
            let shown = letters.show(id).await?;
            shown.iter().for_each(|payload| run::say(payload));
            shown.is_some()
        }
        Operation::Retry { id } => letters.retry(id, Clock::default().now()).await?,
        Operation::Drop { id } => letters.drop(id).await?,
    };
    engine.close().await;
    if !found {
        run::say("there is no such dead letter");
    }
    Ok(found)
}

fn line(letter: &DeadLetter) -> String {
    let DeadLetter { id, platform, at, attempts, why } = letter;
    format!(
        "{id}  {platform}  {}  {attempts} attempts: {why}",
        at.utc().format("%Y-%m-%d %H:%M:%S")
    )
}
