//! Reminders that have come among many that have not.

use crate::Args;
use crate::measure::{Figures, Lasting, Line, ROUNDS, Series, micros};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use engine::rules::{ClockRule, Instant, Setting, Zone};
use std::time;

/// What the great table is held against.
const FEW: i64 = 100_000;
const THOUSAND: i64 = 1_000;
const PEAK_MAX: i64 = 50_000;

/// Members of an event whose reminders come at one minute of each day.
#[derive(Clone, Copy)]
struct Crew {
    hour: i64,
    members: Members,
}

impl Crew {
    fn due_at(&self, day: i32) -> Instant {
        Instant(i64::from(day) * 86_400 + self.hour * 3600)
    }
}

pub async fn run(args: &Args, great: &Scene, small: &Scene) -> anyhow::Result<()> {
    let count = args.participants.unwrap_or(10_000_000);
    let great = Table::seed(great, count).await?;
    let small = Table::seed(small, FEW).await?;
    let (mut warming, mut measured): ([Series; 5], [Series; 5]) = Default::default();
    for day in TODAY..=TODAY + ROUNDS as i32 {
        let series = if day == TODAY { &mut warming } else { &mut measured };
        let [probe, minute, peak, thousand, small_thousand] = series;
        great.probe(probe, day).await?;
        great.drain(minute, great.minute, day).await?;
        great.drain(thousand, great.thousand, day).await?;
        small.drain(small_thousand, small.thousand, day).await?;
        great.drain(peak, great.peak, day).await?;
    }
    let line = |name: &str| Line::new(format!("due/{name}"), great.scene.database);
    let [probe, minute, peak, thousand, small_thousand] = measured.each_ref().map(Series::figures);
    let per_s = |figures: Figures, rows: i64| rows as f64 * figures.per_s;
    line("nothing").figures(count, 1, probe).print()?;
    let rows = great.minute.members.count;
    line("minute").figures(count, 1, minute).with("rows", rows).print()?;
    line("1000").figures(count, 1, thousand).with("rows", THOUSAND).print()?;
    line("1000").figures(FEW, 1, small_thousand).with("rows", THOUSAND).print()?;
    let rows = great.peak.members.count;
    let rate = per_s(peak, rows);
    line("peak").figures(count, 1, peak).with("rows", rows).with("rows_per_s", rate).print()?;
    line("nothing-time").at_most("ms", probe.p50_us / 1e3, 1.0).print()?;
    line("minute-time").at_most("seconds", minute.p50_us / 1e6, 1.0).print()?;
    line("drain").at_least("rows_per_s", rate, 30_000.0).print()?;
    line("growth").at_most("ratio", thousand.p50_us / small_thousand.p50_us, 1.5).print()
}

/// A database with so many reminders.
struct Table<'a> {
    scene: &'a Scene,
    minute: Crew,
    thousand: Crew,
    peak: Crew,
}

impl<'a> Table<'a> {
    async fn seed(scene: &'a Scene, count: i64) -> anyhow::Result<Table<'a>> {
        eprintln!("due: seeding {count} reminders");
        let utc = ClockRule::Fixed(Setting::midnight(Zone::UTC));
        seed::events(&scene.sql, 1, 1, &seed::daily(utc)).await?;
        let destination = seed::channel(&scene.engine, 1, 1).await?;
        let mut first_person = 1;
        let mut crew = |hour, count| {
            let members =
                Members { first_event: 1, events: 1, first_person, count, days: "3", days_max: 3 };
            first_person += count;
            Crew { hour, members }
        };
        let minute = crew(6, (count / 1440).max(1));
        let thousand = crew(8, THOUSAND);
        let peak = crew(18, (count / 20).clamp(1, PEAK_MAX));
        for crew in [minute, thousand, peak] {
            let (members, at) = (crew.members, crew.due_at(TODAY).0);
            seed::members(&scene.sql, members).await?;
            let first = members.first_person;
            let rows = format!(
                "insert into reminder (event_id, person_id, slot, at_min, destination_id, next_at, next_day)
                 select event_id, person_id, 0, {}, {destination}, {at}, {TODAY} from membership
                 where event_id = 1 and person_id >= {first} and person_id < {}",
                crew.hour * 60,
                first + members.count
            );
            scene.sql.run(&rows, &[]).await?;
            // The reminders follow the people's own clocks.
            scene.sql.run("update person set zone = 'UTC'", &[]).await?;
            seed::awaken(&scene.engine, &members.all()).await?;
        }
        seed::reminders(&scene.sql, 2, first_person, count, destination).await?;
        scene.sql.settle().await?;
        Ok(Table { scene, minute, thousand, peak })
    }

    /// Looks each second although nothing has come.
    async fn probe(&self, series: &mut Series, day: i32) -> anyhow::Result<()> {
        let now = Instant(i64::from(day) * 86_400 + 3600);
        self.tick_all(now).await?;
        let probe = async |second: u64| {
            let done = self.scene.engine.schedule().tick(now.plus_s(1 + second as i64)).await?;
            anyhow::ensure!(done == 0, "{done} are due at night");
            Ok(())
        };
        series.measure(&self.scene.sql, Lasting::Times(200), probe).await
    }

    /// Does all that has come, and checks that each of the crew was told once.
    async fn drain(&self, series: &mut Series, crew: Crew, day: i32) -> anyhow::Result<()> {
        let now = crew.due_at(day);
        let told = "select count(*) from outbox";
        self.tick_all(now.plus_s(-60)).await?;
        let before = self.scene.sql.number(told).await?;
        let drain = async |_| self.tick_all(now).await;
        series.measure(&self.scene.sql, Lasting::Times(1), drain).await?;
        let told = self.scene.sql.number(told).await? - before;
        anyhow::ensure!(told == crew.members.count, "{told} of {} told", crew.members.count);
        Ok(())
    }

    async fn tick_all(&self, now: Instant) -> anyhow::Result<()> {
        let mut last = time::Instant::now();
        while self.scene.engine.schedule().tick(now).await? > 0 {
            anyhow::ensure!(micros(last.elapsed()) < 60e6, "a tick takes a minute");
            last = time::Instant::now();
        }
        Ok(())
    }
}
