//! An event for few stays among them: whatever is said of it in a group is marked as secret.

use crate::message::{ButtonAction, Input, Reply};
use crate::testing::shown;
use crate::testing::world::World;

const LINES: [&str; 46] = [
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
    "/link",
    "/events",
    "/events show:mine",
    "/events show:open",
    "/join event:Diary",
    "/event edit event:Diary",
    "/event edit event:Diary goal:\"two pages\"",
    "/event edit event:Diary visibility:public",
    "/event invite event:Diary",
    "/event announce event:Diary",
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

/// What whoever runs an event says of it that they are not in.
const BY_OWNER: [&str; 13] = [
    "/checkin event:support",
    "/undo event:support",
    "/matrix event:support",
    "/leave event:support",
    "/pause event:support",
    "/resume event:support",
    "/freeze event:support",
    "/repair event:support",
    "/remind event:support at:20:00",
    "/event again event:support",
    "/event invite event:support days:1000",
    "/event record event:support",
    "/event announce event:support",
];

/// The same of a member who has missed a day.
const OF_MEMBER: [&str; 6] = [
    "/event repair day:2026-03-05 event:support",
    "/event repair day:2026-03-05 event:support",
    "/event undo day:2026-03-01 event:support",
    "/event undo day:2026-03-01 event:support",
    "/event amnesty from:2026-03-04 event:support",
    "/event remove event:support",
];

/// What a member says who does not run it.
const BY_MEMBER: [&str; 11] = [
    "/undo event:support",
    "/resume event:support",
    "/repair event:support",
    "/matrix event:support year:1815",
    "/event end event:support",
    "/event invite event:support",
    "/event edit event:support goal:more",
    "/event review event:support",
    "/event winners event:support",
    "/event record event:support",
    "/event announce event:support",
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
async fn whatever_is_answered_about_an_event_for_few_is_kept_from_the_group() {
    let mut world = World::new().await;
    let title = "title:\"Divorce support group\"";
    world.say("ada", &format!("/event create {title} visibility:invite")).await;
    for name in ["ken", "eve"] {
        let made = world.say("ada", "/event invite event:support").await;
        let code = made.split("/join code:").nth(1).and_then(|rest| rest.lines().next());
        world.say(name, &format!("/join {}", code.unwrap_or_default())).await;
    }
    for _ in 0..3 {
        world.say("ken", "/checkin").await;
        world.next_day();
    }
    for _ in 0..8 {
        world.next_day();
    }
    let mut answers = vec![("/nudge", world.to("ken", "/nudge event:support", "eve").await)];
    for line in OF_MEMBER {
        answers.push((line, world.to("ada", line, "ken").await));
    }
    for (name, lines) in [("ada", &BY_OWNER[..]), ("ken", &BY_MEMBER[..])] {
        for &line in lines {
            answers.push((line, world.reply_to(name, line).await));
        }
    }
    let is_repaired = |(_, reply): &(&str, Reply)| reply.plain().starts_with("◇ Repaired");
    assert!(answers.iter().any(is_repaired), "{answers:#?}");
    answers.retain(|(_, reply)| !(reply.private && reply.secret));
    assert!(answers.is_empty(), "{answers:#?}");
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

/// The buttons that tell a place of an event for few. They say so, and do so for a host alone: to post an invitation, or
/// to have it told, is to decide that whoever reads it may know of the event.
const TELLS: &str = "Post an invitation here";
const ANNOUNCES: &str = "Yes, tell it here";

#[tokio::test]
async fn an_event_for_few_is_given_away_by_its_host_alone_and_by_buttons_that_say_so() {
    let (world, mut given) = (World::new().await, Given::default());
    world.say("ada", "/event create Diary visibility:invite").await;
    let made = world.reply_to("ada", "/event invite event:Diary").await;
    let codes = world.tap("ada", &made, "Codes").await;
    let announced = world.reply_to("ada", "/event announce event:Diary").await;
    let mut told = vec![];
    for reply in [&made, &codes, &announced] {
        given.look("an answer to the host", reply);
        for button in reply.buttons.iter().flatten() {
            for name in ["ken", "ada"] {
                let answer = world.tap(name, reply, &button.label).await;
                if name == "ada" && [TELLS, ANNOUNCES].contains(&button.label.as_str()) {
                    told.push(answer);
                } else {
                    given.look(&format!("{name} [{}]", button.label), &answer);
                }
            }
        }
    }
    assert!(given.0.is_empty(), "{:#?}", given.0);
    let [invited, announced] = &told[..] else { panic!("{told:?}") };
    assert!(!invited.private && invited.plain().starts_with("ada invites you to Diary."));
    assert!(!announced.private && announced.plain().contains("of Diary will be posted here, "));
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

/// What is answered to somebody in a community of their own.
async fn elsewhere(world: &World, name: &str, line: &str) -> Reply {
    let mut request = world.request(name, Input::Line(line.to_owned()));
    if let Some(community) = &mut request.place.community {
        community.external_id = "elsewhere".to_owned();
    }
    request.place.address = "far-away".to_owned();
    request.manages = true;
    world.ask(request).await
}

#[tokio::test]
async fn an_event_for_its_community_is_told_in_no_other_until_it_is_public() {
    let mut world = World::new().await;
    world.say("ada", "/event create Read").await;
    for name in ["ada", "ken"] {
        world.say(name, "/join Read").await;
    }
    let refused = elsewhere(&world, "ada", "/event announce Read").await;
    assert_eq!(
        refused.plain(),
        "Read is for the community that it was made in, and is told nowhere else. To have it told here, make it public: /event edit visibility:public"
    );
    assert!(refused.secret && refused.private);
    let mut told = vec![];
    for _ in 0..8 {
        world.say("ken", "/checkin Read").await;
        world.next_day();
        told.extend(world.told_where().await);
    }
    assert!(told.iter().any(|(at, said)| at == "channel" && said.contains("ken")), "{told:?}");
    assert!(told.iter().all(|(at, _)| at != "far-away"), "{told:?}");
    let ask = world.reply_to("ada", "/event edit Read visibility:public").await;
    world.press("ada", &ask, "Yes, make it public").await;
    let card = elsewhere(&world, "ada", "/event announce Read").await.plain();
    assert!(card.contains("results of Read will be posted here, "), "{card}");
}

#[tokio::test]
async fn an_event_for_few_that_its_community_comes_to_see_is_told_in_no_other_any_more() {
    let mut world = World::new().await;
    let made = world.say("ada", "/event create Diary visibility:invite").await;
    let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
    for name in ["ada", "ken"] {
        world.say(name, &format!("/join {code}")).await;
    }
    let told = elsewhere(&world, "ada", "/event announce Diary sure:yes").await;
    let mut told = vec![told.plain()];
    assert!(told[0].contains("of Diary will be posted here, "), "{told:?}");
    let ask = world.reply_to("ada", "/event edit Diary visibility:community").await;
    world.press("ada", &ask, "Yes, let them see it").await;
    told.clear();
    for _ in 0..8 {
        world.say("ken", "/checkin Diary").await;
        world.next_day();
        let posts = world.told_where().await;
        told.extend(posts.into_iter().filter(|(at, _)| at == "far-away").map(|(_, said)| said));
    }
    assert!(told.is_empty(), "{told:?}");
}
