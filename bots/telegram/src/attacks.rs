//! Hostile texts, read as Telegram reads HTML.

#[path = "../../../tests/attacks/said.rs"]
mod said;

use crate::attacks::said::{Shown, check_all};
use crate::respond::render::render;

/// UTF-16 units that a message takes.
const TEXT_MAX: usize = 4096;
const TAGS: [&str; 2] = ["b", "code"];
const ENTITIES: [(&str, char); 4] = [("lt;", '<'), ("gt;", '>'), ("amp;", '&'), ("quot;", '"')];

/// Reads what Telegram takes, and panics at anything else.
fn read(html: &str) -> Shown {
    let (mut shown, mut open) = (Shown::default(), vec![]);
    // Nothing in code is a mention or a command.
    let mut loose = String::new();
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let letter = match c {
            '<' => {
                let (tag, after) = rest.split_once('>').expect("a tag ends");
                rest = after;
                match tag.strip_prefix('/') {
                    Some(tag) => assert_eq!(open.pop(), Some(tag), "{html}"),
                    None => {
                        assert!(TAGS.contains(&tag), "{tag} in {html}");
                        shown.active.push(tag.to_owned());
                        open.push(tag);
                    }
                }
                continue;
            }
            '&' => {
                let entity = ENTITIES.iter().find(|(name, _)| rest.starts_with(*name));
                let (name, letter) = entity.unwrap_or_else(|| panic!("no entity: {html}"));
                rest = &rest[name.len()..];
                *letter
            }
            '>' => panic!("a tag ends that has not begun: {html}"),
            other => other,
        };
        shown.visible.push(letter);
        loose.push(if open.contains(&"code") { ' ' } else { letter });
    }
    assert!(open.is_empty(), "{open:?} in {html}");
    shown.active.extend(signs(&loose));
    shown
}

/// Mentions and commands, which Telegram finds by itself.
fn signs(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let sign = |(at, c): (usize, char)| {
        let before = text[..at].chars().next_back();
        let is_sign = match c {
            '@' => true,
            '/' => before.is_none_or(|c| !c.is_alphanumeric() && !"_/<>".contains(c)),
            _ => false,
        };
        (is_sign && text[at + c.len_utf8()..].starts_with(is_word)).then(|| c.to_string())
    };
    text.char_indices().filter_map(sign).collect()
}

#[test]
fn nothing_that_people_write_does_anything_in_any_message() {
    let looked = check_all(|text| {
        let shown = read(&render(text));
        assert!(shown.visible.encode_utf16().count() <= TEXT_MAX, "{}", shown.visible);
        shown
    });
    assert!(looked > 50_000, "{looked}");
}

#[test]
fn what_is_not_kept_from_it_is_seen_to_be_active() {
    assert_eq!(read("<b>@ada</b> (/undo) 1/2 a&lt;b").active, ["b", "@", "/"]);
    assert_eq!(read("<code>/undo</code> @\u{2060}ada http://a.test/b").active, ["code"]);
}
