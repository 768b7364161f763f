//! What the store sends while tests run, written down so that its plans can be looked at afterwards.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, Once, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

const FOLDER: &str = "STREAKS_TEST_STATEMENTS";
/// Under this name sqlx tells of each statement, when it is done: of the store's at a level that tests which send
/// their own statements leave alone.
const TARGET: &str = "sqlx::query";
const LEVEL: tracing::Level = tracing::Level::TRACE;

/// Writes each statement once, as a line of JSON, to a file of this process in the folder that
/// `STREAKS_TEST_STATEMENTS` names.
pub(super) fn write_down() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if let Some(folder) = std::env::var_os(FOLDER) {
            let file = PathBuf::from(folder).join(format!("{}.jsonl", std::process::id()));
            // Where a test listens itself, that is what it is about.
            let _ = tracing::subscriber::set_global_default(Clerk { file, seen: Mutex::default() });
        }
    });
}

struct Clerk {
    file: PathBuf,
    seen: Mutex<HashSet<String>>,
}

/// The two fields in which a statement stands: the first words, and the whole where it is longer.
#[derive(Default)]
struct Said {
    summary: String,
    whole: String,
}

impl Visit for Said {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.summary),
            "db.statement" => value.clone_into(&mut self.whole),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

impl Subscriber for Clerk {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == TARGET && *metadata.level() == LEVEL
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut said = Said::default();
        event.record(&mut said);
        let whole = if said.whole.is_empty() { said.summary } else { said.whole };
        let statement = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.contains(&statement) {
            return;
        }
        let line = serde_json::json!(statement).to_string();
        let file = OpenOptions::new().create(true).append(true).open(&self.file);
        if file.and_then(|mut file| writeln!(file, "{line}")).is_ok() {
            seen.insert(statement);
        }
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
