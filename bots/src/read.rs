//! `streaks read`: what do these words mean? Questions come in, one a line; what each means goes out, one a line and in
//! order.

use serde_json::json;
use std::io::Write;
use talk::Question;

use crate::lines;

/// Answers each line of standard input; says whether every line was a question.
pub fn run() -> anyhow::Result<bool> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_made_sense = true;
    for line in lines::asked() {
        let (number, line) = line?;
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
