//! All pages, signed out, as a member and as whoever runs an event: nothing that people write is executed, and axe-core finds
//! nothing that keeps somebody out.

use anyhow::{Context, ensure};
use fantoccini::Client;
use serde_json::{Value, json};
use tests::{Chat, Streaks, root};

use crate::scene::{become_person, browser, find, picture, reads};

/// What would say that it was executed, wherever it stands; `n` tells one from the other.
const PAYLOADS: [&str; 30] = [
    "<script>window.__x=1</script>",
    "\"><script>window.__x=1</script>",
    "'><img src=x onerror=window.__x=1>",
    "<img src=x onerror=window.__x=1>",
    "<svg onload=window.__x=1>",
    "<svg><script>window.__x=1</script></svg>",
    "<body onload=window.__x=1>",
    "<iframe srcdoc='<script>parent.__x=1</script>'>",
    "<math><mi//xlink:href=\"javascript:window.__x=1\">",
    "<details open ontoggle=window.__x=1>",
    "<input autofocus onfocus=window.__x=1>",
    "<a href=javascript:window.__x=1>x</a>",
    "javascript:window.__x=1",
    "</title><script>window.__x=1</script>",
    "</textarea><script>window.__x=1</script>",
    "</style><script>window.__x=1</script>",
    "--><script>window.__x=1</script>",
    "]]><script>window.__x=1</script>",
    "{{constructor.constructor('window.__x=1')()}}",
    "${window.__x=1}",
    "`;window.__x=1;`",
    "';window.__x=1;//",
    "\\\";window.__x=1;//",
    "&lt;script&gt;window.__x=1&lt;/script&gt;",
    "&#60;script&#62;window.__x=1&#60;/script&#62;",
    "\u{0}<script>window.__x=1</script>",
    "<scr\u{200b}ipt>window.__x=1</script>",
    "<style>@import'javascript:window.__x=1'</style>",
    "<object data=javascript:window.__x=1>",
    "<base href=//evil.test/>",
];

async fn sign_in(client: &Client, base: &str, person: &str) -> anyhow::Result<()> {
    client.goto(&format!("{base}/sign-in/telegram")).await?;
    find(client, &format!("#as-{person}")).await?.click().await?;
    reads(client, "h1", "").await
}

/// The first event on the first page, by its name in addresses.
async fn slug(streaks: &Streaks) -> anyhow::Result<String> {
    let (_, home) = streaks.page("/").await?;
    let slug = home.split("href=\"/e/").nth(1).and_then(|rest| rest.split('"').next());
    Ok(slug.context("the event is on the home page")?.to_owned())
}

#[tokio::test]
async fn what_people_write_is_executed_on_no_page() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat: Chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    sign_in(client, &streaks.base, "ken").await?;
    for (n, payload) in PAYLOADS.into_iter().enumerate() {
        let quoted = payload.replace('"', "'");
        let short: String = quoted.chars().take(32).collect();
        let line = format!("/profile name:\"{short}\" about:\"{quoted}\"");
        chat.say_in("telegram", "private", "ken", &line).await?;
        let made =
            format!("/event create title:\"{n} {quoted}\" goal:\"{quoted}\" visibility:public");
        chat.say("telegram", "ken", &made).await?;
        chat.say("telegram", "ken", &format!("/join {n} {quoted}")).await?;
        chat.say("telegram", "ken", &format!("/checkin event:\"{n} {quoted}\" note:\"{quoted}\""))
            .await?;
    }
    let (_, home) = streaks.page("/").await?;
    let slugs: Vec<&str> =
        home.split("href=\"/e/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ensure!(slugs.len() >= PAYLOADS.len(), "{} events stand on the first page", slugs.len());
    let mut paths =
        vec!["/".to_owned(), "/me".to_owned(), "/me/settings".to_owned(), "/me/tokens".to_owned()];
    // The first page names them all; each third has what all of them have on a page of its own.
    for slug in slugs.iter().step_by(3) {
        paths.push(format!("/e/{slug}"));
    }
    paths.push(format!("/e/{}/activity", slugs[0]));
    let (_, board) = streaks.page(&format!("/e/{}", slugs[0])).await?;
    let person = board.split("href=\"/u/").nth(1).and_then(|rest| rest.split('"').next());
    let person = person.context("the board leads to its people")?;
    paths.push(format!("/u/{person}"));
    paths.push(format!("/u/{person}/matrix.svg"));
    paths.push(format!("/e/{}/badge.svg", slugs[0]));
    for payload in PAYLOADS.into_iter().step_by(5) {
        let query: String = payload.bytes().map(|byte| format!("%{byte:02x}")).collect();
        paths.push(format!("/?q={query}"));
        paths.push(format!("/e/{}?by={query}&after={query}", slugs[0]));
    }
    for path in &paths {
        client.goto(&format!("{}{path}", streaks.base)).await?;
        let executed = client.execute("return window.__x ?? null", vec![]).await?;
        ensure!(executed.is_null(), "{path} executes what somebody wrote");
        let base = client
            .execute("return document.querySelector('base, object, iframe') === null", vec![]);
        ensure!(base.await? == json!(true), "{path} holds what somebody wrote as an element");
    }
    // What the conversation answers stands on a page, too.
    for payload in PAYLOADS.into_iter().step_by(3) {
        client.goto(&format!("{}/me", streaks.base)).await?;
        let field = find(client, "#line").await?;
        let shown: String = payload.chars().filter(|c| *c != '\0' && *c <= '\u{ffff}').collect();
        field.send_keys(&format!("/profile about:{shown}\n")).await?;
        find(client, "#answer").await?;
        let executed = client.execute("return window.__x ?? null", vec![]).await?;
        ensure!(executed.is_null(), "the answer to {payload} executes it");
    }
    browser.client.close().await?;
    Ok(())
}

/// What axe-core finds on the page that is open; colours are compared where nothing moves.
async fn violations(client: &Client, axe: &str) -> anyhow::Result<Vec<String>> {
    client.execute(axe, vec![]).await?;
    let run = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
            ({ violations }) => done(violations.map(({ id, nodes }) =>
                `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' | ')}`)),
            (error) => done([String(error)]))";
    let found = client.execute_async(run, vec![]).await?;
    let found = found.as_array().cloned().context("axe-core says nothing")?;
    Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

#[tokio::test]
async fn nobody_is_kept_out_by_a_page() -> anyhow::Result<()> {
    let axe = root().join("target/axe/package/axe.min.js");
    let axe = std::fs::read_to_string(&axe)
        .with_context(|| format!("{} is missing: scripts/test fetches it", axe.display()))?;
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    chat.say("telegram", "ada", "/event create title:Reading text:\"20 pages\" visibility:public")
        .await?;
    for person in ["ada", "ken", "grace"] {
        chat.say("telegram", person, "/join Reading").await?;
        chat.say("telegram", person, "/checkin Reading").await?;
    }
    let slug = slug(&streaks).await?;
    let (_, board) = streaks.page(&format!("/e/{slug}")).await?;
    let person = board.split("href=\"/u/").nth(1).and_then(|rest| rest.split('"').next());
    let person = person.context("the board leads to its people")?.to_owned();
    let everybody =
        ["/", "/?over=yes", "/sign-in", "/app", "/api", "/zone", "/privacy", "/terms", "/nowhere"]
            .map(str::to_owned);
    let everybody = everybody.into_iter().chain([
        format!("/e/{slug}"),
        format!("/e/{slug}/activity"),
        format!("/e/{slug}?by=total&period=week"),
        format!("/u/{person}"),
        "/?order=members".to_owned(),
    ]);
    let everybody: Vec<String> = everybody.collect();
    let own = ["/me", "/me/settings", "/me/tokens", "/me/apps", "/device"].map(str::to_owned);
    let hosted = [format!("/e/{slug}/members"), format!("/e/{slug}")];
    let own: Vec<String> = own.into_iter().chain(hosted).collect();
    for (width, height) in [(390, 844), (1280, 900)] {
        let browser = browser(width, height).await?;
        let client = &browser.client;
        let mut found = vec![];
        let mut look = async |paths: &[String], who: &str| -> anyhow::Result<()> {
            for path in paths {
                client.goto(&format!("{}{path}", streaks.base)).await?;
                for violation in violations(client, &axe).await? {
                    found.push(format!("{path} for {who} at {width}: {violation}"));
                }
                let over = "return document.documentElement.scrollWidth - window.innerWidth";
                let over = client.execute(over, vec![]).await?.as_i64().unwrap_or(0);
                if over > 0 {
                    found.push(format!("{path} for {who} is {over} pixels wider than {width}"));
                }
            }
            Ok(())
        };
        look(&everybody, "everybody").await?;
        sign_in(client, &streaks.base, "ada").await?;
        look(&own, "whoever runs an event").await?;
        picture(client, &format!("host-{width}")).await?;
        for (path, name) in [
            ("/".to_owned(), "start"),
            (format!("/e/{slug}/members"), "members"),
            (format!("/e/{slug}?by=total&period=week"), "week"),
        ] {
            client.goto(&format!("{}{path}", streaks.base)).await?;
            picture(client, &format!("{name}-{width}")).await?;
            // What unfolds keeps its words in a line.
            let tall = "return [...document.querySelectorAll('summary')].filter((one) => one.offsetHeight > 50).length";
            let tall = client.execute(tall, vec![]).await?.as_i64();
            ensure!(tall == Some(0), "{path} at {width}: {tall:?} summaries are broken");
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        browser.client.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_api_is_tried_on_its_own_page() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    chat.say("telegram", "ada", "/event create title:Reading visibility:public").await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    sign_in(client, &streaks.base, "ada").await?;
    client.goto(&format!("{}/me/tokens", streaks.base)).await?;
    find(client, "#name").await?.send_keys("A try").await?;
    find(client, "form:last-of-type button.main").await?.click().await?;
    reads(client, ".said code", "st_").await?;
    let secret = find(client, ".said code").await?.text().await?;
    client.goto(&format!("{}/api", streaks.base)).await?;
    let send = "const all = [...document.querySelectorAll('#operations details')];
        const one = all.find((one) => one.querySelector('summary').textContent === arguments[0]);
        one.open = true;
        one.querySelector('button').click();";
    find(client, "#operations details").await?;
    client.execute(send, vec![json!("GET /events")]).await?;
    reads(client, "#operations details[open] pre", "Reading").await?;
    find(client, "#token").await?.send_keys(&secret).await?;
    client.execute("document.querySelector('details[open]').open = false", vec![]).await?;
    client.execute(send, vec![json!("GET /me")]).await?;
    reads(client, "#operations details[open] pre", "\"name\": \"Ada\"").await?;
    picture(client, "api").await?;
    browser.client.close().await?;
    Ok(())
}

/// For each first place of somebody with an Arabic name, whether its medal stands to the left of the name.
async fn first_places(client: &Client, css: &str) -> anyhow::Result<Value> {
    let places = "const all = [...document.querySelectorAll(arguments[0] + ' bdi')];
        const names = all.filter((one) => one.textContent.includes('أميرة'));
        return names.flatMap((name) => {
            const before = name.previousSibling;
            const medal = before?.data?.lastIndexOf('🥇') ?? -1;
            if (medal < 0) return [];
            const range = document.createRange();
            range.setStart(before, medal);
            range.setEnd(before, medal + 2);
            return [range.getBoundingClientRect().left < name.getBoundingClientRect().left];
        })";
    Ok(client.execute(places, vec![json!(css)]).await?)
}

#[tokio::test]
async fn a_name_of_the_other_direction_turns_no_line_round() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.is_heard_on(&["discord", "telegram"]).await?;
    let amira = chat.person("أميرة", "en-US", "Europe/London").await?;
    chat.say("discord", "ada", "/event create title:Read visibility:public").await?;
    chat.say("discord", &amira, "/join event:Read").await?;
    chat.say("discord", &amira, "/checkin event:Read").await?;
    chat.say("discord", "ada", "/leaderboard event:Read").await?;
    chat.say("telegram", "ada", "/leaderboard Read").await?;
    chat.say_in("telegram", "private", "ada", "/start").await?;
    let browser = browser(1280, 900).await?;
    let client = &browser.client;
    client.goto(&format!("{}/sandbox", streaks.base)).await?;
    find(client, "body[data-ready=true]").await?;
    become_person(client, "ada").await?;
    for platform in ["discord", "telegram"] {
        let pane = format!("section[data-platform={platform}]");
        reads(client, &pane, "🥇").await?;
        assert_eq!(first_places(client, &pane).await?, json!([true]), "{platform}");
    }
    sign_in(client, &streaks.base, "ada").await?;
    client.goto(&format!("{}/me", streaks.base)).await?;
    find(client, "#line").await?.send_keys("/leaderboard Read\n").await?;
    reads(client, "#answer", "🥇").await?;
    assert_eq!(first_places(client, "#answer").await?, json!([true]));
    browser.client.close().await?;
    Ok(())
}
