//! The gateway sessions: which bot is connected, and what a resumed one has missed.

use serde_json::{Value, json};
use std::collections::VecDeque;
use tokio::sync::mpsc;

/// How many sessions, and how many dispatches of each, are remembered.
const SESSIONS_MAX: usize = 10;
const DISPATCHES_MAX: usize = 2_000;

/// What the socket of a session is told.
pub enum Order {
    Send(String),
    /// Close with this code.
    Close(u16),
    /// Say nothing more, whatever comes.
    Silence,
}

struct Session {
    id: String,
    /// What the bot wants to be told of.
    intents: u64,
    last: u64,
    sent: VecDeque<(u64, String)>,
    socket: Option<mpsc::Sender<Order>>,
}

/// All sessions, the newest last.
#[derive(Default)]
pub struct Sessions {
    known: Vec<Session>,
    /// How often bots introduced themselves, and how often they resumed.
    pub identified: u64,
    pub resumed: u64,
    /// The code with which whoever introduces themselves is turned away, and how often still.
    pub turns_away: Option<(u16, u32)>,
    /// How many of those who introduce themselves are not answered.
    pub ignores: u32,
    /// How often a bot that connects from now on beats its heart, in milliseconds, unless as at Discord.
    pub heartbeat_ms: Option<u64>,
}

impl Sessions {
    /// Counts an introduction; what its socket is told instead of an answer, if it gets none.
    pub fn introduced(&mut self) -> Option<Order> {
        self.identified += 1;
        if self.ignores > 0 {
            self.ignores -= 1;
            return Some(Order::Silence);
        }
        let (code, left) = self.turns_away.as_mut()?;
        let code = *code;
        *left -= 1;
        if *left == 0 {
            self.turns_away = None;
        }
        Some(Order::Close(code))
    }

    /// Opens a session for a bot that has identified itself.
    pub fn open(&mut self, id: &str, intents: u64, socket: mpsc::Sender<Order>) {
        if self.known.len() == SESSIONS_MAX {
            self.known.remove(0);
        }
        let (id, sent) = (id.to_owned(), VecDeque::new());
        self.known.push(Session { id, intents, last: 0, sent, socket: Some(socket) });
    }

    /// Attaches a new socket to a session and sends what it missed; false where that cannot be done.
    pub fn resume(&mut self, id: &str, seen: u64, socket: mpsc::Sender<Order>) -> bool {
        let Some(session) = self.known.iter_mut().find(|session| session.id == id) else {
            return false;
        };
        let oldest = session.sent.front().map_or(session.last + 1, |(number, _)| *number);
        if seen > session.last || seen + 1 < oldest {
            return false;
        }
        for (number, text) in &session.sent {
            if *number > seen && socket.try_send(Order::Send(text.clone())).is_err() {
                return false;
            }
        }
        session.socket = Some(socket);
        session.dispatch("RESUMED", &json!({"_trace": []}));
        self.resumed += 1;
        true
    }

    /// Notes that a socket is gone; a session that was closed for good cannot be resumed.
    pub fn gone(&mut self, id: &str, for_good: bool) {
        if for_good {
            self.known.retain(|session| session.id != id);
            return;
        }
        for session in &mut self.known {
            let closed = session.socket.as_ref().is_some_and(mpsc::Sender::is_closed);
            if session.id == id && closed {
                session.socket = None;
            }
        }
    }

    /// Whether a bot is connected, or may come back and resume.
    pub fn reachable(&self) -> bool {
        !self.known.is_empty()
    }

    /// Sends an event to one session.
    pub fn dispatch_to(&mut self, id: &str, name: &str, data: &Value) {
        if let Some(session) = self.known.iter_mut().find(|session| session.id == id) {
            session.dispatch(name, data);
        }
    }

    /// Sends an event to the newest connected session, or keeps it for one that may come back.
    pub fn dispatch(&mut self, name: &str, data: &Value) -> bool {
        self.dispatch_where(0, name, data)
    }

    /// Sends an event to that session if the bot wants such events; whether it does.
    pub fn dispatch_where(&mut self, intents: u64, name: &str, data: &Value) -> bool {
        let connected = self.known.iter().rposition(Session::connected);
        let Some(place) = connected.or(self.known.len().checked_sub(1)) else {
            return false;
        };
        let session = &mut self.known[place];
        let is_wanted = session.intents & intents == intents;
        if is_wanted {
            session.dispatch(name, data);
        }
        is_wanted
    }

    /// Gives every connected socket an order, such as to close.
    pub fn order(&mut self, order: impl Fn() -> Order) {
        for session in &mut self.known {
            if let Some(socket) = &session.socket {
                // A socket that is full is closed at the next dispatch.
                let _ = socket.try_send(order());
            }
        }
    }
}

impl Session {
    fn connected(&self) -> bool {
        self.socket.as_ref().is_some_and(|socket| !socket.is_closed())
    }

    fn dispatch(&mut self, name: &str, data: &Value) {
        self.last += 1;
        let text = json!({"op": 0, "t": name, "s": self.last, "d": data}).to_string();
        if self.sent.len() == DISPATCHES_MAX {
            self.sent.pop_front();
        }
        self.sent.push_back((self.last, text.clone()));
        if let Some(socket) = &self.socket
            && socket.try_send(Order::Send(text)).is_err()
        {
            self.socket = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resumed_session_gets_what_it_missed() {
        let mut sessions = Sessions::default();
        let (first, dropped) = mpsc::channel(10);
        sessions.open("s", 1, first);
        sessions.dispatch("READY", &json!({}));
        drop(dropped);
        sessions.gone("s", false);
        sessions.dispatch("INTERACTION_CREATE", &json!({"id": "1"}));
        let (second, mut received) = mpsc::channel(10);
        assert!(sessions.resume("s", 1, second));
        let Ok(Order::Send(text)) = received.try_recv() else { panic!("nothing was replayed") };
        assert!(text.contains("INTERACTION_CREATE"));
    }

    #[test]
    fn a_bot_is_told_only_of_what_it_wants() {
        let mut sessions = Sessions::default();
        let (socket, _received) = mpsc::channel(10);
        sessions.open("s", 1, socket);
        assert!(!sessions.dispatch_where(1 << 12, "MESSAGE_CREATE", &json!({})));
        assert!(sessions.dispatch_where(1, "GUILD_CREATE", &json!({})));
    }

    #[test]
    fn an_unknown_session_cannot_be_resumed() {
        let (socket, _received) = mpsc::channel(10);
        assert!(!Sessions::default().resume("nobody", 0, socket));
    }
}
