//! Finding a time zone from what people type: a name, a city, a country, an offset, the time it is there.

pub(crate) mod clocks;
pub(crate) mod countries;
pub(crate) mod known;
pub(crate) mod places;

use engine::rules::{Instant, Zone};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::message::{SUGGESTIONS_MAX, Suggestion};
use crate::parse::zone::clocks::{HALF_A_YEAR_S, ahead, at_offset};
pub(crate) use crate::parse::zone::clocks::{Shown, ahead_by, showing, shown};
use crate::parse::zone::countries::COUNTRIES;
use crate::parse::zone::known::{Fit, KNOWN, NAMES, ZONE_WORDS};
use crate::parse::zone::places::Place;
use crate::parse::{fold, time, vocabulary};

/// Bytes of the longest name.
const LENGTH_MAX: usize = 120;

/// The zones that these words may mean while they are typed, the likeliest first.
fn find(words: &str, now: Instant) -> Vec<Zone> {
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

/// A zone, or those that could be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Zones {
    Plain(Zone),
    Either(Vec<Zone>),
}

impl Zones {
    fn of(zones: Vec<Zone>) -> Option<Zones> {
        match zones[..] {
            [] => None,
            [zone] => Some(Zones::Plain(zone)),
            _ => Some(Zones::Either(zones)),
        }
    }
}

/// Reads a zone, a place, an offset or a clock time, whole: `Kairo`, `Portland, Maine`, `UTC+5:45`, `4:05 pm`. A clock time
/// is never more than a question.
pub(crate) fn read(written: &str, now: Instant) -> Option<Zones> {
    // A label that comes back: `Europe/Berlin — 14:05`.
    let typed = written.split_once(" — ").map_or(written, |(zone, _)| zone);
    if typed.len() > LENGTH_MAX {
        return None;
    }
    let typed = typed.trim().trim_end_matches(['.', '!']).to_lowercase();
    let named = named(&typed);
    if let Some(zone) = named.filter(|zone| zone.name().contains('/')) {
        return Some(Zones::Plain(zone));
    }
    if let Some(minutes) = offset(&typed) {
        return at_offset(minutes, now).map(Zones::Plain);
    }
    if let Some(time) = time::clock_time(&typed) {
        return Some(Zones::Either(showing(time, now)))
            .filter(|zones| *zones != Zones::Either(vec![]));
    }
    let words = fold::folded(&typed);
    if words.is_empty() {
        return None;
    }
    let names = [Some(words.clone()), without_umlauts(&words), without_time(&words)];
    let mut found = names.iter().flatten().map(|words| place(words, now));
    if let Some(zones) = found.find(|zones| !zones.is_empty()) {
        return Zones::of(zones);
    }
    // Old names such as `EST5EDT`.
    if let Some(zone) = named {
        return Some(Zones::Plain(zone));
    }
    Zones::of(within(&words, now))
        .or_else(|| Zones::of(one_a_clock(by_parts(&words).into_iter(), now)))
        .or_else(|| Zones::of(nearly(&words, now)))
}

/// Where letters with two dots are written with an `e`.
fn without_umlauts(words: &str) -> Option<String> {
    let plain = words.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    (plain != words).then_some(plain)
}

/// A place without the words that say that its time is meant.
fn without_time(words: &str) -> Option<String> {
    let around = |key: &'static str| vocabulary::listed(key).map(fold::folded);
    // A word of its own, where words are parted by blanks.
    let behind = around("zone-time-behind").find_map(|time| {
        let rest = words.strip_suffix(time.as_str())?;
        (rest.ends_with(' ') || vocabulary::is_joined(&time)).then_some(rest)
    });
    let before = || {
        around("zone-time").find_map(|time| words.strip_prefix(time.as_str())?.strip_prefix(' '))
    };
    behind.or_else(before).map(|rest| rest.trim().to_owned()).filter(|rest| !rest.is_empty())
}

/// The zones of what is called exactly so, one a clock.
fn place(words: &str, now: Instant) -> Vec<Zone> {
    if let Some(abbreviation) = abbreviation(words, now) {
        return abbreviation;
    }
    let exact = exactly(words, now);
    if !exact.is_empty() {
        return exact;
    }
    let mut countries = vec![];
    let mut city = None;
    for place in places::called(words) {
        match place {
            Place::Country(code) => countries.extend(zones_of(code)),
            Place::Region { zone, .. } => countries.push(*zone),
            Place::City { zone, .. } => city = city.or(Some(*zone)),
        }
    }
    // Of cities that share a name the largest is meant, beside a country that has it too.
    one_a_clock(city.into_iter().chain(countries), now)
}

/// A place in another: `Portland, Maine`, `Hamburg, Germany`.
fn within(words: &str, now: Instant) -> Vec<Zone> {
    const WORDS_MAX: usize = 8;
    if words.split(' ').count() > WORDS_MAX {
        return vec![];
    }
    let blanks = words.match_indices(' ').map(|(at, _)| at);
    let mut parts = blanks.map(|at| (&words[..at], words[at + 1..].trim_start_matches("in ")));
    let found = parts.find_map(|(city, around)| {
        let countries = named_countries(around);
        let regions: Vec<(&str, &str, Zone)> = places::called(around)
            .filter_map(|place| match place {
                Place::Region { country, code, zone } => Some((*country, *code, *zone)),
                Place::City { .. } | Place::Country(_) => None,
            })
            .collect();
        let cities: Vec<(Zone, &str, &str)> = places::called(city)
            .filter_map(|place| match place {
                Place::City { zone, country, region } => Some((*zone, *country, *region)),
                Place::Country(_) | Place::Region { .. } => None,
            })
            .collect();
        let lies_there = |(zone, country, region): &(Zone, &str, &str)| {
            regions.iter().any(|(of, code, _)| country == of && region == code)
                || countries.iter().any(|code| country == code || zones_of(code).contains(zone))
        };
        let known = cities.iter().find(|city| lies_there(city)).map(|(zone, ..)| *zone);
        // Towns in North America and Australia bear the names of other cities.
        let of_region = || {
            let (.., zone) = regions.iter().find(|(country, ..)| *country != "gb")?;
            (!cities.is_empty()).then_some(*zone)
        };
        let of_alias = || {
            let zones = exactly(city, now);
            zones.into_iter().find(|zone| {
                countries.iter().any(|code| zones_of(code).contains(zone))
                    || regions.iter().any(|(.., of)| of == zone)
            })
        };
        known.or_else(of_alias).or_else(of_region)
    });
    found.into_iter().collect()
}

/// The countries that are called so, by their codes.
fn named_countries(words: &str) -> Vec<&'static str> {
    let known = COUNTRY_NAMES.get(words).into_iter().flatten().copied();
    let other = places::called(words).filter_map(|place| match place {
        Place::Country(code) => Some(*code),
        Place::City { .. } | Place::Region { .. } => None,
    });
    known.chain(other).collect()
}

/// The codes of countries by their names, as they are compared.
static COUNTRY_NAMES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&'static str>> = HashMap::new();
    for country in COUNTRIES.iter() {
        for name in country.names.iter().chain([&country.code]) {
            names.entry(fold::folded(name)).or_default().push(country.code);
        }
    }
    names
});

fn zones_of(code: &str) -> &'static [Zone] {
    COUNTRIES.iter().find(|country| country.code == code).map_or(&[], |country| &country.zones)
}

/// What an abbreviation can mean. That of winter is a question in summer: some have it all the year.
fn abbreviation(words: &str, now: Instant) -> Option<Vec<Zone>> {
    const STANDARD: [(&str, i64, &[&str]); 2] = [
        (
            "est",
            -5 * 60,
            &["America/New_York", "America/Panama", "America/Jamaica", "America/Cancun"],
        ),
        ("mst", -7 * 60, &["America/Denver", "America/Phoenix", "America/Hermosillo"]),
    ];
    let (_, minutes, zones) = STANDARD.into_iter().find(|(name, ..)| *name == words)?;
    let zones: Vec<Zone> = zones.iter().filter_map(|name| name.parse().ok()).collect();
    let is_winter = zones.first().is_some_and(|zone| ahead(*zone, now) == minutes);
    Some(if is_winter { zones[..1].to_vec() } else { zones })
}

/// The choices while somebody types; before the first letter, the most populous zones.
pub(crate) fn suggest(typed: &str, now: Instant) -> Vec<Suggestion> {
    if typed.len() > LENGTH_MAX {
        return vec![];
    }
    let found = if typed.trim().is_empty() { KNOWN.to_vec() } else { find(typed, now) };
    let zones = match read(typed, now) {
        Some(Zones::Plain(zone)) if found.is_empty() => vec![zone],
        Some(Zones::Either(zones)) if found.is_empty() => zones,
        _ => found,
    };
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

/// What is called exactly this, one zone a clock.
fn exactly(words: &str, now: Instant) -> Vec<Zone> {
    let names = NAMES.iter().filter(|name| name.words == words);
    one_a_clock(names.flat_map(|name| name.zones.iter().copied()), now)
}

/// Of zones whose clocks agree now and half a year on, the first stands for all.
fn one_a_clock(zones: impl Iterator<Item = Zone>, now: Instant) -> Vec<Zone> {
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
    if words.chars().count() < LETTERS_MIN {
        return vec![];
    }
    let names = NAMES.iter().filter(|name| fold::is_one_apart(&name.words, words));
    let known = one_a_clock(names.flat_map(|name| name.zones.iter().copied()), now);
    if !known.is_empty() {
        return known;
    }
    let zones = places::almost_called(words).filter_map(|place| match place {
        Place::City { zone, .. } | Place::Region { zone, .. } => Some(*zone),
        Place::Country(code) => zones_of(code).first().copied(),
    });
    one_a_clock(zones, now)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_place_is_read_whole_or_asked_about() {
        let read = |words: &str| match read(words, SUMMER) {
            Some(Zones::Plain(zone)) => zone.name().to_owned(),
            Some(Zones::Either(zones)) => {
                zones.iter().map(|zone| zone.name()).collect::<Vec<_>>().join(" ")
            }
            None => String::new(),
        };
        for (words, want) in [
            ("Portland, Oregon", "America/Los_Angeles"),
            ("Portland OR", "America/Los_Angeles"),
            ("Portland, Maine", "America/New_York"),
            ("London, Ontario", "America/Toronto"),
            ("Paris, Texas", "America/Chicago"),
            ("Hamburg, Germany", "Europe/Berlin"),
            ("Springfield, Illinois", "America/Chicago"),
            ("Mannheim", "Europe/Berlin"),
            ("DUESSELDORF", "Europe/Berlin"),
            ("カイロ", "Africa/Cairo"),
            ("Chicago time", "America/Chicago"),
            ("日本時間", "Asia/Tokyo"),
            ("Europe/Berlin — 14:05", "Europe/Berlin"),
            ("EST", "America/New_York America/Panama America/Jamaica America/Cancun"),
            ("UTC+9:30", "Australia/Darwin"),
            ("Berlin Tokyo", ""),
            ("Berlin, Japan", ""),
            ("Madrid o Londres", ""),
            ("13:00 in Berlin", ""),
            ("not Berlin", ""),
            ("here", ""),
        ] {
            assert_eq!(read(words), want, "{words}");
        }
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
        assert_eq!(suggest("カイロ", NOW)[0].value, "Africa/Cairo");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(time::clock_time("20:00"), Some(1200));
        assert_eq!(time::clock_time("9000000000000000000:00"), None);
        assert_eq!(time::clock_time("8pm"), Some(1200));
        assert_eq!(time::clock_time("٢٠:٠٠"), Some(1200));
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
