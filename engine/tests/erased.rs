//! Erased is erased: after a week nothing that a person wrote or was called is left in the database, byte by byte.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod plain_sql;

use engine::rules::goal::{Need, Task, TaskGoal};
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Days, Goal, Instant, Key, Rules, Setting, Zone,
};
use engine::{
    Account, CommunityAddress, Engine, Error, Fetched, FileSource, Kind, Membership,
    NewDestination, NewEvent, NewUpdate, Person, PersonId, Platform, ProofRule, Queue, Record,
    Subscription, Topic, Visibility, Worked,
};
use futures_util::future::BoxFuture;
use plain_sql::PlainSql;
use tokio_util::sync::CancellationToken;

const NOON: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z
const DAY_S: i64 = 86_400;
/// What ada is called, and what every text of hers has in it.
const NAME: &str = "Adalgisa Quillfeather";
const HANDLE: &str = "quillfeather_ada";
const NUMBER: &str = "8675309441";
const SECRET: &str = "unmistakable";

async fn meet(engine: &Engine, name: &str, handle: &str, number: &str) -> Person {
    let account = Account {
        platform: Platform::Telegram,
        external_id: number.to_owned(),
        name: name.to_owned(),
        handle: Some(handle.to_owned()),
        locale: None,
    };
    engine.people().get_or_create(&account, Zone::UTC, NOON).await.unwrap()
}

fn update(n: usize, is_of_ada: bool) -> NewUpdate {
    let (id, name) = if is_of_ada { (NUMBER, NAME) } else { ("77", "Grace") };
    // Grace answers a message of ada's.
    let payload = format!(
        r#"{{"update_id":{n},"from":{{"id":{id},"first_name":"{name}"}},"reply_to":{{"id":{NUMBER},"username":"{HANDLE}"}},"text":"{SECRET} {n}"}}"#
    );
    let ordering_key = format!("-{n}:{id}");
    NewUpdate { source: "telegram".to_owned(), source_id: n.to_string(), ordering_key, payload }
}

/// Works what waits; what is odd is never understood, and one always fails.
async fn work(engine: &Engine) {
    let ticks = std::sync::atomic::AtomicI64::new(0);
    let now = || NOON.plus_s(5 * ticks.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    let handle = |update: engine::Update| async move {
        let n: u64 = update
            .payload
            .split(|c: char| !c.is_ascii_digit())
            .find_map(|d| d.parse().ok())
            .unwrap();
        match n {
            n if n % 2 == 1 => Ok(Worked::Unreadable { why: "odd".to_owned() }),
            4 => Err("it fails"),
            _ => Ok(Worked::Done),
        }
    };
    let stop = CancellationToken::new();
    let wait = async {
        while !engine.schedule().is_idle(NOON).await.unwrap() {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    };
    tokio::join!(engine.updates().work("telegram", now, handle, stop.clone()), wait);
}

/// Where ada's only photo lies.
struct Drawer;

impl FileSource for Drawer {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn fetch<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Fetched> {
        Box::pin(async { Fetched::Bytes(format!("%PDF-1.7 {SECRET} {NAME}").into_bytes()) })
    }
}

/// Where anything of ada's still lies.
async fn left(url: &str) -> Vec<String> {
    let words = [NAME, HANDLE, NUMBER, SECRET];
    let mut left = vec![];
    if let Some(path) = url.strip_prefix("sqlite:") {
        for end in ["", "-wal", "-shm"] {
            let bytes = std::fs::read(format!("{path}{end}")).unwrap_or_default();
            for word in words {
                let copies = bytes.windows(word.len()).filter(|at| *at == word.as_bytes()).count();
                if copies > 0 {
                    left.push(format!("{copies} x {word} in streaks.db{end}"));
                }
            }
        }
        return left;
    }
    let sql = PlainSql::open(url).await;
    let PlainSql::Postgres(pool) = &sql else { panic!("it is the other database") };
    let columns: Vec<String> = sqlx::query_scalar(
        "select table_name || '.' || column_name from information_schema.columns where table_schema = current_schema()")
        .fetch_all(pool).await.unwrap();
    assert!(columns.len() > 100, "all columns are looked at");
    for column in columns {
        let (table, column) = column.split_once('.').unwrap();
        for word in words {
            let count =
                format!("select count(*) from {table} where {column}::text like '%{word}%'");
            if sql.numbers(&count).await != [0] {
                left.push(format!("{word} in {table}.{column}"));
            }
        }
    }
    left
}

/// Texts in which the number of somebody who is gone may stand: what was to be told is forgotten after thirty days.
const PASSING: [&str; 2] = ["outbox.dedupe_key", "outbox.payload"];

/// Where the number of a person still stands: by itself, with its sign turned, or within a text.
async fn numbers_left(url: &str, person: PersonId) -> Vec<String> {
    let sql = PlainSql::open(url).await;
    let columns: Vec<String> = match &sql {
        PlainSql::Sqlite(pool) => sqlx::query_scalar(
            "select m.name || '.' || p.name || ' ' || lower(p.type) from sqlite_master m, pragma_table_info(m.name) p
             where m.type = 'table' and m.name not like 'sqlite%'")
            .fetch_all(pool).await.unwrap(),
        PlainSql::Postgres(pool) => sqlx::query_scalar(
            "select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
             where table_schema = current_schema()")
            .fetch_all(pool).await.unwrap(),
    };
    assert!(columns.len() > 100, "all columns are looked at");
    let (number, text) = (person.0, person.to_string());
    let mut left = vec![];
    for column in columns {
        let (column, kind) = column.split_once(' ').unwrap();
        let (table, name) = column.split_once('.').unwrap();
        let is_it = match kind {
            "bigint" => format!("{name} in ({number}, -{number})"),
            "text" => format!("{name} like '%{number}%' or {name} like '%{text}%'"),
            _ => continue,
        };
        let count = format!("select count(*) from {table} where {is_it}");
        if !PASSING.contains(&column) && sql.numbers(&count).await != [0] {
            left.push(column.to_owned());
        }
    }
    left
}

#[tokio::test]
async fn nothing_of_an_erased_person_is_left() {
    let url = engine::testing::url().await.unwrap();
    let engine = Engine::open(&url).await.unwrap();
    let host = meet(&engine, "Grace", "grace", "77").await;
    let ada = meet(&engine, NAME, HANDLE, NUMBER).await;
    engine.people().set_about(ada.id, &format!("{SECRET} about me")).await.unwrap();
    // She brings it to who she is elsewhere.
    let elsewhere = Account {
        platform: Platform::Discord,
        external_id: format!("{NUMBER}7"),
        name: NAME.to_owned(),
        handle: Some(HANDLE.to_owned()),
        locale: None,
    };
    let other = engine.people().get_or_create(&elsewhere, Zone::UTC, NOON).await.unwrap();
    let code = engine.people().link_code(ada.id, Platform::Telegram, NOON).await.unwrap();
    engine.people().ask_link(&code, other.id, &elsewhere, NOON).await.unwrap().unwrap();
    engine.people().confirm_link(ada.id, other.id, NOON).await.unwrap().unwrap();
    let address = CommunityAddress {
        platform: Platform::Telegram,
        external_id: "-100".to_owned(),
        name: "Readers".to_owned(),
        locale: None,
    };
    let community = engine.communities().get_or_create(&address, NOON).await.unwrap();
    let utc = Setting::midnight(Zone::UTC);
    let rules = Rules::daily(ClockRule::Fixed(utc), Cadence::EVERY_DAY, utc.day_of(NOON));
    let new = NewEvent {
        community: Some(community.id),
        ..NewEvent::of(Key("made".to_owned()), "Read", host.id, rules)
    };
    let event = engine.events().create(new, NOON).await.unwrap();
    let of = Membership { event: event.id, person: ada.id };
    engine.memberships().act(of, NOON, Action::Join).await.unwrap();
    // Long notes, of which many change places when others go.
    for n in 0..400 {
        let action = CheckIn {
            note: Some(format!("{SECRET} {n} {}", "x".repeat(n * 7 % 450))),
            ..CheckIn::now(Key(format!("k{n}")))
        };
        engine
            .memberships()
            .act(of, NOON.plus_s(n as i64 * DAY_S), Action::CheckIn(action))
            .await
            .unwrap();
    }
    let later = NOON.plus_s(400 * DAY_S);
    let private = NewDestination {
        platform: Platform::Telegram,
        address: NUMBER.to_owned(),
        thread: String::new(),
        kind: Kind::Private(ada.id),
        locale: None,
    };
    let private = engine.communities().destination(&private, later).await.unwrap();
    let topic = Topic::Reminder { event: event.id, person: ada.id };
    engine.deliveries().send(private, topic, "r".to_owned(), later, 3600, NOON).await.unwrap();
    let shown = Key("k399".to_owned());
    let file = (Platform::Telegram, "photo:1");
    engine.events().show_proof(of, &shown, file, ProofRule::Approved, later).await.unwrap();
    assert_eq!(engine.events().fetch_due_files(&Drawer, later).await.unwrap(), 1);
    let proof = engine.events().open_proofs(event.id).await.unwrap().remove(0);
    assert!(engine.events().proof_file(proof.id).await.unwrap().is_some());
    let browser = Subscription {
        id: 0,
        person: ada.id,
        endpoint: format!("https://push.example/{SECRET}"),
        p256dh: SECRET.to_owned(),
        auth: SECRET.to_owned(),
        browser: format!("{SECRET} browser"),
        created_at: later,
    };
    let code = engine.people().sign_in_code(ada.id, later).await.unwrap();
    let session = engine.people().sign_in(&code, "a browser", later).await.unwrap().unwrap();
    engine.people().subscribe(&browser, &session, later).await.unwrap();
    for address in ["old", "new"] {
        let address = format!("{SECRET}.{address}@example.org");
        assert!(engine.people().ask_email(ada.id, &address, later).await.unwrap());
        let asked = engine.people().email(ada.id).await.unwrap().unwrap();
        let code = asked.confirm_code.unwrap();
        engine.people().confirm_email(&code, later).await.unwrap();
    }
    let words = format!("{SECRET} words");
    let today = utc.day_of(later);
    engine
        .people()
        .cheer((ada.id, host.id), (event.id, &words, "tg:1:1"), today, later)
        .await
        .unwrap();
    engine.people().block(ada.id, host.id, later).await.unwrap();
    engine.people().block(host.id, ada.id, later).await.unwrap();
    engine.communities().silence_person(community.id, ada.id, later).await.unwrap();
    let entry = ("repair", Some(ada.id), &*format!("{NAME} was ill, {SECRET}"));
    engine.communities().record_audit(Record::of(&event), host.id, entry, later).await.unwrap();
    // What she does to others.
    let eve = meet(&engine, "Eve", "eve", "78").await;
    let banned = Membership { event: event.id, person: eve.id };
    engine.memberships().remove(banned, true, ada.id, later).await.unwrap();
    engine.communities().set_moderator(community.id, eve.id, true, ada.id, later).await.unwrap();
    engine.events().invite(event.id, ada.id, later).await.unwrap();
    let excused = Days { first: today, last: today };
    engine.events().amnesty(event.id, excused, ada.id, later).await.unwrap();
    let entry = ("amnesty", Some(eve.id), SECRET);
    engine.communities().record_audit(Record::of(&event), ada.id, entry, later).await.unwrap();
    // An event in which nobody else ever was.
    let task = Task { id: format!("{SECRET} task"), goal: TaskGoal::Check };
    let rules = Rules {
        goal: Goal::Tasks { need: Need::Any, tasks: vec![task] },
        ..Rules::daily(ClockRule::Fixed(utc), Cadence::EVERY_DAY, today)
    };
    let diary = NewEvent {
        goal: format!("{SECRET} goal"),
        community: Some(community.id),
        visibility: Visibility::InviteOnly,
        ..NewEvent::of(Key("diary".to_owned()), &format!("{SECRET} diary"), ada.id, rules)
    };
    let diary = engine.events().create(diary, later).await.unwrap();
    let in_diary = Membership { event: diary.id, person: ada.id };
    engine.memberships().act(in_diary, later, Action::Join).await.unwrap();
    engine.events().invite(diary.id, ada.id, later).await.unwrap();
    let updates: Vec<NewUpdate> = (0..200).map(|n| update(n, n % 3 > 0)).collect();
    engine.updates().store(&updates, None, later).await.unwrap();
    // Hers is not what only looks like it.
    let payload =
        r#"{"update_id":201,"from":{"id":77,"username":"grace"},"text":"quillfeather-ada"}"#;
    let of_grace = NewUpdate { payload: payload.to_owned(), ..update(201, false) };
    engine.updates().store(&[of_grace], None, later).await.unwrap();
    work(&engine).await;
    assert!(!left(&url).await.is_empty(), "there is something to erase");
    assert!(numbers_left(&url, ada.id).await.len() > 10, "in many tables");

    // She may take it all along, but not who she is for others.
    let copy = engine.people().export(ada.id, later).await.unwrap();
    for table in ["event", "invite", "amnesty", "audit", "silenced_person", "block", "check_in"] {
        assert!(copy["tables"][table].as_array().is_some_and(|rows| !rows.is_empty()), "{table}");
    }
    assert!(copy.to_string().contains(&format!("{SECRET} diary")));
    let theirs = engine.people().export(eve.id, later).await.unwrap();
    for table in ["ban", "moderator"] {
        let rows = theirs["tables"][table].as_array().unwrap();
        assert!(rows.len() == 1 && rows[0].get("by_person").is_none(), "{table}: {rows:?}");
    }
    // What is on record about somebody is theirs to read, but not who wrote it, nor in which words.
    let entries = theirs["tables"]["audit"].as_array().unwrap();
    assert!(!entries.is_empty());
    let is_of_host = |entry: &serde_json::Value| {
        ["by_person", "by_on", "detail"].iter().any(|column| entry.get(column).is_some())
    };
    assert!(!entries.iter().any(is_of_host), "{entries:?}");

    engine.people().plan_erasure(ada.id, true, later).await.unwrap();
    engine.schedule().tick(later.plus_s(6 * DAY_S)).await.unwrap();
    assert!(engine.people().get(ada.id).await.unwrap().is_some(), "she may think it over");
    while engine.schedule().tick(later.plus_s(7 * DAY_S)).await.unwrap() > 0 {}
    assert!(engine.people().get(ada.id).await.unwrap().is_none());
    let letters = engine.dead_letters(Queue::Inbox).list(9).await.unwrap();
    assert_eq!(letters.1, 1, "those of others stay");
    assert_eq!(numbers_left(&url, ada.id).await, Vec::<String>::new());
    // Once an hour what is over is forgotten for good.
    engine.schedule().forget_old(later.plus_s(7 * DAY_S + 3600)).await.unwrap();
    assert_eq!(left(&url).await, Vec::<String>::new());
    // Others are not touched.
    assert!(engine.people().blocked(host.id).await.unwrap().is_empty());
    assert!(engine.communities().silenced_people(community.id).await.unwrap().is_empty());
    let rest = engine.people().get(host.id).await.unwrap().unwrap();
    assert_eq!(rest.name, "Grace");
    // Nobody does anything late who is no more, nor anybody where nothing is any more.
    for action in [Action::Leave, Action::Join] {
        let late = engine.memberships().act(of, later, action.clone()).await;
        assert!(matches!(late, Err(Error::Outdated)));
        let nowhere = Membership { event: diary.id, person: host.id };
        let refused = engine.memberships().act(nowhere, later, action).await;
        assert!(matches!(refused, Err(Error::Refused(_))));
    }
    let strays = "select count(*) from membership m
                  where not exists (select 1 from person p where p.id = m.person_id)
                  or not exists (select 1 from event e where e.id = m.event_id)";
    assert_eq!(PlainSql::open(&url).await.numbers(strays).await, [0]);
}
