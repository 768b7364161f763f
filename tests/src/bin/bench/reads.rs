//! What everybody sees of an event of a thousand members: the board of its day after one more check-in, and what its page
//! shows, of a young event and after three years.

use crate::check_in::{Door, Request};
use crate::measure::{Lasting, Line, ROUNDS, Series};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use anyhow::ensure;
use engine::rules::{ClockRule, Day};
use engine::{By, Engine, EventId, Membership, Question};

const MEMBERS: i64 = 1_000;
const EACH: Lasting = Lasting::Times(20);
/// Names on a board.
const NAMES: usize = 12;
/// Rows of a page, and how many of them show twelve weeks; the others show what is not settled.
const ROWS: u32 = 50;
const ACTIVITIES: usize = 3;
const WEEKS_DAYS: i32 = 84;

fn members(event: i64, days: &'static str, days_max: i64) -> Members {
    let first_person = 1 + (event - 1) * MEMBERS;
    Members { first_event: event, events: 1, first_person, count: MEMBERS, days, days_max }
}

pub async fn run(scene: &Scene) -> anyhow::Result<()> {
    eprintln!("reads: seeding {MEMBERS} members with three years");
    let groups = [members(1, "10", 10), members(2, "1095", 1_095)];
    seed::events(&scene.sql, 1, 2, &seed::daily(ClockRule::Personal)).await?;
    for group in groups {
        seed::members(&scene.sql, group).await?;
    }
    scene.engine.memberships().rebuild(false, seed::noon(TODAY - 1)).await?;
    scene.sql.settle().await?;
    let (mut boards, mut pages) = <([Series; 2], [Series; 2])>::default();
    for _ in 0..=ROUNDS {
        for (n, group) in groups.into_iter().enumerate() {
            let (event, all) = (EventId(group.first_event), group.all());
            let door = Door::Engine(scene.engine.clone());
            let redraw = async |n: u64| {
                let of = all[n as usize % all.len()];
                door.check_in(&Request { of, day: TODAY }).await?;
                draw(&scene.engine, event, n as usize + 1).await
            };
            boards[n].measure(&scene.sql, EACH, redraw).await?;
            pages[n].measure(&scene.sql, EACH, async |_| show(&scene.engine, event).await).await?;
        }
    }
    for (name, series, cpu_ms) in [("board", boards, 10.0), ("page", pages, 30.0)] {
        let [young, old] = series.map(|series| series.figures());
        let line = |end: &str| Line::new(format!("{name}{end}"), scene.database);
        line("/young").figures(MEMBERS, 1, young).print()?;
        line("/old").figures(MEMBERS, 1, old).print()?;
        line("/cpu").at_most("ms", old.cpu_us_per_op / 1000.0, cpu_ms).print()?;
        line("/ratio").at_most("ratio", old.cpu_us_per_op / young.cpu_us_per_op, 1.3).print()?;
    }
    Ok(())
}

async fn draw(engine: &Engine, event: EventId, expected: usize) -> anyhow::Result<()> {
    let (done, _) = engine.leaderboards().day(event, Day(TODAY), NAMES, seed::noon(TODAY)).await?;
    ensure!(done.count == expected as u64, "{} are in, and not {expected}", done.count);
    Ok(())
}

/// What the page of an event reads.
async fn show(engine: &Engine, event: EventId) -> anyhow::Result<()> {
    let now = seed::noon(TODAY);
    let question = Question::top(By::Current, ROWS);
    let board = engine.leaderboards().page(event, &question, now).await?;
    let of = board.rows.iter().map(|row| Membership { event, person: row.person });
    let of: Vec<Membership> = of.collect();
    let (in_front, others) = of.split_at(of.len().min(ACTIVITIES));
    let memberships = engine.memberships();
    let long = memberships.views_since(in_front, now.days_ago(WEEKS_DAYS), now).await?;
    let short = memberships.views(others, now).await?;
    ensure!(long.len() + short.len() == ROWS as usize, "the page is not full");
    Ok(())
}
