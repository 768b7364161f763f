//! Settings: defaults, then a file, then the environment. An unknown key is an error that names the nearest one.

mod limits;
mod mistake;
mod source;

use anyhow::bail;
use engine::rules::Zone;
use figment::Figment;
use figment::providers::{Format as _, Toml};
use secrecy::{ExposeSecret as _, SecretString};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;

use crate::config::limits::Limits;
use crate::config::source::{File, Variable};
use crate::owner;

/// Every key with its default and a comment.
pub const DEFAULT: &str = include_str!("../../config/default.toml");
const PREFIX: &str = "STREAKS_";
/// Names that belong to tests, not to the program.
const NOT_OURS: [&str; 2] = ["STREAKS_TEST_", "STREAKS_CONTRACTS"];
/// Keys whose values are never shown, and may come from a file.
const SECRETS: [(&str, &str); 7] = [
    ("database", "url"),
    ("discord", "token"),
    ("discord", "client_secret"),
    ("telegram", "token"),
    ("telegram", "client_secret"),
    ("email", "smtp"),
    ("push", "private_key"),
];

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub database: Database,
    pub web: Web,
    pub limits: Limits,
    pub operator: Operator,
    pub discord: Bot,
    pub telegram: Bot,
    pub email: Email,
    pub push: Push,
    pub people: People,
    #[cfg_attr(not(feature = "sandbox"), expect(dead_code, reason = "this build has none"))]
    pub sandbox: Sandbox,
    pub metrics: Metrics,
    pub log: Log,
    /// The file that all this was read from, where it has secrets in it and others may read it.
    #[serde(skip)]
    pub open_file: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    pub url: SecretString,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Web {
    pub listen: SocketAddr,
    #[serde(deserialize_with = "base")]
    pub public_url: String,
}

/// Who runs this instance, as /privacy and /terms say it, and where they say it themselves.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    pub name: String,
    pub contact: String,
    #[serde(deserialize_with = "page")]
    pub privacy_url: Option<String>,
    #[serde(deserialize_with = "page")]
    pub terms_url: Option<String>,
}

impl Operator {
    pub fn shown(&self) -> webhooks::Operator {
        let Operator { name, contact, privacy_url, terms_url } = self.clone();
        webhooks::Operator { name, contact, privacy_url, terms_url }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bot {
    pub token: SecretString,
    pub client_secret: SecretString,
    #[serde(deserialize_with = "server")]
    pub login_base: String,
    #[serde(deserialize_with = "server")]
    pub api_base: String,
    pub receive: Receive,
}

impl Bot {
    /// Whether it can talk with its platform.
    pub fn is_set(&self) -> bool {
        !self.token.expose_secret().is_empty()
    }

    /// Whether people can sign in with their account there.
    pub fn signs_in(&self) -> bool {
        !self.client_secret.expose_secret().is_empty()
    }
}

/// How a bot gets what people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Receive {
    /// By a connection of ours: Discord's gateway, Telegram's polling.
    Connection,
    /// By requests of the platform to `web.public_url`.
    Webhook,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Email {
    #[serde(deserialize_with = "smtp")]
    pub smtp: SecretString,
    #[serde(deserialize_with = "sender")]
    pub from: String,
}

impl Email {
    /// Whether mail can be sent.
    pub fn is_set(&self) -> bool {
        !self.smtp.expose_secret().is_empty()
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    #[serde(deserialize_with = "private_key")]
    pub private_key: SecretString,
    #[serde(deserialize_with = "contact")]
    pub contact: String,
    pub services: String,
}

impl Push {
    /// Whether browsers can be notified.
    pub fn is_set(&self) -> bool {
        !self.private_key.expose_secret().is_empty()
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    #[serde(deserialize_with = "zone")]
    pub zone: Option<Zone>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sandbox {
    #[cfg_attr(not(feature = "sandbox"), expect(dead_code, reason = "this build has none"))]
    pub record: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    #[serde(deserialize_with = "if_any")]
    pub listen: Option<SocketAddr>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    #[serde(deserialize_with = "directives")]
    pub filter: String,
    pub format: Format,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Text,
    Json,
}

/// Reads an address that may be left empty.
fn if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SocketAddr>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(D::Error::custom) }
}

/// Reads a time zone that may be left empty.
fn zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Zone>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(D::Error::custom) }
}

/// Reads the address of a page, which may be left empty.
fn page<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let is_page = ["https://", "http://"].iter().any(|begin| text.starts_with(begin))
        && text.bytes().all(|byte| byte.is_ascii_graphic());
    match text.is_empty() {
        true => Ok(None),
        false if is_page => Ok(Some(text)),
        false => Err(D::Error::custom("no address of a page")),
    }
}

/// The same of the address at which our own pages are reached.
fn base<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(page(deserializer)?.unwrap_or_default())
}

/// Reads where a platform answers.
fn server<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let address = reqwest::Url::parse(&text);
    match address.is_ok_and(|address| matches!(address.scheme(), "https" | "http")) {
        true => Ok(text),
        false => Err(D::Error::custom("no address of a server")),
    }
}

/// Reads text that may be left empty, and otherwise is something.
fn if_written<'de, D: Deserializer<'de>>(
    deserializer: D,
    is_one: impl Fn(&str) -> bool,
) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.is_empty() || is_one(&text) {
        true => Ok(text),
        false => Err(D::Error::custom("it is something else")),
    }
}

fn smtp<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    if_written(deserializer, email::is_server).map(SecretString::from)
}

fn sender<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    if_written(deserializer, email::is_sender)
}

fn private_key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    let is_key = |text: &str| push::Key::read(text).is_some();
    if_written(deserializer, is_key).map(SecretString::from)
}

fn contact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let ways = ["mailto:", "https://"];
    if_written(deserializer, |text| ways.iter().any(|way| text.starts_with(way)))
}

/// Reads what is logged, as it is given to the log.
fn directives<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    tracing_subscriber::EnvFilter::try_new(&text).map_err(D::Error::custom)?;
    Ok(text)
}

impl Settings {
    /// Reads the settings. `environment` is what the process was started with.
    pub fn load(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> anyhow::Result<Settings> {
        let mut settings = Figment::from(Toml::string(DEFAULT));
        let file = file.map(File::read).transpose()?;
        if let Some(file) = &file {
            settings = settings.merge(file);
        }
        let environment: BTreeMap<String, String> = environment.collect();
        for (name, value) in &environment {
            if name.starts_with(PREFIX) && !NOT_OURS.iter().any(|other| name.starts_with(other)) {
                settings = settings.merge(Variable::read(name, value, &environment)?);
            }
        }
        let read = settings.extract::<Settings>();
        let read = read.map_err(|error| mistake::explained(&error, file.as_ref()))?;
        if let Some(section) = read.out_of_reach() {
            let receive = mistake::named(&settings, section, "receive", file.as_ref());
            bail!("{receive} = \"webhook\" needs a web.public_url that begins with https://");
        }
        if read.email.is_set() && read.email.from.is_empty() {
            let smtp = mistake::named(&settings, "email", "smtp", file.as_ref());
            bail!("{smtp} needs an email.from that says who the mail is from");
        }
        let open = file.filter(|file| file.has_secrets() && owner::is_open(Path::new(&file.name)));
        Ok(Settings { open_file: open.map(|file| file.name), ..read })
    }

    /// The section of a bot to which its platform cannot post: it takes no address but one that begins with https://.
    fn out_of_reach(&self) -> Option<&'static str> {
        let is_reached = self.web.public_url.starts_with("https://");
        let bots = [
            ("discord", &self.discord, discord::API_BASE),
            ("telegram", &self.telegram, telegram::API_BASE),
        ];
        let posted = bots.into_iter().find(|(_, bot, real)| {
            bot.is_set() && bot.receive == Receive::Webhook && bot.api_base == *real
        });
        posted.map(|(section, ..)| section).filter(|_| !is_reached)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn load(file: &str, environment: &[(&str, &str)]) -> anyhow::Result<Settings> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("streaks-config-{}-{n}.toml", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, file).unwrap();
        let loaded = Settings::load(
            Some(&path),
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        std::fs::remove_file(&path).unwrap();
        loaded
    }

    /// What is said of a file, behind its name.
    fn complaint(file: &str) -> String {
        let said = format!("{:#}", load(file, &[]).unwrap_err());
        said.split_once(".toml").expect("it names the file").1.to_owned()
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
        let file = "[web]\nlisten = \"127.0.0.1:1\"\n[people]\nzone = \"Asia/Tokyo\"\n";
        let settings = load(
            file,
            &[
                ("STREAKS_WEB_LISTEN", "127.0.0.1:2"),
                ("HOME", "/x"),
                ("STREAKS_TEST_DATABASE", "x"),
            ],
        )
        .unwrap();
        assert_eq!(settings.web.listen.port(), 2);
        assert_eq!(settings.people.zone.map(Zone::name), Some("Asia/Tokyo"));
        assert_eq!(settings.telegram.api_base, "https://api.telegram.org");
    }

    #[test]
    fn an_unknown_key_names_the_nearest_one() {
        let why = |file: &str, environment: &[(&str, &str)]| {
            format!("{:#}", load(file, environment).unwrap_err())
        };
        assert!(
            why("[discord]\ntokn = \"x\"\n", &[])
                .ends_with("unknown key discord.tokn; did you mean token?")
        );
        assert!(
            why("[dicsord]\n", &[]).ends_with("unknown section [dicsord]; did you mean discord?")
        );
        let wrong = why("", &[("STREAKS_DISCORD_TOKN", "x")]);
        assert!(wrong.ends_with("did you mean STREAKS_DISCORD_TOKEN?"), "{wrong}");
    }

    #[test]
    fn a_mistake_in_a_file_names_its_line_its_key_and_what_belongs_there() {
        for (file, said) in [
            (
                "[web]\nlisten = \"nowhere\"\n",
                ", line 2: web.listen has to be an address with a port, such as \"127.0.0.1:8080\"",
            ),
            ("# hi\n\n[limits]\n  pages = -1\n", ", line 4: limits.pages has to be a whole number"),
            (
                "[people]\nzone = \"Moon\"\n",
                ", line 2: people.zone has to be a time zone, such as \"Europe/Berlin\"",
            ),
            (
                "[discord]\n[telegram]\nreceive = \"post\"\n",
                ", line 3: telegram.receive has to be \"connection\" or \"webhook\"",
            ),
            ("log.format = \"xml\"\n", ", line 1: log.format has to be \"text\" or \"json\""),
            ("\nlog = 5\n", ", line 2: log has to be a section, [log]"),
            (
                "[operator]\nterms_url = \"javascript:x\"\n",
                ", line 2: operator.terms_url has to be an address that begins with https://",
            ),
            (
                "[web]\n\npublic_url = \"streaks.example.org\"\n",
                ", line 3: web.public_url has to be an address that begins with https://",
            ),
            (
                "[telegram]\napi_base = \"api.telegram.test\"\n",
                ", line 2: telegram.api_base has to be an address that begins with https://",
            ),
            (
                "[discord]\n\nlogin_base = \"\"\n",
                ", line 3: discord.login_base has to be an address that begins with https://",
            ),
            (
                "[email]\n\nsmtp = \"mail.test\"\n",
                ", line 3: email.smtp has to be the address of a mail server, such as \
                 \"smtps://USER:PASSWORD@mail.example.org\"",
            ),
            (
                "email.from = \"me\"\n",
                ", line 1: email.from has to be an address, such as \
                 \"Streaks <streaks@example.org>\"",
            ),
            (
                "[push]\nprivate_key = \"AAAA\"\n",
                ", line 2: push.private_key has to be a key that `streaks vapid` prints",
            ),
            (
                "[push]\ncontact = \"me@example.org\"\n",
                ", line 2: push.contact has to be an address that begins with mailto: or https://",
            ),
            (
                "[log]\nfilter = \"info,engine=loud\"\n",
                ", line 2: log.filter has to be a level, such as \"info\", or directives, such as \
                 \"info,engine=debug\"",
            ),
            (
                "[discord]\n\ntokn = \"x\"\n",
                ", line 3: unknown key discord.tokn; did you mean token?",
            ),
            ("\n[dicsord]\n", ", line 2: unknown section [dicsord]; did you mean discord?"),
            (
                "[discord]\ntoken = \"x\"\ntoken = \"y\"\n",
                ", line 3 (discord.token): it stands there twice",
            ),
            (
                "[web]\n\nlisten = nowhere\n",
                ", line 3 (web.listen): a line has to be [section], or key = value \
                 with text between quotes",
            ),
        ] {
            assert_eq!(complaint(file), said, "{file}");
        }
        let wrong = load("", &[("STREAKS_LIMITS_PAGES", "many")]).unwrap_err().to_string();
        assert_eq!(wrong, "STREAKS_LIMITS_PAGES has to be a whole number");
    }

    #[test]
    fn a_bot_that_its_platform_cannot_post_to_is_named_with_its_place() {
        let needs = "receive = \"webhook\" needs a web.public_url that begins with https://";
        let both = "[discord]\ntoken = \"x\"\n[telegram]\ntoken = \"x\"\n";
        let file = format!("{both}receive = \"webhook\"\n");
        assert_eq!(complaint(&file), format!(", line 5: telegram.{needs}"));
        let file = "[web]\npublic_url = \"http://streaks.test\"\n\
                    [discord]\nreceive = \"webhook\"\ntoken = \"x\"\n";
        assert_eq!(complaint(file), format!(", line 4: discord.{needs}"));
        let variable = ("STREAKS_DISCORD_RECEIVE", "webhook");
        let said = load(both, &[variable]).unwrap_err().to_string();
        assert_eq!(said, format!("STREAKS_DISCORD_{}", needs.replacen("receive", "RECEIVE", 1)));
        for (file, environment) in [
            (both, vec![variable, ("STREAKS_WEB_PUBLIC_URL", "https://streaks.test")]),
            (both, vec![variable, ("STREAKS_DISCORD_API_BASE", "http://127.0.0.1:1")]),
            ("", vec![variable]),
        ] {
            assert!(load(file, &environment).is_ok(), "{file}: {environment:?}");
        }
    }

    #[test]
    fn mail_from_nobody_is_named_with_its_server() {
        let needs = "needs an email.from that says who the mail is from";
        let server = "smtp://mail.test";
        let file = format!("[email]\nsmtp = \"{server}\"\n");
        assert_eq!(complaint(&file), format!(", line 2: email.smtp {needs}"));
        let variable = ("STREAKS_EMAIL_SMTP", server);
        let said = load("", &[variable]).unwrap_err().to_string();
        assert_eq!(said, format!("STREAKS_EMAIL_SMTP {needs}"));
        assert!(load("", &[variable, ("STREAKS_EMAIL_FROM", "streaks@mail.test")]).is_ok());
    }

    #[test]
    fn no_mistake_shows_a_secret_wherever_it_stands() {
        const SECRET: &str = "MTIz.4s3cr3t";
        for file in [
            "[discord]\ntoken = MTIz.4s3cr3t\n",
            "[discord]\ntoken = \"MTIz.4s3cr3t\n",
            "[discord]\ntoken = [\"MTIz.4s3cr3t\"]\n",
            "[discord]\ntoken = { MTIz.4s3cr3t = 1 }\n",
            "[discord]\nMTIz.4s3cr3t = \"token\"\n",
            "[discord]\n\"MTIz.4s3cr3t\" = \"token\"\n",
            "[discord]\nMTIz.4s3cr3t\n",
            "[\"MTIz.4s3cr3t\"]\n",
            "MTIz.4s3cr3t = 1\n",
            "discord = \"MTIz.4s3cr3t\"\n",
            "[discord]\nreceive = \"MTIz.4s3cr3t\"\n",
            "[web]\nlisten = \"MTIz.4s3cr3t\"\n",
            "[people]\nzone = \"MTIz.4s3cr3t\"\n",
            "[limits]\npages = \"MTIz.4s3cr3t\"\n",
            "[log]\nformat = \"MTIz.4s3cr3t\"\n",
            "[log]\nfilter = \"info=MTIz.4s3cr3t\"\n",
            "[web]\npublic_url = \"MTIz.4s3cr3t\"\n",
            "[telegram]\napi_base = \"MTIz.4s3cr3t\"\n",
            "[email]\nsmtp = \"MTIz.4s3cr3t\"\n",
            "[email]\nfrom = \"MTIz.4s3cr3t\"\n",
            "[push]\nprivate_key = \"MTIz.4s3cr3t\"\n",
            "[push]\ncontact = \"MTIz.4s3cr3t\"\n",
        ] {
            let said = complaint(file);
            let is_shown = SECRET.split('.').any(|part| said.contains(part));
            assert!(!is_shown && said.starts_with(", line "), "{file}: {said}");
        }
        // Digits alone are no text, and no less secret.
        let said = complaint("[discord]\ntoken = 48151623\n");
        assert_eq!(said, ", line 2: discord.token has to be text between quotes");
        for name in [
            "STREAKS_WEB_LISTEN",
            "STREAKS_LIMITS_API",
            "STREAKS_PEOPLE_ZONE",
            "STREAKS_LOG_FORMAT",
            "STREAKS_TELEGRAM_RECEIVE",
            "STREAKS_EMAIL_SMTP",
            "STREAKS_PUSH_PRIVATE_KEY",
            "STREAKS_DISCORD_TOKEN_FILE",
            "STREAKS_TOKEN",
        ] {
            let said = format!("{:#}", load("", &[(name, SECRET)]).unwrap_err());
            assert!(said.contains(name) && !said.contains(SECRET), "{name}: {said}");
        }
    }

    #[test]
    fn a_secret_comes_from_a_file_without_its_last_line_break() {
        let secret = std::env::temp_dir().join(format!("streaks-secret-{}", std::process::id()));
        std::fs::write(&secret, "abc\n").unwrap();
        let settings =
            load("#\n", &[("STREAKS_DISCORD_TOKEN_FILE", secret.to_str().unwrap())]).unwrap();
        assert_eq!(settings.discord.token.expose_secret(), "abc");
        assert!(!format!("{settings:?}").contains("abc"));
        let both = [
            ("STREAKS_DISCORD_TOKEN_FILE", secret.to_str().unwrap()),
            ("STREAKS_DISCORD_TOKEN", "x"),
        ];
        assert!(load("##\n", &both).unwrap_err().to_string().contains("are both set"));
    }

    #[test]
    fn settings_are_shown_without_their_secrets() {
        let secrets = SECRETS.map(|(section, key)| {
            let name = format!("{PREFIX}{}_{}", section.to_uppercase(), key.to_uppercase());
            let secret = match section {
                "email" => "smtp://s3cret:s3cret@mail.test".to_owned(),
                "push" => format!("s3cret{}", "A".repeat(37)),
                _ => format!("s3cret of {section}"),
            };
            (name, secret)
        });
        let sender = ("STREAKS_EMAIL_FROM".to_owned(), "streaks@mail.test".to_owned());
        let environment = secrets.into_iter().chain([sender]);
        let settings = Settings::load(None, environment).unwrap();
        assert_eq!(settings.database.url.expose_secret(), "s3cret of database");
        for shown in [format!("{settings:?}"), format!("{settings:#?}")] {
            assert!(!shown.contains("s3cret"), "{shown}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_with_secrets_that_others_may_read_is_named() {
        use std::os::unix::fs::PermissionsExt as _;
        let file = std::env::temp_dir().join(format!("streaks-open-{}.toml", std::process::id()));
        let is_named = |text: &str, mode: u32| {
            std::fs::write(&file, text).unwrap();
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
            Settings::load(Some(&file), std::iter::empty()).unwrap().open_file.is_some()
        };
        for secret in [
            "[discord]\ntoken = \"x\"\n",
            "email.smtp = \"smtps://me:x@mail.test\"\nemail.from = \"me@mail.test\"\n",
            "[database]\nurl = \"postgres://me:x@db.test/streaks\"\n",
            "[database]\nurl = \"postgres://db.test/streaks?password=x\"\n",
        ] {
            assert!(is_named(secret, 0o644) && is_named(secret, 0o640), "{secret}");
            assert!(!is_named(secret, 0o600), "{secret}");
        }
        for none in [
            "[discord]\ntoken = \"\"\n",
            "[database]\nurl = \"sqlite:me@work.db\"\n",
            "[database]\nurl = \"postgres://db.test/streaks\"\n",
            "[email]\nsmtp = \"smtp://mail.test\"\nfrom = \"me@mail.test\"\n",
        ] {
            assert!(!is_named(none, 0o644), "{none}");
        }
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn every_setting_of_the_defaults_is_read() {
        assert!(load("# nothing", &[]).is_ok());
    }

    proptest::proptest! {
        #[test]
        fn whatever_a_file_says_is_read_or_explained(
            section in proptest::sample::select(&["web", "discord", "people", "log", "wbe", "a b"][..]),
            key in proptest::sample::select(&["listen", "token", "zone", "filter", "", "é", "[x"][..]),
            value in proptest::sample::select(&["5", "\"x\"", "true", "[1]", "{ a = 1 }", "\"", "2026-01-01"][..]),
        ) {
            if let Err(error) = load(&format!("[{section}]\n{key} = {value}\n"), &[]) {
                let said = format!("{error:#}");
                proptest::prop_assert!(!said.is_empty());
            }
        }

        #[test]
        fn a_token_is_text_whatever_it_looks_like_and_no_error_shows_it(
            token in proptest::sample::select(&["12345", "true", "1:AA", "[7]", "2026-01-01"][..]),
            listen in proptest::sample::select(&["127.0.0.1:1", "nowhere"][..]),
        ) {
            let environment = [("STREAKS_DISCORD_TOKEN", token), ("STREAKS_WEB_LISTEN", listen)];
            match load("", &environment) {
                Ok(settings) => proptest::prop_assert_eq!(settings.discord.token.expose_secret(), token),
                Err(error) => {
                    let said = format!("{error:#}");
                    proptest::prop_assert!(said.contains("STREAKS_WEB_LISTEN") && !said.contains(token), "{}", said);
                }
            }
        }
    }
}
