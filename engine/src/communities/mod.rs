//! Communities: Discord servers and Telegram groups, their channels, and who runs them.

pub(crate) mod audit;
pub(crate) mod community;
pub(crate) mod leaving;
pub(crate) mod moderation;
pub(crate) mod places;
pub(crate) mod role;
pub(crate) mod roles;
pub(crate) mod silence;

use crate::engine::Engine;

pub use audit::{AuditEntry, AuditPage, BACKFILL, OWN_REPAIR, Record, RecordOf, RecordPart};
pub use community::{
    Budget, Community, CommunityAddress, CommunityChange, Destination, Kind, NewDestination,
};
pub use role::RoleGrant;

/// Communities, their channels, and who runs them.
#[derive(Clone, Copy)]
pub struct Communities<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn communities(&self) -> Communities<'_> {
        Communities { engine: self }
    }
}
