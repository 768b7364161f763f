//! Pages over a real database, with a clock that stands still until a test moves it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Instant, Key, Repeat, Rules, Setting, Zone,
};
use engine::{Account, Engine, Event, Membership, NewEvent, PersonId, Platform, Visibility};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use talk::{Renderer, Talk};
use tokio::sync::watch;
use tower::ServiceExt;
use webhooks::{Web, router};

/// Monday, 2026-03-02T12:00:00Z.
const BEGIN: i64 = 1_772_452_800;
const DAY_S: i64 = 86_400;

pub struct Scene {
    pub engine: Engine,
    pub web: Web,
    pub stop: watch::Sender<bool>,
    clock: Arc<AtomicI64>,
    /// Made of `web` for the first request.
    router: OnceLock<Router>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Scene {
    pub async fn new() -> Scene {
        let engine = engine::testing::engine().await.expect("a test has a database");
        let clock = Arc::new(AtomicI64::new(BEGIN));
        let (stop, stopped) = watch::channel(false);
        let hand = clock.clone();
        let web = Web {
            engine: engine.clone(),
            public_url: "https://streaks.test".to_owned(),
            talk: Talk {
                engine: engine.clone(),
                public_url: "https://streaks.test".to_owned(),
                zone: Zone::UTC,
                asks_zone: false,
                renderer: Renderer::default(),
                has_mail: false,
                has_push: false,
            },
            now: Arc::new(move || Instant(hand.load(Ordering::SeqCst))),
            ready: Arc::new(|| true),
            links: Arc::new(|| webhooks::Links {
                discord: Some("https://discord.test/add".to_owned()),
                telegram: Some("https://t.test/streaks_bot".to_owned()),
                telegram_name: Some("streaks_bot".to_owned()),
            }),
            push: None,
            doors: webhooks::Doors::default(),
            rates: webhooks::Rates::default(),
            operator: webhooks::Operator::default(),
            inbound: webhooks::Inbound::default(),
            stop: stopped,
        };
        Scene { engine, web, stop, clock, router: OnceLock::new() }
    }

    pub fn now(&self) -> Instant {
        (self.web.now)()
    }

    pub fn next_day(&self) {
        self.clock.fetch_add(DAY_S, Ordering::SeqCst);
    }

    pub async fn person(&self, name: &str) -> PersonId {
        let account = Account {
            platform: Platform::Telegram,
            external_id: name.to_owned(),
            name: name.to_owned(),
            handle: None,
            locale: None,
        };
        let person = self.engine.people().get_or_create(&account, Zone::UTC, self.now()).await;
        person.expect("a person is met").id
    }

    pub async fn event(&self, title: &str, visibility: Visibility) -> Event {
        let clock = ClockRule::Fixed(Setting::midnight(Zone::UTC));
        let start = Setting::midnight(Zone::UTC).day_of(self.now());
        let key = engine::rules::Key(format!("{title} {visibility:?}"));
        let rules = Rules::daily(clock, Cadence::EVERY_DAY, start);
        let host = self.person("host").await;
        let new = NewEvent {
            goal: "20 pages".to_owned(),
            visibility,
            ..NewEvent::of(key, title, host, rules)
        };
        self.engine.events().create(new, self.now()).await.expect("an event is made")
    }

    pub async fn join(&self, event: &Event, name: &str) -> Membership {
        let membership = Membership { event: event.id, person: self.person(name).await };
        self.engine
            .memberships()
            .act(membership, self.now(), Action::Join)
            .await
            .expect("anybody may join");
        membership
    }

    pub async fn check_in(&self, membership: Membership) {
        let key = Key(format!("{}-{}", membership.person, self.now().0));
        let action = CheckIn { repeat: Repeat::Refuse, ..CheckIn::now(key) };
        self.engine
            .memberships()
            .act(membership, self.now(), Action::CheckIn(action))
            .await
            .expect("a member may check in");
    }

    /// What answers from now on has seen no request yet.
    pub fn start_anew(&mut self) {
        self.router = OnceLock::new();
    }

    pub fn router(&self) -> Router {
        self.router.get_or_init(|| router(self.web.clone())).clone()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(path, &[]).await
    }

    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.answer(request.body(Body::empty()).expect("a path is an address")).await
    }

    /// Sends a form as a browser does from a page of ours, with these headers besides.
    pub async fn post(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        fields: &[(&str, &str)],
    ) -> Answer {
        let encoded = |text: &str| -> String {
            let byte = |byte: u8| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02x}"),
            };
            text.bytes().map(byte).collect()
        };
        let pairs =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let mut request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("host", "streaks.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.answer(request.body(Body::from(body)).expect("a path is an address")).await
    }

    pub async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.router().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 20).await.expect("a page is small");
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}
