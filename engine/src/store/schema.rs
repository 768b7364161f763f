//! What the database has, for tests that want a word about each part of it.

use crate::error::Error;
use crate::store::Tx;
use crate::testing;

/// Every column of ours: its table, its name and its type.
pub(crate) async fn columns() -> Result<Vec<(String, String, String)>, Error> {
    let engine = testing::engine().await?;
    let mut tx = engine.db.read().await?;
    let mut columns: Vec<(String, String, String)> = match &mut tx {
        Tx::Sqlite(tx) => sqlx::query_as(
            "select m.name, p.name, lower(p.type) from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table'")
            .fetch_all(&mut **tx).await?,
        Tx::Postgres(tx) => sqlx::query_as(
            "select cast(table_name as text), cast(column_name as text), cast(data_type as text)
             from information_schema.columns where table_schema = current_schema()")
            .fetch_all(tx.conn()).await?,
    };
    columns.retain(|(table, ..)| table != "_sqlx_migrations");
    assert!(columns.len() > 100, "all columns are looked at");
    Ok(columns)
}

/// Every column that names a person, with its table.
pub(crate) async fn naming_people() -> Result<Vec<(String, String)>, Error> {
    let mut columns = columns().await?;
    columns.retain(|(_, column, kind)| {
        let is_name = column.contains("person") || column == "owner_id" || column.ends_with("_by");
        is_name && kind == "bigint"
    });
    Ok(columns.into_iter().map(|(table, column, _)| (table, column)).collect())
}
