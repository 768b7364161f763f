//! One's own rank and the top of the ranking, beside `rank()` over all rows; and whether they are right at any
//! instant although nobody wrote down which runs have ended.

use crate::measure::{Lasting, Line, ROUNDS, Series};
use crate::scene::{Scene, Sql};
use crate::seed::{self, TODAY};
use crate::{Args, naive};
use engine::rules::{ClockRule, Instant};
use engine::{By, Engine, EventId, Membership, PersonId, Question};
use std::collections::HashMap;

const FEW: i64 = 100;
const SAMPLES: usize = 60;
const GREAT: EventId = EventId(1);
const SMALL: EventId = EventId(2);

/// Somebody who looks, different every time.
fn somebody(event: EventId, first: i64, count: i64, n: u64) -> Membership {
    let place = n.wrapping_mul(2_654_435_761) % count as u64;
    Membership { event, person: PersonId(first + place as i64) }
}

pub async fn run(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    let count = args.participants.unwrap_or(1_000_000);
    eprintln!("ranking: seeding {count} people");
    seed::events(&scene.sql, GREAT.0, 2, &seed::daily(ClockRule::Personal)).await?;
    seed::crowd(&scene.sql, GREAT.0, 1, count).await?;
    seed::crowd(&scene.sql, SMALL.0, 1 + count, FEW).await?;
    scene.sql.settle().await?;
    speed(args, scene, count).await?;
    truth(scene, count).await
}

async fn speed(args: &Args, scene: &Scene, count: i64) -> anyhow::Result<()> {
    let (engine, sql, now) = (&scene.engine, &scene.sql, seed::noon(TODAY));
    let in_great = |n| somebody(GREAT, 1, count, n);
    let in_small = |n| somebody(SMALL, 1 + count, FEW, n);
    let part = Lasting::For(args.round() / 4);
    let mut series: [Series; 8] = Default::default();
    let [top, own, naive_top, naive_own, small_top, small_own, late_top, late_own] = &mut series;
    // A day and a half later most runs are over, and no sweep has run.
    let late = now.plus_s(36 * 3600);
    for _ in 0..ROUNDS {
        top.measure(sql, part, async |n| look_at_top(engine, in_great(n), now).await).await?;
        small_top.measure(sql, part, async |n| look_at_top(engine, in_small(n), now).await).await?;
        naive_top
            .measure(sql, part, async |n| look_naively(sql, naive::TOP, in_great(n), now).await)
            .await?;
        own.measure(sql, part, async |n| look_around(engine, in_great(n), now).await).await?;
        small_own.measure(sql, part, async |n| look_around(engine, in_small(n), now).await).await?;
        naive_own
            .measure(sql, part, async |n| look_naively(sql, naive::OWN, in_great(n), now).await)
            .await?;
        late_top.measure(sql, part, async |n| look_at_top(engine, in_great(n), late).await).await?;
        late_own.measure(sql, part, async |n| look_around(engine, in_great(n), late).await).await?;
    }
    let figures = series.each_ref().map(Series::figures);
    let named = [
        ("ranking/top", "ours", count),
        ("ranking/own", "ours", count),
        ("ranking/top", "naive rank() over all", count),
        ("ranking/own", "naive rank() over all", count),
        ("ranking/top", "ours", FEW),
        ("ranking/own", "ours", FEW),
        ("ranking/top", "ours, most runs over", count),
        ("ranking/own", "ours, most runs over", count),
    ];
    for ((name, variant, n), figures) in named.into_iter().zip(figures) {
        Line::new(name, scene.database).variant(variant).figures(n, 1, figures).print()?;
    }
    let p50 = figures.map(|figures| figures.p50_us);
    let line = |name: &str| Line::new(format!("ranking/{name}"), scene.database);
    line("top-ratio").at_least("ratio", p50[2] / p50[0], 300.0).print()?;
    line("own-ratio").at_least("ratio", p50[3] / p50[1], 300.0).print()?;
    let growth = if matches!(sql, Sql::Sqlite(_)) { 5.0 } else { 10.0 };
    line("top-growth").at_most("ratio", p50[0] / p50[4], growth).print()?;
    line("own-growth").at_most("ratio", p50[1] / p50[5], growth).print()
}

async fn look_at_top(engine: &Engine, of: Membership, now: Instant) -> anyhow::Result<()> {
    let question = Question::top(By::Current, 10).asked_by(of.person);
    let board = engine.leaderboards().page(of.event, &question, now).await?;
    anyhow::ensure!(board.rows.len() == 10 && board.own.is_some(), "a page is not full");
    Ok(())
}

async fn look_around(engine: &Engine, of: Membership, now: Instant) -> anyhow::Result<()> {
    let rows = engine
        .leaderboards()
        .neighbours(of.event, &Question::top(By::Current, 2).asked_by(of.person), now)
        .await?;
    anyhow::ensure!((3..=5).contains(&rows.len()), "neighbours are missing");
    Ok(())
}

async fn look_naively(
    sql: &Sql,
    statement: &str,
    of: Membership,
    now: Instant,
) -> anyhow::Result<()> {
    let rows = sql.rows(statement, &[of.event.0, now.0, of.person.0]).await?;
    anyhow::ensure!(!rows.is_empty(), "somebody has no rank");
    Ok(())
}

/// Holds ranks against a count of everybody, one by one, at instants on both sides of many ends.
async fn truth(scene: &Scene, count: i64) -> anyhow::Result<()> {
    let rows = "select person_id, current, alive_until from membership where event_id = $1";
    let rows = scene.sql.rows(rows, &[GREAT.0]).await?;
    let (mut looked_at, mut wrong) = (0, 0);
    for hours in [0, 1, 7, 19, 36, 60, 100] {
        let now = seed::noon(TODAY).plus_s(hours * 3600);
        let values: HashMap<i64, i64> = rows
            .iter()
            .map(|&(person, run, until)| (person, if until > now.0 { run } else { 0 }))
            .collect();
        let mut shown = vec![];
        for n in 0..SAMPLES as u64 {
            let of = somebody(GREAT, 1, count, n * 7919 + hours as u64);
            let own = scene
                .engine
                .leaderboards()
                .neighbours(of.event, &Question::top(By::Current, 2).asked_by(of.person), now)
                .await?;
            wrong += usize::from(!own.iter().any(|row| row.person == of.person));
            shown.extend(own);
        }
        let of = somebody(GREAT, 1, count, hours as u64);
        let question = Question::top(By::Current, 100).asked_by(of.person);
        let page = scene.engine.leaderboards().page(of.event, &question, now).await?;
        wrong += usize::from(page.rows.len() != 100.min(count as usize) || page.own.is_none());
        let first: Vec<i64> = page.rows.iter().map(|row| row.value).collect();
        let mut greatest: Vec<i64> = values.values().copied().collect();
        greatest.sort_unstable_by(|a, b| b.cmp(a));
        wrong += usize::from(!greatest.starts_with(&first));
        shown.extend(page.rows.into_iter().chain(page.own));
        for row in shown {
            let ahead = values.values().filter(|value| **value > row.value).count() as u64;
            let is_right = row.rank == ahead + 1 && values.get(&row.person.0) == Some(&row.value);
            looked_at += 1;
            wrong += usize::from(!is_right);
        }
    }
    Line::new("ranking/truth", scene.database)
        .with("n", count)
        .with("ranks", looked_at)
        .at_most("wrong", wrong as f64, 0.0)
        .print()
}
