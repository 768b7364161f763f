//! A delivery before it is stored.

use rules::Instant;

use crate::deliveries::delivery::Topic;
use crate::ids::DestinationId;

/// A delivery to write.
#[derive(Debug, Clone)]
pub(crate) struct NewDelivery {
    pub(crate) id: i64,
    pub(crate) dedupe_key: String,
    pub(crate) destination: DestinationId,
    pub(crate) topic: Topic,
    pub(crate) not_before: Instant,
    pub(crate) expires_at: Instant,
}

impl NewDelivery {
    pub(crate) fn with_id(self, id: i64) -> NewDelivery {
        NewDelivery { id, ..self }
    }
}
