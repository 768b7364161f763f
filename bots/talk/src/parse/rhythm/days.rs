//! Days of a week: named, in ranges, in letters.

use engine::rules::Weekdays;

use crate::parse::rhythm::{is_number, unit};
use crate::parse::token::Token;
use crate::parse::vocabulary::Piece;

/// Days of a week, as bits from Monday on.
pub(super) type Days = u8;
pub(super) const ALL: Days = 0b111_1111;
pub(super) const WORKDAYS: Days = 0b001_1111;
pub(super) const WEEKEND: Days = 0b110_0000;

pub(super) fn weekdays(days: Days) -> Option<Weekdays> {
    Weekdays::of((1..=7_u8).filter(|day| days & bit(*day) != 0))
}

pub(super) fn bit(day: u8) -> Days {
    1 << (day - 1)
}

/// From a day to a day, also over Sunday.
pub(super) fn between(first: u8, last: u8) -> Days {
    let (mut day, mut days) = (first, bit(first));
    while day != last {
        day = day % 7 + 1;
        days |= bit(day);
    }
    days
}

/// Days together; all days say nothing where some are named.
pub(super) fn merged(before: Option<Days>, more: Days) -> Days {
    match before {
        None | Some(ALL) => more,
        Some(days) if more == ALL => days,
        Some(days) => days | more,
    }
}

/// The weekday that stands there. 月 and 日 are a month and a day, unless other days stand beside them.
pub(super) fn day(pieces: &[Piece], at: usize) -> Option<u8> {
    let piece = pieces.get(at)?;
    let day = u8::try_from(piece.nth("day-")?).ok()?;
    if unit(piece).is_none() {
        return Some(day);
    }
    let is_day = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| piece.nth("day-").is_some() && piece.nth("number-").is_none())
    };
    let beside = |step: isize| {
        let next = at.checked_add_signed(step)?;
        let parts = pieces.get(next).is_some_and(|piece| {
            piece.is_mark(",/-~&+") || piece.is("and") && !piece.is("filler") || piece.is("range")
        });
        let next = if parts { next.checked_add_signed(step)? } else { next };
        is_day(pieces.get(next)).then_some(())
    };
    let takes_away = pieces.get(at + 1).is_some_and(|piece| piece.is("except-behind"));
    let is_counted = at > 0 && is_number(&pieces[at - 1]);
    (!is_counted && (takes_away || beside(1).is_some() || beside(-1).is_some())).then_some(day)
}

/// Days that are written in a letter each: MWF, L-X-V.
pub(super) fn letters(piece: &Piece) -> Option<Days> {
    const ENGLISH: [(&str, u8); 9] = [
        ("th", 4),
        ("tu", 2),
        ("sa", 6),
        ("su", 7),
        ("m", 1),
        ("t", 2),
        ("w", 3),
        ("r", 4),
        ("f", 5),
    ];
    let Token::Word(word) = &piece.token else { return None };
    let (mut rest, mut days, mut count) = (word.as_str(), 0, 0);
    while !rest.is_empty() {
        let (letters, day) = ENGLISH.iter().find(|(letters, _)| rest.starts_with(letters))?;
        rest = &rest[letters.len()..];
        days |= bit(*day);
        count += 1;
    }
    // A letter alone is no day, and a day twice is a word.
    (count > 1 && days.count_ones() == count).then_some(days)
}
