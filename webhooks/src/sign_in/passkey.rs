//! Passkeys (WebAuthn Level 3): made by whoever is signed in, and then enough to sign in. They are bound to the name of
//! the host, so that there are none where it is a bare address.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::{Error, FoundBy, PASSKEYS_MAX, Passkey};
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::{
    CredProtect, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, UserHandle16,
};
use webauthn_rp::request::{AsciiDomain, PublicKeyCredentialDescriptor, RpId};
use webauthn_rp::response::register::{CompressedPubKey, DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration,
    RegistrationServerState,
};

use crate::pages::{fault, notice};
use crate::sign_in::enter::{browser, enter};
use crate::visitor::{SignedIn, Visitor, is_from_here, sender};
use crate::web::Web;
use crate::words::Words;

/// Bytes of what a person is known by to authenticators.
const HANDLE: usize = 16;
/// What our script sends along, so that no other page's form can.
const MARK: HeaderName = HeaderName::from_static("x-mark");
/// Characters of what a browser calls itself.
const NAME_MAX: usize = 120;

type PublicKey = CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>;
type Handle = UserHandle16;

/// Why nothing came of it; whoever asks is told no more than that.
struct Refused(&'static str);

/// What passkeys are bound to; none where there can be none.
pub(crate) fn host(public_url: &str) -> Option<RpId> {
    let (scheme, rest) = public_url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_secure = scheme == "https" || name == "localhost";
    let is_name = name.parse::<std::net::IpAddr>().is_err() && !name.starts_with('[');
    let domain = AsciiDomain::try_from(name.to_owned()).ok()?;
    (is_secure && is_name).then_some(RpId::Domain(domain))
}

/// The address that a browser has to be at.
fn origin(public_url: &str) -> Option<&str> {
    let rest = public_url.find("://")? + 3;
    let end = public_url[rest..].find('/').map_or(public_url.len(), |at| rest + at);
    Some(&public_url[..end])
}

/// `POST /passkeys/asked`: what an authenticator is asked to sign in by.
pub(crate) async fn ask(State(web): State<Web>, words: Words, headers: HeaderMap) -> Response {
    let Some(host) = host(&web.public_url).filter(|_| is_from_here(&headers, &web)) else {
        return notice(StatusCode::FORBIDDEN, "foreign", words);
    };
    let begun = DiscoverableCredentialRequestOptions::passkey(&host).start_ceremony();
    let Ok((state, client)) = begun else { return fault(&"no ceremony begins", words) };
    let challenge = client.options().0.challenge.as_data().to_string();
    let Ok(state) = state.encode() else { return fault(&"no ceremony is kept", words) };
    let state = URL_SAFE_NO_PAD.encode(state);
    match web.engine.people().ask_challenge(&challenge, None, &state, (web.now)()).await {
        Ok(()) => Json(client).into_response(),
        Err(error) => fault(&error, words),
    }
}

/// `POST /passkeys/sign-in`: what the authenticator answers.
pub(crate) async fn sign_in(
    State(web): State<Web>,
    words: Words,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !is_from_here(&headers, &web) {
        return notice(StatusCode::FORBIDDEN, "foreign", words);
    }
    match session(&web, &headers, &body).await {
        Ok(Ok(session)) => {
            // A script asks, and goes where it is told to.
            let entered = enter(&web, &headers, &session).await;
            let (mut parts, _) = entered.into_parts();
            let to = parts.headers.remove(axum::http::header::LOCATION);
            let to = to.as_ref().and_then(|to| to.to_str().ok()).unwrap_or("/me").to_owned();
            parts.status = StatusCode::OK;
            Response::from_parts(parts, to.into())
        }
        Ok(Err(Refused(why))) => {
            tracing::info!(why, "a passkey signed nobody in");
            notice(StatusCode::FORBIDDEN, "not-signed-in", words)
        }
        Err(error) => fault(&error, words),
    }
}

async fn session(
    web: &Web,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Result<String, Refused>, Error> {
    let refused = |why| Ok(Err(Refused(why)));
    let (Some(host), Some(origin)) = (host(&web.public_url), origin(&web.public_url)) else {
        return refused("there are no passkeys here");
    };
    let Ok(answer) = DiscoverableAuthentication::<HANDLE>::from_json_relaxed(body) else {
        return refused("the answer cannot be read");
    };
    let Ok(challenge) = answer.challenge_relaxed() else { return refused("no challenge") };
    let (people, now) = (web.engine.people(), (web.now)());
    let Some((None, state)) = people.take_challenge(&challenge.0.to_string(), now).await? else {
        return refused("the challenge is not known any more");
    };
    let id = URL_SAFE_NO_PAD.encode(answer.raw_id().into_inner());
    let Some(passkey) = people.passkey(&id).await? else { return refused("it is not known") };
    let read = || {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
        let handle: [u8; HANDLE] = bytes(&passkey.handle)?.try_into().ok()?;
        let Ok(handle) = Handle::decode(handle);
        let key = StaticState::<PublicKey>::decode(&bytes(&passkey.public_key)?).ok()?;
        let dynamic: [u8; 7] = bytes(&passkey.state)?.try_into().ok()?;
        let dynamic = DynamicState::decode(dynamic).ok()?;
        let state = DiscoverableAuthenticationServerState::decode(&bytes(&state)?).ok()?;
        Some((handle, key, dynamic, state))
    };
    let Some((handle, key, dynamic, state)) = read() else {
        return Err(Error::Unreadable { what: "passkey", why: "it was kept otherwise".to_owned() });
    };
    let known = AuthenticatedCredential::new(answer.raw_id(), &handle, key, dynamic);
    let Ok(mut known) = known else { return refused("it contradicts itself") };
    let origins = [origin];
    let options = AuthenticationVerificationOptions::<&str, &str> {
        allowed_origins: &origins,
        ..Default::default()
    };
    if state.verify(&host, &answer, &mut known, &options).is_err() {
        return refused("the answer is not right");
    }
    let Ok(dynamic) = known.dynamic_state().encode();
    let dynamic = URL_SAFE_NO_PAD.encode(dynamic);
    let session = people.sign_in_with(&id, &dynamic, browser(headers), now).await?;
    Ok(session.ok_or(Refused("it was taken away")))
}

/// `POST /me/passkeys/asked`: what an authenticator is asked to make.
pub(crate) async fn ask_new(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    headers: HeaderMap,
) -> Response {
    let signed_in = match maker(visitor, &headers, &web, words) {
        Ok(signed_in) => signed_in,
        Err(refused) => return *refused,
    };
    let Some(host) = host(&web.public_url) else {
        return notice(StatusCode::NOT_FOUND, "missing", words);
    };
    let (people, person) = (web.engine.people(), &signed_in.person);
    let known = match people.passkeys(person.id).await {
        Ok(known) => known,
        Err(error) => return fault(&error, words),
    };
    if known.len() >= PASSKEYS_MAX {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    let first = known.first().and_then(|passkey| {
        let handle = URL_SAFE_NO_PAD.decode(&passkey.handle).ok()?;
        let Ok(handle) = Handle::decode(handle.try_into().ok()?);
        Some(handle)
    });
    let handle = first.unwrap_or_default();
    // The same authenticator does not make a second one.
    let known = known.iter().filter_map(|passkey| {
        let id = CredentialId::decode(URL_SAFE_NO_PAD.decode(&passkey.id).ok()?).ok()?;
        Some(PublicKeyCredentialDescriptor { id, transports: AuthTransports::decode(0).ok()? })
    });
    // Names only show in the authenticator; of some that people have, the standard wants none.
    let Some(name) =
        [person.name.as_str(), "Streaks"].into_iter().find_map(|name| name.try_into().ok())
    else {
        return fault(&"no name will do", words);
    };
    let user = PublicKeyCredentialUserEntity {
        name,
        id: &handle,
        display_name: person.name.as_str().try_into().ok(),
    };
    let mut begun = PublicKeyCredentialCreationOptions::passkey(&host, user, known.collect());
    // Not every authenticator can promise this, and each use is verified anyway.
    begun.extensions.cred_protect = CredProtect::None;
    let Ok((state, client)) = begun.start_ceremony() else {
        return fault(&"no ceremony begins", words);
    };
    let challenge = client.options().challenge.as_data().to_string();
    let Ok(state) = state.encode() else { return fault(&"no ceremony is kept", words) };
    let state = URL_SAFE_NO_PAD.encode(state);
    let now = (web.now)();
    match people.ask_challenge(&challenge, Some(person.id), &state, now).await {
        Ok(()) => Json(client).into_response(),
        Err(error) => fault(&error, words),
    }
}

/// `POST /me/passkeys`: what the authenticator made.
pub(crate) async fn add(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let signed_in = match maker(visitor, &headers, &web, words) {
        Ok(signed_in) => signed_in,
        Err(refused) => return *refused,
    };
    match made(&web, &signed_in, browser(&headers), &body).await {
        Ok(Ok(())) => StatusCode::NO_CONTENT.into_response(),
        Ok(Err(Refused(why))) => {
            tracing::info!(why, "no passkey was made");
            StatusCode::UNPROCESSABLE_ENTITY.into_response()
        }
        Err(error) => fault(&error, words),
    }
}

async fn made(
    web: &Web,
    signed_in: &SignedIn,
    browser: &str,
    body: &[u8],
) -> Result<Result<(), Refused>, Error> {
    let refused = |why| Ok(Err(Refused(why)));
    let (Some(host), Some(origin)) = (host(&web.public_url), origin(&web.public_url)) else {
        return refused("there are no passkeys here");
    };
    let Ok(answer) = Registration::from_json_relaxed(body) else {
        return refused("the answer cannot be read");
    };
    let Ok(challenge) = answer.challenge_relaxed() else { return refused("no challenge") };
    let (people, now) = (web.engine.people(), (web.now)());
    let person = signed_in.person.id;
    let state = match people.take_challenge(&challenge.0.to_string(), now).await? {
        Some((Some(asked), state)) if asked == person => state,
        _ => return refused("the challenge is not known any more"),
    };
    let state = URL_SAFE_NO_PAD.decode(state).ok();
    let state = state.and_then(|state| RegistrationServerState::<HANDLE>::decode(&state).ok());
    let Some(state) = state else { return refused("the challenge was kept otherwise") };
    let origins = [origin];
    let options = RegistrationVerificationOptions::<&str, &str> {
        allowed_origins: &origins,
        ..Default::default()
    };
    let Ok(made) = state.verify(&host, &answer, &options) else {
        return refused("the answer is not right");
    };
    let Ok(key) = made.static_state().encode();
    let Ok(dynamic) = made.dynamic_state().encode();
    let Ok(handle) = made.user_id().encode();
    let is_shown = |c: &char| !c.is_control();
    let passkey = Passkey {
        id: URL_SAFE_NO_PAD.encode(made.id().into_inner()),
        person,
        handle: URL_SAFE_NO_PAD.encode(handle),
        public_key: URL_SAFE_NO_PAD.encode(key),
        state: URL_SAFE_NO_PAD.encode(dynamic),
        name: browser.chars().filter(is_shown).take(NAME_MAX).collect(),
        created_at: now,
        used_at: None,
    };
    let people = people.found_by(FoundBy::Session(signed_in.session()));
    let is_kept = people.add_passkey(&passkey).await?;
    Ok(if is_kept { Ok(()) } else { Err(Refused("it is known, or there are too many")) })
}

/// Whoever is signed in and asks by a page of ours.
fn maker(
    visitor: Visitor,
    headers: &HeaderMap,
    web: &Web,
    words: Words,
) -> Result<SignedIn, Box<Response>> {
    let mark = headers.get(MARK).and_then(|mark| mark.to_str().ok()).unwrap_or_default();
    sender((visitor, headers), (web, words), &vec![("mark".to_owned(), mark.to_owned())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_bound_to_a_name() {
        let name = |url| host(url).map(String::from);
        assert_eq!(name("https://streaks.example.org").as_deref(), Some("streaks.example.org"));
        assert_eq!(
            name("https://streaks.example.org:8443/x").as_deref(),
            Some("streaks.example.org")
        );
        assert_eq!(name("http://localhost:8080").as_deref(), Some("localhost"));
        for none in ["http://127.0.0.1:8080", "http://[::1]:8080", "http://streaks.example.org"] {
            assert_eq!(name(none), None, "{none}");
        }
        assert_eq!(
            origin("https://streaks.example.org/below"),
            Some("https://streaks.example.org")
        );
        assert_eq!(origin("http://localhost:8080"), Some("http://localhost:8080"));
    }
}
