//! Communities, their places, and what can be changed about them.

use rules::{Instant, Zone};

use crate::ids::{CommunityId, DestinationId, PersonId, Platform};

/// A Discord server or a Telegram group, as the platform describes it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CommunityAddress {
    pub platform: Platform,
    pub external_id: String,
    pub name: String,
    pub locale: Option<String>,
}

/// A community that we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community {
    pub id: CommunityId,
    /// Its own zone, once its first event was made.
    pub zone: Option<Zone>,
    pub locale: Option<String>,
    /// A board each day in the channels of its events.
    pub daily_board: bool,
    /// The week's ranking in the channels of its events.
    pub recap: bool,
    pub budget: Budget,
    /// Great milestones and results stay at the top of the group, where the platform can do that.
    pub pin_highlights: bool,
    /// Since when it has us put out, if it has.
    pub left_at: Option<Instant>,
}

/// What was said before we were put out is worked within this time.
const HEARD_LATE_S: i64 = 86_400;

impl Community {
    /// Whether something that was said in it now shows that it has let us in again.
    pub(crate) fn is_back(&self, now: Instant) -> bool {
        self.left_at.is_some_and(|left| left.plus_s(HEARD_LATE_S) < now)
    }
}

/// How much a community is told without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// Recaps, results, and the greatest milestones.
    Quiet,
    /// Beginnings and a board each day as well, and milestones that are rare in a community of its size, gathered.
    Usual,
    /// All milestones, soon.
    Lively,
}

impl Budget {
    pub const ALL: [Budget; 3] = [Budget::Quiet, Budget::Usual, Budget::Lively];

    pub fn name(self) -> &'static str {
        match self {
            Budget::Quiet => "quiet",
            Budget::Usual => "usual",
            Budget::Lively => "lively",
        }
    }

    pub fn named(name: &str) -> Option<Budget> {
        Budget::ALL.into_iter().find(|budget| budget.name() == name)
    }
}

/// A change of what a community wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommunityChange {
    Zone(Zone),
    Locale(Option<String>),
    DailyBoard(bool),
    Recap(bool),
    /// Also has a board each day, unless it is quiet.
    Budget(Budget),
    PinHighlights(bool),
}

/// Whom a destination reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person, in private.
    Private(PersonId),
    /// Everybody in a channel or group.
    Channel(CommunityId),
}

/// A place as the platform addresses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDestination {
    pub platform: Platform,
    pub address: String,
    /// A topic within the chat; empty where there is none.
    pub thread: String,
    pub kind: Kind,
    pub locale: Option<String>,
}

/// A place that can hear something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    pub id: DestinationId,
    pub platform: Platform,
    pub address: String,
    pub thread: String,
    pub kind: Kind,
    pub locale: Option<String>,
}
