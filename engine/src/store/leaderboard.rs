//! Rankings. A run counts only while its `alive_until` lies ahead, so that they are exact at every
//! instant although nobody rewrites rows at midnight.
//!
//! A page walks an index in the order of the ranking; how many stand before it is a sum over the few rows
//! of `rank_count`.

use rules::ranking::By;
use rules::{Day, Instant};
use std::collections::HashMap;

use crate::error::Error;
use crate::ids::{CommunityId, EventId, Membership, PersonId};
use crate::leaderboards::leaderboard::{BoardRow, Cursor};
use crate::store::membership::key;
use crate::store::save::Metric;
use crate::store::{Tx, each, on};

pub(crate) type Row = (i64, i64, String, i64, i64, i64, i64, i64, i64, i64, i64);

/// Which way a walk goes from a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Down,
    Up,
}

/// Whose rows a walk gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Those who are in the ranking.
    In,
    /// Those who have left, and were in the event when a label closed on their own clock.
    LeftAfter(Day),
}

/// What takes the place of being in the ranking for those who have left; `$last` stands for the label.
const LEFT: &str = "not m.ranked and not m.member and exists (select 1 from membership_span s where s.event_id = m.event_id
    and s.person_id = m.person_id and s.joined_day <= $last and s.left_day > $last)
    and not exists (select 1 from ban b where b.event_id = m.event_id and b.person_id = m.person_id)
    and exists (select 1 from person seen where seen.id = m.person_id and not seen.hidden)";

/// What `rank_count` holds, counted from the memberships that fulfil a condition.
macro_rules! counted {
    ($of:literal) => {
        concat!(
            "select event_id, cast(0 as bigint), alive_until, current, count(*) from membership
             where ranked and wide and current > 0 and ",
            $of,
            " group by event_id, alive_until, current
             union all
             select event_id, cast(1 as bigint), 9223372036854775807, longest, count(*) from membership
             where ranked and wide and ",
            $of,
            " group by event_id, longest
             union all
             select event_id, cast(2 as bigint), 9223372036854775807, total, count(*) from membership
             where ranked and wide and ",
            $of,
            " group by event_id, total"
        )
    };
}
pub(crate) use counted;

macro_rules! columns {
    ($value:literal) => {
        concat!(
            "select m.event_id, m.person_id, p.name, ",
            $value,
            ", m.longest, m.total, m.consistency, m.points_milli, m.seniority, m.back_id,
             case when m.alive_until > $2 then m.current else 0 end
             from membership m join person p on p.id = m.person_id
             where m.event_id = $1 and m.ranked and $3 = $3 and "
        )
    };
}

/// A walk along an index from a place on: its direction, its columns, and what is left out.
macro_rules! walk {
    ($value:literal, $who:literal, $floor:literal, $place:literal, $bound:literal, $down:literal, $up:literal) => {
        (
            concat!(
                columns!($value),
                $who,
                $floor,
                $place,
                " < ",
                $bound,
                " order by ",
                $down,
                " limit $8"
            ),
            // The floor would take the place of the other lower bound in SQLite's plan; whoever goes up is above it.
            concat!(columns!($value), $who, $place, " > ", $bound, " order by ", $up, " limit $8"),
        )
    };
}

/// A statement about those who are in the ranking, as one about those who have left; `last` is where the label is bound.
fn of_left(statement: &str, last: &str) -> String {
    statement.replace("m.ranked", &LEFT.replace("$last", last))
}

/// In a wide event a walk goes along an index; in a small one its members are read and sorted.
fn of_ranked(statement: &str, indexed: bool) -> String {
    if indexed {
        statement.replace("m.ranked and", "m.ranked and m.wide and")
    } else {
        statement.to_owned()
    }
}

fn column_of(by: By) -> &'static str {
    match by {
        By::Current => "m.current",
        By::Longest => "m.longest",
        By::Total => "m.total",
        By::Consistency => "m.consistency",
        By::Points => "m.points_milli",
    }
}

/// The statement that gives one row.
fn row_of(by: By) -> String {
    let value = match by {
        By::Current => "case when m.alive_until > $3 then m.current else 0 end",
        By::Longest | By::Total | By::Consistency | By::Points => column_of(by),
    };
    format!(
        "select m.event_id, m.person_id, p.name, {value}, m.longest, m.total, m.consistency, m.points_milli,
         m.seniority, m.back_id, case when m.alive_until > $3 then m.current else 0 end
         from membership m join person p on p.id = m.person_id
         where m.event_id = $1 and m.person_id = $2 and m.ranked"
    )
}

/// The statement that walks those who have a value above zero.
fn valued(by: By, way: Way) -> &'static str {
    let (down, up) = match by {
        By::Current => walk!(
            "m.current",
            "m.alive_until > $2 and ",
            "m.current > 0 and ",
            "(m.current, m.longest, m.total, m.seniority, m.back_id)",
            "($3, $4, $5, $6, $7)",
            "m.current desc, m.longest desc, m.total desc, m.seniority desc, m.back_id desc",
            "m.current, m.longest, m.total, m.seniority, m.back_id"
        ),
        By::Longest => walk!(
            "m.longest",
            "",
            "",
            "(m.longest, m.total, m.seniority, m.back_id)",
            "($4, $5, $6, $7)",
            "m.longest desc, m.total desc, m.seniority desc, m.back_id desc",
            "m.longest, m.total, m.seniority, m.back_id"
        ),
        By::Total => walk!(
            "m.total",
            "",
            "",
            "(m.total, m.longest, m.seniority, m.back_id)",
            "($5, $4, $6, $7)",
            "m.total desc, m.longest desc, m.seniority desc, m.back_id desc",
            "m.total, m.longest, m.seniority, m.back_id"
        ),
        By::Consistency => walk!(
            "m.consistency",
            "",
            "",
            "(m.consistency, m.longest, m.total, m.seniority, m.back_id)",
            "($3, $4, $5, $6, $7)",
            "m.consistency desc, m.longest desc, m.total desc, m.seniority desc, m.back_id desc",
            "m.consistency, m.longest, m.total, m.seniority, m.back_id"
        ),
        By::Points => walk!(
            "m.points_milli",
            "",
            "m.points_milli > 0 and ",
            "(m.points_milli, m.longest, m.total, m.seniority, m.back_id)",
            "($3, $4, $5, $6, $7)",
            "m.points_milli desc, m.longest desc, m.total desc, m.seniority desc, m.back_id desc",
            "m.points_milli, m.longest, m.total, m.seniority, m.back_id"
        ),
    };
    match way {
        Way::Down => down,
        Way::Up => up,
    }
}

/// The statement that walks those who stand at zero, where zero is not what the index holds: whose run has
/// ended, or who have no amount yet.
fn unvalued(by: By, way: Way) -> Option<&'static str> {
    let (down, up) = match by {
        By::Current => walk!(
            "cast(0 as bigint)",
            "not (m.current > 0 and m.alive_until > $2) and ",
            "",
            "(m.longest, m.total, m.seniority, m.back_id)",
            "($4, $5, $6, $7)",
            "m.longest desc, m.total desc, m.seniority desc, m.back_id desc",
            "m.longest, m.total, m.seniority, m.back_id"
        ),
        By::Points => walk!(
            "cast(0 as bigint)",
            "m.points_milli = 0 and ",
            "",
            "(m.longest, m.total, m.seniority, m.back_id)",
            "($4, $5, $6, $7)",
            "m.longest desc, m.total desc, m.seniority desc, m.back_id desc",
            "m.longest, m.total, m.seniority, m.back_id"
        ),
        By::Longest | By::Total | By::Consistency => return None,
    };
    Some(match way {
        Way::Down => down,
        Way::Up => up,
    })
}

impl Tx {
    /// The rows of an event's ranking from a place on, which is not among them; going up, the nearest first.
    pub(crate) async fn walk(
        &mut self,
        (event, who): (EventId, Who),
        by: By,
        now: Instant,
        from: Cursor,
        way: Way,
        most: i64,
    ) -> Result<Vec<BoardRow>, Error> {
        let indexed = who == Who::In && self.is_indexed(event).await?;
        let zeroes = unvalued(by, way);
        let is_at_zero = from.value == 0 && zeroes.is_some();
        let steps = match (way, is_at_zero) {
            // Who has a value stands before who has none.
            (Way::Down, false) => [Some((valued(by, way), from)), zeroes.map(|s| (s, Cursor::TOP))],
            (Way::Down, true) => [zeroes.map(|s| (s, from)), None],
            (Way::Up, false) => [Some((valued(by, way), from)), None],
            (Way::Up, true) => {
                [zeroes.map(|s| (s, from)), Some((valued(by, way), Cursor::ABOVE_ZERO))]
            }
        };
        let mut rows: Vec<BoardRow> = vec![];
        for (statement, from) in steps.into_iter().flatten() {
            let left = most - rows.len() as i64;
            if left <= 0 {
                break;
            }
            let Cursor { value, longest, total, joined_at_desc, person_id_desc } = from;
            let mut numbers =
                vec![event.0, now.0, value, longest, total, joined_at_desc, person_id_desc, left];
            let statement = match who {
                Who::In => of_ranked(statement, indexed),
                Who::LeftAfter(last) => {
                    numbers.push(last.0.into());
                    of_left(statement, "$9")
                }
            };
            let found: Vec<Row> = self.rows(statement, &numbers).await?;
            rows.extend(found.into_iter().map(read));
        }
        Ok(rows)
    }

    /// The row of one member, if they are in the ranking.
    pub(crate) async fn board_row(
        &mut self,
        of: Membership,
        by: By,
        now: Instant,
    ) -> Result<Option<BoardRow>, Error> {
        let statement = row_of(by);
        let row: Option<Row> = on!(self, conn => sqlx::query_as(sqlx::AssertSqlSafe(statement))
            .bind(of.event.0).bind(of.person.0).bind(now.0).fetch_optional(conn).await)?;
        Ok(row.map(read))
    }

    /// The same of one who has left, and was in the event when a label closed on their own clock.
    pub(crate) async fn left_row(
        &mut self,
        of: Membership,
        by: By,
        now: Instant,
        last: Day,
    ) -> Result<Option<BoardRow>, Error> {
        let numbers = [of.event.0, of.person.0, now.0, last.0.into()];
        let rows: Vec<Row> = self.rows(of_left(&row_of(by), "$4"), &numbers).await?;
        Ok(rows.into_iter().next().map(read))
    }

    /// How many of those who have left so have a greater value. They have no run.
    pub(crate) async fn count_left_ahead(
        &mut self,
        event: EventId,
        by: By,
        value: i64,
        last: Day,
    ) -> Result<u64, Error> {
        let statement = format!(
            "select count(*) from membership m where m.event_id = $1 and m.ranked and {} > $2",
            column_of(by)
        );
        let statement = sqlx::AssertSqlSafe(of_left(&statement, "$3"));
        let count: i64 = on!(self, conn => sqlx::query_scalar(statement)
            .bind(event.0).bind(value).bind(i64::from(last.0)).fetch_one(conn).await)?;
        Ok(count as u64)
    }

    /// How many in the ranking of an event have a greater value.
    pub(crate) async fn count_ahead(
        &mut self,
        event: EventId,
        by: By,
        now: Instant,
        value: i64,
    ) -> Result<u64, Error> {
        let indexed = self.is_indexed(event).await?;
        let metric = match by {
            By::Current => Some(Metric::Current),
            By::Longest => Some(Metric::Longest),
            By::Total => Some(Metric::Total),
            By::Consistency | By::Points => None,
        };
        let count: i64 = match metric.filter(|_| indexed) {
            Some(metric) => on!(self, conn => sqlx::query_scalar(
                "select cast(coalesce(sum(n), 0) as bigint) from rank_count
                 where event_id = $1 and metric = $2 and alive_until > $3 and value > $4")
                .bind(event.0).bind(metric as i64).bind(now.0).bind(value).fetch_one(conn).await)?,
            None => {
                let statement = match by {
                    By::Current => {
                        "select count(*) from membership m where m.event_id = $1 and m.ranked and m.current > $2 and m.alive_until > $3"
                    }
                    By::Longest => {
                        "select count(*) from membership m where m.event_id = $1 and m.ranked and m.longest > $2 and $3 = $3"
                    }
                    By::Total => {
                        "select count(*) from membership m where m.event_id = $1 and m.ranked and m.total > $2 and $3 = $3"
                    }
                    By::Consistency => {
                        "select count(*) from membership m where m.event_id = $1 and m.ranked and m.consistency > $2 and $3 = $3"
                    }
                    By::Points => {
                        "select count(*) from membership m where m.event_id = $1 and m.ranked and m.points_milli > $2 and $3 = $3"
                    }
                };
                let statement = sqlx::AssertSqlSafe(of_ranked(statement, indexed));
                on!(self, conn => sqlx::query_scalar(statement)
                    .bind(event.0).bind(value).bind(now.0).fetch_one(conn).await)?
            }
        };
        Ok(count as u64)
    }

    /// Whether the rankings of an event are kept by indexes and counts.
    pub(crate) async fn is_indexed(&mut self, event: EventId) -> Result<bool, Error> {
        let indexed: Option<bool> = on!(self, conn => sqlx::query_scalar("select wide from event where id = $1")
            .bind(event.0).fetch_optional(conn).await)?;
        Ok(indexed.unwrap_or(false))
    }

    /// Begins to keep the rankings of an event by indexes and counts, if it has more than so many members. All
    /// its members are taken, in key order, so that nobody is counted twice or not at all.
    pub(crate) async fn enable_index(
        &mut self,
        event: EventId,
        more_than: i64,
    ) -> Result<bool, Error> {
        // Whoever ever joined is counted by the key alone, and as a rule is too few already.
        for statement in [
            "select count(*) from (select 1 from membership where event_id = $1 limit $2) as first_ones",
            "select count(*) from (select 1 from membership where event_id = $1 and ranked limit $2) as first_ones",
        ] {
            let members: i64 = on!(self, conn => sqlx::query_scalar(statement)
                .bind(event.0).bind(more_than + 1).fetch_one(conn).await)?;
            if members <= more_than {
                return Ok(false);
            }
        }
        // Whoever joins meanwhile waits here, and finds the event wide.
        let taken = on!(self, conn => sqlx::query("update event set wide = true where id = $1 and not wide")
            .bind(event.0).execute(conn).await.map(|done| done.rows_affected()))?;
        if taken == 0 {
            return Ok(false);
        }
        if let Tx::Postgres(tx) = self {
            sqlx::query(
                "select 1 from membership where event_id = $1 order by person_id for update",
            )
            .bind(event.0)
            .execute(tx.conn())
            .await?;
        }
        const STATEMENTS: [&str; 3] = [
            "update membership set wide = true where event_id = $1",
            "update window_tally set wide = true where event_id = $1",
            concat!(
                "insert into rank_count (event_id, metric, alive_until, value, n) ",
                counted!("event_id = $1")
            ),
        ];
        for statement in STATEMENTS {
            on!(self, conn => sqlx::query(statement).bind(event.0).execute(conn).await.map(drop))?;
        }
        Ok(true)
    }

    /// How many each of these events has in its ranking. A wide event that nobody is in is missing in the answer.
    pub(crate) async fn count_members(
        &mut self,
        events: &[EventId],
    ) -> Result<HashMap<EventId, u64>, Error> {
        let statement = each!(
            "with k(event_id) as (select cast(r.value->>0 as bigint) from",
            ")
             select c.event_id, cast(sum(c.n) as bigint) from k join event e on e.id = k.event_id and e.wide
             join rank_count c on c.event_id = k.event_id and c.metric = 2 group by c.event_id
             union all
             select e.id, (select count(*) from membership m where m.event_id = e.id)
                 - (select count(*) from membership m where m.event_id = e.id and not m.ranked)
             from k join event e on e.id = k.event_id and not e.wide"
        );
        let ids: Vec<[EventId; 1]> = events.iter().map(|event| [*event]).collect();
        let rows: Vec<(i64, i64)> = self.all(&statement, &ids).await?;
        Ok(rows.into_iter().map(|(event, count)| (EventId(event), count as u64)).collect())
    }

    /// Members of an event whose numbers may have changed by themselves since they were written.
    pub(crate) async fn stale_members(
        &mut self,
        event: EventId,
        now: Instant,
        most: i64,
    ) -> Result<Vec<Membership>, Error> {
        macro_rules! stale {
            ($wide:literal) => {
                concat!(
                    "select event_id, person_id from membership where event_id = $1 and ranked ",
                    $wide,
                    " and next_close is not null and next_close <= $2 order by next_close limit $3"
                )
            };
        }
        let statement = if self.is_indexed(event).await? { stale!("and wide") } else { stale!("") };
        let rows: Vec<(i64, i64)> = on!(self, conn => sqlx::query_as(statement)
            .bind(event.0).bind(now.0).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(event, person)| key(event, person)).collect())
    }

    /// The events of a community that its members see, or all public ones.
    pub(crate) async fn ranked_events(
        &mut self,
        community: Option<CommunityId>,
        most: i64,
    ) -> Result<Vec<EventId>, Error> {
        let rows: Vec<(i64,)> = on!(self, conn => sqlx::query_as(
            match community {
                None => "select id from event where ended_at is null and visibility = 'public' and $1 is null
                     order by created_at desc, id desc limit $2",
                Some(_) => "select id from event where community_id = $1 and ended_at is null and visibility in ('public', 'community')
                     order by created_at desc, id desc limit $2",
            })
            .bind(community.map(|community| community.0)).bind(most).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(id,)| EventId(id)).collect())
    }

    /// Where a member stood when they last looked, and where they stand now.
    pub(crate) async fn look(
        &mut self,
        of: Membership,
        metric: &str,
        rank: u64,
        now: Instant,
    ) -> Result<Option<u64>, Error> {
        let before: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select rank from rank_look where event_id = $1 and person_id = $2 and metric = $3")
            .bind(of.event.0).bind(of.person.0).bind(metric).fetch_optional(conn).await)?;
        on!(self, conn => sqlx::query(
            "insert into rank_look (event_id, person_id, metric, rank, at) values ($1, $2, $3, $4, $5)
             on conflict (event_id, person_id, metric) do update set rank = excluded.rank, at = excluded.at")
            .bind(of.event.0).bind(of.person.0).bind(metric).bind(rank as i64).bind(now.0).execute(conn).await.map(drop))?;
        Ok(before.map(|rank| rank as u64))
    }
}

pub(crate) fn read(row: Row) -> BoardRow {
    BoardRow {
        rank: 0,
        event: EventId(row.0),
        person: PersonId(row.1),
        name: row.2,
        value: row.3,
        current: row.10 as u32,
        longest: row.4 as u32,
        total: row.5 as u32,
        consistency_bp: u32::try_from(row.6).ok(),
        points_milli: row.7,
        place: Cursor {
            value: row.3,
            longest: row.4,
            total: row.5,
            joined_at_desc: row.8,
            person_id_desc: row.9,
        },
    }
}
