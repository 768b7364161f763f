//! Who may join, who asks to, and who was taken out.

use rules::{Action, Instant};

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{EventId, Membership, PersonId};
use crate::limits::{Limits, OF_PERSON_MAX};
use crate::memberships::Memberships;
use crate::memberships::entry::{Answered, Entry, Notice, Removal};
use crate::rights;
use crate::store::Tx;
use crate::store::new_delivery::NewDelivery;

impl Memberships<'_> {
    /// How this person may enter an event.
    pub async fn entry(
        self,
        event: &Event,
        person: PersonId,
        now: Instant,
    ) -> Result<Entry, Error> {
        let mut tx = self.engine.db.read().await?;
        let of = Membership { event: event.id, person };
        if tx.is_banned(of).await? {
            return Ok(Entry::Banned);
        }
        if let Some(one_too_many) = self.one_too_many(&mut tx, of, now).await? {
            return Ok(one_too_many);
        }
        if !event.approval || event.owner == person {
            return Ok(Entry::Open);
        }
        Ok(Entry::Approval)
    }

    /// Whether somebody who is not in an event would be one too many in it, or it one too many for them.
    async fn one_too_many(
        self,
        tx: &mut Tx,
        of: Membership,
        now: Instant,
    ) -> Result<Option<Entry>, Error> {
        let Limits { event_members, joined_events, .. } = self.engine.limits().settings();
        if tx.is_member(of).await? {
            return Ok(None);
        }
        if event_members > 0 {
            let members = tx.count_members(&[of.event]).await?;
            if members.get(&of.event).is_some_and(|members| *members >= u64::from(event_members)) {
                return Ok(Some(Entry::Full));
            }
        }
        if joined_events > 0 {
            let mine = tx.events_of(of.person).await?;
            let lasting = mine.iter().filter(|event| !event.is_over(now)).count();
            if lasting >= (joined_events as usize).min(OF_PERSON_MAX) {
                return Ok(Some(Entry::TooMany));
            }
        }
        Ok(None)
    }

    /// Makes somebody a member where there is room for them and nobody keeps them out, which [`Entry::Open`] says. Both are
    /// read where it is written: many at once are no more than one after another, and nobody slips in who is just kept out.
    ///
    /// # Errors
    /// [`Error::Refused`] is the rules' answer, as that they are in it already. [`Error::Outdated`] where they are not there
    /// any more.
    pub async fn join(self, of: Membership, now: Instant) -> Result<Entry, Error> {
        self.enter(of, false, None, now).await
    }

    /// The same; where it `lets_in` somebody who asked, [`Entry::Approval`] says that nobody asks any more.
    async fn enter(
        self,
        of: Membership,
        lets_in: bool,
        told: Option<NewDelivery>,
        now: Instant,
    ) -> Result<Entry, Error> {
        let limits = self.engine.limits().settings();
        let decided = self.engine.writer.join(of, now, limits, lets_in, told).await;
        match self.unless_gone(of.person, decided).await {
            Ok(_) => Ok(Entry::Open),
            Err(Error::NoRoom(entry)) => Ok(entry),
            Err(other) => Err(other),
        }
    }

    /// Asks a host to be let in; gives since when they ask, or none who are in or kept out by now.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the person is not there any more.
    pub async fn ask_to_join(self, of: Membership, now: Instant) -> Result<Option<Instant>, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.share_person(of.person).await?;
        tx.ask_to_join(of, now).await?;
        let since = tx.asks_since(of).await?;
        tx.commit().await?;
        Ok(since)
    }

    /// A host's answer to somebody who asked, who is told of it in the same transaction. By the key of what is told, an
    /// answer that is given again is as settled as it was.
    pub async fn answer_join(
        self,
        of: Membership,
        let_in: bool,
        notice: Option<Notice>,
        now: Instant,
    ) -> Result<Answered, Error> {
        const LASTS_S: i64 = 3 * 86_400;
        let mut tx = self.engine.db.read().await?;
        let waits = tx.asks_since(of).await?.is_some();
        let was_given = match &notice {
            Some(notice) if !waits => tx.is_enqueued(&notice.key).await?,
            _ => false,
        };
        drop(tx);
        if was_given {
            return Ok(Answered::Settled);
        }
        // Who asks anew from here on is asked about anew.
        if !waits {
            return Ok(Answered::Gone);
        }
        let told = notice.map(|notice| NewDelivery {
            id: self.engine.ids.id(now),
            dedupe_key: notice.key,
            destination: notice.place,
            topic: notice.topic,
            not_before: now,
            expires_at: now.plus_s(LASTS_S),
        });
        if let_in {
            match self.enter(of, true, told, now).await {
                // The request went with it.
                Ok(Entry::Open) => return Ok(Answered::Settled),
                // Another host was faster.
                Ok(Entry::Approval) => return Ok(Answered::Gone),
                Ok(Entry::Full) => return Ok(Answered::Full),
                Ok(Entry::TooMany) => return Ok(Answered::TooMany),
                // Nobody is told that they were let in who cannot come in, or are in already.
                Ok(Entry::Banned) | Err(Error::Refused(rules::Refusal::AlreadyMember)) => {
                    let mut tx = self.engine.db.write().await?;
                    tx.close_ask(of).await?;
                    tx.commit().await?;
                    return Ok(Answered::Gone);
                }
                Err(other) => return Err(other),
            }
        }
        let mut tx = self.engine.db.write().await?;
        if !tx.close_ask(of).await? {
            return Ok(Answered::Gone);
        }
        tx.enqueue(&Vec::from_iter(told)).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(Answered::Settled)
    }

    /// Whether somebody waits to be let in.
    pub async fn asks(self, of: Membership) -> Result<bool, Error> {
        Ok(self.engine.db.look().await?.asks_since(of).await?.is_some())
    }

    /// Those who wait to be let in, oldest first.
    pub async fn asking(self, event: EventId) -> Result<Vec<PersonId>, Error> {
        self.engine.db.look().await?.asking(event).await
    }

    /// Whether somebody is or was in an event, or a round after it that `by` hosts as well, asks to be let in, or is kept
    /// out: whoever runs it knows of them.
    pub async fn is_known(self, of: Membership, by: PersonId) -> Result<bool, Error> {
        let mut tx = self.engine.db.look().await?;
        let rounds = tx.rounds(of.event).await?;
        for round in rights::hosted_rounds(&mut tx, rounds, by).await? {
            if tx.is_known(Membership { event: round.id, ..of }).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes a person out of an event; a ban keeps them out of it and of the rounds after it that `by` hosts as well.
    ///
    /// # Errors
    /// [`Error::Outdated`] where the person is not there any more.
    pub async fn remove(
        self,
        of: Membership,
        ban: bool,
        by: PersonId,
        now: Instant,
    ) -> Result<Removal, Error> {
        let (mut events, mut removal) = (vec![of.event], Removal::default());
        if ban {
            let mut tx = self.engine.db.write().await?;
            // What is decided about somebody who is one with another by now would be about nobody.
            tx.share_person(of.person).await?;
            let rounds = tx.take_rounds(of.event).await?;
            removal.rounds = rights::hosted_rounds(&mut tx, rounds, by).await?;
            events = removal.rounds.iter().map(|round| round.id).collect();
            tx.ban(of, by, now).await?;
            for event in &events {
                tx.carry_ban(of, *event).await?;
            }
            tx.commit().await?;
        }
        for event in events {
            let of = Membership { event, ..of };
            match self.act(of, now, Action::Leave).await {
                Ok(_) => removal.left.push(of),
                // Nobody has to be in to be kept out, and whoever was may still stand on a board.
                Err(Error::Refused(rules::Refusal::NotMember)) if ban => self.engine.changed(event),
                Err(other) => return Err(other),
            }
        }
        Ok(removal)
    }

    /// Lets a person in again who was kept out of an event, and out of the rounds after it by the same ban, as far as `by`
    /// hosts them. Gives what they may join again, the event first.
    ///
    /// # Errors
    /// As of [`Memberships::remove`].
    pub async fn pardon(self, of: Membership, by: PersonId) -> Result<Vec<Event>, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.share_person(of.person).await?;
        let rounds = tx.take_rounds(of.event).await?;
        let mut pardoned = vec![];
        // The ban of the event says which ones are the same, and goes last.
        for round in rights::hosted_rounds(&mut tx, rounds, by).await?.into_iter().rev() {
            if tx.pardon(of, round.id).await? {
                pardoned.push(round);
            }
        }
        tx.commit().await?;
        pardoned.reverse();
        Ok(pardoned)
    }
}
