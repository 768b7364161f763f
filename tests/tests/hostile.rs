//! Two hundred hostile strings as names, titles, goals, notes, tasks and words, through every message: nothing is
//! pinged, nothing is parsed as markup, nothing is lost.

use serde_json::{Value, json};
use tests::{Chat, Streaks};

/// Mentions, markup of both platforms, addresses, escapes and placeholders, alone and in pairs.
const STRINGS: &str = include_str!("../hostile.txt");

/// Words that stand nowhere else: `scripts/secrets` looks for them in what was logged.
const TITLED: &str = "Quaggamire";
const NOTED: &str = "thornapplewort";
const NAMED: &str = "Wigglesworth";

/// What a bot sent must read as it was written, and mean nothing.
fn check(platform: &str, body: &Value, hostile: &str) -> usize {
    let text = |field: &str| body[field].as_str().unwrap_or_default().to_owned();
    if platform == "discord" {
        let data = if body["data"].is_object() { &body["data"] } else { body };
        // Whoever does not say who may be mentioned lets everybody be.
        if !data["content"].is_null() || !data["embeds"].is_null() {
            let mentions = &data["allowed_mentions"];
            assert_eq!(mentions["parse"], json!([]), "{hostile}: {data}");
            for named in ["users", "roles"] {
                assert_eq!(mentions[named].as_array().map_or(0, Vec::len), 0, "{hostile}: {data}");
            }
        }
        let framed = data["embeds"].as_array().into_iter().flatten();
        let framed = framed.filter_map(|embed| embed["description"].as_str());
        let content = data["content"].as_str().into_iter().chain(framed).collect::<Vec<_>>();
        // Between backticks nothing means anything.
        let content = content.join("\n").replace("\\`", "");
        let content: String = content.split('`').step_by(2).collect();
        for mark in ["@everyone", "@here", "<@1>", "<@&2>", "<#3>", "**bold**", "[x](http"] {
            let naked = content.match_indices(mark).any(|(at, _)| !content[..at].ends_with('\\'));
            assert!(!naked, "{hostile} stands naked in {content}");
        }
        usize::from(!content.is_empty())
    } else {
        let html = text("text") + &text("caption");
        assert!(
            !html.contains("<b>bold</b>") && !html.contains("evil.test'>"),
            "{hostile}: {html}"
        );
        let mut after_at = html.split('@').skip(1);
        let is_mention = after_at.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        assert!(!is_mention, "{hostile} may ping somebody: {html}");
        let shown = ["", "HTML"].contains(&text("parse_mode").as_str());
        assert!(shown, "{body}");
        usize::from(!html.is_empty())
    }
}

/// What a reader sees: without what keeps signs from being markup or mentions.
fn visible(text: &str) -> String {
    text.replace(['\\', '\u{2060}'], "")
}

async fn use_it(chat: &Chat, n: usize, hostile: &str) -> anyhow::Result<()> {
    let quoted = hostile.replace('"', "'");
    let who = ["ada", "ken", "grace"][n % 3];
    // Titles and goals, notes, tasks and words.
    let (discord, telegram) = (n.is_multiple_of(2), n % 2 == 1);
    let platform = if discord { "discord" } else { "telegram" };
    let (title, note) = (format!("{n} {TITLED} {quoted}"), format!("{quoted} {NOTED}"));
    let made = format!("/event create visibility:public title:\"{title}\" goal:\"{quoted}\"");
    let card = chat.say(platform, who, &made).await?;
    anyhow::ensure!(card.0["error"].is_null(), "{made}: {}", card.0);
    let shown = card.messages().iter().any(|message| {
        let text = message["text"].as_str().unwrap_or_default();
        visible(text).contains(&visible(&quoted))
    });
    anyhow::ensure!(shown, "{hostile} is lost in {}", card.0);
    if telegram && n % 10 == 1 {
        chat.say(platform, who, &format!("/join {title}")).await?;
        chat.say(platform, who, &format!("/checkin event:\"{title}\" note:\"{note}\"")).await?;
        chat.say(platform, who, &format!("/streak {title}")).await?;
        chat.say(platform, who, &format!("/leaderboard {title}")).await?;
        chat.say(platform, who, &format!("/join {quoted}")).await?;
    }
    if discord && n.is_multiple_of(10) {
        chat.say(platform, who, &format!("/join event:\"{title}\"")).await?;
        chat.say(platform, who, &format!("/checkin event:\"{title}\" note:\"{note}\"")).await?;
        chat.say(platform, who, &format!("/streak event:\"{title}\"")).await?;
        chat.say(platform, who, &format!("/remind at:\"{quoted}\" event:\"{title}\"")).await?;
        chat.say(platform, who, &format!("/timezone zone:\"{quoted}\"")).await?;
        chat.say(platform, who, &format!("/pause event:\"{title}\" until:\"{quoted}\"")).await?;
        chat.say(platform, who, &format!("/events search:\"{quoted}\"")).await?;
        chat.say(
            platform,
            who,
            &format!("/help topic:\"{}\"", quoted.chars().take(30).collect::<String>()),
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn hostile_text_is_shown_as_it_is_and_does_nothing() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let strings: Vec<&str> = STRINGS.lines().collect();
    assert_eq!(strings.len(), 200);
    for (n, hostile) in strings.iter().enumerate() {
        // Fifty events are the most that one person runs.
        if n.is_multiple_of(12) {
            chat.advance(60).await?;
        }
        if n < 144 {
            use_it(&chat, n, hostile).await?;
        } else {
            let said = chat.say("telegram", "ken", &format!("/join nix {hostile}")).await?;
            let text = said.text();
            anyhow::ensure!(
                visible(&text).contains(&visible(hostile)),
                "{hostile} is lost in {text}"
            );
        }
    }
    // People with hostile names cheer for each other.
    for (n, hostile) in strings.iter().enumerate().filter(|(n, _)| n.is_multiple_of(20)) {
        let name = format!("{} {NAMED}", hostile.chars().take(17).collect::<String>());
        let person = chat.person(&name, "en-US", "UTC").await?;
        let said = chat.say("discord", &person, "/badges").await?;
        anyhow::ensure!(said.0["error"].is_null(), "{n}: {}", said.0);
        chat.say("telegram", &person, "/badges").await?;
    }
    let requests = chat.get("requests?limit=5000").await?;
    let requests = requests["requests"].as_array().cloned().unwrap_or_default();
    anyhow::ensure!(requests.len() > 200, "{} requests were recorded", requests.len());
    let mut checked = 0;
    for request in &requests {
        let platform = request["platform"].as_str().unwrap_or_default();
        checked += check(platform, &request["body"], request["path"].as_str().unwrap_or_default());
    }
    anyhow::ensure!(checked > 200, "only {checked} messages were looked at");
    chat.assert_nothing_unknown().await
}
