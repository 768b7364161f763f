//! Cheers and nudges.

use rules::{Day, Instant};

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::people::peer_message::PeerMessage;
use crate::store::{Tx, on};

impl Tx {
    pub(crate) async fn add_peer_message(
        &mut self,
        message: PeerMessage,
        (from, to): (PersonId, PersonId),
        (event, words, request): (EventId, &str, &str),
        day: Day,
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "insert into greeting (kind, from_person, to_person, day, event_id, at, words, made_by)
             select cast($1 as text), cast($2 as bigint), cast($3 as bigint), cast($4 as bigint), $5, $6, $7, $8
             where not exists (
                 select 1 from greeting where kind = $1 and from_person = $2 and to_person = $3 and day = $4)
             on conflict do nothing")
            .bind(message.name()).bind(from.0).bind(to.0).bind(i64::from(day.0)).bind(event.0).bind(now.0)
            .bind(words).bind(request).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Whether the message of a day came with this request.
    pub(crate) async fn is_peer_message_of(
        &mut self,
        message: PeerMessage,
        (from, to): (PersonId, PersonId),
        request: &str,
        day: Day,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from greeting
             where kind = $1 and from_person = $2 and to_person = $3 and day = $4 and made_by = $5)")
            .bind(message.name()).bind(from.0).bind(to.0).bind(i64::from(day.0)).bind(request)
            .fetch_one(conn).await)?)
    }

    /// Whether a person has sent another a message of any kind.
    pub(crate) async fn has_sent(&mut self, from: PersonId, to: PersonId) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from greeting
             where kind in ('cheer', 'nudge') and from_person = $1 and to_person = $2)")
            .bind(from.0).bind(to.0).fetch_one(conn).await)?)
    }

    pub(crate) async fn cheer_words(
        &mut self,
        from: PersonId,
        to: PersonId,
    ) -> Result<String, Error> {
        let words: Option<String> = on!(self, conn => sqlx::query_scalar(
            "select words from greeting where kind = 'cheer' and from_person = $1 and to_person = $2 order by day desc limit 1")
            .bind(from.0).bind(to.0).fetch_optional(conn).await)?;
        Ok(words.unwrap_or_default())
    }

    pub(crate) async fn count_peer_messages(
        &mut self,
        message: PeerMessage,
        to: PersonId,
        since: Instant,
    ) -> Result<u64, Error> {
        let n: i64 = on!(self, conn => sqlx::query_scalar(
            // What two who became one said to each other waits for them to part.
            // Of one day it counts once, also where two who became one have both said it.
            "select count(*) from (
                 select distinct from_person, day from greeting
                 where to_person = $1 and kind = $2 and at > $3 and from_person <> $1) as each_day")
            .bind(to.0).bind(message.name()).bind(since.0).fetch_one(conn).await)?;
        Ok(n.unsigned_abs())
    }
}
