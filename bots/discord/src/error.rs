//! What a refusal of Discord means.

use poise::serenity_prelude as serenity;

/// The code of a refusal that is no JSON.
const UNREAD: isize = -1;

/// What went wrong, without addresses: they hold the tokens of interactions.
pub(crate) fn why(error: serenity::Error) -> String {
    match error {
        serenity::Error::Http(serenity::HttpError::Request(error)) => {
            error.without_url().to_string()
        }
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
            let said: &str = match response.error.code {
                // The library says with the address why it could not read the refusal.
                UNREAD => "it cannot be read",
                _ => &response.error.message,
            };
            format!("status {}, code {}: {said}", response.status_code, response.error.code)
        }
        // The answer itself may hold what people wrote, and so do the words about it.
        serenity::Error::Json(error) => {
            format!("Discord's answer cannot be read: {:?} at {}", error.classify(), error.column())
        }
        serenity::Error::Url(_) => "an address that is none".to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_cannot_be_read_is_not_quoted() {
        let error = serde_json::from_str::<i64>("\"my note\"").expect_err("it is no number");
        let said = why(serenity::Error::Json(error));
        assert!(said.starts_with("Discord's answer cannot be read: Data at "), "{said}");
        assert!(!said.contains("note"), "{said}");
        let said = why(serenity::Error::Url("https://discord.test/webhooks/1/token".to_owned()));
        assert!(!said.contains("token"), "{said}");
    }
}
