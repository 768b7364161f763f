//! Places and values of a leaderboard.

use engine::rules::Goal;
use engine::rules::goal::TaskGoal;
use engine::{BoardRow, By, Event};

use crate::locale::{Arg, Words};
use crate::message::Text;
use crate::parse::amount;
use crate::view::progress;

/// Whether there is anything to rank by amounts.
pub fn counts_amounts(event: &Event) -> bool {
    match &event.rules.goal {
        Goal::Metric(_) => true,
        Goal::Tasks { tasks, .. } => {
            tasks.iter().any(|task| matches!(task.goal, TaskGoal::Metric(_)))
        }
        Goal::Check | Goal::Count { .. } => false,
    }
}

/// The number that is ranked in an event, as it is read: with its unit where it has one.
pub fn value(words: Words, event: &Event, by: By, row: &BoardRow) -> String {
    match by {
        By::Current | By::Longest | By::Total => words.number(row.value),
        By::Consistency => percent(words, row.value),
        By::Points => {
            let amount = amount::show(words, row.value);
            match &event.rules.goal {
                Goal::Metric(metric) => format!("{amount} {}", metric.unit),
                _ => amount,
            }
        }
    }
}

/// A number in hundredths of a percent, as it is read.
fn percent(words: Words, hundredths: i64) -> String {
    words.plain("percent", &[("n", Arg::Number(hundredths.max(0).unsigned_abs() / 100))])
}

/// What a leaderboard is by, in the periods of its event.
pub fn measure(words: Words, event: &Event, by: By) -> String {
    let span = ("span", Arg::Kind(progress::period(&event.rules)));
    words.plain(&format!("measure-{}", by.name()), &[span])
}

/// Places that a result or a week names.
pub(crate) const PLACES: u32 = 5;

/// A place with what was reached, in the periods or the unit of the event.
pub(crate) fn place(words: Words, event: &Event, by: By, row: &BoardRow) -> Text {
    let reached = match by {
        By::Current | By::Longest | By::Total => {
            progress::count(words, &event.rules, row.value.max(0) as u32)
        }
        By::Consistency | By::Points => value(words, event, by, row),
    };
    let args = [
        ("rank", Arg::Number(row.rank)),
        ("name", Arg::Text(&row.name)),
        ("value", Arg::Text(&reached)),
    ];
    words.text("told-place", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_written_as_each_language_does() {
        let all = crate::LANGUAGES.map(|(language, _)| percent(Words::of(language), 8_050));
        assert_eq!(all, ["80 %", "80 %", "80 %", "80 %", "80%", "٨٠ %"]);
    }
}
