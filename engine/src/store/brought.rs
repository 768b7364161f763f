//! What each of two people brought who became one, and how it is taken apart again.

use rules::{Instant, Repair, Span};

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId, Platform};
use crate::people::person::Account;
use crate::store::merge::VOID;
use crate::store::{Tx, on};

/// What somebody brought: to an event, or else beside all of them.
#[derive(Debug, Clone)]
pub(crate) struct Brought {
    pub(crate) platform: Platform,
    pub(crate) event: Option<EventId>,
    /// When both became one.
    pub(crate) at: Instant,
    /// Numbers of facts, from the one after the first on.
    pub(crate) facts: (i64, i64),
    pub(crate) what: String,
}

/// Which facts of a membership are whose.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share {
    /// Those that whoever is parted brought.
    pub(crate) facts: (i64, i64),
    /// The last one before both became one.
    pub(crate) last: i64,
    /// How requests of the parted account and of the other one begin.
    pub(crate) keys: (&'static str, &'static str),
    /// Whether what has come since by neither is theirs too.
    pub(crate) has_rest: bool,
}

impl Tx {
    /// Notes what was no event's.
    pub(crate) async fn add_own(
        &mut self,
        person: PersonId,
        platform: Platform,
        own: &str,
        at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into brought (person_id, platform, event_id, at, facts_after, facts_upto, what) values ($1, $2, 0, $3, 0, 0, $4)")
            .bind(person.0).bind(platform.name()).bind(at.0).bind(own).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Notes in which events each of two is or was, and how many facts there are: those of the one who goes come after.
    pub(crate) async fn add_brought(
        &mut self,
        (goes, stays): (PersonId, PersonId),
        [theirs, ours]: [Platform; 2],
        at: Instant,
    ) -> Result<(), Error> {
        for (statement, platform) in [
            ("insert into brought (person_id, platform, event_id, at, facts_after, facts_upto, what)
              select $2, $3, m.event_id, $4, 0, m.facts, '' from membership m where m.person_id = $2 and $1 = $1", ours),
            ("insert into brought (person_id, platform, event_id, at, facts_after, facts_upto, what)
              select $2, $3, m.event_id, $4, coalesce(o.facts, 0), coalesce(o.facts, 0) + m.facts, '' from membership m
              left join membership o on o.event_id = m.event_id and o.person_id = $2 where m.person_id = $1", theirs),
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(goes.0).bind(stays.0).bind(platform.name()).bind(at.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Marks what is a row of its own, and would not be told apart later, by the account it came with.
    pub(crate) async fn mark_brought(
        &mut self,
        (goes, stays): (PersonId, PersonId),
        [theirs, ours]: [Platform; 2],
    ) -> Result<(), Error> {
        for (person, platform) in [(goes, theirs), (stays, ours)] {
            for statement in [
                "update greeting set from_on = $2 where from_person = $1 and from_on = ''",
                "update greeting set to_on = $2 where to_person = $1 and to_on = ''",
                "update block set set_on = $2 where person_id = $1 and set_on = ''",
                "update audit set by_on = $2 where by_person = $1 and by_on = ''",
                "update audit set about_on = $2 where about_person = $1 and about_on = ''",
            ] {
                on!(self, conn => sqlx::query(statement)
                    .bind(person.0).bind(platform.name()).execute(conn).await.map(drop))?;
            }
        }
        // Whom both have blocked, each of them has.
        on!(self, conn => sqlx::query(
            "update block set set_on = '' where person_id = $2
             and blocked_person in (select blocked_person from block where person_id = $1)")
            .bind(goes.0).bind(stays.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Where somebody waits to be let in, and since when.
    pub(crate) async fn asks_of(
        &mut self,
        person: PersonId,
        most: i64,
    ) -> Result<Vec<(EventId, Instant)>, Error> {
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select event_id, asked_at from join_request where person_id = $1 order by event_id limit $2")
            .bind(person.0).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(event, at)| (EventId(event), Instant(at))).collect())
    }

    /// Since when somebody has blocked another one.
    pub(crate) async fn blocked_since(
        &mut self,
        person: PersonId,
        other: PersonId,
    ) -> Result<Option<Instant>, Error> {
        let at: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select at from block where person_id = $1 and blocked_person = $2")
            .bind(person.0).bind(other.0).fetch_optional(conn).await)?;
        Ok(at.map(Instant))
    }

    /// Notes what somebody was in an event that both were in.
    pub(crate) async fn note_stay(
        &mut self,
        of: Membership,
        platform: Platform,
        stay: &str,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update brought set what = $4 where person_id = $1 and platform = $2 and event_id = $3")
            .bind(of.person.0).bind(platform.name()).bind(of.event.0).bind(stay).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn brought(&mut self, person: PersonId) -> Result<Vec<Brought>, Error> {
        type Columns = (String, i64, i64, i64, i64, String);
        let rows: Vec<Columns> = on!(self, conn => sqlx::query_as(
            "select platform, event_id, at, facts_after, facts_upto, what from brought where person_id = $1
             order by platform, event_id")
            .bind(person.0).fetch_all(conn).await)?;
        let read = |(platform, event, at, after, upto, what): Columns| {
            let event = Some(EventId(event)).filter(|event| event.0 != 0);
            let platform = Platform::named(&platform)?;
            Ok(Brought { platform, event, at: Instant(at), facts: (after, upto), what })
        };
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn has_brought(&mut self, person: PersonId) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query_scalar("select exists (select 1 from brought where person_id = $1)")
            .bind(person.0).fetch_one(conn).await)?,
        )
    }

    pub(crate) async fn forget_brought(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from brought where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn chosen_name(&mut self, person: PersonId) -> Result<Option<String>, Error> {
        Ok(on!(self, conn => sqlx::query_scalar("select chosen_name from person where id = $1")
            .bind(person.0).fetch_one(conn).await)?)
    }

    /// The newest events that a person made.
    pub(crate) async fn newest_owned(
        &mut self,
        person: PersonId,
        most: i64,
    ) -> Result<Vec<EventId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from event where owner_id = $1 order by created_at desc limit $2")
            .bind(person.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(EventId).collect())
    }

    pub(crate) async fn has_confirmed_email(&mut self, person: PersonId) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from email where person_id = $1 and address is not null)")
            .bind(person.0).fetch_one(conn).await)?)
    }

    pub(crate) async fn set_zone_known(
        &mut self,
        person: PersonId,
        known: bool,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set zone_known = $2 where id = $1")
            .bind(person.0).bind(known).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Makes an account, with its private chat, that of a new person.
    pub(crate) async fn part_account(
        &mut self,
        person: PersonId,
        fresh: PersonId,
        account: &Account,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into person (id, name, zone, created_at, erase_at) select $2, $3, zone, $4, erase_at from person where id = $1")
            .bind(person.0).bind(fresh.0).bind(&account.name).bind(now.0).execute(conn).await.map(drop))?;
        // What waits there is about somebody else now.
        on!(self, conn => sqlx::query(
            "delete from outbox where state = 'pending' and destination_id in (
                 select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)")
            .bind(person.0).bind(account.platform.name()).bind(&account.external_id).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "update destination set person_id = $4 where person_id = $1 and kind = 'private' and platform = $2 and address = $3")
            .bind(person.0).bind(account.platform.name()).bind(&account.external_id).bind(fresh.0)
            .execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "update account set person_id = $4, linked_at = $5 where person_id = $1 and platform = $2 and external_id = $3")
            .bind(person.0).bind(account.platform.name()).bind(&account.external_id).bind(fresh.0).bind(now.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Every event that a person is or was in.
    pub(crate) async fn events_ever(&mut self, person: PersonId) -> Result<Vec<EventId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select event_id from membership where person_id = $1 order by event_id")
            .bind(person.0).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(EventId).collect())
    }

    /// Whether there are check-ins, taken back or not.
    pub(crate) async fn has_checked_in(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from check_in where event_id = $1 and person_id = $2)")
            .bind(of.event.0).bind(of.person.0).fetch_one(conn).await)?)
    }

    /// Gives a new person the check-ins that are theirs.
    pub(crate) async fn part_check_ins(
        &mut self,
        of: Membership,
        fresh: PersonId,
        share: Share,
    ) -> Result<(), Error> {
        let (own, others) = share.keys;
        on!(self, conn => sqlx::query(
            "update check_in set person_id = $3 where event_id = $1 and person_id = $2 and ((n > $4 and n <= $5)
             or (n > $6 and (key like $7 or ($8 and key not like $9))))")
            .bind(of.event.0).bind(of.person.0).bind(fresh.0).bind(share.facts.0).bind(share.facts.1).bind(share.last)
            .bind(format!("{own}%")).bind(share.has_rest).bind(format!("{others}%")).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Makes a new person a member beside the one whose membership it was; stays and repairs have to be written, and what
    /// is cached has to be worked out anew. Pauses and freezes of the time together are those of both.
    pub(crate) async fn part_membership(
        &mut self,
        of: Membership,
        fresh: PersonId,
        share: Share,
    ) -> Result<(), Error> {
        const FACTS: [&str; 4] = [
            "insert into pause (event_id, person_id, n, at, first_day, last_day, resumed_day)
             select event_id, $3, n, at, first_day, last_day, resumed_day from pause
             where event_id = $1 and person_id = $2 and ((n > $4 and n <= $5) or n > $6)",
            "delete from pause where event_id = $1 and person_id = $2 and n > $4 and n <= $5 and $3 = $3 and $6 = $6",
            "insert into freeze_grant (event_id, person_id, n, at, amount, given_by, day)
             select event_id, $3, n, at, amount, given_by, day from freeze_grant
             where event_id = $1 and person_id = $2 and ((n > $4 and n <= $5) or n > $6)",
            "delete from freeze_grant where event_id = $1 and person_id = $2 and n > $4 and n <= $5 and $3 = $3 and $6 = $6",
        ];
        const REST: [&str; 8] = [
            "insert into membership (event_id, person_id, back_id, facts, wide, rare)
             select event_id, $3, -$3, facts, wide, true from membership where event_id = $1 and person_id = $2",
            "update proof set person_id = $3 where event_id = $1 and person_id = $2
             and key in (select key from check_in where event_id = $1 and person_id = $3)",
            "update proof_file set person_id = $3 where event_id = $1 and person_id = $2
             and proof_id in (select id from proof where event_id = $1 and person_id = $3)",
            "delete from window_tally where event_id = $1 and person_id in ($2, $3)",
            "delete from rank_look where event_id = $1 and person_id in ($2, $3)",
            "delete from snapshot where event_id = $1 and person_id in ($2, $3)",
            // What is cached of it is of other facts.
            "update membership set settled = null, facts = facts + 1, joined_at = 0, rare = true
             where event_id = $1 and person_id = $2 and $3 = $3",
            "delete from membership_span where event_id = $1 and person_id in ($2, $3)",
        ];
        for statement in FACTS {
            on!(self, conn => sqlx::query(statement)
                .bind(of.event.0).bind(of.person.0).bind(fresh.0).bind(share.facts.0).bind(share.facts.1)
                .bind(share.last).execute(conn).await.map(drop))?;
        }
        for statement in REST {
            on!(self, conn => sqlx::query(statement)
                .bind(of.event.0).bind(of.person.0).bind(fresh.0).execute(conn).await.map(drop))?;
        }
        // Apart, both sides of a contest count again.
        on!(self, conn => sqlx::query(
            "update check_in set undone_at = null, undone_by = null
             where event_id = $1 and person_id in ($2, $3) and undone_by = $4")
            .bind(of.event.0).bind(of.person.0).bind(fresh.0).bind(VOID).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Gives a new person the reminders of a membership: all, or those that come to a place of theirs.
    pub(crate) async fn part_reminders(
        &mut self,
        of: Membership,
        fresh: PersonId,
        all: bool,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update reminder set person_id = $3 where event_id = $1 and person_id = $2
             and ($4 or destination_id in (select id from destination where person_id = $3))")
            .bind(of.event.0).bind(of.person.0).bind(fresh.0).bind(all).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Writes the stays and the repairs of a membership, of which there are none.
    pub(crate) async fn write_stays(
        &mut self,
        of: Membership,
        spans: &[Span],
        repairs: &[Repair],
    ) -> Result<(), Error> {
        for (n, span) in spans.iter().enumerate() {
            on!(self, conn => sqlx::query(
                "insert into membership_span (event_id, person_id, n, joined_at, joined_day, left_at, left_day)
                 values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(of.event.0).bind(of.person.0).bind(n as i64).bind(span.joined_at.0).bind(i64::from(span.joined_day.0))
                .bind(span.left.map(|(at, _)| at.0)).bind(span.left.map(|(_, day)| i64::from(day.0)))
                .execute(conn).await.map(drop))?;
        }
        on!(self, conn => sqlx::query("delete from repair where event_id = $1 and person_id = $2")
            .bind(of.event.0).bind(of.person.0).execute(conn).await.map(drop))?;
        for repair in repairs {
            on!(self, conn => sqlx::query(
                "insert into repair (event_id, person_id, day, at, made_by) values ($1, $2, $3, $4, 0) on conflict do nothing")
                .bind(of.event.0).bind(of.person.0).bind(i64::from(repair.day.0)).bind(repair.at.0)
                .execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Gives a new person the badges that follow from what is theirs; they have been told.
    pub(crate) async fn part_badges(
        &mut self,
        of: Membership,
        fresh: PersonId,
        lengths: &[u32],
        now: Instant,
    ) -> Result<(), Error> {
        for length in lengths {
            on!(self, conn => sqlx::query(
                "insert into badge (event_id, person_id, length, reached_at, told_at)
                 select $1, $3, $4, coalesce((select reached_at from badge where event_id = $1 and person_id = $2 and length = $4), $5), $5
                 where true on conflict do nothing")
                .bind(of.event.0).bind(of.person.0).bind(fresh.0).bind(i64::from(*length)).bind(now.0)
                .execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Takes back the badges of a membership that do not follow from its facts any more.
    pub(crate) async fn keep_badges(
        &mut self,
        of: Membership,
        lengths: &[u32],
        now: Instant,
    ) -> Result<(), Error> {
        let known: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select length from badge where event_id = $1 and person_id = $2 and revoked_at is null")
            .bind(of.event.0).bind(of.person.0).fetch_all(conn).await)?;
        for length in known.into_iter().map(|length| length as u32) {
            if !lengths.contains(&length) {
                self.revoke_badge(of, length, now).await?;
            }
        }
        Ok(())
    }
}
