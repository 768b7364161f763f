//! Reminders by e-mail, through a real mail server.

use anyhow::Context;
use std::time::Duration;
use tests::mail_server::MailServer;
use tests::{Streaks, command, folder};
use tokio::time::{sleep, timeout};

const SOON: Duration = Duration::from_secs(40);

/// Everything in one process, with a mail server at this port.
async fn streaks(port: u16) -> anyhow::Result<Streaks> {
    let url = engine::testing::url().await?;
    let mut command = command(&folder("mail"), &[]);
    command.env("STREAKS_DATABASE_URL", url);
    command.env("STREAKS_EMAIL_SMTP", format!("smtp://127.0.0.1:{port}"));
    command.env("STREAKS_EMAIL_FROM", "Streaks <streaks@bots.test>");
    let streaks = Streaks::launch(command, "Leaderboards:").await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    Ok(streaks)
}

/// The path of the link in a mail that leads there.
fn path(mail: &str, base: &str, beginning: &str) -> anyhow::Result<String> {
    let start = format!("{base}{beginning}");
    let at = mail.find(&start).with_context(|| format!("no link to {start} in {mail}"))?;
    let link = mail[at..].split(|c: char| c.is_whitespace() || ">\"<".contains(c)).next();
    Ok(link.unwrap_or_default()[base.len()..].to_owned())
}

async fn post(base: &str, path: &str, body: &'static str) -> anyhow::Result<u16> {
    let client = reqwest::Client::new();
    let form = ("content-type", "application/x-www-form-urlencoded");
    let request = client.post(format!("{base}{path}")).header(form.0, form.1).body(body);
    Ok(request.send().await?.status().as_u16())
}

/// Has Grace's address confirmed by the link that was sent there.
async fn confirm(streaks: &Streaks, server: &MailServer, address: &str) -> anyhow::Result<()> {
    let chat = streaks.chat();
    chat.say_in("telegram", "private", "grace", &format!("/email {address}")).await?;
    let mail = server.arrives(&format!("To: {address}")).await?;
    assert!(mail.contains("From: Streaks <streaks@bots.test>"), "{mail}");
    assert!(mail.contains("Subject: Confirm your e-mail address"), "{mail}");
    assert!(!mail.contains("List-Unsubscribe"), "there is nothing to stop yet: {mail}");
    let path = path(&mail, &streaks.base, "/email/confirm/")?;
    let (status, page) = streaks.page(&path).await?;
    assert!(status == 200 && page.contains(address) && page.contains("method=\"post\""), "{page}");
    assert_eq!(post(&streaks.base, &path, "").await?, 200);
    assert_eq!(post(&streaks.base, &path, "").await?, 404, "a link works once");
    Ok(())
}

#[tokio::test]
async fn a_reminder_comes_by_mail_until_it_is_stopped_by_one_request() -> anyhow::Result<()> {
    let server = MailServer::start().await?;
    let streaks = streaks(server.port).await?;
    let chat = streaks.chat();
    confirm(&streaks, &server, "grace@example.org").await?;
    chat.say("telegram", "grace", "/event create visibility:public title:Reading").await?;
    chat.say("telegram", "grace", "/join Reading").await?;
    let line = "/remind event:Reading at:20:00 via:email";
    let set = chat.say_in("telegram", "private", "grace", line).await?;
    assert!(set.text().contains("20:00"), "{}", set.text());
    let arrived = async {
        while !server.mails()?.iter().any(|mail| mail.contains("List-Unsubscribe:")) {
            chat.advance(1800).await?;
        }
        anyhow::Ok(())
    };
    timeout(SOON, arrived).await??;
    let mail = server.arrives("List-Unsubscribe:").await?;
    assert!(mail.contains("To: grace@example.org") && mail.contains("Reading"), "{mail}");
    assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{mail}");
    assert!(mail.contains("Auto-Submitted: auto-generated"), "{mail}");
    assert!(mail.contains("text/plain") && mail.contains("text/html"), "{mail}");
    let leave = path(&mail, &streaks.base, "/email/leave/")?;
    assert_eq!(streaks.page(&leave).await?.0, 200, "looking stops nothing");
    let known = chat.say_in("telegram", "private", "grace", "/email").await?;
    assert!(known.text().contains("/remind via:email"), "{}", known.text());
    assert_eq!(post(&streaks.base, &leave, "List-Unsubscribe=One-Click").await?, 200);
    let known = chat.say_in("telegram", "private", "grace", "/email").await?;
    assert!(known.text().contains("no e-mail address"), "{}", known.text());
    Ok(())
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_told_once() -> anyhow::Result<()> {
    let server = MailServer::start().await?;
    let streaks = streaks(server.port).await?;
    let chat = streaks.chat();
    chat.say_in("telegram", "private", "grace", "/email gone@example.org").await?;
    let told = async {
        loop {
            let said = chat.say_in("telegram", "private", "grace", "/help").await?.text();
            if said.contains("came back") {
                return anyhow::Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(SOON, told).await.context("nobody tells Grace")??;
    let said = chat.say_in("telegram", "private", "grace", "/help").await?.text();
    assert!(!said.contains("came back"), "{said}");
    assert!(server.mails()?.is_empty());
    Ok(())
}

#[tokio::test]
async fn mail_waits_for_a_server_that_is_away() -> anyhow::Result<()> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let streaks = streaks(port).await?;
    let chat = streaks.chat();
    chat.say_in("telegram", "private", "grace", "/email grace@example.org").await?;
    chat.advance(5).await?;
    let server = MailServer::start_at(port).await?;
    let arrived = async {
        while server.mails()?.is_empty() {
            chat.advance(5).await?;
            sleep(Duration::from_millis(100)).await;
        }
        anyhow::Ok(())
    };
    timeout(SOON, arrived).await??;
    assert_eq!(server.mails()?.len(), 1);
    Ok(())
}
