//! What one person sends another.

use strum::IntoStaticStr;

/// What one person sends another, once a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum PeerMessage {
    Cheer,
    Nudge,
}

impl PeerMessage {
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }
}
