//! Events: making, finding, inviting.

use crate::{CommunityId, Engine, Error, EventId, PersonId, ids};
use rules::{Instant, Key, Rules};
use std::sync::Arc;

/// Who may see an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody, also on the web.
    Public,
    /// Those who are in it; others need a code, and hear nothing of it.
    InviteOnly,
}

impl Visibility {
    pub fn name(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::InviteOnly => "invite",
        }
    }

    pub(crate) fn named(name: &str) -> Result<Visibility, Error> {
        match name {
            "public" => Ok(Visibility::Public),
            "invite" => Ok(Visibility::InviteOnly),
            _ => Err(Error::Unreadable { what: "visibility", why: name.to_owned() }),
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
}

impl Event {
    /// Whether it does not exist for those who are not in it.
    pub fn is_hidden(&self) -> bool {
        self.visibility != Visibility::Public
    }
}

/// Characters of a code: 80 bits, so that nobody guesses one.
const CODE_LENGTH: usize = 16;
const CODE_DAYS: i64 = 7;
const CODE_USES: i64 = 100;
/// Characters that keep the addresses of two events of one title apart.
const SLUG_TAIL: usize = 5;

impl Engine {
    /// Makes an event, or gives the one that the same request made before. Nobody is in it yet.
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
        };
        let mut tx = self.db.write().await?;
        let is_new = tx.add_event(&event, &new.key, now).await?;
        tx.commit().await?;
        if is_new {
            self.changed(event.id);
            return Ok(event);
        }
        let made = self.db.read().await?.event_made_by(&new.key).await?;
        made.ok_or(Error::Unreadable { what: "event", why: "made and gone".to_owned() })
    }

    /// A new code that lets people into an event for a week.
    pub async fn invite(
        &self,
        event: EventId,
        by: PersonId,
        now: Instant,
    ) -> Result<String, Error> {
        let code = self.ids.code(CODE_LENGTH);
        let mut tx = self.db.write().await?;
        tx.add_invite(&ids::hash(&code), event, by, now, now.plus_s(CODE_DAYS * 86_400), CODE_USES)
            .await?;
        tx.commit().await?;
        Ok(code)
    }

    /// The event that a code lets into, and uses the code up by one if the person is not in it yet. Wrong,
    /// expired and used-up codes answer alike.
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

    /// The events that a person may see and whose title holds these words, those of the community first.
    pub async fn find_events(
        &self,
        person: PersonId,
        community: Option<CommunityId>,
        words: &str,
        most: i64,
    ) -> Result<Vec<Event>, Error> {
        self.db.read().await?.find_events(person, community, words, most).await
    }

    /// Whether a person may see an event: everybody may see a public one, the owner and the members any.
    pub async fn may_see(&self, person: PersonId, event: &Event) -> Result<bool, Error> {
        let is_open = event.visibility == Visibility::Public || event.owner == person;
        Ok(is_open || self.memberships(person).await?.iter().any(|of| of.event == event.id))
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
