//! Amounts as people write and read them: thousandths of a unit inside, `5.5` or `5,5` outside. All of the words are read, or
//! none.

use engine::rules::goal::AMOUNT_MAX_MILLI;

use crate::locale::{Words, cldr};
use crate::parse::number::{self, Marks};
use crate::parse::token::{Token, tokens};
use crate::parse::vocabulary::{Piece, pieces};

const MINUTES_OF_HOUR: i64 = 60;

/// Units that every language knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Hours,
    Minutes,
    Km,
    Steps,
    Pages,
}

impl Known {
    const ALL: [(Known, &'static str, &'static str); 5] = [
        (Known::Hours, "hours", "two-hours"),
        (Known::Minutes, "minutes", "two-minutes"),
        (Known::Km, "km", "two-km"),
        (Known::Steps, "steps", "two-steps"),
        (Known::Pages, "pages", "two-pages"),
    ];

    fn of(piece: &Piece) -> Option<Known> {
        Known::ALL.into_iter().find(|(_, key, _)| piece.is(key)).map(|(known, ..)| known)
    }

    /// Two of them in one word.
    fn pair(piece: &Piece) -> Option<Known> {
        Known::ALL.into_iter().find(|(.., key)| piece.is(key)).map(|(known, ..)| known)
    }
}

/// Reads an amount of a unit, in thousandths; none for what is none above zero, for another unit, and where a word is left
/// over. Hours are turned into minutes.
pub(crate) fn read(words: Words, marks: Marks, written: &str, unit: Option<&str>) -> Option<i64> {
    let pieces = pieces(words, written.trim().trim_end_matches(['.', '!']))?;
    of_pieces(&pieces, marks, &Unit::of(words, unit))
}

/// The same of pieces.
pub(crate) fn of_pieces(pieces: &[Piece], marks: Marks, unit: &Unit) -> Option<i64> {
    let (milli, end) = Reader { pieces, marks, unit }.all()?;
    (end == pieces.len() && (1..=AMOUNT_MAX_MILLI).contains(&milli)).then_some(milli)
}

/// Whether a piece is a unit that every language knows.
pub(crate) fn is_known_unit(piece: &Piece) -> bool {
    Known::of(piece).is_some()
}

/// The unit that is counted.
pub(crate) enum Unit {
    None,
    Known(Known),
    Own(Vec<Token>),
}

impl Unit {
    pub fn of(words: Words, unit: Option<&str>) -> Unit {
        let Some(unit) = unit.filter(|unit| !unit.trim().is_empty()) else { return Unit::None };
        // Of `pages of a book` the first word is the unit.
        let known = pieces(words, unit).and_then(|pieces| Known::of(pieces.first()?));
        match known {
            Some(known) => Unit::Known(known),
            None => Unit::Own(tokens(unit)),
        }
    }
}

struct Reader<'p> {
    pieces: &'p [Piece],
    marks: Marks,
    unit: &'p Unit,
}

impl Reader<'_> {
    fn get(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    /// `5`, `5 of 20`, 20ページ中5ページ.
    fn all(&self) -> Option<(i64, usize)> {
        let (milli, at) = self.measured(0)?;
        let Some(piece) = self.get(at) else { return Some((milli, at)) };
        if piece.is("of-behind") {
            return self.measured(at + 1).filter(|(part, _)| *part <= milli);
        }
        if piece.is("of") {
            let (whole, end) = self.measured(at + 1)?;
            return Some((milli, end)).filter(|_| milli <= whole);
        }
        Some((milli, at))
    }

    /// A number with its unit, if it has one.
    fn measured(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((milli, at)) = self.clock(at) {
            return Some((milli, at));
        }
        if let Some((milli, end)) = self.of_hour(at) {
            return Some((milli, end));
        }
        if let Some(known) = self.get(at).and_then(Known::pair) {
            let (more, end) = self.half_behind(at + 1);
            return Some((self.turned(known, 2_000 + more)?, end));
        }
        let (number, next) = match self.number(at) {
            Some(number) => number,
            // `an hour`, `hora y media`: one of what has a half behind it, or an article before it.
            None => {
                let has_article = self.get(at)?.is("article");
                let unit = at + usize::from(has_article);
                let (half, _) = self.half_behind(unit + 1);
                (has_article || half > 0).then_some((1_000, unit))?
            }
        };
        let (more, next) = self.half_behind(next);
        let (known, end) = self.unit(next)?;
        let (behind, end) = if end > next { self.half_behind(end) } else { (0, end) };
        let milli = number + more + behind;
        let Some(known) = known else { return Some((milli, end)) };
        let milli = self.turned(known, milli)?;
        // `1 h 30`, `1 hour 30 minutes`.
        let rest = self.number(end).filter(|_| known == Known::Hours && milli % (60 * 1_000) == 0);
        match rest {
            Some((minutes, next)) if minutes < 60_000 => match self.get(next).and_then(Known::of) {
                Some(Known::Minutes) => Some((milli + minutes, next + 1)),
                None if next == self.pieces.len() => Some((milli + minutes, next)),
                _ => None,
            },
            Some(_) => None,
            None => Some((milli, end)),
        }
    }

    /// `1:30`, in hours and minutes.
    fn clock(&self, at: usize) -> Option<(i64, usize)> {
        let digits = |at: usize| match &self.get(at)?.token {
            Token::Number(digits) => Some(digits.as_str()),
            _ => None,
        };
        let (hours, minutes) = (digits(at)?, digits(at + 2)?);
        self.get(at + 1)?.is_mark(":").then_some(())?;
        let minutes: i64 = minutes.parse().ok().filter(|n| minutes.len() == 2 && *n < 60)?;
        let hours: i64 = hours.parse().ok().filter(|n| *n < 100)?;
        matches!(self.unit, Unit::Known(Known::Minutes)).then_some(())?;
        Some(((hours * MINUTES_OF_HOUR + minutes) * 1_000, at + 3))
    }

    /// `eine Dreiviertelstunde`, in a word of its own.
    fn of_hour(&self, at: usize) -> Option<(i64, usize)> {
        let piece = self.get(at)?;
        let parts = [("quarter-hour", 250), ("three-quarter-hour", 750)];
        let (_, milli) = parts.into_iter().find(|(key, _)| piece.is(key))?;
        Some((self.turned(Known::Hours, milli)?, at + 1))
    }

    fn number(&self, at: usize) -> Option<(i64, usize)> {
        let piece = self.get(at)?;
        for (key, milli) in [("one-and-half", 1_500), ("two-and-half", 2_500)] {
            if piece.is(key) {
                return Some((milli, at + 1));
            }
        }
        for (key, more) in [("plus-quarter", 250), ("plus-half", 500), ("minus-quarter", -250)] {
            if piece.is(key) {
                let (number, next) = self.plain(at + 1).unwrap_or((1_000, at + 1));
                return Some((number + more, next));
            }
        }
        for (key, milli) in [("three-quarters", 750), ("half", 500), ("quarter", 250)] {
            if piece.is(key)
                && piece.nth("number-").is_none()
                && !self
                    .get(at + 1)
                    .is_some_and(|next| next.is("article") && next.nth("number-").is_some())
            {
                return Some((
                    milli,
                    at + 1 + usize::from(self.get(at + 1).is_some_and(|next| next.is("article"))),
                ));
            }
        }
        self.plain(at)
    }

    /// A number in digits or words, with what multiplies it, or a fraction behind it.
    fn plain(&self, at: usize) -> Option<(i64, usize)> {
        let piece = self.get(at)?;
        if let Token::Fraction(milli) = piece.token {
            return Some((milli, at + 1));
        }
        let (mut milli, mut next) = match number::written(&self.pieces[at..], self.marks) {
            Some((milli, taken)) => (milli, at + taken),
            None if matches!(piece.token, Token::Number(_)) => return None,
            None => match number::whole(piece) {
                Some(n) => (i64::from(n) * 1_000, at + 1),
                // `mil`, 万 alone.
                None => (scale(piece).map(|_| 1_000)?, at),
            },
        };
        if let Some(Token::Fraction(more)) = self.get(next).map(|piece| piece.token.clone()) {
            return Some((milli + more, next + 1));
        }
        if let Some(factor) = self.get(next).and_then(scale) {
            milli = milli.checked_mul(factor)?;
            next += 1;
        }
        Some((milli, next))
    }

    /// `and a half`.
    fn half_behind(&self, at: usize) -> (i64, usize) {
        match self.get(at) {
            Some(piece) if piece.is("half-behind") => (500, at + 1),
            Some(piece)
                if piece.is("and") && self.get(at + 1).is_some_and(|next| next.is("half")) =>
            {
                (500, at + 2)
            }
            _ => (0, at),
        }
    }

    /// The unit that stands there: none where nothing does, or a number is over.
    fn unit(&self, at: usize) -> Option<(Option<Known>, usize)> {
        let Some(piece) = self.get(at) else { return Some((None, at)) };
        if let Unit::Own(own) = self.unit {
            let there: Vec<&Token> = self.pieces[at..].iter().map(|piece| &piece.token).collect();
            let same = own.iter().zip(&there).filter(|(one, other)| are_alike(one, other)).count();
            // Of a unit of several words the first is enough.
            let taken = if same == own.len() {
                same
            } else {
                usize::from(same > 0 && are_alike(&own[0], there[0]))
            };
            return Some((None, at + taken));
        }
        Some(match Known::of(piece) {
            Some(known) => (Some(known), at + 1),
            None => (None, at),
        })
    }

    /// An amount of one unit in that which is counted.
    fn turned(&self, known: Known, milli: i64) -> Option<i64> {
        match self.unit {
            Unit::Known(own) if *own == known => Some(milli),
            Unit::Known(Known::Minutes) if known == Known::Hours => {
                milli.checked_mul(MINUTES_OF_HOUR)
            }
            Unit::None | Unit::Known(_) | Unit::Own(_) => None,
        }
    }
}

fn scale(piece: &Piece) -> Option<i64> {
    let scales = [
        ("ten-thousand", 10_000),
        ("thousand", 1_000),
        ("hundred-thousand", 100_000),
        ("million", 1_000_000),
    ];
    scales.into_iter().find(|(key, _)| piece.is(key)).map(|(_, factor)| factor)
}

/// Whether two words are one, as one or several of it: glass and glasses.
fn are_alike(one: &Token, other: &Token) -> bool {
    const ENDING: usize = 3;
    let (Token::Word(one), Token::Word(other)) = (one, other) else { return one == other };
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let rest = long.strip_prefix(short.trim_end_matches(['e', 'a', 'o']));
    short == long
        || short.chars().count() > 2 && rest.is_some_and(|rest| rest.chars().count() <= ENDING)
}

/// What begins an amount within a longer text, and the place behind it.
pub(crate) enum Leading {
    /// A number, whose unit follows.
    Number(i64, usize),
    /// An amount whose unit is in the same word, by the name of the unit: `ساعتين`, `Viertelstunde`.
    Whole(i64, &'static str, usize),
}

/// The amount that begins at a piece, in thousandths.
pub(crate) fn leading(pieces: &[Piece], marks: Marks, at: usize) -> Option<Leading> {
    let unit = Unit::Known(Known::Minutes);
    let reader = Reader { pieces, marks, unit: &unit };
    if let Some((milli, end)) = reader.of_hour(at) {
        return Some(Leading::Whole(milli, "minutes", end));
    }
    let piece = reader.get(at)?;
    if let Some((_, key, _)) = Known::ALL.into_iter().find(|(.., pair)| piece.is(pair)) {
        let (half, end) = reader.half_behind(at + 1);
        return Some(Leading::Whole(2_000 + half, key, end));
    }
    if let Some((milli, next)) = reader.number(at) {
        let (half, next) = reader.half_behind(next);
        return Some(Leading::Number(milli + half, next));
    }
    // `an hour`, `hora y media`.
    let unit = at + usize::from(piece.is("article"));
    let is_one = unit > at || reader.half_behind(at + 1).0 > 0;
    let is_known = reader.get(unit).and_then(Known::of).is_some();
    (is_one && is_known).then_some(Leading::Number(1_000, unit))
}

/// `and a half` where it stands, in thousandths, and the place behind it.
pub(crate) fn half_behind(pieces: &[Piece], at: usize) -> (i64, usize) {
    Reader { pieces, marks: Marks::of("en"), unit: &Unit::None }.half_behind(at)
}

/// The minutes of `1h30`, `2 hours 15 minutes`, whose unit stands at `unit` and ends at `end`, in thousandths.
pub(crate) fn minutes_behind(
    pieces: &[Piece],
    unit: usize,
    end: usize,
    hours_milli: i64,
) -> Option<(i64, usize)> {
    pieces.get(unit)?.is("hours").then_some(())?;
    let piece = pieces.get(end)?;
    let minutes = number::whole(piece).filter(|n| (1..60).contains(n))?;
    let is_joined = pieces[end - 1].span.end == piece.span.start;
    let is_named = pieces.get(end + 1).is_some_and(|next| next.is("minutes"));
    (is_joined || is_named).then_some(())?;
    let milli =
        hours_milli.checked_mul(MINUTES_OF_HOUR)?.checked_add(i64::from(minutes) * 1_000)?;
    Some((milli, end + 1 + usize::from(is_named)))
}

/// An amount as it is read.
pub(crate) fn show(words: Words, milli: i64) -> String {
    cldr::thousandths(words.language(), milli)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_shown_without_needless_noughts() {
        assert_eq!(show(Words::of("en"), 5500), "5.5");
        assert_eq!(show(Words::of("de"), 5500), "5,5");
        assert_eq!(show(Words::of("en"), 20_000), "20");
        assert_eq!(show(Words::of("en"), 1), "0.001");
    }
}
