//! What people say in each language for what we read, in Fluent: `texts/<language>.parse.ftl`.

use fluent_bundle::FluentArgs;
use std::sync::LazyLock;

use crate::locale::catalog::Catalog;

const SOURCES: [(&str, &str); 6] = [
    ("en", include_str!("../../texts/en.parse.ftl")),
    ("de", include_str!("../../texts/de.parse.ftl")),
    ("es", include_str!("../../texts/es.parse.ftl")),
    ("hi", include_str!("../../texts/hi.parse.ftl")),
    ("ja", include_str!("../../texts/ja.parse.ftl")),
    ("ar", include_str!("../../texts/ar.parse.ftl")),
];

static PHRASES: LazyLock<Catalog> = LazyLock::new(|| Catalog::load(&SOURCES, false));

/// What people say for one thing, in all languages: people mix them. Read once, and kept for ever.
pub(crate) fn phrases(key: &str) -> Vec<&'static str> {
    let mut known = vec![];
    for language in 0..SOURCES.len() {
        let written: &'static str = PHRASES.format(language, key, &FluentArgs::new()).leak();
        for phrase in written.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()) {
            if !known.contains(&phrase) {
                known.push(phrase);
            }
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::LANGUAGES;

    #[test]
    fn every_language_says_something_or_nothing_for_everything_that_is_read() {
        assert!(SOURCES.iter().zip(LANGUAGES).all(|(source, (name, _))| source.0 == name));
        let keys = |source: &'static str| -> Vec<&str> {
            source.lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect()
        };
        for (name, source) in SOURCES {
            assert_eq!(keys(source), keys(SOURCES[0].1), "{name}");
        }
    }
}
