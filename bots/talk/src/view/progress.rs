//! How far somebody is in what an event asks for now: the amount of a day or a period, the tasks that are done.

use engine::rules::goal::{Aggregate, Compare, Metric, Need, TaskGoal};
use engine::rules::{Cadence, Day, Entry, Goal, History, Rules, Scope, Standing};

use crate::locale::{Arg, Words};
use crate::message::Text;
use crate::parse::amount;

/// The entries that are held against the goal on a day.
fn entries(history: &History, day: Day) -> Vec<&Entry> {
    let rules = &history.rules;
    let period = rules.period_of(day);
    let is_now = |entry: &&Entry| match rules.scope {
        Scope::Day => entry.day == day,
        Scope::Period => period.holds(entry.day),
    };
    history.entries.iter().filter(|entry| entry.undone_at.is_none()).filter(is_now).collect()
}

/// The amount that these entries come to.
pub(crate) fn reached<'a>(metric: &Metric, entries: impl Iterator<Item = &'a Entry>) -> i64 {
    let amounts = entries.filter_map(|entry| entry.amount_milli);
    match metric.agg {
        Aggregate::Sum => amounts.fold(0, i64::saturating_add),
        Aggregate::Max => amounts.max().unwrap_or(0),
    }
}

/// The tasks that are done, by their names, and how many are needed.
pub(crate) fn tasks(history: &History, standing: &Standing) -> (Vec<(String, bool)>, usize) {
    done_on(history, standing.today)
}

fn done_on(history: &History, day: Day) -> (Vec<(String, bool)>, usize) {
    let Goal::Tasks { need, tasks } = &history.rules.goal else { return (vec![], 0) };
    let now = entries(history, day);
    let is_done = |id: &str, goal: &TaskGoal| {
        let own = now.iter().copied().filter(|entry| entry.task.as_deref() == Some(id));
        match goal {
            TaskGoal::Check => own.count() > 0,
            TaskGoal::Count { n } => own.count() >= *n as usize,
            TaskGoal::Metric(metric) => {
                let reached = reached(metric, own);
                match metric.cmp {
                    Compare::AtLeast => reached >= metric.target_milli,
                    Compare::AtMost => reached > 0 && reached <= metric.target_milli,
                }
            }
        }
    };
    let needed = match need {
        Need::All => tasks.len(),
        Need::Any => 1,
        Need::Count(n) => *n as usize,
    };
    let done = tasks.iter().map(|task| (task.id.clone(), is_done(&task.id, &task.goal)));
    (done.collect(), needed)
}

/// A line about what is done of the goal, where there is more to say than yes or no.
pub(crate) fn line(words: Words, history: &History, standing: &Standing) -> Option<Text> {
    line_of(words, history, standing, standing.today)
}

/// The same of a day that may be over.
pub(crate) fn line_of(
    words: Words,
    history: &History,
    standing: &Standing,
    day: Day,
) -> Option<Text> {
    let now = entries(history, day);
    let is_over = !history.rules.period_of(standing.today).holds(day);
    let span = match history.rules.scope {
        Scope::Day if day < standing.today => "then",
        Scope::Period if is_over => "then",
        Scope::Day | Scope::Period => span(&history.rules),
    };
    let span = ("span", Arg::Kind(span));
    match &history.rules.goal {
        Goal::Check => None,
        Goal::Count { n } => {
            let done = ("done", Arg::Number(now.len() as u64));
            let asked = ("asked", Arg::Number(u64::from(*n)));
            Some(words.text("progress-count", &[done, asked, span]))
        }
        Goal::Metric(metric) => {
            let reached = amount::show(words, reached(metric, now.iter().copied()));
            let target = amount::show(words, metric.target_milli);
            let args = [
                ("reached", Arg::Text(&reached)),
                ("target", Arg::Text(&target)),
                ("unit", Arg::Text(&metric.unit)),
                span,
            ];
            Some(words.text("progress-metric", &args))
        }
        Goal::Tasks { .. } => {
            let (tasks, needed) = done_on(history, day);
            let done = tasks.iter().filter(|(_, is_done)| *is_done).count() as u64;
            let args = [
                ("done", Arg::Number(done)),
                ("needed", Arg::Number(needed as u64)),
                ("all", Arg::Number(tasks.len() as u64)),
            ];
            Some(words.text("progress-tasks", &args))
        }
    }
}

/// How many days of a week or month are done, and how many that takes, where it takes several and not all are done.
pub(crate) fn part(history: &History, day: Day) -> Option<(u32, u32)> {
    let (done, asked) = (history.met_in_period(day), history.rules.times());
    let takes_several = history.rules.scope == Scope::Day && asked > 1;
    (takes_several && done < asked).then_some((done, asked))
}

/// How the group of an event stands.
pub fn group(words: Words, rules: &Rules, current: u32, longest: u32) -> Text {
    let (run, longest) = (run(words, rules, current), count(words, rules, longest));
    words.text("leaderboard-group", &[("run", Arg::Ours(&run)), ("longest", Arg::Ours(&longest))])
}

/// A line about the days of a week or month that are done, where it takes several and not all are.
pub(crate) fn part_line(words: Words, history: &History, day: Day) -> Option<Text> {
    let (done, asked) = part(history, day)?;
    let args = [
        ("done", Arg::Number(done.into())),
        ("asked", Arg::Number(asked.into())),
        ("span", Arg::Kind(period(&history.rules))),
    ];
    Some(words.text("streak-part", &args))
}

/// So many periods of an event: "5 weeks".
pub fn count(words: Words, rules: &Rules, n: u32) -> String {
    words.plain("span-count", &[("n", Arg::Number(n.into())), ("span", Arg::Kind(period(rules)))])
}

/// A run of so many periods: "5 weeks in a row".
pub fn run(words: Words, rules: &Rules, n: u32) -> String {
    words.plain("told-run", &[("n", Arg::Number(n.into())), ("span", Arg::Kind(period(rules)))])
}

/// What a streak counts: `day`, `week`, `month`, or `time` for what is asked for once in some days.
pub fn period(rules: &Rules) -> &'static str {
    match rules.cadence {
        Cadence::Daily { .. } => "day",
        Cadence::EveryNDays { .. } => "time",
        Cadence::Weekly { .. } => "week",
        Cadence::Monthly { .. } => "month",
    }
}

/// About how many days a run of so many periods takes.
pub(crate) fn days(rules: &Rules, n: u32) -> u64 {
    let n = u64::from(n);
    match rules.cadence {
        Cadence::Daily { .. } => n,
        Cadence::EveryNDays { n: apart } => n * u64::from(apart),
        Cadence::Weekly { .. } => n * 7,
        Cadence::Monthly { .. } => n * 365 / 12,
    }
}

/// Over how long a goal is counted: `day`, `week`, `month`, or `period` for anything else.
fn span(rules: &Rules) -> &'static str {
    match (rules.scope, &rules.cadence) {
        (Scope::Day, _) => "day",
        (Scope::Period, Cadence::Weekly { .. }) => "week",
        (Scope::Period, Cadence::Monthly { .. }) => "month",
        (Scope::Period, Cadence::Daily { .. } | Cadence::EveryNDays { .. }) => "period",
    }
}

/// What a goal asks for, in words.
pub(crate) fn goal(words: Words, rules: &Rules) -> Option<Text> {
    let span = ("span", Arg::Kind(span(rules)));
    match &rules.goal {
        Goal::Check => None,
        Goal::Count { n } => {
            Some(words.text("goal-count", &[("n", Arg::Number(u64::from(*n))), span]))
        }
        Goal::Metric(metric) => {
            let target = amount::show(words, metric.target_milli);
            let kind = match (metric.cmp, metric.agg) {
                (Compare::AtLeast, Aggregate::Sum) => "sum",
                (Compare::AtLeast, Aggregate::Max) => "max",
                (Compare::AtMost, _) => "most",
            };
            let args = [("target", Arg::Text(&target)), ("unit", Arg::Text(&metric.unit)), span];
            Some(words.text(&format!("goal-{kind}"), &args))
        }
        Goal::Tasks { need, tasks } => {
            let names = words.list(tasks.iter().map(|task| task.id.as_str()));
            let all = ("all", Arg::Number(tasks.len() as u64));
            let names = ("names", Arg::Text(&names));
            Some(match need {
                Need::All => words.text("goal-tasks-all", &[all, names]),
                Need::Any => words.text("goal-tasks-any", &[all, names]),
                Need::Count(n) => {
                    let n = ("n", Arg::Number(u64::from(*n)));
                    words.text("goal-tasks-some", &[n, all, names])
                }
            })
        }
    }
}
