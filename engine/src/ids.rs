//! Ids, and how they are made.

use hmac::{Hmac, Mac};
use rules::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;
use strum::{EnumString, IntoStaticStr};

use crate::error::Error;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&base36(self.0))
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<$name, Self::Err> {
                i64::from_str_radix(text, 36).map($name)
            }
        }
    };
}

id!(
    /// A human being.
    PersonId
);
id!(
    /// A streak event.
    EventId
);
id!(
    /// A Discord server or a Telegram group.
    CommunityId
);
id!(
    /// A place that can hear something.
    DestinationId
);
id!(
    /// Something on record.
    AuditId
);

/// A person in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Membership {
    pub event: EventId,
    pub person: PersonId,
}

/// Where people talk to us.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    Discord,
    Telegram,
    /// Only a way to tell something: nobody has an account there.
    Email,
    /// Notifications of browsers, in which nobody has an account either.
    Push,
}

impl Platform {
    pub const ALL: [Platform; 4] =
        [Platform::Discord, Platform::Telegram, Platform::Email, Platform::Push];

    pub fn name(self) -> &'static str {
        self.into()
    }

    pub(crate) fn named(name: &str) -> Result<Platform, Error> {
        name.parse().map_err(|_| Error::Unreadable { what: "platform", why: name.to_owned() })
    }
}

/// Makes ids that grow with time, and codes that nobody can guess. Seeded, so that a test repeats itself.
pub(crate) struct Maker {
    state: Mutex<State>,
}

struct State {
    seed: [u8; 32],
    drawn: u64,
    last: i64,
}

/// The low bits of an id tell apart what is made in one second, by one process and by several.
const RANDOM_BITS: u32 = 30;

impl Maker {
    /// Seeded by the operating system.
    pub(crate) fn random() -> Result<Maker, Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|e| Error::Setting(format!("no randomness: {e}")))?;
        Ok(Maker::seeded(seed))
    }

    pub(crate) fn seeded(seed: [u8; 32]) -> Maker {
        Maker { state: Mutex::new(State { seed, drawn: 0, last: 0 }) }
    }

    /// An id greater than every one made before by this process.
    pub(crate) fn id(&self, now: Instant) -> i64 {
        let random = u32::from_be_bytes(self.bytes()) >> (32 - RANDOM_BITS);
        let mut state = self.state();
        let made = first_id(now) | i64::from(random);
        state.last = made.max(state.last + 1);
        state.last
    }

    /// `length` characters of Crockford's base 32, 5 bits each.
    pub(crate) fn code(&self, length: usize) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let bytes: [u8; 32] = self.bytes();
        bytes.iter().take(length).map(|byte| ALPHABET[usize::from(byte & 31)] as char).collect()
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut state = self.state();
        state.drawn += 1;
        let digest = Sha256::new().chain_update(state.seed).chain_update(state.drawn.to_be_bytes());
        let digest = digest.finalize();
        std::array::from_fn(|n| digest[n])
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// What every id made at an instant or later is at least.
pub(crate) fn first_id(at: Instant) -> i64 {
    at.0.clamp(0, 1 << 32) << RANDOM_BITS
}

/// What is kept of a code instead of the code.
pub(crate) fn hash(code: &str) -> String {
    Sha256::digest(code.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is kept of something that can be guessed: nobody finds it out without the key.
pub(crate) fn keyed_hash(key: &str, text: &str) -> String {
    let mac = <Hmac<Sha256> as Mac>::new_from_slice(key.as_bytes());
    let mac = mac.expect("a key may have any length").chain_update(text.as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base36(number: i64) -> String {
    let mut rest = number.unsigned_abs();
    let mut digits = vec![];
    loop {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.push('-');
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_being_written() {
        for number in [0, 35, 36, i64::MAX, -7] {
            assert_eq!(EventId(number).to_string().parse(), Ok(EventId(number)));
        }
    }

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let maker = Maker::seeded([7; 32]);
        let ids: Vec<i64> = [5000, 5000, 4000, 5000].map(|now| maker.id(Instant(now))).into();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }

    /// A million codes: none twice, and at each place every character as often as chance has it (chi-square with 31
    /// degrees of freedom, which is above 70 once in ten thousand times; the seed is fixed).
    #[test]
    fn codes_are_even_and_never_the_same() {
        const CODES: usize = 1_000_000;
        const LENGTH: usize = 16;
        let maker = Maker::seeded([7; 32]);
        let mut counts = [[0_u32; 128]; LENGTH];
        let mut seen = std::collections::HashSet::with_capacity(CODES);
        for _ in 0..CODES {
            let code = maker.code(LENGTH);
            let bytes = code.as_bytes();
            counts.iter_mut().zip(bytes).for_each(|(counts, byte)| counts[usize::from(*byte)] += 1);
            let packed = bytes.iter().fold(0_u128, |packed, byte| packed << 8 | u128::from(*byte));
            assert!(seen.insert(packed), "{code} twice");
        }
        for counts in counts {
            let drawn: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
            assert_eq!(drawn.len(), 32);
            let expected = CODES as f64 / 32.0;
            let off = drawn.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected);
            let chi_square: f64 = off.sum();
            assert!(chi_square < 70.0, "{chi_square}");
        }
    }
}
