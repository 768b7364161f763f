//! Every example of the day function, of day bounds and of reminder instants.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use rules::reminder::{TimeOfDay, fires_at};
use rules::{Day, Instant, Setting};
use serde_json::Value;

#[test]
fn the_golden_days_hold() {
    let lines: Vec<Value> = include_str!("golden/golden_days.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 51);
    for line in lines {
        let setting: Setting = serde_json::from_value(line.clone()).unwrap();
        match line["kind"].as_str().unwrap() {
            "local_day" => assert_eq!(
                setting.day_of(instant(&line["instant"])),
                day(&line["expect"]),
                "{line}"
            ),
            "day_bounds" => {
                let label = day(&line["day"]);
                let (start, end) = (setting.start_of(label), setting.start_of(label.plus(1)));
                assert_eq!(start, instant(&line["expect_start"]), "{line}");
                assert_eq!(
                    (end.0 - start.0) as f64 / 3600.0,
                    line["expect_hours"].as_f64().unwrap(),
                    "{line}"
                );
            }
            "reminder" => {
                let time = TimeOfDay::from_minutes(line["at_min"].as_i64().unwrap()).unwrap();
                assert_eq!(
                    fires_at(setting, day(&line["day"]), time),
                    instant(&line["expect"]),
                    "{line}"
                );
            }
            kind => panic!("unknown kind {kind}"),
        }
    }
}

fn instant(value: &Value) -> Instant {
    value.as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap().into()
}

fn day(value: &Value) -> Day {
    value.as_str().unwrap().parse::<chrono::NaiveDate>().unwrap().into()
}
