//! A written story of an event, and what the rules make of it: the door for checking the rules from outside.

use crate::ranking::{self, By, Place};
use crate::zone_change::change_zone;
use crate::{
    Action, CheckIn, Clock, ClockChange, Day, DayStart, Days, Decision, GroupLife, GroupStatus,
    History, Instant, Key, Life, Named, Refusal, Repeat, Role, Rules, Setting, Status, Target,
    pause,
};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An event, its people, what they did, and the instant at which one looks.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Scenario {
    pub event: Rules,
    pub users: Vec<User>,
    pub commands: Vec<Command>,
    pub now: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct User {
    pub id: String,
    #[serde(flatten)]
    pub setting: Setting,
}

/// What a person did, as it was received at `t`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Command {
    pub t: DateTime<Utc>,
    pub user: String,
    #[serde(flatten)]
    pub op: Op,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Op {
    Join,
    Leave,
    CheckIn {
        id: String,
        at: Option<DateTime<Utc>>,
        day: Option<Day>,
        task: Option<String>,
        amount_milli: Option<i64>,
    },
    Undo {
        target: String,
    },
    SetTz {
        tz: String,
        #[serde(default)]
        day_start_min: i64,
    },
    Pause {
        from: Day,
        to: Day,
    },
    Resume,
    Repair {
        day: Day,
    },
    GrantFreeze {
        n: u32,
    },
    Amnesty {
        from: Day,
        to: Day,
    },
}

/// A scenario that contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidScenario {
    #[error("{0}")]
    Rules(#[from] crate::event::InvalidRules),
    #[error("two users are called {0}")]
    TwoUsers(String),
    #[error("nobody is called {0}")]
    NoUser(String),
}

/// What becomes of a scenario: one code a command, and the state at its end.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    pub results: Vec<String>,
    pub users: BTreeMap<String, UserOutcome>,
    /// For each metric: rank, user, value.
    pub ranking: BTreeMap<&'static str, Vec<(u64, String, i64)>>,
    pub group: Option<GroupOutcome>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UserOutcome {
    pub alive_until: Option<String>,
    pub at_risk: bool,
    pub badges: BTreeMap<u32, BadgeOutcome>,
    pub bonus: u32,
    pub consistency: (u32, u32),
    pub current: u32,
    pub deadline: Option<String>,
    pub entries: u32,
    pub freeze_progress: u32,
    pub freezes: u32,
    pub frozen: u32,
    pub labels: BTreeMap<String, Day>,
    pub longest: u32,
    pub member: bool,
    pub periods: Vec<(Day, Status)>,
    pub points_milli: i64,
    pub runs: Vec<(Day, Day, u32)>,
    pub strength_ppm: u32,
    pub today: Day,
    pub total: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BadgeOutcome {
    pub count: u32,
    pub first: Day,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupOutcome {
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    /// Label, status, votes for, votes against.
    pub periods: Vec<(Day, GroupStatus, u32, u32)>,
}

impl Scenario {
    /// Whether it makes sense.
    ///
    /// # Errors
    /// Rules beyond their limits, people of one name, commands of nobody.
    pub fn check(&self) -> Result<(), InvalidScenario> {
        self.event.check()?;
        let mut names = std::collections::BTreeSet::new();
        if let Some(twice) = self.users.iter().find(|user| !names.insert(&user.id)) {
            return Err(InvalidScenario::TwoUsers(twice.id.clone()));
        }
        match self.commands.iter().find(|command| !names.contains(&command.user)) {
            Some(command) => Err(InvalidScenario::NoUser(command.user.clone())),
            None => Ok(()),
        }
    }

    /// Where each command stands in the order in which they apply: by time, ties as they are listed. Those
    /// after `now` are left out.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> =
            (0..self.commands.len()).filter(|&n| self.commands[n].t <= self.now).collect();
        order.sort_by_key(|&n| self.commands[n].t);
        order
    }

    /// Lets the rules answer.
    ///
    /// # Errors
    /// [`InvalidScenario`], see [`Scenario::check`].
    pub fn run(&self) -> Result<Outcome, InvalidScenario> {
        self.check()?;
        let rules = Arc::new(self.event.clone());
        let person = |user: &User| Person {
            id: user.id.clone(),
            moves: vec![],
            history: History::blank(rules.clone(), Clock::fixed(user.setting)),
        };
        let mut people: Vec<Person> = self.users.iter().map(person).collect();
        let mut results = vec![AFTER_NOW.to_owned(); self.commands.len()];
        for n in self.order() {
            results[n] = code(execute(&mut people, n, &self.commands[n])).to_owned();
        }
        let histories: Vec<(String, History)> =
            people.into_iter().map(|person| (person.id, person.history)).collect();
        Ok(Outcome::of(&rules, results, &histories, self.now.into()))
    }
}

/// The code of a command that lies after the end of its scenario.
pub const AFTER_NOW: &str = "after_now";

struct Person {
    id: String,
    moves: Vec<ClockChange>,
    history: History,
}

/// What became of a command that was not refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Done,
    /// The same request had been made before.
    Again,
    /// Nothing to change.
    Same,
    /// No zone or no day start that we know.
    BadZone,
}

/// The code of an answer.
pub fn code(answer: Result<Done, Refusal>) -> &'static str {
    match answer {
        Ok(Done::Done) => "ok",
        Ok(Done::Again) => "duplicate",
        Ok(Done::Same) => "noop",
        Ok(Done::BadZone) => "bad_tz",
        Err(refusal) => refusal.code(),
    }
}

impl Op {
    /// The action of a member that this command is, the `number`th of its scenario; none for those that concern
    /// more than one membership.
    pub fn action(&self, number: usize) -> Option<Action> {
        Some(match self {
            Op::Join => Action::Join,
            Op::Leave => Action::Leave,
            Op::CheckIn { id, at, day, task, amount_milli } => Action::CheckIn(CheckIn {
                key: Key(id.clone()),
                sent_at: at.map(Instant::from),
                day: day.map_or(Named::Now, Named::Date),
                amount_milli: *amount_milli,
                task: task.clone(),
                note: None,
                repeat: Repeat::Keep,
                entries_max: None,
            }),
            Op::Undo { target } => Action::Undo {
                target: Target::Key(Key(target.clone())),
                by: Key(format!("undo {number}")),
                role: Role::Member,
            },
            Op::Pause { from, to } => Action::Pause(Days { first: *from, last: *to }),
            Op::Resume => Action::Resume,
            Op::Repair { day } => Action::Repair { day: *day, role: Role::Member },
            Op::GrantFreeze { n } => Action::GrantFreezes(*n),
            Op::SetTz { .. } | Op::Amnesty { .. } => return None,
        })
    }
}

/// The zone and day start that a command names.
pub fn setting(tz: &str, day_start_min: i64) -> Option<Setting> {
    Some(Setting { zone: tz.parse().ok()?, day_start: DayStart::from_minutes(day_start_min)? })
}

fn execute(people: &mut [Person], number: usize, command: &Command) -> Result<Done, Refusal> {
    let now = Instant::from(command.t);
    if let Op::Amnesty { from, to } = command.op {
        let days = pause::amnesty(from, to)?;
        for person in people {
            Arc::make_mut(&mut person.history.amnesties).push(days);
        }
        return Ok(Done::Done);
    }
    let Some(place) = people.iter().position(|person| person.id == command.user) else {
        return Err(Refusal::NotMember);
    };
    if let Op::SetTz { tz, day_start_min } = &command.op {
        return people[place].move_clock(now, tz, *day_start_min);
    }
    let Some(action) = command.op.action(number) else { return Ok(Done::Same) };
    let others = people.iter().enumerate().filter(|(n, _)| *n != place);
    let taken = |key: &&Key| others.clone().any(|(_, other)| other.history.entry(key).is_some());
    let taken: Vec<Key> = action.keys().into_iter().filter(taken).cloned().collect();
    let person = &mut people[place];
    person.history.taken = taken;
    Ok(person.settle(action.decide(&person.history, now)?))
}

impl Person {
    fn settle(&mut self, decision: Decision) -> Done {
        if decision.repeated {
            return Done::Again;
        }
        decision.changes.iter().for_each(|change| self.history.apply(change));
        Done::Done
    }

    fn move_clock(&mut self, now: Instant, tz: &str, day_start_min: i64) -> Result<Done, Refusal> {
        let Some(action) = setting(tz, day_start_min) else { return Ok(Done::BadZone) };
        let Some(moved) = change_zone(now, self.history.own.setting(), &self.moves, action)? else {
            return Ok(Done::Same);
        };
        self.moves.push(moved);
        self.history.own.change(moved);
        self.history.clock = self.history.rules.clock_for(&self.history.own);
        Ok(Done::Done)
    }
}

impl Outcome {
    /// What whole histories come to at `now`.
    pub fn of(
        rules: &Rules,
        results: Vec<String>,
        histories: &[(String, History)],
        now: Instant,
    ) -> Outcome {
        let lives: Vec<Life> =
            histories.iter().map(|(_, history)| Life::of(history, now)).collect();
        let people = || histories.iter().zip(&lives);
        let users = people()
            .map(|((id, history), life)| (id.clone(), UserOutcome::of(history, life)))
            .collect();
        let ranked = |by: By| {
            let mut rows: Vec<(Place, &String)> = people()
                .filter(|(_, life)| life.standing.member)
                .map(|((id, history), life)| (Place::of(history, life, by), id))
                .collect();
            rows.sort_by_key(|(place, id)| (place.order(), *id));
            let ranks = ranking::ranks(rows.iter().map(|(place, _)| place.value), 0);
            let rows = ranks.into_iter().zip(rows);
            (by.name(), rows.map(|(rank, (place, id))| (rank, id.clone(), place.value)).collect())
        };
        Outcome {
            results,
            users,
            ranking: By::ALL.map(ranked).into(),
            group: GroupLife::of(rules, &lives, now).map(GroupOutcome::of),
        }
    }
}

impl Place {
    fn of(history: &History, life: &Life, by: By) -> Place {
        Place {
            value: by.value(&life.standing),
            longest: life.standing.longest,
            total: life.standing.total,
            joined_at: history.spans.first().map_or(Instant(0), |span| span.joined_at),
        }
    }
}

impl UserOutcome {
    fn of(history: &History, life: &Life) -> UserOutcome {
        let standing = &life.standing;
        let time = |at: Instant| at.utc().to_rfc3339_opts(SecondsFormat::Secs, true);
        let badge = |(&length, reached): (&u32, &crate::milestone::Reached)| {
            (length, BadgeOutcome { count: reached.runs, first: reached.first })
        };
        UserOutcome {
            alive_until: standing.alive_until.map(time),
            at_risk: standing.at_risk,
            badges: life.badges.iter().map(badge).collect(),
            bonus: standing.bonus,
            consistency: standing.consistency,
            current: standing.current,
            deadline: standing.deadline.map(time),
            entries: standing.entries,
            freeze_progress: standing.freeze_progress,
            freezes: standing.freezes,
            frozen: standing.frozen,
            labels: history.entries.iter().map(|entry| (entry.key.0.clone(), entry.day)).collect(),
            longest: standing.longest,
            member: standing.member,
            periods: life.periods.clone(),
            points_milli: standing.points_milli,
            runs: life.runs.iter().map(|run| (run.first, run.last, run.length)).collect(),
            strength_ppm: standing.strength_ppm,
            today: standing.today,
            total: standing.total,
        }
    }
}

impl GroupOutcome {
    pub fn of(life: GroupLife) -> GroupOutcome {
        let periods = life.periods.iter().map(|p| (p.first, p.status, p.yes, p.no));
        GroupOutcome {
            current: life.current,
            longest: life.longest,
            total: life.total,
            periods: periods.collect(),
        }
    }
}
