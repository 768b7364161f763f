//! Clients that were written for the real platforms log in to the sandbox and complete a command, so
//! that it is not shaped to our own.

use serde_json::json;
use talk::{Arg, Words};
use tests::{Streaks, command, folder, root};

async fn run(script: &str, token: &str) -> anyhow::Result<()> {
    let mut sandbox = command(&folder("clients"), &["sandbox", "--listen", "127.0.0.1:0"]);
    // Their requests are not ours to answer for.
    sandbox.env_remove("STREAKS_SANDBOX_RECORD");
    run_against(&Streaks::launch(sandbox, "Sandbox:").await?, script, token).await
}

async fn run_against(streaks: &Streaks, script: &str, token: &str) -> anyhow::Result<()> {
    let python = root().join("target/python/bin/python");
    assert!(python.exists(), "{} is missing: scripts/test makes it", python.display());
    let script = root().join("tests/clients").join(script);
    let run =
        tokio::process::Command::new(python).arg(script).arg(&streaks.base).arg(token).output();
    let ended = tokio::time::timeout(2 * tests::TIME_LIMIT, run).await??;
    let said = String::from_utf8_lossy(&ended.stdout).into_owned()
        + &String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{said}");
    println!("{}", said.lines().last().unwrap_or_default());
    Ok(())
}

#[tokio::test]
async fn discord_py_logs_in_and_completes_a_command() -> anyhow::Result<()> {
    run("discord_client.py", sandbox::DISCORD_TOKEN).await
}

#[tokio::test]
async fn authlib_lets_an_app_in_by_a_code_and_for_a_device() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    run_against(&streaks, "oauth_client.py", "-").await
}

#[tokio::test]
async fn aiogram_logs_in_and_completes_a_command() -> anyhow::Result<()> {
    run("telegram_client.py", sandbox::TELEGRAM_TOKEN).await
}

/// Lines of a month in Arabic, in which people have Latin names, and English ones of people with Arabic and Hebrew names.
#[tokio::test]
async fn names_of_the_other_direction_turn_no_line_round() -> anyhow::Result<()> {
    let month = root().join("tests/tests/snapshots/month__month_arabic.snap");
    let month = std::fs::read_to_string(month)?;
    let arabic = month.lines().filter(|line| line.contains('\u{2068}'));
    let arabic = arabic.map(|line| json!({"line": line.trim(), "base": "R"}));
    let people = ["أميرة", "ليلى 2", "דנה", "عمر (1)", "يوسف - 3", "שרה ab"];
    let english = people.iter().enumerate().flat_map(|(n, one)| {
        people.iter().enumerate().filter(move |(m, _)| *m != n).flat_map(move |(_, other)| {
            let words = Words::of("en");
            let names = [words.isolated(one), words.isolated(other)].join(" · ");
            let args = [("from", Arg::Text(one)), ("to", Arg::Text(other)), ("n", Arg::Number(12))];
            let cheer = words.plain("cheer-done", &args);
            let more = words.plain("told-board-more", &[("names", Arg::Text(&names)), args[2]]);
            [cheer, more].map(|line| json!({"line": line, "base": "L"}))
        })
    });
    let lines: Vec<_> = arabic.chain(english).collect();
    let file = folder("bidi").join("lines.json");
    std::fs::write(&file, serde_json::to_string(&lines)?)?;
    let python = root().join("target/python/bin/python");
    let script = root().join("tests/clients/bidi_lines.py");
    let ended = tokio::process::Command::new(python).arg(script).arg(file).output().await?;
    let said = String::from_utf8_lossy(&ended.stdout).into_owned()
        + &String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{said}");
    println!("{said}");
    Ok(())
}
