//! Scenarios through the real write path: every command is one call of the engine over a database.

use rules::ranking::By;
use rules::scenario::{
    self, AFTER_NOW, Command, Done, GroupOutcome, InvalidScenario, Op, Outcome, Scenario,
};
use rules::{Action, Days, History, Instant, Key, Standing};
use std::collections::BTreeMap;

use crate::engine::Engine;
use crate::error::Error;
use crate::events::event::NewEvent;
use crate::ids::{EventId, Membership, PersonId, Platform};
use crate::leaderboards::leaderboard::{BoardRow, Question};
use crate::memberships::group::GroupStreak;
use crate::people::person::Account;

/// Why a scenario has no outcome.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    #[error(transparent)]
    InvalidScenario(#[from] InvalidScenario),
    #[error(transparent)]
    Engine(#[from] Error),
    /// The short way, from the settled past, and the fold of all facts disagree: a fault of ours.
    #[error("the standing of {0} from its settled past differs from the whole fold")]
    Differs(String),
}

/// A scenario on its way through an engine.
struct Story<'a> {
    engine: &'a Engine,
    event: EventId,
    people: BTreeMap<&'a str, PersonId>,
}

/// Lets an engine live through a scenario, and says what became of it, as [`Scenario::run`] does from the
/// rules alone. `number` tells the scenarios of one database apart.
///
/// # Errors
/// A scenario that contradicts itself, or a fault of the database.
pub async fn replay(
    engine: &Engine,
    scenario: &Scenario,
    number: usize,
) -> Result<Outcome, ReplayError> {
    scenario.check()?;
    let story = Story::begin(engine, scenario, number).await?;
    let mut results = vec![AFTER_NOW.to_owned(); scenario.commands.len()];
    for n in scenario.order() {
        let answer = story.execute(n, &scenario.commands[n]).await;
        results[n] = match answer {
            Ok(done) => scenario::code(Ok(done)),
            Err(Error::Refused(refusal)) => refusal.code(),
            Err(fault) => return Err(fault.into()),
        }
        .to_owned();
        // What is remembered of a group may not spoil what it is found to be later.
        let at = Instant::from(scenario.commands[n].t);
        engine.memberships().group(story.event, at).await?;
    }
    story.end(scenario, results).await
}

impl<'a> Story<'a> {
    async fn begin(
        engine: &'a Engine,
        scenario: &'a Scenario,
        number: usize,
    ) -> Result<Story<'a>, Error> {
        let begins_at = scenario.commands.iter().map(|command| command.t).min();
        let now = Instant::from(begins_at.unwrap_or(scenario.now));
        // Equal rows of a ranking stand in the order of the people's ids.
        let mut users: Vec<_> = scenario.users.iter().collect();
        users.sort_by_key(|user| &user.id);
        let mut people = BTreeMap::new();
        for user in users {
            let account = Account {
                platform: Platform::Discord,
                external_id: format!("scenario {number}: {}", user.id),
                name: user.id.clone(),
                handle: None,
                locale: None,
            };
            let person = engine.people().get_or_create(&account, user.setting.zone, now).await?;
            let mut tx = engine.db.write().await?;
            tx.replace_first_setting(person.id, user.setting).await?;
            tx.commit().await?;
            people.insert(user.id.as_str(), person.id);
        }
        let owner = people.values().next().copied().unwrap_or(PersonId(0));
        let key = Key(format!("scenario {number}"));
        let title = format!("Scenario {number}");
        let new = NewEvent::of(key, &title, owner, scenario.event.clone());
        let event = engine.events().create(new, now).await?.id;
        Ok(Story { engine, event, people })
    }

    async fn execute(&self, number: usize, command: &Command) -> Result<Done, Error> {
        let now = Instant::from(command.t);
        let Some(&person) = self.people.get(command.user.as_str()) else {
            return Err(rules::Refusal::NotMember.into());
        };
        let of = Membership { event: self.event, person };
        match &command.op {
            Op::Amnesty { from, to } => {
                let days = Days { first: *from, last: *to };
                self.engine.events().amnesty(self.event, days, person, now).await?;
                Ok(Done::Done)
            }
            Op::SetTz { tz, day_start_min } => match scenario::setting(tz, *day_start_min) {
                None => Ok(Done::BadZone),
                Some(action) => {
                    let changed = self.engine.people().choose_clock(person, action, now).await?;
                    Ok(if changed { Done::Done } else { Done::Same })
                }
            },
            op => match op.action(number) {
                None => Ok(Done::Same),
                Some(action) => {
                    let decision = self.engine.memberships().act(of, now, action).await?;
                    Ok(if decision.repeated { Done::Again } else { Done::Done })
                }
            },
        }
    }

    /// Reads everything back: the facts from their tables, the rankings and the group as the engine gives them.
    async fn end(&self, scenario: &Scenario, results: Vec<String>) -> Result<Outcome, ReplayError> {
        let now = Instant::from(scenario.now);
        let mut histories: Vec<(String, History)> = vec![];
        for (id, person) in &self.people {
            let of = Membership { event: self.event, person: *person };
            let history = self.engine.memberships().history(of, now).await?;
            if history.is_member() {
                let short = self.engine.memberships().act(of, now, Action::Refresh).await?.standing;
                if short != Standing::of(&history, now) {
                    return Err(ReplayError::Differs((*id).to_owned()));
                }
            }
            histories.push(((*id).to_owned(), history));
        }
        let mut outcome = Outcome::of(&scenario.event, results, &histories, now);
        outcome.group = match self.engine.memberships().group(self.event, now).await? {
            Some(GroupStreak::Counted(life)) => Some(GroupOutcome::of(life)),
            Some(GroupStreak::TooLarge) | None => None,
        };
        let names: BTreeMap<PersonId, &str> =
            self.people.iter().map(|(id, person)| (*person, *id)).collect();
        for by in By::ALL {
            let question = Question::top(by, 100);
            let board = self.engine.leaderboards().page(self.event, &question, now).await?;
            let row = |row: BoardRow| {
                let id = names.get(&row.person).copied().unwrap_or_default();
                (row.rank, id.to_owned(), row.value)
            };
            outcome.ranking.insert(by.name(), board.rows.into_iter().map(row).collect());
        }
        Ok(outcome)
    }
}
