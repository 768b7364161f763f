//! What a week of an event came to, for those who are told of it when it is over.

use rules::goal::Compare;
use rules::ranking::{By, Window};
use rules::{Day, Days, Goal, Instant, Rules, Scope, Setting};
use std::collections::{BTreeMap, BTreeSet};

use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{DestinationId, Membership, PersonId};
use crate::leaderboards::Leaderboards;
use crate::leaderboards::closing::last_on;
use crate::leaderboards::leaderboard::{Board, BoardRow, Question};
use crate::mornings::{announce_at, date_of, week_after};
use crate::people::alike::tell_apart;
use crate::scheduler::EVENTS_OF_PLACE_MAX;

const PAGE: u32 = 100;
const PAGES_MAX: usize = 2;
/// Where more have climbed as far, nobody stands out.
const CLIMBERS_MAX: usize = 3;

/// What a week came to, with those who were in the event when it closed. Whoever hides is neither named nor counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recap {
    /// What the places are by.
    pub by: By,
    pub rows: Vec<BoardRow>,
    /// How many share each place, as far as that is known.
    pub shared: BTreeMap<u64, u64>,
    pub check_ins: u64,
    pub climb: Option<Climb>,
    /// How many met all that was asked of them; none where there are too many to look at.
    pub perfect: Option<u64>,
}

/// Who met the most more than in the week before, of those who were in it from its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Climb {
    pub names: Vec<String>,
    /// How many periods more.
    pub more: u64,
}

impl Leaderboards<'_> {
    /// The events of a place with a week that ends in the calendar week of a Monday and is over at an instant, each with
    /// the label that it began with; without a Monday, the last week of each that is over.
    pub async fn weeks_over(
        self,
        place: DestinationId,
        at: Instant,
        monday: Option<Day>,
    ) -> Result<Vec<(Event, Day)>, Error> {
        let mut tx = self.engine.db.read().await?;
        let told = tx.told_at(place, at, EVENTS_OF_PLACE_MAX).await?;
        let places = tx.event_destinations(&told).await?;
        let mut over = vec![];
        for place in places.iter().filter(|known| known.destination == place) {
            let Some(event) = tx.event(place.event).await? else { continue };
            let next_week = match monday {
                Some(monday) => week_after(&event, monday),
                None => after_last_week(&event.rules, at),
            };
            let Some(next_week) = next_week.filter(|_| event.ended_at.is_none()) else { continue };
            // What is told there only since this was planned may go on for somebody.
            let is_over = event.rules.day_closes_at(next_week.plus(-1)) <= at;
            if is_over && event.rules.start < next_week {
                over.push((event, next_week.plus(-7)));
            }
        }
        Ok(over)
    }

    /// The events that a board of a place shows, each with the label of that date: those by the week or the month when that
    /// begins and when it ends.
    pub async fn on_board(
        self,
        place: DestinationId,
        date: Day,
    ) -> Result<Vec<(Event, Day)>, Error> {
        let mut tx = self.engine.db.read().await?;
        let by = Setting::midnight(rules::Zone::UTC).start_of(date.plus(-1));
        let told = tx.told_at(place, by, EVENTS_OF_PLACE_MAX).await?;
        let places = tx.event_destinations(&told).await?;
        let mut shown = vec![];
        for known in places.iter().filter(|known| known.destination == place) {
            let Some(event) = tx.event(known.event).await? else { continue };
            let is_of_date = |day: &Day| {
                let morning = announce_at(known, &event, *day);
                date_of(known, &event, morning) == date && event.rules.is_turning(*day)
            };
            let label = [1, 0, -1].map(|ahead| date.plus(ahead)).into_iter().find(is_of_date);
            let over = event.ended_at;
            let is_on =
                |day: Day| over.is_none_or(|at| at > event.rules.shared_setting().start_of(day));
            if let Some(day) = label.filter(|day| is_on(*day)) {
                shown.push((event, day));
            }
        }
        Ok(shown)
    }

    /// What the week came to that began with a label, with up to so many places. Looks at the first two hundred
    /// of it.
    pub async fn recap(
        self,
        event: &Event,
        first_day: Day,
        most: usize,
        now: Instant,
    ) -> Result<Recap, Error> {
        self.recap_without(&BTreeSet::new(), event, first_day, most, now).await
    }

    /// The same where some are not named.
    pub async fn recap_without(
        self,
        unnamed: &BTreeSet<PersonId>,
        event: &Event,
        first_day: Day,
        most: usize,
        now: Instant,
    ) -> Result<Recap, Error> {
        let week = Days { first: first_day, last: first_day.plus(6) };
        let by = recap_by(&event.rules);
        let top = Question::top(by, PAGE);
        let question = Question { window: Window::Week, on: Some(first_day), ..top };
        let (mut first_rows, mut perfect, mut after) = (vec![], 0, None);
        let mut shared: BTreeMap<u64, u64> = BTreeMap::new();
        for _ in 0..PAGES_MAX {
            let page = Question { after, ..question };
            let Board { mut rows, next, .. } = self.page(event.id, &page, now).await?;
            let of = |row: &BoardRow| Membership { event: event.id, person: row.person };
            let keys: Vec<Membership> = rows.iter().map(of).collect();
            for view in
                self.engine.memberships().views_since(&keys, week.first, now).await?.values()
            {
                perfect += u64::from(view.life.is_perfect(&view.history.rules, week));
            }
            rows.retain(|row| !unnamed.contains(&row.person));
            for row in &rows {
                *shared.entry(row.rank).or_default() += 1;
            }
            if first_rows.is_empty() {
                rows.truncate(most);
                first_rows = rows;
            }
            after = next;
            if after.is_none() {
                break;
            }
        }
        // How many more have the last place that was looked at is not known.
        if after.is_some() {
            shared.pop_last();
        }
        let before = week.first.plus(-7);
        let since = event.rules.shared_setting().start_of(before);
        let mut tx = self.engine.db.read().await?;
        let last = last_on(&event.rules, week.last);
        let check_ins = tx.count_check_ins(event.id, week, last).await?;
        let most = (CLIMBERS_MAX + 1 + unnamed.len()) as i64;
        let climbers = tx.climbers(event.id, (before, week.first, last), since, most).await?;
        let named = climbers.into_iter().filter(|(person, ..)| !unnamed.contains(person));
        let mut climbers: Vec<(PersonId, String, i64)> = named.collect();
        for (person, name, _) in &mut climbers {
            // Whoever has a place is called the same there.
            if let Some(row) = first_rows.iter().find(|row| row.person == *person) {
                name.clone_from(&row.name);
            }
        }
        let placed = first_rows.iter_mut().map(|row| (row.person, &mut row.name));
        let climbed = climbers.iter_mut().map(|(person, name, _)| (*person, name));
        tell_apart(placed.chain(climbed));
        let climbers = climbers.into_iter().map(|(_, name, more)| (name, more)).collect();
        let perfect = after.is_none().then_some(perfect);
        Ok(Recap { by, rows: first_rows, shared, check_ins, climb: climb(climbers), perfect })
    }
}

/// The first label after the last week that is over for everybody at an instant.
fn after_last_week(rules: &Rules, at: Instant) -> Option<Day> {
    let (_, next) = Window::Week.next_turn(rules, at)?;
    let this_week = next.plus(-7);
    // Where people have clocks of their own, a week is over for the last of them a day later.
    let is_over = rules.day_closes_at(this_week.plus(-1)) <= at;
    Some(if is_over { this_week } else { this_week.plus(-7) })
}

/// What tells people of a week apart: where one goal is summed up over a week or month, the amounts.
fn recap_by(rules: &Rules) -> By {
    match (&rules.goal, rules.scope) {
        (Goal::Metric(metric), Scope::Period) if metric.cmp == Compare::AtLeast => By::Points,
        (Goal::Metric(_) | Goal::Check | Goal::Count { .. } | Goal::Tasks { .. }, _) => By::Total,
    }
}

/// The best climb of these, the best first.
fn climb(climbers: Vec<(String, i64)>) -> Option<Climb> {
    let best = climbers.first().map(|(_, more)| *more)?;
    let alike = climbers.into_iter().filter(|(_, more)| *more == best);
    let names: Vec<String> = alike.map(|(name, _)| name).collect();
    (names.len() <= CLIMBERS_MAX).then_some(Climb { names, more: best.unsigned_abs() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn climbers(of: &[(&str, i64)]) -> Vec<(String, i64)> {
        of.iter().map(|(name, more)| ((*name).to_owned(), *more)).collect()
    }

    #[test]
    fn a_climb_is_shared_by_three_at_most() {
        let names = |of: &[(&str, i64)]| climb(climbers(of)).map(|climb| climb.names.join(" "));
        assert_eq!(names(&[]), None);
        assert_eq!(names(&[("ada", 3), ("ken", 2)]).as_deref(), Some("ada"));
        assert_eq!(names(&[("ada", 2), ("ken", 2), ("eve", 1)]).as_deref(), Some("ada ken"));
        assert_eq!(names(&[("ada", 1), ("ken", 1), ("eve", 1), ("zoe", 1)]), None);
    }
}
