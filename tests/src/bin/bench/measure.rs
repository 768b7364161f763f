//! What a round costs: time, processor, memory; and the lines that say so.

use crate::scene::Sql;
use anyhow::Context;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Rounds of each way that is measured; what is printed are medians of them.
pub const ROUNDS: usize = 5;

/// The rounds of one way of doing something.
#[derive(Default)]
pub struct Series {
    rounds: Vec<Round>,
}

pub struct Round {
    pub operations: u64,
    pub errors: u64,
    pub took: Duration,
    pub latencies_us: Vec<f64>,
    pub cpu_s: f64,
    pub peak_rss_mib: f64,
}

/// How long a round lasts.
#[derive(Debug, Clone, Copy)]
pub enum Lasting {
    /// At least one operation, and as many as fit.
    For(Duration),
    Times(u64),
}

/// Medians over the rounds of a series; of the memory, the greatest.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Figures {
    pub per_s: f64,
    pub p50_us: f64,
    pub p99_us: f64,
    pub cpu_us_per_op: f64,
    pub peak_rss_mib: f64,
    pub errors: u64,
}

impl Series {
    pub fn add(&mut self, round: Round) {
        self.rounds.push(round);
    }

    /// Runs a round of one operation after the other; each is told its number.
    pub async fn measure(
        &mut self,
        sql: &Sql,
        lasting: Lasting,
        mut operation: impl AsyncFnMut(u64) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let before: u64 = self.rounds.iter().map(|round| round.operations).sum();
        let meter = Meter::start(sql).await?;
        let mut latencies_us = vec![];
        loop {
            let done = latencies_us.len() as u64;
            let is_over = match lasting {
                Lasting::For(length) => done > 0 && meter.began.elapsed() >= length,
                Lasting::Times(times) => done >= times,
            };
            if is_over {
                break;
            }
            let began = Instant::now();
            operation(before + done).await?;
            latencies_us.push(micros(began.elapsed()));
        }
        self.add(meter.stop(sql, latencies_us, 0).await?);
        Ok(())
    }

    /// One round in place of these many short ones.
    pub fn join(&mut self, short: Series) {
        let whole = short.rounds.into_iter().reduce(|mut whole, next| {
            whole.operations += next.operations;
            whole.errors += next.errors;
            whole.took += next.took;
            whole.latencies_us.extend(next.latencies_us);
            whole.cpu_s += next.cpu_s;
            whole.peak_rss_mib = whole.peak_rss_mib.max(next.peak_rss_mib);
            whole
        });
        self.rounds.extend(whole);
    }

    pub fn figures(&self) -> Figures {
        let of = |field: fn(&Round) -> f64| median(self.rounds.iter().map(field).collect());
        Figures {
            per_s: of(|round| round.operations as f64 / round.took.as_secs_f64()),
            p50_us: of(|round| percentile(&round.latencies_us, 0.5)),
            p99_us: of(|round| percentile(&round.latencies_us, 0.99)),
            cpu_us_per_op: of(|round| round.cpu_s * 1e6 / round.operations.max(1) as f64),
            peak_rss_mib: self.rounds.iter().map(|round| round.peak_rss_mib).fold(0.0, f64::max),
            errors: self.rounds.iter().map(|round| round.errors).sum(),
        }
    }
}

/// Measures a round from its start on.
pub struct Meter {
    began: Instant,
    cpu: Cpu,
}

impl Meter {
    pub async fn start(sql: &Sql) -> anyhow::Result<Meter> {
        // 5 makes the kernel forget the peak so far. Where it may not be written, the peak is that of the whole run.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        Ok(Meter { cpu: Cpu::now(sql).await?, began: Instant::now() })
    }

    pub fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    pub async fn stop(
        self,
        sql: &Sql,
        latencies_us: Vec<f64>,
        errors: u64,
    ) -> anyhow::Result<Round> {
        let took = self.began.elapsed();
        let cpu_s = Cpu::now(sql).await?.since(&self.cpu);
        let operations = latencies_us.len() as u64;
        Ok(Round { operations, errors, took, latencies_us, cpu_s, peak_rss_mib: peak_rss_mib() })
    }
}

/// Seconds that each thread of this process ran, and each process of the database server that works for us.
/// The scheduler counts nanoseconds, where the times of a process are in hundredths of a second.
struct Cpu {
    of: BTreeMap<i32, f64>,
}

impl Cpu {
    async fn now(sql: &Sql) -> anyhow::Result<Cpu> {
        let mut ids = sql.server_processes().await?;
        let threads = std::fs::read_dir("/proc/self/task").context("no list of threads")?;
        let names = threads.flatten().filter_map(|thread| thread.file_name().into_string().ok());
        ids.extend(names.filter_map(|name| name.parse::<i32>().ok()));
        Ok(Cpu { of: ids.into_iter().filter_map(|id| Some((id, ran_s(id)?))).collect() })
    }

    fn since(&self, before: &Cpu) -> f64 {
        self.of.iter().map(|(id, now)| now - before.of.get(id).unwrap_or(&0.0)).sum()
    }
}

/// How long a thread or a process of one thread ran; none where it is not on this machine.
fn ran_s(id: i32) -> Option<f64> {
    let text = std::fs::read_to_string(format!("/proc/{id}/schedstat")).ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

fn peak_rss_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

pub fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

pub fn median(values: Vec<f64>) -> f64 {
    percentile(&values, 0.5)
}

fn percentile(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let place = (values.len().saturating_sub(1)) as f64 * share;
    values.get(place.round() as usize).copied().unwrap_or(0.0)
}

/// One line of the output.
#[derive(Serialize)]
pub struct Line {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'static str>,
    database: &'static str,
    #[serde(flatten)]
    fields: Map<String, Value>,
}

impl Line {
    pub fn new(name: impl Into<String>, database: &'static str) -> Line {
        Line { name: name.into(), variant: None, database, fields: Map::new() }
    }

    pub fn variant(self, variant: &'static str) -> Line {
        Line { variant: Some(variant), ..self }
    }

    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Line {
        self.fields.insert(field.to_owned(), value.into());
        self
    }

    /// `n` is the size of what was worked on.
    pub fn figures(self, n: i64, clients: usize, figures: Figures) -> Line {
        self.with("n", n)
            .with("clients", clients)
            .with("per_s", tenths(figures.per_s))
            .with("p50_us", tenths(figures.p50_us))
            .with("p99_us", tenths(figures.p99_us))
            .with("cpu_us_per_op", tenths(figures.cpu_us_per_op))
            .with("peak_rss_mib", tenths(figures.peak_rss_mib))
            .with("errors", figures.errors)
    }

    /// A number that has to reach `bar`.
    pub fn at_least(self, field: &str, value: f64, bar: f64) -> Line {
        let holds = value >= bar;
        self.with(field, hundredths(value)).with("at_least", bar).with("holds", holds)
    }

    /// A number that may not exceed `bar`.
    pub fn at_most(self, field: &str, value: f64, bar: f64) -> Line {
        let holds = value <= bar;
        self.with(field, hundredths(value)).with("at_most", bar).with("holds", holds)
    }

    pub fn print(self) -> anyhow::Result<()> {
        println!("{}", serde_json::to_string(&self)?);
        Ok(())
    }
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
