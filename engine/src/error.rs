//! Faults, and refusals among them.

use rules::Refusal;

/// What went wrong, or why an action was refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An answer, not a fault.
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("a stored {what} cannot be read: {why}")]
    Unreadable { what: &'static str, why: String },
    #[error("{0}")]
    Setting(String),
    #[error("the writer has stopped")]
    Stopped,
}
