//! The program as a browser and as another program meet it: pages, leaderboards and check-ins over HTTP, of a small event and of
//! a great one, at one, eight and thirty-two connections.

use crate::Args;
use crate::measure::{Figures, Line, Meter, ROUNDS, Series, micros};
use crate::scene::Scene;
use crate::seed::{self, Members};
use anyhow::{Context, bail, ensure};
use engine::rules::goal::{Aggregate, Compare, Goal, Metric};
use engine::rules::{ClockRule, Rules};
use engine::{EventId, PersonId, Scope};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tests::Streaks;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::task::JoinSet;

const CONNECTIONS: [usize; 3] = [1, 8, 32];
const SMALL: i64 = 100;
const GREAT: i64 = 1_000_000;
/// Of the event whose leaderboard and check-ins have to be so fast.
const MEMBERS: i64 = 10_000;
const TOKENS: i64 = 2_000;
/// What was measured on two cores of a fair program in another language: several times that is promised.
const ANSWERS_PER_S: f64 = 4_000.0;
const CHECK_INS_PER_S: f64 = 6_000.0;
const P99_MS: f64 = 30.0;
const RSS_MIB: f64 = 60.0;
const NOWHERE: &str = "http://127.0.0.1:9";

/// Makes the text of the next request.
type Next = Arc<dyn Fn(usize) -> String + Send + Sync>;

/// `page`: the page of an event, and its leaderboard as JSON.
pub async fn pages(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    let great = args.participants.unwrap_or(GREAT);
    eprintln!("page: seeding {SMALL}, {great} and {MEMBERS} members");
    seed::events(&scene.sql, 1, 3, &seed::daily(ClockRule::Personal)).await?;
    let mut first = 1;
    for (event, count) in [(1, SMALL), (2, great), (3, MEMBERS)] {
        seed::crowd(&scene.sql, event, first, count).await?;
        first += count;
    }
    bring_to_today(scene).await?;
    scene.sql.settle().await?;
    let streaks = start(scene).await?;
    let get = |path: &str| -> Next {
        let text = format!("GET {path} HTTP/1.1\r\nhost: bench\r\n\r\n");
        Arc::new(move |_| text.clone())
    };
    let page = |event: i64| get(&format!("/e/event-{event}"));
    let board = |event: i64| get(&format!("/api/v1/events/event-{event}/leaderboard"));
    for connections in CONNECTIONS {
        let ways = [page(1), page(2), board(1), board(2), board(3)];
        let figures = in_turn(args, scene, &streaks, connections, &ways).await?;
        let line = |name: &str| Line::new(name, scene.database);
        for (name, n, figures) in [
            ("page", SMALL, figures[0]),
            ("page", great, figures[1]),
            ("leaderboard", SMALL, figures[2]),
            ("leaderboard", great, figures[3]),
            ("leaderboard", MEMBERS, figures[4]),
        ] {
            line(name).figures(n, connections, figures).print()?;
        }
        let growth = |small: usize| figures[small + 1].p50_us / figures[small].p50_us;
        line("page/growth").at_most("ratio", growth(0), 2.0).print()?;
        line("leaderboard/growth").at_most("ratio", growth(2), 2.0).print()?;
        if connections == 32 {
            line("leaderboard/rate").at_least("per_s", figures[4].per_s, ANSWERS_PER_S).print()?;
            line("leaderboard/p99").at_most("ms", figures[4].p99_us / 1000.0, P99_MS).print()?;
        }
    }
    let rss = streaks.rss_kib()? / 1024.0;
    Line::new("page/memory", scene.database).at_most("mib", rss, RSS_MIB).print()?;
    streaks.kill().await
}

/// `api-check-in`: check-ins by tokens, each durable before it is answered.
pub async fn check_ins(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    eprintln!("api-check-in: seeding {MEMBERS} members and {TOKENS} tokens");
    // Of an amount, a member may have many a day.
    let metric = Metric {
        agg: Aggregate::Sum,
        cmp: Compare::AtLeast,
        target_milli: 1_000_000_000,
        unit: "pages".to_owned(),
    };
    let rules = Rules { goal: Goal::Metric(metric), ..seed::daily(ClockRule::Personal) };
    seed::events(&scene.sql, 1, 1, &rules).await?;
    let members = Members {
        first_event: 1,
        events: 1,
        first_person: 1,
        count: MEMBERS,
        days: "10",
        days_max: 10,
    };
    seed::members(&scene.sql, members).await?;
    scene.engine.memberships().rebuild(false, seed::noon(seed::TODAY - 1)).await?;
    let mut secrets = vec![];
    for person in 1..=TOKENS {
        let token = scene.engine.people().make_token(
            PersonId(person),
            "bench",
            (Scope::CheckIn, Some(EventId(1))),
            seed::noon(seed::TODAY),
        );
        secrets.push(token.await?.context("a token is made")?.1);
    }
    scene.sql.settle().await?;
    let streaks = start(scene).await?;
    let next: Next = Arc::new(move |n| {
        let secret = &secrets[n % secrets.len()];
        let body = "{\"amount\":1}";
        format!(
            "POST /api/v1/events/event-1/check-ins HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {secret}\r\n\
             idempotency-key: bench-{n}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
    });
    for connections in CONNECTIONS {
        let figures =
            in_turn(args, scene, &streaks, connections, std::slice::from_ref(&next)).await?;
        let line = |name: &str| Line::new(name, scene.database);
        line("api-check-in").figures(MEMBERS, connections, figures[0]).print()?;
        if connections == 32 {
            let (rate, p99_ms) = (figures[0].per_s, figures[0].p99_us / 1000.0);
            line("api-check-in/rate").at_least("per_s", rate, CHECK_INS_PER_S).print()?;
            line("api-check-in/p99").at_most("ms", p99_ms, P99_MS).print()?;
        }
    }
    let rss = streaks.rss_kib()? / 1024.0;
    Line::new("api-check-in/memory", scene.database).at_most("mib", rss, RSS_MIB).print()?;
    streaks.kill().await
}

/// The program goes by the clock of the machine: the runs of the crowd, which stand around a day of long ago, are moved
/// there.
async fn bring_to_today(scene: &Scene) -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the program beside this one reads it, too")]
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let by_s = i64::try_from(now.as_secs() / 86_400)? * 86_400 - i64::from(seed::TODAY) * 86_400;
    for statement in [
        "update membership set alive_until = alive_until + $1 where alive_until > 0",
        "update membership set next_close = next_close + $1 where next_close > 0",
        "update rank_count set alive_until = alive_until + $1 where metric = 0",
    ] {
        scene.sql.run(statement, &[by_s]).await?;
    }
    Ok(())
}

/// The program beside this one, on the same database, which is its own from now on.
async fn start(scene: &Scene) -> anyhow::Result<Streaks> {
    scene.engine.close().await;
    let program = std::env::current_exe()?.with_file_name("streaks");
    ensure!(program.exists(), "build the program beside this one first");
    let mut command = Command::new(&program);
    command.current_dir(tests::folder("http")).env_clear().kill_on_drop(true);
    command.env("STREAKS_WEB_LISTEN", "127.0.0.1:0").env("STREAKS_LOG_FILTER", "off");
    command.env("STREAKS_DATABASE_URL", &scene.url);
    for bot in ["DISCORD", "TELEGRAM"] {
        command.env(format!("STREAKS_{bot}_TOKEN"), "1:nobody");
        command.env(format!("STREAKS_{bot}_API_BASE"), NOWHERE);
    }
    command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::piped());
    Streaks::launch(command, "Leaderboards:").await
}

/// Medians of rounds that take turns.
async fn in_turn(
    args: &Args,
    scene: &Scene,
    streaks: &Streaks,
    connections: usize,
    ways: &[Next],
) -> anyhow::Result<Vec<Figures>> {
    let address = streaks.base.trim_start_matches("http://").to_owned();
    let mut series: Vec<Series> = ways.iter().map(|_| Series::default()).collect();
    let number = Arc::new(AtomicUsize::new(0));
    // The first round is not counted.
    for round in 0..=ROUNDS {
        for (series, next) in series.iter_mut().zip(ways) {
            let meter = Meter::start(&scene.sql).await?;
            let until = Instant::now() + args.round();
            let mut callers = JoinSet::new();
            for _ in 0..connections {
                callers.spawn(call(address.clone(), next.clone(), number.clone(), until));
            }
            let mut took = vec![];
            while let Some(call) = callers.join_next().await {
                took.extend(call??);
            }
            let measured = meter.stop(&scene.sql, took, 0).await?;
            if round > 0 {
                series.add(measured);
            }
        }
    }
    Ok(series.into_iter().map(|series| series.figures()).collect())
}

/// Asks one thing after the other on one connection, and says how long each took.
async fn call(
    address: String,
    next: Next,
    number: Arc<AtomicUsize>,
    until: Instant,
) -> anyhow::Result<Vec<f64>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut took, mut read) = (vec![], Vec::with_capacity(64 * 1024));
    while Instant::now() < until {
        let request = next(number.fetch_add(1, Ordering::Relaxed));
        let began = Instant::now();
        stream.write_all(request.as_bytes()).await?;
        tokio::time::timeout(Duration::from_secs(30), answer(&mut stream, &mut read)).await??;
        took.push(micros(began.elapsed()));
    }
    Ok(took)
}

/// Reads one answer, which has to be a good one.
async fn answer(stream: &mut TcpStream, read: &mut Vec<u8>) -> anyhow::Result<()> {
    read.clear();
    let (head, length) = loop {
        ensure!(stream.read_buf(read).await? > 0, "the connection ended");
        let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&read[..end])?;
        if !head.starts_with("HTTP/1.1 20") {
            bail!("{}", String::from_utf8_lossy(read));
        }
        let length = head.split("\r\n").find_map(|line| line.strip_prefix("content-length: "));
        break (end + 4, length.context("an answer without a length")?.parse::<usize>()?);
    };
    while read.len() < head + length {
        ensure!(stream.read_buf(read).await? > 0, "the connection ended");
    }
    Ok(())
}
