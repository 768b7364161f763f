use rules::Instant;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, broadcast};

use crate::error::Error;
use crate::ids::{EventId, Maker};
use crate::outages::Outages;
use crate::quiet_window::Quiet;
use crate::store::Db;
use crate::writer::{Desk, Writer};

/// How many changes a slow listener may lag behind before it has to read everything anew.
const CHANGES_KEPT: usize = 1024;

/// Members of an event whose rankings are sorted when somebody asks; it takes a millisecond at most.
pub(crate) const SMALL_EVENT: i64 = 1000;

/// The streak engine over one database. Cheap to clone.
#[derive(Clone)]
pub struct Engine {
    pub(crate) db: Db,
    pub(crate) writer: Writer,
    pub(crate) ids: Arc<Maker>,
    changes: broadcast::Sender<EventId>,
    pub(crate) work: Arc<Work>,
}

/// Wakes those who wait for rows of the inbox and the outbox.
#[derive(Default)]
pub(crate) struct Work {
    pub(crate) inbox: Notify,
    pub(crate) outbox: Notify,
    outages: Outages,
    /// Updates of which this process could make no sense.
    pub(crate) unreadable: AtomicU64,
    quiet: Mutex<Quiet>,
    changed: Mutex<Changed>,
}

/// The events that changed since somebody looked, and whether anybody has looked yet.
#[derive(Default)]
struct Changed {
    events: BTreeSet<EventId>,
    is_looked_at: bool,
}

impl Work {
    pub(crate) fn quiet(&self) -> MutexGuard<'_, Quiet> {
        self.quiet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn change(&self, event: EventId) {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).events.insert(event);
    }

    /// The events that changed since the last look, and whether this is the first one.
    pub(crate) fn take_changed(&self) -> (BTreeSet<EventId>, bool) {
        let mut changed = self.changed.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = !std::mem::replace(&mut changed.is_looked_at, true);
        (std::mem::take(&mut changed.events), is_first)
    }

    /// Undoes a look that came to nothing.
    pub(crate) fn put_back(&self, events: BTreeSet<EventId>, is_first: bool) {
        let mut changed = self.changed.lock().unwrap_or_else(PoisonError::into_inner);
        changed.events.extend(events);
        changed.is_looked_at &= !is_first;
    }
}

impl Engine {
    /// Opens the database that the URL names (`sqlite:path` or `postgres://…`), brings its tables up to
    /// date and asserts the settings on which durability rests.
    pub async fn open(url: &str) -> Result<Engine, Error> {
        Engine::open_counting(url, SMALL_EVENT).await
    }

    /// The same, where the rankings of events with more than so many members are kept by indexes and counts.
    pub async fn open_counting(url: &str, more_than: i64) -> Result<Engine, Error> {
        let db = Db::open(url).await?;
        if let Db::Sqlite { .. } = db {
            // SQLite is for one process: whatever was in hand lies abandoned.
            let mut tx = db.write().await?;
            tx.release_updates().await?;
            tx.commit().await?;
        }
        Ok(Engine::over(db, Maker::random()?, more_than))
    }

    pub(crate) fn over(db: Db, ids: Maker, more_than: i64) -> Engine {
        let (ids, changes) = (Arc::new(ids), broadcast::channel(CHANGES_KEPT).0);
        let work = Arc::new(Work::default());
        let desk = Desk {
            db: db.clone(),
            ids: ids.clone(),
            changes: changes.clone(),
            work: work.clone(),
            more_than,
        };
        let writer = Writer::start(desk);
        Engine { db, writer, ids, changes, work }
    }

    /// Hears of every event whose board may look different now.
    pub fn changes(&self) -> broadcast::Receiver<EventId> {
        self.changes.subscribe()
    }

    /// Whether nothing is left to do at `now`: no open update, no delivery, reminder or ended run that is due.
    pub async fn is_idle(&self, now: Instant) -> Result<bool, Error> {
        let mut tx = self.db.read().await?;
        Ok(tx.due_work(now).await? == 0)
    }

    /// Whether something can be written, and acts are decided.
    pub async fn is_ready(&self, now: Instant) -> bool {
        self.write_probe(now).await.is_ok() && self.writer.is_alive(now).await
    }

    /// What is out of reach of this process.
    pub fn outages(&self) -> &Outages {
        &self.work.outages
    }

    async fn write_probe(&self, now: Instant) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        tx.set_cursor("probe", 0, now).await?;
        tx.commit().await
    }

    /// Ends all connections after the work in hand is done.
    pub async fn close(&self) {
        self.db.close().await;
    }

    /// Which database this is, for a line at the start.
    pub fn database(&self) -> &'static str {
        self.db.kind()
    }

    pub(crate) fn changed(&self, event: EventId) {
        self.work.change(event);
        // Nobody may be listening.
        let _ = self.changes.send(event);
    }
}
