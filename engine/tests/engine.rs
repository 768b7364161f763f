//! The engine over a real database: SQLite, or the PostgreSQL that `STREAKS_TEST_DATABASE` names.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use engine::rules::reminder::TimeOfDay;
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Instant, Key, Refusal, Role, Rules, Setting, Target,
};
use engine::{
    Account, By, CommunityAddress, CommunityChange, Delivered, Delivery, DestinationId, Engine,
    Entry, Error, Event, Kind, Membership, NewDestination, NewEvent, NewUpdate, Notifier, Person,
    Platform, ProofRule, ProofState, Question, Search, Topic, Visibility, Worked,
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
        let engine = engine::testing::engine().await.unwrap();
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

    /// A draft of the owner's that shall be public.
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
            given.retain(|topic| !matches!(topic, Topic::WeekOver { .. }));
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
        let known = (delivery.is_unsure, delivery.may_be_told_twice());
        self.known.lock().unwrap().push(known);
        Box::pin(std::future::pending())
    }
}

async fn person(engine: &Engine, name: &str) -> Person {
    let account = Account {
        platform: Platform::Discord,
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

#[tokio::test]
async fn a_week_of_check_ins_is_a_streak_of_seven_and_a_milestone_told_once() {
    let world = World::new().await;
    let of = world.member("ada").await;
    let mut told = vec![];
    for n in 0..7 {
        let current = world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
        assert_eq!(current, n as u32 + 1);
        told.push(world.sent(day(n)).await.len());
    }
    told.push(world.sent(day(7)).await.len());
    assert_eq!(told, [0, 0, 0, 1, 0, 0, 0, 1], "days 3 and 7, and not in the same moment");
}

#[tokio::test]
async fn an_undone_milestone_is_not_announced() {
    let world = World::new().await;
    let of = world.member("ada").await;
    for n in 0..3 {
        world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
    }
    let by = Key("u".to_owned());
    let action = Action::Undo { target: Target::Newest, by, role: Role::Member };
    for _ in 0..2 {
        let undone = world.engine.memberships().act(of, day(2), action.clone()).await.unwrap();
        assert_eq!(undone.standing.current, 2, "a repeat of the request takes nothing else back");
    }
    assert_eq!(world.sent(day(3)).await, []);
}

#[tokio::test]
async fn what_is_done_and_undone_at_once_is_announced_as_it_stands() {
    let world = World::new().await;
    let mut members = vec![];
    for name in ["ada", "ben", "cem"] {
        let of = world.member(name).await;
        for n in 0..2 {
            world.check_in(of, &format!("{name}{n}"), day(n)).await.unwrap();
        }
        members.push(of);
    }
    let [ada, ben, cem] = members[..] else { panic!("three members") };
    let undo = |of: Membership, name: &str| {
        let by = Key(format!("{name} undoes"));
        let action = Action::Undo { target: Target::Newest, by, role: Role::Member };
        let engine = world.engine.clone();
        async move {
            engine.memberships().act(of, day(2), action).await.map(|undone| undone.standing.current)
        }
    };
    let enter = |of: Membership, key: &'static str| world.check_in(of, key, day(2));
    let answers = tokio::join!(
        enter(ada, "ada2"),
        enter(ben, "ben2"),
        undo(ada, "ada"),
        undo(ben, "ben"),
        enter(ada, "ada again"),
        enter(cem, "cem2"),
    );
    let (a, b, c, d, e, f) = answers;
    assert_eq!([a, b, c, d, e, f].map(Result::unwrap), [3, 3, 2, 2, 3, 3]);
    let mut told: Vec<Membership> = world.sent(day(3)).await.iter().map(milestone_of).collect();
    told.sort();
    assert_eq!(told, [ada, cem]);
}

#[tokio::test]
async fn a_milestone_reached_again_is_told_where_it_was_not_told_yet() {
    let world = World::new().await;
    let group = NewDestination { platform: Platform::Telegram, ..world.channel.clone() };
    let group = world.engine.communities().destination(&group, NOON).await.unwrap();
    world.engine.events().announce(world.event.id, group).await.unwrap();
    let of = world.member("ada").await;
    for n in 0..3 {
        world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
    }
    let stop = CancellationToken::new();
    let ledger = Ledger { stop: Some(stop.clone()), ..Ledger::of(Platform::Telegram) };
    world.engine.deliveries().run(&ledger, || day(2).plus_s(60), stop).await;
    assert_eq!(ledger.given.lock().unwrap().len(), 1);
    let by = Key("u".to_owned());
    let undo = Action::Undo { target: Target::Newest, by, role: Role::Member };
    world.engine.memberships().act(of, day(2).plus_s(70), undo).await.unwrap();
    world.check_in(of, "again", day(2).plus_s(80)).await.unwrap();
    let [discord, telegram] = world.sent_on_both(day(2).plus_s(120)).await;
    assert_eq!(discord.iter().map(milestone_of).collect::<Vec<_>>(), [of]);
    assert_eq!(telegram, []);
}

fn milestone_of(topic: &Topic) -> Membership {
    let &Topic::Milestone { event, person, length: 3 } = topic else { panic!("{topic:?}") };
    Membership { event, person }
}

#[tokio::test]
async fn the_same_request_is_counted_once() {
    let world = World::new().await;
    let of = world.member("ada").await;
    let answers = join_all((0..20).map(|_| world.check_in(of, "same", NOON))).await;
    assert!(answers.iter().all(|answer| matches!(answer, Ok(1))));
    let view = world.engine.memberships().view(of, NOON).await.unwrap().unwrap();
    assert_eq!(view.history.entries.len(), 1);
}

#[tokio::test]
async fn a_stranger_is_refused_and_nothing_is_stored() {
    let world = World::new().await;
    let stranger = person(&world.engine, "mallory").await;
    let of = Membership { event: world.event.id, person: stranger.id };
    let refused = world.check_in(of, "k", NOON).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(Refusal::NotMember)));
    assert!(world.engine.memberships().view(of, NOON).await.unwrap().is_none());
}

#[tokio::test]
async fn many_people_at_once_stand_on_one_board() {
    let world = World::new().await;
    let mut members = vec![];
    for n in 0..20 {
        members.push(world.member(&format!("p{n}")).await);
    }
    let work = members
        .iter()
        .enumerate()
        .flat_map(|(n, of)| (0..n).map(move |m| (*of, format!("{n}-{m}"), day(m as i64))));
    let acts: Vec<_> = work.collect();
    for acts in acts.chunks(50) {
        for done in join_all(acts.iter().map(|(of, key, now)| world.check_in(*of, key, *now))).await
        {
            done.unwrap();
        }
    }
    let board = world
        .engine
        .leaderboards()
        .page(world.event.id, &Question::top(By::Total, 5).asked_by(members[3].person), day(0))
        .await;
    let board = board.unwrap();
    assert_eq!(board.rows.iter().map(|row| row.total).collect::<Vec<_>>(), [19, 18, 17, 16, 15]);
    assert_eq!(board.own.map(|row| (row.rank, row.total)), Some((17, 3)));
    assert_eq!(board.members, 20);
}

#[tokio::test]
async fn a_missed_day_ends_the_run_at_the_end_of_the_local_day_without_any_job() {
    let world = World::new().await;
    let of = world.member("ada").await;
    world.check_in(of, "k", NOON).await.unwrap();
    // Checked in on 1 March; a freeze saves the 2nd; the 3rd ends at 23:00 UTC, which is midnight in Berlin.
    let end = Instant(NOON.0 + 2 * DAY_S + 11 * 3600);
    let current = async |now| {
        let board = world
            .engine
            .leaderboards()
            .page(world.event.id, &Question::top(By::Current, 5), now)
            .await
            .unwrap();
        board.rows[0].current
    };
    assert_eq!((current(end.plus_s(-1)).await, current(end).await), (1, 0));
    assert!(world.engine.schedule().tick(end).await.unwrap() > 0);
    assert_eq!(
        world.engine.schedule().tick(end).await.unwrap(),
        0,
        "an ended run is written down once"
    );
    assert_eq!(current(end).await, 0);
}

#[tokio::test]
async fn a_reminder_comes_at_the_local_time_only_to_whoever_is_not_in() {
    let world = World::new().await;
    let (ada, ken) = (world.member("ada").await, world.member("ken").await);
    let at = world.engine.communities().destination(&world.channel, NOON).await.unwrap();
    let eight = TimeOfDay::from_minutes(20 * 60).unwrap();
    for of in [ada, ken] {
        let new_york = Setting::midnight("America/New_York".parse().unwrap());
        world.engine.people().move_clock(of.person, new_york, NOON).await.unwrap();
        let next = world.engine.reminders().add(of, eight, at, NOON).await.unwrap();
        // 20:00 in New York is 01:00 UTC, which is the next day in Berlin.
        assert_eq!(next, Some(NOON.plus_s(13 * 3600)));
    }
    let one = NOON.plus_s(13 * 3600);
    world.check_in(ken, "k", one.plus_s(-60)).await.unwrap();
    world.engine.schedule().tick(one).await.unwrap();
    let reminded = Topic::Reminder { event: ada.event, person: ada.person };
    assert_eq!(world.sent(one).await, [reminded]);
    world.engine.schedule().tick(one.plus_s(60)).await.unwrap();
    assert_eq!(world.sent(one.plus_s(60)).await, []);
}

#[tokio::test]
async fn an_update_is_stored_once_and_its_lane_is_worked_in_order() {
    let world = World::new().await;
    let update = |n: i64, ordering_key: &str| NewUpdate {
        source: "discord".to_owned(),
        source_id: n.to_string(),
        ordering_key: ordering_key.to_owned(),
        payload: n.to_string(),
    };
    let updates: Vec<NewUpdate> = (0..40).map(|n| update(n, ["a", "b"][n as usize % 2])).collect();
    world.engine.updates().store(&updates, Some(("discord", 40)), NOON).await.unwrap();
    world.engine.updates().store(&updates[..5], None, NOON).await.unwrap();
    let seen = std::sync::Arc::new(Mutex::new(vec![]));
    let stop = CancellationToken::new();
    // A clock that runs fast, so that what failed is tried again soon.
    let ticks = std::sync::atomic::AtomicI64::new(0);
    let now = || NOON.plus_s(5 * ticks.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    let handle = |update: engine::Update| {
        let seen = seen.clone();
        async move {
            let n: i64 = update.payload.parse().unwrap();
            if n == 6 && update.attempts < 3 {
                return Err("not yet");
            }
            assert_ne!(n, 9, "a poisonous update");
            seen.lock().unwrap().push(n);
            Ok(Worked::Done)
        }
    };
    let wait = async {
        while !world.engine.schedule().is_idle(NOON).await.unwrap() {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    };
    tokio::join!(world.engine.updates().work("discord", now, handle, stop.clone()), wait);
    let seen = seen.lock().unwrap().clone();
    let ordering_key = |rest| seen.iter().copied().filter(|n| n % 2 == rest).collect::<Vec<i64>>();
    assert_eq!(ordering_key(0), (0..40).step_by(2).collect::<Vec<_>>());
    assert_eq!(ordering_key(1), (0..40).filter(|n| n % 2 == 1 && *n != 9).collect::<Vec<_>>());
    assert_eq!(world.engine.updates().read_to("discord").await.unwrap(), Some((40, NOON)));
}

#[tokio::test]
async fn what_was_done_with_long_ago_is_forgotten() {
    let world = World::new().await;
    let of = world.member("ada").await;
    for n in 0..3 {
        world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
    }
    assert_eq!(world.sent(day(3)).await.len(), 1);
    assert_eq!(world.engine.schedule().forget_old(day(4)).await.unwrap(), 0);
    assert!(world.engine.schedule().forget_old(day(34)).await.unwrap() > 0);
    assert_eq!(world.engine.schedule().forget_old(day(34)).await.unwrap(), 0);
    assert_eq!(
        world.engine.memberships().view(of, day(34)).await.unwrap().unwrap().history.entries.len(),
        3
    );
}

#[tokio::test]
async fn a_name_that_was_given_up_means_whoever_bears_it_now() {
    let engine = engine::testing::engine().await.unwrap();
    let meet = async |id: &str, handle: &str| {
        let account = Account {
            platform: Platform::Telegram,
            external_id: id.to_owned(),
            name: id.to_owned(),
            handle: Some(handle.to_owned()),
            locale: None,
        };
        engine.people().get_or_create(&account, "UTC".parse().unwrap(), NOON).await.unwrap()
    };
    meet("old", "bob").await;
    let new = meet("new", "bob").await;
    let bob = engine.people().mentioned(Platform::Telegram, "bob").await.unwrap();
    assert_eq!(bob.map(|bob| bob.id), Some(new.id));
}

#[tokio::test]
async fn whoever_is_kept_out_is_not_let_in_by_an_old_request() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let eve = Membership { event: world.event.id, person: person(engine, "eve").await.id };
    engine.memberships().ask_to_join(eve, NOON).await.unwrap();
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    assert!(!engine.memberships().answer_join(eve, true, NOON).await.unwrap());
    assert!(engine.memberships().of(eve.person).await.unwrap().is_empty());
}

#[tokio::test]
async fn of_two_hosts_who_judge_one_is_heard() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    world.check_in(ada, "shown", NOON).await.unwrap();
    let engine = &world.engine;
    let shown = Key("shown".to_owned());
    let file = (Platform::Discord, "file");
    engine.events().show_proof(ada, &shown, file, ProofRule::Approved, NOON).await.unwrap();
    let proof = engine.events().open_proofs(ada.event).await.unwrap().pop().unwrap().id;
    let judge = async |state, by: &str| {
        engine
            .events()
            .judge_proof(proof, state, &Key(by.to_owned()), NOON)
            .await
            .unwrap()
            .is_some()
    };
    let heard =
        tokio::join!(judge(ProofState::Rejected, "one"), judge(ProofState::Approved, "two"));
    assert!(heard.0 != heard.1);
    let view = engine.memberships().view(ada, NOON).await.unwrap().unwrap();
    assert_eq!(view.life.standing.current, if heard.0 { 0 } else { 1 });
}

#[tokio::test]
async fn what_was_in_hand_when_a_process_ended_is_known_to_be_unsure() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let engine = &world.engine;
    let place = NewDestination {
        platform: Platform::Telegram,
        address: "7".to_owned(),
        thread: String::new(),
        kind: Kind::Private(ada.person),
        locale: None,
    };
    let place = engine.communities().destination(&place, NOON).await.unwrap();
    let topic = Topic::Cheer { event: ada.event, from: ada.person, to: ada.person };
    engine.deliveries().send(place, topic, "cheer".to_owned(), NOON, DAY_S).await.unwrap();
    let silent = Silent { known: Mutex::default() };
    for (later_s, known) in [(0, 1), (60, 2)] {
        let stop = CancellationToken::new();
        let deliver = engine.deliveries().run(&silent, || NOON.plus_s(later_s), stop.clone());
        // The process ends while it waits for an answer.
        let ends = async {
            while silent.known.lock().unwrap().len() < known {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        };
        futures_util::future::select(Box::pin(deliver), Box::pin(ends)).await;
    }
    assert_eq!(silent.known.into_inner().unwrap(), [(false, false), (true, false)]);
}

#[tokio::test]
async fn what_finds_a_way_closed_takes_another_one() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let engine = &world.engine;
    let private = async |platform, address: &str| {
        let place = NewDestination {
            platform,
            address: address.to_owned(),
            thread: String::new(),
            kind: Kind::Private(ada.person),
            locale: None,
        };
        engine.communities().destination(&place, NOON).await.unwrap()
    };
    let discord = private(Platform::Discord, "ada").await;
    let telegram = private(Platform::Telegram, "7").await;
    let topic = Topic::Reminder { event: ada.event, person: ada.person };
    let send = async |key: &str| {
        engine.deliveries().send(discord, topic, key.to_owned(), NOON, DAY_S).await.unwrap();
    };
    let carried = async |platform, is_open| {
        let carrier = Carrier { platform, is_open, given: Mutex::default() };
        let stop = CancellationToken::new();
        let until_idle = async {
            for _ in 0..40 {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
            stop.cancel();
        };
        tokio::join!(engine.deliveries().run(&carrier, || NOON, stop.clone()), until_idle);
        carrier.given.into_inner().unwrap()
    };
    send("one").await;
    send("two").await;
    assert!(!carried(Platform::Discord, false).await.is_empty());
    let mut told = carried(Platform::Telegram, true).await;
    told.sort();
    assert_eq!(told, [("one".to_owned(), telegram), ("two".to_owned(), telegram)]);
    // What is written down later goes there at once.
    send("three").await;
    assert_eq!(carried(Platform::Telegram, true).await, [("three".to_owned(), telegram)]);
    // Where that is closed too, the channel of the event hears it once.
    let channel = engine.communities().destination(&world.channel, NOON).await.unwrap();
    send("four").await;
    carried(Platform::Telegram, false).await;
    assert_eq!(carried(Platform::Discord, true).await, [("four".to_owned(), channel)]);
    // Each closed way is said to the person once.
    let mut closed = vec![];
    while let Some(platform) = engine.communities().unreachable_notice(ada.person).await.unwrap() {
        closed.push(platform);
    }
    closed.sort();
    assert_eq!(closed, [Platform::Discord, Platform::Telegram]);
    send("five").await;
    assert!(carried(Platform::Discord, true).await.is_empty());
}

#[tokio::test]
async fn a_chosen_name_outlives_a_new_name_of_the_account() {
    let engine = engine::testing::engine().await.unwrap();
    let meet = async |name: &str| {
        let account = Account {
            platform: Platform::Telegram,
            external_id: "7".to_owned(),
            name: name.to_owned(),
            handle: None,
            locale: None,
        };
        engine.people().get_or_create(&account, "UTC".parse().unwrap(), NOON).await.unwrap()
    };
    let ada = meet("ada").await;
    engine.people().set_name(ada.id, Some("Countess")).await.unwrap();
    assert_eq!(meet("Augusta").await.name, "Countess");
    engine.people().set_name(ada.id, None).await.unwrap();
    assert_eq!(meet("Augusta").await.name, "Augusta");
    assert_eq!(meet("Ada King").await.name, "Ada King");
}

#[tokio::test]
async fn a_code_lets_in_and_a_wrong_one_does_not() {
    let world = World::new().await;
    let code = world.engine.events().invite(world.event.id, world.event.owner, NOON).await.unwrap();
    let redeem = async |code: &str, now| {
        world.engine.events().redeem(code, world.event.owner, now).await.unwrap().is_some()
    };
    assert!(redeem(&code, NOON).await && redeem(&code.to_uppercase(), NOON).await);
    // A person uses a code up once, however often it is given.
    let single = world
        .engine
        .events()
        .invite_for(world.event.id, world.event.owner, 7, 1, NOON)
        .await
        .unwrap();
    let (ada, ken) = (person(&world.engine, "ada").await, person(&world.engine, "ken").await);
    for (who, is_let_in) in [(ada.id, true), (ada.id, true), (ken.id, false), (ada.id, true)] {
        let found = world.engine.events().redeem(&single, who, NOON).await.unwrap();
        assert_eq!(found.is_some(), is_let_in);
    }
    assert!(!redeem("0000000000000000", NOON).await && !redeem(&code, day(8)).await);
}

#[tokio::test]
async fn an_event_has_one_next_round_that_is_told_in_the_same_places() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    assert_eq!(NewEvent::next_round(Key("early".to_owned()), &world.event, NOON), None);
    let eve = world.member("eve").await;
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    // Thirty days were planned, and the host ends it on the fourth.
    let rules =
        Rules { end: Some(world.event.rules.start.plus(29)), ..(*world.event.rules).clone() };
    let planned = Event { rules: Arc::new(rules), ..world.event.clone() };
    engine.events().edit(&planned, NOON).await.unwrap();
    let ended = engine.events().end(&planned, day(3)).await.unwrap();
    let begin = |key: &str| NewEvent::next_round(Key(key.to_owned()), &ended, day(10)).unwrap();
    let rounds = tokio::join!(
        engine.events().create(begin("one"), day(10)),
        engine.events().create(begin("two"), day(10))
    );
    let (round, other) = (rounds.0.unwrap(), rounds.1.unwrap());
    assert_eq!(round.id, other.id);
    assert_eq!(engine.events().next_round(ended.id).await.unwrap(), Some(round.clone()));
    let (first, last) = (round.rules.start, round.rules.end.unwrap());
    assert_eq!((first.0 - ended.rules.start.0, last.0 - first.0), (10, 29));
    assert_eq!(engine.memberships().entry(&round, eve.person).await.unwrap(), Entry::Banned);
    let ada = person(engine, "ada").await;
    let of = Membership { event: round.id, person: ada.id };
    engine.memberships().act(of, day(10), Action::Join).await.unwrap();
    for n in 10..13 {
        world.check_in(of, &format!("day {n}"), day(n)).await.unwrap();
    }
    let endless = engine.events().end(&world.event, day(3)).await.unwrap();
    let next = NewEvent::next_round(Key("endless".to_owned()), &endless, day(10)).unwrap();
    assert_eq!(next.rules.end, None);
    let told = world.sent(day(13)).await;
    let milestone = Topic::Milestone { event: round.id, person: ada.id, length: 3 };
    assert!(told.contains(&milestone), "{told:?}");
}

#[tokio::test]
async fn titles_are_found_by_words_and_their_signs_are_no_pattern() {
    let world = World::new().await;
    let stranger = person(&world.engine, "grace").await;
    let find = async |words: &str| {
        world.engine.events().find(stranger.id, None, words, 5).await.unwrap().len()
    };
    assert_eq!(
        (find("READ").await, find("20 p").await, find("%").await, find("").await),
        (1, 1, 0, 1)
    );
}

/// Beside the event of the world, `Walk 0` that is about moving, and `Walk 1` and `Walk 2` that are about nothing.
async fn walks(world: &World) -> Vec<Event> {
    let owner = person(&world.engine, "walker").await;
    let mut walks = vec![];
    for n in 0..3 {
        let rules = (*world.event.rules).clone();
        let key = Key(format!("walk {n}"));
        let category = (n == 0).then(|| "move".to_owned());
        let new = NewEvent { category, ..NewEvent::of(key, &format!("Walk {n}"), owner.id, rules) };
        walks.push(world.engine.events().create(new, day(n)).await.unwrap());
    }
    walks
}

async fn found(world: &World, who: &Person, search: Search<'_>) -> Vec<String> {
    let community = world.event.community;
    let events = world.engine.events().open(who.id, community, search).await.unwrap();
    events.into_iter().map(|event| event.title).collect()
}

#[tokio::test]
async fn what_one_likes_comes_first_then_the_community_then_the_newest() {
    let world = World::new().await;
    walks(&world).await;
    let grace = person(&world.engine, "grace").await;
    let liked = ["read".to_owned(), "move".to_owned()];
    let all = Search { liked: &liked, most: 9, ..Search::default() };
    assert_eq!(found(&world, &grace, all).await, ["Walk 0", "Read 20 pages", "Walk 2", "Walk 1"]);
    assert_eq!(
        found(&world, &grace, Search { liked: &[], ..all }).await,
        ["Read 20 pages", "Walk 2", "Walk 1", "Walk 0"]
    );
}

#[tokio::test]
async fn a_page_of_what_is_open_holds_only_what_was_searched_for() {
    let world = World::new().await;
    walks(&world).await;
    let grace = person(&world.engine, "grace").await;
    let walks = Search { words: "WALK", most: 2, ..Search::default() };
    assert_eq!(found(&world, &grace, walks).await, ["Walk 2", "Walk 1"]);
    assert_eq!(found(&world, &grace, Search { skip: 2, ..walks }).await, ["Walk 0"]);
    assert_eq!(found(&world, &grace, Search { category: Some("move"), ..walks }).await, ["Walk 0"]);
    assert!(found(&world, &grace, Search { words: "%", ..walks }).await.is_empty());
}

#[tokio::test]
async fn what_one_is_in_takes_no_room_among_what_is_open() {
    let world = World::new().await;
    let walks = walks(&world).await;
    let grace = person(&world.engine, "grace").await;
    let of = Membership { event: walks[2].id, person: grace.id };
    world.engine.memberships().act(of, day(3), Action::Join).await.unwrap();
    let search = Search { words: "walk", most: 1, ..Search::default() };
    assert_eq!(found(&world, &grace, search).await, ["Walk 1"]);
    world.engine.memberships().act(of, day(4), Action::Leave).await.unwrap();
    assert_eq!(found(&world, &grace, search).await, ["Walk 2"]);
}

#[tokio::test]
async fn one_code_of_several_is_revoked_and_the_others_go_on() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, &world.event);
    let first = engine.events().invite_for(event.id, event.owner, 7, 5, NOON).await.unwrap();
    let second = engine.events().invite_for(event.id, event.owner, 2, 9, day(1)).await.unwrap();
    let invites = engine.events().invites(event.id, day(1), 9).await.unwrap();
    let shown: Vec<_> = invites
        .iter()
        .map(|invite| (invite.made_at, invite.expires_at, invite.uses_left))
        .collect();
    assert_eq!(shown, [(NOON, day(7), 5), (day(1), day(3), 9)]);
    assert_eq!(engine.events().revoke_invite(event.id, &invites[0].mark).await.unwrap(), 1);
    assert_eq!(engine.events().revoke_invite(event.id, &invites[0].mark).await.unwrap(), 0);
    assert_eq!(engine.events().revoke_invite(event.id, "").await.unwrap(), 0);
    assert!(!engine.events().is_invite(event.id, &first, day(1)).await.unwrap());
    assert!(engine.events().is_invite(event.id, &second, day(1)).await.unwrap());
    let grace = person(engine, "grace").await;
    assert!(engine.events().redeem(&first, grace.id, day(1)).await.unwrap().is_none());
    assert!(engine.events().redeem(&second, grace.id, day(1)).await.unwrap().is_some());
    assert!(engine.events().invites(event.id, day(3), 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_draft_goes_with_whoever_made_it() {
    let world = World::new().await;
    let draft = world.draft().await;
    assert_eq!(world.engine.events().get(draft.id).await.unwrap(), Some(draft.clone()));
    world.engine.people().erase(draft.owner, NOON).await.unwrap();
    assert_eq!(world.engine.events().get(draft.id).await.unwrap(), None);
    assert!(world.engine.events().get(world.event.id).await.unwrap().is_some());
}

#[tokio::test]
async fn a_draft_is_seen_by_nobody_until_it_is_published() {
    let world = World::new().await;
    let draft = world.draft().await;
    assert!(!world.engine.events().may_see(draft.owner, None, &draft).await.unwrap());
    let event = world.engine.events().publish(draft.id, None, NOON).await.unwrap().unwrap();
    assert_eq!((event.visibility, event.draft), (Visibility::Public, None));
    let stranger = person(&world.engine, "grace").await.id;
    assert!(world.engine.events().may_see(stranger, None, &event).await.unwrap());
    assert_eq!(world.engine.events().publish(draft.id, None, NOON).await.unwrap(), None);
}

#[tokio::test]
async fn the_card_of_a_draft_is_posted_where_whoever_publishes_it_is_not() {
    for (is_here, cards) in [(false, 1), (true, 0)] {
        let world = World::new().await;
        let draft = world.draft().await;
        let place = world.engine.communities().destination(&world.channel, NOON).await.unwrap();
        world.engine.events().announce(draft.id, place).await.unwrap();
        world.engine.events().publish(draft.id, is_here.then_some(place), NOON).await.unwrap();
        world.engine.schedule().tick(NOON).await.unwrap();
        let is_card =
            |topic: &&Topic| matches!(topic, Topic::Post { event, .. } if *event == draft.id);
        assert_eq!(world.sent(NOON).await.iter().filter(is_card).count(), cards);
    }
}

#[tokio::test]
async fn nothing_comes_to_pass_by_itself_in_a_draft() {
    let world = World::new().await;
    let draft = world.draft().await;
    let rules = Rules { end: Some(draft.rules.start.plus(1)), ..(*draft.rules).clone() };
    let short = Event { rules: Arc::new(rules), ..draft };
    world.engine.events().edit(&short, NOON).await.unwrap();
    world.sent(day(9)).await;
    assert_eq!(world.engine.events().get(short.id).await.unwrap(), Some(short));
}

#[tokio::test]
async fn a_group_that_gets_a_new_address_keeps_its_events_and_places() {
    let world = World::new().await;
    let (from, to) = ("-100", "-1002");
    let address = |id: &str| CommunityAddress {
        platform: Platform::Telegram,
        external_id: id.to_owned(),
        name: "Group".to_owned(),
        locale: None,
    };
    let engine = &world.engine;
    let old = engine.communities().get_or_create(&address(from), NOON).await.unwrap();
    let place = |id: &str, community| NewDestination {
        platform: Platform::Telegram,
        address: id.to_owned(),
        thread: String::new(),
        kind: Kind::Channel(community),
        locale: None,
    };
    let destination = engine.communities().destination(&place(from, old.id), NOON).await.unwrap();
    engine.events().announce(world.event.id, destination).await.unwrap();
    // Heard twice, and the new group may have spoken before.
    let new = engine.communities().get_or_create(&address(to), NOON).await.unwrap();
    engine.communities().change(old.id, CommunityChange::PinHonours(true)).await.unwrap();
    engine.communities().change(old.id, CommunityChange::Recap(false)).await.unwrap();
    for _ in 0..2 {
        engine.communities().rename_address(Platform::Telegram, from, to).await.unwrap();
    }
    let after = engine.communities().get_or_create(&address(to), NOON).await.unwrap();
    assert_eq!(
        (after.id, after.daily_board, after.recap, after.pin_honours),
        (new.id, true, false, true)
    );
    let moved = engine.communities().destination(&place(to, new.id), NOON).await.unwrap();
    assert_eq!(moved, destination, "what was announced there is announced here");
}
