//! What others do while a command is at work.

use engine::{Platform, Visibility};

use crate::adapter::Unsaid;
use crate::message::Input;
use crate::testing::world::{World, press_under};
use crate::view::joining;

#[tokio::test]
async fn whoever_comes_in_just_after_it_became_public_reads_that_it_has_a_page() {
    let mut world = World::new().await;
    world.talk.public_url = "https://streaks.test".to_owned();
    world.say("host", "/event create Read").await;
    let engine = &world.talk.engine;
    let host = engine.people().find(Platform::Discord, "host").await.expect("people are known");
    let host = host.expect("they are one").id;
    let found = engine.events().find(host, None, "Read", 1).await.expect("events are found");
    let [read] = &found[..] else { panic!("{found:?}") };
    assert_eq!(read.visibility, Visibility::Community);
    let public = world.say("host", "/event edit Read visibility:public").await;
    assert!(public.starts_with("Changed."), "{public}");
    let request = world.request("ken", Input::Line("/join Read".to_owned()));
    let ctx = world.talk.context(&request, vec![], None).await.expect("ken is known");
    let joined = joining::enter(&ctx, read).await.expect("ken joins").plain();
    assert!(joined.contains("stand on web pages that anybody can open"), "{joined}");
}

#[tokio::test]
async fn a_host_whose_answer_is_worked_twice_reads_the_same_and_is_passed_on_once() {
    let world = World::new().await;
    world.in_private("host", "/start").await;
    world.say("host", "/event create Club approval:yes").await;
    for (name, label, said) in
        [("ken", "Let ken in", "ken is in."), ("eve", "Not eve", "eve was not let in.")]
    {
        world.say(name, "/join Club").await;
        let waiting = world.reply_to("host", "/event review Club").await;
        let press = press_under(&waiting, label).expect("there is a button");
        let request = world.request("host", Input::Callback(press));
        for n in 1..=2 {
            assert_eq!(world.ask(request.clone()).await.plain(), said, "time {n}");
        }
        let late = world.press("host", &waiting, label).await;
        assert_eq!(late, "That has already been settled.", "{label}");
    }
    let told = world.told().await;
    let count = |words: &str| told.iter().filter(|told| told.starts_with(words)).count();
    assert_eq!(count("You are in Club now."), 1, "{told:?}");
    assert_eq!(count("The host of Club did not let you in"), 1, "{told:?}");
}

#[tokio::test]
async fn of_what_could_not_be_said_only_that_is_kept_which_did_something() {
    let world = World::with_event("Read").await;
    world.say("ada", "/join Read").await;
    let unsaid = Unsaid::default();
    for (line, is_kept) in [
        ("/checkin Read", true),
        ("/leaderboard Read", false),
        ("/matrix Read", false),
        ("/streak", false),
        ("/events", false),
        ("/profile", false),
        ("/profile name:Ada", true),
        ("/undo Read", true),
    ] {
        let reply = world.reply_to("ada", line).await;
        unsaid.keep(1, reply.clone());
        assert_eq!(unsaid.take(1), is_kept.then_some(reply), "{line}");
    }
}
