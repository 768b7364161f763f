//! The notifier for browsers.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::{
    Delivered, Delivery, Engine, Kind as Reach, Platform, Subscription, Topic, back_off_s,
};
use futures_util::future::BoxFuture;
use p256::PublicKey;
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue, RETRY_AFTER};
use reqwest::{Client, Request, StatusCode, Url};
use std::time::Duration;
use talk::Talk;
use web_push_native::{Auth, WebPushBuilder};

use crate::services::{Services, origin};
use crate::vapid::Key;
use crate::{Settings, render};

/// For how long a service keeps what a browser that is off has not taken: later it reminds of nothing.
const KEPT: Duration = Duration::from_secs(4 * 3600);
const AUTH_BYTES: usize = 16;
const TOPIC: HeaderName = HeaderName::from_static("topic");
const URGENCY: HeaderName = HeaderName::from_static("urgency");

pub(crate) struct Push {
    talk: Talk,
    http: Client,
    pub(crate) key: Key,
    contact: String,
    pub(crate) services: Services,
}

/// How it went with one browser.
enum Told {
    Taken,
    /// The service does not know the browser any more.
    Gone,
    Later {
        wait_s: i64,
        why: String,
    },
    Refused {
        why: String,
    },
}

impl Push {
    pub(crate) fn new(talk: Talk, http: Client, settings: Settings) -> Push {
        let Settings { key, contact, services } = settings;
        Push { talk, http, key, contact, services: Services::named(&services) }
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.talk.engine
    }

    /// Tells each browser of a person. That comes twice is no harm: it replaces what it repeats.
    async fn try_deliver(&self, delivery: &Delivery) -> Delivered {
        let later = |why: String| Delivered::Later { wait_s: back_off_s(delivery.attempts), why };
        let Reach::Private(person) = delivery.destination.kind else {
            return Delivered::Refused { why: "it is for no person".to_owned() };
        };
        let people = self.engine().people();
        let browsers = match people.subscriptions(person).await {
            Ok(browsers) => browsers,
            Err(error) => return later(error.to_string()),
        };
        if browsers.is_empty() {
            return Delivered::Unreachable { why: "no browser is left".to_owned() };
        }
        let reply = match self.talk.tell_in_time(delivery).await {
            Ok(Some(reply)) => reply,
            Ok(None) => return Delivered::Pointless,
            Err(why) => return later(why),
        };
        let home = format!("{}/me", self.talk.public_url);
        let text = render::notification(&reply, &delivery.nonce(), &home);
        let told = browsers.iter().map(|browser| self.tell(browser, &text, delivery));
        let told = futures_util::future::join_all(told).await;
        for (browser, _) in
            browsers.iter().zip(&told).filter(|(_, told)| matches!(told, Told::Gone))
        {
            if let Err(error) = people.forget_subscription(person, browser.id).await {
                tracing::warn!(%error, "a browser that is gone is forgotten later");
            }
        }
        outcome(told)
    }

    async fn tell(&self, browser: &Subscription, text: &str, delivery: &Delivery) -> Told {
        let Some(request) = self.request(browser, text, delivery) else {
            return Told::Refused { why: "it cannot be written to that browser".to_owned() };
        };
        let wait_s = back_off_s(delivery.attempts);
        let answer = match self.http.execute(request).await {
            Ok(answer) => answer,
            // Its words would quote the address, which is a secret between browser and service.
            Err(_) => {
                let why = "the push service cannot be reached".to_owned();
                return Told::Later { wait_s, why };
            }
        };
        let status = answer.status();
        let why = format!("the push service says {}", status.as_u16());
        let asked =
            answer.headers().get(RETRY_AFTER).and_then(|wait| wait.to_str().ok()?.parse().ok());
        match status {
            status if status.is_success() => Told::Taken,
            StatusCode::NOT_FOUND | StatusCode::GONE => Told::Gone,
            StatusCode::TOO_MANY_REQUESTS => {
                Told::Later { wait_s: wait_s.max(asked.unwrap_or(0)).min(3600), why }
            }
            status if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT => {
                Told::Later { wait_s: wait_s.max(asked.unwrap_or(0)).min(3600), why }
            }
            _ => Told::Refused { why },
        }
    }

    fn request(&self, browser: &Subscription, text: &str, delivery: &Delivery) -> Option<Request> {
        // Settings may have changed since the browser was taken in.
        if !self.services.know(&browser.endpoint) {
            return None;
        }
        let (key, auth) = keys(browser)?;
        let push = WebPushBuilder::new(browser.endpoint.parse().ok()?, key, auth);
        let encrypted = push.with_valid_duration(KEPT).build(text).ok()?;
        let (parts, body) = encrypted.into_parts();
        let mut request = Request::new(parts.method, Url::parse(&browser.endpoint).ok()?);
        *request.headers_mut() = parts.headers;
        let audience = origin(&browser.endpoint)?;
        let authorization = self.key.authorization(&audience, &self.contact, delivery.now);
        let mut authorization = HeaderValue::try_from(authorization).ok()?;
        authorization.set_sensitive(true);
        let urgency = match delivery.topic {
            Topic::LastCall { .. } => "high",
            _ => "normal",
        };
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, authorization);
        headers.insert(TOPIC, HeaderValue::try_from(delivery.nonce()).ok()?);
        headers.insert(URGENCY, HeaderValue::from_static(urgency));
        *request.body_mut() = Some(body.into());
        Some(request)
    }
}

/// What a message to a browser is encrypted for; none where what it gave is no key.
pub(crate) fn keys(browser: &Subscription) -> Option<(PublicKey, Auth)> {
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
    let key = PublicKey::from_sec1_bytes(&decode(&browser.p256dh)?).ok()?;
    let auth: [u8; AUTH_BYTES] = decode(&browser.auth)?.try_into().ok()?;
    Some((key, Auth::from(auth)))
}

/// One browser that took it is enough; where none did, whatever may still be, else what it was.
fn outcome(told: Vec<Told>) -> Delivered {
    let mut refused = None;
    let mut later: Option<(i64, String)> = None;
    for told in told {
        match told {
            Told::Taken => return Delivered::Sent { remote_id: None },
            Told::Gone => {}
            Told::Later { wait_s, why } => {
                let longest = later.as_ref().map_or(0, |(known, _)| *known).max(wait_s);
                later = Some((longest, why));
            }
            Told::Refused { why } => refused = Some(why),
        }
    }
    match (later, refused) {
        (Some((wait_s, why)), _) => Delivered::Later { wait_s, why },
        (None, Some(why)) => Delivered::Refused { why },
        (None, None) => Delivered::Unreachable { why: "no browser is left".to_owned() },
    }
}

impl engine::Notifier for Push {
    fn platform(&self) -> Platform {
        Platform::Push
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(self.try_deliver(delivery))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::PersonId;
    use engine::rules::Instant;

    #[test]
    fn one_browser_that_takes_it_is_enough() {
        let later = |wait_s| Told::Later { wait_s, why: "busy".to_owned() };
        let refused = || Told::Refused { why: "no".to_owned() };
        assert!(matches!(outcome(vec![Told::Gone, later(8), Told::Taken]), Delivered::Sent { .. }));
        assert!(matches!(
            outcome(vec![refused(), later(3), later(60), later(8)]),
            Delivered::Later { wait_s: 60, .. }
        ));
        assert!(matches!(outcome(vec![Told::Gone, refused()]), Delivered::Refused { .. }));
        assert!(matches!(outcome(vec![Told::Gone]), Delivered::Unreachable { .. }));
    }

    #[test]
    fn only_what_can_be_encrypted_for_is_a_browser() {
        // The keys of RFC 8291, appendix A.
        let browser = |p256dh: &str, auth: &str| Subscription {
            id: 1,
            person: PersonId(1),
            endpoint: "https://push.example/1".to_owned(),
            p256dh: p256dh.to_owned(),
            auth: auth.to_owned(),
            browser: String::new(),
            created_at: Instant(0),
        };
        const KEY: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
        const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
        assert!(keys(&browser(KEY, AUTH)).is_some());
        assert!(keys(&browser(&format!("{KEY}="), &format!("{AUTH}=="))).is_some());
        let off_the_curve = KEY.replace("BCV", "BCW");
        for (key, auth) in
            [("", AUTH), (KEY, ""), (KEY, "BTBZ"), (&off_the_curve, AUTH), ("\0", AUTH)]
        {
            assert!(keys(&browser(key, auth)).is_none(), "{key} {auth}");
        }
    }
}
