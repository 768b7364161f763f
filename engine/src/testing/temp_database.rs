//! Empty databases that are thrown away: for tests, and for `streaks replay --store`.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::engine::{Engine, SMALL_EVENT};
use crate::error::Error;
use crate::ids::Maker;
use crate::store::Db;
use crate::store::pooled::UNNAMED;
use crate::testing::statements;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A database that nobody else uses: a file of its own, or a schema of its own in a PostgreSQL. A pooler hands on no
/// schemas, and past it nobody migrates: behind one it is a copy of the database that is named, with its tables.
#[derive(Debug, Clone)]
pub struct Fresh {
    pub url: String,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    File(PathBuf),
    Schema { postgres: String, name: String },
    Database { postgres: String, name: String },
}

impl Fresh {
    /// A new file among the temporary ones.
    pub fn sqlite() -> Result<Fresh, Error> {
        let folder = std::env::temp_dir().join("streaks-fresh");
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(&folder).map_err(|e| Error::Setting(e.to_string()))?;
        let file = folder.join(format!("{}.db", name()));
        let fresh = Fresh { url: format!("sqlite:{}", file.display()), place: Place::File(file) };
        // A process of the same number may have left one behind.
        fresh.remove_files();
        Ok(fresh)
    }

    /// A new schema in the PostgreSQL that the URL names.
    pub async fn postgres(url: &str) -> Result<Fresh, Error> {
        let name = name();
        if url.contains(UNNAMED) {
            return Fresh::copy(url, name).await;
        }
        run(url, &format!("drop schema if exists {name} cascade")).await?;
        run(url, &format!("create schema {name}")).await?;
        let separator = if url.contains('?') { '&' } else { '?' };
        let own = format!("{url}{separator}options=-c%20search_path%3D{name}");
        Ok(Fresh { url: own, place: Place::Schema { postgres: url.to_owned(), name } })
    }

    async fn copy(url: &str, name: String) -> Result<Fresh, Error> {
        let (server, database, options) = parts(url)
            .ok_or_else(|| Error::Setting("the address of a pooler names a database".to_owned()))?;
        // Whoever makes a copy may not be connected to what is copied.
        let postgres = format!("{server}/postgres?{options}");
        run(&postgres, &format!("drop database if exists {name}")).await?;
        run(&postgres, &format!("create database {name} template {database}")).await?;
        let own = format!("{server}/{name}?{options}");
        Ok(Fresh { url: own, place: Place::Database { postgres, name } })
    }

    /// Removes it with all that is in it.
    pub async fn remove(self) -> Result<(), Error> {
        self.remove_files();
        match &self.place {
            Place::File(_) => Ok(()),
            Place::Schema { postgres, name } => {
                run(postgres, &format!("drop schema {name} cascade")).await
            }
            Place::Database { postgres, name } => {
                run(postgres, &format!("drop database {name} with (force)")).await
            }
        }
    }

    fn remove_files(&self) {
        if let Place::File(file) = &self.place {
            for end in ["", "-wal", "-shm"] {
                // What is not there need not be removed.
                let _ = std::fs::remove_file(format!("{}{end}", file.display()));
            }
        }
    }
}

fn name() -> String {
    format!("fresh_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// What comes before the name of a database in an address, the name, and the options.
fn parts(url: &str) -> Option<(&str, &str, &str)> {
    let (address, options) = url.split_once('?')?;
    let (server, database) = address.rsplit_once('/')?;
    Some((server, database, options))
}

async fn run(postgres: &str, statement: &str) -> Result<(), Error> {
    let Db::Postgres(pool) = Db::open_postgres(postgres, None).await? else {
        return Err(Error::Setting("that URL names no PostgreSQL".to_owned()));
    };
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(&pool.pool).await?;
    pool.pool.close().await;
    Ok(())
}

/// The URL of a new empty database of the kind that `STREAKS_TEST_DATABASE` names, for one test.
pub async fn url() -> Result<String, Error> {
    statements::write_down();
    Ok(match std::env::var("STREAKS_TEST_DATABASE") {
        Ok(postgres) => Fresh::postgres(&postgres).await?.url,
        Err(_) => Fresh::sqlite()?.url,
    })
}

/// An engine over a new empty database, whose randomness repeats itself.
pub async fn engine() -> Result<Engine, Error> {
    let db = Db::open(&url().await?, &|_, _| ()).await?;
    Ok(Engine::over(db, Maker::seeded([1; 32]), SMALL_EVENT))
}
