//! What a refusal of Telegram means.

use teloxide::{ApiError, RequestError};

/// Whether the chat or the person cannot be written to any more. Teloxide does not know all the wordings.
pub(crate) fn is_gone(error: &RequestError) -> bool {
    match error {
        RequestError::Api(ApiError::ChatNotFound | ApiError::UserNotFound) => true,
        RequestError::Api(error) => error.to_string().contains("Forbidden: "),
        _ => false,
    }
}

/// Whether a group lets only some write, and us not among them.
pub(crate) fn may_not_write(why: &str) -> bool {
    why.contains("not enough rights to send")
        || why.contains("CHAT_WRITE_FORBIDDEN")
        || why.contains("need administrator rights")
}

/// Whether Telegram itself is the trouble, and waiting mends it: it fails, cannot be reached, or does not take our
/// token for the moment.
pub(crate) fn is_outage(error: &RequestError) -> bool {
    match error {
        RequestError::Network(_) | RequestError::InvalidJson { .. } | RequestError::Io(_) => true,
        RequestError::Api(ApiError::InvalidToken) => true,
        RequestError::Api(ApiError::Unknown(why)) => {
            !["Bad Request", "Forbidden", "Request Entity Too Large"]
                .iter()
                .any(|refusal| why.starts_with(refusal))
        }
        _ => false,
    }
}

/// Whether Telegram did it, and said so in a way that cannot be read.
pub(crate) fn is_done(error: &RequestError) -> bool {
    matches!(error, RequestError::InvalidJson { raw, .. } if raw.contains("\"ok\":true"))
}

/// Whether Telegram may have done it all the same.
pub(crate) fn is_unclear(error: &RequestError) -> bool {
    match error {
        RequestError::Network(error) => !error.is_connect(),
        RequestError::InvalidJson { .. } | RequestError::Io(_) => true,
        _ => false,
    }
}

/// What went wrong, without the address that holds the token.
pub(crate) fn why(error: &RequestError) -> String {
    match error {
        RequestError::Network(error) => {
            let mut text = "Telegram cannot be reached".to_owned();
            let mut cause = std::error::Error::source(error.as_ref());
            while let Some(error) = cause {
                text.push_str(": ");
                text.push_str(&error.to_string());
                cause = error.source();
            }
            text
        }
        // The answer itself may hold what people wrote, and so do the words about it.
        RequestError::InvalidJson { source, .. } => {
            format!(
                "Telegram's answer cannot be read: {:?} at {}",
                source.classify(),
                source.column()
            )
        }
        RequestError::Api(ApiError::Unknown(said)) => unquoted(said),
        other => other.to_string(),
    }
}

/// What Telegram says, up to where it quotes what it was sent: an address with a code in it, or what people wrote.
fn unquoted(said: &str) -> String {
    match [" '", " \""].iter().filter_map(|quote| said.find(quote)).min() {
        Some(at) => format!("{} …", &said[..at]),
        None => said.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_telegram_quotes_is_left_out() {
        let says = |said: &str| why(&RequestError::Api(ApiError::Unknown(said.to_owned())));
        assert_eq!(
            says("Bad Request: inline keyboard button URL 'https://x/login/4f' is invalid"),
            "Bad Request: inline keyboard button URL …"
        );
        assert_eq!(
            says("Bad Request: can't parse entities: Unsupported start tag \"me\" at 7"),
            "Bad Request: can't parse entities: Unsupported start tag …"
        );
        let plain = "Forbidden: bot can't initiate conversation with a user";
        assert_eq!(says(plain), plain);
    }

    #[test]
    fn an_answer_that_cannot_be_read_is_not_quoted() {
        let source = serde_json::from_str::<i64>("\"my note\"").unwrap_err().into();
        let said = why(&RequestError::InvalidJson { source, raw: "\"my note\"".into() });
        assert!(said.starts_with("Telegram's answer cannot be read: Data at"), "{said}");
        assert!(!said.contains("note"), "{said}");
    }
}
