//! What the adapter of every platform runs beside its own listening.

mod back_off;
mod download;
mod lead;
mod pacer;
mod receiver;
mod serve;
mod unsaid;

pub use back_off::BackOff;
pub use download::Download;
pub use lead::lead;
pub use pacer::{Pacer, Rate, Urgency};
pub use receiver::{Receipt, Receiver};
pub use serve::{Now, serve};
pub use unsaid::Unsaid;
