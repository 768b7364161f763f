//! Acts of a member, decided and stored by the writer.

use rules::{Action, Change, Decision, Instant, Refusal};

use crate::error::Error;
use crate::ids::{Membership, PersonId};
use crate::memberships::Memberships;

impl Memberships<'_> {
    /// Lets the rules decide about an action and stores what they decided, in one transaction.
    ///
    /// # Errors
    /// [`Error::Refused`] is the rules' answer; everything else is a fault, and nothing was stored. [`Error::Outdated`] where
    /// the person is not there any more.
    pub async fn act(
        self,
        membership: Membership,
        now: Instant,
        mut action: Action,
    ) -> Result<Decision, Error> {
        let (limits, person) = (self.engine.limits(), membership.person);
        if let Action::CheckIn(check_in) = &mut action
            && limits.has_entered_enough(person, now)
        {
            // What was kept already is answered as it was.
            check_in.entries_max = Some(0);
        }
        let decided = self.engine.writer.run(membership, now, action).await;
        let decision = self.unless_gone(person, decided).await?;
        if decision.changes.iter().any(|change| matches!(change, Change::Enter(_))) {
            limits.note_entry(person, now);
        }
        Ok(decision)
    }

    /// Nobody is told that they are not in an event in which they are as the one they became meanwhile.
    pub(crate) async fn unless_gone(
        self,
        person: PersonId,
        decided: Result<Decision, Error>,
    ) -> Result<Decision, Error> {
        if matches!(decided, Err(Error::Refused(Refusal::NotMember)))
            && self.engine.people().get(person).await?.is_none()
        {
            return Err(Error::Outdated);
        }
        decided
    }

    /// Brings the cached numbers and the reminders of a membership up to `now`, and sends what is due.
    pub(crate) async fn touch(self, membership: Membership, now: Instant) -> Result<(), Error> {
        self.engine.writer.run(membership, now, Action::Refresh).await?;
        Ok(())
    }
}
