//! Apps, the codes that are on their way to them, and their tokens, all secrets by their hashes.

use rules::Instant;

use crate::error::Error;
use crate::ids::PersonId;
use crate::people::app::{App, AppCode, Waiting};
use crate::people::token::{Scope, Token};
use crate::store::token::{self, OwnedRow, OwnedToken, TokenRow};
use crate::store::{Tx, on};

type AppRow = (String, i64, String, String, i64);
type CodeRow = (String, Option<i64>, String, Option<String>, Option<String>);

fn app((id, person, name, redirects, created_at): AppRow) -> Result<App, Error> {
    let redirects =
        serde_json::from_str(&redirects).map_err(|error| Error::unreadable("redirects", &error))?;
    Ok(App { id, person: PersonId(person), name, redirects, created_at: Instant(created_at) })
}

fn code((app, person, scope, redirect, challenge): CodeRow) -> Result<AppCode, Error> {
    let scope = Scope::named(&scope).ok_or(Error::Unreadable { what: "scope", why: scope })?;
    Ok(AppCode { app, person: person.map(PersonId), scope, redirect, challenge })
}

impl Tx {
    pub(crate) async fn add_app(&mut self, app: &App) -> Result<(), Error> {
        let redirects = serde_json::to_string(&app.redirects)
            .map_err(|error| Error::unreadable("redirects", &error))?;
        on!(self, conn => sqlx::query(
            "insert into app (id, person_id, name, redirects, created_at) values ($1, $2, $3, $4, $5)")
            .bind(&app.id).bind(app.person.0).bind(&app.name).bind(redirects).bind(app.created_at.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn app(&mut self, id: &str) -> Result<Option<App>, Error> {
        let row: Option<AppRow> = on!(self, conn => sqlx::query_as(
            "select id, person_id, name, redirects, created_at from app where id = $1")
            .bind(id).fetch_optional(conn).await)?;
        row.map(app).transpose()
    }

    pub(crate) async fn apps(&mut self, person: PersonId) -> Result<Vec<App>, Error> {
        let rows: Vec<AppRow> = on!(self, conn => sqlx::query_as(
            "select id, person_id, name, redirects, created_at from app where person_id = $1 order by created_at, id")
            .bind(person.0).fetch_all(conn).await)?;
        rows.into_iter().map(app).collect()
    }

    /// Forgets an app with its codes and tokens; false where there is none.
    pub(crate) async fn drop_app(&mut self, person: PersonId, id: &str) -> Result<bool, Error> {
        let rows = on!(self, conn => sqlx::query("delete from app where id = $1 and person_id = $2")
            .bind(id).bind(person.0).execute(conn).await.map(|done| done.rows_affected()))?;
        if rows == 1 {
            on!(self, conn => sqlx::query("delete from app_code where app_id = $1")
                .bind(id).execute(conn).await.map(drop))?;
            on!(self, conn => sqlx::query("delete from token where app_id = $1")
                .bind(id).execute(conn).await.map(drop))?;
        }
        Ok(rows == 1)
    }

    pub(crate) async fn add_app_code(
        &mut self,
        hash: &str,
        asked: &AppCode,
        user_code: Option<&str>,
        expires_at: Instant,
    ) -> Result<(), Error> {
        let AppCode { app, person, scope, redirect, challenge } = asked;
        let state = if person.is_some() { "agreed" } else { "waiting" };
        on!(self, conn => sqlx::query(
            "insert into app_code (code_hash, app_id, person_id, scope, redirect, challenge, user_code, state, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(hash).bind(app).bind(person.map(|person| person.0)).bind(scope.name()).bind(redirect)
            .bind(challenge).bind(user_code).bind(state).bind(expires_at.0)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Redeems what a browser brings. It stays until the app is let in, so that it can be taken back meanwhile.
    pub(crate) async fn redeem_app_code(
        &mut self,
        hash: &str,
        now: Instant,
    ) -> Result<Option<AppCode>, Error> {
        let row: Option<CodeRow> = on!(self, conn => sqlx::query_as(
            "update app_code set state = 'redeemed'
             where code_hash = $1 and user_code is null and state = 'agreed' and expires_at > $2
             returning app_id, person_id, scope, redirect, challenge")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        row.map(code).transpose()
    }

    /// Uses up what was redeemed, and says who had agreed; none where it was taken back.
    pub(crate) async fn use_redeemed(&mut self, hash: &str) -> Result<Option<PersonId>, Error> {
        let person: Option<Option<i64>> = on!(self, conn => sqlx::query_scalar(
            "delete from app_code where code_hash = $1 and state = 'redeemed' returning person_id")
            .bind(hash).fetch_optional(conn).await)?;
        Ok(person.flatten().map(PersonId))
    }

    pub(crate) async fn device(
        &mut self,
        user_code: &str,
        now: Instant,
    ) -> Result<Option<AppCode>, Error> {
        let row: Option<CodeRow> = on!(self, conn => sqlx::query_as(
            "select app_id, person_id, scope, redirect, challenge from app_code
             where user_code = $1 and state = 'waiting' and expires_at > $2")
            .bind(user_code).bind(now.0).fetch_optional(conn).await)?;
        row.map(code).transpose()
    }

    pub(crate) async fn answer_device(
        &mut self,
        user_code: &str,
        person: PersonId,
        agrees: bool,
        now: Instant,
    ) -> Result<bool, Error> {
        let state = if agrees { "agreed" } else { "refused" };
        let rows = on!(self, conn => sqlx::query(
            "update app_code set person_id = $2, state = $3 where user_code = $1 and state = 'waiting' and expires_at > $4")
            .bind(user_code).bind(person.0).bind(state).bind(now.0)
            .execute(conn).await.map(|done| done.rows_affected()))?;
        Ok(rows == 1)
    }

    /// What became of a device. A no is forgotten with it, and a yes redeemed.
    pub(crate) async fn poll_device(
        &mut self,
        hash: &str,
        now: Instant,
        pace_s: i64,
    ) -> Result<Waiting, Error> {
        type Row = (String, Option<i64>);
        let row: Option<Row> = on!(self, conn => sqlx::query_as(
            "select state, polled_at from app_code where code_hash = $1 and user_code is not null and expires_at > $2")
            .bind(hash).bind(now.0).fetch_optional(conn).await)?;
        let Some((state, polled_at)) = row else { return Ok(Waiting::Over) };
        if state == "waiting" {
            on!(self, conn => sqlx::query("update app_code set polled_at = $2 where code_hash = $1")
                .bind(hash).bind(now.0).execute(conn).await.map(drop))?;
            let is_soon = polled_at.is_some_and(|at| now.0 - at < pace_s);
            return Ok(if is_soon { Waiting::TooOften } else { Waiting::Still });
        }
        if state == "refused" {
            on!(self, conn => sqlx::query("delete from app_code where code_hash = $1")
                .bind(hash).execute(conn).await.map(drop))?;
            return Ok(Waiting::Refused);
        }
        let row: Option<CodeRow> = on!(self, conn => sqlx::query_as(
            "update app_code set state = 'redeemed' where code_hash = $1 and state = 'agreed'
             returning app_id, person_id, scope, redirect, challenge")
            .bind(hash).fetch_optional(conn).await)?;
        Ok(row.map(code).transpose()?.map_or(Waiting::Over, Waiting::Agreed))
    }

    pub(crate) async fn forget_app_codes(&mut self, now: Instant) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from app_code where expires_at <= $1")
            .bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Takes back all tokens of an app for somebody.
    pub(crate) async fn drop_tokens_of_app(
        &mut self,
        person: PersonId,
        app: &str,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from token where app_id = $2 and person_id = $1")
            .bind(person.0).bind(app).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Whether an app has tokens of somebody that are good for more than this.
    pub(crate) async fn tokens_of_app_are_wider(
        &mut self,
        person: PersonId,
        app: &str,
        scope: Scope,
    ) -> Result<bool, Error> {
        let count: i64 = on!(self, conn => sqlx::query_scalar(
            "select count(*) from token where app_id = $2 and person_id = $1 and scope <> $3")
            .bind(person.0).bind(app).bind(scope.name()).fetch_one(conn).await)?;
        Ok(count > 0 && scope == Scope::Read)
    }

    /// Takes back those tokens of an app for somebody that were not used for longest, but for so many.
    pub(crate) async fn drop_old_tokens(
        &mut self,
        person: PersonId,
        app: &str,
        kept: i64,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "delete from token where app_id = $2 and person_id = $1 and id not in (
                 select id from token where app_id = $2 and person_id = $1 order by coalesce(used_at, created_at) desc, id desc limit $3)")
            .bind(person.0).bind(app).bind(kept).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets what somebody has agreed to, and what is still asked in their name.
    pub(crate) async fn drop_app_codes(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from app_code where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Forgets the apps of somebody, with all that others let them do.
    pub(crate) async fn drop_apps(&mut self, person: PersonId) -> Result<(), Error> {
        for app in self.apps(person).await? {
            self.drop_app(person, &app.id).await?;
        }
        Ok(())
    }

    pub(crate) async fn token_of_app(
        &mut self,
        person: PersonId,
        id: i64,
        app: &str,
    ) -> Result<Option<OwnedToken>, Error> {
        let row: Option<OwnedRow> = on!(self, conn => sqlx::query_as(
            "select t.id, t.person_id, t.name, t.scope, t.event_id, t.created_at, t.used_at, p.locale
             from token t join person p on p.id = t.person_id
             where t.person_id = $1 and t.id = $2 and t.app_id = $3 and exists (select 1 from app where app.id = $3)")
            .bind(person.0).bind(id).bind(app).fetch_optional(conn).await)?;
        row.map(token::read_owned).transpose()
    }

    /// Puts another secret in the place of one.
    pub(crate) async fn renew_token(
        &mut self,
        app: &str,
        hash: &str,
        fresh: &str,
    ) -> Result<Option<Token>, Error> {
        let row: Option<TokenRow> = on!(self, conn => sqlx::query_as(
            "update token set secret_hash = $3 where secret_hash = $2 and app_id = $1
             returning id, person_id, name, scope, event_id, created_at, used_at")
            .bind(app).bind(hash).bind(fresh).fetch_optional(conn).await)?;
        row.map(token::read).transpose()
    }

    /// Takes back all tokens whose secrets have this part.
    pub(crate) async fn drop_family(&mut self, app: &str, family: &str) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from token where family_hash = $2 and app_id = $1")
            .bind(app).bind(family).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The key, if it was made.
    pub(crate) async fn signing_key(&mut self) -> Result<Option<(String, String)>, Error> {
        Ok(on!(self, conn => sqlx::query_as(
            "select id, secret from signing_key where n = 1")
            .fetch_optional(conn).await)?)
    }

    pub(crate) async fn add_signing_key(
        &mut self,
        id: &str,
        secret: &str,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("insert into signing_key (n, id, secret, created_at) values (1, $1, $2, $3) on conflict (n) do nothing")
            .bind(id).bind(secret).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
