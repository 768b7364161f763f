//! Working all standings out again from the facts: to verify what is cached, or to write it anew.

use rules::{History, Instant, Life};
use std::collections::{BTreeSet, HashMap};

use crate::error::Error;
use crate::ids::Membership;
use crate::memberships::Memberships;
use crate::memberships::rebuilt::Refolded;
use crate::store::Tx;
use crate::store::membership::{Asked, Cached, Loaded, Lock};
use crate::store::migrate::Told;
use crate::store::save::{Slot, Tallies, Written};

/// Memberships looked at in one go.
const AT_ONCE: i64 = 256;

impl Memberships<'_> {
    /// Folds every membership from all its facts and compares what is cached; without `check` it also writes
    /// the cache and the counts of the rankings anew. Nobody has to stop meanwhile.
    pub async fn rebuild(self, check: bool, now: Instant) -> Result<Refolded, Error> {
        self.rebuild_telling(check, now, &|_, _| ()).await
    }

    /// The same; hears how many memberships are done.
    pub async fn rebuild_telling(
        self,
        check: bool,
        now: Instant,
        told: Told<'_>,
    ) -> Result<Refolded, Error> {
        let (mut found, mut after) = (Refolded::default(), None);
        let all = self.engine.db.look().await?.count_memberships().await?;
        loop {
            let mut tx =
                if check { self.engine.db.read().await? } else { self.engine.db.write().await? };
            let page = tx.all_memberships(None, after, AT_ONCE).await?;
            let Some(last) = page.last().copied() else { break };
            self.refold_page(&mut tx, &page, check, now, &mut found).await?;
            tx.commit().await?;
            after = Some(last);
            told(found.memberships, all);
        }
        let mut tx =
            if check { self.engine.db.read().await? } else { self.engine.db.write().await? };
        let counts = tx.differing_counts(now).await?;
        for (bucket, stored, folded) in counts {
            found.add(None, &bucket, stored.to_string(), folded.to_string());
        }
        if !check {
            tx.rebuild_counts().await?;
        }
        tx.commit().await?;
        Ok(found)
    }

    /// Writes the cache, the weeks and the months of one membership anew, and the counts of its event.
    pub(crate) async fn rebuild_one(
        self,
        tx: &mut Tx,
        of: Membership,
        now: Instant,
    ) -> Result<(), Error> {
        self.refold_page(tx, &[of], false, now, &mut Refolded::default()).await?;
        tx.rebuild_counts_of(&[of.event]).await
    }

    async fn refold_page(
        self,
        tx: &mut Tx,
        page: &[Membership],
        check: bool,
        now: Instant,
        found: &mut Refolded,
    ) -> Result<(), Error> {
        let lock = if check { Lock::Leave } else { Lock::Take };
        let whole: Vec<Asked> = page.iter().map(|of| Asked::whole(*of, now)).collect();
        let short: Vec<Asked> = page.iter().map(|of| Asked::recent(*of, now)).collect();
        let whole = tx.load(&whole, lock).await?;
        let short = tx.load(&short, Lock::Leave).await?;
        let mut written = vec![];
        for of in page {
            let (Some(loaded), Some(short)) = (whole.get(of), short.get(of)) else { continue };
            found.memberships += 1;
            let life = Life::with_snapshots(&loaded.history, now);
            let folded = Cached::of(loaded, &life.standing, None);
            let stored = loaded.cached.unwrap_or(folded);
            let folded = Cached { facts: stored.facts, indexed: stored.indexed, ..folded };
            for (what, stored, folded) in differences(stored, folded, now) {
                found.add(Some(*of), what, stored, folded);
            }
            let from_settled = Life::of(&short.history, now).standing;
            if from_settled != life.standing {
                let texts = (format!("{from_settled:?}"), format!("{:?}", life.standing));
                found.add(Some(*of), "the fold from the settled past", texts.0, texts.1);
            }
            written.push((*of, loaded, folded, life));
        }
        let counted = tallies(&whole, now);
        let stored = tx.read_tallies(page).await?;
        let slots: BTreeSet<&Slot> = counted.keys().chain(stored.keys()).collect();
        for slot in slots {
            let show = |tallies: &Tallies| {
                let (met, points, _) = tallies.get(slot).copied().unwrap_or_default();
                format!("{met} periods and {points} thousandths")
            };
            let (event, span, first, person) = *slot;
            let what = format!("the {span} of {first}");
            let of = Membership { event, person };
            found.add(Some(of), &what, show(&stored), show(&counted));
        }
        if check {
            return Ok(());
        }
        let written: Vec<Written<'_>> = written
            .iter()
            .map(|(of, loaded, folded, life)| Written {
                membership: *of,
                rules: &loaded.history.rules,
                changes: &[],
                spans: &loaded.history.spans,
                spans_before: loaded.history.spans.len(),
                before: None,
                cached: *folded,
                settled: life.settled.as_ref(),
                snapshots: &life.snapshots,
                tallies: &[],
                reminders: &[],
            })
            .collect();
        // The counts of the rankings are made anew at the end.
        tx.save_cache(&written).await?;
        tx.save_snapshots(&written).await?;
        tx.set_tallies(page, &counted).await
    }

    /// All facts of a membership; a blank history for whoever never joined.
    pub(crate) async fn history(self, of: Membership, now: Instant) -> Result<History, Error> {
        let mut tx = self.engine.db.read().await?;
        let loaded = tx.load(&[Asked::whole(of, now)], Lock::Leave).await?.remove(&of);
        let missing = || Error::Unreadable { what: "membership", why: format!("{of:?}") };
        Ok(loaded.ok_or_else(missing)?.history)
    }
}

/// What memberships have in each week and month.
pub(crate) fn tallies(loaded: &HashMap<Membership, Loaded>, now: Instant) -> Tallies {
    use rules::ranking::Window;
    let mut tallies = Tallies::new();
    for (of, loaded) in loaded {
        let (history, life) = (&loaded.history, Life::of(&loaded.history, now));
        let mut add = |day, met: i32, points: i64| {
            for window in [Window::Week, Window::Month] {
                if let Some(first) = window.first_day(&history.rules, day) {
                    let slot = (of.event, window.name(), first, of.person);
                    let sum = tallies.entry(slot).or_default();
                    *sum = (sum.0 + met, sum.1.saturating_add(points), loaded.is_indexed);
                }
            }
        };
        for (first, _) in &life.periods {
            if let Some(day) = history.met_on(&life, *first) {
                add(day, 1, 0);
            }
        }
        for entry in history.entries.iter().filter(|entry| entry.undone_at.is_none()) {
            add(entry.day, 0, entry.amount_milli.unwrap_or(0));
        }
    }
    tallies
}

/// What differs; numbers that may have changed by themselves since they were written are seen as they are
/// shown at `now`.
fn differences(
    stored: Cached,
    folded: Cached,
    now: Instant,
) -> Vec<(&'static str, String, String)> {
    let shown = |cached: Cached| if cached.alive_until > now { cached.current } else { 0 };
    let mut found = vec![];
    let mut compare = |what, stored: String, folded: String| {
        if stored != folded {
            found.push((what, stored, folded));
        }
    };
    compare("member", stored.member.to_string(), folded.member.to_string());
    compare("ranked", stored.ranked.to_string(), folded.ranked.to_string());
    compare("current", shown(stored).to_string(), shown(folded).to_string());
    compare("longest", stored.longest.to_string(), folded.longest.to_string());
    compare("total", stored.total.to_string(), folded.total.to_string());
    compare("points", stored.points_milli.to_string(), folded.points_milli.to_string());
    compare("joined_at", stored.joined_at.0.to_string(), folded.joined_at.0.to_string());
    if shown(folded) > 0 {
        compare("alive_until", stored.alive_until.0.to_string(), folded.alive_until.0.to_string());
    }
    if stored.next_close.is_none_or(|close| close > now) {
        let (a, b) = (format!("{:?}", stored.next_close), format!("{:?}", folded.next_close));
        compare("next_close", a, b);
        compare("consistency", stored.consistency.to_string(), folded.consistency.to_string());
    }
    found
}
