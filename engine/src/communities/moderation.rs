//! What hosts and managers may do: who they are, whom they let in or shut out, and what stays on record of it.

use rules::Instant;

use crate::communities::Communities;
use crate::communities::audit::{AuditEntry, AuditPage, Record, RecordOf, RecordPart};
use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::ids::{AuditId, CommunityId, PersonId};
use crate::store::new_delivery::NewDelivery;

/// Entries that are read at a time.
const ENTRIES_MAX: u32 = 50;
/// How long it is news to somebody that they are a moderator.
const NEWS_S: i64 = 3 * DAY_S;
const DAY_S: i64 = 86_400;

impl Communities<'_> {
    pub async fn moderators(self, community: CommunityId) -> Result<Vec<PersonId>, Error> {
        self.engine.db.look().await?.moderators(community).await
    }

    /// Makes a person a moderator, or not any more, and tells them so where that is new.
    pub async fn set_moderator(
        self,
        community: CommunityId,
        person: PersonId,
        is_one: bool,
        by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        if tx.set_moderator(community, person, is_one, by, now).await?
            && let Some(destination) =
                self.engine.schedule().person_destination(&mut tx, person, now).await?
        {
            // Whoever turns it on and off writes to nobody by that: either is news once a day.
            let today = now.0.div_euclid(DAY_S);
            let told = NewDelivery {
                id: self.engine.ids.id(now),
                dedupe_key: format!("moderator:{community}:{person}:{is_one}:{today}"),
                destination,
                topic: Topic::Moderator { community, person, is_one },
                not_before: now,
                expires_at: now.plus_s(NEWS_S),
            };
            tx.enqueue(&[told]).await?;
        }
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }

    /// Writes down what a host or manager did, or a member to their own past.
    pub async fn record_audit(
        self,
        record: Record,
        by: PersonId,
        (what, about, detail): (&str, Option<PersonId>, &str),
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        let id = AuditId(self.engine.ids.id(now));
        let (what, detail) = (what.to_owned(), detail.to_owned());
        let title = String::new();
        tx.record_audit(record, &AuditEntry { id, at: now, by, what, about, title, detail })
            .await?;
        tx.commit().await
    }

    /// A part of a record, with so many entries at most. Of the record of a community somebody reads what was done in
    /// events that they may know; the others do not exist for them.
    pub async fn audit(
        self,
        of: RecordOf,
        part: RecordPart,
        reader: PersonId,
        most: u32,
    ) -> Result<AuditPage, Error> {
        let most = most.min(ENTRIES_MAX);
        // One more than is wanted says whether it goes on.
        let mut entries = self.engine.db.look().await?.entries(of, part, reader, most + 1).await?;
        let goes_on = entries.len() > most as usize;
        entries.truncate(most as usize);
        let (has_newer, has_older) = match part {
            RecordPart::Newest => (false, goes_on),
            RecordPart::OlderThan(_) => (true, goes_on),
            RecordPart::NewerThan(_) => (goes_on, true),
        };
        Ok(AuditPage { entries, has_newer, has_older })
    }
}
