//! The words of the pages, in Fluent: `texts/<language>.ftl`. English is the source.

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use chrono::{Datelike, NaiveDate};
use engine::Event;
use fluent_bundle::{FluentArgs, FluentValue};
use std::convert::Infallible;
use std::sync::LazyLock;
use talk::Catalog;

use crate::query::Query;

/// The languages we speak; the first is the one that every other falls back to.
pub(crate) const LANGUAGES: [(&str, &str); 6] = [
    ("en", include_str!("../texts/en.ftl")),
    ("de", include_str!("../texts/de.ftl")),
    ("es", include_str!("../texts/es.ftl")),
    ("hi", include_str!("../texts/hi.ftl")),
    ("ja", include_str!("../texts/ja.ftl")),
    ("ar", include_str!("../texts/ar.ftl")),
];

/// What Fluent puts around whatever goes into a sentence, so that it cannot turn the rest around.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Wishes of a browser that are read.
const WISHES_MAX: usize = 16;

static TEXTS: LazyLock<Catalog> = LazyLock::new(|| Catalog::load(&LANGUAGES, true));

/// The value of an address that asks for a language.
pub(crate) const ASKED: &str = "lang";

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Words {
    language: usize,
    /// Whether the address asks for it, as those that it leads to then do.
    is_asked: bool,
}

impl Words {
    /// The language that the `Accept-Language` of a browser likes best, English where we speak none of it.
    pub fn wanted(header: &str) -> Words {
        // The library compares weights that may be no numbers: few enough are sorted without a check of that.
        let read: Vec<&str> = header.split(',').take(WISHES_MAX).collect();
        let wishes = accept_language::parse_with_quality(&read.join(","));
        let language = wishes
            .iter()
            .filter(|(_, weight)| *weight > 0.0)
            .find_map(|(tag, _)| TEXTS.position(tag));
        Words { language: language.unwrap_or_default(), is_asked: false }
    }

    /// The language that an address asks for, if we speak it.
    fn asked_by(query: &Query) -> Option<Words> {
        let language = TEXTS.position(query.get(ASKED)?)?;
        Some(Words { language, is_asked: true })
    }

    /// The language that the address asks for.
    pub fn asked(self) -> Option<&'static str> {
        self.is_asked.then(|| self.language())
    }

    /// What an address ends in that leads on in the language that is asked for.
    pub fn suffix(self) -> String {
        self.asked().map(|language| format!("?{ASKED}={language}")).unwrap_or_default()
    }

    /// The words that are said in chats.
    pub fn chat(self) -> talk::Words {
        talk::Words::of(self.language())
    }

    pub fn language(self) -> &'static str {
        TEXTS.name(self.language)
    }

    /// `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        if self.chat().is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// A sentence into which nothing goes.
    pub fn say(self, key: &str) -> String {
        self.tell(key, [])
    }

    /// A sentence with these values in it.
    pub fn tell<'a, const N: usize>(
        self,
        key: &str,
        values: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        let has_text = values.iter().any(|(_, value)| matches!(value, FluentValue::String(_)));
        let sentence = self.format(key, values.into_iter().collect());
        // Numbers turn nothing around.
        if has_text { sentence } else { sentence.replace(ISOLATES, "") }
    }

    /// A sentence into which only words of ours go, which turn nothing around.
    pub fn tell_ours<'a, const N: usize>(
        self,
        key: &str,
        values: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        self.tell(key, values).replace(ISOLATES, "")
    }

    /// Several names in a row, each isolated. A mark says which way the row runs, whatever its names.
    pub fn list<'n>(self, names: impl IntoIterator<Item = &'n str>) -> String {
        const RIGHT_TO_LEFT: &str = "\u{200f}";
        let list = self.chat().list(names);
        if self.chat().is_right_to_left() { format!("{RIGHT_TO_LEFT}{list}") } else { list }
    }

    /// A whole number as people write it.
    pub fn number(self, number: impl Into<u64>) -> String {
        self.chat().number(i64::try_from(number.into()).unwrap_or(i64::MAX))
    }

    /// In what the streaks of an event are counted, where that is not days.
    pub fn counted_in(self, event: &Event) -> Option<String> {
        let period = talk::period(&event.rules);
        (period != "day").then(|| self.tell("counted-in", [("span", period.into())]))
    }

    fn format(self, key: &str, values: FluentArgs<'_>) -> String {
        TEXTS.format(self.language, key, &values)
    }

    /// A date with its year.
    pub fn date(self, date: NaiveDate) -> String {
        let month = self.tell("month", [("month", date.month().into())]);
        // As text, since a number is written with separators.
        let year = talk::Words::of(self.language()).digits(&date.year().to_string());
        let day = date.day().into();
        let values = [("day", day), ("month", month.into()), ("year", year.into())];
        // All of it is ours, as the next one is.
        self.tell("date", values).replace(ISOLATES, "")
    }

    /// A date of these weeks.
    pub fn short_date(self, date: NaiveDate) -> String {
        let month = self.tell("month", [("month", date.month().into())]);
        let values = [("day", date.day().into()), ("month", month.into())];
        self.tell("date-short", values).replace(ISOLATES, "")
    }

    /// How many members there are.
    pub fn members(self, count: u64) -> String {
        self.tell("members", [("count", count.into())])
    }
}

impl<S: Sync> FromRequestParts<S> for Words {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Words, Infallible> {
        if let Some(asked) = Words::asked_by(&Query::read(parts.uri.query().unwrap_or_default())) {
            return Ok(asked);
        }
        let header = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Ok(Words::wanted(header.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_browser_chooses_the_language() {
        for (header, language) in [
            ("", "en"),
            ("de", "de"),
            ("de-AT,en;q=0.8", "de"),
            ("en;q=0.5, de;q=0.7", "de"),
            ("fr, it;q=0.9, DE-ch;q=0.1", "de"),
            ("de;q=0, fr", "en"),
            ("de;q=x", "en"),
        ] {
            assert_eq!(Words::wanted(header).language(), language, "{header}");
        }
    }

    #[test]
    fn every_word_exists_in_every_language_with_the_same_variables() {
        let english = variables_by_key(LANGUAGES[0].1);
        assert!(english.len() > 40);
        for language in &LANGUAGES {
            assert_eq!(variables_by_key(language.1), english, "{}", language.0);
        }
    }

    #[test]
    fn every_word_of_a_template_is_there() {
        let templates = [
            include_str!("../templates/base.html"),
            include_str!("../templates/languages.html"),
            include_str!("../templates/activity.html"),
            include_str!("../templates/events.html"),
            include_str!("../templates/event.html"),
            include_str!("../templates/invite.html"),
            include_str!("../templates/legal.html"),
            include_str!("../templates/matrix.html"),
            include_str!("../templates/me.html"),
            include_str!("../templates/notice.html"),
            include_str!("../templates/person.html"),
            include_str!("../templates/tokens.html"),
            include_str!("../templates/sign_in.html"),
            include_str!("../templates/app.html"),
            include_str!("../templates/said.html"),
            include_str!("../templates/api.html"),
            include_str!("../templates/apps.html"),
            include_str!("../templates/consent.html"),
            include_str!("../templates/device.html"),
            include_str!("../templates/settings.html"),
        ];
        for key in templates.iter().flat_map(|html| html.split("say(\"").skip(1)) {
            let key = key.split('"').next().unwrap();
            assert!(TEXTS.has(0, key), "no words for {key}");
        }
    }

    #[test]
    fn what_people_type_runs_as_they_write_it() {
        let templates = [
            include_str!("../templates/apps.html"),
            include_str!("../templates/events.html"),
            include_str!("../templates/me.html"),
            include_str!("../templates/settings.html"),
            include_str!("../templates/tokens.html"),
        ];
        let names = ["about", "field-{{ field.name }}", "line", "name", "q"];
        let fields = templates.iter().flat_map(|html| html.split('<'));
        let fields = fields.filter(|tag| tag.starts_with("input ") || tag.starts_with("textarea "));
        let takes_words =
            |tag: &&str| names.iter().any(|name| tag.contains(&format!(" name=\"{name}\"")));
        let fields: Vec<&str> = fields.filter(takes_words).collect();
        assert_eq!(fields.len(), 8);
        for field in fields {
            assert!(field.contains(" dir=\"auto\""), "<{field}");
        }
    }

    #[test]
    fn what_goes_into_a_sentence_is_isolated() {
        let join = Words::default().tell("join", [("command", "/join abc".into())]);
        assert!(join.contains("\u{2068}/join abc\u{2069}"), "{join}");
    }

    #[test]
    fn names_of_both_directions_stand_in_the_order_of_the_language() {
        let names = ["أميرة", "Ben", "ليلى"];
        let list = |language: &str| Words::wanted(language).list(names);
        assert_eq!(list("en"), "\u{2068}أميرة\u{2069}, Ben, \u{2068}ليلى\u{2069}");
        assert_eq!(list("ja"), "\u{2068}أميرة\u{2069}、Ben、\u{2068}ليلى\u{2069}");
        assert_eq!(list("ar"), "\u{200f}أميرة، \u{2068}Ben\u{2069}، ليلى");
    }

    fn variables_by_key(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let resource = fluent_syntax::parser::parse(source).expect("the file is Fluent");
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        messages
            .map(|message| {
                let mut found = BTreeSet::new();
                collect(&message.value.expect("a message has a value"), &mut found);
                (message.id.name.to_owned(), found)
            })
            .collect()
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
}
