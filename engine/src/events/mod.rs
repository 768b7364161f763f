//! Streak events: making, changing and ending them, who sees them, how one gets in, and what is shown of them.

pub(crate) mod amnesty;
pub(crate) mod announcing;
pub(crate) mod bare;
pub(crate) mod change;
pub(crate) mod drafts;
pub(crate) mod event;
pub(crate) mod files;
pub(crate) mod find;
pub(crate) mod invites;
pub(crate) mod lifecycle;
pub(crate) mod post;
pub(crate) mod posts;
pub(crate) mod proof;
pub(crate) mod proof_file;
pub(crate) mod proofs;
pub(crate) mod widening;

use crate::engine::Engine;

pub use event::{Event, Invite, NewEvent, Overheard, ProofRule, Search, TitleMark, Visibility};
pub use post::{Post, PostKind};
pub use proof::{Proof, ProofState};
pub use proof_file::{FILE_BYTES_MAX, Fetched, FileSource, ProofFile};
pub use widening::Kept;

/// Streak events: making, changing and ending them, who sees them, how one gets in.
#[derive(Clone, Copy)]
pub struct Events<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn events(&self) -> Events<'_> {
        Events { engine: self }
    }
}
