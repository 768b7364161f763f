//! What a refusal of Discord means.

use poise::serenity_prelude as serenity;

/// What went wrong, without addresses: they hold the tokens of interactions.
pub(crate) fn why(error: serenity::Error) -> String {
    match error {
        serenity::Error::Http(serenity::HttpError::Request(error)) => {
            error.without_url().to_string()
        }
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            format!(
                "status {}, code {}: {}",
                response.status_code, response.error.code, response.error.message
            )
        }
        other => other.to_string(),
    }
}

/// The HTTP status of a refusal.
pub(crate) fn status(error: &serenity::Error) -> Option<u16> {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            Some(response.status_code.as_u16())
        }
        _ => None,
    }
}
