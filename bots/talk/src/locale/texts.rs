//! All words, in Fluent: `texts/<language>.ftl`. English is the source.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use engine::Refusal;
use engine::rules::{Day, Instant};
use fluent_bundle::{FluentArgs, FluentValue};
use std::borrow::Cow;
use std::sync::LazyLock;

use crate::locale::catalog::Catalog;
use crate::locale::cldr;
use crate::message::{Text, isolate, label, text};

/// The languages we speak; the first is the one that every other falls back to.
pub const LANGUAGES: [(&str, &str); 6] = [
    ("en", include_str!("../../texts/en.ftl")),
    ("de", include_str!("../../texts/de.ftl")),
    ("es", include_str!("../../texts/es.ftl")),
    ("hi", include_str!("../../texts/hi.ftl")),
    ("ja", include_str!("../../texts/ja.ftl")),
    ("ar", include_str!("../../texts/ar.ftl")),
];

/// Whether somebody says no: `off` in any of our languages.
pub(crate) fn is_off(written: &str) -> bool {
    let folded = written.trim().to_lowercase();
    folded == "off"
        || LANGUAGES.iter().any(|(language, _)| {
            Words::of(language).plain("word-off", &[]).to_lowercase() == folded
        })
}

static TEXTS: LazyLock<Catalog> = LazyLock::new(|| {
    // Of what people write, that which runs the other way is isolated when it is put in.
    Catalog::load(&LANGUAGES, false)
});

/// What goes into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    Number(u64),
    /// What a person wrote, or anything else that is no markup.
    Text(&'a str),
    /// The same of our own: a command or a code, which is copied as it stands.
    Ours(&'a str),
    /// An instant, and what it reads like where the platform cannot show it on the reader's clock.
    Time(Instant, &'a str),
    Link(&'a str),
    /// One of a few words that a sentence chooses by.
    Kind(&'static str),
    /// A role, by the id that its platform knows.
    Role(&'a str),
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: usize,
}

impl Words {
    /// The language that fits a locale best: `de-AT` is answered in German, an unknown one in English.
    pub fn of(locale: &str) -> Words {
        Words { language: TEXTS.position(locale).unwrap_or(0) }
    }

    pub fn language(self) -> &'static str {
        LANGUAGES[self.language].0
    }

    /// A sentence with its markup read.
    pub fn text(self, key: &str, args: &[(&str, Arg<'_>)]) -> Text {
        Text::read(&self.format(key, args, true))
    }

    /// A sentence without markup, for labels.
    pub fn plain(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.format(key, args, false)
    }

    /// Whether there is such a sentence.
    pub fn has(self, key: &str) -> bool {
        TEXTS.has(self.language, key)
    }

    /// A word of a command as it is called in this language.
    pub fn name(self, word: &str) -> String {
        self.plain(&format!("name-{word}"), &[])
    }

    /// A day as people write it, with its year where it is far from another.
    pub fn day(self, day: Day, near: Day) -> String {
        cldr::day(self.language(), day, near)
    }

    /// The month of a day, with its year.
    pub fn month_of(self, day: Day) -> String {
        let date = day.date();
        let month = self.plain(&format!("month-{}", date.month()), &[]);
        let year = self.digits(&date.year().to_string());
        self.plain("month-of-year", &[("month", Arg::Ours(&month)), ("year", Arg::Ours(&year))])
    }

    /// A month by its name alone.
    pub fn month(self, day: Day) -> String {
        cldr::month(self.language(), day)
    }

    /// The day on which a week begins: 1 for Monday to 7 for Sunday.
    pub fn first_weekday(self) -> u8 {
        cldr::first_weekday(self.language())
    }

    pub fn is_right_to_left(self) -> bool {
        isolate::is_right_to_left(self.language())
    }

    /// What somebody wrote, so that it turns nothing round in a line of this language.
    pub fn isolated(self, text: &str) -> Cow<'_, str> {
        isolate::isolated(self.language(), text)
    }

    /// Several of them in a row.
    pub fn list<'n>(self, names: impl IntoIterator<Item = &'n str>) -> String {
        let names: Vec<&str> = names.into_iter().collect();
        let shown = |name: &'n str| match names.len() {
            1 => self.isolated(name),
            _ => isolate::listed(self.language(), name),
        };
        names.iter().copied().map(shown).collect::<Vec<_>>().join(&self.plain("list-comma", &[]))
    }

    /// What somebody wrote behind a sign of ours, as the label of a button.
    pub(crate) fn label(self, sign: &str, text: &str) -> String {
        format!("{sign} {}", self.isolated(&label(text)))
    }

    /// A share.
    pub(crate) fn percent(self, percent: u64) -> String {
        self.plain("percent-of", &[("n", Arg::Number(percent))])
    }

    /// A day with a time of day.
    pub fn moment(self, at: NaiveDateTime, near: Day) -> String {
        let time = self.digits(&at.format("%H:%M").to_string());
        format!("{} {time}", self.day(Day::from(at.date()), near))
    }

    /// A text that begins with a day, or with two and a dash between them, as we keep them: these as people write them.
    pub fn with_days(self, text: &str, near: Day) -> String {
        let mut is_head = true;
        let shown = |word: &str| {
            let date = word.parse::<NaiveDate>().ok().filter(|_| is_head);
            is_head &= date.is_some() || word == "–";
            date.map_or(word.to_owned(), |date| self.day(Day::from(date), near))
        };
        text.split(' ').map(shown).collect::<Vec<_>>().join(" ")
    }

    /// Digits that are no amount, such as a year, in those of the language.
    pub fn digits(self, text: &str) -> String {
        cldr::digits(self.language(), text)
    }

    /// A whole number as people write it.
    pub fn number(self, number: i64) -> String {
        cldr::number(self.language(), number)
    }

    /// Why an action was refused.
    pub fn refused(self, refusal: Refusal) -> Text {
        self.text(&format!("refused-{}", refusal.code().replace('_', "-")), &[])
    }

    fn format(self, key: &str, args: &[(&str, Arg<'_>)], marked: bool) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            let value: FluentValue<'_> = match *arg {
                Arg::Number(number) => number.into(),
                Arg::Text(text) if marked => text::literal(&self.isolated(text)).into(),
                Arg::Ours(text) if marked => text::literal(text).into(),
                Arg::Time(at, else_shown) if marked => text::time(at, else_shown).into(),
                Arg::Link(address) if marked => text::link(address).into(),
                Arg::Kind(kind) => kind.into(),
                Arg::Role(role) if marked => text::role(role).into(),
                Arg::Text(text) => self.isolated(text).into_owned().into(),
                Arg::Ours(text) | Arg::Time(_, text) | Arg::Link(text) | Arg::Role(text) => {
                    text.to_owned().into()
                }
            };
            values.set(*name, value);
        }
        TEXTS.format(self.language, key, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Span;
    use crate::message::What;
    use fluent_syntax::ast::Entry;
    use fluent_syntax::ast::Expression;
    use fluent_syntax::ast::InlineExpression;
    use fluent_syntax::ast::Pattern;
    use fluent_syntax::ast::PatternElement;
    use std::collections::BTreeMap;
    use std::collections::BTreeSet;
    use std::path::Path;

    type Variables = BTreeMap<String, BTreeSet<String>>;

    /// The variables of each message. What stands only in some plural forms counts as well.
    fn variables(source: &str) -> Variables {
        let resource = fluent_syntax::parser::parse(source).expect("the file is Fluent");
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        let variables = messages.map(|message| {
            let mut found = BTreeSet::new();
            collect(&message.value.expect("a message has a value"), &mut found);
            (message.id.name.to_owned(), found)
        });
        variables.collect()
    }

    fn collect(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    variants.iter().for_each(|variant| collect(&variant.value, found));
                    selector
                }
            };
            if let InlineExpression::VariableReference { id } = inline {
                found.insert(id.name.to_owned());
            }
        }
    }

    #[test]
    fn every_word_exists_in_every_language_with_the_same_variables() {
        let english = variables(LANGUAGES[0].1);
        for (language, source) in LANGUAGES {
            let known = variables(source);
            for (key, variables) in &english {
                assert_eq!(known.get(key), Some(variables), "{language}: {key}");
            }
            let unknown: Vec<_> = known.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(unknown.is_empty(), "{language}: {unknown:?}");
        }
    }

    #[test]
    fn every_sentence_can_be_said_with_any_number() {
        let english = variables(LANGUAGES[0].1);
        for (language, _) in LANGUAGES {
            for (key, variables) in &english {
                for n in [0, 1, 2, 3, 11, 100] {
                    let args: Vec<(&str, Arg<'_>)> =
                        variables.iter().map(|name| (name.as_str(), Arg::Number(n))).collect();
                    let sentence = Words::of(language).plain(key, &args);
                    assert!(!sentence.contains(['{', '}']), "{language} {key}: {sentence}");
                    let is_blank = sentence.trim().is_empty() && key != "list-comma";
                    assert!(!is_blank, "{language} {key}");
                }
            }
        }
    }

    #[test]
    fn what_people_write_changes_no_sentence_around_it() {
        let put_in = |spans: Text, hostile: &str| {
            let spans = spans.0.into_iter().map(|span| match span.what {
                What::Literal(_) => Span { what: What::Literal(hostile.to_owned()), ..span },
                _ => span,
            });
            Text(spans.collect())
        };
        for (language, source) in LANGUAGES {
            for (key, variables) in variables(source).iter().filter(|(_, names)| !names.is_empty())
            {
                let say = |words| {
                    let args: Vec<(&str, Arg<'_>)> =
                        variables.iter().map(|name| (name.as_str(), Arg::Text(words))).collect();
                    Words::of(language).text(key, &args)
                };
                let harmless = say("x");
                for hostile in include_str!("../../../../tests/hostile.txt").lines() {
                    let isolated = Words::of(language).isolated(hostile);
                    assert_eq!(
                        say(hostile),
                        put_in(harmless.clone(), &isolated),
                        "{language} {key}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_text_has_a_date_as_we_keep_it() {
        for (language, source) in LANGUAGES {
            for line in source.lines() {
                let parts: Vec<&str> =
                    line.split(|c: char| !c.is_ascii_digit() && c != '-').collect();
                let is_date = |part: &&str| part.parse::<NaiveDate>().is_ok();
                assert!(!parts.iter().any(is_date), "{language}: {line}");
            }
        }
    }

    #[test]
    fn labels_fit_their_platforms() {
        for (language, source) in LANGUAGES {
            for (key, variables) in variables(source) {
                let most = match key.split('-').next().unwrap_or_default() {
                    "button" | "choice" => 80,
                    "menu" | "name" => 32,
                    _ => continue,
                };
                let args: Vec<(&str, Arg<'_>)> =
                    variables.iter().map(|name| (name.as_str(), Arg::Text("2026-03-01"))).collect();
                let length = Words::of(language).plain(&key, &args).chars().count();
                assert!(length <= most, "{language} {key}: {length} characters");
            }
        }
    }

    /// All sources that say words, in one text.
    fn sources(folder: &Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, into);
            } else {
                into.push_str(&std::fs::read_to_string(path).unwrap_or_default());
            }
        }
    }

    #[test]
    fn no_word_lies_unused() {
        let mut code = String::new();
        for folder in ["src", "../discord/src", "../telegram/src", "../email/src"] {
            sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut code);
        }
        let is_built = |key: &str| {
            // `weekday-{day}`: the part up to the last mark, and what was put together with it.
            key.match_indices('-').any(|(at, _)| code.contains(&format!("\"{}-{{", &key[..at])))
        };
        let english = variables(LANGUAGES[0].1);
        let is_said = |key: &&String| code.contains(&format!("\"{key}\"")) || is_built(key);
        let unsaid: Vec<_> = english.keys().filter(|key| !is_said(key)).collect();
        assert!(unsaid.is_empty(), "{unsaid:?}");
    }
}
