//! Tokens, by the hashes of their secrets.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::people::token::{Scope, TOKENS_MAX, Token};
use crate::store::{Tx, on};

pub(crate) type TokenRow = (i64, i64, String, String, Option<i64>, i64, Option<i64>);

pub(crate) fn read(
    (id, person, name, scope, event, created_at, used_at): TokenRow,
) -> Result<Token, Error> {
    let scope = Scope::named(&scope).ok_or(Error::Unreadable { what: "scope", why: scope })?;
    Ok(Token {
        id,
        person: PersonId(person),
        name,
        scope,
        event: event.map(EventId),
        created_at: Instant(created_at),
        used_at: used_at.map(Instant),
    })
}

impl Tx {
    pub(crate) async fn add_token(
        &mut self,
        hash: &str,
        token: &Token,
        app: Option<(&str, &str)>,
    ) -> Result<(), Error> {
        let (app, family) = app.unzip();
        on!(self, conn => sqlx::query(
            "insert into token (secret_hash, id, person_id, name, scope, event_id, created_at, app_id, family_hash)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(hash).bind(token.id).bind(token.person.0).bind(&token.name).bind(token.scope.name())
            .bind(token.event.map(|event| event.0)).bind(token.created_at.0).bind(app).bind(family)
            .execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn token(&mut self, hash: &str) -> Result<Option<Token>, Error> {
        let row: Option<TokenRow> = on!(self, conn => sqlx::query_as(
            "select id, person_id, name, scope, event_id, created_at, used_at from token where secret_hash = $1 and app_id is null")
            .bind(hash).fetch_optional(conn).await)?;
        row.map(read).transpose()
    }

    /// The tokens of a person, the newest first.
    pub(crate) async fn tokens(&mut self, person: PersonId) -> Result<Vec<Token>, Error> {
        let rows: Vec<TokenRow> = on!(self, conn => sqlx::query_as(
            "select id, person_id, name, scope, event_id, created_at, used_at from token
             where person_id = $1 order by id desc limit $2")
            .bind(person.0).bind(TOKENS_MAX).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn use_token(
        &mut self,
        id: i64,
        person: PersonId,
        now: Instant,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("update token set used_at = $3 where person_id = $2 and id = $1")
            .bind(id).bind(person.0).bind(now.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Takes all tokens of a person back.
    pub(crate) async fn drop_tokens(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from token where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Takes a token back; false where there is none. One of an app goes with all that this app has of the person, and with
    /// what is on its way to it.
    pub(crate) async fn drop_token(&mut self, person: PersonId, id: i64) -> Result<bool, Error> {
        let app: Option<Option<String>> = on!(self, conn => sqlx::query_scalar(
            "select app_id from token where person_id = $2 and id = $1")
            .bind(id).bind(person.0).fetch_optional(conn).await)?;
        let Some(app) = app else { return Ok(false) };
        if let Some(app) = app {
            self.drop_tokens_of_app(person, &app).await?;
            on!(self, conn => sqlx::query("delete from app_code where person_id = $1 and app_id = $2")
                .bind(person.0).bind(app).execute(conn).await.map(drop))?;
        }
        on!(self, conn => sqlx::query("delete from token where person_id = $2 and id = $1")
            .bind(id).bind(person.0).execute(conn).await.map(drop))?;
        Ok(true)
    }
}
