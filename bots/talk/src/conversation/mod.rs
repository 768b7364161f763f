//! The door: a request comes in, a reply goes out. The table of all commands, and how a line names one of them.

pub(crate) mod among_others;
pub(crate) mod answer;
pub(crate) mod command_line;
pub(crate) mod question;
pub(crate) mod spelling;
pub(crate) mod suggest_command;
pub(crate) mod table;

pub use command_line::parse as read_line;
pub use question::Question;
pub use table::COMMANDS;
