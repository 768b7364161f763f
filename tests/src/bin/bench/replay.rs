//! Scenarios through the rules, as `streaks replay` answers them: from a line to a line.

use crate::measure::{Line, Meter, ROUNDS, Series, micros};
use crate::scene::Sql;
use anyhow::Context;
use engine::rules::scenario::Scenario;
use serde_json::Value;

const SCENARIOS: usize = 1_000;
const BAR_S: f64 = 2.0;

pub async fn run() -> anyhow::Result<()> {
    let path = tests::root().join("engine/rules/tests/golden/scenarios.jsonl");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let lines: Vec<String> = text.lines().map(question).collect::<anyhow::Result<_>>()?;
    let mut series = Series::default();
    for _ in 0..ROUNDS {
        let meter = Meter::start(&Sql::Nothing).await?;
        let mut latencies_us = vec![];
        for line in lines.iter().cycle().take(SCENARIOS) {
            let began = std::time::Instant::now();
            let scenario: Scenario = serde_json::from_value(serde_json::from_str(line)?)?;
            std::hint::black_box(serde_json::to_value(scenario.run()?)?.to_string());
            latencies_us.push(micros(began.elapsed()));
        }
        series.add(meter.stop(&Sql::Nothing, latencies_us, 0).await?);
    }
    let figures = series.figures();
    Line::new("replay", "none").figures(SCENARIOS as i64, 1, figures).print()?;
    let seconds = SCENARIOS as f64 / figures.per_s;
    Line::new("replay/time", "none").at_most("seconds", seconds, BAR_S).print()
}

/// A scenario without what is expected of it.
fn question(line: &str) -> anyhow::Result<String> {
    let mut scenario: Value = serde_json::from_str(line)?;
    scenario.as_object_mut().map(|scenario| scenario.remove("expect"));
    Ok(scenario.to_string())
}
