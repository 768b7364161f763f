//! A local Discord server and a local Telegram Bot API server, and a page on which a newcomer plays several people.
//!
//! The bots that talk to it are the real ones, over the real wire protocols; it is the demo and the end-to-end test harness at once.

mod control;
mod discord;
mod http;
mod identity;
mod page;
mod push;
mod router;
mod server;
mod state;
mod telegram;

pub use identity::choose::CLIENT_SECRET;
pub use identity::telegram::PATH as TELEGRAM_LOGIN;
pub use state::sandbox::{
    BeginAnew, DISCORD_TOKEN, Hooks, Idle, MoveClock, Now, Options, Sandbox, TELEGRAM_TOKEN,
};
