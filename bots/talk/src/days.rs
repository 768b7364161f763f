//! Days as people name them: today, yesterday, a date.

use crate::command::{Call, Command};
use crate::words::Words;
use crate::{Suggestion, choose};
use chrono::NaiveDate;
use engine::Error;
use engine::rules::{Day, Named};

/// Days that are offered while somebody types.
const OFFERED: i32 = 8;

/// `today`, `yesterday`, `2026-11-22`, `22.11.2026`, or the words for them in any language.
pub(crate) fn named(words: &str) -> Option<Named> {
    let folded = words.trim().to_lowercase();
    let is = |key: &str| {
        crate::LANGUAGES
            .iter()
            .any(|(language, _)| Words::of(language).plain(key, &[]).to_lowercase() == folded)
    };
    if folded == "today" || is("choice-today") {
        return Some(Named::Now);
    }
    if folded == "yesterday" || is("choice-yesterday") {
        return Some(Named::DaysAgo(1));
    }
    date(&folded).map(Named::Date)
}

/// A date as people write it, year first or day first.
pub(crate) fn date(words: &str) -> Option<Day> {
    let formats = ["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y"];
    let date =
        formats.iter().find_map(|format| NaiveDate::parse_from_str(words.trim(), format).ok());
    date.map(Day::from)
}

/// What a day is called on another: by its weekday within a week, otherwise by its date.
pub(crate) fn called(words: Words, day: Day, on: Day) -> String {
    if (day.0 - on.0).abs() < 7 {
        return words.plain(&format!("weekday-{}", day.weekday()), &[]);
    }
    day.to_string()
}

/// The last days, newest first: by the clock of the event that is named, and where only so many can be filled in,
/// only those. Today and yesterday are said as such, so that the clock of the event decides.
pub(crate) async fn suggest(
    call: &Call<'_>,
    command: &Command,
    typed: &str,
) -> Result<Vec<Suggestion>, Error> {
    let named = match call.arg("event") {
        Some(words) => choose::exactly(call, words).await?,
        None => None,
    };
    let clock = named.as_ref().and_then(|event| event.rules.setting());
    let today = clock.unwrap_or(call.person.setting).day_of(call.now());
    let offered = match &named {
        _ if !command.offers_due => OFFERED,
        Some(event) => event.rules.backfill_days + 1,
        None => 2,
    };
    let day = |ago: i32| {
        let date = today.plus(-ago).to_string();
        let choice = |day: &str| Suggestion {
            label: call.words.plain(&format!("choice-{day}"), &[]),
            value: day.to_owned(),
        };
        match ago {
            0 => choice("today"),
            1 => choice("yesterday"),
            _ => Suggestion { label: date.clone(), value: date },
        }
    };
    let typed = typed.trim().to_lowercase();
    Ok((0..offered.min(OFFERED))
        .map(day)
        .filter(|day| day.label.to_lowercase().contains(&typed) || day.value.contains(&typed))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_as_people_write_them() {
        let day = Day::from(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        for written in ["2026-11-22", "22.11.2026", "2026/11/22", "22/11/2026"] {
            assert_eq!(named(written), Some(Named::Date(day)), "{written}");
        }
        assert_eq!(named("Today"), Some(Named::Now));
        assert_eq!(named(" gestern "), Some(Named::DaysAgo(1)));
        assert_eq!(named("someday"), None);
    }
}
