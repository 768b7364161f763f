//! What is wrong with the settings, and where: the file and its line or the variable, the key, and what belongs there. What
//! stands there instead is never shown: it may be a secret that slipped.

use anyhow::anyhow;
use figment::Figment;
use figment::error::Kind;
use figment::providers::{Format as _, Toml};
use figment::value::Dict;

use crate::config::PREFIX;
use crate::config::source::File;

/// The most letters of a key or section that are shown; ours have less.
const NAME_MAX: usize = 32;

/// Why a file is no TOML; none where it is.
pub(super) fn unreadable(file: &File) -> Option<anyhow::Error> {
    // What the error says of itself quotes the line.
    let error = Toml::from_str::<Dict>(&file.text).err()?;
    let before = error.span().and_then(|span| file.text.get(..span.start)).unwrap_or_default();
    let line = 1 + before.matches('\n').count();
    let named = named_on(&file.text, line).map(|name| format!(" ({name})")).unwrap_or_default();
    let why = match error.message().contains("duplicate key") {
        true => "it stands there twice",
        false => "a line has to be [section], or key = value with text between quotes",
    };
    Some(anyhow!("{}, line {line}{named}: {why}", file.name))
}

/// What is wrong with a setting.
pub(super) fn explained(error: &figment::Error, file: Option<&File>) -> anyhow::Error {
    let source = error.metadata.as_ref().map_or("settings", |source| &*source.name);
    let is_variable = source.starts_with(PREFIX);
    let mut path = error.path.iter().map(String::as_str);
    let (section, key) = (path.next().unwrap_or_default(), path.next());
    let place = place(source, section, key, file);
    match (&error.kind, key) {
        (Kind::UnknownField(_, known), key) if is_variable => {
            let variable = |section: &str, key: &str| {
                format!("{PREFIX}{}_{}", section.to_uppercase(), key.to_uppercase())
            };
            let known: Vec<String> = match key {
                None => known.iter().map(|section| variable(section, "")).collect(),
                Some(_) => known.iter().map(|key| variable(section, key)).collect(),
            };
            let hint = hint(source, known.iter().map(String::as_str));
            anyhow!("unknown setting {source} in the environment{hint}")
        }
        (Kind::UnknownField(_, known), None) => {
            let hint = hint(section, known.iter().copied());
            anyhow!("{place}: unknown section [{}]{hint}", shown(section))
        }
        (Kind::UnknownField(_, known), Some(key)) => {
            let hint = hint(key, known.iter().copied());
            anyhow!("{place}: unknown key {section}.{}{hint}", shown(key))
        }
        (_, None) => anyhow!("{place}: {} has to be a section, [{0}]", shown(section)),
        (_, Some(key)) if is_variable => anyhow!("{place} has to be {}", expected(section, key)),
        (_, Some(key)) => {
            let expected = expected(section, key);
            anyhow!("{place}: {}.{} has to be {expected}", shown(section), shown(key))
        }
    }
}

/// What a setting is called, and where it stands: the name of its variable, or the file and its line with the key.
pub(super) fn named(settings: &Figment, section: &str, key: &str, file: Option<&File>) -> String {
    let source = settings.find_metadata(&format!("{section}.{key}"));
    let source = source.map_or("settings", |source| &*source.name);
    match source.starts_with(PREFIX) {
        true => source.to_owned(),
        false => format!("{}: {section}.{key}", place(source, section, Some(key), file)),
    }
}

/// Where something stands: its source, with the line if that is the file.
fn place(source: &str, section: &str, key: Option<&str>, file: Option<&File>) -> String {
    let line = file.filter(|file| file.name == source);
    let line = line.and_then(|file| line_of(&file.text, section, key));
    line.map_or_else(|| source.to_owned(), |line| format!("{source}, line {line}"))
}

/// What belongs under a key.
fn expected(section: &str, key: &str) -> &'static str {
    match (section, key) {
        (_, "listen") => "an address with a port, such as \"127.0.0.1:8080\"",
        (_, "public_url" | "privacy_url" | "terms_url" | "api_base" | "login_base") => {
            "an address that begins with https://"
        }
        ("email", "smtp") => {
            "the address of a mail server, such as \"smtps://USER:PASSWORD@mail.example.org\""
        }
        ("email", "from") => "an address, such as \"Streaks <streaks@example.org>\"",
        ("push", "private_key") => "a key that `streaks vapid` prints",
        ("push", "contact") => "an address that begins with mailto: or https://",
        ("limits", _) => "a whole number",
        ("people", "zone") => "a time zone, such as \"Europe/Berlin\"",
        (_, "receive") => "\"connection\" or \"webhook\"",
        ("log", "format") => "\"text\" or \"json\"",
        ("log", "filter") => {
            "a level, such as \"info\", or directives, such as \"info,engine=debug\""
        }
        _ => "text between quotes",
    }
}

/// A name that somebody wrote, if it looks like one: a secret may stand where a name belongs.
fn shown(name: &str) -> &str {
    if is_name(name) { name } else { "…" }
}

fn is_name(name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '-' | '.');
    (1..=NAME_MAX).contains(&name.len()) && name.chars().all(is_letter)
}

/// The known name that is most like what was written.
fn hint<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known
        .map(|name| (strsim::jaro_winkler(written, name), name))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map_or_else(String::new, |(_, name)| format!("; did you mean {name}?"))
}

/// What a line is about.
enum Line<'a> {
    Section(&'a str),
    Key(&'a str),
}

/// The lines of a file that name something, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    (1..).zip(text.lines()).filter_map(|(n, line)| Some((n, read(line)?)))
}

fn read(line: &str) -> Option<Line<'_>> {
    let line = line.trim_start();
    match line.strip_prefix('[') {
        Some(header) => Some(Line::Section(bare(header.split('#').next().unwrap_or_default()))),
        None if line.starts_with('#') => None,
        None => line.split_once('=').map(|(key, _)| Line::Key(bare(key))),
    }
}

fn bare(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || "\"'[]".contains(c))
}

/// The line on which a key stands, or else its section.
fn line_of(text: &str, section: &str, key: Option<&str>) -> Option<usize> {
    let (mut current, mut begins) = ("", None);
    let whole = key.map(|key| format!("{section}.{key}"));
    for (n, line) in lines(text) {
        match line {
            Line::Section(name) => {
                current = name;
                begins = begins.or(is_within(name, section).then_some(n));
            }
            Line::Key(name) if current == section => {
                if key.is_some_and(|key| is_within(name, key)) {
                    return Some(n);
                }
            }
            Line::Key(name) if current.is_empty() => {
                if whole.as_ref().is_some_and(|whole| is_within(name, whole)) {
                    return Some(n);
                }
                begins = begins.or(is_within(name, section).then_some(n));
            }
            Line::Key(_) => {}
        }
    }
    begins
}

/// Whether a name is another, or that of something in it.
fn is_within(name: &str, whole: &str) -> bool {
    let rest = name.strip_prefix(whole);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What is named on a line, as far as it looks like a name.
fn named_on(text: &str, number: usize) -> Option<String> {
    let mut current = "";
    for (n, line) in lines(text).take_while(|(n, _)| *n <= number) {
        match line {
            Line::Section(name) => current = name,
            Line::Key(name) if n == number && is_name(name) => {
                let section = Some(current).filter(|section| is_name(section));
                let section = section.map(|section| format!("{section}."));
                return Some(section.unwrap_or_default() + name);
            }
            Line::Key(_) => {}
        }
    }
    None
}
