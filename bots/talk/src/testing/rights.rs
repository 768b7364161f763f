//! Who is let in where: each command about an event of each kind, as a line, as a button and while it is typed, held
//! against the table in `rights.txt`. A new command without a row fails.

use engine::rules::goal::{Aggregate, Compare, Metric};
use engine::rules::{Action, Cadence, ClockRule, Goal, Key, Rules, Setting, Zone};
use engine::{Engine, Event, Membership, NewEvent, PersonId, Visibility};
use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::command::{Args, Command, Kind};
use crate::conversation::table::COMMANDS;
use crate::locale::{Arg, Words};
use crate::message::{CallbackId, Input, Reply, Request};
use crate::testing::shown;
use crate::testing::world::{World, account};

/// What the event is called, and what stands in it that nobody types.
const TITLE: &str = "Zebra";
const SECRET: &str = "okapi";
const KINDS: [&str; 5] = ["public", "community", "invite", "draft", "over"];
/// Whoever asks: a letter, a name, and whether they are in another place, or manage the one that they are in.
const ACTORS: [(char, &str, Place); 11] = [
    ('s', "stan", Place::Here),
    ('x', "xena", Place::Elsewhere),
    ('y', "yuri", Place::ManagesElsewhere),
    ('t', "mia", Place::OtherPlatform),
    ('b', "bob", Place::Here),
    ('l', "lea", Place::Here),
    ('a', "ann", Place::Here),
    ('m', "mia", Place::Here),
    ('d', "deb", Place::Here),
    ('g', "gus", Place::Manages),
    ('o', "ole", Place::Here),
];
const TABLE: &str = include_str!("rights.txt");

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Here,
    Manages,
    Elsewhere,
    ManagesElsewhere,
    Private,
    /// In private, with the same name as somebody who is in the event by the other platform.
    OtherPlatform,
}

struct Setup {
    world: World,
    event: Event,
}

async fn person(engine: &Engine, name: &str, world: &World) -> PersonId {
    let person = engine.people().get_or_create(&account(name), Zone::UTC, world.now).await;
    person.expect("a person is met").id
}

/// An event of a kind, with somebody of each standing in it.
async fn setup(kind: &str) -> Setup {
    let mut world = World::new().await;
    for name in ["deb", "mia"] {
        world.say(name, "/help").await;
    }
    world.to_as_manager("gus", "/admin moderator action:add", "deb").await;
    let engine = world.talk.engine.clone();
    let place = world.request("ole", Input::Line(String::new())).place;
    let group = place.community.expect("a group");
    let here = engine.communities().get_or_create(&group, world.now).await;
    let here = here.expect("the group is known").id;
    let (owner, now) = (person(&engine, "ole", &world).await, world.now);
    let setting = Setting::midnight(Zone::UTC);
    let start = setting.day_of(now);
    let metric = Metric {
        agg: Aggregate::Sum,
        cmp: Compare::AtLeast,
        target_milli: 1_000,
        unit: SECRET.to_owned(),
    };
    let rules = Rules {
        goal: Goal::Metric(metric),
        end: (kind == "over").then(|| start.plus(1)),
        ..Rules::daily(ClockRule::Fixed(setting), Cadence::EVERY_DAY, start)
    };
    let visibility = match kind {
        "community" => Visibility::Community,
        "invite" | "draft" => Visibility::InviteOnly,
        _ => Visibility::Public,
    };
    let new = NewEvent {
        goal: SECRET.to_owned(),
        community: Some(here),
        visibility,
        approval: true,
        draft: (kind == "draft").then_some(Visibility::Public),
        ..NewEvent::of(Key("made".to_owned()), TITLE, owner, rules)
    };
    let event = engine.events().create(new, now).await.expect("it is made");
    if kind != "draft" {
        for name in ["mia", "lea", "bob"] {
            let of = Membership { event: event.id, person: person(&engine, name, &world).await };
            engine.memberships().act(of, now, Action::Join).await.expect("they join");
        }
        let of = |person| Membership { event: event.id, person };
        let (lea, bob) =
            (person(&engine, "lea", &world).await, person(&engine, "bob", &world).await);
        engine.memberships().act(of(lea), now, Action::Leave).await.expect("she leaves");
        engine.memberships().remove(of(bob), true, owner, now).await.expect("he is banned");
        let ann = person(&engine, "ann", &world).await;
        engine.memberships().ask_to_join(of(ann), now).await.expect("she asks");
    }
    if kind == "over" {
        for _ in 0..4 {
            world.next_day();
        }
    }
    Setup { world, event }
}

impl Setup {
    fn request(&self, (name, place): (&str, Place), said: Input) -> Request {
        let mut request = self.world.request(name, said);
        match place {
            Place::Here => {}
            Place::Manages => request.manages = true,
            Place::Elsewhere | Place::ManagesElsewhere => {
                request.manages = place == Place::ManagesElsewhere;
                if let Some(community) = &mut request.place.community {
                    community.external_id = "elsewhere".to_owned();
                }
                request.place.address = "far-away".to_owned();
            }
            Place::Private => {
                request.place.community = None;
                request.place.address = name.to_owned();
            }
            Place::OtherPlatform => {
                request.account.platform = engine::Platform::Telegram;
                request.place.community = None;
                request.place.address = name.to_owned();
            }
        }
        request
    }
}

/// What a command needs besides the event to go on.
fn beside(path: &str) -> Args {
    let said: &[(&str, &str)] = match path {
        "checkin" => &[("amount", "5")],
        "event repair" | "admin repair" | "event undo" | "admin undo" => &[("day", "yesterday")],
        "event amnesty" | "admin amnesty" => &[("from", "today")],
        "event edit" => &[("category", "reading")],
        "remind" => &[("at", "20:00")],
        "pause" => &[("until", "tomorrow")],
        "admin role" => &[("length", "7"), ("role", "1")],
        _ => &[],
    };
    said.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Commands about somebody in an event.
const ABOUT_SOMEBODY: [&str; 11] = [
    "event undo",
    "admin undo",
    "event repair",
    "event amnesty",
    "event remove",
    "admin repair",
    "admin amnesty",
    "admin remove",
    "admin moderator",
    "cheer",
    "nudge",
];

fn takes_event(command: &Command) -> bool {
    command.params.iter().any(|param| matches!(param.kind, Kind::Event(_)))
}

fn said(command: &Command, title: &str) -> Input {
    let mut args = beside(command.path);
    if takes_event(command) {
        args.push(("event".to_owned(), title.to_owned()));
    }
    Input::Command { path: command.path.to_owned(), args }
}

/// How an answer lets in: `.` there is no such event, `h` hosts only, `g` managers only, `m` members only, `b` banned,
/// `+` anything else.
fn outcome(reply: &Reply) -> char {
    let words = Words::of("en");
    let text = reply.plain();
    let is = |key: &str| {
        let about = [("words", Arg::Text(TITLE)), ("title", Arg::Text(TITLE))];
        text == words.text(key, &about).plain()
    };
    for (key, letter) in [
        ("event-not-found", '.'),
        ("event-unknown", '.'),
        ("host-only", 'h'),
        ("right-manager", 'g'),
        ("right-in-group", 'g'),
        ("refused-not-member", 'm'),
        ("join-banned", 'b'),
    ] {
        if is(key) {
            return letter;
        }
    }
    '+'
}

/// Whether somebody may know of the event.
fn sees(event: &Event, (name, place): (&str, Place)) -> bool {
    let is_in = matches!((name, place), ("mia", Place::Here) | ("ole", _));
    match event.visibility {
        _ if event.draft.is_some() => name == "ole",
        Visibility::Public => true,
        Visibility::Community => is_in || matches!(place, Place::Here | Place::Manages),
        Visibility::InviteOnly => is_in,
    }
}

/// What each row of the table says, by way, command and kind.
async fn found(kind: &'static str) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    // What is only looked at, or is about no event, is tried in one place.
    let shared = setup(kind).await;
    for command in COMMANDS {
        let name = command.path.replace(' ', "-");
        for way in ["line", "button", "typed"] {
            if way != "line" && !takes_event(command) {
                continue;
            }
            let is_harmless =
                way == "typed" || !takes_event(command) && command.path != "admin moderator";
            let own = if is_harmless { None } else { Some(setup(kind).await) };
            let cells = cells(own.as_ref().unwrap_or(&shared), command, way).await;
            rows.insert(format!("{name} {way}"), cells);
        }
    }
    rows
}

/// A letter for each of those who ask.
async fn cells(setup: &Setup, command: &Command, way: &str) -> String {
    let mut cells = String::new();
    for (letter, name, place) in ACTORS {
        let cell = match way {
            "typed" => typed(setup, command, (name, place)).await,
            _ => asked(setup, command, (name, place), way).await,
        };
        let about = format!("{way} {} {letter}", command.path);
        cells.push(cell.unwrap_or_else(|shown| panic!("{about} shows {shown}")));
    }
    cells
}

async fn asked(
    setup: &Setup,
    command: &Command,
    actor: (&str, Place),
    way: &str,
) -> Result<char, String> {
    let said_of = |title: &str, event| match way {
        "line" => said(command, title),
        _ => Input::Callback(CallbackId::new(&command.verb(), Some(event), "").to_string()),
    };
    let ask = async |said| {
        let mut request = setup.request(actor, said);
        if ABOUT_SOMEBODY.contains(&command.path) {
            request.replied_to = Some(account("mia"));
        }
        setup.world.ask(request).await
    };
    let reply = ask(said_of(TITLE, setup.event.id)).await;
    let outcome = outcome(&reply);
    if outcome == '.' {
        // What is not there is answered in the same way.
        let none = ask(said_of("Quagga", engine::EventId(1))).await;
        let (one, other) = (shown(&reply), shown(&none).replace("Quagga", TITLE));
        if one != other {
            return Err(format!("{one} instead of {other}"));
        }
    }
    let is_told =
        shown(&reply).contains(SECRET) || way == "button" && shown(&reply).contains(TITLE);
    if is_told && !sees(&setup.event, actor) {
        return Err(shown(&reply));
    }
    Ok(outcome)
}

/// Whether the event is offered while it is typed.
async fn typed(setup: &Setup, command: &Command, actor: (&str, Place)) -> Result<char, String> {
    let mut is_offered = false;
    for param in command.params.iter().filter(|param| matches!(param.kind, Kind::Event(_))) {
        let said = Input::Command { path: command.path.to_owned(), args: vec![] };
        let request = setup.request(actor, said);
        for typed in ["", "Zeb", "okap"] {
            let offered = setup.world.talk.suggest(&request, command, param.name, typed).await;
            let offered = offered.expect("values are offered");
            is_offered |= offered.iter().any(|one| one.label.contains(TITLE));
        }
    }
    Ok(if is_offered { '+' } else { '.' })
}

/// A column of the table.
fn written(kind: &str) -> BTreeMap<String, &'static str> {
    let column = 2 + KINDS.iter().position(|one| *one == kind).expect("it is a kind");
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let row = |row: &'static str| {
        let cells: Vec<&str> = row.split_whitespace().collect();
        (format!("{} {}", cells[0], cells[1]), cells[column])
    };
    rows.map(row).collect()
}

async fn holds(kind: &'static str) {
    let found = found(kind).await;
    let written = written(kind);
    let mut wrong = String::new();
    for (row, cells) in &found {
        if written.get(row) != Some(&cells.as_str()) {
            let _ = writeln!(wrong, "{row} {kind} {cells}");
        }
    }
    for row in written.keys().filter(|row| !found.contains_key(*row)) {
        let _ = writeln!(wrong, "{row}: no longer there");
    }
    let letters: String = ACTORS.iter().map(|(letter, ..)| *letter).collect();
    assert!(wrong.is_empty(), "against rights.txt, in the order {letters}:\n{wrong}");
}

#[tokio::test]
async fn a_public_event_lets_in_as_it_is_written() {
    holds("public").await;
}

#[tokio::test]
async fn an_event_of_a_community_lets_in_as_it_is_written() {
    holds("community").await;
}

#[tokio::test]
async fn an_event_for_few_lets_in_as_it_is_written() {
    holds("invite").await;
}

#[tokio::test]
async fn a_draft_lets_in_as_it_is_written() {
    holds("draft").await;
}

#[tokio::test]
async fn an_event_that_is_over_lets_in_as_it_is_written() {
    holds("over").await;
}

/// What is taken from somebody is gone with their next word (X25): an event for everybody becomes one for few, who
/// helped to run the place does so no more, and who was in is shut out.
#[tokio::test]
async fn whatever_is_taken_away_is_gone_at_once() {
    let (few, open) = (written("invite"), written("public"));
    let mut tried = 0;
    for command in COMMANDS.iter().filter(|command| takes_event(command)) {
        let row = format!("{} button", command.verb());
        let setup = setup("public").await;
        let engine = &setup.world.talk.engine;
        let hidden = Event { visibility: Visibility::InviteOnly, ..setup.event.clone() };
        let event = engine.events().edit(&setup.event, &hidden, setup.world.now).await;
        let setup = Setup { event: event.expect("it is edited"), ..setup };
        assert_eq!(cells(&setup, command, "button").await, few[&row], "{row} of what was public");
        let setup = self::setup("public").await;
        let (engine, world) = (&setup.world.talk.engine, &setup.world);
        world.to_as_manager("gus", "/admin moderator action:remove", "deb").await;
        let of = Membership { event: setup.event.id, person: person(engine, "mia", world).await };
        let removed = engine.memberships().remove(of, true, setup.event.owner, world.now).await;
        removed.expect("she is banned");
        let before = open[&row];
        let now = cells(&setup, command, "button").await;
        let at = |cells: &str, letter| {
            let place = ACTORS.iter().position(|(known, ..)| *known == letter);
            cells.chars().nth(place.expect("a letter")).expect("a cell")
        };
        assert_eq!(at(&now, 'd'), at(before, 's'), "{row}: who helped");
        assert_eq!(at(&now, 'm'), at(before, 'b'), "{row}: who was in");
        tried += 2 + ACTORS.len();
    }
    assert!(tried > 300, "{tried}");
}

/// A moderator who has left the place, or was put out of it, asks from private chats and other places, and is let in there
/// like anybody else (X25): no platform tells us that a member is gone.
#[tokio::test]
async fn a_moderator_decides_nothing_from_outside_the_place() {
    let mut tried = 0;
    for kind in ["public", "community"] {
        for command in COMMANDS.iter().filter(|command| takes_event(command)) {
            let setup = setup(kind).await;
            for place in [Place::Private, Place::Elsewhere] {
                for way in ["line", "button"] {
                    let stranger = asked(&setup, command, ("stan", place), way).await;
                    let moderator = asked(&setup, command, ("deb", place), way).await;
                    assert_eq!(moderator, stranger, "{way} {} of {kind}", command.path);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 150, "{tried}");
}
