//! `streaks run`: everything in one process.

use crate::clock::Clock;
use crate::config::Settings;
use crate::local::{self, Local};
use crate::{signals, sweep};
use anyhow::{Context, bail};
use axum::Router;
use axum::serve::ListenerExt;
use engine::{Engine, Outages, Platform};
use std::io::{ErrorKind, IsTerminal, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use talk::Talk;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};

/// How long a browser may hold its connection at the end.
const BROWSERS_GRACE: Duration = Duration::from_secs(1);
/// How long the connections to the database may take to end.
const DATABASE_GRACE: Duration = Duration::from_secs(1);
const HEALTHCHECK_TIMEOUT: Duration = Duration::from_secs(7);
/// Lines of the log that may wait to be written.
const LOG_LINES_MAX: usize = 10_000;

pub async fn run(settings: Settings) -> anyhow::Result<()> {
    let _log = start_log(&settings)?;
    let stop = CancellationToken::new();
    signals::watch(stop.clone())?;
    let (listener, address) = bind(settings.web.listen).await?;
    let _alone = alone(&settings.database.url)?;
    let engine = open_database(&settings).await?;
    let clock = Clock::default();
    let public_url = public_url(&settings, address);
    let talk = Talk {
        engine: engine.clone(),
        public_url: public_url.clone(),
        zone: settings.people.zone,
        renderer: talk::Renderer::default(),
    };
    let local = local::plan(&settings, address, &engine, &clock).await?;
    let (mut settings, ready) = (settings, Arc::new(AtomicBool::new(true)));
    let mut app = webhooks::router(web(&engine, &public_url, &clock, &ready, &stop));
    say(&format!("Leaderboards: {public_url}/"));
    if let Some(local) = &local {
        app = app.merge(local.router());
        local.wire(&mut settings);
        say(&format!(
            "Sandbox:      {public_url}/sandbox (no token is set, so try both bots here)"
        ));
    }
    say(&format!(
        "Database:     {} ({})",
        engine.health().database(),
        shown(&settings.database.url)
    ));
    let mut parts = start_bots(&settings, &talk, &clock, &stop);
    parts.spawn(without_fail(sweep::sweep(engine.clone(), clock.clone(), stop.clone())));
    parts.spawn(without_fail(sweep::forget(engine.clone(), clock.clone(), stop.clone())));
    let served = CancellationToken::new();
    let close = move || local.iter().for_each(Local::close);
    let serving = tokio::spawn(serve(listener, app, served.clone(), close));
    let outcome = tokio::select! {
        () = stop.cancelled() => Ok(()),
        outcome = until_nothing_goes_on(&mut parts, engine.health().outages(), bots(&settings)) => outcome,
    };
    ready.store(false, Ordering::SeqCst);
    stop.cancel();
    let rest = async { while parts.join_next().await.is_some() {} };
    if tokio::time::timeout(signals::SHUTDOWN_GRACE, rest).await.is_err() {
        tracing::warn!("some work did not end in time, and is taken up at the next start");
    }
    // Last of all, since the bots may be saying goodbye to the sandbox.
    served.cancel();
    serving.await.context("the web server broke down")??;
    // A database that is gone keeps nobody.
    if tokio::time::timeout(DATABASE_GRACE, engine.close()).await.is_err() {
        tracing::warn!("the database did not let go in time");
    }
    outcome
}

/// How a part of the whole ended; the bot of a platform says which.
type Ended = (Option<Platform>, anyhow::Result<()>);

async fn without_fail(work: impl Future<Output = ()>) -> Ended {
    work.await;
    (None, Ok(()))
}

/// How many bots these settings start.
fn bots(settings: &Settings) -> usize {
    [&settings.discord, &settings.telegram].iter().filter(|bot| !bot.token.is_empty()).count()
}

/// Returns when the last bot has failed for good, or anything else broke down. While one bot goes on, so does the
/// process; a part that was told to stop fails nobody.
async fn until_nothing_goes_on(
    parts: &mut JoinSet<Ended>,
    outages: &Outages,
    mut bots: usize,
) -> anyhow::Result<()> {
    while let Some(ended) = parts.join_next().await {
        let (platform, outcome) = ended.context("a part of the program broke down")?;
        let Err(error) = outcome else { continue };
        let Some(platform) = platform else { return Err(error) };
        bots -= 1;
        if bots == 0 {
            return Err(error);
        }
        tracing::error!("{error:#}; everything else goes on");
        outages.give_up(platform, &format!("{error:#}"));
    }
    std::future::pending().await
}

fn start_bots(
    settings: &Settings,
    talk: &Talk,
    clock: &Clock,
    stop: &CancellationToken,
) -> JoinSet<Ended> {
    let mut parts = JoinSet::new();
    let now = |clock: Clock| Arc::new(move || clock.now());
    if !settings.discord.token.is_empty() {
        let discord = discord::Settings {
            token: settings.discord.token.clone(),
            api_base: settings.discord.api_base.clone(),
        };
        let bot = discord::run(talk.clone(), discord, now(clock.clone()), stop.clone());
        parts.spawn(async { (Some(Platform::Discord), bot.await) });
    }
    if !settings.telegram.token.is_empty() {
        let telegram = telegram::Settings {
            token: settings.telegram.token.clone(),
            api_base: settings.telegram.api_base.clone(),
        };
        let bot = telegram::run(talk.clone(), telegram, now(clock.clone()), stop.clone());
        parts.spawn(async { (Some(Platform::Telegram), bot.await) });
    }
    parts
}

fn web(
    engine: &Engine,
    public_url: &str,
    clock: &Clock,
    ready: &Arc<AtomicBool>,
    stop: &CancellationToken,
) -> webhooks::Web {
    let (clock, ready) = (clock.clone(), ready.clone());
    let (ended, watch) = tokio::sync::watch::channel(false);
    let stop = stop.clone();
    tokio::spawn(async move {
        stop.cancelled().await;
        ended.send_replace(true);
    });
    webhooks::Web {
        engine: engine.clone(),
        public_url: public_url.to_owned(),
        now: Arc::new(move || clock.now()),
        ready: Arc::new(move || ready.load(Ordering::SeqCst)),
        stop: watch,
    }
}

pub async fn bind(listen: SocketAddr) -> anyhow::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(listen).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!("{listen} is taken by another program; set web.listen (STREAKS_WEB_LISTEN) to a free port"),
        ErrorKind::PermissionDenied => anyhow::anyhow!("no permission to listen on {listen}; choose a port above 1023"),
        _ => anyhow::anyhow!("cannot listen on {listen}: {error}"),
    })?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// Serves until told to stop, then lets what is open end by itself.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    stop: CancellationToken,
    close: impl FnOnce(),
) -> anyhow::Result<()> {
    let ended = stop.clone();
    // Small answers go out at once, rather than wait for the other side to acknowledge the one before.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "small answers may wait");
        }
    });
    let serving = tokio::spawn(async move {
        axum::serve(listener, app)
            .with_graceful_shutdown(async move { ended.cancelled().await })
            .await
    });
    stop.cancelled().await;
    close();
    // A browser may hold its connection; the process does not wait for it.
    match tokio::time::timeout(BROWSERS_GRACE, serving).await {
        Ok(served) => served?.context("the web server broke down"),
        Err(_) => Ok(()),
    }
}

async fn open_database(settings: &Settings) -> anyhow::Result<Engine> {
    let url = &settings.database.url;
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path = path.trim_start_matches("//").split('?').next().unwrap_or_default();
        make_folder(Path::new(path))?;
    }
    Engine::open(url).await.with_context(|| format!("the database {} cannot be opened", shown(url)))
}

/// Makes sure that no other process runs on this SQLite file, for as long as the answer lives. PostgreSQL is for many.
fn alone(url: &str) -> anyhow::Result<Option<std::fs::File>> {
    let Some(path) = url.strip_prefix("sqlite:") else { return Ok(None) };
    let path = path.trim_start_matches("//").split('?').next().unwrap_or_default();
    if path.is_empty() || path.contains(":memory:") {
        return Ok(None);
    }
    make_folder(Path::new(path))?;
    let lock = std::fs::File::create(format!("{path}.lock"))
        .with_context(|| format!("{path}.lock cannot be written"))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(std::fs::TryLockError::WouldBlock) => bail!(
            "another process runs on {path}; SQLite is for one process, PostgreSQL for several (database.url)"
        ),
        Err(std::fs::TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("{path}.lock cannot be locked"))
        }
    }
}

fn make_folder(database: &Path) -> anyhow::Result<()> {
    let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    let why = || format!("the folder {} for the database cannot be written", folder.display());
    std::fs::create_dir_all(folder).with_context(why)?;
    // SQLite would only say that it is unable to open the file.
    let probe = folder.join(format!(".write-test-{}", std::process::id()));
    std::fs::write(&probe, b"").with_context(why)?;
    std::fs::remove_file(&probe).with_context(why)
}

/// A database address without its user and password.
fn shown(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if at > scheme => {
            format!("{}://{}", &url[..scheme], &url[at + 1..])
        }
        _ => url.to_owned(),
    }
}

fn public_url(settings: &Settings, address: SocketAddr) -> String {
    match settings.web.public_url.trim_end_matches('/') {
        "" => format!("http://{address}"),
        url => url.to_owned(),
    }
}

/// Writes the log until the guard is dropped. Nobody may be reading it: lines that cannot be written are left out,
/// and nothing waits for them.
#[must_use = "the log ends with its guard"]
pub fn start_log(settings: &Settings) -> anyhow::Result<Log> {
    let filter =
        tracing_subscriber::EnvFilter::try_new(&settings.log.filter).context("log.filter")?;
    let (lines, guard) =
        NonBlockingBuilder::default().buffered_lines_limit(LOG_LINES_MAX).finish(std::io::stderr());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(lines)
        .with_ansi(std::io::stderr().is_terminal())
        .log_internal_errors(false)
        .init();
    // What a panic says may quote what people wrote, and has to be written past whoever does not read.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    Ok(Log(Some(guard)))
}

/// The log, until it is dropped.
pub struct Log(Option<WorkerGuard>);

impl Drop for Log {
    /// Waits for the last lines, but not for somebody who does not read them.
    fn drop(&mut self) {
        let guard = self.0.take();
        signals::briefly(move || drop(guard));
    }
}

/// A line on standard output, if anybody reads it.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Asks the instance that these settings describe whether it is ready.
pub async fn healthcheck(settings: &Settings) -> anyhow::Result<()> {
    let address = format!("http://127.0.0.1:{}/readyz", settings.web.listen.port());
    let client = reqwest::Client::builder().timeout(HEALTHCHECK_TIMEOUT).no_proxy().build()?;
    let status = client.get(address).send().await?.status();
    if status.is_success() { Ok(()) } else { bail!("not ready: status {}", status.as_u16()) }
}
