//! Mornings: when a community is told what can wait.

use rules::ranking::Window;
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

/// The Monday of the calendar week in which the week before a label ends. What ends in one of them is told together.
pub(crate) fn monday_of(next_week: Day) -> Day {
    let last = next_week.plus(-1);
    last.plus(1 - i32::from(last.weekday()))
}

/// The first label after the week of an event that ends in the calendar week of a Monday.
pub(crate) fn week_after(event: &Event, monday: Day) -> Option<Day> {
    Window::Week.first_day(&event.rules, monday.plus(7))
}

/// The date of a morning in a place.
pub(crate) fn date_of(place: &EventPlace, event: &Event, morning: Instant) -> Day {
    Setting::midnight(place.zone.unwrap_or(event.rules.shared_setting().zone)).day_of(morning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_that_end_from_monday_to_sunday_are_told_together() {
        // 2026-03-02, a Monday.
        let monday = Day(20_514);
        assert_eq!(monday.weekday(), 1);
        for next_week in 1..=7 {
            assert_eq!(monday_of(monday.plus(next_week)), monday);
        }
        assert_eq!(monday_of(monday), monday.plus(-7));
        assert_eq!(monday_of(monday.plus(8)), monday.plus(7));
    }
}
