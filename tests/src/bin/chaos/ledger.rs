//! What people sent, what was acknowledged to them, and what the database says in the end.

use anyhow::Context;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};

/// Each check-in bears a note that no other does.
#[derive(Default)]
pub struct Ledger {
    written: Mutex<Written>,
    is_over: AtomicBool,
}

#[derive(Default, Clone)]
pub struct Written {
    pub sent: BTreeSet<String>,
    pub acknowledged: BTreeSet<String>,
}

impl Ledger {
    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().expect("nobody panics")
    }

    pub fn send(&self, note: &str) {
        self.written().sent.insert(note.to_owned());
    }

    pub fn acknowledge(&self, note: &str) {
        self.written().acknowledged.insert(note.to_owned());
    }

    pub fn acknowledged(&self) -> usize {
        self.written().acknowledged.len()
    }

    /// Nobody begins anything more.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Compares with the database: whatever was acknowledged is there, nothing is there that was not sent, and nothing
    /// twice.
    pub async fn compare(&self, url: &str) -> anyhow::Result<Value> {
        let stored = notes(url).await?;
        let written = self.written().clone();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for note in &stored {
            *counts.entry(note).or_default() += 1;
        }
        let is_lost = |note: &&String| !counts.contains_key(note.as_str());
        let lost_notes: Vec<&String> = written.acknowledged.iter().filter(is_lost).collect();
        let lost = lost_notes.len();
        let twice = counts.values().filter(|count| **count > 1).count();
        let strange = counts.keys().filter(|note| !written.sent.contains(**note)).count();
        Ok(json!({
            "sent": written.sent.len(), "acknowledged": written.acknowledged.len(),
            "stored": stored.len(), "lost": lost, "lost_first": lost_notes.iter().take(20).collect::<Vec<_>>(), "twice": twice, "strange": strange,
            "holds": lost == 0 && twice == 0 && strange == 0 && !written.acknowledged.is_empty(),
        }))
    }
}

async fn notes(url: &str) -> anyhow::Result<Vec<String>> {
    const NOTES: &str = "select note from check_in where note is not null and undone_at is null";
    Ok(if url.starts_with("postgres") {
        let pool = sqlx::PgPool::connect(url).await?;
        sqlx::query_scalar(NOTES).fetch_all(&pool).await?
    } else {
        let pool = sqlx::SqlitePool::connect(url).await?;
        let sound: String = sqlx::query_scalar("pragma integrity_check")
            .fetch_one(&pool)
            .await
            .context("a look")?;
        anyhow::ensure!(sound == "ok", "the file is damaged: {sound}");
        sqlx::query_scalar(NOTES).fetch_all(&pool).await?
    })
}
