//! The binary `streaks`: settings, wiring, loops and an orderly end.

mod clock;
mod config;
mod run;
mod signals;
mod standalone;
mod sweep;

use clap::{Parser, Subcommand};
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
    /// Ask a running instance whether it is ready; for container health checks.
    Healthcheck,
    /// Print every setting with its default.
    Defaults,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match obey(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("streaks: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(cli: Cli) -> anyhow::Result<()> {
    let settings = config::Settings::load(cli.config.as_deref(), environment())?;
    match cli.command.unwrap_or(Command::Run) {
        Command::Run => run::run(settings).await,
        Command::Sandbox { listen } => standalone::run(settings, listen).await,
        Command::Healthcheck => run::healthcheck(&settings).await,
        Command::Defaults => {
            print!("{}", config::DEFAULT);
            Ok(())
        }
    }
}

/// What the process was started with, as far as it is text.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}
