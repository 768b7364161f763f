//! An empty database for one test, of the kind that `STREAKS_TEST_DATABASE` names.

use crate::store::Db;
use crate::{Engine, Error, ids};
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// The URL of a new empty database: a file of its own, or a schema of its own where
/// `STREAKS_TEST_DATABASE` names a PostgreSQL.
pub async fn url() -> Result<String, Error> {
    let name = format!("test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let Ok(postgres) = std::env::var("STREAKS_TEST_DATABASE") else {
        let folder = std::env::temp_dir().join("streaks-tests");
        std::fs::create_dir_all(&folder).map_err(|e| Error::Setting(e.to_string()))?;
        let file = folder.join(format!("{name}.db"));
        // A process of the same number may have left one behind.
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", file.display()));
        }
        return Ok(format!("sqlite:{}", folder.join(format!("{name}.db")).display()));
    };
    let Db::Postgres(pool) = Db::open_postgres(&postgres, None).await? else {
        return Err(Error::Setting("STREAKS_TEST_DATABASE names no PostgreSQL".to_owned()));
    };
    let statement = sqlx::AssertSqlSafe(format!("create schema {name}"));
    sqlx::query(statement).execute(&pool).await?;
    pool.close().await;
    let separator = if postgres.contains('?') { '&' } else { '?' };
    Ok(format!("{postgres}{separator}options=-c%20search_path%3D{name}"))
}

/// An engine over a new empty database, whose randomness repeats itself.
pub async fn engine() -> Result<Engine, Error> {
    let db = Db::open(&url().await?).await?;
    Ok(Engine::over(db, ids::Maker::seeded([1; 32])))
}
