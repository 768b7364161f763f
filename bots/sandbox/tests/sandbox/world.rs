//! A sandbox on a free port, with two small bots that answer as a test tells them to.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{SinkExt, StreamExt, future::BoxFuture};
use sandbox::{DISCORD_TOKEN, Hooks, Options, Sandbox, TELEGRAM_TOKEN};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::Message;

/// The time at which every test begins.
const BEGIN: &str = "2026-03-01T12:00:00Z";

/// What a bot does with an interaction or an update.
pub type Reaction = Arc<dyn Fn(World, Value) -> BoxFuture<'static, ()> + Send + Sync>;

/// A reaction made of an async function.
pub fn reaction<F>(react: impl Fn(World, Value) -> F + Send + Sync + 'static) -> Reaction
where
    F: Future<Output = ()> + Send + 'static,
{
    Arc::new(move |world, event| Box::pin(react(world, event)))
}

/// A running sandbox.
#[derive(Clone)]
pub struct World {
    pub base: String,
    pub sandbox: Sandbox,
    pub http: reqwest::Client,
}

impl World {
    /// A sandbox that records nowhere.
    pub async fn begin() -> World {
        World::recording(None).await
    }

    /// A sandbox that records to this file.
    pub async fn recording(record: Option<PathBuf>) -> World {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let clock = Arc::new(Mutex::new(BEGIN.parse::<DateTime<Utc>>().expect("a time")));
        let (told, moved, begun) = (clock.clone(), clock.clone(), clock);
        let hooks = Hooks {
            now: Arc::new(move || *told.lock().expect("the clock")),
            move_clock: Some(Arc::new(move |by: TimeDelta| {
                *moved.lock().expect("the clock") += by;
                Box::pin(async {})
            })),
            idle: Some(Arc::new(|| Box::pin(async {}))),
            begin_anew: Some(Arc::new(move || {
                *begun.lock().expect("the clock") = BEGIN.parse().expect("a time");
                Box::pin(async { Ok(()) })
            })),
        };
        let options = Options { base: base.clone(), record, hooks };
        let sandbox = Sandbox::new(options).expect("a sandbox");
        let router = sandbox.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        World { base, sandbox, http: reqwest::Client::new() }
    }

    /// Logs a bot in to Discord and lets it react to interactions.
    pub async fn discord(&self, reaction: Reaction) {
        let gateway = self.discord_get("/gateway/bot").await["url"].clone();
        let url = format!("{}/?v=10", gateway.as_str().expect("an address"));
        let (mut socket, _) = tokio_tungstenite::connect_async(url).await.expect("a gateway");
        socket.next().await.expect("a hello").expect("a hello");
        let identify = json!({"op": 2, "d": {"token": DISCORD_TOKEN, "intents": 1}});
        socket.send(Message::text(identify.to_string())).await.expect("identified");
        socket.next().await.expect("a ready").expect("a ready");
        let world = self.clone();
        tokio::spawn(async move {
            while let Some(Ok(message)) = socket.next().await {
                let text = message.into_text().unwrap_or_default();
                let event: Value = serde_json::from_str(&text).unwrap_or_default();
                if event["t"] == "INTERACTION_CREATE" {
                    tokio::spawn(reaction(world.clone(), event["d"].clone()));
                }
            }
        });
    }

    /// The code with which the gateway turns this identification down.
    pub async fn turned_down(&self, token: &str, intents: u64) -> Option<u16> {
        let url = format!("{}/sandbox/gateway/?v=10", self.base.replace("http", "ws"));
        let (mut socket, _) = tokio_tungstenite::connect_async(url).await.expect("a gateway");
        socket.next().await.expect("a hello").expect("a hello");
        let identify = json!({"op": 2, "d": {"token": token, "intents": intents}});
        socket.send(Message::text(identify.to_string())).await.expect("identified");
        match socket.next().await.expect("an answer").expect("an answer") {
            Message::Close(frame) => frame.map(|frame| u16::from(frame.code)),
            _ => None,
        }
    }

    /// Lets a bot poll Telegram and react to updates.
    pub fn telegram(&self, reaction: Reaction) {
        let world = self.clone();
        tokio::spawn(async move {
            let mut offset = 0;
            loop {
                let wish = json!({"offset": offset, "timeout": 30});
                let (status, answer) = world.telegram_call("GetUpdates", wish).await;
                if status != 200 {
                    return;
                }
                for update in answer["result"].as_array().into_iter().flatten() {
                    offset = update["update_id"].as_i64().expect("an id") + 1;
                    reaction(world.clone(), update.clone()).await;
                }
            }
        });
    }

    /// Asks Discord's REST API.
    pub async fn discord_call(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/api/v10{path}", self.base);
        let method = method.parse().expect("a method");
        let request = self.http.request(method, url).json(&body);
        let request = request.header("Authorization", format!("Bot {DISCORD_TOKEN}"));
        let response = request.send().await.expect("an answer");
        (response.status().as_u16(), response.json().await.unwrap_or_default())
    }

    /// Reads from Discord's REST API.
    pub async fn discord_get(&self, path: &str) -> Value {
        let url = format!("{}/api/v10{path}", self.base);
        let request = self.http.get(url).header("Authorization", format!("Bot {DISCORD_TOKEN}"));
        request.send().await.expect("an answer").json().await.expect("JSON")
    }

    /// Answers an interaction.
    pub async fn respond(&self, interaction: &Value, body: Value) -> (u16, Value) {
        let id = interaction["id"].as_str().expect("an id");
        let token = interaction["token"].as_str().expect("a token");
        self.discord_call("POST", &format!("/interactions/{id}/{token}/callback"), body).await
    }

    /// Registers these commands.
    pub async fn register(&self, commands: Value) {
        let app = self.discord_get("/applications/@me").await["id"].clone();
        let path = format!("/applications/{}/commands", app.as_str().expect("an id"));
        let (status, answer) = self.discord_call("PUT", &path, commands).await;
        assert_eq!(status, 200, "{answer}");
    }

    /// Calls a method of the Bot API.
    pub async fn telegram_call(&self, method: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/bot{TELEGRAM_TOKEN}/{method}", self.base);
        let response = self.http.post(url).json(&body).send().await.expect("an answer");
        (response.status().as_u16(), response.json().await.unwrap_or_default())
    }

    /// Asks the control API.
    pub async fn control(&self, path: &str, body: Value) -> Value {
        let url = format!("{}/sandbox/api/{path}", self.base);
        let response = self.http.post(url).json(&body).send().await.expect("an answer");
        response.json().await.expect("JSON")
    }

    /// Reads from the control API.
    pub async fn read(&self, path: &str) -> Value {
        let url = format!("{}/sandbox/api/{path}", self.base);
        let response = self.http.get(url).send().await.expect("an answer");
        response.json().await.expect("JSON")
    }

    /// Lets a person write; `where` is `discord group` and the like.
    pub async fn say(&self, place: &str, person: &str, text: &str) -> Value {
        let (platform, place) = place.split_once(' ').expect("a platform and a place");
        let said = json!({"platform": platform, "place": place, "person": person, "text": text});
        self.control("say", said).await
    }

    /// Lets a person press.
    pub async fn press(&self, message: &Value, person: &str, button: &str) -> Value {
        let press = json!({"message": message["id"], "person": person, "button": button});
        self.control("press", press).await
    }
}
