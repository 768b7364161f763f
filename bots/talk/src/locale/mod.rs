//! Texts in every language, with their plurals and numbers.

pub(crate) mod catalog;
pub(crate) mod phrases;
pub(crate) mod texts;

pub use catalog::Catalog;
pub(crate) use phrases::phrases;
pub use texts::{Arg, LANGUAGES, Words};
