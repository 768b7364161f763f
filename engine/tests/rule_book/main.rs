//! The rule book on a real database: every written scenario through the write path, and what the cached numbers
//! and the rankings make of the facts.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

#[path = "../plain_sql/mod.rs"]
mod plain_sql;

mod boards;
mod groups;
mod pages;
mod rebuild;

use engine::rules::goal::{Aggregate, Compare, Metric};
use engine::rules::ranking::ranks;
use engine::rules::scenario::Scenario;
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Day, Days, Goal, Instant, Key, Refusal, Role, Rules,
    Setting, Target,
};
use engine::{
    Account, Board, BoardRow, By, Engine, Error, Event, EventId, Membership, NewEvent, Platform,
    Question, Refolded, View, Window,
};
use futures_util::future::join_all;
use plain_sql::PlainSql;
use serde_json::Value;
use std::sync::Arc;

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
        let views = self.engine.memberships().views_since(of, Day::EARLIEST, now).await.unwrap();
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
