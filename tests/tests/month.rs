//! A month in one community: twelve people on both platforms, and all that happens to them. What everybody reads is
//! kept as a chat log, in English and in Arabic.

use anyhow::Context;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::{Answer, Chat, Streaks};

const GUESTS: [&str; 11] =
    ["Amira", "Ben", "Chen", "Dana", "Eli", "Fatima", "Goran", "Hana", "Ines", "Jonas", "Kofi"];

/// The chat log of a story.
struct Story {
    chat: Chat,
    base: String,
    /// The people's ids in the sandbox, the host last.
    people: Vec<String>,
    /// What they speak.
    locale: String,
    lines: Vec<String>,
    /// What is different each time: codes.
    secrets: Vec<String>,
    uninvited: Uninvited,
}

/// What the groups were told that nobody in them had asked for, whatever made it appear, by its ids.
#[derive(Default)]
struct Uninvited(BTreeMap<String, Told>);

struct Told {
    platform: String,
    at: String,
    text: String,
}

impl Uninvited {
    /// Notes what is new since the last time: no more than the last two hundred messages are shown.
    async fn listen(&mut self, chat: &Chat) -> anyhow::Result<()> {
        let shown = chat.get("messages?person=ada").await?;
        for message in shown["messages"].as_array().context("a list")? {
            let is_unasked = message["author"] == "Streaks"
                && message["place"] == "group"
                && message["only_for"].is_null()
                && message["is_answer"] == false;
            let word = |field: &str| message[field].as_str().unwrap_or_default().to_owned();
            if is_unasked && !self.0.contains_key(&word("id")) {
                let (platform, at, text) = (word("platform"), word("at"), word("text"));
                self.0.insert(word("id"), Told { platform, at, text });
            }
        }
        Ok(())
    }

    /// How much each group was told.
    fn counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for told in self.0.values() {
            *counts.entry(told.platform.as_str()).or_default() += 1;
        }
        counts
    }

    fn saying(&self, words: &str) -> Vec<&str> {
        self.0.values().map(|told| told.text.as_str()).filter(|text| text.contains(words)).collect()
    }

    fn assert_calm(&self) {
        let mut minutes: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for told in self.0.values() {
            let minute = told.at.get(..16).unwrap_or_default();
            minutes.entry((told.platform.as_str(), minute)).or_default().push(told.text.as_str());
        }
        for (minute, told) in minutes {
            assert!(told.len() <= AT_ONCE_MAX, "too many at {minute:?}: {told:#?}");
        }
    }
}

/// What a person reads of an answer: the messages and notes, with their buttons, one after the other.
fn read(answer: &Answer) -> Vec<String> {
    let mut read = vec![];
    for message in answer.messages() {
        // Cards and boards are written anew beside what is said.
        if message["edited"] == true && message["only_for"].is_null() && message["person"].is_null()
        {
            continue;
        }
        let place = match (message["only_for"].as_str(), message["place"].as_str()) {
            (Some(_), _) => " (only you)",
            (None, Some("private")) => " (in private)",
            _ => "",
        };
        let text = message["text"].as_str().unwrap_or_default();
        let mut said = format!("  Streaks{place}: {}", text.replace('\n', "\n    "));
        if message["files"].as_array().is_some_and(|files| !files.is_empty()) {
            said.push_str("\n    (a picture)");
        }
        let buttons = message["buttons"].as_array().map(Vec::as_slice).unwrap_or_default();
        let labels: Vec<String> = buttons
            .iter()
            .filter_map(|button| Some(format!("[{}]", button["label"].as_str()?)))
            .collect();
        if !labels.is_empty() {
            said.push_str(&format!("\n    {}", labels.join(" ")));
        }
        read.push(said);
    }
    for toast in answer.0["toasts"].as_array().into_iter().flatten() {
        let text = toast["text"].as_str().unwrap_or_default();
        read.push(format!("  Streaks (a note): {}", text.replace('\n', "\n    ")));
    }
    read
}

impl Story {
    async fn begin(streaks: &Streaks, locale: &str) -> anyhow::Result<Story> {
        let chat = streaks.chat();
        chat.set_clock("2027-03-01T12:00:00Z").await?;
        let mut people = vec![];
        for name in GUESTS {
            people.push(chat.person(name, locale, "Europe/Berlin").await?);
        }
        people.push("ada".to_owned());
        let base = streaks.base.clone();
        Ok(Story {
            chat,
            base,
            people,
            locale: locale.to_owned(),
            lines: vec![],
            secrets: vec![],
            uninvited: Uninvited::default(),
        })
    }

    fn note(&mut self, who: &str, what: &str, answer: &Answer) {
        self.lines.push(format!("{who}: {what}"));
        self.lines.extend(read(answer));
    }

    /// Says a line that belongs to the story.
    async fn say(&mut self, platform: &str, who: usize, line: &str) -> anyhow::Result<Answer> {
        self.say_in(platform, "group", who, line).await
    }

    async fn say_in(
        &mut self,
        platform: &str,
        place: &str,
        who: usize,
        line: &str,
    ) -> anyhow::Result<Answer> {
        let answer = self.chat.say_in(platform, place, &self.people[who], line).await?;
        anyhow::ensure!(answer.0["error"].is_null(), "{line}: {}", answer.0);
        let name = GUESTS.get(who).copied().unwrap_or("Ada");
        self.note(&format!("{name} on {platform}"), line, &answer);
        Ok(answer)
    }

    /// Says a line of everyday life, which is not told.
    async fn quietly(&self, who: usize, line: &str) -> anyhow::Result<Answer> {
        // The first six are on Discord, the others on Telegram.
        let platform = if who < 6 || who == 11 { "discord" } else { "telegram" };
        let answer = self.chat.say(platform, &self.people[who], line).await?;
        anyhow::ensure!(answer.0["error"].is_null(), "{line}: {}", answer.0);
        Ok(answer)
    }

    /// Presses the button whose id holds this.
    async fn press(
        &mut self,
        platform: &str,
        who: usize,
        under: &Answer,
        id: &str,
    ) -> anyhow::Result<Answer> {
        let has = |button: &Value| button["id"].as_str().is_some_and(|known| known.contains(id));
        let found = under.messages().iter().find_map(|message| {
            let button = message["buttons"].as_array()?.iter().find(|button| has(button))?;
            Some((message["id"].as_str()?, button["id"].as_str()?, button["label"].as_str()?))
        });
        let (message, button, label) =
            found.with_context(|| format!("no button {id} in {}", under.0))?;
        let mut answer = self.chat.press(platform, &self.people[who], message, button).await?;
        anyhow::ensure!(answer.0["error"].is_null(), "{id}: {}", answer.0);
        // What is told elsewhere comes before the answer or after it.
        if let Some(messages) = answer.0["messages"].as_array_mut() {
            messages.sort_by_key(|message| message["platform"] != platform);
        }
        let name = GUESTS.get(who).copied().unwrap_or("Ada");
        self.note(&format!("{name} on {platform}"), &format!("presses [{label}]"), &answer);
        Ok(answer)
    }

    /// Moves the clock on to a day, and tells what was told by itself at the times at which something may be.
    async fn day(&mut self, day: usize) -> anyhow::Result<()> {
        let date = format!("2027-03-{day:02}");
        // Nine in the morning of Berlin, in winter and in summer, and what comes some hours later. A group is told one thing
        // a minute.
        for time in
            ["00:11", "07:00", "07:02", "07:04", "08:00", "08:02", "08:04", "11:00", "12:00"]
        {
            self.clock(&format!("{date}T{time}:00Z")).await?;
        }
        self.uninvited.listen(&self.chat).await
    }

    async fn clock(&mut self, at: &str) -> anyhow::Result<()> {
        let told = self.chat.set_clock(at).await?;
        // Both platforms hear the same at the same time, in no particular order. The boards of two days are enough.
        let mut said: Vec<String> = read(&told).iter().map(|said| said.replace("**", "")).collect();
        let is_told =
            |said: &String| !said.contains("📅") || at.contains("-02T") || at.contains("-12T");
        said.retain(is_told);
        said.sort();
        said.dedup();
        if !said.is_empty() {
            self.lines.push(String::new());
            self.lines.push(format!("— {} —", at.replace(['T', 'Z'], " ").trim()));
            self.lines.extend(said);
        }
        Ok(())
    }

    /// The story with everything replaced that is different each time.
    fn transcript(&self) -> String {
        let mut text = self.lines.join("\n").replace(&self.base, "http://streaks.test");
        for secret in &self.secrets {
            text = text.replace(secret, "CODE");
        }
        // Seconds go by while the story is told.
        let mut parts = text.split("<t:");
        let first = parts.next().unwrap_or_default().to_owned();
        text = parts.fold(first, |text, part| {
            format!("{text}<t:…{}", part.trim_start_matches(|c: char| c.is_ascii_digit()))
        });
        // The tail of an address tells events of one title apart.
        let mut clean = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find("/e/") {
            let (before, address) = rest.split_at(at);
            let end = address
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '/')))
                .unwrap_or(address.len());
            let (address, after) = address.split_at(end);
            clean.push_str(before);
            clean.push_str(address.rsplit_once('-').map_or("/e/", |(head, _)| head));
            rest = after;
        }
        clean + rest
    }
}

/// The code that stands in a text after the command that takes it.
fn code(answer: &Answer, command: &str) -> anyhow::Result<String> {
    let text = answer.text();
    let (_, rest) = text.split_once(command).with_context(|| format!("no {command} in {text}"))?;
    let rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    Ok(rest.chars().take_while(char::is_ascii_alphanumeric).collect())
}

const ADA: usize = 11;
/// An event that nobody joins.
const GHOSTS: &str = "Ghosts";
/// Messages that nobody asked for, in a channel in a month with seven events, and in a minute: a board a day, a recap a
/// week, results, and milestones.
const UNINVITED_MAX: usize = 45;
const AT_ONCE_MAX: usize = 2;

async fn month(story: &mut Story, language: &str) -> anyhow::Result<()> {
    if language != "en" {
        for who in 0..=ADA {
            story.quietly(who, &format!("/settings language:{language}")).await.ok();
        }
        for who in 6..ADA {
            let line = format!("/settings language:{language}");
            story.chat.say_in("telegram", "private", &story.people[who], &line).await?;
        }
    }
    story.say("discord", ADA, &format!("/admin setup zone:Berlin language:{language}")).await?;
    story
        .say(
            "discord",
            ADA,
            "/event create visibility:public title:Read text:\"20 pages\" emoji:📚 category:read",
        )
        .await?;
    story
        .say("discord", ADA, "/event create visibility:public title:Run goal:\"20 km a week\"")
        .await?;
    let tasks = "/event create visibility:public title:Morning tasks:\"stretch, water, read, walk, write\" need:3";
    story.say("discord", ADA, tasks).await?;
    story.say("discord", ADA, "/event create visibility:public title:Together group:every").await?;
    story
        .say(
            "discord",
            ADA,
            "/event create visibility:public title:Steps goal:8000 unit:steps mode:contest ends:\"4 weeks\"",
        )
        .await?;
    let secret =
        story.chat.say("discord", "ada", "/event create title:Secret visibility:invite").await?;
    let invitation = code(&secret, "/join code:")?;
    story.secrets.push(invitation.clone());
    story.note("Ada on discord", "/event create title:Secret visibility:invite", &secret);
    // Nobody joins this one.
    let ghosts =
        format!("/event create visibility:public title:{GHOSTS} starts:2027-03-02 ends:2027-03-16");
    story.quietly(ADA, &ghosts).await?;
    // The group speaks the language of the story, whoever runs it.
    let language = format!("/admin setup language:{}", story.locale);
    story.chat.say("telegram", "ada", &language).await?;
    for title in ["Read", "Run", "Morning", "Together", "Steps"] {
        story.chat.say("telegram", "ada", &format!("/event announce {title}")).await?;
    }
    story.chat.say("telegram", "ada", &format!("/event announce {GHOSTS}")).await?;
    story.say("telegram", 6, "/join Read").await?;
    for who in 0..=ADA {
        // Whoever joined first stands first among equals.
        story.chat.advance(1).await?;
        story
            .quietly(who, if who < 6 || who == ADA { "/join event:Read" } else { "/join Read" })
            .await?;
    }
    for who in [0, 1] {
        story.chat.advance(1).await?;
        story.quietly(who, "/join event:Run").await?;
        story.quietly(who, "/join event:Together").await?;
        story.quietly(who, "/join event:Steps").await?;
        story.quietly(who, "/join event:Morning").await?;
    }
    story.say("discord", 2, &format!("/join code:{invitation}")).await?;
    story.say("discord", 0, "/checkin event:Read note:\"chapter one\"").await?;
    story.say("discord", 0, "/checkin event:Run amount:7.5").await?;
    let ask = story.say("discord", 1, "/checkin event:Run").await?;
    story.press("discord", 1, &ask, "=10000").await?;
    let tasks = story.say("discord", 0, "/checkin event:Morning").await?;
    let more = story.press("discord", 0, &tasks, ":#0").await?;
    let tasks = story.press("discord", 0, &more, ":more").await?;
    story.press("discord", 0, &tasks, ":#1").await?;
    story.say("discord", 0, "/checkin event:Morning task:write").await?;
    story.say("telegram", 6, "/checkin Read").await?;
    for day in 1..=29 {
        story.day(day).await?;
        for who in 0..=ADA {
            let misses = match who {
                // Chen misses a day that a freeze saves, Dana four that nothing saves.
                2 => day == 12,
                3 => (14..=17).contains(&day),
                // Ben is away.
                1 => (10..=14).contains(&day),
                _ => false,
            };
            if !misses && day < 29 {
                let line =
                    if who < 6 || who == ADA { "/checkin event:Read" } else { "/checkin Read" };
                story.quietly(who, line).await?;
            }
        }
        for who in [0, 1] {
            if day < 28 {
                story.quietly(who, "/checkin event:Together").await?;
                let steps = 8000 + 100 * (day % 7) * (who + 1);
                story.quietly(who, &format!("/checkin event:Steps amount:{steps}")).await?;
            }
            if day % 2 == 0 {
                story.quietly(who, "/checkin event:Run amount:7").await?;
            }
        }
        match day {
            2 => drop(story.say("discord", 0, "/remind at:20:00 event:Read").await?),
            3 => {
                story.say("discord", 4, "/cheer user:@Amira words:\"what a start\"").await?;
            }
            5 => link(story).await?,
            9 => drop(story.say("discord", 1, "/pause event:Read until:2027-03-14").await?),
            10 => drop(story.say("discord", 0, "/timezone zone:Tokyo").await?),
            13 => drop(story.say("discord", 2, "/freeze event:Read").await?),
            18 => {
                story.say("discord", 3, "/streak event:Read").await?;
                for missed in ["2027-03-16", "2027-03-17"] {
                    let line = format!(
                        "/admin repair user:@Dana day:{missed} event:Read reason:\"was ill\""
                    );
                    story.say("discord", ADA, &line).await?;
                }
            }
            20 => drop(story.say("discord", 0, "/leaderboard event:Read").await?),
            21 => drop(story.say("discord", 0, "/leaderboard event:Together").await?),
            22 => drop(story.say("discord", 0, "/matrix event:Read").await?),
            24 => drop(story.say("telegram", 7, "/badges").await?),
            _ => {}
        }
    }
    story.say("discord", 0, "/leaderboard event:Steps").await?;
    story.say("discord", ADA, "/admin audit").await?;
    story.say("discord", 0, "/streak").await?;
    Ok(())
}

/// Kofi, who reads along on Telegram, is on Discord as well.
async fn link(story: &mut Story) -> anyhow::Result<()> {
    const KOFI: usize = 10;
    let made = story.chat.say("discord", &story.people[KOFI], "/link").await?;
    let code = code(&made, "/link")?;
    story.secrets.push(code.clone());
    story.note("Kofi on discord", "/link", &made);
    let preview = story.say_in("telegram", "private", KOFI, &format!("/link {code}")).await?;
    let asked = story.press("telegram", KOFI, &preview, ":link:").await?;
    story.press("discord", KOFI, &asked, ":link::yes").await?;
    story.say("discord", KOFI, "/streak event:Read").await?;
    Ok(())
}

/// The order of people who did the same is that of their ids, which are drawn anew each time: so are the codes. All
/// the rest is the same.
/// No message has a date as we keep it, or in Arabic a name that is not isolated.
fn assert_shown_as_people_do(lines: &[String], language: &str) {
    for line in lines.iter().flat_map(|said| said.lines()) {
        let Some(said) = line.strip_prefix("  ").filter(|said| !said.trim().starts_with('['))
        else {
            continue;
        };
        let letters: Vec<char> = said.chars().collect();
        let is_date = letters.windows(10).any(|ten| {
            let is_mark = |n| n == 4 || n == 7;
            ten.iter()
                .enumerate()
                .all(|(n, c)| if is_mark(n) { *c == '-' } else { c.is_ascii_digit() })
        });
        assert!(!is_date, "a date as we keep it: {said}");
        if language != "ar" {
            continue;
        }
        let outside: String = said
            .split('\u{2068}')
            .map(|part| part.split_once('\u{2069}').map_or(part, |(_, outside)| outside))
            .collect();
        let is_bare = GUESTS.iter().any(|name| outside.contains(name));
        assert!(!is_bare, "a name that is not isolated: {said}");
    }
}

async fn told(language: &str) -> anyhow::Result<String> {
    let streaks = Streaks::start().await?;
    let locale = if language == "en" { "en-US" } else { language };
    let mut story = Story::begin(&streaks, locale).await?;
    month(&mut story, language).await?;
    story.chat.assert_nothing_unknown().await?;
    story.uninvited.listen(&story.chat).await?;
    let counts = story.uninvited.counts();
    println!("{language}: {counts:?}");
    assert_shown_as_people_do(&story.lines, language);
    anyhow::ensure!(counts.len() == 2, "both groups are told something: {counts:?}");
    let is_calm = counts.values().all(|told| (29..=UNINVITED_MAX).contains(told));
    anyhow::ensure!(is_calm, "messages that nobody asked for: {counts:?}");
    story.uninvited.assert_calm();
    let ghosts = story.uninvited.saying(GHOSTS);
    anyhow::ensure!(ghosts.is_empty(), "nobody is in, and yet: {ghosts:#?}");
    Ok(story.transcript())
}

#[tokio::test]
async fn a_month_in_one_community_in_english() -> anyhow::Result<()> {
    let transcript = told("en").await?;
    insta::assert_snapshot!("month_english", transcript);
    Ok(())
}

#[tokio::test]
async fn a_month_in_one_community_in_arabic() -> anyhow::Result<()> {
    let transcript = told("ar").await?;
    insta::assert_snapshot!("month_arabic", transcript);
    Ok(())
}

/// Messages that nobody asked for in a group of three hundred with three events in a month.
const UNINVITED_OF_MANY_MAX: usize = 60;

/// A month of three hundred people in a group on Telegram. They begin on different days, check in at all times of the
/// day, and miss some.
#[tokio::test]
async fn a_month_of_three_hundred_people_is_calm() -> anyhow::Result<()> {
    const PEOPLE: usize = 300;
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    chat.set_clock("2027-03-01T06:00:00Z").await?;
    let titles = ["Read", "Run", "Write"];
    for event in ["Read", "Run days:\"3 times a week\"", "Write goal:\"200 words\""] {
        chat.say(
            "telegram",
            "ada",
            &format!("/event create visibility:public title:{event} zone:UTC"),
        )
        .await?;
    }
    let mut people = vec![];
    for n in 0..PEOPLE {
        people.push(chat.person(&format!("Member {n}"), "en-US", "UTC").await?);
    }
    let mut uninvited = Uninvited::default();
    for day in 1..=30 {
        for (part, time) in
            ["00:11", "05:00", "09:00", "09:02", "09:04", "10:30", "14:00", "19:30", "22:00"]
                .into_iter()
                .enumerate()
        {
            chat.set_clock(&format!("2027-03-{day:02}T{time}:00Z")).await?;
            let mut crowd = vec![];
            for (n, person) in people.iter().enumerate() {
                let (begins, event) = (1 + n % 9, titles[n % 3]);
                if n % 9 != part || day < begins {
                    continue;
                }
                let line = match (day == begins, n % 3) {
                    (true, _) => format!("/join {event}"),
                    // Every few days somebody has no time.
                    (false, _) if (n * 7 + day * 5) % 23 == 0 => continue,
                    (false, 2) => format!("/checkin {event} 250"),
                    (false, _) => format!("/checkin {event}"),
                };
                let (chat, person) = (chat.clone(), person.clone());
                let said = async move { chat.say("telegram", &person, &line).await };
                crowd.push(tokio::spawn(said));
            }
            for said in crowd {
                let said = said.await??;
                anyhow::ensure!(said.0["error"].is_null(), "{:?}", said.0);
            }
            uninvited.listen(&chat).await?;
        }
    }
    let (told, boards) = (uninvited.0.len(), uninvited.saying("📅").len());
    println!("{told} messages, {boards} boards");
    anyhow::ensure!(boards >= 29 && told <= UNINVITED_OF_MANY_MAX, "{told}, {boards}");
    uninvited.assert_calm();
    chat.assert_nothing_unknown().await
}

/// Three who began on the same day reach a hundred days within a minute: one is told alone, the others in one message.
#[tokio::test]
async fn a_hundredth_day_of_several_is_calm() -> anyhow::Result<()> {
    const PEOPLE: usize = 3;
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    let first = chrono::NaiveDate::from_ymd_opt(2027, 3, 1).context("a date")?;
    let noon = |day: u64| format!("{}T12:00:00Z", first + chrono::Days::new(day));
    chat.set_clock(&noon(0)).await?;
    chat.say("telegram", "ada", "/event create visibility:public title:Read zone:UTC").await?;
    let mut people = vec![];
    for n in 0..PEOPLE {
        let person = chat.person(&format!("Member {n}"), "en-US", "UTC").await?;
        chat.say("telegram", &person, "/join Read").await?;
        people.push(person);
    }
    let mut uninvited = Uninvited::default();
    for day in 0..100 {
        chat.set_clock(&noon(day)).await?;
        for person in &people {
            let said = chat.say("telegram", person, "/checkin Read").await?;
            anyhow::ensure!(said.0["error"].is_null(), "{:?}", said.0);
        }
        if day % 20 == 0 {
            uninvited.listen(&chat).await?;
        }
    }
    for _ in 0..13 {
        chat.advance(60).await?;
    }
    uninvited.listen(&chat).await?;
    uninvited.assert_calm();
    let last = noon(99);
    let great = uninvited.0.values().filter(|told| told.at >= last && told.text.contains('🎉'));
    let great: Vec<&str> =
        great.map(|told| told.text.as_str()).filter(|text| !text.contains('📅')).collect();
    anyhow::ensure!(great.len() == 2, "{great:#?}");
    for n in 0..PEOPLE {
        let name = format!("Member {n}");
        let named = great.iter().filter(|text| text.contains(&name)).count();
        anyhow::ensure!(named == 1, "{name}: {great:#?}");
    }
    chat.assert_nothing_unknown().await
}

#[tokio::test]
async fn what_is_only_on_one_platform_works_there() -> anyhow::Result<()> {
    let streaks = Streaks::start().await?;
    let chat = streaks.chat();
    // A form on Discord, and an answered question on Telegram.
    let asked = chat.say("discord", "ada", "/event create").await?;
    assert!(asked.messages().iter().any(|message| !message["modal"].is_null()), "{:?}", asked.0);
    let made = chat.submit("ada", json!({"title": "Swim", "days": "3 times a week"})).await?;
    assert!(made.text().contains("3 days a week"), "{:?}", made.0);
    let card = chat.press("discord", "ada", made.message()?, "Publish").await?;
    assert!(card.text().contains("3 days a week"), "{:?}", card.0);
    let asked = chat.say_in("telegram", "private", "ken", "/event create").await?;
    assert!(asked.text().contains("heißen"), "{:?}", asked.0);
    let made = chat.say_in("telegram", "private", "ken", "Lesen am Abend").await?;
    assert!(made.text().contains("Lesen am Abend"), "{:?}", made.0);
    // The menu of a person.
    chat.say("discord", "grace", "/join event:Swim").await?;
    let seen = chat.menu("ada", "View streak", "grace").await?;
    assert!(seen.text().contains("Swim"), "{:?}", seen.0);
    let cheered = chat.menu("ada", "Cheer", "grace").await?;
    assert!(cheered.text().contains("👏"), "{:?}", cheered.0);
    // A photo, and a file.
    chat.say("discord", "ada", "/event create visibility:public title:Gym proof:approved").await?;
    chat.say("telegram", "ken", "/join Gym").await?;
    let asked = chat.say("telegram", "ken", "/checkin Gym").await?;
    assert!(!asked.text().contains("Tag 1"), "{:?}", asked.0);
    let shown = chat.show("ken", "/checkin Gym").await?;
    assert!(shown.text().contains("Tag 1"), "{:?}", shown.0);
    chat.say("discord", "grace", "/join event:Gym").await?;
    let shown = chat.say("discord", "grace", "/checkin event:Gym proof:gym.png").await?;
    assert!(!shown.text().is_empty() && shown.0["error"].is_null(), "{:?}", shown.0);
    chat.assert_nothing_unknown().await
}
