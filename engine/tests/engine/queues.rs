//! The inbox and the outbox.

use super::*;

#[tokio::test]
async fn an_update_is_stored_once_and_each_ordering_key_is_worked_in_order() {
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
    let with_remainder =
        |rest| seen.iter().copied().filter(|n| n % 2 == rest).collect::<Vec<i64>>();
    assert_eq!(with_remainder(0), (0..40).step_by(2).collect::<Vec<_>>());
    assert_eq!(with_remainder(1), (0..40).filter(|n| n % 2 == 1 && *n != 9).collect::<Vec<_>>());
    assert_eq!(world.engine.updates().read_to("discord").await.unwrap(), Some((40, NOON)));
}

#[tokio::test]
async fn a_dead_letter_is_listed_shown_tried_again_or_dropped() {
    let world = World::new().await;
    let engine = &world.engine;
    let update = |n: i64| NewUpdate {
        source: "discord".to_owned(),
        source_id: n.to_string(),
        ordering_key: n.to_string(),
        payload: format!("payload {n}"),
    };
    engine.updates().store(&[update(1), update(2)], None, NOON).await.unwrap();
    let work = async |is_mended: bool| {
        let stop = CancellationToken::new();
        let handle = |_| async move {
            let worked =
                if is_mended { Worked::Done } else { Worked::Unreadable { why: "odd".to_owned() } };
            Ok::<_, String>(worked)
        };
        let wait = async {
            while !engine.schedule().is_idle(NOON).await.unwrap() {
                tokio::task::yield_now().await;
            }
            stop.cancel();
        };
        tokio::join!(engine.updates().work("discord", || NOON, handle, stop.clone()), wait);
    };
    work(false).await;
    let inbox = engine.dead_letters(Queue::Inbox);
    let (letters, count) = inbox.list(1).await.unwrap();
    assert_eq!((letters.len(), count), (1, 2));
    assert_eq!((letters[0].platform.as_str(), letters[0].why.as_str()), ("discord", "odd"));
    let id = letters[0].id;
    assert_eq!(inbox.show(id).await.unwrap().as_deref(), Some("payload 1"));
    assert!(inbox.retry(id, NOON).await.unwrap());
    work(true).await;
    let (letters, count) = inbox.list(9).await.unwrap();
    assert_eq!((letters.len(), count), (1, 1));
    let last = letters[0].id;
    assert!(inbox.drop(last).await.unwrap());
    // It is gone, but what it was called is known.
    assert!(!inbox.drop(last).await.unwrap() && inbox.show(last).await.unwrap().is_none());
    engine.updates().store(&[update(2)], None, NOON).await.unwrap();
    assert!(engine.schedule().is_idle(NOON).await.unwrap());
}

/// Takes nothing, for good.
struct Refusing;

impl Notifier for Refusing {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn deliver<'a>(&'a self, _: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async { Delivered::Refused { why: "no such thing".to_owned() } })
    }
}

#[tokio::test]
async fn a_delivery_that_was_refused_can_be_sent_once_that_is_mended() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let engine = &world.engine;
    let place = NewDestination {
        platform: Platform::Discord,
        address: "7".to_owned(),
        thread: String::new(),
        kind: Kind::Private(ada.person),
        locale: None,
    };
    let place = engine.communities().destination(&place, NOON).await.unwrap();
    let topic = Topic::Reminder { event: ada.event, person: ada.person };
    engine.deliveries().send(place, topic, "one".to_owned(), NOON, DAY_S, NOON).await.unwrap();
    let outbox = engine.dead_letters(Queue::Outbox);
    let stop = CancellationToken::new();
    let dies = async {
        while outbox.list(9).await.unwrap().1 == 0 {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    };
    tokio::join!(engine.deliveries().run(&Refusing, || NOON, stop.clone()), dies);
    let (letters, _) = outbox.list(9).await.unwrap();
    assert_eq!(letters[0].why, "no such thing");
    assert!(outbox.retry(letters[0].id, day(3)).await.unwrap());
    assert_eq!(world.sent(day(3)).await, [topic]);
    assert_eq!(outbox.list(9).await.unwrap().1, 0);
}

#[tokio::test]
async fn a_channel_that_was_sent_much_is_spared_what_nobody_misses() {
    let mut world = World::new().await;
    let limits = engine::Limits { place_notices: 2, ..engine::Limits::default() };
    world.engine = world.engine.clone().with_limits(limits);
    let ada = world.member("ada").await;
    let place = world.engine.communities().destination(&world.channel, NOON).await.unwrap();
    let send = async |topic: Topic, key: &str, now: Instant| {
        let deliveries = world.engine.deliveries();
        deliveries.send(place, topic, key.to_owned(), now, DAY_S, now).await.unwrap();
    };
    let reminder = Topic::Reminder { event: ada.event, person: ada.person };
    let removed = Topic::Removed { event: ada.event, person: ada.person, title: None };
    for key in ["one", "two", "three", "four"] {
        send(reminder, key, NOON).await;
    }
    assert_eq!(world.sent(NOON).await, [reminder, reminder]);
    send(removed, "five", NOON).await;
    send(reminder, "six", NOON).await;
    assert_eq!(world.sent(NOON).await, [removed]);
    send(reminder, "seven", day(1)).await;
    assert_eq!(world.sent(day(1)).await, [reminder]);
}

#[tokio::test]
async fn a_channel_is_sent_one_thing_a_minute_unasked() {
    let mut world = World::new().await;
    let limits = engine::Limits { place_apart_s: 60, ..engine::Limits::default() };
    world.engine = world.engine.clone().with_limits(limits);
    let ada = world.member("ada").await;
    let place = world.engine.communities().destination(&world.channel, NOON).await.unwrap();
    let reminder = Topic::Reminder { event: ada.event, person: ada.person };
    for key in ["one", "two", "three"] {
        let deliveries = world.engine.deliveries();
        deliveries.send(place, reminder, key.to_owned(), NOON, DAY_S, NOON).await.unwrap();
    }
    let mut told = vec![];
    for after_s in [0, 30, 60, 119, 120, 200] {
        told.push(world.sent(NOON.plus_s(after_s)).await.len());
    }
    assert_eq!(told, [1, 0, 1, 0, 1, 0]);
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
        world
            .engine
            .memberships()
            .view_since(of, Day::EARLIEST, day(34))
            .await
            .unwrap()
            .unwrap()
            .history
            .entries
            .len(),
        3
    );
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
    engine.deliveries().send(place, topic, "cheer".to_owned(), NOON, DAY_S, NOON).await.unwrap();
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
        engine.deliveries().send(discord, topic, key.to_owned(), NOON, DAY_S, NOON).await.unwrap();
    };
    let carried = async |platform, is_open| {
        let carrier = Carrier { platform, is_open, given: Mutex::default() };
        let stop = CancellationToken::new();
        // Until nothing more is given for a while, on a machine that may be busy.
        let until_idle = async {
            let (mut given, mut quiet) = (0, 0);
            while quiet < 100 {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                let now = carrier.given.lock().map_or(0, |given| given.len());
                quiet = if now == given { quiet + 1 } else { 0 };
                given = now;
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
    // A channel that is found closed is told to whoever hosts what is told there, once.
    for key in ["six", "seven"] {
        let topic = Topic::EventStarted { event: ada.event };
        let send = engine.deliveries().send(channel, topic, key.to_owned(), NOON, DAY_S, NOON);
        send.await.unwrap();
    }
    let told = carried(Platform::Discord, false).await;
    let closed = told.iter().filter(|(key, _)| key.starts_with("closed:"));
    assert_eq!(closed.count(), 1, "{told:?}");
}
