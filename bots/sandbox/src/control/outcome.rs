//! Waiting until the bots have done what a person's act asks of them, and telling what came of it.

use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::{Instant, timeout};

use crate::state::message::{Author, Place};
use crate::state::sandbox::Sandbox;
use crate::state::transcript::{Cause, Change, What};
use crate::state::watch::{About, Watch};
use crate::state::world::World;

/// How long the bots may take in all: in this process, and in another.
const WAIT_HERE: Duration = Duration::from_secs(10);
const WAIT_ELSEWHERE: Duration = Duration::from_secs(5);
/// How long bots in this process may take to fetch an update: they are sure to, but the machine may be busy.
const FETCHING: Duration = Duration::from_secs(15);
/// How long no request may begin before the bots count as done: in this process, and in another.
const QUIET_HERE: Duration = Duration::from_millis(25);
const QUIET_ELSEWHERE: Duration = Duration::from_millis(150);
/// How long bots may think before their first word, if there is to be one, where they cannot say that there is none.
const THINKING: Duration = Duration::from_secs(3);
/// Some conditions pass with time alone, so whoever waits looks again this often.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

impl World {
    /// Begins to watch what comes of an act; the act itself follows under the same lock.
    pub fn watch(&mut self, person: Option<&str>, place: Option<&Place>, about: About) -> u64 {
        let alone = self.watches.active.is_empty();
        if !alone {
            for watch in self.watches.active.values_mut() {
                watch.alone = false;
            }
        }
        self.watches.last += 1;
        let watch = Watch {
            since: self.story.last(),
            person: person.map(str::to_owned),
            place: place.cloned(),
            about,
            alone,
        };
        self.watches.active.insert(self.watches.last, watch);
        self.watches.last
    }

    fn watch_of(&self, id: u64) -> Option<&Watch> {
        self.watches.active.get(&id)
    }

    /// Whether the bots have received the act, and answered what must be answered.
    fn delivered(&self, id: u64, here: bool) -> bool {
        match self.watch_of(id).map(|watch| &watch.about) {
            Some(About::Interaction(token)) => self.discord.interactions.settled(token),
            Some(About::Update { update_id, .. }) => {
                let updates = &self.telegram.updates;
                if here { updates.taken(*update_id) } else { updates.confirmed(*update_id) }
            }
            Some(About::Words) => self.knows(id),
            Some(About::Nothing) | None => true,
        }
    }

    /// Whether the bots have been given the act, if that is for them to fetch.
    fn fetched(&self, id: u64) -> bool {
        match self.watch_of(id).map(|watch| &watch.about) {
            Some(About::Update { update_id, .. }) => self.telegram.updates.fetched(*update_id),
            Some(About::Interaction(_) | About::Words | About::Nothing) | None => true,
        }
    }

    /// Whether, among several who wait, this one has surely got an answer.
    fn answered_in_a_crowd(&self, id: u64) -> bool {
        let Some(watch) = self.watch_of(id) else {
            return true;
        };
        if watch.alone {
            return false;
        }
        match &watch.about {
            About::Interaction(token) => self.discord.interactions.settled(token),
            About::Update { .. } | About::Words => self.knows(id),
            About::Nothing => false,
        }
    }

    /// Whether anything has come of the act.
    fn knows(&self, id: u64) -> bool {
        self.watch_of(id).is_none_or(|watch| match &watch.about {
            About::Update { .. } | About::Words => {
                self.story.since(watch.since).any(|change| watch.owns(change))
            }
            About::Interaction(_) | About::Nothing => true,
        })
    }

    fn belongs(&self, watch: &Watch, change: &Change) -> bool {
        if watch.alone || watch.owns(change) {
            return true;
        }
        if change.owner.is_some() {
            return false;
        }
        match &change.cause {
            Cause::Interaction(_) | Cause::Query(_) => false,
            // A late answer to what somebody wrote is theirs, though they wait no more.
            Cause::About(key) if self.written_by_person(key) => false,
            Cause::About(_) | Cause::Unknown => match (&watch.person, &change.place) {
                (None, _) | (Some(_), Place::Group) => true,
                (Some(person), Place::Private(owner)) => person == owner,
            },
        }
    }

    fn written_by_person(&self, key: &str) -> bool {
        let message = self.messages.get(key);
        message.is_some_and(|message| message.author != Author::Bot)
    }

    /// What belongs to a watch.
    fn outcome(&self, id: u64) -> Value {
        let Some(watch) = self.watch_of(id) else {
            return json!({"messages": [], "toasts": [], "error": null});
        };
        let mut keys: Vec<&str> = Vec::new();
        let mut messages = Vec::new();
        let mut toasts = Vec::new();
        for change in self.story.since(watch.since) {
            if !self.belongs(watch, change) {
                continue;
            }
            match &change.what {
                What::Message(key) if keys.contains(&key.as_str()) => {}
                What::Message(key) => {
                    keys.push(key);
                    messages.extend(self.messages.get(key).map(|message| message.shown()));
                }
                What::Toast(toast) => toasts.push(toast.shown()),
                What::Modal(shown) => messages.push(shown.clone()),
            }
        }
        let error = match &watch.about {
            About::Interaction(token) => self.discord.interactions.failure(token),
            About::Update { update_id, .. } => {
                let waits = !self.telegram.updates.fetched(*update_id);
                waits.then(|| json!({"code": "no_bot", "message": "no bot fetched the update"}))
            }
            About::Words | About::Nothing => None,
        };
        json!({"messages": messages, "toasts": toasts, "error": error})
    }
}

/// Forgets a watch when the waiting ends, even if the asker hangs up.
pub struct Waiting {
    sandbox: Sandbox,
    id: u64,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.sandbox.world().watches.active.remove(&self.id);
    }
}

impl Sandbox {
    /// Holds a watch for as long as somebody waits.
    pub(crate) fn waiting(&self, id: u64) -> Waiting {
        Waiting { sandbox: self.clone(), id }
    }

    /// Waits until the bots have settled, and tells what came of the act under watch.
    pub(crate) async fn outcome(&self, waiting: Waiting) -> Value {
        let id = waiting.id;
        let here = self.0.hooks.idle.is_some();
        if here {
            let _ = timeout(FETCHING, self.until(|world| world.fetched(id))).await;
        }
        let wait = if here { WAIT_HERE } else { WAIT_ELSEWHERE };
        // Past the limit, what there is by then is the answer.
        let _ = timeout(wait, self.settled(id)).await;
        let outcome = self.world().outcome(id);
        drop(waiting);
        outcome
    }

    /// Waits until the bots have nothing in hand, for no longer than they may take.
    pub(crate) async fn rest(&self) {
        let _ = timeout(WAIT_HERE, self.idle()).await;
    }

    async fn settled(&self, id: u64) {
        let here = self.0.hooks.idle.is_some();
        let quiet = if here { QUIET_HERE } else { QUIET_ELSEWHERE };
        let delivered = self.until(|world| world.delivered(id, here));
        if matches!(self.world().watch_of(id).map(|watch| &watch.about), Some(About::Words)) {
            // A bot may have nothing to say to it.
            let _ = timeout(THINKING, delivered).await;
        } else {
            delivered.await;
        }
        if !here {
            let _ = timeout(THINKING, self.until(|world| world.knows(id))).await;
        }
        while !self.closed() {
            tokio::select! {
                () = self.idle() => {}
                () = self.until(|world| world.answered_in_a_crowd(id)) => {}
            }
            let from = Instant::now();
            self.until(|world| from.elapsed() >= quiet && quiet_about(world, id) >= Some(quiet))
                .await;
            // What began since the bots said they were idle may have made work again.
            if !here || quiet_about(&self.world(), id) >= Some(from.elapsed()) {
                return;
            }
        }
    }

    async fn idle(&self) {
        if let Some(idle) = &self.0.hooks.idle {
            idle().await;
        }
    }

    /// Waits until the world is as wished.
    pub(crate) async fn until(&self, wished: impl Fn(&World) -> bool) {
        loop {
            let stirred = self.0.stir.notified();
            if wished(&self.world()) || self.closed() {
                return;
            }
            let _ = timeout(POLL_INTERVAL, stirred).await;
        }
    }
}

/// How long it has been quiet about what this watch concerns; none while a request is in flight.
fn quiet_about(world: &World, id: u64) -> Option<Duration> {
    let watch = world.watch_of(id);
    let subject = watch.filter(|watch| !watch.alone).and_then(Watch::subject);
    world.request_log.quiet_for(subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sandbox::{Hooks, Options};
    use crate::telegram::api::poll::poll;
    use chrono::DateTime;
    use serde_json::Map;
    use std::sync::Arc;

    #[tokio::test(start_paused = true)]
    async fn an_update_that_a_busy_bot_fetches_late_is_waited_for() {
        let now = DateTime::from_timestamp(1_772_366_400, 0).expect("a time");
        let hooks = Hooks {
            now: Arc::new(move || now),
            move_clock: None,
            idle: Some(Arc::new(|| Box::pin(async {}))),
            begin_anew: None,
        };
        let options = Options { base: "http://127.0.0.1:1".to_owned(), record: None, hooks };
        let sandbox = Sandbox::new(options).expect("a sandbox");
        let waiting = {
            let mut world = sandbox.world();
            let update_id = world.telegram.updates.add("message", &json!({}), now);
            let about = About::Update {
                update_id: update_id.expect("bots want messages"),
                chat: "1".to_owned(),
                key: "tg:1:1".to_owned(),
                query: None,
            };
            sandbox.waiting(world.watch(None, None, about))
        };
        let fetches = async {
            tokio::time::advance(FETCHING / 2).await;
            poll(&sandbox, &Map::new()).await.is_ok()
        };
        let (outcome, is_fetched) = tokio::join!(sandbox.outcome(waiting), fetches);
        assert!(is_fetched);
        assert_eq!(outcome["error"], Value::Null, "{outcome}");
    }
}
