//! The sandbox as bots, people and pages meet it.

mod control;
mod discord;
mod telegram;
mod world;
