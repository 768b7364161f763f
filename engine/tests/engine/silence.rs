//! What a community has silenced.

use super::*;
use engine::{CommunityId, PersonId, PostKind};

fn community(world: &World) -> CommunityId {
    match world.channel.kind {
        Kind::Channel(community) => community,
        Kind::Private(_) => panic!("it is a channel"),
    }
}

#[tokio::test]
async fn what_is_silenced_is_told_nowhere_in_the_community_and_announced_there_by_nobody() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    let at = engine.communities().destination(&world.channel, NOON).await.unwrap();
    let far = CommunityAddress {
        platform: Platform::Telegram,
        external_id: "-7".to_owned(),
        name: "Elsewhere".to_owned(),
        locale: None,
    };
    let far = engine.communities().get_or_create(&far, NOON).await.unwrap();
    let elsewhere = NewDestination {
        platform: Platform::Telegram,
        address: "-7".to_owned(),
        thread: String::new(),
        kind: Kind::Channel(far.id),
        locale: None,
    };
    let elsewhere = engine.communities().destination(&elsewhere, NOON).await.unwrap();
    engine.events().announce(world.event.id, elsewhere).await.unwrap();
    assert!(engine.communities().silence_event(here, world.event.id, NOON).await.unwrap());
    let told = async |at| engine.events().is_told_at(world.event.id, at).await.unwrap();
    assert!(!told(at).await && told(elsewhere).await);
    engine.events().announce(world.event.id, at).await.unwrap();
    assert!(!told(at).await, "whoever announces it");
    assert!(engine.events().told_at(at, NOON).await.unwrap().is_empty());
    engine.communities().hear_event(here, world.event.id).await.unwrap();
    engine.events().announce(world.event.id, at).await.unwrap();
    assert!(told(at).await);
}

/// Ends that an event is told in a place while its card is on its way there.
struct TooLate {
    engine: Engine,
    event: engine::EventId,
    given: Mutex<Vec<Topic>>,
}

impl Notifier for TooLate {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async {
            if !matches!(delivery.topic, Topic::Post { .. }) {
                return Delivered::Pointless;
            }
            self.given.lock().unwrap().push(delivery.topic);
            let at = delivery.destination.id;
            self.engine.events().stop_announcing(self.event, at).await.unwrap();
            Delivered::Sent { remote_id: Some("7".to_owned()) }
        })
    }
}

#[tokio::test]
async fn a_card_that_is_on_its_way_where_its_event_is_told_no_more_is_taken_down_once() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    let at = engine.communities().destination(&world.channel, NOON).await.unwrap();
    engine.events().keep_post(event, at, PostKind::Card, None, NOON).await.unwrap();
    let notifier = TooLate { engine: engine.clone(), event, given: Mutex::default() };
    let stop = CancellationToken::new();
    let is_done = async || {
        let is_idle = engine.schedule().is_idle(NOON).await.unwrap();
        engine.schedule().tick(NOON).await.unwrap() == 0 && is_idle
    };
    let wait = async {
        while !is_done().await {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    };
    tokio::join!(engine.deliveries().run(&notifier, || NOON, stop.clone()), wait);
    let given = notifier.given.into_inner().unwrap();
    let [Topic::Post { event: first, .. }, Topic::Post { post, event: none }] = given[..] else {
        panic!("{given:?}")
    };
    assert_eq!((first, none), (event, engine::EventId(0)));
    assert_eq!(engine.events().post(post).await.unwrap(), None);
}

#[tokio::test]
async fn a_next_round_that_has_begun_already_is_silenced_with_its_event() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    let communities = engine.communities();
    let at = communities.destination(&world.channel, NOON).await.unwrap();
    let end = Some(world.event.rules.start.plus(13));
    let rules = Arc::new(Rules { end, ..(*world.event.rules).clone() });
    let planned = Event { rules, ..world.event.clone() };
    let first = engine.events().edit(&world.event, &planned, NOON).await.unwrap();
    let mut rounds = vec![first];
    for n in 0..2 {
        let next = NewEvent::next_round(Key(format!("round {n}")), &rounds[n], NOON).unwrap();
        rounds.push(engine.events().create(next, NOON).await.unwrap());
    }
    let told = async || {
        let mut told = vec![];
        for round in &rounds {
            engine.events().announce(round.id, at).await.unwrap();
            told.push(engine.events().is_told_at(round.id, at).await.unwrap());
        }
        told
    };
    assert_eq!(told().await, [true; 3]);
    communities.silence_event(here, rounds[2].id, NOON).await.unwrap();
    assert!(communities.silence_event(here, rounds[0].id, day(1)).await.unwrap());
    for round in &rounds {
        assert!(!engine.events().is_told_at(round.id, at).await.unwrap());
    }
    assert_eq!(told().await, [false; 3]);
    communities.hear_event(here, rounds[0].id).await.unwrap();
    assert_eq!(told().await, [true, true, false], "one was silenced by itself");
}

#[tokio::test]
async fn an_event_is_silenced_with_as_many_of_its_rounds_as_there_is_room_for() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    let end = Some(world.event.rules.start.plus(13));
    let rules = Arc::new(Rules { end, ..(*world.event.rules).clone() });
    let planned = Event { rules, ..world.event.clone() };
    let first = engine.events().edit(&world.event, &planned, NOON).await.unwrap();
    let next = NewEvent::next_round(Key("next".to_owned()), &first, NOON).unwrap();
    let next = engine.events().create(next, NOON).await.unwrap();
    let rules = (*world.event.rules).clone();
    let mut others = vec![];
    for n in 0..99 {
        let key = Key(format!("other {n}"));
        let new = NewEvent::of(key, "Other", world.event.owner, rules.clone());
        let other = engine.events().create(new, NOON).await.unwrap();
        assert!(engine.communities().silence_event(here, other.id, NOON).await.unwrap());
        others.push(other.id);
    }
    let silence = async |at| {
        assert!(engine.communities().silence_event(here, first.id, at).await.unwrap());
        let mut silenced = vec![];
        for round in [first.id, next.id] {
            silenced.push(engine.communities().silences_event(here, round).await.unwrap());
        }
        silenced
    };
    assert_eq!(silence(NOON).await, [true, false], "there is room for one");
    engine.communities().hear_event(here, others[0]).await.unwrap();
    assert_eq!(silence(day(1)).await, [true, true]);
    engine.communities().hear_event(here, first.id).await.unwrap();
    assert!(!engine.communities().silences_event(here, next.id).await.unwrap(), "heard with it");
}

#[tokio::test]
async fn a_community_silences_a_hundred_people_at_most() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    for n in 0..=100 {
        let person = person(engine, &format!("person {n}")).await;
        let is_silenced = engine.communities().silence_person(here, person.id, NOON).await.unwrap();
        assert_eq!(is_silenced, n < 100, "{n}");
    }
    assert_eq!(engine.communities().silenced_people(here).await.unwrap().len(), 100);
    let gone = PersonId(1);
    let refused = engine.communities().silence_person(here, gone, NOON).await;
    assert!(matches!(refused, Err(Error::Outdated)), "{refused:?}");
}

#[tokio::test]
async fn a_group_that_moves_takes_what_it_has_silenced_with_it() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    let ada = person(engine, "ada").await;
    engine.communities().silence_event(here, world.event.id, NOON).await.unwrap();
    engine.communities().silence_person(here, ada.id, NOON).await.unwrap();
    let address = CommunityAddress {
        platform: Platform::Discord,
        external_id: "902".to_owned(),
        name: "Readers".to_owned(),
        locale: None,
    };
    let moved = engine.communities().get_or_create(&address, NOON).await.unwrap();
    engine.communities().rename_address(Platform::Discord, "900", "902").await.unwrap();
    assert!(engine.communities().silences_event(moved.id, world.event.id).await.unwrap());
    assert!(engine.communities().silences_person(moved.id, ada.id).await.unwrap());
}

#[tokio::test]
async fn of_two_who_become_one_neither_escapes_by_that() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, community(&world));
    for (ada_is, twin_is) in [(true, false), (false, true), (true, true)] {
        let name = |who: &str| format!("{who} {ada_is} {twin_is}");
        let ada = person(engine, &name("ada")).await;
        let twin = person_on(engine, Platform::Telegram, &name("twin")).await;
        for (who, is_silenced) in [(&ada, ada_is), (&twin, twin_is)] {
            if is_silenced {
                engine.communities().silence_person(here, who.id, NOON).await.unwrap();
            }
        }
        let code = engine.people().link_code(ada.id, Platform::Discord, NOON).await.unwrap();
        let account = engine.people().accounts(twin.id).await.unwrap().remove(0);
        engine.people().ask_link(&code, twin.id, &account, NOON).await.unwrap().unwrap();
        engine.people().confirm_link(ada.id, twin.id, NOON).await.unwrap().unwrap();
        assert!(engine.communities().silences_person(here, ada.id).await.unwrap());
        assert!(!engine.communities().silences_person(here, twin.id).await.unwrap());
        // Nor by parting again.
        engine.people().unlink(ada.id, &account, NOON).await.unwrap().unwrap();
        let parted = engine.people().find(account.platform, &account.external_id).await.unwrap();
        for who in [ada.id, parted.unwrap().id] {
            assert!(engine.communities().silences_person(here, who).await.unwrap());
        }
    }
}
