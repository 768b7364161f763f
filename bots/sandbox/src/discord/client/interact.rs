//! Making the interactions that Discord's client would send.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use tokio::time::Instant;

use crate::discord::ids::{APP, CHANNEL_STREAKS, GUILD};
use crate::discord::interaction::{Interaction, Kind};
use crate::discord::objects::payload;
use crate::state::message::Place;
use crate::state::people::Person;
use crate::state::watch::About;
use crate::state::world::World;

/// The largest attachment without a boost.
pub(crate) const ATTACHMENT_BYTES_MAX: u64 = 10 << 20;

/// Who acts, and where.
pub struct Act {
    pub person: Person,
    pub place: Place,
    /// The channel of the message that was pressed; the usual one otherwise.
    pub channel: Option<u64>,
    pub now: DateTime<Utc>,
}

/// What goes into the interaction.
pub struct Content {
    pub kind: Kind,
    pub data: Value,
    /// The message that bears the component, with its key.
    pub message: Option<(String, Value)>,
}

/// Sends an interaction to the bot and begins to watch it; gives the number of the watch and the token.
pub fn send(world: &mut World, act: &Act, content: Content) -> (u64, String) {
    let id = world.discord.snowflake(act.now);
    let token = format!("aW50ZXJhY3Rpb246{id}");
    let channel = act.channel.unwrap_or(match &act.place {
        Place::Group => CHANNEL_STREAKS,
        Place::Private(_) => act.person.dm_channel,
    });
    let payload = payload_of(world, act, &content, (id, &token, channel));
    let source = content.message.map(|(key, _)| key);
    world.discord.interactions.add(Interaction {
        id,
        token: token.clone(),
        kind: content.kind,
        person: act.person.id.clone(),
        channel,
        place: act.place.clone(),
        begun: Instant::now(),
        at: act.now,
        response: None,
        original: None,
        source,
        made: Vec::new(),
    });
    let about = About::Interaction(token.clone());
    let watch = world.watch(Some(&act.person.id), Some(&act.place), about);
    match &world.discord.endpoint {
        Some(endpoint) => endpoint.take(payload),
        None => {
            world.discord.sessions.dispatch("INTERACTION_CREATE", &payload);
        }
    }
    (watch, token)
}

fn payload_of(
    world: &World,
    act: &Act,
    content: &Content,
    (id, token, channel): (u64, &str, u64),
) -> Value {
    let private = matches!(act.place, Place::Private(_));
    let owner = if private { "0".to_owned() } else { GUILD.to_string() };
    let mut payload = json!({
        "id": id.to_string(), "application_id": APP.to_string(), "type": content.kind.number(),
        "token": token, "version": 1, "data": content.data, "channel_id": channel.to_string(),
        "locale": act.person.discord_locale(), "entitlements": [],
        "app_permissions": payload::PERMISSIONS_BOT.to_string(),
        "authorizing_integration_owners": {"0": owner},
        "attachment_size_limit": ATTACHMENT_BYTES_MAX,
    });
    let mut add = |field: &str, value: Value| payload[field] = value;
    if let Some(mut channel) = payload::channel(world, channel) {
        if private {
            add("context", json!(1));
            add("user", payload::user(&act.person));
        } else {
            let permissions = payload::permissions(&act.person);
            channel["permissions"] = json!(permissions.to_string());
            add("context", json!(0));
            add("guild_id", json!(GUILD.to_string()));
            add("guild", json!({"id": GUILD.to_string(), "locale": "en-US", "features": []}));
            add("guild_locale", json!("en-US"));
            add("member", payload::member(world, &act.person));
        }
        add("channel", channel);
    }
    if let Some((_, message)) = &content.message {
        add("message", message.clone());
    }
    payload
}

/// The users, roles and channels that the options name, as `resolved` holds them.
#[derive(Default)]
pub struct Resolved {
    users: Map<String, Value>,
    members: Map<String, Value>,
    roles: Map<String, Value>,
    channels: Map<String, Value>,
    attachments: Map<String, Value>,
}

impl Resolved {
    /// Adds a file.
    pub fn add_attachment(&mut self, id: &str, file: Value) {
        self.attachments.insert(id.to_owned(), file);
    }

    /// Adds a person, with the membership where there is a guild.
    pub fn add_person(&mut self, world: &World, person: &Person, in_guild: bool) {
        let id = person.discord_id.to_string();
        self.users.insert(id.clone(), payload::user(person));
        if in_guild {
            self.members.insert(id, payload::member_without_user(world, person));
        }
    }

    /// Adds the bot itself.
    pub fn add_bot(&mut self, world: &World, in_guild: bool) {
        self.users.insert(APP.to_string(), payload::bot_user());
        if in_guild {
            let mut member = payload::bot_member(world);
            if let Some(fields) = member.as_object_mut() {
                fields.remove("user");
            }
            self.members.insert(APP.to_string(), member);
        }
    }

    /// Adds a role.
    pub fn add_role(&mut self, id: &str, role: Value) {
        self.roles.insert(id.to_owned(), role);
    }

    /// Adds a channel.
    pub fn add_channel(&mut self, id: &str, mut channel: Value, permissions: u64) {
        channel["permissions"] = json!(permissions.to_string());
        self.channels.insert(id.to_owned(), channel);
    }

    /// What `resolved` holds; none where the options name nobody.
    pub fn into_value(self) -> Option<Value> {
        let mut resolved = Map::new();
        let kinds = [
            ("users", self.users),
            ("members", self.members),
            ("roles", self.roles),
            ("channels", self.channels),
            ("attachments", self.attachments),
        ];
        for (name, named) in kinds {
            if !named.is_empty() {
                resolved.insert(name.to_owned(), Value::Object(named));
            }
        }
        (!resolved.is_empty()).then_some(Value::Object(resolved))
    }
}
