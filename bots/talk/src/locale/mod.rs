//! Texts in every language, with their plurals and numbers.

pub(crate) mod catalog;
pub(crate) mod cldr;
pub(crate) mod texts;

pub use catalog::Catalog;
pub(crate) use texts::is_off;
pub use texts::{Arg, LANGUAGES, Words};
