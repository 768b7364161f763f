//! Signing in with Discord (OAuth 2, RFC 6749) and with Telegram (OpenID Connect), both by a code with PKCE (RFC 7636).
//! What we have to remember meanwhile lies in a cookie that only this browser has, and goes with the answer.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::{Account, Platform};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::{
    AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EndpointNotSet,
    EndpointSet, ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenResponse, TokenUrl,
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use std::time::Duration;
use subtle::ConstantTimeEq;

use crate::me::nonce;
use crate::pages::{fault, notice};
use crate::sign_in::enter::{browser, enter};
use crate::sign_in::id_token::{self, Wrong};
use crate::sign_in::roles;
use crate::visitor::Attempt;
use crate::web::{Door, Web};
use crate::words::Words;

/// A platform that does not answer keeps nobody waiting longer.
const TIMEOUT: Duration = Duration::from_secs(8);
/// Characters of a code.
const CODE_MAX: usize = 2_000;

static HTTP: LazyLock<Option<reqwest::Client>> = LazyLock::new(|| {
    let nowhere_else = reqwest::redirect::Policy::none();
    reqwest::Client::builder().redirect(nowhere_else).timeout(TIMEOUT).build().ok()
});

/// What Telegram answers besides a token that is good for nothing: who somebody is.
#[derive(Debug, Serialize, Deserialize)]
struct Extra {
    #[serde(default)]
    id_token: Option<String>,
}

impl ExtraTokenFields for Extra {}

type Issued = StandardTokenResponse<Extra, BasicTokenType>;
type OurClient = Client<
    BasicErrorResponse,
    Issued,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// A door that is open, with its platform and what we are called there.
struct Open<'a> {
    platform: Platform,
    door: &'a Door,
    client_id: String,
}

/// What a platform sends along with whoever agreed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Returned {
    code: Option<String>,
    state: String,
}

/// `GET /sign-in/{platform}`: off to where people agree.
pub(crate) async fn begin(
    State(web): State<Web>,
    words: Words,
    Path(name): Path<String>,
) -> Response {
    off(&web, words, name, false)
}

/// `GET /linked-roles`: the same with Discord, whose roles are told then.
pub(crate) async fn begin_for_roles(State(web): State<Web>, words: Words) -> Response {
    off(&web, words, Platform::Discord.name().to_owned(), true)
}

fn off(web: &Web, words: Words, name: String, for_roles: bool) -> Response {
    let Some(open) = open(web, &name) else {
        return notice(StatusCode::NOT_FOUND, "missing", words);
    };
    let made = (nonce(), nonce(), nonce(), nonce());
    let (Ok(state), Ok(mark), Ok(first), Ok(second)) = made else {
        return fault(&"there is no randomness", words);
    };
    let verifier = first + &second;
    let attempt = Attempt { platform: name, for_roles, state, nonce: mark, verifier };
    let client = match client(web, &open) {
        Ok(client) => client,
        Err(error) => return fault(&error, words),
    };
    let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
    let mut asked = client
        .authorize_url(|| CsrfToken::new(attempt.state.clone()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
    let roles = ["role_connections.write"];
    let more: &[&str] = if for_roles { &roles } else { &[] };
    for scope in scopes(open.platform).iter().chain(more) {
        asked = asked.add_scope(Scope::new((*scope).to_owned()));
    }
    if open.platform == Platform::Telegram {
        asked = asked.add_extra_param("nonce", attempt.nonce.clone());
    }
    let (address, _) = asked.url();
    let headers = [(LOCATION, address.to_string()), (SET_COOKIE, attempt.cookie(web))];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// `GET /sign-in/{platform}/back`: where the platform sends whoever agreed, or did not.
pub(crate) async fn back(
    State(web): State<Web>,
    words: Words,
    headers: HeaderMap,
    Path(name): Path<String>,
    returned: Result<Query<Returned>, QueryRejection>,
) -> Response {
    let Some(open) = open(&web, &name) else {
        return notice(StatusCode::NOT_FOUND, "missing", words);
    };
    let attempt = Attempt::of(&headers, &web).filter(|attempt| attempt.platform == name);
    let Returned { code, state } = returned.map(|Query(returned)| returned).unwrap_or_default();
    let code = code.filter(|code| code.len() <= CODE_MAX);
    let is_ours =
        |attempt: &Attempt| attempt.state.as_bytes().ct_eq(state.as_bytes()).unwrap_u8() == 1;
    let mut response = match (attempt.filter(is_ours), code) {
        (None, _) => notice(StatusCode::FORBIDDEN, "foreign", words),
        (Some(_), None) => notice(StatusCode::OK, "not-agreed", words),
        (Some(attempt), Some(code)) => match account(&web, &open, &attempt, code).await {
            Ok((account, token)) => {
                let (people, zone) = (web.engine.people(), web.talk.zone);
                let now = (web.now)();
                match people.sign_in_as(&account, zone, browser(&headers), now).await {
                    Ok(session) => {
                        let entered = enter(&web, &headers, &session).await;
                        match attempt.for_roles {
                            true => told(&web, words, &open, (&account, &token), entered).await,
                            false => entered,
                        }
                    }
                    Err(error) => fault(&error, words),
                }
            }
            Err(wrong) => {
                let platform = open.platform.name();
                match wrong {
                    Wrong::Platform(_) => tracing::warn!(%wrong, platform, "nobody can sign in"),
                    Wrong::Unproven(_) => tracing::info!(%wrong, platform, "nobody was signed in"),
                }
                notice(StatusCode::BAD_GATEWAY, "not-signed-in", words)
            }
        },
    };
    // What we remembered is good once, however it ended.
    if let Ok(gone) = HeaderValue::from_str(&Attempt::gone(&web)) {
        response.headers_mut().append(SET_COOKIE, gone);
    }
    response
}

/// Tells the roles of Discord's servers, and says so to whoever has signed in by the way.
async fn told(
    web: &Web,
    words: Words,
    open: &Open<'_>,
    (account, token): (&Account, &str),
    mut entered: Response,
) -> Response {
    let told = async {
        let http = HTTP.as_ref().ok_or(Wrong::Unproven("there is no client"))?;
        let person = web.engine.people().find(account.platform, &account.external_id).await;
        let person = person.map_err(|error| Wrong::Platform(error.to_string()))?;
        let person = person.ok_or(Wrong::Unproven("nobody has this account"))?;
        let at = (open.door.api_base.as_str(), open.client_id.as_str(), token);
        roles::tell(web, http, at, (person.id, &account.name)).await
    };
    let mut shown = match told.await {
        Ok(()) => notice(StatusCode::OK, "roles-told", words),
        Err(wrong) => {
            tracing::warn!(%wrong, "roles are not told");
            notice(StatusCode::BAD_GATEWAY, "roles-not-told", words)
        }
    };
    for cookie in entered.headers_mut().get_all(SET_COOKIE) {
        shown.headers_mut().append(SET_COOKIE, cookie.clone());
    }
    shown
}

fn open<'a>(web: &'a Web, name: &str) -> Option<Open<'a>> {
    let (platform, door) = match name {
        "discord" => (Platform::Discord, web.doors.discord.as_ref()?),
        "telegram" => (Platform::Telegram, web.doors.telegram.as_ref()?),
        _ => return None,
    };
    Some(Open { platform, door, client_id: (door.client_id)()? })
}

/// No more than who somebody is.
fn scopes(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::Telegram => &["openid", "profile"],
        Platform::Discord | Platform::Email | Platform::Push => &["identify"],
    }
}

fn client(web: &Web, open: &Open<'_>) -> Result<OurClient, oauth2::url::ParseError> {
    let base = &open.door.login_base;
    let (agree, token) = match open.platform {
        Platform::Telegram => (format!("{base}/auth"), format!("{base}/token")),
        Platform::Discord | Platform::Email | Platform::Push => {
            (format!("{base}/oauth2/authorize"), format!("{base}/api/oauth2/token"))
        }
    };
    let back = format!("{}/sign-in/{}/back", web.public_url, open.platform.name());
    Ok(Client::new(ClientId::new(open.client_id.clone()))
        .set_client_secret(ClientSecret::new(open.door.client_secret.to_string()))
        .set_auth_uri(AuthUrl::new(agree)?)
        .set_token_uri(TokenUrl::new(token)?)
        .set_redirect_uri(RedirectUrl::new(back)?))
}

/// Whose account it is that agreed, and the token that says so.
async fn account(
    web: &Web,
    open: &Open<'_>,
    attempt: &Attempt,
    code: String,
) -> Result<(Account, String), Wrong> {
    let http = HTTP.as_ref().ok_or(Wrong::Unproven("there is no client"))?;
    let client = client(web, open).map_err(|error| Wrong::Platform(error.to_string()))?;
    let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
    let issued = client
        .exchange_code(AuthorizationCode::new(code))
        .set_pkce_verifier(verifier)
        .request_async(http)
        .await
        .map_err(|error| of_exchange(&error))?;
    let account = match open.platform {
        Platform::Telegram => {
            let token = issued.extra_fields().id_token.as_deref();
            let token = token.ok_or(Wrong::Unproven("there is no ID token"))?;
            let keys = id_token::keys(http, &open.door.login_base).await?;
            let wanted = id_token::Wanted {
                issuer: &open.door.login_base,
                audience: &open.client_id,
                nonce: &attempt.nonce,
                now: (web.now)(),
            };
            id_token::account(token, &keys, &wanted)?
        }
        Platform::Discord | Platform::Email | Platform::Push => {
            discord_account(http, open, &issued).await?
        }
    };
    Ok((account, issued.access_token().secret().clone()))
}

/// What went wrong, without what the platform said: that may bear secrets.
fn of_exchange<E: std::error::Error, T: oauth2::ErrorResponse>(
    error: &oauth2::RequestTokenError<E, T>,
) -> Wrong {
    match error {
        oauth2::RequestTokenError::ServerResponse(_) => Wrong::Unproven("the code is turned down"),
        oauth2::RequestTokenError::Request(_) => Wrong::Platform("no way there".to_owned()),
        oauth2::RequestTokenError::Parse(..) | oauth2::RequestTokenError::Other(_) => {
            Wrong::Platform("its answer cannot be read".to_owned())
        }
    }
}

/// What Discord says of the current authorization.
#[derive(Deserialize)]
struct Authorization {
    application: Named,
    user: Option<User>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

#[derive(Deserialize)]
struct User {
    id: String,
    username: String,
    global_name: Option<String>,
    #[serde(default)]
    locale: Option<String>,
}

async fn discord_account(
    http: &reqwest::Client,
    open: &Open<'_>,
    issued: &Issued,
) -> Result<Account, Wrong> {
    let address = format!("{}/api/v10/oauth2/@me", open.door.api_base);
    let token = issued.access_token().secret();
    let told: Authorization = id_token::read(http.get(address).bearer_auth(token)).await?;
    // A token of another application proves nothing here.
    if told.application.id != open.client_id {
        return Err(Wrong::Unproven("the token is another application's"));
    }
    let user = told.user.ok_or(Wrong::Unproven("Discord does not say who it is"))?;
    if user.id.parse::<u64>().is_err() {
        return Err(Wrong::Unproven("the id is none of Discord's"));
    }
    let shown = user.global_name.as_deref().unwrap_or(&user.username);
    Ok(Account {
        platform: Platform::Discord,
        name: talk::clean_name(shown, &talk::clean_name(&user.username, "someone")),
        handle: Some(user.username.to_lowercase()),
        locale: user.locale,
        external_id: user.id,
    })
}
