//! Check-ins, streaks, milestones and reminders over a database.

use super::*;

#[tokio::test]
async fn a_week_of_check_ins_is_a_streak_of_seven_and_a_milestone_told_once() {
    let world = World::new().await;
    let of = world.member("ada").await;
    let mut told = vec![];
    for n in 0..7 {
        let current = world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
        assert_eq!(current, n as u32 + 1);
        told.push(world.sent(day(n)).await.len());
    }
    told.push(world.sent(day(7)).await.len());
    assert_eq!(told, [0, 0, 0, 1, 0, 0, 0, 1], "days 3 and 7, and not in the same moment");
}

#[tokio::test]
async fn an_undone_milestone_is_not_announced() {
    let world = World::new().await;
    let of = world.member("ada").await;
    for n in 0..3 {
        world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
    }
    let by = Key("u".to_owned());
    let action = Action::Undo { target: Target::Newest, by, role: Role::Member };
    for _ in 0..2 {
        let undone = world.engine.memberships().act(of, day(2), action.clone()).await.unwrap();
        assert_eq!(undone.standing.current, 2, "a repeat of the request takes nothing else back");
    }
    let sent = world.sent(day(3)).await;
    assert_eq!(world.milestones(of.event, &sent).await, []);
}

#[tokio::test]
async fn what_is_done_and_undone_at_once_is_announced_as_it_stands() {
    let world = World::new().await;
    let mut members = vec![];
    for name in ["ada", "ben", "cem"] {
        let of = world.member(name).await;
        for n in 0..2 {
            world.check_in(of, &format!("{name}{n}"), day(n)).await.unwrap();
        }
        members.push(of);
    }
    let [ada, ben, cem] = members[..] else { panic!("three members") };
    let undo = |of: Membership, name: &str| {
        let by = Key(format!("{name} undoes"));
        let action = Action::Undo { target: Target::Newest, by, role: Role::Member };
        let engine = world.engine.clone();
        async move {
            engine.memberships().act(of, day(2), action).await.map(|undone| undone.standing.current)
        }
    };
    let enter = |of: Membership, key: &'static str| world.check_in(of, key, day(2));
    let answers = tokio::join!(
        enter(ada, "ada2"),
        enter(ben, "ben2"),
        undo(ada, "ada"),
        undo(ben, "ben"),
        enter(ada, "ada again"),
        enter(cem, "cem2"),
    );
    let (a, b, c, d, e, f) = answers;
    assert_eq!([a, b, c, d, e, f].map(Result::unwrap), [3, 3, 2, 2, 3, 3]);
    let sent = world.sent(day(3)).await;
    assert_eq!(sent.len(), 1, "what happens in a moment is one message");
    let mut told = world.milestones(ada.event, &sent).await;
    told.sort();
    assert_eq!(told, [(ada.person, 3), (cem.person, 3)]);
}

#[tokio::test]
async fn a_milestone_reached_again_is_told_where_it_was_not_told_yet() {
    let world = World::new().await;
    let group = NewDestination { platform: Platform::Telegram, ..world.channel.clone() };
    let group = world.engine.communities().destination(&group, NOON).await.unwrap();
    world.engine.events().announce(world.event.id, group).await.unwrap();
    let of = world.member("ada").await;
    for n in 0..3 {
        world.check_in(of, &format!("k{n}"), day(n)).await.unwrap();
    }
    let stop = CancellationToken::new();
    let ledger = Ledger { stop: Some(stop.clone()), ..Ledger::of(Platform::Telegram) };
    world.engine.deliveries().run(&ledger, || day(2).plus_s(700), stop).await;
    assert_eq!(ledger.given.lock().unwrap().len(), 1);
    let by = Key("u".to_owned());
    let undo = Action::Undo { target: Target::Newest, by, role: Role::Member };
    world.engine.memberships().act(of, day(2).plus_s(710), undo).await.unwrap();
    world.check_in(of, "again", day(2).plus_s(720)).await.unwrap();
    let [discord, telegram] = world.sent_on_both(day(2).plus_s(800)).await;
    assert_eq!(world.milestones(of.event, &discord).await, [(of.person, 3)]);
    assert_eq!(telegram, []);
}

#[tokio::test]
async fn the_first_milestone_of_a_moment_waits_a_little_and_the_next_some_hours() {
    let world = World::new().await;
    let (ada, ben, cem) =
        (world.member("ada").await, world.member("ben").await, world.member("cem").await);
    for of in [ada, ben, cem] {
        for n in 0..2 {
            world.check_in(of, &format!("{}-{n}", of.person), day(n)).await.unwrap();
        }
    }
    world.check_in(ada, "ada", day(2)).await.unwrap();
    world.check_in(ben, "ben", day(2).plus_s(500)).await.unwrap();
    world.check_in(cem, "cem", day(2).plus_s(3600)).await.unwrap();
    let mut told = vec![];
    for minutes in [9, 11, 70, 11 * 60, 13 * 60] {
        let sent = world.sent(day(2).plus_s(minutes * 60)).await;
        let reached = world.milestones(ada.event, &sent).await;
        told.push(reached.len());
    }
    assert_eq!(told, [0, 2, 0, 0, 1]);
}

#[tokio::test]
async fn a_great_milestone_is_told_alone_and_at_once() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    for n in 0..100 {
        world.check_in(ada, &format!("{n}"), day(n)).await.unwrap();
        world.sent(day(n).plus_s(20)).await;
    }
    let great = Topic::Milestone { event: ada.event, person: ada.person, length: 100 };
    assert_eq!(world.sent(day(99).plus_s(40)).await, [great]);
}

#[tokio::test]
async fn the_same_request_is_counted_once() {
    let world = World::new().await;
    let of = world.member("ada").await;
    let answers = join_all((0..20).map(|_| world.check_in(of, "same", NOON))).await;
    assert!(answers.iter().all(|answer| matches!(answer, Ok(1))));
    let view = world.engine.memberships().view(of, NOON).await.unwrap().unwrap();
    assert_eq!(view.history.entries.len(), 1);
}

#[tokio::test]
async fn a_stranger_is_refused_and_nothing_is_stored() {
    let world = World::new().await;
    let stranger = person(&world.engine, "mallory").await;
    let of = Membership { event: world.event.id, person: stranger.id };
    let refused = world.check_in(of, "k", NOON).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(Refusal::NotMember)));
    assert!(world.engine.memberships().view(of, NOON).await.unwrap().is_none());
}

#[tokio::test]
async fn many_people_at_once_stand_on_one_board() {
    let world = World::new().await;
    let mut members = vec![];
    for n in 0..20 {
        members.push(world.member(&format!("p{n}")).await);
    }
    let work = members
        .iter()
        .enumerate()
        .flat_map(|(n, of)| (0..n).map(move |m| (*of, format!("{n}-{m}"), day(m as i64))));
    let acts: Vec<_> = work.collect();
    for acts in acts.chunks(50) {
        for done in join_all(acts.iter().map(|(of, key, now)| world.check_in(*of, key, *now))).await
        {
            done.unwrap();
        }
    }
    let board = world
        .engine
        .leaderboards()
        .page(world.event.id, &Question::top(By::Total, 5).asked_by(members[3].person), day(0))
        .await;
    let board = board.unwrap();
    assert_eq!(board.rows.iter().map(|row| row.total).collect::<Vec<_>>(), [19, 18, 17, 16, 15]);
    assert_eq!(board.own.map(|row| (row.rank, row.total)), Some((17, 3)));
    assert_eq!(board.members, 20);
}

#[tokio::test]
async fn a_missed_day_ends_the_run_at_the_end_of_the_local_day_without_any_job() {
    let world = World::new().await;
    let of = world.member("ada").await;
    world.check_in(of, "k", NOON).await.unwrap();
    // Checked in on 1 March; a freeze saves the 2nd; the 3rd ends at 23:00 UTC, which is midnight in Berlin.
    let end = Instant(NOON.0 + 2 * DAY_S + 11 * 3600);
    let current = async |now| {
        let board = world
            .engine
            .leaderboards()
            .page(world.event.id, &Question::top(By::Current, 5), now)
            .await
            .unwrap();
        board.rows[0].current
    };
    assert_eq!((current(end.plus_s(-1)).await, current(end).await), (1, 0));
    assert!(world.engine.schedule().tick(end).await.unwrap() > 0);
    assert_eq!(
        world.engine.schedule().tick(end).await.unwrap(),
        0,
        "an ended run is written down once"
    );
    assert_eq!(current(end).await, 0);
}

#[tokio::test]
async fn a_reminder_comes_at_the_local_time_only_to_whoever_is_not_in() {
    let world = World::new().await;
    let (ada, ken) = (world.member("ada").await, world.member("ken").await);
    let at = world.engine.communities().destination(&world.channel, NOON).await.unwrap();
    let eight = TimeOfDay::from_minutes(20 * 60).unwrap();
    for of in [ada, ken] {
        let new_york = Setting::midnight("America/New_York".parse().unwrap());
        world.engine.people().move_clock(of.person, new_york, NOON).await.unwrap();
        let next = world.engine.reminders().add(of, eight, at, NOON).await.unwrap();
        // 20:00 in New York is 01:00 UTC, which is the next day in Berlin.
        assert_eq!(next, Some(NOON.plus_s(13 * 3600)));
    }
    let one = NOON.plus_s(13 * 3600);
    world.check_in(ken, "k", one.plus_s(-60)).await.unwrap();
    world.engine.schedule().tick(one).await.unwrap();
    let reminded = Topic::Reminder { event: ada.event, person: ada.person };
    assert_eq!(world.sent(one).await, [reminded]);
    world.engine.schedule().tick(one.plus_s(60)).await.unwrap();
    assert_eq!(world.sent(one.plus_s(60)).await, []);
}

#[tokio::test]
async fn whoever_travels_is_reminded_once_of_a_day_whatever_else_is_told_with_it() {
    let world = World::new().await;
    let engine = &world.engine;
    let ada = world.member("ada").await;
    let (key, rules) = (Key("second".to_owned()), (*world.event.rules).clone());
    let second = NewEvent::of(key, "Run", world.event.owner, rules);
    let second = engine.events().create(second, NOON).await.unwrap();
    let run = Membership { event: second.id, person: ada.person };
    engine.memberships().act(run, NOON, Action::Join).await.unwrap();
    let at = engine.communities().destination(&world.channel, NOON).await.unwrap();
    let eight = TimeOfDay::from_minutes(20 * 60).unwrap();
    let travel = async |zone: &str, now| {
        let zone = Setting::midnight(zone.parse().unwrap());
        engine.people().move_clock(ada.person, zone, now).await.unwrap();
    };
    let told = async |now| {
        engine.schedule().tick(now).await.unwrap();
        let mut told = world.sent(now).await;
        told.retain(|topic| matches!(topic, Topic::Reminder { .. } | Topic::Reminders { .. }));
        told
    };
    let reminder = |of: Membership| Topic::Reminder { event: of.event, person: of.person };

    // 20:00 in Auckland is 8:00 in Berlin, whose day it is.
    travel("Pacific/Auckland", NOON).await;
    engine.reminders().add(ada, eight, at, NOON).await.unwrap();
    let morning = NOON.plus_s(19 * 3600);
    assert_eq!(told(morning).await, [reminder(ada)]);
    travel("UTC", morning).await;
    engine.reminders().add(run, eight, at, morning).await.unwrap();
    let evening = NOON.plus_s(32 * 3600);
    assert_eq!(told(evening).await, [reminder(run)]);

    let both = told(evening.plus_s(DAY_S)).await;
    assert!(matches!(both[..], [Topic::Reminders { .. }]), "{both:?}");
    travel("Atlantic/Azores", evening.plus_s(DAY_S)).await;
    assert_eq!(told(evening.plus_s(DAY_S + 3600)).await, []);
    // Put anew at the same time, it is still the same reminder.
    engine.reminders().add(run, eight, at, evening.plus_s(DAY_S + 60)).await.unwrap();
    assert_eq!(told(evening.plus_s(DAY_S + 3600)).await, []);
}
