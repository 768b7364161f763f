//! The words of each language for periods, days and numbers.

use std::sync::LazyLock;

use crate::locale::phrases;

/// What people say for one thing, in all languages.
type Phrases = LazyLock<Vec<&'static str>>;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])* pub(crate) static $name: Phrases = LazyLock::new(|| phrases($key));)*
    };
}

phrases! {
    DAY = "day";
    WEEK = "week";
    MONTH = "month";
    ALL_TASKS = "all-tasks";
    ANY_TASK = "any-task";
    /// Words that say how many times, of whatever they say it.
    TWICE = "twice";
    /// Two days, two weeks, two months in one word.
    PAIRS = "pair";
    /// What is counted without being an amount.
    TIMES = "times";
    /// What makes a number a time of day.
    CLOCK = "clock";
    /// Phrases that say over how long something is counted, before the amount or behind it.
    OVER_DAY = "over-day";
    OVER_WEEK = "over-week";
    OVER_MONTH = "over-month";
    /// A limit instead of a goal, before the amount or behind it.
    AT_MOST = "at-most";
    AT_LEAST = "at-least";
    /// What makes a period before it a day: 月 is a month, 月曜 is Monday.
    WEEKDAY_BEHIND = "weekday-behind";
}

/// What stands between an amount and its period: words by themselves, signs anywhere.
pub(crate) static PER: LazyLock<Vec<String>> = LazyLock::new(|| {
    let apart =
        |phrase: &str| match phrase.chars().all(|c| c.is_alphabetic() || c == ' ' || !c.is_ascii())
        {
            true => format!(" {phrase} "),
            false => phrase.to_owned(),
        };
    phrases("per").into_iter().map(apart).collect()
});

/// The numbers from one on, as words that stand alone.
static NUMBERS: LazyLock<[Vec<&'static str>; 10]> =
    LazyLock::new(|| std::array::from_fn(|n| phrases(&format!("number-{}", n + 1))));

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

/// Where a single letter is among phrases.
pub(crate) fn position_of(letter: char, phrases: &[&str]) -> Option<usize> {
    phrases.iter().position(|phrase| phrase.chars().eq([letter]))
}

/// The first number in these words, in digits or as a word up to ten.
pub(crate) fn number(words: &str) -> Option<u32> {
    if let Some(start) = words.find(|c: char| c.is_ascii_digit()) {
        let rest = &words[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        return rest[..end].parse().ok();
    }
    if holds(words, &TWICE) || holds(words, &PAIRS) {
        return Some(2);
    }
    let word = |word: &str| NUMBERS.iter().position(|names| names.contains(&word));
    // Some scripts write a number in one letter, without blanks around it.
    let letter = |c: char| NUMBERS.iter().position(|names| position_of(c, names).is_some());
    let n = words.split_whitespace().find_map(word).or_else(|| words.chars().find_map(letter))?;
    u32::try_from(n + 1).ok()
}

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
            let is_weekday = WEEKDAY_BEHIND.iter().any(|behind| rest.starts_with(behind));
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
