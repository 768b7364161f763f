//! The program as its operator meets it: starting, complaining, stopping, and starting again.

use anyhow::Context as _;
use std::time::Duration;
use tests::{Streaks, command, folder, sandbox};

/// What a start that cannot succeed says.
async fn complaint(change: impl FnOnce(&mut tokio::process::Command)) -> anyhow::Result<String> {
    let mut command = command(&folder("complaint"), &[]);
    change(&mut command);
    let ended = tokio::time::timeout(
        tests::TIME_LIMIT,
        command.stderr(std::process::Stdio::piped()).output(),
    )
    .await??;
    assert!(!ended.status.success(), "it started: {}", String::from_utf8_lossy(&ended.stdout));
    Ok(String::from_utf8_lossy(&ended.stderr).into_owned())
}

#[tokio::test]
async fn what_is_wrong_is_said_plainly() -> anyhow::Result<()> {
    let taken = std::net::TcpListener::bind("127.0.0.1:0")?;
    let address = taken.local_addr()?.to_string();
    let said = complaint(|command| _ = command.env("STREAKS_WEB_LISTEN", &address)).await?;
    assert_eq!(
        said.trim(),
        format!(
            "streaks: {address} is taken by another program; set web.listen (STREAKS_WEB_LISTEN) to a free port"
        )
    );
    let said =
        complaint(|command| _ = command.env("STREAKS_DATABASE_URL", "sqlite:/dev/null/streaks.db"))
            .await?;
    assert!(said.contains("the folder /dev/null for the database cannot be written"), "{said}");
    for url in [
        "host=db.test user=ada password=hunter2 dbname=streaks",
        "postgres://ada:hunter2@db.test/streaks?port=none",
        "postgres://ada:5?hunter2@db.test/streaks&port=none",
        "postgres://db.test/streaks?password=hunter2&sslpassword=hunter2&port=none",
    ] {
        let said = complaint(|command| _ = command.env("STREAKS_DATABASE_URL", url)).await?;
        assert!(said.contains("cannot be opened") && !said.contains("hunter2"), "{url}: {said}");
    }
    let said = complaint(|command| _ = command.env("STREAKS_DISCORD_TOKN", "x")).await?;
    assert!(said.contains("did you mean STREAKS_DISCORD_TOKEN?"), "{said}");
    let said = complaint(|command| _ = command.env("STREAKS_WEB_LISTEN", "0.0.0.0:0")).await?;
    assert!(said.contains("no token is set"), "{said}");
    Ok(())
}

#[tokio::test]
async fn the_program_ends_cleanly_and_its_data_is_there_after_a_restart() -> anyhow::Result<()> {
    let url = engine::testing::url().await?;
    let start = async || {
        let mut command = command(&folder("restart"), &[]);
        command.env("STREAKS_DATABASE_URL", &url);
        Streaks::launch(command, "Leaderboards:").await
    };
    let first = start().await?;
    let chat = first.chat();
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    chat.say("discord", "ada", "/join event:Reading").await?;
    let card = chat.say("discord", "ada", "/streak").await?;
    let (took, ended_well) = first.terminate().await?;
    assert!(ended_well && took.as_secs() < 10, "{took:?}");
    let second = start().await?;
    let chat = second.chat();
    assert!(card.text().contains("Reading"));
    assert!(chat.say("discord", "ada", "/checkin").await?.text().contains("Day 1"));
    let (status, ready) = second.page("/readyz").await?;
    assert_eq!((status, ready.trim()), (200, "ready"));
    Ok(())
}

/// The database has everything that people said, and is nobody else's to read.
#[tokio::test]
async fn the_data_is_for_its_owner_alone() -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let home = folder("owner");
    let mut command = command(&home, &[]);
    let data = home.join("data");
    command.env("STREAKS_DATABASE_URL", format!("sqlite:{}/streaks.db", data.display()));
    let streaks = Streaks::launch(command, "Leaderboards:").await?;
    streaks.chat().say("discord", "ada", "/event create visibility:public title:Reading").await?;
    let mode = |path: &std::path::Path| -> anyhow::Result<u32> {
        Ok(std::fs::metadata(path)?.permissions().mode() & 0o777)
    };
    assert_eq!(mode(&data)?, 0o700);
    let mut files = 0;
    for file in std::fs::read_dir(&data)? {
        let path = file?.path();
        assert_eq!(mode(&path)?, 0o600, "{}", path.display());
        files += 1;
    }
    assert!(files >= 2, "{files} files");
    Ok(())
}

/// Whoever unpacks a copy of the data has a folder that others may look into.
#[tokio::test]
async fn a_folder_that_was_there_is_closed_and_one_with_more_in_it_is_warned_of()
-> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    use tokio::io::AsyncReadExt as _;
    for (more, mode, warns) in [(None, 0o700, false), (Some("letter.txt"), 0o755, true)] {
        let data = folder("folder").join("kept");
        std::fs::create_dir(&data)?;
        std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755))?;
        if let Some(more) = more {
            std::fs::write(data.join(more), "Dear Ada")?;
        }
        let mut command = command(&folder("folder"), &[]);
        command.env("STREAKS_DATABASE_URL", format!("sqlite:{}/streaks.db", data.display()));
        command.env("STREAKS_LOG_FILTER", "warn").stderr(std::process::Stdio::piped());
        let mut streaks = Streaks::launch(command, "Leaderboards:").await?;
        let mut log = streaks.log().context("the log can be read")?;
        assert!(streaks.terminate().await?.1, "it ended well");
        let mut said = String::new();
        log.read_to_string(&mut said).await?;
        assert_eq!(said.contains("may look into the folder"), warns, "{said}");
        assert_eq!(std::fs::metadata(&data)?.permissions().mode() & 0o777, mode);
    }
    Ok(())
}

#[tokio::test]
async fn either_platform_runs_without_the_other() -> anyhow::Result<()> {
    let sandbox = sandbox().await?;
    for platform in ["DISCORD", "TELEGRAM"] {
        let mut command = command(&folder("one"), &[]);
        command.env("STREAKS_DATABASE_URL", engine::testing::url().await?);
        let line = sandbox.banner.iter().find(|line| line.to_uppercase().starts_with(platform));
        let settings = line
            .into_iter()
            .flat_map(|line| line.split_whitespace())
            .filter_map(|word| word.split_once('='));
        command.envs(settings);
        let bots = Streaks::launch(command, "Leaderboards:").await?;
        let (platform, chat) = (platform.to_lowercase(), sandbox.chat());
        chat.is_heard_on(&[&platform]).await?;
        // What it is called there is known before it hears.
        let mut help = chat.say(&platform, "ada", "/help").await?;
        while help.0["error"]["code"] == "no_bot" {
            tokio::time::sleep(Duration::from_millis(50)).await;
            help = chat.say(&platform, "ada", "/help").await?;
        }
        assert!(help.text().contains("One tap a day"), "{platform}: {:?}", help.0);
        assert!(bots.terminate().await?.1);
    }
    Ok(())
}
