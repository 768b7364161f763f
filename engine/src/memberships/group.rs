//! The streak of a whole group (R70).

use rules::{Ballot, Day, GroupLife, Instant, Life, Vote};
use std::collections::{HashMap, HashSet};

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::memberships::Memberships;
use crate::memberships::views::AT_ONCE;
use crate::remembered::Remembered;
use crate::store::day::Stamp;
use crate::store::membership::{Asked, Lock};

/// Groups whose votes are remembered.
const GROUPS_MAX: usize = 16;
/// People who ever were in an event, up to whom its group is counted.
const PEOPLE_MAX: usize = 1_000;

/// The streak of the group of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupStreak {
    Counted(GroupLife),
    /// More than a thousand were in the event: their votes are not counted.
    TooLarge,
}

/// What the members of a group said, as it was found last.
struct Known {
    today: Day,
    ballot: Ballot,
    members: HashMap<PersonId, Voter>,
}

/// The votes of a member in the order of the periods, and how many facts they rest on.
struct Voter {
    facts: i64,
    votes: Vec<(Day, Vote)>,
}

/// The groups that were looked at lately: whoever looks again reads only whoever has done something since, and with a new
/// day what was not settled.
pub(crate) struct Groups(Remembered<(EventId, Stamp), Known>);

impl Default for Groups {
    fn default() -> Groups {
        Groups(Remembered::new(GROUPS_MAX))
    }
}

impl Known {
    fn empty(today: Day) -> Known {
        Known { today, ballot: Ballot::default(), members: HashMap::new() }
    }

    /// Takes over how a member voted from a label on, before which the past is settled.
    fn count(&mut self, person: PersonId, facts: i64, (first, life): (Day, &Life)) {
        let voter = self.members.entry(person).or_insert(Voter { facts, votes: vec![] });
        voter.facts = facts;
        let kept = voter.votes.partition_point(|(day, _)| *day < first);
        for (day, vote) in voter.votes.drain(kept..) {
            self.ballot.withdraw(day, vote);
        }
        for (day, status) in &life.periods {
            if let Some(vote) = Vote::of(*status) {
                self.ballot.cast(*day, vote);
                voter.votes.push((*day, vote));
            }
        }
    }

    /// Forgets whoever is not in the event any more.
    fn keep_only(&mut self, people: &HashSet<PersonId>) {
        let Known { ballot, members, .. } = self;
        members.retain(|person, voter| {
            let is_kept = people.contains(person);
            if !is_kept {
                voter.votes.iter().for_each(|(day, vote)| ballot.withdraw(*day, *vote));
            }
            is_kept
        });
    }
}

impl Memberships<'_> {
    /// The streak of the whole group (R70); none for events without one.
    pub async fn group(self, event: EventId, now: Instant) -> Result<Option<GroupStreak>, Error> {
        let Some(rules) = self.engine.events().get(event).await?.map(|event| event.rules) else {
            return Ok(None);
        };
        let (Some(_), Some(setting)) = (rules.group, rules.setting()) else { return Ok(None) };
        let today = setting.day_of(now);
        let mut tx = self.engine.db.read().await?;
        let Some(stamp) = tx.day_stamp(event).await? else { return Ok(None) };
        let people = tx.facts_of(event, PEOPLE_MAX + 1).await?;
        if people.len() > PEOPLE_MAX {
            return Ok(Some(GroupStreak::TooLarge));
        }
        let key = (event, stamp);
        let known = self.engine.work.groups.0.take(&key);
        let mut known = known.unwrap_or_else(|| Known::empty(today));
        let mut asked = vec![];
        for (person, facts) in &people {
            let of = Membership { event, person: *person };
            match known.members.get(person) {
                Some(voter) if voter.facts == *facts && known.today == today => {}
                Some(voter) if voter.facts == *facts => asked.push(Asked::recent(of, now)),
                _ => asked.push(Asked::whole(of, now)),
            }
        }
        for asked in asked.chunks(AT_ONCE as usize) {
            for (of, loaded) in tx.load(asked, Lock::Leave).await? {
                let facts = loaded.cached.map_or(0, |cached| cached.facts);
                let settled = loaded.history.settled.as_ref();
                let first = settled.map_or(Day::EARLIEST, |settled| settled.until);
                known.count(of.person, facts, (first, &Life::of(&loaded.history, now)));
            }
        }
        known.keep_only(&people.into_iter().map(|(person, _)| person).collect());
        known.today = today;
        let life = known.ballot.count(&rules, now);
        self.engine.work.groups.0.keep(key, known);
        Ok(life.map(GroupStreak::Counted))
    }
}
