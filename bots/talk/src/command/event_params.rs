//! What an event asks for, as its host says it: an amount, tasks, a rhythm.

use engine::rules::goal::{Metric, Need};
use engine::rules::{Cadence, Goal, Scope};

use crate::command::context::Context;
use crate::command::definition::{Kind, Param, Says};
use crate::command::left_over;
use crate::locale::Arg;
use crate::message::{Reply, clean};
use crate::parse::goal::{self, GoalSpec, Manner, TASK_MAX, UNIT_MAX};
use crate::parse::{amount, number, schedule};

pub(crate) const TITLE_MAX: usize = 80;
pub(crate) const GOAL_MAX: usize = 200;

pub(crate) const GOAL: Param =
    Param::new("goal", "create-goal", Kind::Text { length_max: GOAL_MAX });
pub(crate) const DAYS: Param = Param::new("days", "create-days", Kind::Spoken(Says::Rhythm));
pub(crate) const UNIT: Param =
    Param::new("unit", "create-unit", Kind::Text { length_max: UNIT_MAX });
pub(crate) const COUNT: Param =
    Param::new("count", "create-count", Kind::OneOf(&["sum", "max", "most"]));
pub(crate) const TASKS: Param =
    Param::new("tasks", "create-tasks", Kind::Text { length_max: TASKS_LENGTH_MAX });
pub(crate) const NEED: Param =
    Param::new("need", "create-need", Kind::Text { length_max: NEED_MAX });
pub(crate) const PERCENT: Param =
    Param::new("percent", "create-percent", Kind::Text { length_max: PERCENT_MAX });
pub(crate) const TEXT: Param =
    Param::new("text", "create-text", Kind::Text { length_max: GOAL_MAX });

pub(crate) const DAYS_MAX: usize = 60;
pub(crate) const TASKS_LENGTH_MAX: usize = 400;
pub(crate) const NEED_MAX: usize = 5;
pub(crate) const PERCENT_MAX: usize = 4;

/// How often, if that is said.
///
/// # Errors
/// The answer to what is no rhythm.
pub(crate) fn rhythm(ctx: &Context<'_>) -> Result<Option<Cadence>, Box<Reply>> {
    let Some(days) = ctx.arg("days") else { return Ok(None) };
    let args = [("days", Arg::Text(days))];
    let is_read = |rest: &str| schedule::cadence(ctx.words, rest).is_some();
    let hint = || ctx.text("create-bad-days", &args);
    let bad = || Box::new(Reply::only(left_over::told(ctx, hint(), days, is_read).0));
    schedule::cadence(ctx.words, days).map(Some).ok_or_else(bad)
}

/// What is counted, if anything is. `known` are the words of before, which stay words.
///
/// # Errors
/// The answer to what cannot be counted so.
pub(crate) fn read(ctx: &Context<'_>, known: Option<&str>) -> Result<Option<GoalSpec>, Box<Reply>> {
    let count = ctx.arg("count");
    let manner = Manner { words: ctx.words, marks: ctx.marks(), count };
    let goal = clean(ctx.arg("goal").unwrap_or_default(), GOAL_MAX);
    if let Some(written) = ctx.arg("tasks") {
        let bad = || Box::new(Reply::only(ctx.text("create-bad-tasks", &[])));
        let tasks = goal::tasks(manner, &clean(written, TASKS_LENGTH_MAX)).ok_or_else(bad)?;
        if tasks.iter().any(|task| task.id.chars().count() > TASK_MAX) {
            return Err(Box::new(Reply::only(ctx.text("create-long-task", &[]))));
        }
        let need = match (ctx.arg("need"), goal::need(ctx.words, &goal, tasks.len())) {
            (Some(need), _) => goal::need(ctx.words, need, tasks.len()).ok_or_else(bad)?,
            (None, Some(need)) => need,
            (None, None) => (Need::All, None),
        };
        let goal = Goal::Tasks { need: need.0, tasks };
        return Ok(Some(GoalSpec { goal, cadence: need.1, scope: Scope::Day }));
    }
    let bad = || {
        let words = [("words", Arg::Text(&goal))];
        Box::new(Reply::only(ctx.text("create-bad-amount", &words)))
    };
    let Some(unit) = ctx.arg("unit") else {
        let said = goal::read(manner, &goal).filter(|_| Some(goal.as_str()) != known);
        // How amounts count says nothing of mere words.
        return match said {
            None if count.is_some() => Err(bad()),
            None => Ok(None),
            // What is summed up over a week is not asked for on days.
            Some(said)
                if said.scope == Scope::Period
                    && rhythm(ctx)?.is_some_and(|days| Some(days) != said.cadence) =>
            {
                Err(Box::new(Reply::only(ctx.text("create-unsound", &[]))))
            }
            Some(said) if said.cadence.is_some() => Ok(Some(said)),
            // With a rhythm beside it an amount needs no `a week`.
            Some(said) => match rhythm(ctx)? {
                Some(cadence) => Ok(Some(alone(said.goal, cadence))),
                None => Ok(Some(said)),
            },
        };
    };
    let target = amount::read(ctx.words, ctx.marks(), &goal, Some(unit)).ok_or_else(bad)?;
    let metric = goal::metric(target, &clean(unit, UNIT_MAX), count.unwrap_or("sum"));
    // An amount and a rhythm of weeks: the week has the amount.
    let is_long = matches!(
        rhythm(ctx)?,
        Some(Cadence::Weekly { times: 1, .. } | Cadence::Monthly { times: 1 })
    );
    let scope = if is_long { Scope::Period } else { Scope::Day };
    Ok(Some(GoalSpec { goal: Goal::Metric(metric), cadence: None, scope }))
}

/// The goal that there is, with what is said of it alone: how many of its tasks, its unit, how its amounts count. None where
/// no such thing is said, or the goal is said anew.
///
/// # Errors
/// The answer to what is no number of its tasks.
pub(crate) fn adjusted(ctx: &Context<'_>, known: &Goal) -> Result<Option<Goal>, Box<Reply>> {
    if ctx.arg("goal").is_some() || ctx.arg("tasks").is_some() {
        return Ok(None);
    }
    match (known, ctx.arg("need"), ctx.arg("unit"), ctx.arg("count")) {
        (Goal::Tasks { tasks, .. }, Some(need), ..) => {
            let bad = || Box::new(Reply::only(ctx.text("create-bad-tasks", &[])));
            let (need, _) = goal::need(ctx.words, need, tasks.len()).ok_or_else(bad)?;
            Ok(Some(Goal::Tasks { need, tasks: tasks.clone() }))
        }
        (Goal::Metric(metric), _, Some(unit), None) => {
            Ok(Some(Goal::Metric(Metric { unit: clean(unit, UNIT_MAX), ..metric.clone() })))
        }
        (Goal::Metric(metric), _, unit, Some(count)) => {
            let unit = unit.map_or_else(|| metric.unit.clone(), |unit| clean(unit, UNIT_MAX));
            Ok(Some(Goal::Metric(goal::metric(metric.target_milli, &unit, count))))
        }
        _ => Ok(None),
    }
}

/// How many percent of a group have to be in, if that is said.
///
/// # Errors
/// The answer to what is no share.
pub(crate) fn share(ctx: &Context<'_>) -> Result<Option<u32>, Box<Reply>> {
    let Some(written) = ctx.arg("percent") else { return Ok(None) };
    let percent = number::alone(written.trim_end_matches(['%', '٪', '％']));
    let percent = percent.filter(|percent| (1..=100).contains(percent));
    percent.map(Some).ok_or_else(|| Box::new(Reply::only(ctx.text("create-bad-percent", &[]))))
}

/// An amount by a rhythm that is said apart: once a week or a month it is added up over that.
fn alone(goal: Goal, cadence: Cadence) -> GoalSpec {
    let is_long =
        matches!(cadence, Cadence::Weekly { times: 1, .. } | Cadence::Monthly { times: 1 });
    GoalSpec {
        goal,
        cadence: Some(cadence),
        scope: if is_long { Scope::Period } else { Scope::Day },
    }
}

/// What is said about an event: `text`, or the goal where it is nothing but words.
pub(crate) fn words(ctx: &Context<'_>, aim: Option<&GoalSpec>) -> Option<String> {
    let goal = ctx.arg("goal").filter(|_| aim.is_none());
    ctx.arg("text").or(goal).map(|words| clean(words, GOAL_MAX))
}

pub(crate) const LENGTHS_MAX: usize = 100;
pub(crate) const ENDS_MAX: usize = 30;
pub(crate) const EMOJI_MAX: usize = 8;
/// Letters of a place whose zone is meant.
pub(crate) const ZONE_MAX: usize = 100;
