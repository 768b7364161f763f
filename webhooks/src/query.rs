//! What an address asks for behind its question mark. What is not understood is left aside, so that no query whatever
//! makes an answer of its own.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use engine::rules::Day;
use std::convert::Infallible;

/// Values that are read, and characters of each.
const VALUES_MAX: usize = 16;
const VALUE_MAX: usize = 200;
/// Of those that other programs make.
const LONG_MAX: usize = 2_000;

pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub fn read(query: &str) -> Query {
        Query::cut(query, VALUE_MAX)
    }

    /// The same with longer values.
    pub fn long(query: &str) -> Query {
        Query::cut(query, LONG_MAX)
    }

    /// What a form says.
    pub fn of(fields: Vec<(String, String)>) -> Query {
        Query(fields)
    }

    fn cut(query: &str, most: usize) -> Query {
        let pairs = form_urlencoded::parse(query.as_bytes()).take(VALUES_MAX);
        // PostgreSQL refuses a NUL in a text.
        let kept = |value: &str| value.chars().filter(|c| *c != '\0').take(most).collect();
        Query(pairs.map(|(name, value)| (name.into_owned(), kept(&value))).collect())
    }

    /// The first value of this name, as it came.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All values but those of this name.
    pub fn without(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        let others = self.0.iter().filter(move |(known, _)| known != name);
        others.map(|(known, value)| (known.as_str(), value.as_str()))
    }

    /// The first value of this name.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// The same, unless it is empty, as what nobody filled in.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.given(name).filter(|value| !value.is_empty())
    }
}

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Query, Infallible> {
        Ok(Query::read(parts.uri.query().unwrap_or_default()))
    }
}

/// The part of an address behind its question mark that asks for these values.
pub(crate) fn written<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish()
}

/// A day by its date.
pub(crate) fn day(text: &str) -> Option<Day> {
    let date: chrono::NaiveDate = text.parse().ok()?;
    // Days that no event has are no days.
    (1970..=9999).contains(&chrono::Datelike::year(&date)).then(|| Day::from(date))
}
