//! Whom nobody near knows is as unknown to those who run an event or a place as whom nobody has met.

use engine::rules::Action;
use engine::{Event, Membership, PersonId, Platform, Visibility};

use crate::message::{CallbackId, Input, Request};
use crate::testing::world::{World, account};

/// What a host does to somebody, in an event of this title.
const DEEDS: [&str; 3] =
    ["/event remove", "/event repair day:yesterday", "/event undo day:yesterday"];

fn unknown(name: &str) -> String {
    format!("I have not met {name} yet. We meet when they use their first command.")
}

async fn id(world: &World, name: &str) -> PersonId {
    let known = world.talk.engine.people().find(Platform::Discord, name).await;
    known.unwrap().unwrap().id
}

#[tokio::test]
async fn whoever_runs_no_event_learns_of_nobody_from_what_its_host_does() {
    let world = World::with_event("Read").await;
    world.in_private("ada", "/start").await;
    for deed in DEEDS {
        for name in ["ada", "zoe"] {
            let line = format!("{deed} event:Read user:@{name}");
            let refused = world.naming_in_private("eve", &line, name).await.plain();
            let host_only = "Only the people who run the event can do that. Ask its host.";
            assert_eq!(refused, host_only, "{line}");
        }
    }
}

#[tokio::test]
async fn a_host_knows_whoever_is_or_was_in_the_event_and_nobody_besides() {
    let world = World::with_event("Read").await;
    world.in_private("eve", "/event create title:Mine visibility:public").await;
    world.in_private("ada", "/join Read").await;
    world.in_private("ada", "/privacy hide").await;
    world.in_private("ken", "/join Mine").await;
    let said = async |deed: &str, name: &str| {
        let line = format!("{deed} event:Mine user:@{name}");
        world.naming_in_private("eve", &line, name).await.plain()
    };
    let ask = "Take ken out of Mine? What they did stays theirs.";
    assert_eq!(said(DEEDS[0], "ken").await, ask);
    let sure = world.in_private("ken", "/leave Mine").await;
    world.tap("ken", &sure, "Leave").await;
    assert_eq!(said(DEEDS[0], "ken").await, ask);
    for deed in DEEDS {
        for name in ["ada", "zoe"] {
            assert_eq!(said(deed, name).await, unknown(name), "{deed}");
        }
    }
}

#[tokio::test]
async fn a_button_that_names_a_stranger_says_no_more_than_one_that_names_nobody() {
    let world = World::with_event("Read").await;
    world.in_private("eve", "/event create title:Mine visibility:public").await;
    world.in_private("ada", "/start").await;
    let engine = &world.talk.engine;
    let (eve, ada) = (id(&world, "eve").await, id(&world, "ada").await);
    let mine = engine.events().find(eve, None, "Mine", 1).await.unwrap();
    let press = CallbackId::new("event-remove", Some(mine[0].id), "").to_string();
    let tapped =
        async |press: String| world.ask(world.request("eve", Input::Callback(press))).await.plain();
    let nobody = tapped(press.clone()).await;
    for forged in
        [format!("{press}|user=!{ada}"), format!("{press}p{ada}"), format!("{press}p~{ada}")]
    {
        assert_eq!(tapped(forged.clone()).await, nobody, "{forged}");
    }
    assert!(!nobody.contains("ada"), "{nobody}");
}

#[tokio::test]
async fn whom_only_a_reply_shows_is_kept_out_at_once() {
    let world = World::with_event("Read").await;
    world.say("eve", "/start").await;
    let kept = world.to("host", "/event remove event:Read ban:yes", "eve").await.plain();
    assert_eq!(kept, "eve is out of Read and stays out.");
    let refused = world.in_private("eve", "/join Read").await.plain();
    assert_eq!(refused, "You cannot join Read. Ask whoever runs it.");
}

#[tokio::test]
async fn whoever_runs_a_place_knows_who_is_there_and_nobody_besides() {
    let world = World::with_event("Read").await;
    world.say("ada", "/join Read").await;
    let said = async |place: &str, line: &str, name: &str, present: &[&str]| {
        let line = format!("{line} user:@{name}");
        let mut request = world.request("eve", Input::Line(line));
        if let Some(community) = &mut request.place.community {
            community.external_id = place.to_owned();
        }
        place.clone_into(&mut request.place.address);
        let named = vec![account(name)];
        let present = present.iter().map(|id| (*id).to_owned()).collect();
        world.ask(Request { named, present, manages: true, ..request }).await.plain()
    };
    for line in ["/admin moderator", "/admin silence"] {
        for name in ["ada", "zoe"] {
            assert_eq!(said("far", line, name, &[]).await, unknown(name), "{line}");
        }
        let near = said("group", line, "ada", &[]).await;
        assert!(near.starts_with("ada "), "she is in an event there: {near}");
        let present = said("far", line, "ada", &["ada"]).await;
        assert!(present.starts_with("ada "), "the platform shows her there: {present}");
        // Whoever has gone since is let go.
        let lifted = said("far", &format!("{line} action:remove"), "ada", &[]).await;
        assert!(lifted.contains("ada") && lifted != unknown("ada"), "{lifted}");
    }
}

#[tokio::test]
async fn whoever_is_in_a_later_round_for_few_alone_is_unknown_to_who_does_not_host_it() {
    let world = World::with_event("Read ends:\"14 days\"").await;
    world.say("host", "/event again Read").await;
    let engine = &world.talk.engine;
    for name in ["zoe", "uma"] {
        world.in_private(name, "/start").await;
    }
    let (host, zoe) = (id(&world, "host").await, id(&world, "zoe").await);
    let rounds = engine.events().find(host, None, "Read", 2).await.unwrap();
    let next = rounds.into_iter().find(|event| event.follows.is_some()).unwrap();
    let (title, visibility) = ("Walk".to_owned(), Visibility::InviteOnly);
    let hidden = Event { title, visibility, ..next.clone() };
    engine.events().edit(&next, &hidden, world.now).await.unwrap();
    let of = Membership { event: next.id, person: zoe };
    engine.memberships().act(of, world.now, Action::Join).await.unwrap();
    let said = async |who: &str, line: &str, name: &str| {
        let line = format!("/admin remove event:Read user:@{name}{line}");
        let request = world.request(who, Input::Line(line));
        let named = vec![account(name)];
        world.ask(Request { named, manages: true, ..request }).await.plain()
    };
    for line in ["", " ban:yes", " ban:pardon", " sure:yes"] {
        for name in ["zoe", "uma"] {
            assert_eq!(said("boss", line, name).await, unknown(name), "{line}");
        }
    }
    let asked = said("host", "", "zoe").await;
    assert!(asked.starts_with("Take zoe out of Read?"), "its host knows them: {asked}");
}

#[tokio::test]
async fn a_question_which_event_is_meant_says_of_no_stranger_whether_we_have_met() {
    let world = World::with_event("Read").await;
    world.say("host", "/event create Walk visibility:public").await;
    for name in ["eve", "ken"] {
        world.say(name, "/join Read").await;
    }
    world.in_private("ada", "/start").await;
    let asked = async |name: &str, rest: &str| {
        let line = format!("/event remove user:@{name} {rest}");
        let reply = world.naming_in_private("eve", &line, name).await;
        (reply.plain(), reply.buttons.concat().into_iter().map(|b| b.action).collect::<Vec<_>>())
    };
    for rest in ["", "ban:yes", "ban:yes reason:spam"] {
        assert_eq!(asked("ada", rest).await, asked("zoe", rest).await, "{rest}");
    }
    let (_, buttons) = asked("ken", "").await;
    assert_eq!(buttons.len(), 2, "whom she knows they name");
}
