//! Whoever asks for too much is told once, and nobody else meets it (S15, S9).

use engine::{CommunityAddress, Limits, Platform};
use futures_util::future::join_all;

use crate::message::{CallbackId, Input, Place, Reply, Request};
use crate::testing::world::World;

const TOLD: &str = "That was quick: I am listening again at 12:01.";

/// A world with the limits of an instance that nobody has changed.
async fn world() -> World {
    let limits = Limits {
        commands: 20,
        commands_at_once: 10,
        place_commands: 60,
        suggestions: 60,
        code_tries: 10,
        place_code_tries: 100,
        open_codes: 3,
        new_events: 2,
        ..Limits::default()
    };
    with(limits).await
}

async fn with(limits: Limits) -> World {
    let mut world = World::with_event("Read").await;
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    world
}

async fn uses_up(world: &World, name: &str, times: usize) {
    for _ in 0..times {
        let heard = world.say(name, "/streak").await;
        assert!(heard.starts_with("You are not in any event yet"), "{heard}");
    }
}

/// What is answered in a Telegram group, where nothing that is typed has a private answer.
async fn in_group(world: &World, said: Input) -> Reply {
    let mut request = world.request("ada", said);
    request.account.platform = Platform::Telegram;
    let community = CommunityAddress {
        platform: Platform::Telegram,
        external_id: "-100".to_owned(),
        name: "Group".to_owned(),
        locale: None,
    };
    let (address, community) = ("-100".to_owned(), Some(community));
    let place = Place { community, address, opens_private: false, ..request.place.clone() };
    world.ask(Request { place, ..request }).await
}

#[tokio::test]
async fn whoever_is_too_quick_is_told_once_and_heard_again() {
    let mut world = world().await;
    uses_up(&world, "ada", 10).await;
    let told = world.reply_to("ada", "/streak").await;
    assert_eq!(told.plain(), TOLD);
    assert!(told.private && !told.optional);
    let more = world.reply_to("ada", "/streak").await;
    assert!(more.private && more.optional, "{}", more.plain());
    uses_up(&world, "ken", 10).await;
    world.now = world.now.plus_s(60);
    uses_up(&world, "ada", 10).await;
}

/// What is said to whoever cannot be told from others in the group.
async fn to_anonymous(world: &World, key: u32, line: &str) -> Option<String> {
    let group = CommunityAddress {
        platform: Platform::Telegram,
        external_id: "-100".to_owned(),
        name: "Group".to_owned(),
        locale: None,
    };
    let key = format!("tg:1:{key}");
    let answer =
        world.talk.answer_anonymous(&group, (line, key.as_str()), world.now, world.now).await;
    answer.expect("it is answered").map(|reply| reply.plain())
}

#[tokio::test]
async fn those_who_cannot_be_told_from_others_are_one_and_told_nothing_more() {
    let mut world = world().await;
    let known = in_group(&world, Input::Line("/streak".to_owned())).await;
    assert!(known.plain().starts_with("You are not in any event yet"), "{}", known.plain());
    for key in 0..10 {
        let told = to_anonymous(&world, key, "/help").await.expect("there is room");
        assert!(told.starts_with("I cannot see who you are here."), "{told}");
    }
    assert_eq!(to_anonymous(&world, 10, "/help").await, None);
    assert!(to_anonymous(&world, 9, "/help").await.is_some(), "a repeat is let in again");
    let ada = in_group(&world, Input::Line("/streak".to_owned())).await;
    assert!(ada.plain().starts_with("You are not in any event yet"), "{}", ada.plain());
    world.now = world.now.plus_s(60);
    assert!(to_anonymous(&world, 11, "/help").await.is_some());
}

#[tokio::test]
async fn whoever_cannot_be_told_from_others_reads_the_language_of_the_group() {
    let world = world().await;
    let mut request = world.request("boss", Input::Line("/admin setup language:de".to_owned()));
    request.account.platform = Platform::Telegram;
    if let Some(group) = &mut request.place.community {
        (group.platform, group.external_id) = (Platform::Telegram, "-100".to_owned());
    }
    request.place.address = "-100".to_owned();
    world.ask(Request { manages: true, ..request }).await;
    let told = to_anonymous(&world, 0, "/help").await.expect("there is room");
    assert!(told.starts_with("Ich sehe hier nicht, wer du bist."), "{told}");
}

#[tokio::test]
async fn a_code_is_worth_nothing_whoever_says_it_and_however_often() {
    let world = world().await;
    let made = world.in_private("ada", "/link").await.plain();
    let code = made.split('“').nth(1).and_then(|rest| rest.split('”').next()).expect("a code");
    for key in 0..10 {
        to_anonymous(&world, key, "/help").await;
    }
    assert_eq!(to_anonymous(&world, 10, &format!("/link {code}")).await, None);
    let typed = world.in_private("ken.tg", &format!("/link {code}")).await.plain();
    assert!(typed.starts_with("This code does not work (any more)."), "{typed}");
}

#[tokio::test]
async fn nothing_is_done_for_whoever_is_turned_away() {
    let world = world().await;
    uses_up(&world, "ada", 10).await;
    for line in ["/join Read", "/event create More", "/timezone Asia/Tokyo"] {
        world.say("ada", line).await;
    }
    let engine = &world.talk.engine;
    let ada = engine.people().find(Platform::Discord, "ada").await.unwrap().unwrap();
    assert!(engine.events().of(ada.id).await.unwrap().is_empty());
    assert_eq!(engine.events().count_owned(ada.id).await.unwrap(), 0);
    assert!(!ada.zone_known);
}

#[tokio::test]
async fn buttons_are_counted_like_what_is_typed() {
    let world = world().await;
    for _ in 0..10 {
        world.tap("ada", &world.card, "Leaderboard").await;
    }
    assert_eq!(world.say("ada", "/streak").await, TOLD);
    assert!(world.tap("ada", &world.card, "Leaderboard").await.optional);
}

#[tokio::test]
async fn two_accounts_of_one_person_say_no_more_than_one() {
    let mut world = World::with_event("Read").await;
    world.link("ada", "ada2.tg").await;
    let limits = Limits { commands: 20, commands_at_once: 10, ..Limits::default() };
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    uses_up(&world, "ada", 6).await;
    uses_up(&world, "ada2.tg", 4).await;
    assert_eq!(world.say("ada2.tg", "/streak").await, TOLD);
    assert!(world.reply_to("ada", "/streak").await.optional, "it was told them");
    uses_up(&world, "ken", 10).await;
    world.now = world.now.plus_s(60);
    uses_up(&world, "ada", 10).await;
}

#[tokio::test]
async fn it_is_told_in_the_language_and_by_the_clock_of_the_person() {
    let world = world().await;
    world.say("ada", "/settings language:de").await;
    world.say("ada", "/timezone Asia/Tokyo").await;
    for _ in 0..8 {
        world.say("ada", "/streak").await;
    }
    let told = world.say("ada", "/streak").await;
    assert_eq!(told, "Das ging schnell: Ab 21:01 höre ich wieder zu.");
}

#[tokio::test]
async fn an_update_that_is_tried_again_is_counted_once_and_never_turned_away() {
    let world = world().await;
    let request = world.request("ada", Input::Line("/streak".to_owned()));
    for _ in 0..30 {
        assert!(!world.ask(request.clone()).await.plain().starts_with("That was quick"));
    }
    uses_up(&world, "ada", 9).await;
    assert_eq!(world.say("ada", "/streak").await, TOLD);
    assert!(!world.ask(request).await.optional, "it was let in before");
}

#[tokio::test]
async fn a_program_that_says_the_same_key_is_counted_each_time() {
    let world = world().await;
    let mut request = world.request("ada", Input::Line("/streak".to_owned()));
    request.place = Place { community: None, is_on_web: true, ..request.place };
    let mut heard = 0;
    for _ in 0..30 {
        let reply = world.ask(request.clone()).await;
        heard += usize::from(reply.plain().starts_with("You are not in any event yet"));
    }
    assert_eq!(heard, 10);
}

#[tokio::test]
async fn what_is_no_command_costs_nothing() {
    let world = world().await;
    for _ in 0..100 {
        let request = world.request("ada", Input::Line("good morning".to_owned()));
        assert!(world.talk.answer(&request).await.unwrap().is_none());
    }
    uses_up(&world, "ada", 10).await;
}

#[tokio::test]
async fn what_waited_for_us_was_not_said_all_at_once() {
    let mut world = world().await;
    let began = world.now;
    world.now = began.plus_s(3600);
    for n in 0..60 {
        world.sent_at = Some(began.plus_s(n * 60));
        uses_up(&world, "ada", 1).await;
    }
    world.sent_at = None;
    world.unheard_since = Some(began);
    uses_up(&world, "ken", 30).await;
}

#[tokio::test]
async fn a_group_that_reads_along_is_spared_it() {
    let world = world().await;
    for _ in 0..10 {
        in_group(&world, Input::Line("/streak".to_owned())).await;
    }
    assert!(in_group(&world, Input::Line("/streak".to_owned())).await.optional);
    // A note over a button is for whoever pressed it.
    let press = Input::Callback(CallbackId::new("streak", None, "").to_string());
    let pressed = in_group(&world, press.clone()).await;
    assert_eq!((pressed.plain().as_str(), pressed.optional), (TOLD, false));
    assert!(in_group(&world, press).await.optional);
}

#[tokio::test]
async fn a_group_has_a_limit_of_its_own_that_no_private_chat_meets() {
    let world = world().await;
    let mut heard = 0;
    for n in 0..80 {
        let said = world.say(&format!("p{n}"), "/streak").await;
        heard += usize::from(said.starts_with("You are not in any event yet"));
    }
    assert_eq!(heard, 60);
    let private = world.in_private("eve", "/streak").await.plain();
    assert!(private.starts_with("You are not in any event yet"), "{private}");
}

#[tokio::test]
async fn a_right_code_is_no_better_than_a_wrong_one_after_ten_tries() {
    let world = with(Limits { code_tries: 10, ..Limits::default() }).await;
    let made = world.in_private("host", "/event invite event:Read").await.plain();
    let code = made.split("/join code:").nth(1).and_then(|rest| rest.lines().next());
    let code = code.unwrap_or_default();
    let link = world.in_private("ken", "/link").await.plain();
    let link = link.split(['“', '”']).nth(1).unwrap_or_default();
    assert_eq!((code.len(), link.len()), (16, 8));
    for n in 0..10 {
        let line = if n % 2 == 0 { "/link aaaaaaaa" } else { "/join code:aaaaaaaaaaaaaaaa" };
        let wrong = world.in_private("eve", line).await.plain();
        assert!(wrong.starts_with("This code does not work (any more)."), "{wrong}");
    }
    assert_eq!(world.in_private("eve", &format!("/join code:{code}")).await.plain(), TOLD);
    for line in [format!("/link {link}"), "/link bbbbbbbb".to_owned(), format!("/start j_{code}")] {
        assert!(world.in_private("eve", &line).await.optional, "{line}");
    }
    let joined = world.in_private("ada", &format!("/join code:{code}")).await.plain();
    assert!(joined.starts_with("You are in Read."), "{joined}");
}

#[tokio::test]
async fn an_event_has_no_more_open_codes_than_it_may() {
    let world = world().await;
    for _ in 0..3 {
        world.in_private("host", "/event invite event:Read").await;
    }
    let many = world.in_private("host", "/event invite event:Read").await;
    let said = "Read has as many open codes as it may have. Revoke some first.";
    assert_eq!(many.plain(), said);
    let codes = world.tap("host", &many, "Codes").await;
    world.tap("host", &codes, "Revoke code 1").await;
    assert_ne!(world.in_private("host", "/event invite event:Read").await.plain(), said);
}

#[tokio::test]
async fn a_person_makes_so_many_events_a_day() {
    let mut world = world().await;
    let enough = "That is enough for one day. You can make another event from Mon 2 Mar 12:00.";
    for title in ["One", "Two"] {
        assert_ne!(world.say("ada", &format!("/event create {title}")).await, enough);
    }
    assert_eq!(world.say("ada", "/event create Three").await, enough);
    assert_ne!(world.say("ken", "/event create Three").await, enough);
    world.now = world.now.plus_s(86_399);
    assert!(world.say("ada", "/event create Three").await.starts_with("That is enough"));
    world.now = world.now.plus_s(1);
    assert!(world.say("ada", "/event create Three").await.starts_with("Three\n"));
}

#[tokio::test]
async fn choices_are_offered_to_whoever_types_until_it_is_too_much() {
    let mut world = world().await;
    let mut offered = 0;
    for _ in 0..80 {
        let labels = world.suggested("ada", "join", "event", "Re").await;
        offered += usize::from(!labels.is_empty());
    }
    assert_eq!(offered, 60);
    uses_up(&world, "ada", 1).await;
    world.now = world.now.plus_s(1);
    assert!(!world.suggested("ada", "join", "event", "Re").await.is_empty());
}

#[tokio::test]
async fn what_grows_has_an_end_however_people_come() {
    let limits =
        Limits { joined_events: 2, event_members: 3, owned_events: 4, ..Limits::default() };
    let mut world = World::new().await;
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    for line in ["One", "Two", "Club approval:yes"] {
        world.say("host", &format!("/event create {line}")).await;
    }
    let card = world.reply_to("host", "/event create Three").await;
    assert_eq!(
        world.say("host", "/event create Four").await,
        "You run as many events as one may here: 4. End one first."
    );
    assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
    for name in ["ada", "ken"] {
        world.say(name, "/join One").await;
        world.say(name, "/join Two").await;
    }
    let enough = "You are in as many events as one may be here: 2. Leave one first.";
    assert_eq!(world.say("ada", "/join Three").await, enough);
    assert_eq!(world.press("ada", &card, "✅ Check in").await, enough);
    let waiting = world.reply_to("host", "/event review Club").await;
    assert_eq!(
        world.press("host", &waiting, "Let ken in").await,
        "ken is in as many events as one may be here, and has to leave one first.\n1 person would like to join."
    );
    assert!(world.say("eve", "/join One").await.starts_with("You are in One."));
    assert_eq!(
        world.say("zoe", "/join One").await,
        "One has as many members as an event may have here."
    );
}

#[tokio::test]
async fn whoever_has_no_room_for_an_event_uses_no_code_of_it_up() {
    let world = with(Limits { joined_events: 1, ..Limits::default() }).await;
    world.say("ada", "/join Read").await;
    world.say("zoe", "/event create Diary visibility:invite").await;
    let made = world.say("zoe", "/event invite event:Diary uses:1").await;
    let code = made.split("/join code:").nth(1).and_then(|rest| rest.lines().next());
    let line = format!("/join {}", code.unwrap_or_default());
    let enough = "You are in as many events as one may be here: 1. Leave one first.";
    assert_eq!(world.say("ada", &line).await, enough);
    let joined = world.say("ken", &line).await;
    assert!(joined.starts_with("You are in Diary."), "{joined}");
}

#[tokio::test]
async fn those_who_come_at_once_are_no_more_than_one_after_another() {
    let limits = Limits { joined_events: 2, event_members: 3, ..Limits::default() };
    let mut world = World::new().await;
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    for title in ["One", "Two", "Three", "Four"] {
        world.say("host", &format!("/event create {title}")).await;
    }
    let people = ["ada", "ken", "eve", "zoe", "bob"];
    for name in people {
        world.say(name, "/streak").await;
    }
    let all = ["/join One", "/join Two", "/join Three", "/join Four"];
    let said = join_all(all.map(|line| world.say("ada", line))).await;
    let is_enough = |said: &&String| said.starts_with("You are in as many events as one may be");
    assert_eq!(said.iter().filter(is_enough).count(), 2, "{said:?}");
    world.say("host", "/event create Five").await;
    let said = join_all(people[1..].iter().map(|name| world.say(name, "/join Five"))).await;
    let is_full = |said: &&String| said.starts_with("Five has as many members");
    assert_eq!(said.iter().filter(is_full).count(), 1, "{said:?}");
}

#[tokio::test]
async fn events_that_are_made_at_once_are_no_more_than_one_may_run() {
    let limits = Limits { owned_events: 2, ..Limits::default() };
    let mut world = World::new().await;
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    world.say("ada", "/streak").await;
    let lines = ["One", "Two", "Three", "Four"].map(|title| format!("/event create {title}"));
    let said = join_all(lines.iter().map(|line| world.say("ada", line))).await;
    let enough = "You run as many events as one may here: 2. End one first.";
    assert_eq!(said.iter().filter(|said| *said == enough).count(), 2, "{said:?}");
}

#[tokio::test]
async fn events_that_are_made_at_once_are_no_more_than_one_may_make_in_a_day() {
    let limits = Limits { new_events: 2, ..Limits::default() };
    let mut world = World::new().await;
    world.talk.engine = world.talk.engine.clone().with_limits(limits);
    world.say("ada", "/streak").await;
    let line = |title| Input::Line(format!("/event create {title}"));
    let requests = ["One", "Two", "Three", "Four"].map(|title| world.request("ada", line(title)));
    let said = join_all(requests.iter().map(|request| world.ask(request.clone()))).await;
    let is_enough =
        |reply: &Reply| reply.plain().starts_with("That is enough for one day. You can make");
    assert_eq!(said.iter().filter(|reply| is_enough(reply)).count(), 2);
    // What was made is presented once more to a request that comes once more.
    for (request, reply) in requests.into_iter().zip(said) {
        assert_eq!(world.ask(request).await.plain(), reply.plain());
    }
}

#[tokio::test]
async fn a_person_checks_in_so_often_a_day_in_all_their_events() {
    let mut world = with(Limits { person_check_ins: 3, ..Limits::default() }).await;
    world.say("host", "/event create title:Walk goal:\"20 km a day\"").await;
    for name in ["ada", "ken"] {
        world.say(name, "/join Read").await;
        world.say(name, "/join Walk").await;
    }
    let request = |world: &World, line: &str| world.request("ada", Input::Line(line.to_owned()));
    let first = request(&world, "/checkin Walk 5 km");
    world.ask(first.clone()).await;
    world.say("ada", "/checkin Walk 5 km").await;
    world.say("ada", "/checkin Read").await;
    let enough = "That is enough for one day. Tomorrow is another one.";
    assert!(world.say("ada", "/checkin Walk 5 km").await.starts_with(enough));
    assert!(world.ask(first).await.plain().starts_with("Noted for Walk."), "it is kept already");
    assert!(!world.say("ken", "/checkin Walk 5 km").await.starts_with(enough));
    world.next_day();
    assert!(!world.say("ada", "/checkin Walk 5 km").await.starts_with(enough));
}

#[tokio::test]
async fn who_manages_a_channel_that_was_told_much_reads_what_is_left_out() {
    let mut world = with(Limits { place_notices: 1, ..Limits::default() }).await;
    let line = "So much was posted here today that boards, milestones and reminders are left out until Tue 3 Mar 00:00.";
    assert!(!world.as_manager("boss", "/admin setup").await.plain().contains("left out"));
    for name in ["ada", "ken"] {
        world.say(name, "/join Read").await;
        world.say(name, "/checkin Read").await;
    }
    world.notices_at("2026-03-02T09:00:00Z").await;
    let panel = world.as_manager("boss", "/admin setup").await.plain();
    assert!(panel.contains(line), "{panel}");
    world.next_day();
    assert!(!world.as_manager("boss", "/admin setup").await.plain().contains("left out"));
}
