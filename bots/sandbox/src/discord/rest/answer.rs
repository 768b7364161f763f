//! The routes of Discord's REST API.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::discord::ids::{self, APP, GUILD, ROLE_ADMIN, ROLE_BOT, key};
use crate::discord::objects::payload;
use crate::discord::refused::Refused;
use crate::discord::rest::messages::{self, Draft};
use crate::discord::rest::{pins, registration, webhooks};
use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::http::not_known;
use crate::identity;
use crate::state::message::{Author, Place};
use crate::state::news::News;
use crate::state::people::Person;
use crate::state::sandbox::{DISCORD_TOKEN, Sandbox};
use crate::state::transcript::Cause;
use crate::state::world::World;

const PAGE_MAX: usize = 100;
/// How many guilds are listed at once.
const GUILDS_MAX: u64 = 200;

/// Answers one request.
pub fn answer(sandbox: &Sandbox, asked: &Asked) -> Answer {
    let now = sandbox.now();
    let gateway = sandbox.gateway_url();
    let mut world = sandbox.world();
    let answered = route(&mut world, now, asked, &gateway);
    let answer = answered.unwrap_or_else(|refused| {
        if refused.status == 404 && refused.code == 0 {
            not_known::not_known(&mut world, asked);
        }
        Answer::json(refused.status, refused.body())
    });
    drop(world);
    sandbox.stir();
    answer
}

fn route(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    gateway: &str,
) -> Result<Answer, Refused> {
    // Some clients write `%40original`.
    let path = asked.path.replace("%40", "@");
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let Some(parts) = parts.strip_prefix(&["api", "v10"]) else {
        return Err(Refused::not_known());
    };
    match (asked.method.as_str(), parts) {
        ("GET", ["gateway"]) => return Ok(Answer::ok(json!({"url": gateway}))),
        ("POST", ["interactions", id, token, "callback"]) => {
            return webhooks::callback(world, now, asked, (id, token));
        }
        (_, ["webhooks", application, token, rest @ ..]) => {
            return webhooks::webhook(world, now, asked, (application, token, rest));
        }
        _ => {}
    }
    if let Some(answered) = identity::discord::route(world, asked, parts) {
        return answered;
    }
    let expected = format!("Bot {DISCORD_TOKEN}");
    if asked.authorization.as_deref() != Some(expected.as_str()) {
        return Err(Refused::new(401, 0, "401: Unauthorized"));
    }
    match (asked.method.as_str(), parts) {
        ("GET", ["gateway", "bot"]) => Ok(Answer::ok(json!({
            "url": gateway, "shards": 1,
            "session_start_limit": {
                "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1,
            },
        }))),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"])
        | ("PATCH", ["applications", "@me"]) => Ok(Answer::ok(payload::application(world))),
        (_, ["applications", application, rest @ ..]) => {
            application_route(world, now, asked, (application, rest))
        }
        (_, ["users", rest @ ..]) => user_route(world, asked, rest),
        (_, ["guilds", guild, rest @ ..]) => guild_route(world, asked, (guild, rest)),
        (_, ["channels", channel, rest @ ..]) => {
            let channel = channel.parse().map_err(|_| unknown_channel())?;
            channel_route(world, now, asked, (channel, rest))
        }
        _ => Err(Refused::not_known()),
    }
}

fn application_route(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (application, rest): (&str, &[&str]),
) -> Result<Answer, Refused> {
    if application != APP.to_string() {
        return Err(Refused::new(404, 10_002, "Unknown Application"));
    }
    let guild = GUILD.to_string();
    match (asked.method.as_str(), rest) {
        ("GET", ["role-connections", "metadata"]) => {
            Ok(Answer::ok(json!(world.discord.role_metadata)))
        }
        ("PUT", ["role-connections", "metadata"]) => identity::discord::offer(world, asked),
        ("GET", ["commands"]) => Ok(Answer::ok(json!(world.discord.commands))),
        ("PUT", ["commands"]) => registration::replace(world, now, asked, false),
        ("POST", ["commands"]) => registration::add(world, now, asked, false),
        (_, ["guilds", other, "commands"]) if *other != guild => {
            Err(Refused::new(403, 50_001, "Missing Access"))
        }
        ("GET", ["guilds", _, "commands"]) => Ok(Answer::ok(json!(world.discord.guild_commands))),
        ("PUT", ["guilds", _, "commands"]) => registration::replace(world, now, asked, true),
        ("POST", ["guilds", _, "commands"]) => registration::add(world, now, asked, true),
        _ => Err(Refused::not_known()),
    }
}

fn user_route(world: &mut World, asked: &Asked, rest: &[&str]) -> Result<Answer, Refused> {
    match (asked.method.as_str(), rest) {
        ("GET", ["@me"]) => Ok(Answer::ok(payload::bot_user())),
        ("GET", ["@me", "guilds"]) => own_guilds(world, asked),
        ("POST", ["@me", "channels"]) => {
            let recipient = asked.body.as_ref().map(|body| &body["recipient_id"]);
            let recipient = recipient.and_then(ids::id);
            let person = recipient.and_then(|id| by_discord_id(world, id));
            let person = person.ok_or_else(|| {
                Refused::form("recipient_id", "USER_INVALID", "The user does not exist.")
            })?;
            Ok(Answer::ok(payload::dm_channel(person)))
        }
        ("GET", [id]) => {
            if *id == APP.to_string() {
                return Ok(Answer::ok(payload::bot_user()));
            }
            let person = id.parse().ok().and_then(|id| by_discord_id(world, id));
            let person = person.ok_or_else(|| Refused::new(404, 10_013, "Unknown User"))?;
            Ok(Answer::ok(payload::user(person)))
        }
        _ => Err(Refused::not_known()),
    }
}

/// The guilds in which the bot is, in the order of their ids.
fn own_guilds(world: &World, asked: &Asked) -> Result<Answer, Refused> {
    let number = |name: &str| {
        let given = asked.query.get(name).and_then(Value::as_str);
        let invalid = |_| Refused::form(name, "NUMBER_TYPE_COERCE", "The value is not a number.");
        given.map(|given| given.parse::<u64>().map_err(invalid)).transpose()
    };
    let (after, before, limit) = (number("after")?, number("before")?, number("limit")?);
    if limit.is_some_and(|limit| limit == 0) {
        let words = "int value should be greater than or equal to 1.";
        return Err(Refused::form("limit", "NUMBER_TYPE_MIN", words));
    }
    if limit.is_some_and(|limit| limit > GUILDS_MAX) {
        let words = "int value should be less than or equal to 200.";
        return Err(Refused::form("limit", "NUMBER_TYPE_MAX", words));
    }
    let is_listed = !world.discord.is_out
        && after.is_none_or(|after| GUILD > after)
        && before.is_none_or(|before| GUILD < before);
    let counts = asked.query.get("with_counts").is_some_and(|asked| asked == "true");
    let listed: Vec<Value> =
        is_listed.then(|| payload::own_guild(world, counts)).into_iter().collect();
    Ok(Answer::ok(json!(listed)))
}

fn by_discord_id(world: &World, id: u64) -> Option<&Person> {
    world.people.iter().find(|person| person.discord_id == id)
}

fn guild_route(
    world: &mut World,
    asked: &Asked,
    (guild, rest): (&str, &[&str]),
) -> Result<Answer, Refused> {
    if guild != GUILD.to_string() {
        return Err(Refused::new(404, 10_004, "Unknown Guild"));
    }
    match (asked.method.as_str(), rest) {
        ("GET", []) => Ok(Answer::ok(payload::guild(world))),
        ("GET", ["roles"]) => Ok(Answer::ok(payload::roles())),
        ("GET", ["channels"]) => Ok(Answer::ok(payload::channels())),
        ("GET", ["members", id]) => {
            if *id == APP.to_string() {
                return Ok(Answer::ok(payload::bot_member(world)));
            }
            let person = member_named(world, id)?;
            Ok(Answer::ok(payload::member(world, person)))
        }
        ("PUT", ["members", id, "roles", role]) => change_role(world, (id, role), true),
        ("DELETE", ["members", id, "roles", role]) => change_role(world, (id, role), false),
        _ => Err(Refused::not_known()),
    }
}

fn member_named<'a>(world: &'a World, id: &str) -> Result<&'a Person, Refused> {
    let person = id.parse().ok().and_then(|id| by_discord_id(world, id));
    person.ok_or_else(|| Refused::new(404, 10_007, "Unknown Member"))
}

/// Grants or takes a role, as far as the hierarchy lets the bot.
fn change_role(
    world: &mut World,
    (id, role): (&str, &str),
    grant: bool,
) -> Result<Answer, Refused> {
    let member = member_named(world, id)?.discord_id;
    let position = |wanted: u64| {
        let found = payload::ROLES.iter().find(|(id, ..)| *id == wanted);
        found.map(|(_, _, position, _)| *position)
    };
    let role: u64 = role.parse().unwrap_or_default();
    let unknown = || Refused::new(404, 10_011, "Unknown Role");
    let height = position(role).ok_or_else(unknown)?;
    let own = position(ROLE_BOT).ok_or_else(unknown)?;
    if height >= own || role == GUILD || role == ROLE_ADMIN {
        return Err(Refused::new(403, 50_013, "Missing Permissions"));
    }
    let roles = world.discord.member_roles.entry(member).or_default();
    if grant {
        roles.insert(role);
    } else {
        roles.remove(&role);
    }
    Ok(Answer::Empty)
}

fn unknown_channel() -> Refused {
    Refused::new(404, 10_003, "Unknown Channel")
}

fn channel_route(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (channel, rest): (u64, &[&str]),
) -> Result<Answer, Refused> {
    let place = payload::place(world, channel).ok_or_else(unknown_channel)?;
    if place == Place::Group && world.discord.is_out {
        return Err(Refused::new(403, 50_001, "Missing Access"));
    }
    match (asked.method.as_str(), rest) {
        ("GET", []) => {
            Ok(Answer::ok(payload::channel(world, channel).ok_or_else(unknown_channel)?))
        }
        ("POST", ["typing"]) => {
            let typing = json!({"platform": "discord", "place": place.name()});
            world.story.tell(News::for_all("typing", &typing));
            Ok(Answer::Empty)
        }
        ("POST", ["messages"]) => write(world, now, asked, (channel, place)),
        ("GET", ["messages"]) => Ok(Answer::ok(listed(world, asked, channel))),
        (_, ["messages", "pins", rest @ ..]) => pins::route(world, now, asked, (channel, rest)),
        (_, ["pins", rest @ ..]) => pins::older_route(world, now, asked, (channel, rest)),
        (method, ["messages", id]) => {
            let key = messages::found(world, channel, id)?;
            message_route(world, now, asked, (method, &key, &place))
        }
        (method, ["messages", id, "reactions", ..]) => {
            messages::found(world, channel, id)?;
            match method {
                "PUT" | "DELETE" => Ok(Answer::Empty),
                _ => Err(Refused::not_known()),
            }
        }
        _ => Err(Refused::not_known()),
    }
}

fn write(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (channel, place): (u64, Place),
) -> Result<Answer, Refused> {
    let data = asked.body.as_ref().unwrap_or(&Value::Null);
    let referred = &data["message_reference"];
    if let Some(id) = ids::id(&referred["message_id"])
        && referred["fail_if_not_exists"] != false
        && messages::found(world, channel, &id.to_string()).is_err()
    {
        let words = "Unknown message";
        return Err(Refused::form("message_reference", "REPLIES_UNKNOWN_MESSAGE", words));
    }
    let cause = ids::id(&referred["message_id"]).map_or(Cause::Unknown, |id| Cause::About(key(id)));
    let (files, loading) = (asked.files.as_slice(), false);
    let draft = Draft { channel, place, data, files, cause, interaction: None, loading };
    Ok(Answer::ok(messages::write(world, now, &draft)?))
}

fn message_route(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (method, key, place): (&str, &str, &Place),
) -> Result<Answer, Refused> {
    let message = world.messages.get(key).ok_or_else(messages::unknown_message)?;
    let own = message.author == Author::Bot;
    let cause = Cause::About(key.to_owned());
    match method {
        "GET" => Ok(Answer::ok(message.raw.clone())),
        "PATCH" => {
            if !own {
                let words = "Cannot edit a message authored by another user";
                return Err(Refused::new(403, 50_005, words));
            }
            let data = asked.body.as_ref().unwrap_or(&Value::Null);
            let raw = messages::edit(world, now, key, (data, &asked.files), cause)?;
            Ok(Answer::ok(raw))
        }
        "DELETE" => {
            // In the guild the bot may manage messages; in private nobody may delete another's.
            if !own && matches!(place, Place::Private(_)) {
                let words = "Cannot execute action on a DM channel";
                return Err(Refused::new(403, 50_003, words));
            }
            world.take_down(key, cause, now);
            Ok(Answer::Empty)
        }
        _ => Err(Refused::not_known()),
    }
}

fn listed(world: &World, asked: &Asked, channel: u64) -> Value {
    let number = |name: &str| {
        asked.query.get(name).and_then(Value::as_str).and_then(|text| text.parse::<u64>().ok())
    };
    let limit = number("limit").and_then(|limit| usize::try_from(limit).ok());
    let limit = limit.unwrap_or(50).clamp(1, PAGE_MAX);
    let (before, after) = (number("before"), number("after"));
    let here = channel.to_string();
    let mut listed = Vec::new();
    for message in world.messages.newest_first() {
        let id = ids::id(&message.raw["id"]).unwrap_or_default();
        let in_range =
            before.is_none_or(|before| id < before) && after.is_none_or(|after| id > after);
        let visible = !message.deleted && message.only_for.is_none();
        if visible && in_range && message.raw["channel_id"] == here.as_str() {
            listed.push(message.raw.clone());
        }
        if listed.len() == limit {
            break;
        }
    }
    json!(listed)
}
