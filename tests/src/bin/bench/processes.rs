//! Two processes that check in members of one event. Each is this program once more.

use crate::Args;
use crate::check_in::{Caller, Door, round, wrong_counts};
use crate::measure::{Line, ROUNDS, median};
use crate::scene::{Scene, Sql};
use crate::seed::{self, Members};
use anyhow::Context;
use engine::Engine;
use engine::rules::ClockRule;
use serde::{Deserialize, Serialize};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

const MEMBERS: i64 = 20_000;
const PROCESSES: i64 = 2;

/// The members that a process is given.
#[derive(Debug, clap::Args)]
pub struct Share {
    #[arg(long, hide = true, default_value_t = 0)]
    first: usize,
    #[arg(long, hide = true, default_value_t = 0)]
    count: usize,
}

/// What a process did in a round.
#[derive(Debug, Serialize, Deserialize)]
struct Done {
    per_s: f64,
    stored: u64,
    errors: u64,
}

fn members() -> Members {
    Members {
        first_event: 1,
        events: 1,
        first_person: 1,
        count: MEMBERS,
        days: "i * 37 % 30",
        days_max: 30,
    }
}

pub async fn run(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    anyhow::ensure!(
        matches!(scene.sql, Sql::Postgres(_)),
        "two processes share a PostgreSQL: name it by --database"
    );
    eprintln!("check-in/processes: seeding {MEMBERS} members");
    seed::events(&scene.sql, 1, 1, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, members()).await?;
    seed::awaken(&scene.engine, &members().all()).await?;
    scene.sql.settle().await?;
    let before = scene.sql.number("select count(*) from check_in").await?;

    let each = MEMBERS / PROCESSES;
    let mut first = Process::start(args, &scene.url, 0, each)?;
    let mut second = Process::start(args, &scene.url, each, each)?;
    let warm = Duration::from_millis(500);
    let mut acknowledged = first.round(warm).await?.stored + second.round(warm).await?.stored;
    let (mut alone, mut together, mut errors) = (vec![], vec![], 0);
    for _ in 0..ROUNDS {
        let one = first.round(args.round()).await?;
        alone.push(one.per_s);
        let (a, b) = tokio::try_join!(first.round(args.round()), second.round(args.round()))?;
        together.push(a.per_s + b.per_s);
        acknowledged += one.stored + a.stored + b.stored;
        errors += one.errors + a.errors + b.errors;
    }
    first.end().await?;
    second.end().await?;
    let after = scene.sql.number("select count(*) from check_in").await?;
    let (alone, together) = (median(alone), median(together));
    let line = |name: &str| Line::new(format!("check-in/{name}"), scene.database);
    let clients = args.clients;
    line("process").with("n", MEMBERS).with("clients", clients).with("per_s", alone).print()?;
    line("processes")
        .with("n", MEMBERS)
        .with("clients", clients * PROCESSES as usize)
        .with("per_s", together)
        .with("errors", errors)
        .with("lost", acknowledged as i64 - (after - before))
        .print()?;
    line("processes-ratio").at_least("ratio", together / alone, 0.8).print()?;
    let wrong = wrong_counts(&scene.sql).await?;
    line("processes-counts").at_most("wrong_counts", wrong as f64, 0.0).print()
}

/// A process that waits for word.
struct Process {
    child: Child,
    orders: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Process {
    fn start(args: &Args, url: &str, first: i64, count: i64) -> anyhow::Result<Process> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["check-in-process", "--database", url]);
        command.args(["--clients", &args.clients.to_string()]);
        command.args(["--first", &first.to_string(), "--count", &count.to_string()]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn()?;
        let orders = child.stdin.take().context("a process takes orders")?;
        let answers = child.stdout.take().context("a process answers")?;
        Ok(Process { child, orders, answers: BufReader::new(answers).lines() })
    }

    async fn round(&mut self, length: Duration) -> anyhow::Result<Done> {
        self.orders.write_all(format!("{}\n", length.as_secs_f64()).as_bytes()).await?;
        self.orders.flush().await?;
        let answer = self.answers.next_line().await?.context("a process ended early")?;
        Ok(serde_json::from_str(&answer)?)
    }

    async fn end(mut self) -> anyhow::Result<()> {
        drop(self.orders);
        let status = self.child.wait().await?;
        anyhow::ensure!(status.success(), "a process ended with {status}");
        Ok(())
    }
}

/// Does a round for each line of standard input, which says how many seconds it lasts.
pub async fn execute(args: &Args) -> anyhow::Result<()> {
    let url = args.database.as_deref().context("no database was named")?;
    let engine = Engine::open(url).await?;
    let all = members().all();
    let own = &all[args.share.first..][..args.share.count];
    let mut callers = Caller::share(own, args.clients);
    let door = Door::Engine(engine.clone());
    // Nothing else is going on while this waits.
    for seconds in std::io::stdin().lines() {
        let length = Duration::from_secs_f64(seconds?.parse()?);
        let (round, stored) = round(&door, &mut callers, length, &Sql::Nothing).await?;
        let per_s = round.operations as f64 / round.took.as_secs_f64();
        println!("{}", serde_json::to_string(&Done { per_s, stored, errors: round.errors })?);
    }
    engine.close().await;
    Ok(())
}
