//! Wakes those who wait for rows, and remembers what changed.

use rules::Instant;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant as Moment;

use crate::ids::{EventId, PersonId};
use crate::leaderboards::day::Boards;
use crate::leaderboards::glance::Glances;
use crate::memberships::group::Groups;
use crate::outages::Outages;
use crate::quiet_window::Quiet;

/// Tokens whose use waits to be noted.
const USED_TOKENS_MAX: usize = 10_000;
const WARN_EVERY: Duration = Duration::from_secs(600);

/// Wakes those who wait for rows of the inbox, of the outbox, and of files to fetch.
#[derive(Default)]
pub(crate) struct Work {
    pub(crate) inbox: Notify,
    pub(crate) outbox: Notify,
    pub(crate) files: Notify,
    /// How many bytes of files are kept in all, where that was set.
    pub(crate) file_bytes_max: OnceLock<i64>,
    pub(crate) outages: Outages,
    pub(crate) boards: Boards,
    pub(crate) glances: Glances,
    pub(crate) groups: Groups,
    /// Held by whoever brings a ranking up to date, so that it is done once for all who look.
    pub(crate) refreshing: tokio::sync::Mutex<()>,
    /// When the clock of this machine was last said to be slow.
    warned_of_clock: Mutex<Option<Moment>>,
    quiet: Mutex<Quiet>,
    changed: Mutex<Changed>,
    /// Tokens by owner and id, with the instant of their last use.
    used_tokens: Mutex<BTreeMap<(PersonId, i64), Instant>>,
}

/// The events that changed since somebody looked, and whether anybody has looked yet.
#[derive(Default)]
struct Changed {
    events: BTreeSet<EventId>,
    is_looked_at: bool,
}

impl Work {
    /// Whether it is time to say again that the clock of this machine is slow.
    pub(crate) fn may_warn_of_clock(&self) -> bool {
        let mut warned = self.warned_of_clock.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = warned.is_none_or(|at| at.elapsed() >= WARN_EVERY);
        if is_time {
            *warned = Some(Moment::now());
        }
        is_time
    }

    pub(crate) fn quiet(&self) -> MutexGuard<'_, Quiet> {
        self.quiet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn use_token(&self, token: (PersonId, i64), now: Instant) {
        let mut used = self.used_tokens.lock().unwrap_or_else(PoisonError::into_inner);
        // What is not noted now is noted when it is used the next time.
        if used.len() < USED_TOKENS_MAX {
            used.insert(token, now);
        }
    }

    pub(crate) fn take_used_tokens(&self) -> Vec<(PersonId, i64, i64)> {
        let mut used = self.used_tokens.lock().unwrap_or_else(PoisonError::into_inner);
        let used = std::mem::take(&mut *used);
        used.into_iter().map(|((person, id), at)| (person, id, at.0)).collect()
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
