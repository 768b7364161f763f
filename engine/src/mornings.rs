//! Mornings: when a community is told what can wait.

use rules::reminder::{TimeOfDay, fires_at};
use rules::{Day, Instant, Setting, Zone};

use crate::events::event::Event;
use crate::store::event_destinations::EventPlace;

/// Events turn when a day begins; people are told at this time.
const MORNING_MIN: i64 = 9 * 60;

/// The first nine in the morning of a zone that does not come before an instant.
pub(crate) fn morning_from(zone: Zone, from: Instant) -> Instant {
    let setting = Setting::midnight(zone);
    let today = setting.day_of(from);
    let nine = TimeOfDay::from_minutes(MORNING_MIN);
    let mornings = (0..3).filter_map(|ahead| Some(fires_at(setting, today.plus(ahead), nine?)));
    mornings.filter(|at| *at >= from).min().unwrap_or(from)
}

/// When a place hears of a day of an event: the next morning from its beginning on, in the zone of the community or,
/// where that has none, by the clock that the event shares.
pub(crate) fn announce_at(place: &EventPlace, event: &Event, day: Day) -> Instant {
    let setting = event.rules.shared_setting();
    morning_from(place.zone.unwrap_or(setting.zone), setting.start_of(day))
}

/// When a place hears of the week that ends before a day of an event: the next morning from when the last clock has
/// closed it.
pub(crate) fn week_told_at(place: &EventPlace, event: &Event, next_week: Day) -> Instant {
    let zone = place.zone.unwrap_or(event.rules.shared_setting().zone);
    morning_from(zone, event.rules.day_closes_at(next_week.plus(-1)))
}

/// The date of a morning in a place.
pub(crate) fn date_of(place: &EventPlace, event: &Event, morning: Instant) -> Day {
    Setting::midnight(place.zone.unwrap_or(event.rules.shared_setting().zone)).day_of(morning)
}
