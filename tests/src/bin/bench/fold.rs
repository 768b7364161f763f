//! The standing of ten years of days, worked out from all facts.

use crate::Args;
use crate::measure::{Line, Meter, ROUNDS, Series, micros};
use crate::scene::Sql;
use engine::rules::goal::{Aggregate, Compare, Metric};
use engine::rules::{
    Cadence, Clock, ClockRule, Day, Entry, Goal, History, Instant, Key, Life, Rules, Setting, Span,
    Zone,
};
use std::hint::black_box;
use std::sync::Arc;

const DAYS: i32 = 3_650;
const FIRST: Day = Day(16_800);
/// Every day of the best case, ten years of it.
const BAR_US: f64 = 200.0;

pub async fn run(args: &Args) -> anyhow::Result<()> {
    let daily = || Rules::daily(ClockRule::Personal, Cadence::EVERY_DAY, FIRST);
    let thrice = Cadence::Weekly { times: 3, week_start: 1 };
    let weekly = Rules::daily(ClockRule::Personal, thrice, FIRST);
    let pages = Metric {
        agg: Aggregate::Sum,
        cmp: Compare::AtLeast,
        target_milli: 20_000,
        unit: "pages".to_owned(),
    };
    let metric = Rules { goal: Goal::Metric(pages), ..daily() };
    let every_day = |_: i32| 1;
    let histories = [
        ("fold", history(daily(), every_day)),
        ("fold/missing-a-tenth", history(daily(), |day| i32::from(day % 10 != 9))),
        ("fold/weekly", history(weekly, |day| i32::from(day % 2 == 0))),
        ("fold/metric", history(metric, |_| 2)),
    ];
    let mut series = histories.each_ref().map(|_| Series::default());
    for _ in 0..ROUNDS {
        for ((_, (history, now)), series) in histories.iter().zip(&mut series) {
            let meter = Meter::start(&Sql::Nothing).await?;
            let mut latencies_us = vec![];
            while meter.elapsed() < args.round() / histories.len() as u32 {
                let began = std::time::Instant::now();
                black_box(Life::of(black_box(history), *now));
                latencies_us.push(micros(began.elapsed()));
            }
            series.add(meter.stop(&Sql::Nothing, latencies_us, 0).await?);
        }
    }
    for ((name, (history, _)), series) in histories.iter().zip(&series) {
        let figures = series.figures();
        let line = Line::new(*name, "none").figures(DAYS.into(), 1, figures);
        line.with("entries", history.entries.len()).print()?;
        if *name == "fold" {
            Line::new("fold/time", "none").at_most("us", figures.p50_us, BAR_US).print()?;
        }
    }
    Ok(())
}

/// A history with so many entries on each day, looked at on the evening of the last one.
fn history(rules: Rules, entries_on: impl Fn(i32) -> i32) -> (History, Instant) {
    let setting = Setting::midnight(Zone::Europe__Berlin);
    let mut history = History::blank(Arc::new(rules), Clock::fixed(setting));
    let noon = |day: Day| setting.start_of(day).plus_s(12 * 3600);
    let eve = FIRST.plus(-1);
    history.spans.push(Span { joined_at: noon(eve), joined_day: eve, left: None });
    let is_measured = matches!(history.rules.goal, Goal::Metric(_));
    for n in 0..DAYS {
        let day = FIRST.plus(n);
        for entry in 0..entries_on(n) {
            history.entries.push(Entry {
                key: Key(format!("{n}.{entry}")),
                day,
                received_at: noon(day).plus_s(entry.into()),
                sent_at: None,
                asked_day: None,
                amount_milli: is_measured.then_some(10_000),
                task: None,
                note: None,
                undone_at: None,
                undone_by: None,
            });
        }
    }
    let now = noon(FIRST.plus(DAYS - 1)).plus_s(6 * 3600);
    (history, now)
}
