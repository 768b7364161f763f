//! Rules as people write them: how often, and on which days.

use engine::rules::{Cadence, Weekdays};

use crate::locale::Words;
use crate::parse::rhythm;
use crate::parse::token::{Token, tokens};

/// `daily`, `weekdays`, `mon, wed, fri`, `3 times a week`, `every 2 days`, `every day except sunday`, and the same in other
/// languages. None for what is no rhythm, or cannot be kept.
pub(crate) fn cadence(words: Words, written: &str) -> Option<Cadence> {
    if let Some(weekdays) = numbered(written) {
        return Some(Cadence::Daily { weekdays });
    }
    let rhythm = rhythm::read(words, written)?;
    rhythm.times_a_day.is_none().then_some(rhythm.cadence)
}

/// `daily`, `weekdays`, `weekend`, or names of days in any of our languages: `mon, wed, fri`.
pub(crate) fn weekdays(words: Words, written: &str) -> Option<Weekdays> {
    match cadence(words, written)? {
        Cadence::Daily { weekdays } => Some(weekdays),
        _ => None,
    }
}

/// `1 3 5`: days by their numbers, from Monday on.
fn numbered(written: &str) -> Option<Weekdays> {
    let tokens = tokens(written);
    let days = tokens.iter().filter(|token| !matches!(token, Token::Mark(',' | ';' | '/' | '+')));
    let day = |token: &Token| match token {
        Token::Number(digits) => digits.parse::<u8>().ok().filter(|day| (1..=7).contains(day)),
        _ => None,
    };
    let days: Vec<u8> = days.map(day).collect::<Option<_>>()?;
    // A number alone is how often, or when.
    if days.len() < 2 { None } else { Weekdays::of(days) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        assert_eq!(weekdays(Words::of("en"), "mon, wed,Friday"), Weekdays::of([1, 3, 5]));
        assert_eq!(weekdays(Words::of("en"), "Sa So"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays(Words::of("en"), "月曜、金曜"), Weekdays::of([1, 5]));
        assert_eq!(weekdays(Words::of("en"), "1 2 3 4 5"), Some(Weekdays::WORKDAYS));
        assert_eq!(weekdays(Words::of("en"), "सप्ताहांत"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays(Words::of("en"), "أيام العمل"), Some(Weekdays::WORKDAYS));
        for written in [
            "monday and friday",
            "Mondays, Fridays",
            "montag und freitag",
            "月曜日と金曜日",
            "lunes y viernes",
        ] {
            assert_eq!(weekdays(Words::of("en"), written), Weekdays::of([1, 5]), "{written}");
        }
        assert_eq!(weekdays(Words::of("en"), "every monday"), Weekdays::of([1]));
        assert_eq!(weekdays(Words::of("en"), "am Wochenende"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays(Words::of("en"), "毎週月曜日"), Weekdays::of([1]));
        assert_eq!(
            (weekdays(Words::of("en"), "土日"), weekdays(Words::of("en"), "月・水・金")),
            (Some(Weekdays::WEEKEND), Weekdays::of([1, 3, 5]))
        );
        assert_eq!(
            (weekdays(Words::of("en"), "الاثنين والجمعة"), weekdays(Words::of("en"), "كل يوم جمعة")),
            (Weekdays::of([1, 5]), Weekdays::of([5]))
        );
        assert_eq!(
            (
                weekdays(Words::of("en"), "every weekday"),
                weekdays(Words::of("en"), "todos los lunes")
            ),
            (Some(Weekdays::WORKDAYS), Weekdays::of([1]))
        );
        assert_eq!(
            (cadence(Words::of("en"), "every 2"), cadence(Words::of("en"), "every2days")),
            (Some(Cadence::EveryNDays { n: 2 }), Some(Cadence::EveryNDays { n: 2 }))
        );
        for odd in ["someday", "sometimes", "times", "not on sunday", "and"] {
            assert_eq!(cadence(Words::of("en"), odd), None, "{odd}");
        }
        assert_eq!(
            (
                weekdays(Words::of("en"), "sometimes"),
                weekdays(Words::of("en"), "8"),
                weekdays(Words::of("en"), ",")
            ),
            (None, None, None)
        );
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
            assert_eq!(cadence(Words::of("en"), words), want, "{words}");
        }
    }
}
