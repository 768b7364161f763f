//! Many clients at once on one membership: whatever order they come in, the stored facts and the stored
//! numbers belong together. `STREAKS_OPERATIONS` sets how much they do, `STREAKS_SEED` what.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod dice;
mod plain_sql;

use dice::{Dice, number};
use engine::rules::{
    Action, Cadence, Change, CheckIn, ClockRule, Day, Days, Decision, Instant, Key, Milestones,
    Named, Repeat, Role, Rules, Setting, Target,
};
use engine::{
    Account, By, Engine, Entry, Error, Limits, Membership, NewEvent, PersonId, Platform, Question,
};
use futures_util::future::join_all;
use plain_sql::PlainSql;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const NOON: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z
const DAY_S: i64 = 86_400;
const CLIENTS: u64 = 64;

/// What was accepted, as the clients were told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Accepted {
    entries: usize,
    undone: usize,
    joins: usize,
    leaves: usize,
    pauses: usize,
    repairs: usize,
}

struct Client {
    engine: Engine,
    of: Membership,
    /// The clock that all clients share.
    clock: Arc<AtomicI64>,
    dice: Dice,
    accepted: Accepted,
}

impl Client {
    async fn work(mut self, operations: u64) -> Accepted {
        for _ in 0..operations {
            // Now and then nobody asks anything for days, so that something is missed.
            let is_quiet = self.dice.one_in(150);
            let advance =
                if is_quiet { self.dice.int(1..=4) * DAY_S } else { self.dice.int(0..=1200) };
            let mut now = Instant(self.clock.fetch_add(advance, Ordering::Relaxed));
            if self.dice.one_in(20) {
                now = now.plus_s(-self.dice.int(1..=30));
            }
            let action = self.action(now);
            match self.engine.memberships().act(self.of, now, action).await {
                Ok(decision) => self.accepted.count(&decision),
                Err(Error::Refused(_)) => {}
                Err(fault) => panic!("{fault}"),
            }
        }
        self.accepted
    }

    /// Keys come from a small number of them, so that clients repeat each other's requests.
    fn key(&mut self, now: Instant) -> Key {
        Key(format!("{}-{}", now.0 / 7200, self.dice.int(0..=9)))
    }

    fn action(&mut self, now: Instant) -> Action {
        let today = Setting::midnight("Europe/Berlin".parse().unwrap()).day_of(now);
        let back = -(self.dice.int(0..=2) as i32);
        match self.dice.int(0..=99) {
            0..=9 => Action::Join,
            10 => Action::Leave,
            11..=63 => Action::CheckIn(CheckIn {
                key: self.key(now),
                sent_at: None,
                day: if self.dice.one_in(8) { Named::Date(today.plus(back)) } else { Named::Now },
                amount_milli: None,
                task: None,
                note: None,
                repeat: Repeat::Keep,
                entries_max: None,
            }),
            64..=91 => {
                let newest = self.dice.one_in(2);
                let target = if newest { Target::Newest } else { Target::Key(self.key(now)) };
                Action::Undo { target, by: self.key(now), role: Role::Member }
            }
            92..=93 => {
                let first = today.plus(self.dice.int(0..=4) as i32);
                let last = first.plus(self.dice.int(0..=3) as i32);
                Action::Pause(Days { first, last })
            }
            94..=95 => Action::Resume,
            96..=97 => Action::Repair { day: today.plus(back - 1), role: Role::Member },
            _ => Action::Refresh,
        }
    }
}

impl Accepted {
    fn count(&mut self, decision: &Decision) {
        for change in &decision.changes {
            match change {
                Change::Enter(_) => self.entries += 1,
                Change::Undo { .. } => self.undone += 1,
                Change::Join { .. } => self.joins += 1,
                Change::Leave { .. } => self.leaves += 1,
                Change::Pause(_) => self.pauses += 1,
                Change::Repair(_) => self.repairs += 1,
                Change::Resume { .. } | Change::Grant(_) => {}
            }
        }
    }

    fn plus(self, other: Accepted) -> Accepted {
        Accepted {
            entries: self.entries + other.entries,
            undone: self.undone + other.undone,
            joins: self.joins + other.joins,
            leaves: self.leaves + other.leaves,
            pauses: self.pauses + other.pauses,
            repairs: self.repairs + other.repairs,
        }
    }
}

async fn person(engine: &Engine, name: &str) -> PersonId {
    let account = Account {
        platform: Platform::Discord,
        external_id: name.to_owned(),
        name: name.to_owned(),
        handle: None,
        locale: None,
    };
    engine.people().get_or_create(&account, "UTC".parse().unwrap(), NOON).await.unwrap().id
}

async fn membership(engine: &Engine) -> Membership {
    let person = person(engine, "ada").await;
    let berlin = Setting::midnight("Europe/Berlin".parse().unwrap());
    let rules = Rules::daily(ClockRule::Fixed(berlin), Cadence::EVERY_DAY, berlin.day_of(NOON));
    let rules = Rules { milestones: Milestones::of(vec![2, 3, 5, 7]), ..rules };
    let new = NewEvent::of(Key("made".to_owned()), "Read", person, rules);
    let event = engine.events().create(new, NOON).await.unwrap().id;
    Membership { event, person }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_clients_on_one_membership_leave_what_the_facts_say() {
    let operations = number("STREAKS_OPERATIONS").unwrap_or(2000);
    let seed = number("STREAKS_SEED").unwrap_or(1);
    println!("seed {seed}, {operations} operations");
    let url = engine::testing::url().await.unwrap();
    let engine = Engine::open(&url).await.unwrap();
    let of = membership(&engine).await;
    let clock = Arc::new(AtomicI64::new(NOON.0));
    let clients = (0..CLIENTS).map(|n| {
        let (engine, clock) = (engine.clone(), clock.clone());
        let dice = Dice::of(seed.wrapping_mul(1000).wrapping_add(n));
        let client = Client { engine, of, clock, dice, accepted: Accepted::default() };
        tokio::spawn(client.work(operations.div_ceil(CLIENTS)))
    });
    let accepted = join_all(clients).await.into_iter().map(Result::unwrap);
    let accepted = accepted.fold(Accepted::default(), Accepted::plus);
    let now = Instant(clock.load(Ordering::Relaxed));

    let found = engine.memberships().rebuild(true, now).await.unwrap();
    assert_eq!((found.memberships, found.differences), (1, vec![]));
    let view = engine.memberships().view_since(of, Day::EARLIEST, now).await.unwrap().unwrap();
    let history = &view.history;
    let stored = Accepted {
        entries: history.entries.len(),
        undone: history.entries.iter().filter(|entry| entry.undone_at.is_some()).count(),
        joins: history.spans.len(),
        leaves: history.spans.iter().filter(|span| span.left.is_some()).count(),
        pauses: history.pauses.len(),
        repairs: history.repairs.len(),
    };
    assert_eq!(stored, accepted, "what the clients were told is what is stored");
    let sql = PlainSql::open(&url).await;
    let keys = sql.numbers("select count(distinct key) from check_in").await;
    assert_eq!(keys, [accepted.entries as i64]);

    let other = Engine::open(&url).await.unwrap();
    let again = other.memberships().view_since(of, Day::EARLIEST, now).await.unwrap().unwrap();
    assert_eq!((&again.history, &again.life), (&view.history, &view.life));
    for by in By::ALL {
        let question = Question::top(by, 5).asked_by(of.person);
        let board = engine.leaderboards().page(of.event, &question, now).await.unwrap();
        assert_eq!(other.leaderboards().page(of.event, &question, now).await.unwrap(), board);
    }
    println!("{accepted:?}");
}

#[tokio::test]
async fn what_two_processes_do_in_one_second_stands_in_the_order_in_which_they_did_it() {
    let url = engine::testing::url().await.unwrap();
    let mut lost = 0;
    for n in 0..8 {
        let one = Engine::open(&url).await.unwrap();
        let other = Engine::open(&url).await.unwrap();
        let of =
            Membership { person: person(&one, &format!("p{n}")).await, ..membership(&one).await };
        for (engine, action) in [
            (&one, Action::Join),
            (&one, Action::Leave),
            (&one, Action::Join),
            (&one, Action::Leave),
            (&other, Action::Join),
        ] {
            engine.memberships().act(of, NOON, action).await.unwrap();
        }
        let view = one.memberships().view(of, NOON).await.unwrap().unwrap();
        lost += u32::from(!view.life.standing.member);
        one.close().await;
        other.close().await;
    }
    assert_eq!(lost, 0, "who joined last is a member");
}

#[tokio::test]
async fn those_who_join_by_two_processes_at_once_are_no_more_than_there_may_be() {
    let url = engine::testing::url().await.unwrap();
    let limits = Limits { joined_events: 2, event_members: 3, ..Limits::default() };
    let one = Engine::open(&url).await.unwrap().with_limits(limits);
    let other = Engine::open(&url).await.unwrap().with_limits(limits);
    let ada = membership(&one).await;
    let rules = one.events().get(ada.event).await.unwrap().unwrap().rules;
    let mut events = vec![ada.event];
    for n in 0..4 {
        let key = Key(format!("made {n}"));
        let new = NewEvent::of(key, "Run", ada.person, (*rules).clone());
        events.push(one.events().create(new, NOON).await.unwrap().id);
    }
    let club = events.pop().unwrap();
    let mut people = vec![];
    for n in 0..5 {
        people.push(Membership { event: club, person: person(&one, &format!("p{n}")).await });
    }
    let hers = events.into_iter().map(|event| Membership { event, ..ada });
    let hers: Vec<Membership> = hers.collect();
    for (comers, most) in [(hers, 2), (people, 3)] {
        let joins = comers.iter().enumerate().map(|(n, of)| {
            let engine = if n % 2 == 0 { &one } else { &other };
            engine.memberships().join(*of, NOON)
        });
        let mut entered = 0;
        for entry in join_all(joins).await {
            entered += usize::from(entry.unwrap() == Entry::Open);
        }
        assert_eq!(entered, most);
    }
    for engine in [&one, &other] {
        engine.close().await;
    }
}

#[tokio::test]
async fn whoever_is_kept_out_in_the_moment_in_which_they_join_is_no_member() {
    let url = engine::testing::url().await.unwrap();
    let one = Engine::open(&url).await.unwrap();
    let other = Engine::open(&url).await.unwrap();
    let ada = membership(&one).await;
    for n in 0..16 {
        let of = Membership { person: person(&one, &format!("p{n}")).await, ..ada };
        let (joined, kept_out) = tokio::join!(
            one.memberships().join(of, NOON),
            other.memberships().remove(of, true, ada.person, NOON),
        );
        let (entry, left) = (joined.unwrap(), kept_out.unwrap().left);
        let said = match entry {
            Entry::Open => vec![of],
            Entry::Banned => vec![],
            entry => panic!("{entry:?}"),
        };
        assert_eq!(left, said, "time {n}: taken out is who came in");
        assert!(one.memberships().of(of.person).await.unwrap().is_empty(), "time {n}");
    }
    for engine in [&one, &other] {
        engine.close().await;
    }
}

#[tokio::test]
async fn whoever_hides_in_the_moment_in_which_they_join_is_on_no_leaderboard() {
    let url = engine::testing::url().await.unwrap();
    let one = Engine::open(&url).await.unwrap();
    let other = Engine::open(&url).await.unwrap();
    let ada = membership(&one).await;
    let sql = PlainSql::open(&url).await;
    for n in 0..16 {
        let of = Membership { person: person(&one, &format!("p{n}")).await, ..ada };
        let (joined, hidden) = tokio::join!(
            one.memberships().join(of, NOON),
            other.people().hide(of.person, true, NOON),
        );
        assert_eq!(joined.unwrap(), Entry::Open, "time {n}");
        hidden.unwrap();
        let ranked = "select count(*) from membership where ranked";
        assert_eq!(sql.numbers(ranked).await, [0], "time {n}");
    }
    for engine in [&one, &other] {
        engine.close().await;
    }
}

#[tokio::test]
async fn a_day_of_joining_is_that_of_the_clock_that_is_said_in_the_same_moment() {
    let url = engine::testing::url().await.unwrap();
    let one = Engine::open(&url).await.unwrap();
    let other = Engine::open(&url).await.unwrap();
    let ada = person(&one, "ada").await;
    let utc = Setting::midnight("UTC".parse().unwrap());
    let rules = Rules::daily(ClockRule::Personal, Cadence::EVERY_DAY, utc.day_of(NOON));
    let new = NewEvent::of(Key("own".to_owned()), "Read", ada, rules);
    let event = one.events().create(new, NOON).await.unwrap().id;
    // There it is the next day already.
    let far = Setting::midnight("Pacific/Kiritimati".parse().unwrap());
    let sql = PlainSql::open(&url).await;
    for n in 0..16 {
        let of = Membership { event, person: person(&one, &format!("p{n}")).await };
        let (joined, moved) = tokio::join!(
            one.memberships().join(of, NOON),
            other.people().move_clock(of.person, far, NOON),
        );
        assert_eq!(joined.unwrap(), Entry::Open, "time {n}");
        moved.unwrap();
        let day =
            format!("select joined_day from membership_span where person_id = {}", of.person.0);
        assert_eq!(sql.numbers(&day).await, [i64::from(far.day_of(NOON).0)], "time {n}");
    }
    for engine in [&one, &other] {
        engine.close().await;
    }
}

#[tokio::test]
async fn whoever_is_kept_out_while_a_next_round_begins_is_kept_out_of_it() {
    let url = engine::testing::url().await.unwrap();
    let one = Engine::open(&url).await.unwrap();
    let other = Engine::open(&url).await.unwrap();
    let ada = membership(&one).await;
    let rules = one.events().get(ada.event).await.unwrap().unwrap().rules;
    let rules = Rules { end: Some(rules.start.plus(6)), ..(*rules).clone() };
    for n in 0..8 {
        let new = NewEvent::of(Key(format!("made {n}")), "Run", ada.person, rules.clone());
        let run = one.events().create(new, NOON).await.unwrap();
        let next = NewEvent::next_round(Key(format!("next {n}")), &run, NOON).unwrap();
        let eve = Membership { event: run.id, person: person(&one, "eve").await };
        let (begun, kept_out) = tokio::join!(
            one.events().create(next, NOON),
            other.memberships().remove(eve, true, ada.person, NOON),
        );
        assert!(kept_out.unwrap().left.is_empty(), "they were in nothing");
        let entry = one.memberships().entry(&begun.unwrap(), eve.person, NOON).await.unwrap();
        assert_eq!(entry, Entry::Banned, "time {n}");
    }
    for engine in [&one, &other] {
        engine.close().await;
    }
}

#[tokio::test]
async fn a_process_whose_clock_is_behind_writes_what_it_was_told() {
    let url = engine::testing::url().await.unwrap();
    let before = Engine::open(&url).await.unwrap();
    let of = membership(&before).await;
    for action in [Action::Join, Action::Leave, Action::Join] {
        before.memberships().act(of, NOON, action).await.unwrap();
    }
    before.close().await;
    let after = Engine::open(&url).await.unwrap();
    after.memberships().act(of, NOON.plus_s(-5), Action::Leave).await.unwrap();
    after.memberships().act(of, NOON.plus_s(-4), Action::Join).await.unwrap();
    let view = after.memberships().view(of, NOON).await.unwrap().unwrap();
    assert!(view.life.standing.member, "{:?}", view.history.spans);
    assert_eq!(after.memberships().rebuild(true, NOON).await.unwrap().differences, vec![]);
}

#[tokio::test]
async fn two_changes_of_a_clock_at_once_are_both_kept() {
    let url = engine::testing::url().await.unwrap();
    let one = Engine::open(&url).await.unwrap();
    let other = Engine::open(&url).await.unwrap();
    let person = person(&one, "ada").await;
    let zone = |name: &str| Setting::midnight(name.parse().unwrap());
    let changed = tokio::join!(
        one.people().choose_clock(person, zone("Asia/Tokyo"), NOON),
        other.people().choose_clock(person, zone("Asia/Dubai"), NOON),
    );
    assert_eq!([changed.0, changed.1].map(Result::unwrap), [true, true]);
    let sql = PlainSql::open(&url).await;
    assert_eq!(sql.numbers("select n from clock_setting order by n").await, [0, 1]);
}
