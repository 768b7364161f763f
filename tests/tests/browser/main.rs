//! The product in a real browser.

mod pages;
mod push;
mod sandbox;
mod scene;
mod sign_in;
mod web;
