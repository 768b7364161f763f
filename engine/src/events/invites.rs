//! Invite codes: made, redeemed, revoked, and burnt where others could read them.

use rules::Instant;

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::events::Events;
use crate::events::event::{Event, Invite, Overheard};
use crate::ids::{self, EventId, Membership, PersonId};
use crate::store::new_delivery::NewDelivery;

/// Characters of a code: 80 bits, so that nobody guesses one.
const CODE_LENGTH: usize = 16;
const CODE_DAYS: i64 = 7;
const CODE_USES: i64 = 100;

impl Events<'_> {
    /// A new code that lets people into an event for a week.
    pub async fn invite(self, event: EventId, by: PersonId, now: Instant) -> Result<String, Error> {
        self.invite_for(event, by, CODE_DAYS, CODE_USES, now).await
    }

    /// A new code that lets so many people into an event within so many days.
    pub async fn invite_for(
        self,
        event: EventId,
        by: PersonId,
        days: i64,
        uses: i64,
        now: Instant,
    ) -> Result<String, Error> {
        let code = self.engine.ids.code(CODE_LENGTH);
        let mut tx = self.engine.db.write().await?;
        let expires_at = now.plus_s(days * 86_400);
        tx.add_invite(&ids::hash(&code), event, by, now, expires_at, uses).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// Makes all codes of an event worthless, and gives their number.
    pub async fn revoke_invites(self, event: EventId) -> Result<u64, Error> {
        let mut tx = self.engine.db.write().await?;
        let revoked = tx.revoke_invites(event).await?;
        tx.commit().await?;
        Ok(revoked)
    }

    /// The codes of an event that still let people in, the oldest first.
    pub async fn invites(
        self,
        event: EventId,
        now: Instant,
        most: i64,
    ) -> Result<Vec<Invite>, Error> {
        self.engine.db.look().await?.invites(event, now, most).await
    }

    /// Whether a code still lets people into this event.
    pub async fn is_invite(self, event: EventId, code: &str, now: Instant) -> Result<bool, Error> {
        self.engine.db.look().await?.is_invite(event, &ids::hash(code), now).await
    }

    /// The event that a code would let into; the code stays as good as it was.
    pub async fn invited(self, code: &str, now: Instant) -> Result<Option<Event>, Error> {
        let mut tx = self.engine.db.read().await?;
        match tx.invited(&ids::hash(&code.to_ascii_lowercase()), now).await? {
            Some(event) => tx.event(event).await,
            None => Ok(None),
        }
    }

    /// Makes the code of this mark worthless, and gives the number of codes that it was.
    pub async fn revoke_invite(self, event: EventId, mark: &str) -> Result<u64, Error> {
        let mut tx = self.engine.db.write().await?;
        let revoked = tx.revoke_invite(event, mark).await?;
        tx.commit().await?;
        Ok(revoked)
    }

    /// Makes a code worthless that somebody typed where others read, tells the host of its event, and asks the host to let
    /// that person in, if anybody can be told from others there. None where it is no code, or one that its host posted
    /// for everybody to read. Once, however often the request comes.
    pub async fn overhear_invite(
        self,
        code: &str,
        person: Option<PersonId>,
        now: Instant,
    ) -> Result<Option<Overheard>, Error> {
        const LASTS_S: i64 = 3 * 86_400;
        let hash = ids::hash(&code.to_ascii_lowercase());
        let told = format!("overheard:{}:{}", &hash[..16], person.unwrap_or(PersonId(0)));
        let mut tx = self.engine.db.write().await?;
        if let Some(person) = person {
            tx.share_person(person).await?;
        }
        let Some(event) = tx.burn_invite(&hash, now).await? else {
            // The answer may have been lost the first time.
            let is_told = tx.is_enqueued(&told).await?;
            return Ok(is_told.then_some(Overheard { asks: false }));
        };
        let Some(event) = tx.event(event).await? else { return Ok(None) };
        let mut asks = false;
        if let Some(person) = person.filter(|_| event.has_host() && !event.is_over(now)) {
            let of = Membership { event: event.id, person };
            asks = !tx.is_banned(of).await? && !tx.memberships_of(person).await?.contains(&of);
            if asks {
                tx.ask_to_join(of, now).await?;
            }
        }
        if let Some(destination) =
            self.engine.schedule().host_destination(&mut tx, &event, now).await?
        {
            let person = person.unwrap_or(PersonId(0));
            let delivery = NewDelivery {
                id: self.engine.ids.id(now),
                dedupe_key: told,
                destination,
                topic: Topic::CodeOverheard { event: event.id, person },
                not_before: now,
                expires_at: now.plus_s(LASTS_S),
            };
            tx.enqueue(&[delivery]).await?;
        }
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(Some(Overheard { asks }))
    }

    /// Notes that the host of an event posts a code for everybody to read.
    pub async fn post_invite(self, code: &str) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.post_invite(&ids::hash(code)).await?;
        tx.commit().await
    }

    /// The event that a code lets into. A person uses a code up by one, however often it is given, and not at all
    /// who is in already or is kept out. Wrong, expired and used-up codes answer alike.
    pub async fn redeem(
        self,
        code: &str,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<Event>, Error> {
        let mut tx = self.engine.db.write().await?;
        let event = tx.use_invite(&ids::hash(&code.to_ascii_lowercase()), person, now).await?;
        tx.commit().await?;
        match event {
            Some(event) => self.get(event).await,
            None => Ok(None),
        }
    }
}
