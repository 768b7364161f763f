//! What one person sends another.

/// What one person sends another, once a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PeerMessage {
    Cheer,
    Nudge,
}

impl PeerMessage {
    pub(crate) fn name(self) -> &'static str {
        match self {
            PeerMessage::Cheer => "cheer",
            PeerMessage::Nudge => "nudge",
        }
    }
}
