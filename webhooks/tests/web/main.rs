//! The pages as a browser asks for them.

mod inbound;
mod live;
mod pages;
mod scene;
mod signed_in;
