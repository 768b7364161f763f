//! Parting an account: everybody has again what they brought when two people became one, and what they did since.

use rules::reminder::TimeOfDay;
use rules::{ClockChange, Entry, History, Instant, Life, Repair, Span, Weekdays};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::ids::{DestinationId, EventId, Membership, PersonId, Platform};
use crate::people::People;
use crate::people::own::{
    Ask, OWNED_MAX, Own, common_first, drop_settings_of, own, read, restore, text,
};
use crate::people::person::{Account, Person};
use crate::reminders::reminder::{Reminder, When};
use crate::store::Tx;
use crate::store::brought::{Brought, Share};
use crate::store::membership::{Asked, Lock};

/// What became of an account that was parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parted {
    /// It begins anew with its next request.
    Anew,
    /// It has again what it had brought, and what was done by it since.
    WithItsOwn,
}

/// What somebody was in an event that both were in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Stay {
    spans: Vec<Span>,
    repairs: Vec<Repair>,
    #[serde(default)]
    reminders: Vec<Reminded>,
    /// Whether these stayed set, and did not give way to those of the other one.
    #[serde(default)]
    are_kept: bool,
}

/// A reminder as it was set.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Reminded {
    slot: i64,
    /// None for a last call.
    time: Option<TimeOfDay>,
    weekdays: i64,
    place: DestinationId,
}

/// One side of what is taken apart, in one event.
struct Side<'a> {
    /// What it brought, and what the other side did.
    brought: Option<&'a Brought>,
    others: Option<&'a Brought>,
    entries: &'a [Entry],
}

impl People<'_> {
    /// Writes down what each of two people brings who become one. None where one has several accounts, of which nobody
    /// knows what each did; otherwise the platforms of both.
    pub(crate) async fn note_brought(
        self,
        tx: &mut Tx,
        (goes, stays): (PersonId, PersonId),
        now: Instant,
    ) -> Result<Option<[Platform; 2]>, Error> {
        tx.forget_brought(stays).await?;
        let (theirs, ours) = (tx.accounts(goes).await?, tx.accounts(stays).await?);
        let ([theirs], [ours]) = (theirs.as_slice(), ours.as_slice()) else { return Ok(None) };
        let platforms = [theirs.platform, ours.platform];
        let is_ours = tx.has_confirmed_email(stays).await?;
        for (person, platform) in [goes, stays].into_iter().zip(platforms) {
            let went = person == goes;
            let email = tx.has_confirmed_email(person).await? && went != is_ours;
            let other = if went { stays } else { goes };
            let Some(own) = own(tx, (person, other), went, email).await? else { return Ok(None) };
            tx.add_own(stays, platform, &text(&own)?, now).await?;
        }
        tx.add_brought((goes, stays), platforms, now).await?;
        tx.mark_brought((goes, stays), platforms).await?;
        Ok(Some(platforms))
    }

    /// Whether an account that is parted from a person takes back what it brought.
    pub async fn gives_back(self, person: PersonId) -> Result<bool, Error> {
        let mut tx = self.engine.db.look().await?;
        Ok(tx.accounts(person).await?.len() == 2 && tx.has_brought(person).await?)
    }

    /// Parts an account from the person, who is signed out everywhere and has no token and no passkey any more, nor an
    /// address or an app of the time together. Where it is known what each side brought, the account takes its own along;
    /// otherwise the person keeps everything. None where it is the only account, or none of theirs.
    pub async fn unlink(
        self,
        person: PersonId,
        account: &Account,
        now: Instant,
    ) -> Result<Option<Parted>, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        tx.take_owned(person).await?;
        let accounts = tx.accounts_since(person).await?;
        let is_it = |(one, _): &(Account, Instant)| {
            one.platform == account.platform && one.external_id == account.external_id
        };
        // Until the second one came, all was done by the first.
        let since = accounts.get(1).map(|(_, since)| *since);
        let Some(since) = since.filter(|_| accounts.iter().any(is_it)) else { return Ok(None) };
        // Whoever reads the mail that waits would give its address to the other side.
        tx.forget_wanted_email(person, now).await?;
        let brought = if accounts.len() == 2 { tx.brought(person).await? } else { vec![] };
        // What is older is that account's, and whoever keeps everything else is without it from now on.
        let is_first = accounts.first().is_some_and(is_it);
        let (parted, fresh) = match self.give_back(&mut tx, person, account, &brought, now).await? {
            Some(fresh) => (Parted::WithItsOwn, Some(fresh)),
            None => {
                let key = tx.trace_key(&self.fresh_trace_key()).await?;
                tx.leave_traces(person, account, &key, now).await?;
                tx.forget_account(person, account).await?;
                (Parted::Anew, None)
            }
        };
        // Whoever stays goes by a name that they chose, or by that of an account that they still have.
        let chosen = tx.chosen_name(person).await?;
        tx.set_name(person, chosen.as_deref()).await?;
        tx.forget_brought(person).await?;
        let keeps_others = parted == Parted::Anew && is_first;
        let since = if keeps_others { Instant(i64::MIN) } else { since };
        self.end_what_was_shared(&mut tx, person, since).await?;
        tx.commit().await?;
        if let Some(fresh) = fresh {
            for person in [person, fresh] {
                self.touch_all(person, now).await?;
                for of in self.engine.memberships().of(person).await? {
                    self.engine.changed(of.event);
                }
            }
        }
        Ok(Some(parted))
    }

    /// Ends what either account may have opened, named or offered since there are two: whoever holds the other one could
    /// go on with it.
    async fn end_what_was_shared(
        self,
        tx: &mut Tx,
        person: PersonId,
        since: Instant,
    ) -> Result<(), Error> {
        // Whoever signs in with a passkey has done so before it goes: their session goes after it.
        tx.drop_passkeys(person).await?;
        tx.close_sessions(person).await?;
        tx.drop_tokens(person).await?;
        self.end_push(tx, person).await?;
        tx.drop_challenges(person).await?;
        tx.drop_app_codes(person).await?;
        tx.drop_link_codes(person).await?;
        if tx.has_confirmed_email_since(person, since).await? {
            tx.forget_email(person).await?;
        }
        for app in tx.apps(person).await? {
            if app.created_at > since {
                tx.drop_app(person, &app.id).await?;
            }
        }
        Ok(())
    }

    /// Makes an account somebody of its own, with what is its own; none where that is not known.
    async fn give_back(
        self,
        tx: &mut Tx,
        person: PersonId,
        account: &Account,
        brought: &[Brought],
        now: Instant,
    ) -> Result<Option<PersonId>, Error> {
        let own = brought.iter().filter(|one| one.event.is_none());
        let (mine, others): (Vec<&Brought>, Vec<&Brought>) =
            own.partition(|one| one.platform == account.platform);
        let ([mine], [others]) = (mine.as_slice(), others.as_slice()) else { return Ok(None) };
        let Some(united) = tx.person(person).await? else { return Ok(None) };
        let since = mine.at;
        let keys = (keys(mine.platform), keys(others.platform));
        let (own, rest): (Own, Own) = (read(&mine.what)?, read(&others.what)?);
        let fresh = PersonId(self.engine.ids.id(now));
        tx.part_account(person, fresh, account, now).await?;
        if own.email {
            tx.part_email(person, fresh, since).await?;
        }
        part_settings(tx, (fresh, &own), (person, &rest), &united, since).await?;
        tx.unsettle_person(person).await?;
        let mut parted = vec![];
        for event in tx.events_ever(person).await? {
            let at = |platform: Platform| {
                let is_it = |one: &&Brought| one.event == Some(event) && one.platform == platform;
                brought.iter().find(is_it)
            };
            let sides = (at(mine.platform), at(others.platform));
            if part_event(tx, Membership { event, person }, fresh, sides, keys, since, now).await? {
                parted.push(event);
            }
        }
        let waiting = tx.asks_of(person, 2 * OWNED_MAX).await?;
        tx.part_rest((person, fresh), mine.platform, keys.0, &own.events, since).await?;
        tx.part_marked((person, fresh), mine.platform, keys.0, since).await?;
        for (one, other, own) in [(fresh, person, &own), (person, fresh, &rest)] {
            if let Some(at) = own.blocked_other {
                tx.block_again(one, other, at).await?;
            }
        }
        for app in &own.apps {
            tx.give_app(app, person, fresh).await?;
        }
        for event in parted {
            let both = [fresh, person].map(|person| Membership { event, person });
            for of in both {
                self.engine.memberships().rebuild_one(tx, of, now).await?;
            }
            let loaded = tx.load(&both.map(|of| Asked::whole(of, now)), Lock::Leave).await?;
            let lengths = both.map(|of| {
                let life = loaded.get(&of).map(|loaded| Life::of(&loaded.history, now));
                life.map_or(vec![], |life| life.badges.into_keys().collect::<Vec<u32>>())
            });
            tx.part_badges(both[1], fresh, &lengths[0], now).await?;
            tx.keep_badges(both[1], &lengths[1], now).await?;
            tx.part_badges(both[1], person, &lengths[1], now).await?;
        }
        part_asks(tx, (fresh, &own), (person, &rest), &waiting, since).await?;
        Ok(Some(fresh))
    }
}

/// Takes a membership apart, and says whether both sides have one then, whose numbers have to be worked out.
async fn part_event(
    tx: &mut Tx,
    of: Membership,
    fresh: PersonId,
    (mine, others): (Option<&Brought>, Option<&Brought>),
    keys: (&'static str, &'static str),
    since: Instant,
    now: Instant,
) -> Result<bool, Error> {
    let theirs = Membership { person: fresh, ..of };
    let loaded = tx.load(&[Asked::whole(of, now)], Lock::Take).await?;
    let Some(common) = loaded.get(&of).map(|loaded| &loaded.history) else { return Ok(false) };
    let last = [mine, others].into_iter().flatten().map(|one| one.facts.1).max().unwrap_or(0);
    let facts = mine.map_or((0, 0), |mine| mine.facts);
    let share = Share { facts, last, keys, has_rest: mine.is_some() && others.is_none() };
    tx.part_check_ins(of, fresh, share).await?;
    if mine.is_none() && !tx.has_checked_in(theirs).await? {
        return Ok(false);
    }
    if others.is_none() && !tx.has_checked_in(of).await? {
        tx.move_membership(of.event, of.person, fresh).await?;
        return Ok(false);
    }
    tx.part_membership(of, fresh, share).await?;
    part_reminders(tx, [theirs, of], (mine, others)).await?;
    let both = [Asked::whole(theirs, now), Asked::whole(of, now)];
    let parts = tx.load(&both, Lock::Leave).await?;
    for (of, brought, others) in [(theirs, mine, others), (of, others, mine)] {
        let entries: &[Entry] = match parts.get(&of) {
            Some(part) => &part.history.entries,
            None => &[],
        };
        let side = Side { brought, others, entries };
        let (spans, repairs) = side.stays(common, since)?;
        tx.write_stays(of, &spans, &repairs).await?;
    }
    Ok(true)
}

/// Gives each side its reminders: all go with whoever alone brought the event. Where both did, they go by the place they
/// come to, and a side that has none then, or those of the other one, has its own again.
async fn part_reminders(
    tx: &mut Tx,
    [theirs, of]: [Membership; 2],
    (mine, others): (Option<&Brought>, Option<&Brought>),
) -> Result<(), Error> {
    if mine.is_some() || others.is_none() {
        tx.part_reminders(of, theirs.person, mine.is_some() && others.is_none()).await?;
    }
    let (Some(mine), Some(others)) = (mine, others) else { return Ok(()) };
    let (mine, others): (Stay, Stay) = (read(&mine.what)?, read(&others.what)?);
    let (to_fresh, to_rest) = (tx.reminders(theirs).await?, tx.reminders(of).await?);
    let are_off = to_fresh.is_empty() && to_rest.is_empty();
    // Of those who were linked before both sides were noted, only what gave way is known.
    let is_of_before = !mine.are_kept && !others.are_kept;
    for (of, own, other, set) in [(theirs, &mine, &others, to_fresh), (of, &others, &mine, to_rest)]
    {
        if is_of_before && own.reminders.is_empty() {
            continue;
        }
        let is_own = own.reminders.len() == set.len() && own.had_all(&set);
        // What was switched off since stays off.
        let is_off = are_off && own.are_kept;
        if !is_own && !is_off && other.had_all(&set) {
            own.remind_again(tx, of).await?;
        }
    }
    Ok(())
}

/// Gives each side the clock and the settings that it had brought.
async fn part_settings(
    tx: &mut Tx,
    (fresh, own): (PersonId, &Own),
    (person, rest): (PersonId, &Own),
    united: &Person,
    since: Instant,
) -> Result<(), Error> {
    let (first, moves) = tx.clock_settings(person).await?;
    let later: Vec<ClockChange> = moves.into_iter().filter(|moved| moved.at > since).collect();
    // A clock that was said since is that of both.
    let said = (first != common_first(own, rest)).then_some(first);
    let is_said = united.zone_known && !own.zone_known && !rest.zone_known;
    for (whose, own, other) in [(fresh, own, rest), (person, rest, own)] {
        let first = said.unwrap_or(own.first);
        let moves = [own.moves.as_slice(), later.as_slice()].concat();
        tx.set_clock(whose, first, &moves).await?;
        let is_known = own.zone_known || is_said || said.is_some() || !later.is_empty();
        tx.set_zone_known(whose, is_known).await?;
        // Whoever stayed has set what is set, but for what came from the other one.
        if whose == fresh || own.went {
            restore(tx, whose, own, united).await?;
        } else {
            drop_settings_of(tx, whose, own, other, united).await?;
        }
    }
    Ok(())
}

/// Gives each side the requests to be let in that it had brought and that nobody has answered. What was asked since stays
/// with whoever stays.
async fn part_asks(
    tx: &mut Tx,
    (fresh, own): (PersonId, &Own),
    (person, rest): (PersonId, &Own),
    waiting: &[(EventId, Instant)],
    since: Instant,
) -> Result<(), Error> {
    for (event, at) in waiting {
        let is_of = |own: &Own| own.asks.iter().any(|ask| ask.event == *event);
        if *at <= since && is_of(own) && !is_of(rest) {
            tx.close_ask(Membership { event: *event, person }).await?;
        }
    }
    for (person, own) in [(fresh, own), (person, rest)] {
        for Ask { event, at, closed } in own.asks.iter().copied() {
            let waits = waiting.iter().any(|(waits, at)| *waits == event && *at <= since);
            if closed || waits {
                tx.ask_again(Membership { event, person }, at).await?;
            }
        }
    }
    Ok(())
}

impl Side<'_> {
    /// The stays and repairs of this side of a common history.
    fn stays(&self, common: &History, since: Instant) -> Result<(Vec<Span>, Vec<Repair>), Error> {
        let later = common.repairs.iter().filter(|repair| repair.at > since).copied();
        Ok(match (self.brought, self.others) {
            (Some(one), Some(_)) => {
                let Stay { spans, mut repairs, .. } = read(&one.what)?;
                repairs.extend(later);
                (went_on(spans, &common.spans, since), repairs)
            }
            (None, Some(_)) => (first_day(self.entries, &common.spans), later.collect()),
            (_, None) => (common.spans.clone(), common.repairs.clone()),
        })
    }
}

/// Stays as they were, one that was open as long as the common one, and those that came later.
fn went_on(mut spans: Vec<Span>, common: &[Span], since: Instant) -> Vec<Span> {
    let holds =
        |span: &&Span| span.joined_at <= since && span.left.is_none_or(|(left, _)| left > since);
    if let Some(last) = spans.last_mut().filter(|last| last.left.is_none()) {
        last.left = common.iter().find(holds).and_then(|span| span.left);
    }
    spans.extend(common.iter().filter(|span| span.joined_at > since));
    spans
}

/// The stay of whoever was in only since: from the first check-in on.
fn first_day(entries: &[Entry], common: &[Span]) -> Vec<Span> {
    let first = entries.iter().min_by_key(|entry| entry.received_at);
    let Some(first) = first else { return vec![] };
    let joined_day = entries.iter().map(|entry| entry.day).min().unwrap_or(first.day);
    let left = common.last().and_then(|span| span.left);
    vec![Span { joined_at: first.received_at, joined_day, left }]
}

impl Stay {
    pub(crate) fn of(history: &History) -> Stay {
        let (spans, repairs) = (history.spans.clone(), history.repairs.clone());
        Stay { spans, repairs, reminders: vec![], are_kept: false }
    }

    /// Notes the reminders of one side, and whether they stay set.
    pub(crate) fn with(self, reminders: &[Reminder], are_kept: bool) -> Stay {
        let reminders = reminders.iter().map(Reminded::of).collect();
        Stay { reminders, are_kept, ..self }
    }

    /// Whether each of these was set by this side, wherever it comes now.
    fn had_all(&self, set: &[Reminder]) -> bool {
        let is_same = |one: Reminded, other: &Reminded| {
            (one.time, one.weekdays) == (other.time, other.weekdays)
        };
        set.iter().all(|one| self.reminders.iter().any(|other| is_same(Reminded::of(one), other)))
    }

    /// Sets the reminders again that it had, in place of those that are set.
    async fn remind_again(&self, tx: &mut Tx, of: Membership) -> Result<(), Error> {
        tx.forget_reminders(of).await?;
        for Reminded { slot, time, weekdays, place } in self.reminders.iter().copied() {
            let Some(weekdays) = Weekdays::from_bits(weekdays) else { continue };
            let place = match tx.may_be_told_at(of.person, place).await? {
                true => Some(place),
                false => tx.any_private_destination(of.person).await?,
            };
            if let Some(place) = place {
                let when = time.map_or(When::LastCall, When::At);
                tx.add_reminder(of, slot, (when, weekdays), place).await?;
            }
        }
        Ok(())
    }

    pub(crate) fn text(&self) -> Result<String, Error> {
        text(self)
    }
}

impl Reminded {
    fn of(reminder: &Reminder) -> Reminded {
        Reminded {
            slot: reminder.slot,
            time: match reminder.when {
                When::At(time) => Some(time),
                When::LastCall => None,
            },
            weekdays: reminder.weekdays.bits(),
            place: reminder.destination,
        }
    }
}

/// How the requests of a platform begin.
fn keys(platform: Platform) -> &'static str {
    match platform {
        Platform::Discord => "dc:",
        Platform::Telegram => "tg:",
        // Nobody asks for anything there.
        Platform::Email | Platform::Push => "-",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::Day;

    fn span(joined: i64, left: Option<i64>) -> Span {
        Span {
            joined_at: Instant(joined),
            joined_day: Day(joined as i32),
            left: left.map(|left| (Instant(left), Day(left as i32))),
        }
    }

    #[test]
    fn a_stay_lasts_as_long_as_the_common_one_and_a_closed_one_stays_closed() {
        let common = [span(1, Some(20)), span(30, None)];
        let own = went_on(vec![span(5, None)], &common, Instant(10));
        assert_eq!(own, [span(5, Some(20)), span(30, None)]);
        let closed = went_on(vec![span(2, Some(4))], &common, Instant(10));
        assert_eq!(closed, [span(2, Some(4)), span(30, None)]);
    }
}
