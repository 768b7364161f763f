//! Scenarios on a database, and numbers that are worked out again.

use super::*;

#[tokio::test]
async fn the_scenarios_hold_on_a_database_and_leave_numbers_that_follow_from_the_facts() {
    let engine = Engine::open(&engine::testing::url().await.unwrap()).await.unwrap();
    let files = [
        include_str!("../../rules/tests/golden/golden.jsonl"),
        include_str!("../../rules/tests/golden/scenarios.jsonl"),
    ];
    let scenarios: Vec<&str> = files.iter().flat_map(|file| file.lines()).collect();
    let read = |line: &&str| serde_json::from_str(line).unwrap();
    let stories: Vec<Scenario> = scenarios.iter().map(read).collect();
    // All at the same time, so that acts of many stories share a transaction.
    let replays = stories
        .iter()
        .enumerate()
        .map(|(number, story)| engine::testing::replay(&engine, story, number));
    let mut wrong = vec![];
    for (line, outcome) in scenarios.iter().zip(join_all(replays).await) {
        let written: Value = serde_json::from_str(line).unwrap();
        let outcome = serde_json::to_value(outcome.unwrap()).unwrap();
        compare("", &written["expect"], &outcome, &format!("{}", written["name"]), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    // Later than the end of every scenario.
    let found = engine.memberships().rebuild(true, day(365)).await.unwrap();
    assert!(found.memberships >= scenarios.len() as u64 - 3, "{}", found.memberships);
    assert_eq!(found.differences, vec![]);
}

fn compare(path: &str, expected: &Value, found: &Value, name: &str, wrong: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for (key, value) in a {
                compare(&format!("{path}/{key}"), value, &b[key], name, wrong);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (n, value) in a.iter().enumerate() {
                compare(&format!("{path}/{n}"), value, &b[n], name, wrong);
            }
        }
        (Value::Number(a), Value::Number(b)) if path.ends_with("/strength_ppm") => {
            let difference = a.as_i64().unwrap() - b.as_i64().unwrap();
            if difference.abs() > 1 {
                wrong.push(format!("{name} {path}: {a} expected, {b} found"));
            }
        }
        (a, b) => {
            if a != b {
                wrong.push(format!("{name} {path}: {a} expected, {b} found"));
            }
        }
    }
}

#[tokio::test]
async fn a_refold_says_what_differs_and_mends_it() {
    let world = World::new().await;
    let members = world.members(8).await;
    for of in &members {
        for on in 1..=12 {
            world.run(*of, on, 5).await.unwrap();
        }
    }
    let boards = async || {
        let mut boards = vec![];
        for window in Window::ALL {
            for by in By::ALL {
                let question = Question { window, ..Question::top(by, 10) };
                let question = question.asked_by(members[5].person);
                boards.push(
                    world
                        .engine
                        .leaderboards()
                        .page(world.event, &question, day(12))
                        .await
                        .unwrap(),
                );
            }
        }
        boards
    };
    let (before, now) = (boards().await, day(12));
    let sql = PlainSql::open(&world.url).await;
    let damages = [
        "current = current + 3",
        "longest = 99",
        "total = total - 1",
        "consistency = 17",
        "points_milli = points_milli * 2",
        "alive_until = alive_until + 86400",
        "ranked = false",
        "joined_at = joined_at + 1, seniority = seniority - 1",
    ];
    for (of, damage) in members.iter().zip(damages) {
        let person = of.person.0;
        let statement = format!("update membership set {damage} where person_id = {person}");
        assert_eq!(change(&sql, &statement).await, 1);
    }
    assert!(change(&sql, "update rank_count set n = n + 1 where metric = 2").await > 0);
    let tallies = "update window_tally set met = met + 1, points_milli = 7";
    assert!(change(&sql, tallies).await > 0);

    let found = world.engine.memberships().rebuild(true, now).await.unwrap();
    assert_eq!(
        world.engine.memberships().rebuild(true, now).await.unwrap(),
        found,
        "a check mends nothing"
    );
    let what = |of: Membership| {
        let own = found.differences.iter().filter(move |found| found.of == Some(of));
        // Weeks and months are damaged for all.
        let what = own.map(|found| found.what.as_str());
        what.filter(|what| !what.starts_with("the ")).collect::<Vec<_>>()
    };
    let named: Vec<Vec<&str>> = members.iter().map(|of| what(*of)).collect();
    let told = [
        vec!["current"],
        vec!["longest"],
        vec!["total"],
        vec!["consistency"],
        vec!["points"],
        vec!["alive_until"],
        vec!["ranked"],
        vec!["joined_at"],
    ];
    assert_eq!(named, told);
    let counts = found.differences.iter().filter(|found| found.of.is_none()).count();
    assert!(counts > 0, "the counts behind the rankings are compared too");

    let of_members = |found: Refolded| {
        let own = found.differences.into_iter().filter(|found| found.of.is_some());
        own.collect::<Vec<_>>()
    };
    let mended = world.engine.memberships().rebuild(false, now).await.unwrap();
    assert_eq!(of_members(mended), of_members(found));
    assert_eq!(world.engine.memberships().rebuild(true, now).await.unwrap().differences, vec![]);
    assert_eq!(boards().await, before);
}

#[tokio::test]
async fn a_lost_settled_past_is_worked_out_again() {
    let world = World::new().await;
    let members = world.members(3).await;
    for on in 1..=30 {
        for (n, of) in members.iter().enumerate() {
            if on % (n as i64 + 2) != 0 {
                world.run(*of, on, 5).await.unwrap();
            }
        }
    }
    let sql = PlainSql::open(&world.url).await;
    let settled = "select count(*) from membership where settled is not null";
    assert_eq!(sql.numbers(settled).await, [3]);
    let forget = "update membership set settled = null";
    assert_eq!(change(&sql, forget).await, 3);
    assert_eq!(
        world.engine.memberships().rebuild(true, day(30)).await.unwrap().differences,
        vec![]
    );
    assert_eq!(sql.numbers(settled).await, [0], "a check writes nothing");
    world.engine.memberships().rebuild(false, day(30)).await.unwrap();
    assert_eq!(sql.numbers(settled).await, [3]);
    assert_eq!(
        world.engine.memberships().rebuild(true, day(30)).await.unwrap().differences,
        vec![]
    );
}

#[tokio::test]
async fn a_damaged_week_is_found() {
    let world = World::new().await;
    let of = world.members(1).await[0];
    world.run(of, 1, 5).await.unwrap();
    let sql = PlainSql::open(&world.url).await;
    assert_eq!(change(&sql, "update window_tally set met = 5").await, 2);
    assert!(world.engine.memberships().rebuild(true, day(1)).await.unwrap().differing > 0);
}

#[tokio::test]
async fn weeks_that_an_older_version_counted_otherwise_are_counted_anew() {
    let world = World::new().await;
    let event = world.engine.events().get(world.event).await.unwrap().unwrap();
    let rules = Rules { cadence: Cadence::Monthly { times: 2 }, ..(*event.rules).clone() };
    let monthly = Event { rules: Arc::new(rules), ..event.clone() };
    world.engine.events().edit(&event, &monthly, NOON).await.unwrap();
    let members = world.members(2).await;
    for on in [3, 12] {
        world.run(members[0], on, 5).await.unwrap();
    }
    let met_in_week_of = async |on: i64| world.window(By::Total, Window::Week, day(on)).await.len();
    let weeks = async || (met_in_week_of(3).await, met_in_week_of(12).await);
    assert_eq!(weeks().await, (0, 1), "a month counts in the week in which it was met");
    let sql = PlainSql::open(&world.url).await;
    let earlier =
        "update window_tally set first_day = first_day - 14 where span = 'week' and met = 1";
    assert_eq!(change(&sql, earlier).await, 1);
    let found = world.engine.memberships().rebuild(true, day(12)).await.unwrap();
    assert!(found.differing > 0, "a week too many and a week too few are found");
    world.engine.schedule().forget_old(day(12)).await.unwrap();
    assert_eq!(weeks().await, (0, 0), "nothing says that there is something to count anew");
    let todo = "insert into cursor_position (name, value, at) values ('recount', 0, 0)";
    assert_eq!(change(&sql, todo).await, 1);
    world.engine.schedule().forget_old(day(12)).await.unwrap();
    assert_eq!(weeks().await, (0, 1));
    let found = world.engine.memberships().rebuild(true, day(12)).await.unwrap();
    assert_eq!(found.differences, vec![]);
    let mark = sql.numbers("select value from cursor_position where name = 'recount'").await;
    assert!(mark.is_empty(), "{mark:?}");
}

#[tokio::test]
async fn a_run_ends_on_the_board_after_a_year_of_pauses_too() {
    let world = World::new().await;
    let of = world.members(1).await[0];
    world.run(of, 1, 5).await.unwrap();
    let first = world.engine.events().get(world.event).await.unwrap().unwrap().rules.start.plus(2);
    for n in 0..7 {
        let days = Days { first: first.plus(60 * n), last: first.plus(60 * n + 59) };
        world.engine.memberships().act(of, day(1), Action::Pause(days)).await.unwrap();
    }
    for (on, current) in [(421, 1), (423, 0)] {
        let view = world.engine.memberships().view(of, day(on)).await.unwrap().unwrap();
        assert_eq!(view.life.standing.current, current);
        let rows = world.pages(Question::top(By::Current, 5), day(on)).await;
        assert_eq!(rows[0].current, current, "on day {on}");
    }
}

#[tokio::test]
async fn who_repairs_too_late_hears_so_however_late() {
    let world = World::new().await;
    let of = world.members(1).await[0];
    for on in [1, 2] {
        world.run(of, on, 5).await.unwrap();
    }
    let missed = world.engine.events().get(world.event).await.unwrap().unwrap().rules.start.plus(3);
    let repair = Action::Repair { day: missed, role: engine::rules::Role::Member };
    for on in [8, 40] {
        world.engine.memberships().act(of, day(on), Action::Refresh).await.unwrap();
        let refused =
            world.engine.memberships().act(of, day(on), repair.clone()).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(Refusal::WindowClosed)), "on day {on}: {refused}");
    }
}

#[tokio::test]
async fn an_amnesty_heals_what_it_excuses_also_in_the_settled_past() {
    let world = World::new().await;
    let members = world.members(2).await;
    for on in (1..=40).filter(|on| ![5, 6, 39].contains(on)) {
        world.run(members[0], on, 5).await.unwrap();
    }
    let first = world.engine.events().get(world.event).await.unwrap().unwrap().rules.start;
    let excuse = async |from: i32, to: i32| {
        let days = Days { first: first.plus(from), last: first.plus(to) };
        world.engine.events().amnesty(world.event, days, members[1].person, day(40)).await
    };
    let runs = async || {
        let view = world.engine.memberships().view(members[0], day(40)).await.unwrap().unwrap();
        (view.life.standing.current, view.life.standing.longest, view.life.standing.total)
    };
    assert_eq!(runs().await, (1, 32, 37));
    excuse(39, 39).await.unwrap();
    assert_eq!(runs().await, (33, 33, 37));
    excuse(5, 6).await.unwrap();
    assert_eq!(runs().await, (37, 37, 37));
    let board = world
        .engine
        .leaderboards()
        .page(world.event, &Question::top(By::Current, 5), day(40))
        .await;
    assert_eq!(board.unwrap().rows[0].value, 37);
    assert_eq!(
        world.engine.memberships().rebuild(true, day(40)).await.unwrap().differences,
        vec![]
    );
    let too_long = excuse(0, 31).await.unwrap_err();
    assert!(matches!(too_long, Error::Refused(Refusal::TooLong)));
}

#[tokio::test]
async fn what_shows_four_weeks_reads_no_more_than_twice_as_much() {
    let world = World::new().await;
    let of = world.members(1).await[0];
    for on in 1..=200 {
        world.run(of, on, 5).await.unwrap();
    }
    let first = day(200).days_ago(28);
    let memberships = world.engine.memberships();
    let lately = memberships.view_since(of, first, day(200)).await.unwrap().unwrap();
    let whole = memberships.view_since(of, Day::EARLIEST, day(200)).await.unwrap().unwrap();
    assert_eq!(lately.life.standing, whole.life.standing);
    let read = lately.history.entries.len();
    assert!(read < 64 && whole.history.entries.len() == 200, "{read} check-ins were read");
    let since = |view: &View| {
        view.life.periods.iter().copied().filter(|(day, _)| *day >= first).collect::<Vec<_>>()
    };
    assert_eq!(since(&lately), since(&whole));
    // An amnesty unsettles all of it, and the next check-in keeps it anew.
    let event = world.engine.events().get(world.event).await.unwrap().unwrap();
    let days = Days { first: event.rules.start, last: event.rules.start };
    world.engine.events().amnesty(world.event, days, of.person, day(200)).await.unwrap();
    world.run(of, 201, 5).await.unwrap();
    let first = day(201).days_ago(28);
    let lately = memberships.view_since(of, first, day(201)).await.unwrap().unwrap();
    assert!(lately.history.entries.len() < 64);
}
