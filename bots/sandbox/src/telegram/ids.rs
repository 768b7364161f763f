//! The bot and the group.

use serde_json::{Value, json};

/// The bot's user id: the first part of its token.
pub const BOT: i64 = 7_000_000_001;
/// The bot's name for mentions and commands.
pub const USERNAME: &str = "streaks_sandbox_bot";
/// The group.
pub const GROUP: i64 = -1_001_234_567_890;

/// The key under which the sandbox knows a Telegram message.
pub fn key(chat: i64, message: i64) -> String {
    format!("tg:{chat}:{message}")
}

/// The bot as it stands in messages.
pub fn bot_user() -> Value {
    json!({"id": BOT, "is_bot": true, "first_name": "Streaks", "username": USERNAME})
}
