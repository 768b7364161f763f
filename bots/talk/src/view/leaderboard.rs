//! Places and values of a leaderboard.

use engine::rules::Goal;
use engine::rules::goal::TaskGoal;
use engine::{BoardRow, By, Event, Recap};

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
        By::Consistency => words.percent(row.value.max(0).unsigned_abs() / 100),
        By::Points => {
            let amount = amount::show(words, row.value);
            match &event.rules.goal {
                Goal::Metric(metric) => format!("{amount} {}", metric.unit),
                _ => amount,
            }
        }
    }
}

/// What a leaderboard is by, in the periods of its event.
pub fn measure(words: Words, event: &Event, by: By) -> String {
    let span = ("span", Arg::Kind(progress::period(&event.rules)));
    words.plain(&format!("measure-{}", by.name()), &[span])
}

/// Who met more in a week than in the one before; none where its places go by amounts, of which that says nothing.
pub fn climb(words: Words, event: &Event, recap: &Recap) -> Option<Text> {
    let climb = recap.climb.as_ref().filter(|_| recap.by != By::Points)?;
    let names = words.list(climb.names.iter().map(String::as_str));
    let more = u32::try_from(climb.more).unwrap_or(u32::MAX);
    let more = progress::count(words, &event.rules, more);
    let args = [("names", Arg::Text(&names)), ("more", Arg::Ours(&more))];
    Some(words.text("told-week-climb", &args))
}

/// Places that a result or a week names.
pub(crate) const PLACES: u32 = 5;

/// The number that is ranked where no heading says in what it is counted: in the periods or the unit of the event.
pub(crate) fn counted(words: Words, event: &Event, by: By, row: &BoardRow) -> String {
    match by {
        By::Current | By::Longest | By::Total => {
            progress::count(words, &event.rules, row.value.max(0) as u32)
        }
        By::Consistency | By::Points => value(words, event, by, row),
    }
}

/// A place with what was reached.
pub(crate) fn place(words: Words, event: &Event, by: By, row: &BoardRow) -> Text {
    let reached = counted(words, event, by, row);
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
        let all = crate::LANGUAGES.map(|(language, _)| Words::of(language).percent(80));
        assert_eq!(all, ["80%", "80\u{a0}%", "80\u{a0}%", "80%", "80%", "٨٠٪"]);
    }
}
