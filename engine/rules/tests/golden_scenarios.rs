//! The hand-written and the random scenarios, as far as they stay within the rhythms, goals and
//! excuses that the rules have so far.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use rules::zone_change::change_zone;
use rules::{
    Change, CheckIn, Clock, Decision, History, Instant, Key, Life, Moved, Named, Refusal, Repeat,
    Rules, Setting, Target, check_in, join, leave, undo,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One person of a scenario.
struct Person {
    moves: Vec<Moved>,
    first: Setting,
    history: History,
}

#[test]
fn the_scenarios_hold() {
    let files = [include_str!("golden/golden.jsonl"), include_str!("golden/scenarios.jsonl")];
    let scenarios = files.iter().flat_map(|file| file.lines());
    let scenarios: Vec<Value> = scenarios.map(|line| serde_json::from_str(line).unwrap()).collect();
    let within: Vec<&Value> = scenarios.iter().filter(|scenario| is_within(scenario)).collect();
    assert_eq!(within.len(), 42, "a scenario was lost or gained");
    for scenario in within {
        run(scenario);
    }
}

fn is_within(scenario: &Value) -> bool {
    let event = &scenario["event"];
    let known_op = |command: &Value| {
        matches!(command["op"].as_str(), Some("join" | "leave" | "check_in" | "undo" | "set_tz"))
            && command["amount_milli"].is_null()
            && command["task"].is_null()
    };
    event["freeze"].is_null()
        && event["group"].is_null()
        && serde_json::from_value::<Rules>(event.clone()).is_ok()
        && scenario["commands"].as_array().unwrap().iter().all(known_op)
}

fn run(scenario: &Value) {
    let name = &scenario["name"];
    let rules: Arc<Rules> = Arc::new(serde_json::from_value(scenario["event"].clone()).unwrap());
    let mut people: BTreeMap<&str, Person> = BTreeMap::new();
    for user in scenario["users"].as_array().unwrap() {
        let first: Setting = serde_json::from_value(user.clone()).unwrap();
        let history = History::blank(rules.clone(), Clock::fixed(first));
        people.insert(user["id"].as_str().unwrap(), Person { moves: vec![], first, history });
    }
    let mut commands: Vec<(usize, &Value)> =
        scenario["commands"].as_array().unwrap().iter().enumerate().collect();
    commands.sort_by_key(|(place, command)| (instant(&command["t"]), *place));
    let mut results = vec![String::new(); commands.len()];
    for (place, command) in commands {
        results[place] = obey(&mut people, command);
    }
    assert_eq!(json!(results), scenario["expect"]["results"], "{name}");
    let now = instant(&scenario["now"]);
    for (id, person) in &people {
        compare(name, &scenario["expect"]["users"][id], person, now);
    }
}

fn obey(people: &mut BTreeMap<&str, Person>, command: &Value) -> String {
    let now = instant(&command["t"]);
    if let Some(target) = command["target"].as_str() {
        let key = Key(target.to_owned());
        let owns = |person: &Person| person.history.entries.iter().any(|e| e.key == key);
        let user = command["user"].as_str().unwrap();
        if !owns(&people[user]) {
            let known = people.values().any(owns);
            return if known { "not_owner" } else { "unknown" }.to_owned();
        }
    }
    let person = people.get_mut(command["user"].as_str().unwrap()).unwrap();
    let decision = match command["op"].as_str().unwrap() {
        "join" => join(&person.history, now),
        "leave" => leave(&person.history, now),
        "check_in" => check_in(&person.history, now, wish(command)),
        "undo" => {
            let key = Key(command["target"].as_str().unwrap().to_owned());
            undo(&person.history, now, &Target::Key(key), &Key(format!("undo at {}", now.0)))
        }
        "set_tz" => return move_clock(person, now, command),
        op => panic!("unknown op {op}"),
    };
    settle(person, decision)
}

fn wish(command: &Value) -> CheckIn {
    let date = |day: &str| Named::Date(day.parse::<chrono::NaiveDate>().unwrap().into());
    CheckIn {
        key: Key(command["id"].as_str().unwrap().to_owned()),
        sent_at: command["at"].as_str().map(|_| instant(&command["at"])),
        day: command["day"].as_str().map_or(Named::Now, date),
        note: None,
        repeat: Repeat::Keep,
    }
}

fn settle(person: &mut Person, decision: Result<Decision, Refusal>) -> String {
    match decision {
        Err(refusal) => refusal.code().to_owned(),
        Ok(decision) if decision.repeated => "duplicate".to_owned(),
        Ok(decision) => {
            decision.changes.iter().for_each(|change: &Change| person.history.apply(change));
            "ok".to_owned()
        }
    }
}

fn move_clock(person: &mut Person, now: Instant, command: &Value) -> String {
    let wish: Setting = serde_json::from_value(command.clone()).unwrap();
    let current = person.history.own.setting();
    match change_zone(now, current, &person.moves, wish) {
        Err(refusal) => refusal.code().to_owned(),
        Ok(None) => "noop".to_owned(),
        Ok(Some(moved)) => {
            person.moves.push(moved);
            person.history.own = Clock::personal(person.first, person.moves.iter().copied());
            person.history.clock = person.history.rules.clock_for(&person.history.own);
            "ok".to_owned()
        }
    }
}

fn compare(name: &Value, expect: &Value, person: &Person, now: Instant) {
    let life = Life::of(&person.history, now);
    let standing = life.standing;
    let time = |at: Option<Instant>| {
        at.map(|at| at.utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
    };
    let reached = person.history.rules.milestones.reached(&life);
    let badges: BTreeMap<String, Value> = reached
        .into_iter()
        .map(|(length, r)| (length.to_string(), json!({"first": r.first, "count": r.runs})))
        .collect();
    let got = json!({
        "alive_until": time(standing.alive_until), "at_risk": standing.at_risk, "badges": badges,
        "bonus": standing.bonus, "consistency": standing.consistency, "current": standing.current,
        "deadline": time(standing.deadline), "entries": standing.entries, "longest": standing.longest,
        "member": standing.member, "periods": life.periods, "today": standing.today,
        "runs": life.runs.iter().map(|r| json!([r.first, r.last, r.length])).collect::<Vec<_>>(),
        "total": standing.total,
    });
    for (key, value) in got.as_object().unwrap() {
        assert_eq!(*value, expect[key], "{name}: {key}");
    }
}

fn instant(value: &Value) -> Instant {
    value.as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap().into()
}
