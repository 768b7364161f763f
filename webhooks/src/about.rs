//! What an event is, in words: its goal, its days, whose clock counts.

use crate::words::Words;
use engine::Event;
use engine::rules::{Cadence, Instant, Rules, Setting, Weekdays, Zone};

/// An event as a visitor reads of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct About {
    pub slug: String,
    pub title: String,
    pub goal: String,
    /// Short statements about days, clock and dates.
    pub facts: Vec<String>,
    /// What to write in a chat to take part.
    pub join: String,
}

impl About {
    pub fn of(event: &Event, now: Instant, words: Words) -> About {
        let mut facts = vec![days(&event.rules, words), clock(&event.rules, words)];
        facts.extend(day_start(&event.rules, words));
        facts.extend(dates(&event.rules, now, words));
        let command = format!("/join {}", event.title);
        About {
            slug: event.slug.clone(),
            title: event.title.clone(),
            goal: event.goal.clone(),
            facts,
            join: words.tell("join", [("command", command.into())]),
        }
    }

    /// What a preview of the page says.
    pub fn description(&self) -> String {
        let goal = Some(self.goal.clone()).filter(|goal| !goal.is_empty());
        goal.into_iter().chain(self.facts.iter().cloned()).collect::<Vec<_>>().join(" · ")
    }
}

/// An instant for people and for machines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moment {
    pub machine: String,
    pub human: String,
}

impl Moment {
    /// On the clock of the event, where it has one.
    pub fn of(at: Instant, rules: &Rules, words: Words) -> Moment {
        let zone = rules.setting().map_or(Zone::UTC, |setting| setting.zone);
        let local = at.utc().with_timezone(&zone);
        let human = words.tell(
            "moment",
            [
                ("date", words.date(local.date_naive()).into()),
                ("time", local.format("%H:%M").to_string().into()),
                ("zone", zone_name(zone).into()),
            ],
        );
        Moment { machine: at.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string(), human }
    }
}

fn days(rules: &Rules, words: Words) -> String {
    let number = |key: &str, n: u32| words.tell(key, [("n", n.into())]);
    match rules.cadence {
        Cadence::EveryNDays { n } => number("days-every", n),
        Cadence::Weekly { .. } => number("days-weekly", rules.times()),
        Cadence::Monthly { .. } => number("days-monthly", rules.times()),
        Cadence::Daily { weekdays } if weekdays == Weekdays::ALL => words.say("days-daily"),
        Cadence::Daily { weekdays } if weekdays == Weekdays::WORKDAYS => words.say("days-weekdays"),
        Cadence::Daily { weekdays } if weekdays == Weekdays::WEEKEND => words.say("days-weekend"),
        Cadence::Daily { weekdays } => {
            let name = |day: u8| words.tell("weekday", [("day", day.into())]);
            let names = weekdays.iter().map(name).collect::<Vec<_>>().join(", ");
            words.tell("days-some", [("days", names.into())])
        }
    }
}

fn clock(rules: &Rules, words: Words) -> String {
    match rules.setting() {
        Some(setting) => words.tell("clock-fixed", [("zone", zone_name(setting.zone).into())]),
        None => words.say("clock-personal"),
    }
}

fn day_start(rules: &Rules, words: Words) -> Option<String> {
    let minutes = rules.setting()?.day_start.minutes();
    let (hour, minute) = (minutes.rem_euclid(24 * 60) / 60, minutes.rem_euclid(60));
    let time = format!("{hour:02}:{minute:02}");
    (minutes != 0).then(|| words.tell("day-start", [("time", time.into())]))
}

fn dates(rules: &Rules, now: Instant, words: Words) -> Vec<String> {
    let today = rules.setting().unwrap_or(Setting::midnight(Zone::UTC)).day_of(now);
    let starts = (rules.start > today)
        .then(|| words.tell("starts", [("date", words.date(rules.start.date()).into())]));
    let ends = rules.end.map(|end| {
        let key = if end < today { "ended" } else { "until" };
        words.tell(key, [("date", words.date(end.date()).into())])
    });
    starts.into_iter().chain(ends).collect()
}

/// `America/New_York` reads as America/New York.
fn zone_name(zone: Zone) -> String {
    zone.name().replace('_', " ")
}
