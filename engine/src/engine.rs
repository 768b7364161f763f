//! The handle on an open engine. What it can do hangs on it by noun, in the rooms of this crate.

use std::sync::Arc;
use tokio::sync::broadcast;

use crate::changes::Changes;
use crate::error::Error;
use crate::ids::{EventId, Maker};
use crate::limits::{Limiter, Limits};
use crate::store::Db;
use crate::store::migrate::Told;
use crate::work::Work;
use crate::writer::{BatchWriter, Writer};

/// Members of an event whose rankings are sorted when somebody asks; it takes a millisecond at most.
pub(crate) const SMALL_EVENT: i64 = 1000;

/// The streak engine over one database. Cheap to clone.
#[derive(Clone)]
pub struct Engine {
    pub(crate) db: Db,
    pub(crate) writer: Writer,
    pub(crate) ids: Arc<Maker>,
    pub(crate) changes: Changes,
    pub(crate) work: Arc<Work>,
    limits: Arc<Limiter>,
}

impl Engine {
    /// Opens the database that the URL names (`sqlite:path` or `postgres://…`), brings its tables up to
    /// date and asserts the settings on which durability rests.
    pub async fn open(url: &str) -> Result<Engine, Error> {
        Engine::open_telling(url, &|_, _| ()).await
    }

    /// The same; hears of each step that the tables take.
    pub async fn open_telling(url: &str, told: Told<'_>) -> Result<Engine, Error> {
        Ok(Engine::over(Db::open(url, told).await?, Maker::random()?, SMALL_EVENT))
    }

    /// The same, where the rankings of events with more than so many members are kept by indexes and counts.
    pub async fn open_counting(url: &str, more_than: i64) -> Result<Engine, Error> {
        Ok(Engine::over(Db::open(url, &|_, _| ()).await?, Maker::random()?, more_than))
    }

    pub(crate) fn over(db: Db, ids: Maker, more_than: i64) -> Engine {
        let (ids, changes) = (Arc::new(ids), Changes::new());
        let work = Arc::new(Work::default());
        let writer = BatchWriter {
            db: db.clone(),
            ids: ids.clone(),
            changes: changes.clone(),
            work: work.clone(),
            more_than,
        };
        let writer = Writer::start(writer);
        Engine { db, writer, ids, changes, work, limits: Arc::default() }
    }

    /// The same with limits, which it has none of by itself.
    pub fn with_limits(self, limits: Limits) -> Engine {
        Engine { limits: Arc::new(Limiter::new(limits)), ..self }
    }

    /// How much people and places may ask for.
    pub fn limits(&self) -> &Limiter {
        &self.limits
    }

    /// Hears of every event whose board may look different now.
    pub fn changes(&self) -> broadcast::Receiver<EventId> {
        self.changes.subscribe()
    }

    /// Ends all connections after the work in hand is done.
    pub async fn close(&self) {
        self.db.close().await;
    }

    pub(crate) fn changed(&self, event: EventId) {
        self.work.change(event);
        self.changes.tell(event);
    }
}
