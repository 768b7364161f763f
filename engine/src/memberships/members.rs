//! Who is in an event, for whoever runs it.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::memberships::Memberships;
use crate::people::alike::tell_apart;

/// Members of a page.
const MOST: i64 = 1_000;

/// A member, also one who hides from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub name: String,
    pub joined_at: Instant,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
}

impl Memberships<'_> {
    /// The members of an event after a person, in the order of their ids; at most so many, and never more than a thousand.
    pub async fn members(
        self,
        event: EventId,
        after: Option<PersonId>,
        most: usize,
        now: Instant,
    ) -> Result<Vec<Member>, Error> {
        let after = after.unwrap_or(PersonId(i64::MIN));
        let most = i64::try_from(most).unwrap_or(MOST).min(MOST);
        let mut members = self.engine.db.look().await?.members(event, after, most, now).await?;
        tell_apart(members.iter_mut().map(|member| (member.person, &mut member.name)));
        Ok(members)
    }
}
