//! Notifications between the processes that work on one PostgreSQL database.

use futures_util::stream::{BoxStream, StreamExt};
use sqlx::postgres::PgListener;

use crate::error::Error;
use crate::store::Db;

const CHANNEL: &str = "streaks_changes";

impl Db {
    /// The connections that hear notifications: none on SQLite, and none behind a pooler, where they come to nobody.
    fn notified(&self) -> Option<&sqlx::PgPool> {
        match self {
            Db::Postgres(pool) => pool.is_keeping.then_some(&pool.pool),
            Db::Sqlite { .. } => None,
        }
    }

    /// What other processes notify of, and this one; none where nothing would be heard.
    pub(crate) async fn listen(
        &self,
    ) -> Result<Option<BoxStream<'static, Result<String, Error>>>, Error> {
        let Some(pool) = self.notified() else { return Ok(None) };
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        let text = |told: Result<sqlx::postgres::PgNotification, sqlx::Error>| {
            told.map(|told| told.payload().to_owned()).map_err(Error::from)
        };
        Ok(Some(listener.into_stream().map(text).boxed()))
    }

    /// Notifies all who listen; at most 8,000 bytes.
    pub(crate) async fn notify(&self, text: &str) -> Result<(), Error> {
        let Some(pool) = self.notified() else { return Ok(()) };
        let notify = sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(text);
        notify.execute(pool).await?;
        Ok(())
    }
}
