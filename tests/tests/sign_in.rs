//! Signing in with an account of a platform, over the wire: what is forged, foreign, late or said twice opens nothing.

use anyhow::{Context, ensure};
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE, USER_AGENT};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use tests::Streaks;

fn client() -> anyhow::Result<Client> {
    Ok(Client::builder().redirect(Policy::none()).build()?)
}

fn location(response: &Response) -> anyhow::Result<String> {
    let location = response.headers().get(LOCATION).context("it leads nowhere")?;
    Ok(location.to_str()?.to_owned())
}

/// What a response has a browser remember.
fn cookies(response: &Response) -> Vec<String> {
    let lines = response.headers().get_all(SET_COOKIE).iter();
    let lines = lines.filter_map(|line| line.to_str().ok()?.split(';').next());
    lines.map(str::to_owned).collect()
}

/// A sign-in that goes on.
struct Begun {
    /// Where the platform sends whoever agreed.
    back: String,
    cookie: String,
}

async fn begin(client: &Client, base: &str, platform: &str) -> anyhow::Result<Begun> {
    let asked = client.get(format!("{base}/sign-in/{platform}")).send().await?;
    let cookie = cookies(&asked).pop().context("nothing is remembered")?;
    let agreed = client.get(format!("{}&as=grace", location(&asked)?)).send().await?;
    Ok(Begun { back: location(&agreed)?, cookie })
}

async fn come_back(client: &Client, back: &str, cookie: &str) -> anyhow::Result<Response> {
    Ok(client.get(back).header(COOKIE, cookie).send().await?)
}

fn session(response: &Response) -> Option<String> {
    let is_session = |cookie: &String| cookie.starts_with("streaks=") && cookie.len() > 20;
    cookies(response).into_iter().find(is_session)
}

#[tokio::test]
async fn what_is_not_of_this_browser_and_this_moment_signs_nobody_in() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    let (base, client) = (&streaks.base, client()?);
    for platform in ["discord", "telegram"] {
        let one = begin(&client, base, platform).await?;
        let other = begin(&client, base, platform).await?;
        let state = |back: &str| back.split("state=").nth(1).unwrap_or_default().to_owned();
        let with_state = |state: &str| {
            let (head, _) = one.back.split_once("&state=").unwrap_or((&one.back, ""));
            format!("{head}&state={state}")
        };
        let elsewhere = if platform == "discord" { "telegram" } else { "discord" };
        let tampered = {
            let (head, _) = one.cookie.rsplit_once('.').context("the cookie has parts")?;
            format!("{head}.{}", "0".repeat(64))
        };
        let own = format!("{base}/sign-in/{platform}/back");
        let foreign = [
            (one.back.clone(), String::new()),
            (one.back.clone(), other.cookie.clone()),
            (one.back.clone(), "streaks-attempt=".to_owned()),
            (one.back.clone(), format!("streaks-attempt={platform}...")),
            (one.back.replace(platform, elsewhere), one.cookie.clone()),
            (with_state(""), one.cookie.clone()),
            (with_state(&state(&other.back)), one.cookie.clone()),
            (with_state(&state(&one.back).to_uppercase()), one.cookie.clone()),
            (with_state(&format!("{}0", state(&one.back))), one.cookie.clone()),
            (own.clone(), one.cookie.clone()),
            (format!("{own}?state[]=1&code=x"), one.cookie.clone()),
            (format!("{own}?code=x&state=%00"), one.cookie.clone()),
        ];
        for (back, cookie) in foreign {
            let answer = come_back(&client, &back, &cookie).await?;
            ensure!(session(&answer).is_none(), "{back} signed somebody in");
            ensure!(answer.status() == StatusCode::FORBIDDEN, "{back}: {}", answer.status());
        }
        // It is of this browser, but the platform does not stand by it.
        let unproven = [
            (format!("{own}?code=forged&state={}", state(&one.back)), one.cookie.clone()),
            (one.back.clone(), tampered),
        ];
        for (back, cookie) in unproven {
            let answer = come_back(&client, &back, &cookie).await?;
            ensure!(session(&answer).is_none(), "{back} signed somebody in");
            ensure!(answer.status() == StatusCode::BAD_GATEWAY, "{back}: {}", answer.status());
        }
        // A code is good once.
        let entered = come_back(&client, &other.back, &other.cookie).await?;
        ensure!(entered.status() == StatusCode::SEE_OTHER && location(&entered)? == "/me");
        let cookie = session(&entered).context("nobody was signed in")?;
        let gone = cookies(&entered);
        ensure!(gone.iter().any(|cookie| cookie == "streaks-attempt="), "it is remembered still");
        let again = come_back(&client, &other.back, &other.cookie).await?;
        ensure!(session(&again).is_none() && again.status() == StatusCode::BAD_GATEWAY);
        let me = client.get(format!("{base}/me")).header(COOKIE, cookie).send().await?;
        ensure!(me.status() == StatusCode::OK && me.text().await?.contains("Grace"));
    }
    // What is no platform, or none that vouches, is no door.
    for path in ["/sign-in/email", "/sign-in/email/back", "/sign-in/%00", "/sign-in/Discord"] {
        let answer = client.get(format!("{base}{path}")).send().await?;
        ensure!(answer.status() == StatusCode::NOT_FOUND, "{path}: {}", answer.status());
    }
    streaks.chat().assert_nothing_unknown().await
}

#[tokio::test]
async fn the_address_to_which_somebody_comes_back_is_ours_alone() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    let (base, client) = (&streaks.base, client()?);
    for wish in [
        "event.//evil.test",
        "event.\\evil.test",
        "event.https:evil.test",
        "event.x%0d%0alocation:%20https://evil.test",
        "code.../../evil",
        "url.https://evil.test",
    ] {
        let begun = begin(&client, base, "discord").await?;
        let cookie = format!("{}; streaks-wish={wish}", begun.cookie);
        let entered = come_back(&client, &begun.back, &cookie).await?;
        ensure!(session(&entered).is_some(), "{wish}: nobody was signed in");
        ensure!(location(&entered)? == "/me", "{wish} leads to {}", location(&entered)?);
    }
    let begun = begin(&client, base, "discord").await?;
    let cookie = format!("{}; streaks-wish=event.read-1", begun.cookie);
    let entered = come_back(&client, &begun.back, &cookie).await?;
    ensure!(location(&entered)? == "/me?event=read-1");
    Ok(())
}

#[tokio::test]
async fn whoever_signs_in_again_has_one_session() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    streaks.chat().is_heard_on(&["discord", "telegram"]).await?;
    let (base, client) = (&streaks.base, client()?);
    let begun = begin(&client, base, "discord").await?;
    let first = session(&come_back(&client, &begun.back, &begun.cookie).await?);
    let first = first.context("nobody was signed in")?;
    // A session that somebody else has set is not taken over.
    let begun = begin(&client, base, "discord").await?;
    let cookie = format!("{}; {first}", begun.cookie);
    let second = session(&come_back(&client, &begun.back, &cookie).await?);
    let second = second.context("nobody was signed in")?;
    ensure!(first != second);
    for (cookie, status) in [(&first, StatusCode::UNAUTHORIZED), (&second, StatusCode::OK)] {
        let agent = client.get(format!("{base}/me")).header(USER_AGENT, "a test");
        let me = agent.header(COOKIE, cookie).send().await?;
        ensure!(me.status() == status, "{}", me.status());
    }
    Ok(())
}

#[tokio::test]
async fn roles_of_servers_hear_of_somebodys_streaks_when_they_say_so() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    chat.say("discord", "ada", "/event create visibility:public title:Reading").await?;
    chat.say("discord", "grace", "/join event:Reading").await?;
    chat.say("discord", "grace", "/checkin event:Reading").await?;
    // What is for few does not exist for a server.
    chat.say("discord", "grace", "/event create visibility:invite title:Diary").await?;
    chat.say("discord", "grace", "/join event:Diary").await?;
    let counted = chat.say("discord", "grace", "/checkin event:Diary").await?;
    ensure!(counted.text().contains("Day 1"), "{}", counted.text());
    let (base, client) = (&streaks.base, client()?);
    let asked = client.get(format!("{base}/linked-roles")).send().await?;
    let (cookie, to) = (cookies(&asked).pop().context("nothing is remembered")?, location(&asked)?);
    ensure!(to.contains("scope=identify+role_connections.write"), "{to}");
    let agreed = client.get(format!("{to}&as=grace")).send().await?;
    let told = come_back(&client, &location(&agreed)?, &cookie).await?;
    ensure!(told.status() == StatusCode::OK && session(&told).is_some(), "{}", told.status());
    ensure!(told.text().await?.contains("Discord knows your streaks"));
    let requests = chat.get("requests?platform=discord").await?;
    let requests = requests["requests"].as_array().or(requests.as_array()).context("requests")?;
    let ends = |end: &str| {
        let found = requests.iter().find(|request| {
            request["method"] == "PUT"
                && request["path"].as_str().is_some_and(|path| path.ends_with(end))
        });
        found.with_context(|| format!("nothing was put at …{end}"))
    };
    let offered = &ends("/role-connections/metadata")?["body"];
    ensure!(offered.as_array().is_some_and(|facts| facts.len() == 3), "{offered}");
    let told = &ends("/role-connection")?["body"];
    ensure!(told["platform_name"] == "Streaks" && told["metadata"]["longest"] == "1", "{told}");
    ensure!(told["metadata"]["total"] == "1", "{told}");
    // Who signs in for nothing else tells nothing.
    let begun = begin(&client, base, "discord").await?;
    ensure!(!begun.back.contains("role"));
    chat.assert_nothing_unknown().await
}
