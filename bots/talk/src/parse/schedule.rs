//! Rules as people write them: how often, how much, from when to when.

use engine::rules::{Cadence, Weekdays};

use crate::parse::lexicon::{
    self, ALL_DAYS, DAY, EVERY, MONTH, OTHER, PAIRS, WEEK, WEEKDAY_FILLERS, WEEKDAY_LETTERS,
    WEEKDAY_PREFIXES, WEEKDAY_SEPARATORS, WEEKDAYS, WEEKEND, WORKDAYS,
};

pub(crate) const WEEK_START: u8 = 1;

/// `daily`, `weekdays`, `mon, wed, fri`, `3 times a week`, `every 2 days`, `10 times a month`, and the same in other
/// languages. None for what is no rhythm or cannot be kept.
pub(crate) fn cadence(words: &str) -> Option<Cadence> {
    let folded = words.trim().to_lowercase();
    if let Some(weekdays) = weekdays(&folded) {
        return Some(Cadence::Daily { weekdays });
    }
    let n = lexicon::number(&folded).or(lexicon::holds(&folded, &OTHER).then_some(2));
    let is_interval = !lexicon::is_times(&folded)
        && n.is_some_and(|n| n > 1)
        && (lexicon::holds(&folded, &EVERY) || lexicon::holds(&folded, &PAIRS));
    if is_interval && lexicon::holds(&folded, &WEEK) {
        let n = n.filter(|n| *n <= 52)?;
        return Some(Cadence::EveryNDays { n: n * 7 });
    }
    if is_interval && lexicon::holds(&folded, &MONTH) {
        return None;
    }
    if lexicon::holds(&folded, &WEEK) {
        let times = n.unwrap_or(1);
        return (1..=7)
            .contains(&times)
            .then_some(Cadence::Weekly { times, week_start: WEEK_START });
    }
    if lexicon::holds(&folded, &MONTH) {
        let times = n.unwrap_or(1);
        return (1..=28).contains(&times).then_some(Cadence::Monthly { times });
    }
    if lexicon::holds(&folded, &EVERY) || lexicon::holds(&folded, &DAY) {
        return match n {
            None | Some(1) if lexicon::holds(&folded, &DAY) => Some(Cadence::EVERY_DAY),
            Some(n @ 2..=366) => Some(Cadence::EveryNDays { n }),
            _ => None,
        };
    }
    None
}

/// `daily`, `weekdays`, `weekend`, or names of days in any of our languages: `mon, wed, fri`.
pub(crate) fn weekdays(words: &str) -> Option<Weekdays> {
    let folded = words.trim().to_lowercase();
    let is_between = |c: char| {
        matches!(c, ',' | ' ' | '/' | '+' | '&')
            || lexicon::position_of(c, &WEEKDAY_SEPARATORS).is_some()
    };
    let bare = WEEKDAY_PREFIXES.iter().find_map(|before| folded.strip_prefix(before));
    let bare = bare.unwrap_or(&folded);
    let parts =
        bare.split(is_between).filter(|word| !word.is_empty() && !WEEKDAY_FILLERS.contains(word));
    let said: Vec<&str> = parts.collect();
    // 土日 and 月・水 are days, while 月 alone is a month.
    let letters: Vec<u8> = said
        .concat()
        .chars()
        .filter_map(|c| Some(lexicon::position_of(c, &WEEKDAY_LETTERS)? as u8 + 1))
        .collect();
    if letters.len() > 1 && letters.len() == said.concat().chars().count() {
        return Weekdays::of(letters);
    }
    // "Every 2" is an interval.
    let is_numbered = !lexicon::holds(&folded, &EVERY);
    let phrase = if said.is_empty() { folded.clone() } else { said.join(" ") };
    match (folded.as_str(), phrase.as_str()) {
        (whole, phrase) if ALL_DAYS.contains(&whole) || ALL_DAYS.contains(&phrase) => {
            return Some(Weekdays::ALL);
        }
        (_, phrase) if WORKDAYS.contains(&phrase) => return Some(Weekdays::WORKDAYS),
        (_, phrase) if WEEKEND.contains(&phrase) => return Some(Weekdays::WEEKEND),
        _ => {}
    }
    let number = |word: &&str| {
        let is_meant = |name: &&str| {
            let is_start = word.chars().count() >= 2 && name.starts_with(*word);
            let many = word.strip_suffix('s').or_else(|| word.strip_suffix('日'));
            let joined = word.strip_prefix('و').unwrap_or(word);
            is_start
                || many == Some(*name)
                || joined == *name
                || name.strip_prefix("ال") == Some(joined)
        };
        let named = WEEKDAYS.iter().position(|names| names.iter().any(is_meant));
        named.map(|n| n as u8 + 1).or(word.parse().ok().filter(|_| is_numbered))
    };
    let days: Option<Vec<u8>> = said.iter().map(number).collect();
    Weekdays::of(days?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        assert_eq!(weekdays("mon, wed,Friday"), Weekdays::of([1, 3, 5]));
        assert_eq!(weekdays("Sa So"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays("月曜、金曜"), Weekdays::of([1, 5]));
        assert_eq!(weekdays("1 2 3 4 5"), Some(Weekdays::WORKDAYS));
        assert_eq!(weekdays("सप्ताहांत"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays("أيام العمل"), Some(Weekdays::WORKDAYS));
        for written in [
            "monday and friday",
            "Mondays, Fridays",
            "montag und freitag",
            "月曜日と金曜日",
            "lunes y viernes",
        ] {
            assert_eq!(weekdays(written), Weekdays::of([1, 5]), "{written}");
        }
        assert_eq!(weekdays("every monday"), Weekdays::of([1]));
        assert_eq!(weekdays("am Wochenende"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays("毎週月曜日"), Weekdays::of([1]));
        assert_eq!(
            (weekdays("土日"), weekdays("月・水・金")),
            (Some(Weekdays::WEEKEND), Weekdays::of([1, 3, 5]))
        );
        assert_eq!(
            (weekdays("الاثنين والجمعة"), weekdays("كل يوم جمعة")),
            (Weekdays::of([1, 5]), Weekdays::of([5]))
        );
        assert_eq!(
            (weekdays("every weekday"), weekdays("todos los lunes")),
            (Some(Weekdays::WORKDAYS), Weekdays::of([1]))
        );
        assert_eq!(
            (cadence("every 2"), cadence("every2days")),
            (Some(Cadence::EveryNDays { n: 2 }), Some(Cadence::EveryNDays { n: 2 }))
        );
        for odd in ["someday", "sometimes", "times", "not on sunday", "and"] {
            assert_eq!(cadence(odd), None, "{odd}");
        }
        assert_eq!((weekdays("sometimes"), weekdays("8"), weekdays(",")), (None, None, None));
    }

    #[test]
    fn rhythms_are_read_in_several_languages() {
        let weekly = |times| Some(Cadence::Weekly { times, week_start: 1 });
        for (words, want) in [
            ("3 times a week", weekly(3)),
            ("3x pro Woche", weekly(3)),
            ("2 veces por semana", weekly(2)),
            ("週3回", weekly(3)),
            ("weekly", weekly(1)),
            ("every 3 days", Some(Cadence::EveryNDays { n: 3 })),
            ("alle 2 Tage", Some(Cadence::EveryNDays { n: 2 })),
            ("every other day", Some(Cadence::EveryNDays { n: 2 })),
            ("10 times a month", Some(Cadence::Monthly { times: 10 })),
            ("every day", Some(Cadence::EVERY_DAY)),
            ("twice a week", weekly(2)),
            ("مرتين في الأسبوع", weekly(2)),
            ("كل يومين", Some(Cadence::EveryNDays { n: 2 })),
            ("three times a week", weekly(3)),
            ("dreimal pro Woche", weekly(3)),
            ("tres veces por semana", weekly(3)),
            ("हर हफ़्ते 3 बार", weekly(3)),
            ("毎週3回", weekly(3)),
            ("every week", weekly(1)),
            ("once a week", weekly(1)),
            ("every 2 weeks", Some(Cadence::EveryNDays { n: 14 })),
            ("every other week", Some(Cadence::EveryNDays { n: 14 })),
            ("alle zwei Wochen", Some(Cadence::EveryNDays { n: 14 })),
            ("2週間ごと", Some(Cadence::EveryNDays { n: 14 })),
            ("كل أسبوعين", Some(Cadence::EveryNDays { n: 14 })),
            ("every three days", Some(Cadence::EveryNDays { n: 3 })),
            ("二日ごと", Some(Cadence::EveryNDays { n: 2 })),
            ("every 2 months", None),
            ("8 times a week", None),
            ("now and then", None),
        ] {
            assert_eq!(cadence(words), want, "{words}");
        }
    }
}
