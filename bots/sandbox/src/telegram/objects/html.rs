//! Telegram's HTML: a fixed list of tags, and offsets in UTF-16.

use serde_json::{Value, json};

use crate::telegram::objects::utf16::utf16;

/// A tag that waits for its end.
struct Open {
    name: String,
    offset: i64,
    entity: Value,
    /// Where its text begins in the result.
    from: usize,
}

/// The plain text and its entities; the error is what follows `can't parse entities: `.
pub fn parse(source: &str) -> Result<(String, Vec<Value>), String> {
    let mut text = String::new();
    let mut offset = 0;
    let mut open: Vec<Open> = Vec::new();
    let mut entities = Vec::new();
    let mut at = 0;
    while let Some(letter) = source[at..].chars().next() {
        match letter {
            '<' => {
                let end = source[at..].find('>').map(|end| at + end);
                let end = end.ok_or_else(|| format!("Unclosed start tag at byte offset {at}"))?;
                let inside = &source[at + 1..end];
                match inside.strip_prefix('/') {
                    Some(name) => entities.extend(close(name, at, &mut open, (&text, offset))?),
                    None => open.push(begin(inside, at, (&text, offset), &open)?),
                }
                at = end + 1;
            }
            '&' => {
                let (decoded, length) = decode(&source[at..]);
                text.push(decoded);
                offset += decoded.len_utf16() as i64;
                at += length;
            }
            letter => {
                text.push(letter);
                offset += letter.len_utf16() as i64;
                at += letter.len_utf8();
            }
        }
    }
    if let Some(last) = open.last() {
        let name = &last.name;
        return Err(format!("Can't find end tag corresponding to start tag \"{name}\""));
    }
    entities.sort_by_key(|entity| {
        let length = entity["length"].as_i64().unwrap_or_default();
        (entity["offset"].as_i64().unwrap_or_default(), -length)
    });
    Ok((text, entities))
}

fn begin(
    inside: &str,
    at: usize,
    (text, offset): (&str, i64),
    open: &[Open],
) -> Result<Open, String> {
    let end = inside.find(|letter: char| letter.is_whitespace()).unwrap_or(inside.len());
    let name = inside[..end].to_ascii_lowercase();
    let attributes = attributes(&inside[end..], &name, at)?;
    let attribute = |wanted: &str| {
        let found = attributes.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    };
    let entity = match name.as_str() {
        "b" | "strong" => json!({"type": "bold"}),
        "i" | "em" => json!({"type": "italic"}),
        "u" | "ins" => json!({"type": "underline"}),
        "s" | "strike" | "del" => json!({"type": "strikethrough"}),
        "tg-spoiler" => json!({"type": "spoiler"}),
        "span" if attribute("class") == Some("tg-spoiler") => json!({"type": "spoiler"}),
        "span" => {
            let words = "Tag \"span\" must have class \"tg-spoiler\"";
            return Err(format!("{words} at byte offset {at}"));
        }
        "a" => json!({"type": "text_link", "url": attribute("href").unwrap_or_default()}),
        "code" => {
            let language = attribute("class").and_then(|class| class.strip_prefix("language-"));
            let in_pre = open.last().is_some_and(|open| open.name == "pre");
            match language.filter(|_| in_pre) {
                Some(language) => json!({"type": "code", "language": language}),
                None => json!({"type": "code"}),
            }
        }
        "pre" => json!({"type": "pre"}),
        "blockquote" if attribute("expandable").is_some() => {
            json!({"type": "expandable_blockquote"})
        }
        "blockquote" => json!({"type": "blockquote"}),
        "tg-emoji" => {
            let id = attribute("emoji-id").unwrap_or_default();
            json!({"type": "custom_emoji", "custom_emoji_id": id})
        }
        "tg-time" => time(attribute("unix"), attribute("format"), at)?,
        _ => return Err(format!("Unsupported start tag \"{name}\" at byte offset {at}")),
    };
    Ok(Open { name, offset, entity, from: text.len() })
}

fn time(unix: Option<&str>, format: Option<&str>, at: usize) -> Result<Value, String> {
    let unix = unix.and_then(|unix| unix.parse::<i64>().ok());
    let wrong = || format!("Tag \"tg-time\" must have attribute \"unix\" at byte offset {at}");
    let mut entity = json!({"type": "date_time", "unix_time": unix.ok_or_else(wrong)?});
    if let Some(format) = format {
        entity["date_time_format"] = json!(format);
    }
    Ok(entity)
}

/// The attributes of a tag, decoded.
fn attributes(text: &str, tag: &str, at: usize) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=');
        let end = end.unwrap_or(rest.len());
        if end == 0 {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {at}"));
        }
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            attributes.push((name, String::new()));
            continue;
        };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|letter| matches!(letter, '"' | '\''));
        let (value, left) = match quote {
            Some(quote) => {
                let unclosed = || format!("Unclosed start tag at byte offset {at}");
                after[1..].split_once(quote).ok_or_else(unclosed)?
            }
            None => {
                let end = after.find(char::is_whitespace).unwrap_or(after.len());
                after.split_at(end)
            }
        };
        attributes.push((name, decode_all(value)));
        rest = left.trim_start();
    }
    Ok(attributes)
}

fn close(
    name: &str,
    at: usize,
    open: &mut Vec<Open>,
    (text, offset): (&str, i64),
) -> Result<Option<Value>, String> {
    let name = name.trim().to_ascii_lowercase();
    let unexpected = || format!("Unexpected end tag at byte offset {at}");
    let last = open.pop().ok_or_else(unexpected)?;
    if !name.is_empty() && name != last.name {
        let expected = &last.name;
        return Err(format!(
            "Unmatched end tag at byte offset {at}, expected \"</{expected}>\", found \"</{name}>\""
        ));
    }
    let inner = &text[last.from..];
    if inner.is_empty() {
        return Ok(None);
    }
    let mut entity = last.entity;
    entity["offset"] = json!(last.offset);
    entity["length"] = json!(offset - last.offset);
    debug_assert_eq!(offset - last.offset, utf16(inner));
    Ok(linked(entity, inner))
}

/// A link without an address leads to its own text; one to a user is a mention.
fn linked(mut entity: Value, inner: &str) -> Option<Value> {
    if entity["type"] != "text_link" {
        return Some(entity);
    }
    let url = entity["url"].as_str().unwrap_or_default();
    let url = if url.is_empty() { inner.to_owned() } else { url.to_owned() };
    if let Some(id) = url.strip_prefix("tg://user?id=") {
        let id: i64 = id.parse().ok()?;
        let (offset, length) = (entity["offset"].clone(), entity["length"].clone());
        let user = json!({"id": id});
        return Some(
            json!({"type": "text_mention", "offset": offset, "length": length, "user": user}),
        );
    }
    // Telegram makes no link of what is no address.
    if !url.contains(['.', ':']) {
        return None;
    }
    entity["url"] = json!(url);
    Some(entity)
}

/// The character that begins this text, and how many bytes it takes.
fn decode(text: &str) -> (char, usize) {
    let named = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')];
    for (name, letter) in named {
        if text.starts_with(name) {
            return (letter, name.len());
        }
    }
    numeric(text).unwrap_or(('&', 1))
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix("&#")?;
    let end = body.find(';').filter(|end| *end <= 8)?;
    let digits = &body[..end];
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    let letter = char::from_u32(code).filter(|letter| *letter != '\0')?;
    Some((letter, 2 + end + 1))
}

fn decode_all(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (letter, length) =
            if letter == '&' { decode(rest) } else { (letter, letter.len_utf8()) };
        decoded.push(letter);
        rest = &rest[length..];
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_entities_with_utf16_offsets() {
        let (text, entities) = parse("👍 <b>Ada &amp; <i>Ken</i></b>").expect("fine");
        assert_eq!(text, "👍 Ada & Ken");
        assert_eq!(entities[0], json!({"type": "bold", "offset": 3, "length": 9}));
        assert_eq!(entities[1], json!({"type": "italic", "offset": 9, "length": 3}));
    }

    #[test]
    fn links_keep_their_address_and_mentions_their_user() {
        let source =
            "<a href=\"https://a.test/?x=1&amp;y=2\">a</a> <a href=\"tg://user?id=5\">b</a>";
        let (_, entities) = parse(source).expect("fine");
        assert_eq!(entities[0]["url"], "https://a.test/?x=1&y=2");
        assert_eq!(entities[1]["type"], "text_mention");
        assert_eq!(entities[1]["user"]["id"], 5);
    }

    #[test]
    fn character_references_are_decoded_and_a_lone_ampersand_stays() {
        let (text, _) = parse("&lt;&gt;&quot;&#39;&#x1F44D; R&D &nbsp;").expect("fine");
        assert_eq!(text, "<>\"'👍 R&D &nbsp;");
    }

    #[test]
    fn what_is_not_allowed_is_refused_with_its_place() {
        let wrong = [
            ("<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 0"),
            ("a <b", "Unclosed start tag at byte offset 2"),
            ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
            ("x</b>", "Unexpected end tag at byte offset 1"),
            ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ];
        for (source, why) in wrong {
            assert_eq!(parse(source).expect_err(source), why);
        }
        let crossed = parse("<b><i>x</b></i>").expect_err("crossed");
        assert!(crossed.starts_with("Unmatched end tag at byte offset 7"));
    }

    #[test]
    fn a_spoiler_an_expandable_quote_and_a_time_are_known() {
        let source = "<span class=\"tg-spoiler\">a</span><blockquote expandable>b</blockquote>\
            <tg-time unix=\"5\">c</tg-time>";
        let (_, entities) = parse(source).expect("fine");
        let kinds: Vec<&str> = entities.iter().filter_map(|one| one["type"].as_str()).collect();
        assert_eq!(kinds, ["spoiler", "expandable_blockquote", "date_time"]);
    }
}
