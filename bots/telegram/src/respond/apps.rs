//! Our pages inside Telegram: as what the menu button opens, and as buttons that open a page for whoever taps them, signed
//! in. Telegram takes only addresses that begin with https://.

use teloxide::prelude::*;
use teloxide::types::{InlineKeyboardButton, MenuButton, WebAppInfo};

/// What the page of an event begins with.
const EVENT: &str = "/e/";

/// Where our pages stand, and by which name the bot is linked to.
#[derive(Debug, Clone)]
pub(crate) struct Apps {
    public_url: String,
    /// None where the bot has no main app: BotFather gives it one.
    username: Option<String>,
}

impl Apps {
    pub(crate) fn new(public_url: &str, me: &teloxide::types::Me) -> Apps {
        let username = me.has_main_web_app.then(|| me.username().to_owned());
        Apps { public_url: public_url.to_owned(), username }
    }

    /// The button in the private chat, beside the text field.
    pub(crate) async fn set_menu(
        &self,
        bot: &Bot,
        label: &str,
    ) -> Result<(), teloxide::RequestError> {
        let Some(url) = self.address("/app") else { return Ok(()) };
        let web_app = WebAppInfo { url };
        let button = MenuButton::WebApp { text: label.to_owned(), web_app };
        bot.set_chat_menu_button().menu_button(button).send().await.map(drop)
    }

    /// A button that opens the page of an event inside Telegram; none where it has to open a browser.
    pub(crate) fn button(
        &self,
        label: &str,
        address: &str,
        is_private: bool,
    ) -> Option<InlineKeyboardButton> {
        let slug = address.strip_prefix(&self.public_url)?.strip_prefix(EVENT)?;
        if is_private {
            let url = self.address(&format!("/app?event={slug}"))?;
            return Some(InlineKeyboardButton::web_app(label, WebAppInfo { url }));
        }
        let bot = self.username.as_ref()?;
        let url = format!("https://t.me/{bot}?startapp=e_{slug}").parse().ok()?;
        Some(InlineKeyboardButton::url(label, url))
    }

    fn address(&self, path: &str) -> Option<reqwest::Url> {
        let is_secure = self.public_url.starts_with("https://");
        is_secure.then(|| format!("{}{path}", self.public_url).parse().ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apps(public_url: &str, username: Option<&str>) -> Apps {
        Apps { public_url: public_url.to_owned(), username: username.map(str::to_owned) }
    }

    fn written(button: Option<InlineKeyboardButton>) -> serde_json::Value {
        serde_json::to_value(button).expect("a button can be written")
    }

    #[test]
    fn the_page_of_an_event_opens_inside_telegram_where_it_can() {
        let page = "https://streaks.test/e/reading-1";
        let known = apps("https://streaks.test", Some("streaks_bot"));
        assert_eq!(
            written(known.button("Open", page, true))["web_app"]["url"],
            "https://streaks.test/app?event=reading-1"
        );
        assert_eq!(
            written(known.button("Open", page, false))["url"],
            "https://t.me/streaks_bot?startapp=e_reading-1"
        );
        assert!(apps("https://streaks.test", None).button("Open", page, false).is_none());
        assert!(known.button("Open", "https://elsewhere.test/e/x", true).is_none());
        assert!(known.button("Open", "https://streaks.test/zone", true).is_none());
        let local = apps("http://127.0.0.1:8080", None);
        assert!(local.button("Open", "http://127.0.0.1:8080/e/x", true).is_none());
    }
}
