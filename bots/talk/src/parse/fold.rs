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
