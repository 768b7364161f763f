//! What somebody lives by, runs and waits for, noted when two become one, and set again when they part.

use rules::reminder::TimeOfDay;
use rules::{ClockChange, Instant, Setting};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::people::person::{Person, Quiet};
use crate::store::Tx;

/// Events of somebody's own that are noted when two become one; those made since are told by their requests. As many
/// requests to be let in are noted.
pub(crate) const OWNED_MAX: i64 = 1_000;

/// What somebody lives by and runs, as it was before two became one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Own {
    /// Whether they went over to the other one.
    pub(crate) went: bool,
    pub(crate) name: Option<String>,
    pub(crate) about: String,
    pub(crate) locale: Option<String>,
    pub(crate) first: Setting,
    pub(crate) moves: Vec<ClockChange>,
    pub(crate) zone_known: bool,
    pub(crate) hidden: bool,
    pub(crate) interests: Vec<String>,
    pub(crate) quiet: Option<(TimeOfDay, TimeOfDay)>,
    pub(crate) allow_nudges: bool,
    pub(crate) allow_cheers: bool,
    pub(crate) share_milestones: bool,
    pub(crate) events: Vec<EventId>,
    /// Whether the address that both have since is theirs.
    pub(crate) email: bool,
    #[serde(default)]
    pub(crate) asks: Vec<Ask>,
    #[serde(default)]
    pub(crate) apps: Vec<String>,
    /// Since when they had blocked the other one: nobody blocks themselves.
    #[serde(default)]
    pub(crate) blocked_other: Option<Instant>,
}

/// A request to be let in that nobody had answered.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Ask {
    pub(crate) event: EventId,
    pub(crate) at: Instant,
    /// Whether linking closed it, since the other one was in.
    pub(crate) closed: bool,
}

/// The clock that two had together from the beginning of time on.
pub(crate) fn common_first(one: &Own, other: &Own) -> Setting {
    let (stayed, went) = if one.went { (other, one) } else { (one, other) };
    if went.zone_known && !stayed.zone_known { went.first } else { stayed.first }
}

/// Notes what is somebody's own; none where there is nobody.
pub(crate) async fn own(
    tx: &mut Tx,
    (person, other): (PersonId, PersonId),
    went: bool,
    email: bool,
) -> Result<Option<Own>, Error> {
    let Some(known) = tx.person(person).await? else { return Ok(None) };
    let (first, moves) = tx.clock_settings(person).await?;
    let mut asks = vec![];
    for (event, at) in tx.asks_of(person, OWNED_MAX).await? {
        let closed = tx.is_member(Membership { event, person: other }).await?;
        asks.push(Ask { event, at, closed });
    }
    Ok(Some(Own {
        went,
        name: tx.chosen_name(person).await?,
        about: known.about,
        locale: known.locale,
        first,
        moves,
        zone_known: known.zone_known,
        hidden: known.hidden,
        interests: known.interests,
        quiet: known.quiet.map(|quiet| (quiet.from, quiet.to)),
        allow_nudges: known.allow_nudges,
        allow_cheers: known.allow_cheers,
        share_milestones: known.share_milestones,
        events: tx.newest_owned(person, OWNED_MAX).await?,
        email,
        asks,
        apps: tx.apps(person).await?.into_iter().map(|app| app.id).collect(),
        blocked_other: tx.blocked_since(person, other).await?,
    }))
}

/// Sets what was set before; of two answers about what others see or do the stricter one counts.
pub(crate) async fn restore(
    tx: &mut Tx,
    person: PersonId,
    own: &Own,
    united: &Person,
) -> Result<(), Error> {
    tx.set_name(person, own.name.as_deref()).await?;
    tx.set_about(person, &own.about).await?;
    tx.set_locale(person, own.locale.as_deref()).await?;
    tx.set_interests(person, &own.interests).await?;
    tx.set_quiet(person, own.quiet.map(|(from, to)| Quiet { from, to })).await?;
    tx.set_hidden(person, own.hidden || united.hidden).await?;
    tx.set_nudges(person, own.allow_nudges && united.allow_nudges).await?;
    tx.set_cheers(person, own.allow_cheers && united.allow_cheers).await?;
    tx.set_milestones(person, own.share_milestones && united.share_milestones).await
}

/// Takes from whoever stayed what only the other one had chosen, as far as it is still set so.
pub(crate) async fn drop_settings_of(
    tx: &mut Tx,
    person: PersonId,
    own: &Own,
    other: &Own,
    united: &Person,
) -> Result<(), Error> {
    let name = tx.chosen_name(person).await?;
    if own.name.is_none() && name == other.name {
        tx.set_name(person, None).await?;
    }
    if own.about.is_empty() && united.about == other.about {
        tx.set_about(person, "").await?;
    }
    if own.locale.is_none() && united.locale == other.locale {
        tx.set_locale(person, None).await?;
    }
    if own.interests.is_empty() && united.interests == other.interests {
        tx.set_interests(person, &[]).await?;
    }
    if own.quiet.is_none() && united.quiet.map(|quiet| (quiet.from, quiet.to)) == other.quiet {
        tx.set_quiet(person, None).await?;
    }
    Ok(())
}

pub(crate) fn text(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::unreadable("thing brought", &error))
}

pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::unreadable("thing brought", &error))
}
