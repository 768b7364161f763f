//! What the page and the tests read, and the levers that nobody in the world holds.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

use crate::control::input::{Told, Wrong, person_named, place_named, platform_named, read};
use crate::discord::client::interact::ATTACHMENT_BYTES_MAX;
use crate::discord::client::{catalog, line_value};
use crate::discord::gateway::connect::HEARTBEAT_MS;
use crate::discord::gateway::session::Order;
use crate::discord::objects::payload;
use crate::discord::rest::messages;
use crate::http::answer::Answer;
use crate::http::asked::FilePart;
use crate::state::fault::{FAULTS_MAX, Fault, Order as FaultOrder};
use crate::state::message::{Platform, rfc3339};
use crate::state::news::News;
use crate::state::sandbox::Sandbox;
use crate::state::transcript::Cause;

/// How many messages of each place a page gets.
const SHOWN_MAX: usize = 200;
/// A heart that beats faster would be all that a bot does.
const HEARTBEAT_MIN_MS: u64 = 100;

/// `GET transcript`.
pub async fn transcript(State(sandbox): State<Sandbox>) -> Answer {
    let entries = sandbox.world().story.entries();
    Answer::ok(json!({"entries": entries}))
}

/// `GET requests`, and `from`: the number of the first one, counted from 0.
pub async fn requests(
    State(sandbox): State<Sandbox>,
    Query(query): Query<HashMap<String, String>>,
) -> Answer {
    let from = query.get("from").and_then(|from| from.parse().ok()).unwrap_or(0);
    Answer::ok(sandbox.world().request_log.shown(from))
}

/// `GET answers`: how long Discord waited for each first answer since this was asked last.
pub async fn answers(State(sandbox): State<Sandbox>) -> Answer {
    let answered = sandbox.world().discord.interactions.take_answered();
    Answer::ok(json!({"answered_us": answered}))
}

/// `GET unknown`.
pub async fn unknown(State(sandbox): State<Sandbox>) -> Answer {
    Answer::ok(sandbox.world().request_log.unknown_shown())
}

/// `POST reset`: begins anew, with the first people and not a word said. So do the bots of this process; those of
/// another one know nothing of it.
pub async fn reset(State(sandbox): State<Sandbox>) -> Told {
    let begin_anew = sandbox.0.hooks.begin_anew.clone();
    if let Some(begin_anew) = &begin_anew {
        // A fault would keep the bots at work for as long as it lasts, and what is half done would be left behind.
        sandbox.world().faults.clear();
        sandbox.rest().await;
        begin_anew().await.map_err(|why| Wrong::new(409, "not_anew", why))?;
    }
    let now = rfc3339(sandbox.now());
    let mut world = sandbox.world();
    world.reset();
    let guild = payload::guild_created(&world);
    world.discord.sessions.dispatch("GUILD_CREATE", &guild);
    world.story.tell(News::for_all("reset", &json!({})));
    drop(world);
    sandbox.stir();
    Ok(Answer::ok(json!({"now": now, "bots_forget": begin_anew.is_some(), "error": null})))
}

/// `POST fault`: with `"times": 0` it ends those that are ordered on its platform.
pub async fn fault(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let order: FaultOrder = read(&body)?;
    let fault = Fault::ordered(order).map_err(Wrong::input)?;
    let mut world = sandbox.world();
    if fault.is_none() {
        world.faults.retain(|known| known.platform != fault.platform);
        return Ok(Answer::ok(json!({"error": null})));
    }
    if world.faults.len() >= FAULTS_MAX {
        return Err(Wrong::input(format!("{FAULTS_MAX} faults are ordered already")));
    }
    world.faults.push(fault);
    Ok(Answer::ok(json!({"error": null})))
}

#[derive(Deserialize)]
struct GatewayOrder {
    /// Close every socket with this code.
    close: Option<u16>,
    /// Send this payload: 7 asks to reconnect, 9 says that the session is invalid.
    op: Option<u8>,
    #[serde(default)]
    d: Value,
    /// Close every connection on which a bot introduces itself, with this code, so many times.
    turn_away: Option<u16>,
    /// Answer nothing more on any socket, nor on the next ones on which a bot introduces itself, so many times.
    #[serde(default)]
    silent: bool,
    #[serde(default)]
    times: u32,
    /// How often bots that connect from now on beat their hearts.
    heartbeat_ms: Option<u64>,
}

/// `GET gateway`: how often bots introduced themselves, and how often they resumed.
pub async fn connections(State(sandbox): State<Sandbox>) -> Told {
    let sessions = &sandbox.world().discord.sessions;
    let (identified, resumed) = (sessions.identified, sessions.resumed);
    Ok(Answer::ok(json!({"identified": identified, "resumed": resumed})))
}

/// `POST gateway`: breaks the connections of the bots as Discord does.
pub async fn gateway(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let order: GatewayOrder = read(&body)?;
    let sessions = &mut sandbox.world().discord.sessions;
    if let Some(code) = order.turn_away {
        sessions.turns_away = (order.times > 0).then_some((code, order.times));
        return Ok(Answer::ok(json!({"error": null})));
    }
    if order.silent {
        sessions.ignores = order.times;
        sessions.order(|| Order::Silence);
        return Ok(Answer::ok(json!({"error": null})));
    }
    if let Some(every_ms) = order.heartbeat_ms {
        if !(HEARTBEAT_MIN_MS..=HEARTBEAT_MS).contains(&every_ms) {
            let words = format!("a heart beats every {HEARTBEAT_MIN_MS} to {HEARTBEAT_MS} ms");
            return Err(Wrong::input(words));
        }
        sessions.heartbeat_ms = Some(every_ms);
        return Ok(Answer::ok(json!({"error": null})));
    }
    match (order.close, order.op) {
        (Some(code), None) => sessions.order(|| Order::Close(code)),
        (None, Some(op)) => {
            let payload = json!({"op": op, "d": order.d, "s": null, "t": null}).to_string();
            sessions.order(|| Order::Send(payload.clone()));
        }
        (None, None) | (Some(_), Some(_)) => return Err(Wrong::input("give either close or op")),
    }
    Ok(Answer::ok(json!({"error": null})))
}

/// `POST update`: an update of Telegram's with these fields, word for word, even if no JSON can be read in them.
pub async fn update(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let text = String::from_utf8(body.to_vec()).map_err(|error| Wrong::input(error.to_string()))?;
    let fields = text.trim().strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    let fields = fields.ok_or_else(|| Wrong::input("an update stands in { and }"))?;
    let now = sandbox.now();
    let id = sandbox.world().telegram.updates.add_raw(fields, now);
    sandbox.stir();
    Ok(Answer::ok(json!({"update_id": id, "error": null})))
}

#[derive(Deserialize)]
struct Rights {
    /// Whether the bot is an administrator of the Telegram group who may pin.
    pin: bool,
}

/// `POST rights`: what the bot may do in the group.
pub async fn rights(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let rights: Rights = read(&body)?;
    sandbox.world().telegram.may_pin = rights.pin;
    Ok(Answer::ok(json!({"error": null})))
}

#[derive(Deserialize)]
struct Deleted {
    message: String,
}

/// `POST delete`: a moderator deletes a message, of which its bot hears nothing.
pub async fn delete(State(sandbox): State<Sandbox>, body: Bytes) -> Told {
    let Deleted { message } = read(&body)?;
    let now = sandbox.now();
    if !sandbox.world().take_down(&message, Cause::Unknown, now) {
        let words = format!("there is no message {message}");
        return Err(Wrong::new(400, "no_message", words));
    }
    Ok(Answer::ok(json!({"error": null})))
}

/// `GET messages?person=ID`.
pub async fn messages(
    State(sandbox): State<Sandbox>,
    Query(query): Query<HashMap<String, String>>,
) -> Told {
    let now = rfc3339(sandbox.now());
    let world = sandbox.world();
    let id = query.get("person").map(String::as_str).unwrap_or_default();
    let person = person_named(&world, id)?;
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let mut shown = Vec::new();
    for message in world.messages.newest_first() {
        if message.deleted || !message.visible_to(&person.id) {
            continue;
        }
        let count = counts.entry((message.platform.name(), message.place.name())).or_default();
        *count += 1;
        if *count <= SHOWN_MAX {
            shown.push(message.shown());
        }
    }
    shown.reverse();
    Ok(Answer::ok(json!({"now": now, "messages": shown})))
}

/// `GET commands?platform=..&person=ID`, and `place`, which is the group unless given.
pub async fn commands(
    State(sandbox): State<Sandbox>,
    Query(query): Query<HashMap<String, String>>,
) -> Told {
    let given = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let world = sandbox.world();
    let person = person_named(&world, given("person"))?;
    let place = query.get("place").map(String::as_str);
    match platform_named(given("platform"))? {
        Platform::Discord => {
            let place = place.map(|place| place_named(place, &person)).transpose()?;
            Ok(Answer::ok(catalog::commands(&world, &person, place.as_ref())))
        }
        Platform::Telegram => {
            let place = place_named(place.unwrap_or("private"), &person)?;
            let mut commands = Vec::new();
            let menu = world.telegram.menu.shown(&person, &place);
            for command in menu.as_array().into_iter().flatten() {
                commands.push(json!({
                    "name": command["command"], "description": command["description"],
                    "options": [],
                }));
            }
            Ok(Answer::ok(json!(commands)))
        }
    }
}

/// `POST files`, and `name`: a file that somebody picks on Discord for the option of a command, which then names it.
pub async fn pick_file(
    State(sandbox): State<Sandbox>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Told {
    let name = query.get("name").map(String::as_str).unwrap_or_default();
    let filename = line_value::file_name(name);
    if filename.is_empty() {
        return Err(Wrong::input("a file has a name of letters and digits"));
    }
    if bytes.is_empty() || bytes.len() as u64 > ATTACHMENT_BYTES_MAX {
        return Err(Wrong::input(format!("a file has 1 to {ATTACHMENT_BYTES_MAX} bytes")));
    }
    let said = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let content_type = said.unwrap_or_default().to_owned();
    let part = FilePart { name: "file".to_owned(), filename, content_type, bytes };
    let content_type = messages::content_type(&part);
    let mut world = sandbox.world();
    let id = world.keep_file(&part.filename, &content_type, part.bytes);
    let url = world.file_url(id);
    Ok(Answer::ok(json!({"name": part.filename, "type": content_type, "url": url})))
}

/// `GET files/{id}`: a file that a bot or a person uploaded.
pub async fn file(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Told {
    let world = sandbox.world();
    let missing = || Wrong::new(404, "no_file", "there is no such file");
    let id: u64 = id.parse().map_err(|_| missing())?;
    let file = world.file(id).ok_or_else(missing)?;
    // Only pictures are shown in place: a page of a bot's making must not run here.
    let picture = matches!(file.content_type.as_str(), "image/png" | "image/jpeg" | "image/gif");
    let content_type = if picture { &file.content_type } else { "application/octet-stream" };
    Ok(Answer::Bytes { content_type: content_type.to_owned(), bytes: file.bytes.clone() })
}

/// Any other route of the control API.
pub async fn nowhere() -> Wrong {
    Wrong::new(404, "no_route", "the control API has no such route")
}
