//! What is not for ever goes: after 400 days there is no more of it than after 200.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod plain_sql;

use engine::rules::{Action, Cadence, CheckIn, ClockRule, Instant, Key, Rules, Setting, Zone};
use engine::{
    Account, App, CommunityAddress, Delivered, Delivery, Engine, Event, Kind, Membership,
    NewDestination, NewEvent, NewUpdate, Notifier, PersonId, Platform, Record, Scope, Subscription,
    Topic, Worked,
};
use futures_util::future::BoxFuture;
use plain_sql::PlainSql;
use std::collections::BTreeSet;
use tokio_util::sync::CancellationToken;

const NOON: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z
const DAY_S: i64 = 86_400;
const DAYS: i64 = 400;

/// What grows with every day of use, and is forgotten: each with what ends it.
const PASSING: [&str; 21] = [
    // A week after they came; that they are done is all that is kept of them meanwhile.
    "inbox",
    // Thirty days after they were sent or given up.
    "outbox",
    // Two days after the day or the event that they show; thirty where they could not be taken down.
    "post",
    // Two days after the runs that they count.
    "rank_count",
    // When they work no more.
    "invite",
    "invite_use",
    "link_code",
    "sign_in",
    "challenge",
    "app_code",
    // A day after somebody named an address, or an hour where nobody confirms it.
    "email_asked",
    "email",
    // When nobody has used it for long; the oldest goes where there are too many.
    "session",
    // The oldest goes where there are too many.
    "token",
    "push_subscription",
    // Thirty days after their community put us out.
    "community",
    "destination",
    "moderator",
    "role_reward",
    "silenced_event",
    "silenced_person",
];

/// What stays, each with the reason.
const LASTING: [(&str, &str); 34] = [
    ("person", "until they ask to be erased"),
    ("account", "as long as its person"),
    ("clock_setting", "a fact: which day it was for somebody"),
    ("membership", "the numbers of a person in an event"),
    ("membership_span", "a fact: who was in an event from when to when"),
    ("check_in", "a fact, and its key: a request counts once for ever"),
    ("pause", "a fact"),
    ("freeze_grant", "a fact"),
    ("repair", "a fact"),
    ("amnesty", "a fact"),
    ("badge", "a fact: it is told once for ever"),
    ("greeting", "what people said to each other, once a day"),
    ("proof", "what was shown for a check-in"),
    ("snapshot", "what older days are folded from, one in four weeks"),
    ("window_tally", "the boards of earlier weeks and months"),
    ("rank_look", "one for each ranking that a member looks at"),
    ("reminder", "a few for each member"),
    ("event", "others are in it"),
    ("event_destination", "a few for each event"),
    ("join_request", "one for each who asks, until a host decides or they are in"),
    ("ban", "until its host takes it back"),
    ("moved_address", "one for each group that moved, as long as its community"),
    ("audit", "what hosts and managers did, for ever, without words of people who are erased"),
    ("block", "no more than a hundred for each person"),
    ("proof_file", "until a host has judged it; the settings say how much there may be"),
    ("brought", "what each of two brought who became one, until they part"),
    ("trace", "what a ban or a limit takes after an erasure, by a hash"),
    ("trace_key", "there is one"),
    ("passkey", "no more than twenty for each person"),
    ("app", "no more than twenty for each person"),
    ("signing_key", "there is one"),
    ("cursor_position", "one for each source, and for work that is done once"),
    ("lease", "one for each kind of work"),
    ("_sqlx_migrations", "one for each version"),
];

/// Takes everything, but for each third thing, which it refuses for good.
struct Picky {
    platform: Platform,
    taken: std::sync::atomic::AtomicUsize,
}

impl Picky {
    fn of(platform: Platform) -> Picky {
        Picky { platform, taken: std::sync::atomic::AtomicUsize::new(0) }
    }
}

impl Notifier for Picky {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn deliver<'a>(&'a self, _: &'a Delivery) -> BoxFuture<'a, Delivered> {
        let n = self.taken.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Box::pin(async move {
            match n % 3 {
                0 => Delivered::Refused { why: "no".to_owned() },
                _ => Delivered::Sent { remote_id: Some(n.to_string()) },
            }
        })
    }
}

/// A place where all of it is used.
struct Life {
    engine: Engine,
    event: Event,
    private: engine::DestinationId,
    host: PersonId,
    member: PersonId,
    guest: PersonId,
    app: App,
}

impl Life {
    async fn begin(url: &str) -> Life {
        // Every event is counted as the large ones are.
        let engine = Engine::open_counting(url, 0).await.unwrap();
        let mut people = vec![];
        for (name, number) in [("host", "1"), ("member", "2"), ("guest", "3")] {
            let account = Account {
                platform: Platform::Telegram,
                external_id: number.to_owned(),
                name: name.to_owned(),
                handle: None,
                locale: None,
            };
            people.push(engine.people().get_or_create(&account, Zone::UTC, NOON).await.unwrap().id);
        }
        let (host, member, guest) = (people[0], people[1], people[2]);
        let address = CommunityAddress {
            platform: Platform::Telegram,
            external_id: "-100".to_owned(),
            name: "Readers".to_owned(),
            locale: None,
        };
        let community = engine.communities().get_or_create(&address, NOON).await.unwrap();
        let place = |kind, address: &str| NewDestination {
            platform: Platform::Telegram,
            address: address.to_owned(),
            thread: String::new(),
            kind,
            locale: None,
        };
        let group = place(Kind::Channel(community.id), "-100");
        let group = engine.communities().destination(&group, NOON).await.unwrap();
        let private = place(Kind::Private(member), "2");
        let private = engine.communities().destination(&private, NOON).await.unwrap();
        let utc = Setting::midnight(Zone::UTC);
        let rules = Rules::daily(ClockRule::Fixed(utc), Cadence::EVERY_DAY, utc.day_of(NOON));
        let new = NewEvent {
            community: Some(community.id),
            ..NewEvent::of(Key("made".to_owned()), "Read", host, rules)
        };
        let event = engine.events().create(new, NOON).await.unwrap();
        engine.events().announce(event.id, group).await.unwrap();
        engine.events().begin_boards(&event, NOON).await.unwrap();
        let of = Membership { event: event.id, person: member };
        engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        let redirects = vec!["https://app.example/back".to_owned()];
        let app = engine.people().register_app(host, "App", redirects, NOON).await.unwrap();
        Life { engine, event, private, host, member, guest, app: app.unwrap() }
    }

    /// All that may happen on a day.
    async fn live(&self, day: i64, now: Instant) {
        let (engine, people) = (&self.engine, self.engine.people());
        let of = Membership { event: self.event.id, person: self.member };
        let check_in = CheckIn::now(Key(format!("k{day}")));
        engine.memberships().act(of, now, Action::CheckIn(check_in)).await.unwrap();
        let topic = Topic::Reminder { event: self.event.id, person: self.member };
        for n in 0..2 {
            let key = format!("r{day}:{n}");
            engine.deliveries().send(self.private, topic, key, now, 3600, now).await.unwrap();
        }
        let update = |n: i64| NewUpdate {
            source: "telegram".to_owned(),
            source_id: format!("{day}:{n}"),
            ordering_key: n.to_string(),
            payload: n.to_string(),
        };
        engine.updates().store(&[update(0), update(1)], None, now).await.unwrap();
        let code = engine.events().invite(self.event.id, self.host, now).await.unwrap();
        engine.events().redeem(&code, self.guest, now).await.unwrap();
        people.link_code(self.member, Platform::Telegram, now).await.unwrap();
        let code = people.sign_in_code(self.member, now).await.unwrap();
        let session = people.sign_in(&code, "a browser", now).await.unwrap().unwrap();
        people.sign_in_code(self.member, now).await.unwrap();
        people.ask_challenge(&format!("c{day}"), None, "{}", now).await.unwrap();
        people.ask_for_device(&self.app.id, Scope::Read, now).await.unwrap();
        people.let_in(self.member, &self.app, Scope::Read, now).await.unwrap();
        people.ask_email(self.member, &format!("a{day}@example.org"), now).await.unwrap();
        let browser = Subscription {
            id: 0,
            person: self.member,
            endpoint: format!("https://push.example/{day}"),
            p256dh: "key".to_owned(),
            auth: "auth".to_owned(),
            browser: "a browser".to_owned(),
            created_at: now,
        };
        people.subscribe(&browser, &session, now).await.unwrap();
        let entry = ("repair", Some(self.member), "was ill");
        let record = Record::of(&self.event);
        engine.communities().record_audit(record, self.host, entry, now).await.unwrap();
        self.visit(day, now).await;
    }

    /// A group lets us in, settles in, and puts us out.
    async fn visit(&self, day: i64, now: Instant) {
        let communities = self.engine.communities();
        let address = format!("-200{day}");
        let group = CommunityAddress {
            platform: Platform::Telegram,
            external_id: address.clone(),
            name: format!("Group {day}"),
            locale: None,
        };
        let group = communities.get_or_create(&group, now).await.unwrap().id;
        let place = NewDestination {
            platform: Platform::Telegram,
            address: address.clone(),
            thread: String::new(),
            kind: Kind::Channel(group),
            locale: None,
        };
        let place = communities.destination(&place, now).await.unwrap();
        self.engine.events().announce(self.event.id, place).await.unwrap();
        if day % 2 == 0 {
            assert!(communities.silence_event(group, self.event.id, now).await.unwrap());
        }
        assert!(communities.silence_person(group, self.guest, now).await.unwrap());
        communities.set_moderator(group, self.member, true, self.host, now).await.unwrap();
        communities.set_role_reward(group, 7, Some("1"), now).await.unwrap();
        let record = Record { community: Some(group), event: None };
        let entry = ("silence", Some(self.guest), "");
        communities.record_audit(record, self.host, entry, now).await.unwrap();
        communities.set_reachable(Platform::Telegram, &address, false, now).await.unwrap();
    }

    /// Works what waits: of two updates one cannot be read, and of three messages one is refused.
    async fn work(&self, now: Instant, ways: &[Picky; 3]) {
        let stop = CancellationToken::new();
        let handle = |update: engine::Update| async move {
            Ok::<_, String>(match update.payload.as_str() {
                "0" => Worked::Done,
                _ => Worked::Unreadable { why: "odd".to_owned() },
            })
        };
        let wait = async {
            while !self.engine.schedule().is_idle(now).await.unwrap() {
                self.engine.schedule().tick(now).await.unwrap();
            }
            stop.cancel();
        };
        let deliver = |way| self.engine.deliveries().run(way, || now, stop.clone());
        tokio::join!(
            self.engine.updates().work("telegram", || now, handle, stop.clone()),
            deliver(&ways[0]),
            deliver(&ways[1]),
            deliver(&ways[2]),
            wait
        );
    }
}

async fn tables(sql: &PlainSql) -> BTreeSet<String> {
    let names: Vec<String> = match sql {
        PlainSql::Sqlite(pool) => sqlx::query_scalar(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite%'",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
        PlainSql::Postgres(pool) => sqlx::query_scalar(
            "select cast(table_name as text) from information_schema.tables where table_schema = current_schema()",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    };
    names.into_iter().collect()
}

async fn number(sql: &PlainSql, statement: &str) -> i64 {
    sql.numbers(statement).await.first().copied().unwrap()
}

async fn rows(sql: &PlainSql) -> Vec<i64> {
    let mut rows = vec![];
    for table in PASSING {
        rows.push(number(sql, &format!("select count(*) from {table}")).await);
    }
    rows
}

#[tokio::test]
async fn of_every_table_it_is_known_whether_and_why_it_grows() {
    let url = engine::testing::url().await.unwrap();
    Engine::open(&url).await.unwrap();
    let lasting = LASTING.iter().map(|(table, _)| *table);
    let known: BTreeSet<&str> = PASSING.into_iter().chain(lasting).collect();
    let there = tables(&PlainSql::open(&url).await).await;
    let there: BTreeSet<&str> = there.iter().map(String::as_str).collect();
    let unknown: Vec<_> = there.symmetric_difference(&known).collect();
    assert_eq!(unknown, Vec::<&&str>::new(), "say what ends its rows, or why they stay");
}

#[tokio::test]
async fn what_passes_does_not_grow_from_day_200_to_day_400() {
    let url = engine::testing::url().await.unwrap();
    let life = Life::begin(&url).await;
    let sql = PlainSql::open(&url).await;
    let ways = [Platform::Telegram, Platform::Email, Platform::Push].map(Picky::of);
    let mut halfway = vec![];
    for day in 1..=DAYS {
        let now = NOON.plus_s(day * DAY_S);
        life.live(day, now).await;
        life.work(now, &ways).await;
        life.engine.schedule().forget_old(now).await.unwrap();
        if day == DAYS / 2 {
            halfway = rows(&sql).await;
        }
    }
    let now = NOON.plus_s(DAYS * DAY_S);
    for ((table, then), today) in PASSING.iter().zip(halfway).zip(rows(&sql).await) {
        assert!(then > 0, "{table} is used");
        assert!(today <= then + then / 2 + 3, "{table} grows: {then}, then {today}");
    }
    let oldest = number(&sql, "select min(received_at) from inbox").await;
    assert!(oldest >= now.0 - 7 * DAY_S, "updates and dead letters are kept for a week");
    let oldest = number(&sql, "select min(coalesce(done_at, expires_at)) from outbox").await;
    assert!(oldest >= now.0 - 30 * DAY_S, "deliveries are kept for thirty days");
    let oldest = number(&sql, "select min(left_at) from community").await;
    assert_eq!(oldest, now.0 - 30 * DAY_S, "who put us out is known for thirty days");
    for table in ["destination", "moderator", "role_reward", "silenced_event", "silenced_person"] {
        let orphans = format!(
            "select count(*) from {table} where community_id not in (select id from community)"
        );
        assert_eq!(number(&sql, &orphans).await, 0, "{table} goes with its community");
    }
    let orphans = "select count(*) from audit where event_id is null
                   and community_id not in (select id from community)";
    assert_eq!(number(&sql, orphans).await, 0, "and so does its record");
    let orphans = "select count(*) from event_destination
                   where destination_id not in (select id from destination)";
    assert_eq!(number(&sql, orphans).await, 0, "and where it was told of events");
    let expired = format!("select count(*) from invite where expires_at <= {}", now.0);
    assert_eq!(number(&sql, &expired).await, 0, "codes go when they are over");
    let orphans =
        "select count(*) from invite_use where code_hash not in (select code_hash from invite)";
    assert_eq!(number(&sql, orphans).await, 0, "and so does who used them");
}
