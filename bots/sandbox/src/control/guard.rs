//! Keeps everybody out but this machine's own pages and programs.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::control::input::Wrong;
use crate::state::sandbox::Sandbox;

/// Turns down requests under a foreign host name, which somebody may have made to lead here, and those that another
/// site's page sends. Programs say no origin.
pub async fn only_from_here(
    State(sandbox): State<Sandbox>,
    request: Request,
    next: Next,
) -> Response {
    if from_here(request.headers(), sandbox.host()) {
        return next.run(request).await;
    }
    let words = "the sandbox answers only programs and pages of this machine";
    Wrong::new(403, "not_from_here", words).into_response()
}

fn from_here(headers: &HeaderMap, own: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let Some(host) = text(header::HOST.as_str()) else {
        return false;
    };
    if !is_loopback(host) && !name_of(host).eq_ignore_ascii_case(name_of(own)) {
        return false;
    }
    // A page may follow a link to here, but not use what is here as a picture or a script of its own.
    let is_foreign = text("sec-fetch-site") == Some("cross-site");
    if is_foreign && text("sec-fetch-mode") != Some("navigate") {
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
        from_here(&headers, "127.0.0.2:8080")
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
        assert!(!from_here(&HeaderMap::new(), "127.0.0.1:8080"));
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
        assert!(may("localhost:80", &[(site, "cross-site"), (mode, "navigate")]));
        assert!(may("localhost:80", &[(site, "same-origin"), (mode, "no-cors")]));
    }
}
