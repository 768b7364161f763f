//! What an event is, in words: its goal, its days, whose clock counts.

use crate::words::Words;
use engine::Event;
use engine::rules::{Instant, Rules, Setting, Zone};
use talk::event_terms;

/// An event as a visitor reads of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct About {
    pub slug: String,
    pub title: String,
    pub goal: String,
    pub emoji: Option<String>,
    /// Which of the colours of the style sheet is its own.
    pub accent: usize,
    /// Short statements about what it asks for, whose clock counts, and dates.
    pub facts: Vec<String>,
    /// What to write in a chat to take part.
    pub join: String,
}

impl About {
    pub fn of(event: &Event, now: Instant, words: Words) -> About {
        let terms = event_terms(words.chat(), event);
        // They stand side by side.
        let bare = |term: String| term.trim_end_matches(['.', '。', '।']).to_owned();
        let mut facts: Vec<String> = terms.into_iter().map(bare).collect();
        facts.extend(day_start(&event.rules, words));
        facts.extend(dates(&event.rules, now, words));
        let command = format!("/join {}", event.title);
        About {
            slug: event.slug.clone(),
            title: event.title.clone(),
            goal: event.goal.clone(),
            emoji: event.emoji.clone(),
            accent: talk::accent(event.id).number(),
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
                ("time", words.chat().digits(&local.format("%H:%M").to_string()).into()),
                ("zone", zone_name(zone).into()),
            ],
        );
        Moment { machine: at.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string(), human }
    }
}

fn day_start(rules: &Rules, words: Words) -> Option<String> {
    let minutes = rules.setting()?.day_start.minutes();
    let (hour, minute) = (minutes.rem_euclid(24 * 60) / 60, minutes.rem_euclid(60));
    let time = words.chat().digits(&format!("{hour:02}:{minute:02}"));
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

#[cfg(test)]
mod tests {
    use engine::EventId;

    /// WCAG 2: the contrast of a colour, written as in a style sheet, with white.
    fn contrast_with_white(colour: &str) -> f64 {
        let colour = u32::from_str_radix(colour, 16).expect("a colour has six digits");
        let channel = |shift: u32| {
            let value = f64::from((colour >> shift) & 0xff) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        1.05 / (0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0) + 0.05)
    }

    #[test]
    fn the_style_sheet_has_the_colour_of_every_event_for_light_and_dark_pages() {
        let style = include_str!("../static/streaks.css");
        for id in 0..64 {
            let accent = talk::accent(EventId(id));
            let rule = format!(".accent-{} {{ --event: #", accent.number());
            let colours: Vec<&str> =
                style.split(&rule).skip(1).filter_map(|rest| rest.get(..6)).collect();
            let [light, dark] = colours[..] else { panic!("{rule} stands once for each") };
            assert_eq!(dark, format!("{:06x}", accent.rgb()), "as in the pictures");
            assert!(contrast_with_white(light) >= 4.5, "{light}");
        }
    }
}
