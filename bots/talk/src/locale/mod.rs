//! Texts in every language, with their plurals and numbers.

pub(crate) mod catalog;
pub(crate) mod texts;

pub use catalog::Catalog;
pub use texts::{Arg, LANGUAGES, Words};
