//! Tells a story command by command, so that a property can look and meddle on the way.

use crate::for_all;
use crate::story::{Stories, Story};
use proptest::prop_assert_eq;
use rules::scenario::{Command, Done, Op, Outcome, Scenario, code, setting};
use rules::zone_change::change_zone;
use rules::{
    Change, Clock, Decision, History, Instant, Moved, Refusal, Rules, Wish, pause::amnesty,
};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct Person {
    pub id: String,
    pub moves: Vec<Moved>,
    pub history: History,
}

/// A story as far as it has been told.
#[derive(Debug, Clone)]
pub struct Telling {
    pub people: Vec<Person>,
    rules: Arc<Rules>,
}

/// What a command is to the rules.
#[derive(Debug, Clone)]
pub enum Act {
    /// A wish of one member.
    Wish(usize, Wish),
    Move(usize, String, i64),
    Amnesty(rules::Days),
}

impl Telling {
    pub fn begin(scenario: &Scenario) -> Telling {
        let rules = Arc::new(scenario.event.clone());
        let person = |user: &rules::scenario::User| Person {
            id: user.id.clone(),
            moves: vec![],
            history: History::blank(rules.clone(), Clock::fixed(user.setting)),
        };
        Telling { people: scenario.users.iter().map(person).collect(), rules }
    }

    /// The whole story, and what became of each command in the order in which they apply.
    pub fn of(story: &Story) -> (Telling, Vec<&'static str>) {
        let mut telling = Telling::begin(&story.scenario);
        let codes = story.in_order().iter().map(|command| telling.obey(command)).collect();
        (telling, codes)
    }

    pub fn act(&self, command: &Command) -> Result<Act, Refusal> {
        let owner = |key: &str| self.people.iter().position(|person| person.has(key));
        let place = self.people.iter().position(|person| person.id == command.user);
        let place = place.ok_or(Refusal::NotMember)?;
        let is_others = |key: &str| owner(key).is_some_and(|owner| owner != place);
        match &command.op {
            Op::Amnesty { from, to } => return Ok(Act::Amnesty(amnesty(*from, *to)?)),
            Op::SetTz { tz, day_start_min } => {
                return Ok(Act::Move(place, tz.clone(), *day_start_min));
            }
            Op::Undo { target } if is_others(target) => return Err(Refusal::NotOwner),
            Op::CheckIn { id, .. } if is_others(id) => return Err(Refusal::Conflict),
            _ => {}
        }
        let undone = |person: &Person| {
            person.history.entries.iter().filter(|entry| entry.undone_at.is_some()).count()
        };
        let wish = command.op.wish(self.people.iter().map(undone).sum());
        Ok(Act::Wish(place, wish.expect("all other commands are wishes")))
    }

    pub fn obey(&mut self, command: &Command) -> &'static str {
        let now = command.t.into();
        code(self.act(command).and_then(|act| match act {
            Act::Wish(place, wish) => {
                let decision = wish.decide(&self.people[place].history, now)?;
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

    pub fn excuse(&mut self, days: rules::Days) {
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
    fn has(&self, key: &str) -> bool {
        self.history.entries.iter().any(|entry| entry.key.0 == key)
    }

    pub fn move_clock(
        &mut self,
        now: Instant,
        tz: &str,
        day_start_min: i64,
    ) -> Result<Done, Refusal> {
        let Some(wish) = setting(tz, day_start_min) else { return Ok(Done::BadZone) };
        let current = self.history.own.setting();
        let Some(moved) = change_zone(now, current, &self.moves, wish)? else {
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

#[test]
fn zz_stats() {
    let mut codes = std::collections::BTreeMap::new();
    let mut statuses = std::collections::BTreeMap::new();
    let (mut cur, mut settled, mut risk, mut alive, mut n, mut lens) = (0, 0, 0, 0, 0, 0);
    for seed in 0..500u64 {
        let story = Story::of(seed.wrapping_mul(0x1234567890abcdef));
        let (t, c) = Telling::of(&story);
        for (code, cmd) in c.iter().zip(story.in_order()) {
            let name = format!("{:?}", cmd.op);
            let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_owned();
            *codes.entry((name, *code)).or_insert(0) += 1;
        }
        for p in &t.people {
            let life = rules::Life::of(&p.history, story.now());
            n += 1;
            lens += life.periods.len();
            for (_, s) in &life.periods {
                *statuses.entry(format!("{s:?}")).or_insert(0) += 1;
            }
            cur += (life.standing.current > 0) as i32;
            settled += life.settled.is_some() as i32;
            risk += life.standing.at_risk as i32;
            alive += life.standing.alive_until.is_some() as i32;
        }
    }
    println!(
        "{codes:#?}\n{statuses:#?} people {n} current {cur} settled {settled} risk {risk} alive {alive} periods {lens}"
    );
}

#[test]
fn zz_probe() {
    use rules::*;
    for zone in [Zone::UTC, Zone::Europe__Berlin, Zone::America__New_York] {
    for at in [chrono::DateTime::<chrono::Utc>::MIN_UTC.timestamp(), chrono::DateTime::<chrono::Utc>::MIN_UTC.timestamp() + 86400*3, chrono::DateTime::<chrono::Utc>::MAX_UTC.timestamp(),chrono::DateTime::<chrono::Utc>::MAX_UTC.timestamp() - 3*86400, -62_167_219_200, i64::MIN, i64::MAX] {
        let (tx, rx) = std::sync::mpsc::channel();
        std::thread::spawn(move || { tx.send(Setting::midnight(zone).day_of(Instant(at))).ok(); });
        println!("{zone} {at} {:?}", rx.recv_timeout(std::time::Duration::from_secs(1)));
    }}
    for t in ["-262143-01-01T00:00:00Z", "+262142-12-31T23:59:59Z", "+9999-12-31T23:59:59Z"] { println!("{:?}", t.parse::<chrono::DateTime<chrono::Utc>>()); }
}
