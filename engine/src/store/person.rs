//! People, their accounts and their clocks.

use rules::reminder::TimeOfDay;
use rules::{ClockChange, Instant, Setting, Zone};
use std::collections::HashMap;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId, Platform};
use crate::people::person::{Account, Person, Quiet};
use crate::store::membership::{key, read_rules, read_setting};
use crate::store::{Tx, each, on};

type PersonRow = (
    i64,
    String,
    String,
    Option<String>,
    String,
    i64,
    bool,
    bool,
    String,
    Option<i64>,
    Option<i64>,
    bool,
    bool,
    bool,
    Option<i64>,
);

impl Tx {
    /// The person behind an account, and the names the account had when it was last seen.
    pub(crate) async fn person_of(
        &mut self,
        account: &Account,
    ) -> Result<Option<(Person, String, Option<String>)>, Error> {
        let row: Option<(i64, String, Option<String>)> = on!(self, conn => sqlx::query_as(
            "select person_id, name, handle from account where platform = $1 and external_id = $2")
            .bind(account.platform.name()).bind(&account.external_id).fetch_optional(conn).await)?;
        let Some((id, name, handle)) = row else { return Ok(None) };
        Ok(self.person(PersonId(id)).await?.map(|person| (person, name, handle)))
    }

    pub(crate) async fn person(&mut self, id: PersonId) -> Result<Option<Person>, Error> {
        let row: Option<PersonRow> = on!(self, conn => sqlx::query_as(
            "select p.id, p.name, p.about, p.locale, coalesce(c.zone, p.zone), coalesce(c.day_start, p.day_start), p.zone_known,
             p.hidden, p.interests, p.quiet_from, p.quiet_to, p.nudges, p.cheers, p.milestones, p.erase_at
             from person p left join clock_setting c on c.person_id = p.id
             and c.n = (select max(n) from clock_setting where person_id = $1) where p.id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// The names of people.
    pub(crate) async fn names(
        &mut self,
        of: &[PersonId],
    ) -> Result<HashMap<PersonId, String>, Error> {
        let statement = each!(
            "select p.id, p.name from",
            "join person p on p.id = cast(r.value->>0 as bigint)"
        );
        let rows: Vec<[PersonId; 1]> = of.iter().map(|person| [*person]).collect();
        let rows: Vec<(i64, String)> = self.all(&statement, &rows).await?;
        Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
    }

    /// Finds or makes the person behind an account, and notes the name that the account has now.
    pub(crate) async fn meet(
        &mut self,
        account: &Account,
        guess: Zone,
        fresh: PersonId,
        now: Instant,
    ) -> Result<Person, Error> {
        if let Tx::Postgres(tx) = self {
            // Whoever links, parts or erases takes people before their accounts.
            sqlx::query(
                "select 1 from person where id = (
                     select person_id from account where platform = $1 and external_id = $2) for no key update",
            )
            .bind(account.platform.name())
            .bind(&account.external_id)
            .execute(tx.conn())
            .await?;
        }
        // A name that somebody gave up may be somebody else's now.
        on!(self, conn => sqlx::query(
            "update account set handle = null where platform = $1 and handle = $2 and external_id <> $3")
            .bind(account.platform.name()).bind(&account.handle).bind(&account.external_id).execute(conn).await.map(drop))?;
        let id: i64 = on!(self, conn => sqlx::query_scalar(
            "insert into account (platform, external_id, person_id, name, linked_at, handle) values ($1, $2, $3, $4, $5, $6)
             on conflict (platform, external_id) do update set name = excluded.name, handle = excluded.handle returning person_id")
            .bind(account.platform.name()).bind(&account.external_id).bind(fresh.0).bind(&account.name).bind(now.0)
            .bind(&account.handle).fetch_one(conn).await)?;
        on!(self, conn => sqlx::query(
            "insert into person (id, name, zone, created_at) values ($1, $2, $3, $4)
             on conflict (id) do update set name = coalesce(person.chosen_name, excluded.name)")
            .bind(id).bind(&account.name).bind(guess.name()).bind(now.0).execute(conn).await.map(drop))?;
        if id == fresh.0 {
            self.follow_traces(fresh, account, now).await?;
        }
        let person = self.person(PersonId(id)).await?;
        person.ok_or(Error::Unreadable { what: "person", why: "gone while being met".to_owned() })
    }

    /// Those who are in an event with a person, unless they hide: of the newest events first, so many at most, once for each
    /// such event.
    pub(crate) async fn companions(
        &mut self,
        person: PersonId,
        most: usize,
    ) -> Result<Vec<(PersonId, String)>, Error> {
        const EVENTS_MAX: i64 = 50;
        let events: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select event_id from membership where person_id = $1 and member order by event_id desc limit $2")
            .bind(person.0).bind(EVENTS_MAX).fetch_all(conn).await)?;
        let mut found = vec![];
        for event in events {
            let left = most.saturating_sub(found.len());
            let rows: Vec<(i64, String, bool)> = on!(self, conn => sqlx::query_as(
                "select m.person_id, p.name, p.hidden from membership m join person p on p.id = m.person_id
                 where m.event_id = $1 and m.member order by m.person_id limit $2")
                .bind(event).bind(left as i64).fetch_all(conn).await)?;
            let shown = rows.into_iter().filter(|(id, _, hidden)| *id != person.0 && !hidden);
            found.extend(shown.map(|(id, name, _)| (PersonId(id), name)));
        }
        Ok(found)
    }

    pub(crate) async fn person_by_handle(
        &mut self,
        platform: Platform,
        handle: &str,
    ) -> Result<Option<PersonId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from account where platform = $1 and handle = $2 limit 1")
            .bind(platform.name()).bind(handle).fetch_optional(conn).await)?;
        Ok(id.map(PersonId))
    }

    pub(crate) async fn set_locale(
        &mut self,
        person: PersonId,
        locale: Option<&str>,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set locale = $2 where id = $1")
            .bind(person.0).bind(locale).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_name(
        &mut self,
        person: PersonId,
        name: Option<&str>,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update person set chosen_name = $2, name = coalesce($2,
                 (select name from account where person_id = $1 order by linked_at limit 1), name) where id = $1")
            .bind(person.0).bind(name).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_about(&mut self, person: PersonId, about: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set about = $2 where id = $1")
            .bind(person.0).bind(about).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_interests(
        &mut self,
        person: PersonId,
        interests: &[String],
    ) -> Result<(), Error> {
        let interests = serde_json::json!(interests).to_string();
        on!(self, conn => sqlx::query("update person set interests = $2 where id = $1")
            .bind(person.0).bind(&interests).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_quiet(
        &mut self,
        person: PersonId,
        quiet: Option<Quiet>,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set quiet_from = $2, quiet_to = $3 where id = $1")
            .bind(person.0).bind(quiet.map(|quiet| quiet.from.minutes())).bind(quiet.map(|quiet| quiet.to.minutes()))
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_nudges(&mut self, person: PersonId, nudges: bool) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set nudges = $2 where id = $1")
            .bind(person.0).bind(nudges).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_cheers(&mut self, person: PersonId, cheers: bool) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set cheers = $2 where id = $1")
            .bind(person.0).bind(cheers).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn set_milestones(
        &mut self,
        person: PersonId,
        told: bool,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set milestones = $2 where id = $1")
            .bind(person.0).bind(told).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Notes that the person named the zone.
    pub(crate) async fn confirm_zone(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set zone_known = true where id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Holds off other changes to a person, and that they join anything, until this transaction ends.
    pub(crate) async fn take_person(&mut self, person: PersonId) -> Result<(), Error> {
        if let Tx::Postgres(tx) = self {
            let take = sqlx::query("select 1 from person where id = $1 for update");
            take.bind(person.0).execute(tx.conn()).await?;
        }
        Ok(())
    }

    pub(crate) async fn set_hidden(&mut self, person: PersonId, hidden: bool) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set hidden = $2 where id = $1")
            .bind(person.0).bind(hidden).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn clock_settings(
        &mut self,
        person: PersonId,
    ) -> Result<(Setting, Vec<ClockChange>), Error> {
        let (zone, day_start): (String, i64) = on!(self, conn => sqlx::query_as("select zone, day_start from person where id = $1")
            .bind(person.0).fetch_one(conn).await)?;
        let rows: Vec<(i64, String, i64)> = on!(self, conn => sqlx::query_as(
            "select at, zone, day_start from clock_setting where person_id = $1 order by n")
            .bind(person.0).fetch_all(conn).await)?;
        let mut moves = vec![];
        for (at, zone, day_start) in rows {
            moves.push(ClockChange { at: Instant(at), setting: read_setting(&zone, day_start)? });
        }
        Ok((read_setting(&zone, day_start)?, moves))
    }

    pub(crate) async fn has_check_ins(&mut self, person: PersonId) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from membership m join check_in c on c.event_id = m.event_id and c.person_id = m.person_id
             where m.person_id = $1)")
            .bind(person.0).fetch_one(conn).await)?)
    }

    pub(crate) async fn replace_first_setting(
        &mut self,
        person: PersonId,
        setting: Setting,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set zone = $2, day_start = $3 where id = $1")
            .bind(person.0).bind(setting.zone.name()).bind(setting.day_start.minutes()).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Labels the days of joining anew where the person's own clock counts.
    pub(crate) async fn relabel_joining(
        &mut self,
        person: PersonId,
        setting: Setting,
    ) -> Result<(), Error> {
        let rows: Vec<(i64, i64, i64, Option<i64>, String)> = on!(self, conn => sqlx::query_as(
            "select s.event_id, s.n, s.joined_at, s.left_at, e.rules from membership m
             join membership_span s on s.event_id = m.event_id and s.person_id = m.person_id
             join event e on e.id = s.event_id where m.person_id = $1 order by s.event_id, s.n")
            .bind(person.0).fetch_all(conn).await)?;
        for (event, n, joined_at, left_at, rules) in rows {
            if read_rules(&rules)?.setting().is_some() {
                continue;
            }
            let day = setting.day_of(Instant(joined_at));
            let left_day = left_at.map(|at| i64::from(setting.day_of(Instant(at)).0));
            // What was settled rests on the labels as they were.
            self.unsettle_one(Membership { event: EventId(event), person }).await?;
            on!(self, conn => sqlx::query("update membership_span set joined_day = $4, left_day = $5 where event_id = $1 and person_id = $2 and n = $3")
                .bind(event).bind(person.0).bind(n).bind(i64::from(day.0)).bind(left_day).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    pub(crate) async fn add_clock_setting(
        &mut self,
        person: PersonId,
        n: usize,
        moved: ClockChange,
    ) -> Result<(), Error> {
        let setting = moved.setting;
        on!(self, conn => sqlx::query(
            "insert into clock_setting (person_id, n, at, zone, day_start, tzdata) values ($1, $2, $3, $4, $5, $6)")
            .bind(person.0).bind(n as i64).bind(moved.at.0).bind(setting.zone.name()).bind(setting.day_start.minutes())
            .bind(chrono_tz::IANA_TZDB_VERSION).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The clock of a person from the beginning of time on.
    pub(crate) async fn set_clock(
        &mut self,
        person: PersonId,
        first: Setting,
        moves: &[ClockChange],
    ) -> Result<(), Error> {
        self.replace_first_setting(person, first).await?;
        on!(self, conn => sqlx::query("delete from clock_setting where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        for (n, moved) in moves.iter().enumerate() {
            self.add_clock_setting(person, n, *moved).await?;
        }
        Ok(())
    }

    pub(crate) async fn is_member(&mut self, of: Membership) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from membership where event_id = $1 and person_id = $2 and member)")
            .bind(of.event.0).bind(of.person.0).fetch_one(conn).await)?)
    }

    /// Those of these who are in.
    pub(crate) async fn members_among(
        &mut self,
        of: &[Membership],
    ) -> Result<Vec<Membership>, Error> {
        let statement = each!(
            "select m.event_id, m.person_id from",
            "join membership m on m.event_id = cast(r.value->>0 as bigint) and m.person_id = cast(r.value->>1 as bigint)
             and m.member"
        );
        let keys: Vec<(EventId, PersonId)> = of.iter().map(|of| (of.event, of.person)).collect();
        let rows: Vec<(i64, i64)> = self.all(&statement, &keys).await?;
        Ok(rows.into_iter().map(|(event, person)| key(event, person)).collect())
    }

    /// In how many events that are not closed people are.
    pub(crate) async fn count_joined(
        &mut self,
        people: &[PersonId],
    ) -> Result<HashMap<PersonId, u64>, Error> {
        let statement = each!(
            "select p.id, (select count(*) from membership m join event e on e.id = m.event_id
             where m.person_id = p.id and m.member and e.ended_at is null) from",
            "join person p on p.id = cast(r.value->>0 as bigint)"
        );
        let rows: Vec<[PersonId; 1]> = people.iter().map(|person| [*person]).collect();
        let rows: Vec<(i64, i64)> = self.all(&statement, &rows).await?;
        Ok(rows.into_iter().map(|(person, count)| (PersonId(person), count as u64)).collect())
    }

    pub(crate) async fn memberships_of(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<Membership>, Error> {
        let rows: Vec<(i64,)> = on!(self, conn => sqlx::query_as(
            "select event_id from membership where person_id = $1 and member order by event_id")
            .bind(person.0).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(event,)| Membership { event: EventId(event), person }).collect())
    }
}

fn read(
    (
        id,
        name,
        about,
        locale,
        zone,
        day_start,
        zone_known,
        hidden,
        interests,
        from,
        to,
        nudges,
        cheers,
        milestones,
        erase_at,
    ): PersonRow,
) -> Result<Person, Error> {
    let time = |minutes: Option<i64>| minutes.and_then(TimeOfDay::from_minutes);
    let interests =
        serde_json::from_str(&interests).map_err(|e| Error::unreadable("list of interests", &e))?;
    Ok(Person {
        id: PersonId(id),
        name,
        about,
        locale,
        setting: read_setting(&zone, day_start)?,
        zone_known,
        hidden,
        interests,
        quiet: time(from).zip(time(to)).map(|(from, to)| Quiet { from, to }),
        allow_nudges: nudges,
        allow_cheers: cheers,
        share_milestones: milestones,
        erase_at: erase_at.map(Instant),
    })
}
