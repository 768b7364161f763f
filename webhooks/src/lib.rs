//! What is served to the outside: pages, the links in mails, and the places to which platforms post their updates.

mod about;
mod api;
mod apps;
mod badge;
mod board;
mod calendar;
mod check_in_link;
mod device;
mod email;
mod event_page;
mod feed;
mod files;
mod headers;
mod health;
mod inbound;
mod invite;
mod languages;
mod legal;
mod limits;
mod live;
mod look;
mod matrix;
mod me;
mod members;
mod pages;
mod person_page;
mod private_chat;
mod push;
mod query;
mod said;
mod settings;
mod sign_in;
mod tokens;
mod visitor;
mod web;
mod words;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::http::StatusCode;
use axum::middleware::{from_fn_with_state, map_response, map_response_with_state};
use axum::routing::{get, post};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// A page that takes longer than this is given up.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Bytes of a form; nobody types more.
const FORM_MAX: usize = 64 * 1024;

pub use web::{Door, Doors, Inbound, Links, Operator, Push, Rates, Web};

#[derive(Clone, FromRef)]
struct App {
    web: Web,
    boards: live::Boards,
    looks: health::Looks,
    limits: limits::Limits,
}

/// All pages. The headers and limits set here hold for them alone, not for what is merged with them.
pub fn router(web: Web) -> Router {
    let limits = limits::Limits::new(web.rates);
    // What is for one person alone lies in no cache.
    let own = Router::new()
        .route("/me", get(me::me).post(me::say))
        .route("/sign-in", get(sign_in::ways::ways))
        .route("/sign-in/{platform}", get(sign_in::oauth::begin))
        .route("/sign-in/{platform}/back", get(sign_in::oauth::back))
        .route("/passkeys/asked", post(sign_in::passkey::ask))
        .route("/passkeys/sign-in", post(sign_in::passkey::sign_in))
        .route("/me/passkeys/asked", post(sign_in::passkey::ask_new))
        .route("/me/passkeys", post(sign_in::passkey::add))
        .route("/me/push", post(push::subscribe))
        .route("/linked-roles", get(sign_in::oauth::begin_for_roles))
        .route("/app", get(sign_in::init_data::page).post(sign_in::init_data::open))
        .route("/login/{code}", get(sign_in::link::ask).post(sign_in::link::sign_in))
        .route("/logout", post(sign_in::link::sign_out))
        .route("/me/settings", get(settings::settings).post(settings::change))
        .route("/me/apps", get(apps::mine::apps).post(apps::mine::change))
        .route("/oauth/authorize", get(apps::authorize::ask).post(apps::authorize::agree))
        .route("/device", get(apps::device::page).post(apps::device::agree))
        .route("/me/tokens", get(tokens::tokens).post(tokens::change))
        .route("/join/{code}", get(invite::ask))
        .route("/calendar/{token}", get(calendar::calendar))
        .route("/check-in/{token}", get(check_in_link::ask).post(check_in_link::check))
        .route("/email/confirm/{code}", get(email::ask_to_confirm).post(email::confirm))
        .route("/email/leave/{code}", get(email::ask_to_leave).post(email::leave))
        .layer(map_response(headers::keep_nowhere));
    let pages = Router::new()
        .merge(own)
        .merge(api::router())
        .merge(apps::router())
        .route("/", get(pages::events))
        .route("/e/{slug}", get(event_page::event))
        .route("/e/{slug}/activity", get(event_page::activity))
        .route("/e/{slug}/members", get(members::page))
        .route("/e/{slug}/members.csv", get(members::table))
        .route("/e/{slug}/card.png", get(badge::card))
        .route("/e/{slug}/badge.svg", get(badge::badge))
        .route("/e/{slug}/calendar.ics", get(calendar::of_event))
        .route("/e/{slug}/feed.atom", get(feed::feed))
        .route("/u/{person}", get(person_page::person))
        .route("/u/{person}/matrix.svg", get(person_page::matrix))
        .route("/api", get(pages::api))
        .route("/zone", get(pages::zone))
        .route("/privacy", get(legal::privacy))
        .route("/terms", get(legal::terms))
        .route("/static/streaks.css", get(files::style))
        .route("/static/live.js", get(files::script))
        .route("/static/zone.js", get(files::zone_script))
        .route("/static/api.js", get(files::api_script))
        .route("/static/passkey.js", get(files::passkey_script))
        .route("/static/push.js", get(files::push_script))
        .route("/static/app.js", get(files::app_script))
        .route("/static/page.js", get(files::page_script))
        .route("/sw.js", get(files::worker))
        .route("/manifest.webmanifest", get(files::manifest))
        .route("/static/streaks.svg", get(files::icon))
        .route("/robots.txt", get(files::robots))
        .fallback(pages::nowhere)
        .layer(DefaultBodyLimit::max(FORM_MAX))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT));
    // A stream outlasts every patience, and compressing it would hold events back.
    let uncompressed = Router::new()
        .route(
            "/e/{slug}/live",
            get(live::live).layer(from_fn_with_state(limits.clone(), limits::keep)),
        )
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/webhooks/discord", post(inbound::discord::receive))
        .route("/webhooks/telegram", post(inbound::telegram::receive));
    pages
        .layer(from_fn_with_state(limits.clone(), limits::keep))
        .merge(uncompressed)
        .layer(CatchPanicLayer::custom(pages::panicked))
        .layer(map_response_with_state(web.clone(), headers::harden))
        .with_state(App {
            web,
            boards: live::Boards::default(),
            looks: health::Looks::default(),
            limits,
        })
}
