//! All words, in Fluent: `texts/<language>.ftl`. English is the source.

use crate::markup::{self, Text};
use engine::Refusal;
use engine::rules::Instant;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

/// The languages we speak; the first is the one that every other falls back to.
pub const LANGUAGES: [(&str, &str); 2] =
    [("en", include_str!("../texts/en.ftl")), ("de", include_str!("../texts/de.ftl"))];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<Bundle>> =
    LazyLock::new(|| LANGUAGES.iter().map(|(name, source)| bundle(name, source)).collect());

fn bundle(name: &str, source: &str) -> Bundle {
    let language = name.parse().expect("the names of languages are written here");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Chats isolate what people write by themselves.
    bundle.set_use_isolating(false);
    let resource =
        FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
            debug_assert!(errors.is_empty(), "{name}: {errors:?}");
            resource
        });
    bundle.add_resource_overriding(resource);
    bundle
}

/// What goes into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    Number(u64),
    /// What a person wrote, or anything else that is no markup.
    Text(&'a str),
    /// An instant, and what it reads like where the platform cannot show it on the reader's clock.
    Time(Instant, &'a str),
    Link(&'a str),
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: usize,
}

impl Words {
    /// The language that fits a locale best: `de-AT` is answered in German, an unknown one in English.
    pub fn of(locale: &str) -> Words {
        let short = locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let language = LANGUAGES.iter().position(|(name, _)| *name == short).unwrap_or(0);
        Words { language }
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
        BUNDLES[self.language].has_message(key)
    }

    /// Why a wish was turned down.
    pub fn refused(self, refusal: Refusal) -> Text {
        self.text(&format!("refused-{}", refusal.code().replace('_', "-")), &[])
    }

    fn format(self, key: &str, args: &[(&str, Arg<'_>)], marked: bool) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            let value: FluentValue<'_> = match *arg {
                Arg::Number(number) => number.into(),
                Arg::Text(text) if marked => markup::literal(text).into(),
                Arg::Time(at, else_shown) if marked => markup::time(at, else_shown).into(),
                Arg::Link(address) if marked => markup::link(address).into(),
                Arg::Text(text) | Arg::Time(_, text) | Arg::Link(text) => text.to_owned().into(),
            };
            values.set(*name, value);
        }
        for bundle in [&BUNDLES[self.language], &BUNDLES[0]] {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                let mut errors = vec![];
                let sentence = bundle.format_pattern(pattern, Some(&values), &mut errors);
                debug_assert!(errors.is_empty(), "{key}: {errors:?}");
                return sentence.into_owned();
            }
        }
        debug_assert!(false, "no words for {key}");
        key.to_owned()
    }
}
