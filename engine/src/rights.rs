//! Who may do what. Every command, page, picture, feed, suggestion, button and call of the API asks here.

use std::collections::BTreeSet;

use crate::engine::Engine;
use crate::error::Error;
use crate::events::event::{Event, Visibility};
use crate::ids::{CommunityId, EventId, Membership, PersonId};
use crate::store::Tx;

/// Who asks, and from where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asker {
    /// None for whoever is not signed in.
    pub person: Option<PersonId>,
    /// The community in which they ask.
    pub here: Option<CommunityId>,
    /// Whether the platform lets them manage that community.
    pub manages: bool,
}

/// What somebody wants to do. What a member does to their own membership is up to the rules.
#[derive(Debug, Clone, Copy)]
pub enum Deed<'a> {
    /// To know that an event is there, and to see it: everybody a public one, whoever asks from its community one of
    /// a community, the owner and the members any. A draft is seen by way of its own buttons alone.
    See(&'a Event),
    /// To change an event that they see, and what is in it: whoever made it, and from within its community whoever helps
    /// to run that or manages it.
    Host(&'a Event),
    /// To decide about a community, from within: its moderators, and whoever manages it.
    Manage(CommunityId),
}

/// What an event itself says of who sees it.
enum Sight {
    Open,
    Closed,
    /// Whoever asks sees it if they are in it.
    OfMember(Membership),
}

fn sight(asker: Asker, event: &Event) -> Sight {
    if event.draft.is_some() {
        return Sight::Closed;
    }
    let is_open = match event.visibility {
        Visibility::Public => true,
        Visibility::Community => event.community.is_some() && event.community == asker.here,
        Visibility::InviteOnly => false,
    };
    match asker.person {
        _ if is_open => Sight::Open,
        None => Sight::Closed,
        Some(person) if event.owner == person => Sight::Open,
        Some(person) => Sight::OfMember(Membership { event: event.id, person }),
    }
}

impl Asker {
    /// A person who asks from no community.
    pub fn person(person: PersonId) -> Asker {
        Asker { person: Some(person), ..Asker::default() }
    }
}

/// An event that somebody hosts, and those of the rounds after it that they host as well: whoever made it those that they
/// made, others those of its community that they see there.
pub(crate) async fn hosted_rounds(
    tx: &mut Tx,
    rounds: Vec<Event>,
    by: PersonId,
) -> Result<Vec<Event>, Error> {
    let mut hosted: Vec<Event> = vec![];
    for round in rounds {
        let is_hosted = match hosted.first() {
            None => true,
            Some(_) if round.owner == by => true,
            Some(first) if first.owner == by || round.community != first.community => false,
            Some(first) => {
                let asker = Asker { here: first.community, ..Asker::person(by) };
                match sight(asker, &round) {
                    Sight::Open => true,
                    Sight::Closed => false,
                    Sight::OfMember(of) => tx.is_member(of).await?,
                }
            }
        };
        if is_hosted {
            hosted.push(round);
        }
    }
    Ok(hosted)
}

impl Engine {
    /// Whether somebody may do something.
    pub async fn authorize(&self, asker: Asker, deed: Deed<'_>) -> Result<bool, Error> {
        match deed {
            Deed::See(event) => self.sees(asker, event).await,
            Deed::Host(event) if Some(event.owner) == asker.person => Ok(true),
            Deed::Host(event) => match event.community {
                Some(community) if self.sees(asker, event).await? => {
                    self.manages(asker, community).await
                }
                _ => Ok(false),
            },
            Deed::Manage(community) => self.manages(asker, community).await,
        }
    }

    /// Those of these events that somebody may see: [`Deed::See`] of many at once.
    pub async fn authorize_to_see(
        &self,
        asker: Asker,
        events: &[&Event],
    ) -> Result<BTreeSet<EventId>, Error> {
        let mut seen = BTreeSet::new();
        let mut asked = vec![];
        for event in events {
            match sight(asker, event) {
                Sight::Open => {
                    seen.insert(event.id);
                }
                Sight::Closed => {}
                Sight::OfMember(of) => asked.push(of),
            }
        }
        if !asked.is_empty() {
            let members = self.db.look().await?.members_among(&asked).await?;
            seen.extend(members.iter().map(|of| of.event));
        }
        Ok(seen)
    }

    async fn sees(&self, asker: Asker, event: &Event) -> Result<bool, Error> {
        match sight(asker, event) {
            Sight::Open => Ok(true),
            Sight::Closed => Ok(false),
            Sight::OfMember(of) => self.db.look().await?.is_member(of).await,
        }
    }

    async fn manages(&self, asker: Asker, community: CommunityId) -> Result<bool, Error> {
        // No platform tells us that a moderator has left or was put out: who speaks there is there.
        if asker.here != Some(community) {
            return Ok(false);
        }
        if asker.manages {
            return Ok(true);
        }
        match asker.person {
            Some(person) => Ok(self.communities().moderators(community).await?.contains(&person)),
            None => Ok(false),
        }
    }
}
