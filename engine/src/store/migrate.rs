//! Bringing the tables up to date.

use sqlx::migrate::{MigrateError, Migrator};
use std::collections::{BTreeMap, BTreeSet};

use crate::error::Error;
use crate::store::{Db, Tx, on};

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");
/// Tables whose rows change all the time: their dead rows are cleared after so many changes, not after a fifth
/// of the table, since what is due is looked for where the dead rows lie.
const BUSY_TABLES: [&str; 5] = ["membership", "rank_count", "reminder", "inbox", "outbox"];

/// The tables that the migrations make, also those that stand for a while only.
pub(crate) fn tables() -> BTreeSet<&'static str> {
    let lines = MIGRATIONS.iter().flat_map(|migration| migration.sql.as_str().lines());
    lines.filter_map(|line| line.strip_prefix("create table ")?.split(' ').next()).collect()
}

/// Hears how much of a long work is done: steps, and all of them.
pub type Told<'a> = &'a (dyn Fn(u64, u64) + Send + Sync);

impl Db {
    /// Brings the tables up to date, one migration after the other; of several processes that start at once one
    /// does it.
    pub(crate) async fn migrate(&self, told: Told<'_>) -> Result<(), Error> {
        let applied = self.applied().await?;
        let versions = MIGRATIONS.iter().map(|migration| migration.version);
        let pending: Vec<i64> = versions.filter(|version| !applied.contains_key(version)).collect();
        if let Db::Postgres(pool) = self
            && !pool.is_keeping
        {
            // sqlx keeps statements by name here, and its lock in a session.
            for (version, checksum) in &applied {
                let known = MIGRATIONS.iter().find(|migration| migration.version == *version);
                match known {
                    Some(known) if *known.checksum == **checksum => {}
                    Some(_) => return Err(explained(MigrateError::VersionMismatch(*version))),
                    None => return Err(explained(MigrateError::VersionMissing(*version))),
                }
            }
            let why = "its tables are of an older version: start once with an address that leads past the pooler";
            return if pending.is_empty() { Ok(()) } else { Err(Error::Setting(why.to_owned())) };
        }
        for (done, version) in (1..).zip(&pending) {
            self.run_to(*version).await?;
            told(done, pending.len() as u64);
        }
        // Also where nothing is pending: what was applied must be what we know.
        self.run_to(i64::MAX).await?;
        let Db::Postgres(pool) = self else { return Ok(()) };
        for table in BUSY_TABLES {
            let vacuum = format!(
                "alter table {table} set (autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 2000)"
            );
            sqlx::raw_sql(sqlx::AssertSqlSafe(vacuum)).execute(&pool.pool).await?;
        }
        Ok(())
    }

    async fn run_to(&self, version: i64) -> Result<(), Error> {
        match self {
            Db::Sqlite { writer, .. } => MIGRATIONS.run_to(version, writer).await,
            Db::Postgres(pool) => MIGRATIONS.run_to(version, &pool.pool).await,
        }
        .map_err(explained)
    }

    /// The migrations that a database knows, with their checksums.
    async fn applied(&self) -> Result<BTreeMap<i64, Vec<u8>>, Error> {
        let mut tx = self.write().await?;
        let is_there = match tx {
            Tx::Sqlite(_) => {
                "select count(*) > 0 from sqlite_master where name = '_sqlx_migrations'"
            }
            Tx::Postgres(_) => "select to_regclass('_sqlx_migrations') is not null",
        };
        let is_there: bool =
            on!(&mut tx, conn => sqlx::query_scalar(is_there).fetch_one(conn).await)?;
        if !is_there {
            return Ok(BTreeMap::new());
        }
        let applied: Vec<(i64, Vec<u8>)> = on!(&mut tx, conn => {
            sqlx::query_as("select version, checksum from _sqlx_migrations where success").fetch_all(conn).await
        })?;
        Ok(applied.into_iter().collect())
    }
}

/// Says what an operator can do about tables that are not ours.
fn explained(error: MigrateError) -> Error {
    match error {
        MigrateError::VersionMissing(version) => Error::Setting(format!(
            "it was written by a newer version of this program (migration {version}): start that version, or restore a backup"
        )),
        MigrateError::VersionMismatch(version) => Error::Setting(format!(
            "its migration {version} is not the one of this program: it belongs to another build"
        )),
        other => other.into(),
    }
}
