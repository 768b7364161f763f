//! The rule book on a real database: every written scenario through the write path, and what the cached numbers
//! and the rankings make of the facts.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod plain_sql;

use engine::rules::goal::{Aggregate, Compare, Metric};
use engine::rules::ranking::ranks;
use engine::rules::scenario::Scenario;
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Day, Days, Goal, Instant, Key, Refusal, Rules, Setting,
};
use engine::{
    Account, Board, BoardRow, By, Engine, Error, EventId, Membership, NewEvent, Platform, Question,
    Refolded, Window,
};
use futures_util::future::join_all;
use plain_sql::PlainSql;
use serde_json::Value;

const NOON: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z, a Sunday
const DAY_S: i64 = 86_400;

/// An engine over a database of its own, and an event in which amounts count and nothing is forgiven.
struct World {
    engine: Engine,
    url: String,
    event: EventId,
}

impl World {
    /// With an event whose rankings are counted once the third one joins.
    async fn new() -> World {
        World::counting(2).await
    }

    async fn counting(more_than: i64) -> World {
        let url = engine::testing::url().await.unwrap();
        let engine = Engine::open_counting(&url, more_than).await.unwrap();
        let utc = Setting::midnight("UTC".parse().unwrap());
        let rules = Rules::daily(ClockRule::Fixed(utc), Cadence::EVERY_DAY, utc.day_of(NOON));
        let rules = Rules {
            goal: Goal::Metric(Metric {
                agg: Aggregate::Sum,
                cmp: Compare::AtLeast,
                target_milli: 5000,
                unit: "km".to_owned(),
            }),
            freeze: None,
            ..rules
        };
        let new = NewEvent {
            goal: "5 km".to_owned(),
            ..NewEvent::of(
                Key("made".to_owned()),
                "Run",
                person(&engine, "owner", NOON).await,
                rules,
            )
        };
        let event = engine.events().create(new, NOON).await.unwrap().id;
        World { engine, url, event }
    }

    /// People join, one a minute.
    async fn members(&self, number: i64) -> Vec<Membership> {
        let mut members = vec![];
        for n in 0..number {
            let person = person(&self.engine, &format!("p{n}"), NOON).await;
            members.push(Membership { event: self.event, person });
        }
        let join = |(n, of): (usize, &Membership)| {
            let now = NOON.plus_s(60 * n as i64);
            self.engine.memberships().act(*of, now, Action::Join)
        };
        for joined in join_all(members.iter().enumerate().map(join)).await {
            joined.unwrap();
        }
        members
    }

    async fn run(&self, of: Membership, on: i64, km: i64) -> Result<u32, Error> {
        let key = Key(format!("{of:?} {on}"));
        let action = CheckIn { amount_milli: Some(km * 1000), ..CheckIn::now(key) };
        Ok(self
            .engine
            .memberships()
            .act(of, day(on), Action::CheckIn(action))
            .await?
            .standing
            .current)
    }

    /// 250 people, many of them equal: who never did anything, whose run has ended, and who runs on.
    async fn crowd(&self) -> Vec<Membership> {
        let members = self.members(250).await;
        for on in 1..=8 {
            let is_out = |n: &usize| (n % 8) as i64 >= on || n % 5 == 1 && on > 3;
            let out = (0..members.len()).filter(|n| !is_out(n) && n % 7 != 0);
            let km = |n: usize| if n.is_multiple_of(3) { 2 } else { 5 };
            for ran in join_all(out.map(|n| self.run(members[n], on, km(n)))).await {
                ran.unwrap();
            }
        }
        members
    }

    /// All rows of a ranking, page by page.
    async fn pages(&self, question: Question, now: Instant) -> Vec<BoardRow> {
        let (mut rows, mut after) = (vec![], None);
        loop {
            let question = Question { after, ..question };
            let Board { rows: page, next, .. } =
                self.engine.leaderboards().page(self.event, &question, now).await.unwrap();
            assert!(page.len() == question.most as usize || next.is_none());
            rows.extend(page);
            after = next;
            if after.is_none() {
                return rows;
            }
        }
    }

    /// What a ranking should be, from the facts alone: rank, person, value.
    async fn brute_force(&self, of: &[Membership], by: By, now: Instant) -> Vec<(u64, i64, i64)> {
        let views = self.engine.memberships().views(of, now).await.unwrap();
        let mut rows: Vec<_> = views
            .iter()
            .map(|(of, view)| {
                let standing = &view.life.standing;
                let value = by.value(standing);
                let joined_at = view.history.spans[0].joined_at;
                let greatest = std::cmp::Reverse((value, standing.longest, standing.total));
                ((greatest, joined_at, of.person), value)
            })
            .collect();
        rows.sort_unstable();
        let ranks = ranks(rows.iter().map(|(_, value)| *value), 0);
        let rows = ranks.into_iter().zip(rows);
        rows.map(|(rank, ((.., person), value))| (rank, person.0, value)).collect()
    }

    async fn window(&self, by: By, window: Window, now: Instant) -> Vec<(u64, String, i64)> {
        let question = Question { window, ..Question::top(by, 10) };
        let board = self.engine.leaderboards().page(self.event, &question, now).await.unwrap();
        assert_eq!(board.window, window);
        board.rows.into_iter().map(|row| (row.rank, row.name, row.value)).collect()
    }
}

async fn person(engine: &Engine, name: &str, now: Instant) -> engine::PersonId {
    let account = Account {
        platform: Platform::Discord,
        external_id: name.to_owned(),
        name: name.to_owned(),
        handle: None,
        locale: None,
    };
    engine.people().get_or_create(&account, "UTC".parse().unwrap(), now).await.unwrap().id
}

/// Runs a statement that changes rows, and gives their number.
async fn change(sql: &PlainSql, statement: &str) -> usize {
    sql.numbers(&format!("{statement} returning cast(1 as bigint)")).await.len()
}

fn day(n: i64) -> Instant {
    NOON.plus_s(n * DAY_S)
}

fn told(rows: &[BoardRow]) -> Vec<(u64, i64, i64)> {
    rows.iter().map(|row| (row.rank, row.person.0, row.value)).collect()
}

fn near(by: By, of: Membership, each: u32) -> Question {
    Question::top(by, each).asked_by(of.person)
}

#[tokio::test]
async fn the_scenarios_hold_on_a_database_and_leave_numbers_that_follow_from_the_facts() {
    let engine = Engine::open(&engine::testing::url().await.unwrap()).await.unwrap();
    let files = [
        include_str!("../rules/tests/golden/golden.jsonl"),
        include_str!("../rules/tests/golden/scenarios.jsonl"),
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
    // Whoever is hidden lives on, and is counted again once he shows himself.
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
