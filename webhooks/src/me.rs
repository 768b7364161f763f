//! `/me`: today, and the whole conversation of a private chat with the bot, as a page.

use askama::Template;
use axum::extract::{Form, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::{Account, Error, Event, Membership, Platform, Visibility};
use sha2::{Digest, Sha256};
use talk::{ButtonAction, CallbackId, Field, Input, Place, Reply, Request, Span, Tone, What};

use crate::pages::{fault, notice};
use crate::visitor::{Fields, SignedIn, Visitor, field, is_slug, sender, wish};
use crate::web::Web;
use crate::words::Words;

/// Events that are shown; the others are a command away.
const EVENTS_MAX: usize = 100;
/// What is typed is cut to this.
const LINE_MAX: usize = 1_000;
/// Bytes of a hash that name a request for ever: buttons hold them, and those are short.
const KEY_BYTES: usize = 10;
/// What fields of forms begin with.
const FIELD: &str = "field-";
/// Commands that a button stands for.
const COMMANDS: [&str; 8] = [
    "/events",
    "/streak",
    "/matrix",
    "/leaderboard",
    "/badges",
    "/event create",
    "/settings",
    "/help",
];

#[derive(Template)]
#[template(path = "me.html")]
struct MePage {
    words: Words,
    name: String,
    /// Proves that a form is ours.
    mark: String,
    /// Tells the forms of one page from those of another: what is sent twice is done once.
    key: String,
    invited: Option<Invited>,
    today: Vec<Row>,
    said: Option<Said>,
    commands: [&'static str; 8],
    /// What the browsers call themselves in which the person is signed in.
    sessions: Vec<String>,
}

/// An event that somebody wants to join.
struct Invited {
    title: String,
    press: String,
}

/// An event of the person's.
struct Row {
    title: String,
    /// None where it has no page.
    slug: Option<String>,
    state: String,
    is_done: bool,
    /// What checks in, where something is open.
    press: Option<String>,
}

/// An answer.
#[derive(Default)]
struct Said {
    pieces: Vec<Piece>,
    pictures: Vec<(String, String)>,
    documents: Vec<(String, String)>,
    rows: Vec<Vec<Press>>,
    form: Option<Filled>,
    /// It asks for something that only a chat can take.
    needs_chat: bool,
}

struct Piece {
    text: String,
    bold: bool,
    code: bool,
    address: Option<String>,
}

struct Press {
    label: String,
    tone: &'static str,
    /// What it says, or the address it leads to.
    press: String,
    is_link: bool,
}

struct Filled {
    title: String,
    press: String,
    fields: Vec<Field>,
}

/// `GET /me`, with `event=` for whoever comes from its page.
pub(crate) async fn me(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let pairs = query.as_deref().unwrap_or_default().split('&');
    let slug = pairs.filter_map(|pair| pair.strip_prefix("event=")).find(|slug| is_slug(slug));
    let Some(signed_in) = visitor.0 else {
        let mut asked = notice(StatusCode::UNAUTHORIZED, "signed-out", words);
        // Whoever signs in now comes back to it.
        if let Some(Ok(cookie)) = slug.map(|slug| wish(slug).parse()) {
            asked.headers_mut().insert(SET_COOKIE, cookie);
        }
        return asked;
    };
    let page = page(&web, words, &signed_in, slug, None).await;
    show(page, words)
}

/// `POST /me`: a press, a form that was filled in, or a line.
pub(crate) async fn say(
    State(web): State<Web>,
    words: Words,
    visitor: Visitor,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let signed_in = match sender((visitor, &headers), (&web, words), &fields) {
        Ok(signed_in) => signed_in,
        Err(refused) => return *refused,
    };
    let answered = match request(&web, words, &signed_in, &fields).await {
        Ok(Some(request)) => answer(&web, &request).await,
        Ok(None) => return notice(StatusCode::UNAUTHORIZED, "signed-out", words),
        Err(error) => Err(error),
    };
    match answered {
        Ok(reply) => {
            let said = reply.map_or_else(|| unclear(words), said);
            show(page(&web, words, &signed_in, None, Some(said)).await, words)
        }
        Err(error) => fault(&error, words),
    }
}

/// The answer; none where a line says nothing that is understood.
async fn answer(web: &Web, request: &Request) -> Result<Option<Reply>, Error> {
    let reply = web.talk.answer(request).await?;
    let is_line = matches!(request.said, Input::Line(_));
    Ok(reply.or_else(|| (!is_line).then(|| web.talk.puzzled(request))))
}

/// What was said, as if it came from a private chat of the person's.
async fn request(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    fields: &Fields,
) -> Result<Option<Request>, Error> {
    let accounts = web.engine.people().accounts(signed_in.person.id).await?;
    let is_chat = |account: &Account| account.platform != Platform::Email;
    let Some(account) = accounts.into_iter().find(is_chat) else { return Ok(None) };
    let said = if let Some(press) = field(fields, "press") {
        Input::Callback(press.to_owned())
    } else if let Some(press) = field(fields, "form") {
        let filled = fields.iter().filter_map(|(name, value)| {
            let name = name.strip_prefix(FIELD)?;
            Some((name.to_owned(), value.chars().take(LINE_MAX).collect()))
        });
        let filled = filled.filter(|(_, value): &(String, String)| !value.is_empty()).collect();
        Input::Form { press: press.to_owned(), fields: filled }
    } else {
        Input::Line(field(fields, "line").unwrap_or_default().chars().take(LINE_MAX).collect())
    };
    let key = field(fields, "key").unwrap_or_default();
    let digest = Sha256::digest(format!("{} {key} {said:?}", signed_in.session()));
    let digest: String = digest.iter().take(KEY_BYTES).map(|byte| format!("{byte:02x}")).collect();
    let place = Place {
        community: None,
        address: account.external_id.clone(),
        thread: String::new(),
        private_address: account.external_id.clone(),
        opens_private: false,
        deep_link: None,
        takes_location: false,
        is_on_web: true,
        locale: Some(words.language().to_owned()),
    };
    Ok(Some(Request {
        key: format!("web:{digest}"),
        account,
        place,
        said,
        named: vec![],
        replied_to: None,
        files: vec![],
        manages: false,
        bot_rights: vec![],
        sent_at: None,
        unheard_since: None,
        now: (web.now)(),
    }))
}

async fn page(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    slug: Option<&str>,
    said: Option<Said>,
) -> Result<MePage, Error> {
    let person = &signed_in.person;
    let now = (web.now)();
    let mut events = web.engine.events().of(person.id).await?;
    events.retain(|event| !event.is_over(now));
    let of = |event: &Event| Membership { event: event.id, person: person.id };
    let memberships: Vec<Membership> = events.iter().map(of).collect();
    let views = web.engine.memberships().views(&memberships, now).await?;
    let invited = match slug {
        Some(slug) => web.engine.events().at(slug, Some(person.id)).await?,
        None => None,
    };
    let invited = invited
        .filter(|event| !event.is_over(now) && !memberships.contains(&of(event)))
        .map(|event| Invited { press: press("join", &event), title: event.title });
    let row = |event: &Event| {
        let view = views.get(&of(event))?;
        let standing = &view.life.standing;
        let is_open = view.is_open_today() && !standing.met_today;
        let key = match (standing.met_today, is_open) {
            (true, _) => "me-done",
            (false, true) => "me-open",
            (false, false) => "me-off",
        };
        let counts = [("current", standing.current.into())];
        Some(Row {
            title: event.title.clone(),
            slug: (event.visibility == Visibility::Public).then(|| event.slug.clone()),
            state: words.tell(key, counts),
            is_done: standing.met_today,
            press: is_open.then(|| press("checkin", event)),
        })
    };
    let mut today: Vec<Row> = events.iter().filter_map(row).collect();
    // What waits stands first.
    today.sort_by_key(|row| row.press.is_none());
    today.truncate(EVENTS_MAX);
    let sessions = web.engine.people().sessions(person.id).await?;
    Ok(MePage {
        words,
        name: person.name.clone(),
        mark: signed_in.form_mark(),
        key: nonce()?,
        invited,
        today,
        said,
        sessions: sessions.into_iter().map(|session| session.browser).collect(),
        commands: COMMANDS,
    })
}

/// What a button says that does this about an event.
pub(crate) fn press(verb: &str, event: &Event) -> String {
    CallbackId::new(verb, Some(event.id), "").to_string()
}

/// Tells the forms of one page from those of another.
pub(crate) fn nonce() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Setting(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn said(reply: Reply) -> Said {
    let data = |kind: &str, bytes: &[u8]| format!("data:{kind};base64,{}", STANDARD.encode(bytes));
    let callback = |label: String, tone, press: &CallbackId| Press {
        label,
        tone,
        press: press.to_string(),
        is_link: false,
    };
    let mut rows: Vec<Vec<Press>> = vec![];
    for row in reply.buttons {
        let presses = row.into_iter().map(|button| match &button.action {
            ButtonAction::Callback(press) => callback(button.label, tone(button.tone), press),
            ButtonAction::Link(address) => Press {
                label: button.label,
                tone: tone(button.tone),
                press: address.clone(),
                is_link: true,
            },
        });
        rows.push(presses.filter(|press| !press.is_link || is_address(&press.press)).collect());
    }
    for choice in reply.choices {
        rows.push(vec![callback(choice.label, tone(Tone::Plain), &choice.press)]);
    }
    let (form, needs_chat) = match reply.form {
        Some(form) if form.fields.is_empty() => (None, true),
        Some(form) => {
            let press = form.press.to_string();
            (Some(Filled { title: form.title, press, fields: form.fields }), false)
        }
        None => (None, reply.file.is_some()),
    };
    Said {
        pieces: reply.text.0.into_iter().map(piece).collect(),
        pictures: reply
            .pictures
            .into_iter()
            .map(|picture| (data("image/png", &picture.png), picture.alt))
            .collect(),
        documents: reply
            .documents
            .into_iter()
            .map(|file| (data("application/octet-stream", &file.bytes), file.name))
            .collect(),
        rows,
        form,
        needs_chat,
    }
}

fn unclear(words: Words) -> Said {
    let text = words.say("me-unclear");
    let piece = Piece { text, bold: false, code: false, address: None };
    Said { pieces: vec![piece], ..Said::default() }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Main => "main",
        Tone::Danger => "danger",
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn piece(span: Span) -> Piece {
    let address = match &span.what {
        What::Link(address) if is_address(address) => Some(address.clone()),
        _ => None,
    };
    Piece { text: span.what.plain().to_owned(), bold: span.bold, code: span.code, address }
}

/// What only this visitor may see, and no cache may keep.
fn show(page: Result<MePage, Error>, words: Words) -> Response {
    let html = match page.map(|page| page.render()) {
        Ok(Ok(html)) => html,
        Ok(Err(error)) => return fault(&error, words),
        Err(error) => return fault(&error, words),
    };
    let headers = [(CACHE_CONTROL, "no-store"), (VARY, "accept-language, cookie")];
    (headers, Html(html)).into_response()
}
