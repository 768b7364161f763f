//! Acts of members: one writer task loads, decides and stores many of them in one transaction.
//!
//! Acts that wait are taken together. Each sees what the one before it did to the same membership. A
//! batch that fails as a whole is run again one act at a time, so that one bad act cannot hurt its
//! neighbours.

use rules::{Action, Change, Decision, Instant, News, Refusal, Settled, Standing, Tally};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

use crate::changes::Changes;
use crate::communities::role::{self, Happened};
use crate::deliveries::delivery::Topic;
use crate::deliveries::gather::{self, GREAT_FROM};
use crate::deliveries::{delivery, news};
use crate::error::Error;
use crate::ids::{EventId, Maker, Membership, PersonId};
use crate::limits::Limits;
use crate::memberships::entry::Entry;
use crate::memberships::room::{Comer, Room};
use crate::store::event_destinations::EventPlace;
use crate::store::membership::{Asked, Cached, Loaded, Lock};
use crate::store::new_delivery::NewDelivery;
use crate::store::save::Written;
use crate::store::{Db, Tx};
use crate::work::Work;

/// Acts that share a commit.
const BATCH_MAX: usize = 256;
/// Acts that are worth two transactions at once on PostgreSQL: with fewer, two cost more than they save.
const WORTH_TWO: usize = 100;
/// Acts that may wait; more have to wait for a place.
const QUEUE_MAX: usize = 4096;
/// So often the writer lets others go first before it takes a batch.
const YIELDS_MAX: usize = 16;

struct Act {
    membership: Membership,
    now: Instant,
    action: Action,
    /// What a join has to leave room by.
    limits: Option<Limits>,
    /// Whether it answers a request to be let in, which has to wait still.
    lets_in: bool,
    /// What is told with it once it is done.
    told: Option<NewDelivery>,
    answer: oneshot::Sender<Result<Decision, Error>>,
}

#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Act>,
}

impl Writer {
    pub(crate) fn start(writer: BatchWriter) -> Writer {
        let (queue, waiting) = mpsc::channel(QUEUE_MAX);
        tokio::spawn(write(writer, waiting));
        Writer { queue }
    }

    pub(crate) async fn run(
        &self,
        membership: Membership,
        now: Instant,
        action: Action,
    ) -> Result<Decision, Error> {
        self.ask(membership, now, action, None, false, None).await
    }

    /// Lets somebody join where these limits leave room for them, and, where that answers their request, it waits still.
    pub(crate) async fn join(
        &self,
        membership: Membership,
        now: Instant,
        limits: Limits,
        lets_in: bool,
        told: Option<NewDelivery>,
    ) -> Result<Decision, Error> {
        self.ask(membership, now, Action::Join, Some(limits), lets_in, told).await
    }

    async fn ask(
        &self,
        membership: Membership,
        now: Instant,
        action: Action,
        limits: Option<Limits>,
        lets_in: bool,
        told: Option<NewDelivery>,
    ) -> Result<Decision, Error> {
        let (answer, decided) = oneshot::channel();
        self.queue
            .send(Act { membership, now, action, limits, lets_in, told, answer })
            .await
            .map_err(|_| Error::Stopped)?;
        decided.await.map_err(|_| Error::Stopped)?
    }

    /// Whether an act of nobody is turned down, as it has to be.
    pub(crate) async fn is_alive(&self, now: Instant) -> bool {
        let nobody = Membership { event: EventId(0), person: PersonId(0) };
        let decided = self.run(nobody, now, Action::Refresh).await;
        matches!(decided, Err(Error::Refused(Refusal::NotMember)))
    }
}

/// What the writer task works with.
pub(crate) struct BatchWriter {
    pub(crate) db: Db,
    pub(crate) ids: Arc<Maker>,
    pub(crate) changes: Changes,
    pub(crate) work: Arc<Work>,
    /// Events with more members than this are counted.
    pub(crate) more_than: i64,
}

/// Lets whoever was just answered ask again: one commit then does for all, where two halves would take turns.
async fn gather(waiting: &mpsc::Receiver<Act>) {
    for _ in 0..YIELDS_MAX {
        let before = waiting.len();
        tokio::task::yield_now().await;
        if waiting.len() == before {
            break;
        }
    }
}

async fn write(writer: BatchWriter, mut waiting: mpsc::Receiver<Act>) {
    let mut batch = Vec::with_capacity(BATCH_MAX);
    loop {
        gather(&waiting).await;
        if waiting.recv_many(&mut batch, BATCH_MAX).await == 0 {
            return;
        }
        let other = if writer.db.is_sqlite() { vec![] } else { other_half(&mut batch) };
        tokio::join!(writer.work(std::mem::take(&mut batch)), writer.work(other));
    }
}

/// Takes what a second transaction does meanwhile, where it is worth one: the acts of half of the people, so that each
/// membership keeps its order.
fn other_half(batch: &mut Vec<Act>) -> Vec<Act> {
    if batch.len() < WORTH_TWO {
        return vec![];
    }
    batch.extract_if(.., |act| act.membership.person.0 & 1 == 1).collect()
}

/// A membership on its way through a batch.
struct PendingMembership {
    loaded: Loaded,
    spans_before: usize,
    changes: Vec<(i64, Change)>,
    facts: i64,
    tallies: Vec<Tally>,
    cached: Option<Cached>,
    settled: Option<Settled>,
    snapshots: Vec<Settled>,
    due: Vec<NewDelivery>,
}

impl PendingMembership {
    fn of(loaded: Loaded) -> PendingMembership {
        let spans_before = loaded.history.spans.len();
        let (changes, tallies, due) = (vec![], vec![], vec![]);
        let facts = loaded.cached.map_or(0, |cached| cached.facts);
        PendingMembership {
            loaded,
            spans_before,
            changes,
            facts,
            tallies,
            cached: None,
            settled: None,
            snapshots: vec![],
            due,
        }
    }

    /// The cached numbers as they stand by now.
    fn known(&self) -> Option<Cached> {
        self.cached.or(self.loaded.cached)
    }

    /// Whether somebody who is not in an event wants to join it and is kept out.
    fn is_shut_out(&self, act: &Act, banned: &BTreeSet<Membership>) -> bool {
        let is_in = self.known().is_some_and(|known| known.member);
        act.action == Action::Join && !is_in && banned.contains(&act.membership)
    }

    /// Decides about an act, unless there is no room for whoever wants to join.
    fn decide_in(&mut self, room: &mut Room, act: &Act, ids: &Maker) -> Result<Decision, Error> {
        let (of, before) = (act.membership, self.known());
        let limits = act.limits.filter(|_| !before.is_some_and(|known| known.member));
        if let Some(entry) = limits.and_then(|limits| room.one_too_many(of, &limits)) {
            return Err(Error::NoRoom(entry));
        }
        let decision = self.decide(act, ids)?;
        room.note(of, before, self.known());
        Ok(decision)
    }

    fn decide(&mut self, act: &Act, ids: &Maker) -> Result<Decision, Refusal> {
        let decision = act.action.decide(&self.loaded.history, act.now)?;
        for change in &decision.changes {
            self.loaded.history.apply(change);
            self.facts += 1;
            self.changes.push((self.facts, change.clone()));
        }
        self.tallies.extend(&decision.tallies);
        let known = self.known();
        let cached = Cached::of(&self.loaded, &decision.standing, known);
        self.cached = Some(Cached { facts: self.facts, ..cached });
        self.settled = decision.settled.clone();
        self.snapshots = decision.snapshots.clone();
        for reminder in &mut self.loaded.reminders {
            let history = &self.loaded.history;
            let due = reminder.fall_due(act.membership, history, &decision.standing, act.now);
            self.due.extend(due.map(|delivery| delivery.with_id(ids.id(act.now))));
        }
        if act.action == Action::Refresh {
            let ended = self.ended(act, known, &decision.standing);
            self.due.extend(ended.map(|delivery| delivery.with_id(ids.id(act.now))));
        }
        Ok(decision)
    }

    /// What to tell a member whose run has ended since it was last written: in the morning, where the member
    /// wants to be reminded.
    fn ended(&self, act: &Act, known: Option<Cached>, standing: &Standing) -> Option<NewDelivery> {
        const WORTH_TELLING: u32 = 3;
        let known = known.filter(|known| known.current >= WORTH_TELLING)?;
        let is_over = known.alive_until <= act.now && standing.current == 0 && standing.member;
        let reminder = self.loaded.reminders.first().filter(|_| is_over)?;
        let own = &self.loaded.history.own;
        Some(news::streak_ended(act.membership, known, reminder.destination, own, act.now))
    }

    fn written(&self, membership: Membership) -> Option<Written<'_>> {
        let history = &self.loaded.history;
        let has_moved = self.settled != history.settled;
        Some(Written {
            membership,
            rules: &history.rules,
            changes: &self.changes,
            spans: &history.spans,
            spans_before: self.spans_before,
            before: self.loaded.cached,
            cached: self.cached?,
            settled: self.settled.as_ref().filter(|_| has_moved),
            snapshots: if has_moved { &self.snapshots } else { &[] },
            tallies: &self.tallies,
            reminders: &self.loaded.reminders,
        })
    }

    /// Whether a leaderboard may look different now.
    fn shows(&self) -> bool {
        self.cached.is_some() && (self.cached != self.loaded.cached || !self.changes.is_empty())
    }
}

/// What has to be read for a batch: each membership once.
fn asked(batch: &[Act]) -> Vec<Asked> {
    let mut asked: BTreeMap<Membership, Asked> = BTreeMap::new();
    for act in batch {
        let of = act.membership;
        let asks = asked.entry(of).or_insert(Asked::recent(of, act.now));
        asks.at = asks.at.min(act.now);
        if act.action.reaches_back() {
            asks.from = Asked::whole(of, act.now).from;
        }
        asks.keys.extend(act.action.keys().into_iter().cloned());
    }
    asked.into_values().collect()
}

impl BatchWriter {
    /// Stores a batch and answers whoever waits for it.
    async fn work(&self, mut batch: Vec<Act>) {
        if batch.is_empty() {
            return;
        }
        match self.store(&batch).await {
            Ok(decided) => self.answer(batch.drain(..).zip(decided)),
            Err(error) if batch.len() == 1 => {
                if let Some(act) = batch.pop() {
                    self.answer([(act, Err(error))]);
                }
            }
            Err(error) => {
                tracing::warn!(%error, acts = batch.len(), "a batch failed and is run again one by one");
                for act in batch.drain(..) {
                    let decided = match self.store(std::slice::from_ref(&act)).await {
                        Ok(mut decided) => decided.pop().unwrap_or(Err(Error::Stopped)),
                        Err(error) => Err(error),
                    };
                    self.answer([(act, decided)]);
                }
            }
        }
    }

    /// Runs a batch in one transaction. The answers stand in the order of the acts.
    async fn store(&self, batch: &[Act]) -> Result<Vec<Result<Decision, Error>>, Error> {
        let asked = asked(batch);
        let joins = batch.iter().filter(|act| act.action == Action::Join).map(|act| act.membership);
        let joins = Vec::from_iter(joins.collect::<BTreeSet<Membership>>());
        let comer = |act: &Act| Some((act.membership, act.now, act.limits?));
        let coming: Vec<Comer> = batch.iter().filter_map(comer).collect();
        let mut tx = self.db.write().await?;
        let mut room = Room::find(&mut tx, &coming).await?;
        let entered: BTreeSet<EventId> = joins.iter().map(|of| of.event).collect();
        let come: BTreeSet<PersonId> = joins.iter().map(|of| of.person).collect();
        tx.share_people(&Vec::from_iter(come)).await?;
        tx.share_events(&Vec::from_iter(entered)).await?;
        // Whoever is about to keep one of them out waits for the commit, and takes them out after it.
        let banned = tx.banned(&joins).await?;
        // A host who turns one of them down at the same moment has done so before this, or finds no request after it.
        let answered = batch.iter().filter(|act| act.lets_in).map(|act| act.membership);
        let asking = tx.take_asks(&Vec::from_iter(answered.collect::<BTreeSet<_>>())).await?;
        tx.open_memberships(&joins).await?;
        let loaded = tx.load(&asked, Lock::Take).await?;
        let mut memberships: BTreeMap<Membership, PendingMembership> =
            loaded.into_iter().map(|(key, loaded)| (key, PendingMembership::of(loaded))).collect();
        let (mut answers, mut news, mut told) = (vec![], vec![], vec![]);
        for act in batch {
            let decided = match memberships.get_mut(&act.membership) {
                Some(pending) if pending.is_shut_out(act, &banned) => {
                    Err(Error::NoRoom(Entry::Banned))
                }
                Some(_) if act.lets_in && !asking.contains(&act.membership) => {
                    Err(Error::NoRoom(Entry::Approval))
                }
                Some(pending) => pending.decide_in(&mut room, act, &self.ids),
                None => Err(Error::Refused(Refusal::NotMember)),
            };
            if let Ok(decision) = &decided {
                news.extend(decision.news.iter().map(|news| (act.membership, act.now, *news)));
                told.extend(act.told.clone().filter(|_| decision.news.contains(&News::Joined)));
            }
            answers.push(decided);
        }
        let written: Vec<Written<'_>> =
            memberships.iter().filter_map(|(key, pending)| pending.written(*key)).collect();
        tx.save(&written).await?;
        // Whoever came in another way waits for nobody: a late answer would let them in after they left.
        let came = news.iter().filter(|(_, _, news)| *news == News::Joined);
        tx.close_asks(&came.map(|(of, ..)| *of).collect::<Vec<_>>()).await?;
        tx.enqueue(&told).await?;
        self.announce(&mut tx, &memberships, &news).await?;
        // Others wait for these rows until the commit.
        tx.move_counts(&written).await?;
        tx.commit().await?;
        self.wake(&memberships);
        let joined = joins.iter().filter_map(|of| Some((of.event, memberships.get(of)?)));
        let small =
            joined.filter(|(_, pending)| !pending.loaded.is_indexed).map(|(event, _)| event);
        self.enable_index(&small.collect()).await;
        Ok(answers)
    }

    /// Events that have grown get the indexes and counts that make their rankings fast. Where that fails, the next
    /// one who joins tries again.
    async fn enable_index(&self, events: &BTreeSet<EventId>) {
        for event in events {
            let enabled = async {
                let mut tx = self.db.write().await?;
                let enabled = tx.enable_index(*event, self.more_than).await?;
                tx.commit().await?;
                Ok::<bool, Error>(enabled)
            };
            match enabled.await {
                Ok(true) => tracing::info!(event.id = event.0, "an event is counted from now on"),
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(%error, event.id = event.0, "an event is not counted yet")
                }
            }
        }
    }

    /// Writes what others will be told, in the same transaction.
    async fn announce(
        &self,
        tx: &mut Tx,
        memberships: &BTreeMap<Membership, PendingMembership>,
        news: &[Happened],
    ) -> Result<(), Error> {
        let mut deliveries: Vec<NewDelivery> =
            memberships.values().flat_map(|pending| pending.due.iter().cloned()).collect();
        let worth: BTreeSet<EventId> = news
            .iter()
            .filter(|(_, _, news)| news::concerns_others(*news))
            .map(|(membership, ..)| membership.event)
            .collect();
        let places = tx.event_destinations(&Vec::from_iter(worth)).await?;
        let told = keep_badges(tx, news).await?;
        let rewards = tx.rewards_for(&role::reached(news)).await?;
        deliveries
            .extend(rewards.iter().map(|reward| reward.delivery().with_id(self.ids.id(reward.at))));
        let is_great = |news: &News| matches!(news, News::MilestoneReached { length } if *length >= GREAT_FROM);
        let great: BTreeSet<EventId> = news
            .iter()
            .filter(|(_, _, news)| is_great(news))
            .map(|(membership, ..)| membership.event)
            .collect();
        let crowds = tx.count_members(&Vec::from_iter(great)).await?;
        let (mut withdrawn, mut gathered) = (vec![], vec![]);
        for &(membership, at, news) in news {
            let places = places.iter().filter(|place| place.event == membership.event);
            match news {
                News::MilestoneReached { length } => {
                    let told = told.get(&(membership, length));
                    let members = crowds.get(&membership.event).copied().unwrap_or(0);
                    if told.is_none() {
                        gathered.extend(places.clone().map(|place| (place.destination, at)));
                    }
                    // Where it was told lately, the outbox remembers and tells nothing twice.
                    let is_old = told.is_some_and(|told| told.plus_s(delivery::REMEMBERED_S) <= at);
                    if gather::may_be_alone(length, members) && !is_old {
                        deliveries.extend(places.map(|place| {
                            news::milestone(membership, length, at, place).with_id(self.ids.id(at))
                        }));
                    }
                }
                News::MilestoneRevoked { length } => {
                    let key = |place: &EventPlace| {
                        news::milestone_key(membership, length, place.destination)
                    };
                    let role = role::key(membership, length);
                    let keys: Vec<String> = places.map(key).chain([role]).collect();
                    deliveries.retain(|delivery| !keys.contains(&delivery.dedupe_key));
                    withdrawn.extend(keys);
                }
                News::Joined
                | News::Left
                | News::CheckedIn { .. }
                | News::Undone { .. }
                | News::Paused
                | News::Resumed
                | News::FreezesGiven { .. }
                | News::Repaired { .. } => {}
            }
        }
        let opened = tx.gather(&gathered).await?;
        deliveries.extend(opened.into_iter().map(|time| time.delivery(self.ids.id(time.from))));
        // A role that was too late for the milestone before may be given for this one.
        let roles = deliveries.iter().filter(|one| matches!(one.topic, Topic::Role { .. }));
        let roles: Vec<String> = roles.map(|one| one.dedupe_key.clone()).collect();
        tx.make_room(&roles).await?;
        let now = news.iter().map(|(_, at, _)| *at).max().unwrap_or(Instant(0));
        tx.withdraw(&withdrawn, now).await?;
        tx.enqueue(&deliveries).await
    }

    fn wake(&self, memberships: &BTreeMap<Membership, PendingMembership>) {
        self.work.outbox.notify_waiters();
        let shown =
            memberships.iter().filter(|(_, pending)| pending.shows()).map(|(key, _)| key.event);
        for event in shown.collect::<BTreeSet<_>>() {
            self.work.change(event);
            self.changes.tell(event);
        }
    }

    fn answer(&self, answers: impl IntoIterator<Item = (Act, Result<Decision, Error>)>) {
        for (act, decided) in answers {
            // Whoever asked may be gone; what was stored stays stored.
            let _ = act.answer.send(decided);
        }
    }
}

/// Gives and takes back badges as they stand after the news, and answers with when the news of a badge went out
/// first, where it has.
async fn keep_badges(
    tx: &mut Tx,
    news: &[Happened],
) -> Result<HashMap<(Membership, u32), Instant>, Error> {
    let (mut given, mut revoked) = (BTreeMap::new(), BTreeMap::new());
    for &(membership, at, news) in news {
        if let News::MilestoneReached { length } = news {
            given.entry((membership, length)).or_insert(at);
            revoked.remove(&(membership, length));
        }
        if let News::MilestoneRevoked { length } = news {
            revoked.insert((membership, length), at);
        }
    }
    let told = tx.give_badges(&given).await?;
    for ((membership, length), at) in revoked {
        tx.revoke_badge(membership, length, at).await?;
    }
    Ok(told)
}
