//! Deliveries: what leaves by the outbox, once, for one place.

pub(crate) mod closed;
pub(crate) mod delivery;
pub(crate) mod gather;
pub(crate) mod news;
pub(crate) mod outbox;

use crate::engine::Engine;

pub use delivery::{Delivered, Delivery, Notifier, Topic, back_off_s};
pub use gather::GREAT_FROM;

/// What leaves by the outbox.
#[derive(Clone, Copy)]
pub struct Deliveries<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn deliveries(&self) -> Deliveries<'_> {
        Deliveries { engine: self }
    }
}
