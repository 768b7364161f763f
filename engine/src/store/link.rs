//! Making two people one, parting accounts, and everything that is kept of a person.

use super::board::counted;
use super::{Tx, on};
use crate::{Account, DestinationId, Error, EventId, PersonId, Platform};
use rules::{Instant, Span};
use serde_json::Value;

/// Tables whose rows belong to a person in an event.
const OF_MEMBERSHIP: [&str; 11] = [
    "membership",
    "membership_span",
    "check_in",
    "pause",
    "freeze_grant",
    "repair",
    "badge",
    "reminder",
    "window_tally",
    "rank_look",
    "proof",
];

/// What else belongs to a person: the table and the column that names him.
const OF_PERSON: [(&str, &str); 9] = [
    ("account", "person_id"),
    ("clock_setting", "person_id"),
    ("destination", "person_id"),
    ("join_request", "person_id"),
    ("link_code", "person_id"),
    ("link_code", "asked_by"),
    ("invite_use", "person_id"),
    ("greeting", "from_person"),
    ("greeting", "to_person"),
];

impl Tx {
    pub(crate) async fn add_link_code(
        &mut self,
        hash: &str,
        person: PersonId,
        made_on: Platform,
        now: Instant,
        expires_at: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from link_code where person_id = $1 or expires_at <= $2")
            .bind(person.0).bind(now.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query("insert into link_code (code_hash, person_id, expires_at, made_on) values ($1, $2, $3, $4)")
            .bind(hash).bind(person.0).bind(expires_at.0).bind(made_on.name()).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Who made a code that nobody else has typed yet, and where.
    pub(crate) async fn link_owner(
        &mut self,
        hash: &str,
        typist: PersonId,
        now: Instant,
    ) -> Result<Option<(PersonId, Platform)>, Error> {
        let row: Option<(i64, String)> = on!(self, conn => sqlx::query_as(
            "select person_id, made_on from link_code where code_hash = $1 and expires_at > $2 and (asked_by is null or asked_by = $3)")
            .bind(hash).bind(now.0).bind(typist.0).fetch_optional(conn).await)?;
        row.map(|(person, made_on)| Ok((PersonId(person), Platform::named(&made_on)?))).transpose()
    }

    /// Notes who typed a code; false where somebody else did before, or it is none (any more).
    pub(crate) async fn ask_link(
        &mut self,
        hash: &str,
        typist: PersonId,
        account: &Account,
        now: Instant,
        expires_at: Instant,
    ) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "update link_code set asked_by = $2, asked_on = $3, asked_id = $4, expires_at = $6
             where code_hash = $1 and expires_at > $5 and (asked_by is null or asked_by = $2)")
            .bind(hash).bind(typist.0).bind(account.platform.name()).bind(&account.external_id).bind(now.0)
            .bind(expires_at.0).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Who typed a code of this person's: the person, where the code was made, and the account that typed it.
    pub(crate) async fn asked_link(
        &mut self,
        maker: PersonId,
        now: Instant,
    ) -> Result<Option<(PersonId, Platform, Account)>, Error> {
        let row: Option<(i64, String, String, String)> = on!(self, conn => sqlx::query_as(
            "select asked_by, made_on, asked_on, asked_id from link_code
             where person_id = $1 and asked_by is not null and expires_at > $2 order by expires_at desc limit 1")
            .bind(maker.0).bind(now.0).fetch_optional(conn).await)?;
        let Some((typist, made_on, asked_on, asked_id)) = row else { return Ok(None) };
        let accounts = self.accounts(PersonId(typist)).await?;
        let platform = Platform::named(&asked_on)?;
        let account = accounts
            .into_iter()
            .find(|account| account.platform == platform && account.external_id == asked_id);
        let made_on = Platform::named(&made_on)?;
        Ok(account.map(|account| (PersonId(typist), made_on, account)))
    }

    /// The private chat of an account, if it can be written to.
    pub(crate) async fn private_way(
        &mut self,
        account: &Account,
    ) -> Result<Option<DestinationId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from destination
             where platform = $1 and address = $2 and thread = '' and kind = 'private' and state = 'ok'")
            .bind(account.platform.name()).bind(&account.external_id).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }

    /// Ends the question whether this typist is the maker; false where it is not open (any more).
    pub(crate) async fn close_link(
        &mut self,
        maker: PersonId,
        typist: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("delete from link_code where person_id = $1 and asked_by = $2 and expires_at > $3")
            .bind(maker.0).bind(typist.0).bind(now.0).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }

    pub(crate) async fn burn_link_code(&mut self, hash: &str) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query("delete from link_code where code_hash = $1")
            .bind(hash).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    /// Forgets who typed codes that are good no more.
    pub(crate) async fn forget_link_codes(&mut self, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from link_code where expires_at <= $1")
            .bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The events of the one who goes, and whether the one who stays was in them too.
    pub(crate) async fn united_events(
        &mut self,
        goes: PersonId,
        stays: PersonId,
    ) -> Result<Vec<(EventId, bool)>, Error> {
        let rows: Vec<(i64, bool)> = on!(self, conn => sqlx::query_as(
            "select m.event_id, exists (select 1 from membership o where o.event_id = m.event_id and o.person_id = $2)
             from membership m where m.person_id = $1 order by m.event_id")
            .bind(goes.0).bind(stays.0).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(|(event, is_shared)| (EventId(event), is_shared)).collect())
    }

    /// A membership that only the one who goes had.
    pub(crate) async fn move_membership(
        &mut self,
        event: EventId,
        goes: PersonId,
        stays: PersonId,
    ) -> Result<(), Error> {
        for table in OF_MEMBERSHIP {
            let back = match table {
                "membership" => ", back_id = -$3, settled = null",
                "window_tally" => ", back_id = -$3",
                _ => "",
            };
            let update = format!(
                "update {table} set person_id = $3{back} where event_id = $1 and person_id = $2"
            );
            self.run(&update, event, goes, stays).await?;
        }
        Ok(())
    }

    /// Gives all facts of one to the other; what is cached has to be worked out anew.
    pub(crate) async fn unite_membership(
        &mut self,
        event: EventId,
        goes: PersonId,
        stays: PersonId,
        spans: &[Span],
    ) -> Result<(), Error> {
        const MOVES: [&str; 14] = [
            "update check_in set person_id = $3, n = n + (select facts from membership where event_id = $1 and person_id = $3)
             where event_id = $1 and person_id = $2",
            "update pause set person_id = $3, n = n + (select facts from membership where event_id = $1 and person_id = $3)
             where event_id = $1 and person_id = $2",
            "update freeze_grant set person_id = $3, n = n + (select facts from membership where event_id = $1 and person_id = $3)
             where event_id = $1 and person_id = $2",
            "delete from repair where event_id = $1 and person_id = $2
             and day in (select day from repair where event_id = $1 and person_id = $3)",
            "update repair set person_id = $3 where event_id = $1 and person_id = $2",
            "delete from badge where event_id = $1 and person_id = $2
             and length in (select length from badge where event_id = $1 and person_id = $3)",
            "update badge set person_id = $3 where event_id = $1 and person_id = $2",
            "update proof set person_id = $3 where event_id = $1 and person_id = $2",
            "update reminder set person_id = $3 where event_id = $1 and person_id = $2 and not exists (
                 select 1 from reminder r where r.event_id = $1 and r.person_id = $3)",
            "delete from reminder where event_id = $1 and person_id = $2 and $3 = $3",
            "delete from window_tally where event_id = $1 and (person_id = $2 or person_id = $3)",
            "delete from rank_look where event_id = $1 and person_id = $2 and $3 = $3",
            "update membership set settled = null,
             facts = facts + (select facts from membership where event_id = $1 and person_id = $2),
             joined_at = 0, rare = true where event_id = $1 and person_id = $3",
            "delete from membership where event_id = $1 and person_id = $2 and $3 = $3",
        ];
        for statement in MOVES {
            self.run(statement, event, goes, stays).await?;
        }
        self.run(
            "delete from membership_span where event_id = $1 and (person_id = $2 or person_id = $3)",
            event,
            goes,
            stays,
        )
        .await?;
        for (n, span) in spans.iter().enumerate() {
            on!(self, conn => sqlx::query(
                "insert into membership_span (event_id, person_id, n, joined_at, joined_day, left_at, left_day)
                 values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(event.0).bind(stays.0).bind(n as i64).bind(span.joined_at.0).bind(i64::from(span.joined_day.0))
                .bind(span.left.map(|(at, _)| at.0)).bind(span.left.map(|(_, day)| i64::from(day.0)))
                .execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// A statement over an event (`$1`), the one who goes (`$2`) and the one who stays (`$3`).
    async fn run(
        &mut self,
        statement: &str,
        event: EventId,
        goes: PersonId,
        stays: PersonId,
    ) -> Result<(), Error> {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        on!(self, conn => sqlx::query(statement)
            .bind(event.0).bind(goes.0).bind(stays.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Moves accounts and places over, and what the one who goes runs; then he is gone.
    pub(crate) async fn move_person(
        &mut self,
        goes: PersonId,
        stays: PersonId,
    ) -> Result<(), Error> {
        const MOVES: [&str; 16] = [
            "update account set person_id = $2 where person_id = $1",
            "update destination set person_id = $2 where person_id = $1",
            "update event set owner_id = $2 where owner_id = $1",
            "delete from join_request where person_id = $1 and event_id in (
                 select event_id from join_request where person_id = $2 union select event_id from membership where person_id = $2)",
            "update join_request set person_id = $2 where person_id = $1",
            "delete from ban where person_id = $1 and event_id in (select event_id from ban where person_id = $2)",
            "update ban set person_id = $2 where person_id = $1",
            "delete from moderator where person_id = $1 and community_id in (select community_id from moderator where person_id = $2)",
            "update moderator set person_id = $2 where person_id = $1",
            "insert into greeting (kind, from_person, to_person, day, event_id, at, words)
             select kind, case when from_person = $1 then $2 else from_person end,
                 case when to_person = $1 then $2 else to_person end, day, event_id, at, words from greeting
             where (from_person = $1 and to_person <> $2) or (to_person = $1 and from_person <> $2)
             on conflict (kind, from_person, to_person, day) do nothing",
            "delete from greeting where (from_person = $1 or to_person = $1) and $2 = $2",
            "update audit set by_person = case when by_person = $1 then $2 else by_person end,
             about_person = case when about_person = $1 then $2 else about_person end where by_person = $1 or about_person = $1",
            "delete from link_code where (person_id = $1 or asked_by = $1) and $2 = $2",
            "delete from invite_use where person_id = $1 and $2 = $2",
            "delete from clock_setting where person_id = $1 and $2 = $2",
            "delete from person where id = $1 and $2 = $2",
        ];
        for statement in MOVES {
            on!(self, conn => sqlx::query(statement)
                .bind(goes.0).bind(stays.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Counts the rankings of these events anew.
    pub(crate) async fn rebuild_counts_of(&mut self, events: &[EventId]) -> Result<(), Error> {
        const STATEMENTS: [&str; 2] = [
            "delete from rank_count where event_id = $1",
            concat!(
                "insert into rank_count (event_id, metric, alive_until, value, n) ",
                counted!("event_id = $1")
            ),
        ];
        for event in events {
            if let Tx::Postgres(tx) = self {
                sqlx::query("lock table rank_count in exclusive mode").execute(&mut **tx).await?;
            }
            for statement in STATEMENTS {
                on!(self, conn => sqlx::query(statement).bind(event.0).execute(conn).await.map(drop))?;
            }
        }
        Ok(())
    }

    pub(crate) async fn accounts(&mut self, person: PersonId) -> Result<Vec<Account>, Error> {
        let rows: Vec<(String, String, String, Option<String>)> = on!(self, conn => sqlx::query_as(
            "select platform, external_id, name, handle from account where person_id = $1 order by linked_at, platform, external_id")
            .bind(person.0).fetch_all(conn).await)?;
        let read =
            |(platform, external_id, name, handle): (String, String, String, Option<String>)| {
                Ok(Account {
                    platform: Platform::named(&platform)?,
                    external_id,
                    name,
                    handle,
                    locale: None,
                })
            };
        rows.into_iter().map(read).collect()
    }

    /// The account with its places; whoever uses it next is somebody new.
    pub(crate) async fn forget_account(
        &mut self,
        person: PersonId,
        account: &Account,
    ) -> Result<(), Error> {
        const STATEMENTS: [&str; 4] = [
            "delete from outbox where destination_id in (
                 select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)",
            "delete from reminder where person_id = $1 and destination_id in (
                 select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)",
            "delete from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3",
            "delete from account where person_id = $1 and platform = $2 and external_id = $3",
        ];
        for statement in STATEMENTS {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(account.platform.name()).bind(&account.external_id).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Every row of a person, by table.
    pub(crate) async fn everything_of(&mut self, person: PersonId) -> Result<Value, Error> {
        let tables = OF_MEMBERSHIP.iter().map(|table| (*table, "person_id"));
        let mut everything = serde_json::Map::new();
        for (table, column) in tables.chain(OF_PERSON).chain([("person", "id")]) {
            let rows = self.rows_of(table, column, person).await?;
            match everything.get_mut(table) {
                Some(Value::Array(known)) => known.extend(rows),
                _ => drop(everything.insert(table.to_owned(), Value::Array(rows))),
            }
        }
        Ok(Value::Object(everything))
    }

    async fn rows_of(
        &mut self,
        table: &str,
        column: &str,
        person: PersonId,
    ) -> Result<Vec<Value>, Error> {
        let rows: Vec<String> = match self {
            Tx::Postgres(tx) => {
                let select =
                    format!("select row_to_json(t)::text from {table} t where {column} = $1");
                let select = sqlx::query_scalar(sqlx::AssertSqlSafe(select));
                select.bind(person.0).fetch_all(&mut **tx).await?
            }
            Tx::Sqlite(tx) => {
                let names = format!("select name from pragma_table_info('{table}') order by cid");
                let names: Vec<String> =
                    sqlx::query_scalar(sqlx::AssertSqlSafe(names)).fetch_all(&mut **tx).await?;
                let fields = names.iter().map(|name| format!("'{name}', {name}"));
                let fields = fields.collect::<Vec<_>>().join(", ");
                let select =
                    format!("select json_object({fields}) from {table} where {column} = $1");
                let select = sqlx::query_scalar(sqlx::AssertSqlSafe(select));
                select.bind(person.0).fetch_all(&mut **tx).await?
            }
        };
        let read = |row: String| {
            serde_json::from_str(&row)
                .map_err(|e| Error::Unreadable { what: "row", why: e.to_string() })
        };
        rows.into_iter().map(read).collect()
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
        on!(self, conn => sqlx::query(
            "delete from outbox where destination_id in (select id from destination where person_id = $1)")
            .bind(person.0).execute(conn).await.map(drop))?;
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
        let tables = OF_MEMBERSHIP.iter().map(|table| (*table, "person_id"));
        let others = [("ban", "person_id"), ("moderator", "person_id"), ("person", "id")];
        for (table, column) in tables.chain(OF_PERSON).chain(others) {
            let delete = sqlx::AssertSqlSafe(format!("delete from {table} where {column} = $1"));
            on!(self, conn => sqlx::query(delete).bind(person.0).execute(conn).await.map(drop))?;
        }
        on!(self, conn => sqlx::query("update event set owner_id = 0 where owner_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
