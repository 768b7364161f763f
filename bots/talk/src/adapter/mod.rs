//! What the adapter of every platform runs beside its own listening.

mod back_off;
mod serve;

pub use back_off::BackOff;
pub use serve::{Now, serve};
