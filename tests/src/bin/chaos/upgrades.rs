//! Programs that are killed while they bring a database up to date.

use crate::Args;
use crate::kills::Moments;
use anyhow::{Context, ensure};
use engine::testing::Fresh;
use serde_json::{Value, json};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Stdio;
use tokio::process::Command;
use tokio::time::sleep;

/// What a start with all migrations takes, in milliseconds.
const START_MAX_MS: u64 = 60;

/// A database past the engine.
enum Sql {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// Every version's sample, upgraded once in peace and once with so many kills: all rows are the same.
pub async fn run(args: &Args, kills: usize) -> anyhow::Result<Value> {
    let all = Migrator::new(folder()).await?;
    let mut moments = Moments(7);
    let (mut killed, mut different) = (0, vec![]);
    for version in all.iter().map(|migration| migration.version) {
        let (calm, wild) = (sample(args, &all, version).await?, sample(args, &all, version).await?);
        ensure!(start(&calm).status().await?.success(), "version {version} is not upgraded");
        for _ in 0..kills {
            let mut starting = start(&wild).spawn()?;
            sleep(moments.next(1, START_MAX_MS)).await;
            killed += usize::from(starting.try_wait()?.is_none());
            starting.kill().await?;
        }
        ensure!(start(&wild).status().await?.success(), "version {version} is stuck");
        let (one, other) = (digest(&calm).await?, digest(&wild).await?);
        if one != other {
            different.push(version);
        }
        for fresh in [calm, wild] {
            fresh.remove().await?;
        }
    }
    Ok(json!({
        "scene": "upgrades", "versions": all.iter().count(), "kills": killed, "different": different,
        "holds": different.is_empty() && killed > 0,
    }))
}

fn folder() -> PathBuf {
    tests::root().join("migrations")
}

/// A new database as it was in a version, with its sample.
async fn sample(args: &Args, all: &Migrator, version: i64) -> anyhow::Result<Fresh> {
    let fresh = match &args.database {
        None => Fresh::sqlite()?,
        Some(url) => Fresh::postgres(url).await?,
    };
    let upto = all.iter().filter(|migration| migration.version <= version).cloned().collect();
    let upto = Migrator { migrations: Cow::Owned(upto), ..Migrator::DEFAULT };
    let life = std::fs::read_to_string(folder().join(format!("samples/{version:04}.sql")))?;
    let life = AssertSqlSafe(life);
    match Sql::open(&fresh.url).await? {
        Sql::Sqlite(pool) => {
            upto.run(&pool).await?;
            sqlx::raw_sql(life).execute(&pool).await?;
            pool.close().await;
        }
        Sql::Postgres(pool) => {
            upto.run(&pool).await?;
            sqlx::raw_sql(life).execute(&pool).await?;
            pool.close().await;
        }
    }
    Ok(fresh)
}

/// The program, which brings the database up to date and ends.
fn start(fresh: &Fresh) -> Command {
    let mut command = Command::new(tests::program());
    command.args(["inbox", "list"]).env_clear().env("STREAKS_DATABASE_URL", &fresh.url);
    command.stdout(Stdio::null()).kill_on_drop(true);
    command
}

impl Sql {
    async fn open(url: &str) -> anyhow::Result<Sql> {
        Ok(if url.starts_with("postgres") {
            Sql::Postgres(PgPool::connect(url).await?)
        } else {
            Sql::Sqlite(SqlitePool::connect(&format!("{url}?mode=rwc")).await?)
        })
    }

    async fn texts(&self, statement: String) -> anyhow::Result<Vec<String>> {
        let statement = AssertSqlSafe(statement);
        Ok(match self {
            Sql::Sqlite(pool) => sqlx::query_scalar(statement).fetch_all(pool).await?,
            Sql::Postgres(pool) => sqlx::query_scalar(statement).fetch_all(pool).await?,
        })
    }
}

/// All rows of all tables, those of the migrations aside: they say how long each took.
async fn digest(fresh: &Fresh) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let sql = Sql::open(&fresh.url).await?;
    let tables = match sql {
        Sql::Sqlite(_) => {
            "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
        }
        Sql::Postgres(_) => {
            "select cast(tablename as text) from pg_tables where schemaname = current_schema()"
        }
    };
    let tables = sql.texts(tables.to_owned()).await?;
    let mut rows = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !table.starts_with("_sqlx")) {
        let all = match sql {
            Sql::Postgres(_) => format!("select cast(t as text) from {table} t order by 1"),
            Sql::Sqlite(_) => {
                let columns = format!("select name from pragma_table_info('{table}')");
                let columns = sql.texts(columns).await?;
                let columns: Vec<String> =
                    columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
                ensure!(!columns.is_empty(), "{table} has no columns");
                format!("select {} as line from {table} order by line", columns.join(" || ',' || "))
            }
        };
        rows.insert(table, sql.texts(all).await?);
    }
    let check_ins = rows.get("check_in").context("there are check-ins")?;
    ensure!(!check_ins.is_empty(), "a sample without check-ins");
    match sql {
        Sql::Sqlite(pool) => pool.close().await,
        Sql::Postgres(pool) => pool.close().await,
    }
    Ok(rows)
}
