//! Which words of a text keep it from being read.

use crate::locale::Words;
use crate::parse::vocabulary::pieces;

/// Pieces of a text that is looked at: of a longer one nobody means almost all.
const PIECES_MAX: usize = 12;

/// The fewest words that have to go for the rest to be read, of several the first, and that rest.
pub(crate) fn left_over(
    words: Words,
    written: &str,
    is_read: impl Fn(&str) -> bool,
) -> Option<(String, String)> {
    let pieces = pieces(words, written)?;
    if pieces.len() > PIECES_MAX {
        return None;
    }
    (1..pieces.len()).find_map(|length| {
        (0..=pieces.len() - length).find_map(|at| {
            let (start, end) = (pieces[at].span.start, pieces[at + length - 1].span.end);
            let rest = [written[..start].trim(), written[end..].trim()].join(" ");
            let rest = rest.trim().to_owned();
            is_read(&rest).then(|| (written[start..end].to_owned(), rest))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{schedule, times};

    #[test]
    fn the_words_that_are_in_the_way_are_found() {
        let en = Words::of("en");
        for (written, left, rest) in [
            ("every day banana", "banana", "every day"),
            ("mon, wed and holidays", "holidays", "mon, wed and"),
            ("every other monday", "other", "every monday"),
            ("gladly 3 times a week", "gladly", "3 times a week"),
        ] {
            let found = left_over(en, written, |rest| schedule::cadence(en, rest).is_some());
            assert_eq!(found, Some((left.to_owned(), rest.to_owned())), "{written}");
        }
        let found = left_over(en, "20:00 sharpish", |rest| times::read(en, rest).is_some());
        assert_eq!(found, Some(("sharpish".to_owned(), "20:00".to_owned())));
        assert_eq!(left_over(en, "now and then", |rest| times::read(en, rest).is_some()), None);
    }
}
