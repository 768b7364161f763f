//! People's words into values: amounts, goals, rhythms, dates, times, zones.

pub(crate) mod amount;
pub(crate) mod date;
pub(crate) mod fold;
pub(crate) mod goal;
pub(crate) mod lexicon;
#[cfg(test)]
mod properties;
pub(crate) mod schedule;
pub(crate) mod time;
pub(crate) mod zone;
