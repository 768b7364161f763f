//! What one person sends another.

/// What one person sends another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    Cheer,
    Nudge,
}

impl Greeting {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Greeting::Cheer => "cheer",
            Greeting::Nudge => "nudge",
        }
    }
}

/// How a greeting was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeted {
    /// With how many the person got on this day, this one included.
    Given { today: u64 },
    /// This person greeted that one today already.
    Again,
}
