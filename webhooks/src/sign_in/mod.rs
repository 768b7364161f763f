//! Signing in without a password: by the link that the bot gives, by an account with Discord or Telegram, inside
//! Telegram, or with a passkey.

pub(crate) mod enter;
mod id_token;
pub(crate) mod init_data;
pub(crate) mod link;
pub(crate) mod oauth;
pub(crate) mod passkey;
mod roles;
pub(crate) mod ways;
