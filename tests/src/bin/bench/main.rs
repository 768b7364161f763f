//! Benchmarks of the engine beside the naive ways of doing the same:
//! `cargo run --release -p tests --bin bench -- <name>`.
//!
//! Each seeds a database of its own, which is removed at the end, and prints one JSON object a result. The
//! ways that are compared take turns within one run, so that whatever else the machine does hurts both.

mod check_in;
mod cold_start;
mod conversation;
mod due;
mod fold;
mod http;
mod measure;
mod naive;
mod pace;
mod person;
mod pictures;
mod processes;
mod ranking;
mod reads;
mod replay;
mod scene;
mod seed;
mod waiting;

use clap::{Parser, ValueEnum};
use scene::Scene;
use std::time::Duration;

#[derive(Debug, Parser)]
#[command(about = "Measures the engine beside the naive ways of doing the same")]
struct Args {
    name: Name,
    /// A PostgreSQL in which to make a schema; without it, a new SQLite file is used.
    #[arg(long)]
    database: Option<String>,
    /// How many check in at once.
    #[arg(long, default_value_t = 64)]
    clients: usize,
    /// How long one of the rounds lasts.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// How many people the great event of a ranking or of check-ins has, and how many reminders are stored.
    #[arg(long)]
    participants: Option<i64>,
    #[command(flatten)]
    share: processes::Share,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// All the check-ins below.
    CheckIn,
    /// Check-ins of many at once.
    CheckInAtOnce,
    /// Check-ins with ten days of history and with ten years.
    CheckInHistory,
    /// Check-ins in a small event and in a great one.
    CheckInEvent,
    /// Check-ins of two processes in one event; needs PostgreSQL.
    CheckInProcesses,
    /// Check-ins at a steady pace, 200 a second, from the moment at which each is due.
    CheckInPace,
    /// One's own rank and the top of the ranking.
    Ranking,
    /// The board and the page of an event of a thousand members, young and after three years.
    Reads,
    /// Reminders that have come among many that have not.
    Due,
    /// *Not today*, undo, sending and export while a million deliveries wait.
    Waiting,
    /// Linking, export and erasure of one person among ten million check-ins of others.
    Person,
    /// The standing of ten years of days.
    Fold,
    /// Scenarios through the rules.
    Replay,
    /// From the start to the first answer.
    ColdStart,
    /// Commands on Discord's wire, fifty a second; needs the program beside this one.
    Conversation,
    /// The page of an event and its leaderboard over HTTP; needs the program beside this one.
    Page,
    /// Check-ins by tokens over HTTP; needs the program beside this one.
    ApiCheckIn,
    /// Pictures, on one core.
    Pictures,
    #[value(hide = true)]
    CheckInProcess,
}

impl Args {
    fn round(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = &Args::parse();
    match args.name {
        Name::CheckIn => {
            run(args, Name::CheckInAtOnce).await?;
            run(args, Name::CheckInHistory).await?;
            run(args, Name::CheckInEvent).await?;
            if args.database.is_some() {
                run(args, Name::CheckInProcesses).await?;
            }
            Ok(())
        }
        name => run(args, name).await,
    }
}

async fn run(args: &Args, name: Name) -> anyhow::Result<()> {
    match name {
        Name::CheckIn | Name::CheckInAtOnce => {
            Scene::within(args, async |scene| check_in::at_once(args, scene).await).await
        }
        Name::CheckInHistory => {
            Scene::within(args, async |scene| check_in::by_history(scene).await).await
        }
        Name::CheckInEvent => {
            Scene::within(args, async |scene| check_in::by_event(args, scene).await).await
        }
        Name::CheckInProcesses => {
            Scene::within(args, async |scene| processes::run(args, scene).await).await
        }
        Name::CheckInPace => Scene::within(args, async |scene| pace::run(args, scene).await).await,
        Name::CheckInProcess => processes::execute(args).await,
        Name::Ranking => Scene::within(args, async |scene| ranking::run(args, scene).await).await,
        Name::Reads => Scene::within(args, async |scene| reads::run(scene).await).await,
        Name::Due => {
            let in_both = async |great: &Scene| {
                Scene::within(args, async |small| due::run(args, great, small).await).await
            };
            Scene::within(args, in_both).await
        }
        Name::Waiting => {
            let in_both = async |great: &Scene| {
                Scene::within(args, async |small| waiting::run(args, great, small).await).await
            };
            Scene::within(args, in_both).await
        }
        Name::Person => {
            let in_both = async |great: &Scene| {
                Scene::within(args, async |small| person::run(args, great, small).await).await
            };
            Scene::within(args, in_both).await
        }
        Name::Page => Scene::within(args, async |scene| http::pages(args, scene).await).await,
        Name::ApiCheckIn => {
            Scene::within(args, async |scene| http::check_ins(args, scene).await).await
        }
        Name::Fold => fold::run(args).await,
        Name::Replay => replay::run().await,
        Name::Conversation => conversation::run(args).await,
        Name::Pictures => pictures::run().await,
        Name::ColdStart => Scene::within(args, async |scene| cold_start::run(scene).await).await,
    }
}
