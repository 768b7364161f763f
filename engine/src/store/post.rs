//! Messages that are kept up to date.

use rules::{Day, Instant};

use crate::error::Error;
use crate::events::post::{Post, PostKind};
use crate::ids::{CommunityId, DestinationId, EventId};
use crate::store::{Tx, each, on};

/// A board of before boards closed is still written anew while somebody may fill its day in.
const BOARD_DAYS: i64 = 1;

/// Whether a message has to be written by now, its place can be written to, and no earlier writing of it is still on its
/// way. A board that does not stand yet waits for no place: it is not posted late.
macro_rules! due {
    () => {
        "due_at is not null and due_at <= $1 and ((kind = 'board' and remote_id is null)
             or (select d.state from destination d where d.id = post.destination_id) = 'ok')
         and not exists (select 1 from outbox where dedupe_key = 'post:' || post.id and state = 'pending')"
    };
}

/// Has cards of an event taken down: they are written once more, and belong to no event from then on.
macro_rules! withdrawn {
    ($which:literal) => {
        concat!(
            "update post set event_id = 0, kind = 'withdrawn', day = -id, due_at = edited_at
             where event_id = $1 and kind = 'card' and remote_id is not null and ",
            $which
        )
    };
}
pub(crate) use withdrawn;

type PostRow = (i64, i64, i64, String, i64, Option<String>, Option<i64>);

impl Tx {
    pub(crate) async fn add_post(
        &mut self,
        id: i64,
        (event, destination): (EventId, DestinationId),
        kind: PostKind,
        remote_id: Option<&str>,
        due: Option<Instant>,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into post (id, event_id, destination_id, kind, day, remote_id, due_at, edited_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (event_id, destination_id, kind, day)
             do update set remote_id = coalesce(excluded.remote_id, post.remote_id), due_at = excluded.due_at, edited_at = excluded.edited_at")
            .bind(id).bind(event.0).bind(destination.0).bind(kind.name()).bind(i64::from(kind.day().0)).bind(remote_id)
            .bind(due.map(|due| due.0)).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Plans the board of a day in a place, or has it last longer where it is planned already.
    pub(crate) async fn plan_board(
        &mut self,
        id: i64,
        (place, day): (DestinationId, Day),
        (due, closes): (Instant, Instant),
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into post (id, event_id, destination_id, kind, day, due_at, edited_at, closes_at) values ($1, 0, $2, 'board', $3, $4, $5, $6)
             on conflict (event_id, destination_id, kind, day) do update set closes_at = excluded.closes_at,
                 due_at = case when post.due_at = post.closes_at then excluded.closes_at else post.due_at end
             where post.closes_at < excluded.closes_at")
            .bind(id).bind(place.0).bind(i64::from(day.0)).bind(due.0).bind(now.0).bind(closes.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn post(&mut self, id: i64) -> Result<Option<Post>, Error> {
        let row: Option<PostRow> = on!(self, conn => sqlx::query_as(
            "select id, event_id, destination_id, kind, day, remote_id, closes_at from post where id = $1")
            .bind(id).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    pub(crate) async fn has_posts(&mut self, events: &[EventId]) -> Result<bool, Error> {
        let statement = each!(
            "select p.id, p.event_id from",
            "join post p on p.event_id = cast(r.value->>0 as bigint) limit 1"
        );
        let rows: Vec<[EventId; 1]> = events.iter().map(|event| [*event]).collect();
        let found: Vec<(i64, i64)> = self.all(&statement, &rows).await?;
        let of_places = each!(
            "select p.id, p.event_id from",
            "join event_destination d on d.event_id = cast(r.value->>0 as bigint)
             join post p on p.event_id = 0 and p.destination_id = d.destination_id limit 1"
        );
        let of_places: Vec<(i64, i64)> = self.all(&of_places, &rows).await?;
        Ok(!found.is_empty() || !of_places.is_empty())
    }

    /// Marks the messages of these events, or of all, to be written anew, each at its pace.
    pub(crate) async fn mark_posts(
        &mut self,
        events: Option<&Vec<EventId>>,
        now: Instant,
        pace_s: i64,
    ) -> Result<(), Error> {
        let Some(events) = events else {
            on!(self, conn => sqlx::query(
                "update post set due_at = case when edited_at + $2 > $1 then edited_at + $2 else $1 end
                 where (due_at is null or due_at = closes_at) and (closes_at is null or closes_at > $1) and (event_id = 0 or exists (
                     select 1 from event e where e.id = post.event_id and (e.ended_at is null or e.ended_at > $1 - 86400)))")
                .bind(now.0).bind(pace_s).execute(conn).await.map(drop))?;
            return Ok(());
        };
        let statement = each!(
            "update post set due_at = case when edited_at + cast(r.value->>2 as bigint) > cast(r.value->>1 as bigint)
             then edited_at + cast(r.value->>2 as bigint) else cast(r.value->>1 as bigint) end from",
            "where post.event_id = cast(r.value->>0 as bigint) and (post.due_at is null or post.due_at = post.closes_at)
             and (post.kind = 'card' or post.closes_at > cast(r.value->>1 as bigint)
                 or post.closes_at is null and post.day >= cast(r.value->>3 as bigint))"
        );
        let of_places = each!(
            "update post set due_at = case when edited_at + cast(r.value->>2 as bigint) > cast(r.value->>1 as bigint)
             then edited_at + cast(r.value->>2 as bigint) else cast(r.value->>1 as bigint) end from",
            "join event_destination d on d.event_id = cast(r.value->>0 as bigint)
             where post.event_id = 0 and post.destination_id = d.destination_id
             and (post.due_at is null or post.due_at = post.closes_at) and post.closes_at > cast(r.value->>1 as bigint)"
        );
        let since = now.0 / 86_400 - BOARD_DAYS;
        let rows: Vec<_> = events.iter().map(|event| (*event, now, pace_s, since)).collect();
        self.each(&statement, &rows).await?;
        let rows: Vec<_> = events.iter().map(|event| (*event, now, pace_s)).collect();
        self.each(&of_places, &rows).await?;
        Ok(())
    }

    pub(crate) async fn has_due_posts(&mut self, now: Instant) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query_scalar(
            concat!("select exists (select 1 from post where ", due!(), ")"))
            .bind(now.0).fetch_one(conn).await)?)
    }

    /// Has the open boards of places that are told of an event written anew, also by who tells them of it no more.
    pub(crate) async fn write_boards_anew(&mut self, event: EventId) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update post set due_at = edited_at where event_id = 0 and due_at = closes_at
             and destination_id in (select destination_id from event_destination where event_id = $1)")
            .bind(event.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Takes messages that have to be written, but for those that are being written.
    pub(crate) async fn take_due_posts(
        &mut self,
        now: Instant,
        most: i64,
    ) -> Result<Vec<Post>, Error> {
        let rows: Vec<PostRow> = on!(self, conn => sqlx::query_as(
            concat!(
                "with due as materialized (select id from post where ", due!(), " order by due_at limit $2)
                 update post set due_at = case when closes_at > $1 then closes_at end, edited_at = $1 from due where post.id = due.id and post.due_at is not null
                 returning post.id, event_id, destination_id, kind, day, remote_id, closes_at"))
            .bind(now.0).bind(most).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    /// Has a message written once its place can be written to again, unless it is a board that does not stand yet.
    pub(crate) async fn write_post_later(&mut self, id: i64, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update post set due_at = $2 where id = $1 and (kind <> 'board' or remote_id is not null)")
            .bind(id).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets a message that somebody deleted: it is not written any more.
    pub(crate) async fn forget_post(&mut self, id: i64) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from post where id = $1")
            .bind(id).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Has a card taken down where another message is the card from now on.
    pub(crate) async fn withdraw_other_card(
        &mut self,
        (event, destination): (EventId, DestinationId),
        message: &str,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(withdrawn!("destination_id = $2 and remote_id <> $3"))
            .bind(event.0).bind(destination.0).bind(message).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Has a card taken down that came up where nothing is told of its event any more.
    pub(crate) async fn withdraw_late_card(
        &mut self,
        id: i64,
        at: DestinationId,
        message: &str,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into post (id, event_id, destination_id, kind, day, remote_id, due_at, edited_at)
             select cast($1 as bigint), 0, d.id, 'withdrawn', cast($2 as bigint), cast($3 as text), cast($4 as bigint),
                 cast($4 as bigint)
             from destination d where d.id = $5")
            .bind(id).bind(-id).bind(message).bind(now.0).bind(at.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets a card that was taken down, unless that is still to be written.
    pub(crate) async fn forget_withdrawn(&mut self, id: i64) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from post where id = $1 and kind = 'withdrawn' and due_at is null")
            .bind(id).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Notes which message a post is, once it is known; false where the post is gone.
    pub(crate) async fn set_post_message(
        &mut self,
        id: i64,
        remote_id: Option<&str>,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query("update post set remote_id = $2 where id = $1")
            .bind(id).bind(remote_id).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Forgets boards of a community that were begun and are not there yet.
    pub(crate) async fn forget_planned_boards(
        &mut self,
        community: CommunityId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "delete from post where kind = 'board' and remote_id is null
             and destination_id in (select id from destination where community_id = $1)")
            .bind(community.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Boards of days that are long over stay as they are, and so do cards of events that were written once more, and what
    /// could not be taken down since an instant, or stands in a place that was closed all the time.
    pub(crate) async fn forget_boards(
        &mut self,
        before: Day,
        since: Instant,
    ) -> Result<u64, Error> {
        on!(self, conn => sqlx::query(
            "delete from post where exists (select 1 from event e where e.id = post.event_id and e.ended_at < $1)
             and (kind <> 'card' or (due_at is null and coalesce(
                 (select o.state from outbox o where o.dedupe_key = 'post:' || post.id), '') <> 'pending'))")
            .bind(i64::from(before.0) * 86_400).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "delete from post where kind = 'card' and due_at < $2
             and exists (select 1 from event e where e.id = post.event_id and e.ended_at < $1)
             and (select d.state from destination d where d.id = post.destination_id) = 'closed'")
            .bind(i64::from(before.0) * 86_400).bind(since.0).execute(conn).await.map(drop))?;
        // What waits for a place that put us out goes with the place.
        Ok(on!(self, conn => sqlx::query(
            "delete from post where (kind = 'board' and day < $1 and (closes_at is null or closes_at < $2))
             or (kind = 'withdrawn' and due_at is null and edited_at < $3)
             or (kind = 'withdrawn' and due_at < $3 and edited_at < $3
                 and (select d.state from destination d where d.id = post.destination_id) = 'closed')")
            .bind(i64::from(before.0)).bind(i64::from(before.0) * 86_400).bind(since.0)
            .execute(conn).await.map(|done| done.rows_affected()))?)
    }
}

fn read((id, event, destination, kind, day, remote_id, closes): PostRow) -> Result<Post, Error> {
    Ok(Post {
        id,
        event: EventId(event),
        destination: DestinationId(destination),
        kind: PostKind::named(&kind, Day(day as i32))?,
        remote_id,
        closes_at: closes.map(Instant),
    })
}
