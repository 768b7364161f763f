//! Deliveries: what leaves by the outbox, once, for one place.

pub(crate) mod delivery;
pub(crate) mod news;
pub(crate) mod outbox;

pub use delivery::{Delivered, Delivery, Notifier, Topic, back_off_s};
