//! The product in a real browser.

mod pages;
mod sandbox;
mod scene;
mod sign_in;
mod web;
