//! Events and invites.

use super::membership::read_rules;
use super::{Tx, on};
use crate::{CommunityId, Error, Event, EventId, PersonId, Visibility};
use rules::ranking::Window;
use rules::{Instant, Key};
use std::sync::Arc;

type EventRow = (i64, String, String, String, i64, Option<i64>, String, String);

impl Tx {
    /// Adds an event, unless the same request made one already.
    pub(crate) async fn add_event(
        &mut self,
        event: &Event,
        key: &Key,
        now: Instant,
    ) -> Result<bool, Error> {
        let rules = serde_json::to_string(&*event.rules);
        let rules =
            rules.map_err(|e| Error::Unreadable { what: "set of rules", why: e.to_string() })?;
        // What has begun already is not told.
        let starts_at = Some(event.rules.starts_at()).filter(|at| *at > now);
        let ends_at = event.rules.ends_at();
        let week_turns_at = Window::Week.next_turn(&event.rules, now).map(|(at, _)| at);
        on!(self, conn => sqlx::query(
            "insert into event (id, slug, title, title_folded, goal, owner_id, community_id, visibility, rules, created_at, made_by,
                                starts_at, ends_at, week_turns_at)
             values ($1, $2, $3, $11, $4, $5, $6, $7, $8, $9, $10, $12, $13, $14) on conflict (made_by) do nothing")
            .bind(event.id.0).bind(&event.slug).bind(&event.title).bind(&event.goal).bind(event.owner.0)
            .bind(event.community.map(|community| community.0)).bind(event.visibility.name()).bind(&rules).bind(now.0).bind(&key.0).bind(event.title.to_lowercase())
            .bind(starts_at.map(|at| at.0)).bind(ends_at.map(|at| at.0)).bind(week_turns_at.map(|at| at.0))
            .execute(conn).await.map(|done| done.rows_affected() == 1))
            .map_err(Error::from)
    }

    pub(crate) async fn event(&mut self, id: EventId) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            "select id, slug, title, goal, owner_id, community_id, visibility, rules from event where id = $1")
            .bind(id.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    pub(crate) async fn event_made_by(&mut self, key: &Key) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            "select id, slug, title, goal, owner_id, community_id, visibility, rules from event where made_by = $1")
            .bind(&key.0).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    pub(crate) async fn event_by_slug(&mut self, slug: &str) -> Result<Option<Event>, Error> {
        let row: Option<EventRow> = on!(self, conn => sqlx::query_as(
            "select id, slug, title, goal, owner_id, community_id, visibility, rules from event where slug = $1")
            .bind(slug).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    pub(crate) async fn public_events(&mut self, most: i64) -> Result<Vec<Event>, Error> {
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            "select id, slug, title, goal, owner_id, community_id, visibility, rules from event
             where visibility = 'public' and ended_at is null order by created_at desc, id desc limit $1")
            .bind(most).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn events_of(&mut self, person: PersonId) -> Result<Vec<Event>, Error> {
        let rows: Vec<EventRow> = on!(self, conn => sqlx::query_as(
            "select e.id, e.slug, e.title, e.goal, e.owner_id, e.community_id, e.visibility, e.rules
             from membership m join event e on e.id = m.event_id where m.person_id = $1 and m.member order by e.id")
            .bind(person.0).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
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
            "select e.id, e.slug, e.title, e.goal, e.owner_id, e.community_id, e.visibility, e.rules from event e
             where e.ended_at is null and (e.title_folded like $3 escape '!' or e.slug like $3 escape '!')
             and (e.visibility = 'public' or e.owner_id = $1
                  or exists (select 1 from membership m where m.event_id = e.id and m.person_id = $1 and m.member))
             order by case when e.community_id = $2 then 0 else 1 end, e.created_at desc, e.id desc limit $4")
            .bind(person.0).bind(community.map(|community| community.0)).bind(&pattern).bind(most).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn add_invite(
        &mut self,
        hash: &str,
        event: EventId,
        by: PersonId,
        now: Instant,
        expires_at: Instant,
        uses: i64,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into invite (code_hash, event_id, made_by, made_at, expires_at, uses_left) values ($1, $2, $3, $4, $5, $6)")
            .bind(hash).bind(event.0).bind(by.0).bind(now.0).bind(expires_at.0).bind(uses).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn use_invite(
        &mut self,
        hash: &str,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<EventId>, Error> {
        let event: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "update invite set uses_left = uses_left - case when exists (
                 select 1 from membership m where m.event_id = invite.event_id and m.person_id = $3 and m.member) then 0 else 1 end
             where code_hash = $1 and expires_at > $2 and uses_left > 0 returning event_id")
            .bind(hash).bind(now.0).bind(person.0).fetch_optional(conn).await)?;
        Ok(event.map(EventId))
    }
}

fn read(
    (id, slug, title, goal, owner, community, visibility, rules): EventRow,
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
