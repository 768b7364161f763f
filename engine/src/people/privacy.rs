//! What is kept of a person: handed out on request, and erased on request after a week in which it can be called
//! off.

use rules::{Action, Instant};
use serde_json::{Value, json};

use crate::error::Error;
use crate::ids::{Membership, PersonId};
use crate::people::People;

/// How long somebody may think it over.
pub const GRACE_S: i64 = 7 * 86_400;
/// When somebody was erased last, and when what lay about of those before was overwritten.
pub(crate) const ERASED: &str = "erased";
const OVERWRITTEN: &str = "erased:overwritten";
const OVERWRITTEN_EACH_S: i64 = 20 * 3600;
/// People erased in one go.
const AT_ONCE: i64 = 16;

impl People<'_> {
    /// Everything that is kept of a person, by table.
    pub async fn export(self, person: PersonId, now: Instant) -> Result<Value, Error> {
        let tables = self.engine.db.read().await?.everything_of(person).await?;
        Ok(json!({"exported_at": now.0, "person": person.to_string(), "tables": tables}))
    }

    /// Asks for everything to be erased a week from now, or calls it off. Gives when it will be.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the person is not there any more, or goes already.
    pub async fn plan_erasure(
        self,
        person: PersonId,
        wanted: bool,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        let at = wanted.then(|| now.plus_s(GRACE_S));
        let mut tx = self.engine.db.write().await?;
        if !tx.plan_erasure(person, at).await? {
            return Err(Error::Outdated);
        }
        tx.commit().await?;
        Ok(at)
    }

    /// Erases those whose week is over, and gives their number.
    pub(crate) async fn erase_due(self, now: Instant) -> Result<usize, Error> {
        let due = self.engine.db.look().await?.due_erasures(now, AT_ONCE).await?;
        for person in &due {
            // Whoever was before them took its time, in which it may have been called off.
            let mut tx = self.engine.db.write().await?;
            let begins = tx.begin_erasure(*person, now).await?;
            tx.commit().await?;
            if begins {
                self.erase(*person, now).await?;
            }
        }
        Ok(due.len())
    }

    /// Leaves every event, so that all rankings are right, and then forgets everything, but for what keeps whoever comes
    /// back with the same account out of events and within limits.
    pub async fn erase(self, person: PersonId, now: Instant) -> Result<(), Error> {
        let memberships: Vec<Membership> = self.engine.memberships().of(person).await?;
        for of in &memberships {
            match self.engine.memberships().act(*of, now, Action::Leave).await {
                Ok(_) | Err(Error::Refused(_) | Error::Outdated) => {}
                Err(fault) => return Err(fault),
            }
        }
        let owned = self.cards_of(person).await?;
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        let accounts = tx.accounts(person).await?;
        if !accounts.is_empty() {
            let key = tx.trace_key(&self.fresh_trace_key()).await?;
            for account in &accounts {
                tx.leave_traces(person, account, &key, now).await?;
            }
        }
        // Boards that are open name whoever has left since their day, too.
        let events = tx.events_ever(person).await?;
        tx.erase(person).await?;
        tx.set_cursor(ERASED, 0, now).await?;
        tx.commit().await?;
        events.into_iter().chain(owned).for_each(|event| self.engine.changed(event));
        Ok(())
    }

    /// Overwrites what was erased wherever the database has left a copy of it: once a day at most, since nothing else is
    /// written meanwhile.
    pub(crate) async fn overwrite_erased(self, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.read().await?;
        let erased = tx.cursor(ERASED).await?.map(|(_, at)| at);
        let overwritten = tx.cursor(OVERWRITTEN).await?.map(|(_, at)| at);
        drop(tx);
        let is_open = erased.is_some_and(|erased| overwritten.is_none_or(|at| at <= erased));
        if !is_open || overwritten.is_some_and(|at| now < at.plus_s(OVERWRITTEN_EACH_S)) {
            return Ok(());
        }
        if !self.engine.db.overwrite().await? {
            return Ok(());
        }
        let mut tx = self.engine.db.write().await?;
        tx.set_cursor(OVERWRITTEN, 0, now).await?;
        tx.commit().await
    }
}
