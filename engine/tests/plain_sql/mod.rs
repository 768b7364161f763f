//! The database behind an engine, looked at and tampered with past it.

use sqlx::{AssertSqlSafe, PgPool, Row, SqlitePool};

pub enum PlainSql {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl PlainSql {
    pub async fn open(url: &str) -> PlainSql {
        if url.starts_with("postgres") {
            PlainSql::Postgres(PgPool::connect(url).await.unwrap())
        } else {
            PlainSql::Sqlite(SqlitePool::connect(url).await.unwrap())
        }
    }

    /// Runs a statement and gives the numbers in its rows.
    pub async fn numbers(&self, statement: &str) -> Vec<i64> {
        let query = AssertSqlSafe(statement.to_owned());
        match self {
            PlainSql::Sqlite(pool) => sqlx::query_scalar(query).fetch_all(pool).await.unwrap(),
            // Nothing is prepared: behind a pooler it would be left in a connection that others are given.
            PlainSql::Postgres(pool) => {
                let rows = sqlx::raw_sql(query).fetch_all(pool).await.unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
        }
    }
}
