//! What parting gives back beside memberships: what somebody runs, sent, got and asked for, and their address.

use rules::Instant;

use crate::error::Error;
use crate::ids::{DestinationId, EventId, Membership, PersonId, Platform};
use crate::store::{Tx, each, on};

impl Tx {
    /// Gives a new person what they run, keeps them out where both were kept out, and lets no reminder of one go
    /// to the other.
    pub(crate) async fn part_rest(
        &mut self,
        (person, fresh): (PersonId, PersonId),
        platform: Platform,
        keys: &str,
        owned: &[EventId],
        since: Instant,
    ) -> Result<(), Error> {
        let give = each!(
            "update event set owner_id = cast(r.value->>2 as bigint) from",
            "where event.id = cast(r.value->>0 as bigint) and event.owner_id = cast(r.value->>1 as bigint)"
        );
        let rows: Vec<_> = owned.iter().map(|event| (*event, person, fresh)).collect();
        self.each(&give, &rows).await?;
        on!(self, conn => sqlx::query(
            "update event set owner_id = $2 where owner_id = $1 and created_at > $3 and made_by like $4")
            .bind(person.0).bind(fresh.0).bind(since.0).bind(format!("{keys}%")).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "update moderator set person_id = $2 where person_id = $1
             and exists (select 1 from community c where c.id = moderator.community_id and c.platform = $3)")
            .bind(person.0).bind(fresh.0).bind(platform.name()).execute(conn).await.map(drop))?;
        // Nobody gets out of what keeps them from others, or others from them, by parting.
        for statement in [
            "insert into ban (event_id, person_id, at, by_person)
             select event_id, $2, at, by_person from ban where person_id = $1 on conflict do nothing",
            "insert into block (person_id, blocked_person, at)
             select $2, blocked_person, at from block where person_id = $1 and set_on = '' on conflict do nothing",
            "insert into block (person_id, blocked_person, at, set_on)
             select person_id, $2, at, set_on from block where blocked_person = $1 on conflict do nothing",
            "insert into silenced_person (community_id, person_id, at)
             select community_id, $2, at from silenced_person where person_id = $1 on conflict do nothing",
            // Of an account that is gone nobody knows any more which of both had blocked it.
            "insert into trace (account_hash, kind, about, at, expires_at)
             select account_hash, kind, $2, at, expires_at from trace where kind = 'block' and about = $1 on conflict do nothing",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(fresh.0).execute(conn).await.map(drop))?;
        }
        for (one, other) in [(person, fresh), (fresh, person)] {
            match self.any_private_destination(one).await? {
                Some(place) => on!(self, conn => sqlx::query(
                    "update reminder set destination_id = $3 where person_id = $1
                     and event_id in (select event_id from membership where person_id = $1)
                     and destination_id in (select id from destination where person_id = $2)")
                    .bind(one.0).bind(other.0).bind(place.0).execute(conn).await.map(drop))?,
                None => on!(self, conn => sqlx::query(
                    "delete from reminder where person_id = $1
                     and event_id in (select event_id from membership where person_id = $1)
                     and destination_id in (select id from destination where person_id = $2)")
                    .bind(one.0).bind(other.0).execute(conn).await.map(drop))?,
            }
        }
        Ok(())
    }

    /// Gives a new person the cheers and nudges, the blocks and the entries of the record that came with their account, and
    /// what is told since by the request or the place it came from.
    pub(crate) async fn part_marked(
        &mut self,
        (person, fresh): (PersonId, PersonId),
        platform: Platform,
        keys: &str,
        since: Instant,
    ) -> Result<(), Error> {
        // What was sent from one side was for whom it met there.
        const MESSAGES: [&str; 2] = [
            "update greeting set from_person = $2 where from_person = $1
             and (from_on = $3 or (from_on = '' and made_by like $4 and $5 = $5))",
            "update greeting set to_person = $2 where to_person = $1
             and (to_on = $3 or (to_on = '' and made_by like $4 and at >= $5))",
        ];
        const RECORD: [&str; 2] = [
            "update audit set by_person = $2 where by_person = $1 and (by_on = $3 or (by_on = '' and at >= $4
             and exists (select 1 from community c where c.id = audit.community_id and c.platform = $3)))",
            "update audit set about_person = $2 where about_person = $1 and (about_on = $3 or (about_on = '' and at >= $4
             and exists (select 1 from membership m where m.event_id = audit.event_id and m.person_id = $2)
             and not exists (select 1 from membership m where m.event_id = audit.event_id and m.person_id = $1)))",
        ];
        const UNMARK: [&str; 5] = [
            "update greeting set from_on = '' where from_person = $1 and from_on <> ''",
            "update greeting set to_on = '' where to_person = $1 and to_on <> ''",
            "update block set set_on = '' where person_id = $1 and set_on <> ''",
            "update audit set by_on = '' where by_person = $1 and by_on <> ''",
            "update audit set about_on = '' where about_person = $1 and about_on <> ''",
        ];
        for statement in MESSAGES {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(fresh.0).bind(platform.name()).bind(format!("{keys}%")).bind(since.0)
                .execute(conn).await.map(drop))?;
        }
        for statement in RECORD {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(fresh.0).bind(platform.name()).bind(since.0)
                .execute(conn).await.map(drop))?;
        }
        on!(self, conn => sqlx::query("update block set person_id = $2 where person_id = $1 and set_on = $3")
            .bind(person.0).bind(fresh.0).bind(platform.name()).execute(conn).await.map(drop))?;
        for of in [person, fresh] {
            for statement in UNMARK {
                on!(self, conn => sqlx::query(statement).bind(of.0).execute(conn).await.map(drop))?;
            }
        }
        Ok(())
    }

    /// Lets somebody wait again to be let in, unless they are in or kept out, or it is over.
    pub(crate) async fn ask_again(&mut self, of: Membership, at: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into join_request (event_id, person_id, asked_at)
             select e.id, cast($2 as bigint), cast($3 as bigint) from event e where e.id = $1 and e.ended_at is null
             and not exists (select 1 from membership m where m.event_id = $1 and m.person_id = $2 and m.member)
             and not exists (select 1 from ban b where b.event_id = $1 and b.person_id = $2) on conflict do nothing")
            .bind(of.event.0).bind(of.person.0).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn give_app(
        &mut self,
        app: &str,
        person: PersonId,
        fresh: PersonId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update app set person_id = $3 where id = $1 and person_id = $2")
            .bind(app).bind(person.0).bind(fresh.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Blocks another one who was the same person for a while.
    pub(crate) async fn block_again(
        &mut self,
        person: PersonId,
        other: PersonId,
        at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into block (person_id, blocked_person, at) values ($1, $2, $3) on conflict do nothing")
            .bind(person.0).bind(other.0).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Whether a place is a person's, or nobody's own.
    pub(crate) async fn may_be_told_at(
        &mut self,
        person: PersonId,
        place: DestinationId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from destination where id = $1 and (person_id = $2 or person_id is null))")
            .bind(place.0).bind(person.0).fetch_one(conn).await)?)
    }

    /// Gives a new person the e-mail address that they brought, unless another was confirmed since.
    pub(crate) async fn part_email(
        &mut self,
        person: PersonId,
        fresh: PersonId,
        since: Instant,
    ) -> Result<(), Error> {
        let moved = on!(self, conn => sqlx::query("update email set person_id = $2 where person_id = $1 and confirmed_at <= $3")
            .bind(person.0).bind(fresh.0).bind(since.0).execute(conn).await.map(|done| done.rows_affected()))?;
        if moved > 0 {
            on!(self, conn => sqlx::query(
                "delete from outbox where state = 'pending' and destination_id in (
                     select id from destination where person_id = $1 and platform = 'email')")
                .bind(person.0).execute(conn).await.map(drop))?;
            on!(self, conn => sqlx::query(
                "update destination set person_id = $2, thread = cast($2 as text) where person_id = $1 and platform = 'email'")
                .bind(person.0).bind(fresh.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;
    use std::collections::BTreeSet;

    /// What linking and parting do with each column that names a person.
    const PARTED: [(&str, &str, &str); 47] = [
        ("account", "person_id", "moves; goes with whoever is parted"),
        (
            "destination",
            "person_id",
            "moves; the private chat of the account goes, and a mailbox with its address",
        ),
        ("clock_setting", "person_id", "noted; each has its own again, with the changes since"),
        ("membership", "person_id", "noted by its facts; each has its own again"),
        ("membership_span", "person_id", "noted; each has its own stays again, with those since"),
        ("check_in", "person_id", "by the numbers of facts, and since by request"),
        ("pause", "person_id", "by the numbers of facts; those since are of both"),
        ("freeze_grant", "person_id", "by the numbers of facts; those since are of both"),
        ("repair", "person_id", "noted; those since are of both"),
        (
            "badge",
            "person_id",
            "united; follows from the facts of each again, and is told to nobody twice",
        ),
        (
            "reminder",
            "person_id",
            "with the event of one; in one of both by their place, and a side that has none then, or those of the other, as noted",
        ),
        ("window_tally", "person_id", "counted anew"),
        ("rank_look", "person_id", "forgotten where both were in: it compares with what was shown"),
        ("snapshot", "person_id", "folded anew"),
        ("proof", "person_id", "goes with its check-in"),
        (
            "proof_file",
            "person_id",
            "goes with its proof; dropped with a side of a contest that does not count",
        ),
        (
            "email",
            "person_id",
            "goes with whoever brought it; one that gave way, waits or is new since is not kept",
        ),
        ("email_asked", "person_id", "stays: it counts against a limit, for a day"),
        (
            "join_request",
            "person_id",
            "noted until a host answers or they are in; those since stay",
        ),
        ("greeting", "from_person", "marked; those since by request"),
        ("greeting", "to_person", "marked; those since by request of whoever sent them"),
        ("block", "person_id", "marked; those since, or of both, are of both"),
        ("block", "blocked_person", "of both: nobody gets out of it"),
        ("ban", "person_id", "of both: nobody gets out of it"),
        ("ban", "by_person", "a number on record; stays as it is"),
        ("silenced_person", "person_id", "of both: nobody gets out of it"),
        ("moderator", "person_id", "goes with the account on the platform of the community"),
        ("moderator", "by_person", "a number on record; stays as it is"),
        ("audit", "by_person", "marked; since by the platform of the community"),
        ("audit", "about_person", "marked; since by the event, where it is of one alone"),
        ("event", "owner_id", "noted; since by request"),
        ("app", "person_id", "noted; those since end, as a token does"),
        (
            "session",
            "person_id",
            "ends on either side: nobody knows by which account it was opened",
        ),
        ("sign_in", "person_id", "ends, as a session does"),
        ("token", "person_id", "ends, as a session does, and so does the link of a calendar"),
        ("passkey", "person_id", "ends, as a session does"),
        ("push_subscription", "person_id", "ends with its session, on linking too"),
        ("challenge", "person_id", "ends"),
        ("app_code", "person_id", "ends"),
        ("link_code", "person_id", "ends: it was made by both"),
        ("link_code", "asked_by", "ends: both had asked"),
        ("invite_use", "person_id", "of whoever stays, for as long as the code is good"),
        ("brought", "person_id", "is what all this goes by; forgotten when it is done"),
        ("repair", "made_by", "a number on record; stays as it is"),
        ("freeze_grant", "given_by", "a number on record; stays as it is"),
        ("amnesty", "given_by", "a number on record; stays as it is"),
        ("invite", "made_by", "a number on record; stays as it is"),
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_says_what_parting_does_with_it() -> Result<(), Error>
    {
        let named: BTreeSet<(String, String)> =
            schema::naming_people().await?.into_iter().collect();
        let known: BTreeSet<(String, String)> = PARTED
            .iter()
            .map(|(table, column, _)| ((*table).to_owned(), (*column).to_owned()))
            .collect();
        let differing: Vec<_> = named.symmetric_difference(&known).collect();
        assert_eq!(differing, Vec::<&(String, String)>::new(), "say what becomes of it");
        Ok(())
    }
}
