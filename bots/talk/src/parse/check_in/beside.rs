//! What stands beside a title: an amount, a day, words that say that it is done, and a note.

use std::ops::Range;

use engine::rules::Day;

use crate::locale::Words;
use crate::parse::amount::{self, Unit};
use crate::parse::dates::{self, Dates};
use crate::parse::number::Marks;
use crate::parse::token::Token;
use crate::parse::vocabulary::{Piece, is_joined, pieces_up_to};

/// Pieces of the longest day or amount.
const PART_MAX: usize = 8;
/// Pieces of the longest check-in: most of them are its note.
const PIECES_MAX: usize = 500;
/// Signs that say that something is done.
const DONE: &str = "✅☑✔✓👍";
const SEPARATORS: &str = ",;:.!-|…#";
const GLUE: [&str; 5] = ["filler", "date-filler", "article", "per", "and"];

/// Who writes, and when.
#[derive(Clone, Copy)]
pub(crate) struct Manner<'m> {
    pub words: Words,
    pub marks: Marks,
    pub locale: &'m str,
    pub today: Day,
    /// Our own name, which says nothing.
    pub bot: Option<&'m str>,
}

/// A value, and the words that say it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written<T> {
    pub value: T,
    pub words: String,
}

/// What stands beside a title.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// In thousandths.
    pub amount: Option<Written<i64>>,
    /// Its unit was said.
    pub has_unit: bool,
    pub day: Option<Written<Day>>,
    pub is_done: bool,
    pub note: Option<String>,
    /// The note is signs only, such as 🎉.
    pub is_wordless: bool,
    /// Words that mean nothing stand before the title.
    pub begins_with_note: bool,
}

/// Reads what stands beside these spans of a text.
pub(super) fn read(
    manner: Manner<'_>,
    written: &str,
    mut spans: Vec<Range<usize>>,
    unit: &Unit,
) -> Option<Parts> {
    spans.sort_by_key(|span| span.start);
    let ends = spans.iter().map(|span| span.start).chain([written.len()]);
    let starts = [0].into_iter().chain(spans.iter().map(|span| span.end));
    let mut segments = Segments {
        manner,
        unit,
        parts: Parts { is_wordless: true, ..Parts::default() },
        notes: vec![],
    };
    for (nth, (start, end)) in starts.zip(ends).enumerate() {
        let segment = &written[start..end];
        let pieces = pieces_up_to(PIECES_MAX, manner.words, segment)?;
        segments.read(segment, &pieces, start > 0)?;
        if nth == 0 && !spans.is_empty() {
            segments.parts.begins_with_note =
                !segments.notes.is_empty() && !segments.parts.is_wordless;
        }
    }
    let Segments { mut parts, notes, .. } = segments;
    parts.note = (!notes.is_empty()).then(|| notes.join(" "));
    Some(parts)
}

/// Parts of a text that stand apart, read one after the other.
struct Segments<'s> {
    manner: Manner<'s>,
    unit: &'s Unit,
    parts: Parts,
    notes: Vec<String>,
}

impl Segments<'_> {
    /// `follows` where a title stands before.
    fn read(&mut self, written: &str, pieces: &[Piece], follows: bool) -> Option<()> {
        let mut at = 0;
        // Glue that belongs to a note, if one comes.
        let mut glue = None;
        while let Some(piece) = pieces.get(at) {
            if piece.is_mark("?") {
                return None;
            }
            if let Some((part, end)) = self.part(pieces, at) {
                let words = &written[piece.span.start..pieces[end - 1].span.end];
                self.take(part, words)?;
                at = end;
                glue = None;
                continue;
            }
            if piece.is("done") || piece.is_mark(DONE) {
                self.parts.is_done = true;
                at += 1;
                glue = None;
                continue;
            }
            if piece.is_mark(SEPARATORS) {
                // A minus before a number is none of ours.
                let is_minus = piece.is_mark("-")
                    && matches!(pieces.get(at + 1).map(|next| &next.token), Some(Token::Number(_)))
                    && pieces[at + 1].span.start == piece.span.end
                    && (at > 0 || follows)
                    && written[..piece.span.start].ends_with(char::is_whitespace);
                if is_minus && !matches!(self.unit, Unit::None) {
                    return None;
                }
                at += 1;
                glue = None;
                continue;
            }
            if piece.is_any(&GLUE) && !piece.is("vague") {
                glue = glue.or(Some(at));
                at += 1;
                continue;
            }
            return self.note(written, pieces, glue.unwrap_or(at), at);
        }
        Some(())
    }

    /// The longest day or amount that begins at a piece.
    fn part(&self, pieces: &[Piece], at: usize) -> Option<(Part, usize)> {
        let most = PART_MAX.min(pieces.len() - at);
        (1..=most).rev().find_map(|length| {
            let end = at + length;
            let window = &pieces[at..end];
            let day = || {
                let Manner { locale, today, .. } = self.manner;
                let read = dates::of_pieces(window, locale, today, true)?;
                let next = pieces.get(end);
                let is_counted = next.is_some_and(|next| is_unit(next) && !next.is("done"));
                let is_clean = !window.last()?.is_mark(",")
                    && !is_bare_number(window)
                    && is_clear_day(window, next);
                (is_clean && !is_counted).then_some((Part::Day(read), end))
            };
            let amount = || {
                if matches!(self.unit, Unit::None) {
                    return None;
                }
                let milli = amount::of_pieces(window, self.manner.marks, self.unit)?;
                let has_unit = amount::of_pieces(window, self.manner.marks, &Unit::None).is_none();
                let is_followed = self.goes_on(pieces, end, has_unit);
                Some((if is_followed { Part::Half } else { Part::Amount(milli, has_unit) }, end))
            };
            let is_plain = matches!(&window[0].token, Token::Number(digits) if length == 1 && !digits.contains(['/', '-']));
            if is_plain { amount().or_else(day) } else { day().or_else(amount) }
        })
    }

    /// Whether what follows an amount makes it half of something else: a range, an alternative, another unit.
    fn goes_on(&self, pieces: &[Piece], end: usize, has_unit: bool) -> bool {
        let Some(next) = pieces.get(end) else { return false };
        let is_number = |at: usize| {
            pieces
                .get(at)
                .is_some_and(|piece| matches!(piece.token, Token::Number(_) | Token::Fraction(_)))
        };
        let joins = next.is_any(&["range", "or", "and"]) || next.is_mark("-~/+&–×*");
        let measured = |at: usize| {
            (1..=PART_MAX.min(pieces.len().saturating_sub(at))).any(|length| {
                let window = &pieces[at..at + length];
                amount::of_pieces(window, self.manner.marks, self.unit).is_some()
                    && amount::of_pieces(window, self.manner.marks, &Unit::None).is_none()
            })
        };
        if joins && is_number(end + 1) || next.is("or") || is_number(end) || next.is_mark("%") {
            return true;
        }
        if next.is_mark(",;") && measured(end + 1) {
            return true;
        }
        let is_word = matches!(next.token, Token::Word(_));
        let is_alone = end + 1 == pieces.len();
        let means_nothing =
            !next.is_any(&["done", "today", "yesterday", "ereyesterday", "kal", "parson"]);
        !has_unit && is_word && (is_unit(next) || is_alone && means_nothing)
    }

    fn take(&mut self, part: Part, words: &str) -> Option<()> {
        let words = words.to_owned();
        match part {
            Part::Half | Part::Day(Dates::Either(_)) => None,
            Part::Day(Dates::Plain(day)) => {
                // What lies ahead is nothing that was done.
                let is_past = day <= self.manner.today;
                let before = self.parts.day.replace(Written { value: day, words });
                (is_past && before.is_none()).then_some(())
            }
            Part::Amount(milli, has_unit) => {
                self.parts.has_unit = has_unit;
                self.parts.amount.replace(Written { value: milli, words }).is_none().then_some(())
            }
        }
    }

    /// From here on it is a note, but for a day at its end.
    fn note(&mut self, written: &str, pieces: &[Piece], start: usize, first: usize) -> Option<()> {
        let is_apart = first > 0 && pieces[first - 1].is_mark(",;.!:-");
        let said = self.parts.amount.is_some() || self.parts.is_done;
        let word = &pieces[first];
        let denies = |piece: &Piece| piece.is("not") && !piece.is_any(&["filler", "done"]);
        if word.is_any(&["vague", "or", "from", "range"]) && !is_apart && !said {
            return None;
        }
        if !(is_apart && said) && pieces[first..].iter().any(denies) {
            return None;
        }
        if !(is_apart && said) && pieces[first..].iter().any(|piece| piece.is("later")) {
            return None;
        }
        if pieces[first..].iter().any(|piece| piece.is_mark("?")) {
            return None;
        }
        let mut end = pieces.len();
        let days = (1..=PART_MAX.min(end - first)).rev().find_map(|length| {
            let at = end - length;
            let Manner { locale, today, .. } = self.manner;
            let is_likened = at == first || pieces[at - 1].is("compare");
            match dates::of_pieces(&pieces[at..], locale, today, true) {
                Some(Dates::Plain(day))
                    if !is_likened
                        && day < today
                        && is_named(&pieces[at..])
                        && is_clear_day(&pieces[at..], None) =>
                {
                    Some((day, at))
                }
                _ => None,
            }
        });
        if let Some((day, at)) = days.filter(|_| self.parts.day.is_none()) {
            let words = written[pieces[at].span.start..pieces[end - 1].span.end].to_owned();
            self.parts.day = Some(Written { value: day, words });
            end = at;
        }
        let is_sign = |piece: &Piece| matches!(piece.token, Token::Mark(_));
        self.parts.is_wordless &= pieces[first..end].iter().all(is_sign);
        let note = &written[pieces[start].span.start..pieces[end - 1].span.end];
        // What is written behind the last piece shows something too, such as a flag.
        let note =
            if end == pieces.len() { written[pieces[start].span.start..].trim() } else { note };
        let note = note.trim_end_matches([',', ';', ':', '-', ' ']).trim();
        self.notes.extend((!note.is_empty()).then(|| note.to_owned()));
        Some(())
    }
}

enum Part {
    Day(Dates),
    Amount(i64, bool),
    /// An amount that is only half of what is said.
    Half,
}

fn is_unit(piece: &Piece) -> bool {
    amount::is_known_unit(piece) || piece.is_any(&["other-unit", "times", "hours", "container"])
}

/// Whether a number and nothing else would make these a day of the month, as in `from 5`.
fn is_bare_number(pieces: &[Piece]) -> bool {
    let is_number =
        |piece: &&Piece| matches!(piece.token, Token::Number(_)) || piece.nth("number-").is_some();
    let says_day =
        |piece: &Piece| piece.is_any(&["day-ordinal", "day-mark"]) || piece.is_mark(".º°");
    let is_word = |piece: &&Piece| {
        !is_number(piece) && !piece.is_any(&GLUE) && !piece.is_any(&["from", "range"])
    };
    !pieces.iter().any(says_day)
        && pieces.iter().filter(is_number).count() == 1
        && pieces.iter().filter(is_word).count() == 0
        && !matches!(&pieces[0].token, Token::Number(digits) if digits.contains('.'))
}

/// Whether a weekday is meant where one is named: `so` and `we` are words, and `sun was out` is none of a Sunday.
fn is_clear_day(pieces: &[Piece], next: Option<&Piece>) -> bool {
    let ends = next.is_none_or(|next| matches!(next.token, Token::Mark(_)));
    pieces.iter().filter(|piece| piece.nth("day-").is_some()).all(|piece| match &piece.token {
        Token::Word(word) if is_joined(word) => word.contains('曜'),
        Token::Word(word) => {
            let letters = word.chars().count();
            letters > 3 || letters == 3 && ends || word.is_empty()
        }
        _ => true,
    })
}

/// Whether a day is said in a word, such as `yesterday`.
fn is_named(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        piece.is_any(&["today", "yesterday", "ereyesterday", "kal", "parson"])
            || piece.nth("day-").is_some()
    })
}
