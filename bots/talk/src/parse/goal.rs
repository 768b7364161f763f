//! Goals as people say them: an amount, tasks, so many times.

use engine::rules::goal::{Aggregate, Compare, Metric, Need, TASKS_MAX, Task, TaskGoal};
use engine::rules::{Cadence, Goal, Scope};

use crate::locale::Words;
use crate::parse::amount;
use crate::parse::lexicon::{
    self, ALL_TASKS, ANY_TASK, AT_LEAST, AT_MOST, CLOCK, DAY, MONTH, OVER_DAY, OVER_MONTH,
    OVER_WEEK, PER, TIMES, WEEK,
};
use crate::parse::schedule::WEEK_START;

/// What is asked for, how often, and over how long it is counted.
pub(crate) struct GoalSpec {
    pub(crate) goal: Goal,
    pub(crate) cadence: Cadence,
    pub(crate) scope: Scope,
}

/// An amount with its unit, and whether it is a limit: `20 km`, `at most 2 cups`.
fn measured(words: Words, written: &str, count: Option<&str>) -> Option<Metric> {
    let written = written.trim();
    let (head, usual) =
        match (lexicon::without(written, &AT_MOST), lexicon::without(written, &AT_LEAST)) {
            (Some(rest), _) => (rest, "most"),
            (None, Some(rest)) => (rest, "sum"),
            (None, None) => (written, "sum"),
        };
    let target_milli = amount::leading(words, head)?;
    let starts = |c: char| !(c.is_numeric() || matches!(c, '.' | ',' | ' '));
    let unit = head.find(starts).map(|at| head[at..].trim()).filter(|unit| !unit.is_empty())?;
    Some(metric(target_milli, unit, count.unwrap_or(usual)))
}

/// An amount without a period: `20 km`.
pub(crate) fn amount(words: Words, written: &str, count: Option<&str>) -> Option<Goal> {
    const UNIT_WORDS_MAX: usize = 2;
    let metric = measured(words, written, count)?;
    let unit: Vec<&str> = metric.unit.split_whitespace().collect();
    // "5am club" and "100 days of code" are names.
    let is_unit = unit.len() <= UNIT_WORDS_MAX
        && unit.iter().all(|word| word.chars().all(char::is_alphabetic))
        && !unit.first().is_some_and(|unit| CLOCK.contains(&&*unit.to_lowercase()));
    is_unit.then(|| match times(&metric) {
        Some(n) => Goal::Count { n },
        None => Goal::Metric(metric),
    })
}

/// How many times, where that is all an amount says.
fn times(metric: &Metric) -> Option<u32> {
    let is_count = TIMES.contains(&metric.unit.to_lowercase().as_str())
        && metric.cmp == Compare::AtLeast
        && metric.target_milli % 1000 == 0;
    u32::try_from(metric.target_milli / 1000).ok().filter(|_| is_count)
}

/// Over how long something is counted.
enum Over {
    Day,
    Week,
    Month,
}

/// Reads `20 km a week`, `at most 2 cups per day`, `3 times a day`. None where it is no such thing: then it is only
/// words. `count` says how amounts count, where it is said apart.
pub(crate) fn aim(words: Words, written: &str, count: Option<&str>) -> Option<GoalSpec> {
    let written = written.trim();
    let folded = written.to_lowercase();
    let per = PER.iter().filter_map(|per| folded.rfind(per).map(|at| (at, per.len()))).max();
    let spoken = per.and_then(|(at, length)| {
        let (head, period) = (written.get(..at)?, folded.get(at + length - 1..)?);
        let over = [(&WEEK, Over::Week), (&MONTH, Over::Month), (&DAY, Over::Day)]
            .into_iter()
            .find(|(names, _)| lexicon::holds(period, names));
        over.map(|(_, over)| (head, over))
    });
    let (head, over) = spoken.or_else(|| {
        [(&OVER_DAY, Over::Day), (&OVER_WEEK, Over::Week), (&OVER_MONTH, Over::Month)]
            .into_iter()
            .find_map(|(phrases, over)| Some((lexicon::without(written, phrases)?, over)))
    })?;
    let metric = measured(words, head, count)?;
    let (cadence, scope) = match over {
        Over::Day => (Cadence::EVERY_DAY, Scope::Day),
        Over::Week => (Cadence::Weekly { times: 1, week_start: WEEK_START }, Scope::Period),
        Over::Month => (Cadence::Monthly { times: 1 }, Scope::Period),
    };
    Some(match (times(&metric), &cadence) {
        // So many days of a week or a month are a rhythm.
        (Some(times @ 1..=7), Cadence::Weekly { week_start, .. }) => {
            let cadence = Cadence::Weekly { times, week_start: *week_start };
            GoalSpec { goal: Goal::Check, cadence, scope: Scope::Day }
        }
        (Some(times @ 1..=28), Cadence::Monthly { .. }) => {
            GoalSpec { goal: Goal::Check, cadence: Cadence::Monthly { times }, scope: Scope::Day }
        }
        (Some(1), _) => GoalSpec { goal: Goal::Check, cadence, scope },
        (Some(n), _) => GoalSpec { goal: Goal::Count { n }, cadence, scope },
        (None, _) => GoalSpec { goal: Goal::Metric(metric), cadence, scope },
    })
}

/// `sum`, `max` or `most` of a unit.
pub(crate) fn metric(target_milli: i64, unit: &str, count: &str) -> Metric {
    let (agg, cmp) = match count {
        "max" => (Aggregate::Max, Compare::AtLeast),
        "most" => (Aggregate::Sum, Compare::AtMost),
        _ => (Aggregate::Sum, Compare::AtLeast),
    };
    Metric { agg, cmp, target_milli, unit: unit.to_owned() }
}

/// Tasks by name, with an amount where they have one: `stretch, water 2 l, coffee at most 2 cups, squats 3 times`. At
/// most 20, no two alike. `count` says how amounts count, where it is said apart.
pub(crate) fn tasks(
    words: Words,
    written: &str,
    need: Option<&str>,
    count: Option<&str>,
) -> Option<Goal> {
    let names =
        written.split([',', ';', '\n', '、', '،']).map(str::trim).filter(|name| !name.is_empty());
    let mut tasks: Vec<Task> = vec![];
    for name in names {
        let (id, goal) = task(words, name, count).unwrap_or((name, TaskGoal::Check));
        if tasks.iter().any(|known| known.id.to_lowercase() == id.to_lowercase()) {
            return None;
        }
        tasks.push(Task { id: id.to_owned(), goal });
    }
    let need = match need.map(str::to_lowercase).as_deref() {
        None => Need::All,
        Some(word) if ALL_TASKS.contains(&word) => Need::All,
        Some(word) if ANY_TASK.contains(&word) => Need::Any,
        Some(n) => Need::Count(lexicon::number(n)?),
    };
    let is_possible = !matches!(need, Need::Count(n) if n == 0 || n as usize > tasks.len());
    let is_some = !tasks.is_empty() && tasks.len() <= TASKS_MAX && is_possible;
    is_some.then_some(Goal::Tasks { need, tasks })
}

/// The name of a task and its amount: `water 2 l`.
fn task<'n>(words: Words, written: &'n str, count: Option<&str>) -> Option<(&'n str, TaskGoal)> {
    let is_start =
        |(at, c): &(usize, char)| c.is_numeric() && written[..*at].ends_with(char::is_whitespace);
    let (number, _) = written.char_indices().rfind(is_start)?;
    let name = written[..number].trim();
    let limited = AT_MOST.iter().find_map(|phrase| {
        let at = name.len().checked_sub(phrase.len())?;
        let is_phrase = name.get(at..)?.to_lowercase() == **phrase;
        (is_phrase && name[..at].ends_with(char::is_whitespace)).then_some(at)
    });
    let id = name[..limited.unwrap_or(name.len())].trim();
    let metric = measured(words, written.get(limited.unwrap_or(number)..)?, count)?;
    let goal = match times(&metric) {
        Some(n) => TaskGoal::Count { n },
        None => TaskGoal::Metric(metric),
    };
    (!id.is_empty()).then_some((id, goal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Words;

    #[test]
    fn amounts_have_a_unit_and_a_period() {
        let read = |language, written| {
            let aim = aim(Words::of(language), written, None)?;
            let Goal::Metric(metric) = aim.goal else { panic!("{written}") };
            let is_limit = metric.cmp == Compare::AtMost;
            Some((metric.target_milli / 1000, metric.unit, aim.scope == Scope::Period, is_limit))
        };
        for (language, written, want) in [
            ("en", "20 km a week", Some((20, "km", true, false))),
            ("en", "8 glasses of water per day", Some((8, "glasses of water", false, false))),
            ("en", "At most 2 cups a day", Some((2, "cups", false, true))),
            ("en", "at least 20 pages daily", Some((20, "pages", false, false))),
            ("de", "30 Minuten am Tag", Some((30, "Minuten", false, false))),
            ("de", "höchstens 2 Stunden täglich", Some((2, "Stunden", false, true))),
            ("es", "20 km por semana", Some((20, "km", true, false))),
            ("hi", "रोज़ 20 पन्ने", Some((20, "पन्ने", false, false))),
            ("ja", "1日8杯", Some((8, "杯", false, false))),
            ("ja", "週20km以上", Some((20, "km", true, false))),
            ("ja", "1日2時間まで", Some((2, "時間", false, true))),
            ("ja", "月曜日に5km", None),
            ("ar", "20 صفحة يوميًا", Some((20, "صفحة", false, false))),
            ("en", "20 pages", None),
            ("en", "be kind every day", None),
            ("en", "20 a week", None),
        ] {
            let want = want.map(|(n, unit, long, limit)| (n, unit.to_owned(), long, limit));
            assert_eq!(read(language, written), want, "{written}");
        }
        let best = aim(Words::of("en"), "100 kg a week", Some("max"));
        let Some(Goal::Metric(best)) = best.map(|aim| aim.goal) else { panic!("an amount") };
        assert_eq!(best.agg, Aggregate::Max);
    }

    #[test]
    fn so_many_times_are_counted_or_are_a_rhythm() {
        let read = |written| {
            aim(Words::of("en"), written, None).map(|aim| (aim.goal, aim.cadence, aim.scope))
        };
        let weekly = |times| Cadence::Weekly { times, week_start: 1 };
        let count = |n| Goal::Count { n };
        for (written, want) in [
            ("3 times a day", (count(3), Cadence::EVERY_DAY, Scope::Day)),
            ("3x a week", (Goal::Check, weekly(3), Scope::Day)),
            ("10 times a week", (count(10), weekly(1), Scope::Period)),
            ("10 times a month", (Goal::Check, Cadence::Monthly { times: 10 }, Scope::Day)),
        ] {
            assert_eq!(read(written), Some(want), "{written}");
        }
    }

    #[test]
    fn tasks_have_names_and_perhaps_amounts() {
        let en = Words::of("en");
        let Some(Goal::Tasks { need, tasks: found }) =
            tasks(en, "stretch, water 2 l, coffee at most 2 cups, squats 3 times", Some("2"), None)
        else {
            panic!("three tasks")
        };
        assert_eq!((need, found.len()), (Need::Count(2), 4));
        assert_eq!(found[1].id, "water");
        assert_eq!(found[1].goal, TaskGoal::Metric(metric(2000, "l", "sum")));
        assert_eq!(found[2].id, "coffee");
        assert_eq!(found[2].goal, TaskGoal::Metric(metric(2000, "cups", "most")));
        assert_eq!(found[3].goal, TaskGoal::Count { n: 3 });
        assert!(tasks(en, "Übung, übung", None, None).is_none());
        for (written, want) in [("ALL", Need::All), ("alle", Need::All), ("どれか", Need::Any)] {
            let Some(Goal::Tasks { need, .. }) = tasks(en, "read, write", Some(written), None)
            else {
                panic!("{written}")
            };
            assert_eq!(need, want, "{written}");
        }
        assert!(tasks(en, "read, Read", None, None).is_none());
        assert!(tasks(en, "read, write", Some("3"), None).is_none());
        assert!(tasks(en, " , ", None, None).is_none());
    }
}
