//! Takes a keyboard away.

use chrono::{DateTime, Utc};

use crate::state::message::{Message, Place};
use crate::state::transcript::Cause;
use crate::state::world::World;

/// Takes away the keyboard below the text field of this place.
pub fn close_keyboard(world: &mut World, now: DateTime<Utc>, place: &Place) {
    let open = |message: &&Message| message.location_button.is_some() && message.place == *place;
    let Some(key) = world.messages.newest_first().find(open).map(|message| message.key.clone())
    else {
        return;
    };
    if let Some(message) = world.messages.get_mut(&key) {
        message.location_button = None;
    }
    world.tell_again(&key, Cause::Unknown, now);
}
