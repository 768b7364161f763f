//! Everything that is kept of a person: to be exported, or erased.

use rules::Instant;
use serde_json::Value;

use crate::error::Error;
use crate::ids::PersonId;
use crate::store::merge::{OF_MEMBERSHIP, OF_MINE, OF_PERSON};
use crate::store::{Tx, on};

/// What shows that somebody reads an address, or is signed in: known to them, and to nobody else.
const SECRET: [(&str, &str); 12] = [
    ("email", "confirm_code"),
    ("email", "leave_code"),
    ("session", "id_hash"),
    ("sign_in", "code_hash"),
    ("token", "secret_hash"),
    ("token", "family_hash"),
    ("app_code", "code_hash"),
    ("app_code", "user_code"),
    ("challenge", "challenge_hash"),
    ("challenge", "state"),
    ("push_subscription", "auth"),
    ("push_subscription", "session_hash"),
];

/// Which rows of a table are a person's, by key.
fn of_mine(table: &str) -> String {
    if table == "membership" { "person_id = $1".to_owned() } else { OF_MINE.to_owned() }
}

impl Tx {
    /// Every row of a person, by table.
    pub(crate) async fn everything_of(&mut self, person: PersonId) -> Result<Value, Error> {
        let tables = OF_MEMBERSHIP.iter().map(|table| (*table, of_mine(table)));
        let others = OF_PERSON.iter().chain(&[("person", "id")]);
        let others = others.map(|(table, column)| (*table, format!("{column} = $1")));
        let mut everything = serde_json::Map::new();
        for (table, condition) in tables.chain(others) {
            let mut rows = self.rows_of(table, &condition, person).await?;
            for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                row.retain(|name, _| !SECRET.contains(&(table, name.as_str())));
            }
            match everything.get_mut(table) {
                Some(Value::Array(known)) => known.extend(rows),
                _ => drop(everything.insert(table.to_owned(), Value::Array(rows))),
            }
        }
        Ok(Value::Object(everything))
    }

    pub(crate) async fn plan_erasure(
        &mut self,
        person: PersonId,
        at: Option<Instant>,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update person set erase_at = $2 where id = $1")
            .bind(person.0).bind(at.map(|at| at.0)).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn due_erasures(
        &mut self,
        now: Instant,
        most: i64,
    ) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from person where erase_at is not null and erase_at <= $1 order by erase_at limit $2")
            .bind(now.0).bind(most).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// Forgets a person. Events stay, since others are in them; they have no host any more.
    pub(crate) async fn erase(&mut self, person: PersonId) -> Result<(), Error> {
        self.forget_drafts(person, 0).await?;
        self.drop_apps(person).await?;
        if let Tx::Postgres(tx) = self {
            // Nobody checks in meanwhile: what they wrote would stay behind.
            sqlx::query(
                "select 1 from membership where person_id = $1 order by event_id for update",
            )
            .bind(person.0)
            .execute(tx.conn())
            .await?;
        }
        for statement in [
            "delete from outbox where state = 'pending' and destination_id in (select id from destination where person_id = $1)",
            "delete from outbox where state <> 'pending' and destination_id in (select id from destination where person_id = $1)",
        ] {
            on!(self, conn => sqlx::query(statement).bind(person.0).execute(conn).await.map(drop))?;
        }
        // Updates that are kept name whoever they came from, answered or mentioned.
        for account in self.accounts(person).await? {
            for named in [Some(account.external_id), account.handle].into_iter().flatten() {
                on!(self, conn => sqlx::query(
                    "delete from inbox where state = 'parked' and (payload like $1 or lane like $1 or lane like 'unreadable:%')")
                    .bind(format!("%{named}%")).execute(conn).await.map(drop))?;
            }
        }
        // What they did as a host of a community, and what was done to them, stays on record; a reason may name them.
        on!(self, conn => sqlx::query("update audit set detail = '' where by_person = $1 or about_person = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "delete from audit where by_person = $1 and community_id is null
             and event_id in (select event_id from membership where person_id = $1)")
            .bind(person.0).execute(conn).await.map(drop))?;
        // The memberships go last: the rest is found by them.
        let tables = OF_MEMBERSHIP.iter().rev().map(|table| (*table, of_mine(table)));
        let others = [
            ("ban", "person_id"),
            ("moderator", "person_id"),
            ("silenced_person", "person_id"),
            ("block", "blocked_person"),
            ("person", "id"),
        ];
        let others = OF_PERSON.iter().chain(&others);
        let others = others.map(|(table, column)| (*table, format!("{column} = $1")));
        for (table, condition) in tables.chain(others) {
            let delete = sqlx::AssertSqlSafe(format!("delete from {table} where {condition}"));
            on!(self, conn => sqlx::query(delete).bind(person.0).execute(conn).await.map(drop))?;
        }
        on!(self, conn => sqlx::query("update event set owner_id = 0 where owner_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;
    use std::collections::BTreeSet;

    /// What names people, and is not handed to them: each with the reason.
    const NOT_THEIRS: [(&str, &str); 13] = [
        // Who is kept out of an event or runs a community is for its hosts to know; both go with the person.
        ("ban", "person_id"),
        ("ban", "by_person"),
        ("moderator", "person_id"),
        ("moderator", "by_person"),
        // Nor are those told whom somebody else has blocked or silenced; it goes with them, too.
        ("silenced_person", "person_id"),
        ("block", "blocked_person"),
        // What hosts do stays on record without words.
        ("audit", "by_person"),
        ("audit", "about_person"),
        // Events stay, since others are in them, and have no host any more.
        ("event", "owner_id"),
        // A number in a fact of somebody else's; whose it was goes with them.
        ("repair", "made_by"),
        ("freeze_grant", "given_by"),
        ("amnesty", "given_by"),
        ("invite", "made_by"),
    ];

    /// Words in tables that are no person's own: each with what they are, or what becomes of them.
    const OTHER_WORDS: [(&str, &[&str], &str); 15] = [
        (
            "community",
            &["platform", "external_id", "name", "zone", "locale", "budget"],
            "a server or group, as its platform and its managers name it",
        ),
        (
            "event",
            &["title", "title_folded", "slug", "goal", "rules", "category", "emoji"],
            "what its host wrote for others, who stay in it when the host goes; a draft goes too",
        ),
        (
            "event",
            &["visibility", "proof", "draft", "made_by"],
            "choices, and the key of a request",
        ),
        ("invite", &["code_hash"], "a hash"),
        (
            "inbox",
            &["source", "source_id", "lane", "payload", "state", "error", "told"],
            "emptied once it is done; what cannot be done is deleted with whoever it names",
        ),
        (
            "outbox",
            &["dedupe_key", "platform", "payload", "state", "remote_id", "error"],
            "ids and states; what goes to a person is deleted with them",
        ),
        ("cursor_position", &["name"], "a source"),
        ("lease", &["name", "owner"], "a process"),
        (
            "audit",
            &["what", "detail", "by_on", "about_on"],
            "a deed, and platforms; its reason is emptied with whoever it names",
        ),
        ("role_reward", &["role"], "a role of a server"),
        ("trace", &["account_hash", "kind"], "a keyed hash, and what it is about"),
        ("trace_key", &["secret"], "the key of these hashes"),
        ("post", &["kind", "remote_id"], "a message of ours"),
        ("moved_address", &["platform", "address", "moved_to"], "a group"),
        ("signing_key", &["id", "secret"], "our own"),
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_exported_and_erased() -> Result<(), Error> {
        let named = schema::naming_people().await?;
        let is_known = |table: &str, column: &str| {
            (OF_MEMBERSHIP.contains(&table) && column == "person_id")
                || OF_PERSON.contains(&(table, column))
                || NOT_THEIRS.contains(&(table, column))
        };
        let forgotten: Vec<_> =
            named.iter().filter(|(table, column)| !is_known(table, column)).collect();
        assert_eq!(forgotten, Vec::<&(String, String)>::new());
        Ok(())
    }

    /// Whole rows are exported and erased: what people write in a table of theirs needs no line.
    #[tokio::test]
    async fn every_column_that_may_hold_words_is_of_a_person_or_has_a_reason() -> Result<(), Error>
    {
        let columns = schema::columns().await?;
        let is_own = |table: &str| {
            table == "person"
                || OF_MEMBERSHIP.contains(&table)
                || OF_PERSON.iter().any(|(own, _)| *own == table)
        };
        let words = columns.iter().filter(|(table, _, kind)| {
            !is_own(table) && !["bigint", "boolean"].contains(&kind.as_str())
        });
        let there: BTreeSet<_> =
            words.map(|(table, column, _)| (table.as_str(), column.as_str())).collect();
        let known: BTreeSet<_> = OTHER_WORDS
            .iter()
            .flat_map(|(table, columns, _)| columns.iter().map(|column| (*table, *column)))
            .collect();
        let differing: Vec<_> = there.symmetric_difference(&known).collect();
        assert_eq!(differing, Vec::<&(&str, &str)>::new(), "say what becomes of these words");
        Ok(())
    }
}
