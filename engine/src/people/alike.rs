//! Names that look alike, told apart where they stand together (S13).

use std::collections::HashMap;
use unicode_security::skeleton;

use crate::ids::PersonId;

/// Characters of an id that tell two people apart.
const TAG: usize = 3;

/// Gives each of these names that looks like that of somebody else the end of its owner's id, which nobody chooses.
pub(crate) fn tell_apart<'a>(names: impl IntoIterator<Item = (PersonId, &'a mut String)>) {
    let mut names: Vec<(PersonId, &mut String)> = names.into_iter().collect();
    let mut owners: HashMap<String, (PersonId, bool)> = HashMap::with_capacity(names.len());
    let looks: Vec<String> = names.iter().map(|(_, name)| look(name)).collect();
    for ((person, _), look) in names.iter().zip(&looks) {
        let (first, is_shared) = owners.entry(look.clone()).or_insert((*person, false));
        *is_shared |= first != person;
    }
    for ((person, name), look) in names.iter_mut().zip(&looks) {
        if owners.get(look).is_some_and(|(_, is_shared)| *is_shared) {
            name.push_str(&tag(*person));
        }
    }
}

fn tag(person: PersonId) -> String {
    let id = person.to_string();
    format!(" ·{}", &id[id.len().saturating_sub(TAG)..])
}

/// What a reader takes a name for: two names with the same look are confused (Unicode TR 39), also in another case.
fn look(name: &str) -> String {
    if name.is_ascii() {
        // What the tables say of ASCII, without a walk through them.
        return name.chars().filter(|c| *c != ' ').map(plain).collect();
    }
    let folded = name.to_lowercase();
    skeleton(&folded).filter(|c| !c.is_whitespace()).map(plain).collect()
}

/// One letter for those that look alike in most fonts.
fn plain(c: char) -> char {
    match c.to_ascii_lowercase() {
        '0' => 'o',
        '1' | 'i' | '|' => 'l',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        tell_apart(
            names.iter_mut().enumerate().map(|(n, name)| (PersonId(n as i64 + 40_000), name)),
        );
        names
    }

    #[test]
    fn names_that_look_alike_get_a_tag() {
        for (one, other) in [
            ("Ada", "Ada"),
            ("Ada", "ada"),
            // Cyrillic, Greek, fullwidth, mathematical, a ligature, an l for an I.
            ("Ada", "Аdа"),
            ("Ova", "Ονα"),
            ("Ada", "Ａｄａ"),
            ("Ada", "𝐀𝐝𝐚"),
            ("Ilse", "llse"),
            ("Bob", "B0b"),
            ("Anna Lee", "AnnaLee"),
            ("José", "Jose\u{301}"),
        ] {
            let shown = shown(&[one, other, "Somebody else"]);
            assert!(shown[0].starts_with(one) && shown[0].contains(" ·"), "{shown:?}");
            assert!(shown[1].starts_with(other) && shown[1].contains(" ·"), "{shown:?}");
            assert_ne!(shown[0], shown[1]);
            assert_eq!(shown[2], "Somebody else");
        }
        assert_eq!(shown(&["Ada", "Adam", "Ida"]), ["Ada", "Adam", "Ida"]);
    }

    #[test]
    fn one_person_may_stand_there_twice() {
        let mut names = ["Ada".to_owned(), "Ada".to_owned()];
        tell_apart(names.iter_mut().map(|name| (PersonId(7), name)));
        assert_eq!(names, ["Ada", "Ada"]);
    }
}
