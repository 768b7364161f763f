//! What the machine may do to us: a full disk, a log that nobody reads, a token that is taken away.

use anyhow::Context;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tests::{Chat, Streaks, bots, command, folder, sandbox, settle_in};
use tokio::io::AsyncReadExt;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

/// Within this time whatever was broken works again.
const SOON: Duration = Duration::from_secs(20);

/// A disk in memory that holds 16 MiB.
struct Disk(PathBuf);

impl Disk {
    async fn new() -> anyhow::Result<Disk> {
        let folder = folder("disk");
        as_root(&["mount", "-t", "tmpfs", "-o", "size=16m,mode=777", "tmpfs"], &folder).await?;
        Ok(Disk(folder))
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    /// Takes all the room that is left.
    fn fill(&self) -> anyhow::Result<()> {
        use std::io::Write;
        let mut ballast = std::fs::File::create(self.ballast())?;
        for block in [1 << 16, 1 << 10, 1] {
            while ballast.write_all(&vec![0; block]).is_ok() {}
        }
        Ok(())
    }

    async fn drop(self) -> anyhow::Result<()> {
        as_root(&["umount", "-l"], &self.0).await
    }
}

/// Mounting is for root, who the tests are or can be.
async fn as_root(words: &[&str], folder: &Path) -> anyhow::Result<()> {
    let id = Command::new("id").arg("-u").output().await?;
    let sudo = (id.stdout != b"0\n").then_some("sudo");
    let words: Vec<&str> = sudo.into_iter().chain(words.iter().copied()).collect();
    let (program, args) = words.split_first().context("a command has a name")?;
    let status = Command::new(program).args(args).arg(folder).status().await?;
    anyhow::ensure!(status.success(), "{words:?} did not work");
    Ok(())
}

/// Waits until the process says of itself what is wanted.
async fn is_ready(bots: &Streaks, wanted: u16) -> anyhow::Result<String> {
    let mut last = String::new();
    for _ in 0..200 {
        let (status, text) = bots.page("/readyz").await?;
        if status == wanted {
            return Ok(text);
        }
        last = text;
        sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("it does not come to {wanted}: {last}")
}

/// Says something until it is answered as it should be.
async fn comes_to(chat: &Chat, platform: &str, line: &str, wanted: &str) -> anyhow::Result<()> {
    let says = async {
        loop {
            let answer = chat.say(platform, "grace", line).await?;
            if answer.text().to_lowercase().contains(wanted) {
                return anyhow::Ok(());
            }
            sleep(Duration::from_millis(200)).await;
        }
    };
    timeout(SOON, says).await.with_context(|| format!("{platform}: {line}"))?
}

/// Ada and grace take part, and ada is in for today.
async fn begin(chat: &Chat) -> anyhow::Result<()> {
    chat.say("discord", "ada", "/event create visibility:public title:Read").await?;
    chat.say("discord", "ada", "/join event:Read").await?;
    let ada = chat.say("discord", "ada", "/checkin").await?;
    assert!(ada.text().contains("Day 1"), "{:?}", ada.0);
    chat.say("discord", "grace", "/join event:Read").await?;
    chat.say("telegram", "grace", "/join Read").await?;
    Ok(())
}

/// Grace goes on as if nothing had been, and what ada did is there.
async fn go_on(chat: &Chat, bots: &Streaks) -> anyhow::Result<()> {
    assert_eq!(is_ready(bots, 200).await?, "ready");
    for platform in ["discord", "telegram"] {
        comes_to(chat, platform, "/checkin", "day 1").await?;
    }
    let ada = chat.say("discord", "ada", "/streak").await?;
    assert!(ada.text().contains("1 day in a row"), "{:?}", ada.0);
    Ok(())
}

#[tokio::test]
async fn a_full_disk_ends_nothing() -> anyhow::Result<()> {
    let (disk, sandbox) = (Disk::new().await?, sandbox().await?);
    let url = format!("sqlite:{}", disk.0.join("streaks.db").display());
    let running = bots(&sandbox, &url).await?;
    let chat = sandbox.chat();
    begin(&chat).await?;
    disk.fill()?;
    let refused = chat.say("discord", "grace", "/checkin").await?;
    assert!(refused.text().contains("went wrong"), "{:?}", refused.0);
    let waits = tokio::spawn({
        let chat = chat.clone();
        async move { chat.say("telegram", "grace", "/checkin").await }
    });
    let not_ready = is_ready(&running, 503).await?;
    assert_eq!(not_ready, "not ready: the database cannot be written");
    std::fs::remove_file(disk.ballast())?;
    go_on(&chat, &running).await?;
    waits.await??;
    assert!(running.terminate().await?.1);
    disk.drop().await
}

#[tokio::test]
async fn an_io_error_ends_nothing() -> anyhow::Result<()> {
    let (files, sandbox) = (folder("io"), sandbox().await?);
    let url = format!("sqlite:{}", files.join("streaks.db").display());
    // Beyond the size that a process may give its files the system answers a write with an error, and, where nobody
    // minds the signal, with that alone.
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\""]).arg(tests::program());
    shell.current_dir(&files).env_clear().kill_on_drop(true).env("PATH", std::env::var("PATH")?);
    shell
        .env("STREAKS_WEB_LISTEN", "127.0.0.1:0")
        .env("STREAKS_LOG_FILTER", "warn")
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    tests::lift_limits(&mut shell);
    settle_in(&mut shell, &sandbox, &url);
    let running = Streaks::launch(shell, "Leaderboards:").await?;
    let chat = sandbox.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    begin(&chat).await?;
    let process = running.id().context("it runs")?.to_string();
    let limit = async |size: &str| {
        let size = format!("--fsize={size}:unlimited");
        Command::new("prlimit").args(["--pid", &process, &size]).status().await
    };
    assert!(limit("4096").await?.success());
    let refused = chat.say("discord", "grace", "/checkin").await?;
    assert!(refused.text().contains("went wrong"), "{:?}", refused.0);
    is_ready(&running, 503).await?;
    assert!(limit("unlimited").await?.success());
    go_on(&chat, &running).await?;
    assert!(running.terminate().await?.1);
    Ok(())
}

/// The bots with a log that can be read, or not.
async fn with_log(sandbox: &Streaks, filter: &str) -> anyhow::Result<Streaks> {
    let mut command = command(&folder("log"), &[]);
    settle_in(&mut command, sandbox, &engine::testing::url().await?);
    command.env("STREAKS_LOG_FILTER", filter).stderr(Stdio::piped());
    let bots = Streaks::launch(command, "Leaderboards:").await?;
    sandbox.chat().is_heard_on(&["discord", "telegram"]).await?;
    Ok(bots)
}

#[tokio::test]
async fn a_log_that_nobody_reads_harms_nothing() -> anyhow::Result<()> {
    let sandbox = sandbox().await?;
    for is_closed in [true, false] {
        let mut running = with_log(&sandbox, "trace").await?;
        // A pipe that is open and never read is full before long.
        let log = running.log().filter(|_| !is_closed);
        let chat = sandbox.chat();
        let title = format!("Read {is_closed}");
        chat.say("discord", "ada", &format!("/event create visibility:public title:\"{title}\""))
            .await?;
        for _ in 0..20 {
            let answer = chat.say("telegram", "ada", "/help").await?;
            assert!(answer.text().contains("One tap a day"), "{:?}", answer.0);
        }
        let (took, ended_well) = running.terminate().await?;
        assert!(ended_well && took < Duration::from_secs(10), "{took:?}");
        drop(log);
    }
    Ok(())
}

#[tokio::test]
async fn without_discord_telegram_and_the_web_go_on() -> anyhow::Result<()> {
    let sandbox = sandbox().await?;
    let mut running = with_log(&sandbox, "error").await?;
    let chat = sandbox.chat();
    let revoked = "Discord does not take the token in discord.token";
    chat.gateway(json!({"close": 4004})).await?;
    let told = async {
        while !running.page("/readyz").await?.1.contains(revoked) {
            sleep(Duration::from_millis(50)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, told).await??;
    let ready = running.page("/readyz").await?;
    assert_eq!(ready, (200, format!("ready\ndiscord: given up, {revoked}")));
    let help = chat.say("telegram", "ada", "/help").await?;
    assert!(help.text().contains("One tap a day"), "{:?}", help.0);
    assert_eq!(running.page("/").await?.0, 200);
    let mut log = running.log().context("the log can be read")?;
    assert!(running.terminate().await?.1, "it was told to end, and ended well");
    let mut text = String::new();
    log.read_to_string(&mut text).await?;
    assert_eq!(text.lines().filter(|line| line.contains(revoked)).count(), 1, "{text}");
    Ok(())
}

#[tokio::test]
async fn where_nothing_else_goes_on_a_wrong_token_ends_the_program() -> anyhow::Result<()> {
    let sandbox = sandbox().await?;
    for (name, platform) in [("DISCORD", "Discord"), ("TELEGRAM", "Telegram")] {
        let mut command = command(&folder("token"), &[]);
        settle_in(&mut command, &sandbox, &engine::testing::url().await?);
        command.env_remove("STREAKS_DISCORD_TOKEN").env_remove("STREAKS_TELEGRAM_TOKEN");
        command.env(format!("STREAKS_{name}_TOKEN"), "999:wrong").stderr(Stdio::piped());
        let mut ending = Streaks::launch(command, "Leaderboards:").await?;
        let mut log = ending.log().context("the log can be read")?;
        assert_eq!(ending.ended(SOON).await?, Some(false), "{name}");
        let mut text = String::new();
        log.read_to_string(&mut text).await?;
        let why = format!("{platform} does not take the token in {}.token", name.to_lowercase());
        assert_eq!(text.lines().last(), Some(format!("streaks: {why}").as_str()), "{text}");
    }
    Ok(())
}

#[tokio::test]
async fn a_platform_that_is_out_of_reach_is_named() -> anyhow::Result<()> {
    let sandbox = sandbox().await?;
    let running = bots(&sandbox, &engine::testing::url().await?).await?;
    assert_eq!(running.page("/readyz").await?, (200, "ready".to_owned()));
    sandbox.kill().await?;
    let named = async {
        loop {
            let (status, text) = running.page("/readyz").await?;
            assert_eq!(status, 200, "{text}");
            if ["discord", "telegram"]
                .iter()
                .all(|name| text.contains(&format!("{name}: out of reach for ")))
            {
                return anyhow::Ok(());
            }
            sleep(Duration::from_millis(500)).await;
        }
    };
    timeout(Duration::from_secs(90), named).await??;
    assert!(running.terminate().await?.1);
    Ok(())
}
