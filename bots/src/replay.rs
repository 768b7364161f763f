//! `streaks replay`: what would the rules say? Scenarios and questions about days come in, one a line; what
//! becomes of each goes out, one a line and in order.

use anyhow::Context;
use clap::ValueEnum;
use engine::Engine;
use engine::rules::calendar::Question;
use engine::rules::scenario::Scenario;
use engine::testing::Fresh;
use serde_json::{Value, json};
use std::io::Write;

use crate::lines;

/// A database to live through the scenarios on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Store {
    Sqlite,
    Postgres,
}

/// Answers each line of standard input; says whether every line made sense.
pub async fn run(store: Option<Store>, postgres: Option<String>) -> anyhow::Result<bool> {
    let fresh = match store {
        None => None,
        Some(Store::Sqlite) => Some(Fresh::sqlite()?),
        Some(Store::Postgres) => {
            let url = postgres.context(
                "--store postgres needs a PostgreSQL: name one by database.url, or --database if it has no password",
            )?;
            Some(Fresh::postgres(&url).await?)
        }
    };
    let engine = match &fresh {
        Some(fresh) => Some(Engine::open(&fresh.url).await?),
        None => None,
    };
    let answered = answer_all(engine.as_ref()).await;
    if let Some(engine) = engine {
        engine.close().await;
    }
    if let Some(fresh) = fresh {
        fresh.remove().await?;
    }
    answered
}

async fn answer_all(engine: Option<&Engine>) -> anyhow::Result<bool> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_made_sense = true;
    for line in lines::asked() {
        let (number, line) = line?;
        let answer = answer(engine, number, &line).await.unwrap_or_else(|error| {
            all_made_sense = false;
            json!({ "error": format!("{error:#}") })
        });
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(all_made_sense)
}

async fn answer(engine: Option<&Engine>, number: usize, line: &str) -> anyhow::Result<Value> {
    let value: Value = serde_json::from_str(line).context("not JSON")?;
    if value.get("kind").is_some() {
        let question: Question = serde_json::from_value(value).context("not a question")?;
        return Ok(serde_json::to_value(question.answer()?)?);
    }
    let scenario: Scenario = serde_json::from_value(value).context("not a scenario")?;
    let outcome = match engine {
        Some(engine) => engine::testing::replay(engine, &scenario, number).await?,
        None => scenario.run()?,
    };
    Ok(serde_json::to_value(outcome)?)
}
