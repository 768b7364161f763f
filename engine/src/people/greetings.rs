//! Cheers and nudges: from one person to another, once a day.

use rules::{Day, Instant};

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::people::People;
use crate::people::greeting::{Greeted, Greeting};

impl People<'_> {
    /// Notes a greeting on the day of whoever sends it, with the words that go with it. A repeat of the request is the
    /// same greeting.
    pub async fn greet(
        self,
        greeting: Greeting,
        (from, to): (PersonId, PersonId),
        (event, words, request): (EventId, &str, &str),
        day: Day,
        now: Instant,
    ) -> Result<Greeted, Error> {
        const DAY_S: i64 = 86_400;
        let mut tx = self.engine.db.write().await?;
        if !tx.add_greeting(greeting, (from, to), (event, words, request), day, now).await?
            && !tx.is_greeting_of(greeting, (from, to), request, day).await?
        {
            return Ok(Greeted::Again);
        }
        let today = tx.count_greetings(greeting, to, now.plus_s(-DAY_S)).await?;
        tx.commit().await?;
        Ok(Greeted::Given { today })
    }

    /// The words of the last cheer from one person to another.
    pub async fn cheer_words(self, from: PersonId, to: PersonId) -> Result<String, Error> {
        self.engine.db.read().await?.cheer_words(from, to).await
    }

    /// How many cheers a person got in all.
    pub async fn cheers(self, person: PersonId) -> Result<u64, Error> {
        let mut tx = self.engine.db.read().await?;
        tx.count_greetings(Greeting::Cheer, person, Instant(i64::MIN)).await
    }
}
