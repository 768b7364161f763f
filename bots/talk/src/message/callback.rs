//! The ids of buttons: stateless, so that a button works after a restart and months later, and short
//! enough for both platforms.

use engine::EventId;
use std::fmt;
use std::str::FromStr;

/// What a button says beside everything else: the question, or the list, below which it is.
pub(crate) const QUESTION: &str = "q";

/// The shorter of the platforms' limits, which is Telegram's.
pub const LENGTH_MAX: usize = 64;
/// Characters of what a platform hands on as a button's; the longer of their limits, which is Discord's.
pub const PRESS_MAX: usize = 100;

/// What a button asks for: a command by its verb, for an event, with an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallbackId {
    pub verb: String,
    pub event: Option<EventId>,
    pub arg: String,
}

impl CallbackId {
    pub fn new(verb: &str, event: Option<EventId>, arg: &str) -> CallbackId {
        let press = CallbackId { verb: verb.to_owned(), event, arg: arg.to_owned() };
        debug_assert!(press.to_string().len() <= LENGTH_MAX, "{press} is too long for a button");
        press
    }
}

impl fmt::Display for CallbackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let event = self.event.map(|event| event.to_string()).unwrap_or_default();
        write!(f, "v1:{}:{event}:{}", self.verb, self.arg)
    }
}

/// What parts the argument of a button from values that it keeps for parameters.
const KEPT: char = '|';

impl CallbackId {
    /// The same with values of parameters, which stand there as if they had been typed again. None where that is too
    /// long for a button.
    pub fn keeping(mut self, values: &[(String, String)]) -> Option<CallbackId> {
        let escaped = |value: &str| value.replace('%', "%25").replace(';', "%3B");
        let kept: Vec<String> =
            values.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        if !kept.is_empty() {
            self.arg.push(KEPT);
            self.arg.push_str(&kept.join(";"));
        }
        (self.to_string().len() <= LENGTH_MAX).then_some(self)
    }

    /// The same with one more value. None where that is too long for a button.
    pub(crate) fn keeping_too(mut self, value: (String, String)) -> Option<CallbackId> {
        let mut kept = self.take_kept();
        kept.push(value);
        self.keeping(&kept)
    }

    /// Whether it keeps a value of this name.
    pub(crate) fn keeps(&self, name: &str) -> bool {
        self.clone().take_kept().iter().any(|(known, _)| known == name)
    }

    /// Takes the values that it keeps.
    pub(crate) fn take_kept(&mut self) -> Vec<(String, String)> {
        let Some(at) = self.arg.find(KEPT) else { return vec![] };
        let kept = self.arg.split_off(at);
        let value = |pair: &str| {
            let (name, value) = pair.split_once('=')?;
            Some((name.to_owned(), value.replace("%3B", ";").replace("%25", "%")))
        };
        kept[KEPT.len_utf8()..].split(';').filter_map(value).collect()
    }
}

/// Thirteen letters that stand for these words: the same today and after any restart.
pub(crate) fn hash(words: &str) -> String {
    let fnv = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{:0>13}", EventId((fnv >> 1) as i64).to_string())
}

/// A few letters that stand for the request of this key in a button.
pub(crate) fn mark(key: &str) -> String {
    hash(key).split_off(6)
}

/// What marks a button that stands beside others which check in for other events.
pub(crate) const BESIDE: &str = "beside";

/// What an answer in words to a message with these buttons presses: its only button to check in, or a check-in for
/// one of the several events it is about.
pub fn check_in_of<'a>(ids: impl Iterator<Item = &'a str>) -> Option<String> {
    let presses = ids.filter_map(|id| id.parse::<CallbackId>().ok());
    let presses = presses.filter(|press| press.verb == "checkin" && press.event.is_some());
    let (mut only, mut several) = (vec![], false);
    for press in presses {
        several |= press.arg == BESIDE;
        if press.arg.is_empty() {
            only.push(press);
        }
    }
    match &only[..] {
        [only] => Some(only.to_string()),
        [] if several => Some(CallbackId::new("checkin", None, "").to_string()),
        _ => None,
    }
}

/// Not an id of ours.
#[derive(Debug, thiserror::Error)]
#[error("not the id of a button")]
pub struct Unknown;

impl FromStr for CallbackId {
    type Err = Unknown;

    fn from_str(id: &str) -> Result<CallbackId, Unknown> {
        if id.chars().nth(PRESS_MAX).is_some() {
            return Err(Unknown);
        }
        let mut parts = id.strip_prefix("v1:").ok_or(Unknown)?.splitn(3, ':');
        let mut part = || parts.next().ok_or(Unknown);
        let (verb, event, arg) = (part()?, part()?, part()?);
        let event = if event.is_empty() { None } else { Some(event.parse().map_err(|_| Unknown)?) };
        Ok(CallbackId { verb: verb.to_owned(), event, arg: arg.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_is_understood_after_a_restart() {
        let longest = "America/Argentina/ComodRivadavia";
        for (event, arg) in [(None, ""), (Some(EventId(i64::MAX)), longest), (None, "tg:1:2")] {
            let press = CallbackId::new("timezone", event, arg);
            assert_eq!(press.to_string().parse::<CallbackId>().unwrap(), press);
            assert!(press.to_string().len() <= LENGTH_MAX);
        }
        let beside = ["v1:checkin:5:beside", "v1:checkin:6:beside", "v1:remind::snooze"];
        assert_eq!(check_in_of(beside.into_iter()).as_deref(), Some("v1:checkin::"));
        let only = ["v1:checkin:5:", "v1:remind:5:off"];
        assert_eq!(check_in_of(only.into_iter()).as_deref(), Some("v1:checkin:5:"));
        assert_eq!(check_in_of(["v1:remind:5:off"].into_iter()), None);
        let values = [("at", "8:00; 20:00"), ("days", "100 %")];
        let values = values.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let kept = CallbackId::new("remind", Some(EventId(5)), "x").keeping(&values).unwrap();
        let more = kept.clone().keeping_too(("a".to_owned(), "bcde".to_owned())).unwrap();
        assert!(more.keeps("a") && more.keeps("days") && !kept.keeps("a"));
        assert!(more.keeping_too(("b".to_owned(), "x".repeat(20))).is_none());
        let mut read: CallbackId = kept.to_string().parse().unwrap();
        assert_eq!((read.take_kept(), read.arg.as_str()), (values.to_vec(), "x"));
        let long = [("note".to_owned(), "a very long note indeed, for a button".repeat(2))];
        assert!(CallbackId::new("remind", None, "").keeping(&long).is_none());
        assert!(
            "v1:checkin".parse::<CallbackId>().is_err() && "v1:a:!:".parse::<CallbackId>().is_err()
        );
    }

    #[test]
    fn what_is_longer_than_any_button_is_none() {
        let id = |length: usize| format!("v1:join::{}", "ä".repeat(length - "v1:join::".len()));
        assert!(id(PRESS_MAX).parse::<CallbackId>().is_ok());
        assert!(id(PRESS_MAX + 1).parse::<CallbackId>().is_err());
    }
}
