//! Where settings come from: a file, and the environment.

use anyhow::{Context, bail};
use figment::providers::{Format as _, Toml};
use figment::value::{Dict, Map, Value};
use figment::{Metadata, Profile, Provider};
use std::collections::BTreeMap;
use std::path::Path;

use crate::config::{PREFIX, SECRETS, mistake};

/// A file of settings.
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
}

impl File {
    pub(super) fn read(path: &Path) -> anyhow::Result<File> {
        let name = path.display().to_string();
        let text =
            std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        let file = File { name, text };
        match mistake::unreadable(&file) {
            Some(error) => Err(error),
            None => Ok(file),
        }
    }

    /// Whether something stands there that nobody else may know.
    pub(super) fn has_secrets(&self) -> bool {
        let settings = Toml::from_str::<Dict>(&self.text).unwrap_or_default();
        SECRETS.iter().any(|&(section, key)| {
            let section = settings.get(section).and_then(Value::as_dict);
            let value = section.and_then(|section| section.get(key)?.as_str()).unwrap_or_default();
            match key {
                // An address is one if there is a password in it.
                "url" => {
                    !value.starts_with("sqlite:")
                        && (value.contains('@') || value.contains("password"))
                }
                "smtp" => value.contains('@'),
                _ => !value.is_empty(),
            }
        })
    }
}

impl Provider for File {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name.clone())
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        Toml::string(&self.text).data()
    }
}

/// A setting in the environment. Its value is text, whatever it looks like: a token of digits is no number.
pub(super) struct Variable {
    name: String,
    section: String,
    key: String,
    value: String,
}

impl Variable {
    pub(super) fn read(
        name: &str,
        value: &str,
        environment: &BTreeMap<String, String>,
    ) -> anyhow::Result<Variable> {
        let path = name.strip_prefix(PREFIX).unwrap_or(name).to_lowercase();
        let (section, key) = path.split_once('_').unwrap_or((&path, ""));
        let plain = name.strip_suffix("_FILE").unwrap_or(name);
        let secret = key.strip_suffix("_file").filter(|key| SECRETS.contains(&(section, key)));
        let (key, value) = match secret {
            None => (key, value.to_owned()),
            Some(_) if environment.contains_key(plain) => {
                bail!("{plain} and {name} are both set")
            }
            Some(key) => {
                // Somebody may have put the secret itself there.
                let secret = std::fs::read_to_string(value)
                    .with_context(|| format!("the file that {name} names cannot be read"))?;
                (key, secret.trim_end_matches(['\r', '\n']).to_owned())
            }
        };
        let (section, key) = (section.to_owned(), key.to_owned());
        Ok(Variable { name: name.to_owned(), section, key, value })
    }
}

impl Provider for Variable {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name.clone())
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        let keys = Dict::from([(self.key.clone(), Value::from(self.value.clone()))]);
        let sections = Dict::from([(self.section.clone(), Value::from(keys))]);
        Ok(Map::from([(Profile::Default, sections)]))
    }
}
