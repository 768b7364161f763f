//! The gateway: the socket over which a bot hears of interactions.

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};

use crate::discord::gateway::session::Order;
use crate::discord::ids::{APP, GUILD};
use crate::discord::objects::payload;
use crate::state::sandbox::{DISCORD_TOKEN, Sandbox};

/// How often a bot beats its heart at Discord.
pub(crate) const HEARTBEAT_MS: u64 = 41_250;
/// How many events a slow socket may fall behind.
const ORDERS_MAX: usize = 4_096;
/// Members, presences and message content: intents that need Discord's leave.
const INTENTS_PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;

const CLOSE_DECODE: u16 = 4_002;
const CLOSE_NOT_AUTHENTICATED: u16 = 4_003;
const CLOSE_AUTHENTICATION: u16 = 4_004;
const CLOSE_INTENTS: u16 = 4_014;

/// `GET /sandbox/gateway`, upgraded.
pub async fn connect(State(sandbox): State<Sandbox>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| async move { converse(&sandbox, socket).await })
}

/// One connection.
struct Line<'a> {
    sandbox: &'a Sandbox,
    orders: mpsc::Sender<Order>,
    session: Option<String>,
}

async fn converse(sandbox: &Sandbox, mut socket: WebSocket) {
    let (orders, mut received) = mpsc::channel(ORDERS_MAX);
    let mut closing = sandbox.0.closing.subscribe();
    let every_ms = sandbox.world().discord.sessions.heartbeat_ms.unwrap_or(HEARTBEAT_MS);
    let hello = json!({"op": 10, "d": {"heartbeat_interval": every_ms}, "s": null, "t": null});
    if socket.send(Message::text(hello.to_string())).await.is_err() {
        return;
    }
    let mut line = Line { sandbox, orders, session: None };
    let mut for_good = false;
    loop {
        let order = tokio::select! {
            _ = closing.wait_for(|closed| *closed) => Order::Close(1_001),
            order = received.recv() => match order {
                Some(order) => order,
                None => break,
            },
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    match line.hear(text.as_str()) {
                        Some(order) => order,
                        None => continue,
                    }
                }
                Some(Ok(Message::Close(frame))) => {
                    let code = frame.map_or(1_005, |frame| frame.code);
                    for_good = code == 1_000 || code == 1_001;
                    break;
                }
                Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => continue,
                Some(Err(_)) | None => break,
            },
        };
        match order {
            Order::Send(text) => {
                if socket.send(Message::text(text)).await.is_err() {
                    break;
                }
            }
            Order::Close(code) => {
                let frame = CloseFrame { code, reason: reason(code).into() };
                // The bot may be gone already.
                let _ = socket.send(Message::Close(Some(frame))).await;
                break;
            }
            Order::Silence => {
                say_nothing(&mut socket, &mut closing).await;
                break;
            }
        }
    }
    drop(received);
    if let Some(session) = &line.session {
        sandbox.world().discord.sessions.gone(session, for_good);
        sandbox.stir();
    }
}

/// Takes what comes until the bot hangs up, and answers nothing.
async fn say_nothing(socket: &mut WebSocket, closing: &mut watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = closing.wait_for(|closed| *closed) => return,
            message = socket.recv() => match message {
                Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                Some(Ok(_)) => {}
            },
        }
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        CLOSE_DECODE => "Error while decoding payload.",
        CLOSE_NOT_AUTHENTICATED => "Not authenticated.",
        CLOSE_AUTHENTICATION => "Authentication failed.",
        CLOSE_INTENTS => "Disallowed intent(s).",
        _ => "",
    }
}

impl Line<'_> {
    /// Handles one payload of the bot; says what to do on the socket.
    fn hear(&mut self, text: &str) -> Option<Order> {
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return Some(Order::Close(CLOSE_DECODE));
        };
        let data = &payload["d"];
        match payload["op"].as_u64() {
            Some(1) => {
                let ack = json!({"op": 11, "d": null, "s": null, "t": null});
                Some(Order::Send(ack.to_string()))
            }
            Some(2) => self.identify(data),
            Some(6) => self.resume(data),
            // Presence, voice and member requests change nothing here.
            Some(3 | 4 | 8) if self.session.is_some() => None,
            Some(_) | None => Some(Order::Close(CLOSE_NOT_AUTHENTICATED)),
        }
    }

    fn identify(&mut self, data: &Value) -> Option<Order> {
        if !token_fits(&data["token"]) {
            return Some(Order::Close(CLOSE_AUTHENTICATION));
        }
        let intents = data["intents"].as_u64().unwrap_or_default();
        if intents & INTENTS_PRIVILEGED != 0 {
            return Some(Order::Close(CLOSE_INTENTS));
        }
        let now = self.sandbox.now();
        let url = self.sandbox.gateway_url();
        let mut world = self.sandbox.world();
        if let Some(order) = world.discord.sessions.introduced() {
            return Some(order);
        }
        let id = format!("session-{}", world.discord.snowflake(now));
        let guild = payload::guild_created(&world);
        let shard = if data["shard"].is_array() { data["shard"].clone() } else { json!([0, 1]) };
        let is_in = !world.discord.is_out;
        let guilds = is_in.then(|| json!({"id": GUILD.to_string(), "unavailable": true}));
        let guilds: Vec<Value> = guilds.into_iter().collect();
        let ready = json!({
            "v": 10, "user": payload::bot_user(), "session_id": id, "resume_gateway_url": url,
            "guilds": guilds, "shard": shard,
            "application": {"id": APP.to_string(), "flags": 0}, "private_channels": [],
            "presences": [], "relationships": [], "geo_ordered_rtc_regions": [],
            "session_type": "normal", "user_settings": {}, "guild_join_requests": [],
        });
        let sessions = &mut world.discord.sessions;
        sessions.open(&id, intents, self.orders.clone());
        sessions.dispatch_to(&id, "READY", &ready);
        if is_in {
            sessions.dispatch_to(&id, "GUILD_CREATE", &guild);
        }
        self.session = Some(id);
        drop(world);
        self.sandbox.stir();
        None
    }

    fn resume(&mut self, data: &Value) -> Option<Order> {
        if !token_fits(&data["token"]) {
            return Some(Order::Close(CLOSE_AUTHENTICATION));
        }
        let id = data["session_id"].as_str().unwrap_or_default();
        let seen = data["seq"].as_u64().unwrap_or_default();
        let mut world = self.sandbox.world();
        if world.discord.sessions.resume(id, seen, self.orders.clone()) {
            self.session = Some(id.to_owned());
            return None;
        }
        let invalid = json!({"op": 9, "d": false, "s": null, "t": null});
        Some(Order::Send(invalid.to_string()))
    }
}

fn token_fits(token: &Value) -> bool {
    let token = token.as_str().unwrap_or_default();
    token.trim_start_matches("Bot ") == DISCORD_TOKEN
}
