//! Cheers and nudges: from one person to another, once a day.

use rules::{Day, Instant};

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::people::People;
use crate::people::peer_message::PeerMessage;

impl People<'_> {
    /// Notes a cheer on the day of whoever sends it, with the words that go with it: how many the person got on this
    /// day, or none where this one was sent already. A repeat of the request is the same cheer.
    pub async fn cheer(
        self,
        pair: (PersonId, PersonId),
        what: (EventId, &str, &str),
        day: Day,
        now: Instant,
    ) -> Result<Option<u64>, Error> {
        self.send(PeerMessage::Cheer, pair, what, day, now).await
    }

    /// Notes a nudge, as [`People::cheer`] does a cheer.
    pub async fn nudge(
        self,
        pair: (PersonId, PersonId),
        what: (EventId, &str, &str),
        day: Day,
        now: Instant,
    ) -> Result<Option<u64>, Error> {
        self.send(PeerMessage::Nudge, pair, what, day, now).await
    }

    async fn send(
        self,
        message: PeerMessage,
        (from, to): (PersonId, PersonId),
        (event, words, request): (EventId, &str, &str),
        day: Day,
        now: Instant,
    ) -> Result<Option<u64>, Error> {
        const DAY_S: i64 = 86_400;
        let mut tx = self.engine.db.write().await?;
        if !tx.add_peer_message(message, (from, to), (event, words, request), day, now).await?
            && !tx.is_peer_message_of(message, (from, to), request, day).await?
        {
            return Ok(None);
        }
        let today = tx.count_peer_messages(message, to, now.plus_s(-DAY_S)).await?;
        tx.commit().await?;
        Ok(Some(today))
    }

    /// Whether one person has ever cheered for another, or nudged them.
    pub async fn has_sent(self, from: PersonId, to: PersonId) -> Result<bool, Error> {
        self.engine.db.look().await?.has_sent(from, to).await
    }

    /// The words of the last cheer from one person to another.
    pub async fn cheer_words(self, from: PersonId, to: PersonId) -> Result<String, Error> {
        self.engine.db.look().await?.cheer_words(from, to).await
    }

    /// How many cheers a person got in all.
    pub async fn cheers(self, person: PersonId) -> Result<u64, Error> {
        let mut tx = self.engine.db.read().await?;
        tx.count_peer_messages(PeerMessage::Cheer, person, Instant(i64::MIN)).await
    }
}
