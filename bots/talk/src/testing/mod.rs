//! A chat to test in.

mod invite_only_leaks;
pub(crate) mod world;
