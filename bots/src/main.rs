//! The binary `streaks`: settings, wiring, loops and an orderly end.

mod address;
mod bots;
mod clock;
mod config;
mod dead_letters;
mod http;
mod lines;
#[cfg_attr(not(feature = "sandbox"), path = "no_local.rs")]
mod local;
mod log;
mod metrics;
mod owner;
mod progress;
mod read;
mod refold;
mod replay;
mod run;
mod signals;
#[cfg(feature = "sandbox")]
mod standalone;
mod supervisor;
mod sweep;

use clap::{Parser, Subcommand};
use secrecy::ExposeSecret as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// With the C library’s allocator memory grew by two thirds within an hour of load; huge pages are off, since with them
/// it was 50 MB at rest instead of 30.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Community streaks for Discord, Telegram and the web.
#[derive(Parser)]
#[command(name = "streaks", version, about)]
struct Cli {
    /// Settings file; config/default.toml lists every key.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Do not show how far long work is.
    #[arg(long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the bots and web pages (default). Without a token, a sandbox runs too, to try them in.
    Run,
    #[cfg(feature = "sandbox")]
    /// Run only the sandbox: local Discord and Telegram servers for bots in another process.
    Sandbox {
        /// Loopback address to listen on.
        #[arg(long, default_value = "127.0.0.1:8090")]
        listen: std::net::SocketAddr,
    },
    /// Say what words mean: reads one JSON object per line from standard input, prints one meaning per line.
    Read,
    /// Replay scenarios: reads one JSON object per line from standard input, prints one result per line.
    Replay {
        /// Replay on a temporary database of this kind instead of in memory.
        #[arg(long, value_enum)]
        store: Option<replay::Store>,
        /// The PostgreSQL server for the temporary database; defaults to database.url (STREAKS_DATABASE_URL), where
        /// one with a password belongs: other users of this machine can read arguments.
        #[arg(long, value_name = "URL")]
        database: Option<String>,
    },
    /// Recompute every number from the check-ins, store it, and report differences.
    Refold {
        /// Only report differences; exits with 1 if there are any.
        #[arg(long)]
        check: bool,
    },
    /// Look at updates that failed too often or cannot be read.
    Inbox {
        #[command(subcommand)]
        operation: Option<dead_letters::Operation>,
    },
    /// Look at deliveries that a platform refuses for good.
    Outbox {
        #[command(subcommand)]
        operation: Option<dead_letters::Operation>,
    },
    /// Check whether a running instance is ready, for container health checks.
    Healthcheck,
    /// Make a key for notifications in browsers, to be set as push.private_key.
    Vapid,
    /// Print every setting with its default.
    Defaults,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    owner::keep_to_ourselves();
    match execute(cli).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let why = format!("streaks: {error:#}");
            signals::briefly(move || drop(writeln!(std::io::stderr(), "{why}")));
            ExitCode::FAILURE
        }
    }
}

/// Executes a command; false where it found differences.
async fn execute(cli: Cli) -> anyhow::Result<bool> {
    let command = cli.command.unwrap_or(Command::Run);
    // What needs no settings works also where they are wrong.
    match &command {
        Command::Read => return read::run(),
        Command::Vapid => {
            let key = push::Key::random().map_err(|error| anyhow::anyhow!("no key: {error}"))?;
            run::say(&format!("STREAKS_PUSH_PRIVATE_KEY={}", key.private()));
            return Ok(true);
        }
        Command::Defaults => {
            run::say(config::DEFAULT.trim_end());
            return Ok(true);
        }
        _ => {}
    }
    let settings = config::Settings::load(cli.config.as_deref(), environment())?;
    match command {
        Command::Run => run::run(settings, cli.quiet).await?,
        #[cfg(feature = "sandbox")]
        Command::Sandbox { listen } => standalone::run(settings, listen).await?,
        Command::Replay { store, database } => {
            let known = settings.database.url.expose_secret().clone();
            let known = Some(known).filter(|url| url.starts_with("postgres"));
            let url = database.or(known).or(std::env::var("STREAKS_TEST_DATABASE").ok());
            return replay::run(store, url).await;
        }
        Command::Refold { check } => return refold::run(&settings, check, cli.quiet).await,
        Command::Inbox { operation } => {
            let operation = operation.unwrap_or(dead_letters::Operation::List);
            return dead_letters::run(&settings, engine::Queue::Inbox, operation, cli.quiet).await;
        }
        Command::Outbox { operation } => {
            let operation = operation.unwrap_or(dead_letters::Operation::List);
            return dead_letters::run(&settings, engine::Queue::Outbox, operation, cli.quiet).await;
        }
        Command::Healthcheck => run::healthcheck(&settings).await?,
        Command::Read | Command::Vapid | Command::Defaults => {}
    }
    Ok(true)
}

/// What the process was started with, as far as it is text.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}
