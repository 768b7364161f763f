//! What outlives an account: bans, silence, blocks, and what counts against limits. Whoever comes back with the account
//! has them again.

use rules::{ClockChange, Instant};

use crate::error::Error;
use crate::ids::{self, EventId, PersonId};
use crate::people::person::Account;
use crate::store::{Tx, on};

const DAY_S: i64 = 86_400;
/// As long as a change of the clock limits further ones.
const CLOCK_S: i64 = 30 * DAY_S;
/// As long as a day lasts anywhere.
const PEER_MESSAGE_S: i64 = 2 * DAY_S;
/// Events that go on for longer count no more.
const EVENT_S: i64 = 365 * DAY_S;

impl Tx {
    /// The key of the hashes, made with the first one.
    pub(crate) async fn trace_key(&mut self, fresh: &str) -> Result<String, Error> {
        on!(self, conn => sqlx::query("insert into trace_key (n, secret) values (1, $1) on conflict (n) do nothing")
            .bind(fresh).execute(conn).await.map(drop))?;
        let key = self.known_trace_key().await?;
        key.ok_or(Error::Unreadable { what: "key of traces", why: "it is not there".to_owned() })
    }

    async fn known_trace_key(&mut self) -> Result<Option<String>, Error> {
        Ok(on!(self, conn => sqlx::query_scalar("select secret from trace_key where n = 1")
            .fetch_optional(conn).await)?)
    }

    /// Writes down what an account takes with it from a person.
    pub(crate) async fn leave_traces(
        &mut self,
        person: PersonId,
        account: &Account,
        key: &str,
        now: Instant,
    ) -> Result<(), Error> {
        let hash = account_hash(key, account);
        for (statement, since, lasts_s) in [
            ("insert into trace (account_hash, kind, about, at, expires_at)
              select $2, 'ban', event_id, at, cast(null as bigint) from ban where person_id = $1 and at > $3 and $4 = $4
              on conflict do nothing", Instant(i64::MIN), 0),
            ("insert into trace (account_hash, kind, about, at, expires_at)
              select $2, 'event', id, created_at, created_at + $4 from event
              where owner_id = $1 and created_at > $3 and ended_at is null and draft is null
              on conflict do nothing", now.plus_s(-EVENT_S), EVENT_S),
            ("insert into trace (account_hash, kind, about, at, expires_at)
              select $2, 'clock', 0, at, at + $4 from clock_setting where person_id = $1 and at > $3
              on conflict do nothing", now.plus_s(-CLOCK_S), CLOCK_S),
            ("insert into trace (account_hash, kind, about, at, expires_at)
              select $2, kind, to_person, day, at + $4 from greeting where from_person = $1 and at > $3
              on conflict do nothing", now.plus_s(-PEER_MESSAGE_S), PEER_MESSAGE_S),
            ("insert into trace (account_hash, kind, about, at, expires_at)
              select $2, 'silence', community_id, at, cast(null as bigint) from silenced_person
              where person_id = $1 and at > $3 and $4 = $4 on conflict do nothing", Instant(i64::MIN), 0),
            ("insert into trace (account_hash, kind, about, at, expires_at)
              select $2, 'block', person_id, at, cast(null as bigint) from block
              where blocked_person = $1 and at > $3 and $4 = $4 on conflict do nothing", Instant(i64::MIN), 0),
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(person.0).bind(&hash).bind(since.0).bind(lasts_s).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Gives a new person what their account has left behind.
    pub(crate) async fn follow_traces(
        &mut self,
        person: PersonId,
        account: &Account,
        now: Instant,
    ) -> Result<(), Error> {
        let Some(key) = self.known_trace_key().await? else { return Ok(()) };
        let hash = account_hash(&key, account);
        let changes: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "select at from trace where account_hash = $1 and kind = 'clock' and expires_at > $2 order by at limit 100")
            .bind(&hash).bind(now.0).fetch_all(conn).await)?;
        let (first, _) = self.clock_settings(person).await?;
        for (n, at) in changes.into_iter().enumerate() {
            // It counts against the limit, and changes nothing.
            self.add_clock_setting(person, n, ClockChange { at: Instant(at), setting: first })
                .await?;
        }
        for statement in [
            "insert into ban (event_id, person_id, at, by_person)
             select about, $2, at, 0 from trace where account_hash = $1 and kind = 'ban' and $3 = $3 on conflict do nothing",
            "insert into greeting (kind, from_person, to_person, day, event_id, at)
             select t.kind, $2, t.about, t.at, 0, $3 from trace t join person p on p.id = t.about
             where t.account_hash = $1 and t.kind in ('cheer', 'nudge') and t.expires_at > $3 on conflict do nothing",
            // There are no more of either than accounts that come back.
            "insert into silenced_person (community_id, person_id, at)
             select c.id, $2, t.at from trace t join community c on c.id = t.about
             where t.account_hash = $1 and t.kind = 'silence' and $3 = $3 on conflict do nothing",
            "insert into block (person_id, blocked_person, at)
             select p.id, $2, t.at from trace t join person p on p.id = t.about
             where t.account_hash = $1 and t.kind = 'block' and $3 = $3 on conflict do nothing",
            // Events are counted as long as they go on, by whose they were.
            "delete from trace where account_hash = $1 and kind <> 'event' and $2 = $2 and $3 = $3",
        ] {
            on!(self, conn => sqlx::query(statement)
                .bind(&hash).bind(person.0).bind(now.0).execute(conn).await.map(drop))?;
        }
        Ok(())
    }

    /// Events that go on and that were made by the accounts of a person before they were this person's.
    pub(crate) async fn count_owned_before(&mut self, person: PersonId) -> Result<i64, Error> {
        let Some(key) = self.known_trace_key().await? else { return Ok(0) };
        let mut events = std::collections::BTreeSet::new();
        for account in self.accounts(person).await? {
            let found: Vec<i64> = on!(self, conn => sqlx::query_scalar(
                "select t.about from trace t join event e on e.id = t.about
                 where t.account_hash = $1 and t.kind = 'event' and e.ended_at is null and e.owner_id <> $2")
                .bind(account_hash(&key, &account)).bind(person.0).fetch_all(conn).await)?;
            events.extend(found);
        }
        Ok(events.len() as i64)
    }

    /// Keeps out of the next round whom the one before it kept out, though they are nobody here any more.
    pub(crate) async fn take_over_traces(
        &mut self,
        before: EventId,
        next: EventId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into trace (account_hash, kind, about, at, expires_at)
             select account_hash, kind, $2, at, expires_at from trace where kind = 'ban' and about = $1")
            .bind(before.0).bind(next.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets whom accounts that are gone had cheered, and whom one is blocked by, where that person goes too.
    pub(crate) async fn forget_traces_about(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from trace where kind in ('cheer', 'nudge', 'block') and about = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The same where that person becomes somebody else.
    pub(crate) async fn hand_over_traces(
        &mut self,
        from: PersonId,
        to: PersonId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "insert into trace (account_hash, kind, about, at, expires_at)
             select account_hash, kind, $2, at, expires_at from trace
             where kind in ('cheer', 'nudge', 'block') and about = $1 on conflict do nothing")
            .bind(from.0).bind(to.0).execute(conn).await.map(drop))?;
        self.forget_traces_about(from).await
    }

    pub(crate) async fn forget_traces(&mut self, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from trace where expires_at <= $1")
            .bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}

fn account_hash(key: &str, account: &Account) -> String {
    ids::keyed_hash(key, &format!("{}:{}", account.platform.name(), account.external_id))
}
