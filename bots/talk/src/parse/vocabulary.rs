//! What words mean, in all languages: the lists of `texts/<language>.words.txt`. Where languages differ, that of whoever
//! writes counts.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::locale::Words;
use crate::parse::token::{Token, spanned, starts, tokens};

const SOURCES: [(&str, &str); 6] = [
    ("en", include_str!("../../texts/en.words.txt")),
    ("de", include_str!("../../texts/de.words.txt")),
    ("es", include_str!("../../texts/es.words.txt")),
    ("hi", include_str!("../../texts/hi.words.txt")),
    ("ja", include_str!("../../texts/ja.words.txt")),
    ("ar", include_str!("../../texts/ar.words.txt")),
];
/// Pieces of the longest text that is read: nobody says more in a field.
const PIECES_MAX: usize = 64;
/// Bytes of it.
const LENGTH_MAX: usize = 2_048;

/// A meaning, as the lists name it.
type Key = &'static str;

/// A piece of what was written: a phrase with its meanings, a number, or a sign.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub token: Token,
    /// Where it stands in what was written.
    pub span: Range<usize>,
    /// What it can mean; nothing for what no list has.
    keys: Vec<Key>,
}

impl Piece {
    pub fn is(&self, key: &str) -> bool {
        self.keys.contains(&key)
    }

    pub fn is_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.is(key))
    }

    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.token, Token::Mark(mark) if marks.contains(mark))
    }

    /// Which one of numbered meanings: `day-3` of `day-`.
    pub fn nth(&self, prefix: &str) -> Option<u32> {
        let mut numbers = self.keys.iter().filter_map(|key| key.strip_prefix(prefix)?.parse().ok());
        let first = numbers.next()?;
        // Two languages that do not agree say nothing.
        numbers.all(|other| other == first).then_some(first)
    }
}

type Phrases = HashMap<Token, Vec<(Vec<Token>, Vec<Key>)>>;

/// The phrases of a language by their first token, the longest first.
static VOCABULARY: LazyLock<Vec<Phrases>> =
    LazyLock::new(|| SOURCES.iter().map(|(_, source)| phrases(source)).collect());

/// Words of scripts without blanks, for cutting.
static JOINED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let all = VOCABULARY.iter().flat_map(|phrases| phrases.values().flatten());
    let words = all.flat_map(|(tokens, _)| tokens).filter_map(|token| match token {
        Token::Word(word) if is_joined(word) => Some(word.clone()),
        _ => None,
    });
    words.collect()
});

fn entries(source: &'static str) -> impl Iterator<Item = (Key, &'static str)> {
    let lines = source.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = "))
}

/// What a language says first for a meaning.
pub(crate) fn first(words: Words, key: &str) -> &'static str {
    let own = SOURCES.iter().find(|(name, _)| *name == words.language()).unwrap_or(&SOURCES[0]);
    let listed = entries(own.1).find(|(known, _)| *known == key).map(|(_, listed)| listed);
    listed.and_then(|listed| listed.split(" | ").next()).unwrap_or_default()
}

/// What is said for a meaning in any language, as the lists have it.
pub(crate) fn listed(key: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = SOURCES.iter().flat_map(|(_, source)| entries(source));
    let of_key = lines.filter(move |(known, _)| *known == key);
    of_key.flat_map(|(_, listed)| listed.split(" | ")).filter(|phrase| *phrase != "-")
}

fn phrases(source: &'static str) -> Phrases {
    let mut all: HashMap<Vec<Token>, Vec<Key>> = HashMap::new();
    for (key, listed) in entries(source) {
        for phrase in listed.split(" | ").map(str::trim) {
            if phrase == "-" {
                continue;
            }
            let keys = all.entry(tokens(phrase)).or_default();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let mut by_first = Phrases::new();
    for (tokens, keys) in all {
        let Some(first) = tokens.first() else { continue };
        by_first.entry(first.clone()).or_default().push((tokens, keys));
    }
    for phrases in by_first.values_mut() {
        phrases.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.len()));
    }
    by_first
}

pub(crate) fn is_joined(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c >= '\u{3000}')
}

/// What was written, in pieces with their meanings; none where that is too much for a value.
pub(crate) fn pieces(words: Words, text: &str) -> Option<Vec<Piece>> {
    pieces_up_to(PIECES_MAX, words, text)
}

/// The same of up to so many pieces.
pub(crate) fn pieces_up_to(most: usize, words: Words, text: &str) -> Option<Vec<Piece>> {
    if text.len() > LENGTH_MAX {
        return None;
    }
    let (tokens, spans): (Vec<Token>, Vec<Range<usize>>) = cut(text).into_iter().unzip();
    if tokens.len() > most {
        return None;
    }
    let own = SOURCES.iter().position(|(name, _)| *name == words.language()).unwrap_or(0);
    let others = (0..SOURCES.len()).filter(|n| *n != own);
    let order: Vec<usize> = [own].into_iter().chain(others).collect();
    let (mut found, mut at) = (vec![], 0);
    while at < tokens.len() {
        let (length, keys) = longest(&order, &tokens[at..]);
        // A phrase of several words is neither of them.
        let token = match length {
            0 | 1 => tokens[at].clone(),
            _ => Token::Word(String::new()),
        };
        let end = at + length.max(1);
        found.push(Piece { token, span: spans[at].start..spans[end - 1].end, keys });
        at = end;
    }
    Some(found)
}

/// The longest phrase at the beginning of these, and what it means: to whoever writes, or else to others.
fn longest(order: &[usize], tokens: &[Token]) -> (usize, Vec<Key>) {
    // Days in a letter each are those of one's own language.
    let is_letter = matches!(&tokens[0], Token::Word(word) if word.len() == 1);
    let mut best: (usize, Vec<Key>) = (0, vec![]);
    let mut is_own = false;
    for (nth, language) in order.iter().enumerate() {
        let known = VOCABULARY[*language].get(&tokens[0]);
        let known = known.into_iter().flatten().find(|(phrase, _)| tokens.starts_with(phrase));
        let Some((phrase, keys)) = known else { continue };
        let is_said = |key: &&Key| nth == 0 || !(is_letter && key.starts_with("day-"));
        let keys = keys.iter().copied().filter(|key| is_said(&key));
        if phrase.len() > best.0 {
            best = (phrase.len(), keys.collect());
            is_own = nth == 0;
        } else if phrase.len() == best.0 && !is_own {
            best.1.extend(keys);
        }
    }
    best
}

/// A token with where it stands.
type Placed = (Token, Range<usize>);

/// The tokens of a text. Words of scripts without blanks are cut, and the Arabic `and` from what it is written on.
fn cut(text: &str) -> Vec<Placed> {
    let mut all = vec![];
    for (token, span) in spanned(text) {
        match token {
            Token::Word(word) if is_joined(&word) => cut_joined(&word, text, span, &mut all),
            Token::Word(word) if word.starts_with('و') && !is_known(&word) => {
                let rest: String = word.chars().skip(1).collect();
                let second = starts(&word, &text[span.clone()]).and_then(|at| at.get(1).copied());
                if is_known(&rest) {
                    let at = span.start + second.unwrap_or(0);
                    all.push((Token::Word("و".to_owned()), span.start..at));
                    all.push((Token::Word(rest), at..span.end));
                } else {
                    all.push((Token::Word(word), span));
                }
            }
            other => all.push((other, span)),
        }
    }
    all
}

/// Whether a list has a phrase that begins with this word.
pub(crate) fn is_known(word: &str) -> bool {
    let token = Token::Word(word.to_owned());
    VOCABULARY.iter().any(|phrases| phrases.contains_key(&token))
}

fn cut_joined(word: &str, text: &str, span: Range<usize>, all: &mut Vec<Placed>) {
    const LONGEST: usize = 10;
    let letters: Vec<char> = word.chars().collect();
    let starts = starts(word, &text[span.clone()]);
    let place = |from: usize, to: usize| match &starts {
        Some(starts) => {
            let end = starts.get(to).map_or(span.end, |end| span.start + end);
            span.start + starts[from]..end
        }
        None => span.clone(),
    };
    let mut push = |from: usize, to: usize| {
        if from < to {
            all.push((Token::Word(letters[from..to].iter().collect()), place(from, to)));
        }
    };
    let (mut at, mut unknown) = (0, 0);
    while at < letters.len() {
        let most = LONGEST.min(letters.len() - at);
        let known = (1..=most)
            .rev()
            .find(|n| JOINED.contains(&letters[at..at + n].iter().collect::<String>()));
        match known {
            Some(n) => {
                push(unknown, at);
                push(at, at + n);
                at += n;
                unknown = at;
            }
            None => at += 1,
        }
    }
    push(unknown, at);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_something_or_nothing_for_every_meaning() {
        let keys = |source: &'static str| entries(source).map(|(key, _)| key).collect::<Vec<_>>();
        for (name, source) in SOURCES {
            assert_eq!(keys(source), keys(SOURCES[0].1), "{name}");
        }
    }

    #[test]
    fn the_language_of_whoever_writes_counts() {
        let once = |language: &str| pieces(Words::of(language), "once").expect("it is short");
        assert!(once("en")[0].is("times-1") && !once("en")[0].is("number-11"));
        assert!(once("es")[0].is("number-11") && !once("es")[0].is("times-1"));
    }
}
