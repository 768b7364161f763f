//! Replies that could not be said yet.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use crate::message::Reply;

/// How many are kept, each perhaps with a picture. The oldest is found anew when its turn comes.
const KEPT_MAX: usize = 500;

/// Replies that could not be said yet, by their update: what was done once is told as it was, rather than as having been
/// done already. What only shows how things are is not kept, but found anew. They live as long as the process.
#[derive(Debug, Default)]
pub struct Unsaid(Mutex<BTreeMap<i64, Reply>>);

impl Unsaid {
    fn replies(&self) -> MutexGuard<'_, BTreeMap<i64, Reply>> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    pub fn keep(&self, update: i64, reply: Reply) {
        if reply.shows {
            return;
        }
        let mut replies = self.replies();
        replies.insert(update, reply);
        if replies.len() > KEPT_MAX {
            // Ids grow with time.
            replies.pop_first();
        }
    }

    pub fn take(&self, update: i64) -> Option<Reply> {
        self.replies().remove(&update)
    }
}
