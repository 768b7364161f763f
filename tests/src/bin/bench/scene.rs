//! A database of one's own with an engine over it, and plain SQL beside the engine.

use crate::Args;
use engine::Engine;
use engine::testing::Fresh;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};
use std::time::Duration;

pub struct Scene {
    pub url: String,
    pub engine: Engine,
    pub sql: Sql,
    pub database: &'static str,
    fresh: Fresh,
}

/// Plain SQL on the same database: one text serves both kinds.
#[derive(Clone)]
pub enum Sql {
    Sqlite(SqlitePool),
    Postgres(PgPool),
    /// For what needs no database.
    Nothing,
}

/// Under this name the server lists our connections, so that nobody else's work is counted as ours.
fn application() -> String {
    format!("bench-{}", std::process::id())
}

impl Scene {
    async fn open(args: &Args) -> anyhow::Result<Scene> {
        let fresh = match &args.database {
            None => Fresh::sqlite()?,
            Some(url) => {
                let separator = if url.contains('?') { '&' } else { '?' };
                let name = application();
                Fresh::postgres(&format!("{url}{separator}application_name={name}")).await?
            }
        };
        let engine = Engine::open(&fresh.url).await?;
        let sql = Sql::open(&fresh.url, 1).await?;
        let database = engine.health().database();
        Ok(Scene { url: fresh.url.clone(), engine, sql, database, fresh })
    }

    /// Lets something happen in a new scene, which is removed however that ends.
    pub async fn within(
        args: &Args,
        work: impl AsyncFnOnce(&Scene) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let scene = Scene::open(args).await?;
        let done = tokio::select! {
            done = work(&scene) => done,
            _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("interrupted")),
        };
        scene.remove().await?;
        done
    }

    async fn remove(self) -> anyhow::Result<()> {
        self.engine.close().await;
        self.sql.close().await;
        Ok(self.fresh.remove().await?)
    }
}

impl Sql {
    /// With the settings of the engine: WAL, and nothing is acknowledged that is not on the disk.
    pub async fn open(url: &str, connections: u32) -> anyhow::Result<Sql> {
        const TIME_LIMIT: Duration = Duration::from_secs(60);
        if url.starts_with("postgres") {
            let options: PgConnectOptions = url.parse()?;
            let pool =
                PgPoolOptions::new().max_connections(connections).acquire_timeout(TIME_LIMIT);
            return Ok(Sql::Postgres(pool.connect_with(options).await?));
        }
        let options: SqliteConnectOptions = url.parse()?;
        let options = options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5));
        let pool =
            SqlitePoolOptions::new().max_connections(connections).acquire_timeout(TIME_LIMIT);
        Ok(Sql::Sqlite(pool.connect_with(options).await?))
    }

    /// Runs a statement with these numbers as `$1`, `$2` and so on.
    pub async fn run(&self, statement: &str, numbers: &[i64]) -> anyhow::Result<()> {
        let statement = AssertSqlSafe(statement.to_owned());
        macro_rules! run {
            ($pool:expr) => {{
                let query = numbers.iter().fold(sqlx::query(statement), |query, n| query.bind(*n));
                query.execute($pool).await?;
            }};
        }
        match self {
            Sql::Sqlite(pool) => run!(pool),
            Sql::Postgres(pool) => run!(pool),
            Sql::Nothing => {}
        }
        Ok(())
    }

    /// Runs statements that cannot be prepared.
    pub async fn run_raw(&self, statements: &str) -> anyhow::Result<()> {
        let statements = AssertSqlSafe(statements.to_owned());
        match self {
            Sql::Sqlite(pool) => sqlx::raw_sql(statements).execute(pool).await.map(drop)?,
            Sql::Postgres(pool) => sqlx::raw_sql(statements).execute(pool).await.map(drop)?,
            Sql::Nothing => {}
        }
        Ok(())
    }

    /// Three columns of numbers.
    pub async fn rows(
        &self,
        statement: &str,
        numbers: &[i64],
    ) -> anyhow::Result<Vec<(i64, i64, i64)>> {
        let statement = AssertSqlSafe(statement.to_owned());
        macro_rules! rows {
            ($pool:expr) => {{
                let query =
                    numbers.iter().fold(sqlx::query_as(statement), |query, n| query.bind(*n));
                query.fetch_all($pool).await?
            }};
        }
        Ok(match self {
            Sql::Sqlite(pool) => rows!(pool),
            Sql::Postgres(pool) => rows!(pool),
            Sql::Nothing => vec![],
        })
    }

    pub async fn number(&self, statement: &str) -> anyhow::Result<i64> {
        let statement = AssertSqlSafe(statement.to_owned());
        Ok(match self {
            Sql::Sqlite(pool) => sqlx::query_scalar(statement).fetch_one(pool).await?,
            Sql::Postgres(pool) => sqlx::query_scalar(statement).fetch_one(pool).await?,
            Sql::Nothing => 0,
        })
    }

    /// The processes of the server that serve us or everybody; none where the server is elsewhere.
    pub async fn server_processes(&self) -> anyhow::Result<Vec<i32>> {
        match self {
            Sql::Sqlite(_) | Sql::Nothing => Ok(vec![]),
            Sql::Postgres(pool) => Ok(sqlx::query_scalar(
                "select pid from pg_stat_activity
                 where application_name = current_setting('application_name')
                 or backend_type not in ('client backend', 'parallel worker', 'autovacuum worker')",
            )
            .fetch_all(pool)
            .await?),
        }
    }

    /// Brings the database into the state in which a long life would have left it.
    pub async fn settle(&self) -> anyhow::Result<()> {
        match self {
            Sql::Sqlite(_) => self.run_raw("pragma wal_checkpoint(truncate)").await,
            Sql::Postgres(_) => self.run_raw("vacuum analyze").await,
            Sql::Nothing => Ok(()),
        }
    }

    async fn close(&self) {
        match self {
            Sql::Sqlite(pool) => pool.close().await,
            Sql::Postgres(pool) => pool.close().await,
            Sql::Nothing => {}
        }
    }
}
