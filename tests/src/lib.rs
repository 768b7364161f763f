//! The product as a whole, started as its users start it, and spoken to by the sandbox's control API.

pub mod mail_server;

use anyhow::{Context, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStderr, Command};

/// How long anything may take before a test gives up.
pub const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Tests play months in a moment, and say more than people do.
const LIMITS: [&str; 8] = [
    "COMMANDS",
    "PLACE_COMMANDS",
    "SUGGESTIONS",
    "CODE_TRIES",
    "PLACE_CODE_TRIES",
    "OPEN_CODES",
    "NEW_EVENTS",
    "PLACE_NOTICES",
];

/// A running `streaks` process.
pub struct Streaks {
    child: Child,
    /// Where it listens, such as `http://127.0.0.1:40001`.
    pub base: String,
    /// What it printed until it was up.
    pub banner: Vec<String>,
    /// What it printed since.
    later: Arc<Mutex<Vec<String>>>,
}

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests live in the workspace")
}

/// The program, built from the sources as they are.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        // Built already, by whoever runs all tests.
        if let Some(built) = std::env::var_os("STREAKS_TEST_PROGRAM") {
            return built.into();
        }
        let mut cargo =
            std::process::Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // What cargo tells a test about its own package would make it build everything anew.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("CARGO_PKG_")
                || name.starts_with("CARGO_MANIFEST_")
                || name == "CARGO"
            {
                cargo.env_remove(name);
            }
        }
        let built = cargo.args(["build", "--workspace", "--quiet"]).current_dir(root()).status();
        assert!(built.is_ok_and(|status| status.success()), "the program does not build");
        let tests = std::env::current_exe().expect("a test has a path");
        tests.ancestors().nth(2).expect("tests lie in target/debug/deps").join("streaks")
    })
}

/// The memory that a process uses, in KiB.
pub fn rss_kib(process: u32) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let rss = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
    Ok(rss.trim().trim_end_matches(" kB").parse()?)
}

/// A folder of its own for one test.
pub fn folder(name: &str) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("streaks-{name}-{}-{n}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    folder
}

/// The program with a clean environment, in a folder of its own.
pub fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(args).current_dir(folder).env_clear().kill_on_drop(true);
    command.env("STREAKS_WEB_LISTEN", "127.0.0.1:0").env("STREAKS_LOG_FILTER", "warn");
    lift_limits(&mut command);
    if let Ok(record) = std::env::var("STREAKS_TEST_RECORD") {
        command.env("STREAKS_SANDBOX_RECORD", record);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    // scripts/secrets looks through all that is logged.
    if let Some(logs) = std::env::var_os("STREAKS_TEST_LOGS") {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let log = Path::new(&logs).join(format!("{}-{n}.log", std::process::id()));
        let log = std::fs::File::create(log).expect("the folder for logs can be written");
        command.env("STREAKS_LOG_FILTER", "trace").stderr(log);
    }
    command
}

/// Writes down what people do, names and words: scripts/secrets looks for them in what was logged.
fn note(path: &str, body: &Value) -> anyhow::Result<()> {
    use std::io::Write as _;
    let Some(said) = std::env::var_os("STREAKS_TEST_SAID") else { return Ok(()) };
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(said)?;
    // In one call, since several processes write to it.
    file.write_all(format!("{}\n", json!({"path": path, "body": body})).as_bytes())?;
    Ok(())
}

/// Lets people and places ask for as much as they like.
pub fn lift_limits(command: &mut Command) {
    command.envs(LIMITS.map(|limit| (format!("STREAKS_LIMITS_{limit}"), "0")));
}

impl Streaks {
    /// Everything in one process, with a sandbox and an empty database.
    pub async fn start() -> anyhow::Result<Streaks> {
        let url = engine::testing::url().await?;
        let mut command = command(&folder("run"), &[]);
        command.env("STREAKS_DATABASE_URL", url);
        Streaks::launch(command, "Leaderboards:").await
    }

    /// Starts a command and waits for the line that says where it listens.
    pub async fn launch(mut command: Command, line: &str) -> anyhow::Result<Streaks> {
        let mut child = command.spawn().context("the program does not start")?;
        let stdout = child.stdout.take().context("the program has no output")?;
        let mut lines = BufReader::new(stdout).lines();
        let mut banner = vec![];
        let base = loop {
            let next = tokio::time::timeout(TIME_LIMIT, lines.next_line())
                .await
                .context("the program does not get up")??;
            let Some(text) = next else { bail!("the program ended early: {banner:?}") };
            banner.push(text.clone());
            if let Some(rest) = text.strip_prefix(line) {
                let address =
                    rest.split_whitespace().next().context("a line without an address")?;
                let host =
                    address.trim_start_matches("http://").split('/').next().unwrap_or_default();
                break format!("http://{host}");
            }
        };
        // Whatever it prints later must not fill the pipe.
        let later: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = later.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                kept.lock().expect("nobody panics").push(line);
            }
        });
        Ok(Streaks { child, base, banner, later })
    }

    /// What follows these words on the line that begins with them.
    pub async fn told(&self, words: &str) -> anyhow::Result<String> {
        let told = async {
            loop {
                let later = self.later.lock().expect("nobody panics").clone();
                if let Some(rest) = later.iter().find_map(|line| line.strip_prefix(words)) {
                    return rest.trim().to_owned();
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(TIME_LIMIT, told)
            .await
            .with_context(|| format!("nothing says {words}"))
    }

    /// What it printed so far, a line each.
    pub fn printed(&self) -> Vec<String> {
        [&self.banner[..], &self.later.lock().expect("nobody panics")[..]].concat()
    }

    /// The memory that the process uses, in KiB.
    pub fn rss_kib(&self) -> anyhow::Result<f64> {
        rss_kib(self.id().context("the process is gone already")?)
    }

    /// The number of the process, while it runs.
    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// Whether the process ends by itself, and how: none while it goes on.
    pub async fn ended(&mut self, within: Duration) -> anyhow::Result<Option<bool>> {
        match tokio::time::timeout(within, self.child.wait()).await {
            Ok(status) => Ok(Some(status?.success())),
            Err(_) => Ok(None),
        }
    }

    /// What it writes as its log, if that was asked for.
    pub fn log(&mut self) -> Option<ChildStderr> {
        self.child.stderr.take()
    }

    /// Ends the process at once, as a power cut would.
    pub async fn kill(mut self) -> anyhow::Result<()> {
        Ok(self.child.kill().await?)
    }

    /// Asks the process to end, and gives how long it took and whether it ended well.
    pub async fn terminate(mut self) -> anyhow::Result<(Duration, bool)> {
        let began = std::time::Instant::now();
        let id = self.child.id().context("the process is gone already")?;
        let status = Command::new("kill").args(["-TERM", &id.to_string()]).status().await?;
        anyhow::ensure!(status.success(), "no signal could be sent");
        let ended = tokio::time::timeout(TIME_LIMIT, self.child.wait())
            .await
            .context("the process does not end")??;
        Ok((began.elapsed(), ended.success()))
    }

    /// The chat of this process.
    pub fn chat(&self) -> Chat {
        Chat { base: self.base.clone(), http: reqwest::Client::new() }
    }

    /// Signs somebody in with their account on Telegram, and gives the cookie of the session.
    pub async fn sign_in(&self, person: &str) -> anyhow::Result<String> {
        let http =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
        let header = |answer: &reqwest::Response, name: &str| {
            let value = answer.headers().get_all(name).iter().next_back();
            let value = value.and_then(|value| Some(value.to_str().ok()?.to_owned()));
            value.with_context(|| format!("{} says no {name}", answer.url()))
        };
        let asked = http.get(format!("{}/sign-in/telegram", self.base)).send().await?;
        let attempt = header(&asked, "set-cookie")?;
        let agreed = format!("{}&as={person}", header(&asked, "location")?);
        let back = header(&http.get(agreed).send().await?, "location")?;
        let attempt = attempt.split(';').next().unwrap_or_default();
        let entered = http.get(back).header("cookie", attempt).send().await?;
        let cookies = entered.headers().get_all("set-cookie").iter();
        let cookies = cookies.filter_map(|line| line.to_str().ok()?.split(';').next());
        let session =
            cookies.into_iter().find(|cookie| cookie.starts_with("streaks=") && cookie.len() > 20);
        Ok(session.context("nobody is signed in")?.to_owned())
    }

    /// The body of a page.
    pub async fn page(&self, path: &str) -> anyhow::Result<(u16, String)> {
        let answer = reqwest::get(format!("{}{path}", self.base)).await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    }
}

/// A number that a database gives.
pub async fn number(url: &str, query: &'static str) -> anyhow::Result<i64> {
    Ok(if url.starts_with("postgres") {
        let pool = sqlx::PgPool::connect(url).await?;
        sqlx::query_scalar(query).fetch_one(&pool).await?
    } else {
        let pool = sqlx::SqlitePool::connect(url).await?;
        sqlx::query_scalar(query).fetch_one(&pool).await?
    })
}

/// Changes a database past the program.
pub async fn change(url: &str, statement: &str) -> anyhow::Result<()> {
    let statement = sqlx::AssertSqlSafe(statement.to_owned());
    if url.starts_with("postgres") {
        let pool = sqlx::PgPool::connect(url).await?;
        sqlx::query(statement).execute(&pool).await?;
        pool.close().await;
    } else {
        let pool = sqlx::SqlitePool::connect(url).await?;
        sqlx::query(statement).execute(&pool).await?;
        pool.close().await;
    }
    Ok(())
}

/// The sandbox in a process of its own, which outlives the bots.
pub async fn sandbox() -> anyhow::Result<Streaks> {
    let mut command = command(&folder("sandbox"), &["sandbox", "--listen", "127.0.0.1:0"]);
    command.env_remove("STREAKS_WEB_LISTEN");
    Streaks::launch(command, "Sandbox:").await
}

/// Lets a command find the bots' places in a sandbox, and a database.
pub fn settle_in(command: &mut Command, sandbox: &Streaks, database: &str) {
    for line in &sandbox.banner {
        let settings = line.split_whitespace().filter_map(|word| word.split_once('='));
        command.envs(settings.filter(|(name, _)| name.starts_with("STREAKS_")));
    }
    command.env("STREAKS_DATABASE_URL", database).env("STREAKS_PEOPLE_ZONE", "UTC");
}

/// The bots of a sandbox that runs in another process.
pub async fn bots(sandbox: &Streaks, database: &str) -> anyhow::Result<Streaks> {
    bots_with(sandbox, database, &[]).await
}

/// The same, with settings in the environment.
pub async fn bots_with(
    sandbox: &Streaks,
    database: &str,
    settings: &[(&str, &str)],
) -> anyhow::Result<Streaks> {
    let mut command = command(&folder("bots"), &[]);
    settle_in(&mut command, sandbox, database);
    command.envs(settings.iter().copied());
    let bots = Streaks::launch(command, "Leaderboards:").await?;
    sandbox.chat().is_heard_on(&["discord", "telegram"]).await?;
    Ok(bots)
}

/// People who talk to the bots through the sandbox.
#[derive(Clone)]
pub struct Chat {
    base: String,
    http: reqwest::Client,
}

/// What appeared because of something that was said or pressed, or because time went by.
#[derive(Debug, Clone)]
pub struct Answer(pub Value);

impl Chat {
    pub fn at(base: &str) -> Chat {
        Chat { base: base.to_owned(), http: reqwest::Client::new() }
    }

    async fn post(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        note(path, &body)?;
        let address = format!("{}/sandbox/api/{path}", self.base);
        let answer = self.http.post(address).json(&body).timeout(TIME_LIMIT).send().await?;
        Ok(answer.json().await?)
    }

    /// Pulls a lever of the sandbox.
    pub async fn post_to(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        self.post(path, body).await
    }

    pub async fn get(&self, path: &str) -> anyhow::Result<Value> {
        Ok(self.http.get(format!("{}/sandbox/api/{path}", self.base)).send().await?.json().await?)
    }

    /// Waits until the bots listen there.
    pub async fn is_heard_on(&self, platforms: &[&str]) -> anyhow::Result<()> {
        for platform in platforms {
            let commands = format!("commands?platform={platform}&person=ada");
            while self.get(&commands).await?.as_array().is_none_or(Vec::is_empty) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        // Commands are registered before the gateway is up. Whoever is posted to has none.
        for _ in 0..60 {
            let gateway = self.get("gateway").await?;
            if !platforms.contains(&"discord") || gateway["identified"] != 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Says a line in the group.
    pub async fn say(&self, platform: &str, person: &str, text: &str) -> anyhow::Result<Answer> {
        self.say_in(platform, "group", person, text).await
    }

    /// Says a line in the group or in private.
    pub async fn say_in(
        &self,
        platform: &str,
        place: &str,
        person: &str,
        text: &str,
    ) -> anyhow::Result<Answer> {
        let body = json!({"platform": platform, "place": place, "person": person, "text": text});
        Ok(Answer(self.post("say", body).await?))
    }

    /// Says what a body says: also on Discord in private, with a photo, or in reply to a message.
    pub async fn say_as(&self, body: Value) -> anyhow::Result<Answer> {
        Ok(Answer(self.post("say", body).await?))
    }

    /// Says a line in the group with a photo, on Telegram.
    pub async fn show(&self, person: &str, text: &str) -> anyhow::Result<Answer> {
        let body = json!({"platform": "telegram", "place": "group", "person": person,
            "text": text, "photo": true});
        Ok(Answer(self.post("say", body).await?))
    }

    /// Answers a message, in private on Telegram.
    pub async fn reply(&self, person: &str, to: &str, text: &str) -> anyhow::Result<Answer> {
        let body = json!({"platform": "telegram", "place": "private", "person": person,
            "text": text, "reply_to": to});
        Ok(Answer(self.post("say", body).await?))
    }

    /// Sends where a person is, in private on Telegram.
    pub async fn locate(
        &self,
        person: &str,
        latitude: f64,
        longitude: f64,
    ) -> anyhow::Result<Answer> {
        let location = json!({"latitude": latitude, "longitude": longitude});
        let body = json!({"platform": "telegram", "place": "private", "person": person,
            "location": location});
        Ok(Answer(self.post("say", body).await?))
    }

    /// Fills in the form that is open for a person, on Discord.
    pub async fn submit(&self, person: &str, fields: Value) -> anyhow::Result<Answer> {
        Ok(Answer(self.post("submit", json!({"person": person, "fields": fields})).await?))
    }

    /// Picks a command from the menu of another person, on Discord.
    pub async fn menu(&self, person: &str, command: &str, user: &str) -> anyhow::Result<Answer> {
        let body = json!({"person": person, "command": command, "user": user});
        Ok(Answer(self.post("menu", body).await?))
    }

    /// Presses a button of a message, by its label.
    pub async fn press(
        &self,
        platform: &str,
        person: &str,
        message: &str,
        button: &str,
    ) -> anyhow::Result<Answer> {
        let body =
            json!({"platform": platform, "message": message, "button": button, "person": person});
        Ok(Answer(self.post("press", body).await?))
    }

    /// Sends an interaction with these fields, word for word, on Discord.
    pub async fn interact(&self, fields: Value) -> anyhow::Result<Answer> {
        Ok(Answer(self.post("interact", fields).await?))
    }

    pub async fn autocomplete(
        &self,
        person: &str,
        command: &str,
        option: &str,
        typed: &str,
    ) -> anyhow::Result<Value> {
        self.post(
            "autocomplete",
            json!({"command": command, "option": option, "typed": typed, "person": person}),
        )
        .await
    }

    /// Makes a person.
    pub async fn person(&self, name: &str, locale: &str, zone: &str) -> anyhow::Result<String> {
        let made =
            self.post("people", json!({"name": name, "locale": locale, "zone": zone})).await?;
        Ok(made["id"].as_str().context("a person has an id")?.to_owned())
    }

    /// Sets the clock, and gives what the bots did at the new time.
    pub async fn set_clock(&self, at: &str) -> anyhow::Result<Answer> {
        Ok(Answer(self.post("clock", json!({"set": at})).await?))
    }

    pub async fn advance(&self, seconds: i64) -> anyhow::Result<Answer> {
        Ok(Answer(self.post("clock", json!({"advance_s": seconds})).await?))
    }

    /// Lets the bot pin in the Telegram group, or no longer.
    pub async fn let_pin(&self, pin: bool) -> anyhow::Result<()> {
        self.post("rights", json!({"pin": pin})).await.map(drop)
    }

    /// Lets a person bring the bot into the server or group anew.
    pub async fn bring(&self, platform: &str, person: &str) -> anyhow::Result<()> {
        self.post("bring", json!({"platform": platform, "person": person})).await.map(drop)
    }

    /// Puts the bot out of the server or group.
    pub async fn put_out(&self, platform: &str, person: &str) -> anyhow::Result<()> {
        self.post("put-out", json!({"platform": platform, "person": person})).await.map(drop)
    }

    /// The Discord server is not there for a while.
    pub async fn guild_is_unavailable(&self) -> anyhow::Result<()> {
        let body = json!({"platform": "discord", "person": "ada", "unavailable": true});
        self.post("put-out", body).await.map(drop)
    }

    /// A person blocks the bot on Telegram, or lets it in again.
    pub async fn block(&self, person: &str, blocked: bool) -> anyhow::Result<()> {
        self.post("block", json!({"person": person, "blocked": blocked})).await.map(drop)
    }

    /// Breaks the connections of the Discord bot, or sends something over them.
    pub async fn gateway(&self, order: Value) -> anyhow::Result<()> {
        self.post("gateway", order).await.map(drop)
    }

    pub async fn fault(&self, fault: Value) -> anyhow::Result<()> {
        let answer = self.post("fault", fault).await?;
        anyhow::ensure!(answer["error"].is_null(), "{answer}");
        Ok(())
    }

    /// A moderator deletes a message.
    pub async fn delete(&self, message: &str) -> anyhow::Result<()> {
        let answer = self.post("delete", json!({"message": message})).await?;
        anyhow::ensure!(answer["error"].is_null(), "{answer}");
        Ok(())
    }

    /// An update of Telegram's with these fields, word for word.
    pub async fn update(&self, fields: &Value) -> anyhow::Result<()> {
        self.post("update", fields.clone()).await.map(drop)
    }

    /// Everything that anybody saw.
    pub async fn transcript(&self) -> anyhow::Result<Vec<Value>> {
        let mut transcript = self.get("transcript").await?;
        Ok(transcript["entries"].as_array_mut().map(std::mem::take).unwrap_or_default())
    }

    /// Fails if the bots asked for anything that the sandbox does not know.
    pub async fn assert_nothing_unknown(&self) -> anyhow::Result<()> {
        let unknown = self.get("unknown").await?;
        anyhow::ensure!(unknown["count"] == 0, "{unknown}");
        Ok(())
    }
}

impl Answer {
    /// The texts of the messages and the notes, a line each.
    pub fn text(&self) -> String {
        let texts = |list: &str| -> Vec<String> {
            let items = self.0[list].as_array().map(Vec::as_slice).unwrap_or_default();
            items.iter().filter_map(|item| item["text"].as_str().map(str::to_owned)).collect()
        };
        [texts("messages"), texts("toasts")].concat().join("\n")
    }

    /// The id of the first message.
    pub fn message(&self) -> anyhow::Result<&str> {
        let id = self.0["messages"][0]["id"].as_str();
        id.with_context(|| format!("no message in {}", self.0))
    }

    /// The id of the message that says this: others may have been written anew at the same time.
    pub fn message_with(&self, text: &str) -> anyhow::Result<&str> {
        let says = |message: &&Value| message["text"].as_str().is_some_and(|it| it.contains(text));
        let id = self.messages().iter().find(says).and_then(|message| message["id"].as_str());
        id.with_context(|| format!("nothing says {text} in {}", self.0))
    }

    /// The messages that are new, but for the boards of days.
    pub fn fresh(&self) -> Vec<&Value> {
        let is_board =
            |message: &Value| message["text"].as_str().is_some_and(|text| text.starts_with("📅"));
        let is_fresh = |message: &&Value| message["edited"] != true && !is_board(message);
        self.messages().iter().filter(is_fresh).collect()
    }

    pub fn messages(&self) -> &[Value] {
        self.0["messages"].as_array().map(Vec::as_slice).unwrap_or_default()
    }
}
