//! Every example of the day function, of day bounds and of reminder instants.

use rules::calendar::Question;
use serde_json::Value;

#[test]
fn the_golden_days_hold() {
    let lines: Vec<&str> = include_str!("golden/golden_days.jsonl").lines().collect();
    assert_eq!(lines.len(), 51);
    for line in lines {
        let question: Question = serde_json::from_str(line).unwrap();
        let answer = serde_json::to_value(question.answer().unwrap()).unwrap();
        let mut expected: Value = serde_json::from_str(line).unwrap();
        expected.as_object_mut().unwrap().retain(|key, _| key.starts_with("expect"));
        assert_eq!(answer, expected, "{line}");
    }
}

#[test]
fn a_time_beyond_the_day_is_no_time() {
    let line = r#"{"kind": "reminder", "tz": "UTC", "day": "2025-01-01", "at_min": 1440}"#;
    let question: Question = serde_json::from_str(line).unwrap();
    assert!(question.answer().is_err());
}
