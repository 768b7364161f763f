//! Two accounts on their way to one person.

use rules::zone_change::is_recent;
use rules::{ClockChange, DayStart, Instant, Setting};

use crate::events::event::Event;
use crate::ids::Platform;
use crate::people::person::{Account, Person};

/// What linking would bring together.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The person who stays: whoever made the code.
    pub stays: Person,
    /// The person whose history moves over.
    pub goes: Person,
    /// What the one who stays is then, with settings of both.
    pub united: Person,
    /// Events that only the one who goes is or was in.
    pub moved: Vec<Event>,
    /// Events that both were in: their check-ins are united, and a day that both did counts once.
    pub shared: Vec<Event>,
    /// The side on which the code was made.
    pub made_on: Platform,
    /// Why it cannot be.
    pub hindrance: Option<Hindrance>,
}

impl Person {
    /// This person with what another one has chosen too: what was chosen goes before what was not, of two choices the own
    /// one counts, and in what others see or do the stricter one.
    pub(crate) fn with_choices_of(&self, other: &Person) -> Person {
        let or = |own: &str, others: &str| if own.is_empty() { others } else { own }.to_owned();
        Person {
            about: or(&self.about, &other.about),
            locale: self.locale.clone().or(other.locale.clone()),
            setting: self.setting_with(other),
            zone_known: self.zone_known || other.zone_known,
            hidden: self.hidden || other.hidden,
            interests: match self.interests.is_empty() {
                true => other.interests.clone(),
                false => self.interests.clone(),
            },
            quiet: self.quiet.or(other.quiet),
            allow_nudges: self.allow_nudges && other.allow_nudges,
            allow_cheers: self.allow_cheers && other.allow_cheers,
            share_milestones: self.share_milestones && other.share_milestones,
            ..self.clone()
        }
    }

    /// The zone and the day start, each as it was chosen: nobody chooses the midnight that they have anyway.
    fn setting_with(&self, other: &Person) -> Setting {
        let (clock, others) = match self.takes_clock_of(other) {
            true => (other.setting, self.setting),
            false => (self.setting, other.setting),
        };
        let is_usual = clock.day_start == DayStart::MIDNIGHT;
        let day_start = if is_usual { others.day_start } else { clock.day_start };
        Setting { day_start, ..clock }
    }

    /// Whether only the other one has said by which clock they live.
    pub(crate) fn takes_clock_of(&self, other: &Person) -> bool {
        other.zone_known && !self.zone_known
    }
}

/// The changes of a clock, and between them those of another one that still limit further changes: they change nothing.
pub(crate) fn with_limits_of(
    first: Setting,
    mut moves: Vec<ClockChange>,
    others: &[ClockChange],
    now: Instant,
) -> Vec<ClockChange> {
    for other in others.iter().filter(|moved| is_recent(now, moved)) {
        let place = moves.iter().take_while(|moved| moved.at <= other.at).count();
        let before = place.checked_sub(1).and_then(|n| moves.get(n));
        let setting = before.map_or(first, |moved| moved.setting);
        moves.insert(place, ClockChange { at: other.at, setting });
    }
    moves
}

/// Why two people cannot become one.
#[derive(Debug, Clone, PartialEq)]
pub enum Hindrance {
    /// One of them is to be erased: what is the other's would go too, or what was promised be forgotten.
    Erasure,
    /// Both have an account there, and a person has one on each platform.
    SamePlatform(Platform),
    /// Both are in these contests, which go on: what two have done there is not what one has.
    Contests(Vec<Event>),
}

/// Somebody who typed a code and waits for its maker to say yes.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkAsked {
    pub merge: Merge,
    /// The account by which the code was typed.
    pub account: Account,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(zone: &str, zone_known: bool) -> Person {
        Person {
            id: crate::ids::PersonId(1),
            name: "ada".to_owned(),
            about: String::new(),
            locale: None,
            setting: Setting::midnight(zone.parse().expect("a zone")),
            zone_known,
            hidden: false,
            interests: vec![],
            quiet: None,
            allow_nudges: true,
            allow_cheers: true,
            share_milestones: true,
            erase_at: None,
        }
    }

    #[test]
    fn what_was_chosen_goes_before_what_was_not_and_privacy_before_all() {
        let stays = Person { allow_nudges: false, allow_cheers: false, ..person("UTC", false) };
        let goes = Person {
            locale: Some("de".to_owned()),
            hidden: true,
            share_milestones: false,
            ..person("Europe/Berlin", true)
        };
        let united = stays.with_choices_of(&goes);
        assert_eq!((united.setting, united.zone_known), (goes.setting, true));
        assert_eq!(united.locale.as_deref(), Some("de"));
        assert!(
            united.hidden
                && !united.allow_nudges
                && !united.allow_cheers
                && !united.share_milestones
        );
        let chosen = Person { locale: Some("es".to_owned()), ..person("Asia/Tokyo", true) };
        let united = chosen.with_choices_of(&goes);
        assert_eq!((united.setting, united.locale), (chosen.setting, chosen.locale));
    }

    #[test]
    fn a_zone_and_a_day_start_are_chosen_apart() {
        let three = DayStart::from_minutes(180).expect("a day start");
        let early = |person: Person| Person {
            setting: Setting { day_start: three, ..person.setting },
            ..person
        };
        let tokyo = person("Asia/Tokyo", true);
        let wanted = early(tokyo.clone()).setting;
        for (stays, goes) in [
            (early(person("UTC", false)), tokyo.clone()),
            (tokyo.clone(), early(person("UTC", false))),
            (early(tokyo.clone()), person("UTC", false)),
        ] {
            assert_eq!(stays.with_choices_of(&goes).setting, wanted);
        }
    }

    #[test]
    fn changes_of_another_clock_limit_further_ones_and_change_nothing() {
        const DAY_S: i64 = 86_400;
        let [utc, berlin, tokyo] = ["UTC", "Europe/Berlin", "Asia/Tokyo"]
            .map(|zone| Setting::midnight(zone.parse().expect("a zone")));
        let at = |day: i64, setting| ClockChange { at: Instant(day * DAY_S), setting };
        let others = [at(1, tokyo), at(95, tokyo), at(99, utc)];
        let moves = with_limits_of(utc, vec![at(97, berlin)], &others, Instant(100 * DAY_S));
        assert_eq!(moves, [at(95, utc), at(97, berlin), at(99, berlin)]);
    }
}
