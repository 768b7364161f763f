//! Titles of events and names of tasks within what somebody wrote.

use std::ops::Range;

use crate::parse::fold::is_one_apart;
use crate::parse::token::{Token, spanned, starts};
use crate::parse::vocabulary::{is_joined, is_known};

/// Letters of the shortest title that may have one wrong.
const LETTERS_MIN: usize = 5;

/// A text whose words are looked at for titles.
pub(crate) struct Text<'t> {
    written: &'t str,
    words: Vec<(String, Range<usize>)>,
}

/// A title where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub span: Range<usize>,
    /// Letters of it: the longer of two is meant.
    letters: usize,
}

impl<'t> Text<'t> {
    pub fn of(written: &'t str) -> Text<'t> {
        Text { written, words: words_of(written) }
    }

    /// A title as it stands.
    pub fn find(&self, title: &str) -> Option<Found> {
        let title: Vec<String> = words_of(title).into_iter().map(|(word, _)| word).collect();
        let letters = title.iter().map(|word| word.chars().count()).sum();
        if let [only] = &title[..]
            && is_joined(only)
        {
            return self.within(only).map(|span| Found { span, letters });
        }
        let windows = || self.words.windows(title.len().max(1));
        let span =
            |window: &[(String, Range<usize>)]| Some(window.first()?.1.start..window.last()?.1.end);
        let same = windows().find(|window| window.iter().map(|(word, _)| word).eq(&title));
        // `#readnews`
        let whole = title.concat();
        let joined = || {
            let tagged = |at: usize| self.written[..at].ends_with('#');
            self.words.iter().find(|(word, span)| *word == whole && tagged(span.start))
        };
        let span = match same {
            _ if title.is_empty() => None,
            Some(window) => span(window),
            None => joined().map(|(_, span)| span.clone()),
        }?;
        Some(Found { span, letters })
    }

    /// A title with a letter wrong.
    pub fn find_almost(&self, title: &str) -> Option<Found> {
        let title: Vec<String> = words_of(title).into_iter().map(|(word, _)| word).collect();
        let whole = title.join(" ");
        let letters = whole.chars().count();
        if letters < LETTERS_MIN {
            return None;
        }
        let mut windows = self.words.windows(title.len());
        let almost = windows.find(|window| {
            let there: Vec<&str> = window.iter().map(|(word, _)| word.as_str()).collect();
            // What means something is no slip of the finger.
            !there.iter().all(|word| is_known(word)) && is_one_apart(&there.join(" "), &whole)
        })?;
        Some(Found { span: almost.first()?.1.start..almost.last()?.1.end, letters })
    }

    /// Whether these words are some of a title, as they follow each other there.
    pub fn is_part_of(&self, title: &str) -> bool {
        let title: Vec<String> = words_of(title).into_iter().map(|(word, _)| word).collect();
        let own: Vec<&String> = self.words.iter().map(|(word, _)| word).collect();
        !own.is_empty()
            && title.windows(own.len()).any(|window| window.iter().eq(own.iter().copied()))
    }

    /// A word of a script without blanks, within others.
    fn within(&self, title: &str) -> Option<Range<usize>> {
        self.words.iter().filter(|(word, _)| is_joined(word)).find_map(|(word, span)| {
            let at = word.find(title)?;
            let first = word[..at].chars().count();
            let last = first + title.chars().count();
            let starts = starts(word, &self.written[span.clone()])?;
            let end = starts.get(last).map_or(span.end, |end| span.start + end);
            Some(span.start + starts.get(first)?..end)
        })
    }
}

impl Found {
    /// Whether this one is meant rather than another: it holds the other, or is longer.
    pub fn beats(&self, other: &Found) -> bool {
        self.letters > other.letters
    }

    pub fn touches(&self, other: &Found) -> bool {
        self.span.start < other.span.end && other.span.start < self.span.end
    }
}

/// Whether two names are the same to whoever types them.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let plain = |name: &str| words_of(name).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
    !plain(one).is_empty() && plain(one) == plain(other)
}

/// Words and numbers, without the signs between them.
fn words_of(text: &str) -> Vec<(String, Range<usize>)> {
    let words = spanned(text).into_iter().filter_map(|(token, span)| match token {
        Token::Word(word) | Token::Number(word) => Some((word, span)),
        Token::Fraction(_) | Token::Mark(_) => None,
    });
    words.collect()
}
