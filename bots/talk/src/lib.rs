//! The conversation, written once for every platform: commands, their answers and their words.
//!
//! The rooms, from the door down; each imports only from those below it:
//! `adapter`, `conversation`, `notices`, `commands`, `view`, `command`, `parse`, `locale`, `message`.

mod adapter;
mod command;
mod commands;
mod conversation;
mod locale;
mod message;
mod notices;
mod parse;
#[cfg(test)]
mod testing;
mod view;

pub use adapter::{
    BackOff, Download, Now, Pacer, Rate, Receipt, Receiver, Unsaid, Urgency, lead, serve,
};
pub use command::{Args, Command, Context, Kind, Other, Param, Right, Says, Talk, Who};
pub use commands::account::timezone::line as zone_line;
pub use conversation::{COMMANDS, Question, read_line};
pub use locale::{Arg, Catalog, LANGUAGES, Words};
pub use message::{
    BRIEF_MAX, Button, ButtonAction, CallbackId, Choice, Document, Field, Form, Frame, Input,
    PRESS_MAX, Picture, Place, Reply, Request, SUGGESTIONS_MAX, Span, Suggestion, Text, Tone, What,
    check_in_of, clean, clean_name, clean_title, is_brief,
};
#[cfg(fuzzing)]
pub use parse::read_everything;
pub use pictures::Renderer;
pub use view::event_card::{CODE as CODE_PRESS, event_terms};
pub use view::leaderboard::{climb as climb_line, counts_amounts, measure, value as ranked_value};
pub use view::pictures::accent;
pub use view::progress::{count as periods, group as group_line, period, run};
pub use view::templates::CATEGORIES;
pub use view::winners::harmless;
