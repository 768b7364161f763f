//! What the rules alone make of the same story: the whole log of every membership in memory, folded anew for every
//! answer.

use crate::told::Told;
use engine::rules::ranking::{By, Place, Window, ranks};
use engine::rules::{
    Action, Change, Clock, ClockChange, Days, Decision, History, Instant, Key, Life, Refusal,
    Setting, change_zone,
};
use engine::{Event, EventId, Membership, PersonId, Platform};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

/// An action, of whom, and when it was received.
#[derive(Debug, Clone)]
pub struct Act {
    pub of: Membership,
    pub now: Instant,
    pub action: Action,
}

pub struct Person {
    pub id: PersonId,
    pub moves: Vec<ClockChange>,
}

pub struct Model {
    pub events: Vec<Event>,
    pub people: Vec<Person>,
    pub histories: BTreeMap<Membership, History>,
    pub told: Arc<Mutex<Told>>,
    /// Where the news of each event is announced.
    pub places: HashMap<EventId, Vec<Platform>>,
    /// Whose each key is.
    owners: HashMap<(EventId, Key), Membership>,
    /// When something last happened to a membership.
    pub touched: HashMap<Membership, Instant>,
}

/// What every membership comes to.
pub type Lives = BTreeMap<Membership, Life>;

/// A row of a ranking: rank, person, value.
pub type Row = (u64, PersonId, i64);

impl Model {
    pub fn of(events: Vec<Event>, places: HashMap<EventId, Vec<Platform>>) -> Model {
        Model {
            events,
            people: vec![],
            histories: BTreeMap::new(),
            told: Arc::default(),
            places,
            owners: HashMap::new(),
            touched: HashMap::new(),
        }
    }

    /// Somebody who will be in these events.
    pub fn meet(&mut self, id: PersonId, setting: Setting, events: impl Iterator<Item = usize>) {
        for n in events {
            let event = &self.events[n];
            let history = History::blank(event.rules.clone(), Clock::fixed(setting));
            self.histories.insert(Membership { event: event.id, person: id }, history);
        }
        self.people.push(Person { id, moves: vec![] });
    }

    pub fn memberships(&self) -> Vec<Membership> {
        self.histories.keys().copied().collect()
    }

    /// What the rules say to an act, which is then part of the log.
    pub fn decide(&mut self, Act { of, now, action }: &Act) -> Result<Decision, Refusal> {
        let owners = &self.owners;
        let is_others =
            |key: &&Key| owners.get(&(of.event, (*key).clone())).is_some_and(|owner| owner != of);
        let history = self.histories.get_mut(of).unwrap();
        history.taken = action.keys().into_iter().filter(is_others).cloned().collect();
        let decision = action.decide(history, *now);
        history.taken.clear();
        let decision = decision?;
        for change in &decision.changes {
            history.apply(change);
            if let Change::Enter(entry) = change {
                self.owners.insert((of.event, entry.key.clone()), *of);
            }
        }
        for news in &decision.news {
            for place in &self.places[&of.event] {
                self.told.lock().unwrap().hear(*of, *place, *news, *now);
            }
        }
        self.touch(*of, *now);
        Ok(decision)
    }

    fn touch(&mut self, of: Membership, now: Instant) {
        let touched = self.touched.entry(of).or_insert(now);
        *touched = now.max(*touched);
    }

    pub fn move_clock(
        &mut self,
        person: usize,
        action: Setting,
        now: Instant,
    ) -> Result<bool, Refusal> {
        let (id, moves) = (self.people[person].id, &self.people[person].moves);
        let is_own = |of: &Membership| of.person == id;
        let own: Vec<Membership> = self.histories.keys().copied().filter(is_own).collect();
        let current = self.histories[&own[0]].own.setting();
        let Some(moved) = change_zone(now, current, moves, action)? else { return Ok(false) };
        self.people[person].moves.push(moved);
        for of in own {
            let history = self.histories.get_mut(&of).unwrap();
            history.own.change(moved);
            history.clock = history.rules.clock_for(&history.own);
            self.touch(of, now);
        }
        Ok(true)
    }

    pub fn excuse(&mut self, event: EventId, days: Days, now: Instant) {
        let all: Vec<Membership> = self.memberships();
        for of in all.into_iter().filter(|of| of.event == event) {
            let history = self.histories.get_mut(&of).unwrap();
            Arc::make_mut(&mut history.amnesties).push(days);
            self.touch(of, now);
        }
    }

    pub fn lives(&self, now: Instant) -> Lives {
        self.histories.iter().map(|(of, history)| (*of, Life::of(history, now))).collect()
    }

    /// The ranking of an event of all time.
    pub fn ranking(&self, event: EventId, by: By, lives: &Lives) -> Vec<Row> {
        let place = |(of, life): (&Membership, &Life)| Place {
            value: by.value(&life.standing),
            longest: life.standing.longest,
            total: life.standing.total,
            joined_at: self.histories[of].spans[0].joined_at,
        };
        let members = lives.iter().filter(|(of, life)| of.event == event && life.standing.member);
        let mut rows: Vec<_> = members.map(|m| (place(m), m.0.person)).collect();
        rows.sort_by_key(|(place, person)| (place.order(), *person));
        let ranks = ranks(rows.iter().map(|(place, _)| place.value), 0);
        ranks.into_iter().zip(rows).map(|(rank, (place, p))| (rank, p, place.value)).collect()
    }

    /// The ranking of a week or a month by met periods, or by amounts, of those who were in it at its close or are now.
    pub fn window(
        &self,
        event: &Event,
        window: Window,
        by: By,
        lives: &Lives,
        now: Instant,
    ) -> Vec<Row> {
        let rules = &event.rules;
        let setting = rules.setting().unwrap_or(Setting::midnight(engine::rules::Zone::UTC));
        let first = window.first_day(rules, setting.day_of(now));
        let is_inside = |day| window.first_day(rules, day) == first;
        let value = |of: &Membership, life: &Life| match by {
            By::Total => {
                let history = &self.histories[of];
                let firsts = life.periods.iter().map(|(first, _)| *first);
                let met = firsts.filter_map(|first| history.met_on(life, first));
                met.filter(|day| is_inside(*day)).count() as i64
            }
            _ => {
                let entries = self.histories[of].entries.iter();
                let entries = entries.filter(|e| e.undone_at.is_none() && is_inside(e.day));
                entries.filter_map(|entry| entry.amount_milli).sum()
            }
        };
        let last = first.and_then(|first| window.last_day(rules, first)).unwrap();
        let last = rules.end.map_or(last, |end| last.min(end));
        let was_in = |of: &Membership| {
            let mut spans = self.histories[of].spans.iter();
            spans.any(|span| {
                span.joined_day <= last && span.left.is_none_or(|(_, left)| left > last)
            })
        };
        let members = lives.iter().filter(|(of, _)| of.event == event.id && was_in(of));
        let rows = members.map(|(of, life)| (Reverse(value(of, life)), of.person));
        let mut rows: Vec<_> = rows.filter(|(value, _)| value.0 > 0).collect();
        rows.sort_unstable();
        let ranks = ranks(rows.iter().map(|(value, _)| value.0), 0);
        ranks.into_iter().zip(rows).map(|(rank, (value, person))| (rank, person, value.0)).collect()
    }
}
