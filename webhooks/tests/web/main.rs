//! The pages as a browser asks for them.

mod api;
mod apps;
mod browser;
mod event_page;
mod forms;
mod inbound;
mod legal;
mod limits;
mod lists;
mod live;
mod notifications;
mod outsiders;
mod pages;
mod person;
mod program;
mod rights;
mod scene;
mod settings;
mod signed_in;
mod timing;
mod tokens;
mod travel;
