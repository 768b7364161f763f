//! Boards of a day that are drawn again and again.

use super::*;

#[tokio::test]
async fn a_board_that_is_drawn_again_shows_what_a_new_one_shows() {
    let world = World::new().await;
    let members = world.members(8).await;
    let (memberships, now) = (world.engine.memberships(), day(5));
    let event = world.engine.events().get(world.event).await.unwrap().unwrap();
    let today = event.rules.shared_setting().day_of(now);
    let counts = async || {
        let drawn = world.engine.leaderboards().day(world.event, today, 3, now).await.unwrap();
        let other = Engine::open(&world.url).await.unwrap();
        let new = other.leaderboards().day(world.event, today, 3, now).await.unwrap();
        other.close().await;
        assert_eq!(drawn, new);
        (drawn.0.count, drawn.1.count)
    };
    assert_eq!(counts().await, (0, 8));
    for of in &members[..2] {
        world.run(*of, 5, 5).await.unwrap();
    }
    assert_eq!(counts().await, (2, 6));
    let undo =
        Action::Undo { target: Target::Newest, by: Key("undo".to_owned()), role: Role::Member };
    memberships.act(members[0], now, undo).await.unwrap();
    assert_eq!(counts().await, (1, 7));
    memberships.act(members[2], now, Action::Leave).await.unwrap();
    assert_eq!(counts().await, (1, 6));
    world.engine.people().hide(members[3].person, true, now).await.unwrap();
    assert_eq!(counts().await, (1, 5));
    let days = Days { first: today, last: today };
    world.engine.events().amnesty(world.event, days, members[4].person, now).await.unwrap();
    assert_eq!(counts().await, (1, 0));
}

#[tokio::test]
async fn a_board_counts_everybody() {
    let world = World::new().await;
    let members = world.members(1002).await;
    world.run(members[1001], 5, 5).await.unwrap();
    let event = world.engine.events().get(world.event).await.unwrap().unwrap();
    let today = event.rules.shared_setting().day_of(day(5));
    let (done, open) =
        world.engine.leaderboards().day(world.event, today, 12, day(5)).await.unwrap();
    assert_eq!((done.count, done.names), (1, vec![("p1001".to_owned(), 1)]));
    assert_eq!((open.count, open.names.len()), (1001, 12));
}

#[tokio::test]
async fn names_that_look_alike_are_told_apart_on_both_sides_of_a_board() {
    let world = World::new().await;
    let mut members = vec![];
    // The second one is written with Cyrillic letters.
    for name in ["Ada", "Аdа", "Bo"] {
        let of = Membership { event: world.event, person: person(&world.engine, name, NOON).await };
        world.engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        members.push(of);
    }
    world.run(members[0], 5, 5).await.unwrap();
    let event = world.engine.events().get(world.event).await.unwrap().unwrap();
    let today = event.rules.shared_setting().day_of(day(5));
    let (done, open) =
        world.engine.leaderboards().day(world.event, today, 12, day(5)).await.unwrap();
    assert!(done.names[0].0.starts_with("Ada ·"), "{done:?}");
    let open: Vec<&str> = open.names.iter().map(|(name, _)| name.as_str()).collect();
    assert!(open.iter().any(|name| name.starts_with("Аdа ·")) && open.contains(&"Bo"), "{open:?}");
}
