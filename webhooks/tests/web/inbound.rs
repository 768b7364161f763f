//! What platforms post: only what they have signed, or whose secret fits, is taken in.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use ed25519_dalek::{Signer as _, SigningKey};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use proptest::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use talk::{Receipt, Receiver};
use tower::ServiceExt as _;
use webhooks::{Inbound, Web};

use crate::scene::Scene;

const KEY: [u8; 32] = [7; 32];
const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";
const BODY: &str = r#"{"type":2,"id":"5","data":{"name":"streak"}}"#;

/// Notes what is handed on.
struct Noting {
    authenticator: Option<Vec<u8>>,
    receipt: Receipt,
    noted: Mutex<Vec<Vec<u8>>>,
}

impl Receiver for Noting {
    fn authenticator(&self) -> Option<Vec<u8>> {
        self.authenticator.clone()
    }

    fn receive<'a>(&'a self, body: &'a [u8]) -> BoxFuture<'a, Receipt> {
        self.noted.lock().expect("nobody panics").push(body.to_owned());
        let receipt = self.receipt.clone();
        async move { receipt }.boxed()
    }
}

/// A web to which both platforms post.
struct Posted {
    web: Web,
    router: axum::Router,
    discord: Arc<Noting>,
    telegram: Arc<Noting>,
}

impl Posted {
    async fn new(receipt: Receipt) -> Posted {
        let noting = |authenticator: Vec<u8>| {
            let (authenticator, receipt) = (Some(authenticator), receipt.clone());
            Arc::new(Noting { authenticator, receipt, noted: Mutex::default() })
        };
        let discord = noting(SigningKey::from_bytes(&KEY).verifying_key().to_bytes().to_vec());
        let telegram = noting(SECRET.to_vec());
        let inbound = Inbound { discord: Some(discord.clone()), telegram: Some(telegram.clone()) };
        let web = Web { inbound, ..Scene::new().await.web };
        Posted { router: webhooks::router(web.clone()), web, discord, telegram }
    }

    async fn post(
        &self,
        path: &str,
        headers: &[(&str, String)],
        body: &[u8],
    ) -> (StatusCode, Vec<u8>) {
        let mut request = Request::post(path);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body.to_vec())).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        (status, body.to_vec())
    }

    /// What is answered to a post, and whether its body was read for it.
    async fn read_for(&self, path: &str, headers: &[(&str, String)]) -> (StatusCode, bool) {
        let mut request = Request::post(path);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let is_read = Arc::new(AtomicBool::new(false));
        let reading = is_read.clone();
        let body = futures_util::stream::once(async move {
            reading.store(true, Ordering::Relaxed);
            Ok::<_, std::io::Error>(BODY.as_bytes().to_vec())
        });
        let request = request.body(Body::from_stream(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        (response.status(), is_read.load(Ordering::Relaxed))
    }

    async fn interaction(&self, signature: &str, at: &str, body: &[u8]) -> StatusCode {
        let headers = [
            ("X-Signature-Ed25519", signature.to_owned()),
            ("X-Signature-Timestamp", at.to_owned()),
        ];
        self.post("/webhooks/discord", &headers, body).await.0
    }

    fn now(&self) -> i64 {
        (self.web.now)().0
    }

    fn taken(&self) -> usize {
        [&self.discord, &self.telegram]
            .map(|one| one.noted.lock().expect("nobody panics").len())
            .iter()
            .sum()
    }
}

fn signature(at: &str, body: &[u8]) -> String {
    let signed = [at.as_bytes(), body].concat();
    let signature = SigningKey::from_bytes(&KEY).sign(&signed).to_bytes();
    signature.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same signature with the order of the curve added to its second half, which means the same number.
fn grown(signature: &str) -> String {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let (first, second) = signature.split_at(64);
    let (mut grown, mut carry) = (first.to_owned(), 0);
    for (n, added) in ORDER.into_iter().enumerate() {
        let byte = u16::from_str_radix(&second[2 * n..2 * n + 2], 16).expect("digits");
        let sum = byte + u16::from(added) + carry;
        carry = sum >> 8;
        grown.push_str(&format!("{:02x}", sum & 0xff));
    }
    grown
}

#[tokio::test]
async fn what_discord_has_signed_is_taken_in_and_acknowledged() {
    let posted = Posted::new(Receipt::Stored).await;
    let at = posted.now().to_string();
    let status = posted.interaction(&signature(&at, BODY.as_bytes()), &at, BODY.as_bytes()).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    assert_eq!(*posted.discord.noted.lock().unwrap(), [BODY.as_bytes()]);
}

#[tokio::test]
async fn an_answer_comes_with_the_response() {
    let pong = serde_json::json!({"type": 1});
    let posted = Posted::new(Receipt::Answer(pong.clone())).await;
    let at = posted.now().to_string();
    let headers =
        [("X-Signature-Ed25519", signature(&at, BODY.as_bytes())), ("X-Signature-Timestamp", at)];
    let (status, body) = posted.post("/webhooks/discord", &headers, BODY.as_bytes()).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&body).unwrap(), pong);
}

#[tokio::test]
async fn what_nobody_has_signed_so_is_turned_away() {
    let posted = Posted::new(Receipt::Stored).await;
    let now = posted.now();
    let at = now.to_string();
    let good = signature(&at, BODY.as_bytes());
    let swapped = format!("{}{}", &good[64..], &good[..64]);
    let other_key = {
        let signed = SigningKey::from_bytes(&[8; 32]).sign(format!("{at}{BODY}").as_bytes());
        signed.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let spaced = BODY.replace(':', ": ");
    let [old, young] = [now - 301, now + 301].map(|at| at.to_string());
    let [fresh, early] = [now - 300, now + 300].map(|at| at.to_string());
    let (grouped, thousandths) = (good.as_bytes().chunks(2), (now * 1000).to_string());
    let grouped: Vec<_> = grouped.map(String::from_utf8_lossy).collect();
    let of_body = signature("", BODY.as_bytes());
    let turned = signature(BODY, at.as_bytes());
    let [zero, plus, point, long] =
        [format!("0{at}"), format!("+{at}"), format!("{at}.0"), "9".repeat(30)];
    let cases: [(&str, &str, &str); 34] = [
        ("", &at, BODY),
        (&good, "", BODY),
        (&good[..126], &at, BODY),
        (&good[..127], &at, BODY),
        (&format!("{good}00"), &at, BODY),
        (&good.to_uppercase(), &at, BODY),
        (&format!("+{}", &good[1..]), &at, BODY),
        (&format!(" {good}"), &at, BODY),
        (&"0".repeat(128), &at, BODY),
        (&"f".repeat(128), &at, BODY),
        (&"g".repeat(128), &at, BODY),
        (&swapped, &at, BODY),
        (&other_key, &at, BODY),
        (&good, &at, &spaced),
        (&good, &at, ""),
        (&good, &(now - 1).to_string(), BODY),
        (&signature(&old, BODY.as_bytes()), &old, BODY),
        (&signature(&young, BODY.as_bytes()), &young, BODY),
        (&signature("now", BODY.as_bytes()), "now", BODY),
        (&signature("-1", BODY.as_bytes()), "-1", BODY),
        (&good[..1], &at, BODY),
        (&good[2..], &at, BODY),
        (&format!("0x{good}"), &at, BODY),
        (&grouped.join(":"), &at, BODY),
        (&grown(&good), &at, BODY),
        (&of_body, &at, BODY),
        (&turned, &at, BODY),
        (&good, &at, &BODY.replace('5', "6")),
        (&good, &at, &format!("{BODY}{BODY}")),
        (&good, &zero, BODY),
        (&signature(&plus, BODY.as_bytes()), &plus, BODY),
        (&signature(&point, BODY.as_bytes()), &point, BODY),
        (&signature(&long, BODY.as_bytes()), &long, BODY),
        (&signature(&thousandths, BODY.as_bytes()), &thousandths, BODY),
    ];
    for (n, (signature, at, body)) in cases.into_iter().enumerate() {
        let status = posted.interaction(signature, at, body.as_bytes()).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "case {n}");
    }
    let (name, when) = ("X-Signature-Ed25519", "X-Signature-Timestamp");
    let headers: [Vec<(&str, String)>; 8] = [
        vec![],
        vec![(name, good.clone())],
        vec![(when, at.clone())],
        vec![(name, good.clone()), (name, good.clone()), (when, at.clone())],
        vec![(name, good.clone()), (when, at.clone()), (when, at.clone())],
        vec![(name, "0".repeat(128)), (name, good.clone()), (when, at.clone())],
        vec![("X-Signature", good.clone()), (when, at.clone())],
        vec![("Authorization", good.clone()), (when, at.clone())],
    ];
    let asked = format!("/webhooks/discord?{name}={good}&{when}={at}");
    for (n, headers) in headers.iter().enumerate() {
        for path in ["/webhooks/discord", asked.as_str()] {
            let answered = posted.read_for(path, headers).await;
            assert_eq!(answered, (StatusCode::UNAUTHORIZED, false), "case {n} of {path}");
        }
    }
    assert_eq!(posted.taken(), 0);
    for at in [fresh, early] {
        let status =
            posted.interaction(&signature(&at, BODY.as_bytes()), &at, BODY.as_bytes()).await;
        assert_eq!(status, StatusCode::ACCEPTED);
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_not_read_to_its_end() {
    let posted = Posted::new(Receipt::Stored).await;
    let (at, large) = (posted.now().to_string(), vec![b' '; (256 << 10) + 1]);
    let status = posted.interaction(&signature(&at, &large), &at, &large).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(posted.taken(), 0);
}

#[tokio::test]
async fn telegram_is_known_by_its_secret() {
    let posted = Posted::new(Receipt::Stored).await;
    let name = "X-Telegram-Bot-Api-Secret-Token";
    let secret = String::from_utf8(SECRET.to_vec()).unwrap();
    let other = |n: usize| {
        let mut signs = SECRET.to_vec();
        signs[n] ^= 1;
        String::from_utf8(signs).unwrap()
    };
    let values = [
        String::new(),
        secret[..1].to_owned(),
        secret[..31].to_owned(),
        secret[1..].to_owned(),
        format!("{secret}0"),
        format!("0{secret}"),
        format!("{secret}{secret}"),
        format!("{secret},{secret}"),
        format!(" {secret}"),
        format!("{secret} "),
        format!("\"{secret}\""),
        format!("Bearer {secret}"),
        secret.to_uppercase(),
        secret.chars().rev().collect(),
        secret.replace('0', "%30"),
        "*".to_owned(),
        "0".repeat(32),
        other(0),
        other(16),
        other(31),
    ];
    let mut wrong: Vec<Vec<(&str, String)>> = vec![
        vec![],
        vec![(name, secret.clone()), (name, secret.clone())],
        vec![(name, secret.clone()), (name, other(0))],
        vec![(name, other(0)), (name, secret.clone())],
        vec![("X-Telegram-Bot-Api-Secret", secret.clone())],
        vec![("Authorization", secret.clone())],
        vec![("Cookie", format!("{name}={secret}"))],
    ];
    wrong.extend(values.into_iter().map(|value| vec![(name, value)]));
    let asked = format!("/webhooks/telegram?{name}={secret}&secret_token={secret}");
    for (n, headers) in wrong.iter().enumerate() {
        for path in ["/webhooks/telegram", asked.as_str()] {
            let answered = posted.read_for(path, headers).await;
            assert_eq!(answered, (StatusCode::UNAUTHORIZED, false), "case {n} of {path}");
        }
    }
    assert_eq!(posted.taken(), 0);
    let answered = posted.read_for("/webhooks/telegram", &[(name, secret)]).await;
    assert_eq!(answered, (StatusCode::OK, true));
    assert_eq!(posted.taken(), 1);
}

#[tokio::test]
async fn what_could_not_be_stored_may_come_again_and_what_makes_no_sense_may_not() {
    let name = "X-Telegram-Bot-Api-Secret-Token";
    let secret = String::from_utf8(SECRET.to_vec()).unwrap();
    for (receipt, want) in [
        (Receipt::Unstored, StatusCode::SERVICE_UNAVAILABLE),
        (Receipt::Unreadable, StatusCode::OK),
    ] {
        let posted = Posted::new(receipt).await;
        let headers = [(name, secret.clone())];
        let (status, _) = posted.post("/webhooks/telegram", &headers, b"{}").await;
        assert_eq!(status, want);
    }
}

#[tokio::test]
async fn where_updates_come_in_another_way_there_is_nothing() {
    let scene = Scene::new().await;
    for path in ["/webhooks/discord", "/webhooks/telegram"] {
        let request = Request::post(path).body(Body::from("{}")).expect("a request");
        let response =
            webhooks::router(scene.web.clone()).oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn before_the_key_is_known_nothing_is_taken_in() {
    let posted = Posted::new(Receipt::Stored).await;
    let nobody = Noting { authenticator: None, receipt: Receipt::Stored, noted: Mutex::default() };
    let inbound = Inbound { discord: Some(Arc::new(nobody)), telegram: None };
    let web = Web { inbound, ..posted.web.clone() };
    let posted = Posted { router: webhooks::router(web.clone()), web, ..posted };
    let at = posted.now().to_string();
    let status = posted.interaction(&signature(&at, BODY.as_bytes()), &at, BODY.as_bytes()).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
}

#[test]
fn no_changed_byte_is_taken_in() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let posted = runtime.block_on(Posted::new(Receipt::Stored));
    let at = posted.now().to_string();
    let good = signature(&at, BODY.as_bytes());
    // What no header can hold does not get as far as us.
    let strategy = (0..3usize, any::<prop::sample::Index>(), 0x21..0x7f_u8);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&strategy, |(which, place, sign)| {
            let mut parts =
                [good.clone().into_bytes(), at.clone().into_bytes(), BODY.as_bytes().to_vec()];
            let place = place.index(parts[which].len());
            prop_assume!(parts[which][place] != sign);
            parts[which][place] = sign;
            let [signature, at, body] = parts;
            let [signature, at] =
                [signature, at].map(|bytes| String::from_utf8(bytes).expect("plain signs"));
            let status = runtime.block_on(posted.interaction(&signature, &at, &body));
            prop_assert_eq!(status, StatusCode::UNAUTHORIZED);
            Ok(())
        })
        .expect("all are turned away");
    assert_eq!(posted.taken(), 0);
}
