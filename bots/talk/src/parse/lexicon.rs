//! The words of each language for periods, days and numbers.

pub(crate) const WEEK: &[&str] = &[
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
pub(crate) const MONTH: &[&str] = &[
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
pub(crate) const DAY: &[&str] = &[
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
pub(crate) const EVERY: &[&str] = &[
    "every", "each", "alle", "jede", "jeden", "jeder", "jedes", "cada", "हर", "毎", "ごと", "隔",
    "كل",
];
pub(crate) const OTHER: &[&str] = &[
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
pub(crate) const PER: &[&str] = &[
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
pub(crate) const ALL: &[&str] = &["all", "alle", "todas", "todo", "सब", "全部", "すべて", "الكل"];
pub(crate) const ANY: &[&str] = &["any", "eine", "una", "कोई एक", "कोई", "どれか", "أي"];

/// Whether one of these is among some words: as a word of its own where the script parts words by blanks and joins
/// nothing to them.
pub(crate) fn holds(words: &str, any: &[&str]) -> bool {
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
pub(crate) const PAIRS: &[&str] = &["يومين", "أسبوعين", "شهرين"];
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
pub(crate) fn number(words: &str) -> Option<u32> {
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
pub(crate) fn is_times(words: &str) -> bool {
    let is_x = words
        .char_indices()
        .any(|(at, c)| c == 'x' && words[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()));
    let is_named = words.split_whitespace().any(|word| {
        TIMES.contains(&word) || word.strip_suffix("mal").is_some_and(|rest| !rest.is_empty())
    });
    is_x || is_named || holds(words, &["回", "مرتين", "twice", "once"])
}

pub(crate) const ALL_DAYS: &[&str] = &[
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
pub(crate) const WORKDAYS: &[&str] = &[
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
pub(crate) const WEEKEND: &[&str] = &[
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

/// Phrases that say over how long something is counted, before the amount or behind it.
pub(crate) const OVER_DAY: &[&str] = &[
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
pub(crate) const OVER_WEEK: &[&str] = &[
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
pub(crate) const OVER_MONTH: &[&str] = &[
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
pub(crate) const AT_MOST: &[&str] = &[
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
pub(crate) const AT_LEAST: &[&str] = &[
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
pub(crate) const TIMES: &[&str] =
    &["times", "time", "x", "mal", "veces", "vez", "बार", "回", "مرات", "مرة"];

/// What is left of these words without one of the phrases at their beginning or end.
pub(crate) fn without<'w>(words: &'w str, phrases: &[&str]) -> Option<&'w str> {
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
