//! What goes wrong at full count, beside the small counts of the tests: `scripts/chaos SCENE`.
//!
//! Everything runs on this machine: the program as it is, the sandbox in a process of its own, real databases. Each
//! scene ends by reading the database and comparing it with what its clients wrote down, prints one JSON object, and
//! fails where a promise does not hold.

mod clocks;
mod crowd;
mod dark;
mod kills;
mod ledger;
mod outage;
mod postgres;
mod reminders;
mod soak;
mod storms;
mod upgrades;

use clap::{Parser, Subcommand};
use serde_json::Value;

#[derive(Debug, Parser)]
#[command(about = "Breaks things again and again, and counts what is lost")]
struct Args {
    /// A PostgreSQL server; without it, a new SQLite file is used.
    #[arg(long, global = true)]
    database: Option<String>,
    /// How many people talk at once.
    #[arg(long, global = true, default_value_t = 64)]
    people: usize,
    /// Platforms post what people do, instead of being listened to.
    #[arg(long, global = true)]
    webhooks: bool,
    #[command(subcommand)]
    scene: Scene,
}

#[derive(Debug, Subcommand)]
enum Scene {
    /// Kills the program at random moments while people check in.
    Kills {
        #[arg(long, default_value_t = 200)]
        count: usize,
    },
    /// Restarts PostgreSQL and cuts its connections while people check in.
    Restarts {
        #[arg(long, default_value_t = 50)]
        count: usize,
        /// Cuts of all connections after each restart.
        #[arg(long, default_value_t = 10)]
        cuts: usize,
    },
    /// Three processes on one PostgreSQL, one killed every few seconds, PostgreSQL restarted every minute.
    Processes {
        #[arg(long, default_value_t = 600)]
        seconds: u64,
    },
    /// Two processes on one PostgreSQL, replaced one after the other while people check in.
    Rolling {
        #[arg(long, default_value_t = 20)]
        count: usize,
    },
    /// Kills the program while reminders go out.
    Reminders {
        #[arg(long, default_value_t = 500)]
        members: usize,
        #[arg(long, default_value_t = 100)]
        kills: usize,
    },
    /// An hour without Telegram, over midnight, while people go on checking in.
    Outage {
        #[arg(long, default_value_t = 500)]
        members: usize,
        #[arg(long, default_value_t = 5000)]
        updates: usize,
    },
    /// An hour in which Discord refuses everything.
    Dark {
        #[arg(long, default_value_t = 3600)]
        seconds: u64,
    },
    /// Both platforms ask to wait, again and again: a chat, a route, or with everything.
    Storms {
        #[arg(long, default_value_t = 200)]
        count: usize,
    },
    /// The machine's clock jumps by hours and days, to and fro. Needs libfaketime.
    Clocks {
        #[arg(long, default_value_t = 100)]
        count: usize,
    },
    /// Tells the program to stop while people check in and sends hang.
    Stops {
        #[arg(long, default_value_t = 100)]
        count: usize,
    },
    /// Two processes on a cluster whose leader is killed by a command, while people check in.
    Failover {
        #[arg(long)]
        command: String,
    },
    /// Kills the program while it brings databases of every version up to date.
    Upgrades {
        #[arg(long, default_value_t = 20)]
        kills: usize,
    },
    /// Commands at a steady pace: memory, files and CPU must not grow.
    Soak {
        #[arg(long, default_value_t = 3600)]
        seconds: u64,
        #[arg(long, default_value_t = 50)]
        per_s: u64,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let shown = match &args.scene {
        Scene::Kills { count } => kills::kills(&args, *count).await?,
        Scene::Restarts { count, cuts } => kills::restarts(&args, *count, *cuts).await?,
        Scene::Processes { seconds } => kills::processes(&args, *seconds).await?,
        Scene::Dark { seconds } => dark::run(&args, *seconds).await?,
        Scene::Storms { count } => storms::run(&args, *count).await?,
        Scene::Clocks { count } => clocks::run(&args, *count).await?,
        Scene::Rolling { count } => kills::rolling(&args, *count).await?,
        Scene::Stops { count } => kills::stops(&args, *count).await?,
        Scene::Failover { command } => kills::failover(&args, command).await?,
        Scene::Outage { members, updates } => outage::run(&args, *members, *updates).await?,
        Scene::Reminders { members, kills } => reminders::run(&args, *members, *kills).await?,
        Scene::Upgrades { kills } => upgrades::run(&args, *kills).await?,
        Scene::Soak { seconds, per_s } => soak::run(&args, *seconds, *per_s).await?,
    };
    println!("{shown}");
    anyhow::ensure!(shown["holds"] == Value::Bool(true), "a promise does not hold");
    Ok(())
}
