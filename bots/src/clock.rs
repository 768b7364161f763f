//! The clock of this process: the system's, and an offset that only the sandbox may move.

use chrono::{DateTime, TimeDelta, Utc};
use engine::rules::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

#[derive(Clone, Default)]
pub struct Clock {
    offset_us: Arc<AtomicI64>,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "this is the door at which the time comes in")]
    pub fn utc(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::microseconds(self.offset_us.load(Ordering::SeqCst))
    }

    pub fn now(&self) -> Instant {
        self.utc().into()
    }

    #[cfg(feature = "sandbox")]
    pub fn shift(&self, by: TimeDelta) {
        // Rounded up: a clock that is set to an instant never shows the one before it.
        let by_us = by.num_microseconds().unwrap_or(0).saturating_add(1);
        self.offset_us.fetch_add(by_us, Ordering::SeqCst);
    }

    /// Goes by the system's time again.
    #[cfg(feature = "sandbox")]
    pub fn set_right(&self) {
        self.offset_us.store(0, Ordering::SeqCst);
    }
}
