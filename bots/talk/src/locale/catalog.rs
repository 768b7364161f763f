//! Texts in several languages, in Fluent; chat and web load theirs alike.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::locale::cldr::{self, OURS};

/// Texts in several languages. What a language lacks is said in the first.
pub struct Catalog {
    names: Vec<&'static str>,
    bundles: Vec<FluentBundle<FluentResource>>,
}

/// Writes the numbers of a text in the manner of the language with this number among ours.
fn written<const LANGUAGE: usize>(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(cldr::number(OURS[LANGUAGE], number.value as i64))
}

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;
const FORMATTERS: [Formatter; OURS.len()] =
    [written::<0>, written::<1>, written::<2>, written::<3>, written::<4>, written::<5>];

fn language_number(name: &str) -> usize {
    OURS.iter().position(|known| *known == name).unwrap_or(0)
}

impl Catalog {
    /// Reads texts, each with the name of its language. `isolates` says whether marks go around what enters a
    /// sentence, so that it cannot turn the rest of the line around.
    pub fn load(sources: &[(&'static str, &str)], isolates: bool) -> Catalog {
        let bundle = |(name, source): &(&'static str, &str)| {
            let language = name.parse().expect("the names of languages are written in the code");
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            bundle.set_use_isolating(isolates);
            bundle.set_formatter(FORMATTERS.get(language_number(name)).copied());
            let resource = FluentResource::try_new((*source).to_owned());
            let resource = resource.unwrap_or_else(|(resource, errors)| {
                debug_assert!(errors.is_empty(), "{name}: {errors:?}");
                resource
            });
            bundle.add_resource_overriding(resource);
            bundle
        };
        Catalog {
            names: sources.iter().map(|(name, _)| *name).collect(),
            bundles: sources.iter().map(bundle).collect(),
        }
    }

    /// The language of a locale, such as `de-AT`, if we speak it.
    pub fn position(&self, locale: &str) -> Option<usize> {
        let short = locale.split(['-', '_']).next().unwrap_or_default();
        self.names.iter().position(|name| name.eq_ignore_ascii_case(short))
    }

    pub fn name(&self, language: usize) -> &'static str {
        self.names[language]
    }

    pub fn has(&self, language: usize, key: &str) -> bool {
        self.bundles[language].has_message(key)
    }

    /// A text with these values in it.
    pub fn format(&self, language: usize, key: &str, values: &FluentArgs<'_>) -> String {
        for bundle in [&self.bundles[language], &self.bundles[0]] {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                let mut errors = vec![];
                let sentence = bundle.format_pattern(pattern, Some(values), &mut errors);
                debug_assert!(errors.is_empty(), "{key}: {errors:?}");
                return sentence.into_owned();
            }
        }
        debug_assert!(false, "no text for {key}");
        key.to_owned()
    }
}
