//! Keeps everybody out but this machine's own pages and programs.

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::control::input::Wrong;

/// Turns down requests under a foreign host name, and those that another site's page sends.
pub async fn only_from_here(request: Request, next: Next) -> Response {
    if from_here(request.headers()) {
        return next.run(request).await;
    }
    let words = "the sandbox answers only this machine's own page";
    Wrong::new(403, "not_from_here", words).into_response()
}

fn from_here(headers: &HeaderMap) -> bool {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(host) = header(header::HOST) else {
        return false;
    };
    if !is_loopback(host) {
        return false;
    }
    match headers.get(header::ORIGIN) {
        None => true,
        Some(origin) => {
            let origin = origin.to_str().unwrap_or_default();
            let origin = origin.strip_prefix("http://").or(origin.strip_prefix("https://"));
            origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
        }
    }
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        Some(_) | None => host,
    };
    matches!(name.to_ascii_lowercase().as_str(), "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(host: &str, origin: Option<&str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().expect("a host"));
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().expect("an origin"));
        }
        headers
    }

    #[test]
    fn only_loopback_names_are_let_in() {
        assert!(from_here(&headers("127.0.0.1:8080", None)));
        assert!(from_here(&headers("localhost", None)));
        assert!(from_here(&headers("[::1]:8080", None)));
        assert!(!from_here(&headers("rebound.example:8080", None)));
        assert!(!from_here(&headers("127.0.0.1.example", None)));
    }

    #[test]
    fn a_page_of_another_site_is_kept_out() {
        assert!(from_here(&headers("localhost:80", Some("http://localhost:80"))));
        assert!(!from_here(&headers("localhost:80", Some("http://localhost:81"))));
        assert!(!from_here(&headers("localhost:80", Some("https://evil.example"))));
        assert!(!from_here(&headers("localhost:80", Some("null"))));
    }
}
