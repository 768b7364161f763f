//! What goes in and out, whatever the platform: request, reply, text in spans, ids of buttons.

pub(crate) mod brief;
pub(crate) mod callback;
pub(crate) mod isolate;
pub(crate) mod label;
pub(crate) mod reply;
pub(crate) mod request;
pub(crate) mod sanitize;
pub(crate) mod suggestion;
pub(crate) mod text;

pub use brief::{BRIEF_MAX, is_brief};
pub use callback::{CallbackId, PRESS_MAX, check_in_of};
pub(crate) use label::label;
pub use reply::{Button, ButtonAction, Choice, Document, Field, Form, Frame, Picture, Reply, Tone};
pub use request::{Input, Place, Request};
pub(crate) use sanitize::untagged;
pub use sanitize::{clean, clean_name, clean_title};
pub use suggestion::{SUGGESTIONS_MAX, Suggestion};
pub use text::{Span, Text, What};
