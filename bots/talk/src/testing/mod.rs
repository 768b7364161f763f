//! A chat to test in.

mod invite_only_leaks;
mod rights;
pub(crate) mod world;
