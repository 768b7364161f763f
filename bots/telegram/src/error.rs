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
        // The answer itself may hold what people wrote.
        RequestError::InvalidJson { source, .. } => {
            format!("Telegram's answer cannot be read: {source}")
        }
        other => other.to_string(),
    }
}
