//! What people sent, from where Telegram keeps it.

use engine::{Fetched, FileSource, Platform};
use futures_util::future::BoxFuture;
use reqwest::Url;
use talk::Download;
use teloxide::prelude::{Request, Requester};
use teloxide::types::FileId;
use teloxide::{Bot, RequestError};

use crate::error;
use crate::respond::send;

/// Fetches files by their ids.
pub(crate) struct Files {
    bot: Bot,
    download: Download,
}

impl Files {
    pub(crate) fn new(bot: Bot) -> anyhow::Result<Files> {
        Ok(Files { bot, download: Download::new()? })
    }

    async fn get(&self, file: &str) -> Fetched {
        let refused = |why: &str| Fetched::Refused { why: why.to_owned() };
        // The kind stands before the id.
        let Some((_, id)) = file.split_once(':') else { return refused("it is no id of a file") };
        let request = self.bot.get_file(FileId(id.to_owned()));
        let found = match send::in_time(|| request.clone().send()).await {
            Ok(found) => found,
            Err(error) => {
                let why = error::why(&error);
                let is_for_now = matches!(error, RequestError::RetryAfter(_));
                return match is_for_now || error::is_outage(&error) {
                    true => Fetched::Later { why },
                    false => Fetched::Refused { why },
                };
            }
        };
        match self.address(&found.path) {
            Some(address) => self.download.fetch(address).await,
            None => refused("it has no address"),
        }
    }

    /// Where a file lies, which is Telegram's to say below its own address.
    fn address(&self, path: &str) -> Option<Url> {
        let mut address = self.bot.api_url();
        let token = format!("bot{}", self.bot.token());
        address
            .path_segments_mut()
            .ok()?
            .pop_if_empty()
            .extend(["file", token.as_str()])
            .extend(path.split('/'));
        Some(address)
    }
}

impl FileSource for Files {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn fetch<'a>(&'a self, file: &'a str) -> BoxFuture<'a, Fetched> {
        Box::pin(self.get(file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_lies_below_the_address_of_the_bot() {
        let bot = Bot::new("1:AA").set_api_url("http://127.0.0.1:4000".parse().unwrap());
        let files = Files::new(bot).unwrap();
        let address = |path: &str| files.address(path).map(String::from);
        let below = "http://127.0.0.1:4000/file/bot1:AA";
        assert_eq!(address("photos/file_1.jpg"), Some(format!("{below}/photos/file_1.jpg")));
        assert_eq!(address("../../@evil?x#y"), Some(format!("{below}/@evil%3Fx%23y")));
    }
}
