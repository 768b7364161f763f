//! The objects of Discord's API, with every field that its clients rely on.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::discord::endpoint;
use crate::discord::ids::{
    APP, CHANNEL_GENERAL, CHANNEL_STREAKS, GUILD, ROLE_ADMIN, ROLE_BOT, ROLE_CHAMPION,
};
use crate::state::message::Place;
use crate::state::people::Person;
use crate::state::world::World;

/// Every permission there is.
pub const PERMISSIONS_ALL: u64 = (1 << 53) - 1;
/// What ordinary members may do: speak, react, use commands; no managing.
pub const PERMISSIONS_MEMBER: u64 = 1
    | 1 << 6
    | 1 << 9
    | 1 << 10
    | 1 << 11
    | 1 << 14
    | 1 << 15
    | 1 << 16
    | 1 << 18
    | 1 << 20
    | 1 << 21
    | 1 << 25
    | 1 << 26
    | 1 << 31
    | 1 << 35
    | 1 << 36
    | 1 << 37
    | 1 << 38
    | 1 << 39
    | 1 << 49
    | 1 << 50;
/// What the bot may do besides: manage messages and roles, and pin.
pub const PERMISSIONS_BOT: u64 = PERMISSIONS_MEMBER | 1 << 13 | 1 << 28 | 1 << 51;

/// A time as Discord writes it.
pub fn time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

/// The bot's user.
pub fn bot_user() -> Value {
    json!({
        "id": APP.to_string(), "username": "Streaks", "discriminator": "0000",
        "global_name": null, "avatar": null, "avatar_decoration_data": null, "collectibles": null,
        "banner": null, "accent_color": null, "bot": true, "system": false, "mfa_enabled": false,
        "verified": true, "email": null, "locale": "en-US", "flags": 0, "public_flags": 0,
        "primary_guild": null, "clan": null,
    })
}

/// A person's user.
pub fn user(person: &Person) -> Value {
    json!({
        "id": person.discord_id.to_string(), "username": person.id, "discriminator": "0",
        "global_name": person.name, "avatar": null, "avatar_decoration_data": null,
        "collectibles": null, "banner": null, "accent_color": null, "bot": false, "system": false,
        "flags": 0, "public_flags": 0, "primary_guild": null, "clan": null,
    })
}

/// What a person may do in the guild.
pub fn permissions(person: &Person) -> u64 {
    if person.owner { PERMISSIONS_ALL } else { PERMISSIONS_MEMBER }
}

/// A person's membership of the guild.
pub fn member(world: &World, person: &Person) -> Value {
    let mut member = member_without_user(world, person);
    member["user"] = user(person);
    member
}

/// A membership as it stands in `resolved` and in messages.
pub fn member_without_user(world: &World, person: &Person) -> Value {
    let mut roles: Vec<String> = Vec::new();
    if person.owner {
        roles.push(ROLE_ADMIN.to_string());
    }
    if let Some(granted) = world.discord.member_roles.get(&person.discord_id) {
        roles.extend(granted.iter().map(u64::to_string));
    }
    json!({
        "roles": roles, "nick": null, "avatar": null, "banner": null,
        "joined_at": time(person.joined_at), "premium_since": null, "deaf": false,
        "mute": false, "flags": 0, "pending": false, "communication_disabled_until": null,
        "avatar_decoration_data": null, "unusual_dm_activity_until": null,
        "permissions": permissions(person).to_string(),
    })
}

/// When the bot joined, unless somebody has brought it in since.
const JOINED_AT: &str = "2024-01-01T00:00:00.000000+00:00";

fn bot_joined_at(world: &World) -> String {
    world.discord.joined_at.map_or_else(|| JOINED_AT.to_owned(), time)
}

/// The bot's membership.
pub fn bot_member(world: &World) -> Value {
    json!({
        "user": bot_user(), "roles": [ROLE_BOT.to_string()], "nick": null, "avatar": null,
        "banner": null, "joined_at": bot_joined_at(world), "premium_since": null,
        "deaf": false, "mute": false, "flags": 0, "pending": false,
        "communication_disabled_until": null, "avatar_decoration_data": null,
        "permissions": PERMISSIONS_BOT.to_string(),
    })
}

/// A role's id, name, place in the hierarchy and permissions.
pub const ROLES: [(u64, &str, u64, u64); 4] = [
    (GUILD, "@everyone", 0, PERMISSIONS_MEMBER),
    (ROLE_CHAMPION, "Champion", 1, 0),
    (ROLE_BOT, "Streaks", 2, PERMISSIONS_BOT),
    (ROLE_ADMIN, "Admin", 3, PERMISSIONS_ALL),
];

/// The roles of the guild.
pub fn roles() -> Value {
    let mut roles = Vec::new();
    for (id, name, position, permissions) in ROLES {
        let mut role = json!({
            "id": id.to_string(), "name": name, "color": 0,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
            "hoist": false, "icon": null, "unicode_emoji": null, "position": position,
            "permissions": permissions.to_string(), "managed": id == ROLE_BOT,
            "mentionable": false, "flags": 0, "description": null,
        });
        if id == ROLE_BOT {
            role["tags"] = json!({"bot_id": APP.to_string()});
        }
        roles.push(role);
    }
    Value::Array(roles)
}

/// The guild's two channels.
pub fn channels() -> Value {
    json!([
        guild_channel(CHANNEL_STREAKS, "streaks", 0),
        guild_channel(CHANNEL_GENERAL, "general", 1)
    ])
}

fn guild_channel(id: u64, name: &str, position: u64) -> Value {
    json!({
        "id": id.to_string(), "type": 0, "guild_id": GUILD.to_string(), "name": name,
        "position": position, "permission_overwrites": [], "nsfw": false, "topic": null,
        "parent_id": null, "last_message_id": null, "last_pin_timestamp": null,
        "rate_limit_per_user": 0, "flags": 0,
    })
}

/// A channel, if there is one of this id.
pub fn channel(world: &World, id: u64) -> Option<Value> {
    match id {
        CHANNEL_STREAKS => Some(guild_channel(id, "streaks", 0)),
        CHANNEL_GENERAL => Some(guild_channel(id, "general", 1)),
        id => {
            let person = world.people.iter().find(|person| person.dm_channel == id)?;
            Some(dm_channel(person))
        }
    }
}

/// The channel between the bot and one person.
pub fn dm_channel(person: &Person) -> Value {
    json!({
        "id": person.dm_channel.to_string(), "type": 1, "last_message_id": null, "flags": 0,
        "recipients": [user(person)],
    })
}

/// Where the messages of a channel stand.
pub fn place(world: &World, channel: u64) -> Option<Place> {
    match channel {
        CHANNEL_STREAKS | CHANNEL_GENERAL => Some(Place::Group),
        id => {
            let person = world.people.iter().find(|person| person.dm_channel == id)?;
            Some(Place::Private(person.id.clone()))
        }
    }
}

/// The guild without what only the gateway sends.
pub fn guild(world: &World) -> Value {
    let owner = world.people.iter().find(|person| person.owner);
    let owner = owner.map_or(APP, |person| person.discord_id);
    let mut guild = json!({
        "id": GUILD.to_string(), "name": "Sandbox", "owner_id": owner.to_string(),
        "afk_timeout": 300, "widget_enabled": false, "verification_level": 0,
        "default_message_notifications": 1, "explicit_content_filter": 0, "roles": roles(),
        "emojis": [], "features": [], "mfa_level": 0, "system_channel_flags": 0,
        "max_members": 25_000_000, "premium_tier": 0, "premium_subscription_count": 0,
        "preferred_locale": "en-US", "system_channel_id": CHANNEL_GENERAL.to_string(),
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50, "nsfw": false, "nsfw_level": 0, "stickers": [],
        "premium_progress_bar_enabled": false, "region": "deprecated", "embed_enabled": false,
    });
    for field in GUILD_NULLS {
        guild[field] = Value::Null;
    }
    guild
}

/// The guild as it stands in the list of those in which the bot is.
pub fn own_guild(world: &World, counts: bool) -> Value {
    let mut listed = json!({
        "id": GUILD.to_string(), "name": "Sandbox", "icon": null, "banner": null, "owner": false,
        "permissions": PERMISSIONS_BOT.to_string(), "features": [],
    });
    if counts {
        listed["approximate_member_count"] = json!(world.people.len() + 1);
        listed["approximate_presence_count"] = json!(world.people.len() + 1);
    }
    listed
}

/// What this guild does not have.
const GUILD_NULLS: [&str; 17] = [
    "icon",
    "icon_hash",
    "splash",
    "discovery_splash",
    "afk_channel_id",
    "widget_channel_id",
    "application_id",
    "rules_channel_id",
    "max_presences",
    "vanity_url_code",
    "description",
    "banner",
    "public_updates_channel_id",
    "safety_alerts_channel_id",
    "incidents_data",
    "home_header",
    "hub_type",
];

/// The guild as the gateway sends it.
pub fn guild_created(world: &World) -> Value {
    let added = json!({
        "joined_at": bot_joined_at(world), "large": false, "unavailable": false,
        "member_count": world.people.len() + 1, "voice_states": [],
        "members": [bot_member(world)], "channels": channels(), "threads": [],
        "presences": [], "stage_instances": [],
        "guild_scheduled_events": [], "soundboard_sounds": [],
    });
    with(guild(world), added)
}

/// An object with more fields.
fn with(mut object: Value, added: Value) -> Value {
    if let Value::Object(added) = added {
        for (field, value) in added {
            object[field] = value;
        }
    }
    object
}

/// The application.
pub fn application(world: &World) -> Value {
    let owner = world.people.iter().find(|person| person.owner).map(user);
    let mut application = json!({
        "id": APP.to_string(), "name": "Streaks", "description": "", "summary": "",
        "bot": bot_user(), "bot_public": true, "bot_require_code_grant": false,
        "verify_key": endpoint::public_key(), "owner": owner, "flags": 0, "redirect_uris": [],
        "tags": [], "rpc_origins": [], "hook": true, "approximate_guild_count": 1,
        "approximate_user_install_count": 0, "integration_types_config": {"0": {}, "1": {}},
        "event_webhooks_status": 1, "event_webhooks_types": [],
    });
    for field in APPLICATION_NULLS {
        application[field] = Value::Null;
    }
    application["interactions_endpoint_url"] =
        json!(world.discord.endpoint.as_ref().map(|endpoint| &endpoint.url));
    application
}

/// What this application does not have.
const APPLICATION_NULLS: [&str; 13] = [
    "icon",
    "type",
    "team",
    "role_connections_verification_url",
    "install_params",
    "event_webhooks_url",
    "cover_image",
    "primary_sku_id",
    "slug",
    "guild_id",
    "terms_of_service_url",
    "privacy_policy_url",
    "custom_install_url",
];
