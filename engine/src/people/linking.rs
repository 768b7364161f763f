//! One person on several platforms: a code made on one side is typed on the other, its maker says yes, and two histories
//! become one.

use rules::{Action, ClockChange, Instant, Span};

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::events::event::Event;
use crate::ids::{self, DestinationId, Membership, PersonId, Platform};
use crate::people::People;
use crate::people::link::{Hindrance, LinkAsked, Merge, with_limits_of};
use crate::people::parting::Stay;
use crate::people::person::{Account, Person};
use crate::store::Tx;
use crate::store::membership::{Asked, Lock};
use crate::store::new_delivery::NewDelivery;

/// How long a code is good for.
const CODE_S: i64 = 600;
/// How long its maker may take to answer.
const ANSWER_S: i64 = 3600;
/// Characters of a code, 5 bits each.
const CODE_LENGTH: usize = 8;

impl People<'_> {
    /// A code that lets the account of whoever types it ask to be one with this person, for ten minutes and once. It is
    /// made on a platform, and there its maker is asked.
    pub async fn link_code(
        self,
        person: PersonId,
        made_on: Platform,
        now: Instant,
    ) -> Result<String, Error> {
        let code = self.engine.ids.code(CODE_LENGTH);
        let mut tx = self.engine.db.write().await?;
        tx.add_link_code(&ids::hash(&code), person, made_on, now, now.plus_s(CODE_S)).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// What typing a code would lead to; none for a code that is wrong, too old, typed by somebody else, or one's own.
    pub async fn preview_link(
        self,
        code: &str,
        typist: PersonId,
        now: Instant,
    ) -> Result<Option<Merge>, Error> {
        let owner = self.engine.db.look().await?.link_owner(&hash(code), typist, now).await?;
        match owner.filter(|(owner, _)| *owner != typist) {
            Some((owner, made_on)) => self.merge(owner, typist, made_on, now).await,
            None => Ok(None),
        }
    }

    async fn merge(
        self,
        stays: PersonId,
        goes: PersonId,
        made_on: Platform,
        now: Instant,
    ) -> Result<Option<Merge>, Error> {
        let mut tx = self.engine.db.read().await?;
        let (Some(stays), Some(goes)) = (tx.person(stays).await?, tx.person(goes).await?) else {
            return Ok(None);
        };
        let (mut moved, mut shared) = (vec![], vec![]);
        for (event, is_shared) in tx.united_events(goes.id, stays.id).await? {
            let Some(event) = tx.event(event).await? else { continue };
            if is_shared { shared.push(event) } else { moved.push(event) }
        }
        let hindrance = hindrance(&mut tx, (goes.id, stays.id), &shared, now).await?;
        let united = stays.with_choices_of(&goes);
        Ok(Some(Merge { stays, goes, united, moved, shared, made_on, hindrance }))
    }

    /// Makes a code worthless that others have seen; false where it was none.
    pub async fn burn_link_code(self, code: &str) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let burnt = tx.burn_link_code(&hash(code)).await?;
        tx.commit().await?;
        Ok(burnt)
    }

    /// Uses a code up, and asks its maker, on the side on which it was made, whether the typist is the same person; once,
    /// however often the typist says so. None for a code that is not good (any more). Where something is in the way,
    /// nobody is asked, and the code stays as good as it was.
    pub async fn ask_link(
        self,
        code: &str,
        typist: PersonId,
        account: &Account,
        now: Instant,
    ) -> Result<Option<Merge>, Error> {
        let Some(merge) = self.preview_link(code, typist, now).await? else { return Ok(None) };
        if merge.hindrance.is_some() {
            return Ok(Some(merge));
        }
        let maker = merge.stays.id;
        let way = self.dm_destination_on(maker, merge.made_on, now).await?;
        let topic = Topic::LinkAsked { from: typist, to: maker };
        let key = format!("link:{maker}:{typist}:{}", &hash(code)[..16]);
        let mut tx = self.engine.db.write().await?;
        if !tx.ask_link(&hash(code), typist, account, now, now.plus_s(ANSWER_S)).await? {
            return Ok(None);
        }
        self.enqueue_answer(&mut tx, way, topic, key, now).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(Some(merge))
    }

    /// Who has typed a code of this person's, and waits for an answer.
    pub async fn asked_link(
        self,
        maker: PersonId,
        now: Instant,
    ) -> Result<Option<LinkAsked>, Error> {
        let asked = self.engine.db.read().await?.asked_link(maker, now).await?;
        let Some((typist, made_on, account)) = asked else { return Ok(None) };
        let merge = self.merge(maker, typist, made_on, now).await?;
        Ok(merge.map(|merge| LinkAsked { merge, account }))
    }

    /// The maker of a code says that its typist is somebody else; false where nobody asks (any more).
    pub async fn refuse_link(
        self,
        maker: PersonId,
        typist: PersonId,
        now: Instant,
    ) -> Result<bool, Error> {
        let key = format!("link:{maker}:{typist}:no");
        let asked = self.asked_link(maker, now).await?;
        let Some(asked) = asked.filter(|asked| asked.merge.goes.id == typist) else {
            // It may have been said before, and the answer have been lost.
            return self.engine.db.look().await?.is_enqueued(&key).await;
        };
        let topic = Topic::LinkRefused { person: typist };
        let mut tx = self.engine.db.write().await?;
        let way = tx.dm_destination(&asked.account).await?;
        if !tx.close_link(maker, typist, now).await? {
            return Ok(false);
        }
        tx.make_room(std::slice::from_ref(&key)).await?;
        self.enqueue_answer(&mut tx, way, topic, key, now).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(true)
    }

    /// The maker of a code says that its typist is the same person: everything of the typist becomes the maker's
    /// history, and the other side is told. None where nobody asks (any more), or something is in the way.
    pub async fn confirm_link(
        self,
        maker: PersonId,
        typist: PersonId,
        now: Instant,
    ) -> Result<Option<Person>, Error> {
        let told = format!("link:{maker}:{typist}:yes");
        let asked = self.asked_link(maker, now).await?;
        let Some(LinkAsked { merge, account }) =
            asked.filter(|asked| asked.merge.goes.id == typist && asked.merge.hindrance.is_none())
        else {
            // It may have been done before, and the answer have been lost. Where the typist is told is the maker's until
            // they part.
            let mut tx = self.engine.db.look().await?;
            let is_one = tx.accounts(maker).await?.len() > 1;
            let is_done = is_one && tx.is_enqueued_for(&told, maker).await?;
            drop(tx);
            if is_done {
                self.touch_all(maker, now).await?;
                self.leave_banned(maker, now).await?;
                self.write_cards_of(maker).await?;
            }
            return if is_done { self.get(maker).await } else { Ok(None) };
        };
        let (goes, stays) = (merge.goes.id, merge.stays.id);
        let both = |event: &Event, person| Membership { event: event.id, person };
        let mut tx = self.engine.db.write().await?;
        let way = tx.dm_destination(&account).await?;
        // People first, then their events, and what is theirs after that: whoever else changes these does so, too.
        for person in [goes.min(stays), goes.max(stays)] {
            tx.take_person(person).await?;
        }
        tx.take_owned(goes).await?;
        if !tx.close_link(maker, typist, now).await? {
            return Ok(None);
        }
        // What was shown may have changed, or somebody have gone, before both were held.
        let events = |shared: &[Event], is_shared| {
            shared.iter().map(move |e| (e.id, is_shared)).collect::<Vec<_>>()
        };
        let mut shown = [events(&merge.shared, true), events(&merge.moved, false)].concat();
        shown.sort_unstable();
        let both_are = tx.person(goes).await?.is_some() && tx.person(stays).await?.is_some();
        if !both_are || tx.united_events(goes, stays).await? != shown {
            return Ok(None);
        }
        if hindrance(&mut tx, (goes, stays), &merge.shared, now).await?.is_some() {
            return Ok(None);
        }
        let platforms = self.note_brought(&mut tx, (goes, stays), now).await?;
        // Their browsers are signed out, and told no more.
        tx.forget_way(goes, Platform::Push).await?;
        for event in &merge.shared {
            let keys = [both(event, goes), both(event, stays)];
            let asked: Vec<Asked> = keys.iter().map(|of| Asked::whole(*of, now)).collect();
            let loaded = tx.load(&asked, Lock::Take).await?;
            for (of, platform) in keys.iter().zip(platforms.into_iter().flatten()) {
                if let Some(loaded) = loaded.get(of) {
                    // Where both have reminders, those of whoever stays are kept.
                    let are_kept = of.person == stays || tx.reminders(keys[1]).await?.is_empty();
                    let reminders = tx.reminders(*of).await?;
                    let stay = Stay::of(&loaded.history).with(&reminders, are_kept);
                    tx.note_stay(both(event, stays), platform, &stay.text()?).await?;
                }
            }
            let mut spans: Vec<Span> =
                loaded.values().flat_map(|loaded| loaded.history.spans.clone()).collect();
            if event.is_contest() {
                // Whoever is in it still, or else who made the code.
                let is_in = |of: &Membership| {
                    loaded.get(of).is_some_and(|loaded| loaded.history.is_member())
                };
                let [counts, other] = match is_in(&keys[0]) && !is_in(&keys[1]) {
                    true => keys,
                    false => [keys[1], keys[0]],
                };
                tx.void_check_ins(other, now).await?;
                spans = loaded.get(&counts).map_or(spans, |loaded| loaded.history.spans.clone());
            }
            tx.unite_membership(event.id, goes, stays, &united(spans)).await?;
        }
        for event in &merge.moved {
            tx.move_membership(event.id, goes, stays).await?;
        }
        let unites = self.unite_settings(&mut tx, &merge, now).await?;
        tx.move_person(goes, stays, now).await?;
        for event in &merge.shared {
            self.engine.memberships().rebuild_one(&mut tx, both(event, stays), now).await?;
        }
        tx.close_asks_of_members(stays).await?;
        self.enqueue_answer(&mut tx, way, Topic::Linked { person: stays }, told, now).await?;
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        for event in merge.shared.iter().chain(&merge.moved) {
            self.engine.memberships().touch(both(event, stays), now).await?;
            self.engine.changed(event.id);
        }
        if unites {
            self.touch_all(stays, now).await?;
        }
        if merge.united.hidden {
            self.write_cards_of(stays).await?;
        }
        self.leave_banned(stays, now).await?;
        self.get(stays).await
    }

    /// Gives whoever stays the settings of both, and says whether rankings or folds rest on what has changed.
    async fn unite_settings(self, tx: &mut Tx, merge: &Merge, now: Instant) -> Result<bool, Error> {
        let Merge { stays, goes, united, .. } = merge;
        let (first, moves) = tx.clock_settings(stays.id).await?;
        let (others_first, others_moves) = tx.clock_settings(goes.id).await?;
        let takes_clock = stays.takes_clock_of(goes);
        let (first, mut moves) = match takes_clock {
            true => (others_first, with_limits_of(others_first, others_moves, &moves, now)),
            false => (first, with_limits_of(first, moves, &others_moves, now)),
        };
        // The day start may be that of the other one.
        let is_moved = moves.last().map_or(first, |moved| moved.setting) != united.setting;
        if is_moved {
            moves.push(ClockChange { at: now, setting: united.setting });
        }
        tx.set_clock(stays.id, first, &moves).await?;
        if united.zone_known {
            tx.confirm_zone(stays.id).await?;
        }
        if tx.chosen_name(stays.id).await?.is_none()
            && let Some(chosen) = tx.chosen_name(goes.id).await?
        {
            tx.set_name(stays.id, Some(&chosen)).await?;
        }
        tx.set_locale(stays.id, united.locale.as_deref()).await?;
        tx.set_about(stays.id, &united.about).await?;
        tx.set_interests(stays.id, &united.interests).await?;
        tx.set_quiet(stays.id, united.quiet).await?;
        tx.set_nudges(stays.id, united.allow_nudges).await?;
        tx.set_cheers(stays.id, united.allow_cheers).await?;
        tx.set_milestones(stays.id, united.share_milestones).await?;
        tx.set_hidden(stays.id, united.hidden).await?;
        if takes_clock {
            tx.unsettle_person(stays.id).await?;
        }
        Ok(takes_clock || is_moved || united.hidden != stays.hidden)
    }

    /// Whoever is kept out of an event under one of two names is so under both.
    async fn leave_banned(self, person: PersonId, now: Instant) -> Result<(), Error> {
        let banned = self.engine.db.look().await?.banned_in(person).await?;
        for of in banned {
            match self.engine.memberships().act(of, now, Action::Leave).await {
                Ok(_) | Err(Error::Refused(_)) => self.engine.changed(of.event),
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }

    /// Where a person can be written to: on one platform, or on another where there is no way.
    async fn dm_destination_on(
        self,
        person: PersonId,
        platform: Platform,
        now: Instant,
    ) -> Result<Option<DestinationId>, Error> {
        let others = [Platform::Discord, Platform::Telegram].into_iter();
        let others = others.filter(|other| *other != platform);
        for platform in std::iter::once(platform).chain(others) {
            if let Some(way) =
                self.engine.communities().dm_destination(person, platform, now).await?
            {
                return Ok(Some(way.id));
            }
        }
        Ok(None)
    }

    async fn enqueue_answer(
        self,
        tx: &mut Tx,
        way: Option<DestinationId>,
        topic: Topic,
        dedupe_key: String,
        now: Instant,
    ) -> Result<(), Error> {
        let Some(destination) = way else { return Ok(()) };
        let (id, expires_at) = (self.engine.ids.id(now), now.plus_s(ANSWER_S));
        let delivery =
            NewDelivery { id, dedupe_key, destination, topic, not_before: now, expires_at };
        tx.enqueue(&[delivery]).await
    }

    /// The accounts by which a person is known.
    pub async fn accounts(self, person: PersonId) -> Result<Vec<Account>, Error> {
        self.engine.db.look().await?.accounts(person).await
    }

    /// The same, each with the instant from which on it is theirs.
    pub async fn accounts_since(self, person: PersonId) -> Result<Vec<(Account, Instant)>, Error> {
        self.engine.db.look().await?.accounts_since(person).await
    }
}

/// What keeps two people from becoming one, of whom these events are.
async fn hindrance(
    tx: &mut Tx,
    (goes, stays): (PersonId, PersonId),
    shared: &[Event],
    now: Instant,
) -> Result<Option<Hindrance>, Error> {
    for person in [goes, stays] {
        if tx.person(person).await?.is_some_and(|person| person.erase_at.is_some()) {
            return Ok(Some(Hindrance::Erasure));
        }
    }
    let (theirs, ours) = (tx.accounts(goes).await?, tx.accounts(stays).await?);
    let is_double =
        |account: &&Account| ours.iter().any(|other| other.platform == account.platform);
    if let Some(account) = theirs.iter().find(is_double) {
        return Ok(Some(Hindrance::SamePlatform(account.platform)));
    }
    let mut contests = vec![];
    for event in shared.iter().filter(|event| event.is_contest() && !event.is_over(now)) {
        let of = |person| Membership { event: event.id, person };
        if tx.is_member(of(goes)).await? && tx.is_member(of(stays)).await? {
            contests.push(event.clone());
        }
    }
    Ok(if contests.is_empty() { None } else { Some(Hindrance::Contests(contests)) })
}

fn hash(code: &str) -> String {
    ids::hash(&code.trim().to_ascii_lowercase())
}

/// Stays of two people as those of one: where they touch they are one stay.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.joined_at, span.joined_day));
    let mut united: Vec<Span> = vec![];
    for span in spans {
        match united.last_mut() {
            Some(last) if last.left.is_none_or(|(left, _)| left >= span.joined_at) => {
                last.joined_day = last.joined_day.min(span.joined_day);
                last.left = last.left.zip(span.left).map(|(one, other)| one.max(other));
            }
            _ => united.push(span),
        }
    }
    united
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
    fn stays_that_touch_are_one() {
        let spans = vec![span(10, Some(20)), span(1, Some(3)), span(15, None)];
        assert_eq!(united(spans), [span(1, Some(3)), span(10, None)]);
        assert_eq!(united(vec![span(5, None), span(1, None)]), [span(1, None)]);
        assert_eq!(united(vec![span(1, Some(9)), span(2, Some(4))]), [span(1, Some(9))]);
    }
}
