//! From the start to the first answer: of the engine over a database that is there already, and of the program
//! where it was built beside this one.

use crate::measure::{Lasting, Line, ROUNDS, Series};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use engine::rules::ClockRule;
use engine::{By, Engine, EventId, Question};
use std::time::Duration;
use tests::Streaks;
use tokio::process::Command;

const MEMBERS: i64 = 20_000;
/// People with a hundred days each: a million check-ins.
const FAITHFUL: i64 = 10_000;
const NOWHERE: &str = "http://127.0.0.1:9";
/// How long a program that was asked once has had nothing to do when it counts as at rest.
const REST: Duration = Duration::from_secs(5);

pub async fn run(scene: &Scene) -> anyhow::Result<()> {
    eprintln!("cold-start: seeding {MEMBERS} members");
    let members = Members {
        first_event: 1,
        events: 1,
        first_person: 1,
        count: MEMBERS,
        days: "i % 10",
        days_max: 10,
    };
    let faithful = Members {
        first_event: 2,
        first_person: 1 + MEMBERS,
        count: FAITHFUL,
        days: "100",
        days_max: 100,
        ..members
    };
    seed::events(&scene.sql, 1, 2, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, members).await?;
    seed::members(&scene.sql, faithful).await?;
    seed::awaken(&scene.engine, &members.all()).await?;
    seed::awaken(&scene.engine, &faithful.all()).await?;
    scene.sql.settle().await?;
    scene.engine.close().await;

    let mut engines = Series::default();
    for _ in 0..ROUNDS {
        let open = async |_| {
            let engine = Engine::open(&scene.url).await?;
            let question = Question::top(By::Current, 10);
            let board =
                engine.leaderboards().page(EventId(1), &question, seed::noon(TODAY)).await?;
            anyhow::ensure!(board.rows.len() == 10, "a page is not full");
            engine.close().await;
            Ok(())
        };
        engines.measure(&scene.sql, Lasting::Times(5), open).await?;
    }
    let line = Line::new("cold-start", scene.database).variant("engine");
    line.figures(MEMBERS, 1, engines.figures()).print()?;

    let program = std::env::current_exe()?.with_file_name("streaks");
    if program.exists() {
        let (mut programs, mut rss_mib) = (Series::default(), vec![]);
        for _ in 0..ROUNDS {
            let mut running = None;
            let launch = async |_| {
                let mut command = Command::new(&program);
                command.current_dir(tests::folder("cold-start")).env_clear().kill_on_drop(true);
                command.env("STREAKS_WEB_LISTEN", "127.0.0.1:0").env("STREAKS_LOG_FILTER", "off");
                command.env("STREAKS_DATABASE_URL", &scene.url);
                // With tokens there is no sandbox, which would not be there in earnest.
                for bot in ["DISCORD", "TELEGRAM"] {
                    command.env(format!("STREAKS_{bot}_TOKEN"), "1:nobody");
                    command.env(format!("STREAKS_{bot}_API_BASE"), NOWHERE);
                }
                command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::piped());
                let streaks = Streaks::launch(command, "Leaderboards:").await?;
                streaks.page("/").await?;
                running = Some(streaks);
                Ok(())
            };
            programs.measure(&scene.sql, Lasting::Times(1), launch).await?;
            if let Some(running) = running {
                tokio::time::sleep(REST).await;
                rss_mib.push(running.rss_kib()? / 1024.0);
                running.kill().await?;
            }
        }
        let line = Line::new("cold-start", scene.database).variant("streaks");
        let figures = programs.figures();
        line.figures(MEMBERS, 1, figures).print()?;
        let line = |what: &str| Line::new(format!("cold-start/{what}"), scene.database);
        line("first-answer").at_most("ms", figures.p50_us / 1000.0, 300.0).print()?;
        // The first one works off what fell due while the database was filled.
        rss_mib.sort_by(f64::total_cmp);
        line("memory").at_most("mib", rss_mib[ROUNDS / 2], 45.0).print()?;
    }
    Ok(())
}
