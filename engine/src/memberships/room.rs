//! Room for those who join in a batch: counted in the transaction that writes them, so that of two who come at once
//! none is one too many.

use rules::Instant;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::limits::{Limits, OF_PERSON_MAX};
use crate::memberships::entry::Entry;
use crate::store::Tx;
use crate::store::membership::Cached;

/// More than other transactions let in between a count and a commit. Where less room is left, joins take turns.
const MARGIN: u64 = 4096;

/// Somebody who wants to join, when, and by which limits.
pub(crate) type Comer = (Membership, Instant, Limits);

/// What was counted where it may matter, and how that changes within a batch.
pub(crate) struct Room {
    /// Members of events that are almost full.
    members: HashMap<EventId, u64>,
    /// Events that go on with people in them who are in almost as many as one may be.
    joined: HashMap<PersonId, BTreeSet<EventId>>,
}

impl Room {
    /// Counts, and keeps other joins of these people and into almost full events waiting until the transaction ends.
    /// Comes before rows are taken.
    pub(crate) async fn find(tx: &mut Tx, coming: &[Comer]) -> Result<Room, Error> {
        let events = coming.iter().filter(|(_, _, limits)| limits.event_members > 0);
        let events: BTreeSet<EventId> = events.map(|(of, ..)| of.event).collect();
        let before = tx.count_members(&Vec::from_iter(events)).await?;
        let tight = coming.iter().filter(|(of, _, limits)| {
            let members = before.get(&of.event).copied().unwrap_or(0);
            limits.event_members > 0 && members + MARGIN > u64::from(limits.event_members)
        });
        let tight: BTreeSet<EventId> = tight.map(|(of, ..)| of.event).collect();
        let mut wanted: BTreeMap<PersonId, u64> = BTreeMap::new();
        for (of, _, limits) in coming {
            if limits.joined_events > 0 {
                *wanted.entry(of.person).or_default() += 1;
            }
        }
        let turns = tight.iter().map(|event| event.0);
        let turns = turns.chain(wanted.keys().map(|person| person.0));
        tx.take_turns(&BTreeSet::from_iter(turns)).await?;
        // Whoever had their turn before is counted by now.
        let mut members: HashMap<EventId, u64> = tight.iter().map(|event| (*event, 0)).collect();
        members.extend(tx.count_members(&Vec::from_iter(tight)).await?);
        let open = tx.count_joined(&Vec::from_iter(wanted.keys().copied())).await?;
        let mut joined: HashMap<PersonId, BTreeSet<EventId>> = HashMap::new();
        for (of, now, limits) in coming {
            let Some(more) = wanted.remove(&of.person) else { continue };
            let open = open.get(&of.person).copied().unwrap_or(0);
            if open + more > u64::from(limits.joined_events) {
                let mine = tx.events_of(of.person).await?;
                let lasting = mine.iter().filter(|event| !event.is_over(*now));
                joined.insert(of.person, lasting.map(|event| event.id).collect());
            }
        }
        Ok(Room { members, joined })
    }

    /// Whether somebody who is not in an event would be one too many in it, or it one too many for them.
    pub(crate) fn one_too_many(&self, of: Membership, limits: &Limits) -> Option<Entry> {
        let members = self.members.get(&of.event).filter(|_| limits.event_members > 0);
        if members.is_some_and(|members| *members >= u64::from(limits.event_members)) {
            return Some(Entry::Full);
        }
        let mine = self.joined.get(&of.person).filter(|_| limits.joined_events > 0);
        let most = (limits.joined_events as usize).min(OF_PERSON_MAX);
        let is_enough = mine.is_some_and(|mine| mine.len() >= most);
        is_enough.then_some(Entry::TooMany)
    }

    /// Takes over what an act made of a membership.
    pub(crate) fn note(&mut self, of: Membership, before: Option<Cached>, after: Option<Cached>) {
        if let Some(members) = self.members.get_mut(&of.event) {
            let ranked = |known: Option<Cached>| u64::from(known.is_some_and(|known| known.ranked));
            *members = (*members + ranked(after)).saturating_sub(ranked(before));
        }
        if let Some(mine) = self.joined.get_mut(&of.person) {
            let is_in = |known: Option<Cached>| known.is_some_and(|known| known.member);
            match (is_in(before), is_in(after)) {
                (false, true) => _ = mine.insert(of.event),
                (true, false) => _ = mine.remove(&of.event),
                (true, true) | (false, false) => {}
            }
        }
    }
}
