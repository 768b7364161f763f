//! What is said of an event that must not be spoken of in a place, whatever it is.

use engine::Event;
use std::sync::atomic::Ordering;

use crate::command::context::Context;
use crate::message::Reply;

impl Context<'_> {
    /// Notes that the answer is about an event.
    pub(crate) fn concerns(&self, event: &Event) {
        if self.is_secret(event) {
            self.is_of_secret.store(true, Ordering::Relaxed);
        }
    }

    /// An answer to one person, kept from others where it is about such an event: a refusal, too, says that there is one.
    /// What is for everybody is what whoever runs the event has decided to tell.
    pub(crate) fn kept(&self, reply: Reply) -> Reply {
        let is_secret = reply.private && self.is_of_secret.load(Ordering::Relaxed);
        reply.secret_if(is_secret)
    }
}
