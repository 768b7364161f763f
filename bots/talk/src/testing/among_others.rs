//! Where everybody reads every answer: whoever taps is answered by a note or in private, and a button of an answer to one
//! person does nothing for anybody else.

use engine::Platform;
use serde_json::Value;

use crate::conversation::table::COMMANDS;
use crate::locale::LANGUAGES;
use crate::message::{BRIEF_MAX, ButtonAction, Input, Place, Reply, Request};
use crate::testing::world::{World, press_under};

/// What asks, beside every command by itself.
const LINES: [&str; 22] = [
    "/checkin Read",
    "/checkin Run",
    "/checkin Run day:yesterday",
    "/checkin Run amount:lots",
    "/checkin Morning",
    "/checkin Read amount:30",
    "/pause Read",
    "/remind at:8",
    "/remind Read at:20:00",
    "/leave Read",
    "/streak Read",
    "/matrix Read",
    "/events show:mine",
    "/events show:open",
    "/events show:templates",
    "/event edit Read",
    "/event edit visibility:community",
    "/event end Read",
    "/event invite Read",
    "/privacy delete",
    "/settings interest:read",
    "/help event",
];

fn request(world: &World, name: &str, said: Input) -> Request {
    let request = world.request(name, said);
    let link = Some("https://chat.test/bot?start=".to_owned());
    let place = Place { opens_private: false, deep_link: link, ..request.place.clone() };
    Request { place, ..request }
}

async fn say(world: &World, name: &str, line: &str) -> Reply {
    world.ask(request(world, name, Input::Line(line.to_owned()))).await
}

async fn press(world: &World, name: &str, press: String) -> Reply {
    world.ask(request(world, name, Input::Callback(press))).await
}

async fn tap(world: &World, name: &str, reply: &Reply, label: &str) -> Reply {
    let button = press_under(reply, label);
    press(world, name, button.unwrap_or_else(|| panic!("no {label} below {}", reply.plain()))).await
}

/// What the buttons of an answer carry.
fn presses(reply: &Reply) -> Vec<String> {
    let buttons = reply.buttons.iter().flatten().filter_map(|button| match &button.action {
        ButtonAction::Callback(press) => Some(press),
        ButtonAction::Link(_) => None,
    });
    buttons
        .chain(reply.choices.iter().map(|choice| &choice.press))
        .map(ToString::to_string)
        .collect()
}

/// All that is kept of somebody.
async fn kept(world: &World, name: &str) -> Value {
    let found = world.talk.engine.people().find(Platform::Discord, name).await;
    let person = found.expect("people are known").expect("the person is known").id;
    let export = world.talk.engine.people().export(person, world.now).await;
    export.expect("it can be exported")["tables"].clone()
}

/// Three events of a host, of which Ada is in all and Kim in one; Ken is in none.
async fn scene() -> World {
    let mut world = World::new().await;
    for event in
        ["Read", "Run goal:\"20 km a week\"", "Morning tasks:\"stretch, water, walk\" need:2"]
    {
        say(&world, "host", &format!("/event create {event} visibility:public")).await;
    }
    for title in ["Read", "Run", "Morning"] {
        say(&world, "ada", &format!("/join {title}")).await;
    }
    say(&world, "kim", "/join Read").await;
    say(&world, "ken", "/help").await;
    world.next_day();
    world
}

#[tokio::test]
async fn nobody_answers_what_somebody_else_was_asked() {
    let world = scene().await;
    let mut pressed = 0;
    let commands = COMMANDS.iter().map(|command| format!("/{}", command.path));
    let lines: Vec<String> = commands.chain(LINES.map(str::to_owned)).collect();
    for asker in ["ada", "host"] {
        for line in &lines {
            let reply = say(&world, asker, line).await;
            // What is secret is whispered, and what is open is for all.
            if reply.secret || !reply.private || reply.pages {
                continue;
            }
            let form = reply.form.iter().map(|form| Input::Form {
                press: form.press.to_string(),
                fields: form.fields.iter().map(|f| (f.name.to_owned(), "5".to_owned())).collect(),
            });
            let taps = presses(&reply).into_iter().map(Input::Callback).chain(form);
            for said in taps {
                for other in ["ken", "kim"] {
                    let before = kept(&world, other).await;
                    let told = world.ask(request(&world, other, said.clone())).await.plain();
                    assert!(told.starts_with("Somebody else was asked that."), "{line}: {told}");
                    assert_eq!(kept(&world, other).await, before, "{line}: {said:?}");
                    pressed += 1;
                }
            }
        }
    }
    assert!(pressed > 100, "{pressed}");
}

#[tokio::test]
async fn whoever_was_asked_answers_and_the_answer_takes_the_place_of_the_question() {
    let world = scene().await;
    let question = say(&world, "ada", "/checkin Run").await;
    assert!(question.aside && !question.secret, "{}", question.plain());
    let refused = tap(&world, "ken", &question, "10 km").await;
    assert!(refused.plain().starts_with("Somebody else was asked that."), "{}", refused.plain());
    let done = tap(&world, "ada", &question, "10 km").await;
    assert!(done.plain().starts_with("Noted for Run.\n10 of 20 km"), "{}", done.plain());
    assert!(done.settles && done.replaces && !done.secret);
    // What only leads on stays as it is.
    let undone = tap(&world, "ada", &done, "Undo").await;
    assert!(!undone.settles && !undone.brief.plain().is_empty(), "{}", undone.plain());
}

#[tokio::test]
async fn whoever_taps_is_answered_by_a_note_or_in_private() {
    let world = scene().await;
    let line = "/event create title:Later starts:2026-03-09 visibility:public";
    let later = say(&world, "host", line).await;
    let read = say(&world, "host", "/event announce Read").await;
    let early = tap(&world, "ada", &later, "✅ Check in").await;
    assert!(early.private && !early.brief.plain().is_empty(), "{}", early.plain());
    let done = tap(&world, "ada", &read, "✅ Check in").await;
    assert!(done.brief.plain().starts_with("✅ Day 1 · Read"), "{}", done.brief.plain());
    let undone = tap(&world, "ada", &done, "Undo").await;
    assert_eq!(undone.brief.plain(), "Taken back. Your streak in Read is at 0 for now.");
    for label in ["Leaderboard", "My matrix"] {
        let shown = tap(&world, "ada", &done, label).await;
        assert!(shown.private && !shown.pages && (shown.aside || shown.secret), "{label}");
    }
    let run = say(&world, "host", "/event announce Run").await;
    let question = tap(&world, "kim", &run, "✅ Check in").await;
    assert_eq!(question.plain(), "How much (km)?");
    assert!(question.aside && question.brief.plain().is_empty());
}

#[tokio::test]
async fn a_wall_of_buttons_and_what_is_nobody_elses_business_come_in_private() {
    const BUTTONS_MAX: usize = 9;
    let world = scene().await;
    let tasks: Vec<String> = (1..=12).map(|n| format!("task {n}")).collect();
    let line = format!("/event create Chores tasks:\"{}\" visibility:public", tasks.join(", "));
    say(&world, "host", &line).await;
    say(&world, "ada", "/join Chores").await;
    for line in
        ["/settings", "/privacy", "/timezone", "/email", "/login", "/link", "/checkin Chores"]
    {
        assert!(say(&world, "ada", line).await.secret, "{line}");
    }
    let profile = say(&world, "ada", "/profile").await;
    assert!(tap(&world, "ada", &profile, "Change").await.secret);
    for n in 10..22 {
        say(&world, "host", &format!("/event create Walk {n}")).await;
    }
    for line in ["/events", "/events show:open", "/events show:templates"] {
        let list = say(&world, "ken", line).await;
        let count = list.buttons.iter().map(Vec::len).sum::<usize>() + list.choices.len();
        assert!(!list.secret && count <= BUTTONS_MAX, "{line}: {count}");
    }
}

#[tokio::test]
async fn a_note_about_a_check_in_is_two_lines_that_telegram_shows_in_every_language() {
    let titles = ["Read 20 pages every evening".to_owned(), "Gehen ".repeat(13)];
    for (language, _) in LANGUAGES {
        let world = World::new().await;
        world.in_private("ada", &format!("/settings language:{language}")).await;
        for title in &titles {
            for kind in [
                "",
                "goal:\"20 km a week\"",
                "goal:\"8 glasses a day\"",
                "tasks:\"stretch, water, walk\" need:2",
                "days:\"3 times a week\"",
            ] {
                let line = format!("/event create title:\"{title}\" {kind} visibility:public");
                let card = say(&world, "host", &line).await;
                let mut reply = tap(&world, "ada", &card, "✅ Check in").await;
                if reply.brief.plain().is_empty() {
                    assert!(reply.aside, "{language} {kind}: {}", reply.plain());
                    let answer = presses(&reply).swap_remove(0);
                    reply = press(&world, "ada", answer).await;
                }
                for shown in [reply, tap(&world, "ada", &card, "✅ Check in").await] {
                    let note = shown.brief.plain();
                    let length = note.encode_utf16().count();
                    assert!(length <= BRIEF_MAX, "{language} {kind}: {length} {note}");
                    assert!(note.lines().count() <= 2, "{language} {kind}: {note}");
                }
            }
        }
    }
}
