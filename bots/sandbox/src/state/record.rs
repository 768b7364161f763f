//! The file that every request of the bots is appended to.

use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Writes one JSON object a line, or nothing.
pub struct Recorder(Option<Mutex<File>>);

impl Recorder {
    /// Opens the file to append to.
    pub fn open(path: Option<&Path>) -> io::Result<Recorder> {
        let Some(path) = path else {
            return Ok(Recorder(None));
        };
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        Ok(Recorder(Some(Mutex::new(file))))
    }

    /// Writes one line in one call, since several processes may write to the same file.
    pub fn write(&self, recorded: &Value) {
        let Some(file) = &self.0 else { return };
        let line = format!("{recorded}\n");
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = file.write_all(line.as_bytes()) {
            tracing::error!(%error, "a request of a bot could not be recorded");
        }
    }
}
