//! A press of a button, as a request.

use engine::rules::Instant;
use talk::{Input, Request};
use teloxide::types::{CallbackQuery, InlineKeyboardButtonKind, Me, Message};

use crate::receive::place::{self, Spot};
use crate::receive::received::{Answer, Received};

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
    let below = |is_it: &dyn Fn(&str) -> bool| {
        message.regular_message().is_some_and(|message| has_button(message, is_it))
    };
    let is_stray = !below(&|carried| carried == data);
    // Of two who turn a page at once, the second one presses what the first one has replaced.
    let page = page(&data);
    let is_page_below = page.is_some() && below(&|carried| self::page(carried) == page);
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
        is_stray,
        sent_at: None,
        unheard_since,
        now,
    };
    let answer = place::answer(spot, &query.from, Some(query.id.0.clone()));
    Received::Request(Box::new(request), Answer { is_stray, is_page_below, ..answer })
}

/// Of which list a button turns a page. None of those that ask for the list alone, as below a card, and of those that
/// belong to one person, by what they keep behind a bar.
fn page(data: &str) -> Option<&str> {
    let (list, page) = data.rsplit_once(':')?;
    (!page.is_empty() && !page.contains('|')).then_some(list)
}

fn has_button(message: &Message, is_it: &dyn Fn(&str) -> bool) -> bool {
    let rows = message.reply_markup().map(|markup| &markup.inline_keyboard);
    let mut buttons = rows.into_iter().flatten().flatten();
    buttons.any(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(carried) => is_it(carried),
        _ => false,
    })
}
