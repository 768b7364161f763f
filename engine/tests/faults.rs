//! What a broken neighbour, a long queue or a large event must not do to anybody.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod plain_sql;

use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Instant, Key, Role, Rules, Setting, Target, Zone,
};
use engine::{
    Account, Delivered, Delivery, DestinationId, Engine, Error, EventId, Kind, Membership,
    NewDestination, NewEvent, NewUpdate, Notifier, Person, Platform, Topic, Update, Worked,
};
use futures_util::future::BoxFuture;
use plain_sql::PlainSql;
use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

const NOON: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z
/// Long enough for a statement that goes by its key, and for nothing else.
const TIMEOUT: Duration = Duration::from_secs(2);

/// An engine, its database, an event, and a member who can be written to.
struct Scene {
    url: String,
    engine: Engine,
    sql: PlainSql,
    event: EventId,
    ada: Person,
}

impl Scene {
    async fn new() -> Scene {
        let url = engine::testing::url().await.unwrap();
        let engine = Engine::open(&url).await.unwrap();
        let ada = person(&engine, "ada").await;
        let utc = Setting::midnight(Zone::UTC);
        let rules = Rules::daily(ClockRule::Fixed(utc), Cadence::EVERY_DAY, utc.day_of(NOON));
        let new = NewEvent::of(Key("made".to_owned()), "Read", ada.id, rules);
        let event = engine.events().create(new, NOON).await.unwrap().id;
        let sql = PlainSql::open(&url).await;
        let scene = Scene { url, engine, sql, event, ada };
        scene.join(&scene.ada).await;
        scene
    }

    async fn join(&self, person: &Person) -> Membership {
        let of = Membership { event: self.event, person: person.id };
        self.engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        of
    }

    /// Deliveries to ada that are due, all at once.
    async fn queue(&self, count: usize) {
        let place = NewDestination {
            platform: Platform::Telegram,
            address: "ada".to_owned(),
            thread: String::new(),
            kind: Kind::Private(self.ada.id),
            locale: None,
        };
        let place = self.engine.communities().destination(&place, NOON).await.unwrap();
        let topic = Topic::Reminder { event: self.event, person: self.ada.id };
        let first =
            self.engine.deliveries().send(place, topic, "first".to_owned(), NOON, 3600, NOON).await;
        first.unwrap();
        let more = format!(
            "insert into outbox (id, dedupe_key, platform, destination_id, payload, not_before, expires_at)
             with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {count})
             select o.id + n.i, 'more:' || n.i, o.platform, o.destination_id, o.payload, o.not_before, o.expires_at
             from n, outbox o where n.i > 0 and o.dedupe_key = 'first' returning id"
        );
        assert_eq!(self.sql.numbers(&more).await.len(), count - 1);
    }
}

impl Scene {
    /// A delivery that is due, for each of so many places.
    async fn queue_for(&self, places: usize) {
        let topic = Topic::Reminder { event: self.event, person: self.ada.id };
        for n in 0..places {
            let place = NewDestination {
                platform: Platform::Telegram,
                address: format!("place {n}"),
                thread: String::new(),
                kind: Kind::Private(self.ada.id),
                locale: None,
            };
            let place = self.engine.communities().destination(&place, NOON).await.unwrap();
            let key = format!("for {n}");
            let later = NOON.plus_s(1);
            self.engine.deliveries().send(place, topic, key, later, 3600, later).await.unwrap();
        }
    }
}

async fn person(engine: &Engine, name: &str) -> Person {
    person_on(engine, Platform::Telegram, name).await
}

async fn person_on(engine: &Engine, platform: Platform, name: &str) -> Person {
    let account = Account {
        platform,
        external_id: name.to_owned(),
        name: name.to_owned(),
        handle: None,
        locale: None,
    };
    engine.people().get_or_create(&account, Zone::UTC, NOON).await.unwrap()
}

/// Takes deliveries, counts them, and never says what became of them.
#[derive(Default)]
struct Hung {
    taken: AtomicUsize,
}

impl Notifier for Hung {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, _: &'a Delivery) -> BoxFuture<'a, Delivered> {
        self.taken.fetch_add(1, Ordering::SeqCst);
        Box::pin(std::future::pending())
    }
}

/// A lock that keeps others from writing, held until it is released.
enum Lock {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Scene {
    /// Keeps everybody else from writing this table; on SQLite, any.
    async fn lock(&self, table: &str) -> Lock {
        match &self.sql {
            PlainSql::Sqlite(pool) => {
                Lock::Sqlite(pool.begin_with("begin immediate").await.unwrap())
            }
            PlainSql::Postgres(pool) => {
                let mut tx = pool.begin().await.unwrap();
                let lock = format!("lock table {table} in exclusive mode");
                sqlx::query(AssertSqlSafe(lock)).execute(&mut *tx).await.unwrap();
                Lock::Postgres(tx)
            }
        }
    }
}

impl Lock {
    async fn release(self) {
        match self {
            Lock::Sqlite(tx) => tx.rollback().await.unwrap(),
            Lock::Postgres(tx) => tx.rollback().await.unwrap(),
        }
    }
}

/// Waits until so many were taken, and a while longer in which there must be no more.
async fn comes_to(taken: &AtomicUsize, wanted: usize) {
    while taken.load(Ordering::SeqCst) < wanted {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(taken.load(Ordering::SeqCst), wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_ready_while_somebody_else_holds_the_database() {
    let scene = Scene::new().await;
    assert!(scene.engine.health().is_ready(NOON).await);
    let lock = scene.lock("cursor_position").await;
    let is_ready = timeout(TIMEOUT, scene.engine.health().is_ready(NOON)).await;
    assert!(!is_ready.unwrap_or(false));
    lock.release().await;
    assert!(timeout(4 * TIMEOUT, scene.engine.health().is_ready(NOON)).await.unwrap());
}

#[tokio::test]
async fn what_changes_in_one_process_is_seen_in_those_beside_it() {
    let scene = Scene::new().await;
    let stop = CancellationToken::new();
    let beside = match scene.url.starts_with("sqlite:") {
        // That is for one process, which hears itself and has nobody to tell.
        true => scene.engine.clone(),
        false => Engine::open(&scene.url).await.unwrap(),
    };
    let relaying = [scene.engine.clone(), beside.clone()].map(|engine| {
        let stop = stop.clone();
        tokio::spawn(async move { engine.relay_changes(&stop).await })
    });
    let mut heard = beside.changes();
    let of = Membership { event: scene.event, person: scene.ada.id };
    // Until both listen.
    let mut n = 0;
    let event = loop {
        n += 1;
        let check_in = CheckIn::now(Key(format!("relayed {n}")));
        let _ = scene.engine.memberships().act(of, NOON, Action::CheckIn(check_in)).await;
        match timeout(Duration::from_millis(500), heard.recv()).await {
            Ok(event) => break event.unwrap(),
            Err(_) => assert!(n < 20, "nothing is heard"),
        }
    };
    assert_eq!(event, scene.event);
    stop.cancel();
    for relaying in relaying {
        timeout(TIMEOUT, relaying).await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_request_that_is_worked_twice_is_done_and_told_once() {
    let scene = Scene::new().await;
    let (engine, ada) = (&scene.engine, scene.ada.id);
    let ben = person_on(engine, Platform::Discord, "ben").await;
    let both = [("ada", ada, Platform::Telegram), ("ben", ben.id, Platform::Discord)];
    for (name, of, platform) in both {
        let place = NewDestination {
            platform,
            address: name.to_owned(),
            thread: String::new(),
            kind: Kind::Private(of),
            locale: None,
        };
        engine.communities().destination(&place, NOON).await.unwrap();
    }
    let told = async || {
        let told = scene.sql.numbers("select count(*) from outbox").await;
        told.first().copied().unwrap_or_default()
    };
    let today = Setting::midnight(Zone::UTC).day_of(NOON);
    for (request, given) in [("tg:1:1", true), ("tg:1:1", true), ("tg:1:2", false)] {
        let what = (scene.event, "", request);
        let greeted = engine.people().cheer((ada, ben.id), what, today, NOON).await.unwrap();
        assert_eq!(greeted.is_some(), given, "{request}");
    }
    let invite = engine.events().invite(scene.event, ada, NOON).await.unwrap();
    for n in 1..=2 {
        let heard = engine.events().overhear_invite(&invite, Some(ben.id), NOON).await.unwrap();
        assert!(heard.is_some(), "time {n}");
        assert_eq!(told().await, 1, "time {n}");
    }
    assert_eq!(engine.memberships().asking(scene.event).await.unwrap(), [ben.id]);
    let code = engine.people().link_code(ada, Platform::Telegram, NOON).await.unwrap();
    let account = engine.people().accounts(ben.id).await.unwrap().remove(0);
    for n in 1..=2 {
        let asked = engine.people().ask_link(&code, ben.id, &account, NOON).await.unwrap();
        assert!(asked.is_some(), "time {n}");
        assert_eq!(told().await, 2, "time {n}");
    }
    let eve = person(engine, "eve").await;
    let other = engine.people().accounts(eve.id).await.unwrap().remove(0);
    assert!(engine.people().ask_link(&code, eve.id, &other, NOON).await.unwrap().is_none());
    for n in 1..=2 {
        let linked = engine.people().confirm_link(ada, ben.id, NOON).await.unwrap();
        assert_eq!(linked.map(|person| person.id), Some(ada), "time {n}");
        assert_eq!(told().await, 3, "time {n}");
    }
    assert!(engine.people().confirm_link(ada, eve.id, NOON).await.unwrap().is_none());
    // Parting one account leaves the ways of the other alone.
    assert!(engine.people().unlink(ada, &account, NOON).await.unwrap().is_some());
    let ways = scene.sql.numbers("select count(*) from destination where address = 'ada'").await;
    assert_eq!(ways, [1]);
}

#[tokio::test]
async fn a_place_is_written_to_by_one_message_at_a_time() {
    let scene = Scene::new().await;
    scene.queue(1000).await;
    let (hung, stop) = (Hung::default(), CancellationToken::new());
    tokio::select! {
        () = scene.engine.deliveries().run(&hung, || NOON.plus_s(1), stop) => panic!("it waits for what it took"),
        () = comes_to(&hung.taken, 1) => {}
    }
    let leased = scene.sql.numbers("select count(*) from outbox where lease_until > 0").await;
    assert_eq!(leased, [1]);
}

#[tokio::test]
async fn a_claim_takes_no_more_than_it_wants() {
    let scene = Scene::new().await;
    scene.queue_for(200).await;
    let (hung, stop) = (Hung::default(), CancellationToken::new());
    tokio::select! {
        () = scene.engine.deliveries().run(&hung, || NOON.plus_s(1), stop) => panic!("it waits for what it took"),
        () = comes_to(&hung.taken, 64) => {}
    }
    let leased = scene.sql.numbers("select count(*) from outbox where lease_until > 0").await;
    assert_eq!(leased, [64]);
}

/// Never answers for one place, and takes what is for others.
struct OneHangs {
    hangs: DestinationId,
    taken: AtomicUsize,
}

impl Notifier for OneHangs {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        if delivery.destination.id == self.hangs {
            return Box::pin(std::future::pending());
        }
        self.taken.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Delivered::Sent { remote_id: None } })
    }
}

#[tokio::test]
async fn a_place_that_hangs_is_in_nobodys_way() {
    let scene = Scene::new().await;
    // A hundred more wait for the place that hangs, and are older.
    scene.queue(100).await;
    scene.queue_for(50).await;
    let hangs =
        scene.sql.numbers("select destination_id from outbox where dedupe_key = 'first'").await;
    let one = OneHangs { hangs: DestinationId(hangs[0]), taken: AtomicUsize::new(0) };
    let stop = CancellationToken::new();
    tokio::select! {
        () = scene.engine.deliveries().run(&one, || NOON.plus_s(1), stop) => panic!("one hangs"),
        done = timeout(TIMEOUT, comes_to(&one.taken, 50)) => done.expect("the others are told"),
    }
}

/// Wants one place to be left alone for a while, each time.
struct Paused {
    place: DestinationId,
    asked: AtomicUsize,
    taken: AtomicUsize,
}

impl Notifier for Paused {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        let is_it = delivery.destination.id == self.place;
        let count = if is_it { &self.asked } else { &self.taken };
        count.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            match is_it {
                true => Delivered::Paused { wait_s: 60, why: "too many".to_owned() },
                false => Delivered::Sent { remote_id: None },
            }
        })
    }
}

#[tokio::test]
async fn a_place_that_asks_to_wait_is_asked_once_and_nothing_for_it_is_lost() {
    let scene = Scene::new().await;
    scene.queue(100).await;
    scene.queue_for(50).await;
    let place =
        scene.sql.numbers("select destination_id from outbox where dedupe_key = 'first'").await;
    let place = DestinationId(place[0]);
    let paused = Paused { place, asked: AtomicUsize::new(0), taken: AtomicUsize::new(0) };
    let stop = CancellationToken::new();
    tokio::select! {
        () = scene.engine.deliveries().run(&paused, || NOON.plus_s(1), stop) => panic!("some wait"),
        done = timeout(TIMEOUT, comes_to(&paused.taken, 50)) => done.expect("the others are told"),
    }
    assert_eq!(paused.asked.load(Ordering::SeqCst), 1);
    let until = NOON.plus_s(61).0;
    let waiting = format!(
        "select count(*) from outbox where destination_id = {} and state = 'pending' and not_before = {until}",
        place.0
    );
    assert_eq!(scene.sql.numbers(&waiting).await, [100]);
}

#[tokio::test]
async fn what_is_in_hand_at_the_end_is_given_back_as_unsure() {
    let scene = Scene::new().await;
    scene.queue_for(10).await;
    let (hung, stop) = (Hung::default(), CancellationToken::new());
    let ended = async {
        comes_to(&hung.taken, 10).await;
        stop.cancel();
    };
    let run = scene.engine.deliveries().run(&hung, || NOON.plus_s(1), stop.clone());
    let both = async { tokio::join!(run, ended) };
    timeout(Duration::from_secs(8), both).await.expect("it ends in time");
    let open = "select count(*) from outbox where state = 'pending' and lease_until = 0 and unsure_since is not null";
    assert_eq!(scene.sql.numbers(open).await, [10]);
}

#[tokio::test]
async fn a_claim_of_updates_takes_no_more_than_it_wants() {
    let scene = Scene::new().await;
    let update = |n: usize| NewUpdate {
        source: "telegram".to_owned(),
        source_id: n.to_string(),
        ordering_key: n.to_string(),
        payload: String::new(),
    };
    let updates: Vec<NewUpdate> = (0..1000).map(update).collect();
    scene.engine.updates().store(&updates, None, NOON).await.unwrap();
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = taken.clone();
    let handle = move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
        std::future::pending::<Result<Worked, Error>>()
    };
    let stop = CancellationToken::new();
    tokio::select! {
        () = scene.engine.updates().work("telegram", || NOON, handle, stop) => panic!("it waits for what it took"),
        () = comes_to(&taken, 256) => {}
    }
    let leased = scene.sql.numbers("select count(*) from inbox where lease_until > 0").await;
    assert_eq!(leased, [256]);
}

/// An update of somebody who has no other.
fn update(payload: &str) -> NewUpdate {
    NewUpdate {
        source: "telegram".to_owned(),
        source_id: payload.to_owned(),
        ordering_key: payload.to_owned(),
        payload: payload.to_owned(),
    }
}

#[tokio::test]
async fn an_update_in_hand_is_closed_though_the_clock_has_jumped() {
    let scene = Scene::new().await;
    scene.engine.updates().store(&[update("first")], None, NOON).await.unwrap();
    let (clock, other) = (Arc::new(AtomicI64::new(NOON.0)), Arc::new(Notify::new()));
    let stop = CancellationToken::new();
    let handle = |taken: Update| {
        let (clock, other) = (clock.clone(), other.clone());
        let (engine, stop) = (scene.engine.clone(), stop.clone());
        async move {
            if taken.payload == "first" {
                clock.fetch_add(60, Ordering::SeqCst);
                engine.updates().store(&[update("second")], None, NOON).await?;
                other.notified().await;
                stop.cancel();
            } else {
                other.notify_one();
            }
            Ok::<_, Error>(Worked::Done)
        }
    };
    let now = || Instant(clock.load(Ordering::SeqCst));
    let work = scene.engine.updates().work("telegram", now, handle, stop.clone());
    timeout(TIMEOUT * 5, work).await.unwrap();
    let done = scene.sql.numbers("select count(*) from inbox where state = 'done'").await;
    assert_eq!(done, [2]);
}

#[tokio::test]
async fn whoever_lost_an_update_to_another_process_does_not_close_it() {
    let scene = Scene::new().await;
    scene.engine.updates().store(&[update("words")], None, NOON).await.unwrap();
    let [taken, lost, ended] = std::array::from_fn(|_| Arc::new(Notify::new()));
    let (stop, other_stop) = (CancellationToken::new(), CancellationToken::new());
    let slow = async {
        let handle = |_| {
            let (taken, lost) = (taken.clone(), lost.clone());
            async move {
                taken.notify_one();
                lost.notified().await;
                Ok::<_, String>(Worked::Done)
            }
        };
        scene.engine.updates().work("telegram", || NOON, handle, stop.clone()).await;
        ended.notify_one();
    };
    let other = async {
        taken.notified().await;
        let handle = |_| {
            let (lost, ended) = (lost.clone(), ended.clone());
            let (stop, other_stop) = (stop.clone(), other_stop.clone());
            async move {
                stop.cancel();
                lost.notify_one();
                ended.notified().await;
                other_stop.cancel();
                Ok::<_, String>(Worked::Later { wait_s: 60, why: "it is away".to_owned() })
            }
        };
        let later = || NOON.plus_s(60);
        scene.engine.updates().work("telegram", later, handle, other_stop.clone()).await;
    };
    timeout(TIMEOUT * 5, async { tokio::join!(slow, other) }).await.unwrap();
    let waiting = "select attempts from inbox where state = 'open' and payload = 'words'";
    assert_eq!(scene.sql.numbers(waiting).await, [1]);
}

#[tokio::test]
async fn what_is_being_sent_is_taken_by_nobody_else() {
    let scene = Scene::new().await;
    scene.queue(1).await;
    let clock = Arc::new(AtomicI64::new(NOON.0));
    let now = || Instant(clock.load(Ordering::SeqCst));
    let (first, second) = (Hung::default(), Hung::default());
    let stop = CancellationToken::new();
    let work = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        // The lease of the first claim has a second left; then it is renewed.
        clock.fetch_add(44, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(3500)).await;
        clock.fetch_add(40, Ordering::SeqCst);
        let _ = timeout(TIMEOUT, scene.engine.deliveries().run(&second, now, stop.clone())).await;
    };
    tokio::select! {
        () = scene.engine.deliveries().run(&first, now, stop.clone()) => {}
        () = work => {}
    }
    let taken = [&first, &second].map(|hung| hung.taken.load(Ordering::SeqCst));
    assert_eq!(taken, [1, 0]);
}

#[tokio::test]
async fn putting_off_and_taking_back_look_at_nothing_but_their_own() {
    let scene = Scene::new().await;
    scene.queue(100_000).await;
    let of = Membership { event: scene.event, person: scene.ada.id };
    let wait_s = 3600;
    for n in 0..3 {
        let action = Action::CheckIn(CheckIn::now(Key(format!("k{n}"))));
        scene.engine.memberships().act(of, NOON.plus_s(n * 86_400), action).await.unwrap();
    }
    let then = NOON.plus_s(2 * 86_400 + 60);
    let began = std::time::Instant::now();
    let all = async {
        scene.engine.reminders().not_today(of, wait_s, then).await.unwrap();
        scene.engine.reminders().stop_snoozes(of.person, wait_s, then).await.unwrap();
        let by = Key("undone".to_owned());
        let undo = Action::Undo { target: Target::Newest, by, role: Role::Member };
        scene.engine.memberships().act(of, then, undo).await.unwrap();
    };
    timeout(TIMEOUT, all).await.expect("it does not wait for 100,000 deliveries of others");
    println!("not today, no snooze and an undone milestone: {:?}", began.elapsed());
}

/// Takes its time, and notes what it was told.
#[derive(Default)]
struct Slow {
    told: Mutex<Vec<String>>,
}

impl Notifier for Slow {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            self.told.lock().unwrap().push(delivery.dedupe_key.clone());
            Delivered::Sent { remote_id: None }
        })
    }
}

#[tokio::test]
async fn two_that_deliver_tell_nothing_twice() {
    let scene = Scene::new().await;
    scene.queue(150).await;
    let (slow, stop) = (Slow::default(), CancellationToken::new());
    let now = NOON.plus_s(1);
    let deliver = || scene.engine.deliveries().run(&slow, || now, stop.clone());
    let watch = async {
        while !scene.engine.schedule().is_idle(now).await.unwrap() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stop.cancel();
    };
    tokio::join!(deliver(), deliver(), watch);
    let mut told = slow.told.into_inner().unwrap();
    told.sort();
    let all = told.len();
    told.dedup();
    assert_eq!((told.len(), all), (150, 150));
}

#[tokio::test]
async fn a_notice_that_only_a_newer_version_can_read_is_left_to_it() {
    let scene = Scene::new().await;
    scene.queue(1).await;
    let newer = "insert into outbox (id, dedupe_key, platform, destination_id, payload, not_before, expires_at)
         select id - 1, 'newer', platform, destination_id, '{\"tomorrow\":1}', not_before, expires_at
         from outbox where dedupe_key = 'first' returning id";
    scene.sql.numbers(newer).await;
    let (slow, stop) = (Slow::default(), CancellationToken::new());
    let told = async {
        while slow.told.lock().unwrap().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop.cancel();
    };
    tokio::join!(scene.engine.deliveries().run(&slow, || NOON.plus_s(1), stop.clone()), told);
    assert_eq!(*slow.told.lock().unwrap(), ["first"]);
    let waits = "select count(*) from outbox where dedupe_key = 'newer' and state = 'pending' and lease_until = 0";
    assert_eq!(scene.sql.numbers(waits).await, [1]);
}
