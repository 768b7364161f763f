//! Emptying a database.

use crate::error::Error;
use crate::store::{Tx, on};

/// All tables but the one that says how they were made.
const SQLITE_TABLES: &str = "select name from sqlite_master where type = 'table'
    and name not glob 'sqlite_*' and name <> '_sqlx_migrations'";
const POSTGRES_EMPTIED: &str = "do $$ begin execute (
    select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables
    where schemaname = current_schema() and tablename <> '_sqlx_migrations'); end $$";

impl Tx {
    /// Whether there is no person and no community.
    pub(crate) async fn is_empty(&mut self) -> Result<bool, Error> {
        let person: Option<i64> = on!(self, conn => sqlx::query_scalar("select min(id) from person").fetch_one(conn).await)?;
        let community: Option<i64> = on!(self, conn => sqlx::query_scalar("select min(id) from community").fetch_one(conn).await)?;
        Ok(person.is_none() && community.is_none())
    }

    /// Deletes every row of every table.
    pub(crate) async fn empty(&mut self) -> Result<(), Error> {
        match self {
            Tx::Sqlite(tx) => {
                let tables: Vec<String> =
                    sqlx::query_scalar(SQLITE_TABLES).fetch_all(&mut **tx).await?;
                let deletes: Vec<String> =
                    tables.iter().map(|table| format!("delete from \"{table}\"")).collect();
                // Rows lean on each other until the last one is gone.
                let emptied = format!("pragma defer_foreign_keys = on; {}", deletes.join("; "));
                let emptied = sqlx::query(sqlx::AssertSqlSafe(emptied)).persistent(false);
                emptied.execute(&mut **tx).await?;
            }
            Tx::Postgres(tx) => {
                sqlx::query(POSTGRES_EMPTIED).execute(tx.conn()).await?;
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
