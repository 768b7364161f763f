//! Communities that put us out.

use super::*;
use engine::CommunityId;

fn address() -> CommunityAddress {
    CommunityAddress {
        platform: Platform::Discord,
        external_id: "900".to_owned(),
        name: "Readers".to_owned(),
        locale: None,
    }
}

fn community(world: &World) -> CommunityId {
    match world.channel.kind {
        Kind::Channel(community) => community,
        Kind::Private(_) => panic!("it is a channel"),
    }
}

pub(super) async fn presence(world: &World, is_present: bool, now: Instant) {
    let communities = world.engine.communities();
    communities.set_present(Platform::Discord, "900", is_present, now).await.unwrap();
}

/// A server with a moderator, a role, and something and somebody silenced.
async fn settled() -> World {
    let world = World::new().await;
    let (communities, here) = (world.engine.communities(), community(&world));
    let mona = person(&world.engine, "mona").await.id;
    communities.set_moderator(here, mona, true, world.event.owner, NOON).await.unwrap();
    communities.set_role_reward(here, 7, Some("1"), NOON).await.unwrap();
    let rowdy = person(&world.engine, "rowdy").await.id;
    assert!(communities.silence_person(here, rowdy, NOON).await.unwrap());
    communities.change(here, CommunityChange::Recap(false)).await.unwrap();
    world
}

/// How many moderators, roles and silenced people it has.
async fn kept(world: &World) -> [usize; 3] {
    let (communities, here) = (world.engine.communities(), community(world));
    [
        communities.moderators(here).await.unwrap().len(),
        communities.role_rewards(here).await.unwrap().len(),
        communities.silenced_people(here).await.unwrap().len(),
    ]
}

#[tokio::test]
async fn who_does_not_let_us_in_again_for_thirty_days_is_forgotten() {
    let world = settled().await;
    let engine = &world.engine;
    let channel = engine.communities().destination(&world.channel, NOON).await.unwrap();
    presence(&world, false, day(1)).await;
    // That is heard more than once.
    presence(&world, false, day(20)).await;
    engine.schedule().forget_old(day(31)).await.unwrap();
    assert_eq!(kept(&world).await, [1, 1, 1]);
    engine.schedule().forget_old(day(31).plus_s(1)).await.unwrap();
    assert_eq!(kept(&world).await, [0, 0, 0]);
    assert!(engine.communities().destination_by_id(channel).await.is_err());
    assert!(!engine.events().is_told_at(world.event.id, channel).await.unwrap());
    let again = engine.communities().get_or_create(&address(), day(40)).await.unwrap();
    assert_ne!(again.id, community(&world));
    assert!(again.recap, "it is as new");
}

#[tokio::test]
async fn its_events_and_streaks_stay_with_those_who_are_in_them() {
    let world = settled().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    for n in 1..=32 {
        world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
    }
    let new = NewEvent {
        community: Some(community(&world)),
        visibility: Visibility::Community,
        ..NewEvent::of(
            Key("run".to_owned()),
            "Run",
            world.event.owner,
            (*world.event.rules).clone(),
        )
    };
    let run = engine.events().create(new, NOON).await.unwrap();
    presence(&world, false, day(1)).await;
    engine.schedule().forget_old(day(33)).await.unwrap();
    let event = async |id| engine.events().get(id).await.unwrap().unwrap();
    let (read, run) = (event(world.event.id).await, event(run.id).await);
    assert_eq!((read.community, read.visibility), (None, Visibility::Public));
    // What all of the community could see is for those who are in it.
    assert_eq!((run.community, run.visibility), (None, Visibility::InviteOnly));
    assert_eq!((read.owner, run.owner), (world.event.owner, world.event.owner));
    assert_eq!(world.check_in(of, "k33", day(33)).await.unwrap(), 33);
    let told = world.sent(day(34)).await;
    let is_of_channel =
        |topic: &Topic| matches!(topic, Topic::Milestones { .. } | Topic::Post { .. });
    assert!(!told.iter().any(is_of_channel), "what waited for the channel is gone: {told:?}");
}

#[tokio::test]
async fn who_lets_us_in_again_in_time_finds_all_as_it_was() {
    let world = settled().await;
    let engine = &world.engine;
    let channel = engine.communities().destination(&world.channel, NOON).await.unwrap();
    presence(&world, false, day(1)).await;
    presence(&world, true, day(30)).await;
    engine.schedule().forget_old(day(90)).await.unwrap();
    assert_eq!(kept(&world).await, [1, 1, 1]);
    assert!(engine.events().is_told_at(world.event.id, channel).await.unwrap());
    let known = engine.communities().get_or_create(&address(), day(90)).await.unwrap();
    assert_eq!((known.id, known.recap, known.left_at), (community(&world), false, None));
}

#[tokio::test]
async fn all_that_are_known_of_a_platform_are_gone_through_in_parts() {
    let world = settled().await;
    let communities = world.engine.communities();
    for n in 1000..1700 {
        let at = CommunityAddress { external_id: n.to_string(), ..address() };
        communities.get_or_create(&at, day(1)).await.unwrap();
    }
    let group = CommunityAddress { platform: Platform::Telegram, ..address() };
    communities.get_or_create(&group, NOON).await.unwrap();
    let out = [("900".to_owned(), false), ("1001".to_owned(), false), ("1".to_owned(), false)];
    communities.set_all_present(Platform::Discord, &out, day(2)).await.unwrap();
    let walk = async |before| {
        let (mut known, mut parts) = (vec![], 0);
        loop {
            let after = known.last().map_or("", |(id, _): &(String, bool)| id.as_str());
            let part = communities.presences(Platform::Discord, after, before).await.unwrap();
            if part.is_empty() {
                return (known, parts);
            }
            known.extend(part);
            parts += 1;
        }
    };
    let (known, parts) = walk(day(3)).await;
    assert_eq!((known.len(), parts), (701, 2));
    let out: Vec<_> = known.iter().filter(|(_, is_in)| !is_in).map(|(id, _)| id.as_str()).collect();
    assert_eq!(out, ["1001", "900"]);
    // What came to be meanwhile is in no list that is older.
    assert_eq!(walk(day(1)).await.0, [("900".to_owned(), false)]);
}

#[tokio::test]
async fn who_is_heard_from_later_has_let_us_in_again_unheard() {
    for (after_s, is_back) in [(3600, false), (3 * DAY_S, true)] {
        let world = settled().await;
        presence(&world, false, day(1)).await;
        let then = day(1).plus_s(after_s);
        let heard = world.engine.communities().get_or_create(&address(), then).await.unwrap();
        assert_eq!(heard.left_at.is_none(), is_back, "what was said before is worked later");
        world.engine.schedule().forget_old(day(60)).await.unwrap();
        assert_eq!(kept(&world).await == [1, 1, 1], is_back);
    }
}

#[tokio::test]
async fn a_group_on_telegram_that_puts_us_out_is_forgotten_and_its_reminders_come_in_private() {
    let world = World::new().await;
    let engine = &world.engine;
    let group = CommunityAddress {
        platform: Platform::Telegram,
        external_id: "-7".to_owned(),
        ..address()
    };
    let group = engine.communities().get_or_create(&group, NOON).await.unwrap().id;
    let place = |platform, address: &str, kind| NewDestination {
        platform,
        address: address.to_owned(),
        thread: String::new(),
        kind,
        locale: None,
    };
    let topic = place(Platform::Telegram, "-7", Kind::Channel(group));
    let topic = engine.communities().destination(&topic, NOON).await.unwrap();
    engine.events().announce(world.event.id, topic).await.unwrap();
    let (ada, ken) = (world.member("ada").await, world.member("ken").await);
    let private = place(Platform::Discord, "ada", Kind::Private(ada.person));
    let private = engine.communities().destination(&private, NOON).await.unwrap();
    let time = TimeOfDay::from_minutes(480).unwrap();
    for of in [ada, ken] {
        engine.reminders().add(of, time, topic, NOON).await.unwrap();
    }
    engine.communities().set_reachable(Platform::Telegram, "-7", false, day(1)).await.unwrap();
    engine.schedule().forget_old(day(32)).await.unwrap();
    let moved = engine.reminders().of(ada).await.unwrap();
    assert!(!moved.is_empty() && moved.iter().all(|one| one.destination == private));
    // Nobody can write to ken.
    assert!(engine.reminders().of(ken).await.unwrap().is_empty());
    let known = engine.communities().moderators(group).await.unwrap();
    assert!(known.is_empty() && engine.communities().destination_by_id(topic).await.is_err());
}
