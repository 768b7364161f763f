//! Ready-made events, and the categories that people choose their interests from.

use engine::rules::{Cadence, Goal, Scope, Weekdays};

use crate::command::Context;
use crate::message::{Button, CallbackId, callback, label};
use crate::parse::goal::metric;

/// A button that makes an event from a template.
pub(crate) fn template_button(ctx: &Context<'_>, template: &Template) -> Button {
    let title = ctx.words.plain(&format!("template-{}", template.name), &[]);
    let label = label(&format!("{} {title}", template.emoji));
    let press = CallbackId::new("event-create", None, &format!("t_{}", template.name));
    let list = (callback::QUESTION.to_owned(), callback::mark(&ctx.request.key));
    Button::press(label, press.clone().keeping(&[list]).unwrap_or(press))
}

/// What events are about. The words stand under `category-<name>`.
pub const CATEGORIES: &[&str] =
    &["move", "read", "learn", "health", "mind", "create", "home", "other"];

/// A ready-made event. Its title stands under `template-<name>`.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) name: &'static str,
    pub(crate) category: &'static str,
    pub(crate) emoji: &'static str,
    cadence: Cadence,
    amount: Option<(i64, &'static str, &'static str)>,
}

const DAILY: Cadence = Cadence::EVERY_DAY;
const WEEKLY: Cadence = Cadence::Weekly { times: 1, week_start: 1 };

macro_rules! templates {
    ($($name:literal $category:literal $emoji:literal $cadence:expr, $amount:expr;)+) => {
        &[$(Template { name: $name, category: $category, emoji: $emoji, cadence: $cadence, amount: $amount }),+]
    };
}

pub(crate) static TEMPLATES: &[Template] = templates! {
    "exercise" "move" "💪" Cadence::Weekly { times: 3, week_start: 1 }, None;
    "walking" "move" "🚶" DAILY, Some((8_000_000, "steps", "sum"));
    "running" "move" "🏃" WEEKLY, Some((20_000, "km", "sum"));
    "stretching" "move" "🤸" DAILY, None;
    "reading" "read" "📚" DAILY, Some((20_000, "pages", "sum"));
    "language" "learn" "🗣️" DAILY, None;
    "coding" "learn" "💻" Cadence::Daily { weekdays: Weekdays::WORKDAYS }, None;
    "music" "create" "🎵" DAILY, Some((20_000, "minutes", "sum"));
    "journaling" "mind" "📓" DAILY, None;
    "meditation" "mind" "🧘" DAILY, Some((10_000, "minutes", "sum"));
    "gratitude" "mind" "🙏" DAILY, None;
    "water" "health" "💧" DAILY, Some((8000, "glasses", "sum"));
    "sleep" "health" "😴" DAILY, Some((7000, "hours", "max"));
    "sugar" "health" "🍬" DAILY, None;
    "savings" "home" "🐷" WEEKLY, None;
    "tidying" "home" "🧹" DAILY, None;
};

impl Template {
    pub(crate) fn named(name: &str) -> Option<&'static Template> {
        TEMPLATES.iter().find(|template| template.name == name)
    }

    /// How often, what, and over how long it is counted. `unit` gives the word for a unit.
    pub(crate) fn rules(&self, unit: impl Fn(&str) -> String) -> (Cadence, Goal, Scope) {
        let goal = match self.amount {
            Some((target, name, count)) => Goal::Metric(metric(target, &unit(name), count)),
            None => Goal::Check,
        };
        let scope = if self.cadence == WEEKLY && self.amount.is_some() {
            Scope::Period
        } else {
            Scope::Day
        };
        (self.cadence.clone(), goal, scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::LANGUAGES;
    use crate::locale::Words;

    #[test]
    fn every_template_has_its_words_and_a_known_category() {
        for template in TEMPLATES {
            assert!(CATEGORIES.contains(&template.category), "{}", template.name);
            for (language, _) in LANGUAGES {
                let words = Words::of(language);
                assert!(words.has(&format!("template-{}", template.name)), "{}", template.name);
                if let Some((_, unit, _)) = template.amount {
                    assert!(words.has(&format!("unit-{unit}")), "{unit}");
                }
            }
        }
    }
}
