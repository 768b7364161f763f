//! What every response of ours tells the browser not to do.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, Uri, header};
use axum::response::Response;

use crate::visitor::is_https;
use crate::web::Web;

/// What a page may load and do, and who may show it in a frame.
macro_rules! policy {
    ($frames:literal) => {
        concat!(
            "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; \
             manifest-src 'self'; form-action 'self'; frame-ancestors ",
            $frames,
            "; base-uri 'none'"
        )
    };
}

pub(crate) const POLICY: &str = policy!("'none'");
/// Where there is a bot on Telegram: its client for browsers shows Mini Apps in a frame.
const POLICY_FRAMED: &str = policy!("https://web.telegram.org");

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Where we lead to hears nothing; we hear that a form is our own.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// What names nobody, and may be kept by search engines. All else asks them to leave it out: feeds, pictures and what
/// programs read have no page that could say so.
const INDEXED: [&str; 3] = ["/", "/privacy", "/terms"];

/// Whoever came by https once comes by nothing else for a year.
const HTTPS_ONLY: &str = "max-age=31536000";

pub(crate) async fn keep_nowhere(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

pub(crate) async fn harden(
    State(web): State<Web>,
    address: Uri,
    mut response: Response,
) -> Response {
    let headers = response.headers_mut();
    if !INDEXED.contains(&address.path()) {
        let robots = HeaderName::from_static("x-robots-tag");
        headers.insert(robots, HeaderValue::from_static("noindex"));
    }
    if web.doors.telegram_token.is_some() {
        let framed = HeaderValue::from_static(POLICY_FRAMED);
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(framed);
    }
    if is_https(&web) {
        let https_only = HeaderValue::from_static(HTTPS_ONLY);
        headers.insert(header::STRICT_TRANSPORT_SECURITY, https_only);
    }
    for (name, value) in HEADERS {
        // A picture has a stricter policy of its own, and a page on which somebody agrees is never framed.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
