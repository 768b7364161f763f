//! A channel in which we may not write any more: whoever hosts what is told there hears of it.

use rules::Instant;
use std::collections::BTreeSet;

use crate::communities::community::Kind;
use crate::deliveries::Deliveries;
use crate::deliveries::delivery::{Delivery, Topic};
use crate::error::Error;
use crate::store::Tx;
use crate::store::new_delivery::NewDelivery;

/// Events of a place whose hosts are told.
const EVENTS_MAX: i64 = 20;
/// How long this is news.
const NEWS_S: i64 = 3 * DAY_S;
const DAY_S: i64 = 86_400;

impl Deliveries<'_> {
    /// Tells each host once a day that a place was found closed by a delivery.
    pub(crate) async fn tell_hosts(
        self,
        tx: &mut Tx,
        delivery: &Delivery,
        now: Instant,
    ) -> Result<(), Error> {
        let Kind::Channel(_) = delivery.destination.kind else { return Ok(()) };
        let mut hosts = BTreeSet::new();
        for id in tx.told_at(delivery.destination.id, now, EVENTS_MAX).await? {
            let Some(event) = tx.event(id).await? else { continue };
            if !hosts.insert(event.owner) {
                continue;
            }
            let Some(destination) =
                self.engine.schedule().host_destination(tx, &event, now).await?
            else {
                continue;
            };
            // A command in a channel opens it for us, whether or not we may write there by then: this is news once a day.
            let (place, today) = (delivery.destination.id.0, now.0.div_euclid(DAY_S));
            let dedupe_key = format!("closed:{place}:{}:{today}", event.owner);
            let (not_before, expires_at) = (now, now.plus_s(NEWS_S));
            let (id, topic) = (self.engine.ids.id(now), Topic::PlaceClosed { event: event.id });
            let told = NewDelivery { id, dedupe_key, destination, topic, not_before, expires_at };
            tx.enqueue(&[told]).await?;
        }
        Ok(())
    }
}
