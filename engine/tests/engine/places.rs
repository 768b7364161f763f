//! Places that cannot be written to for a while.

use super::*;
use engine::PostKind;

/// Puts us out of the server while something is being sent there.
struct Door<'a>(&'a World);

impl Notifier for Door<'_> {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn deliver<'a>(&'a self, _: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async {
            leaving::presence(self.0, false, NOON).await;
            Delivered::Unreachable { why: "we are out".to_owned() }
        })
    }
}

/// Does what is due by then.
async fn settle(world: &World, now: Instant) {
    while world.engine.schedule().tick(now).await.unwrap() > 0 {}
}

async fn here(world: &World) -> DestinationId {
    world.engine.communities().destination(&world.channel, NOON).await.unwrap()
}

/// Has what waits carried until nothing is left to do.
async fn carry(world: &World, by: &dyn Notifier, now: Instant) {
    let stop = CancellationToken::new();
    let until_idle = async {
        while !world.engine.schedule().is_idle(now).await.unwrap() {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    };
    tokio::join!(world.engine.deliveries().run(by, || now, stop.clone()), until_idle);
}

/// What is given to Discord by then, where it may be written to or not.
async fn carried(world: &World, is_open: bool, now: Instant) -> Vec<(String, DestinationId)> {
    let carrier = Carrier { platform: Platform::Discord, is_open, given: Mutex::default() };
    carry(world, &carrier, now).await;
    carrier.given.into_inner().unwrap()
}

/// Tells the channel something, under this key.
async fn tell(world: &World, place: DestinationId, key: &str) {
    let (deliveries, topic) =
        (world.engine.deliveries(), Topic::EventStarted { event: world.event.id });
    deliveries.send(place, topic, key.to_owned(), NOON, DAY_S, NOON).await.unwrap();
}

/// The cards that are written by then, or taken down.
async fn written(world: &World, now: Instant) -> Vec<i64> {
    settle(world, now).await;
    let mut cards = vec![];
    for topic in world.sent(now).await {
        let Topic::Post { post, .. } = topic else { continue };
        let kind = world.engine.events().post(post).await.unwrap().map(|post| post.kind);
        if !matches!(kind, Some(PostKind::Board(_))) {
            cards.push(post);
        }
    }
    cards
}

/// A world whose event has a card in the channel, and the card.
async fn with_card() -> (World, i64) {
    let world = World::new().await;
    settle(&world, NOON).await;
    world.sent(NOON).await;
    let place = here(&world).await;
    let stands = async |now| {
        let (events, event) = (world.engine.events(), world.event.id);
        events.keep_post(event, place, PostKind::Card, Some("7"), now).await.unwrap();
    };
    stands(NOON).await;
    world.member("ken").await;
    let written = written(&world, NOON.plus_s(60)).await;
    let [card] = written[..] else { panic!("{written:?}") };
    // Nothing that is sent here has a number.
    stands(NOON.plus_s(60)).await;
    (world, card)
}

#[tokio::test]
async fn a_card_is_written_anew_however_long_an_outage_lasts() {
    let (world, card) = with_card().await;
    world.member("ada").await;
    settle(&world, NOON.plus_s(120)).await;
    // Nothing is sent for two hours.
    assert_eq!(written(&world, NOON.plus_s(2 * 3600)).await, [card]);
}

#[tokio::test]
async fn a_card_is_taken_down_after_an_outage_of_days() {
    let (world, card) = with_card().await;
    let (events, place) = (world.engine.events(), here(&world).await);
    events.stop_announcing(world.event.id, place).await.unwrap();
    settle(&world, NOON.plus_s(120)).await;
    world.engine.schedule().forget_old(day(4)).await.unwrap();
    let waiting = events.post(card).await.unwrap();
    assert_eq!(waiting.map(|post| post.kind), Some(PostKind::Withdrawn));
    assert_eq!(written(&world, day(4)).await, [card]);
    assert_eq!(events.post(card).await.unwrap(), None);
}

#[tokio::test]
async fn a_card_waits_for_a_server_that_put_us_out() {
    let (world, card) = with_card().await;
    let (events, place) = (world.engine.events(), here(&world).await);
    leaving::presence(&world, false, NOON.plus_s(60)).await;
    events.stop_announcing(world.event.id, place).await.unwrap();
    assert!(written(&world, NOON.plus_s(120)).await.is_empty());
    leaving::presence(&world, true, NOON.plus_s(180)).await;
    assert_eq!(written(&world, NOON.plus_s(180)).await, [card]);
}

#[tokio::test]
async fn a_card_waits_for_a_channel_that_was_found_closed() {
    let (world, card) = with_card().await;
    world.member("ada").await;
    settle(&world, NOON.plus_s(120)).await;
    let given = carried(&world, false, NOON.plus_s(120)).await;
    assert!(given.iter().any(|(key, _)| *key == format!("post:{card}")), "{given:?}");
    assert!(written(&world, NOON.plus_s(180)).await.is_empty());
    // Whoever uses a command there opens it.
    here(&world).await;
    assert_eq!(written(&world, NOON.plus_s(240)).await, [card]);
}

#[tokio::test]
async fn the_card_of_what_ended_while_we_were_out_is_still_written() {
    let (world, card) = with_card().await;
    leaving::presence(&world, false, NOON.plus_s(60)).await;
    let read = world.engine.events().get(world.event.id).await.unwrap().unwrap();
    world.engine.events().end(&read, NOON.plus_s(60)).await.unwrap();
    for n in 1..5 {
        assert!(written(&world, day(n)).await.is_empty(), "{n}");
        world.engine.schedule().forget_old(day(n)).await.unwrap();
    }
    leaving::presence(&world, true, day(5)).await;
    assert!(written(&world, day(5)).await.contains(&card));
    world.engine.schedule().forget_old(day(5)).await.unwrap();
    assert_eq!(world.engine.events().post(card).await.unwrap(), None);
}

#[tokio::test]
async fn what_waits_for_a_server_that_put_us_out_is_told_once_it_lets_us_in_again() {
    let world = World::new().await;
    settle(&world, NOON).await;
    world.sent(NOON).await;
    let place = here(&world).await;
    tell(&world, place, "one").await;
    leaving::presence(&world, false, NOON).await;
    assert!(carried(&world, false, NOON).await.is_empty(), "nobody is asked in vain");
    leaving::presence(&world, true, NOON.plus_s(60)).await;
    assert_eq!(carried(&world, true, NOON.plus_s(60)).await, [("one".to_owned(), place)]);
}

#[tokio::test]
async fn a_server_that_puts_us_out_while_we_write_hears_the_next_thing_once_we_are_back() {
    let world = World::new().await;
    settle(&world, NOON).await;
    world.sent(NOON).await;
    let place = here(&world).await;
    tell(&world, place, "one").await;
    carry(&world, &Door(&world), NOON).await;
    leaving::presence(&world, true, NOON).await;
    tell(&world, place, "two").await;
    assert_eq!(carried(&world, true, NOON).await, [("two".to_owned(), place)]);
}

#[tokio::test]
async fn what_can_be_told_in_no_place_is_told_to_those_who_are_in_it() {
    for is_out in [true, false] {
        let world = World::new().await;
        let (engine, place) = (&world.engine, here(&world).await);
        let tomorrow = world.event.rules.start.plus(1);
        let rules = Rules { start: tomorrow, ..(*world.event.rules).clone() };
        let new = NewEvent::of(Key("run".to_owned()), "Run", world.event.owner, rules);
        let run = engine.events().create(new, NOON).await.unwrap();
        engine.events().announce(run.id, place).await.unwrap();
        let of = Membership { event: run.id, person: person(engine, "ada").await.id };
        engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        settle(&world, NOON).await;
        world.sent(NOON).await;
        if is_out {
            leaving::presence(&world, false, NOON).await;
        } else {
            tell(&world, place, "one").await;
            carried(&world, false, NOON).await;
        }
        settle(&world, day(1)).await;
        let told = world.sent(day(1)).await;
        let begins = Topic::EventStarted { event: run.id };
        assert!(told.contains(&begins), "out: {is_out}: {told:?}");
    }
}
