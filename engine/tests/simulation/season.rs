//! The season itself: day by day, the same acts for the engine and for the model.

mod compared;

use crate::actions::{ActionPicker, pick};
use crate::dice::Dice;
use crate::events::{self, DAY_STARTS, ZONES, setting};
use crate::model::{Act, Lives, Model, Row};
use crate::plain_sql::PlainSql;
use crate::told::Unreliable;
use engine::rules::reminder::{TimeOfDay, fires_at};
use engine::rules::{Cadence, Day, Days, Decision, Instant, Key, Setting, Zone};
use engine::{
    Account, By, CommunityAddress, DestinationId, Engine, Error, Kind, Membership, NewDestination,
    NewEvent, Platform, Question, Window,
};
use futures_util::future::{join_all, ready};
use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// Some events grow beyond it in the course of a season, and are counted from then on.
const COUNTED_FROM: i64 = 12;

const START: Instant = Instant(1_770_681_600); // 2026-02-10T00:00:00Z
const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;
const PEOPLE: i64 = 40;
/// Acts that share a moment, and as a rule a transaction.
const ACTS_AT_ONCE: usize = 24;
const REMINDER_GRACE_S: i64 = 2 * HOUR_S;
const JOURNEY_S: i64 = 3 * DAY_S;

/// What happens next.
#[derive(Debug, Clone, Copy)]
enum Next {
    Act(Membership),
    Move(usize),
    Excuse(usize),
    Remind(Membership),
    StopReminding(Membership),
    Tick,
    Restart,
    Forget,
    Compare,
}

pub struct Season {
    engine: Engine,
    url: String,
    sql: PlainSql,
    dice: Dice,
    model: Model,
    actions: ActionPicker,
    places: HashMap<Platform, DestinationId>,
    reminders: HashMap<Membership, (TimeOfDay, Instant)>,
    /// The day to come.
    midnight: Instant,
    /// Until when nobody does what is due.
    outage_until: Instant,
    counts: Counts,
    /// What was asked of each membership, for whoever looks for a fault.
    journal: HashMap<Membership, Vec<String>>,
}

#[derive(Debug, Default)]
struct Counts {
    acts: u32,
    refused: u32,
    moves: u32,
    amnesties: u32,
    restarts: u32,
    ticks: u32,
    expected_reminders: u32,
    comparisons: u32,
}

impl Season {
    pub async fn begin(seed: u64) -> Season {
        let mut dice = Dice::of(seed);
        let url = engine::testing::url().await.unwrap();
        let engine = Engine::open_counting(&url, COUNTED_FROM).await.unwrap();
        let owner = person(&engine, "owner", Zone::UTC).await;
        let address = |platform| CommunityAddress {
            platform,
            external_id: "900".to_owned(),
            name: "Readers".to_owned(),
            locale: None,
        };
        let mut places = HashMap::new();
        for platform in [Platform::Discord, Platform::Telegram] {
            let community =
                engine.communities().get_or_create(&address(platform), START).await.unwrap();
            let place = NewDestination {
                platform,
                address: "901".to_owned(),
                thread: String::new(),
                kind: Kind::Channel(community.id),
                locale: None,
            };
            places.insert(platform, engine.communities().destination(&place, START).await.unwrap());
        }
        let (mut events, mut announced_on) = (vec![], HashMap::new());
        for (n, rules) in events::all(setting(Zone::UTC, 0).day_of(START)).into_iter().enumerate() {
            rules.check().unwrap();
            let key = Key(format!("event {n}"));
            let new = NewEvent::of(key, &format!("Event {n}"), owner, rules);
            let event = engine.events().create(new, START).await.unwrap();
            let both = [Platform::Discord, Platform::Telegram];
            let platforms = if n % 3 == 0 { both.to_vec() } else { vec![both[n % 2]] };
            for platform in &platforms {
                engine.events().announce(event.id, places[platform]).await.unwrap();
            }
            announced_on.insert(event.id, platforms);
            events.push(event);
        }
        let mut model = Model::of(events, announced_on);
        for n in 0..PEOPLE {
            let own = random_setting(&mut dice);
            let id = person(&engine, &format!("p{n}"), own.zone).await;
            engine.people().move_clock(id, own, START).await.unwrap();
            let last = model.events.len() as i64 - 1;
            let chosen: BTreeSet<usize> =
                (0..2).map(|_| dice.int(0..=last) as usize).chain([n as usize % 10]).collect();
            model.meet(id, own, chosen.into_iter());
        }
        Season {
            sql: PlainSql::open(&url).await,
            engine,
            url,
            dice,
            model,
            actions: ActionPicker::default(),
            places,
            reminders: HashMap::new(),
            midnight: START,
            outage_until: START,
            counts: Counts::default(),
            journal: HashMap::new(),
        }
    }

    /// One day, from midnight to midnight in UTC.
    pub async fn day(&mut self) {
        let mut agenda = self.agenda();
        agenda.sort_by_key(|(now, _)| *now);
        let mut moment: Vec<(Instant, Membership)> = vec![];
        for (now, next) in agenda {
            if let Next::Act(of) = next {
                moment.push((now, of));
                if moment.len() < ACTS_AT_ONCE {
                    continue;
                }
            }
            self.acts(std::mem::take(&mut moment)).await;
            self.happens(now, next).await;
        }
        self.acts(moment).await;
        self.midnight = self.midnight.plus_s(DAY_S);
        if self.dice.one_in(15) {
            let hours = if self.dice.one_in(6) { 9 * 24 } else { self.dice.int(1..=60) };
            self.midnight = self.midnight.plus_s(hours * HOUR_S + self.dice.int(0..=3599));
        }
    }

    /// Closes the season: everything that is due is told, and everything agrees.
    pub async fn end(&mut self) {
        for n in 0..8 {
            self.tick(self.midnight.plus_s(n * HOUR_S)).await;
        }
        let now = self.midnight.plus_s(8 * HOUR_S);
        self.compare(now).await;
        let found = self.engine.memberships().rebuild(true, now).await.unwrap();
        assert_eq!(found.differences, vec![]);
        let told = self.model.told.lock().unwrap();
        println!("{:?}, told {:?}", self.counts, told.counts);
        assert!(told.counts.len() == 3, "something of each kind was told");
        assert_eq!(told.forgotten(now), [], "what was reached was told");
    }

    fn agenda(&mut self) -> Vec<(Instant, Next)> {
        let (dice, midnight) = (&mut self.dice, self.midnight);
        let mut agenda = vec![];
        let mut at = |dice: &mut Dice, next| {
            agenda.push((midnight.plus_s(dice.int(0..=DAY_S - 1)), next));
        };
        for (n, of) in self.model.memberships().into_iter().enumerate() {
            let is_member = self.model.histories[&of].is_member();
            let diligence = [98, 95, 90, 80, 60, 30][n % 6];
            if is_member && dice.int(0..=99) < diligence {
                let extra = dice.int(0..=5) / 4;
                (0..=extra).for_each(|_| at(dice, Next::Act(of)));
            } else if !is_member && dice.one_in(6) {
                at(dice, Next::Act(of));
            }
            if dice.one_in(40) {
                at(dice, Next::Remind(of));
            }
            if dice.one_in(150) {
                at(dice, Next::StopReminding(of));
            }
        }
        for person in 0..self.model.people.len() {
            if dice.one_in(25) {
                at(dice, Next::Move(person));
            }
        }
        for event in 0..self.model.events.len() {
            if dice.one_in(120) {
                at(dice, Next::Excuse(event));
            }
        }
        if midnight >= self.outage_until {
            let often = if dice.one_in(6) { 48 } else { dice.int(1..=8) };
            (0..often).for_each(|_| at(dice, Next::Tick));
            if dice.one_in(12) {
                self.outage_until = midnight.plus_s(dice.int(1..=5) * DAY_S);
            }
        }
        for (one_in, next) in [(4, Next::Restart), (6, Next::Forget), (5, Next::Compare)] {
            if dice.one_in(one_in) {
                at(dice, next);
            }
        }
        agenda
    }

    async fn happens(&mut self, now: Instant, next: Next) {
        match next {
            Next::Act(_) => {}
            Next::Move(person) => self.move_clock(person, now).await,
            Next::Excuse(event) => self.excuse(event, now).await,
            Next::Remind(of) => {
                let time = TimeOfDay::from_minutes(self.dice.int(0..=95) * 15).unwrap();
                let platform = self.model.places[&of.event][0];
                self.engine.reminders().add(of, time, self.places[&platform], now).await.unwrap();
                self.reminders.insert(of, (time, now));
            }
            Next::StopReminding(of) => {
                self.engine.reminders().stop(of).await.unwrap();
                self.reminders.remove(&of);
            }
            Next::Tick => self.tick(now).await,
            Next::Restart => self.restart(now).await,
            Next::Forget => drop(self.engine.schedule().forget_old(now).await.unwrap()),
            Next::Compare => self.compare(now).await,
        }
    }

    fn action(&mut self, now: Instant, of: Membership) -> Act {
        let place = self.model.histories.keys().position(|known| *known == of).unwrap();
        let steady = place.is_multiple_of(2);
        let histories = &self.model.histories;
        let action = self.actions.next(&mut self.dice, of, histories, now, steady);
        let journal = self.journal.entry(of).or_default();
        journal.push(format!("{} {action:?}", now.utc()));
        Act { of, now, action }
    }

    /// The acts of a moment, whose order is not always that of their time.
    async fn acts(&mut self, mut moment: Vec<(Instant, Membership)>) {
        if moment.len() > 1 && self.dice.one_in(4) {
            let place = self.dice.int(1..=moment.len() as i64 - 1) as usize;
            moment.swap(place - 1, place);
        }
        let acts: Vec<Act> = moment.into_iter().map(|(now, of)| self.action(now, of)).collect();
        let asked = acts
            .iter()
            .map(|act| self.engine.memberships().act(act.of, act.now, act.action.clone()));
        let answers = join_all(asked).await;
        for (act, answer) in acts.iter().zip(answers) {
            self.agree(act, answer, false);
        }
    }

    /// The engine's answer is that of the rules. Where the request may have been heard before its repeat was
    /// answered, only what stands is compared.
    fn agree(&mut self, act: &Act, answer: Result<Decision, Error>, may_be_heard: bool) {
        self.counts.acts += 1;
        let expected = self.model.decide(act);
        let is_same = match (&answer, &expected) {
            (Ok(found), Ok(expected)) => {
                let facts = |d: &Decision| {
                    (d.changes.clone(), d.news.clone(), d.repeated, d.tallies.clone())
                };
                found.standing == expected.standing
                    && (facts(found) == facts(expected) || may_be_heard && found.repeated)
            }
            (Err(Error::Refused(found)), Err(expected)) => {
                self.counts.refused += 1;
                found == expected
            }
            _ => false,
        };
        if !is_same {
            let journal = &self.journal[&act.of];
            let last = journal[journal.len().saturating_sub(40)..].join("\n");
            panic!("{last}\n{act:?}\nthe engine: {answer:?}\nthe rules: {expected:?}");
        }
    }

    async fn move_clock(&mut self, person: usize, now: Instant) {
        let action = random_setting(&mut self.dice);
        let id = self.model.people[person].id;
        let expected = self.model.move_clock(person, action, now);
        match (self.engine.people().choose_clock(id, action, now).await, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(Error::Refused(found)), Err(expected)) => assert_eq!(found, expected),
            (found, expected) => panic!("{action:?} is {found:?}, and should be {expected:?}"),
        }
        self.counts.moves += 1;
    }

    async fn excuse(&mut self, event: usize, now: Instant) {
        let event = &self.model.events[event];
        let (id, owner) = (event.id, event.owner);
        let first = event.rules.shared_setting().day_of(now).plus(self.dice.int(-40..=3) as i32);
        let days = Days { first, last: first.plus(self.dice.int(0..=2) as i32) };
        self.engine.events().amnesty(id, days, owner, now).await.unwrap();
        self.model.excuse(id, days, now);
        self.counts.amnesties += 1;
    }

    /// Ends the engine and opens it again on what it left: in good order, in a hurry, or with acts in flight that
    /// are then asked for once more.
    async fn restart(&mut self, now: Instant) {
        let mut in_flight: Vec<Act> = vec![];
        match self.dice.int(0..=2) {
            0 => self.engine.close().await,
            1 => {}
            _ => {
                let memberships = self.model.memberships();
                let members = memberships.iter().filter(|of| self.model.histories[of].is_member());
                let some: Vec<Membership> = members.copied().collect();
                let some: BTreeSet<Membership> =
                    (0..6).filter_map(|_| pick(&mut self.dice, &some).copied()).collect();
                for of in some {
                    let history = &self.model.histories[&of];
                    let action = self.actions.check_in(&mut self.dice, of, history, now);
                    self.journal.entry(of).or_default().push(format!("{} {action:?}", now.utc()));
                    in_flight.push(Act { of, now, action });
                }
                let asked = in_flight.iter();
                let asked = asked
                    .map(|act| self.engine.memberships().act(act.of, act.now, act.action.clone()));
                // Asked, and gone before the answer.
                tokio::select! {
                    biased;
                    _ = join_all(asked) => {}
                    () = ready(()) => {}
                }
            }
        }
        self.engine = Engine::open_counting(&self.url, COUNTED_FROM).await.unwrap();
        let asked = in_flight.iter();
        let asked =
            asked.map(|act| self.engine.memberships().act(act.of, act.now, act.action.clone()));
        for (act, answer) in in_flight.iter().zip(join_all(asked).await) {
            self.agree(act, answer, true);
        }
        self.counts.restarts += 1;
    }

    /// Does what is due and tells what is to be told.
    async fn tick(&mut self, now: Instant) {
        let expected = self.expected_reminders(now);
        let mut ticks = 0;
        while self.engine.schedule().tick(now).await.unwrap() > 0 {
            ticks += 1;
            assert!(ticks < 100, "what is due at {} never ends", now.utc());
        }
        for platform in [Platform::Discord, Platform::Telegram] {
            self.deliver(platform, now).await;
        }
        let told = self.model.told.lock().unwrap();
        for key in expected {
            assert!(told.tried.contains(&key), "{key} was due and nobody was reminded");
            self.counts.expected_reminders += 1;
        }
        self.counts.ticks += 1;
    }

    async fn deliver(&mut self, platform: Platform, now: Instant) {
        let due = format!(
            "select count(*) from outbox where state = 'pending' and platform = '{}'
             and not_before <= {} and lease_until <= {} and expires_at > {}",
            platform.name(),
            now.0,
            now.0,
            now.0
        );
        // Of its own, so that the order of deliveries does not change the story.
        let seed = self.dice.int(0..=i64::MAX - 1) as u64;
        let mut dice = Dice::of(seed);
        while self.sql.numbers(&due).await != [0] {
            let notifier = Unreliable {
                platform,
                told: self.model.told.clone(),
                ends: dice.one_in(8),
                dice: Mutex::new(Dice::of(dice.int(0..=i64::MAX - 1) as u64)),
                ended: Notify::new(),
                stop: CancellationToken::new(),
            };
            tokio::select! {
                () = self.engine.deliveries().run(&notifier, || now, notifier.stop.clone()) => {}
                () = notifier.ended.notified() => {}
            }
        }
        let overdue = self.model.told.lock().unwrap().overdue(platform, now);
        assert!(overdue.is_empty(), "not told at {}: {overdue:?}", now.utc());
    }
}

fn random_setting(dice: &mut Dice) -> Setting {
    let zone = *pick(dice, &ZONES).unwrap();
    setting(zone, *pick(dice, &DAY_STARTS).unwrap())
}

async fn person(engine: &Engine, name: &str, zone: Zone) -> engine::PersonId {
    let account = Account {
        platform: Platform::Discord,
        external_id: name.to_owned(),
        name: name.to_owned(),
        handle: None,
        locale: None,
    };
    engine.people().get_or_create(&account, zone, START).await.unwrap().id
}
