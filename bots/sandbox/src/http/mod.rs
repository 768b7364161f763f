//! Requests as they were asked, and their answers.

pub(crate) mod answer;
pub(crate) mod asked;
pub(crate) mod headers;
pub(crate) mod not_known;
pub(crate) mod post;
