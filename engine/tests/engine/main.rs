//! The engine over a real database: SQLite, or the PostgreSQL that `STREAKS_TEST_DATABASE` names.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod blocks;
#[path = "../dice/mod.rs"]
mod dice;
mod email;
mod events;
mod identity;
mod leaving;
mod outdated;
mod parted;
mod people;
mod places;
#[path = "../plain_sql/mod.rs"]
mod plain_sql;
mod proofs;
mod queues;
mod roles;
mod silence;
mod streaks;
mod trial;

use engine::rules::reminder::TimeOfDay;
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Day, Instant, Key, Refusal, Role, Rules, Setting, Target,
};
use engine::{
    Account, Answered, By, CommunityAddress, CommunityChange, Delivered, Delivery, DestinationId,
    Engine, Entry, Error, Event, Fetched, FileSource, Kind, Membership, NewDestination, NewEvent,
    NewUpdate, Notifier, Parted, Person, Platform, ProofRule, ProofState, Question, Queue, Record,
    RecordOf, RecordPart, Search, Topic, Visibility, Worked,
};
use futures_util::future::{BoxFuture, join_all};
use std::sync::{Arc, Mutex};
use tokio_util::sync::CancellationToken;

const NOON: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z
const DAY_S: i64 = 86_400;

struct World {
    engine: Engine,
    event: Event,
    channel: NewDestination,
}

impl World {
    async fn new() -> World {
        World::over(engine::testing::engine().await.unwrap()).await
    }

    async fn over(engine: Engine) -> World {
        let address = CommunityAddress {
            platform: Platform::Discord,
            external_id: "900".to_owned(),
            name: "Readers".to_owned(),
            locale: None,
        };
        let community = engine.communities().get_or_create(&address, NOON).await.unwrap();
        let channel = NewDestination {
            platform: Platform::Discord,
            address: "901".to_owned(),
            thread: String::new(),
            kind: Kind::Channel(community.id),
            locale: None,
        };
        let owner = person(&engine, "owner").await;
        let berlin = Setting::midnight("Europe/Berlin".parse().unwrap());
        let start = berlin.day_of(NOON);
        let rules = Rules::daily(ClockRule::Fixed(berlin), Cadence::EVERY_DAY, start);
        let new = NewEvent {
            goal: "20 pages".to_owned(),
            community: Some(community.id),
            ..NewEvent::of(Key("made".to_owned()), "Read 20 pages", owner.id, rules)
        };
        let event = engine.events().create(new, NOON).await.unwrap();
        let destination = engine.communities().destination(&channel, NOON).await.unwrap();
        engine.events().announce(event.id, destination).await.unwrap();
        World { engine, event, channel }
    }

    /// A draft of the owner's that should be public.
    async fn draft(&self) -> Event {
        let (key, rules) = (Key("draft".to_owned()), (*self.event.rules).clone());
        let new = NewEvent {
            visibility: Visibility::InviteOnly,
            draft: Some(Visibility::Public),
            ..NewEvent::of(key, "Swim", self.event.owner, rules)
        };
        self.engine.events().create(new, NOON).await.unwrap()
    }

    async fn member(&self, name: &str) -> Membership {
        let person = person(&self.engine, name).await;
        let of = Membership { event: self.event.id, person: person.id };
        self.engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        of
    }

    async fn check_in(&self, of: Membership, key: &str, now: Instant) -> Result<u32, Error> {
        let action = CheckIn::now(Key(key.to_owned()));
        Ok(self.engine.memberships().act(of, now, Action::CheckIn(action)).await?.standing.current)
    }

    /// What was sent by now on Discord.
    async fn sent(&self, now: Instant) -> Vec<Topic> {
        let [discord, _] = self.sent_on_both(now).await;
        discord
    }

    /// The milestones of an event in what was sent.
    async fn milestones(
        &self,
        event: engine::EventId,
        sent: &[Topic],
    ) -> Vec<(engine::PersonId, u32)> {
        let mut told = vec![];
        for topic in sent {
            let &Topic::Milestones { from, until } = topic else { continue };
            let reached =
                self.engine.leaderboards().reached_in(event, (from, until)).await.unwrap();
            told.extend(reached.into_iter().map(|one| (one.person, one.length)));
        }
        told
    }

    /// What was sent by now on Discord and on Telegram, but for the boards of weeks.
    async fn sent_on_both(&self, now: Instant) -> [Vec<Topic>; 2] {
        let ledgers = [Ledger::of(Platform::Discord), Ledger::of(Platform::Telegram)];
        let stop = CancellationToken::new();
        let wait = async {
            while !self.engine.schedule().is_idle(now).await.unwrap() {
                self.engine.schedule().tick(now).await.unwrap();
            }
            stop.cancel();
        };
        let deliver = |ledger| self.engine.deliveries().run(ledger, || now, stop.clone());
        tokio::join!(deliver(&ledgers[0]), deliver(&ledgers[1]), wait);
        ledgers.map(|ledger| {
            let mut given = ledger.given.into_inner().unwrap();
            given.retain(|topic| !matches!(topic, Topic::WeeksOver { .. }));
            given
        })
    }
}

/// A notifier that keeps what it was given.
struct Ledger {
    platform: Platform,
    given: Mutex<Vec<Topic>>,
    /// Ends the delivery with the first batch.
    stop: Option<CancellationToken>,
}

impl Ledger {
    fn of(platform: Platform) -> Ledger {
        Ledger { platform, given: Mutex::default(), stop: None }
    }
}

impl Notifier for Ledger {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        self.given.lock().unwrap().push(delivery.topic);
        self.stop.iter().for_each(CancellationToken::cancel);
        Box::pin(async { Delivered::Sent { remote_id: None } })
    }
}

/// Notes what it is given and where to, and delivers it or finds the way closed.
struct Carrier {
    platform: Platform,
    is_open: bool,
    given: Mutex<Vec<(String, DestinationId)>>,
}

impl Notifier for Carrier {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        let given = (delivery.dedupe_key.clone(), delivery.destination.id);
        self.given.lock().unwrap().push(given);
        Box::pin(async {
            match self.is_open {
                true => Delivered::Sent { remote_id: None },
                false => Delivered::Unreachable { why: "closed".to_owned() },
            }
        })
    }
}

/// Takes a delivery and never says what became of it; notes what was known of each.
struct Silent {
    known: Mutex<Vec<(bool, bool)>>,
}

impl Notifier for Silent {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        let known = (delivery.unsure_since.is_some(), delivery.may_be_told_twice());
        self.known.lock().unwrap().push(known);
        Box::pin(std::future::pending())
    }
}

async fn person(engine: &Engine, name: &str) -> Person {
    person_on(engine, Platform::Discord, name).await
}

async fn person_on(engine: &Engine, platform: Platform, name: &str) -> Person {
    let account = Account {
        platform,
        external_id: name.to_owned(),
        name: name.to_owned(),
        handle: None,
        locale: None,
    };
    engine.people().get_or_create(&account, "UTC".parse().unwrap(), NOON).await.unwrap()
}

fn day(n: i64) -> Instant {
    NOON.plus_s(n * DAY_S)
}

/// Makes the second person one with the first, who made the code.
async fn link(engine: &Engine, stays: &Person, goes: &Person, now: Instant) {
    let code = engine.people().link_code(stays.id, Platform::Discord, now).await.unwrap();
    let account = engine.people().accounts(goes.id).await.unwrap().remove(0);
    engine.people().ask_link(&code, goes.id, &account, now).await.unwrap().unwrap();
    engine.people().confirm_link(stays.id, goes.id, now).await.unwrap().unwrap();
}
