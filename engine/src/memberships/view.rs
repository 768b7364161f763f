//! A membership as it stands at an instant.

use rules::Life;

/// What is known of a membership at an instant: how it stands, and the facts and periods since a label.
#[derive(Debug, Clone)]
pub struct View {
    pub history: rules::History,
    pub life: Life,
}

impl View {
    /// Whether the member is asked to check in today: a day of the event, not excused, in a period that is not done.
    pub fn is_open_today(&self) -> bool {
        self.history.is_open_at(&self.life.standing)
    }
}
