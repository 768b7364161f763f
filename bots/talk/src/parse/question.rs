//! What `streaks read` is asked, so that anybody can see how words are understood.

use chrono::{DateTime, FixedOffset};
use engine::rules::{Day, Zone};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::conversation::spelling::{self, Heard};
use crate::locale::Words;
use crate::parse::dates::{self, Dates};
use crate::parse::number::Marks;
use crate::parse::rhythm::{self, Rhythm};
use crate::parse::times::{self, Times};
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

impl Question {
    /// The day on which the words were written, on their writer's clock.
    fn today(&self) -> Option<Day> {
        let now: DateTime<FixedOffset> = self.now.parse().ok()?;
        let zone: Zone = self.zone.parse().ok()?;
        Some(Day::from(now.with_timezone(&zone).date_naive()))
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

    /// Kinds that are read word by word.
    const READ: [&str; 5] = ["amount", "rhythm", "date", "times", "quiet"];

    fn questions() -> Vec<Question> {
        let lines = include_str!("../../golden/words.jsonl").lines();
        let questions = lines.filter_map(|line| serde_json::from_str::<Question>(line).ok());
        questions.filter(|question| READ.contains(&question.kind.as_str())).collect()
    }

    fn with(question: &Question, text: String) -> Value {
        let Question { kind, lang, locale, zone, now, context, .. } = question;
        let (kind, lang, locale) = (kind.clone(), lang.clone(), locale.clone());
        let (zone, now, context) = (zone.clone(), now.clone(), context.clone());
        Question { kind, lang, locale, zone, now, context, text }.answer()
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
        for question in questions() {
            let (text, answer) = (&question.text, question.answer());
            let spaced = text.replace(' ', " \u{3000} ");
            let dashed = text.replace('-', "–");
            let ways = [
                // A letter that has no other case by itself is another one: ß is none of ours.
                text.to_uppercase(),
                format!("  {text}\u{200e} "),
                spaced,
                dashed,
                digits(text, '٠'),
                digits(text, '०'),
                digits(text, '０'),
            ];
            for way in ways {
                assert_eq!(with(&question, way.clone()), answer, "{text} as {way}");
                tried += 1;
            }
        }
        assert!(tried > 2_000, "{tried}");
    }

    #[test]
    fn a_word_more_is_never_ignored() {
        for question in questions() {
            for more in ["banana", "gerne", "quizás", "वाह", "猫", "قطة", "7777777"] {
                // A number before a unit or a fraction is part of the amount.
                let counts = question.kind == "amount" && more == "7777777";
                let before = (!counts).then(|| format!("{more} {}", question.text));
                let behind = format!("{} {more}", question.text);
                for text in before.into_iter().chain([behind]) {
                    let answer = with(&question, text.clone());
                    assert!(answer.get("refuse").is_some(), "{text}: {answer}");
                }
            }
        }
    }
}
