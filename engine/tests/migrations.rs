//! Databases of every earlier version, with what a life has left in them, become those of today.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use engine::Engine;
use engine::rules::Instant;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// When the samples were taken.
const NOW: Instant = Instant(1_806_537_600); // 2027-03-31T12:00:00Z

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations")
}

async fn migrations(upto: i64) -> Migrator {
    let all = Migrator::new(folder()).await.unwrap();
    let known = all.migrations.iter().filter(|one| one.version <= upto).cloned();
    Migrator { migrations: Cow::Owned(known.collect()), ..all }
}

/// A database past the engine.
enum Sql {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Sql {
    async fn open(url: &str) -> Sql {
        if url.starts_with("postgres") {
            Sql::Postgres(PgPool::connect(url).await.unwrap())
        } else {
            Sql::Sqlite(SqlitePool::connect(&format!("{url}?mode=rwc")).await.unwrap())
        }
    }

    async fn migrate(&self, upto: i64) {
        let migrations = migrations(upto).await;
        match self {
            Sql::Sqlite(pool) => migrations.run(pool).await.unwrap(),
            Sql::Postgres(pool) => migrations.run(pool).await.unwrap(),
        }
    }

    async fn run(&self, statements: String) {
        let statements = AssertSqlSafe(statements);
        match self {
            Sql::Sqlite(pool) => sqlx::raw_sql(statements).execute(pool).await.map(drop).unwrap(),
            Sql::Postgres(pool) => sqlx::raw_sql(statements).execute(pool).await.map(drop).unwrap(),
        }
    }

    async fn texts(&self, sqlite: &'static str, postgres: &'static str) -> BTreeSet<String> {
        let texts: Vec<String> = match self {
            Sql::Sqlite(pool) => sqlx::query_scalar(sqlite).fetch_all(pool).await.unwrap(),
            Sql::Postgres(pool) => sqlx::query_scalar(postgres).fetch_all(pool).await.unwrap(),
        };
        texts.into_iter().collect()
    }

    /// Every column and every index.
    async fn shape(&self) -> BTreeSet<String> {
        self.texts(
            "select m.name || '.' || p.name || ' ' || p.type || ' ' || p.\"notnull\" || ' ' || p.pk || ' ' || coalesce(p.dflt_value, '')
             from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table'
             union all select name || ' on ' || tbl_name || coalesce(substr(sql, instr(sql, '(')), '') from sqlite_master where type = 'index'",
            "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
             from information_schema.columns where table_schema = current_schema()
             union all select replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = current_schema()",
        )
        .await
    }

    /// How many rows each table has.
    async fn rows(&self) -> BTreeMap<String, i64> {
        let tables = self
            .texts(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite%'",
                "select cast(table_name as text) from information_schema.tables where table_schema = current_schema()",
            )
            .await;
        let mut rows = BTreeMap::new();
        for table in tables.into_iter().filter(|table| !table.starts_with("_sqlx")) {
            let count = AssertSqlSafe(format!("select count(*) from {table}"));
            let count: i64 = match self {
                Sql::Sqlite(pool) => sqlx::query_scalar(count).fetch_one(pool).await.unwrap(),
                Sql::Postgres(pool) => sqlx::query_scalar(count).fetch_one(pool).await.unwrap(),
            };
            rows.insert(table, count);
        }
        rows
    }
}

#[tokio::test]
async fn a_database_of_every_version_becomes_that_of_today() {
    let newest = migrations(i64::MAX).await;
    let fresh = engine::testing::url().await.unwrap();
    Engine::open(&fresh).await.unwrap().close().await;
    let wanted = Sql::open(&fresh).await.shape().await;
    assert!(wanted.len() > 200, "columns and indexes are looked at");
    for migration in newest.migrations.iter() {
        let version = migration.version;
        let url = engine::testing::url().await.unwrap();
        let sql = Sql::open(&url).await;
        sql.migrate(version).await;
        let sample = folder().join(format!("samples/{version:04}.sql"));
        let sample = std::fs::read_to_string(&sample);
        sql.run(sample.expect("migrations/samples has a life of each version")).await;
        let before = sql.rows().await;
        assert!(before.values().sum::<i64>() > 50, "version {version}: {before:?}");
        let engine = Engine::open(&url).await.unwrap();
        assert_eq!(sql.shape().await, wanted, "from version {version}");
        let after = sql.rows().await;
        let lost = before.iter().filter(|(table, count)| after.get(*table) < Some(*count));
        assert_eq!(lost.collect::<Vec<_>>(), vec![], "from version {version}");
        // What was cached by another version may differ; what follows from the facts may not.
        engine.memberships().rebuild(false, NOW).await.unwrap();
        let found = engine.memberships().rebuild(true, NOW).await.unwrap();
        assert!(found.memberships > 0 && found.differences.is_empty(), "{:?}", found.differences);
        engine.close().await;
    }
}

#[tokio::test]
async fn what_was_released_stays_as_it_is() {
    let known = std::fs::read_to_string(folder().join("released")).unwrap();
    let known: BTreeMap<&str, &str> = known
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, name)| (name, sum))
        .collect();
    let newest = migrations(i64::MAX).await;
    for (n, migration) in newest.migrations.iter().enumerate() {
        assert_eq!(migration.version, n as i64 + 1, "the numbers have no holes");
        let sum: String =
            migration.checksum.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let name = migration.version.to_string();
        match known.get(name.as_str()) {
            Some(known) => {
                assert_eq!(&sum, known, "migration {name} was released: write a new one")
            }
            None => assert!(migration.version > known.len() as i64, "{sum}  {name}"),
        }
    }
}

/// PostgreSQL reads a list that does not fit into its memory again for each row.
#[test]
fn nothing_looks_for_a_row_in_a_list_of_all() {
    let released = std::fs::read_to_string(folder().join("released")).unwrap().lines().count();
    let mut seen = 0;
    for file in std::fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let version = name.get(..4).and_then(|number| number.parse::<usize>().ok());
        if version.is_some_and(|version| version > released) {
            let statements = std::fs::read_to_string(&path).unwrap();
            assert!(!statements.contains("not in (select"), "{name}");
            seen += 1;
        }
    }
    assert!(seen > 0, "there are migrations");
}
