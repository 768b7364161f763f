//! Which events look different now, for whoever shows them: what this process changed, and what others did.

use tokio::sync::broadcast;

use crate::ids::EventId;

/// How many changes a slow listener may lag behind before it has to read everything anew.
const KEPT: usize = 1024;

/// Tells of changes.
#[derive(Clone)]
pub(crate) struct Changes {
    all: broadcast::Sender<EventId>,
    /// Those of this process, which others have to be told.
    own: broadcast::Sender<EventId>,
}

impl Changes {
    pub(crate) fn new() -> Changes {
        Changes { all: broadcast::channel(KEPT).0, own: broadcast::channel(KEPT).0 }
    }

    /// What this process changed.
    pub(crate) fn tell(&self, event: EventId) {
        // Nobody may be listening.
        let _ = self.all.send(event);
        let _ = self.own.send(event);
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<EventId> {
        self.all.subscribe()
    }

    /// Those of this process.
    pub(crate) fn subscribe_own(&self) -> broadcast::Receiver<EventId> {
        self.own.subscribe()
    }

    /// What another process changed.
    pub(crate) fn hear(&self, event: EventId) {
        let _ = self.all.send(event);
    }
}
