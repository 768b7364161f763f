//! Settings: defaults, then a file, then the environment. An unknown key is an error that names the nearest one.

use anyhow::{Context, bail};
use engine::rules::Zone;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use toml::{Table, Value};

/// Every key with its default and a comment.
pub const DEFAULT: &str = include_str!("../../config/default.toml");
const PREFIX: &str = "STREAKS_";
/// Names that belong to tests, not to the program.
const NOT_OURS: [&str; 2] = ["STREAKS_TEST_", "STREAKS_CONTRACTS"];
/// Keys whose values are never shown, and may come from a file.
const SECRETS: [(&str, &str); 3] =
    [("database", "url"), ("discord", "token"), ("telegram", "token")];

#[derive(Debug, Clone, Deserialize)]
pub struct Settings {
    pub database: Database,
    pub web: Web,
    pub discord: Bot,
    pub telegram: Bot,
    pub people: People,
    pub sandbox: Sandbox,
    pub log: Log,
}

#[derive(Clone, Deserialize)]
pub struct Database {
    pub url: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Web {
    pub listen: SocketAddr,
    pub public_url: String,
}

#[derive(Clone, Deserialize)]
pub struct Bot {
    pub token: String,
    pub api_base: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct People {
    pub zone: Zone,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Sandbox {
    pub record: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Log {
    pub filter: String,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Database { .. }")
    }
}

impl std::fmt::Debug for Bot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bot").field("api_base", &self.api_base).finish_non_exhaustive()
    }
}

impl Settings {
    /// Reads the settings. `environment` is what the process was started with.
    pub fn load(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> anyhow::Result<Settings> {
        let mut table: Table = DEFAULT.parse().context("config/default.toml")?;
        if let Some(file) = file {
            let name = file.display().to_string();
            let text =
                std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
            let own: Table = text.parse().with_context(|| name.clone())?;
            lay_over(&mut table, own, &name)?;
        }
        let environment: BTreeMap<String, String> = environment.collect();
        for (name, value) in &environment {
            if name.starts_with(PREFIX) && !NOT_OURS.iter().any(|other| name.starts_with(other)) {
                set_from_environment(&mut table, &environment, name, value)?;
            }
        }
        Value::Table(table).try_into().context("the settings do not fit")
    }
}

/// Puts the keys of a file over those that are known.
fn lay_over(known: &mut Table, own: Table, source: &str) -> anyhow::Result<()> {
    for (section, keys) in own {
        let Some(known) = known.get_mut(&section).and_then(Value::as_table_mut) else {
            bail!(
                "{source}: unknown section [{section}]{}",
                hint(&section, known.keys().map(String::as_str))
            );
        };
        let Value::Table(keys) = keys else {
            bail!("{source}: {section} is a section, not a value")
        };
        for (key, value) in keys {
            if !known.contains_key(&key) {
                bail!(
                    "{source}: unknown key {section}.{key}{}",
                    hint(&key, known.keys().map(String::as_str))
                );
            }
            known.insert(key, value);
        }
    }
    Ok(())
}

fn set_from_environment(
    table: &mut Table,
    environment: &BTreeMap<String, String>,
    name: &str,
    value: &str,
) -> anyhow::Result<()> {
    let path = |section: &str, key: &str| {
        format!("{PREFIX}{}_{}", section.to_uppercase(), key.to_uppercase())
    };
    let keys = |table: &Table| -> Vec<(String, String)> {
        let sections = table.iter().filter_map(|(section, keys)| Some((section, keys.as_table()?)));
        sections
            .flat_map(|(section, keys)| keys.keys().map(|key| (section.clone(), key.clone())))
            .collect()
    };
    for (section, key) in keys(table) {
        let plain = path(&section, &key);
        let is_secret = SECRETS.contains(&(section.as_str(), key.as_str()));
        let value = if name == plain {
            value.to_owned()
        } else if is_secret && name == format!("{plain}_FILE") {
            if environment.contains_key(&plain) {
                bail!("{plain} and {name} are both set");
            }
            let secret = std::fs::read_to_string(value)
                .with_context(|| format!("{name}: {value} cannot be read"))?;
            secret.trim_end_matches(['\r', '\n']).to_owned()
        } else {
            continue;
        };
        if let Some(section) = table.get_mut(&section).and_then(Value::as_table_mut) {
            section.insert(key, Value::String(value));
        }
        return Ok(());
    }
    let known: Vec<String> = keys(table).iter().map(|(section, key)| path(section, key)).collect();
    bail!(
        "unknown setting {name} in the environment{}",
        hint(name, known.iter().map(String::as_str))
    )
}

/// The known name that is most like what was written.
fn hint<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known
        .map(|name| (strsim::jaro_winkler(written, name), name))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map_or_else(String::new, |(_, name)| format!("; did you mean {name}?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(file: &str, environment: &[(&str, &str)]) -> anyhow::Result<Settings> {
        let path = std::env::temp_dir().join(format!(
            "streaks-config-{}-{}.toml",
            std::process::id(),
            file.len()
        ));
        std::fs::write(&path, file).unwrap();
        Settings::load(
            Some(&path),
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
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
        assert_eq!(settings.people.zone.name(), "Asia/Tokyo");
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
    fn a_secret_comes_from_a_file_without_its_last_line_break() {
        let secret = std::env::temp_dir().join(format!("streaks-secret-{}", std::process::id()));
        std::fs::write(&secret, "abc\n").unwrap();
        let settings =
            load("#\n", &[("STREAKS_DISCORD_TOKEN_FILE", secret.to_str().unwrap())]).unwrap();
        assert_eq!(settings.discord.token, "abc");
        assert!(!format!("{settings:?}").contains("abc"));
        let both = [
            ("STREAKS_DISCORD_TOKEN_FILE", secret.to_str().unwrap()),
            ("STREAKS_DISCORD_TOKEN", "x"),
        ];
        assert!(load("##\n", &both).unwrap_err().to_string().contains("are both set"));
    }

    #[test]
    fn every_setting_of_the_defaults_is_read() {
        assert!(load("# nothing", &[]).is_ok());
    }
}
