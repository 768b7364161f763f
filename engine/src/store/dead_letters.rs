//! Dead letters of both queues.

use rules::Instant;
use serde_json::Value;

use crate::dead_letters::{DeadLetter, Queue};
use crate::error::Error;
use crate::people::person::Account;
use crate::store::{Tx, on};

/// Updates that are read in one go.
const AT_ONCE: i64 = 100;

impl Tx {
    pub(crate) async fn dead_letters(
        &mut self,
        queue: Queue,
        limit: u32,
    ) -> Result<Vec<DeadLetter>, Error> {
        let select = match queue {
            Queue::Inbox => {
                "select id, source, received_at, attempts, coalesce(error, '') from inbox
                 where state = 'parked' order by id limit $1"
            }
            Queue::Outbox => {
                "select id, platform, not_before, attempts, coalesce(error, '') from outbox
                 where state = 'dead' order by id limit $1"
            }
        };
        type Row = (i64, String, i64, i64, String);
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(select)
            .bind(i64::from(limit)).fetch_all(conn).await)?;
        let letter = |(id, platform, at, attempts, why)| DeadLetter {
            id,
            platform,
            at: Instant(at),
            attempts,
            why,
        };
        Ok(rows.into_iter().map(letter).collect())
    }

    pub(crate) async fn count_dead_letters(&mut self, queue: Queue) -> Result<u64, Error> {
        let count = match queue {
            Queue::Inbox => "select count(*) from inbox where state = 'parked'",
            Queue::Outbox => "select count(*) from outbox where state = 'dead'",
        };
        let count: i64 = on!(self, conn => sqlx::query_scalar(count).fetch_one(conn).await)?;
        Ok(count.unsigned_abs())
    }

    pub(crate) async fn dead_letter(
        &mut self,
        queue: Queue,
        id: i64,
    ) -> Result<Option<String>, Error> {
        let select = match queue {
            Queue::Inbox => "select payload from inbox where id = $1 and state = 'parked'",
            Queue::Outbox => "select payload from outbox where id = $1 and state = 'dead'",
        };
        Ok(on!(self, conn => sqlx::query_scalar(select).bind(id).fetch_optional(conn).await)?)
    }

    pub(crate) async fn revive(
        &mut self,
        queue: Queue,
        id: i64,
        now: Instant,
        until: Instant,
    ) -> Result<bool, Error> {
        let update = match queue {
            Queue::Inbox => {
                "update inbox set state = 'open', attempts = 0, error = null, lease_until = 0
                 where id = $1 and state = 'parked' and $2 < $3"
            }
            Queue::Outbox => {
                "update outbox set state = 'pending', attempts = 0, error = null, done_at = null, lease_until = 0, unsure_since = null,
                 not_before = $2, expires_at = $3 where id = $1 and state = 'dead'"
            }
        };
        let done = on!(self, conn => sqlx::query(update).bind(id).bind(now.0).bind(until.0)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(done > 0)
    }

    pub(crate) async fn forget_dead_letter(
        &mut self,
        queue: Queue,
        id: i64,
    ) -> Result<bool, Error> {
        // The key of an update stays: should it come again, it is not worked again.
        let forget = match queue {
            Queue::Inbox => {
                "update inbox set state = 'done', payload = '', lane = '', error = null where id = $1 and state = 'parked'"
            }
            Queue::Outbox => "delete from outbox where id = $1 and state = 'dead'",
        };
        let done = on!(self, conn => sqlx::query(forget).bind(id)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(done > 0)
    }
}

impl Tx {
    /// Forgets the updates that came from these accounts, or in which they are answered or mentioned. In one that could
    /// not be read nobody can be told from others, and it may be theirs.
    pub(crate) async fn forget_letters_about(&mut self, accounts: &[Account]) -> Result<(), Error> {
        let mut after = i64::MIN;
        loop {
            let rows: Vec<(i64, String, String)> = on!(self, conn => sqlx::query_as(
                "select id, lane, payload from inbox where state = 'parked' and id > $1 order by id limit $2")
                .bind(after).bind(AT_ONCE).fetch_all(conn).await)?;
            let Some((last, ..)) = rows.last() else { return Ok(()) };
            after = *last;
            for (id, lane, payload) in rows {
                let is_about = |account: &Account| {
                    lane.split(':').any(|part| part == account.external_id)
                        || match serde_json::from_str(&payload) {
                            Ok(value) => names(&value, "", account),
                            Err(_) => payload.contains(&account.external_id),
                        }
                };
                if lane.starts_with("unreadable:") || accounts.iter().any(is_about) {
                    on!(self, conn => sqlx::query("delete from inbox where id = $1 and state = 'parked'")
                        .bind(id).execute(conn).await.map(drop))?;
                }
            }
        }
    }
}

/// Whether an account stands in an update: its id where ids stand, its handle where handles do, and either in a mention.
fn names(value: &Value, field: &str, account: &Account) -> bool {
    match value {
        Value::Object(fields) => fields.iter().any(|(field, value)| names(value, field, account)),
        Value::Array(values) => values.iter().any(|value| names(value, field, account)),
        Value::Number(number) => is_id(field) && number.to_string() == account.external_id,
        Value::String(text) => {
            let is_handle = |handle: &String| {
                matches!(field, "handle" | "username") && text.eq_ignore_ascii_case(handle)
            };
            let handle = account.handle.as_ref();
            (is_id(field) && *text == account.external_id)
                || handle.is_some_and(is_handle)
                || mentions(text, account)
        }
        Value::Null | Value::Bool(_) => false,
    }
}

/// Whether a field of an update is an id or an address of somebody: updates and messages are numbered for themselves.
fn is_id(field: &str) -> bool {
    (field == "id" || field.ends_with("_id") || field.ends_with("address"))
        && !matches!(field, "update_id" | "message_id")
}

/// Whether words mention an account, as its platform writes that: `<@1>`, `tg://user?id=1`, `@handle`.
fn mentions(text: &str, account: &Account) -> bool {
    let id = &account.external_id;
    let handle = account.handle.as_ref().map(|handle| format!("@{}", handle.to_lowercase()));
    let by_handle = handle.is_some_and(|handle| stands_in(&text.to_lowercase(), &handle));
    by_handle
        || ["<@", "<@!", "user?id="].iter().any(|begin| stands_in(text, &format!("{begin}{id}")))
}

/// Whether something stands in a text and does not go on there.
fn stands_in(text: &str, what: &str) -> bool {
    text.match_indices(what).any(|(at, _)| {
        let next = text[at + what.len()..].chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() && next != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Platform;
    use serde_json::json;

    fn account(external_id: &str, handle: &str) -> Account {
        Account {
            platform: Platform::Telegram,
            external_id: external_id.to_owned(),
            name: "Ada".to_owned(),
            handle: Some(handle.to_owned()),
            locale: None,
        }
    }

    #[test]
    fn an_update_is_about_whoever_sent_it_is_answered_or_mentioned() {
        for update in [
            json!({"message": {"from": {"id": 4711, "first_name": "A"}}}),
            json!({"message": {"reply_to_message": {"from": {"username": "Ada_L"}}}}),
            json!({"account": {"external_id": "4711"}, "place": {"address": "9"}}),
            json!({"place": {"private_address": "4711"}}),
            json!({"message": {"text": "well done @Ada_L!"}}),
            json!({"said": {"line": "/cheer <@4711>"}}),
        ] {
            assert!(names(&update, "", &account("4711", "ada_l")), "{update}");
        }
    }

    #[test]
    fn an_update_of_somebody_else_is_not_about_whoever_is_called_like_a_field_or_a_pattern() {
        let update = json!({
            "update_id": 4711,
            "message": {
                "message_id": 4711,
                "from": {"id": 47110, "username": "adaxl"},
                "text": "@ada_l2 and @adaxl ran 4711 steps, message id",
            },
        });
        for handle in ["id", "message", "ada_l", "%", "from"] {
            assert!(!names(&update, "", &account("4711", handle)), "{handle}");
        }
    }
}
