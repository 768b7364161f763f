//! Times of day as people say them: all of the words are read, or none. Where a number of hours could be in the morning and in
//! the evening, both are given.

use crate::locale::Words;
use crate::parse::number;
use crate::parse::token::Token;
use crate::parse::vocabulary::{Piece, pieces};

const DAY_MIN: u32 = 24 * 60;
const TIMES_MAX: usize = 24;

/// Times of day, in minutes since midnight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Times {
    /// These.
    Plain(Vec<u32>),
    /// One of these two.
    Either(u32, u32),
}

/// Reads times for reminders: `8am and 8pm`, `halb acht abends`, रात 8 बजे.
pub(crate) fn read(words: Words, written: &str) -> Option<Times> {
    let pieces = pieces(words, written)?;
    let reader = Reader { pieces: &pieces };
    let (mut found, mut at) = (vec![], 0);
    loop {
        at = reader.beyond(at, &["time-filler"]);
        let (time, next) = reader.time(at)?;
        found.push(time);
        at = reader.beyond(next, &["time-filler"]);
        if at == pieces.len() {
            break;
        }
        let parts = pieces[at].is_mark(",;&+/") || pieces[at].is("and");
        at = parts.then_some(at + 1)?;
        // `8am, and 8pm`.
        at += usize::from(pieces.get(at).is_some_and(|piece| piece.is("and")));
    }
    if found.len() > TIMES_MAX {
        return None;
    }
    // Beside a plain time a bare one is plain as well.
    let is_plain = found.iter().any(|time| !time.is_open);
    match found.as_slice() {
        [time] if time.is_open => {
            Some(Times::Either(time.minutes % DAY_MIN, (time.minutes + DAY_MIN / 2) % DAY_MIN))
        }
        times => is_plain
            .then(|| Times::Plain(times.iter().map(|time| time.minutes % DAY_MIN).collect())),
    }
}

/// Reads a span of quiet: `22-7`, `from 10pm until 7am`. Bare numbers are hours of the 24-hour clock.
pub(crate) fn quiet(words: Words, written: &str) -> Option<(u32, u32)> {
    let pieces = pieces(words, written)?;
    let reader = Reader { pieces: &pieces };
    const FILLERS: [&str; 4] = ["time-filler", "quiet-filler", "from", "filler"];
    let at = reader.beyond(0, &FILLERS);
    let (from, next) = reader.time(at)?;
    let between = pieces.get(next)?;
    let parts = between.is_any(&["range", "and"]) || between.is_mark("-~");
    let at = reader.beyond(parts.then_some(next + 1)?, &FILLERS);
    let (until, next) = reader.time(at)?;
    let end = reader.beyond(next, &["time-filler", "range-end", "quiet-filler"]);
    let (from, until) = (from.minutes % DAY_MIN, until.minutes % DAY_MIN);
    (end == pieces.len() && from != until).then_some((from, until))
}

struct Reader<'p> {
    pieces: &'p [Piece],
}

#[derive(Debug, Clone, Copy)]
struct Time {
    minutes: u32,
    /// It may be twelve hours later just as well.
    is_open: bool,
}

/// A part of the day that says which half of it is meant.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Am,
    Pm,
    Noon,
    Evening,
    Night,
}

impl Part {
    fn of(piece: &Piece) -> Option<Part> {
        let parts = [
            (&["am", "part-morning", "part-dawn"][..], Part::Am),
            (&["pm", "part-afternoon"], Part::Pm),
            (&["part-noon"], Part::Noon),
            (&["part-evening"], Part::Evening),
            (&["part-night"], Part::Night),
        ];
        parts.into_iter().find(|(keys, _)| piece.is_any(keys)).map(|(_, part)| part)
    }

    /// The hour of the 24-hour clock.
    fn hour(self, hour: u32) -> Option<u32> {
        if hour > 12 {
            // `20:00 in the evening` says the same twice.
            let is_late = matches!(self, Part::Pm | Part::Evening | Part::Night | Part::Noon);
            return is_late.then_some(hour);
        }
        Some(match (self, hour) {
            (Part::Am, 12) => 0,
            (Part::Am, hour) => hour,
            (Part::Night, 12 | 0) => 0,
            // Small hours.
            (Part::Night, 1..=5) => hour,
            (Part::Noon, 10..=12) => hour,
            (Part::Pm | Part::Evening, 12) => 12,
            (_, 0) => return None,
            (_, hour) => hour + 12,
        })
    }
}

impl Reader<'_> {
    fn get(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    fn beyond(&self, mut at: usize, keys: &[&str]) -> usize {
        while self.get(at).is_some_and(|piece| {
            piece.is_any(keys) && Part::of(piece).is_none() && number::whole(piece).is_none()
        }) {
            at += 1;
        }
        at
    }

    fn time(&self, at: usize) -> Option<(Time, usize)> {
        for (key, minutes) in [("midnight", 0), ("noon", DAY_MIN / 2)] {
            if self.get(at)?.is(key) && self.hour(at + 1).is_none() {
                return Some((Time { minutes, is_open: false }, at + 1));
            }
        }
        let before = Part::of(self.get(at)?);
        let mut at = at + usize::from(before.is_some());
        if before.is_some() {
            at = self.beyond(at, &["time-filler", "filler"]);
        }
        let is_called = self.get(at)?.is("oclock");
        at += usize::from(is_called);
        let (hour, minutes, is_digital, mut next) = self.clock(at)?;
        let is_oclock = self.get(next).is_some_and(|piece| piece.is("oclock"));
        next += usize::from(is_oclock);
        let at_behind = self.beyond(next, &["filler"]);
        let behind = self.get(at_behind).and_then(Part::of);
        if behind.is_some() {
            next = at_behind + 1;
        }
        if before.is_some() && behind.is_some() {
            return None;
        }
        let part = before.or(behind);
        let is_whole = (hour < 24 || hour == 24 && minutes == 0) && minutes < 60;
        is_whole.then_some(())?;
        let (hour, is_open) = match part {
            Some(part) => (part.hour(hour % 24).filter(|_| hour != 24)?, false),
            None => (hour, !is_digital && (1..=12).contains(&hour)),
        };
        Some((Time { minutes: hour * 60 + minutes, is_open }, next))
    }

    fn hour(&self, at: usize) -> Option<u32> {
        let piece = self.get(at)?;
        piece.nth("hour-").or_else(|| number::whole(piece))
    }

    /// Hours and minutes, whether they are surely of the 24-hour clock, and where they end.
    fn clock(&self, at: usize) -> Option<(u32, u32, bool, usize)> {
        let piece = self.get(at)?;
        // Half past eight, halb acht, साढ़े छह.
        let ahead = [
            ("half-past", 30),
            ("quarter-past", 15),
            ("half-to", -30),
            ("quarter-to", -15),
            ("three-quarters-to", -15),
        ];
        if let Some((_, shift)) =
            ahead.into_iter().find(|(key, _)| piece.is(key) && self.hour(at + 1).is_some())
        {
            let (hour, minutes) = shifted(self.hour(at + 1)?, shift)?;
            return Some((hour, minutes, false, at + 2));
        }
        if let Token::Number(digits) = &piece.token
            && let Some((hour, minutes)) = digits.split_once('.')
        {
            let minutes = minutes.parse().ok().filter(|_| minutes.len() == 2)?;
            let end =
                at + 1 + usize::from(self.get(at + 1).is_some_and(|piece| piece.is("oclock-24")));
            return Some((hour.parse().ok()?, minutes, true, end));
        }
        let hour = self.hour(at)?;
        if self.get(at + 1).is_some_and(|piece| piece.is_mark(":")) {
            let Token::Number(digits) = &self.get(at + 2)?.token else { return None };
            let minutes = digits.parse().ok().filter(|_| digits.len() == 2)?;
            let end =
                at + 3 + usize::from(self.get(at + 3).is_some_and(|piece| piece.is("oclock-24")));
            return Some((hour, minutes, true, end));
        }
        let behind = [("and-half", 30), ("and-quarter", 15), ("less-quarter", -15)];
        let shift = |at: usize| {
            let piece = self.get(at)?;
            behind.into_iter().find(|(key, _)| piece.is(key)).map(|(_, shift)| shift)
        };
        if self.get(at + 1).is_some_and(|piece| piece.is("oclock-24")) {
            if let Some(more) = shift(at + 2) {
                let (hour, minutes) = shifted(hour, more)?;
                return Some((hour, minutes, true, at + 3));
            }
            // 20時30分, 20 Uhr 15.
            return Some(match self.get(at + 2).map(|piece| &piece.token) {
                Some(Token::Number(digits)) => {
                    let end = at
                        + 3
                        + usize::from(
                            self.get(at + 3).is_some_and(|piece| piece.is("minute-mark")),
                        );
                    (hour, digits.parse().ok()?, true, end)
                }
                _ => (hour, 0, true, at + 2),
            });
        }
        if let Some(more) = shift(at + 1) {
            let (hour, minutes) = shifted(hour, more)?;
            return Some((hour, minutes, false, at + 2));
        }
        // A bare number is a time where others say so: of hours that only the 24-hour clock has, it says so itself.
        Some((hour, 0, hour > 12 && hour < 25, at + 1))
    }
}

/// So many minutes after an hour, or before it.
fn shifted(hour: u32, by: i32) -> Option<(u32, u32)> {
    let hour = Some(hour).filter(|hour| (1..=24).contains(hour))?;
    if by >= 0 {
        return Some((hour, u32::try_from(by).ok()?));
    }
    Some((if hour == 1 { 12 } else { hour - 1 }, u32::try_from(60 + by).ok()?))
}
