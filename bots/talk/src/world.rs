//! A chat for tests: people in one place, a clock of its own, a real database.

use crate::{Place, Reply, Request, Said, Talk};
use engine::rules::Instant;
use engine::{Account, CommunityAddress, Platform};
use std::sync::atomic::{AtomicU64, Ordering};

/// A small world with a group in which anybody may speak.
pub struct World {
    pub talk: Talk,
    pub now: Instant,
    /// The card of the event that stands there from the start, if there is one.
    pub card: Reply,
    /// Since when nobody listened to presses.
    pub unheard_since: Option<Instant>,
    said: AtomicU64,
}

impl World {
    /// 2026-03-01T12:00:00Z, and nothing there yet.
    pub async fn new() -> World {
        let engine = engine::fresh::engine().await.expect("a test has a database");
        let talk =
            Talk { engine, public_url: "http://streaks.test".to_owned(), zone: chrono_tz::UTC };
        World {
            talk,
            now: Instant(1_772_366_400),
            card: Reply::default(),
            unheard_since: None,
            said: AtomicU64::new(0),
        }
    }

    /// With one public event.
    pub async fn with_event(title: &str) -> World {
        let mut world = World::new().await;
        world.card = world.hear("host", &format!("/event create {title}")).await;
        world
    }

    pub fn next_day(&mut self) {
        self.now = self.now.plus_s(86_400);
    }

    /// What is answered to a line, as a reader sees it.
    pub async fn say(&self, name: &str, line: &str) -> String {
        self.hear(name, line).await.plain()
    }

    /// What is answered to a line.
    pub async fn hear(&self, name: &str, line: &str) -> Reply {
        self.answer(name, Said::Line(line.to_owned())).await
    }

    /// What is answered to a button or a choice, by its label.
    pub async fn tap(&self, name: &str, reply: &Reply, label: &str) -> Reply {
        let buttons = reply.buttons.iter().flatten().filter_map(|button| match &button.action {
            crate::Action::Press(press) => Some((&button.label, press)),
            crate::Action::Link(_) => None,
        });
        let mut all =
            buttons.chain(reply.choices.iter().map(|choice| (&choice.label, &choice.press)));
        let press = all.find(|(known, _)| *known == label).map(|(_, press)| press.to_string());
        let press = press.unwrap_or_else(|| panic!("no button {label} under {}", reply.plain()));
        self.answer(name, Said::Press(press)).await
    }

    /// The same, as a reader sees it.
    pub async fn press(&self, name: &str, reply: &Reply, label: &str) -> String {
        self.tap(name, reply, label).await.plain()
    }

    async fn answer(&self, name: &str, said: Said) -> Reply {
        let n = self.said.fetch_add(1, Ordering::Relaxed);
        let account = Account {
            platform: Platform::Discord,
            external_id: name.to_owned(),
            name: crate::clean_name(name, "someone"),
            locale: Some("en".to_owned()),
        };
        let community = CommunityAddress {
            platform: Platform::Discord,
            external_id: "group".to_owned(),
            name: "Group".to_owned(),
            locale: None,
        };
        let place = Place {
            community: Some(community),
            address: "channel".to_owned(),
            thread: String::new(),
            private_address: name.to_owned(),
            opens_private: true,
            deep_link: None,
            locale: None,
        };
        let request = Request {
            key: format!("test:{n}"),
            account,
            place,
            said,
            sent_at: None,
            unheard_since: self.unheard_since,
            now: self.now,
        };
        let reply = self.talk.answer(&request).await.unwrap_or_else(|error| panic!("{error}"));
        reply.unwrap_or_else(|| panic!("nothing was answered to {:?}", request.said))
    }
}
