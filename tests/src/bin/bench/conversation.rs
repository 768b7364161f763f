//! Commands on Discord's wire: the bots in one process, the sandbox in another, fifty commands a second by fifty
//! people. What is measured is how long Discord waits for the first answer.

use crate::Args;
use crate::measure::{Line, Meter, Series};
use crate::scene::Sql;
use anyhow::Context;
use std::time::Duration;
use tests::{Chat, Streaks};
use tokio::process::Command;

const PEOPLE: usize = 50;
const PER_S: u64 = 50;
const LENGTH: Duration = Duration::from_secs(10);
const ROUNDS: usize = 3;
/// The slowest of a hundred answers, in microseconds.
const BAR_US: f64 = 20_000.0;
const COMMANDS: [&str; 8] = [
    "/checkin event:Read",
    "/streak",
    "/leaderboard event:Read",
    "/events",
    "/badges",
    "/settings",
    "/freeze event:Read",
    "/help",
];

pub async fn run(args: &Args) -> anyhow::Result<()> {
    let program = std::env::current_exe()?.with_file_name("streaks");
    anyhow::ensure!(program.exists(), "build the program beside this one first");
    let folder = tests::folder("conversation");
    let launch = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(&folder).env_clear().kill_on_drop(true);
        command.env("STREAKS_WEB_LISTEN", "127.0.0.1:0").env("STREAKS_LOG_FILTER", "warn");
        tests::lift_limits(&mut command);
        command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::piped());
        command
    };
    let sandbox = launch(&["sandbox", "--listen", "127.0.0.1:0"]);
    let sandbox = Streaks::launch(sandbox, "Sandbox:").await?;
    let mut bots = launch(&[]);
    for line in &sandbox.banner {
        let settings = line.split_whitespace().filter_map(|word| word.split_once('='));
        bots.envs(settings.filter(|(name, _)| name.starts_with("STREAKS_")));
    }
    let database = args.database.clone().unwrap_or_else(|| "sqlite:data.db".to_owned());
    bots.env("STREAKS_DATABASE_URL", &database);
    let bots = Streaks::launch(bots, "Leaderboards:").await?;
    let chat = sandbox.chat();
    while chat
        .get("commands?platform=discord&person=ada")
        .await?
        .as_array()
        .is_none_or(Vec::is_empty)
    {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    let mut people = vec![];
    for n in 0..PEOPLE {
        let person = chat.person(&format!("P{n}"), "en-US", "Europe/Berlin").await?;
        chat.say("discord", &person, "/join event:Read").await?;
        people.push(person);
    }
    let mut series = Series::default();
    for round in 0..ROUNDS {
        series.add(talk(&chat, &people, round).await?);
    }
    bots.terminate().await?;
    let figures = series.figures();
    let kind = if args.database.is_some() { "postgres" } else { "sqlite" };
    let line = Line::new("conversation", kind).figures(PEOPLE as i64, PEOPLE, figures);
    line.at_most("p99_us", figures.p99_us, BAR_US).print()
}

async fn talk(
    chat: &Chat,
    people: &[String],
    round: usize,
) -> anyhow::Result<crate::measure::Round> {
    chat.get("answers").await?;
    let meter = Meter::start(&Sql::Nothing).await?;
    let mut asked = vec![];
    let mut pace = tokio::time::interval(Duration::from_millis(1000 / PER_S));
    for n in 0..LENGTH.as_secs() * PER_S {
        pace.tick().await;
        let (chat, n) = (chat.clone(), n as usize + round);
        let (person, line) = (people[n % PEOPLE].clone(), COMMANDS[(n / 7) % COMMANDS.len()]);
        asked.push(tokio::spawn(async move { chat.say("discord", &person, line).await }));
    }
    for said in asked {
        said.await??;
    }
    let answered = chat.get("answers").await?;
    let answered = answered["answered_us"].as_array().context("how long answers took")?;
    let latencies = answered.iter().filter_map(|took| Some(took.as_u64()? as f64)).collect();
    meter.stop(&Sql::Nothing, latencies, 0).await
}
