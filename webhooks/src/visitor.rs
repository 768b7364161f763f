//! Who is signed in, in the browser that asks. The cookie holds the id of a session, of which we keep only a hash; each
//! form of ours holds a mark of it, which no other site can know.

use axum::extract::{Form, FromRef, FromRequest, FromRequestParts, Request};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::Person;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::pages::{fault, notice};
use crate::web::Web;
use crate::words::Words;

/// The browser takes the first name over https alone, from this host, for all of its paths.
const NAME_HTTPS: &str = "__Host-streaks";
const NAME_HTTP: &str = "streaks";
/// No session lasts longer; that it ends earlier when nobody uses it is up to us.
const KEPT_S: u32 = 90 * 86_400;
const ATTEMPT_HTTPS: &str = "__Host-streaks-attempt";
const ATTEMPT_HTTP: &str = "streaks-attempt";
const ROLES: &str = "roles";
const WISH: &str = "streaks-wish";
/// As long as a link to sign in is good.
const WISH_KEPT_S: u32 = 600;
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Who is signed in, if anybody is.
pub(crate) struct Visitor(pub Option<SignedIn>);

pub(crate) struct SignedIn {
    pub person: Person,
    session: String,
}

impl SignedIn {
    pub fn session(&self) -> &str {
        &self.session
    }

    /// What forms for this visitor bear.
    pub fn form_mark(&self) -> String {
        let digest = Sha256::digest(format!("a form of {}", self.session));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether a form was made for this visitor.
    pub fn made(&self, mark: &str) -> bool {
        self.form_mark().as_bytes().ct_eq(mark.as_bytes()).into()
    }
}

impl<S> FromRequestParts<S> for Visitor
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Visitor, Response> {
        let web = Web::from_ref(state);
        let Some(session) = session(&parts.headers, &web) else { return Ok(Visitor(None)) };
        match web.engine.people().signed_in(&session, (web.now)()).await {
            Ok(person) => Ok(Visitor(person.map(|person| SignedIn { person, session }))),
            Err(error) => {
                let words = Words::from_request_parts(parts, state).await.unwrap_or_default();
                Err(fault(&error, words))
            }
        }
    }
}

/// What a form says about itself.
pub(crate) type Fields = Vec<(String, String)>;

pub(crate) fn field<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// Whoever sent a form of ours while signed in.
pub(crate) fn sender(
    (visitor, headers): (Visitor, &HeaderMap),
    (web, words): (&Web, Words),
    fields: &Fields,
) -> Result<SignedIn, Box<Response>> {
    let Some(signed_in) = visitor.0 else {
        return Err(notice(StatusCode::UNAUTHORIZED, "signed-out", words).into());
    };
    let is_ours = signed_in.made(field(fields, "mark").unwrap_or_default());
    if is_ours && is_from_here(headers, web) {
        return Ok(signed_in);
    }
    Err(notice(StatusCode::FORBIDDEN, "foreign", words).into())
}

/// A form of ours that whoever is signed in has sent.
pub(crate) struct Sent {
    pub signed_in: SignedIn,
    pub fields: Fields,
}

impl<S> FromRequest<S> for Sent
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Sent, Response> {
        let web = Web::from_ref(state);
        let (mut parts, body) = request.into_parts();
        let words = Words::from_request_parts(&mut parts, state).await.unwrap_or_default();
        let visitor = Visitor::from_request_parts(&mut parts, state).await?;
        let headers = parts.headers.clone();
        let form = Form::<Fields>::from_request(Request::from_parts(parts, body), state).await;
        let Form(fields) = form.map_err(IntoResponse::into_response)?;
        match sender((visitor, &headers), (&web, words), &fields) {
            Ok(signed_in) => Ok(Sent { signed_in, fields }),
            Err(refused) => Err(*refused),
        }
    }
}

/// Whether a form was sent by a page of ours: browsers say where it comes from.
pub(crate) fn is_from_here(headers: &HeaderMap, web: &Web) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(FETCH_SITE) {
        return site == "same-origin";
    }
    let host = text(HOST).unwrap_or_default();
    let is_ours = |origin: &str| {
        let of_host = origin.strip_prefix("https://").or(origin.strip_prefix("http://"));
        of_host == Some(host) || web.public_url.strip_prefix(origin).is_some_and(is_path)
    };
    text(ORIGIN).is_some_and(is_ours)
}

fn is_path(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

pub(crate) fn is_https(web: &Web) -> bool {
    web.public_url.starts_with("https://")
}

/// Whether text from outside can be the last part of an event's address.
pub(crate) fn is_slug(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !text.is_empty() && text.len() <= 64 && text.bytes().all(is_letter)
}

/// What somebody signs in for, which a cookie remembers meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish<'a> {
    /// An event, by its name in addresses.
    Event(&'a str),
    /// An invite code.
    Code(&'a str),
    /// To let in an app, by what it asks.
    App(&'a str),
    /// To let in a device, by the code that it shows.
    Device(&'a str),
}

impl Wish<'_> {
    /// Where that leads which the cookie of a browser remembers.
    pub fn address(headers: &HeaderMap) -> Option<String> {
        let (kind, name) = cookie_named(headers, WISH)?.split_once('.')?;
        if kind == "app" {
            let query = String::from_utf8(URL_SAFE_NO_PAD.decode(name).ok()?).ok()?;
            let is_query = query.bytes().all(|byte| byte.is_ascii_graphic());
            return is_query.then(|| format!("/oauth/authorize?{query}"));
        }
        let leads_to = match kind {
            "event" => "/me?event=",
            "code" => "/join/",
            "device" => "/device?user_code=",
            _ => return None,
        };
        is_slug(name).then(|| format!("{leads_to}{name}"))
    }

    /// The header that sets the cookie.
    pub fn cookie(self) -> String {
        let (kind, name) = match self {
            Wish::Event(slug) => ("event", slug.to_owned()),
            Wish::Code(code) => ("code", code.to_owned()),
            Wish::App(query) => ("app", URL_SAFE_NO_PAD.encode(query)),
            Wish::Device("") => ("device", "-".to_owned()),
            Wish::Device(code) => ("device", code.to_owned()),
        };
        format!("{WISH}={kind}.{name}; Path=/; Max-Age={WISH_KEPT_S}; HttpOnly; SameSite=Lax")
    }
}

/// A sign-in that goes on elsewhere; only the browser that began it knows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    pub platform: String,
    /// Whether roles of Discord's servers hear of the streaks, too.
    pub for_roles: bool,
    pub state: String,
    pub nonce: String,
    pub verifier: String,
}

impl Attempt {
    pub fn of(headers: &HeaderMap, web: &Web) -> Option<Attempt> {
        let value = cookie_named(headers, attempt_name(web))?;
        let mut parts = value.split('.').map(str::to_owned);
        let [platform, purpose, state, nonce, verifier] = std::array::from_fn(|_| parts.next());
        Some(Attempt {
            platform: platform?,
            for_roles: purpose? == ROLES,
            state: state?,
            nonce: nonce?,
            verifier: verifier?,
        })
    }

    /// The header that sets the cookie.
    pub fn cookie(&self, web: &Web) -> String {
        let Attempt { platform, for_roles, state, nonce, verifier } = self;
        let purpose = if *for_roles { ROLES } else { "in" };
        let value = format!("{platform}.{purpose}.{state}.{nonce}.{verifier}");
        attempt_cookie(web, &value, WISH_KEPT_S)
    }

    /// The header that takes the cookie away.
    pub fn gone(web: &Web) -> String {
        attempt_cookie(web, "", 0)
    }
}

fn attempt_name(web: &Web) -> &'static str {
    if is_https(web) { ATTEMPT_HTTPS } else { ATTEMPT_HTTP }
}

fn attempt_cookie(web: &Web, value: &str, kept_s: u32) -> String {
    let secure = if is_https(web) { "; Secure" } else { "" };
    let name = attempt_name(web);
    format!("{name}={value}; Path=/; Max-Age={kept_s}; HttpOnly; SameSite=Lax{secure}")
}

/// The session that a browser names, whether it is over or not.
pub(crate) fn session(headers: &HeaderMap, web: &Web) -> Option<String> {
    let name = if is_https(web) { NAME_HTTPS } else { NAME_HTTP };
    let value = cookie_named(headers, name)?;
    let is_id = value.len() <= 64 && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_id.then(|| value.to_owned())
}

fn cookie_named<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = cookies.flat_map(|line| line.split(';')).map(str::trim);
    cookies.find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('='))
}

/// The header that gives a session to a browser, or takes it away.
pub(crate) fn cookie(web: &Web, session: Option<&str>) -> String {
    session_cookie(web, session, "SameSite=Lax")
}

/// The header that gives a session to a browser inside a frame of Telegram's client: there it is kept apart from those of
/// the same browser elsewhere, and no other site has it sent.
pub(crate) fn framed_cookie(web: &Web, session: &str) -> String {
    session_cookie(web, Some(session), "SameSite=None; Partitioned")
}

fn session_cookie(web: &Web, session: Option<&str>, sent: &str) -> String {
    let (value, kept_s) = session.map_or(("", 0), |session| (session, KEPT_S));
    let (name, secure) = if is_https(web) { (NAME_HTTPS, "; Secure") } else { (NAME_HTTP, "") };
    format!("{name}={value}; Path=/; Max-Age={kept_s}; HttpOnly; {sent}{secure}")
}
