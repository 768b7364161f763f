//! Emptying a database.

use crate::error::Error;
use crate::store::{Tx, migrate, on};

/// Our tables; others may stand beside them.
const SQLITE_TABLES: &str = "select name from sqlite_master where type = 'table'";
const POSTGRES_TABLES: &str = "select tablename from pg_tables where schemaname = current_schema()";

impl Tx {
    /// Whether there is no person and no community.
    pub(crate) async fn is_empty(&mut self) -> Result<bool, Error> {
        let person: Option<i64> = on!(self, conn => sqlx::query_scalar("select min(id) from person").fetch_one(conn).await)?;
        let community: Option<i64> = on!(self, conn => sqlx::query_scalar("select min(id) from community").fetch_one(conn).await)?;
        Ok(person.is_none() && community.is_none())
    }

    /// Deletes every row of every table of ours.
    pub(crate) async fn empty(&mut self) -> Result<(), Error> {
        let ours = migrate::tables();
        let is_ours = |table: &String| ours.contains(table.as_str());
        match self {
            Tx::Sqlite(tx) => {
                let tables: Vec<String> =
                    sqlx::query_scalar(SQLITE_TABLES).fetch_all(&mut **tx).await?;
                let tables = tables.into_iter().filter(is_ours);
                let deletes: Vec<String> =
                    tables.map(|table| format!("delete from \"{table}\"")).collect();
                // Rows lean on each other until the last one is gone.
                let emptied = format!("pragma defer_foreign_keys = on; {}", deletes.join("; "));
                let emptied = sqlx::query(sqlx::AssertSqlSafe(emptied)).persistent(false);
                emptied.execute(&mut **tx).await?;
            }
            Tx::Postgres(tx) => {
                let tables: Vec<String> =
                    sqlx::query_scalar(POSTGRES_TABLES).fetch_all(tx.conn()).await?;
                let tables: Vec<String> = tables.into_iter().filter(is_ours).collect();
                let emptied = format!("truncate {}", tables.join(", "));
                sqlx::query(sqlx::AssertSqlSafe(emptied))
                    .persistent(false)
                    .execute(tx.conn())
                    .await?;
            }
        }
        Ok(())
    }

    pub(crate) async fn forget_cursor(&mut self, name: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from cursor_position where name = $1")
            .bind(name).execute(conn).await.map(drop))?;
        Ok(())
    }
}
