//! Who is who: accounts that become one person, part again, go, and come back.

use super::*;
use crate::plain_sql::PlainSql;
use engine::Subscription;

#[tokio::test]
async fn who_was_kept_out_and_is_gone_is_kept_out_of_the_next_round() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let of = world.member("eve").await;
    engine.memberships().remove(of, true, owner, NOON).await.unwrap();
    engine.people().erase(of.person, NOON).await.unwrap();
    let ended = engine.events().end(&world.event, NOON).await.unwrap();
    let next = NewEvent::next_round(Key("next".to_owned()), &ended, day(2)).unwrap();
    let next = engine.events().create(next, day(2)).await.unwrap();
    let eve = person(engine, "eve").await;
    assert_ne!(eve.id, of.person);
    assert_eq!(engine.memberships().entry(&next, eve.id, day(2)).await.unwrap(), Entry::Banned);
}

#[tokio::test]
async fn who_comes_back_has_no_new_events_changes_or_cheers() {
    let world = World::new().await;
    let (engine, event) = (&world.engine, world.event.id);
    let (owner, ada) = (world.event.owner, person(engine, "ada").await);
    world.member("eve").await;
    let today = Setting::midnight("UTC".parse().unwrap()).day_of(NOON);
    let cheer = async |from| {
        let what = (event, "", "test:1");
        engine.people().cheer((from, ada.id), what, today, NOON).await.unwrap()
    };
    assert_eq!(cheer(owner).await, Some(1));
    for (n, zone) in (0..).zip(["Asia/Tokyo", "Asia/Dubai", "Asia/Tokyo", "Asia/Dubai"]) {
        let wanted = Setting::midnight(zone.parse().unwrap());
        engine.people().choose_clock(owner, wanted, NOON.plus_s(n)).await.unwrap();
    }
    engine.people().erase(owner, NOON).await.unwrap();
    let back = person(engine, "owner").await;
    assert_ne!(back.id, owner);
    assert_eq!(engine.events().count_owned(back.id).await.unwrap(), 1);
    assert_eq!(back.setting, Setting::midnight("UTC".parse().unwrap()));
    let wanted = Setting::midnight("Asia/Tokyo".parse().unwrap());
    let refused = engine.people().choose_clock(back.id, wanted, NOON).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::TzLimit))));
    let what = (event, "", "test:2");
    let again = engine.people().cheer((back.id, ada.id), what, today, NOON).await.unwrap();
    assert_eq!(again, None);
    engine.schedule().forget_old(day(31)).await.unwrap();
    assert!(engine.people().choose_clock(back.id, wanted, day(31)).await.unwrap());
}

#[tokio::test]
async fn who_was_silenced_or_blocked_is_so_again_when_they_come_back() {
    let world = World::new().await;
    let (engine, here) = (&world.engine, world.event.community.unwrap());
    let (eve, ada) = (person(engine, "eve").await.id, person(engine, "ada").await.id);
    assert!(engine.communities().silence_person(here, eve, NOON).await.unwrap());
    assert!(engine.people().block(ada, eve, NOON).await.unwrap());
    engine.people().erase(eve, NOON).await.unwrap();
    assert!(engine.communities().silenced_people(here).await.unwrap().is_empty());
    let back = person(engine, "eve").await.id;
    assert_ne!(back, eve);
    assert!(engine.communities().silences_person(here, back).await.unwrap());
    assert!(!engine.people().takes_cheers(ada, back).await.unwrap());
    // They are let go for good.
    engine.communities().hear_person(here, back).await.unwrap();
    engine.people().unblock(ada, back).await.unwrap();
    engine.people().erase(back, NOON).await.unwrap();
    let again = person(engine, "eve").await.id;
    assert!(!engine.communities().silences_person(here, again).await.unwrap());
    assert!(engine.people().takes_cheers(ada, again).await.unwrap());
}

#[tokio::test]
async fn who_is_kept_out_under_one_name_is_so_under_both() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let other = person_on(engine, Platform::Telegram, "ada").await;
    let banned = Membership { event: of.event, person: other.id };
    engine.memberships().remove(banned, true, owner, NOON).await.unwrap();
    link(engine, &ada, &other, NOON).await;
    assert_eq!(
        engine.memberships().entry(&world.event, ada.id, NOON).await.unwrap(),
        Entry::Banned
    );
    assert!(engine.memberships().of(ada.id).await.unwrap().is_empty());
}

/// The private chat of a person on a platform, at the address of their account.
fn chat_of(who: &Person, platform: Platform, address: &str) -> NewDestination {
    NewDestination {
        platform,
        address: address.to_owned(),
        thread: String::new(),
        kind: Kind::Private(who.id),
        locale: None,
    }
}

#[tokio::test]
async fn a_chat_that_was_noted_for_somebody_who_is_gone_is_that_of_whoever_comes_back() {
    let engine = engine::testing::engine().await.unwrap();
    let ada = person_on(&engine, Platform::Telegram, "ada").await;
    engine.people().erase(ada.id, NOON).await.unwrap();
    // A message of hers was still being worked.
    let communities = engine.communities();
    let late = chat_of(&ada, Platform::Telegram, "ada");
    let late = communities.destination(&late, NOON).await.unwrap();
    let back = person_on(&engine, Platform::Telegram, "ada").await;
    communities.destination(&chat_of(&back, Platform::Telegram, "ada"), NOON).await.unwrap();
    let way = communities.private_destination(back.id, Platform::Telegram).await.unwrap();
    assert_eq!(way.map(|way| way.id), Some(late));
    // Whoever is gone takes it from nobody.
    communities.destination(&chat_of(&ada, Platform::Telegram, "ada"), NOON).await.unwrap();
    let way = communities.private_destination(back.id, Platform::Telegram).await.unwrap();
    assert_eq!(way.map(|way| way.id), Some(late));
}

/// The account of a person on a platform.
async fn account_on(engine: &Engine, who: &Person, platform: Platform) -> Account {
    let accounts = engine.people().accounts(who.id).await.unwrap();
    accounts.into_iter().find(|account| account.platform == platform).unwrap()
}

#[tokio::test]
async fn parting_gives_everybody_back_what_they_brought_and_did_since() {
    let world = World::new().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    let of_ben = Membership { event: of.event, person: ben.id };
    engine.memberships().act(of_ben, NOON, Action::Join).await.unwrap();
    // What was said on a page is told by its place among the facts.
    for (of, key, n) in [(of, "dc:1", 0), (of_ben, "tg:1", 0), (of_ben, "web:1", 1)] {
        world.check_in(of, key, day(n)).await.unwrap();
    }
    link(engine, &ada, &ben, day(1)).await;
    for (key, n) in [("tg:2", 2), ("dc:2", 3)] {
        world.check_in(of, key, day(n)).await.unwrap();
    }
    let total = async |person| {
        let of = Membership { event: of.event, person };
        let view = engine.memberships().view(of, day(3)).await.unwrap().unwrap();
        view.life.standing.total
    };
    assert_eq!(total(ada.id).await, 4);
    assert!(engine.people().gives_back(ada.id).await.unwrap());
    let account = account_on(engine, &ada, Platform::Telegram).await;
    let parted = engine.people().unlink(ada.id, &account, day(3)).await.unwrap();
    assert_eq!(parted, Some(Parted::WithItsOwn));
    let back = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert_eq!((total(ada.id).await, total(back.id).await), (2, 3));
    assert_eq!(engine.memberships().of(back.id).await.unwrap().len(), 1);
    let found = engine.memberships().rebuild(true, day(3)).await.unwrap();
    assert!(found.differences.is_empty(), "{:?}", found.differences);
    assert!(!engine.people().gives_back(ada.id).await.unwrap());
}

#[tokio::test]
async fn a_clock_and_an_event_go_with_whoever_brought_them() {
    let world = World::new().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    let [berlin, tokyo] =
        ["Europe/Berlin", "Asia/Tokyo"].map(|zone| Setting::midnight(zone.parse().unwrap()));
    engine.people().move_clock(ada.id, berlin, NOON).await.unwrap();
    engine.people().move_clock(ben.id, tokyo, NOON).await.unwrap();
    link(engine, &ada, &ben, NOON).await;
    // It is the one who made the code whose account goes.
    let account = account_on(engine, &ada, Platform::Discord).await;
    engine.people().unlink(ada.id, &account, day(1)).await.unwrap();
    let back = engine.people().find(Platform::Discord, "ada").await.unwrap().unwrap();
    let rest = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert_eq!((back.setting, rest.setting), (berlin, tokyo));
    let mine = Membership { event: of.event, person: back.id };
    assert_eq!(engine.memberships().of(back.id).await.unwrap(), [mine]);
    assert!(engine.memberships().of(rest.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn both_sides_of_a_contest_count_again_once_they_are_apart() {
    let world = World::new().await;
    let (engine, owner) = (&world.engine, world.event.owner);
    let rules = (*world.event.rules).clone().contest();
    let race = NewEvent::of(Key("race".to_owned()), "Race", owner, rules);
    let race = engine.events().create(race, NOON).await.unwrap();
    let ada = person(engine, "ada").await;
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    for (person, key) in [(ada.id, "dc:1"), (ben.id, "tg:1")] {
        let of = Membership { event: race.id, person };
        engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        world.check_in(of, key, NOON).await.unwrap();
    }
    let of_ben = Membership { event: race.id, person: ben.id };
    world.check_in(of_ben, "tg:2", day(1)).await.unwrap();
    engine.memberships().act(of_ben, day(1), Action::Leave).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    let total = async |person| {
        let of = Membership { event: race.id, person };
        let view = engine.memberships().view(of, day(1)).await.unwrap().unwrap();
        view.life.standing.total
    };
    assert_eq!(total(ada.id).await, 1);
    let account = account_on(engine, &ada, Platform::Telegram).await;
    engine.people().unlink(ada.id, &account, day(1)).await.unwrap();
    let back = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
    assert_eq!((total(ada.id).await, total(back.id).await), (1, 2));
}

/// Two who are not one yet, on both platforms.
async fn two(engine: &Engine) -> (Person, Person) {
    (person(engine, "ada").await, person_on(engine, Platform::Telegram, "ben").await)
}

/// Parts an account of a person, and gives whoever it is of then.
async fn part(engine: &Engine, who: &Person, platform: Platform, now: Instant) -> Person {
    let account = account_on(engine, who, platform).await;
    let parted = engine.people().unlink(who.id, &account, now).await.unwrap();
    assert_eq!(parted, Some(Parted::WithItsOwn));
    engine.people().find(platform, &account.external_id).await.unwrap().unwrap()
}

/// How many rows of a table an export of somebody has.
async fn rows(engine: &Engine, who: engine::PersonId, table: &str) -> usize {
    let exported = engine.people().export(who, NOON).await.unwrap();
    exported["tables"][table].as_array().map_or(0, Vec::len)
}

fn first_of_march() -> Day {
    Setting::midnight("UTC".parse().unwrap()).day_of(NOON)
}

#[tokio::test]
async fn what_two_said_to_each_other_waits_until_they_part() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ben) = two(engine).await;
    let what = (world.event.id, "well done", "dc:1");
    people.cheer((ada.id, ben.id), what, first_of_march(), NOON).await.unwrap().unwrap();
    people.block(ben.id, ada.id, NOON).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    assert_eq!(people.cheers(ada.id).await.unwrap(), 0);
    assert!(people.blocked(ada.id).await.unwrap().is_empty(), "nobody blocks themselves");
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    assert_eq!(people.cheers(ben.id).await.unwrap(), 1);
    assert_eq!(people.cheer_words(ada.id, ben.id).await.unwrap(), "well done");
    assert!(!people.takes_cheers(ben.id, ada.id).await.unwrap());
    assert!(people.takes_cheers(ada.id, ben.id).await.unwrap());
}

#[tokio::test]
async fn whoever_was_blocked_and_is_gone_is_blocked_by_either_side_when_they_come_back() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ben) = two(engine).await;
    let eve = person(engine, "eve").await.id;
    people.block(ben.id, eve, NOON).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    people.erase(eve, day(1)).await.unwrap();
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    let back = person(engine, "eve").await.id;
    assert_ne!(back, eve);
    assert!(!people.takes_cheers(ben.id, back).await.unwrap());
}

#[tokio::test]
async fn what_others_take_along_does_not_say_which_accounts_somebody_has() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ben) = two(engine).await;
    let (ken, today) = (person(engine, "ken").await.id, first_of_march());
    people
        .cheer((ben.id, ken), (world.event.id, "", "tg:1:7"), today, NOON)
        .await
        .unwrap()
        .unwrap();
    people.cheer((ken, ben.id), (world.event.id, "", "dc:7"), today, NOON).await.unwrap().unwrap();
    let record = Record { community: world.event.community, event: None };
    let entry = ("silence", Some(ben.id), "");
    engine.communities().record_audit(record, ken, entry, NOON).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    let theirs = people.export(ken, day(1)).await.unwrap();
    for table in ["greeting", "audit"] {
        let rows = theirs["tables"][table].to_string();
        assert!(rows.contains(&ada.id.0.to_string()), "{rows}");
        assert!(!rows.contains("telegram") && !rows.contains("tg:"), "{rows}");
    }
    let own = people.export(ada.id, day(1)).await.unwrap()["tables"]["greeting"].to_string();
    assert!(own.contains("telegram") && own.contains("tg:1:7"), "{own}");
}

#[tokio::test]
async fn one_cheer_a_day_is_one_whichever_side_had_sent_it() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ben) = two(engine).await;
    let (ken, today) = (person(engine, "ken").await, first_of_march());
    for (who, key) in [(&ada, "dc:1"), (&ben, "tg:1")] {
        let what = (world.event.id, "", key);
        people.cheer((who.id, ken.id), what, today, NOON).await.unwrap().unwrap();
    }
    link(engine, &ada, &ben, NOON).await;
    let again = async |who: &Person, key| {
        let what = (world.event.id, "", key);
        people.cheer((who.id, ken.id), what, today, NOON).await.unwrap()
    };
    assert_eq!(again(&ada, "dc:2").await, None);
    let ben = part(engine, &ada, Platform::Telegram, NOON).await;
    assert_eq!((again(&ada, "dc:3").await, again(&ben, "tg:3").await), (None, None));
}

#[tokio::test]
async fn a_request_to_be_let_in_comes_back_unless_a_host_has_answered() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, ben) = two(engine).await;
    let rules = (*world.event.rules).clone();
    let mut events = vec![];
    for name in ["answered", "open", "closed"] {
        let new = NewEvent::of(Key(name.to_owned()), name, world.event.owner, rules.clone());
        let event = engine.events().create(new, NOON).await.unwrap();
        let of = Membership { event: event.id, person: ben.id };
        engine.memberships().ask_to_join(of, NOON).await.unwrap();
        events.push(event.id);
    }
    // Ada is in where ben waits.
    let in_closed = Membership { event: events[2], person: ada.id };
    engine.memberships().act(in_closed, NOON, Action::Join).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    assert!(engine.memberships().asking(events[2]).await.unwrap().is_empty());
    let answered = Membership { event: events[0], person: ada.id };
    let answer = engine.memberships().answer_join(answered, false, None, day(1)).await.unwrap();
    assert_eq!(answer, Answered::Settled);
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    for (event, asking) in events.into_iter().zip([vec![], vec![ben.id], vec![ben.id]]) {
        assert_eq!(engine.memberships().asking(event).await.unwrap(), asking);
    }
}

/// The hours at which somebody is reminded of an event.
async fn hours(engine: &Engine, of: Membership) -> Vec<i64> {
    let reminders = engine.reminders().of(of).await.unwrap();
    let at = |reminder: &engine::Reminder| match reminder.when {
        engine::When::At(time) => Some(time.minutes() / 60),
        engine::When::LastCall => None,
    };
    reminders.iter().filter_map(at).collect()
}

#[tokio::test]
async fn a_reminder_that_gave_way_comes_back() {
    let world = World::new().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    let of_ben = Membership { event: of.event, person: ben.id };
    engine.memberships().act(of_ben, NOON, Action::Join).await.unwrap();
    for (of, hour) in [(of, 8), (of_ben, 20)] {
        let chat = match of == of_ben {
            true => chat_of(&ben, Platform::Telegram, "ben"),
            false => chat_of(&ada, Platform::Discord, "ada"),
        };
        let chat = engine.communities().destination(&chat, NOON).await.unwrap();
        let time = TimeOfDay::from_minutes(hour * 60).unwrap();
        engine.reminders().add(of, time, chat, NOON).await.unwrap();
    }
    link(engine, &ada, &ben, day(1)).await;
    assert_eq!(hours(engine, of).await, [8]);
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    let of_ben = Membership { person: ben.id, ..of };
    assert_eq!((hours(engine, of).await, hours(engine, of_ben).await), (vec![8], vec![20]));
}

#[tokio::test]
async fn reminders_that_went_to_the_chat_of_the_other_side_are_those_of_whoever_brought_them() {
    // The hours of both, and in whose chat those that stayed set come since.
    let rows = [
        ([Some(8), Some(20)], 1),
        ([Some(8), Some(20)], 0),
        ([Some(8), None], 1),
        ([None, Some(20)], 0),
        ([Some(8), Some(8)], 1),
    ];
    for ((had, moved_to), goes) in
        rows.into_iter().flat_map(|row| [(row, Platform::Telegram), (row, Platform::Discord)])
    {
        let world = World::new().await;
        let engine = &world.engine;
        let (ada, ben) = two(engine).await;
        let sides = [(&ada, Platform::Discord, "ada"), (&ben, Platform::Telegram, "ben")];
        let time = |hour: u16| TimeOfDay::from_minutes(i64::from(hour) * 60).unwrap();
        let mut chats = vec![];
        for ((who, platform, name), hour) in sides.into_iter().zip(had) {
            let of = Membership { event: world.event.id, person: who.id };
            engine.memberships().act(of, NOON, Action::Join).await.unwrap();
            let chat = chat_of(who, platform, name);
            let chat = engine.communities().destination(&chat, NOON).await.unwrap();
            if let Some(hour) = hour {
                engine.reminders().add(of, time(hour), chat, NOON).await.unwrap();
            }
            chats.push(chat);
        }
        link(engine, &ada, &ben, day(1)).await;
        let of = Membership { event: world.event.id, person: ada.id };
        let kept = had[0].or(had[1]).unwrap();
        assert_eq!(hours(engine, of).await, [i64::from(kept)]);
        engine.reminders().add(of, time(kept), chats[moved_to], day(1)).await.unwrap();
        part(engine, &ada, goes, day(2)).await;
        for (((_, platform, name), hour), chat) in sides.into_iter().zip(had).zip(&chats) {
            let who = engine.people().find(platform, name).await.unwrap().unwrap();
            let of = Membership { event: world.event.id, person: who.id };
            let said = format!("{name}, {had:?}, moved to {moved_to}, {goes:?} goes");
            let hour: Vec<i64> = hour.into_iter().map(i64::from).collect();
            assert_eq!(hours(engine, of).await, hour, "{said}");
            let reminders = engine.reminders().of(of).await.unwrap();
            assert!(reminders.iter().all(|reminder| reminder.destination == *chat), "{said}");
        }
    }
}

#[tokio::test]
async fn a_reminder_that_was_switched_off_since_stays_off() {
    let world = World::new().await;
    let engine = &world.engine;
    let of = world.member("ada").await;
    let ada = engine.people().get(of.person).await.unwrap().unwrap();
    let ben = person_on(engine, Platform::Telegram, "ben").await;
    let of_ben = Membership { event: of.event, person: ben.id };
    engine.memberships().act(of_ben, NOON, Action::Join).await.unwrap();
    let chat = chat_of(&ada, Platform::Discord, "ada");
    let chat = engine.communities().destination(&chat, NOON).await.unwrap();
    let morning = TimeOfDay::from_minutes(8 * 60).unwrap();
    engine.reminders().add(of, morning, chat, NOON).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    engine.reminders().stop(of).await.unwrap();
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    for person in [ada.id, ben.id] {
        let of = Membership { person, ..of };
        assert!(engine.reminders().of(of).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn whoever_takes_an_event_along_is_reminded_of_it_in_their_own_chat() {
    for goes in [Platform::Telegram, Platform::Discord] {
        let world = World::new().await;
        let engine = &world.engine;
        let (ada, ben) = two(engine).await;
        let mut chats = vec![];
        for (who, platform, name) in
            [(&ada, Platform::Discord, "ada"), (&ben, Platform::Telegram, "ben")]
        {
            let chat = chat_of(who, platform, name);
            chats.push(engine.communities().destination(&chat, NOON).await.unwrap());
        }
        // Only ben brings it, and has it told in the chat of the other one.
        let of_ben = Membership { event: world.event.id, person: ben.id };
        engine.memberships().act(of_ben, NOON, Action::Join).await.unwrap();
        link(engine, &ada, &ben, day(1)).await;
        let of = Membership { person: ada.id, ..of_ben };
        let evening = TimeOfDay::from_minutes(20 * 60).unwrap();
        engine.reminders().add(of, evening, chats[0], day(1)).await.unwrap();
        part(engine, &ada, goes, day(2)).await;
        let back = engine.people().find(Platform::Telegram, "ben").await.unwrap().unwrap();
        let of_ben = Membership { person: back.id, ..of_ben };
        assert_eq!(hours(engine, of_ben).await, [20]);
        let reminders = engine.reminders().of(of_ben).await.unwrap();
        assert!(reminders.iter().all(|reminder| reminder.destination == chats[1]));
    }
}

#[tokio::test]
async fn a_browser_that_linking_signs_out_is_told_no_more_and_its_reminders_stay() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ben) = two(engine).await;
    let of_ben = Membership { event: world.event.id, person: ben.id };
    engine.memberships().act(of_ben, NOON, Action::Join).await.unwrap();
    let chat = chat_of(&ben, Platform::Telegram, "ben");
    let chat = engine.communities().destination(&chat, NOON).await.unwrap();
    let evening = TimeOfDay::from_minutes(20 * 60).unwrap();
    engine.reminders().add(of_ben, evening, chat, NOON).await.unwrap();
    let code = people.sign_in_code(ben.id, NOON).await.unwrap();
    let session = people.sign_in(&code, "a browser", NOON).await.unwrap().unwrap();
    let browser = Subscription {
        id: 0,
        person: ben.id,
        endpoint: "https://push.example/1".to_owned(),
        p256dh: "key".to_owned(),
        auth: "auth".to_owned(),
        browser: "a browser".to_owned(),
        created_at: NOON,
    };
    people.subscribe(&browser, &session, NOON).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    assert!(people.signed_in(&session, day(1)).await.unwrap().is_none());
    assert!(people.subscriptions(ada.id).await.unwrap().is_empty());
    let communities = engine.communities();
    assert!(communities.private_destination(ada.id, Platform::Push).await.unwrap().is_none());
    let reminders = engine.reminders().of(Membership { person: ada.id, ..of_ben }).await.unwrap();
    assert!(!reminders.is_empty());
}

#[tokio::test]
async fn what_came_from_the_other_side_is_not_left_with_whoever_stays() {
    let world = World::new().await;
    let (engine, people) = (&world.engine, world.engine.people());
    let (ada, ben) = two(engine).await;
    people.set_locale(ben.id, Some("de")).await.unwrap();
    people.set_about(ben.id, "runs").await.unwrap();
    people.set_name(ben.id, Some("Benjamin")).await.unwrap();
    let app = people.register_app(ben.id, "App", vec![], NOON).await.unwrap().unwrap();
    link(engine, &ada, &ben, day(1)).await;
    let united = people.get(ada.id).await.unwrap().unwrap();
    assert_eq!((united.locale.as_deref(), &*united.name), (Some("de"), "Benjamin"));
    // What is set since stays.
    people.turn_interest(ada.id, "sport").await.unwrap();
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    let ada = people.get(ada.id).await.unwrap().unwrap();
    assert_eq!((ada.locale, &*ada.name, &*ada.about), (None, "ada", ""));
    assert_eq!(ada.interests, ["sport"]);
    assert_eq!((ben.locale.as_deref(), &*ben.name, &*ben.about), (Some("de"), "Benjamin", "runs"));
    let apps: Vec<String> =
        people.apps(ben.id).await.unwrap().into_iter().map(|app| app.id).collect();
    assert_eq!(apps, [app.id]);
    assert!(people.apps(ada.id).await.unwrap().is_empty());
}

/// Names an address as a person's, and gives what the link to it ends in.
async fn names(engine: &Engine, who: &Person, address: &str, now: Instant) -> String {
    assert!(engine.people().ask_email(who.id, address, now).await.unwrap());
    engine.people().email(who.id).await.unwrap().unwrap().confirm_code.unwrap()
}

/// The confirmed addresses of whoever has these accounts.
async fn addresses(engine: &Engine) -> [Option<String>; 2] {
    let mut found = [None, None];
    for (n, (platform, name)) in
        [(Platform::Discord, "ada"), (Platform::Telegram, "ben")].into_iter().enumerate()
    {
        let who = engine.people().find(platform, name).await.unwrap().unwrap();
        found[n] = engine.people().email(who.id).await.unwrap().and_then(|email| email.address);
    }
    found
}

#[tokio::test]
async fn an_address_that_waits_while_two_part_becomes_nobodys() {
    for goes in [Platform::Discord, Platform::Telegram] {
        let engine = engine::testing::engine().await.unwrap();
        let (ada, ben) = two(&engine).await;
        let code = names(&engine, &ada, "ada@example.org", NOON).await;
        engine.people().confirm_email(&code, NOON).await.unwrap().unwrap();
        link(&engine, &ada, &ben, day(1)).await;
        let code = names(&engine, &ada, "ben@example.org", day(2)).await;
        part(&engine, &ada, goes, day(2)).await;
        assert_eq!(engine.people().confirm_email(&code, day(2)).await.unwrap(), None);
        assert_eq!(addresses(&engine).await, [Some("ada@example.org".to_owned()), None]);
        for (platform, name) in [(Platform::Discord, "ada"), (Platform::Telegram, "ben")] {
            let who = engine.people().find(platform, name).await.unwrap().unwrap();
            let exported = engine.people().export(who.id, day(2)).await.unwrap();
            assert!(!exported["tables"]["destination"].to_string().contains("ben@example.org"));
        }
    }
}

#[tokio::test]
async fn what_was_confirmed_and_offered_while_two_were_one_is_kept_by_neither() {
    for goes in [Platform::Discord, Platform::Telegram] {
        let engine = engine::testing::engine().await.unwrap();
        let people = engine.people();
        let (ada, ben) = two(&engine).await;
        let brought = people.register_app(ada.id, "Old", vec![], NOON).await.unwrap().unwrap();
        link(&engine, &ada, &ben, day(1)).await;
        let code = names(&engine, &ada, "ben@example.org", day(2)).await;
        people.confirm_email(&code, day(2)).await.unwrap().unwrap();
        let since = people.register_app(ada.id, "New", vec![], day(2)).await.unwrap().unwrap();
        part(&engine, &ada, goes, day(3)).await;
        assert_eq!(addresses(&engine).await, [None, None]);
        assert!(people.app(&since.id).await.unwrap().is_none());
        let back = people.find(Platform::Discord, "ada").await.unwrap().unwrap();
        let kept = people.app(&brought.id).await.unwrap();
        assert_eq!(kept.map(|app| app.person), Some(back.id));
    }
}

#[tokio::test]
async fn where_nobody_knows_who_brought_what_an_address_stays_with_whoever_was_there_first() {
    for (goes, stays) in [(Platform::Discord, None), (Platform::Telegram, Some("ada@example.org"))]
    {
        let url = engine::testing::url().await.unwrap();
        let engine = Engine::open(&url).await.unwrap();
        let people = engine.people();
        let (ada, ben) = two(&engine).await;
        let code = names(&engine, &ada, "ada@example.org", NOON).await;
        people.confirm_email(&code, NOON).await.unwrap().unwrap();
        let app = people.register_app(ada.id, "Hers", vec![], NOON).await.unwrap().unwrap();
        link(&engine, &ada, &ben, day(1)).await;
        // As it was linked by an earlier version.
        PlainSql::open(&url).await.numbers("delete from brought").await;
        let account = account_on(&engine, &ada, goes).await;
        let parted = people.unlink(ada.id, &account, day(2)).await.unwrap();
        assert_eq!(parted, Some(Parted::Anew));
        let address = people.email(ada.id).await.unwrap().and_then(|email| email.address);
        assert_eq!(address.as_deref(), stays);
        assert_eq!(people.app(&app.id).await.unwrap().is_some(), stays.is_some());
        engine.close().await;
    }
}

#[tokio::test]
async fn a_clock_that_was_said_since_is_that_of_both() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, ben) = two(engine).await;
    link(engine, &ada, &ben, NOON).await;
    let tokyo = Setting::midnight("Asia/Tokyo".parse().unwrap());
    engine.people().move_clock(ada.id, tokyo, day(1)).await.unwrap();
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    let ada = engine.people().get(ada.id).await.unwrap().unwrap();
    for who in [ada, ben] {
        assert_eq!((who.setting, who.zone_known), (tokyo, true));
    }
}

#[tokio::test]
async fn a_record_says_again_who_of_two_did_it() {
    let world = World::new().await;
    let (engine, communities) = (&world.engine, world.engine.communities());
    let (ada, ben) = two(engine).await;
    let eve = person(engine, "eve").await;
    let record = Record::within(world.event.id);
    communities.record_audit(record, ada.id, ("one", Some(eve.id), ""), NOON).await.unwrap();
    communities.record_audit(record, ben.id, ("two", Some(eve.id), ""), NOON).await.unwrap();
    communities.record_audit(record, eve.id, ("three", Some(ben.id), ""), NOON).await.unwrap();
    link(engine, &ada, &ben, day(1)).await;
    // It is a community of Discord.
    let there = Record::of(&world.event);
    communities.record_audit(there, ada.id, ("four", None, ""), day(2)).await.unwrap();
    let ben = part(engine, &ada, Platform::Telegram, day(3)).await;
    let of = RecordOf::Event(world.event.id);
    let page = communities.audit(of, RecordPart::Newest, world.event.owner, 50).await.unwrap();
    let mut said: Vec<_> =
        page.entries.iter().map(|entry| (&*entry.what, entry.by, entry.about)).collect();
    said.sort_unstable();
    let want = [
        ("four", ada.id, None),
        ("one", ada.id, Some(eve.id)),
        ("three", eve.id, Some(ben.id)),
        ("two", ben.id, Some(eve.id)),
    ];
    assert_eq!(said, want);
}

#[tokio::test]
async fn an_export_has_both_sides_while_they_are_one_and_each_its_own_after() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, ben) = two(engine).await;
    let ken = person(engine, "ken").await;
    for (who, key) in [(&ada, "dc:1"), (&ben, "tg:1")] {
        let of = Membership { event: world.event.id, person: who.id };
        engine.memberships().act(of, NOON, Action::Join).await.unwrap();
        world.check_in(of, key, NOON).await.unwrap();
        let what = (world.event.id, "", key);
        let pair = (ken.id, who.id);
        engine.people().cheer(pair, what, first_of_march(), NOON).await.unwrap().unwrap();
    }
    link(engine, &ada, &ben, day(1)).await;
    for (table, n) in [("account", 2), ("check_in", 2), ("greeting", 2), ("membership", 1)] {
        assert_eq!(rows(engine, ada.id, table).await, n, "{table}");
        assert_eq!(rows(engine, ben.id, table).await, 0, "{table}");
    }
    let ben = part(engine, &ada, Platform::Telegram, day(2)).await;
    for table in ["account", "check_in", "greeting", "membership"] {
        for who in [ada.id, ben.id] {
            assert_eq!(rows(engine, who, table).await, 1, "{table}");
        }
    }
    assert_eq!(rows(engine, ada.id, "brought").await, 0);
}

#[tokio::test]
async fn two_who_typed_the_codes_of_each_other_and_say_yes_at_once_become_one() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, ben) = two(engine).await;
    for (maker, made_on, typist, typed_on) in [
        (&ada, Platform::Discord, &ben, Platform::Telegram),
        (&ben, Platform::Telegram, &ada, Platform::Discord),
    ] {
        let code = engine.people().link_code(maker.id, made_on, NOON).await.unwrap();
        let account = account_on(engine, typist, typed_on).await;
        let asked = engine.people().ask_link(&code, typist.id, &account, NOON).await.unwrap();
        assert!(asked.is_some_and(|asked| asked.hindrance.is_none()));
    }
    let (one, other) = tokio::join!(
        engine.people().confirm_link(ada.id, ben.id, NOON),
        engine.people().confirm_link(ben.id, ada.id, NOON),
    );
    let stays: Vec<Person> = [one.unwrap(), other.unwrap()].into_iter().flatten().collect();
    let [stays] = &stays[..] else { panic!("{stays:?}") };
    assert_eq!(engine.people().accounts(stays.id).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_code_that_two_made_together_is_nobodys_once_they_are_apart() {
    let world = World::new().await;
    let engine = &world.engine;
    let (ada, ben) = two(engine).await;
    link(engine, &ada, &ben, NOON).await;
    let code = engine.people().link_code(ada.id, Platform::Telegram, NOON).await.unwrap();
    part(engine, &ada, Platform::Telegram, NOON).await;
    let eve = person_on(engine, Platform::Telegram, "eve").await;
    assert!(engine.people().preview_link(&code, eve.id, NOON).await.unwrap().is_none());
}

/// What two have who are kept out, have cheered for ken and changed their clock four times: done by one of them.
async fn limited(world: &World, who: &Person, ken: &Person, key: &str) {
    let engine = &world.engine;
    let of = Membership { event: world.event.id, person: who.id };
    engine.memberships().remove(of, true, world.event.owner, NOON).await.unwrap();
    let what = (world.event.id, "", key);
    let pair = (who.id, ken.id);
    engine.people().cheer(pair, what, first_of_march(), NOON).await.unwrap().unwrap();
    for (n, zone) in (0..).zip(["Asia/Tokyo", "Asia/Dubai", "Asia/Tokyo", "Asia/Dubai"]) {
        let wanted = Setting::midnight(zone.parse().unwrap());
        engine.people().choose_clock(who.id, wanted, NOON.plus_s(n)).await.unwrap();
    }
    let rules = (*world.event.rules).clone();
    let new = NewEvent::of(Key(format!("{key}:event")), "Mine", who.id, rules);
    let event = engine.events().create(new, NOON).await.unwrap();
    // An event that nobody else is in goes with whoever made it.
    let of = Membership { event: event.id, person: ken.id };
    engine.memberships().act(of, NOON, Action::Join).await.unwrap();
}

/// Whether all of that still counts.
async fn is_limited(world: &World, who: &Person, ken: &Person) -> [bool; 4] {
    let (engine, people) = (&world.engine, world.engine.people());
    let entry = engine.memberships().entry(&world.event, who.id, NOON).await.unwrap();
    let what = (world.event.id, "", "again");
    let cheered = people.cheer((who.id, ken.id), what, first_of_march(), NOON).await.unwrap();
    let moved = people
        .choose_clock(who.id, Setting::midnight("Asia/Kolkata".parse().unwrap()), NOON.plus_s(60))
        .await;
    let made = engine.events().count_owned(who.id).await.unwrap();
    let is_refused = matches!(moved, Err(Error::Refused(Refusal::TzLimit)));
    [entry == Entry::Banned, cheered.is_none(), is_refused, made == 1]
}

#[tokio::test]
async fn what_limits_one_side_outlives_every_order_of_linking_parting_and_erasing() {
    for order in ["erase link", "link erase", "link part", "link part erase", "part erase link"] {
        let world = World::new().await;
        let (engine, people) = (&world.engine, world.engine.people());
        let (mut ada, mut ben) = two(engine).await;
        let ken = person(engine, "ken").await;
        limited(&world, &ben, &ken, "tg:1").await;
        if order == "part erase link" {
            link(engine, &ada, &ben, NOON.plus_s(10)).await;
        }
        let mut is_one = order == "part erase link";
        for step in order.split(' ') {
            let at = NOON.plus_s(20);
            match step {
                "link" => {
                    link(engine, &ada, &ben, at).await;
                    is_one = true;
                }
                "part" => {
                    ben = part(engine, &ada, Platform::Telegram, at).await;
                    is_one = false;
                }
                _ => {
                    people.erase(if is_one { ada.id } else { ben.id }, at).await.unwrap();
                    ben = person_on(engine, Platform::Telegram, "ben").await;
                    if is_one {
                        ada = person(engine, "ada").await;
                    }
                    is_one = false;
                }
            }
        }
        let who = if is_one { &ada } else { &ben };
        assert_eq!(is_limited(&world, who, &ken).await, [true; 4], "{order}");
    }
}
