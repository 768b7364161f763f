//! Questions on standard input, one a line.

use anyhow::Context;
use std::io::BufRead;

/// The lines that say something, with their numbers from nought on.
pub fn asked() -> impl Iterator<Item = anyhow::Result<(usize, String)>> {
    let lines = std::io::stdin()
        .lock()
        .lines()
        .enumerate()
        .map(|(number, line)| Ok((number, line.context("standard input cannot be read")?)));
    lines.filter(|line| line.as_ref().map_or(true, |(_, line)| !line.trim().is_empty()))
}
