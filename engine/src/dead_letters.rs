//! Dead letters: what is not tried any more until whoever runs this program has looked at it.

use rules::Instant;

use crate::engine::Engine;
use crate::error::Error;

/// Where dead letters lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queue {
    /// Updates that failed too often, or cannot be read.
    Inbox,
    /// Deliveries that a platform refuses for good.
    Outbox,
}

/// One of them, without what people wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    pub id: i64,
    /// Where it came from, or should have gone.
    pub platform: String,
    /// When it came, or should have gone.
    pub at: Instant,
    pub attempts: i64,
    pub why: String,
}

/// The dead letters of a queue.
#[derive(Clone, Copy)]
pub struct DeadLetters<'a> {
    engine: &'a Engine,
    queue: Queue,
}

impl Engine {
    pub fn dead_letters(&self, queue: Queue) -> DeadLetters<'_> {
        DeadLetters { engine: self, queue }
    }
}

impl DeadLetters<'_> {
    /// The oldest, and how many there are.
    pub async fn list(self, limit: u32) -> Result<(Vec<DeadLetter>, u64), Error> {
        let mut tx = self.engine.db.read().await?;
        Ok((tx.dead_letters(self.queue, limit).await?, tx.count_dead_letters(self.queue).await?))
    }

    /// All that is known of one, what people wrote too.
    pub async fn show(self, id: i64) -> Result<Option<String>, Error> {
        self.engine.db.look().await?.dead_letter(self.queue, id).await
    }

    /// Lets one be tried again, for a day at most; whether there was such a one.
    pub async fn retry(self, id: i64, now: Instant) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let was_there = tx.revive(self.queue, id, now, now.plus_s(86_400)).await?;
        tx.commit().await?;
        Ok(was_there)
    }

    /// Forgets one; whether there was such a one.
    pub async fn drop(self, id: i64) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let was_there = tx.forget_dead_letter(self.queue, id).await?;
        tx.commit().await?;
        Ok(was_there)
    }
}
