//! Hostile texts, read as Discord's clients read Markdown.

#[path = "../../../tests/attacks/said.rs"]
mod said;

use crate::attacks::said::{Shown, check_all};
use crate::render::content;

/// Letters that a message takes.
const CONTENT_MAX: usize = 2000;
const PAIRS: [&str; 6] = ["**", "__", "~~", "||", "*", "_"];
/// What mentions somebody or leads somewhere. Addresses that stand there bare are links for everybody to read.
const SIGNS: [&str; 10] =
    ["<@", "<#", "<t:", "</", "<a:", "<:", "<id:", "<http", "@everyone", "@here"];
const LINE_SIGNS: [&str; 9] = ["# ", "## ", "### ", "-# ", "> ", ">>> ", "- ", "+ ", "* "];

impl Shown {
    fn read(&mut self, mut rest: &str, mut begins_line: bool) {
        while !rest.is_empty() {
            if begins_line {
                let sign = LINE_SIGNS.iter().find(|sign| rest.starts_with(**sign));
                self.active.extend(sign.map(|sign| (*sign).to_owned()));
            }
            let (piece, after) = rest.split_at(self.piece(rest));
            begins_line = piece.ends_with(['\n', '\r']) || begins_line && piece.trim().is_empty();
            rest = after;
        }
    }

    /// Reads the next piece, and gives its length.
    fn piece(&mut self, rest: &str) -> usize {
        let escaped = rest.strip_prefix('\\').and_then(|after| after.chars().next());
        if let Some(sign) = escaped.filter(|c| !c.is_ascii_alphanumeric() && !c.is_whitespace()) {
            self.visible.push(sign);
            return 1 + sign.len_utf8();
        }
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        if ticks > 0 {
            let Some(code) = code(rest, ticks) else {
                self.visible.push_str(&rest[..ticks]);
                return ticks;
            };
            self.active.push("`".repeat(ticks));
            self.visible.push_str(code);
            return code.len() + 2 * ticks;
        }
        if let Some(address) = address(rest) {
            self.visible.push_str(address);
            return address.len();
        }
        for mark in PAIRS {
            if let Some(inner) = enclosed(rest, mark) {
                self.active.push(mark.to_owned());
                self.read(inner, false);
                return inner.len() + 2 * mark.len();
            }
        }
        let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
        self.active.extend(sign.map(|sign| (*sign).to_owned()));
        let mut masked = rest.match_indices("](").filter(|(at, _)| !rest[..*at].ends_with('\\'));
        if rest.starts_with('[') && masked.next().is_some() {
            self.active.push("[](".to_owned());
        }
        let c = rest.chars().next().expect("there is more");
        self.visible.push(c);
        c.len_utf8()
    }
}

/// What stands between so many ticks and as many again.
fn code(rest: &str, ticks: usize) -> Option<&str> {
    let inner = &rest[ticks..];
    let mut from = 0;
    while let Some(next) = inner[from..].find('`') {
        let at = from + next;
        let run = inner[at..].len() - inner[at..].trim_start_matches('`').len();
        if run == ticks {
            return Some(&inner[..at]);
        }
        from = at + run;
    }
    None
}

/// An address as far as it is one: no escapes are read in it.
fn address(rest: &str) -> Option<&str> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| rest.starts_with(*scheme))?;
    let run = rest.split(|c: char| c.is_whitespace() || c == '<').next()?;
    let run = run.trim_end_matches(['.', ',', ':', ';', '"', '\'', ')', ']']);
    (run.len() > scheme.len()).then_some(run)
}

fn enclosed<'t>(rest: &'t str, mark: &str) -> Option<&'t str> {
    let inner = rest.strip_prefix(mark)?;
    let mut is_escaped = false;
    let end = inner.char_indices().find(|(at, c)| {
        let ends = !is_escaped && *at > 0 && inner[*at..].starts_with(mark);
        is_escaped = !is_escaped && *c == '\\';
        ends
    });
    end.map(|(at, _)| &inner[..at])
}

fn read(content: &str) -> Shown {
    let mut shown = Shown::default();
    shown.read(content, true);
    shown
}

#[test]
fn nothing_that_people_write_does_anything_in_any_message() {
    let looked = check_all(|text| {
        let content = content(text);
        assert!(content.chars().count() <= CONTENT_MAX, "{content}");
        read(&content)
    });
    assert!(looked > 50_000, "{looked}");
}

#[test]
fn what_is_not_escaped_is_seen_to_be_active() {
    for (text, active) in [
        ("@everyone", "@everyone"),
        ("<@&1>", "<@"),
        ("a\n  > b", "> "),
        ("-# small", "-# "),
        ("[x](http://evil.test)", "[]("),
        ("a ||b|| c", "||"),
        ("**a\\*b**", "**"),
        ("```a```", "```"),
    ] {
        assert_eq!(read(text).active, [active], "{text}");
    }
    let escaped = read(r"\@everyone \<\@1> `@here` \\ https://a.test/b_c");
    assert_eq!(
        (escaped.active.len(), escaped.visible.as_str()),
        (1, r"@everyone <@1> @here \ https://a.test/b_c")
    );
}
