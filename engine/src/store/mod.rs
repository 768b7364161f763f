//! All SQL. One text serves SQLite and PostgreSQL.

mod app;
mod badges;
mod block;
pub(crate) mod brought;
mod communities;
pub(crate) mod day;
mod dead_letters;
mod depth;
pub(crate) mod destinations;
mod draft;
pub(crate) mod due;
mod email;
mod erase;
mod event;
pub(crate) mod event_destinations;
mod facts;
mod gathered;
mod inbox;
mod invites;
pub(crate) mod leaderboard;
mod lease;
mod left;
mod link_codes;
pub(crate) mod membership;
mod merge;
pub(crate) mod migrate;
mod moderation;
pub(crate) mod new_delivery;
mod notify;
mod orphan;
mod outbox;
mod parted;
mod passkey;
mod peer_messages;
mod person;
pub(crate) mod pooled;
mod post;
mod proof_files;
mod proofs;
mod push;
mod rebuild;
mod reminder;
pub(crate) mod save;
#[cfg(test)]
mod schema;
mod session;
mod settled;
mod silence;
mod token;
mod trace;
mod trial;
mod widened;
mod window;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPoolOptions, PgRow};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, FromRow, SqliteConnection, SqlitePool};
use std::ops::{Deref, DerefMut};
use std::time::Duration;

use crate::error::Error;
use crate::store::migrate::Told;
use crate::store::pooled::{PgPool, PgTx};

/// An open database: for SQLite one connection that writes and several that read.
#[derive(Clone)]
pub(crate) enum Db {
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    Postgres(PgPool),
}

/// A transaction on either.
pub(crate) enum Tx {
    Sqlite(SqliteTx),
    Postgres(PgTx),
}

/// A connection to SQLite: each word to its driver is a way to another thread and back, and those two are saved where one
/// statement is all there is.
pub(crate) enum SqliteTx {
    Whole(sqlx::Transaction<'static, sqlx::Sqlite>),
    Single(PoolConnection<sqlx::Sqlite>),
}

impl Deref for SqliteTx {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            SqliteTx::Whole(tx) => tx,
            SqliteTx::Single(connection) => connection,
        }
    }
}

impl DerefMut for SqliteTx {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            SqliteTx::Whole(tx) => tx,
            SqliteTx::Single(connection) => connection,
        }
    }
}

/// Compiles the same body for whichever database is open.
macro_rules! on {
    ($tx:expr, $conn:ident => $body:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $body
            }
            $crate::store::Tx::Postgres(tx) => {
                let $conn = tx.conn();
                $body
            }
        }
    };
}
pub(crate) use on;

/// A statement over a list of rows that is handed over as one JSON array of arrays in `$1`: only the
/// name of the function that opens it differs.
pub(crate) struct Each {
    sqlite: &'static str,
    postgres: &'static str,
}

/// Builds an [`Each`]: what comes before the rows, and what after. The rows are `r`, a field of a row
/// is `r.value->>n`.
macro_rules! each {
    ($before:expr, $after:expr) => {
        $crate::store::Each {
            sqlite: concat!($before, " json_each($1) as r ", $after),
            postgres: concat!($before, " jsonb_array_elements($1::jsonb) as r(value) ", $after),
        }
    };
}
pub(crate) use each;

const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 8;
/// How long after its last use a connection is taken for one that stands.
const TRUSTED_FOR: Duration = Duration::from_secs(1);
/// Pages that SQLite keeps in memory, in KiB and therefore negative: what one batch after the other touches. With
/// four times as many a commit takes longer, since SQLite goes through all of them after a page has split.
const CACHE_KIB: &str = "-4096";
/// The same for each connection that reads; the system keeps the rest of the file.
const READER_CACHE_KIB: &str = "-1024";
/// Pages in the log before they go to their places: a page that many batches write goes there once.
const CHECKPOINT_PAGES: &str = "8000";
/// The level at which sqlx tells of each statement.
const TOLD_AT: log::LevelFilter = log::LevelFilter::Trace;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

impl Db {
    /// Opens what a URL names, brings its tables up to date, and refuses what would forget.
    pub(crate) async fn open(url: &str, told: Told<'_>) -> Result<Db, Error> {
        let db = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Db::open_postgres(url, None).await?
        } else if url.starts_with("sqlite:") {
            Db::open_sqlite(url).await?
        } else {
            let known = "database.url begins with sqlite: or postgres://";
            return Err(Error::Setting(known.to_owned()));
        };
        db.migrate(told).await?;
        db.assert_durable().await?;
        Ok(db)
    }

    async fn open_sqlite(url: &str) -> Result<Db, Error> {
        if url.contains(":memory:") || url.contains("mode=memory") {
            let why = "a database in memory forgets what it acknowledged: name a file";
            return Err(Error::Setting(why.to_owned()));
        }
        let options: SqliteConnectOptions = url.parse()?;
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is deleted is overwritten where that costs no further writing; the rest is left to `overwrite`.
            .pragma("secure_delete", "fast")
            .pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
            .busy_timeout(BUSY_TIMEOUT)
            .log_statements(TOLD_AT);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .test_before_acquire(false)
            .after_release(|connection, _| Box::pin(is_clean(connection)));
        let roomy = options.clone().pragma("cache_size", CACHE_KIB);
        let writer = writer.connect_with(roomy).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .after_release(|connection, _| Box::pin(is_clean(connection)));
        let readers = readers
            .connect_lazy_with(options.pragma("cache_size", READER_CACHE_KIB).read_only(true));
        Ok(Db::Sqlite { writer, readers })
    }

    /// `schema` keeps the tables of one test apart from those of others.
    pub(crate) async fn open_postgres(url: &str, schema: Option<&str>) -> Result<Db, Error> {
        let options: sqlx::postgres::PgConnectOptions = url.parse()?;
        let mut options = options.log_statements(TOLD_AT);
        if let Some(schema) = schema {
            options = options.options([("search_path", schema)]);
        }
        // Whoever was used just now is there still: to ask costs each transaction a round trip.
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .test_before_acquire(false)
            .before_acquire(|connection, used| {
                Box::pin(async move {
                    Ok(used.idle_for < TRUSTED_FOR || connection.ping().await.is_ok())
                })
            });
        Ok(Db::Postgres(PgPool::new(pool.connect_with(options).await?, url)))
    }

    /// Leaves nothing of what was deleted in SQLite's file and its log: free pages, and gaps between rows that were moved,
    /// keep it otherwise. Writes the whole file anew, while which nothing else is written.
    /// False where somebody reads on in the log.
    pub(crate) async fn overwrite(&self) -> Result<bool, Error> {
        let Db::Sqlite { writer, .. } = self else { return Ok(true) };
        sqlx::query("vacuum").execute(writer).await?;
        let (is_busy, _, _): (i64, i64, i64) =
            sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(writer).await?;
        Ok(is_busy == 0)
    }

    /// Refuses a database that would forget what it acknowledged.
    async fn assert_durable(&self) -> Result<(), Error> {
        match self {
            Db::Sqlite { writer, .. } => {
                let mode: String =
                    sqlx::query_scalar("pragma journal_mode").fetch_one(writer).await?;
                let synchronous: i64 =
                    sqlx::query_scalar("pragma synchronous").fetch_one(writer).await?;
                let keys: i64 = sqlx::query_scalar("pragma foreign_keys").fetch_one(writer).await?;
                // 2 is FULL, 3 is EXTRA.
                expect("journal_mode", &mode, mode == "wal")?;
                expect("synchronous", &synchronous.to_string(), synchronous >= 2)?;
                expect("foreign_keys", &keys.to_string(), keys == 1)
            }
            Db::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                for (setting, off) in [("fsync", "off"), ("synchronous_commit", "off")] {
                    let value: String = sqlx::query_scalar("select current_setting($1)")
                        .bind(setting)
                        .fetch_one(tx.conn())
                        .await?;
                    expect(setting, &value, value != off)?;
                }
                Ok(())
            }
        }
    }

    /// A transaction that writes. On SQLite it takes the only write lock at once, since a deferred one
    /// loses to whoever wrote in between.
    pub(crate) async fn write(&self) -> Result<Tx, Error> {
        Ok(match self {
            Db::Sqlite { writer, .. } => {
                Tx::Sqlite(SqliteTx::Whole(writer.begin_with("begin immediate").await?))
            }
            Db::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that only reads.
    pub(crate) async fn read(&self) -> Result<Tx, Error> {
        Ok(match self {
            Db::Sqlite { readers, .. } => Tx::Sqlite(SqliteTx::Whole(readers.begin().await?)),
            Db::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// To read by one statement, or by several that need not see the same moment.
    pub(crate) async fn look(&self) -> Result<Tx, Error> {
        Ok(match self {
            Db::Sqlite { readers, .. } => Tx::Sqlite(SqliteTx::Single(readers.acquire().await?)),
            Db::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Db::Sqlite { .. } => "SQLite",
            Db::Postgres(_) => "PostgreSQL",
        }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Db::Sqlite { .. })
    }

    pub(crate) async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.pool.close().await,
        }
    }
}

/// Whether a connection has left its transaction behind. A full disk or an I/O error ends one within SQLite alone, and
/// the driver still counts it: such a connection could never begin another.
async fn is_clean(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if !connection.is_in_transaction() {
        return Ok(true);
    }
    // The rollback of what was dropped stands in a queue: it is done once this is answered.
    connection.ping().await?;
    let is_clean = !connection.is_in_transaction();
    if !is_clean {
        tracing::warn!("a connection whose transaction broke is closed");
    }
    Ok(is_clean)
}

fn expect(setting: &str, value: &str, holds: bool) -> Result<(), Error> {
    let why = || Error::Setting(format!("the database is not durable: {setting} is {value}"));
    if holds { Ok(()) } else { Err(why()) }
}

impl Tx {
    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Tx::Sqlite(SqliteTx::Whole(tx)) => tx.commit().await?,
            Tx::Sqlite(SqliteTx::Single(_)) => {}
            Tx::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Runs a statement over rows; without rows there is nothing to run.
    pub(crate) async fn each<T: Serialize>(
        &mut self,
        statement: &Each,
        rows: &[T],
    ) -> Result<u64, Error> {
        if rows.is_empty() {
            return Ok(0);
        }
        let rows = json(rows)?;
        Ok(match self {
            Tx::Sqlite(tx) => {
                sqlx::query(statement.sqlite).bind(rows).execute(&mut **tx).await?.rows_affected()
            }
            Tx::Postgres(tx) => {
                sqlx::query(statement.postgres).bind(rows).execute(tx.conn()).await?.rows_affected()
            }
        })
    }

    /// Runs a statement over rows that answers with what it wrote.
    pub(crate) async fn returning<T: Serialize, R>(
        &mut self,
        statement: &Each,
        rows: &[T],
    ) -> Result<Vec<R>, Error>
    where
        R: for<'r> FromRow<'r, PgRow> + for<'r> FromRow<'r, SqliteRow> + Send + Unpin,
    {
        if rows.is_empty() {
            return Ok(vec![]);
        }
        let rows = json(rows)?;
        Ok(match self {
            Tx::Sqlite(tx) => {
                sqlx::query_as(statement.sqlite).bind(rows).fetch_all(&mut **tx).await?
            }
            Tx::Postgres(tx) => {
                sqlx::query_as(statement.postgres).bind(rows).fetch_all(tx.conn()).await?
            }
        })
    }

    /// The rows of a statement over numbers, gathered as in [`Tx::all`].
    pub(crate) async fn rows<R>(
        &mut self,
        statement: String,
        numbers: &[i64],
    ) -> Result<Vec<R>, Error>
    where
        R: Gathered + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        Ok(match self {
            Tx::Sqlite(tx) => {
                let gather = sqlx::AssertSqlSafe(gather(&statement, R::WIDTH));
                let query = sqlx::query_scalar::<_, String>(gather);
                let query = numbers.iter().fold(query, |query, number| query.bind(*number));
                read_gathered(&query.fetch_one(&mut **tx).await?)?
            }
            Tx::Postgres(tx) => {
                let query = sqlx::query_as(sqlx::AssertSqlSafe(statement));
                let query = numbers.iter().fold(query, |query, number| query.bind(*number));
                query.fetch_all(tx.conn()).await?
            }
        })
    }

    /// Asks about a list of rows. SQLite's driver hands rows over one by one from another thread, at a price
    /// that reads of many rows feel; there the answer is gathered into one JSON text. Flags are numbers.
    pub(crate) async fn all<T: Serialize, R>(
        &mut self,
        statement: &Each,
        rows: &[T],
    ) -> Result<Vec<R>, Error>
    where
        R: Gathered + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        if rows.is_empty() {
            return Ok(vec![]);
        }
        let rows = json(rows)?;
        Ok(match self {
            Tx::Sqlite(tx) => {
                let gather = sqlx::AssertSqlSafe(gather(statement.sqlite, R::WIDTH));
                let text: String =
                    sqlx::query_scalar(gather).bind(rows).fetch_one(&mut **tx).await?;
                read_gathered(&text)?
            }
            Tx::Postgres(tx) => {
                sqlx::query_as(statement.postgres).bind(rows).fetch_all(tx.conn()).await?
            }
        })
    }
}

fn json<T: Serialize>(rows: &[T]) -> Result<String, Error> {
    serde_json::to_string(rows).map_err(|e| Error::unreadable("row", &e))
}

fn read_gathered<R: Gathered>(text: &str) -> Result<Vec<R>, Error> {
    serde_json::from_str(text).map_err(|e| Error::unreadable("answer", &e))
}

/// A row that can come out of one JSON text.
pub(crate) trait Gathered: DeserializeOwned {
    /// The number of columns.
    const WIDTH: usize;
}

macro_rules! gathered {
    ($($width:literal: $($column:ident)+;)+) => {
        $(impl<$($column: DeserializeOwned),+> Gathered for ($($column,)+) {
            const WIDTH: usize = $width;
        })+
    };
}
gathered! {
    1: A;
    2: A B;
    3: A B C;
    4: A B C D;
    5: A B C D E;
    6: A B C D E F;
    7: A B C D E F G;
    8: A B C D E F G H;
    9: A B C D E F G H I;
    11: A B C D E F G H I J K;
    12: A B C D E F G H I J K L;
    16: A B C D E F G H I J K L M N O P;
}

/// The statement whose only row holds all rows of another. SQLite keeps their order for this aggregate.
fn gather(statement: &str, width: usize) -> String {
    let columns = (0..width).map(|n| format!("c{n}")).collect::<Vec<_>>().join(", ");
    format!(
        "with answer({columns}) as ({statement})
         select json_group_array(json_array({columns})) from answer"
    )
}
