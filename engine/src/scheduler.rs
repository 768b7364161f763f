//! Due work: reminders and last calls whose time has come, runs that ended by themselves, events that begin,
//! end or turn their week. All of it is found by an index on an instant.

use futures_util::future::join_all;
use rules::ranking::Window;
use rules::reminder::{TimeOfDay, next_open};
use rules::{Day, Instant, Setting, Zone};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::deliveries::delivery::KEPT_S;
use crate::deliveries::delivery::{TOGETHER_MAX, Topic};
use crate::engine::Engine;
use crate::error::Error;
use crate::events::event::{Event, NOBODY};
use crate::ids::{DestinationId, EventId, Membership, PersonId, Platform};
use crate::mornings;
use crate::people::sign_in::IDLE_S;
use crate::reminders::reminder::{When, after, is_fresh};
use crate::store::Tx;
use crate::store::destinations::Audience;
use crate::store::due::{DueReminder, Turn, Within};
use crate::store::event_destinations::EventPlace;
use crate::store::new_delivery::NewDelivery;

/// What falls due: reminders, ended runs, boards, recaps, erasures.
#[derive(Clone, Copy)]
pub struct Schedule<'a> {
    engine: &'a Engine,
}

impl Engine {
    pub fn schedule(&self) -> Schedule<'_> {
        Schedule { engine: self }
    }
}

impl Schedule<'_> {
    /// Whether nothing is left to do at `now`: no open update, no delivery, reminder or ended run that is due.
    pub async fn is_idle(self, now: Instant) -> Result<bool, Error> {
        let mut tx = self.engine.db.read().await?;
        Ok(tx.due_work(now).await? == 0)
    }
}

/// How long it is known who has named which e-mail address.
const EMAILS_ASKED_KEPT_S: i64 = 86_400;
/// Memberships looked at in one go.
const AT_ONCE: i64 = 256;
/// Reminders sent in one transaction.
const REMINDERS_AT_ONCE: i64 = 1000;
/// Events of which one place is told.
pub(crate) const EVENTS_OF_PLACE_MAX: i64 = 50;
const EVENTS_AT_ONCE: i64 = 64;
/// Members who are told in private that an event begins or ends.
const MEMBERS_MAX: i64 = 1000;
/// How late it may be told that an event began, ended or has a week behind it.
const EVENT_NEWS_S: i64 = 24 * 3600;
/// Between what a place is told of one event and of the next, and after the boards and recaps of a morning: these go first.
const APART_S: i64 = 60;
/// How long the count of an ended run is kept, against clocks that differ.
const COUNTS_KEPT_S: i64 = 2 * 86_400;

/// How long the board of a day is kept up to date after that day.
const BOARDS_KEPT_DAYS: i32 = 2;
/// Rows that are forgotten in one transaction.
const FORGET_AT_ONCE: i64 = 5000;
/// Events of which nobody is left that are forgotten in one transaction: those of an earlier version.
const ORPHANS_AT_ONCE: i64 = 100;
/// How long a file that nobody judged is kept once its event is over.
const FILES_KEPT_S: i64 = 30 * 86_400;
/// How long what was heard is kept.
const UPDATES_KEPT_S: i64 = 7 * 86_400;

/// A reminder, with the label and the wall time that it is for.
type Due = (Day, TimeOfDay, NewDelivery);

/// Whoever is reminded of several events at the same time reads one message. Gives these messages, and the reminders
/// that go with another one.
fn together(due: Vec<Due>) -> (Vec<NewDelivery>, Vec<NewDelivery>) {
    let mut groups: BTreeMap<_, Vec<(EventId, NewDelivery)>> = BTreeMap::new();
    for (day, time, delivery) in due {
        if let Topic::Reminder { event, person } = delivery.topic {
            let group = (person, delivery.destination, day, time.minutes());
            groups.entry(group).or_default().push((event, delivery));
        }
    }
    let (mut all, mut others) = (vec![], vec![]);
    for ((person, ..), due) in groups {
        for chunk in due.chunks(TOGETHER_MAX) {
            let Some(((_, first), rest)) = chunk.split_first() else { continue };
            let mut one = first.clone();
            if !rest.is_empty() {
                let mut events = [None; TOGETHER_MAX];
                events.iter_mut().zip(chunk).for_each(|(place, (event, _))| *place = Some(*event));
                one.topic = Topic::Reminders { person, events };
                one.expires_at =
                    chunk.iter().map(|(_, one)| one.expires_at).fold(one.expires_at, Ord::min);
            }
            all.push(one);
            others.extend(rest.iter().map(|(_, other)| other.clone()));
        }
    }
    (all, others)
}

impl Schedule<'_> {
    /// When the last update came, as far as they are kept.
    pub async fn last_received(self) -> Result<Option<Instant>, Error> {
        self.engine.db.look().await?.last_received().await
    }

    /// Forgets what passes; gives the number of updates and deliveries that were done with long ago.
    pub async fn forget_old(self, now: Instant) -> Result<u64, Error> {
        let mut forgotten = 0;
        // A batch at a time: others write in between.
        loop {
            let mut tx = self.engine.db.write().await?;
            let updates = tx.forget_updates(now.plus_s(-UPDATES_KEPT_S), FORGET_AT_ONCE).await?;
            let deliveries = tx.forget_deliveries(now.plus_s(-KEPT_S), FORGET_AT_ONCE).await?;
            tx.commit().await?;
            forgotten += updates + deliveries;
            if updates + deliveries == 0 {
                break;
            }
        }
        let counts = self.engine.db.look().await?.old_counts(now.plus_s(-COUNTS_KEPT_S)).await?;
        let mut tx = self.engine.db.write().await?;
        tx.forget_link_codes(now).await?;
        tx.forget_traces(now).await?;
        tx.forget_orphans(NOBODY, ORPHANS_AT_ONCE).await?;
        tx.forget_challenges(now).await?;
        tx.forget_app_codes(now).await?;
        tx.forget_invites(now, FORGET_AT_ONCE).await?;
        tx.forget_sessions(now, now.plus_s(-IDLE_S)).await?;
        tx.forget_files_of_ended(now.plus_s(-FILES_KEPT_S)).await?;
        tx.forget_unconfirmed_emails(now, now.plus_s(-EMAILS_ASKED_KEPT_S)).await?;
        tx.forget_counts(&counts, now.plus_s(-COUNTS_KEPT_S)).await?;
        let today = Setting::midnight(Zone::UTC).day_of(now);
        tx.forget_boards(today.plus(-BOARDS_KEPT_DAYS), now.plus_s(-KEPT_S)).await?;
        tx.commit().await?;
        self.engine.communities().forget_left(now).await?;
        if let Err(error) = self.engine.memberships().recount(now).await {
            tracing::warn!(%error, "weeks and months of before are counted anew later");
        }
        if let Err(error) = self.engine.people().overwrite_erased(now).await {
            tracing::warn!(%error, "copies of what was erased are overwritten later");
        }
        Ok(forgotten)
    }

    /// Does what is due at `now`, in bounded batches, and gives the number of things it did. The numbers that
    /// people see are right without it; it reminds, tells what ended or begins, and writes ended runs down once.
    /// Several processes may do so at once.
    pub async fn tick(self, now: Instant) -> Result<usize, Error> {
        self.engine.people().note_used_tokens().await?;
        let erased = self.engine.people().erase_due(now).await?;
        let within = self.engine.work.quiet().within(now);
        let (is_due, due) = {
            let mut tx = self.engine.db.read().await?;
            (tx.is_due(within).await?, tx.due_memberships(within, AT_ONCE).await?)
        };
        let mut done = due.len() + erased + self.engine.events().write_posts(now).await?;
        if is_due {
            done += self.remind_due(within).await? + self.turn_events(now).await?;
        }
        for touched in
            join_all(due.iter().map(|membership| self.engine.memberships().touch(*membership, now)))
                .await
        {
            touched?;
        }
        if done == 0 {
            self.engine.work.quiet().note(within);
        }
        // Deliveries fall due by themselves too.
        self.engine.work.outbox.notify_waiters();
        Ok(done)
    }

    /// Sends reminders at wall times that have come. Whoever has checked in moved their reminder on in the same
    /// transaction, so that no history has to be read here.
    async fn remind_due(self, within: Within) -> Result<usize, Error> {
        let now = within.now;
        let mut tx = self.engine.db.write().await?;
        let due = tx.due_reminders(within, REMINDERS_AT_ONCE).await?;
        if due.is_empty() {
            return Ok(0);
        }
        let asked = due.iter().map(|due| due.of).collect::<BTreeSet<_>>();
        let known = tx.settings(&Vec::from_iter(asked)).await?;
        let yesterday = |of: Membership| {
            let clock = known.get(&of).map(|known| known.clock.day_of(now).plus(-1).0);
            (of.event, of.person, clock.unwrap_or(0))
        };
        let excused =
            tx.excused(&due.iter().map(|due| yesterday(due.of)).collect::<Vec<_>>()).await?;
        let (mut moved, mut deliveries) = (vec![], vec![]);
        for DueReminder { of, mut reminder, is_member } in due.iter().copied() {
            let (came, When::At(time)) = (reminder.next, reminder.when) else { continue };
            let away = excused.get(&of);
            let weekdays = reminder.weekdays;
            let is_open = |day: Day| {
                weekdays.contains(day.weekday())
                    && !away.is_some_and(|away| away.iter().any(|days| days.hold(day)))
            };
            reminder.next = None;
            if let (Some(known), Some((at, day)), true) = (known.get(&of), came, is_member) {
                let (rules, clock) = (&known.rules, &known.clock);
                reminder.next =
                    next_open(rules, clock, &known.own, is_open, after(came, clock, now), time);
                if is_fresh(clock, at, day, now) && rules.is_scheduled(day) && is_open(day) {
                    let delivery = reminder.delivery(of, day, now, clock.end_of(day));
                    deliveries.push((day, time, delivery.with_id(self.engine.ids.id(now))));
                }
            }
            moved.push((of, reminder));
        }
        tx.move_reminders(&moved).await?;
        // Whoever travels west has a wall time twice on one label.
        let told = tx.enqueued(deliveries.iter().map(|(.., one)| &one.dedupe_key)).await?;
        deliveries.retain(|(.., one)| !told.contains(&one.dedupe_key));
        let (messages, with_them) = together(deliveries);
        tx.enqueue(&messages).await?;
        tx.note_told_with_another(&with_them).await?;
        tx.commit().await?;
        Ok(due.len())
    }

    /// Tells that events began, ended, or have a week behind them.
    async fn turn_events(self, now: Instant) -> Result<usize, Error> {
        let mut tx = self.engine.db.write().await?;
        let due = tx.due_events(now, EVENTS_AT_ONCE).await?;
        let ids: BTreeSet<EventId> = due.iter().map(|(event, _)| *event).collect();
        let mut places = tx.event_destinations(&Vec::from_iter(ids)).await?;
        let open = tx.open_places(&places).await?;
        places.retain(|place| open.contains(&place.destination));
        let silent = tx.without_recap(&places).await?;
        let quiet = tx.with_quiet_budget(&places).await?;
        let mut deliveries = vec![];
        let mut apart: HashMap<DestinationId, i64> = HashMap::new();
        let mut weeks: HashSet<String> = HashSet::new();
        for &(id, turn) in &due {
            let Some(event) = tx.event(id).await? else { continue };
            let week = Window::Week.next_turn(&event.rules, now);
            let this_week = week.map_or(Day(0), |(_, next)| next.plus(-7));
            if turn == Turn::Day {
                self.turn_day(&mut tx, &event, &places, now).await?;
                continue;
            }
            let (topic, key, again) = match turn {
                Turn::Starts => {
                    // It may begin on another day after all.
                    let key = format!("start:{}", event.rules.start.0);
                    (Topic::EventStarted { event: id }, key, None)
                }
                Turn::Ends => (Topic::EventEnded { event: id }, "over".to_owned(), None),
                Turn::Week => {
                    let first_day = this_week.plus(-7);
                    let topic = Topic::WeekOver { event: id, first_day };
                    (topic, format!("week:{}", first_day.0), week.map(|(at, _)| at))
                }
                Turn::Day => continue,
            };
            tx.turn_event(id, turn, again, now).await?;
            if turn == Turn::Week {
                // A place hears of all its weeks in one message.
                let told = places.iter().filter(|place| place.event == id);
                for place in told.filter(|place| !silent.contains(&place.destination)) {
                    let (place, monday) = (place.destination, mornings::monday_of(this_week));
                    let dedupe_key = format!("weeks:{}:{}", place.0, monday.0);
                    if !weeks.insert(dedupe_key.clone()) || tx.is_enqueued(&dedupe_key).await? {
                        continue;
                    }
                    let at = weeks_told_at(&mut tx, place, monday, now).await?.unwrap_or(now);
                    deliveries.push(NewDelivery {
                        id: self.engine.ids.id(now),
                        dedupe_key,
                        destination: place,
                        topic: Topic::WeeksOver { at, monday: Some(monday) },
                        not_before: at.max(now),
                        expires_at: at.max(now).plus_s(EVENT_NEWS_S),
                    });
                }
            }
            let told = places.iter().filter(|place| {
                let is_too_much = turn == Turn::Starts && quiet.contains(&place.destination);
                place.event == id && turn != Turn::Week && !is_too_much
            });
            let setting = event.rules.shared_setting();
            let today = setting.day_of(now);
            if turn == Turn::Ends && event.is_contest() {
                let morning =
                    mornings::morning_from(setting.zone, setting.start_of(today)).max(now);
                deliveries.extend(self.winners(&mut tx, &event, morning, now).await?);
            }
            let mut told: Vec<(DestinationId, Instant)> = told
                .map(|place| (place.destination, mornings::announce_at(place, &event, today)))
                .collect();
            // What can be announced nowhere is told to its members, and how a week went to its host.
            if places.iter().all(|place| place.event != id) {
                let from = match turn {
                    Turn::Week => event.rules.day_closes_at(this_week.plus(-1)),
                    Turn::Starts | Turn::Ends | Turn::Day => setting.start_of(today),
                };
                let morning = mornings::morning_from(setting.zone, from);
                let ways = match turn {
                    Turn::Week => {
                        self.host_destination(&mut tx, &event, now).await?.into_iter().collect()
                    }
                    Turn::Starts | Turn::Ends | Turn::Day => {
                        let (with_left, but, most) = (false, NOBODY, MEMBERS_MAX);
                        let members = Audience { event: id, with_left, but, most };
                        let new = tx.never_written_to(members).await?;
                        let new =
                            new.into_iter().map(|person| (self.engine.ids.id(now), person, now));
                        tx.open_all_on_discord(&Vec::from_iter(new)).await?;
                        tx.dm_destinations(members).await?
                    }
                };
                told = ways.into_iter().map(|way| (way, morning)).collect();
            }
            deliveries.extend(told.into_iter().map(|(destination, morning)| {
                // In the morning boards and recaps come first.
                let before = apart.entry(destination).or_insert(i64::from(morning > now));
                let morning = morning.max(now).plus_s(*before * APART_S);
                *before += 1;
                NewDelivery {
                    id: self.engine.ids.id(now),
                    dedupe_key: format!("event:{}:{key}:{}", id.0, destination.0),
                    destination,
                    topic,
                    not_before: morning,
                    expires_at: morning.plus_s(EVENT_NEWS_S),
                }
            }));
        }
        tx.enqueue(&deliveries).await?;
        tx.commit().await?;
        due.iter().for_each(|(event, _)| self.engine.changed(*event));
        Ok(due.len())
    }

    /// What the host of a contest hears of its end, if they can be written to.
    async fn winners(
        self,
        tx: &mut Tx,
        event: &Event,
        morning: Instant,
        now: Instant,
    ) -> Result<Option<NewDelivery>, Error> {
        let way = self.host_destination(tx, event, now).await?;
        Ok(way.map(|destination| NewDelivery {
            id: self.engine.ids.id(now),
            dedupe_key: format!("winners:{}", event.id.0),
            destination,
            topic: Topic::Winners { event: event.id },
            not_before: morning,
            expires_at: morning.plus_s(EVENT_NEWS_S),
        }))
    }

    /// Where whoever made an event can be written to in private.
    pub(crate) async fn host_destination(
        self,
        tx: &mut Tx,
        event: &Event,
        now: Instant,
    ) -> Result<Option<DestinationId>, Error> {
        self.person_destination(tx, event.owner, now).await
    }

    /// Where somebody can be written to in private.
    pub(crate) async fn person_destination(
        self,
        tx: &mut Tx,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<DestinationId>, Error> {
        for platform in [Platform::Discord, Platform::Telegram] {
            let known = match tx.private_destination(person, platform).await? {
                None if platform == Platform::Discord => {
                    tx.open_discord(person, DestinationId(self.engine.ids.id(now)), now).await?
                }
                known => known,
            };
            if let Some(place) = known {
                return Ok(Some(place.id));
            }
        }
        tx.any_private_destination(person).await
    }

    /// Plans the board of a new day wherever an event is announced and a board is wanted.
    async fn turn_day(
        self,
        tx: &mut Tx,
        event: &Event,
        places: &[EventPlace],
        now: Instant,
    ) -> Result<(), Error> {
        let setting = event.rules.shared_setting();
        let today = setting.day_of(now);
        let again = Some(setting.start_of(today.plus(1)));
        let again = again.filter(|_| event.rules.end.is_none_or(|end| end > today));
        tx.turn_event(event.id, Turn::Day, again, now).await?;
        let here: Vec<EventPlace> =
            places.iter().filter(|place| place.event == event.id).copied().collect();
        self.plan_boards(tx, event, &here, today, now).await
    }

    /// Plans the board of a day in these places, where one is wanted.
    pub(crate) async fn plan_boards(
        self,
        tx: &mut Tx,
        event: &Event,
        places: &[EventPlace],
        day: Day,
        now: Instant,
    ) -> Result<(), Error> {
        if !event.rules.is_turning(day) {
            return Ok(());
        }
        let wanted = tx.with_daily_board(places).await?;
        for place in places {
            if wanted.contains(&place.destination) {
                let due = mornings::announce_at(place, event, day);
                let board = (place.destination, mornings::date_of(place, event, due));
                // Where nobody is asked for a day, a board is of the whole period.
                let is_long =
                    event.rules.cadence.is_by_period() && !has_days(tx, place, day, now).await?;
                let last = if is_long { event.rules.period_within(day).last } else { day };
                let closes = event.rules.day_closes_at(last);
                let times = (due, closes);
                tx.plan_board(self.engine.ids.id(now), board, times, now).await?;
            }
        }
        Ok(())
    }
}

/// When a place hears of the weeks that end in the calendar week of a Monday: once the last of them is over.
async fn weeks_told_at(
    tx: &mut Tx,
    place: DestinationId,
    monday: Day,
    now: Instant,
) -> Result<Option<Instant>, Error> {
    let told = tx.told_at(place, now, EVENTS_OF_PLACE_MAX).await?;
    let places = tx.event_destinations(&told).await?;
    let mut last: Option<Instant> = None;
    for known in places.iter().filter(|known| known.destination == place) {
        let Some(event) = tx.event(known.event).await? else { continue };
        let next_week = mornings::week_after(&event, monday)
            .filter(|next| event.ended_at.is_none() && event.rules.start < *next);
        last = last.max(next_week.map(|next| mornings::week_told_at(known, &event, next)));
    }
    Ok(last)
}

/// Whether a place is told of an event that asks somebody for something on days.
async fn has_days(tx: &mut Tx, place: &EventPlace, day: Day, now: Instant) -> Result<bool, Error> {
    let told = tx.told_at(place.destination, now, EVENTS_OF_PLACE_MAX).await?;
    let members = tx.count_members(&told).await?;
    for id in told.into_iter().filter(|id| members.get(id).is_some_and(|members| *members > 0)) {
        let Some(event) = tx.event(id).await? else { continue };
        let is_on = event.ended_at.is_none() && event.rules.is_on(day);
        if is_on && !event.rules.cadence.is_by_period() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiet_window::Quiet;

    const NOON: Instant = Instant(43_200);

    #[test]
    fn a_morning_is_the_next_nine_of_its_zone() {
        let midnight = Instant(0);
        for (zone, hours) in [("UTC", 9), ("Asia/Tokyo", 0), ("America/Los_Angeles", 17)] {
            let morning = mornings::morning_from(zone.parse().unwrap(), midnight);
            assert_eq!(morning, midnight.plus_s(hours * 3600), "{zone}");
        }
        let morning = mornings::morning_from("UTC".parse().unwrap(), NOON);
        assert_eq!(morning, Instant(33 * 3600), "what comes later is told on the next day");
    }

    #[test]
    fn a_tick_after_a_quiet_one_looks_from_there_on() {
        let mut quiet = Quiet::default();
        assert_eq!(quiet.within(NOON), Within::all(NOON));
        quiet.note(Within::all(NOON));
        let near = quiet.within(NOON.plus_s(30));
        assert_eq!(near, Within { after: NOON.plus_s(-60), now: NOON.plus_s(30) });
        quiet.note(near);
        assert_eq!(quiet.within(NOON.plus_s(40)).after, NOON.plus_s(-30));
    }

    #[test]
    fn a_tick_looks_everywhere_after_five_minutes_and_when_the_clock_does_not_go_on() {
        let mut quiet = Quiet::default();
        quiet.note(Within::all(NOON));
        for later in [60, 120, 180, 240, 300] {
            let near = quiet.within(NOON.plus_s(later));
            assert_ne!(near, Within::all(near.now), "{later} s later");
            quiet.note(near);
        }
        for now in [NOON.plus_s(301), NOON.plus_s(300), NOON] {
            assert_eq!(quiet.within(now), Within::all(now));
        }
        quiet.note(Within::all(NOON.plus_s(301)));
        assert_ne!(quiet.within(NOON.plus_s(302)), Within::all(NOON.plus_s(302)));
    }
}
