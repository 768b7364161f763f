//! Rules as people write them: how often, how much, from when to when.

use crate::{Words, amounts, days};
use engine::rules::goal::{Aggregate, Compare, Metric, Need, TASKS_MAX, Task, TaskGoal};
use engine::rules::{Cadence, Day, Goal, Scope, Weekdays};

const WEEK: &[&str] =
    &["week", "woche", "wöchentlich", "semana", "सप्ताह", "हफ़्ते", "हफ्ते", "週", "أسبوع", "أسابيع"];
const MONTH: &[&str] = &["month", "monat", "mes", "महीन", "माह", "月", "شهر"];
const DAY: &[&str] = &["day", "daily", "tag", "täglich", "día", "dia", "दिन", "रोज़", "日", "يوم"];
const EVERY: &[&str] = &["every", "each", "alle", "jeden", "cada", "हर", "毎", "ごと", "كل"];
const OTHER: &[&str] = &["other", "second", "zweiten", "otro", "दूसरे", "隔日", "آخر"];
const PER: &[&str] = &[
    " a ",
    " per ",
    " each ",
    " every ",
    "/",
    " pro ",
    " je ",
    " am ",
    " por ",
    " al ",
    " a la ",
    " प्रति ",
    " हर ",
    " في ",
];
const ALL: &[&str] = &["all", "alle", "todas", "todo", "सब", "全部", "すべて", "الكل"];
const ANY: &[&str] = &["any", "eine", "una", "कोई एक", "कोई", "どれか", "أي"];
const WEEK_START: u8 = 1;

fn holds(words: &str, any: &[&str]) -> bool {
    any.iter().any(|word| words.contains(word))
}

const TWICE: &[&str] =
    &["twice", "zweimal", "dos veces", "दो बार", "二回", "مرتين", "يومين", "أسبوعين"];

/// The first number in these words, in digits or as the word for twice.
fn number(words: &str) -> Option<u32> {
    if holds(words, TWICE) {
        return Some(2);
    }
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let rest = &words[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// `daily`, `weekdays`, `mon, wed, fri`, `3 times a week`, `every 2 days`, `10 times a month`, and the same in other
/// languages. None for what is no rhythm or cannot be kept.
pub(crate) fn cadence(words: &str) -> Option<Cadence> {
    let folded = words.trim().to_lowercase();
    if let Some(weekdays) = weekdays(&folded) {
        return Some(Cadence::Daily { weekdays });
    }
    let n = number(&folded);
    if holds(&folded, WEEK) {
        let times = n.unwrap_or(1);
        return (1..=7)
            .contains(&times)
            .then_some(Cadence::Weekly { times, week_start: WEEK_START });
    }
    if holds(&folded, MONTH) {
        let times = n.unwrap_or(1);
        return (1..=28).contains(&times).then_some(Cadence::Monthly { times });
    }
    if holds(&folded, EVERY) || holds(&folded, DAY) {
        let n = n.or(holds(&folded, OTHER).then_some(2));
        return match n {
            None | Some(1) if holds(&folded, DAY) => Some(Cadence::EVERY_DAY),
            Some(n @ 2..=366) => Some(Cadence::EveryNDays { n }),
            _ => None,
        };
    }
    None
}

/// `daily`, `weekdays`, `weekend`, or names of days in any of our languages: `mon, wed, fri`.
pub(crate) fn weekdays(words: &str) -> Option<Weekdays> {
    const NAMES: [[&str; 6]; 7] = [
        ["monday", "montag", "lunes", "सोमवार", "月曜", "الاثنين"],
        ["tuesday", "dienstag", "martes", "मंगलवार", "火曜", "الثلاثاء"],
        ["wednesday", "mittwoch", "miércoles", "बुधवार", "水曜", "الأربعاء"],
        ["thursday", "donnerstag", "jueves", "गुरुवार", "木曜", "الخميس"],
        ["friday", "freitag", "viernes", "शुक्रवार", "金曜", "الجمعة"],
        ["saturday", "samstag", "sábado", "शनिवार", "土曜", "السبت"],
        ["sunday", "sonntag", "domingo", "रविवार", "日曜", "الأحد"],
    ];
    match words.trim().to_lowercase().as_str() {
        "daily" | "every day" | "everyday" | "all" | "täglich" | "diario" | "cada día" | "रोज़"
        | "हर दिन" | "毎日" | "يوميا" | "كل يوم" => {
            return Some(Weekdays::ALL);
        }
        "weekdays"
        | "workdays"
        | "werktags"
        | "laborables"
        | "कामकाजी दिन"
        | "平日"
        | "أيام العمل" => {
            return Some(Weekdays::WORKDAYS);
        }
        "weekend"
        | "weekends"
        | "wochenende"
        | "fin de semana"
        | "सप्ताहांत"
        | "週末"
        | "نهاية الأسبوع" => {
            return Some(Weekdays::WEEKEND);
        }
        _ => {}
    }
    let number = |word: &str| {
        let word = word.to_lowercase();
        let is_start = |name: &&str| word.chars().count() >= 2 && name.starts_with(&word);
        let named = NAMES.iter().position(|names| names.iter().any(is_start));
        named.map(|n| n as u8 + 1).or(word.parse().ok())
    };
    let separators = [',', ' ', '/', '+', '、', '،'];
    let days: Option<Vec<u8>> =
        words.split(separators).filter(|word| !word.is_empty()).map(number).collect();
    Weekdays::of(days?)
}

/// A goal in numbers, and over how long it is counted: `20 km a week`, or a number with its unit beside it.
pub(crate) struct Amount {
    pub(crate) metric: Metric,
    pub(crate) cadence: Cadence,
    pub(crate) scope: Scope,
}

/// Reads `20 km a week`, `8 glasses per day`. None where it is no such thing: then it is only words.
pub(crate) fn amount(words: Words, written: &str) -> Option<Amount> {
    let folded = written.trim().to_lowercase();
    let per = PER.iter().filter_map(|per| folded.rfind(per).map(|at| (at, per.len()))).max()?;
    let (head, period) = (written.trim().get(..per.0)?, folded.get(per.0 + per.1 - 1..)?);
    let (cadence, scope) = if holds(period, WEEK) {
        (Cadence::Weekly { times: 1, week_start: WEEK_START }, Scope::Period)
    } else if holds(period, MONTH) {
        (Cadence::Monthly { times: 1 }, Scope::Period)
    } else if holds(period, DAY) {
        (Cadence::EVERY_DAY, Scope::Day)
    } else {
        return None;
    };
    let target_milli = amounts::parse(words, head)?;
    let starts = |c: char| !(c.is_numeric() || matches!(c, '.' | ',' | ' '));
    let unit = head.find(starts).map(|at| head[at..].trim()).filter(|unit| !unit.is_empty())?;
    let metric = metric(target_milli, unit, "sum");
    Some(Amount { metric, cadence, scope })
}

/// `sum`, `max` or `most` of a unit.
pub(crate) fn metric(target_milli: i64, unit: &str, count: &str) -> Metric {
    let (agg, cmp) = match count {
        "max" => (Aggregate::Max, Compare::AtLeast),
        "most" => (Aggregate::Sum, Compare::AtMost),
        _ => (Aggregate::Sum, Compare::AtLeast),
    };
    Metric { agg, cmp, target_milli, unit: unit.to_owned() }
}

/// Tasks by name, with a number and unit where they have one: `stretch, water 2 l, read`. At most 20, no two alike.
pub(crate) fn tasks(words: Words, written: &str, need: Option<&str>) -> Option<Goal> {
    let names =
        written.split([',', ';', '\n', '、', '،']).map(str::trim).filter(|name| !name.is_empty());
    let mut tasks: Vec<Task> = vec![];
    for name in names {
        let measured = name.rsplit_once(char::is_whitespace).and_then(|(rest, unit)| {
            let (id, number) = rest.rsplit_once(char::is_whitespace)?;
            let is_number = number.chars().next().is_some_and(char::is_numeric);
            let target = amounts::parse(words, number).filter(|_| is_number)?;
            Some((id.trim(), metric(target, unit, "sum")))
        });
        let (id, goal) = match measured {
            Some((id, metric)) => (id, TaskGoal::Metric(metric)),
            None => (name, TaskGoal::Check),
        };
        if tasks.iter().any(|known| known.id.eq_ignore_ascii_case(id)) {
            return None;
        }
        tasks.push(Task { id: id.to_owned(), goal });
    }
    let need = match need.map(str::to_lowercase).as_deref() {
        None => Need::All,
        Some(word) if ALL.contains(&word) => Need::All,
        Some(word) if ANY.contains(&word) => Need::Any,
        Some(n) => Need::Count(number(n)?),
    };
    let is_possible = !matches!(need, Need::Count(n) if n == 0 || n as usize > tasks.len());
    let is_some = !tasks.is_empty() && tasks.len() <= TASKS_MAX && is_possible;
    is_some.then_some(Goal::Tasks { need, tasks })
}

/// A day from today on: a date, or a number of days or weeks from today.
pub(crate) fn day_ahead(words: &str, today: Day) -> Option<Day> {
    if let Some(day) = days::date(words) {
        return Some(day);
    }
    let folded = words.trim().to_lowercase();
    let n = i32::try_from(number(&folded)?).ok().filter(|n| (1..=3660).contains(n))?;
    if holds(&folded, WEEK) {
        return Some(today.plus(n * 7 - 1));
    }
    if holds(&folded, MONTH) {
        return Some(today.plus(n * 30 - 1));
    }
    holds(&folded, DAY).then(|| today.plus(n - 1))
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
            ("8 times a week", None),
            ("now and then", None),
        ] {
            assert_eq!(cadence(words), want, "{words}");
        }
    }

    #[test]
    fn amounts_have_a_unit_and_a_period() {
        let en = Words::of("en");
        let read = |written| {
            amount(en, written).map(|amount| {
                (amount.metric.target_milli, amount.metric.unit, amount.scope == Scope::Period)
            })
        };
        assert_eq!(read("20 km a week"), Some((20_000, "km".to_owned(), true)));
        assert_eq!(
            read("8 glasses of water per day"),
            Some((8000, "glasses of water".to_owned(), false))
        );
        assert_eq!(read("30 Minuten am Tag"), Some((30_000, "Minuten".to_owned(), false)));
        assert_eq!(
            (read("20 pages"), read("be kind every day"), read("20 a week")),
            (None, None, None)
        );
    }

    #[test]
    fn tasks_have_names_and_perhaps_amounts() {
        let en = Words::of("en");
        let Some(Goal::Tasks { need, tasks: found }) =
            tasks(en, "stretch, water 2 l, read", Some("2"))
        else {
            panic!("three tasks")
        };
        assert_eq!((need, found.len()), (Need::Count(2), 3));
        assert_eq!(found[1].id, "water");
        assert_eq!(found[1].goal, TaskGoal::Metric(metric(2000, "l", "sum")));
        for (written, want) in [("ALL", Need::All), ("alle", Need::All), ("どれか", Need::Any)] {
            let Some(Goal::Tasks { need, .. }) = tasks(en, "read, write", Some(written)) else {
                panic!("{written}")
            };
            assert_eq!(need, want, "{written}");
        }
        assert!(tasks(en, "read, Read", None).is_none());
        assert!(tasks(en, "read, write", Some("3")).is_none());
        assert!(tasks(en, " , ", None).is_none());
    }

    #[test]
    fn an_end_is_a_date_or_so_far_away() {
        let today = Day(100);
        assert_eq!(day_ahead("2 weeks", today), Some(Day(113)));
        assert_eq!(day_ahead("30 Tage", today), Some(Day(129)));
        assert_eq!(day_ahead("1970-05-01", today), Some(Day(120)));
        assert_eq!((day_ahead("soon", today), day_ahead("0 days", today)), (None, None));
    }
}
