//! What must not happen to anybody when something breaks, or somebody means harm.

mod again;
mod machine;
mod taken_over;
mod unreadable;
