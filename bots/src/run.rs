//! `streaks run`: everything in one process.

use crate::bots::{Bots, broke_down, until_nothing_goes_on, without_fail};
use crate::clock::Clock;
use crate::config::Settings;
use crate::local::{self, Local};
use crate::progress::Progress;
use crate::{address, http, log, metrics, owner, signals, supervisor, sweep};
use anyhow::{Context, bail};
use axum::Router;
use engine::Engine;
use engine::rules::Zone;
use secrecy::ExposeSecret as _;
use std::io::{ErrorKind, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use talk::Talk;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// How long a browser may hold its connection at the end.
const BROWSERS_GRACE: Duration = Duration::from_secs(1);
/// How long the connections to the database may take to end.
const DATABASE_GRACE: Duration = Duration::from_secs(1);
const HEALTHCHECK_TIMEOUT: Duration = Duration::from_secs(7);

pub async fn run(settings: Settings, is_quiet: bool) -> anyhow::Result<()> {
    let _log = log::start(&settings)?;
    if let Some(file) = &settings.open_file {
        tracing::warn!(
            file,
            "others on this machine may read the secrets in these settings: chmod 600"
        );
    }
    let stop = CancellationToken::new();
    signals::watch(stop.clone())?;
    let (listener, address) = bind(settings.web.listen, "web.listen (STREAKS_WEB_LISTEN)").await?;
    let _alone = alone(settings.database.url.expose_secret())?;
    let engine = open_database(&settings, is_quiet).await?;
    let engine = engine.with_limits(settings.limits.of_people());
    engine.updates().take_up().await?;
    engine.events().limit_files(i64::from(settings.limits.proof_mib) << 20);
    let clock = Clock::default();
    let public_url = public_url(&settings, address);
    let local = local::plan(&settings, address, &engine, &clock).await?;
    if local.is_none() {
        engine.trial().end(clock.now()).await?;
    }
    let (mut settings, ready) = (settings, Arc::new(AtomicBool::new(true)));
    if let Some(local) = &local {
        local.wire(&mut settings);
    }
    let talk = Talk {
        engine: engine.clone(),
        public_url: public_url.clone(),
        zone: settings.people.zone.unwrap_or(Zone::UTC),
        // In the sandbox everybody lives by one clock.
        asks_zone: local.is_none() && settings.people.zone.is_none(),
        renderer: talk::Renderer::default(),
        has_mail: settings.email.is_set(),
        has_push: settings.push.is_set(),
    };
    let bots = Bots::new(&settings, &talk, &clock)?;
    let mut web = webhooks::Web {
        inbound: bots.inbound(&settings),
        doors: bots.doors(&settings),
        push: bots.push(),
        rates: settings.limits.rates(),
        operator: settings.operator.shown(),
        ..web(&talk, &clock, &ready, &stop)
    };
    let met = bots.links();
    web.links = match &local {
        Some(_) => {
            let sandbox = Some(format!("{public_url}/sandbox"));
            Arc::new(move || webhooks::Links {
                discord: sandbox.clone(),
                telegram: sandbox.clone(),
                ..met()
            })
        }
        None => Arc::new(met),
    };
    let mut app = webhooks::router(web);
    say(&format!("Leaderboards: {public_url}/"));
    if let Some(local) = &local {
        app = app.merge(local.router());
        say(&format!(
            "Sandbox:      {public_url}/sandbox (no token is set, so try both bots here)"
        ));
    }
    say(&format!(
        "Database:     {} ({})",
        engine.health().database(),
        address::shown(settings.database.url.expose_secret())
    ));
    let figures = match settings.metrics.listen {
        Some(listen) => {
            Some(metrics::serve(listen, engine.clone(), clock.clone(), stop.clone()).await?)
        }
        None => None,
    };
    let (count, mut parts) = (bots.count(), bots.start(&stop));
    if let Some(figures) = figures {
        parts.spawn(without_fail(figures));
    }
    parts.spawn(without_fail(supervisor::watch(engine.clone(), clock.clone(), stop.clone())));
    parts.spawn(without_fail(sweep::sweep(engine.clone(), clock.clone(), stop.clone())));
    parts.spawn(without_fail(sweep::forget(engine.clone(), clock.clone(), stop.clone())));
    let (relaying, until) = (engine.clone(), stop.clone());
    parts.spawn(without_fail(async move { relaying.relay_changes(&until).await }));
    let served = CancellationToken::new();
    let close = move || local.iter().for_each(Local::close);
    let connections = settings.limits.connections;
    let serving = tokio::spawn(serve(listener, (app, connections), served.clone(), close));
    let outcome = tokio::select! {
        () = stop.cancelled() => Ok(()),
        outcome = until_nothing_goes_on(&mut parts, engine.health().outages(), count) => outcome,
    };
    ready.store(false, Ordering::SeqCst);
    stop.cancel();
    let rest = async { while parts.join_next().await.is_some() {} };
    if tokio::time::timeout(signals::SHUTDOWN_GRACE, rest).await.is_err() {
        tracing::warn!("some work did not end in time, and is taken up at the next start");
    }
    // Last of all, since the bots may be saying goodbye to the sandbox.
    served.cancel();
    serving.await.map_err(|ended| broke_down("the web server", &ended))??;
    // A database that is gone keeps nobody.
    if tokio::time::timeout(DATABASE_GRACE, engine.close()).await.is_err() {
        tracing::warn!("the database did not let go in time");
    }
    outcome
}

fn web(
    talk: &Talk,
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
        engine: talk.engine.clone(),
        public_url: talk.public_url.clone(),
        talk: talk.clone(),
        now: Arc::new(move || clock.now()),
        ready: Arc::new(move || ready.load(Ordering::SeqCst)),
        links: Arc::new(webhooks::Links::default),
        doors: webhooks::Doors::default(),
        push: None,
        rates: webhooks::Rates::default(),
        operator: webhooks::Operator::default(),
        inbound: webhooks::Inbound::default(),
        stop: watch,
    }
}

/// Listens at an address, which this setting names.
pub async fn bind(listen: SocketAddr, setting: &str) -> anyhow::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(listen).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            anyhow::anyhow!("{listen} is taken by another program; set {setting} to a free port")
        }
        ErrorKind::PermissionDenied => {
            anyhow::anyhow!("no permission to listen on {listen}; choose a port above 1023")
        }
        _ => anyhow::anyhow!("cannot listen on {listen}: {error}"),
    })?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// Serves so many connections at a time until told to stop, then lets what is open end by itself.
pub async fn serve(
    listener: TcpListener,
    (app, connections): (Router, u32),
    stop: CancellationToken,
    close: impl FnOnce(),
) -> anyhow::Result<()> {
    let serving = tokio::spawn(http::serve(listener, app, connections, stop.clone()));
    stop.cancelled().await;
    close();
    // A browser may hold its connection; the process does not wait for it.
    match tokio::time::timeout(BROWSERS_GRACE, serving).await {
        Ok(served) => served.map_err(|ended| broke_down("the web server", &ended)),
        Err(_) => Ok(()),
    }
}

/// Opens the database, and tells how far it is brought up to date.
pub async fn open_database(settings: &Settings, is_quiet: bool) -> anyhow::Result<Engine> {
    let url = settings.database.url.expose_secret();
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path = path.trim_start_matches("//").split('?').next().unwrap_or_default();
        make_folder(Path::new(path))?;
    }
    let progress = Progress::of("bringing the database up to date", is_quiet);
    let engine = Engine::open_telling(url, &|done, of| progress.tell(done, of)).await;
    engine.with_context(|| format!("the database {} cannot be opened", address::shown(url)))
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
        Ok(()) => {
            owner::close(Path::new(path));
            Ok(Some(lock))
        }
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

fn public_url(settings: &Settings, address: SocketAddr) -> String {
    match settings.web.public_url.trim_end_matches('/') {
        "" => format!("http://{address}"),
        url => url.to_owned(),
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
