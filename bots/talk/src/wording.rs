//! Rules as people write them: how often, how much, from when to when.

use crate::{Words, amounts, days};
use engine::rules::goal::{Aggregate, Compare, Metric, Need, TASKS_MAX, Task, TaskGoal};
use engine::rules::{Cadence, Day, Goal, Scope, Weekdays};

const WEEK: &[&str] = &[
    "week",
    "weeks",
    "weekly",
    "woche",
    "wochen",
    "wöchentlich",
    "semana",
    "semanas",
    "semanal",
    "semanales",
    "semanalmente",
    "सप्ताह",
    "हफ़्ते",
    "हफ्ते",
    "週",
    "أسبوع",
    "أسابيع",
];
const MONTH: &[&str] = &[
    "month",
    "months",
    "monthly",
    "monat",
    "monate",
    "monaten",
    "monatlich",
    "mes",
    "meses",
    "mensual",
    "mensuales",
    "mensualmente",
    "महीन",
    "माह",
    "月",
    "شهر",
];
const DAY: &[&str] = &[
    "day",
    "days",
    "daily",
    "tag",
    "tage",
    "tagen",
    "täglich",
    "día",
    "días",
    "diario",
    "diaria",
    "diarias",
    "diariamente",
    "dia",
    "dias",
    "दिन",
    "रोज़",
    "日",
    "يوم",
];
const EVERY: &[&str] = &[
    "every", "each", "alle", "jede", "jeden", "jeder", "jedes", "cada", "हर", "毎", "ごと", "隔",
    "كل",
];
const OTHER: &[&str] = &[
    "other",
    "second",
    "zweite",
    "zweiten",
    "zweiter",
    "zweites",
    "otro",
    "otra",
    "दूसरे",
    "隔",
    "آخر",
];
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

/// Whether one of these is among some words: as a word of its own where the script parts words by blanks and joins
/// nothing to them.
fn holds(words: &str, any: &[&str]) -> bool {
    const LATIN_END: char = '\u{250}';
    let is_there = |word: &&str| match word.chars().all(|c| c < LATIN_END) {
        true => words.split(|c: char| !c.is_alphabetic()).any(|known| known == *word),
        false => words.contains(*word),
    };
    any.iter().any(is_there)
}

/// Words that say how many times, of whatever they say it.
const TWICE: &[&str] = &["twice", "zweimal", "مرتين"];
/// Two days, two weeks, two months in one word.
const PAIRS: &[&str] = &["يومين", "أسبوعين", "شهرين"];
/// The numbers from one on, as words that stand alone.
const NUMBERS: [&[&str]; 10] = [
    &["one", "once", "ein", "eine", "einen", "einmal", "un", "una", "एक", "مرة"],
    &["two", "zwei", "dos", "दो"],
    &["three", "thrice", "drei", "dreimal", "tres", "तीन", "ثلاث", "ثلاثة"],
    &["four", "vier", "viermal", "cuatro", "चार", "أربع", "أربعة"],
    &["five", "fünf", "fünfmal", "cinco", "पाँच", "पांच", "خمس", "خمسة"],
    &["six", "sechs", "sechsmal", "seis", "छह", "छः", "ست", "ستة"],
    &["seven", "sieben", "siebenmal", "siete", "सात", "سبع", "سبعة"],
    &["eight", "acht", "achtmal", "ocho", "आठ", "ثماني", "ثمانية"],
    &["nine", "neun", "neunmal", "nueve", "नौ", "تسع", "تسعة"],
    &["ten", "zehn", "zehnmal", "diez", "दस", "عشر", "عشرة"],
];
const KANJI: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// The first number in these words, in digits or as a word up to ten.
fn number(words: &str) -> Option<u32> {
    if let Some(start) = words.find(|c: char| c.is_ascii_digit()) {
        let rest = &words[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        return rest[..end].parse().ok();
    }
    if holds(words, TWICE) || holds(words, PAIRS) {
        return Some(2);
    }
    let word = |word: &str| NUMBERS.iter().position(|names| names.contains(&word));
    let kanji = || words.chars().find_map(|c| KANJI.iter().position(|known| *known == c));
    let n = words.split_whitespace().find_map(word).or_else(kanji)?;
    u32::try_from(n + 1).ok()
}

/// Whether a number says how often in a period, not in how many of them: `3 times a week`, `3x`.
fn is_times(words: &str) -> bool {
    let is_x = words
        .char_indices()
        .any(|(at, c)| c == 'x' && words[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()));
    let is_named = words.split_whitespace().any(|word| {
        TIMES.contains(&word) || word.strip_suffix("mal").is_some_and(|rest| !rest.is_empty())
    });
    is_x || is_named || holds(words, &["回", "مرتين", "twice", "once"])
}

/// `daily`, `weekdays`, `mon, wed, fri`, `3 times a week`, `every 2 days`, `10 times a month`, and the same in other
/// languages. None for what is no rhythm or cannot be kept.
pub(crate) fn cadence(words: &str) -> Option<Cadence> {
    let folded = words.trim().to_lowercase();
    if let Some(weekdays) = weekdays(&folded) {
        return Some(Cadence::Daily { weekdays });
    }
    let n = number(&folded).or(holds(&folded, OTHER).then_some(2));
    let is_interval = !is_times(&folded)
        && n.is_some_and(|n| n > 1)
        && (holds(&folded, EVERY) || holds(&folded, PAIRS));
    if is_interval && holds(&folded, WEEK) {
        let n = n.filter(|n| *n <= 52)?;
        return Some(Cadence::EveryNDays { n: n * 7 });
    }
    if is_interval && holds(&folded, MONTH) {
        return None;
    }
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
    // What says nothing about which days.
    const FILLERS: &[&str] = &[
        "and", "on", "every", "each", "und", "am", "an", "jeden", "jeder", "y", "los", "el",
        "cada", "todos", "और", "हर", "को", "و", "كل", "يوم",
    ];
    const KANJI_DAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];
    let folded = words.trim().to_lowercase();
    let separators = [',', ' ', '/', '+', '&', '、', 'と', '・', '،'];
    let bare = folded.strip_prefix("毎週").unwrap_or(&folded);
    let parts = bare.split(separators).filter(|word| !word.is_empty() && !FILLERS.contains(word));
    let said: Vec<&str> = parts.collect();
    // 土日 and 月・水 are days, while 月 alone is a month.
    let kanji: Vec<u8> = said
        .concat()
        .chars()
        .filter_map(|c| Some(KANJI_DAYS.iter().position(|day| *day == c)? as u8 + 1))
        .collect();
    if kanji.len() > 1 && kanji.len() == said.concat().chars().count() {
        return Weekdays::of(kanji);
    }
    // "Every 2" is an interval.
    let is_numbered = !holds(&folded, EVERY);
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
        let named = NAMES.iter().position(|names| names.iter().any(is_meant));
        named.map(|n| n as u8 + 1).or(word.parse().ok().filter(|_| is_numbered))
    };
    let days: Option<Vec<u8>> = said.iter().map(number).collect();
    Weekdays::of(days?)
}

const ALL_DAYS: &[&str] = &[
    "daily",
    "every day",
    "everyday",
    "all",
    "täglich",
    "diario",
    "cada día",
    "रोज़",
    "हर दिन",
    "毎日",
    "يوميا",
    "كل يوم",
];
const WORKDAYS: &[&str] = &[
    "weekday",
    "weekdays",
    "workdays",
    "werktag",
    "werktagen",
    "entre semana",
    "werktags",
    "laborables",
    "कामकाजी दिन",
    "平日",
    "أيام العمل",
];
const WEEKEND: &[&str] = &[
    "weekend",
    "weekends",
    "wochenende",
    "wochenenden",
    "fin de semana",
    "fines de semana",
    "सप्ताहांत",
    "週末",
    "نهاية الأسبوع",
];

/// What is asked for, how often, and over how long it is counted.
pub(crate) struct Aim {
    pub(crate) goal: Goal,
    pub(crate) cadence: Cadence,
    pub(crate) scope: Scope,
}

/// Phrases that say over how long something is counted, before the amount or behind it.
const OVER_DAY: &[&str] = &[
    "daily",
    "täglich",
    "diarias",
    "diarios",
    "diario",
    "diariamente",
    "रोज़",
    "हर दिन",
    "दिन में",
    "1日",
    "一日",
    "毎日",
    "يوميا",
    "يوميًا",
];
const OVER_WEEK: &[&str] = &[
    "weekly",
    "wöchentlich",
    "semanales",
    "semanalmente",
    "सप्ताह में",
    "हफ़्ते में",
    "हफ्ते में",
    "毎週",
    "週に",
    "週",
    "أسبوعيا",
    "أسبوعيًا",
];
const OVER_MONTH: &[&str] = &[
    "monthly",
    "monatlich",
    "mensuales",
    "mensualmente",
    "महीने में",
    "毎月",
    "月に",
    "月",
    "شهريا",
    "شهريًا",
];
/// A limit instead of a goal, before the amount or behind it.
const AT_MOST: &[&str] = &[
    "at most",
    "up to",
    "no more than",
    "maximum",
    "max",
    "höchstens",
    "maximal",
    "como máximo",
    "máximo",
    "ज़्यादा से ज़्यादा",
    "अधिकतम",
    "最大",
    "以下",
    "まで",
    "على الأكثر",
    "بحد أقصى",
];
const AT_LEAST: &[&str] = &[
    "at least",
    "mindestens",
    "al menos",
    "como mínimo",
    "कम से कम",
    "少なくとも",
    "以上",
    "على الأقل",
];
/// What is counted without being an amount.
const TIMES: &[&str] = &["times", "time", "x", "mal", "veces", "vez", "बार", "回", "مرات", "مرة"];

/// What is left of these words without one of the phrases at their beginning or end.
fn without<'w>(words: &'w str, phrases: &[&str]) -> Option<&'w str> {
    let rest = |phrase: &&str| {
        let n = phrase.len();
        let (head, tail) = (words.get(..n), words.len().checked_sub(n).map(|at| words.get(at..)));
        // Words that are written apart end at a blank.
        let is_whole = |edge: Option<char>| {
            edge.is_none_or(|c| !c.is_ascii_alphabetic()) || !phrase.is_ascii()
        };
        if head.is_some_and(|head| head.to_lowercase() == **phrase) {
            let rest = &words[n..];
            // A weekday is no period.
            let is_weekday = rest.starts_with(['曜', '間']);
            return (is_whole(rest.chars().next()) && !is_weekday).then(|| rest.trim());
        }
        if tail.flatten().is_some_and(|tail| tail.to_lowercase() == **phrase) {
            let rest = &words[..words.len() - n];
            return is_whole(rest.chars().next_back()).then(|| rest.trim());
        }
        None
    };
    phrases.iter().find_map(rest)
}

/// An amount with its unit, and whether it is a limit: `20 km`, `at most 2 cups`.
fn measured(words: Words, written: &str, count: Option<&str>) -> Option<Metric> {
    let written = written.trim();
    let (head, usual) = match (without(written, AT_MOST), without(written, AT_LEAST)) {
        (Some(rest), _) => (rest, "most"),
        (None, Some(rest)) => (rest, "sum"),
        (None, None) => (written, "sum"),
    };
    let target_milli = amounts::parse(words, head)?;
    let starts = |c: char| !(c.is_numeric() || matches!(c, '.' | ',' | ' '));
    let unit = head.find(starts).map(|at| head[at..].trim()).filter(|unit| !unit.is_empty())?;
    Some(metric(target_milli, unit, count.unwrap_or(usual)))
}

/// An amount without a period: `20 km`.
pub(crate) fn amount(words: Words, written: &str, count: Option<&str>) -> Option<Goal> {
    const UNIT_WORDS_MAX: usize = 2;
    let metric = measured(words, written, count)?;
    let unit: Vec<&str> = metric.unit.split_whitespace().collect();
    // "5am club" and "100 days of code" are names.
    let is_unit = unit.len() <= UNIT_WORDS_MAX
        && unit.iter().all(|word| word.chars().all(char::is_alphabetic))
        && !matches!(unit.first(), Some(&("am" | "pm" | "uhr" | "Uhr")));
    is_unit.then(|| match times(&metric) {
        Some(n) => Goal::Count { n },
        None => Goal::Metric(metric),
    })
}

/// How many times, where that is all an amount says.
fn times(metric: &Metric) -> Option<u32> {
    let is_count = TIMES.contains(&metric.unit.to_lowercase().as_str())
        && metric.cmp == Compare::AtLeast
        && metric.target_milli % 1000 == 0;
    u32::try_from(metric.target_milli / 1000).ok().filter(|_| is_count)
}

/// Reads `20 km a week`, `at most 2 cups per day`, `3 times a day`. None where it is no such thing: then it is only
/// words. `count` says how amounts count, where it is said apart.
pub(crate) fn aim(words: Words, written: &str, count: Option<&str>) -> Option<Aim> {
    let written = written.trim();
    let folded = written.to_lowercase();
    let per = PER.iter().filter_map(|per| folded.rfind(per).map(|at| (at, per.len()))).max();
    let spoken = per.and_then(|(at, length)| {
        let (head, period) = (written.get(..at)?, folded.get(at + length - 1..)?);
        [(WEEK, OVER_WEEK), (MONTH, OVER_MONTH), (DAY, OVER_DAY)]
            .into_iter()
            .find(|(names, _)| holds(period, names))
            .map(|(_, over)| (head, over))
    });
    let (head, over) = spoken.or_else(|| {
        [OVER_DAY, OVER_WEEK, OVER_MONTH]
            .into_iter()
            .find_map(|over| without(written, over).map(|head| (head, over)))
    })?;
    let metric = measured(words, head, count)?;
    let (cadence, scope) = match over {
        over if over == OVER_WEEK => {
            (Cadence::Weekly { times: 1, week_start: WEEK_START }, Scope::Period)
        }
        over if over == OVER_MONTH => (Cadence::Monthly { times: 1 }, Scope::Period),
        _ => (Cadence::EVERY_DAY, Scope::Day),
    };
    Some(match (times(&metric), &cadence) {
        // So many days of a week or a month are a rhythm.
        (Some(times @ 1..=7), Cadence::Weekly { week_start, .. }) => {
            let cadence = Cadence::Weekly { times, week_start: *week_start };
            Aim { goal: Goal::Check, cadence, scope: Scope::Day }
        }
        (Some(times @ 1..=28), Cadence::Monthly { .. }) => {
            Aim { goal: Goal::Check, cadence: Cadence::Monthly { times }, scope: Scope::Day }
        }
        (Some(1), _) => Aim { goal: Goal::Check, cadence, scope },
        (Some(n), _) => Aim { goal: Goal::Count { n }, cadence, scope },
        (None, _) => Aim { goal: Goal::Metric(metric), cadence, scope },
    })
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

/// Tasks by name, with an amount where they have one: `stretch, water 2 l, coffee at most 2 cups, squats 3 times`. At
/// most 20, no two alike. `count` says how amounts count, where it is said apart.
pub(crate) fn tasks(
    words: Words,
    written: &str,
    need: Option<&str>,
    count: Option<&str>,
) -> Option<Goal> {
    let names =
        written.split([',', ';', '\n', '、', '،']).map(str::trim).filter(|name| !name.is_empty());
    let mut tasks: Vec<Task> = vec![];
    for name in names {
        let (id, goal) = task(words, name, count).unwrap_or((name, TaskGoal::Check));
        if tasks.iter().any(|known| known.id.to_lowercase() == id.to_lowercase()) {
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

/// The name of a task and its amount: `water 2 l`.
fn task<'n>(words: Words, written: &'n str, count: Option<&str>) -> Option<(&'n str, TaskGoal)> {
    let is_start =
        |(at, c): &(usize, char)| c.is_numeric() && written[..*at].ends_with(char::is_whitespace);
    let (number, _) = written.char_indices().rfind(is_start)?;
    let name = written[..number].trim();
    let limited = AT_MOST.iter().find_map(|phrase| {
        let at = name.len().checked_sub(phrase.len())?;
        let is_phrase = name.get(at..)?.to_lowercase() == **phrase;
        (is_phrase && name[..at].ends_with(char::is_whitespace)).then_some(at)
    });
    let id = name[..limited.unwrap_or(name.len())].trim();
    let metric = measured(words, written.get(limited.unwrap_or(number)..)?, count)?;
    let goal = match times(&metric) {
        Some(n) => TaskGoal::Count { n },
        None => TaskGoal::Metric(metric),
    };
    (!id.is_empty()).then_some((id, goal))
}

/// A day from today on: a date, or a number of days or weeks from today.
pub(crate) fn day_ahead(words: &str, today: Day) -> Option<Day> {
    if let Some(day) = days::date(words).or_else(|| coming(words, today)) {
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

/// The day on which something begins: a date, tomorrow, a weekday, or in so many days or weeks.
pub(crate) fn first_day(words: &str, today: Day) -> Option<Day> {
    if let Some(day) = days::date(words).or_else(|| coming(words, today)) {
        return Some(day);
    }
    // So many days have that one as their last.
    day_ahead(words, today).map(|day| day.plus(1))
}

/// Today, tomorrow, or the next day of this name.
fn coming(words: &str, today: Day) -> Option<Day> {
    let folded = words.trim().to_lowercase();
    let is = |key: &str| {
        crate::LANGUAGES
            .iter()
            .any(|(language, _)| Words::of(language).plain(key, &[]).to_lowercase() == folded)
    };
    if is("choice-today") {
        return Some(today);
    }
    if is("word-tomorrow") {
        return Some(today.plus(1));
    }
    let named = (1..=7_u8).find(|n| is(&format!("weekday-{n}")))?;
    (1..=7).map(|ahead| today.plus(ahead)).find(|day| day.weekday() == named)
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

    #[test]
    fn amounts_have_a_unit_and_a_period() {
        let read = |language, written| {
            let aim = aim(Words::of(language), written, None)?;
            let Goal::Metric(metric) = aim.goal else { panic!("{written}") };
            let is_limit = metric.cmp == Compare::AtMost;
            Some((metric.target_milli / 1000, metric.unit, aim.scope == Scope::Period, is_limit))
        };
        for (language, written, want) in [
            ("en", "20 km a week", Some((20, "km", true, false))),
            ("en", "8 glasses of water per day", Some((8, "glasses of water", false, false))),
            ("en", "At most 2 cups a day", Some((2, "cups", false, true))),
            ("en", "at least 20 pages daily", Some((20, "pages", false, false))),
            ("de", "30 Minuten am Tag", Some((30, "Minuten", false, false))),
            ("de", "höchstens 2 Stunden täglich", Some((2, "Stunden", false, true))),
            ("es", "20 km por semana", Some((20, "km", true, false))),
            ("hi", "रोज़ 20 पन्ने", Some((20, "पन्ने", false, false))),
            ("ja", "1日8杯", Some((8, "杯", false, false))),
            ("ja", "週20km以上", Some((20, "km", true, false))),
            ("ja", "1日2時間まで", Some((2, "時間", false, true))),
            ("ja", "月曜日に5km", None),
            ("ar", "20 صفحة يوميًا", Some((20, "صفحة", false, false))),
            ("en", "20 pages", None),
            ("en", "be kind every day", None),
            ("en", "20 a week", None),
        ] {
            let want = want.map(|(n, unit, long, limit)| (n, unit.to_owned(), long, limit));
            assert_eq!(read(language, written), want, "{written}");
        }
        let best = aim(Words::of("en"), "100 kg a week", Some("max"));
        let Some(Goal::Metric(best)) = best.map(|aim| aim.goal) else { panic!("an amount") };
        assert_eq!(best.agg, Aggregate::Max);
    }

    #[test]
    fn so_many_times_are_counted_or_are_a_rhythm() {
        let read = |written| {
            aim(Words::of("en"), written, None).map(|aim| (aim.goal, aim.cadence, aim.scope))
        };
        let weekly = |times| Cadence::Weekly { times, week_start: 1 };
        let count = |n| Goal::Count { n };
        for (written, want) in [
            ("3 times a day", (count(3), Cadence::EVERY_DAY, Scope::Day)),
            ("3x a week", (Goal::Check, weekly(3), Scope::Day)),
            ("10 times a week", (count(10), weekly(1), Scope::Period)),
            ("10 times a month", (Goal::Check, Cadence::Monthly { times: 10 }, Scope::Day)),
        ] {
            assert_eq!(read(written), Some(want), "{written}");
        }
    }

    #[test]
    fn tasks_have_names_and_perhaps_amounts() {
        let en = Words::of("en");
        let Some(Goal::Tasks { need, tasks: found }) =
            tasks(en, "stretch, water 2 l, coffee at most 2 cups, squats 3 times", Some("2"), None)
        else {
            panic!("three tasks")
        };
        assert_eq!((need, found.len()), (Need::Count(2), 4));
        assert_eq!(found[1].id, "water");
        assert_eq!(found[1].goal, TaskGoal::Metric(metric(2000, "l", "sum")));
        assert_eq!(found[2].id, "coffee");
        assert_eq!(found[2].goal, TaskGoal::Metric(metric(2000, "cups", "most")));
        assert_eq!(found[3].goal, TaskGoal::Count { n: 3 });
        assert!(tasks(en, "Übung, übung", None, None).is_none());
        for (written, want) in [("ALL", Need::All), ("alle", Need::All), ("どれか", Need::Any)] {
            let Some(Goal::Tasks { need, .. }) = tasks(en, "read, write", Some(written), None)
            else {
                panic!("{written}")
            };
            assert_eq!(need, want, "{written}");
        }
        assert!(tasks(en, "read, Read", None, None).is_none());
        assert!(tasks(en, "read, write", Some("3"), None).is_none());
        assert!(tasks(en, " , ", None, None).is_none());
    }

    #[test]
    fn an_end_is_a_date_or_so_far_away() {
        let today = Day(100);
        assert_eq!(day_ahead("2 weeks", today), Some(Day(113)));
        assert_eq!(day_ahead("30 Tage", today), Some(Day(129)));
        assert_eq!(day_ahead("1970-05-01", today), Some(Day(120)));
        assert_eq!((day_ahead("soon", today), day_ahead("0 days", today)), (None, None));
        // The day 100 was a Saturday.
        assert_eq!(day_ahead("Sunday", today), Some(Day(101)));
        assert_eq!(first_day("3 days", today), Some(Day(103)));
        assert_eq!(first_day("2 weeks", today), Some(Day(114)));
        assert_eq!(
            (first_day("morgen", today), first_day("today", today)),
            (Some(Day(101)), Some(today))
        );
        assert_eq!(first_day("1970-05-01", today), Some(Day(120)));
    }
}
