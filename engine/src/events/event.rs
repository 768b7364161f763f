//! An event and what belongs to it: who sees it, proofs, invites, what makes one and what finds one.

use rules::{Day, Instant, Key, Rules};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use strum::{EnumString, IntoStaticStr};

use crate::error::Error;
use crate::ids::{CommunityId, EventId, PersonId};

/// Who may see an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Visibility {
    /// Everybody, also on the web.
    Public,
    /// Whoever asks from the community it was made in.
    Community,
    /// Those who are in it; others need a code, and hear nothing of it.
    #[strum(serialize = "invite")]
    InviteOnly,
}

impl Visibility {
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether more people may see an event than before.
    pub fn is_wider_than(self, before: Visibility) -> bool {
        match self {
            Visibility::Public => before != Visibility::Public,
            Visibility::Community => before == Visibility::InviteOnly,
            Visibility::InviteOnly => false,
        }
    }

    pub(crate) fn named(name: &str) -> Result<Visibility, Error> {
        name.parse().map_err(|_| Error::Unreadable { what: "visibility", why: name.to_owned() })
    }
}

/// What became of a code that was typed where others read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overheard {
    /// The host is asked to let in whoever typed it.
    pub asks: bool,
}

/// What tells a title of an event from its others, and does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleMark(u32);

/// Whether a check-in is shown, and whether a host looks at what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
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
        self.into()
    }

    pub fn named(name: &str) -> Result<ProofRule, Error> {
        name.parse().map_err(|_| Error::Unreadable { what: "proof rule", why: name.to_owned() })
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
    /// Who should see it once it is published, if it is a draft; until then it is for few.
    pub draft: Option<Visibility>,
    /// Whether it counts how many events its owner runs and has made today; a draft counts when it is published.
    pub is_limited: bool,
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
            is_limited: false,
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

/// What somebody looks for among the events that are open to them.
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
    /// Who should see it once it is published. Until then nobody but its owner knows of it, and nobody can be in it.
    pub draft: Option<Visibility>,
}

impl Event {
    /// The mark of its title as it is.
    pub fn title_mark(&self) -> TitleMark {
        let digest = Sha256::digest(format!("{} {}", self.id, self.title));
        TitleMark(digest.iter().take(4).fold(0, |mark, byte| (mark << 8) | u32::from(*byte)))
    }

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
pub(crate) const NOBODY: PersonId = PersonId(0);

/// The first day on which an event can begin: whoever is a day behind may begin today too.
pub(crate) fn first_day(rules: &Rules, now: Instant) -> Day {
    match rules.setting() {
        Some(setting) => setting.day_of(now),
        None => rules.shared_setting().day_of(now).plus(-1),
    }
}
