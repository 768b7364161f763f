//! What the board of a day goes by: a row of each member, and what its event rests on.

use rules::{Day, Days, Instant};

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::memberships::members::Member;
use crate::store::{Tx, on};

/// The rules of an event, and how many amnesties it has: what follows from facts changes with either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    rules: String,
    amnesties: i64,
}

impl Stamp {
    pub(crate) fn has_amnesties(&self) -> bool {
        self.amnesties > 0
    }
}

/// A member who is in the rankings, or was when a day closed.
pub(crate) struct DayMember {
    pub(crate) person: PersonId,
    /// How many facts there are of them.
    pub(crate) facts: i64,
    pub(crate) current: u32,
    pub(crate) longest: u32,
    pub(crate) total: u32,
    pub(crate) joined_at: Instant,
    pub(crate) alive_until: Instant,
}

impl Tx {
    pub(crate) async fn day_stamp(&mut self, event: EventId) -> Result<Option<Stamp>, Error> {
        let row: Option<(String, i64)> = on!(self, conn => sqlx::query_as(
            "select e.rules, (select count(*) from amnesty a where a.event_id = e.id) from event e where e.id = $1")
            .bind(event.0).fetch_optional(conn).await)?;
        Ok(row.map(|(rules, amnesties)| Stamp { rules, amnesties }))
    }

    /// How many facts there are of each who ever was in an event, of up to so many.
    pub(crate) async fn facts_of(
        &mut self,
        event: EventId,
        most: usize,
    ) -> Result<Vec<(PersonId, i64)>, Error> {
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select person_id, facts from membership where event_id = $1 order by person_id limit $2")
            .bind(event.0).bind(most as i64).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(person, facts)| (PersonId(person), facts)).collect())
    }

    /// The members of an event after a person, in the order of their ids.
    pub(crate) async fn members(
        &mut self,
        event: EventId,
        after: PersonId,
        most: i64,
        now: Instant,
    ) -> Result<Vec<Member>, Error> {
        let rows: Vec<(i64, String, i64, i64, i64, i64, i64)> = on!(self, conn => sqlx::query_as(
            "select m.person_id, p.name, m.joined_at, m.current, m.longest, m.total, m.alive_until
             from membership m join person p on p.id = m.person_id
             where m.event_id = $1 and m.person_id > $2 and m.member order by m.person_id limit $3")
            .bind(event.0).bind(after.0).bind(most).fetch_all(conn).await)?;
        let read = |(person, name, joined_at, current, longest, total, alive_until)| Member {
            person: PersonId(person),
            name,
            joined_at: Instant(joined_at),
            current: if alive_until > now.0 { current as u32 } else { 0 },
            longest: longest as u32,
            total: total as u32,
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// The amnesties of an event that were given before an instant.
    pub(crate) async fn amnesties_by(
        &mut self,
        event: EventId,
        at: Instant,
    ) -> Result<Vec<Days>, Error> {
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(
            "select first_day, last_day from amnesty where event_id = $1 and at < $2 order by n")
            .bind(event.0).bind(at.0).fetch_all(conn).await)?;
        let days = |(first, last)| Days { first: Day(first as i32), last: Day(last as i32) };
        Ok(rows.into_iter().map(days).collect())
    }

    /// Those who have left an event since a label closed for them, of people who do not hide and are not kept out, up to
    /// so many.
    pub(crate) async fn left_after(
        &mut self,
        event: EventId,
        last: Day,
        most: i64,
    ) -> Result<Vec<DayMember>, Error> {
        type Columns = (i64, i64, i64, i64, i64, i64, i64);
        let rows: Vec<Columns> = on!(self, conn => sqlx::query_as(
            "select m.person_id, m.facts, m.current, m.longest, m.total, m.joined_at, m.alive_until
             from membership_span s join membership m on m.event_id = s.event_id and m.person_id = s.person_id and not m.member
             join person p on p.id = m.person_id and not p.hidden
             where s.event_id = $1 and s.left_day is not null and s.left_day > $2 and s.joined_day <= $2
             and not exists (select 1 from ban b where b.event_id = s.event_id and b.person_id = s.person_id)
             order by m.person_id limit $3")
            .bind(event.0).bind(i64::from(last.0)).bind(most).fetch_all(conn).await)?;
        let read = |row: Columns| DayMember {
            person: PersonId(row.0),
            facts: row.1,
            current: row.2 as u32,
            longest: row.3 as u32,
            total: row.4 as u32,
            joined_at: Instant(row.5),
            alive_until: Instant(row.6),
        };
        let mut left: Vec<DayMember> = rows.into_iter().map(read).collect();
        left.dedup_by_key(|member| member.person);
        Ok(left)
    }

    /// The members of an event who are in its rankings, after a person, in the order of their ids. They come as one
    /// text, since a board is drawn again and again, and each row read by itself has its price.
    pub(crate) async fn day_members(
        &mut self,
        event: EventId,
        after: PersonId,
        most: i64,
    ) -> Result<Vec<DayMember>, Error> {
        macro_rules! members {
            ($gather:literal) => {
                concat!(
                    "select ",
                    $gather,
                    "(person_id || ' ' || facts || ' ' || current || ' ' || longest || ' ' || total || ' ' || joined_at
                         || ' ' || alive_until, ';')
                     from (select person_id, facts, current, longest, total, joined_at, alive_until from membership
                         where event_id = $1 and person_id > $2 and ranked order by person_id limit $3) as members"
                )
            };
        }
        let statement = match self {
            Tx::Sqlite(_) => members!("group_concat"),
            Tx::Postgres(_) => members!("string_agg"),
        };
        let rows: Option<String> = on!(self, conn => sqlx::query_scalar(statement)
            .bind(event.0).bind(after.0).bind(most).fetch_one(conn).await)?;
        let unreadable = || Error::Unreadable { what: "member", why: "of a board".to_owned() };
        let read = |row: &str| {
            let mut numbers = row.split(' ').map(|number| number.parse::<i64>().ok());
            let mut next = || numbers.next().flatten();
            Some(DayMember {
                person: PersonId(next()?),
                facts: next()?,
                current: next()? as u32,
                longest: next()? as u32,
                total: next()? as u32,
                joined_at: Instant(next()?),
                alive_until: Instant(next()?),
            })
        };
        let rows = rows.unwrap_or_default();
        let rows = rows.split(';').filter(|row| !row.is_empty());
        let mut members: Vec<DayMember> =
            rows.map(read).collect::<Option<_>>().ok_or_else(unreadable)?;
        // Neither database promises in which order it gathers.
        members.sort_unstable_by_key(|member| member.person);
        Ok(members)
    }
}
