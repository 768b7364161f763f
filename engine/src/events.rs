//! Events: making, finding, inviting.

use crate::store::NewDelivery;
use crate::{
    CommunityId, DestinationId, Engine, Error, EventId, Membership, PersonId, Refusal, Topic, ids,
};
use rules::{Day, Instant, Key, Rules};
use std::sync::Arc;

/// Who may see an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody, also on the web.
    Public,
    /// Whoever asks from the community it was made in.
    Community,
    /// Those who are in it; others need a code, and hear nothing of it.
    InviteOnly,
}

impl Visibility {
    pub fn name(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::Community => "community",
            Visibility::InviteOnly => "invite",
        }
    }

    pub(crate) fn named(name: &str) -> Result<Visibility, Error> {
        match name {
            "public" => Ok(Visibility::Public),
            "community" => Ok(Visibility::Community),
            "invite" => Ok(Visibility::InviteOnly),
            _ => Err(Error::Unreadable { what: "visibility", why: name.to_owned() }),
        }
    }
}

/// What became of a code that was typed where others read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overheard {
    /// The host is asked to let in whoever typed it.
    pub asks: bool,
}

/// Whether a check-in is shown, and whether a host looks at what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProofRule {
    #[default]
    None,
    /// Everybody shows something; nobody has to approve it.
    Asked,
    /// A host approves or rejects. What is not rejected counts.
    Approved,
}

impl ProofRule {
    pub fn name(self) -> &'static str {
        match self {
            ProofRule::None => "none",
            ProofRule::Asked => "asked",
            ProofRule::Approved => "approved",
        }
    }

    pub fn named(name: &str) -> Result<ProofRule, Error> {
        match name {
            "none" => Ok(ProofRule::None),
            "asked" => Ok(ProofRule::Asked),
            "approved" => Ok(ProofRule::Approved),
            _ => Err(Error::Unreadable { what: "proof rule", why: name.to_owned() }),
        }
    }
}

/// An event to make.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// The request that makes it: a repeat of it makes no second one.
    pub key: Key,
    pub title: String,
    pub goal: String,
    pub owner: PersonId,
    pub community: Option<CommunityId>,
    pub visibility: Visibility,
    pub rules: Rules,
    pub category: Option<String>,
    pub emoji: Option<String>,
    pub approval: bool,
    pub proof: ProofRule,
    /// The event whose next round this is.
    pub follows: Option<EventId>,
    /// Who shall see it once it is published, if it is a draft; until then it is for few.
    pub draft: Option<Visibility>,
}

impl NewEvent {
    /// A public one of no community, with nothing said about it.
    pub fn of(key: Key, title: &str, owner: PersonId, rules: Rules) -> NewEvent {
        NewEvent {
            key,
            title: title.to_owned(),
            goal: String::new(),
            owner,
            community: None,
            visibility: Visibility::Public,
            rules,
            category: None,
            emoji: None,
            approval: false,
            proof: ProofRule::None,
            follows: None,
            draft: None,
        }
    }

    /// The next round of an event: all as it was, from the day after its end on or from today, and as long. None
    /// for an event without an end.
    pub fn next_round(key: Key, event: &Event, now: Instant) -> Option<NewEvent> {
        let end = event.rules.end?;
        // One that was ended early lasts as long as it was to last.
        let days = event.planned_days.unwrap_or(end.0 - event.rules.start.0 + 1);
        let start = first_day(&event.rules, now).max(end.plus(1));
        let end = (days > 0).then(|| start.plus(days - 1));
        let rules = Rules { start, end, ..(*event.rules).clone() };
        Some(NewEvent {
            goal: event.goal.clone(),
            community: event.community,
            visibility: event.visibility,
            category: event.category.clone(),
            emoji: event.emoji.clone(),
            approval: event.approval,
            proof: event.proof,
            follows: Some(event.id),
            ..NewEvent::of(key, &event.title, event.owner, rules)
        })
    }
}

/// What somebody looks for among the events that are open to him.
#[derive(Debug, Clone, Copy, Default)]
pub struct Search<'a> {
    /// Words of the title; where none are given, any title will do.
    pub words: &'a str,
    pub category: Option<&'a str>,
    /// Categories whose events come first.
    pub liked: &'a [String],
    /// How many to leave out at the beginning, and how many to give at most.
    pub skip: i64,
    pub most: i64,
}

/// A code that still lets people in. The code itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// The first letters of its hash, which tell it from the other codes of its event.
    pub mark: String,
    pub made_at: Instant,
    pub expires_at: Instant,
    pub uses_left: u64,
}

/// A streak event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    pub title: String,
    /// What has to be done, in the words of whoever made it.
    pub goal: String,
    pub owner: PersonId,
    pub community: Option<CommunityId>,
    pub visibility: Visibility,
    pub rules: Arc<Rules>,
    /// One of the categories that people choose their interests from.
    pub category: Option<String>,
    pub emoji: Option<String>,
    /// Whether a host decides who gets in.
    pub approval: bool,
    pub proof: ProofRule,
    /// When it was closed, by its end or by its host.
    pub ended_at: Option<Instant>,
    /// The event whose next round this is.
    pub follows: Option<EventId>,
    /// How many days it was to last, if its host has ended it early; 0 for one without an end.
    pub planned_days: Option<i32>,
    /// Who shall see it once it is published. Until then nobody but its owner knows of it, and nobody can be in it.
    pub draft: Option<Visibility>,
}

impl Event {
    /// Whether nothing is forgiven (semantics 8).
    pub fn is_contest(&self) -> bool {
        let rules = &self.rules;
        rules.freeze.is_none()
            && rules.repair.is_none()
            && rules.pause.is_none()
            && rules.backfill_days == 0
    }

    /// Whether it has ended, whether or not that is told yet.
    pub fn is_over(&self, now: Instant) -> bool {
        self.ended_at.is_some() || self.rules.ends_at().is_some_and(|at| at <= now)
    }

    /// Whether it does not exist for those who are not in it.
    pub fn is_hidden(&self) -> bool {
        self.visibility != Visibility::Public
    }

    /// Whether somebody may still let people in: whoever made it may be erased, and then it takes a community to
    /// have others who run it.
    pub fn has_host(&self) -> bool {
        self.owner != NOBODY || self.community.is_some()
    }
}

/// Who owns an event whose owner was erased.
const NOBODY: PersonId = PersonId(0);

/// Drafts that a person may have; one more, and the oldest is forgotten.
const DRAFTS_MAX: i64 = 5;
/// Characters of a code: 80 bits, so that nobody guesses one.
const CODE_LENGTH: usize = 16;
const CODE_DAYS: i64 = 7;
const CODE_USES: i64 = 100;
/// Characters that keep the addresses of two events of one title apart.
const SLUG_TAIL: usize = 5;

impl Engine {
    /// Makes an event, or gives the one that the same request made before; an event has one next round. Nobody is
    /// in it yet. A next round is told where the one before it was, and keeps out whom that one kept out.
    pub async fn create_event(&self, new: NewEvent, now: Instant) -> Result<Event, Error> {
        new.rules
            .check()
            .map_err(|why| Error::Setting(format!("an event cannot be made: {why}")))?;
        let slug = slug(&new.title, &self.ids.code(SLUG_TAIL));
        let event = Event {
            id: EventId(self.ids.id(now)),
            slug,
            title: new.title,
            goal: new.goal,
            owner: new.owner,
            community: new.community,
            visibility: new.visibility,
            rules: Arc::new(new.rules),
            category: new.category,
            emoji: new.emoji,
            approval: new.approval,
            proof: new.proof,
            ended_at: None,
            follows: new.follows,
            planned_days: None,
            draft: new.draft,
        };
        let mut tx = self.db.write().await?;
        let is_new = tx.add_event(&event, &new.key, now).await?;
        if let (true, Some(before)) = (is_new, event.follows) {
            tx.take_over(before, event.id).await?;
        }
        if is_new && event.draft.is_some() {
            tx.forget_drafts(event.owner, DRAFTS_MAX).await?;
        }
        tx.commit().await?;
        if is_new {
            self.changed(event.id);
            return Ok(event);
        }
        let mut tx = self.db.read().await?;
        let made = match (tx.event_made_by(&new.key).await?, event.follows) {
            (None, Some(before)) => tx.event_after(before).await?,
            (made, _) => made,
        };
        made.ok_or(Error::Unreadable { what: "event", why: "made and gone".to_owned() })
    }

    /// The next round of an event, if it was made.
    pub async fn next_round(&self, event: EventId) -> Result<Option<Event>, Error> {
        self.db.read().await?.event_after(event).await
    }

    /// Writes down what a host changed of an event. Its rules may change freely until the first check-in; after
    /// that only the end may move to later and milestones may change. Where an event may be seen no longer, nothing
    /// is told of it any more.
    ///
    /// # Errors
    /// [`Error::Setting`] where the rules contradict themselves, [`rules::Refusal::Disabled`] where they may not
    /// change any more, [`rules::Refusal::Ended`] where all is over.
    pub async fn edit_event(&self, event: &Event, now: Instant) -> Result<(), Error> {
        event
            .rules
            .check()
            .map_err(|why| Error::Setting(format!("an event cannot be so: {why}")))?;
        let mut tx = self.db.write().await?;
        let Some(before) = tx.event(event.id).await? else { return Ok(()) };
        // The last day of a draft may have gone by.
        if before.rules != event.rules && before.is_over(now) && before.draft.is_none() {
            return Err(Error::Refused(Refusal::Ended));
        }
        if before.rules != event.rules && tx.has_entries(event.id).await? {
            let kept = Rules {
                end: before.rules.end,
                milestones: before.rules.milestones.clone(),
                ..(*event.rules).clone()
            };
            let is_later = match (before.rules.end, event.rules.end) {
                (before, after) if before == after => true,
                (Some(before), Some(after)) => after > before,
                (_, None) => true,
                (None, Some(end)) => end >= event.rules.latest_day(now),
            };
            if kept != *before.rules || !is_later {
                return Err(Error::Refused(Refusal::Disabled));
            }
        }
        // Whoever sets an end anew plans anew.
        let planned_days = event.planned_days.filter(|_| before.rules.end == event.rules.end);
        tx.write_event(&Event { planned_days, ..event.clone() }, now).await?;
        if before.rules != event.rules {
            tx.unsettle(event.id).await?;
        }
        if before.rules.clock != event.rules.clock {
            tx.relabel_event(event).await?;
        }
        if before.visibility != event.visibility && event.is_hidden() {
            tx.tell_no_more(event).await?;
        }
        tx.commit().await?;
        if before.rules != event.rules {
            self.touch_members(event.id, now).await?;
        }
        self.changed(event.id);
        Ok(())
    }

    /// Closes an event after today, wherever it is today already, or leaves it as it ended. What everybody did stays.
    pub async fn end_event(&self, event: &Event, now: Instant) -> Result<Event, Error> {
        if event.is_over(now) {
            return Ok(event.clone());
        }
        let today = event.rules.latest_day(now).max(event.rules.start);
        let end = event.rules.end.map_or(today, |end| end.min(today));
        let rules = Rules { end: Some(end), ..(*event.rules).clone() };
        let planned = event.rules.end.map_or(0, |end| end.0 - event.rules.start.0 + 1);
        let planned_days = event.planned_days.or(Some(planned));
        let closed = Event { rules: Arc::new(rules), planned_days, ..event.clone() };
        let mut tx = self.db.write().await?;
        tx.write_event(&closed, now).await?;
        tx.unsettle(event.id).await?;
        tx.commit().await?;
        self.touch_members(event.id, now).await?;
        self.changed(event.id);
        Ok(closed)
    }

    /// Whether anybody has checked in already, so that the rules stand.
    pub async fn has_begun(&self, event: EventId) -> Result<bool, Error> {
        self.db.read().await?.has_entries(event).await
    }

    /// How many events a person made that are not over, drafts aside.
    pub async fn count_owned(&self, person: PersonId) -> Result<i64, Error> {
        self.db.read().await?.count_owned(person).await
    }

    /// A new code that lets people into an event for a week.
    pub async fn invite(
        &self,
        event: EventId,
        by: PersonId,
        now: Instant,
    ) -> Result<String, Error> {
        self.invite_for(event, by, CODE_DAYS, CODE_USES, now).await
    }

    /// A new code that lets so many people into an event within so many days.
    pub async fn invite_for(
        &self,
        event: EventId,
        by: PersonId,
        days: i64,
        uses: i64,
        now: Instant,
    ) -> Result<String, Error> {
        let code = self.ids.code(CODE_LENGTH);
        let mut tx = self.db.write().await?;
        let expires_at = now.plus_s(days * 86_400);
        tx.add_invite(&ids::hash(&code), event, by, now, expires_at, uses).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// Whether news of an event go to a place.
    pub async fn is_told_at(&self, event: EventId, at: DestinationId) -> Result<bool, Error> {
        self.db.read().await?.is_told_at(event, at).await
    }

    /// Makes all codes of an event worthless, and gives their number.
    pub async fn revoke_invites(&self, event: EventId) -> Result<u64, Error> {
        let mut tx = self.db.write().await?;
        let revoked = tx.revoke_invites(event).await?;
        tx.commit().await?;
        Ok(revoked)
    }

    /// The codes of an event that still let people in, the oldest first.
    pub async fn invites(
        &self,
        event: EventId,
        now: Instant,
        most: i64,
    ) -> Result<Vec<Invite>, Error> {
        self.db.read().await?.invites(event, now, most).await
    }

    /// Whether a code still lets people into this event.
    pub async fn is_invite(&self, event: EventId, code: &str, now: Instant) -> Result<bool, Error> {
        self.db.read().await?.is_invite(event, &ids::hash(code), now).await
    }

    /// Makes the code of this mark worthless, and gives the number of codes that it was.
    pub async fn revoke_invite(&self, event: EventId, mark: &str) -> Result<u64, Error> {
        let mut tx = self.db.write().await?;
        let revoked = tx.revoke_invite(event, mark).await?;
        tx.commit().await?;
        Ok(revoked)
    }

    /// Makes a code worthless that somebody typed where others read, tells the host of its event, and asks the host to let
    /// that person in, if anybody can be told from others there. None where it is no code, or one that its host posted
    /// for everybody to read. Once, however often the request comes.
    pub async fn overhear_invite(
        &self,
        code: &str,
        person: Option<PersonId>,
        now: Instant,
    ) -> Result<Option<Overheard>, Error> {
        const LASTS_S: i64 = 3 * 86_400;
        let hash = ids::hash(&code.to_ascii_lowercase());
        let told = format!("overheard:{}:{}", &hash[..16], person.unwrap_or(PersonId(0)));
        let mut tx = self.db.write().await?;
        let Some(event) = tx.burn_invite(&hash, now).await? else {
            // The answer may have been lost the first time.
            let is_told = tx.is_enqueued(&told).await?;
            return Ok(is_told.then_some(Overheard { asks: false }));
        };
        let Some(event) = tx.event(event).await? else { return Ok(None) };
        let mut asks = false;
        if let Some(person) = person.filter(|_| event.has_host() && !event.is_over(now)) {
            let of = Membership { event: event.id, person };
            asks = !tx.is_banned(of).await? && !tx.memberships_of(person).await?.contains(&of);
            if asks {
                tx.ask_to_join(of, now).await?;
            }
        }
        if let Some(destination) = self.way_to_host(&mut tx, &event, now).await? {
            let person = person.unwrap_or(PersonId(0));
            let delivery = NewDelivery {
                id: self.ids.id(now),
                dedupe_key: told,
                destination,
                topic: Topic::CodeOverheard { event: event.id, person },
                not_before: now,
                expires_at: now.plus_s(LASTS_S),
            };
            tx.enqueue(&[delivery]).await?;
        }
        tx.commit().await?;
        self.work.outbox.notify_waiters();
        Ok(Some(Overheard { asks }))
    }

    /// Notes that the host of an event posts a code for everybody to read.
    pub async fn post_invite(&self, code: &str) -> Result<(), Error> {
        let mut tx = self.db.write().await?;
        tx.post_invite(&ids::hash(code)).await?;
        tx.commit().await
    }

    /// The event that a code lets into. A person uses a code up by one, however often it is given, and not at all
    /// who is in already. Wrong, expired and used-up codes answer alike.
    pub async fn redeem(
        &self,
        code: &str,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<Event>, Error> {
        let mut tx = self.db.write().await?;
        let event = tx.use_invite(&ids::hash(&code.to_ascii_lowercase()), person, now).await?;
        tx.commit().await?;
        match event {
            Some(event) => self.event(event).await,
            None => Ok(None),
        }
    }

    /// An event by id, whoever may see it.
    pub async fn event(&self, id: EventId) -> Result<Option<Event>, Error> {
        self.db.read().await?.event(id).await
    }

    /// An event by its name in addresses, if everybody may see it.
    pub async fn public_event(&self, slug: &str) -> Result<Option<Event>, Error> {
        let event = self.db.read().await?.event_by_slug(slug).await?;
        Ok(event.filter(|event| event.visibility == Visibility::Public))
    }

    /// The events that everybody may see, newest first.
    pub async fn public_events(&self, most: i64) -> Result<Vec<Event>, Error> {
        self.db.read().await?.public_events(most).await
    }

    /// The events that a person is in, oldest first.
    pub async fn events_of(&self, person: PersonId) -> Result<Vec<Event>, Error> {
        self.db.read().await?.events_of(person).await
    }

    /// The events that a person is or was in, oldest first.
    pub async fn events_ever_of(&self, person: PersonId) -> Result<Vec<Event>, Error> {
        self.db.read().await?.events_ever_of(person).await
    }

    /// The events that a person may see and whose title holds these words, those of the community first. What is
    /// over is found by its owner only.
    pub async fn find_events(
        &self,
        person: PersonId,
        community: Option<CommunityId>,
        words: &str,
        most: i64,
    ) -> Result<Vec<Event>, Error> {
        self.db.read().await?.find_events(person, community, words, most).await
    }

    /// The events that a person may see from a community and is not in: those he likes first, then those of the
    /// community, then the newest.
    pub async fn open_events(
        &self,
        person: PersonId,
        community: Option<CommunityId>,
        search: Search<'_>,
    ) -> Result<Vec<Event>, Error> {
        self.db.read().await?.open_events(person, community, search).await
    }

    /// Whether a person who asks from a community may see an event: everybody may see a public one, the owner and
    /// the members any. A draft is seen by way of its own buttons alone.
    pub async fn may_see(
        &self,
        person: PersonId,
        from: Option<CommunityId>,
        event: &Event,
    ) -> Result<bool, Error> {
        if event.draft.is_some() {
            return Ok(false);
        }
        let is_open = match event.visibility {
            Visibility::Public => true,
            Visibility::Community => event.community.is_some() && event.community == from,
            Visibility::InviteOnly => false,
        } || event.owner == person;
        Ok(is_open || self.memberships(person).await?.iter().any(|of| of.event == event.id))
    }
}

/// The first day on which an event can begin: whoever is a day behind may begin today too.
pub(crate) fn first_day(rules: &Rules, now: Instant) -> Day {
    match rules.setting() {
        Some(setting) => setting.day_of(now),
        None => rules.shared_setting().day_of(now).plus(-1),
    }
}

/// The words of a title in lower-case letters and digits, and a tail that tells equal titles apart.
fn slug(title: &str, tail: &str) -> String {
    const LENGTH_MAX: usize = 40;
    let mut words = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with('-') {
            words.push('-');
        }
        if words.len() >= LENGTH_MAX {
            break;
        }
    }
    match words.trim_end_matches('-') {
        "" => tail.to_owned(),
        words => format!("{words}-{tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_is_made_of_the_title() {
        assert_eq!(slug("Read 20 pages!", "k3f9x"), "read-20-pages-k3f9x");
        assert_eq!(slug("読書", "k3f9x"), "k3f9x");
    }
}
