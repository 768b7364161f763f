//! Making an event and looking after it.

pub(crate) mod announce;
pub(crate) mod create;
pub(crate) mod edit;
pub(crate) mod end;
pub(crate) mod history;
pub(crate) mod invite;
pub(crate) mod next_round;
pub(crate) mod review;
pub(crate) mod winners;
