//! The binary `streaks`: settings, wiring, loops and an orderly end.

mod clock;
mod config;
mod refold;
mod replay;
mod run;
mod signals;
mod standalone;
mod sweep;

use clap::{Parser, Subcommand};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Community streaks for Discord, Telegram and the web.
#[derive(Parser)]
#[command(name = "streaks", version, about)]
struct Cli {
    /// A settings file; config/default.toml shows what may stand in it.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the bots and the pages; without any token, with a sandbox to try them in (the default).
    Run,
    /// Run only the sandbox: local Discord and Telegram servers with a page, for bots in another process.
    Sandbox {
        /// Where to listen; a loopback address.
        #[arg(long, default_value = "127.0.0.1:8090")]
        listen: std::net::SocketAddr,
    },
    /// Say what the rules make of scenarios: one JSON object a line on standard input, one answer a line.
    Replay {
        /// Live through each on a throw-away database of this kind instead of in memory.
        #[arg(long, value_enum)]
        store: Option<replay::Store>,
        /// The PostgreSQL to make the throw-away database in; database.url where it is left out.
        #[arg(long, value_name = "URL")]
        database: Option<String>,
    },
    /// Work all standings out again from the facts, write them anew and say what differed.
    Refold {
        /// Only say what differs; the exit status is 1 if anything does.
        #[arg(long)]
        check: bool,
    },
    /// Ask a running instance whether it is ready; for container health checks.
    Healthcheck,
    /// Print every setting with its default.
    Defaults,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match obey(cli).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let why = format!("streaks: {error:#}");
            signals::briefly(move || drop(writeln!(std::io::stderr(), "{why}")));
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked for; says whether all was well.
async fn obey(cli: Cli) -> anyhow::Result<bool> {
    let settings = config::Settings::load(cli.config.as_deref(), environment())?;
    match cli.command.unwrap_or(Command::Run) {
        Command::Run => run::run(settings).await?,
        Command::Sandbox { listen } => standalone::run(settings, listen).await?,
        Command::Replay { store, database } => {
            let known = Some(settings.database.url).filter(|url| url.starts_with("postgres"));
            let url = database.or(known).or(std::env::var("STREAKS_TEST_DATABASE").ok());
            return replay::run(store, url).await;
        }
        Command::Refold { check } => return refold::run(&settings, check).await,
        Command::Healthcheck => run::healthcheck(&settings).await?,
        Command::Defaults => run::say(config::DEFAULT.trim_end()),
    }
    Ok(true)
}

/// What the process was started with, as far as it is text.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}
