//! PostgreSQL behind a pooler that hands each transaction to another of its connections: nothing may be left behind in one.

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use sqlx::postgres::{PgConnection, PgQueryResult, PgRow, PgStatement, PgTypeInfo};
use sqlx::{Either, Execute, Executor, Postgres, SqlStr};

use crate::error::Error;

/// Every statement of ours goes by an index, over lists of a few hundred rows. PostgreSQL cannot know how long a
/// list is, guesses, and once in a while reads a whole table to join it: 84 ms for 9 rows were seen.
const BEGIN: &str = "begin; set local enable_hashjoin = off; set local enable_mergejoin = off;
    set local enable_seqscan = off; set local jit = off";
/// How an address says that statements cannot be kept by name.
pub(crate) const UNNAMED: &str = "statement-cache-capacity=0";

/// The pool, and whether a connection keeps the statements that were prepared on it.
#[derive(Clone)]
pub(crate) struct PgPool {
    pub(crate) pool: sqlx::PgPool,
    pub(super) is_keeping: bool,
}

pub(crate) struct PgTx {
    tx: sqlx::Transaction<'static, Postgres>,
    is_keeping: bool,
}

/// The connection of a transaction.
#[derive(Debug)]
pub(crate) struct Conn<'c> {
    conn: &'c mut PgConnection,
    is_keeping: bool,
}

/// A statement that is sent without a name.
struct Unnamed<E>(E);

impl PgPool {
    pub(super) fn new(pool: sqlx::PgPool, url: &str) -> PgPool {
        PgPool { pool, is_keeping: !url.contains(UNNAMED) }
    }

    pub(super) async fn begin(&self) -> Result<PgTx, Error> {
        Ok(PgTx { tx: self.pool.begin_with(BEGIN).await?, is_keeping: self.is_keeping })
    }
}

impl PgTx {
    pub(super) fn conn(&mut self) -> Conn<'_> {
        Conn { conn: &mut self.tx, is_keeping: self.is_keeping }
    }

    pub(super) async fn commit(self) -> Result<(), Error> {
        Ok(self.tx.commit().await?)
    }
}

impl<'q, E: Execute<'q, Postgres>> Execute<'q, Postgres> for Unnamed<E> {
    fn sql(self) -> SqlStr {
        self.0.sql()
    }

    fn statement(&self) -> Option<&PgStatement> {
        self.0.statement()
    }

    fn take_arguments(
        &mut self,
    ) -> Result<Option<sqlx::postgres::PgArguments>, sqlx::error::BoxDynError> {
        self.0.take_arguments()
    }

    fn persistent(&self) -> bool {
        false
    }
}

impl<'c> Executor<'c> for Conn<'c> {
    type Database = Postgres;

    fn fetch_many<'e, 'q: 'e, E>(
        self,
        query: E,
    ) -> BoxStream<'e, Result<Either<PgQueryResult, PgRow>, sqlx::Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        match self.is_keeping {
            true => self.conn.fetch_many(query),
            false => self.conn.fetch_many(Unnamed(query)),
        }
    }

    fn fetch_optional<'e, 'q: 'e, E>(
        self,
        query: E,
    ) -> BoxFuture<'e, Result<Option<PgRow>, sqlx::Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        match self.is_keeping {
            true => self.conn.fetch_optional(query),
            false => self.conn.fetch_optional(Unnamed(query)),
        }
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [PgTypeInfo],
    ) -> BoxFuture<'e, Result<PgStatement, sqlx::Error>>
    where
        'c: 'e,
    {
        self.conn.prepare_with(sql, parameters)
    }

    fn describe<'e>(
        self,
        sql: SqlStr,
    ) -> BoxFuture<'e, Result<sqlx::Describe<Postgres>, sqlx::Error>>
    where
        'c: 'e,
    {
        self.conn.describe(sql)
    }
}
