//! The notifier for e-mail.

use engine::{Delivered, Delivery, Engine, Kind as Reach, Platform, back_off_s};
use futures_util::future::BoxFuture;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use talk::{Reply, Talk};
use tokio::time::timeout;

use crate::render;

/// Mails that are on their way at a time: servers frown on more connections.
const AT_ONCE: usize = 4;
/// How long to leave the server alone when as many are on their way.
const FULL: Duration = Duration::from_millis(100);
/// How long a mail may take, within what the outbox gives an attempt.
const SEND_TIMEOUT: Duration = Duration::from_secs(20);
/// How long to wait where nobody knows whether it arrived.
const UNSURE_WAIT_S: i64 = 60;

/// The header by which mailboxes offer to stop mail, and the one that says that a single request does it (RFC 8058).
mod headers {
    use lettre::message::header::{Header, HeaderName, HeaderValue};

    macro_rules! header {
        ($type:ident, $name:literal) => {
            #[derive(Clone)]
            pub(super) struct $type(pub(super) String);

            impl Header for $type {
                fn name() -> HeaderName {
                    HeaderName::new_from_ascii_str($name)
                }

                fn parse(s: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                    Ok(Self(s.to_owned()))
                }

                fn display(&self) -> HeaderValue {
                    HeaderValue::new(Self::name(), self.0.clone())
                }
            }
        };
    }

    header!(ListUnsubscribe, "List-Unsubscribe");
    header!(ListUnsubscribePost, "List-Unsubscribe-Post");
    // No machine is to answer (RFC 3834).
    header!(AutoSubmitted, "Auto-Submitted");
}

pub(crate) struct Mail {
    talk: Talk,
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    on_the_way: AtomicUsize,
}

impl Mail {
    pub(crate) fn new(
        talk: Talk,
        server: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
    ) -> Mail {
        Mail { talk, server, from, on_the_way: AtomicUsize::new(0) }
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.talk.engine
    }

    async fn try_deliver(&self, delivery: &Delivery) -> Delivered {
        // A mail cannot be asked for, and nobody drops repeats.
        if delivery.unsure_since.is_some() && !delivery.may_be_told_twice() {
            let why = "it was in hand when a process ended".to_owned();
            return Delivered::Unsure { wait_s: 60, why };
        }
        let later = |why: String| Delivered::Later { wait_s: back_off_s(delivery.attempts), why };
        let reply = match self.talk.tell_in_time(delivery).await {
            Ok(Some(reply)) => reply,
            Ok(None) => return Delivered::Pointless,
            Err(why) => return later(why),
        };
        let message = match self.message(delivery, &reply).await {
            Ok(message) => message,
            Err(Trouble::Address) => {
                return Delivered::Unreachable { why: "it is no address".to_owned() };
            }
            Err(Trouble::Engine(why)) => return later(why),
            Err(Trouble::Message(why)) => return Delivered::Refused { why },
        };
        // The library limits only how long a connection may take to come up.
        match timeout(SEND_TIMEOUT, self.server.send(message)).await {
            Ok(Ok(_)) => Delivered::Sent { remote_id: None },
            Ok(Err(error)) => judge(&error, back_off_s(delivery.attempts)),
            Err(_) => {
                let why = "the mail server does not answer".to_owned();
                Delivered::Unsure { wait_s: UNSURE_WAIT_S.max(back_off_s(delivery.attempts)), why }
            }
        }
    }

    async fn message(&self, delivery: &Delivery, reply: &Reply) -> Result<Message, Trouble> {
        let Reach::Private(person) = delivery.destination.kind else {
            return Err(Trouble::Address);
        };
        let to = delivery.destination.address.parse().map_err(|_| Trouble::Address)?;
        let people = self.talk.engine.people();
        let engine = |error: engine::Error| Trouble::Engine(error.to_string());
        let email = people.email(person).await.map_err(engine)?;
        let words = self.talk.words_for(delivery).await.map_err(engine)?;
        // Only a confirmed address has anything to stop.
        let leave = email
            .filter(|email| email.address.as_ref() == Some(&delivery.destination.address))
            .map(|email| format!("{}/email/leave/{}", self.talk.public_url, email.leave_code));
        let domain = self.from.email.domain();
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(render::subject(&reply.text))
            // The same in each attempt, so that a mailbox may tell repeats.
            .message_id(Some(format!("<{}@{domain}>", delivery.nonce())))
            .header(headers::AutoSubmitted("auto-generated".to_owned()));
        if let Some(leave) = &leave {
            message = message
                .header(headers::ListUnsubscribe(format!("<{leave}>")))
                .header(headers::ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
        }
        let footer = leave.map(|leave| (words.plain("email-footer", &[]), leave));
        let [plain, html] = [
            render::plain(reply, footer.as_ref()),
            render::html(reply, footer.as_ref(), words.language()),
        ];
        let parts = MultiPart::alternative()
            .singlepart(SinglePart::plain(plain))
            .singlepart(SinglePart::html(html));
        message.multipart(parts).map_err(|error| Trouble::Message(error.to_string()))
    }
}

/// Why there is no mail.
enum Trouble {
    Address,
    Engine(String),
    Message(String),
}

/// What a failure means. Only what says that there is no such mailbox means the address; everything else that a server
/// refuses is between it and us. Its words may quote the address, and are not kept.
fn judge(error: &SmtpError, wait_s: i64) -> Delivered {
    let said = error.to_string();
    let Some(code) = error.status().map(|code| code.to_string()) else {
        let is_before = said.starts_with("Connection") || error.is_client() || error.is_tls();
        let why = if is_before {
            "the mail server cannot be reached"
        } else {
            "the mail server fell silent"
        };
        let why = why.to_owned();
        return match is_before {
            true => Delivered::Later { wait_s, why },
            // It may have taken what was said to it.
            false => Delivered::Unsure { wait_s: wait_s.max(UNSURE_WAIT_S), why },
        };
    };
    let why = format!("the mail server says {code}");
    if !error.is_permanent() {
        return Delivered::Later { wait_s, why };
    }
    // RFC 3463: who is meant, and what became of their mailbox; older servers say the code alone.
    let about_mailbox = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];
    let has_detail = said.contains(" 5.") || said.contains(":5.");
    let is_gone = about_mailbox.iter().any(|detail| said.contains(detail))
        || (!has_detail && matches!(code.as_str(), "550" | "551"));
    if is_gone { Delivered::Unreachable { why } } else { Delivered::Refused { why } }
}

/// A mail on its way, also when its sending is given up.
struct OnTheWay<'a>(&'a AtomicUsize);

impl<'a> OnTheWay<'a> {
    fn begin(count: &'a AtomicUsize) -> OnTheWay<'a> {
        count.fetch_add(1, Ordering::Relaxed);
        OnTheWay(count)
    }
}

impl Drop for OnTheWay<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl engine::Notifier for Mail {
    fn platform(&self) -> Platform {
        Platform::Email
    }

    fn room(&self) -> Result<usize, Duration> {
        match AT_ONCE.saturating_sub(self.on_the_way.load(Ordering::Relaxed)) {
            0 => Err(FULL),
            room => Ok(room),
        }
    }

    fn deliver<'a>(&'a self, delivery: &'a Delivery) -> BoxFuture<'a, Delivered> {
        Box::pin(async move {
            let _on_the_way = OnTheWay::begin(&self.on_the_way);
            self.try_deliver(delivery).await
        })
    }
}
