//! Words without the accents that people leave out.

/// Words without case, accents and what stands between them: `São Paulo` and `sao_paulo` are the same.
pub(crate) fn folded(words: &str) -> String {
    let letter = |c: char| match c {
        '/' | '_' | ',' | '-' | '–' | '(' | ')' | '&' | '،' | '、' | '・' => ' ',
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        other => other,
    };
    // Accents that stand alone, the vowel marks of Arabic, and the dot below of Hindi.
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{93c}');
    let is_silent = |c: char| is_mark(c) || matches!(c, '.' | '\'' | '’' | '`' | '´');
    let lower = words.to_lowercase().replace('ß', "ss");
    let letters: String = lower.chars().filter(|c| !is_silent(*c)).map(letter).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
