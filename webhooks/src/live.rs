//! Live views: one task follows each leaderboard that somebody looks at, and renders it for all of them.

use crate::board::{self, EventView, Ranking};
use crate::event_page::{self, board_part};
use crate::limits::{self, Limits, View};
use crate::look::Look;
use crate::pages;
use crate::query::Query;
use crate::web::Web;
use crate::words::Words;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{Extensions, HeaderMap, HeaderName};
use axum::response::sse::{Event as Sent, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use engine::{Error, Event, EventId};
use futures_util::{StreamExt, future};
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, watch};
use tokio_stream::wrappers::WatchStream;

const STREAMS_MAX: usize = 512;
/// A burst of check-ins is shown at most this often.
const PACE: Duration = Duration::from_millis(300);
/// Streaks run out without anybody saying so.
const SILENCE_MAX: Duration = Duration::from_secs(60);
const KEEP_ALIVE: Duration = Duration::from_secs(25);

/// The leaderboards that somebody looks at.
#[derive(Clone)]
pub(crate) struct Boards {
    seats: Arc<Semaphore>,
    open: Arc<Mutex<HashMap<Key, watch::Receiver<Html>>>>,
}

/// A rendered leaderboard; empty before the first.
type Html = Arc<str>;

/// What makes one leaderboard look different from another: the event, what is looked at, the language.
type Key = (EventId, Look, Words);

impl Default for Boards {
    fn default() -> Boards {
        Boards { seats: Arc::new(Semaphore::new(STREAMS_MAX)), open: Arc::default() }
    }
}

/// `/e/{slug}/live`: the leaderboard whenever it looks different.
pub(crate) async fn live(
    State(web): State<Web>,
    State(live): State<Boards>,
    State(limits): State<Limits>,
    words: Words,
    (extensions, headers): (Extensions, HeaderMap),
    slug: Result<Path<String>, PathRejection>,
    query: Query,
) -> Response {
    let Ok(Path(slug)) = slug else { return pages::missing(words).await };
    let Some(view) = limits.watch(limits::address(&extensions, &headers)) else {
        return pages::busy(words);
    };
    let event = match event_page::find(&web, &slug, None).await {
        Ok(Some(event)) => event,
        Ok(None) => return pages::missing(words).await,
        Err(error) => return pages::fault(&error, words),
    };
    let Ok(seat) = live.seats.clone().try_acquire_owned() else { return pages::busy(words) };
    let look = Look::of(&query, &event, (web.now)());
    let boards = live.watch(&web, event, look, words);
    stream(boards, (seat, view), web.stop)
}

fn stream(
    boards: watch::Receiver<Html>,
    seat: (OwnedSemaphorePermit, View),
    stop: watch::Receiver<bool>,
) -> Response {
    let events = WatchStream::new(boards)
        .filter_map(move |html| {
            // The seat is free again when the stream is dropped.
            let _taken = &seat;
            let sent = Sent::default().event("board");
            future::ready((!html.is_empty()).then(|| Ok::<_, Infallible>(sent.data(html))))
        })
        .take_until(Box::pin(stopped(stop)));
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE);
    // A proxy in front of us must not collect events.
    let headers = [(HeaderName::from_static("x-accel-buffering"), "no")];
    (headers, Sse::new(events).keep_alive(keep_alive)).into_response()
}

impl Boards {
    /// A view of this leaderboard; the first one starts the task that follows it.
    fn watch(&self, web: &Web, event: Event, look: Look, words: Words) -> watch::Receiver<Html> {
        let key = (event.id, look, words);
        let mut open = self.open();
        // A receiver whose task is gone says so.
        if let Some(boards) = open.get(&key).filter(|boards| boards.has_changed().is_ok()) {
            return boards.clone();
        }
        let (shown, boards) = watch::channel(Html::from(""));
        open.insert(key, boards.clone());
        let changes = web.engine.changes();
        let follower =
            Follower { web: web.clone(), event, look, words, last: None, shown, changes };
        tokio::spawn(follower.run(self.clone(), key));
        boards
    }

    /// Forgets a leaderboard that nobody looks at any more.
    fn close_unseen(&self, key: Key, shown: &watch::Sender<Html>) -> bool {
        let mut open = self.open();
        // One receiver is our own.
        let is_unseen = shown.receiver_count() <= 1;
        if is_unseen {
            open.remove(&key);
        }
        is_unseen
    }

    /// Forgets a leaderboard whose follower ends, unless another one follows it by now.
    fn close(&self, key: Key, shown: &watch::Sender<Html>) {
        let ours = shown.subscribe();
        let mut open = self.open();
        if open.get(&key).is_some_and(|boards| boards.same_channel(&ours)) {
            open.remove(&key);
        }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<Key, watch::Receiver<Html>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Follows one leaderboard for all who look at it.
struct Follower {
    web: Web,
    event: Event,
    look: Look,
    words: Words,
    last: Option<Ranking>,
    shown: watch::Sender<Html>,
    changes: broadcast::Receiver<EventId>,
}

impl Follower {
    async fn run(mut self, boards: Boards, key: Key) {
        let stop = self.web.stop.clone();
        let follow = async {
            while !boards.close_unseen(key, &self.shown) && self.show().await {
                tokio::time::sleep(PACE).await;
                let changed = changed(&mut self.changes, self.event.id);
                // Both ways out mean to look again.
                let _ = tokio::time::timeout(SILENCE_MAX, changed).await;
            }
        };
        tokio::select! {
            () = follow => {}
            () = stopped(stop) => {}
        }
        boards.close(key, &self.shown);
    }

    /// Renders the leaderboard, if it looks different. False when the event is no longer for everybody.
    async fn show(&mut self) -> bool {
        let view = match self.load().await {
            Ok(Some(view)) => view,
            Ok(None) => return false,
            Err(error) => {
                tracing::error!(%error, event.id = %self.event.id, "a live leaderboard was not read");
                return true;
            }
        };
        if self.last.as_ref() == Some(&view.ranking) {
            return true;
        }
        match board_part(&view, self.words) {
            Ok(html) => {
                self.shown.send_replace(html.into());
                self.last = Some(view.ranking);
            }
            Err(error) => tracing::error!(%error, "a live leaderboard was not rendered"),
        }
        true
    }

    async fn load(&self) -> Result<Option<EventView>, Error> {
        let event = event_page::find(&self.web, &self.event.slug, None).await?;
        let Some(event) = event else { return Ok(None) };
        board::load(&self.web, &event, self.look, None, self.words).await.map(Some)
    }
}

/// Returns when the leaderboard of this event may look different.
async fn changed(changes: &mut broadcast::Receiver<EventId>, event: EventId) {
    loop {
        match changes.recv().await {
            Ok(changed) if changed == event => return,
            Ok(_) => {}
            // It may have been among those that we missed.
            Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => future::pending().await,
        }
    }
}

/// Returns when the process ends.
async fn stopped(mut stop: watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        // Nobody is left who could say so.
        future::pending::<()>().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Period;
    use crate::web::{Doors, Inbound, Links, Operator, Rates};
    use engine::rules::{Cadence, ClockRule, Instant, Key as Name, Rules, Setting, Zone};
    use engine::{Account, By, NewEvent, Platform, Visibility};
    use talk::{Renderer, Talk};

    const NOW: Instant = Instant(1_772_452_800);

    fn web(engine: &engine::Engine, stop: watch::Receiver<bool>) -> Web {
        let public_url = "https://streaks.test".to_owned();
        let talk = Talk {
            engine: engine.clone(),
            public_url: public_url.clone(),
            zone: Zone::UTC,
            asks_zone: false,
            renderer: Renderer::default(),
            has_mail: false,
            has_push: false,
        };
        Web {
            engine: engine.clone(),
            public_url,
            talk,
            now: Arc::new(|| NOW),
            ready: Arc::new(|| true),
            links: Arc::new(|| Links { discord: None, telegram: None, telegram_name: None }),
            push: None,
            doors: Doors::default(),
            rates: Rates::default(),
            operator: Operator::default(),
            inbound: Inbound::default(),
            stop,
        }
    }

    #[tokio::test]
    async fn a_leaderboard_that_is_for_few_by_now_is_not_kept() {
        let engine = engine::testing::engine().await.unwrap();
        let account = Account {
            platform: Platform::Telegram,
            external_id: "host".to_owned(),
            name: "host".to_owned(),
            handle: None,
            locale: None,
        };
        let host = engine.people().get_or_create(&account, Zone::UTC, NOW).await.unwrap().id;
        let setting = Setting::midnight(Zone::UTC);
        let start = setting.day_of(NOW);
        let rules = Rules::daily(ClockRule::Fixed(setting), Cadence::EVERY_DAY, start);
        let new = NewEvent {
            visibility: Visibility::InviteOnly,
            ..NewEvent::of(Name("diary".to_owned()), "Diary", host, rules)
        };
        let event = engine.events().create(new, NOW).await.unwrap();
        let (_stop, stopped) = watch::channel(false);
        let boards = Boards::default();
        for day in 0..3 {
            let on = Some(start.plus(-day));
            let look = Look { by: By::Total, period: Period::Week, on };
            let web = web(&engine, stopped.clone());
            let mut shown = boards.watch(&web, event.clone(), look, Words::default());
            while shown.changed().await.is_ok() {}
        }
        assert!(boards.open().is_empty());
    }
}
