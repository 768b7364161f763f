//! The languages of a page that everybody may read, to choose from.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;

use crate::query::{Query, written};
use crate::words::{ASKED, LANGUAGES};

/// The page that was asked for, in each language.
pub(crate) struct Languages {
    pub all: Vec<Way>,
    /// Its address in the language of the browser.
    pub any: String,
}

pub(crate) struct Way {
    pub language: &'static str,
    /// What its speakers call it.
    pub name: String,
    pub address: String,
}

impl Languages {
    fn of(path: &str, query: &Query) -> Languages {
        let address = |language: Option<&str>| {
            let language = language.map(|language| (ASKED, language));
            match written(query.without(ASKED).chain(language)) {
                query if query.is_empty() => path.to_owned(),
                query => format!("{path}?{query}"),
            }
        };
        let way = |(language, _): (&'static str, &str)| Way {
            language,
            name: talk::Words::of(language).plain("language-name", &[]),
            address: address(Some(language)),
        };
        Languages { all: LANGUAGES.into_iter().map(way).collect(), any: address(None) }
    }
}

impl<S: Sync> FromRequestParts<S> for Languages {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Languages, Infallible> {
        let query = Query::read(parts.uri.query().unwrap_or_default());
        Ok(Languages::of(parts.uri.path(), &query))
    }
}
