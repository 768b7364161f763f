//! People's words into values: amounts, goals, rhythms, dates, times, zones.

pub(crate) mod amount;
pub(crate) mod check_in;
pub(crate) mod date;
pub(crate) mod dates;
pub(crate) mod fold;
pub(crate) mod goal;
pub(crate) mod left_over;
pub(crate) mod number;
#[cfg(test)]
mod properties;
pub(crate) mod rhythm;
pub(crate) mod schedule;
pub(crate) mod time;
pub(crate) mod times;
pub(crate) mod titles;
pub(crate) mod token;
pub(crate) mod vocabulary;
pub(crate) mod zone;

/// Takes a line through every reader, for the fuzzer.
#[cfg(fuzzing)]
pub fn read_everything(line: &str) {
    use engine::rules::{Day, Instant};
    let now = Instant(1_772_366_400);
    for (language, _) in crate::LANGUAGES {
        let words = crate::Words::of(language);
        let _ = (
            amount::read(words, number::Marks::of(language), line, Some("km")),
            goal::need(words, line, 5),
        );
        let manner = goal::Manner { words, marks: number::Marks::of(language), count: None };
        let _ = (goal::read(manner, line), goal::tasks(manner, line));
        let _ = schedule::weekdays(words, line);
        let today = Day(20_500);
        let _ = (
            date::day_ahead(words, language, line, today),
            date::first_day(words, language, line, today),
        );
        let _ = (times::read(words, line), times::quiet(words, line));
    }
    let goals = ["5 km", "20 pages", "3 times", "every day"].map(|goal| {
        let manner = goal::Manner {
            words: crate::Words::of("en"),
            marks: number::Marks::of("en"),
            count: None,
        };
        goal::read(manner, goal).map_or(engine::rules::Goal::Check, |spec| spec.goal)
    });
    let titles = ["Run", "Read", "75 Hard", "ヨガ"];
    let known: Vec<check_in::Known<'_>> = titles
        .iter()
        .zip(&goals)
        .map(|(title, goal)| check_in::Known { title, goal, is_due: true })
        .collect();
    for (language, _) in crate::LANGUAGES {
        let words = crate::Words::of(language);
        let manner = check_in::Manner {
            words,
            marks: number::Marks::of(language),
            locale: language,
            today: Day(20_500),
            bot: Some("streaks_bot"),
        };
        let _ = check_in::read(manner, &known, line);
        let _ = left_over::left_over(words, line, |rest| times::read(words, rest).is_some());
    }
    let _ = date::named(line);
    let _ = (time::clock_time(line), zone::read(line, now), zone::suggest(line, now));
    let _ = (crate::read_line(line), line.parse::<crate::CallbackId>());
}
