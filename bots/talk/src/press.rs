//! The ids of buttons: stateless, so that a button works after a restart and months later, and short
//! enough for both platforms.

use engine::EventId;
use std::fmt;
use std::str::FromStr;

/// The shorter of the platforms' limits, which is Telegram's.
pub const LENGTH_MAX: usize = 64;

/// What a button asks for: a command by its verb, for an event, with an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    pub verb: String,
    pub event: Option<EventId>,
    pub arg: String,
}

impl Press {
    pub fn new(verb: &str, event: Option<EventId>, arg: &str) -> Press {
        let press = Press { verb: verb.to_owned(), event, arg: arg.to_owned() };
        debug_assert!(press.to_string().len() <= LENGTH_MAX, "{press} is too long for a button");
        press
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let event = self.event.map(|event| event.to_string()).unwrap_or_default();
        write!(f, "v1:{}:{event}:{}", self.verb, self.arg)
    }
}

/// What marks a button that stands beside others which check in for other events.
pub(crate) const BESIDE: &str = "beside";

/// What an answer in words to a message with these buttons presses: its only button to check in, or a check-in for
/// one of the several events it is about.
pub fn check_in_of<'a>(ids: impl Iterator<Item = &'a str>) -> Option<String> {
    let presses = ids.filter_map(|id| id.parse::<Press>().ok());
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
        [] if several => Some(Press::new("checkin", None, "").to_string()),
        _ => None,
    }
}

/// Not an id of ours.
#[derive(Debug, thiserror::Error)]
#[error("not the id of a button")]
pub struct Unknown;

impl FromStr for Press {
    type Err = Unknown;

    fn from_str(id: &str) -> Result<Press, Unknown> {
        let mut parts = id.strip_prefix("v1:").ok_or(Unknown)?.splitn(3, ':');
        let mut part = || parts.next().ok_or(Unknown);
        let (verb, event, arg) = (part()?, part()?, part()?);
        let event = if event.is_empty() { None } else { Some(event.parse().map_err(|_| Unknown)?) };
        Ok(Press { verb: verb.to_owned(), event, arg: arg.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_is_understood_after_a_restart() {
        let longest = "America/Argentina/ComodRivadavia";
        for (event, arg) in [(None, ""), (Some(EventId(i64::MAX)), longest), (None, "tg:1:2")] {
            let press = Press::new("timezone", event, arg);
            assert_eq!(press.to_string().parse::<Press>().unwrap(), press);
            assert!(press.to_string().len() <= LENGTH_MAX);
        }
        let beside = ["v1:checkin:5:beside", "v1:checkin:6:beside", "v1:remind::snooze"];
        assert_eq!(check_in_of(beside.into_iter()).as_deref(), Some("v1:checkin::"));
        let only = ["v1:checkin:5:", "v1:remind:5:off"];
        assert_eq!(check_in_of(only.into_iter()).as_deref(), Some("v1:checkin:5:"));
        assert_eq!(check_in_of(["v1:remind:5:off"].into_iter()), None);
        assert!("v1:checkin".parse::<Press>().is_err() && "v1:a:!:".parse::<Press>().is_err());
    }
}
