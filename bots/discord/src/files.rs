//! What people attached, from where Discord keeps it.

use anyhow::Context as _;
use engine::{Fetched, FileSource, Platform};
use futures_util::future::BoxFuture;
use reqwest::Url;
use talk::Download;

/// Where Discord keeps attachments.
const KEPT_AT: [&str; 2] = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

/// Fetches attachments. An address comes from outside: whatever lies elsewhere is not asked for.
pub(crate) struct Attachments {
    download: Download,
    kept_at: Vec<Url>,
}

impl Attachments {
    /// A server that speaks like Discord may keep them itself.
    ///
    /// # Errors
    /// An address that is none.
    pub(crate) fn new(other: Option<&str>) -> anyhow::Result<Attachments> {
        let kept_at = match other {
            Some(other) => vec![other.parse().context("discord.api_base is no address")?],
            None => vec![],
        };
        // Behind a proxy of the API attachments still lie where Discord keeps them.
        let known: Vec<Url> =
            KEPT_AT.iter().map(|known| Url::parse(known)).collect::<Result<_, _>>()?;
        let kept_at = [kept_at, known].concat();
        Ok(Attachments { download: Download::new()?, kept_at })
    }

    /// The address, if attachments are kept there.
    fn known(&self, file: &str) -> Option<Url> {
        let address: Url = file.parse().ok()?;
        self.kept_at.iter().any(|known| known.origin() == address.origin()).then_some(address)
    }
}

impl FileSource for Attachments {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn fetch<'a>(&'a self, file: &'a str) -> BoxFuture<'a, Fetched> {
        Box::pin(async move {
            match self.known(file) {
                Some(address) => self.download.fetch(address).await,
                None => Fetched::Refused { why: "no attachments are kept there".to_owned() },
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_attachments_are_kept_is_anything_fetched() {
        let discord = Attachments::new(None).unwrap();
        for good in [
            "https://cdn.discordapp.com/attachments/1/2/gym.png?ex=1&is=2&hm=3",
            "https://media.discordapp.net/ephemeral-attachments/1/2/gym.png",
        ] {
            assert!(discord.known(good).is_some(), "{good}");
        }
        for bad in [
            "http://cdn.discordapp.com/attachments/1/2/gym.png",
            "https://cdn.discordapp.com:8443/attachments/1/2/gym.png",
            "https://cdn.discordapp.com.example.org/gym.png",
            "https://cdn.discordapp.com@example.org/gym.png",
            "https://example.org/cdn.discordapp.com/gym.png",
            "http://127.0.0.1:8080/metrics",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "photo:AgACAgIAAx",
            "",
        ] {
            assert!(discord.known(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn another_server_may_keep_attachments_itself() {
        let sandbox = Attachments::new(Some("http://127.0.0.1:4000/api/v10")).unwrap();
        assert!(sandbox.known("http://127.0.0.1:4000/sandbox/api/files/1").is_some());
        assert!(sandbox.known("http://127.0.0.1:4001/sandbox/api/files/1").is_none());
        // It may be a proxy of the API alone.
        assert!(sandbox.known("https://cdn.discordapp.com/attachments/1/2/gym.png").is_some());
    }
}
