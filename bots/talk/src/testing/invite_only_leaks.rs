//! An event for few stays among them: whatever is said of it in a group is marked as secret.

use crate::message::{ButtonAction, Reply};
use crate::testing::shown;
use crate::testing::world::World;

const LINES: [&str; 44] = [
    "/start",
    "/checkin",
    "/checkin event:Diary",
    "/checkin event:Diary note:\"a page\"",
    "/checkin event:Diary day:2026-02-20",
    "/undo",
    "/undo event:Diary",
    "/streak",
    "/streak event:Diary",
    "/leaderboard",
    "/leaderboard event:Diary",
    "/leaderboard scope:everywhere",
    "/matrix",
    "/matrix event:Diary",
    "/year",
    "/badges",
    "/profile",
    "/events",
    "/events show:mine",
    "/events show:open",
    "/join event:Diary",
    "/event edit event:Diary",
    "/event edit event:Diary goal:\"two pages\"",
    "/event edit event:Diary visibility:public",
    "/event invite event:Diary",
    "/event review event:Diary",
    "/event winners event:Diary",
    "/event again event:Diary",
    "/remind event:Diary at:20:00",
    "/remind",
    "/remind event:Diary at:off",
    "/cheer",
    "/nudge event:Diary",
    "/pause",
    "/pause event:Diary until:2026-03-09",
    "/resume event:Diary",
    "/resume",
    "/freeze",
    "/freeze event:Diary",
    "/repair",
    "/repair event:Diary",
    "/leave",
    "/leave event:Diary",
    "/event end event:Diary",
];

/// What a host says about somebody.
const BY_HOSTS: [&str; 11] = [
    "/admin repair",
    "/admin amnesty from:2026-02-27",
    "/admin remove",
    "/admin audit",
    "/admin silence",
    "/event repair",
    "/event undo day:today",
    "/admin undo day:today",
    "/event amnesty from:2026-02-27",
    "/event remove",
    "/event record",
];

/// What gave an event away.
#[derive(Default)]
struct Given(std::collections::BTreeMap<String, String>);

impl Given {
    fn look(&mut self, line: &str, reply: &Reply) {
        let shown = shown(reply);
        let names_it = shown.contains("Diary") || shown.contains("Novel");
        // What somebody typed who does not see the event is no news.
        let is_echo = shown.contains("I cannot find an event called");
        if names_it && !is_echo && !(reply.secret && reply.private) {
            self.0.insert(line.to_owned(), shown);
        }
    }
}

#[tokio::test]
async fn nothing_that_is_said_in_a_group_gives_an_event_for_few_away() {
    let (mut world, mut given) = (World::new().await, Given::default());
    for title in ["Diary", "Novel"] {
        let made = world.reply_to("ada", &format!("/event create {title} visibility:invite")).await;
        given.look("/event create", &made);
        let code = made.plain().split("code:").nth(1).unwrap_or_default().trim().to_owned();
        for name in ["ada", "ken", "eve"] {
            given.look("/join", &world.reply_to(name, &format!("/join {code}")).await);
        }
    }
    world.to_as_manager("ada", "/admin remove event:Novel ban:yes sure:yes", "eve").await;
    for _ in 0..2 {
        for line in LINES {
            let reply = world.reply_to("ken", line).await;
            given.look(line, &reply);
            for button in reply.buttons.iter().flatten() {
                if matches!(&button.action, ButtonAction::Callback(press) if press.verb != "privacy")
                {
                    let label = format!("{line} [{}]", button.label);
                    given.look(&label, &world.tap("ken", &reply, &button.label).await);
                }
            }
            given.look(line, &world.reply_to("ada", line).await);
            given.look(line, &world.to("ken", line, "ada").await);
        }
        for line in BY_HOSTS {
            for line in [line.to_owned(), format!("{line} event:Diary")] {
                given.look(&line, &world.to_as_manager("ada", &line, "ken").await);
            }
        }
        world.next_day();
    }
    assert!(given.0.is_empty(), "{:#?}", given.0);
}

/// The one button that tells a place of an event for few. It says so, and does so for a host alone: to post an
/// invitation is to decide that whoever reads it may know of the event.
const TELLS: &str = "Post an invitation here";

#[tokio::test]
async fn an_event_for_few_is_given_away_by_its_host_alone_and_by_one_button() {
    let (world, mut given) = (World::new().await, Given::default());
    world.say("ada", "/event create Diary visibility:invite").await;
    let made = world.reply_to("ada", "/event invite event:Diary").await;
    let codes = world.tap("ada", &made, "Codes").await;
    let mut told = vec![];
    for reply in [&made, &codes] {
        given.look("an answer to the host", reply);
        for button in reply.buttons.iter().flatten() {
            for name in ["ken", "ada"] {
                let answer = world.tap(name, reply, &button.label).await;
                if name == "ada" && button.label == TELLS {
                    told.push(answer);
                } else {
                    given.look(&format!("{name} [{}]", button.label), &answer);
                }
            }
        }
    }
    assert!(given.0.is_empty(), "{:#?}", given.0);
    assert_eq!(told.len(), 1);
    assert!(!told[0].private && told[0].plain().starts_with("ada invites you to Diary."));
}

#[tokio::test]
async fn what_is_posted_of_an_event_for_few_lets_in_secretly() {
    let (world, mut given) = (World::new().await, Given::default());
    world.say("ada", "/event create Diary visibility:invite").await;
    let made = world.reply_to("ada", "/event invite event:Diary").await;
    let posted = world.tap("ada", &made, TELLS).await;
    for _ in 0..2 {
        given.look("Join", &world.tap("ken", &posted, "Join").await);
    }
    assert!(given.0.is_empty(), "{:#?}", given.0);
}
