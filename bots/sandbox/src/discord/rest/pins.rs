//! Pins: the routes below `messages/pins`, and the older ones below `pins`.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::cmp::Reverse;

use crate::discord::objects::payload;
use crate::discord::refused::Refused;
use crate::discord::rest::messages;
use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::state::message::Message;
use crate::state::transcript::Cause;
use crate::state::world::World;

/// The most pins of a channel, and the most that are listed at a time.
const PINS_MAX: usize = 250;
const PAGE_MAX: usize = 50;

/// `channels/{channel}/messages/pins` and below.
pub fn route(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (channel, rest): (u64, &[&str]),
) -> Result<Answer, Refused> {
    match (asked.method.as_str(), rest) {
        ("GET", []) => page(world, asked, channel),
        ("PUT", [id]) => pin(world, now, (channel, id), true),
        ("DELETE", [id]) => pin(world, now, (channel, id), false),
        _ => Err(Refused::not_known()),
    }
}

/// `channels/{channel}/pins` and below: the same without pages.
pub fn older_route(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    (channel, rest): (u64, &[&str]),
) -> Result<Answer, Refused> {
    match (asked.method.as_str(), rest) {
        ("GET", []) => {
            let newest = pinned(world, channel).into_iter().take(PAGE_MAX);
            Ok(Answer::ok(newest.map(|(_, message)| message.raw.clone()).collect()))
        }
        (_, [_]) => route(world, now, asked, (channel, rest)),
        _ => Err(Refused::not_known()),
    }
}

/// The pinned messages of a channel with the time of their pin, the newest pin first.
fn pinned(world: &World, channel: u64) -> Vec<(DateTime<Utc>, &Message)> {
    let here = channel.to_string();
    let mut pinned = Vec::new();
    for message in world.messages.newest_first() {
        let is_here = !message.deleted && message.raw["channel_id"] == here.as_str();
        if let Some(at) = message.pinned_at.filter(|_| is_here) {
            pinned.push((at, message));
        }
    }
    pinned.sort_by_key(|(at, _)| Reverse(*at));
    pinned
}

fn page(world: &World, asked: &Asked, channel: u64) -> Result<Answer, Refused> {
    let given = |name: &str| asked.query.get(name).and_then(Value::as_str);
    let limit = given("limit").map_or(Some(PAGE_MAX), |limit| limit.parse().ok());
    let limit = limit.filter(|limit| (1..=PAGE_MAX).contains(limit)).ok_or_else(|| {
        let words = format!("int value should be between 1 and {PAGE_MAX}.");
        Refused::form("limit", "NUMBER_TYPE_RANGE", &words)
    })?;
    let before = given("before").map(DateTime::parse_from_rfc3339).transpose().map_err(|_| {
        Refused::form("before", "DATE_TIME_TYPE_PARSE", "Could not parse this as a date and time.")
    })?;
    let mut wanted = pinned(world, channel);
    wanted.retain(|(at, _)| before.is_none_or(|before| *at < before));
    let has_more = wanted.len() > limit;
    let mut items = Vec::new();
    for (at, message) in wanted.into_iter().take(limit) {
        items.push(json!({"pinned_at": payload::time(at), "message": message.raw}));
    }
    Ok(Answer::ok(json!({"items": items, "has_more": has_more})))
}

/// Pins a message or takes it down again; what is so already stays as it is.
fn pin(
    world: &mut World,
    now: DateTime<Utc>,
    (channel, id): (u64, &str),
    is_wanted: bool,
) -> Result<Answer, Refused> {
    let key = messages::found(world, channel, id)?;
    let is_pinned = world.messages.get(&key).is_some_and(|message| message.pinned_at.is_some());
    if is_pinned == is_wanted {
        return Ok(Answer::Empty);
    }
    if is_wanted && pinned(world, channel).len() >= PINS_MAX {
        let words = format!("Maximum number of pins reached ({PINS_MAX})");
        return Err(Refused::new(400, 30_003, &words));
    }
    if let Some(message) = world.messages.get_mut(&key) {
        message.pinned_at = is_wanted.then_some(now);
        message.raw["pinned"] = json!(is_wanted);
    }
    world.tell_again(&key, Cause::About(key.clone()), now);
    Ok(Answer::Empty)
}
