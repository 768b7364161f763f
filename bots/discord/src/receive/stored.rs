//! An update as it stands in the inbox.

use serde::{Deserialize, Serialize};

use crate::receive::direct::DirectMessage;
use crate::receive::read::Received;

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Stored {
    Interaction(Received),
    Direct(DirectMessage),
}
