//! How much one address may ask for, so that nobody keeps others waiting (S15). Addresses are kept in memory only, and
//! those that are quiet again are forgotten every now and then.

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::api::problem::Problem;
use crate::pages::notice_with;
use crate::web::Rates;
use crate::words::Words;

/// After so many requests those addresses are forgotten that are quiet again.
const FORGET_EVERY: usize = 1_000;
const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");
pub(crate) const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
pub(crate) const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
pub(crate) const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");
pub(crate) const RETRY_AFTER: HeaderName = HeaderName::from_static("retry-after");

type Keyed =
    RateLimiter<IpAddr, DashMapStateStore<IpAddr>, DefaultClock, StateInformationMiddleware>;

/// One limit for each address.
struct Limit {
    per_min: u32,
    used: Keyed,
    count: AtomicUsize,
}

/// What is left after a request, or for how long there is nothing.
enum Left {
    Some { limit: u32, remaining: u32 },
    None { limit: u32, wait_s: u64 },
}

impl Limit {
    fn of(per_min: u32) -> Option<Arc<Limit>> {
        let quota = Quota::per_minute(NonZeroU32::new(per_min)?);
        let used = RateLimiter::dashmap(quota).with_middleware();
        Some(Arc::new(Limit { per_min, used, count: AtomicUsize::new(0) }))
    }

    fn take(&self, address: IpAddr) -> Left {
        if self.count.fetch_add(1, Ordering::Relaxed).is_multiple_of(FORGET_EVERY) {
            self.used.retain_recent();
        }
        let limit = self.per_min;
        match self.used.check_key(&address) {
            Ok(state) => Left::Some { limit, remaining: state.remaining_burst_capacity() },
            Err(not_until) => {
                let wait = not_until.wait_time_from(DefaultClock::default().now());
                Left::None { limit, wait_s: wait.as_secs() + 1 }
            }
        }
    }
}

/// All limits, and who watches.
#[derive(Clone)]
pub(crate) struct Limits {
    pages: Option<Arc<Limit>>,
    api: Option<Arc<Limit>>,
    sign_in: Option<Arc<Limit>>,
    invites: Option<Arc<Limit>>,
    /// Live views of one address; 0 for as many as it likes.
    views_max: usize,
    views: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Limits {
    pub fn new(rates: Rates) -> Limits {
        Limits {
            pages: Limit::of(rates.pages),
            api: Limit::of(rates.api),
            sign_in: Limit::of(rates.sign_in),
            invites: Limit::of(rates.invites),
            views_max: rates.live_views as usize,
            views: Arc::default(),
        }
    }

    /// The limits that a request comes under.
    fn of(&self, method: &Method, (path, has_query): (&str, bool)) -> impl Iterator<Item = &Limit> {
        const TRIES: [&str; 4] = ["/login/", "/passkeys/", "/oauth/device", "/device"];
        let is_api = is_for_programs(path);
        let is_file = path.starts_with("/static/");
        // To look at a page takes no try; to come back with a code, or to bring one in the address, does.
        let is_try = *method == Method::POST && TRIES.iter().any(|begin| path.starts_with(begin))
            || path.starts_with("/sign-in/") && path.ends_with("/back")
            || path == "/device" && has_query;
        let usual = if is_api { &self.api } else { &self.pages };
        let usual = usual.as_deref().filter(|_| !is_file);
        let sign_in = self.sign_in.as_deref().filter(|_| is_try);
        // The page of a code that works says so, and is as good as a try.
        let invites = self.invites.as_deref().filter(|_| path.starts_with("/join/"));
        usual.into_iter().chain(sign_in).chain(invites)
    }

    /// A place to watch from; none where this address has too many.
    pub fn watch(&self, address: Option<IpAddr>) -> Option<View> {
        let Some(address) = address.filter(|_| self.views_max > 0) else {
            return Some(View { limits: self.clone(), address: None });
        };
        let mut views = self.views.lock().unwrap_or_else(PoisonError::into_inner);
        let count = views.entry(address).or_default();
        if *count >= self.views_max {
            return None;
        }
        *count += 1;
        drop(views);
        Some(View { limits: self.clone(), address: Some(address) })
    }
}

/// A live view, which is given back when it is dropped.
pub(crate) struct View {
    limits: Limits,
    address: Option<IpAddr>,
}

impl Drop for View {
    fn drop(&mut self) {
        let Some(address) = self.address else { return };
        let mut views = self.limits.views.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = views.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                views.remove(&address);
            }
        }
    }
}

/// Who asks, from outside: the address that a proxy beside us forwards for, or the one that is connected. None where that
/// is this machine itself, or a neighbour that does not say for whom it asks: all that come by it would share one limit.
/// Only neighbours are believed to be proxies, since whoever is farther away could say anything.
pub(crate) fn address(extensions: &Extensions, headers: &HeaderMap) -> Option<IpAddr> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip().to_canonical());
    let is_near = peer.is_none_or(is_near);
    let forwarded = headers.get_all(FORWARDED).iter().next_back();
    let forwarded = forwarded.and_then(|list| list.to_str().ok()?.rsplit(',').next());
    let forwarded = forwarded.and_then(|last| read(last.trim()));
    let asks = if is_near { forwarded?.to_canonical() } else { peer? };
    Some(match asks {
        IpAddr::V4(_) => asks,
        // Whoever has one of these has all of the same network.
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() >> 64 << 64).into()),
    })
}

/// Some proxies add the port.
fn read(address: &str) -> Option<IpAddr> {
    let with_port = |address: &str| Some(address.parse::<SocketAddr>().ok()?.ip());
    address.parse().ok().or_else(|| with_port(address))
}

fn is_near(address: IpAddr) -> bool {
    match address {
        // With addresses that providers share among their customers (RFC 6598).
        IpAddr::V4(v4) => {
            let shared = v4.octets()[0] == 100 && v4.octets()[1] & 0xc0 == 64;
            v4.is_loopback() || v4.is_private() || v4.is_link_local() || shared
        }
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// Whether programs ask there, and no browser.
fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/oauth/") && path != "/oauth/authorize"
}

/// Turns down what is too much, and says how much is left of what the API allows.
pub(crate) async fn keep(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let Some(address) = address(request.extensions(), request.headers()) else {
        return next.run(request).await;
    };
    // What a browser asks before a program's call is no call.
    if request.method() == Method::OPTIONS {
        return next.run(request).await;
    }
    let (path, has_query) = (request.uri().path(), request.uri().query().is_some());
    let is_api = is_for_programs(path);
    let mut left = None;
    for limit in limits.of(request.method(), (path, has_query)) {
        match limit.take(address) {
            Left::Some { limit, remaining } => left = left.or(Some((limit, remaining))),
            Left::None { limit, wait_s } => {
                return too_much(request.headers(), is_api, limit, wait_s);
            }
        }
    }
    let mut response = next.run(request).await;
    if let Some((limit, remaining)) = left.filter(|_| is_api) {
        // A minute fills all of it up again.
        let reset_s = 60 * u64::from(limit - remaining.min(limit)) / u64::from(limit.max(1));
        say(&mut response, limit, remaining, reset_s);
    }
    response
}

fn too_much(headers: &HeaderMap, is_api: bool, limit: u32, wait_s: u64) -> Response {
    let wanted = headers.get(axum::http::header::ACCEPT_LANGUAGE);
    let words = Words::wanted(wanted.and_then(|value| value.to_str().ok()).unwrap_or_default());
    let mut response: Response<Body> = if is_api {
        let problem = Problem::too_much(wait_s, words);
        // Programs in pages of others read it, too.
        let anybody =
            [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (ACCESS_CONTROL_EXPOSE_HEADERS, "retry-after")];
        (anybody, problem).into_response()
    } else {
        let wait = [("wait", wait_s.into())];
        notice_with(StatusCode::TOO_MANY_REQUESTS, "too-many", words, wait)
    };
    say(&mut response, limit, 0, wait_s);
    response.headers_mut().insert(RETRY_AFTER, wait_s.into());
    response
}

fn say(response: &mut Response, limit: u32, remaining: u32, reset_s: u64) {
    let headers = response.headers_mut();
    headers.insert(LIMIT, HeaderValue::from(limit));
    headers.insert(REMAINING, HeaderValue::from(remaining));
    headers.insert(RESET, HeaderValue::from(reset_s));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(peer: Option<&str>, forwarded: &[&str]) -> Option<String> {
        let mut extensions = Extensions::new();
        if let Some(peer) = peer {
            let peer: IpAddr = peer.parse().expect("an address");
            extensions.insert(ConnectInfo(SocketAddr::new(peer, 1)));
        }
        let mut headers = HeaderMap::new();
        for list in forwarded {
            headers.append(FORWARDED, list.parse().expect("a list"));
        }
        address(&extensions, &headers).map(|address| address.to_string())
    }

    #[test]
    fn only_a_neighbour_says_for_whom_it_asks() {
        let seen = |peer, forwarded: &[&str]| asks(Some(peer), forwarded);
        assert_eq!(seen("127.0.0.1", &[]), None);
        assert_eq!(seen("127.0.0.1", &["203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(seen("::ffff:10.0.0.2", &["203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        // It does not say for whom: nobody shares a limit with all others.
        assert_eq!(seen("172.18.0.1", &[]), None);
        assert_eq!(seen("10.0.0.2", &["nobody"]), None);
        assert_eq!(seen("100.64.0.7", &["203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(seen("100.128.0.7", &["203.0.113.9"]).as_deref(), Some("100.128.0.7"));
        assert_eq!(seen("10.0.0.2", &["203.0.113.9:443"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(seen("10.0.0.2", &["[2001:db8::1]:443"]).as_deref(), Some("2001:db8::"));
        // What was said before the neighbour added to it may be anything.
        assert_eq!(seen("10.0.0.2", &["1.2.3.4, 203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(seen("10.0.0.2", &["1.2.3.4", "203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(seen("198.51.100.7", &["203.0.113.9"]).as_deref(), Some("198.51.100.7"));
        assert_eq!(seen("2001:db8:1:2:3:4:5:6", &[]).as_deref(), Some("2001:db8:1:2::"));
        assert_eq!(asks(None, &[]), None);
    }
}
