//! Finding a time zone from what people type: a name, a city, a country, an offset, the time it is there.

pub(crate) mod countries;
pub(crate) mod known;

use chrono::{Offset, Timelike};
use engine::rules::{Instant, Zone};
use std::collections::BTreeSet;

use crate::message::{SUGGESTIONS_MAX, Suggestion};
use crate::parse::zone::known::{Fit, KNOWN, NAMES, ZONE_WORDS};
use crate::parse::{fold, time};

const DAY_MIN: i64 = 24 * 60;

/// The zones that these words may mean, the likeliest first.
pub(crate) fn find(words: &str, now: Instant) -> Vec<Zone> {
    let typed = words.trim().to_lowercase();
    let named = named(&typed);
    if let Some(zone) = named.filter(|zone| zone.name().contains('/')) {
        return vec![zone];
    }
    // Before the times: `+5:30` is an offset.
    if let Some(minutes) = offset(&typed) {
        return at_offset(minutes, now).into_iter().collect();
    }
    if let Some(time) = time::clock_time(&typed) {
        return showing(time, now);
    }
    let words = fold::folded(&typed);
    if words.is_empty() {
        return vec![];
    }
    let exact = exactly(&words, now);
    if !exact.is_empty() {
        return exact;
    }
    // Old names such as `EST5EDT`.
    if let Some(zone) = named {
        return vec![zone];
    }
    let fitting = by_parts(&words);
    if fitting.is_empty() { nearly(&words, now) } else { fitting }
}

/// The choices while somebody types; before the first letter, the most populous zones.
pub(crate) fn suggest(typed: &str, now: Instant) -> Vec<Suggestion> {
    let zones = if typed.trim().is_empty() { KNOWN.to_vec() } else { find(typed, now) };
    let suggestion =
        |zone: &Zone| Suggestion { label: label(*zone, now), value: zone.name().to_owned() };
    zones.iter().take(SUGGESTIONS_MAX).map(suggestion).collect()
}

/// A zone as people read it: `America/New York`, `UTC+2`.
pub(crate) fn name(zone: Zone) -> String {
    let name = zone.name();
    // In these names the sign is that of what has to be added to reach UTC.
    match name.strip_prefix("Etc/GMT").and_then(|turned| turned.parse::<i64>().ok()) {
        Some(turned) => format!("UTC{:+}", -turned),
        None => name.replace('_', " "),
    }
}

/// A zone and what its clock shows: `Europe/Berlin — 14:05`.
pub(crate) fn label(zone: Zone, now: Instant) -> String {
    format!("{} — {}", name(zone), now.utc().with_timezone(&zone).format("%H:%M"))
}

/// What clocks show somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shown {
    /// Since midnight.
    pub(crate) minutes: i64,
    /// How far these clocks are ahead of UTC, in minutes up to a day.
    pub(crate) ahead: i64,
}

impl Shown {
    pub(crate) fn is_on_the_hour(self) -> bool {
        self.ahead % 60 == 0
    }
}

/// All that clocks show anywhere now, in the order of the day.
pub(crate) fn shown(now: Instant) -> BTreeSet<Shown> {
    let utc = minutes_of_day(now);
    let shown = KNOWN.iter().map(|zone| {
        let ahead = ahead(*zone, now).rem_euclid(DAY_MIN);
        Shown { minutes: (utc + ahead) % DAY_MIN, ahead }
    });
    shown.collect()
}

/// The zones whose clocks are that far ahead of UTC now, up to a day, the most populous first.
pub(crate) fn ahead_by(minutes: i64, now: Instant) -> Vec<Zone> {
    let fits = |zone: &Zone| ahead(*zone, now).rem_euclid(DAY_MIN) == minutes;
    KNOWN.iter().copied().filter(fits).collect()
}

/// The zones whose clock shows this time, give or take a few minutes.
pub(crate) fn showing(minutes: i64, now: Instant) -> Vec<Zone> {
    const TOLERANCE_MIN: i64 = 7;
    let utc = minutes_of_day(now);
    let fits = |zone: &Zone| {
        let apart = (utc + ahead(*zone, now) - minutes).rem_euclid(DAY_MIN);
        apart.min(DAY_MIN - apart) <= TOLERANCE_MIN
    };
    KNOWN.iter().copied().filter(fits).collect()
}

fn minutes_of_day(now: Instant) -> i64 {
    i64::from(now.utc().time().num_seconds_from_midnight()) / 60
}

/// How far the clock of a zone is ahead of UTC now, in minutes.
fn ahead(zone: Zone, now: Instant) -> i64 {
    i64::from(now.utc().with_timezone(&zone).offset().fix().local_minus_utc()) / 60
}

/// A zone by its name.
fn named(typed: &str) -> Option<Zone> {
    let name = typed.replace(' ', "_");
    chrono_tz::TZ_VARIANTS.iter().copied().find(|zone| zone.name().eq_ignore_ascii_case(&name))
}

/// `UTC+2`, `gmt-5:30`, `+0545` as minutes ahead of UTC.
fn offset(typed: &str) -> Option<i64> {
    const HOURS_MAX: u8 = 14;
    let named = typed.strip_prefix("utc").or_else(|| typed.strip_prefix("gmt"));
    let rest = named.unwrap_or(typed).trim();
    let (sign, digits) = match rest.strip_prefix(['-', '−']) {
        Some(digits) => (-1, digits.trim()),
        // Without a sign it is an offset only behind `UTC`.
        None => (1, rest.strip_prefix('+').or(named.and(Some(rest)))?.trim()),
    };
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= HOURS_MAX && minutes < 60)
        .then(|| sign * (i64::from(hours) * 60 + i64::from(minutes)))
}

/// Whole hours are a zone without summer time; else the most populous zone that has the offset now.
fn at_offset(minutes: i64, now: Instant) -> Option<Zone> {
    match (minutes / 60, minutes % 60) {
        (0, 0) => Some(chrono_tz::UTC),
        // In these names the sign is that of what has to be added to reach UTC.
        (hours, 0) => format!("Etc/GMT{:+}", -hours).parse().ok(),
        _ => KNOWN.iter().copied().find(|zone| ahead(*zone, now) == minutes),
    }
}

/// What is called exactly this, one zone a clock.
fn exactly(words: &str, now: Instant) -> Vec<Zone> {
    let names = NAMES.iter().filter(|name| name.words == words);
    one_a_clock(names.flat_map(|name| name.zones.iter().copied()), now)
}

/// Of zones whose clocks agree now and half a year on, the first stands for all.
fn one_a_clock(zones: impl Iterator<Item = Zone>, now: Instant) -> Vec<Zone> {
    const HALF_A_YEAR_S: i64 = 182 * 86_400;
    let later = now.plus_s(HALF_A_YEAR_S);
    let mut clocks = BTreeSet::new();
    zones.filter(|zone| clocks.insert((ahead(*zone, now), ahead(*zone, later)))).collect()
}

/// Zones of whose names each word begins a word.
fn by_parts(words: &str) -> Vec<Zone> {
    let fit = ZONE_WORDS.iter().filter_map(|known| Some((known.fit(words)?, known.zone)));
    let mut fitting: Vec<(Fit, Zone)> = fit.collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    fitting.into_iter().map(|(_, zone)| zone).collect()
}

/// One letter off a city, a country or an alias.
fn nearly(words: &str, now: Instant) -> Vec<Zone> {
    // Among shorter words too many are one letter apart: Kiel is not Kyiv.
    const LETTERS_MIN: usize = 5;
    let letters = words.chars().count();
    if letters < LETTERS_MIN {
        return vec![];
    }
    let names = NAMES.iter().filter(|name| {
        name.words.chars().count().abs_diff(letters) <= 1
            && strsim::damerau_levenshtein(&name.words, words) == 1
    });
    one_a_clock(names.flat_map(|name| name.zones.iter().copied()), now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::zone::countries::COUNTRIES;

    const NOW: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z
    const SUMMER: Instant = Instant(1_782_907_200); // 2026-07-01T12:00:00Z

    fn first(words: &str) -> Option<&'static str> {
        find(words, NOW).first().map(|zone| zone.name())
    }

    fn all(words: &str) -> Vec<&'static str> {
        find(words, NOW).iter().map(|zone| zone.name()).collect()
    }

    #[test]
    fn whatever_people_type_finds_their_zone() {
        for (words, zone) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("america/new york", "America/New_York"),
            ("berlin", "Europe/Berlin"),
            ("BERLIM", "Europe/Berlin"),
            ("new york", "America/New_York"),
            ("york new", "America/New_York"),
            ("EST", "America/New_York"),
            ("EST5EDT", "EST5EDT"),
            ("san fran", "America/Los_Angeles"),
            ("São Paulo", "America/Sao_Paulo"),
            ("hamburg, germany", "Europe/Berlin"),
            ("14:05", "Africa/Cairo"),
            ("5:30pm", "Asia/Kolkata"),
            ("東京", "Asia/Tokyo"),
        ] {
            assert_eq!(first(words), Some(zone), "{words}");
        }
        assert_eq!(first("xyzzy"), None);
        assert_eq!(find("berlin", NOW).len(), 1);
    }

    #[test]
    fn a_country_is_found_by_its_names_and_its_code() {
        for (words, zone) in [
            ("pakistan", "Asia/Karachi"),
            ("Norway", "Europe/Oslo"),
            ("new zealand", "Pacific/Auckland"),
            ("usa", "America/New_York"),
            ("de", "Europe/Berlin"),
            ("in", "Asia/Kolkata"),
            ("us", "America/New_York"),
            ("Deutschland", "Europe/Berlin"),
            ("espana", "Europe/Madrid"),
            ("भारत", "Asia/Kolkata"),
            ("日本", "Asia/Tokyo"),
            ("مصر", "Africa/Cairo"),
            ("pakstan", "Asia/Karachi"),
            ("new zea", "Pacific/Auckland"),
        ] {
            assert_eq!(first(words), Some(zone), "{words}");
        }
    }

    #[test]
    fn every_country_finds_its_largest_zone() {
        for country in COUNTRIES.iter() {
            let largest = country.zones[0];
            assert_eq!(first(country.names[0]), Some(largest.name()));
            assert!(find(country.code, NOW).contains(&largest), "{}", country.code);
            for name in &country.names {
                assert!(!find(name, NOW).is_empty(), "{name}");
            }
        }
    }

    #[test]
    fn a_country_offers_one_zone_a_clock() {
        assert_eq!(all("argentina"), ["America/Argentina/Buenos_Aires"]);
        assert_eq!(all("spain"), ["Europe/Madrid", "Atlantic/Canary"]);
        assert_eq!(all("indonesia"), ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]);
    }

    #[test]
    fn what_has_two_meanings_is_left_to_the_person() {
        assert_eq!(all("georgia"), ["Asia/Tbilisi", "America/New_York"]);
        assert_eq!(all("la"), ["America/Los_Angeles", "Asia/Vientiane"]);
        assert_eq!(all("san juan"), ["America/Puerto_Rico", "America/Argentina/San_Juan"]);
    }

    #[test]
    fn parts_are_looked_for_at_the_beginnings_of_words() {
        assert_eq!(all("lagos"), ["Africa/Lagos"]);
        assert!(!all("usa").contains(&"Africa/Lusaka"));
        assert!(all("rusalem").is_empty());
    }

    #[test]
    fn an_offset_finds_a_zone_that_has_it_now() {
        for (words, zone) in [
            ("UTC+2", "Etc/GMT-2"),
            ("utc -5:00", "Etc/GMT+5"),
            ("gmt0", "UTC"),
            ("UTC+5:30", "Asia/Kolkata"),
            ("+5:45", "Asia/Kathmandu"),
            ("utc+0930", "Australia/Darwin"),
            ("UTC−3:30", "America/St_Johns"),
        ] {
            assert_eq!(first(words), Some(zone), "{words}");
        }
        for words in ["utc+15", "utc+3:10", "utc-9223372036854775808", "utc+1é2", "+"] {
            assert_eq!(first(words), None, "{words}");
        }
    }

    #[test]
    fn a_fixed_offset_reads_as_people_write_it() {
        assert_eq!(name(find("UTC+2", NOW)[0]), "UTC+2");
        assert_eq!(name(find("UTC-11", NOW)[0]), "UTC-11");
        assert_eq!(label(find("UTC+2", NOW)[0], NOW), "UTC+2 — 14:00");
        assert_eq!(name(chrono_tz::UTC), "UTC");
    }

    #[test]
    fn every_zone_is_among_those_of_a_time_that_is_shown() {
        for now in [NOW, SUMMER] {
            let shown: Vec<Vec<Zone>> =
                shown(now).iter().map(|shown| ahead_by(shown.ahead, now)).collect();
            for zone in COUNTRIES.iter().flat_map(|country| &country.zones) {
                assert!(shown.iter().any(|zones| zones.contains(zone)), "{zone}");
            }
            assert!(shown.iter().all(|zones| !zones.is_empty()));
        }
    }

    #[test]
    fn the_times_that_are_shown_fit_two_lists() {
        for now in [NOW, SUMMER] {
            let hours = shown(now).iter().filter(|shown| shown.is_on_the_hour()).count();
            assert_eq!(hours, 24);
            assert!(shown(now).len() - hours <= SUGGESTIONS_MAX);
        }
    }

    #[test]
    fn the_most_populous_zones_are_suggested_first() {
        let labels: Vec<String> = suggest("", NOW).into_iter().map(|zone| zone.label).collect();
        assert_eq!(labels.len(), SUGGESTIONS_MAX);
        assert_eq!(labels[0], "Asia/Kolkata — 17:30");
        assert!(labels.contains(&"America/New York — 07:00".to_owned()));
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(time::clock_time("20:00"), Some(1200));
        assert_eq!(time::clock_time("9000000000000000000:00"), None);
        assert_eq!(time::clock_time("8pm"), Some(1200));
        assert_eq!(time::clock_time("12:30 am"), Some(30));
        assert_eq!(
            (
                time::clock_time("24:00"),
                time::clock_time("8"),
                time::clock_time("13pm"),
                time::clock_time("9:5")
            ),
            (None, None, None, None)
        );
    }
}
