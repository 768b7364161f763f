//! What rebuilding the cached numbers found.

use std::fmt;

use crate::ids::Membership;

/// Differences that are told one by one; the rest is only counted.
pub(crate) const TOLD_MAX: usize = 100;

/// What `refold` found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refolded {
    pub memberships: u64,
    /// How many differences there were.
    pub differing: u64,
    /// The first of them.
    pub differences: Vec<Difference>,
}

/// A cached number that does not follow from the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// None for the counts behind the rankings.
    pub of: Option<Membership>,
    pub what: String,
    pub stored: String,
    pub folded: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Some(of) => write!(f, "event {} person {}: ", of.event, of.person)?,
            None => f.write_str("rankings: ")?,
        }
        write!(f, "{} is {}, and should be {}", self.what, self.stored, self.folded)
    }
}

impl Refolded {
    pub(crate) fn add(
        &mut self,
        of: Option<Membership>,
        what: &str,
        stored: String,
        folded: String,
    ) {
        if stored != folded {
            self.differing += 1;
            if self.differences.len() < TOLD_MAX {
                let what = what.to_owned();
                self.differences.push(Difference { of, what, stored, folded });
            }
        }
    }
}
