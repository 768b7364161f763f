//! What a command is and may ask: its definition, the context of a request, picking an event or a person, suggestions.

pub(crate) mod audit_trail;
pub(crate) mod choices;
pub(crate) mod context;
pub(crate) mod definition;
pub(crate) mod event_params;
pub(crate) mod left_over;
pub(crate) mod limits;
pub(crate) mod pick_event;
pub(crate) mod pick_member;
pub(crate) mod pick_person;
pub(crate) mod refusal;
pub(crate) mod secrecy;
pub(crate) mod spoken;
pub(crate) mod suggest;

pub use context::{Context, Other, Talk};
pub use definition::Args;
pub use definition::{Command, Kind, Param, Right, Says, Who};
