//! A press of a button, as a request.

use engine::rules::Instant;
use talk::{Input, Request};
use teloxide::types::{CallbackQuery, Me};

use crate::receive::place::{self, Spot};
use crate::receive::received::Received;

pub(crate) fn pressed(
    key: String,
    query: CallbackQuery,
    me: &Me,
    now: Instant,
    unheard_since: Option<Instant>,
) -> Received {
    let (data, message) = (query.data.clone(), query.message.as_ref());
    let (Some(data), Some(message)) = (data, message) else {
        let locale = query.from.language_code.unwrap_or_default();
        return Received::Unknown { query: query.id.0, locale };
    };
    // A message may be too old to be handed out; its button works all the same.
    let spot = Spot {
        chat: message.chat(),
        thread: message.regular_message().and_then(place::thread),
        message: message.id(),
    };
    let place = place::place(spot, &query.from, me);
    // Telegram does not say when a button was pressed.
    let request = Request {
        key,
        account: place::account(&query.from),
        place,
        said: Input::Callback(data),
        named: vec![],
        present: vec![],
        replied_to: None,
        files: vec![],
        manages: false,
        grants: vec![],
        bot_rights: vec![],
        sent_at: None,
        unheard_since,
        now,
    };
    Received::Request(Box::new(request), place::answer(spot, &query.from, Some(query.id.0.clone())))
}
