//! Names, and who is let in.

use super::*;

#[tokio::test]
async fn a_name_that_was_given_up_means_whoever_bears_it_now() {
    let engine = engine::testing::engine().await.unwrap();
    let meet = async |id: &str, handle: &str| {
        let account = Account {
            platform: Platform::Telegram,
            external_id: id.to_owned(),
            name: id.to_owned(),
            handle: Some(handle.to_owned()),
            locale: None,
        };
        engine.people().get_or_create(&account, "UTC".parse().unwrap(), NOON).await.unwrap()
    };
    meet("old", "bob").await;
    let new = meet("new", "bob").await;
    let bob = engine.people().mentioned(Platform::Telegram, "bob").await.unwrap();
    assert_eq!(bob.map(|bob| bob.id), Some(new.id));
}

#[tokio::test]
async fn whoever_is_kept_out_is_not_let_in_by_an_old_request() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let eve = Membership { event: world.event.id, person: person(engine, "eve").await.id };
    engine.memberships().ask_to_join(eve, NOON).await.unwrap();
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    let answered = engine.memberships().answer_join(eve, true, None, NOON).await.unwrap();
    assert_eq!(answered, engine::Answered::Gone);
    assert!(engine.memberships().of(eve.person).await.unwrap().is_empty());
}

#[tokio::test]
async fn whoever_is_kept_out_after_they_were_told_to_come_in_does_not_join() {
    let world = World::new().await;
    let (engine, event, owner) = (&world.engine, &world.event, world.event.owner);
    let eve = Membership { event: event.id, person: person(engine, "eve").await.id };
    let entry = engine.memberships().entry(event, eve.person, NOON).await.unwrap();
    assert_eq!(entry, Entry::Open);
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    assert_eq!(engine.memberships().join(eve, NOON).await.unwrap(), Entry::Banned);
    let joined = engine.memberships().act(eve, NOON, Action::Join).await;
    assert!(matches!(joined, Err(Error::NoRoom(Entry::Banned))), "{joined:?}");
    assert!(engine.memberships().of(eve.person).await.unwrap().is_empty());
    engine.memberships().pardon(eve, owner).await.unwrap();
    assert_eq!(engine.memberships().join(eve, NOON).await.unwrap(), Entry::Open);
}

#[tokio::test]
async fn whoever_came_in_another_way_is_not_let_in_again_by_an_old_request() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    let ada = Membership { event, person: person(engine, "ada").await.id };
    engine.memberships().ask_to_join(ada, NOON).await.unwrap();
    assert_eq!(engine.memberships().join(ada, NOON).await.unwrap(), Entry::Open);
    assert!(engine.memberships().asking(event).await.unwrap().is_empty());
    let answered = engine.memberships().answer_join(ada, false, None, NOON).await.unwrap();
    assert_eq!(answered, Answered::Gone);
    engine.memberships().act(ada, NOON, Action::Leave).await.unwrap();
    let answered = engine.memberships().answer_join(ada, true, None, NOON).await.unwrap();
    assert_eq!(answered, Answered::Gone);
    assert!(engine.memberships().of(ada.person).await.unwrap().is_empty());
}

#[tokio::test]
async fn of_two_yeses_of_hosts_one_is_heard() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    let ada = Membership { event, person: person(engine, "ada").await.id };
    engine.memberships().ask_to_join(ada, NOON).await.unwrap();
    let say_yes = async || engine.memberships().answer_join(ada, true, None, NOON).await.unwrap();
    let heard = tokio::join!(say_yes(), say_yes());
    let settled = [heard.0, heard.1].into_iter().filter(|heard| *heard == Answered::Settled);
    assert_eq!(settled.count(), 1, "{heard:?}");
    assert_eq!(engine.memberships().of(ada.person).await.unwrap(), [ada]);
}

#[tokio::test]
async fn of_a_yes_and_a_no_of_hosts_one_is_heard() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    for n in 0..16 {
        let of = Membership { event, person: person(engine, &format!("p{n}")).await.id };
        engine.memberships().ask_to_join(of, NOON).await.unwrap();
        let say = async |yes| engine.memberships().answer_join(of, yes, None, NOON).await.unwrap();
        let (yes, no) = tokio::join!(say(true), say(false));
        let is_in = engine.memberships().of(of.person).await.unwrap() == [of];
        let said = match is_in {
            true => (Answered::Settled, Answered::Gone),
            false => (Answered::Gone, Answered::Settled),
        };
        assert_eq!((yes, no), said, "time {n}");
    }
}

#[tokio::test]
async fn whoever_asks_while_a_host_answers_nobody_goes_on_waiting() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    for n in 0..16 {
        let of = Membership { event, person: person(engine, &format!("p{n}")).await.id };
        let (answered, asked) = tokio::join!(
            engine.memberships().answer_join(of, false, None, NOON),
            engine.memberships().ask_to_join(of, NOON),
        );
        asked.unwrap();
        let waits = engine.memberships().asks(of).await.unwrap();
        assert_eq!(waits, answered.unwrap() == Answered::Gone, "time {n}");
    }
}

#[tokio::test]
async fn whoever_is_in_or_kept_out_does_not_wait_to_be_let_in() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let ada = world.member("ada").await;
    let eve = Membership { person: person(engine, "eve").await.id, ..ada };
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    for of in [ada, eve] {
        assert_eq!(engine.memberships().ask_to_join(of, NOON).await.unwrap(), None);
    }
    assert!(engine.memberships().asking(ada.event).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_code_for_one_is_not_used_up_by_somebody_who_is_kept_out() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let eve = Membership { event: world.event.id, person: person(engine, "eve").await.id };
    engine.memberships().remove(eve, true, owner, NOON).await.unwrap();
    let code = engine.events().invite_for(eve.event, owner, 7, 1, NOON).await.unwrap();
    let redeem = async |who| engine.events().redeem(&code, who, NOON).await.unwrap().is_some();
    let (ben, zoe) = (person(engine, "ben").await.id, person(engine, "zoe").await.id);
    // Eve hears why she is not let in.
    assert!(redeem(eve.person).await);
    assert!(redeem(ben).await);
    assert!(!redeem(zoe).await);
}

#[tokio::test]
async fn of_two_hosts_who_judge_one_is_heard() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    world.check_in(ada, "shown", NOON).await.unwrap();
    let engine = &world.engine;
    let shown = Key("shown".to_owned());
    let file = (Platform::Discord, "file");
    engine.events().show_proof(ada, &shown, file, ProofRule::Approved, NOON).await.unwrap();
    let proof = engine.events().open_proofs(ada.event).await.unwrap().pop().unwrap().id;
    let judge = async |state, by: &str| {
        engine
            .events()
            .judge_proof(proof, state, &Key(by.to_owned()), NOON)
            .await
            .unwrap()
            .is_some()
    };
    let heard =
        tokio::join!(judge(ProofState::Rejected, "one"), judge(ProofState::Approved, "two"));
    assert!(heard.0 != heard.1);
    let view = engine.memberships().view(ada, NOON).await.unwrap().unwrap();
    assert_eq!(view.life.standing.current, if heard.0 { 0 } else { 1 });
}

#[tokio::test]
async fn a_chosen_name_outlives_a_new_name_of_the_account() {
    let engine = engine::testing::engine().await.unwrap();
    let meet = async |name: &str| {
        let account = Account {
            platform: Platform::Telegram,
            external_id: "7".to_owned(),
            name: name.to_owned(),
            handle: None,
            locale: None,
        };
        engine.people().get_or_create(&account, "UTC".parse().unwrap(), NOON).await.unwrap()
    };
    let ada = meet("ada").await;
    engine.people().set_name(ada.id, Some("Countess")).await.unwrap();
    assert_eq!(meet("Augusta").await.name, "Countess");
    engine.people().set_name(ada.id, None).await.unwrap();
    assert_eq!(meet("Augusta").await.name, "Augusta");
    assert_eq!(meet("Ada King").await.name, "Ada King");
}

#[tokio::test]
async fn deeds_of_an_erased_host_stay_on_record_where_the_event_has_no_community() {
    let world = World::new().await;
    let (engine, communities) = (&world.engine, world.engine.communities());
    let (ada, eve) = (person(engine, "ada").await.id, person(engine, "eve").await.id);
    let rules = (*world.event.rules).clone();
    let new = NewEvent::of(Key("private".to_owned()), "Read in private", ada, rules);
    let event = engine.events().create(new, NOON).await.unwrap();
    for person in [ada, eve] {
        let of = Membership { event: event.id, person };
        engine.memberships().act(of, NOON, Action::Join).await.unwrap();
    }
    for entry in [("remove", Some(eve), "rude"), ("amnesty", None, "2026-02-28")] {
        communities.record_audit(Record::of(&event), ada, entry, NOON).await.unwrap();
    }
    for own in [engine::BACKFILL, engine::OWN_REPAIR] {
        let entry = (own, None, "2026-02-27");
        communities.record_audit(Record::within(event.id), ada, entry, NOON).await.unwrap();
    }
    engine.people().plan_erasure(ada, true, NOON).await.unwrap();
    while engine.schedule().tick(day(7)).await.unwrap() > 0 {}
    assert!(engine.people().get(ada).await.unwrap().is_none());
    let of = RecordOf::Event(event.id);
    let page = communities.audit(of, RecordPart::Newest, eve, 50).await.unwrap();
    let mut said: Vec<_> = page
        .entries
        .iter()
        .map(|entry| (&*entry.what, entry.about, &*entry.detail, entry.by == ada))
        .collect();
    said.sort_unstable();
    assert_eq!(said, [("amnesty", None, "", false), ("remove", Some(eve), "", false)]);
}
