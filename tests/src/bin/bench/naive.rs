//! What one would write first: a pool whose transactions begin deferred and a transaction a check-in, on
//! simple tables of its own; and `rank()` over all rows.

use crate::check_in::Request;
use crate::scene::Sql;

const TABLES: &str = "
    create table naive_streak (
        event_id bigint not null, person_id bigint not null, run bigint not null, last_day bigint not null,
        longest bigint not null, total bigint not null, alive_until bigint not null,
        primary key (event_id, person_id));
    create index naive_streak_board on naive_streak (event_id, run desc, person_id);
    create index naive_streak_expiry on naive_streak (alive_until);
    create table naive_check_in (
        event_id bigint not null, person_id bigint not null, day bigint not null, at bigint not null,
        primary key (event_id, person_id, day));
    create table naive_news (
        dedupe_key text not null primary key, event_id bigint not null, payload text not null, due_at bigint not null);
    create index naive_news_due on naive_news (due_at);
    insert into naive_streak select event_id, person_id, 0, 0, 0, 0, 0 from membership";

/// The first ten of an event, and one member: `$1` is the event, `$2` the instant, `$3` the person.
pub const TOP: &str = "select person_id, value, place from (
        select person_id, value, rank() over (order by value desc) as place from (
            select person_id, case when alive_until > $2 then current else 0 end as value
            from membership where event_id = $1 and ranked) as v) as r
    where place <= 10 or person_id = $3 order by place limit 11";

/// One member's rank.
pub const OWN: &str = "select person_id, value, place from (
        select person_id, value, rank() over (order by value desc) as place from (
            select person_id, case when alive_until > $2 then current else 0 end as value
            from membership where event_id = $1 and ranked) as v) as r
    where person_id = $3";

/// Makes tables that hold those who are members now.
pub async fn prepare(sql: &Sql) -> anyhow::Result<()> {
    sql.run_raw(TABLES).await
}

macro_rules! check_in {
    ($pool:expr, $request:expr, $lock:literal) => {{
        let (event, person) = ($request.of.event.0, $request.of.person.0);
        let (day, at) = (i64::from($request.day), $request.now().0);
        let mut tx = $pool.begin().await?;
        let (run, last_day, longest): (i64, i64, i64) = sqlx::query_as(concat!(
            "select run, last_day, longest from naive_streak where event_id = $1 and person_id = $2",
            $lock
        ))
        .bind(event)
        .bind(person)
        .fetch_one(&mut *tx)
        .await?;
        if day <= last_day {
            return Ok(true);
        }
        let run = if day == last_day + 1 { run + 1 } else { 1 };
        sqlx::query("insert into naive_check_in (event_id, person_id, day, at) values ($1, $2, $3, $4)")
            .bind(event)
            .bind(person)
            .bind(day)
            .bind(at)
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "update naive_streak set run = $3, last_day = $4, longest = $5, total = total + 1, alive_until = $6
             where event_id = $1 and person_id = $2",
        )
        .bind(event)
        .bind(person)
        .bind(run)
        .bind(day)
        .bind(longest.max(run))
        .bind((day + 2) * 86_400)
        .execute(&mut *tx)
        .await?;
        sqlx::query("insert into naive_news (dedupe_key, event_id, payload, due_at) values ($1, $2, $3, $4)")
            .bind(format!("{event}:{person}:{day}"))
            .bind(event)
            .bind(format!("{{\"person\":{person},\"run\":{run}}}"))
            .bind(at)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(false)
    }};
}

/// Checks in, and says whether that had been done before.
pub async fn check_in(sql: &Sql, request: &Request) -> Result<bool, sqlx::Error> {
    match sql {
        Sql::Sqlite(pool) => check_in!(pool, request, ""),
        Sql::Postgres(pool) => check_in!(pool, request, " for update"),
        Sql::Nothing => Ok(false),
    }
}
