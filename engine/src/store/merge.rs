//! Making two people one, and parting accounts.

use rules::{Instant, Span};
use serde_json::Value;

use crate::error::Error;
use crate::ids::{DestinationId, EventId, Membership, PersonId, Platform};
use crate::people::person::Account;
use crate::store::leaderboard::counted;
use crate::store::{Tx, on};

/// Tables whose rows belong to a person in an event.
pub(crate) const OF_MEMBERSHIP: [&str; 13] = [
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
    "proof_file",
    "snapshot",
];

/// The rows of a person in one of these tables, by the keys of their memberships.
pub(crate) const OF_MINE: &str =
    "person_id = $1 and event_id in (select event_id from membership where person_id = $1)";

/// The columns of a table of which not all are handed out: files themselves fill no export.
fn handed_out(table: &str) -> Option<&'static str> {
    (table == "proof_file").then_some("proof_id, event_id, person_id, content_type, size, at")
}

/// What else belongs to a person: the table and the column that names them.
pub(crate) const OF_PERSON: [(&str, &str); 21] = [
    ("account", "person_id"),
    ("clock_setting", "person_id"),
    ("destination", "person_id"),
    ("email", "person_id"),
    ("email_asked", "person_id"),
    ("join_request", "person_id"),
    ("link_code", "person_id"),
    ("link_code", "asked_by"),
    ("invite_use", "person_id"),
    ("greeting", "from_person"),
    ("greeting", "to_person"),
    ("block", "person_id"),
    ("session", "person_id"),
    ("sign_in", "person_id"),
    ("token", "person_id"),
    ("passkey", "person_id"),
    ("push_subscription", "person_id"),
    ("challenge", "person_id"),
    ("app", "person_id"),
    ("app_code", "person_id"),
    ("brought", "person_id"),
];

/// What took a check-in back that stands beside another one of the same person in a contest: no request is called so.
pub(crate) const VOID: &str = "link";

impl Tx {
    /// The private chat of an account, if it can be written to.
    pub(crate) async fn dm_destination(
        &mut self,
        account: &Account,
    ) -> Result<Option<DestinationId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select id from destination
             where platform = $1 and address = $2 and thread = '' and kind = 'private' and state = 'ok'")
            .bind(account.platform.name()).bind(&account.external_id).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
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
                "membership" => ", back_id = -$3",
                "window_tally" => ", back_id = -$3",
                _ => "",
            };
            let update = format!(
                "update {table} set person_id = $3{back} where event_id = $1 and person_id = $2"
            );
            self.run(&update, event, goes, stays).await?;
        }
        // Another clock may count now.
        self.unsettle_one(Membership { event, person: stays }).await
    }

    /// Gives all facts of one to the other; what is cached has to be worked out anew.
    pub(crate) async fn unite_membership(
        &mut self,
        event: EventId,
        goes: PersonId,
        stays: PersonId,
        spans: &[Span],
    ) -> Result<(), Error> {
        const MOVES: [&str; 16] = [
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
            "update proof_file set person_id = $3 where event_id = $1 and person_id = $2",
            "update reminder set person_id = $3 where event_id = $1 and person_id = $2 and not exists (
                 select 1 from reminder r where r.event_id = $1 and r.person_id = $3)",
            "delete from reminder where event_id = $1 and person_id = $2 and $3 = $3",
            "delete from window_tally where event_id = $1 and person_id in ($2, $3)",
            "delete from rank_look where event_id = $1 and person_id = $2 and $3 = $3",
            "delete from snapshot where event_id = $1 and person_id in ($2, $3)",
            "update membership set settled = null,
             facts = facts + (select facts from membership where event_id = $1 and person_id = $2),
             joined_at = 0, rare = true where event_id = $1 and person_id = $3",
            "delete from membership where event_id = $1 and person_id = $2 and $3 = $3",
        ];
        for statement in MOVES {
            self.run(statement, event, goes, stays).await?;
        }
        self.run(
            "delete from membership_span where event_id = $1 and person_id in ($2, $3)",
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

    /// Takes back all check-ins of one of two people who become one, in a contest that both were in, and what they gave.
    pub(crate) async fn void_check_ins(
        &mut self,
        of: Membership,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update check_in set undone_at = $3, undone_by = $4 where event_id = $1 and person_id = $2 and undone_at is null")
            .bind(of.event.0).bind(of.person.0).bind(now.0).bind(VOID).execute(conn).await.map(drop))?;
        for statement in [
            "delete from badge where event_id = $1 and person_id = $2",
            // What was mended or shown on this side is not the other's; parted, the repairs come back.
            "delete from repair where event_id = $1 and person_id = $2",
            "delete from proof_file where event_id = $1 and person_id = $2",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(of.event.0).bind(of.person.0).execute(conn).await.map(drop))?;
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

    /// Moves accounts and places over, and what the one who goes runs; then they are gone.
    pub(crate) async fn move_person(
        &mut self,
        goes: PersonId,
        stays: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        const MOVES: [&str; 39] = [
            "update account set person_id = $2 where person_id = $1",
            // A confirmed address goes before one that is not.
            "delete from email where person_id = $2 and address is null
             and exists (select 1 from email where person_id = $1 and address is not null)",
            // The same one may wait unconfirmed on the other side.
            "update destination set state = 'blocked', address = cast(id as text) where person_id = $2 and platform = 'email'
             and exists (select 1 from email where person_id = $1) and not exists (select 1 from email where person_id = $2)",
            "update destination set state = 'blocked', address = cast(id as text) where person_id = $1 and platform = 'email'
             and exists (select 1 from email where person_id = $2)",
            "update destination set person_id = $2, thread = case when platform = 'email' then cast($2 as text) else thread end
             where person_id = $1",
            "update email set person_id = $2 where person_id = $1 and not exists (select 1 from email where person_id = $2)",
            "delete from email where person_id = $1 and $2 = $2",
            "update email_asked set person_id = $2 where person_id = $1",
            "update event set owner_id = $2 where owner_id = $1",
            "delete from join_request where person_id = $1 and event_id in (select event_id from join_request where person_id = $2)",
            "update join_request set person_id = $2 where person_id = $1",
            "delete from ban where person_id = $1 and event_id in (select event_id from ban where person_id = $2)",
            "update ban set person_id = $2 where person_id = $1",
            "delete from moderator where person_id = $1 and community_id in (select community_id from moderator where person_id = $2)",
            "update moderator set person_id = $2 where person_id = $1",
            // What they said to each other stays only where it is known who said it.
            "insert into greeting (kind, from_person, to_person, day, event_id, at, words, made_by, from_on, to_on)
             select kind, case when from_person = $1 then $2 else from_person end,
                 case when to_person = $1 then $2 else to_person end, day, event_id, at, words, made_by, from_on, to_on
             from greeting
             where (from_person = $1 and (to_person <> $2 or from_on <> to_on))
                or (to_person = $1 and (from_person <> $2 or from_on <> to_on))
             on conflict do nothing",
            "delete from greeting where (from_person = $1 or to_person = $1) and $2 = $2",
            // Nobody blocks themselves.
            "delete from block where person_id in ($1, $2) and blocked_person in ($1, $2)",
            "delete from block where person_id = $1
             and blocked_person in (select blocked_person from block where person_id = $2)",
            "update block set person_id = $2 where person_id = $1",
            "update block set set_on = '' where blocked_person = $2
             and person_id in (select person_id from block where blocked_person = $1)",
            "delete from block where blocked_person = $1
             and person_id in (select person_id from block where blocked_person = $2)",
            "update block set blocked_person = $2 where blocked_person = $1",
            "delete from silenced_person where person_id = $1
             and community_id in (select community_id from silenced_person where person_id = $2)",
            "update silenced_person set person_id = $2 where person_id = $1",
            "update audit set by_person = case when by_person = $1 then $2 else by_person end,
             about_person = case when about_person = $1 then $2 else about_person end where by_person = $1 or about_person = $1",
            "delete from link_code where (person_id = $1 or asked_by = $1) and $2 = $2",
            // Whoever was signed in as one of them signs in anew, and so do programs.
            "delete from session where person_id = $1 and $2 = $2",
            "delete from sign_in where person_id = $1 and $2 = $2",
            "delete from token where person_id = $1 and $2 = $2",
            "delete from passkey where person_id = $1 and $2 = $2",
            "delete from push_subscription where person_id = $1 and $2 = $2",
            "update app set person_id = $2 where person_id = $1",
            "delete from app_code where person_id = $1 and $2 = $2",
            "delete from challenge where person_id = $1 and $2 = $2",
            "delete from invite_use where person_id = $1 and $2 = $2",
            "delete from brought where person_id = $1 and $2 = $2",
            "delete from clock_setting where person_id = $1 and $2 = $2",
            "delete from person where id = $1 and $2 = $2",
        ];
        on!(self, conn => sqlx::query("update account set linked_at = $2 where person_id = $1")
            .bind(goes.0).bind(now.0).execute(conn).await.map(drop))?;
        self.hand_over_deeds(goes, stays).await?;
        self.hand_over_traces(goes, stays).await?;
        self.hand_over_roles(goes, stays).await?;
        for statement in MOVES {
            on!(self, conn => sqlx::query(statement)
                .bind(goes.0).bind(stays.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Closes requests to be let in of somebody who is in.
    pub(crate) async fn close_asks_of_members(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "delete from join_request where person_id = $1
             and event_id in (select event_id from membership where person_id = $1 and member)")
            .bind(person.0).execute(conn).await.map(drop))?;
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
            // The rankings of a small event are sorted when somebody asks.
            if !self.is_indexed(*event).await? {
                continue;
            }
            if let Tx::Postgres(tx) = self {
                sqlx::query("lock table rank_count in exclusive mode").execute(tx.conn()).await?;
            }
            for statement in STATEMENTS {
                on!(self, conn => sqlx::query(statement).bind(event.0).execute(conn).await.map(drop))?;
            }
        }
        Ok(())
    }

    pub(crate) async fn accounts(&mut self, person: PersonId) -> Result<Vec<Account>, Error> {
        let accounts = self.accounts_since(person).await?;
        Ok(accounts.into_iter().map(|(account, _)| account).collect())
    }

    /// The accounts of a person, each with the instant from which on it is theirs.
    pub(crate) async fn accounts_since(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<(Account, Instant)>, Error> {
        type Columns = (String, String, String, Option<String>, i64);
        let rows: Vec<Columns> = on!(self, conn => sqlx::query_as(
            "select platform, external_id, name, handle, linked_at from account where person_id = $1
             order by linked_at, platform, external_id")
            .bind(person.0).fetch_all(conn).await)?;
        let read = |(platform, external_id, name, handle, linked_at): Columns| {
            let platform = Platform::named(&platform)?;
            let account = Account { platform, external_id, name, handle, locale: None };
            Ok((account, Instant(linked_at)))
        };
        rows.into_iter().map(read).collect()
    }

    /// The account with its places; whoever uses it next is somebody new.
    pub(crate) async fn forget_account(
        &mut self,
        person: PersonId,
        account: &Account,
    ) -> Result<(), Error> {
        // Set aside first, so that it is no place to be reminded in instead.
        const SET_ASIDE: [&str; 3] = [
            "delete from outbox where state = 'pending' and destination_id in (
                 select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)",
            "delete from outbox where state <> 'pending' and destination_id in (
                 select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)",
            "update destination set state = 'blocked'
             where person_id = $1 and kind = 'private' and platform = $2 and address = $3",
        ];
        const FORGET: [&str; 3] = [
            "delete from reminder where person_id = $1
             and event_id in (select event_id from membership where person_id = $1) and destination_id in (
                 select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)",
            "delete from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3",
            "delete from account where person_id = $1 and platform = $2 and external_id = $3",
        ];
        let (platform, address) = (account.platform.name(), &account.external_id);
        for statement in SET_ASIDE {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(platform).bind(address).execute(conn).await.map(drop))?;
        }
        if let Some(place) = self.any_private_destination(person).await? {
            on!(self, conn => sqlx::query(
                "update reminder set destination_id = $4 where person_id = $1
                 and event_id in (select event_id from membership where person_id = $1) and destination_id in (
                     select id from destination where person_id = $1 and kind = 'private' and platform = $2 and address = $3)")
                .bind(person.0).bind(platform).bind(address).bind(place.0).execute(conn).await.map(drop))?;
        }
        for statement in FORGET {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(platform).bind(address).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    pub(crate) async fn rows_of(
        &mut self,
        table: &str,
        condition: &str,
        person: PersonId,
    ) -> Result<Vec<Value>, Error> {
        let rows: Vec<String> = match self {
            Tx::Postgres(tx) => {
                let columns = handed_out(table).unwrap_or("*");
                let select = format!(
                    "select row_to_json(t)::text from (select {columns} from {table} where {condition}) t"
                );
                let select = sqlx::query_scalar(sqlx::AssertSqlSafe(select));
                select.bind(person.0).fetch_all(tx.conn()).await?
            }
            Tx::Sqlite(tx) => {
                let all = format!("select name from pragma_table_info('{table}') order by cid");
                let names: Vec<String> = match handed_out(table) {
                    Some(columns) => columns.split(", ").map(str::to_owned).collect(),
                    None => {
                        sqlx::query_scalar(sqlx::AssertSqlSafe(all)).fetch_all(&mut **tx).await?
                    }
                };
                let fields = names.iter().map(|name| format!("'{name}', {name}"));
                let fields = fields.collect::<Vec<_>>().join(", ");
                let select = format!("select json_object({fields}) from {table} where {condition}");
                let select = sqlx::query_scalar(sqlx::AssertSqlSafe(select));
                select.bind(person.0).fetch_all(&mut **tx).await?
            }
        };
        let read =
            |row: String| serde_json::from_str(&row).map_err(|e| Error::unreadable("row", &e));
        rows.into_iter().map(read).collect()
    }
}
