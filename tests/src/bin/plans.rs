//! How both databases go about each statement that the store sent while the tests ran:
//! `plans FOLDER postgres://…`. Fails where one looks through a whole table that grows.

use anyhow::Context;
use engine::testing::Fresh;
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection};
use std::collections::BTreeSet;

/// Tables that stay small.
const SMALL: [&str; 5] = [
    "_sqlx_migrations",
    "lease",
    "cursor_position",
    // Codes live for an hour.
    "link_code",
    // Of events that are on: the others have none any more, and boards go after two days.
    "post",
];

/// What may look through a whole table or index, by words in it (or its last ones, where they end in a dollar), and why.
const ALLOWED: [(&str, &str); 18] = [
    ("where visibility = 'public' and ended_at is null order by", "the newest, up to a limit"),
    ("where ended_at is null and visibility = 'public' and $1 is null order by", "the same"),
    ("from rank_count where alive_until < $1 or n = 0 limit", "once an hour, by a reader"),
    ("where state = 'parked'", "dead letters are few"),
    ("where state = 'dead'", "the same"),
    ("select source, received_at from inbox where state = 'open' order by", "up to a limit"),
    ("select exists (select 1 from inbox where state = 'open')", "the sandbox asks for it"),
    ("select count(*) > 0 from sqlite_master where name = '_sqlx_migrations'", "at the start"),
    ("select name from sqlite_master where type = 'table'$", "a sandbox begins anew"),
    ("from sqlite_master m, pragma_table_info(m.name)", "a test asks which columns there are"),
    ("from information_schema.columns", "the same"),
    ("select count(*) from membership$", "a refold goes through all"),
    ("delete from rank_count$", "the same"),
    ("from membership where ranked and wide and current > 0 and true group by", "the same"),
    // PostgreSQL takes a two hundredth of the table for each key, until it has counted.
    ("destination_id in (select id from destination where person_id = $1)", "a person has few"),
    ("join destination d on d.person_id = m.person_id and d.kind = 'private'", "the same"),
    ("host join destination d on d.person_id = host.person_id", "the same"),
    ("code_hash in (select code_hash from invite where event_id = $1)", "an event has few"),
];

/// As the store sets PostgreSQL, and no plan may depend on the size of a table.
const SETTINGS: [&str; 4] = [
    "enable_hashjoin = off",
    "enable_mergejoin = off",
    "enable_seqscan = off",
    "plan_cache_mode = force_generic_plan",
];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().context("the folder of the statements")?;
    let postgres = args.next().context("the address of a PostgreSQL server")?;
    let statements = read(&folder)?;
    anyhow::ensure!(statements.len() > 200, "only {} statements were sent", statements.len());
    let (lite, post) = (Fresh::sqlite()?, Fresh::postgres(&postgres).await?);
    for fresh in [&lite, &post] {
        engine::Engine::open(&fresh.url).await?.close().await;
    }
    let mut lite_conn = SqliteConnection::connect(&lite.url).await?;
    let mut post_conn = PgConnection::connect(&post.url).await?;
    for setting in SETTINGS {
        sqlx::raw_sql(AssertSqlSafe(format!("set {setting}"))).execute(&mut post_conn).await?;
    }
    grow(&mut post_conn).await?;
    let (mut looked, mut found) = ([0, 0], vec![]);
    for statement in &statements {
        for (n, scans) in [
            sqlite_scans(&mut lite_conn, statement).await,
            postgres_scans(&mut post_conn, statement).await,
        ]
        .into_iter()
        .enumerate()
        {
            // What is written for one database is not understood by the other.
            let Some(scans) = scans else { continue };
            looked[n] += 1;
            for scan in scans {
                let is_allowed = ALLOWED.iter().any(|(words, _)| match words.strip_suffix('$') {
                    Some(end) => statement.ends_with(end),
                    None => statement.contains(words),
                });
                if !is_allowed {
                    found.push(format!("{}: {scan}\n  {statement}", ["SQLite", "PostgreSQL"][n]));
                }
            }
        }
    }
    drop((lite_conn, post_conn));
    for fresh in [lite, post] {
        fresh.remove().await?;
    }
    println!("{} plans of SQLite and {} of PostgreSQL", looked[0], looked[1]);
    found.iter().for_each(|found| eprintln!("{found}"));
    if !found.is_empty() {
        eprintln!("{} look through a whole table", found.len());
        std::process::exit(1);
    }
    Ok(())
}

/// PostgreSQL goes by how much it believes there is: a life as the tests of migrations know it, taken for a million rows
/// in each table, of which nothing else is known. Of an empty table it expects some hundreds.
async fn grow(conn: &mut PgConnection) -> anyhow::Result<()> {
    let samples = tests::root().join("migrations/samples");
    let newest = std::fs::read_dir(samples)?.filter_map(|entry| Some(entry.ok()?.path())).max();
    let life = std::fs::read_to_string(newest.context("there is a sample")?)?;
    const TABLES: &str = "select oid from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'";
    for statement in [
        life,
        format!("delete from pg_statistic where starelid in ({TABLES})"),
        format!(
            "update pg_class set relpages = 1, reltuples = 1000000 where oid in ({TABLES}) and pg_relation_size(oid) > 0"
        ),
    ] {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *conn).await?;
    }
    Ok(())
}

fn read(folder: &str) -> anyhow::Result<BTreeSet<String>> {
    let mut statements = BTreeSet::new();
    for file in std::fs::read_dir(folder)? {
        for line in std::fs::read_to_string(file?.path())?.lines() {
            let statement: String = serde_json::from_str(line)?;
            let verb = statement.split(' ').next().unwrap_or_default().to_lowercase();
            if ["select", "insert", "update", "delete", "with"].contains(&verb.as_str()) {
                statements.insert(statement);
            }
        }
    }
    Ok(statements)
}

/// The table behind a name in a statement.
fn table<'a>(statement: &'a str, name: &'a str) -> &'a str {
    let words: Vec<&str> =
        statement.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    let is_alias = |pair: &&[&'a str]| {
        let is_table = |word: &str| word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        pair[2] == name && ["from", "join", "update"].contains(&pair[0]) && is_table(pair[1])
    };
    words.windows(3).find(is_alias).map_or(name, |pair| pair[1])
}

/// Names that stand for no table: lists that come with the statement, and parts of it.
fn is_given(statement: &str, name: &str) -> bool {
    let is_part = |text: &str| statement.contains(text);
    name.starts_with("json")
        || name == "r"
        || is_part(&format!("with {name} "))
        || is_part(&format!("with {name}("))
        || is_part(&format!(", {name} as "))
        || is_part(&format!(", {name}("))
        || is_part(&format!(" recursive {name}"))
        || is_part(&format!(") {name} "))
        || is_part(&format!(") as {name}"))
}

async fn sqlite_scans(conn: &mut SqliteConnection, statement: &str) -> Option<Vec<String>> {
    let plan = format!("explain query plan {statement}");
    let rows = sqlx::raw_sql(AssertSqlSafe(plan)).fetch_all(conn).await.ok()?;
    let details = rows.iter().filter_map(|row| row.try_get::<String, _>("detail").ok());
    let scan = |detail: String| {
        let name = detail.strip_prefix("SCAN ")?.split(' ').next()?.to_owned();
        let table = table(statement, &name);
        let is_fine = is_given(statement, &name)
            || is_given(statement, table)
            || SMALL.contains(&table)
            || detail.contains("CONSTANT")
            || name.starts_with('(')
            || detail.contains("VIRTUAL TABLE");
        (!is_fine).then_some(detail)
    };
    Some(details.filter_map(scan).collect())
}

async fn postgres_scans(conn: &mut PgConnection, statement: &str) -> Option<Vec<String>> {
    if statement.contains("json_each(") {
        // It knows the word, and means something else.
        return None;
    }
    let most = (1..=40).rev().find(|n| statement.contains(&format!("${n}"))).unwrap_or(0);
    let prepared = format!("prepare looked_at as {statement}");
    sqlx::raw_sql(AssertSqlSafe(prepared)).execute(&mut *conn).await.ok()?;
    let values = vec!["null"; most].join(", ");
    let values = if most == 0 { String::new() } else { format!("({values})") };
    let explain = format!("explain (costs off) execute looked_at{values}");
    let rows = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut *conn).await;
    sqlx::raw_sql("deallocate looked_at").execute(conn).await.ok()?;
    let lines: Vec<String> = rows.ok()?.iter().filter_map(|row| row.try_get(0).ok()).collect();
    let mut scans = vec![];
    for (n, line) in lines.iter().enumerate() {
        let node = line.trim().trim_start_matches("-> ").trim();
        let is_seq = node.starts_with("Seq Scan on ");
        let is_index = node.starts_with("Index Scan ") || node.starts_with("Index Only Scan ");
        if !is_seq && !is_index {
            continue;
        }
        let depth = line.len() - line.trim_start().len();
        let of_node = lines[n + 1..].iter().take_while(|next| {
            let indent = next.len() - next.trim_start().len();
            indent > depth && !next.trim().starts_with("->")
        });
        if is_index && of_node.into_iter().any(|next| next.trim().starts_with("Index Cond")) {
            continue;
        }
        let table = node.split(" on ").nth(1).and_then(|rest| rest.split(' ').next());
        if table.is_some_and(|table| !SMALL.contains(&table)) {
            scans.push(node.to_owned());
        }
    }
    Some(scans)
}
