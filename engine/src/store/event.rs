//! Events.

use rules::ranking::Window;
use rules::{Instant, Key};
use std::sync::Arc;

use crate::communities::silence::SILENCED_MAX;
use crate::error::Error;
use crate::events::event::{Event, NOBODY, ProofRule, Search, Visibility};
use crate::ids::{CommunityId, DestinationId, EventId, PersonId};
use crate::limits::{Limits, OF_PERSON_MAX};
use crate::store::membership::{read_rules, read_setting};
use crate::store::post::withdrawn;
use crate::store::reminder::reminded_in_private;
use crate::store::{Tx, each, on};

/// Rows that are written in one go.
const ROWS_AT_ONCE: usize = 500;
/// Rounds that are looked at of those that follow one another.
const ROUNDS_MAX: usize = 100;

type EventRow = (
    i64,
    String,
    String,
    String,
    i64,
    Option<i64>,
    String,
    String,
    Option<String>,
    Option<String>,
    bool,
    String,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
);

/// A statement that gives events, from what follows the columns.
macro_rules! events {
    ($rest:literal) => {
        concat!(
            "select e.id, e.slug, e.title, e.goal, e.owner_id, e.community_id, e.visibility, e.rules,
             e.category, e.emoji, e.approval, e.proof, e.ended_at, e.successor_of, e.planned_days, e.draft from event e ",
            $rest
        )
    };
}

impl Tx {
    /// Adds an event, unless the same request made one already.
    pub(crate) async fn add_event(
        &mut self,
        event: &Event,
        key: &Key,
        now: Instant,
    ) -> Result<bool, Error> {
        let rules = serde_json::to_string(&*event.rules);
        let rules = rules.map_err(|e| Error::unreadable("set of rules", &e))?;
        // What has begun already is not told, and nothing comes to pass by itself in a draft.
        let is_on = event.draft.is_none();
        let starts_at = Some(event.rules.starts_at()).filter(|at| *at > now && is_on);
        let ends_at = event.rules.ends_at().filter(|_| is_on);
        let week_turns_at =
            Window::Week.next_turn(&event.rules, now).filter(|_| is_on).map(|(at, _)| at);
        on!(self, conn => sqlx::query(
            "insert into event (id, slug, title, title_folded, goal, owner_id, community_id, visibility, rules, created_at, made_by,
                                starts_at, ends_at, week_turns_at, category, emoji, approval, proof, successor_of, draft)
             values ($1, $2, $3, $11, $4, $5, $6, $7, $8, $9, $10, $12, $13, $14, $15, $16, $17, $18, $19, $20) on conflict do nothing")
            .bind(event.id.0).bind(&event.slug).bind(&event.title).bind(&event.goal).bind(event.owner.0)
            .bind(event.community.map(|community| community.0)).bind(event.visibility.name()).bind(&rules).bind(now.0).bind(&key.0).bind(event.title.to_lowercase())
            .bind(starts_at.map(|at| at.0)).bind(ends_at.map(|at| at.0)).bind(week_turns_at.map(|at| at.0))
            .bind(&event.category).bind(&event.emoji).bind(event.approval).bind(event.proof.name())
            .bind(event.follows.map(|before| before.0)).bind(event.draft.map(Visibility::name))
            .execute(conn).await.map(|done| done.rows_affected() == 1))
            .map_err(Error::from)
    }

    pub(crate) async fn event(&mut self, id: EventId) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            events!("where id = $1"))
            .bind(id.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// The same, to be changed: others who want to change it wait until the transaction ends.
    pub(crate) async fn take_event(&mut self, id: EventId) -> Result<Option<Event>, Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query("select 1 from event where id = $1 for update")
                .bind(id.0)
                .execute(tx.conn())
                .await?;
        }
        self.event(id).await
    }

    /// Holds off other changes to the events that a person runs. They are taken after people, and before memberships.
    pub(crate) async fn take_owned(&mut self, owner: PersonId) -> Result<(), Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query("select 1 from event where owner_id = $1 order by id for update")
                .bind(owner.0)
                .execute(tx.conn())
                .await?;
        }
        Ok(())
    }

    /// Lets everybody in an event wait until the transaction ends, in the order in which others take them.
    pub(crate) async fn take_members(&mut self, event: EventId) -> Result<(), Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query(
                "select 1 from membership where event_id = $1 order by person_id for update",
            )
            .bind(event.0)
            .execute(tx.conn())
            .await?;
        }
        Ok(())
    }

    pub(crate) async fn event_made_by(&mut self, key: &Key) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            events!("where made_by = $1"))
            .bind(&key.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// The next round of an event.
    pub(crate) async fn event_after(&mut self, before: EventId) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            events!("where successor_of = $1"))
            .bind(before.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// An event and the rounds after it.
    pub(crate) async fn rounds(&mut self, first: EventId) -> Result<Vec<Event>, Error> {
        let mut rounds = vec![];
        let mut round = self.event(first).await?;
        while let Some(event) = round.filter(|_| rounds.len() < ROUNDS_MAX) {
            round = self.event_after(event.id).await?;
            rounds.push(event);
        }
        Ok(rounds)
    }

    /// The same. Others who want to change one, to join it or to begin the next wait until the transaction ends.
    pub(crate) async fn take_rounds(&mut self, first: EventId) -> Result<Vec<Event>, Error> {
        let mut rounds = vec![];
        let mut round = self.take_event(first).await?;
        while let Some(event) = round.filter(|_| rounds.len() < ROUNDS_MAX) {
            round = match self.event_after(event.id).await? {
                Some(next) => self.take_event(next.id).await?,
                None => None,
            };
            rounds.push(event);
        }
        Ok(rounds)
    }

    /// Makes the next round heard where the one before it was, and keeps out whom that one kept out.
    pub(crate) async fn take_over(&mut self, before: EventId, next: EventId) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into event_destination (event_id, destination_id)
             select $2, destination_id from event_destination where event_id = $1")
            .bind(before.0).bind(next.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "insert into ban (event_id, person_id, at, by_person)
             select $2, person_id, at, by_person from ban where event_id = $1")
            .bind(before.0).bind(next.0).execute(conn).await.map(drop))?;
        self.take_over_silence(before, next, SILENCED_MAX).await?;
        self.take_over_traces(before, next).await
    }

    /// An event by its name in addresses, if a person may see it from nowhere in particular, as `Deed::See` says.
    pub(crate) async fn event_by_slug(
        &mut self,
        slug: &str,
        person: Option<PersonId>,
    ) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            events!("where e.slug = $1 and e.draft is null
             and (e.visibility = 'public' or e.owner_id = $2
                  or exists (select 1 from membership m where m.event_id = e.id and m.person_id = $2 and m.member))"))
            .bind(slug).bind(person.map(|person| person.0)).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// Events that everybody may see: those that go on, the newest first, or those that are over, the last one first.
    pub(crate) async fn public_events(
        &mut self,
        search: Search<'_>,
        over: bool,
    ) -> Result<Vec<Event>, Error> {
        let statement = match over {
            false => {
                events!("join (select id from event where visibility = 'public' and ended_at is null
                     order by created_at desc limit 5000) seen on seen.id = e.id
                 where (e.title_folded like $1 escape '!' or e.slug like $1 escape '!') and ($2 is null or e.category = $2)
                 order by e.created_at desc, e.id desc limit $3 offset $4")
            }
            true => {
                events!("join (select id from event where visibility = 'public' and ended_at is not null
                     order by ended_at desc limit 5000) seen on seen.id = e.id
                 where (e.title_folded like $1 escape '!' or e.slug like $1 escape '!') and ($2 is null or e.category = $2)
                 order by e.ended_at desc, e.id desc limit $3 offset $4")
            }
        };
        let pattern = format!("%{}%", escape_like(&search.words.to_lowercase()));
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(statement)
            .bind(&pattern).bind(search.category).bind(search.most).bind(search.skip).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    /// The events that a person is in, oldest first; of more than a thousand those that go on, and the newest.
    pub(crate) async fn events_of(&mut self, person: PersonId) -> Result<Vec<Event>, Error> {
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            events!("join membership m on m.event_id = e.id where m.person_id = $1 and m.member
             order by e.ended_at is not null, e.id desc limit $2"))
            .bind(person.0).bind(OF_PERSON_MAX as i64).fetch_all(conn).await)?;
        oldest_first(rows)
    }

    /// Those that a person has left as well.
    pub(crate) async fn events_ever_of(&mut self, person: PersonId) -> Result<Vec<Event>, Error> {
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            events!("join membership m on m.event_id = e.id where m.person_id = $1
             order by e.ended_at is not null, e.id desc limit $2"))
            .bind(person.0).bind(OF_PERSON_MAX as i64).fetch_all(conn).await)?;
        oldest_first(rows)
    }

    pub(crate) async fn find_events(
        &mut self,
        person: PersonId,
        community: Option<CommunityId>,
        words: &str,
        most: i64,
    ) -> Result<Vec<Event>, Error> {
        let pattern = format!("%{}%", escape_like(&words.to_lowercase()));
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            events!("join (
                 select id from (select id from event where visibility = 'public' and ended_at is null order by created_at desc limit 5000) newest
                 union select id from event where community_id = $2 and ended_at is null and visibility in ('public', 'community')
                 union select id from event where owner_id = $1
                 union select event_id from membership where person_id = $1 and member) seen on seen.id = e.id
             where e.draft is null and (e.ended_at is null or e.owner_id = $1) and (e.title_folded like $3 escape '!' or e.slug like $3 escape '!')
             order by case when e.ended_at is null then 0 else 1 end, case when e.community_id = $2 then 0 else 1 end, e.created_at desc, e.id desc limit $4"))
            .bind(person.0).bind(community.map(|community| community.0)).bind(&pattern).bind(most).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn open_events(
        &mut self,
        person: PersonId,
        community: Option<CommunityId>,
        search: Search<'_>,
    ) -> Result<Vec<Event>, Error> {
        let pattern = format!("%{}%", escape_like(&search.words.to_lowercase()));
        // Categories are plain words, which commas keep apart.
        let liked = format!(",{},", search.liked.join(","));
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            events!("join (
                 select id from (select id from event where visibility = 'public' and ended_at is null order by created_at desc limit 5000) newest
                 union select id from event where community_id = $2 and ended_at is null and visibility in ('public', 'community')
                 union select id from event where owner_id = $1 and ended_at is null) seen on seen.id = e.id
             where e.draft is null and (e.title_folded like $3 escape '!' or e.slug like $3 escape '!')
             and ($4 is null or e.category = $4)
             and not exists (select 1 from membership m where m.event_id = e.id and m.person_id = $1 and m.member)
             order by case when $5 like '%,' || e.category || ',%' then 0 else 1 end,
                 case when e.community_id = $2 then 0 else 1 end, e.created_at desc, e.id desc limit $6 offset $7"))
            .bind(person.0).bind(community.map(|community| community.0)).bind(&pattern).bind(search.category).bind(&liked)
            .bind(search.most).bind(search.skip).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    /// What is over of a person and a community, the last first; of each its newest.
    pub(crate) async fn over_events(
        &mut self,
        person: PersonId,
        community: Option<CommunityId>,
        search: Search<'_>,
    ) -> Result<Vec<Event>, Error> {
        let pattern = format!("%{}%", escape_like(&search.words.to_lowercase()));
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            events!("join (
                 select id from (select id from event where community_id = $2 and ended_at is not null
                         and visibility in ('public', 'community') order by created_at desc limit 500) of_place
                 union select id from (select id from event where owner_id = $1 and ended_at is not null
                         order by created_at desc limit 500) of_owner
                 union select event_id from membership where person_id = $1 and member) seen on seen.id = e.id
             where e.ended_at is not null and e.draft is null
             and (e.title_folded like $3 escape '!' or e.slug like $3 escape '!') and ($4 is null or e.category = $4)
             order by e.ended_at desc, e.id desc limit $5 offset $6"))
            .bind(person.0).bind(community.map(|community| community.0)).bind(&pattern).bind(search.category)
            .bind(search.most).bind(search.skip).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    /// Writes an event anew: its words, who may see it, and its rules. Instants that the rules bring are set anew
    /// as well.
    pub(crate) async fn write_event(&mut self, event: &Event, now: Instant) -> Result<(), Error> {
        let rules = serde_json::to_string(&*event.rules);
        let rules = rules.map_err(|e| Error::unreadable("set of rules", &e))?;
        let starts_at =
            Some(event.rules.starts_at()).filter(|at| *at > now && event.draft.is_none());
        // What is over does not end again.
        let is_open = event.ended_at.is_none() && event.draft.is_none();
        let ends_at = event.rules.ends_at().filter(|_| is_open);
        let week_turns_at =
            Window::Week.next_turn(&event.rules, now).filter(|_| is_open).map(|(at, _)| at);
        on!(self, conn => sqlx::query(
            "update event set title = $2, title_folded = $3, goal = $4, visibility = $5, rules = $6, category = $7, emoji = $8,
             approval = $9, proof = $10, starts_at = $11, ends_at = $12, week_turns_at = $13, ended_at = $14,
             planned_days = $15, draft = $16 where id = $1")
            .bind(event.id.0).bind(&event.title).bind(event.title.to_lowercase()).bind(&event.goal).bind(event.visibility.name())
            .bind(&rules).bind(&event.category).bind(&event.emoji).bind(event.approval).bind(event.proof.name())
            .bind(starts_at.map(|at| at.0)).bind(ends_at.map(|at| at.0)).bind(week_turns_at.map(|at| at.0))
            .bind(event.ended_at.map(|at| at.0)).bind(event.planned_days.map(i64::from))
            .bind(event.draft.map(Visibility::name)).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Tells nothing of an event any more but to its own community, and there only if all of it may know. Cards that stand
    /// elsewhere are taken down.
    pub(crate) async fn stop_announcing(&mut self, event: &Event) -> Result<(), Error> {
        let stays = match event.visibility {
            Visibility::Public => return Ok(()),
            Visibility::Community => event.community.map(|community| community.0),
            Visibility::InviteOnly => None,
        };
        // Whoever is reminded of it in a channel is reminded in private from now on.
        on!(self, conn => sqlx::query(
            reminded_in_private!("event_id = $1 and exists (
                 select 1 from destination c where c.id = reminder.destination_id and c.kind = 'channel'
                 and (c.community_id <> $2 or $2 is null))"))
            .bind(event.id.0).bind(stays).execute(conn).await.map(drop))?;
        self.write_boards_anew(event.id).await?;
        for statement in [
            // First, so that a card that is just being noted there is seen by what follows.
            "delete from event_destination where event_id = $1
             and destination_id not in (select id from destination where community_id = $2)",
            withdrawn!(
                "destination_id not in (select id from destination where community_id = $2)"
            ),
            "delete from post where event_id = $1
             and destination_id not in (select id from destination where community_id = $2)",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(event.id.0).bind(stays).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// The same as [`Tx::is_told_at`], and it stays so until the transaction ends.
    pub(crate) async fn stays_told_at(
        &mut self,
        event: EventId,
        at: DestinationId,
    ) -> Result<bool, Error> {
        if let Tx::Postgres(tx) = self {
            sqlx::query(
                "select 1 from event_destination where event_id = $1 and destination_id = $2 for share",
            )
            .bind(event.0)
            .bind(at.0)
            .execute(tx.conn())
            .await?;
        }
        self.is_told_at(event, at).await
    }

    pub(crate) async fn is_told_at(
        &mut self,
        event: EventId,
        at: DestinationId,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            "select exists (select 1 from event_destination where event_id = $1 and destination_id = $2)")
            .bind(event.0).bind(at.0).fetch_one(conn).await)?)
    }

    /// Labels the days of joining anew, after the clock of an event has changed.
    pub(crate) async fn relabel_event(&mut self, event: &Event) -> Result<(), Error> {
        let rows: Vec<(i64, i64, i64, Option<i64>, String, i64)> = on!(self, conn => sqlx::query_as(
            "select s.person_id, s.n, s.joined_at, s.left_at, coalesce(c.zone, p.zone), coalesce(c.day_start, p.day_start)
             from membership_span s join person p on p.id = s.person_id
             left join clock_setting c on c.person_id = p.id
                 and c.n = (select max(l.n) from clock_setting l where l.person_id = p.id)
             where s.event_id = $1")
            .bind(event.id.0).fetch_all(conn).await)?;
        let mut days = vec![];
        for (person, n, joined_at, left_at, zone, day_start) in rows {
            let own = match event.rules.setting() {
                Some(setting) => setting,
                None => read_setting(&zone, day_start)?,
            };
            let day = |at: i64| i64::from(own.day_of(Instant(at)).0);
            days.push((event.id, person, n, day(joined_at), left_at.map(day)));
        }
        let statement = each!(
            "update membership_span set joined_day = cast(r.value->>3 as bigint), left_day = cast(r.value->>4 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)
             and n = cast(r.value->>2 as bigint)"
        );
        for days in days.chunks(ROWS_AT_ONCE) {
            self.each(&statement, days).await?;
        }
        Ok(())
    }

    /// Whether anybody has checked in, ever.
    pub(crate) async fn has_entries(&mut self, event: EventId) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query_scalar("select exists (select 1 from check_in where event_id = $1)")
            .bind(event.0).fetch_one(conn).await)?,
        )
    }

    /// Events that a person made and that are not over, drafts aside.
    pub(crate) async fn count_owned(&mut self, person: PersonId) -> Result<i64, Error> {
        Ok(
            on!(self, conn => sqlx::query_scalar("select count(*) from event where owner_id = $1 and ended_at is null and draft is null")
            .bind(person.0).fetch_one(conn).await)?,
        )
    }

    /// Turns down an event that was just written where its owner runs more than they may, or has made more within a day.
    /// What erased people leave behind is nobody's, and not that of one person.
    pub(crate) async fn check_made(
        &mut self,
        event: &Event,
        limits: &Limits,
        now: Instant,
    ) -> Result<(), Error> {
        let (owner, most) = (event.owner, i64::from(limits.owned_events));
        if owner == NOBODY {
            return Ok(());
        }
        if most > 0 && self.count_owned(owner).await? + self.count_owned_before(owner).await? > most
        {
            return Err(Error::OwnsTooMany);
        }
        match self.next_made_at(owner, Some(event.id), limits.new_events, now).await? {
            Some(at) => Err(Error::MadeTooMany(at)),
            None => Ok(()),
        }
    }

    /// When a person may make another event, where they have made so many within a day, drafts and one of them aside; 0 is any
    /// number.
    pub(crate) async fn next_made_at(
        &mut self,
        person: PersonId,
        but: Option<EventId>,
        most: u32,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        const DAY_S: i64 = 86_400;
        let Some(later) = most.checked_sub(1) else { return Ok(None) };
        let oldest: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select created_at from event where owner_id = $1 and created_at > $2 and draft is null and id is distinct from $3
             order by created_at desc limit 1 offset $4")
            .bind(person.0).bind(now.0 - DAY_S).bind(but.map(|event| event.0)).bind(i64::from(later))
            .fetch_optional(conn).await)?;
        Ok(oldest.map(|at| Instant(at).plus_s(DAY_S)))
    }
}

fn oldest_first(rows: Vec<EventRow>) -> Result<Vec<Event>, Error> {
    let mut events = rows.into_iter().map(read).collect::<Result<Vec<Event>, Error>>()?;
    events.sort_unstable_by_key(|event| event.id);
    Ok(events)
}

fn read(
    (
        id,
        slug,
        title,
        goal,
        owner,
        community,
        visibility,
        rules,
        category,
        emoji,
        approval,
        proof,
        ended_at,
        follows,
        planned_days,
        draft,
    ): EventRow,
) -> Result<Event, Error> {
    Ok(Event {
        id: EventId(id),
        slug,
        title,
        goal,
        owner: PersonId(owner),
        community: community.map(CommunityId),
        visibility: Visibility::named(&visibility)?,
        rules: Arc::new(read_rules(&rules)?),
        category,
        emoji,
        approval,
        proof: ProofRule::named(&proof)?,
        ended_at: ended_at.map(Instant),
        follows: follows.map(EventId),
        planned_days: planned_days.map(|days| days as i32),
        draft: draft.as_deref().map(Visibility::named).transpose()?,
    })
}

fn escape_like(words: &str) -> String {
    let mut escaped = String::new();
    for c in words.chars() {
        if matches!(c, '!' | '%' | '_') {
            escaped.push('!');
        }
        escaped.push(c);
    }
    escaped
}
