//! From the start to the first answer: of the engine over a database that is there already, and of the program
//! where it was built beside this one.

use crate::measure::{Lasting, Line, ROUNDS, Series};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use engine::rules::ClockRule;
use engine::{By, Engine, EventId, Question};
use tests::Streaks;
use tokio::process::Command;

const MEMBERS: i64 = 20_000;

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
    seed::events(&scene.sql, 1, 1, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, members).await?;
    seed::awaken(&scene.engine, &members.all()).await?;
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
        let mut programs = Series::default();
        for _ in 0..ROUNDS {
            let launch = async |_| {
                let mut command = Command::new(&program);
                command.current_dir(tests::folder("cold-start")).env_clear().kill_on_drop(true);
                command.env("STREAKS_WEB_LISTEN", "127.0.0.1:0").env("STREAKS_LOG_FILTER", "warn");
                command.env("STREAKS_DATABASE_URL", &scene.url);
                command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::piped());
                let streaks = Streaks::launch(command, "Leaderboards:").await?;
                streaks.page("/").await?;
                streaks.kill().await
            };
            programs.measure(&scene.sql, Lasting::Times(1), launch).await?;
        }
        let line = Line::new("cold-start", scene.database).variant("streaks");
        line.figures(MEMBERS, 1, programs.figures()).print()?;
    }
    Ok(())
}
