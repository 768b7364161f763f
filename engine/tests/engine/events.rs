//! Codes, rounds, drafts, and how events are found.

use super::*;
use engine::{Asker, Deed, Kept};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_code_lets_in_and_a_wrong_one_does_not() {
    let world = World::new().await;
    let code = world.engine.events().invite(world.event.id, world.event.owner, NOON).await.unwrap();
    let redeem = async |code: &str, now| {
        world.engine.events().redeem(code, world.event.owner, now).await.unwrap().is_some()
    };
    assert!(redeem(&code, NOON).await && redeem(&code.to_uppercase(), NOON).await);
    // A person uses a code up once, however often it is given.
    let single = world
        .engine
        .events()
        .invite_for(world.event.id, world.event.owner, 7, 1, NOON)
        .await
        .unwrap();
    let (ada, ken) = (person(&world.engine, "ada").await, person(&world.engine, "ken").await);
    for (who, is_let_in) in [(ada.id, true), (ada.id, true), (ken.id, false), (ada.id, true)] {
        let found = world.engine.events().redeem(&single, who, NOON).await.unwrap();
        assert_eq!(found.is_some(), is_let_in);
    }
    assert!(!redeem("0000000000000000", NOON).await && !redeem(&code, day(8)).await);
}

#[tokio::test]
async fn an_event_has_one_next_round_that_is_told_in_the_same_places() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    assert_eq!(NewEvent::next_round(Key("early".to_owned()), &world.event, NOON), None);
    let eve = world.member("eve").await;
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    // Thirty days were planned, and the host ends it on the fourth.
    let rules =
        Rules { end: Some(world.event.rules.start.plus(29)), ..(*world.event.rules).clone() };
    let planned = Event { rules: Arc::new(rules), ..world.event.clone() };
    engine.events().edit(&world.event, &planned, NOON).await.unwrap();
    let ended = engine.events().end(&planned, day(3)).await.unwrap();
    let begin = |key: &str| NewEvent::next_round(Key(key.to_owned()), &ended, day(10)).unwrap();
    let rounds = tokio::join!(
        engine.events().create(begin("one"), day(10)),
        engine.events().create(begin("two"), day(10))
    );
    let (round, other) = (rounds.0.unwrap(), rounds.1.unwrap());
    assert_eq!(round.id, other.id);
    assert_eq!(engine.events().next_round(ended.id).await.unwrap(), Some(round.clone()));
    let (first, last) = (round.rules.start, round.rules.end.unwrap());
    assert_eq!((first.0 - ended.rules.start.0, last.0 - first.0), (10, 29));
    assert_eq!(
        engine.memberships().entry(&round, eve.person, day(10)).await.unwrap(),
        Entry::Banned
    );
    let ada = person(engine, "ada").await;
    let of = Membership { event: round.id, person: ada.id };
    engine.memberships().act(of, day(10), Action::Join).await.unwrap();
    for n in 10..13 {
        world.check_in(of, &format!("day {n}"), day(n)).await.unwrap();
    }
    let endless = engine
        .events()
        .create(
            NewEvent::of(
                Key("endless event".to_owned()),
                "Walk",
                owner,
                (*world.event.rules).clone(),
            ),
            NOON,
        )
        .await
        .unwrap();
    let endless = engine.events().end(&endless, day(3)).await.unwrap();
    let next = NewEvent::next_round(Key("endless".to_owned()), &endless, day(10)).unwrap();
    assert_eq!(next.rules.end, None);
    let told = world.sent(day(13)).await;
    assert_eq!(world.milestones(round.id, &told).await, [(ada.id, 3)]);
}

#[tokio::test]
async fn who_is_kept_out_is_so_in_every_round_after_it() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let rules =
        Rules { end: Some(world.event.rules.start.plus(13)), ..(*world.event.rules).clone() };
    let planned = Event { rules: Arc::new(rules), ..world.event.clone() };
    let mut rounds = vec![engine.events().edit(&world.event, &planned, NOON).await.unwrap()];
    for n in 0..2 {
        let next = NewEvent::next_round(Key(format!("round {n}")), &rounds[n], NOON).unwrap();
        rounds.push(engine.events().create(next, NOON).await.unwrap());
    }
    let eve = person(engine, "eve").await.id;
    let of = |n: usize| Membership { event: rounds[n].id, person: eve };
    for n in [1, 2] {
        engine.memberships().act(of(n), NOON, Action::Join).await.unwrap();
    }
    let entries = async |person| {
        let mut entries = vec![];
        for round in &rounds {
            entries.push(engine.memberships().entry(round, person, NOON).await.unwrap());
        }
        entries
    };
    let removal = engine.memberships().remove(of(0), true, owner, NOON).await.unwrap();
    assert_eq!(removal.left, [of(1), of(2)]);
    assert!(engine.memberships().of(eve).await.unwrap().is_empty());
    assert_eq!(entries(eve).await, [Entry::Banned; 3]);
    assert_eq!(engine.memberships().pardon(of(0), owner).await.unwrap().len(), 3);
    assert_eq!(entries(eve).await, [Entry::Open; 3]);
    // The rounds before it are another matter.
    engine.memberships().remove(of(1), true, owner, NOON).await.unwrap();
    let kept_out = [Entry::Open, Entry::Banned, Entry::Banned];
    assert_eq!(entries(eve).await, kept_out);
    engine.people().erase(eve, NOON).await.unwrap();
    let back = person(engine, "eve").await.id;
    assert_ne!(back, eve);
    assert_eq!(entries(back).await, kept_out);
}

#[tokio::test]
async fn titles_are_found_by_words_and_their_signs_are_no_pattern() {
    let world = World::new().await;
    let stranger = person(&world.engine, "grace").await;
    let find = async |words: &str| {
        world.engine.events().find(stranger.id, None, words, 5).await.unwrap().len()
    };
    assert_eq!(
        (find("READ").await, find("20 p").await, find("%").await, find("").await),
        (1, 1, 0, 1)
    );
}

/// Beside the event of the world, `Walk 0` that is about moving, and `Walk 1` and `Walk 2` that are about nothing.
async fn walks(world: &World) -> Vec<Event> {
    let owner = person(&world.engine, "walker").await;
    let mut walks = vec![];
    for n in 0..3 {
        let rules = (*world.event.rules).clone();
        let key = Key(format!("walk {n}"));
        let category = (n == 0).then(|| "move".to_owned());
        let new = NewEvent { category, ..NewEvent::of(key, &format!("Walk {n}"), owner.id, rules) };
        walks.push(world.engine.events().create(new, day(n)).await.unwrap());
    }
    walks
}

async fn found(world: &World, who: &Person, search: Search<'_>) -> Vec<String> {
    let community = world.event.community;
    let events = world.engine.events().open(who.id, community, search).await.unwrap();
    events.into_iter().map(|event| event.title).collect()
}

#[tokio::test]
async fn what_one_likes_comes_first_then_the_community_then_the_newest() {
    let world = World::new().await;
    walks(&world).await;
    let grace = person(&world.engine, "grace").await;
    let liked = ["read".to_owned(), "move".to_owned()];
    let all = Search { liked: &liked, most: 9, ..Search::default() };
    assert_eq!(found(&world, &grace, all).await, ["Walk 0", "Read 20 pages", "Walk 2", "Walk 1"]);
    assert_eq!(
        found(&world, &grace, Search { liked: &[], ..all }).await,
        ["Read 20 pages", "Walk 2", "Walk 1", "Walk 0"]
    );
}

#[tokio::test]
async fn a_page_of_what_is_open_holds_only_what_was_searched_for() {
    let world = World::new().await;
    walks(&world).await;
    let grace = person(&world.engine, "grace").await;
    let walks = Search { words: "WALK", most: 2, ..Search::default() };
    assert_eq!(found(&world, &grace, walks).await, ["Walk 2", "Walk 1"]);
    assert_eq!(found(&world, &grace, Search { skip: 2, ..walks }).await, ["Walk 0"]);
    assert_eq!(found(&world, &grace, Search { category: Some("move"), ..walks }).await, ["Walk 0"]);
    assert!(found(&world, &grace, Search { words: "%", ..walks }).await.is_empty());
}

#[tokio::test]
async fn what_one_is_in_takes_no_room_among_what_is_open() {
    let world = World::new().await;
    let walks = walks(&world).await;
    let grace = person(&world.engine, "grace").await;
    let of = Membership { event: walks[2].id, person: grace.id };
    world.engine.memberships().act(of, day(3), Action::Join).await.unwrap();
    let search = Search { words: "walk", most: 1, ..Search::default() };
    assert_eq!(found(&world, &grace, search).await, ["Walk 1"]);
    world.engine.memberships().act(of, day(4), Action::Leave).await.unwrap();
    assert_eq!(found(&world, &grace, search).await, ["Walk 2"]);
}

#[tokio::test]
async fn one_code_of_several_is_revoked_and_the_others_go_on() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, &world.event);
    let first = engine.events().invite_for(event.id, event.owner, 7, 5, NOON).await.unwrap();
    let second = engine.events().invite_for(event.id, event.owner, 2, 9, day(1)).await.unwrap();
    let invites = engine.events().invites(event.id, day(1), 9).await.unwrap();
    let shown: Vec<_> = invites
        .iter()
        .map(|invite| (invite.made_at, invite.expires_at, invite.uses_left))
        .collect();
    assert_eq!(shown, [(NOON, day(7), 5), (day(1), day(3), 9)]);
    assert_eq!(engine.events().revoke_invite(event.id, &invites[0].mark).await.unwrap(), 1);
    assert_eq!(engine.events().revoke_invite(event.id, &invites[0].mark).await.unwrap(), 0);
    assert_eq!(engine.events().revoke_invite(event.id, "").await.unwrap(), 0);
    assert!(!engine.events().is_invite(event.id, &first, day(1)).await.unwrap());
    assert!(engine.events().is_invite(event.id, &second, day(1)).await.unwrap());
    let grace = person(engine, "grace").await;
    assert!(engine.events().redeem(&first, grace.id, day(1)).await.unwrap().is_none());
    assert!(engine.events().redeem(&second, grace.id, day(1)).await.unwrap().is_some());
    assert!(engine.events().invites(event.id, day(3), 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_draft_goes_with_whoever_made_it() {
    let world = World::new().await;
    world.member("ada").await;
    let draft = world.draft().await;
    assert_eq!(world.engine.events().get(draft.id).await.unwrap(), Some(draft.clone()));
    world.engine.people().erase(draft.owner, NOON).await.unwrap();
    assert_eq!(world.engine.events().get(draft.id).await.unwrap(), None);
    assert!(world.engine.events().get(world.event.id).await.unwrap().is_some());
}

#[tokio::test]
async fn an_event_goes_with_the_last_person_who_was_ever_in_it() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let (key, rules) = (Key("diary".to_owned()), (*world.event.rules).clone());
    let diary =
        NewEvent { visibility: Visibility::InviteOnly, ..NewEvent::of(key, "Diary", owner, rules) };
    let diary = engine.events().create(diary, NOON).await.unwrap();
    let of = Membership { event: diary.id, person: owner };
    engine.memberships().act(of, NOON, Action::Join).await.unwrap();
    world.check_in(of, "dc:1", NOON).await.unwrap();
    let ada = world.member("ada").await;
    engine.memberships().act(ada, NOON, Action::Leave).await.unwrap();
    let is_there = async |event| engine.events().get(event).await.unwrap().is_some();
    engine.people().erase(owner, NOON).await.unwrap();
    assert!(!is_there(diary.id).await && is_there(world.event.id).await);
    engine.people().erase(ada.person, NOON).await.unwrap();
    assert!(!is_there(world.event.id).await);
}

#[tokio::test]
async fn a_draft_is_seen_by_nobody_until_it_is_published() {
    let world = World::new().await;
    let draft = world.draft().await;
    assert!(!world.engine.authorize(Asker::person(draft.owner), Deed::See(&draft)).await.unwrap());
    let event = world.engine.events().publish(draft.id, None, NOON).await.unwrap().unwrap();
    assert_eq!((event.visibility, event.draft), (Visibility::Public, None));
    let stranger = person(&world.engine, "grace").await.id;
    assert!(world.engine.authorize(Asker::person(stranger), Deed::See(&event)).await.unwrap());
    assert_eq!(world.engine.events().publish(draft.id, None, NOON).await.unwrap(), None);
}

#[tokio::test]
async fn an_event_knows_whoever_came_or_asked_to_come_and_nobody_besides() {
    let world = World::new().await;
    let engine = &world.engine;
    let [ada, ken, eve] =
        [world.member("ada").await, world.member("ken").await, world.member("eve").await];
    engine.memberships().act(ken, NOON, Action::Leave).await.unwrap();
    let of = async |name| Membership { person: person(engine, name).await.id, ..ada };
    let (grace, alan, zoe) = (of("grace").await, of("alan").await, of("zoe").await);
    engine.memberships().ask_to_join(grace, NOON).await.unwrap();
    engine.memberships().remove(alan, true, world.event.owner, NOON).await.unwrap();
    for known in [ada, ken, eve, grace, alan] {
        let by = world.event.owner;
        assert!(engine.memberships().is_known(known, by).await.unwrap(), "{known:?}");
    }
    assert!(!engine.memberships().is_known(zoe, world.event.owner).await.unwrap());
}

#[tokio::test]
async fn of_many_events_those_are_seen_that_are_seen_one_by_one() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, draft) = (world.member("ada").await.person, world.draft().await);
    let gone = person(engine, "grace").await.id;
    let mut events = vec![world.event.clone(), draft];
    for visibility in [Visibility::Public, Visibility::Community, Visibility::InviteOnly] {
        for owner in [ada, world.event.owner] {
            let key = Key(format!("{}:{owner}", visibility.name()));
            let new = NewEvent {
                community: world.event.community,
                visibility,
                ..NewEvent::of(key, "Walk", owner, (*world.event.rules).clone())
            };
            let event = engine.events().create(new, NOON).await.unwrap();
            for (person, left) in [(ada, false), (gone, true)] {
                let of = Membership { event: event.id, person };
                engine.memberships().act(of, NOON, Action::Join).await.unwrap();
                if left {
                    engine.memberships().act(of, NOON, Action::Leave).await.unwrap();
                }
            }
            events.push(event);
        }
    }
    let events: Vec<&Event> = events.iter().collect();
    let nobody = Asker::default();
    let here = Asker { here: world.event.community, ..Asker::person(gone) };
    for (asker, count) in
        [(Asker::person(ada), 7), (Asker::person(gone), 3), (here, 5), (nobody, 3)]
    {
        let mut seen = BTreeSet::new();
        for event in &events {
            if engine.authorize(asker, Deed::See(event)).await.unwrap() {
                seen.insert(event.id);
            }
        }
        assert_eq!(engine.authorize_to_see(asker, &events).await.unwrap(), seen, "{asker:?}");
        assert_eq!(seen.len(), count, "{asker:?}");
    }
}

#[tokio::test]
async fn drafts_are_made_on_the_day_on_which_they_are_published() {
    let world = World::new().await;
    let limits = engine::Limits { new_events: 1, ..engine::Limits::default() };
    let engine = world.engine.clone().with_limits(limits);
    let owner = person(&engine, "grace").await.id;
    let mut drafts = vec![];
    for n in 0..2 {
        let rules = (*world.event.rules).clone();
        let new = NewEvent::of(Key(format!("draft {n}")), "Later", owner, rules);
        let visibility = Visibility::InviteOnly;
        let new = NewEvent { visibility, draft: Some(Visibility::Public), ..new };
        drafts.push(engine.events().create(new, NOON).await.unwrap().id);
    }
    let publish =
        async |n: usize, now: Instant| engine.events().publish(drafts[n], None, now).await;
    assert!(publish(0, day(2)).await.unwrap().is_some());
    let second = publish(1, day(2)).await;
    assert!(matches!(second, Err(Error::MadeTooMany(at)) if at == day(3)), "{second:?}");
    assert!(publish(1, day(3)).await.unwrap().is_some());
}

#[tokio::test]
async fn the_card_of_a_draft_is_posted_where_whoever_publishes_it_is_not() {
    for (is_here, cards) in [(false, 1), (true, 0)] {
        let world = World::new().await;
        let draft = world.draft().await;
        let place = world.engine.communities().destination(&world.channel, NOON).await.unwrap();
        world.engine.events().announce(draft.id, place).await.unwrap();
        world.engine.events().publish(draft.id, is_here.then_some(place), NOON).await.unwrap();
        world.engine.schedule().tick(NOON).await.unwrap();
        let is_card =
            |topic: &&Topic| matches!(topic, Topic::Post { event, .. } if *event == draft.id);
        assert_eq!(world.sent(NOON).await.iter().filter(is_card).count(), cards);
    }
}

#[tokio::test]
async fn nothing_comes_to_pass_by_itself_in_a_draft() {
    let world = World::new().await;
    let draft = world.draft().await;
    let rules = Rules { end: Some(draft.rules.start.plus(1)), ..(*draft.rules).clone() };
    let short = Event { rules: Arc::new(rules), ..draft.clone() };
    world.engine.events().edit(&draft, &short, NOON).await.unwrap();
    world.sent(day(9)).await;
    assert_eq!(world.engine.events().get(short.id).await.unwrap(), Some(short));
}

#[tokio::test]
async fn a_group_that_gets_a_new_address_keeps_its_events_and_places() {
    let world = World::new().await;
    let (from, to) = ("-100", "-1002");
    let address = |id: &str| CommunityAddress {
        platform: Platform::Telegram,
        external_id: id.to_owned(),
        name: "Group".to_owned(),
        locale: None,
    };
    let engine = &world.engine;
    let old = engine.communities().get_or_create(&address(from), NOON).await.unwrap();
    let place = |id: &str, community| NewDestination {
        platform: Platform::Telegram,
        address: id.to_owned(),
        thread: String::new(),
        kind: Kind::Channel(community),
        locale: None,
    };
    let destination = engine.communities().destination(&place(from, old.id), NOON).await.unwrap();
    engine.events().announce(world.event.id, destination).await.unwrap();
    // Heard twice, and the new group may have spoken before.
    let new = engine.communities().get_or_create(&address(to), NOON).await.unwrap();
    engine.communities().change(old.id, CommunityChange::PinHighlights(true)).await.unwrap();
    engine.communities().change(old.id, CommunityChange::Recap(false)).await.unwrap();
    for _ in 0..2 {
        engine.communities().rename_address(Platform::Telegram, from, to).await.unwrap();
    }
    let after = engine.communities().get_or_create(&address(to), NOON).await.unwrap();
    assert_eq!(
        (after.id, after.daily_board, after.recap, after.pin_highlights),
        (new.id, true, false, true)
    );
    let moved = engine.communities().destination(&place(to, new.id), NOON).await.unwrap();
    assert_eq!(moved, destination, "what was announced there is announced here");
}

#[tokio::test]
async fn what_waits_for_a_group_that_moved_is_told_once_in_its_new_place() {
    let world = World::new().await;
    let (engine, topic) = (&world.engine, Topic::EventStarted { event: world.event.id });
    let (from, to) = ("-100", "-1002");
    let address = |id: &str| CommunityAddress {
        platform: Platform::Telegram,
        external_id: id.to_owned(),
        name: "Group".to_owned(),
        locale: None,
    };
    let place = |id: &str, community| NewDestination {
        platform: Platform::Telegram,
        address: id.to_owned(),
        thread: String::new(),
        kind: Kind::Channel(community),
        locale: None,
    };
    let old = engine.communities().get_or_create(&address(from), NOON).await.unwrap();
    let before = engine.communities().destination(&place(from, old.id), NOON).await.unwrap();
    let send =
        |key: &str| engine.deliveries().send(before, topic, key.to_owned(), NOON, 3600, NOON);
    send("milestone").await.unwrap();
    // The new group has spoken before it is known where it came from.
    let new = engine.communities().get_or_create(&address(to), NOON).await.unwrap();
    let after = engine.communities().destination(&place(to, new.id), NOON).await.unwrap();
    engine.communities().rename_address(Platform::Telegram, from, to).await.unwrap();
    // A late update of the old group founds nothing.
    let late = engine.communities().get_or_create(&address(from), NOON).await.unwrap();
    assert_eq!(late.id, new.id);
    let late = engine.communities().destination(&place(from, new.id), NOON).await.unwrap();
    assert_eq!(late, after);
    let told = Carrier { platform: Platform::Telegram, is_open: true, given: Mutex::default() };
    let stop = CancellationToken::new();
    let run = engine.deliveries().run(&told, || NOON.plus_s(1), stop.clone());
    let ended = async {
        while told.given.lock().unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
        stop.cancel();
    };
    tokio::join!(run, ended);
    assert_eq!(*told.given.lock().unwrap(), [("milestone".to_owned(), after)]);
    // It moves once more: both old numbers lead to the last one.
    engine.communities().rename_address(Platform::Telegram, to, "-1003").await.unwrap();
    let last = engine.communities().get_or_create(&address(from), NOON).await.unwrap();
    assert_eq!(last.id, new.id);
}

/// What the n-th host makes of an event: one field, and a value that nobody else gives it.
fn changed(event: &Event, n: usize) -> Event {
    let mut edited = event.clone();
    let mut rules = (*event.rules).clone();
    match n % 6 {
        0 => edited.title = format!("Title {n}"),
        1 => edited.goal = format!("{n} pages"),
        2 => edited.emoji = Some(format!("{n}")),
        3 => edited.category = Some(format!("category {n}")),
        4 => rules.undo_days = 2 + n as i32 / 6,
        _ => rules.end = Some(rules.start.plus(10 + n as i32)),
    }
    edited.rules = Arc::new(rules);
    edited
}

#[tokio::test]
async fn of_thirty_two_hosts_who_edit_at_once_none_undoes_what_another_did() {
    const HOSTS: usize = 32;
    let world = World::new().await;
    let event = &world.event;
    let edits: Vec<Event> = (0..HOSTS).map(|n| changed(event, n)).collect();
    let edit = |edited| world.engine.events().edit(event, edited, NOON);
    for edited in join_all(edits.iter().map(edit)).await {
        edited.unwrap();
    }
    let stands = world.engine.events().get(event.id).await.unwrap().unwrap();
    let is_of_somebody = |is_so: &dyn Fn(&Event) -> bool| edits.iter().any(is_so);
    assert!(is_of_somebody(&|edit| edit.title == stands.title && edit.title != event.title));
    assert!(is_of_somebody(&|edit| edit.goal == stands.goal && edit.goal != event.goal));
    assert!(is_of_somebody(&|edit| edit.emoji == stands.emoji && edit.emoji != event.emoji));
    assert!(is_of_somebody(
        &|edit| edit.category == stands.category && edit.category != event.category
    ));
    assert_ne!(stands.rules.undo_days, event.rules.undo_days);
    assert_ne!(stands.rules.end, event.rules.end);
}

#[tokio::test]
async fn no_edit_shows_an_event_to_more_people_of_which_its_members_are_not_told() {
    let world = World::new().await;
    let events = world.engine.events();
    let (ada, host) = (world.member("ada").await, world.event.owner);
    let few = Event { visibility: Visibility::InviteOnly, ..world.event.clone() };
    let few = events.edit(&world.event, &few, NOON).await.unwrap();
    assert_eq!(events.others(&few, host, NOON).await.unwrap(), Ok(1));
    // Its card names whoever made it: nobody else shows that to more people, unless they are gone.
    assert_eq!(events.others(&few, ada.person, NOON).await.unwrap(), Err(Kept::Owned));
    let refused = events.widen(&few, Visibility::Public, ada.person, NOON).await.unwrap();
    assert_eq!(refused, Err(Kept::Owned));
    let mut event = few;
    let day_after = NOON.plus_s(86_400);
    for (visibility, at) in [(Visibility::Community, NOON), (Visibility::Public, day_after)] {
        let wider = Event { visibility, ..event.clone() };
        let refused = events.edit(&event, &wider, at).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::Disabled))), "{refused:?}");
        event = events.widen(&event, visibility, host, at).await.unwrap().unwrap();
        assert_eq!(event.visibility, visibility);
        assert_eq!(events.get(event.id).await.unwrap().unwrap(), event);
    }
    // What everybody sees is not made smaller by what was meant to show it to more.
    let same = events.widen(&event, Visibility::Community, host, day_after).await.unwrap();
    assert_eq!(same, Ok(event));
}

#[tokio::test]
async fn whoever_is_on_discord_can_be_told_there_whatever_other_way_they_named() {
    let world = World::new().await;
    let (engine, host) = (&world.engine, world.event.owner);
    let ada = world.member("ada").await;
    assert!(engine.people().ask_email(ada.person, "ada@example.org", NOON).await.unwrap());
    let few = Event { visibility: Visibility::InviteOnly, ..world.event.clone() };
    let few = engine.events().edit(&world.event, &few, NOON).await.unwrap();
    assert_eq!(engine.events().others(&few, host, NOON).await.unwrap(), Ok(1));
    let shown = engine.events().widen(&few, Visibility::Public, host, NOON).await.unwrap();
    assert_eq!(shown.unwrap().visibility, Visibility::Public);
}

#[tokio::test]
async fn an_event_that_fewer_people_may_see_by_now_is_announced_nowhere() {
    let world = World::new().await;
    let (events, at) = (world.engine.events(), world.channel.clone());
    let at = world.engine.communities().destination(&at, NOON).await.unwrap();
    events.stop_announcing(world.event.id, at).await.unwrap();
    let few = Event { visibility: Visibility::InviteOnly, ..world.event.clone() };
    let few = events.edit(&world.event, &few, NOON).await.unwrap();
    let refused = events.announce_as_read(&world.event, at).await;
    assert!(matches!(refused, Err(Error::Outdated)), "{refused:?}");
    assert!(!events.is_told_at(few.id, at).await.unwrap());
    events.announce_as_read(&few, at).await.unwrap();
    assert!(events.is_told_at(few.id, at).await.unwrap());
}

#[tokio::test]
async fn of_those_who_show_an_event_to_more_at_once_one_does_and_nobody_is_told_again_for_a_day() {
    let world = World::new().await;
    let events = world.engine.events();
    let (_, host) = (world.member("ada").await, world.event.owner);
    let few = Event { visibility: Visibility::InviteOnly, ..world.event.clone() };
    let few = &events.edit(&world.event, &few, NOON).await.unwrap();
    let all = [Visibility::Community, Visibility::Public];
    let done = join_all(all.map(|to| events.widen(few, to, host, NOON))).await;
    let until = Kept::Until(NOON.plus_s(86_400));
    // Whoever comes second and wants less finds it done.
    let is_right = |done: Result<Result<Event, Kept>, Error>| match done.unwrap() {
        Ok(event) => event.visibility != Visibility::InviteOnly,
        Err(kept) => kept == until,
    };
    assert!(done.into_iter().all(is_right));
    let shown = events.get(few.id).await.unwrap().unwrap();
    let smaller = Event { visibility: Visibility::InviteOnly, ..shown.clone() };
    let smaller = &events.edit(&shown, &smaller, NOON).await.unwrap();
    let last = NOON.plus_s(86_399);
    assert_eq!(events.others(few, host, last).await.unwrap(), Err(until));
    let refused = events.widen(smaller, Visibility::Public, host, last).await.unwrap();
    assert_eq!(refused, Err(until));
    assert_eq!(&events.get(few.id).await.unwrap().unwrap(), smaller);
    let again = events.widen(smaller, Visibility::Public, host, NOON.plus_s(86_400)).await.unwrap();
    assert_eq!(again.unwrap().visibility, Visibility::Public);
}

#[tokio::test]
async fn rules_do_not_change_while_somebody_checks_in_for_the_first_time() {
    for n in 0..20 {
        let world = World::new().await;
        let of = world.member("ada").await;
        let rules = Rules { undo_days: 3, ..(*world.event.rules).clone() };
        let edited = Event { rules: Arc::new(rules), ..world.event.clone() };
        let key = format!("first {n}");
        let (edit, check_in) = tokio::join!(
            world.engine.events().edit(&world.event, &edited, NOON),
            world.check_in(of, &key, NOON)
        );
        check_in.unwrap();
        let stands = world.engine.events().get(world.event.id).await.unwrap().unwrap();
        let has_changed = stands.rules.undo_days == 3;
        assert_eq!(edit.is_ok(), has_changed);
        let later = Rules { undo_days: 4, ..(*stands.rules).clone() };
        let later = Event { rules: Arc::new(later), ..stands.clone() };
        let refused = world.engine.events().edit(&stands, &later, NOON).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::Disabled))), "{refused:?}");
    }
}

/// Rounds in which people race for what is left of a code (X11).
const RACES: usize = 200;

#[tokio::test]
async fn a_code_never_lets_in_more_than_it_may() {
    let world = World::new().await;
    let mut people = vec![];
    for n in 0..64 {
        people.push(person(&world.engine, &format!("p{n}")).await.id);
    }
    for race in 0..RACES {
        let uses = [1, 3, 7, 63][race % 4];
        let (event, owner) = (world.event.id, world.event.owner);
        let code = world.engine.events().invite_for(event, owner, 7, uses, NOON).await.unwrap();
        let tries = people.iter().map(|who| {
            let (engine, code, who) = (world.engine.clone(), code.clone(), *who);
            tokio::spawn(async move { engine.events().redeem(&code, who, NOON).await })
        });
        let answers = futures_util::future::join_all(tries).await;
        let let_in = answers.into_iter().filter(|answer| matches!(answer, Ok(Ok(Some(_)))));
        assert_eq!(let_in.count() as i64, uses, "race {race}");
    }
}
