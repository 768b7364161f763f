//! The clock of this process: the system's, and an offset that only the sandbox may move.

use chrono::{DateTime, TimeDelta, Utc};
use engine::rules::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

#[derive(Clone, Default)]
pub struct Clock {
    offset_ms: Arc<AtomicI64>,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "this is the door at which the time comes in")]
    pub fn utc(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::milliseconds(self.offset_ms.load(Ordering::SeqCst))
    }

    pub fn now(&self) -> Instant {
        self.utc().into()
    }

    pub fn shift(&self, by: TimeDelta) {
        self.offset_ms.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}
