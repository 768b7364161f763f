//! The handle on one local world, and what it may ask of its process.

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, broadcast, watch};

use crate::state::news::News;
use crate::state::record::Recorder;
use crate::state::world::World;

/// The token with which a Discord bot logs in here; its first part is the application id, as in a real one.
pub const DISCORD_TOKEN: &str =
    "MTE4MDAwMDAwMDAwMDAwMDAwMQ.Sandbx.localhost-only-not-a-secret-0000000000";

/// The token with which a Telegram bot logs in here.
pub const TELEGRAM_TOKEN: &str = "7000000001:AAsandbox-localhost-only-not-a-secret";
/// How many pieces of news a slow page may fall behind before it misses some.
const NEWS_MAX: usize = 4_096;

/// Tells the time.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;
/// Moves the clock of the bots.
pub type MoveClock = Arc<dyn Fn(TimeDelta) -> BoxFuture<'static, ()> + Send + Sync>;
/// Resolves when the bots have nothing left to do.
pub type Idle = Arc<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;
/// Lets the bots forget everything and go by the present time again; the error says why that may not be.
pub type BeginAnew = Arc<dyn Fn() -> BoxFuture<'static, Result<(), String>> + Send + Sync>;

/// What the sandbox may ask of, and do to, the process it lives in.
pub struct Hooks {
    /// The time that every payload bears.
    pub now: Now,
    /// Moves the clock of the bots too; none where the bots are another process.
    pub move_clock: Option<MoveClock>,
    /// Resolves when the bots have nothing left to do at this time; none where they are another process.
    pub idle: Option<Idle>,
    /// Lets the bots forget everything too; none where they are another process.
    pub begin_anew: Option<BeginAnew>,
}

/// How a sandbox is set up.
pub struct Options {
    /// Where the process listens, such as `http://127.0.0.1:8080`.
    pub base: String,
    /// The file that every request of the bots is appended to.
    pub record: Option<PathBuf>,
    /// The clock and the idleness of the process.
    pub hooks: Hooks,
}

/// One local world: a guild, a group, their people, and whatever bots log in.
#[derive(Clone)]
pub struct Sandbox(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    base: String,
    pub(crate) hooks: Hooks,
    pub(crate) recorder: Recorder,
    world: Mutex<World>,
    /// Wakes whoever waits for a change of the world.
    pub(crate) stir: Notify,
    pub(crate) news: broadcast::Sender<News>,
    pub(crate) closing: watch::Sender<bool>,
}

impl Sandbox {
    /// Opens the record file, if one was named, and fills the world with its first people.
    pub fn new(options: Options) -> std::io::Result<Sandbox> {
        let recorder = Recorder::open(options.record.as_deref())?;
        let now = (options.hooks.now)();
        let (news, _) = broadcast::channel(NEWS_MAX);
        let base = options.base.trim_end_matches('/').to_owned();
        Ok(Sandbox(Arc::new(Inner {
            world: Mutex::new(World::new(now, base.clone(), news.clone())),
            base,
            hooks: options.hooks,
            recorder,
            stir: Notify::new(),
            news,
            closing: watch::channel(false).0,
        })))
    }

    /// Where a Discord bot sends its requests: to `{this}/api/v10/...`.
    pub fn discord_base(&self) -> String {
        self.0.base.clone()
    }

    /// Where a Telegram bot sends its requests: to `{this}/bot{token}/{method}`.
    pub fn telegram_base(&self) -> String {
        self.0.base.clone()
    }

    /// Where its push service stands.
    pub fn push_origin(&self) -> String {
        self.0.base.clone()
    }

    /// Ends gateway sessions, long polls and feeds, so that the process can end.
    pub fn close(&self) {
        self.0.closing.send_replace(true);
        self.stir();
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.0.hooks.now)()
    }

    pub(crate) fn gateway_url(&self) -> String {
        format!("ws://{}/sandbox/gateway", self.host())
    }

    /// The address that it listens on, as requests name it.
    pub(crate) fn host(&self) -> &str {
        self.0.base.trim_start_matches("http://")
    }

    /// The world, for as long as no waiting is done.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        // A panic elsewhere must not take the demo down with it: the world holds no invariant over two steps.
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stir(&self) {
        self.0.stir.notify_waiters();
    }

    pub(crate) fn closed(&self) -> bool {
        *self.0.closing.borrow()
    }
}
