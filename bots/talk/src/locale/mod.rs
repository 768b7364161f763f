//! Texts in every language, with their plurals and numbers.

pub(crate) mod texts;

pub use texts::{Arg, LANGUAGES, Words};
