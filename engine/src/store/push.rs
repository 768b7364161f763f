//! Browsers that take notifications, and the place from which they are told.

use rules::Instant;

use crate::error::Error;
use crate::ids::{DestinationId, PersonId};
use crate::people::push::Subscription;
use crate::store::{Tx, on};

type Row = (i64, i64, String, String, String, String, i64);

fn read((id, person, endpoint, p256dh, auth, browser, created_at): Row) -> Subscription {
    Subscription {
        id,
        person: PersonId(person),
        endpoint,
        p256dh,
        auth,
        browser,
        created_at: Instant(created_at),
    }
}

impl Tx {
    /// Whose browser an endpoint leads to.
    pub(crate) async fn subscriber(&mut self, endpoint: &str) -> Result<Option<PersonId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select person_id from push_subscription where endpoint = $1")
            .bind(endpoint).fetch_optional(conn).await)?;
        Ok(id.map(PersonId))
    }

    /// Keeps a subscription, whoever's that browser was before, and of those of the person no more than the newest.
    pub(crate) async fn add_subscription(
        &mut self,
        subscription: &Subscription,
        session_hash: &str,
        most: usize,
    ) -> Result<(), Error> {
        let Subscription { id, person, endpoint, p256dh, auth, browser, created_at } = subscription;
        on!(self, conn => sqlx::query("delete from push_subscription where endpoint = $1")
            .bind(endpoint).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "insert into push_subscription (id, person_id, endpoint, p256dh, auth, browser, session_hash, created_at)
             select $1, id, $3, $4, $5, $6, $7, $8 from person where id = $2")
            .bind(id).bind(person.0).bind(endpoint).bind(p256dh).bind(auth).bind(browser).bind(session_hash)
            .bind(created_at.0).execute(conn).await.map(drop))?;
        on!(self, conn => sqlx::query(
            "delete from push_subscription where person_id = $1 and id not in (
                 select id from push_subscription where person_id = $1 order by created_at desc, id desc limit $2)")
            .bind(person.0).bind(most as i64).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// The subscriptions of a person, the oldest first.
    pub(crate) async fn subscriptions(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<Subscription>, Error> {
        let rows: Vec<Row> = on!(self, conn => sqlx::query_as(
            "select id, person_id, endpoint, p256dh, auth, browser, created_at from push_subscription
             where person_id = $1 order by created_at, id")
            .bind(person.0).fetch_all(conn).await)?;
        Ok(rows.into_iter().map(read).collect())
    }

    pub(crate) async fn drop_subscription(
        &mut self,
        person: PersonId,
        id: i64,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from push_subscription where id = $1 and person_id = $2")
            .bind(id).bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn drop_subscription_at(
        &mut self,
        person: PersonId,
        endpoint: &str,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from push_subscription where endpoint = $1 and person_id = $2")
            .bind(endpoint).bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    pub(crate) async fn drop_subscriptions(&mut self, person: PersonId) -> Result<(), Error> {
        on!(self, conn => sqlx::query("delete from push_subscription where person_id = $1")
            .bind(person.0).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Hands the browsers that a person turned on in one session to another.
    pub(crate) async fn move_subscriptions(
        &mut self,
        person: PersonId,
        before: &str,
        after: &str,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update push_subscription set session_hash = $3 where session_hash = $2 and person_id = $1")
            .bind(person.0).bind(before).bind(after).execute(conn).await.map(drop))?;
        Ok(())
    }

    /// Tells the browsers of a session no more, and says whose they were.
    pub(crate) async fn drop_subscriptions_of_session(
        &mut self,
        session_hash: &str,
    ) -> Result<Vec<PersonId>, Error> {
        let ids: Vec<i64> = on!(self, conn => sqlx::query_scalar(
            "delete from push_subscription where session_hash = $1 returning person_id")
            .bind(session_hash).fetch_all(conn).await)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// The place from which the browsers of a person are told. It speaks as their chats do.
    pub(crate) async fn open_push(
        &mut self,
        person: PersonId,
        fresh: DestinationId,
        now: Instant,
    ) -> Result<DestinationId, Error> {
        let id: i64 = on!(self, conn => sqlx::query_scalar(
            "insert into destination (id, platform, address, kind, person_id, created_at, locale)
             values ($1, 'push', $2, 'private', $3, $4, (
                 select locale from destination where person_id = $3 and kind = 'private' and platform not in ('email', 'push')
                 order by created_at desc limit 1))
             on conflict (platform, address, thread) do update set state = 'ok' returning id")
            .bind(fresh.0).bind(person.0.to_string()).bind(person.0).bind(now.0).fetch_one(conn).await)?;
        Ok(DestinationId(id))
    }

    /// Moves the reminders of a person that come in private to a place.
    pub(crate) async fn remind_in_private_at(
        &mut self,
        person: PersonId,
        place: DestinationId,
    ) -> Result<(), Error> {
        on!(self, conn => sqlx::query(
            "update reminder set destination_id = $2 where person_id = $1
             and event_id in (select event_id from membership where person_id = $1)
             and destination_id in (select id from destination where person_id = $1 and kind = 'private')")
            .bind(person.0).bind(place.0).execute(conn).await.map(drop))?;
        Ok(())
    }
}
