//! What `streaks read` is asked, so that anybody can see how words are understood. The golden lines stand in
//! `bots/talk/golden`.

use chrono::{DateTime, FixedOffset};
use engine::rules::goal::{Need, Task, TaskGoal};
use engine::rules::{Day, Goal, Instant, Scope, Zone};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::conversation::spelling::{self, Heard};
use crate::locale::Words;
use crate::parse::check_in::{self, Missing};
use crate::parse::dates::{self, Dates};
use crate::parse::goal::{self, GoalSpec, Manner};
use crate::parse::number::Marks;
use crate::parse::rhythm::{self, Rhythm};
use crate::parse::times::{self, Times};
use crate::parse::zone::{self, Zones};
use crate::parse::{amount, time};

/// Words, with who wrote them and for what.
#[derive(Debug, Deserialize)]
pub struct Question {
    kind: String,
    lang: String,
    locale: String,
    zone: String,
    now: String,
    #[serde(default)]
    context: Value,
    text: String,
}

/// An event that somebody is in.
#[derive(Debug, Deserialize)]
struct Named {
    title: String,
    goal: Goal,
    #[serde(default = "yes")]
    due: bool,
}

fn yes() -> bool {
    true
}

impl Question {
    /// The day on which the words were written, on their writer's clock.
    fn today(&self) -> Option<Day> {
        let now: DateTime<FixedOffset> = self.now.parse().ok()?;
        let zone: Zone = self.zone.parse().ok()?;
        Some(Day::from(now.with_timezone(&zone).date_naive()))
    }

    fn check_in(&self, words: Words) -> Option<Value> {
        let events: Vec<Named> = serde_json::from_value(self.context["events"].clone()).ok()?;
        let known: Vec<check_in::Known<'_>> = events
            .iter()
            .map(|event| check_in::Known {
                title: &event.title,
                goal: &event.goal,
                is_due: event.due,
            })
            .collect();
        let manner = check_in::Manner {
            words,
            marks: Marks::of(&self.locale),
            locale: &self.locale,
            today: self.today()?,
            bot: self.context["bot"].as_str(),
        };
        let said = check_in::read(manner, &known, &self.text)?;
        if let Some(missing) = said.missing {
            let what = match missing {
                Missing::Event => "event",
                Missing::Amount => "amount",
                Missing::Task => "task",
            };
            return Some(json!({ "ask": what }));
        }
        let event = said.event.map(|event| known[event].title);
        let day = said.day.map(|day| day.value.to_string());
        let all = [
            ("event", json!(event)),
            ("milli", json!(said.amount.map(|amount| amount.value))),
            ("day", json!(day)),
            ("task", json!(said.task)),
            ("note", json!(said.note)),
        ];
        let said = all.into_iter().filter(|(_, value)| !value.is_null());
        Some(
            said.map(|(name, value)| (name.to_owned(), value))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        )
    }

    fn now(&self) -> Option<Instant> {
        let now: DateTime<FixedOffset> = self.now.parse().ok()?;
        Some(Instant(now.timestamp()))
    }

    /// An amount, so many times, or tasks: alone, or with how often it is asked for.
    fn goal(&self, words: Words) -> Option<Value> {
        let manner = Manner { words, marks: Marks::of(&self.locale), count: None };
        if self.context["field"] == "tasks" {
            let tasks = goal::tasks(manner, &self.text)?;
            return Some(json!(Goal::Tasks { need: Need::All, tasks }));
        }
        let names = self.context["tasks"].as_array().into_iter().flatten();
        let tasks: Vec<Task> = names
            .filter_map(Value::as_str)
            .map(|id| Task { id: id.to_owned(), goal: TaskGoal::Check })
            .collect();
        let said = match goal::need(words, &self.text, tasks.len()) {
            Some((need, cadence)) => {
                GoalSpec { goal: Goal::Tasks { need, tasks }, cadence, scope: Scope::Day }
            }
            None => goal::read(manner, &self.text)?,
        };
        let Some(cadence) = said.cadence else { return Some(json!(said.goal)) };
        let mut answer = json!({ "goal": said.goal, "cadence": cadence });
        if said.scope == Scope::Period {
            answer["scope"] = json!("period");
        }
        Some(answer)
    }

    /// What the words mean; `refuse` where they are not read.
    pub fn answer(&self) -> Value {
        let words = Words::of(&self.lang);
        let read = match self.kind.as_str() {
            "amount" => {
                let unit = self.context["unit"].as_str();
                amount::read(words, Marks::of(&self.locale), &self.text, unit)
                    .map(|milli| json!({ "milli": milli }))
            }
            "date" => self.today().and_then(|today| {
                let looks_back = self.context["field"] == "day";
                let read = dates::read(words, &self.locale, &self.text, today, looks_back);
                read.map(|read| match read {
                    Dates::Plain(day) => json!(day.to_string()),
                    Dates::Either(days) => {
                        json!({ "ask": days.iter().map(Day::to_string).collect::<Vec<_>>() })
                    }
                })
            }),
            "command" => match spelling::heard(&self.text, self.context["bot"].as_str()) {
                Heard::Command(command) => Some(json!({ "command": command.path })),
                Heard::Meant(command) => Some(json!({ "suggest": [command.path] })),
                Heard::Nothing => None,
            },
            "times" => times::read(words, &self.text).map(|read| match read {
                Times::Plain(times) => json!(times.into_iter().map(clock).collect::<Vec<_>>()),
                Times::Either(one, other) => json!({ "ask": [clock(one), clock(other)] }),
            }),
            "quiet" => times::quiet(words, &self.text)
                .map(|(from, until)| json!([clock(from), clock(until)])),
            "rhythm" => rhythm::read(words, &self.text).map(shown),
            "goal" => self.goal(words),
            "checkin" => self.check_in(words),
            "zone" => {
                self.now().and_then(|now| zone::read(&self.text, now)).map(|read| match read {
                    Zones::Plain(zone) => json!(zone.name()),
                    Zones::Either(zones) => {
                        json!({ "ask": zones.iter().map(|zone| zone.name()).collect::<Vec<_>>() })
                    }
                })
            }
            _ => return json!({ "refuse": "this kind is not read yet" }),
        };
        read.unwrap_or_else(|| json!({ "refuse": "a word is left over, or nothing is said" }))
    }
}

fn clock(minutes: u32) -> String {
    time::clock(minutes.into())
}

fn shown(rhythm: Rhythm) -> Value {
    let Rhythm { cadence, times_a_day } = rhythm;
    match times_a_day {
        None => json!(cadence),
        Some(n) => json!({ "cadence": cadence, "goal": { "type": "count", "n": n } }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the design fixes, and phrases of our own that were written down before anybody looked at what was read.
    const GOLDEN: [&str; 2] =
        [include_str!("../../golden/words.jsonl"), include_str!("../../golden/own.jsonl")];
    /// Kinds that are read word by word, and those of which only the meaning is held against the golden lines.
    const READ: [&str; 6] = ["amount", "rhythm", "goal", "date", "times", "quiet"];
    const KNOWN: [&str; 9] =
        ["amount", "rhythm", "goal", "date", "times", "quiet", "zone", "checkin", "command"];

    /// A line as a question, with other words.
    fn ask(line: &Value, kind: &str, text: &str) -> Value {
        let mut asked = line.clone();
        asked["kind"] = json!(kind);
        asked["text"] = json!(text);
        let question: Question = serde_json::from_value(asked).expect("a line is a question");
        question.answer()
    }

    /// An answer in the one form in which equal meanings are equal: why something is refused is told freely.
    fn plain(answer: &Value) -> Value {
        if answer.get("refuse").is_some() {
            return json!("refused");
        }
        let sorted = |list: &Value| {
            let mut list = list.as_array().cloned().unwrap_or_default();
            list.sort_by_key(Value::to_string);
            list.dedup();
            json!(list)
        };
        match answer {
            Value::Array(_) => sorted(answer),
            Value::Object(fields) if fields.contains_key("ask") => {
                json!({ "ask": sorted(&fields["ask"]) })
            }
            Value::Object(fields) => {
                let mut fields = fields.clone();
                if let Some(goal) = fields.get_mut("goal") {
                    *goal = plain(goal);
                }
                // Of a unit the first word counts, without case.
                if let Some(unit) = fields.get("unit").and_then(Value::as_str) {
                    let first = unit.split_whitespace().next().unwrap_or_default().to_lowercase();
                    let first: String = first.chars().filter(|c| c.is_alphanumeric()).collect();
                    fields.insert("unit".to_owned(), json!(first));
                }
                if fields.get("goal").is_some_and(|goal| goal["type"] == "check") {
                    fields.remove("goal");
                }
                Value::Object(fields)
            }
            other => other.clone(),
        }
    }

    /// The same of a line's kind: quiet hours have an order.
    fn is_meant(kind: &str, want: &Value, got: &Value) -> bool {
        match kind {
            "quiet" if want.is_array() => want == got,
            // The first of several zones has to be offered, and another.
            "zone" if want["ask"].is_array() => {
                let offered = got["ask"].as_array().cloned().unwrap_or_default();
                offered.len() > 1 && offered.contains(&want["ask"][0])
            }
            _ => plain(want) == plain(got),
        }
    }

    fn lines() -> impl Iterator<Item = Value> {
        let lines = GOLDEN.iter().flat_map(|lines| lines.lines());
        lines.map(|line| serde_json::from_str(line).expect("it is JSON"))
    }

    /// Lines of which every word is read; the names of tasks are as they are written.
    fn read_word_by_word() -> impl Iterator<Item = Value> {
        let is_read = |line: &Value| READ.contains(&text(line, "kind"));
        // Whatever stands behind a number may be its unit.
        let is_number = |line: &Value| text(line, "text").chars().all(char::is_numeric);
        let lines = lines().filter(move |line| is_read(line) && !is_number(line));
        lines.filter(|line| line["context"]["field"] != "tasks")
    }

    fn text<'l>(line: &'l Value, name: &str) -> &'l str {
        line[name].as_str().unwrap_or_default()
    }

    #[test]
    fn words_mean_what_the_golden_lines_say() {
        let (mut wrong, mut counted) = (vec![], 0);
        for line in lines() {
            let (kind, of) = (text(&line, "kind"), text(&line, "of"));
            if KNOWN.contains(&kind) {
                let got = ask(&line, kind, text(&line, "text"));
                let also = line["also"].as_array().into_iter().flatten();
                if !also.chain([&line["want"]]).any(|want| is_meant(kind, want, &got)) {
                    wrong.push(format!("{}: {got} instead of {}", line["text"], line["want"]));
                }
                counted += 1;
            }
            if KNOWN.contains(&of) {
                let (a, b) = (ask(&line, of, text(&line, "a")), ask(&line, of, text(&line, "b")));
                let is_right = is_meant(of, &line["want"], &a);
                if !is_right || is_meant(of, &a, &b) != (line["same"] == true) {
                    wrong.push(format!("{} | {}: {a} {b}", line["a"], line["b"]));
                }
                counted += 1;
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(counted, 574 + 635);
    }

    fn digits(text: &str, zero: char) -> String {
        let digit = |c: char| match c.to_digit(10) {
            Some(n) => char::from_u32(zero as u32 + n).unwrap_or(c),
            None => c,
        };
        text.chars().map(digit).collect()
    }

    #[test]
    fn how_it_is_written_changes_nothing() {
        let mut tried = 0;
        for line in read_word_by_word() {
            let (kind, text) = (text(&line, "kind"), text(&line, "text"));
            let answer = ask(&line, kind, text);
            let ways = [
                text.to_uppercase(),
                format!("  {text}\u{200e} "),
                text.replace(' ', " \u{3000} "),
                text.replace('-', "–"),
                digits(text, '٠'),
                digits(text, '०'),
                digits(text, '０'),
            ];
            for way in ways {
                assert_eq!(plain(&ask(&line, kind, &way)), plain(&answer), "{text} as {way}");
                tried += 1;
            }
        }
        assert!(tried > 2_000, "{tried}");
    }

    #[test]
    fn a_word_more_is_never_ignored() {
        for line in read_word_by_word() {
            let (kind, text) = (text(&line, "kind"), text(&line, "text"));
            let plainly = text.to_owned();
            for more in ["banana", "gerne", "quizás", "वाह", "猫", "قطة", "7777777"] {
                // A number before a unit or a fraction is part of the amount.
                let counts = ["amount", "goal"].contains(&kind) && more == "7777777";
                let before = (!counts).then(|| format!("{more} {text}"));
                for text in before.into_iter().chain([format!("{text} {more}")]) {
                    let answer = ask(&line, kind, &text);
                    // `2 Liter banana`: it is in the unit.
                    let is_in_unit = || kind == "goal" && answer != ask(&line, kind, &plainly);
                    assert!(answer.get("refuse").is_some() || is_in_unit(), "{text}: {answer}");
                }
            }
        }
    }
}
