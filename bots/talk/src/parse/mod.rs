//! People's words into values: amounts, goals, rhythms, dates, times, zones.

pub(crate) mod amount;
pub(crate) mod date;
pub(crate) mod fold;
pub(crate) mod goal;
pub(crate) mod lexicon;
#[cfg(test)]
mod properties;
pub(crate) mod schedule;
pub(crate) mod time;
pub(crate) mod zone;

/// Takes a line through every reader, for the fuzzer.
#[cfg(fuzzing)]
pub fn read_everything(line: &str) {
    use engine::rules::{Day, Instant};
    let now = Instant(1_772_366_400);
    for (language, _) in crate::LANGUAGES {
        let words = crate::Words::of(language);
        let _ = (amount::parse(words, line), goal::aim(words, line, None));
        let _ = goal::tasks(words, line, None, None);
    }
    let _ = (schedule::cadence(line), schedule::weekdays(line), date::named(line));
    let _ = (date::day_ahead(line, Day(20_500)), date::first_day(line, Day(20_500)));
    let _ = (time::clock_time(line), zone::find(line, now), zone::suggest(line, now));
    let _ = (crate::read_line(line), line.parse::<crate::CallbackId>());
}
