//! The hand-written and the random scenarios, all of them, and what the rules say to them.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use rules::scenario::Scenario;
use serde_json::Value;

#[test]
fn the_scenarios_hold() {
    let files = [include_str!("golden/golden.jsonl"), include_str!("golden/scenarios.jsonl")];
    let scenarios: Vec<&str> = files.iter().flat_map(|file| file.lines()).collect();
    assert_eq!(scenarios.len(), 146);
    let mut wrong = vec![];
    for line in scenarios {
        let written: Value = serde_json::from_str(line).unwrap();
        let scenario: Scenario = serde_json::from_str(line).unwrap();
        let outcome = serde_json::to_value(scenario.run().unwrap()).unwrap();
        compare("", &written["expect"], &outcome, &format!("{}", written["name"]), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn compare(path: &str, expected: &Value, found: &Value, name: &str, wrong: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for (key, value) in a {
                compare(&format!("{path}/{key}"), value, &b[key], name, wrong);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (n, value) in a.iter().enumerate() {
                compare(&format!("{path}/{n}"), value, &b[n], name, wrong);
            }
        }
        (a, b) if path.ends_with("/strength_ppm") => {
            let difference = a.as_i64().unwrap() - b.as_i64().unwrap();
            if difference.abs() > 1 {
                wrong.push(format!("{name} {path}: {a} expected, {b} found"));
            }
        }
        (a, b) => {
            if a != b {
                wrong.push(format!("{name} {path}: {a} expected, {b} found"));
            }
        }
    }
}
