//! Keeps everybody out but this machine's own pages and programs.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::control::input::Wrong;
use crate::identity::telegram;
use crate::state::sandbox::Sandbox;

/// What a page of another site may lead to: the page to play on, and where people agree to sign in.
const PAGES: [&str; 3] = ["/sandbox", "/sandbox/", "/oauth2/authorize"];

/// Turns down requests under a foreign host name, which somebody may have made to lead here, and those that another
/// site's page sends. Programs say no origin.
pub async fn only_from_here(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    let is_page = is_page(request.method(), request.uri());
    if from_here(request.headers(), is_page, sandbox.host()) {
        return next.run(request).await;
    }
    let words = "the sandbox answers only programs and pages of this machine";
    Wrong::new(403, "not_from_here", words).into_response()
}

/// Whether it does nothing but show a page. Whoever agrees to sign in says so by `as` on a page of ours.
fn is_page(method: &Method, uri: &Uri) -> bool {
    let path = uri.path();
    let auth = path.strip_prefix(telegram::PATH) == Some("/auth");
    let query = uri.query().unwrap_or_default().as_bytes();
    *method == Method::GET
        && (auth || PAGES.contains(&path))
        && form_urlencoded::parse(query).all(|(name, _)| name != "as")
}

fn from_here(headers: &HeaderMap, is_page: bool, own: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let Some(host) = text(header::HOST.as_str()) else {
        return false;
    };
    if !is_loopback(host) && !name_of(host).eq_ignore_ascii_case(name_of(own)) {
        return false;
    }
    // Whoever follows a link opens a page as a document of its own; a frame, a picture or a script is another page's.
    let is_own = matches!(text("sec-fetch-site"), None | Some("same-origin" | "none"));
    let is_opened =
        text("sec-fetch-mode") == Some("navigate") && text("sec-fetch-dest") == Some("document");
    if !(is_own || is_page && is_opened) {
        return false;
    }
    text(header::ORIGIN.as_str()).is_none_or(|origin| {
        let origin = origin.strip_prefix("http://").or(origin.strip_prefix("https://"));
        origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    })
}

/// A host without its port.
fn name_of(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        Some(_) | None => host,
    }
}

fn is_loopback(host: &str) -> bool {
    matches!(name_of(host).to_ascii_lowercase().as_str(), "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(host: &str, more: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().expect("a host"));
        for (name, value) in more {
            headers.insert(*name, value.parse().expect("a value"));
        }
        from_here(&headers, false, "127.0.0.2:8080")
    }

    #[test]
    fn only_names_of_this_machine_are_let_in() {
        assert!(may("127.0.0.1:8080", &[]));
        assert!(may("localhost", &[]));
        assert!(may("[::1]:8080", &[]));
        // Where it listens.
        assert!(may("127.0.0.2:8080", &[]));
        assert!(!may("127.0.0.3:8080", &[]));
        assert!(!may("rebound.example:8080", &[]));
        assert!(!may("127.0.0.1.example", &[]));
        assert!(!may("", &[]));
        assert!(!from_here(&HeaderMap::new(), true, "127.0.0.1:8080"));
    }

    #[test]
    fn a_page_of_another_site_is_kept_out() {
        assert!(may("localhost:80", &[("origin", "http://localhost:80")]));
        assert!(!may("localhost:80", &[("origin", "http://localhost:81")]));
        assert!(!may("localhost:80", &[("origin", "https://evil.example")]));
        assert!(!may("localhost:80", &[("origin", "null")]));
        // Pictures and scripts are asked for without an origin.
        let (site, mode) = ("sec-fetch-site", "sec-fetch-mode");
        assert!(!may("localhost:80", &[(site, "cross-site"), (mode, "no-cors")]));
        assert!(!may("localhost:80", &[(site, "cross-site"), (mode, "navigate")]));
        assert!(!may("localhost:80", &[(site, "same-site"), (mode, "no-cors")]));
        assert!(may("localhost:80", &[(site, "same-origin"), (mode, "no-cors")]));
    }

    #[test]
    fn only_a_page_that_does_nothing_is_led_to_from_elsewhere() {
        let leads = |method: &Method, at: &str| is_page(method, &at.parse().expect("an address"));
        let auth = "/sandbox/telegram-login/auth?client_id=1";
        for at in ["/sandbox", "/sandbox/", "/sandbox?x=1", "/oauth2/authorize?client_id=1", auth] {
            assert!(leads(&Method::GET, at), "{at}");
            assert!(!leads(&Method::POST, at), "{at}");
        }
        for at in [
            "/oauth2/authorize?client_id=1&as=ada",
            "/oauth2/authorize?client_id=1&%61s=",
            "/sandbox/telegram-login/token",
            "/sandbox/mini-app?as=ada&url=http://localhost/app",
            "/sandbox/api/people",
            "/bot1:A/getUpdates",
        ] {
            assert!(!leads(&Method::GET, at), "{at}");
        }
    }
}
