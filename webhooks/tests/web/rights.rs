//! Who is let in where, on the web and by the API: every address with an event in it, held against a table. The addresses are
//! read from the routes, so that a new one needs a row.

use crate::browser::Browser;
use crate::program::Program;
use crate::scene::Scene;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use engine::Visibility::{Community, InviteOnly, Public};
use engine::rules::{Action, Cadence, ClockRule, Key, Rules, Setting, Zone};
use engine::{
    CommunityAddress, CommunityId, Event, Membership, NewEvent, PersonId, Platform, Scope,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use tower::ServiceExt;

const ROUTES: &str = include_str!("../../src/lib.rs");
const API: [&str; 3] = [
    include_str!("../../src/api/events.rs"),
    include_str!("../../src/api/memberships.rs"),
    include_str!("../../src/api/check_ins.rs"),
];
const KINDS: [&str; 5] = ["public", "community", "invite", "draft", "over"];
/// Nobody, and people by how they stand to the event.
const ACTORS: [(char, Option<&str>); 8] = [
    ('n', None),
    ('s', Some("stan")),
    ('b', Some("bob")),
    ('l', Some("lea")),
    ('a', Some("ann")),
    ('m', Some("mia")),
    ('d', Some("deb")),
    ('o', Some("ole")),
];
/// What nobody may read who does not see the event.
const SECRETS: [&str; 2] = ["Zebra", "okapi"];

/// Nobody, stranger, banned, left, asked, member, moderator (who may have left the community since), owner; `+` let in, `.` there is no such event, and as it
/// would say of one that never was, `-` there is none of what is asked for in
/// it, `u` not signed in, `c` refused for what they are.
const TABLE: &str = "
DELETE /api/v1/events/{slug}/check-ins/{id}          u------- u....-.- u....-.- u....... u-------
DELETE /api/v1/events/{slug}/membership              ucccc+cc u....+.c u....+.c u....... ucccc+cc
GET    /api/v1/events/{slug}                         ++++++++ .....+.+ .....+.+ ........ ++++++++
GET    /api/v1/events/{slug}/check-ins               u....+.. u....+.. u....+.. u....... u....+..
GET    /api/v1/events/{slug}/leaderboard             ++++++++ .....+.+ .....+.+ ........ ++++++++
GET    /api/v1/events/{slug}/matrix                  u....+.. u....+.. u....+.. u....... u....+..
GET    /api/v1/events/{slug}/membership              u....+.. u....+.. u....+.. u....... u....+..
GET    /e/{slug}                                     ++++++++ .....+.+ .....+.+ ........ ++++++++
GET    /e/{slug}/activity                            ++++++++ .....+.+ .....+.+ ........ ++++++++
GET    /e/{slug}/badge.svg                           ++++++++ ........ ........ ........ ++++++++
GET    /e/{slug}/calendar.ics                        ++++++++ ........ ........ ........ ++++++++
GET    /e/{slug}/card.png                            ++++++++ ........ ........ ........ ++++++++
GET    /e/{slug}/feed.atom                           ++++++++ ........ ........ ........ ++++++++
GET    /e/{slug}/live                                ++++++++ ........ ........ ........ ++++++++
GET    /e/{slug}/members                             .......+ .......+ .......+ ........ .......+
GET    /e/{slug}/members.csv                         .......+ .......+ .......+ ........ .......+
POST   /api/v1/events/{slug}/check-ins               ucccc+cc u....+.c u....+.c u....... uccccccc
PUT    /api/v1/events/{slug}/membership              u+++++++ u....+.+ u....+.+ u....... u+++++++
";

struct Setup {
    scene: Scene,
    event: Event,
    people: BTreeMap<&'static str, PersonId>,
}

impl Setup {
    fn of(&self, name: &str) -> Membership {
        Membership { event: self.event.id, person: self.people[name] }
    }
}

/// The addresses with an event in them, each with its method.
pub fn addresses() -> BTreeSet<(&'static str, String)> {
    let mut all = BTreeSet::new();
    for route in ROUTES.split(".route(").skip(1) {
        let path = route.split('"').nth(1).unwrap_or_default();
        if path.contains("{slug}") {
            all.insert(("GET", path.to_owned()));
            assert!(!route.split(".layer(").next().unwrap_or_default().contains("post("), "{path}");
        }
    }
    for described in API.iter().flat_map(|source| source.split("#[utoipa::path(").skip(1)) {
        let method = described.trim_start().split(',').next().unwrap_or_default();
        let method = ["GET", "POST", "PUT", "DELETE"]
            .into_iter()
            .find(|one| one.eq_ignore_ascii_case(method));
        let path = described.split('"').nth(1).unwrap_or_default();
        if path.contains("{slug}") {
            all.insert((method.expect("a method stands first"), format!("/api/v1{path}")));
        }
    }
    all
}

async fn community(scene: &Scene) -> CommunityId {
    let address = CommunityAddress {
        platform: Platform::Telegram,
        external_id: "group".to_owned(),
        name: "Group".to_owned(),
        locale: None,
    };
    let made = scene.engine.communities().get_or_create(&address, scene.now()).await;
    made.expect("a group is met").id
}

/// An event of this kind and its people; where it is `shown`, with check-ins of a member, so that there is something in each
/// picture.
async fn setup(kind: &str, shown: bool) -> Setup {
    let scene = Scene::new().await;
    let mut people = BTreeMap::new();
    for (_, name) in ACTORS {
        if let Some(name) = name {
            people.insert(name, scene.person(name).await);
        }
    }
    let (engine, now) = (scene.engine.clone(), scene.now());
    let community = community(&scene).await;
    let (owner, moderator) = (people["ole"], people["deb"]);
    let made = engine.communities().set_moderator(community, moderator, true, owner, now).await;
    made.expect("she helps");
    let setting = Setting::midnight(Zone::UTC);
    let start = setting.day_of(now);
    let end = (kind == "over").then(|| start.plus(1));
    let rules = Rules::daily(ClockRule::Fixed(setting), Cadence::EVERY_DAY, start);
    let visibility = match kind {
        "community" => Community,
        "invite" | "draft" => InviteOnly,
        _ => Public,
    };
    let new = NewEvent {
        goal: SECRETS[1].to_owned(),
        community: Some(community),
        visibility,
        approval: true,
        draft: (kind == "draft").then_some(Public),
        ..NewEvent::of(Key("made".to_owned()), SECRETS[0], owner, Rules { end, ..rules })
    };
    let event = engine.events().create(new, now).await.expect("it is made");
    let setup = Setup { scene, event, people };
    if kind != "draft" {
        let memberships = engine.memberships();
        for name in ["mia", "lea", "bob"] {
            memberships.act(setup.of(name), now, Action::Join).await.expect("they join");
        }
        memberships.act(setup.of("lea"), now, Action::Leave).await.expect("she leaves");
        memberships.remove(setup.of("bob"), true, owner, now).await.expect("he is banned");
        memberships.ask_to_join(setup.of("ann"), now).await.expect("she asks");
        if shown {
            setup.scene.check_in(setup.of("mia")).await;
            // There is something to show also without her.
            let other =
                Membership { event: setup.event.id, person: setup.scene.person("zoe").await };
            memberships.act(other, now, Action::Join).await.expect("they join");
            setup.scene.check_in(other).await;
        }
    }
    if kind == "over" {
        setup.scene.next_day();
        // Whoever misses its last day has no streak to show.
        if shown {
            setup.scene.check_in(setup.of("mia")).await;
        }
        (0..3).for_each(|_| setup.scene.next_day());
    }
    setup
}

/// What somebody gets: a status, and a text unless it never ends.
struct Got {
    status: u16,
    text: String,
}

/// By what somebody is known.
enum Known<'a> {
    Nobody,
    As(Browser<'a>, Program<'a>),
}

impl<'a> Known<'a> {
    async fn of(scene: &'a Scene, name: Option<&str>) -> Known<'a> {
        match name {
            None => Known::Nobody,
            Some(name) => Known::As(
                Browser::of(scene, name).await,
                Program::of(scene, name, Scope::Write, None).await,
            ),
        }
    }

    async fn ask(&self, scene: &Scene, method: &str, path: &str) -> Got {
        let mut request = Request::builder().method(method).uri(path);
        if let Known::As(browser, program) = self {
            request = match path.starts_with("/api/") {
                true => request.header("authorization", format!("Bearer {}", program.token)),
                false => request.header("cookie", &browser.cookie),
            };
        }
        let body = match method {
            "POST" => {
                request = request.header("content-type", "application/json");
                Body::from("{}")
            }
            _ => Body::empty(),
        };
        let request = request.body(body).expect("a path is an address");
        let answer = scene.router().oneshot(request).await.expect("the router answers");
        let (parts, body) = answer.into_parts();
        let status = parts.status.as_u16();
        let is_endless = path.ends_with("/live") && status == 200;
        let text = match is_endless {
            true => String::new(),
            false => {
                let bytes = to_bytes(body, 1 << 22).await.expect("an answer is small");
                String::from_utf8_lossy(&bytes).into_owned()
            }
        };
        Got { status, text }
    }
}

/// The address of an event; check-ins that are not there have this id.
pub fn filled(path: &str, slug: &str) -> String {
    path.replace("{slug}", slug).replace("{id}", "nothing")
}

async fn cell(
    setup: &Setup,
    (letter, known): (char, &Known<'_>),
    method: &str,
    path: &str,
) -> char {
    let slug = &setup.event.slug;
    let got = known.ask(&setup.scene, method, &filled(path, slug)).await;
    match got.status {
        200..=204 => '+',
        401 => 'u',
        409 | 403 => 'c',
        404 => {
            let none = known.ask(&setup.scene, method, &filled(path, "quagga-00000")).await;
            if got.text == none.text && got.status == none.status {
                return '.';
            }
            let may_differ = sees(&setup.event, letter);
            assert!(may_differ, "{method} {path}: {} instead of {}", got.text, none.text);
            '-'
        }
        status => panic!("{method} {path}: {status} {}", got.text),
    }
}

/// Whether somebody may know of the event.
fn sees(event: &Event, letter: char) -> bool {
    match event.visibility {
        _ if event.draft.is_some() => false,
        Public => true,
        Community | InviteOnly => matches!(letter, 'm' | 'o'),
    }
}

async fn found(kind: &str) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    let shared = setup(kind, true).await;
    for (method, path) in addresses() {
        // What one of them does changes nothing for the next.
        let own = if method == "GET" { None } else { Some(setup(kind, false).await) };
        let setup = own.as_ref().unwrap_or(&shared);
        let mut cells = String::new();
        for (letter, name) in ACTORS {
            let known = Known::of(&setup.scene, name).await;
            let cell = cell(setup, (letter, &known), method, &path).await;
            let is_meant = matches!(cell, '.' | 'u') || sees(&setup.event, letter);
            assert!(is_meant, "{method} {path} {letter}");
            cells.push(cell);
        }
        rows.insert(format!("{method} {path}"), cells);
    }
    rows
}

/// The cells of each address, one text for each kind of event.
fn written() -> BTreeMap<String, Vec<&'static str>> {
    let rows = TABLE.lines().filter(|line| !line.trim().is_empty());
    let read = |row: &'static str| {
        let parts: Vec<&str> = row.split_whitespace().collect();
        (format!("{} {}", parts[0], parts[1]), parts[2..].to_vec())
    };
    rows.map(read).collect()
}

#[tokio::test]
async fn each_address_lets_in_as_it_is_written() {
    let written = written();
    let mut wrong = String::new();
    let mut seen = BTreeMap::<String, Vec<String>>::new();
    for kind in KINDS {
        for (row, cells) in found(kind).await {
            seen.entry(row).or_default().push(cells);
        }
    }
    for (row, cells) in &seen {
        if written.get(row).is_none_or(|written| written != cells) {
            let (method, path) = row.split_once(' ').unwrap_or_default();
            let _ = writeln!(wrong, "{method:6} {path:45} {}", cells.join(" "));
        }
    }
    assert!(wrong.is_empty(), "against the table:\n{wrong}");
    assert!(written.keys().all(|row| seen.contains_key(row)), "a row of what is gone");
}

/// What is taken from somebody who is signed in.
#[derive(Debug, Clone, Copy)]
enum Taken {
    Banned,
    Removed,
    Left,
    /// They help with the community no longer.
    Helps,
    /// The event is for few from now on.
    Open,
}

/// A kind of event, and who somebody is in it.
type Standing = (&'static str, char);

/// What is taken, and of whom in which kind of event; and as who in which kind they are let in then.
const TAKEN: [(Taken, Standing, Standing); 9] = [
    (Taken::Banned, ("invite", 'm'), ("invite", 'b')),
    (Taken::Banned, ("community", 'm'), ("community", 'b')),
    (Taken::Banned, ("public", 'm'), ("public", 'b')),
    (Taken::Removed, ("invite", 'm'), ("invite", 'l')),
    (Taken::Left, ("invite", 'm'), ("invite", 'l')),
    (Taken::Helps, ("public", 'd'), ("public", 's')),
    (Taken::Open, ("public", 'n'), ("invite", 'n')),
    (Taken::Open, ("public", 's'), ("invite", 's')),
    (Taken::Open, ("public", 'd'), ("invite", 'd')),
];

async fn take(taken: Taken, from: &str, setup: &Setup) {
    let (engine, now, owner) = (&setup.scene.engine, setup.scene.now(), setup.event.owner);
    match taken {
        Taken::Banned | Taken::Removed => {
            let is_banned = matches!(taken, Taken::Banned);
            let removed = engine.memberships().remove(setup.of(from), is_banned, owner, now);
            removed.await.expect("it is done");
        }
        Taken::Left => {
            let left = engine.memberships().act(setup.of(from), now, Action::Leave);
            left.await.expect("it is done");
        }
        Taken::Helps => {
            let (community, person) = (community(&setup.scene).await, setup.people[from]);
            let made = engine.communities().set_moderator(community, person, false, owner, now);
            made.await.expect("it is done");
        }
        Taken::Open => {
            let hidden = Event { visibility: InviteOnly, ..setup.event.clone() };
            engine.events().edit(&setup.event, &hidden, now).await.expect("it is done");
        }
    }
}

#[tokio::test]
async fn whoever_is_signed_in_still_has_no_more_than_others_once_it_is_taken_from_them() {
    let written = written();
    let cell_of = |method: &str, path: &str, (kind, letter): (&str, char)| {
        let kind = KINDS.iter().position(|known| *known == kind).expect("a kind");
        let actor = ACTORS.iter().position(|(known, _)| *known == letter).expect("an actor");
        written[&format!("{method} {path}")][kind].chars().nth(actor).expect("a cell")
    };
    let mut taken_away = 0;
    for (taken, before, after) in TAKEN {
        let setup = setup(before.0, true).await;
        let (_, name) = ACTORS.iter().find(|(letter, _)| *letter == before.1).expect("an actor");
        // What is sent later bears the session and the token of now.
        let known = Known::of(&setup.scene, *name).await;
        for (method, path) in addresses().iter().filter(|(method, _)| *method == "GET") {
            let now = cell(&setup, (before.1, &known), method, path).await;
            let want = cell_of(method, path, before);
            assert_eq!(now, want, "{method} {path} before {taken:?}");
        }
        take(taken, name.unwrap_or_default(), &setup).await;
        // Where something may still be done, it would change what comes next.
        let addresses = addresses();
        let looked = addresses.iter().filter(|(method, _)| *method == "GET" || after.0 != "public");
        for (method, path) in looked {
            let now = cell(&setup, (after.1, &known), method, path).await;
            let want = cell_of(method, path, after);
            assert_eq!(now, want, "{method} {path} after {taken:?} by {before:?}");
            taken_away += usize::from(now == '.');
        }
    }
    assert!(taken_away >= 60, "{taken_away}");
}
