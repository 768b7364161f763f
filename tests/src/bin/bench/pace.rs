//! Check-ins at a steady pace, however many still wait: each is measured from the moment at which it is due, so that
//! whatever holds one up is counted for all behind it.

use crate::Args;
use crate::check_in::{Door, Request};
use crate::measure::{Line, Meter, ROUNDS, Series, micros};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use engine::rules::ClockRule;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::sleep_until;

const PER_S: u32 = 200;

pub async fn run(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    const EVENTS: i64 = 100;
    const MEMBERS: i64 = 20_000;
    eprintln!("check-in/pace: seeding {MEMBERS} members");
    let members = Members {
        first_event: 1,
        events: EVENTS,
        first_person: 1,
        count: MEMBERS,
        days: "i * 37 % 100",
        days_max: 100,
    };
    seed::events(&scene.sql, 1, EVENTS, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, members).await?;
    seed::channel(&scene.engine, 1, EVENTS).await?;
    let members = members.all();
    seed::awaken(&scene.engine, &members).await?;
    scene.sql.settle().await?;
    let door = Door::Engine(scene.engine.clone());
    let (mut series, mut worst_us, mut sent) = (Series::default(), 0.0_f64, 0_usize);
    for _ in 0..ROUNDS {
        let meter = Meter::start(&scene.sql).await?;
        let (begun, mut on_the_way) = (Instant::now(), JoinSet::new());
        for n in 0..(args.seconds * f64::from(PER_S)) as u32 {
            let due = begun + Duration::from_secs(1) * n / PER_S;
            sleep_until(due.into()).await;
            let day = TODAY + (sent / members.len()) as i32;
            let request = Request { of: members[sent % members.len()], day };
            sent += 1;
            let door = door.clone();
            on_the_way
                .spawn(async move { door.check_in(&request).await.map(|_| micros(due.elapsed())) });
        }
        let latencies_us: Vec<f64> =
            on_the_way.join_all().await.into_iter().collect::<anyhow::Result<_>>()?;
        worst_us = latencies_us.iter().copied().fold(worst_us, f64::max);
        series.add(meter.stop(&scene.sql, latencies_us, 0).await?);
    }
    let figures = series.figures();
    let line = |name: &str| Line::new(name, scene.database);
    line("check-in/pace")
        .figures(MEMBERS, 1, figures)
        .with("worst_ms", worst_us / 1000.0)
        .print()?;
    line("check-in/pace/p99").at_most("ms", figures.p99_us / 1000.0, 50.0).print()
}
