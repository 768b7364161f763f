//! Names that look alike, told apart where they stand together (S13).

use std::collections::HashMap;
use unicode_security::skeleton;

use crate::ids::PersonId;

/// Characters of an id that tell two people apart.
const TAG: usize = 3;

/// Gives each of these names that looks like that of somebody else the end of its owner's id, which nobody chooses: more
/// of it where somebody is called like a name with its end.
pub fn tell_apart<'a>(names: impl IntoIterator<Item = (PersonId, &'a mut String)>) {
    let mut names: Vec<Named<'a>> =
        names.into_iter().map(|(person, name)| Named::of(person, name)).collect();
    while tell_more(&mut names) {}
}

/// Shows more of the ids of those whose names look alike as they stand; whether there was more.
fn tell_more(names: &mut [Named<'_>]) -> bool {
    let looks: Vec<String> = names.iter().map(|named| look(named.name)).collect();
    let mut owners: HashMap<&str, (PersonId, bool)> = HashMap::with_capacity(names.len());
    for (named, look) in names.iter().zip(&looks) {
        let (first, is_shared) = owners.entry(look).or_insert((named.person, false));
        *is_shared |= *first != named.person;
    }
    let mut is_more = false;
    for (named, look) in names.iter_mut().zip(&looks) {
        if owners.get(look.as_str()).is_some_and(|(_, is_shared)| *is_shared) {
            is_more |= named.show_more();
        }
    }
    is_more
}

/// A name, and how much of the id of its owner stands behind it.
struct Named<'a> {
    person: PersonId,
    name: &'a mut String,
    id: String,
    bytes: usize,
    shown: usize,
}

impl<'a> Named<'a> {
    fn of(person: PersonId, name: &'a mut String) -> Named<'a> {
        Named { person, bytes: name.len(), name, id: person.to_string(), shown: 0 }
    }

    /// Whether there was more of the id.
    fn show_more(&mut self) -> bool {
        let shown = (self.shown + TAG).min(self.id.len());
        let is_more = shown > self.shown;
        self.shown = shown;
        self.name.truncate(self.bytes);
        self.name.push_str(" ·");
        self.name.push_str(&self.id[self.id.len() - shown..]);
        is_more
    }
}

/// What a reader takes a name for: two names with the same look are confused (Unicode TR 39), also in another case.
/// Capitals look like others than small letters do, so each is looked up as it stands first.
fn look(name: &str) -> String {
    let small = skeleton(name).collect::<String>().to_lowercase();
    skeleton(&small).filter(|c| !c.is_whitespace()).map(plain).collect()
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
            // An m is an r and an n to the tables, whatever alphabet the rest is of.
            ("Emma", "Еmma"),
            ("Emma", "Ｅｍｍａ"),
            ("Emma", "emma"),
            ("Tom", "Тоm"),
            ("Tom", "Torn"),
            ("Max", "Мах"),
            ("Adam", "Аdam"),
            ("Ada \"L\"", "Ada ''L''"),
            ("Ada's", "Ada`s"),
            ("100%", "1O0%"),
            ("Will", "WiII"),
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
    fn nobody_is_called_like_somebody_with_a_tag() {
        let tagged = shown(&["Ada", "Ada"]);
        let forged = [&tagged[0], "Ada", &tagged[0].replace('·', "•"), "Ada"];
        let shown = shown(&[forged[1], forged[3], forged[0], forged[2]]);
        let looks: Vec<String> = shown.iter().map(|name| look(name)).collect();
        assert!((1..4).all(|n| !looks[..n].contains(&looks[n])), "{shown:?}");
    }

    #[test]
    fn ids_with_one_end_are_told_apart_by_what_is_before_it() {
        let mut names = ["Ada".to_owned(), "Ada".to_owned()];
        let ends_alike = [PersonId(36_i64.pow(3) + 7), PersonId(2 * 36_i64.pow(3) + 7)];
        tell_apart(ends_alike.into_iter().zip(&mut names));
        assert_eq!(names, ["Ada ·1007", "Ada ·2007"]);
    }

    #[test]
    fn one_person_may_stand_there_twice() {
        let mut names = ["Ada".to_owned(), "Ada".to_owned()];
        tell_apart(names.iter_mut().map(|name| (PersonId(7), name)));
        assert_eq!(names, ["Ada", "Ada"]);
    }
}
