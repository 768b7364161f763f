//! The pages as a browser asks for them.

mod live;
mod pages;
mod scene;
