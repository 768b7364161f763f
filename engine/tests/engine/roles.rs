//! Discord roles for milestones.

use super::*;
use engine::CommunityId;

fn community(world: &World) -> CommunityId {
    match world.channel.kind {
        Kind::Channel(community) => community,
        Kind::Private(_) => panic!("it is a channel"),
    }
}

/// An event of the server that is told nowhere, with somebody who has seven in a row by then.
async fn reached(world: &World, visibility: Visibility, told: bool) -> Membership {
    let engine = &world.engine;
    let new = NewEvent {
        community: Some(community(world)),
        visibility,
        ..NewEvent::of(
            Key("run".to_owned()),
            "Run",
            world.event.owner,
            (*world.event.rules).clone(),
        )
    };
    let run = engine.events().create(new, NOON).await.unwrap();
    if told {
        let at = engine.communities().destination(&world.channel, NOON).await.unwrap();
        engine.events().announce(run.id, at).await.unwrap();
    }
    let of = Membership { event: run.id, person: person(engine, "ada").await.id };
    engine.memberships().act(of, NOON, Action::Join).await.unwrap();
    for n in 0..7 {
        world.check_in(of, &format!("run{n}"), day(n)).await.unwrap();
    }
    of
}

async fn roles(world: &World, now: Instant) -> usize {
    let sent = world.sent(now).await;
    sent.iter().filter(|topic| matches!(topic, Topic::Role { .. })).count()
}

#[tokio::test]
async fn a_role_tells_a_server_of_no_event_that_is_not_told_there() {
    for (visibility, told, is_given) in [
        (Visibility::Public, false, true),
        (Visibility::Community, false, true),
        (Visibility::InviteOnly, false, false),
        (Visibility::InviteOnly, true, true),
    ] {
        // Promised before it is reached, and after that.
        for is_promised in [true, false] {
            let world = World::new().await;
            let (communities, here) = (world.engine.communities(), community(&world));
            if is_promised {
                communities.set_role_reward(here, 7, Some("1"), NOON).await.unwrap();
            }
            let of = reached(&world, visibility, told).await;
            if !is_promised {
                communities.set_role_reward(here, 7, Some("1"), day(6)).await.unwrap();
            }
            let what = format!("{visibility:?}, told: {told}, promised: {is_promised}");
            assert_eq!(roles(&world, day(6).plus_s(60)).await, usize::from(is_given), "{what}");
            let grant = communities.role_grant(of.event, of.person, 7).await.unwrap();
            assert_eq!(grant.is_some(), is_given, "{what}");
        }
    }
}

#[tokio::test]
async fn whoever_is_kept_out_gets_no_role_and_whoever_left_has_earned_it() {
    for (is_banned, is_given) in [(true, false), (false, true)] {
        // Promised before it is reached, and after they are gone.
        for is_promised in [true, false] {
            let world = World::new().await;
            let (engine, here) = (&world.engine, community(&world));
            let promise = async |now| {
                engine.communities().set_role_reward(here, 7, Some("1"), now).await.unwrap();
            };
            if is_promised {
                promise(NOON).await;
            }
            let of = reached(&world, Visibility::Public, true).await;
            let owner = world.event.owner;
            engine.memberships().remove(of, is_banned, owner, day(6)).await.unwrap();
            if !is_promised {
                promise(day(7)).await;
                let given = roles(&world, day(7).plus_s(60)).await;
                assert_eq!(given, usize::from(is_given), "banned: {is_banned}");
            }
            let grant = engine.communities().role_grant(of.event, of.person, 7).await.unwrap();
            assert_eq!(grant.is_some(), is_given, "banned: {is_banned}, promised: {is_promised}");
        }
    }
}

#[tokio::test]
async fn what_is_silenced_by_then_brings_no_role() {
    let world = World::new().await;
    let (communities, here) = (world.engine.communities(), community(&world));
    communities.set_role_reward(here, 7, Some("1"), NOON).await.unwrap();
    let of = reached(&world, Visibility::Public, true).await;
    let grant = async || communities.role_grant(of.event, of.person, 7).await.unwrap();
    assert!(grant().await.is_some());
    assert!(communities.silence_event(here, of.event, day(6)).await.unwrap());
    assert!(grant().await.is_none());
    communities.hear_event(here, of.event).await.unwrap();
    assert!(grant().await.is_some());
}

#[tokio::test]
async fn a_role_that_waits_is_given_to_whoever_becomes_one_with_its_member() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    engine.communities().set_role_reward(here, 7, Some("1"), NOON).await.unwrap();
    let of = reached(&world, Visibility::Public, true).await;
    let goes = person(engine, "ada").await;
    let stays = person_on(engine, Platform::Telegram, "ada").await;
    link(engine, &stays, &goes, day(6)).await;
    let sent = world.sent(day(6).plus_s(60)).await;
    let role = Topic::Role { event: of.event, person: stays.id, length: 7 };
    assert!(sent.contains(&role), "{sent:?}");
    let grant = engine.communities().role_grant(of.event, stays.id, 7).await.unwrap();
    assert_eq!(grant.map(|grant| grant.user).as_deref(), Some("ada"));
}
