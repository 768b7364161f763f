//! Which servers we are in, by the list that Discord gives: whoever put us out while nobody heard it is missing there.

use anyhow::{Context as _, anyhow};
use engine::Platform;
use engine::rules::Instant;
use poise::serenity_prelude as serenity;
use reqwest::Method;
use serde_json::Value;
use std::collections::HashSet;
use std::time::Duration;
use talk::BackOff;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::rest::{Ask, Failure as Unanswered, Rest};
use crate::{Data, Failure};

/// How often the list is asked for where nothing is heard over the gateway.
const ASK_EVERY: Duration = Duration::from_secs(86_400);
/// Discord lists no more servers at once.
const SERVERS_AT_ONCE: usize = 200;
/// By the bits above these Discord gives a server to a shard.
const NUMBER_BITS: u32 = 22;

/// Which servers a list is about: each connection hears of its share alone.
#[derive(Clone, Copy)]
pub(crate) struct Share {
    shard: u64,
    shards: u64,
}

impl Share {
    const ALL: Share = Share { shard: 0, shards: 1 };

    pub(crate) fn of(shard: Option<serenity::ShardInfo>) -> Share {
        let share = |shard: serenity::ShardInfo| Share {
            shard: shard.id.0.into(),
            shards: u64::from(shard.total.max(1)),
        };
        shard.map_or(Share::ALL, share)
    }

    fn holds(self, server: u64) -> bool {
        (server >> NUMBER_BITS) % self.shards == self.shard
    }
}

/// Notes whom the list that a connection begins with, as it stood at `now`, shows to have put us out unheard, or let us
/// in again.
pub(crate) async fn note(
    data: &Data,
    listed: &HashSet<u64>,
    share: Share,
    now: Instant,
) -> Result<(), Failure> {
    let _compares = data.presence.write().await;
    compare(data, listed, share, now).await
}

async fn compare(
    data: &Data,
    listed: &HashSet<u64>,
    share: Share,
    now: Instant,
) -> Result<(), Failure> {
    let communities = data.talk.engine.communities();
    let (mut after, mut left) = (String::new(), 0);
    loop {
        let known = communities.presences(Platform::Discord, &after, now).await?;
        let Some((last, _)) = known.last() else { break };
        after.clone_from(last);
        let changed = changed(known, listed, share);
        if changed.is_empty() {
            continue;
        }
        communities.set_all_present(Platform::Discord, &changed, now).await?;
        left += changed.iter().filter(|(_, is_present)| !is_present).count();
    }
    if left > 0 {
        tracing::info!(left, "servers have put the bot out unheard");
    }
    Ok(())
}

/// Of what we know, what the list says otherwise.
fn changed(known: Vec<(String, bool)>, listed: &HashSet<u64>, share: Share) -> Vec<(String, bool)> {
    let otherwise = |(id, was_present): (String, bool)| {
        let server = id.parse::<u64>().ok().filter(|server| share.holds(*server))?;
        let is_present = listed.contains(&server);
        (is_present != was_present).then_some((id, is_present))
    };
    known.into_iter().filter_map(otherwise).collect()
}

/// Asks for the list once a day, and notes what it shows.
pub(crate) async fn keep_noted(data: &Data, stop: CancellationToken) {
    while !stop.is_cancelled() {
        ask(data, &stop).await;
        let _ = timeout(ASK_EVERY, stop.cancelled()).await;
    }
}

/// Asks for the list whenever something that was heard could not be noted.
pub(crate) async fn make_up(data: Data, stop: CancellationToken) {
    while stop.run_until_cancelled(data.missed.notified()).await.is_some() {
        ask(&data, &stop).await;
    }
}

/// Asks for the list until what it shows is noted.
async fn ask(data: &Data, stop: &CancellationToken) {
    let mut back_off = BackOff::default();
    while !stop.is_cancelled() {
        let noted = async {
            // What is heard from here on is newer than the list.
            let _compares = data.presence.write().await;
            let now = (data.now)();
            let listed = list(&data.rest, stop).await?;
            compare(data, &listed, Share::ALL, now).await
        };
        match noted.await {
            Ok(()) => return,
            Err(_) if stop.is_cancelled() => {}
            Err(error) => {
                tracing::warn!(%error, wait_s = back_off.wait_s(), "which servers the bot is in is not known yet");
                back_off.wait(stop).await;
            }
        }
    }
}

/// All servers that we are in.
async fn list(rest: &Rest, stop: &CancellationToken) -> Result<HashSet<u64>, Failure> {
    let (mut listed, mut after) = (HashSet::new(), 0);
    loop {
        let part = part(rest, after, stop).await?;
        listed.extend(&part);
        match part.iter().max() {
            Some(last) if part.len() == SERVERS_AT_ONCE && *last > after => after = *last,
            _ => return Ok(listed),
        }
    }
}

/// The next servers behind one, once Discord wants to be asked.
async fn part(rest: &Rest, after: u64, stop: &CancellationToken) -> Result<Vec<u64>, Failure> {
    loop {
        let path = format!("/users/@me/guilds?limit={SERVERS_AT_ONCE}&after={after}");
        match rest.ask(Ask::news(Method::GET, path, "servers")).await {
            Ok(answer) => return ids(&answer).context("no list of servers"),
            Err(Unanswered::Wait { wait, .. }) if !stop.is_cancelled() => {
                let _ = timeout(wait, stop.cancelled()).await;
            }
            Err(failure) => return Err(anyhow!(failure.to_string())),
        }
    }
}

/// None where one of them cannot be read: whoever is not in the list counts as gone.
fn ids(answer: &Value) -> Option<Vec<u64>> {
    answer.as_array()?.iter().map(|server| server["id"].as_str()?.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A server of the second of three shards.
    const SERVER: u64 = 4 << NUMBER_BITS | 7;

    fn said_otherwise(listed: &[u64], share: Share, was_present: bool) -> Option<bool> {
        let known = vec![(SERVER.to_string(), was_present)];
        changed(known, &listed.iter().copied().collect(), share).pop().map(|(_, is_in)| is_in)
    }

    #[test]
    fn who_is_missing_in_the_list_has_put_us_out_and_who_is_in_it_has_let_us_in() {
        assert_eq!(said_otherwise(&[], Share::ALL, true), Some(false));
        assert_eq!(said_otherwise(&[SERVER], Share::ALL, false), Some(true));
        assert_eq!(said_otherwise(&[], Share::ALL, false), None);
        assert_eq!(said_otherwise(&[SERVER], Share::ALL, true), None);
    }

    #[test]
    fn the_list_of_a_shard_says_nothing_of_the_servers_of_others() {
        let said = |shard| said_otherwise(&[], Share { shard, shards: 3 }, true);
        assert_eq!([0, 1, 2].map(said), [None, Some(false), None]);
    }

    #[test]
    fn what_discord_gives_to_no_shard_is_left_as_it_is() {
        let known = vec![("a place of another kind".to_owned(), true)];
        assert!(changed(known, &HashSet::new(), Share::ALL).is_empty());
    }

    #[test]
    fn a_list_in_which_something_cannot_be_read_is_none() {
        assert_eq!(ids(&json!([{"id": "5"}, {"id": "6"}])), Some(vec![5, 6]));
        assert_eq!(ids(&json!([])), Some(vec![]));
        for answer in [json!(null), json!({}), json!([{"id": "5"}, {}]), json!([{"id": 5}])] {
            assert_eq!(ids(&answer), None, "{answer}");
        }
    }
}
