//! From whom people take cheers and nudges, and who is near enough to send them.

use rules::Instant;

use crate::error::Error;
use crate::ids::{CommunityId, PersonId};
use crate::people::peer_message::PeerMessage;
use crate::store::{Tx, on};

impl Tx {
    /// Blocks somebody, unless so many are blocked already.
    pub(crate) async fn block(
        &mut self,
        person: PersonId,
        other: PersonId,
        most: i64,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into block (person_id, blocked_person, at)
             select p.id, o.id, cast($3 as bigint) from person p join person o on o.id = $2
             where p.id = $1 and (select count(*) from block where person_id = $1) < $4 on conflict do nothing")
            .bind(person.0).bind(other.0).bind(now.0).bind(most).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn unblock(
        &mut self,
        person: PersonId,
        other: PersonId,
    ) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from block where person_id = $1 and blocked_person = $2")
            .bind(person.0).bind(other.0).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

    pub(crate) async fn blocks(
        &mut self,
        person: PersonId,
        other: PersonId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from block where person_id = $1 and blocked_person = $2)")
            .bind(person.0).bind(other.0).fetch_one(conn).await)?)
    }

    /// Whom a person has blocked, the last first, by their names.
    pub(crate) async fn blocked(
        &mut self,
        person: PersonId,
        most: i64,
    ) -> Result<Vec<(PersonId, String)>, Error> {
        let rows: Vec<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select o.id, o.name from block b join person o on o.id = b.blocked_person
             where b.person_id = $1 order by b.at desc, o.id limit $2")
            .bind(person.0).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
    }

    /// Whether a person takes messages of a kind from somebody: neither switched off, nor from whom they have blocked.
    pub(crate) async fn takes(
        &mut self,
        message: PeerMessage,
        person: PersonId,
        from: PersonId,
    ) -> Result<bool, Error> {
        let statement = match message {
            PeerMessage::Cheer => {
                "select exists (select 1 from person p where p.id = $1 and p.cheers
                 and not exists (select 1 from block b where b.person_id = p.id and b.blocked_person = $2))"
            }
            PeerMessage::Nudge => {
                "select exists (select 1 from person p where p.id = $1 and p.nudges
                 and not exists (select 1 from block b where b.person_id = p.id and b.blocked_person = $2))"
            }
        };
        Ok(on!(self, conn => sqlx::query_scalar(statement)
            .bind(person.0).bind(from.0).fetch_one(conn).await)?)
    }

    /// Whether two people are in one event.
    pub(crate) async fn share_event(
        &mut self,
        one: PersonId,
        other: PersonId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from membership m
             join membership o on o.event_id = m.event_id and o.person_id = $2 and o.member
             where m.person_id = $1 and m.member)")
            .bind(one.0).bind(other.0).fetch_one(conn).await)?)
    }

    /// Whether a person is in an event that everybody may see.
    pub(crate) async fn is_in_public(&mut self, person: PersonId) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from membership m join event e on e.id = m.event_id
             where m.person_id = $1 and m.member and e.visibility = 'public' and e.draft is null)")
            .bind(person.0).fetch_one(conn).await)?)
    }

    /// Whether a person is or was in an event of a community, or in one that is told there, or runs one of them or the
    /// community. What is for few is known to its own people alone, unless it is told there.
    pub(crate) async fn is_known_in(
        &mut self,
        person: PersonId,
        community: CommunityId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from moderator where community_id = $2 and person_id = $1)
             or exists (select 1 from event where owner_id = $1 and community_id = $2 and visibility <> 'invite')
             or exists (select 1 from membership m join event e on e.id = m.event_id
                 where m.person_id = $1 and ((e.community_id = $2 and e.visibility <> 'invite') or exists (
                     select 1 from event_destination t
                     join destination d on d.id = t.destination_id and d.community_id = $2 where t.event_id = e.id)))")
            .bind(person.0).bind(community.0).fetch_one(conn).await)?)
    }
}
