//! What a host does to members; each file serves `/event …` in an event and `/admin …` in a community.

pub(crate) mod amnesty;
pub(crate) mod remove;
pub(crate) mod repair;
pub(crate) mod take_back;
