//! Two people who become one and part again: whatever they do, each has what they brought and what they did since, told
//! by dice. `STREAKS_SEED` tells one story again.

use super::*;
use crate::dice::{Dice, number};
use engine::{EventId, PersonId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const SIDES: [(Platform, &str, &str); 2] =
    [(Platform::Discord, "ada", "dc"), (Platform::Telegram, "ben", "tg")];
/// Stands for the other one of the two, who has another number after each change.
const OTHER: PersonId = PersonId(0);

/// What somebody has.
#[derive(Debug, Clone, Default, PartialEq)]
struct Kept {
    days: BTreeMap<EventId, usize>,
    sent: usize,
    got: usize,
    blocks: BTreeSet<PersonId>,
    asks: BTreeSet<EventId>,
    owned: i64,
}

impl Kept {
    async fn of(engine: &Engine, who: PersonId, other: PersonId) -> Kept {
        let exported = engine.people().export(who, day(40)).await.unwrap();
        let rows = |table: &str| exported["tables"][table].as_array().cloned().unwrap_or_default();
        let id = |row: &Value, column: &str| row[column].as_i64().unwrap();
        let mut days = BTreeMap::new();
        for row in rows("check_in").iter().filter(|row| row["undone_at"].is_null()) {
            *days.entry(EventId(id(row, "event_id"))).or_default() += 1;
        }
        let messages =
            |column: &str| rows("greeting").iter().filter(|row| id(row, column) == who.0).count();
        let blocked = |row: &Value| PersonId(id(row, "blocked_person"));
        let blocks = rows("block").iter().map(blocked).collect::<BTreeSet<PersonId>>();
        let named = |one: PersonId| if one == other { OTHER } else { one };
        Kept {
            days,
            sent: messages("from_person"),
            got: messages("to_person"),
            blocks: blocks.into_iter().map(named).collect(),
            asks: rows("join_request").iter().map(|row| EventId(id(row, "event_id"))).collect(),
            owned: engine.events().count_owned(who).await.unwrap(),
        }
    }
}

/// The two, and whom and what they have to do with.
struct Story {
    world: World,
    dice: Dice,
    ken: PersonId,
    strangers: Vec<PersonId>,
    /// Of one, of the other, of both.
    events: Vec<EventId>,
    /// Where nobody is in.
    closed: Vec<EventId>,
    kept: [Kept; 2],
}

impl Story {
    async fn begin(seed: u64) -> Story {
        let world = World::new().await;
        let mut strangers = vec![];
        for n in 0..4 {
            strangers.push(person(&world.engine, &format!("stranger {n}")).await.id);
        }
        let ken = person(&world.engine, "ken").await.id;
        let mut story = Story {
            world,
            dice: Dice::of(seed),
            ken,
            strangers,
            events: vec![],
            closed: vec![],
            kept: Default::default(),
        };
        for n in 0..6 {
            let event = story.make(&format!("made {n}"), story.world.event.owner, NOON).await;
            if n < 3 { story.events.push(event) } else { story.closed.push(event) }
        }
        story
    }

    async fn make(&self, key: &str, owner: PersonId, now: Instant) -> EventId {
        let rules = (*self.world.event.rules).clone();
        let new = NewEvent::of(Key(key.to_owned()), key, owner, rules);
        self.world.engine.events().create(new, now).await.unwrap().id
    }

    fn any<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.dice.int(0..=of.len() as i64 - 1) as usize]
    }

    async fn cheer(&self, from: PersonId, to: PersonId, key: &str, n: i64) {
        let today = Setting::midnight("UTC".parse().unwrap()).day_of(day(n));
        let what = (self.events[2], "", key);
        let sent = self.world.engine.people().cheer((from, to), what, today, day(n)).await.unwrap();
        assert!(sent.is_some());
    }

    /// What `side` does on a day, being `who`; whatever nobody can attribute is of `both` or of whoever `stays`.
    async fn act(&mut self, n: i64, side: usize, who: PersonId, stays: Option<usize>) {
        let key = format!("{}:{n}", SIDES[side].2);
        match self.dice.int(0..=5) {
            0 => {
                let events = match stays {
                    None => vec![self.events[side], self.events[2]],
                    Some(_) => self.events.clone(),
                };
                let event = self.any(&events);
                let of = Membership { event, person: who };
                self.world.check_in(of, &key, day(n)).await.unwrap();
                *self.kept[side].days.entry(event).or_default() += 1;
            }
            1 => {
                self.cheer(who, self.ken, &key, n).await;
                self.kept[side].sent += 1;
            }
            2 => {
                self.cheer(self.ken, who, &key, n).await;
                self.kept[side].got += 1;
            }
            3 => {
                let other = self.any(&self.strangers.clone());
                self.world.engine.people().block(who, other, day(n)).await.unwrap();
                let was_known = self.kept.iter().any(|kept| kept.blocks.contains(&other));
                match stays {
                    None => self.kept[side].blocks.extend([other]),
                    Some(_) if was_known => {}
                    Some(_) => self.kept.iter_mut().for_each(|kept| kept.blocks.extend([other])),
                }
            }
            4 => {
                let event = self.any(&self.closed.clone());
                let of = Membership { event, person: who };
                self.world.engine.memberships().ask_to_join(of, day(n)).await.unwrap();
                let was_known = self.kept.iter().any(|kept| kept.asks.contains(&event));
                match stays {
                    None => self.kept[side].asks.extend([event]),
                    Some(_) if was_known => {}
                    Some(stays) => self.kept[stays].asks.extend([event]),
                }
            }
            _ => {
                self.make(&key, who, day(n)).await;
                self.kept[side].owned += 1;
            }
        }
    }
}

async fn tell(seed: u64) {
    let mut story = Story::begin(seed).await;
    let mut two = vec![];
    for (side, (platform, name, _)) in SIDES.into_iter().enumerate() {
        let who = person_on(&story.world.engine, platform, name).await;
        for event in [story.events[side], story.events[2]] {
            let of = Membership { event, person: who.id };
            story.world.engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        }
        two.push(who);
    }
    for n in 0..12 {
        for (side, who) in two.iter().enumerate() {
            story.act(n, side, who.id, None).await;
        }
    }
    let ids = [two[0].id, two[1].id];
    for (side, other) in [(0, 1), (1, 0)] {
        if story.dice.one_in(2) {
            story.cheer(ids[side], ids[other], SIDES[side].2, 12).await;
            story.kept[side].sent += 1;
            story.kept[other].got += 1;
        }
        if story.dice.one_in(2) {
            story.world.engine.people().block(ids[side], ids[other], day(12)).await.unwrap();
            story.kept[side].blocks.insert(OTHER);
        }
        let brought = Kept::of(&story.world.engine, ids[side], ids[other]).await;
        assert_eq!(brought, story.kept[side], "before, seed {seed}");
    }
    let maker = story.dice.int(0..=1) as usize;
    let engine = story.world.engine.clone();
    link(&engine, &two[maker], &two[1 - maker], day(13)).await;
    let one = ids[maker];
    let parted = story.dice.int(0..=1) as usize;
    for n in 14..28 {
        let side = story.dice.int(0..=1) as usize;
        story.act(n, side, one, Some(1 - parted)).await;
    }
    let (platform, name, _) = SIDES[parted];
    let accounts = engine.people().accounts(one).await.unwrap();
    let account = accounts.into_iter().find(|account| account.platform == platform).unwrap();
    let done = engine.people().unlink(one, &account, day(30)).await.unwrap();
    assert_eq!(done, Some(Parted::WithItsOwn));
    let fresh = engine.people().find(platform, name).await.unwrap().unwrap().id;
    let has = Kept::of(&engine, fresh, one).await;
    assert_eq!(has, story.kept[parted], "who was parted, seed {seed}");
    let has = Kept::of(&engine, one, fresh).await;
    assert_eq!(has, story.kept[1 - parted], "who stayed, seed {seed}");
    let found = engine.memberships().rebuild(true, day(30)).await.unwrap();
    assert!(found.differences.is_empty(), "{:?}, seed {seed}", found.differences);
}

#[tokio::test]
async fn whatever_two_did_each_has_their_own_again() {
    let seeds = match number("STREAKS_SEED") {
        Some(seed) => seed..=seed,
        None => 1..=6,
    };
    for seed in seeds {
        tell(seed).await;
    }
}
