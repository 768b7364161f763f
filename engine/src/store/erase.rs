//! Everything that is kept of a person: to be exported, or erased.

use rules::Instant;
use serde_json::Value;

use crate::communities::audit::{BACKFILL, OWN_REPAIR};
use crate::error::Error;
use crate::events::event::NOBODY;
use crate::ids::PersonId;
use crate::store::merge::{OF_MEMBERSHIP, OF_MINE, OF_PERSON};
use crate::store::{Tx, on};

/// Events of somebody that are forgotten in one go.
const EVENTS_AT_ONCE: i64 = 100;

/// Where it is noted who did something to others. It stays, but for who it was.
const DEEDS: [(&str, &str); 4] = [
    ("amnesty", "given_by"),
    ("ban", "by_person"),
    ("invite", "made_by"),
    ("moderator", "by_person"),
];

/// What else is handed to those whom it names: what they made and did, and what was decided about them. It does not all
/// go with them.
const ALSO_THEIRS: [(&str, &str); 8] = [
    ("event", "owner_id"),
    ("invite", "made_by"),
    ("amnesty", "given_by"),
    ("audit", "by_person"),
    ("audit", "about_person"),
    ("ban", "person_id"),
    ("moderator", "person_id"),
    ("silenced_person", "person_id"),
];

/// What shows that somebody reads an address, or is signed in: known to them, and to nobody else. Nor is it for them who
/// decided about them.
const SECRET: [(&str, &str); 15] = [
    ("ban", "by_person"),
    ("moderator", "by_person"),
    ("invite", "code_hash"),
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

/// By which of their accounts somebody else did or got something, in rows that are a person's by a column: which
/// accounts they have is not for others to know. Nor is which of the hosts decided about somebody.
const OF_OTHERS: [(&str, &str, &str); 7] = [
    ("greeting", "from_person", "to_on"),
    ("greeting", "to_person", "from_on"),
    ("greeting", "to_person", "made_by"),
    ("audit", "by_person", "about_on"),
    ("audit", "about_person", "by_person"),
    ("audit", "about_person", "by_on"),
    ("audit", "about_person", "detail"),
];

/// Which rows of a table are a person's, by key.
fn of_mine(table: &str) -> String {
    if table == "membership" { "person_id = $1".to_owned() } else { OF_MINE.to_owned() }
}

impl Tx {
    /// Every row of a person, by table.
    pub(crate) async fn everything_of(&mut self, person: PersonId) -> Result<Value, Error> {
        let tables = OF_MEMBERSHIP.iter().map(|table| (*table, "person_id", of_mine(table)));
        let others = OF_PERSON.iter().chain(&ALSO_THEIRS).chain(&[("person", "id")]);
        let others = others.map(|(table, column)| (*table, *column, format!("{column} = $1")));
        let mut everything = serde_json::Map::new();
        for (table, by, condition) in tables.chain(others) {
            let mut rows = self.rows_of(table, &condition, person).await?;
            for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                row.retain(|name, _| {
                    let name = name.as_str();
                    !SECRET.contains(&(table, name)) && !OF_OTHERS.contains(&(table, by, name))
                });
            }
            match everything.get_mut(table) {
                Some(Value::Array(known)) => known.extend(rows),
                _ => drop(everything.insert(table.to_owned(), Value::Array(rows))),
            }
        }
        Ok(Value::Object(everything))
    }

    /// When a person is to be erased, if at all; false where they are not there any more, or go already.
    pub(crate) async fn plan_erasure(
        &mut self,
        person: PersonId,
        at: Option<Instant>,
    ) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("update person set erase_at = $2 where id = $1 and coalesce(erase_at, 1) <> 0")
            .bind(person.0).bind(at.map(|at| at.0)).execute(conn).await.map(|done| done.rows_affected() == 1))?,
        )
    }

    /// Begins to erase a person whose time is over; false where that was called off. From here on it cannot be.
    pub(crate) async fn begin_erasure(
        &mut self,
        person: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("update person set erase_at = 0 where id = $1 and erase_at <= $2")
            .bind(person.0).bind(now.0).execute(conn).await.map(|done| done.rows_affected() == 1))?,
        )
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

    /// Forgets a person. Events that others are or were in stay; they have no host any more.
    pub(crate) async fn erase(&mut self, person: PersonId) -> Result<(), Error> {
        // Nobody joins as somebody who is gone by then.
        self.take_person(person).await?;
        self.take_owned(person).await?;
        self.forget_drafts(person, 0).await?;
        while self.forget_orphans(person, EVENTS_AT_ONCE).await? > 0 {}
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
        let accounts = self.accounts(person).await?;
        self.forget_letters_about(&accounts).await?;
        on!(self, conn => sqlx::query(
            "delete from audit where by_person = $1 and community_id is null and what in ($2, $3)
             and event_id in (select event_id from membership where person_id = $1)")
            .bind(person.0).bind(BACKFILL).bind(OWN_REPAIR).execute(conn).await.map(drop))?;
        // What they did as a host, and what was done to them, stays on record; a reason may name them.
        for statement in [
            "update audit set by_person = $2, detail = '' where by_person = $1",
            "update audit set about_person = $2, detail = '' where about_person = $1",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(NOBODY.0).execute(conn).await.map(drop))?;
        }
        self.hand_over_deeds(person, NOBODY).await?;
        self.forget_traces_about(person).await?;
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
        on!(self, conn => sqlx::query("update event set owner_id = $2 where owner_id = $1")
            .bind(person.0).bind(NOBODY.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Notes somebody else where it is noted who did something.
    pub(crate) async fn hand_over_deeds(
        &mut self,
        from: PersonId,
        to: PersonId,
    ) -> Result<(), Error> {
        for (table, column) in DEEDS {
            let update = format!("update {table} set {column} = $2 where {column} = $1");
            let update = sqlx::AssertSqlSafe(update);
            on!(self, conn => sqlx::query(update)
                .bind(from.0).bind(to.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::orphan::OF_EVENT;
    use crate::store::schema::columns;
    use std::collections::BTreeSet;

    /// What names people, and is not handed to them: each with the reason.
    const NOT_THEIRS: [(&str, &str); 6] = [
        // Whom somebody keeps out or lets help is for these to know; it stays without whoever did it.
        ("ban", "by_person"),
        ("moderator", "by_person"),
        // Nor are those told whom somebody else has blocked; it goes with them, too.
        ("block", "blocked_person"),
        // Whom an account that is gone has cheered, or who has blocked it; of other kinds it is an event or a community.
        ("trace", "about"),
        // A person's own number with its sign turned: it goes with the row.
        ("membership", "back_id"),
        ("window_tally", "back_id"),
    ];

    /// Columns of numbers that are of no person. Nobody is noted as who gave freezes or mended a day: it is 0.
    const NUMBERS: [(&str, &[&str]); 52] = [
        ("account", &["linked_at"]),
        ("amnesty", &["event_id", "n", "at", "first_day", "last_day"]),
        ("app", &["created_at"]),
        ("app_code", &["polled_at", "expires_at"]),
        ("audit", &["id", "community_id", "event_id", "at"]),
        ("badge", &["event_id", "length", "reached_at", "revoked_at", "told_at"]),
        ("ban", &["event_id", "at"]),
        ("block", &["at"]),
        ("brought", &["event_id", "at", "facts_after", "facts_upto"]),
        ("challenge", &["expires_at"]),
        (
            "check_in",
            &[
                "event_id",
                "n",
                "day",
                "received_at",
                "sent_at",
                "asked_day",
                "amount_milli",
                "undone_at",
            ],
        ),
        ("clock_setting", &["n", "at", "day_start"]),
        ("community", &["id", "created_at", "left_at"]),
        ("cursor_position", &["value", "at"]),
        ("destination", &["id", "community_id", "created_at", "gathers_from", "gathers_until"]),
        ("email", &["confirmed_at", "expires_at"]),
        ("email_asked", &["asked_at"]),
        (
            "event",
            &[
                "id",
                "community_id",
                "created_at",
                "ended_at",
                "starts_at",
                "ends_at",
                "week_turns_at",
                "successor_of",
                "day_turns_at",
                "planned_days",
                "widened_at",
            ],
        ),
        ("event_destination", &["event_id", "destination_id"]),
        ("freeze_grant", &["event_id", "n", "at", "amount", "given_by", "day"]),
        ("greeting", &["day", "event_id", "at"]),
        ("inbox", &["id", "received_at", "attempts", "lease_until"]),
        ("invite", &["event_id", "made_at", "expires_at", "uses_left"]),
        ("join_request", &["event_id", "asked_at"]),
        ("lease", &["epoch", "expires_at"]),
        ("link_code", &["expires_at"]),
        (
            "membership",
            &[
                "event_id",
                "current",
                "longest",
                "total",
                "alive_until",
                "joined_at",
                "consistency",
                "points_milli",
                "seniority",
                "next_close",
                "facts",
            ],
        ),
        ("membership_span", &["event_id", "n", "joined_at", "joined_day", "left_at", "left_day"]),
        ("moderator", &["community_id", "at"]),
        (
            "outbox",
            &[
                "id",
                "destination_id",
                "not_before",
                "expires_at",
                "attempts",
                "lease_until",
                "done_at",
                "unsure_since",
            ],
        ),
        ("passkey", &["created_at", "used_at"]),
        ("pause", &["event_id", "n", "at", "first_day", "last_day", "resumed_day"]),
        ("person", &["day_start", "created_at", "quiet_from", "quiet_to", "erase_at"]),
        ("post", &["id", "event_id", "destination_id", "day", "edited_at", "due_at", "closes_at"]),
        ("proof", &["id", "event_id", "at"]),
        ("proof_file", &["proof_id", "event_id", "fetch_at", "lease_until", "tries", "size", "at"]),
        ("push_subscription", &["id", "created_at"]),
        ("rank_count", &["event_id", "metric", "alive_until", "value", "n"]),
        ("rank_look", &["event_id", "rank", "at"]),
        (
            "reminder",
            &["event_id", "slot", "at_min", "destination_id", "next_at", "next_day", "weekdays"],
        ),
        ("repair", &["event_id", "day", "at", "made_by"]),
        ("role_reward", &["community_id", "length", "told_at"]),
        ("session", &["created_at", "used_at"]),
        ("sign_in", &["expires_at"]),
        ("signing_key", &["n", "created_at"]),
        ("silenced_event", &["community_id", "event_id", "at"]),
        ("silenced_person", &["community_id", "at"]),
        ("snapshot", &["event_id", "until"]),
        ("token", &["id", "event_id", "created_at", "used_at"]),
        ("trace", &["at", "expires_at"]),
        ("trace_key", &["n"]),
        ("window_tally", &["event_id", "first_day", "met", "points_milli"]),
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
            "what its host wrote for others, with whom it stays when the host goes",
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
            "ids and states, for thirty days; what goes to a person is deleted with them",
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

    /// Every number is one of a person, which is exported or has a reason, or is said to be of none.
    #[tokio::test]
    async fn of_every_column_of_numbers_it_is_known_whether_it_names_a_person() -> Result<(), Error>
    {
        let columns = columns().await?;
        let numbers = columns.iter().filter(|(_, _, kind)| kind == "bigint");
        let there: BTreeSet<(&str, &str)> =
            numbers.map(|(table, column, _)| (table.as_str(), column.as_str())).collect();
        let of_members = OF_MEMBERSHIP.iter().map(|table| (*table, "person_id"));
        let of_people = OF_PERSON.iter().chain(&ALSO_THEIRS).chain(&NOT_THEIRS).copied();
        let of_none = NUMBERS
            .iter()
            .flat_map(|(table, columns)| columns.iter().map(|column| (*table, *column)));
        let mut known = BTreeSet::from([("person", "id")]);
        for column in of_members.chain(of_people).chain(of_none) {
            assert!(known.insert(column), "{column:?} is said twice");
        }
        let differing: Vec<_> = there.symmetric_difference(&known).collect();
        assert_eq!(differing, Vec::<&(&str, &str)>::new(), "say whether it names a person");
        Ok(())
    }

    #[tokio::test]
    async fn whatever_belongs_to_an_event_goes_with_it() -> Result<(), Error> {
        let columns = columns().await?;
        let of_events = columns.iter().filter(|(_, column, _)| column == "event_id");
        let there: BTreeSet<&str> = of_events.map(|(table, ..)| table.as_str()).collect();
        // Of those who were in it, who are erased themselves; of their own, whatever event it was about.
        let with_people = ["brought", "greeting", "token"];
        let known = OF_EVENT.iter().chain(&OF_MEMBERSHIP).chain(&with_people);
        let known: BTreeSet<&str> = known.copied().collect();
        assert_eq!(there, known);
        Ok(())
    }

    /// Whole rows are exported and erased: what people write in a table of theirs needs no line.
    #[tokio::test]
    async fn every_column_that_may_hold_words_is_of_a_person_or_has_a_reason() -> Result<(), Error>
    {
        let columns = columns().await?;
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
