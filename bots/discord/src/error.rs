//! What a refusal of Discord means.

use poise::serenity_prelude as serenity;

pub(crate) const ALREADY_ACKNOWLEDGED: isize = 40060;
pub(crate) const UNKNOWN_INTERACTION: isize = 10062;

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

/// Discord's own code of a refusal.
pub(crate) fn code(error: &serenity::Error) -> Option<isize> {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            Some(response.error.code)
        }
        _ => None,
    }
}
