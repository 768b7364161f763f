//! Tokens, by the hashes of their secrets.

use rules::Instant;

use crate::error::Error;
use crate::ids::{EventId, PersonId};
use crate::people::token::{Scope, TOKENS_MAX, Token};
use crate::store::{Tx, each, on};

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

pub(crate) type OwnedToken = (Token, Option<String>);
pub(crate) type OwnedRow =
    (i64, i64, String, String, Option<i64>, i64, Option<i64>, Option<String>);

pub(crate) fn read_owned(
    (id, person, name, scope, event, created_at, used_at, locale): OwnedRow,
) -> Result<OwnedToken, Error> {
    Ok((read((id, person, name, scope, event, created_at, used_at))?, locale))
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

    /// A token, and the language of its owner.
    pub(crate) async fn token(&mut self, hash: &str) -> Result<Option<OwnedToken>, Error> {
        let row: Option<OwnedRow> = on!(self, conn => sqlx::query_as(
            "select t.id, t.person_id, t.name, t.scope, t.event_id, t.created_at, t.used_at, p.locale
             from token t join person p on p.id = t.person_id where t.secret_hash = $1 and t.app_id is null")
            .bind(hash).fetch_optional(conn).await)?;
        row.map(read_owned).transpose()
    }

    /// The tokens of a person, the newest first.
    pub(crate) async fn tokens(&mut self, person: PersonId) -> Result<Vec<Token>, Error> {
        let rows: Vec<TokenRow> = on!(self, conn => sqlx::query_as(
            "select id, person_id, name, scope, event_id, created_at, used_at from token
             where person_id = $1 order by id desc limit $2")
            .bind(person.0).bind(TOKENS_MAX).fetch_all(conn).await)?;
        rows.into_iter().map(read).collect()
    }

    /// Notes when tokens were used: each by its owner, its id and an instant.
    pub(crate) async fn use_tokens(&mut self, used: &[(PersonId, i64, i64)]) -> Result<(), Error> {
        let statement = each!(
            "update token set used_at = u.at from (select cast(r.value->>0 as bigint) as person_id,
                 cast(r.value->>1 as bigint) as id, cast(r.value->>2 as bigint) as at from",
            ") u where token.person_id = u.person_id and token.id = u.id"
        );
        self.each(&statement, used).await.map(drop)
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
