//! `streaks read`: what do these words mean? Questions come in, one a line; what each means goes out, one a line and in
//! order.

use anyhow::Context;
use serde_json::json;
use std::io::{BufRead, Write};
use talk::Question;

/// Answers each line of standard input; says whether every line was a question.
pub fn run() -> anyhow::Result<bool> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_made_sense = true;
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.context("standard input cannot be read")?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = match serde_json::from_str::<Question>(&line) {
            Ok(question) => question.answer(),
            Err(error) => {
                all_made_sense = false;
                json!({ "error": format!("line {}: {error}", number + 1) })
            }
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(all_made_sense)
}
