//! Words without the accents that people leave out.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Words without case, accents and what stands between them: `São Paulo` and `sao_paulo` are the same.
pub(crate) fn folded(words: &str) -> String {
    // Letters that Unicode does not take apart, and people write without their strokes.
    let letter = |c: char| match c {
        '/' | '_' | ',' | '-' | '–' | '(' | ')' | '&' | '،' | '、' | '・' => ' ',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'ة' => 'ه',
        'ى' => 'ي',
        other => other,
    };
    // Accents of Latin, the vowel and hamza marks of Arabic, and the dot below of Hindi.
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{655}' | '\u{93c}');
    let is_silent = |c: char| is_mark(c) || matches!(c, '.' | '\'' | '’' | '`' | '´');
    let lower = words.to_lowercase().replace('ß', "ss");
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let letters: String = apart.chars().filter(|c| !is_silent(*c)).map(letter).collect();
    let words = letters.split_whitespace().collect::<Vec<_>>().join(" ");
    ComposingNormalizerBorrowed::new_nfc().normalize(&words).into_owned()
}

/// Whether one letter is missing, too many, another, or two have changed places.
pub(crate) fn is_one_apart(one: &str, other: &str) -> bool {
    let letters = one.chars().count().abs_diff(other.chars().count());
    if letters > 1 || one == other {
        return false;
    }
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let start: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let behind = |text: &'_ str, n: usize| text.chars().skip(n).collect::<String>();
    match letters {
        1 => behind(one, 1) == other || one == behind(other, 1),
        _ => {
            let two = |text: &str| {
                let mut letters = text.chars();
                letters.next().zip(letters.next())
            };
            let turned = two(one).zip(two(other)).is_some_and(|((a, b), (c, d))| a == d && b == c);
            behind(one, 1) == behind(other, 1) || turned && behind(one, 2) == behind(other, 2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_letter_apart() {
        for (one, other, want) in [
            ("melborne", "melbourne", true),
            ("barcleona", "barcelona", true),
            ("pariss", "paris", true),
            ("москва", "масква", true),
            ("berlin", "berlin", false),
            ("berlin", "merlot", false),
            ("ab", "ba", true),
            ("abc", "cba", false),
        ] {
            assert_eq!(is_one_apart(one, other), want, "{one} {other}");
            assert_eq!(is_one_apart(other, one), want, "{other} {one}");
        }
    }
}
