//! The ids of everything that is there from the start.

use serde_json::Value;

/// The application, which is also the bot's user.
pub const APP: u64 = 1_180_000_000_000_000_001;
/// The guild, which is also the id of its @everyone role.
pub const GUILD: u64 = 1_180_000_000_000_000_100;
/// The channel in which people speak.
pub const CHANNEL_STREAKS: u64 = 1_180_000_000_000_000_101;
/// A second channel.
pub const CHANNEL_GENERAL: u64 = 1_180_000_000_000_000_102;
/// The bot's own managed role.
pub const ROLE_BOT: u64 = 1_180_000_000_000_000_103;
/// A role below the bot's, which it may grant.
pub const ROLE_CHAMPION: u64 = 1_180_000_000_000_000_104;
/// A role above the bot's, which it may not grant.
pub const ROLE_ADMIN: u64 = 1_180_000_000_000_000_105;

/// The key under which the sandbox knows a Discord message.
pub fn key(message: u64) -> String {
    format!("dc:{message}")
}

/// A number out of the string that Discord writes ids as.
pub fn id(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_u64(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}
