//! Cities, countries and regions by the names they have in our languages, of `places/places.txt`.

use engine::rules::Zone;
use std::sync::LazyLock;

use crate::parse::fold::{folded, is_one_apart};

const TABLE: &str = include_str!("../../../places/places.txt");

/// What a name stands for.
pub(crate) enum Place {
    City {
        zone: Zone,
        /// By ISO 3166 and in a region of it; empty where the table has none.
        country: &'static str,
        region: &'static str,
    },
    /// By ISO 3166.
    Country(&'static str),
    Region {
        country: &'static str,
        code: &'static str,
        /// That of its largest city.
        zone: Zone,
    },
}

/// All names as they are compared, in order; of equal ones the better known first.
static PLACES: LazyLock<Vec<(String, Place)>> = LazyLock::new(|| {
    let mut places: Vec<(String, Place)> = TABLE.lines().filter_map(place).collect();
    places.sort_by(|(one, _), (other, _)| one.cmp(other));
    places
});

fn place(line: &'static str) -> Option<(String, Place)> {
    let mut columns = line.split('|');
    let (name, what) = (columns.next()?, columns.next()?);
    let place = if let Some(code) = what.strip_prefix('=') {
        Place::Country(code)
    } else if let Some(country) = what.strip_prefix('+') {
        Place::Region { country, code: columns.next()?, zone: columns.next()?.parse().ok()? }
    } else {
        let zone = what.parse().ok()?;
        Place::City { zone, country: columns.next()?, region: columns.next()? }
    };
    Some((folded(name), place))
}

/// What is called exactly so.
pub(crate) fn called(words: &str) -> impl Iterator<Item = &'static Place> + use<> {
    let start = PLACES.partition_point(|(name, _)| name.as_str() < words);
    let end = start + PLACES[start..].partition_point(|(name, _)| name == words);
    PLACES[start..end].iter().map(|(_, place)| place)
}

/// What is called almost so, one letter off.
pub(crate) fn almost_called(words: &str) -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(move |(name, _)| is_one_apart(name, words)).map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_place() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert!(place(line).is_some(), "{line}");
        }
    }
}
