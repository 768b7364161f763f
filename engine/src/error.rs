//! Faults, and refusals among them.

use rules::{Instant, Refusal};
use tokio::task::JoinError;

use crate::memberships::entry::Entry;

/// What went wrong, or why an action was refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An answer, not a fault.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// An answer, too, to somebody who wants to join and is one too many or kept out.
    #[error("no room: {0:?}")]
    NoRoom(Entry),
    /// An answer, too, to somebody who makes an event.
    #[error("as many events as one may run")]
    OwnsTooMany,
    /// The same: they may make another at this instant.
    #[error("as many events as one may make in a day")]
    MadeTooMany(Instant),
    /// A person was found, and is one with another, parted from their account or erased before it was written: whoever
    /// finds them anew by their account may ask again.
    #[error("a person is somebody else since they were found")]
    Outdated,
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

impl Error {
    /// Of what is stored as JSON. The words about it may quote what people wrote.
    pub(crate) fn unreadable(what: &'static str, error: &serde_json::Error) -> Error {
        Error::Unreadable { what, why: format!("{:?} at {}", error.classify(), error.column()) }
    }

    /// Whether the database is away, full or busy for the moment, or somebody was faster: nothing is wrong with what was
    /// asked, and the same may be asked again.
    pub fn is_outage(&self) -> bool {
        let Error::Database(error) = self else { return matches!(self, Error::Outdated) };
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            sqlx::Error::Database(said) => said.code().is_some_and(|code| is_passing(&code)),
            _ => false,
        }
    }
}

/// Why a task ended before it was done, for a log: what a panic says may quote what people wrote.
pub fn why_ended(ended: &JoinError) -> String {
    if ended.is_panic() { "it panicked".to_owned() } else { ended.to_string() }
}

/// Whether what a database says by this code passes: for PostgreSQL by class (lost connections, lack of resources, an
/// operator, a transaction that has to be tried again), for SQLite by number (busy, locked, I/O, full, cannot open).
fn is_passing(code: &str) -> bool {
    match code.len() {
        5 => ["08", "53", "57", "58", "40"].iter().any(|class| code.starts_with(class)),
        _ => code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 10 | 13 | 14)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_is_away_or_full_is_an_outage_and_a_wrong_statement_is_not() {
        for passing in ["08006", "57P01", "53300", "53100", "40001", "5", "13", "522"] {
            assert!(is_passing(passing), "{passing}");
        }
        for lasting in ["42601", "23505", "22021", "1", "19", "2067"] {
            assert!(!is_passing(lasting), "{lasting}");
        }
        assert!(Error::from(sqlx::Error::PoolTimedOut).is_outage());
        assert!(Error::Outdated.is_outage());
        assert!(!Error::from(sqlx::Error::RowNotFound).is_outage());
        assert!(!Error::Stopped.is_outage());
    }

    #[test]
    fn what_is_stored_and_cannot_be_read_is_not_quoted() {
        let error = serde_json::from_str::<i64>("\"my note\"").expect_err("it is no number");
        let said = Error::unreadable("row", &error).to_string();
        assert!(said.starts_with("a stored row cannot be read: Data at "), "{said}");
        assert!(!said.contains("note"), "{said}");
    }
}
