//! MarkdownV2, as far as it must be refused: reserved characters want a backslash.

/// The text without its marks; the error is what follows `can't parse entities: `.
pub fn parse(source: &str) -> Result<String, String> {
    let letters: Vec<char> = source.chars().collect();
    let mut text = String::new();
    let mut open: Vec<char> = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        at += 1;
        let in_code = open.last() == Some(&'`');
        match (letter, next) {
            ('\\', Some(escaped)) => {
                text.push(escaped);
                at += 1;
            }
            ('`', _) => toggle(&mut open, '`'),
            (letter, _) if in_code => text.push(letter),
            ('*' | '_' | '~', _) => toggle(&mut open, letter),
            ('|', Some('|')) => {
                toggle(&mut open, '|');
                at += 1;
            }
            ('[', _) => open.push('['),
            (']', Some('(')) if open.last() == Some(&'[') => {
                open.pop();
                at = address_end(&letters, at + 1)?;
            }
            ('>', _) if at == 1 || letters.get(at - 2) == Some(&'\n') => {}
            (letter, _) if ">#+-=|{}.!]()".contains(letter) => {
                return Err(format!(
                    "Character '{letter}' is reserved and must be escaped with the preceding '\\'"
                ));
            }
            (letter, _) => text.push(letter),
        }
    }
    match open.last() {
        None => Ok(text),
        Some(_) => Err("Can't find end of the entity starting at byte offset 0".to_owned()),
    }
}

fn toggle(open: &mut Vec<char>, mark: char) {
    if open.last() == Some(&mark) {
        open.pop();
    } else {
        open.push(mark);
    }
}

fn address_end(letters: &[char], from: usize) -> Result<usize, String> {
    let end = letters.iter().skip(from).position(|letter| *letter == ')');
    end.map(|end| from + end + 1).ok_or_else(|| "Can't find end of a URL".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_characters_must_be_escaped() {
        assert_eq!(parse("*1\\.5* days\\!").expect("fine"), "1.5 days!");
        assert_eq!(parse("[a](https://x.test)").expect("fine"), "a");
        assert!(parse("1.5 days").expect_err("a dot").starts_with("Character '.'"));
        assert!(parse("*bold").is_err());
    }
}
