//! Pages of rankings, of all time and of weeks and months.

use super::*;

#[tokio::test]
async fn paging_visits_everyone_once_in_the_order_of_the_facts() {
    // Sorted when somebody asks, and counted from the hundredth member on.
    for more_than in [1000, 100] {
        page_through(&World::counting(more_than).await).await;
    }
}

async fn page_through(world: &World) {
    let members = world.crowd().await;
    // At noon of the 9th, whoever ran on the 8th is alive; a day later, nobody is.
    for now in [day(9), day(10).plus_s(DAY_S / 2)] {
        for by in By::ALL {
            let expected = world.brute_force(&members, by, now).await;
            assert_eq!(expected.len(), members.len());
            for most in [7, 100] {
                let rows = world.pages(Question::top(by, most), now).await;
                assert_eq!(told(&rows), expected, "by {by:?}, {most} a page");
            }
        }
    }
}

#[tokio::test]
async fn neighbours_and_ones_own_row_are_those_of_the_pages() {
    for more_than in [1000, 100] {
        look_around(&World::counting(more_than).await).await;
    }
}

async fn look_around(world: &World) {
    let members = world.crowd().await;
    let now = day(9);
    for by in By::ALL {
        let rows = world.pages(Question::top(by, 100), now).await;
        for place in [0, 1, 2, 100, 123, 124, 125, 200, 248, 249] {
            let of = Membership { event: world.event, person: rows[place].person };
            let around = world
                .engine
                .leaderboards()
                .neighbours(of.event, &near(by, of, 3), now)
                .await
                .unwrap();
            let expected = &rows[place.saturating_sub(3)..(place + 4).min(rows.len())];
            assert_eq!(told(&around), told(expected), "by {by:?} around {place}");
            let question = Question::top(by, 1).asked_by(of.person);
            let board =
                world.engine.leaderboards().page(world.event, &question, now).await.unwrap();
            assert_eq!(board.own.map(|own| told(&[own])), Some(told(&rows[place..=place])));
            assert_eq!(board.members, members.len() as u64);
        }
    }
}

#[tokio::test]
async fn weeks_and_months_count_their_own_days() {
    let world = World::new().await;
    let members = world.members(4).await;
    // 1 March 2026 is a Sunday, so that weeks turn on the 2nd, the 9th, the 30th.
    let runs =
        [(0, vec![1, 2, 3, 7, 8], 5), (1, vec![1, 8, 9], 9), (2, vec![8, 9], 20), (3, vec![3], 2)];
    for (n, days, km) in runs {
        for on in days {
            world.run(members[n], on, km).await.unwrap();
        }
    }
    let row = |rank: u64, name: &str, value: i64| (rank, name.to_owned(), value);
    let week = world.window(By::Total, Window::Week, day(9)).await;
    assert_eq!(week, [row(1, "p1", 2), row(1, "p2", 2), row(3, "p0", 1)]);
    let week = world.window(By::Points, Window::Week, day(9)).await;
    assert_eq!(week, [row(1, "p2", 40_000), row(2, "p1", 18_000), row(3, "p0", 5000)]);
    let month = world.window(By::Total, Window::Month, day(9)).await;
    assert_eq!(month, [row(1, "p0", 5), row(2, "p1", 3), row(3, "p2", 2)]);
    let month = world.window(By::Points, Window::Month, day(9)).await;
    let points = [row(1, "p2", 40_000), row(2, "p1", 27_000), row(3, "p0", 25_000)];
    assert_eq!(month[..3], points);
    assert_eq!(month[3..], [row(4, "p3", 2000)]);
    assert_eq!(world.window(By::Total, Window::Week, day(16)).await, []);
    assert_eq!(world.window(By::Points, Window::Month, day(31)).await, []);
}

#[tokio::test]
async fn a_week_that_is_over_keeps_its_places() {
    let world = World::new().await;
    let members = world.members(3).await;
    for (n, on) in [(0, 1), (0, 2), (1, 2), (2, 8)] {
        world.run(members[n], on, 5).await.unwrap();
    }
    let start = world.engine.events().get(world.event).await.unwrap().unwrap().rules.start;
    let near = near(By::Total, members[1], 10);
    let question = Question { window: Window::Week, on: Some(start.plus(4)), ..near };
    let board = world.engine.leaderboards().page(world.event, &question, day(20)).await.unwrap();
    let places: Vec<(u64, &str, i64)> =
        board.rows.iter().map(|row| (row.rank, row.name.as_str(), row.value)).collect();
    assert_eq!(places, [(1, "p0", 2), (2, "p1", 1)]);
    assert_eq!(board.own.map(|own| (own.rank, own.value)), Some((2, 1)));
}

#[tokio::test]
async fn whoever_leaves_later_stays_in_the_week_and_in_the_result() {
    for more_than in [1000, 2] {
        leave_later(&World::counting(more_than).await).await;
    }
}

async fn leave_later(world: &World) {
    let event = world.engine.events().get(world.event).await.unwrap().unwrap();
    let start = event.rules.start;
    // From Sunday the 1st to Sunday the 8th.
    let rules = Rules { end: Some(start.plus(7)), ..(*event.rules).clone() };
    let ends = Event { rules: Arc::new(rules), ..event.clone() };
    let event = world.engine.events().edit(&event, &ends, NOON).await.unwrap();
    let members = world.members(4).await;
    for (of, days) in members.iter().zip([7, 5, 4, 3]) {
        for on in 1..=days {
            world.run(*of, on, 5).await.unwrap();
        }
    }
    let memberships = world.engine.memberships();
    // One leaves before the last day is over, one after it, and one is kept out.
    memberships.act(members[1], day(7).plus_s(60), Action::Leave).await.unwrap();
    memberships.act(members[0], day(8), Action::Leave).await.unwrap();
    memberships.remove(members[2], true, members[3].person, day(8)).await.unwrap();
    let leaderboards = world.engine.leaderboards();
    let week =
        Question { window: Window::Week, on: Some(start.plus(4)), ..Question::top(By::Total, 10) };
    for question in [week, Question::top(By::Longest, 10).at_close()] {
        let question = question.asked_by(members[0].person);
        let board = leaderboards.page(world.event, &question, day(8)).await.unwrap();
        let places: Vec<(u64, &str, i64)> =
            board.rows.iter().map(|row| (row.rank, row.name.as_str(), row.value)).collect();
        assert_eq!(places, [(1, "p0", 7), (2, "p3", 3)]);
        assert_eq!(board.own.map(|own| (own.rank, own.value)), Some((1, 7)));
        let near = leaderboards.neighbours(world.event, &question, day(8)).await.unwrap();
        assert_eq!(near.len(), 2);
    }
    let recap = leaderboards.recap(&event, start.plus(1), 5, day(8)).await.unwrap();
    assert_eq!((recap.rows.len(), recap.check_ins, recap.perfect), (2, 10, Some(1)));
    let now =
        leaderboards.page(world.event, &Question::top(By::Longest, 10), day(8)).await.unwrap();
    assert_eq!(now.rows.len(), 1, "R60: of whoever is in it");
    world.engine.people().hide(members[0].person, true, day(8)).await.unwrap();
    let board = leaderboards.page(world.event, &week, day(8)).await.unwrap();
    assert_eq!(board.rows.len(), 1, "whoever hides is named nowhere");
}

#[tokio::test]
async fn around_oneself_a_week_stands_in_the_order_of_its_pages() {
    let world = World::new().await;
    let members = world.members(3).await;
    // All have one day in the week of the 9th, and the second one the longest streak before it.
    for (n, on) in [(1, 1), (1, 2), (1, 3), (0, 8), (1, 8), (2, 8)] {
        world.run(members[n], on, 5).await.unwrap();
    }
    let week = Question { window: Window::Week, ..near(By::Total, members[1], 1) };
    let around = world.engine.leaderboards().neighbours(world.event, &week, day(8)).await.unwrap();
    let names: Vec<&str> = around.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["p0", "p1", "p2"]);
}

#[tokio::test]
async fn an_undo_takes_a_day_out_of_its_week_and_its_month() {
    let world = World::new().await;
    let of = world.members(1).await[0];
    for on in 1..=3 {
        world.run(of, on, 5).await.unwrap();
    }
    let undo = Action::Undo {
        target: engine::rules::Target::Newest,
        by: Key("undo".to_owned()),
        role: engine::rules::Role::Member,
    };
    world.engine.memberships().act(of, day(3), undo).await.unwrap();
    for window in [Window::Week, Window::Month] {
        let total = world.window(By::Total, window, day(3)).await;
        assert_eq!(total, [(1, "p0".to_owned(), 2)]);
        let points = world.window(By::Points, window, day(3)).await;
        assert_eq!(points, [(1, "p0".to_owned(), 10_000)]);
    }
}

#[tokio::test]
async fn whoever_hides_is_neither_shown_nor_counted() {
    let world = World::new().await;
    let members = world.members(4).await;
    for (n, of) in members.iter().enumerate() {
        for on in 1..=4 - n as i64 {
            world.run(*of, on, 5).await.unwrap();
        }
    }
    let (now, hidden) = (day(4), members[1]);
    world.engine.people().hide(hidden.person, true, now).await.unwrap();
    for window in Window::ALL {
        for by in By::ALL {
            let question = Question { window, ..Question::top(by, 10) };
            let question = question.asked_by(hidden.person);
            let board =
                world.engine.leaderboards().page(world.event, &question, now).await.unwrap();
            assert!(board.rows.iter().all(|row| row.person != hidden.person));
            assert_eq!((board.members, board.own), (3, None));
        }
    }
    assert_eq!(
        world
            .engine
            .leaderboards()
            .neighbours(hidden.event, &near(By::Total, hidden, 5), now)
            .await
            .unwrap(),
        []
    );
    let rows = world.pages(Question::top(By::Total, 10), now).await;
    let ranks: Vec<(u64, i64)> = rows.iter().map(|row| (row.rank, row.value)).collect();
    assert_eq!(ranks, [(1, 4), (2, 2), (3, 1)]);
    // Whoever is hidden lives on, and is counted again once they show themselves.
    world.run(hidden, 4, 5).await.unwrap();
    assert_eq!(world.engine.memberships().rebuild(true, now).await.unwrap().differences, vec![]);
    world.engine.people().hide(hidden.person, false, now).await.unwrap();
    let rows = world.pages(Question::top(By::Total, 10), now).await;
    let ranks: Vec<(u64, i64)> = rows.iter().map(|row| (row.rank, row.value)).collect();
    assert_eq!(ranks, [(1, 4), (1, 4), (3, 2), (4, 1)]);
}

#[tokio::test]
async fn whoever_looks_again_learns_where_he_stood() {
    let world = World::new().await;
    let of = world.members(1).await[0];
    let look = async |by, rank| world.engine.leaderboards().look(of, by, rank, NOON).await.unwrap();
    assert_eq!(look(By::Total, 5).await, None);
    assert_eq!(look(By::Total, 3).await, Some(5));
    assert_eq!(look(By::Current, 1).await, None, "each metric is remembered by itself");
    assert_eq!(look(By::Total, 3).await, Some(3));
}

#[test]
fn the_days_of_these_tests_are_those_of_march() {
    let utc = Setting::midnight("UTC".parse().unwrap());
    let first: Day = utc.day_of(NOON);
    assert_eq!((first.to_string(), first.weekday()), ("2026-03-01".to_owned(), 7));
}
