//! What somebody wrote, in pieces: words as they are compared, numbers, signs.

use std::ops::Range;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Token {
    /// Letters without case, accents and width.
    Word(String),
    /// Western digits, with the marks between them.
    Number(String),
    /// A sign such as ½, in thousandths.
    Fraction(i64),
    Mark(char),
}

/// A text in pieces. Signs that say nothing are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    spanned(text).into_iter().map(|(token, _)| token).collect()
}

/// A text in pieces, each with where it stands.
pub(crate) fn spanned(text: &str) -> Vec<(Token, Range<usize>)> {
    let mut found = vec![];
    let mut run = Run { text: String::new(), kind: Kind::Blank, span: 0..0 };
    let mut letters = text.char_indices().peekable();
    while let Some((at, written)) = letters.next() {
        let end = at + written.len_utf8();
        if let Some(milli) = fraction(written) {
            run.close(&mut found);
            found.push((Token::Fraction(milli), at..end));
            continue;
        }
        let c = western(written);
        let is_digit = letters.peek().is_some_and(|(_, next)| western(*next).is_ascii_digit());
        let of = match c {
            '.' | ',' | '\'' | '’' if run.kind == Kind::Digit && is_digit => Kind::Digit,
            '\'' | '’' | '`' | '´' if run.kind == Kind::Letter => continue,
            _ => Kind::of(c, run.kind),
        };
        if of != run.kind || of == Kind::Mark {
            run.close(&mut found);
            run.kind = of;
            run.span.start = at;
        }
        run.text.push(c);
        run.span.end = end;
    }
    run.close(&mut found);
    found
}

/// Signs of one kind that stand together.
struct Run {
    text: String,
    kind: Kind,
    span: Range<usize>,
}

impl Run {
    fn close(&mut self, found: &mut Vec<(Token, Range<usize>)>) {
        let text = std::mem::take(&mut self.text);
        let kind = std::mem::replace(&mut self.kind, Kind::Blank);
        let token = match kind {
            Kind::Blank => None,
            Kind::Digit => Some(Token::Number(text)),
            Kind::Letter | Kind::Joined => {
                Some(folded(&text)).filter(|folded| !folded.is_empty()).map(Token::Word)
            }
            Kind::Mark => text.chars().next().map(Token::Mark),
        };
        found.extend(token.map(|token| (token, self.span.clone())));
    }
}

/// Where the letters of a word begin in what was written: a mark belongs to the letter before it. None where they are not
/// one to one.
pub(crate) fn starts(word: &str, written: &str) -> Option<Vec<usize>> {
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' | '\u{64b}'..='\u{655}');
    let starts: Vec<usize> =
        written.char_indices().filter(|(_, c)| !is_mark(*c)).map(|(at, _)| at).collect();
    (starts.len() == word.chars().count()).then_some(starts)
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Blank,
    Digit,
    Letter,
    /// Scripts that are written without blanks.
    Joined,
    Mark,
}

impl Kind {
    fn of(c: char, before: Kind) -> Kind {
        match c {
            _ if c.is_ascii_digit() => Kind::Digit,
            '々'
            | 'ー'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{3400}'..='\u{9fff}' => Kind::Joined,
            // Marks belong to the letter before them.
            '\u{300}'..='\u{36f}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{900}'..='\u{903}'
            | '\u{93a}'..='\u{94f}'
            | '\u{3099}'
            | '\u{309a}'
            | '\u{200c}'
            | '\u{200d}' => match before {
                Kind::Letter | Kind::Joined => before,
                _ => Kind::Blank,
            },
            _ if c.is_alphabetic() => Kind::Letter,
            _ if c.is_whitespace() || is_silent(c) => Kind::Blank,
            _ => Kind::Mark,
        }
    }
}

/// What shows nothing: direction marks, joiners, selectors.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// One sign for those that mean the same: digits and marks of other scripts and widths, dashes.
pub(crate) fn western(c: char) -> char {
    let from = |zero: char| char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c);
    match c {
        '٠'..='٩' => from('٠'),
        '۰'..='۹' => from('۰'),
        '०'..='९' => from('०'),
        '٫' => '.',
        '٬' => ',',
        '‐'..='―' | '−' | '－' | '﹣' => '-',
        '〜' | '～' | '∼' => '~',
        // What parts a list is no mark within a number.
        '、' | '،' | '､' | '；' | '؛' => ';',
        '。' | '।' => '.',
        '؟' => '?',
        '٪' => '%',
        '・' | '·' | '•' => '/',
        // The whole of ASCII in full width.
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    }
}

fn fraction(c: char) -> Option<i64> {
    Some(match c {
        '½' => 500,
        '¼' => 250,
        '¾' => 750,
        '⅓' => 333,
        '⅔' => 667,
        '⅕' => 200,
        '⅛' => 125,
        _ => return None,
    })
}

/// A word as it is compared: without case, accents, width, and what people leave out of Arabic and Hindi.
fn folded(word: &str) -> String {
    let lower = word.to_lowercase().replace('ß', "ss");
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(&lower);
    let is_left_out = |c: &char| !matches!(*c, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{655}' | '\u{670}' | '\u{93c}' | '\u{200c}' | '\u{200d}');
    let letter = |c: char| match c {
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'ة' => 'ه',
        'ى' => 'ي',
        'ٱ' => 'ا',
        // The moon dot and the dot above a letter are one to whoever types.
        '\u{901}' => '\u{902}',
        other => other,
    };
    let kept: String = apart.chars().filter(is_left_out).map(letter).collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_differently_is_the_same() {
        for (one, other) in [
            ("Mon – Wed", "mon-wed"),
            ("火～土", "火〜土"),
            ("１２，０００歩", "12,000歩"),
            ("５．３ｋｍ", "5.3km"),
            ("७  किमी", "7 किमी"),
            ("MIÉRCOLES", "miercoles"),
            ("يوميًا", "يوميا"),
            ("الإثنين", "الاثنين"),
            ("रोज़", "रोज"),
            ("Straße", "STRASSE"),
            ("don’t", "dont"),
        ] {
            assert_eq!(tokens(one), tokens(other), "{one} and {other}");
        }
    }

    #[test]
    fn numbers_words_and_signs_part() {
        let word = |text: &str| Token::Word(text.to_owned());
        let number = |text: &str| Token::Number(text.to_owned());
        assert_eq!(tokens("1h30"), [number("1"), word("h"), number("30")]);
        assert_eq!(tokens("20ページ"), [number("20"), word("ページ")]);
        assert_eq!(tokens("10'000, x"), [number("10'000"), Token::Mark(','), word("x")]);
        assert_eq!(tokens("5、6"), [number("5"), Token::Mark(';'), number("6")]);
        assert_eq!(tokens("½h"), [Token::Fraction(500), word("h")]);
    }
}
