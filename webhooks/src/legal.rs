//! `/privacy` and `/terms`: what is kept of people, and what they agree to. Whoever runs this instance may say that themselves,
//! elsewhere.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};

use crate::languages::Languages;
use crate::pages::answer;
use crate::web::Web;
use crate::words::Words;

const PRIVACY: [&str; 7] = ["kept", "purpose", "seen", "passed", "time", "rights", "cookies"];
const TERMS: [&str; 4] = ["service", "conduct", "public", "end"];

#[derive(Template)]
#[template(path = "legal.html")]
struct LegalPage {
    words: Words,
    languages: Languages,
    public_url: String,
    title: String,
    operator: String,
    contact: Option<Contact>,
    parts: Vec<Part>,
}

struct Contact {
    name: String,
    /// Where a tap on it leads; none where it is neither an e-mail address nor a page.
    link: Option<String>,
}

struct Part {
    title: String,
    paragraphs: Vec<String>,
}

/// `GET /privacy`
pub(crate) async fn privacy(
    State(web): State<Web>,
    words: Words,
    languages: Languages,
) -> Response {
    let own = web.operator.privacy_url.as_deref();
    page(&web, (words, languages), own, ("privacy", &PRIVACY))
}

/// `GET /terms`
pub(crate) async fn terms(State(web): State<Web>, words: Words, languages: Languages) -> Response {
    let own = web.operator.terms_url.as_deref();
    page(&web, (words, languages), own, ("terms", &TERMS))
}

fn page(
    web: &Web,
    (words, languages): (Words, Languages),
    own: Option<&str>,
    (name, parts): (&str, &[&str]),
) -> Response {
    if let Some(own) = own {
        return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, own)]).into_response();
    }
    let operator = &web.operator;
    let contact = contact(&operator.contact);
    let part = |part: &&str| {
        let text = words.say(&format!("{name}-{part}-text"));
        // Nobody is sent to a contact that is not there.
        let ask = (*part == "rights" && contact.is_some()).then(|| words.say("privacy-contact"));
        Part {
            title: words.say(&format!("{name}-{part}-title")),
            paragraphs: text.lines().map(str::to_owned).chain(ask).collect(),
        }
    };
    let parts = parts.iter().map(part).collect();
    let page = LegalPage {
        words,
        languages,
        public_url: web.public_url.clone(),
        title: words.say(&format!("{name}-title")),
        operator: match operator.name.as_str() {
            "" => words.say("legal-nobody"),
            name => words.tell("legal-operator", [("name", name.into())]),
        },
        contact,
        parts,
    };
    answer(words, Ok(Some(page)))
}

fn contact(said: &str) -> Option<Contact> {
    let link = match said {
        "" => return None,
        page if page.starts_with("https://") => Some(page.to_owned()),
        address if address.contains('@') && !address.contains(char::is_whitespace) => {
            Some(format!("mailto:{address}"))
        }
        _ => None,
    };
    Some(Contact { name: said.to_owned(), link })
}
