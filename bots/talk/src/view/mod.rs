//! What several commands and notices show alike: the card of an event, buttons, questions, progress, pictures.

pub(crate) mod audit;
pub(crate) mod buttons;
pub(crate) mod clock_question;
pub(crate) mod date_question;
pub(crate) mod draft;
pub(crate) mod erasure;
pub(crate) mod event_card;
pub(crate) mod host_refusal;
pub(crate) mod interests;
pub(crate) mod joining;
pub(crate) mod languages;
pub(crate) mod leaderboard;
pub(crate) mod left_over;
pub(crate) mod link;
pub(crate) mod pictures;
pub(crate) mod progress;
pub(crate) mod review;
pub(crate) mod squares;
pub(crate) mod sure;
pub(crate) mod templates;
pub(crate) mod which;
pub(crate) mod winners;
pub(crate) mod zone_question;
