//! Deliveries that an act makes: milestones, welcomes, streaks that ended.

use rules::reminder::{TimeOfDay, fires_at};
use rules::{Clock, Instant, News};

use crate::deliveries::delivery::Topic;
use crate::ids::{CommunityId, DestinationId, Membership};
use crate::store::event_destinations::EventPlace;
use crate::store::membership::Cached;
use crate::store::new_delivery::NewDelivery;

/// An undo this soon after the check-in says nothing to anybody.
const MILESTONE_PAUSE_S: i64 = 30;
/// A milestone that could not be announced for this long is not news any more.
const MILESTONE_NEWS_S: i64 = 3 * 24 * 3600;
/// A group that becomes a supergroup looks like a new one for a moment: within this time it is known to have moved.
const WELCOME_PAUSE_S: i64 = 3;
/// Later than this a welcome would come out of the blue.
const WELCOME_NEWS_S: i64 = 24 * 3600;

pub(crate) fn concerns_others(news: News) -> bool {
    match news {
        News::MilestoneReached { .. } | News::MilestoneRevoked { .. } => true,
        News::Joined
        | News::Left
        | News::CheckedIn { .. }
        | News::Undone { .. }
        | News::Paused
        | News::Resumed
        | News::FreezesGiven { .. }
        | News::Repaired { .. } => false,
    }
}

pub(crate) fn milestone_key(of: Membership, length: u32, place: DestinationId) -> String {
    format!("badge:{}:{}:{length}:{}", of.event.0, of.person.0, place.0)
}

pub(crate) fn milestone(
    of: Membership,
    length: u32,
    at: Instant,
    place: &EventPlace,
) -> NewDelivery {
    NewDelivery {
        id: 0,
        dedupe_key: milestone_key(of, length, place.destination),
        destination: place.destination,
        topic: Topic::Milestone { event: of.event, person: of.person, length },
        not_before: at.plus_s(MILESTONE_PAUSE_S),
        expires_at: at.plus_s(MILESTONE_NEWS_S),
    }
}

/// Whoever moves a community takes this back by its key.
pub(crate) fn welcome(
    community: CommunityId,
    destination: DestinationId,
    now: Instant,
) -> NewDelivery {
    let not_before = now.plus_s(WELCOME_PAUSE_S);
    NewDelivery {
        id: 0,
        dedupe_key: format!("hello:{}", community.0),
        destination,
        topic: Topic::Welcome,
        not_before,
        expires_at: not_before.plus_s(WELCOME_NEWS_S),
    }
}

/// At nine in the morning of the member's own clock, and no longer than that day.
pub(crate) fn streak_ended(
    of: Membership,
    known: Cached,
    destination: DestinationId,
    own: &Clock,
    now: Instant,
) -> NewDelivery {
    const MORNING_MIN: i64 = 9 * 60;
    let setting = own.setting();
    let today = setting.day_of(now);
    let morning = TimeOfDay::from_minutes(MORNING_MIN);
    let mornings = (-1..3).filter_map(|ahead| Some(fires_at(setting, today.plus(ahead), morning?)));
    let not_before = mornings.filter(|at| *at >= now).min().unwrap_or(now);
    NewDelivery {
        id: 0,
        dedupe_key: format!("end:{}:{}:{}", of.event.0, of.person.0, known.alive_until.0),
        destination,
        topic: Topic::StreakEnded { event: of.event, person: of.person, length: known.current },
        not_before,
        expires_at: not_before.plus_s(24 * 3600),
    }
}
