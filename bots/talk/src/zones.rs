//! Finding a time zone from what people type: a name, a city, a country, an offset, the time it is there.

use crate::{SUGGESTIONS_MAX, Suggestion};
use chrono::Timelike;
use engine::rules::{Instant, Zone};

/// What people call a zone, beside its own name.
const ALIASES: &[(&str, &str)] = &[
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("eastern", "America/New_York"),
    ("cst", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("central", "America/Chicago"),
    ("mst", "America/Denver"),
    ("mountain", "America/Denver"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pacific", "America/Los_Angeles"),
    ("san francisco", "America/Los_Angeles"),
    ("seattle", "America/Los_Angeles"),
    ("boston", "America/New_York"),
    ("miami", "America/New_York"),
    ("washington", "America/New_York"),
    ("houston", "America/Chicago"),
    ("gmt", "Europe/London"),
    ("bst", "Europe/London"),
    ("uk", "Europe/London"),
    ("england", "Europe/London"),
    ("manchester", "Europe/London"),
    ("cet", "Europe/Berlin"),
    ("cest", "Europe/Berlin"),
    ("germany", "Europe/Berlin"),
    ("deutschland", "Europe/Berlin"),
    ("hamburg", "Europe/Berlin"),
    ("munich", "Europe/Berlin"),
    ("münchen", "Europe/Berlin"),
    ("köln", "Europe/Berlin"),
    ("wien", "Europe/Vienna"),
    ("austria", "Europe/Vienna"),
    ("österreich", "Europe/Vienna"),
    ("zürich", "Europe/Zurich"),
    ("schweiz", "Europe/Zurich"),
    ("switzerland", "Europe/Zurich"),
    ("france", "Europe/Paris"),
    ("spain", "Europe/Madrid"),
    ("españa", "Europe/Madrid"),
    ("barcelona", "Europe/Madrid"),
    ("italy", "Europe/Rome"),
    ("milan", "Europe/Rome"),
    ("poland", "Europe/Warsaw"),
    ("netherlands", "Europe/Amsterdam"),
    ("belgium", "Europe/Brussels"),
    ("sweden", "Europe/Stockholm"),
    ("turkey", "Europe/Istanbul"),
    ("ukraine", "Europe/Kyiv"),
    ("eet", "Europe/Athens"),
    ("egypt", "Africa/Cairo"),
    ("nigeria", "Africa/Lagos"),
    ("south africa", "Africa/Johannesburg"),
    ("uae", "Asia/Dubai"),
    ("ist", "Asia/Kolkata"),
    ("india", "Asia/Kolkata"),
    ("delhi", "Asia/Kolkata"),
    ("mumbai", "Asia/Kolkata"),
    ("bangalore", "Asia/Kolkata"),
    ("bengaluru", "Asia/Kolkata"),
    ("china", "Asia/Shanghai"),
    ("beijing", "Asia/Shanghai"),
    ("japan", "Asia/Tokyo"),
    ("jst", "Asia/Tokyo"),
    ("osaka", "Asia/Tokyo"),
    ("korea", "Asia/Seoul"),
    ("vietnam", "Asia/Ho_Chi_Minh"),
    ("sydney", "Australia/Sydney"),
    ("brazil", "America/Sao_Paulo"),
    ("brasil", "America/Sao_Paulo"),
    ("rio", "America/Sao_Paulo"),
    ("argentina", "America/Argentina/Buenos_Aires"),
    ("mexico", "America/Mexico_City"),
    ("méxico", "America/Mexico_City"),
    ("canada", "America/Toronto"),
    ("utc", "UTC"),
];

/// Zones that stand for an offset when one is asked for by what its clock shows: the best known first.
const WELL_KNOWN: &[&str] = &[
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Athens",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Africa/Lagos",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Australia/Perth",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Adelaide",
    "Australia/Darwin",
    "Australia/Sydney",
    "Australia/Brisbane",
    "Pacific/Noumea",
    "Pacific/Auckland",
    "Pacific/Fiji",
    "Pacific/Tongatapu",
    "Pacific/Kiritimati",
    "Atlantic/Azores",
    "Atlantic/South_Georgia",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "America/St_Johns",
    "America/Halifax",
    "America/New_York",
    "America/Toronto",
    "America/Bogota",
    "America/Chicago",
    "America/Mexico_City",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
    "Pacific/Marquesas",
    "Pacific/Chatham",
    "Europe/Lisbon",
    "Europe/Rome",
    "Europe/Warsaw",
    "Africa/Casablanca",
    "Asia/Riyadh",
    "Asia/Tashkent",
    "Asia/Manila",
    "Asia/Hong_Kong",
    "America/Caracas",
    "America/La_Paz",
    "America/Puerto_Rico",
    "America/Santiago",
    "America/Lima",
];

/// The zones that these words may mean, the likeliest first.
pub(crate) fn find(words: &str, now: Instant) -> Vec<Zone> {
    let words = words.trim().to_lowercase();
    if words.is_empty() {
        return vec![];
    }
    if let Some(time) = clock_time(&words) {
        return showing(time, now);
    }
    if let Some(zone) = offset(&words) {
        return vec![zone];
    }
    let alias =
        ALIASES.iter().find(|(alias, _)| *alias == words).and_then(|(_, zone)| zone.parse().ok());
    let exact =
        chrono_tz::TZ_VARIANTS.iter().copied().find(|zone| zone.name().to_lowercase() == words);
    if let Some(zone) = alias.or(exact) {
        return vec![zone];
    }
    let holding: Vec<Zone> = by_parts(&words);
    if holding.is_empty() { nearly(&words) } else { holding }
}

/// The choices while somebody types; before the first letter, the best known zones.
pub(crate) fn suggest(typed: &str, now: Instant) -> Vec<Suggestion> {
    let mut zones = find(typed, now);
    if typed.trim().is_empty() {
        zones = WELL_KNOWN.iter().filter_map(|name| name.parse().ok()).collect();
    }
    let suggestion =
        |zone: &Zone| Suggestion { label: label(*zone, now), value: zone.name().to_owned() };
    zones.iter().take(SUGGESTIONS_MAX).map(suggestion).collect()
}

/// A zone and what its clock shows: `Europe/Berlin — 14:05`.
pub(crate) fn label(zone: Zone, now: Instant) -> String {
    format!(
        "{} — {}",
        zone.name().replace('_', " "),
        now.utc().with_timezone(&zone).format("%H:%M")
    )
}

/// The zones whose clock shows this time, give or take a few minutes.
pub(crate) fn showing(minutes: i64, now: Instant) -> Vec<Zone> {
    const TOLERANCE_MIN: i64 = 7;
    const DAY_MIN: i64 = 24 * 60;
    let fits = |zone: &Zone| {
        let wall = now.utc().with_timezone(zone).time();
        let shown = i64::from(wall.num_seconds_from_midnight()) / 60;
        let apart = (shown - minutes.rem_euclid(DAY_MIN)).rem_euclid(DAY_MIN);
        apart.min(DAY_MIN - apart) <= TOLERANCE_MIN
    };
    WELL_KNOWN.iter().filter_map(|name| name.parse().ok()).filter(fits).collect()
}

/// `14:05`, `9.30`, `8pm` as minutes since midnight.
pub(crate) fn clock_time(words: &str) -> Option<i64> {
    let (digits, shift) = match words.trim().to_lowercase() {
        text if text.ends_with("am") || text.ends_with("pm") => {
            let half = if text.ends_with("pm") { 12 } else { 0 };
            (text[..text.len() - 2].trim().to_owned(), Some(half))
        }
        text => (text, None),
    };
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => {
            (hours.parse::<i64>().ok()?, minutes.parse::<i64>().ok()?)
        }
        Some(_) => return None,
        // A bare number is a time only with am or pm.
        None => (shift.and(digits.parse::<i64>().ok())?, 0),
    };
    let hours = match shift {
        Some(half) if (1..=12).contains(&hours) => hours % 12 + half,
        Some(_) => return None,
        None => hours,
    };
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then(|| hours * 60 + minutes)
}

/// `UTC+2`, `gmt-5`: a zone of that whole offset, without summer time.
fn offset(words: &str) -> Option<Zone> {
    let rest = words.strip_prefix("utc").or_else(|| words.strip_prefix("gmt"))?.trim();
    let hours: i64 = rest.trim_end_matches(":00").parse().ok()?;
    if !(-14..=14).contains(&hours) {
        return None;
    }
    // In these names the sign is that of what has to be added to reach UTC.
    format!("Etc/GMT{:+}", -hours).parse().ok()
}

fn by_parts(words: &str) -> Vec<Zone> {
    let parts: Vec<&str> =
        words.split([' ', '/', '_', ',']).filter(|part| !part.is_empty()).collect();
    let names = || {
        chrono_tz::TZ_VARIANTS
            .iter()
            .copied()
            .filter(|zone| zone.name().contains('/') || zone.name() == "UTC")
    };
    let holds = |zone: &Zone| {
        let name = zone.name().to_lowercase();
        parts.iter().all(|part| name.contains(part))
    };
    let city = |zone: &Zone| {
        zone.name().rsplit('/').next().unwrap_or_default().to_lowercase().replace('_', " ")
    };
    let mut zones: Vec<Zone> = names().filter(holds).collect();
    // What begins with the words comes before what only holds them, and current names before old ones.
    zones.sort_by_key(|zone| {
        (!city(zone).starts_with(words), zone.name().matches('/').count(), zone.name())
    });
    if zones.iter().filter(|zone| city(zone) == words).count() == 1 {
        zones.retain(|zone| city(zone) == words);
    }
    zones
}

/// One letter off.
fn nearly(words: &str) -> Vec<Zone> {
    const LETTERS_MIN: usize = 4;
    if words.chars().count() < LETTERS_MIN {
        return vec![];
    }
    let city = |zone: &Zone| {
        zone.name().rsplit('/').next().unwrap_or_default().to_lowercase().replace('_', " ")
    };
    let close = |zone: &Zone| strsim::damerau_levenshtein(&city(zone), words) == 1;
    chrono_tz::TZ_VARIANTS.iter().copied().filter(close).collect()
}

/// What clocks on whole hours from UTC show now, in minutes since midnight.
pub(crate) fn hours_shown(now: Instant) -> impl Iterator<Item = i64> {
    let minute = i64::from(now.utc().minute());
    (0..24).map(move |hour| hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_772_366_400); // 2026-03-01T12:00:00Z

    fn first(words: &str) -> Option<&'static str> {
        find(words, NOW).first().map(|zone| zone.name())
    }

    #[test]
    fn whatever_people_type_finds_their_zone() {
        for (words, zone) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("berlin", "Europe/Berlin"),
            ("BERLIM", "Europe/Berlin"),
            ("new york", "America/New_York"),
            ("york new", "America/New_York"),
            ("EST", "America/New_York"),
            ("india", "Asia/Kolkata"),
            ("UTC+2", "Etc/GMT-2"),
            ("14:05", "Europe/Athens"),
            ("5:30pm", "Asia/Kolkata"),
        ] {
            assert_eq!(first(words), Some(zone), "{words}");
        }
        assert_eq!(first("xyzzy"), None);
        assert_eq!(first("utc-9223372036854775808"), None);
        assert_eq!(find("berlin", NOW).len(), 1);
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(clock_time("20:00"), Some(1200));
        assert_eq!(clock_time("9000000000000000000:00"), None);
        assert_eq!(clock_time("8pm"), Some(1200));
        assert_eq!(clock_time("12:30 am"), Some(30));
        assert_eq!(
            (clock_time("24:00"), clock_time("8"), clock_time("13pm"), clock_time("9:5")),
            (None, None, None, None)
        );
    }
}
