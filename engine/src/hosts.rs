//! What hosts and managers may do: who they are, whom they let in or shut out, and what stays on record of it.

use crate::{CommunityId, DeedId, Engine, Error, Event, EventId, Membership, PersonId};
use rules::{Instant, Wish};

/// Deeds that are read at a time.
const DEEDS_MAX: u32 = 50;

/// How somebody may enter an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Open,
    /// A host has to say yes; whether it was asked for already.
    Approval {
        asked: bool,
    },
    Banned,
}

/// Something that a host or manager did, or a member to his own past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub id: DeedId,
    pub at: Instant,
    pub by: PersonId,
    /// A word for it, such as `repair`.
    pub what: String,
    pub about: Option<PersonId>,
    /// The title of the event it was done in, as it is now; empty where it was done in none.
    pub title: String,
    /// A reason, or a day.
    pub detail: String,
}

/// Where a deed is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    pub community: Option<CommunityId>,
    pub event: Option<EventId>,
}

impl Record {
    pub fn of(event: &Event) -> Record {
        Record { community: event.community, event: Some(event.id) }
    }

    /// For those who host the event, and not for the record of its community.
    pub fn within(event: EventId) -> Record {
        Record { community: None, event: Some(event) }
    }
}

/// Whose record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordOf {
    Community(CommunityId),
    Event(EventId),
}

/// Which part of a record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordPart {
    Newest,
    OlderThan(DeedId),
    NewerThan(DeedId),
}

/// A part of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deeds {
    /// Newest first; what is newer than a deed begins with the one next to it.
    pub deeds: Vec<Deed>,
    pub has_newer: bool,
    pub has_older: bool,
}

impl Engine {
    /// Whether a person hosts an event: made it, or helps to run its community.
    pub async fn is_host(&self, person: PersonId, event: &Event) -> Result<bool, Error> {
        if event.owner == person {
            return Ok(true);
        }
        match event.community {
            Some(community) => self.is_moderator(community, person).await,
            None => Ok(false),
        }
    }

    pub async fn is_moderator(
        &self,
        community: CommunityId,
        person: PersonId,
    ) -> Result<bool, Error> {
        Ok(self.db.read().await?.moderators(community).await?.contains(&person))
    }

    pub async fn moderators(&self, community: CommunityId) -> Result<Vec<PersonId>, Error> {
        self.db.read().await?.moderators(community).await
    }

    /// Makes a person a moderator, or not any more.
    pub async fn set_moderator(
        &self,
        community: CommunityId,
        person: PersonId,
        is_one: bool,
        by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        tx.set_moderator(community, person, is_one, by, now).await?;
        tx.commit().await
    }

    /// Writes down what a host or manager did, or a member to his own past.
    pub async fn note_deed(
        &self,
        record: Record,
        by: PersonId,
        (what, about, detail): (&str, Option<PersonId>, &str),
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        let id = DeedId(self.ids.id(now));
        let (what, detail) = (what.to_owned(), detail.to_owned());
        let title = String::new();
        tx.note_deed(record, &Deed { id, at: now, by, what, about, title, detail }).await?;
        tx.commit().await
    }

    /// A part of a record, with so many deeds at most. Of the record of a community somebody reads what was done in
    /// events that they may know; the others do not exist for them.
    pub async fn deeds(
        &self,
        of: RecordOf,
        part: RecordPart,
        reader: PersonId,
        most: u32,
    ) -> Result<Deeds, Error> {
        let most = most.min(DEEDS_MAX);
        // One more than is wanted says whether it goes on.
        let mut deeds = self.db.read().await?.deeds(of, part, reader, most + 1).await?;
        let goes_on = deeds.len() > most as usize;
        deeds.truncate(most as usize);
        let (has_newer, has_older) = match part {
            RecordPart::Newest => (false, goes_on),
            RecordPart::OlderThan(_) => (true, goes_on),
            RecordPart::NewerThan(_) => (goes_on, true),
        };
        Ok(Deeds { deeds, has_newer, has_older })
    }

    /// How this person may enter an event.
    pub async fn entry(&self, event: &Event, person: PersonId) -> Result<Entry, Error> {
        let mut tx = self.db.read().await?;
        let of = Membership { event: event.id, person };
        if tx.is_banned(of).await? {
            return Ok(Entry::Banned);
        }
        if !event.approval || event.owner == person {
            return Ok(Entry::Open);
        }
        Ok(Entry::Approval { asked: tx.has_asked(of).await? })
    }

    /// Asks a host to be let in.
    pub async fn ask_to_join(&self, of: Membership, now: Instant) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        tx.ask_to_join(of, now).await?;
        tx.commit().await
    }

    /// A host's answer to somebody who asked; false where nobody asks (any more).
    pub async fn answer_join(
        &self,
        of: Membership,
        let_in: bool,
        now: Instant,
    ) -> Result<bool, Error> {
        let mut tx = self.db.read().await?;
        let waits = tx.has_asked(of).await? && !tx.is_banned(of).await?;
        drop(tx);
        if waits && let_in {
            match self.act(of, now, Wish::Join).await {
                Ok(_) | Err(Error::Refused(rules::Refusal::AlreadyMember)) => {}
                Err(other) => return Err(other),
            }
        }
        let mut tx = self.db.write().await?;
        let asked = tx.close_ask(of).await?;
        tx.commit().await?;
        Ok(waits && asked)
    }

    /// Those who wait to be let in, oldest first.
    pub async fn asking(&self, event: EventId) -> Result<Vec<PersonId>, Error> {
        self.db.read().await?.asking(event).await
    }

    /// Takes a person out of an event; a ban keeps him out.
    pub async fn remove(
        &self,
        of: Membership,
        ban: bool,
        by: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        if ban {
            let mut tx = self.db.write().await?;
            tx.ban(of, by, now).await?;
            tx.commit().await?;
        }
        match self.act(of, now, Wish::Leave).await {
            Ok(_) => Ok(()),
            // Nobody has to be in to be kept out.
            Err(Error::Refused(rules::Refusal::NotMember)) if ban => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Lets a person in again who was kept out; false where that was not so.
    pub async fn pardon(&self, of: Membership) -> Result<bool, Error> {
        let mut tx = self.db.write().await?;
        let pardoned = tx.pardon(of).await?;
        tx.commit().await?;
        Ok(pardoned)
    }
}
