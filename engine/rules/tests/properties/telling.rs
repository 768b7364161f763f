//! Tells a story command by command, so that a property can look and meddle on the way.

use crate::for_all;
use crate::story::{Stories, Story};
use proptest::prop_assert_eq;
use rules::scenario::{Command, Done, Op, Outcome, Scenario, User, code, setting};
use rules::zone_change::change_zone;
use rules::{
    Action, Change, Clock, ClockChange, Days, Decision, History, Instant, Key, Refusal, Rules,
    pause::amnesty,
};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct Person {
    pub id: String,
    pub moves: Vec<ClockChange>,
    pub history: History,
}

/// A story as far as it has been told.
#[derive(Debug, Clone)]
pub struct Telling {
    pub people: Vec<Person>,
    rules: Arc<Rules>,
    /// How many commands there have been.
    told: usize,
}

/// What a command is to the rules.
#[derive(Debug, Clone)]
pub enum Act {
    /// An action of one member.
    Action(usize, Action),
    Move(usize, String, i64),
    Amnesty(Days),
}

impl Telling {
    pub fn begin(scenario: &Scenario) -> Telling {
        let rules = Arc::new(scenario.event.clone());
        let person = |user: &User| Person {
            id: user.id.clone(),
            moves: vec![],
            history: History::blank(rules.clone(), Clock::fixed(user.setting)),
        };
        Telling { people: scenario.users.iter().map(person).collect(), rules, told: 0 }
    }

    /// The whole story, and what became of each command in the order in which they apply.
    pub fn of(story: &Story) -> (Telling, Vec<&'static str>) {
        let mut telling = Telling::begin(&story.scenario);
        let codes = story.in_order().iter().map(|command| telling.execute(command)).collect();
        (telling, codes)
    }

    /// What a command asks of the rules.
    pub fn act(&mut self, command: &Command) -> Result<Act, Refusal> {
        let place = self.people.iter().position(|person| person.id == command.user);
        let place = place.ok_or(Refusal::NotMember)?;
        self.told += 1;
        match &command.op {
            Op::Amnesty { from, to } => Ok(Act::Amnesty(amnesty(*from, *to)?)),
            Op::SetTz { tz, day_start_min } => Ok(Act::Move(place, tz.clone(), *day_start_min)),
            op => {
                let action = op.action(self.told).expect("all other commands are wishes");
                let others = self.people.iter().filter(|person| person.id != command.user);
                let is_taken = |key: &&Key| others.clone().any(|o| o.history.entry(key).is_some());
                let taken: Vec<Key> = action.keys().into_iter().filter(is_taken).cloned().collect();
                self.people[place].history.taken = taken;
                Ok(Act::Action(place, action))
            }
        }
    }

    /// Does what a command asks for, and answers with its code.
    pub fn execute(&mut self, command: &Command) -> &'static str {
        let now = command.t.into();
        code(self.act(command).and_then(|act| match act {
            Act::Action(place, action) => {
                let decision = action.decide(&self.people[place].history, now)?;
                self.apply(place, &decision.changes);
                Ok(done(&decision))
            }
            Act::Move(place, tz, day_start_min) => {
                self.people[place].move_clock(now, &tz, day_start_min)
            }
            Act::Amnesty(days) => {
                self.excuse(days);
                Ok(Done::Done)
            }
        }))
    }

    pub fn apply(&mut self, place: usize, changes: &[Change]) {
        changes.iter().for_each(|change| self.people[place].history.apply(change));
    }

    pub fn excuse(&mut self, days: Days) {
        for person in &mut self.people {
            Arc::make_mut(&mut person.history.amnesties).push(days);
        }
    }

    pub fn outcome(&self, now: Instant) -> Outcome {
        let histories: Vec<(String, History)> =
            self.people.iter().map(|p| (p.id.clone(), p.history.clone())).collect();
        Outcome::of(&self.rules, vec![], &histories, now)
    }
}

pub fn done(decision: &Decision) -> Done {
    if decision.repeated { Done::Again } else { Done::Done }
}

impl Person {
    pub fn move_clock(
        &mut self,
        now: Instant,
        tz: &str,
        day_start_min: i64,
    ) -> Result<Done, Refusal> {
        let Some(action) = setting(tz, day_start_min) else { return Ok(Done::BadZone) };
        let current = self.history.own.setting();
        let Some(moved) = change_zone(now, current, &self.moves, action)? else {
            return Ok(Done::Same);
        };
        self.moves.push(moved);
        self.history.own.change(moved);
        self.history.clock = self.history.rules.clock_for(&self.history.own);
        Ok(Done::Done)
    }
}

/// What the other properties see is what the rules answer.
#[test]
fn a_story_told_step_by_step_ends_as_the_scenario_does() {
    for_all(Stories, |story| {
        let (telling, codes) = Telling::of(&story);
        let outcome = story.scenario.run().expect("a story makes sense");
        let order = story.scenario.order();
        let answers: Vec<&str> = order.iter().map(|&n| outcome.results[n].as_str()).collect();
        prop_assert_eq!(codes, answers);
        prop_assert_eq!(telling.outcome(story.now()), Outcome { results: vec![], ..outcome });
        Ok(())
    });
}
