//! What the writer task writes: the facts of a batch, the cached numbers that follow from them, and the
//! counts behind the rankings, each by one statement.

use rules::ranking::Window;
use rules::{Change, Day, Instant, Rules, Settled, Span, Tally};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::ids::{EventId, Membership, PersonId};
use crate::reminders::reminder::Reminder;
use crate::store::membership::Cached;
use crate::store::{Tx, each};

/// What a batch decided about one membership.
pub(crate) struct Written<'a> {
    pub(crate) membership: Membership,
    pub(crate) rules: &'a Arc<Rules>,
    /// Each with its number among the facts of the membership.
    pub(crate) changes: &'a [(i64, Change)],
    /// All stays after the batch, and how many of them were known before.
    pub(crate) spans: &'a [Span],
    pub(crate) spans_before: usize,
    pub(crate) before: Option<Cached>,
    pub(crate) cached: Cached,
    /// The settled past, where it has moved.
    pub(crate) settled: Option<&'a Settled>,
    /// What it was at the labels at which it is kept, as far as it has moved past them.
    pub(crate) snapshots: &'a [Settled],
    pub(crate) tallies: &'a [Tally],
    pub(crate) reminders: &'a [Reminder],
}

/// The metrics that `rank_count` counts, as they are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i64)]
pub(crate) enum Metric {
    Current = 0,
    Longest = 1,
    Total = 2,
}

/// Event, metric, the instant until which it counts, value.
pub(crate) type Bucket = (EventId, i64, Instant, i64);

impl Cached {
    /// The buckets of `rank_count` that this membership is counted in.
    pub(crate) fn buckets(&self, event: EventId) -> impl Iterator<Item = Bucket> + use<> {
        let lasting = |metric: Metric, value: i64| (event, metric as i64, Instant::NEVER, value);
        let run = (event, Metric::Current as i64, self.alive_until, i64::from(self.current));
        let (is_ranked, has_run) = (self.ranked && self.indexed, self.current > 0);
        let rest = [
            lasting(Metric::Longest, self.longest.into()),
            lasting(Metric::Total, self.total.into()),
        ];
        let run = Some(run).filter(|_| has_run);
        run.into_iter().chain(rest).filter(move |_| is_ranked)
    }
}

impl Tx {
    /// Writes what a batch decided, but for the counts.
    pub(crate) async fn save(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        self.save_entries(batch).await?;
        self.forget_files(batch).await?;
        self.save_spans(batch).await?;
        self.save_exceptions(batch).await?;
        self.save_cache(batch).await?;
        self.save_snapshots(batch).await?;
        self.move_tallies(batch).await?;
        self.save_reminders(batch).await
    }

    /// Writes cached numbers and settled pasts.
    pub(crate) async fn save_cache(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let statement = each!(
            "update membership set member = cast(r.value->>2 as boolean), ranked = cast(r.value->>3 as boolean),
             current = cast(r.value->>4 as bigint), longest = cast(r.value->>5 as bigint), total = cast(r.value->>6 as bigint),
             consistency = cast(r.value->>7 as bigint), points_milli = cast(r.value->>8 as bigint),
             alive_until = cast(r.value->>9 as bigint), joined_at = cast(r.value->>10 as bigint),
             seniority = -cast(r.value->>10 as bigint), next_close = cast(r.value->>11 as bigint),
             wide = cast(r.value->>12 as boolean), facts = cast(r.value->>13 as bigint),
             settled = coalesce(r.value->>14, settled), rare = cast(r.value->>15 as boolean) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)"
        );
        let mut rows = vec![];
        for written in batch {
            if written.before == Some(written.cached) && written.settled.is_none() {
                continue;
            }
            let settled = written.settled.map(serde_json::to_string).transpose();
            let settled = settled.map_err(|e| Error::unreadable("settled past", &e))?;
            let (key, c) = (written.membership, written.cached);
            rows.push((
                key.event,
                key.person,
                c.member,
                c.ranked,
                c.current,
                c.longest,
                c.total,
                c.consistency,
                c.points_milli,
                c.alive_until,
                c.joined_at,
                c.next_close,
                c.indexed,
                c.facts,
                settled,
                c.has_exceptions,
            ));
        }
        self.each(&statement, &rows).await?;
        Ok(())
    }

    async fn save_entries(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let insert = each!(
            "insert into check_in (event_id, person_id, key, n, day, received_at, sent_at, asked_day, amount_milli, task, note)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), r.value->>2, cast(r.value->>3 as bigint),
             cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), cast(r.value->>6 as bigint),
             cast(r.value->>7 as bigint), cast(r.value->>8 as bigint), r.value->>9, r.value->>10 from",
            ""
        );
        let undo = each!(
            "update check_in set undone_at = cast(r.value->>2 as bigint), undone_by = r.value->>3 from",
            "where event_id = cast(r.value->>0 as bigint) and check_in.key = r.value->>1"
        );
        let (mut entries, mut undone) = (vec![], vec![]);
        for (of, n, change) in changes(batch) {
            match change {
                Change::Enter(e) => entries.push((
                    of.event,
                    of.person,
                    &e.key,
                    n,
                    e.day.0,
                    e.received_at,
                    e.sent_at,
                    e.asked_day.map(|day| day.0),
                    e.amount_milli,
                    &e.task,
                    &e.note,
                )),
                Change::Undo { key, at, by } => undone.push((of.event, key, at, by)),
                Change::Join { .. }
                | Change::Leave { .. }
                | Change::Pause(_)
                | Change::Resume { .. }
                | Change::Grant(_)
                | Change::Repair(_) => {}
            }
        }
        self.each(&insert, &entries).await?;
        self.each(&undo, &undone).await?;
        Ok(())
    }

    /// Forgets the files of whoever leaves, and of check-ins that are taken back.
    async fn forget_files(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let of_member = each!(
            "delete from proof_file where (event_id, person_id) in (
                 select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint) from",
            ")"
        );
        let of_check_in = each!(
            "delete from proof_file where proof_id in (select p.id from",
            "join proof p on p.event_id = cast(r.value->>0 as bigint) and p.key = r.value->>1)"
        );
        let (mut left, mut undone) = (vec![], vec![]);
        for (of, _, change) in changes(batch) {
            match change {
                Change::Leave { .. } => left.push((of.event, of.person)),
                Change::Undo { key, .. } => undone.push((of.event, key)),
                Change::Enter(_)
                | Change::Join { .. }
                | Change::Pause(_)
                | Change::Resume { .. }
                | Change::Grant(_)
                | Change::Repair(_) => {}
            }
        }
        self.each(&of_member, &left).await?;
        self.each(&of_check_in, &undone).await?;
        Ok(())
    }

    /// A stay that was open is closed first; then come the new ones, as they stand after the batch.
    async fn save_spans(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let close = each!(
            "update membership_span set left_at = cast(r.value->>2 as bigint), left_day = cast(r.value->>3 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint) and left_at is null"
        );
        let insert = each!(
            "insert into membership_span (event_id, person_id, n, joined_at, joined_day, left_at, left_day)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), cast(r.value->>6 as bigint) from",
            ""
        );
        let (mut closed, mut opened) = (vec![], vec![]);
        for written in batch {
            let of = written.membership;
            let joins =
                |(n, change): &(i64, Change)| matches!(change, Change::Join { .. }).then_some(*n);
            let new = &written.spans[written.spans_before..];
            for (n, span) in written.changes.iter().filter_map(joins).zip(new) {
                let left = span.left.map(|(at, day)| (at, day.0));
                let (left_at, left_day) = (left.map(|left| left.0), left.map(|left| left.1));
                let (at, day) = (span.joined_at, span.joined_day.0);
                opened.push((of.event, of.person, n, at, day, left_at, left_day));
            }
            let leaves = written.changes.iter().any(|(_, c)| matches!(c, Change::Leave { .. }));
            let known = written.spans_before.checked_sub(1).map(|last| written.spans[last]);
            if let (true, Some((at, day))) = (leaves, known.and_then(|span| span.left)) {
                closed.push((of.event, of.person, at, day.0));
            }
        }
        self.each(&close, &closed).await?;
        self.each(&insert, &opened).await?;
        Ok(())
    }

    /// Pauses, grants and repairs.
    async fn save_exceptions(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let pause = each!(
            "insert into pause (event_id, person_id, n, at, first_day, last_day)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), cast(r.value->>4 as bigint), cast(r.value->>5 as bigint) from",
            ""
        );
        let resume = each!(
            "update pause set resumed_day = cast(r.value->>2 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)
             and last_day > cast(r.value->>2 as bigint)
             and (resumed_day is null or resumed_day > cast(r.value->>2 as bigint))"
        );
        let grant = each!(
            "insert into freeze_grant (event_id, person_id, n, at, day, amount, given_by)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), 0 from",
            ""
        );
        let repair = each!(
            "insert into repair (event_id, person_id, day, at, made_by)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), 0 from",
            "where true on conflict (event_id, person_id, day) do nothing"
        );
        let (mut grants, mut repairs) = (vec![], vec![]);
        for (of, n, change) in changes(batch) {
            match change {
                // A pause and its end may stand in one batch, so that their order counts.
                Change::Pause(p) => {
                    let days = (p.days.first.0, p.days.last.0);
                    self.each(&pause, &[(of.event, of.person, n, p.at, days.0, days.1)]).await?;
                }
                Change::Resume { day } => {
                    self.each(&resume, &[(of.event, of.person, day.0)]).await?;
                }
                Change::Grant(g) => grants.push((of.event, of.person, n, g.at, g.day.0, g.freezes)),
                Change::Repair(f) => repairs.push((of.event, of.person, f.day.0, f.at)),
                Change::Enter(_)
                | Change::Undo { .. }
                | Change::Join { .. }
                | Change::Leave { .. } => {}
            }
        }
        self.each(&grant, &grants).await?;
        self.each(&repair, &repairs).await?;
        Ok(())
    }

    /// Moves members from bucket to bucket, once for the whole batch and in key order, so that two processes
    /// wait for each other but never in a ring.
    pub(crate) async fn move_counts(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let mut moves: BTreeMap<Bucket, i64> = BTreeMap::new();
        for written in batch {
            let event = written.membership.event;
            for bucket in written.before.iter().flat_map(|before| before.buckets(event)) {
                *moves.entry(bucket).or_default() -= 1;
            }
            for bucket in written.cached.buckets(event) {
                *moves.entry(bucket).or_default() += 1;
            }
        }
        moves.retain(|_, n| *n != 0);
        self.add_counts(&moves).await
    }

    /// Adds to the counts behind the rankings.
    pub(crate) async fn add_counts(&mut self, moves: &BTreeMap<Bucket, i64>) -> Result<(), Error> {
        let statement = each!(
            "insert into rank_count (event_id, metric, alive_until, value, n)
             select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), cast(r.value->>4 as bigint) from",
            "where true on conflict (event_id, metric, alive_until, value) do update set n = rank_count.n + excluded.n"
        );
        let rows: Vec<_> = moves
            .iter()
            .map(|(&(event, metric, until, value), n)| (event, metric, until, value, n))
            .collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    async fn move_tallies(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let mut moves = Tallies::new();
        for written in batch {
            let of = written.membership;
            for tally in written.tallies {
                for window in [Window::Week, Window::Month] {
                    if let Some(first) = window.first_day(written.rules, tally.day) {
                        let slot = (of.event, window.name(), first, of.person);
                        let sum = moves.entry(slot).or_default();
                        *sum =
                            (sum.0 + tally.met, sum.1 + tally.points_milli, written.cached.indexed);
                    }
                }
            }
        }
        moves.retain(|_, sum| (sum.0, sum.1) != (0, 0));
        self.add_tallies(&moves).await
    }

    /// Adds to the counts of weeks and months.
    pub(crate) async fn add_tallies(&mut self, moves: &Tallies) -> Result<(), Error> {
        let statement = each!(
            "insert into window_tally (event_id, span, first_day, person_id, back_id, met, points_milli, wide)
             select cast(r.value->>0 as bigint), r.value->>1, cast(r.value->>2 as bigint),
             cast(r.value->>3 as bigint), -cast(r.value->>3 as bigint), cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), cast(r.value->>6 as boolean) from",
            "where true on conflict (event_id, span, first_day, person_id) do update
             set wide = excluded.wide, met = window_tally.met + excluded.met, points_milli = window_tally.points_milli + excluded.points_milli"
        );
        let rows: Vec<_> = moves
            .iter()
            .map(|(&(event, span, first, person), &(met, points, indexed))| {
                (event, span, first.0, person, met, points, indexed)
            })
            .collect();
        self.each(&statement, &rows).await?;
        Ok(())
    }

    async fn save_reminders(&mut self, batch: &[Written<'_>]) -> Result<(), Error> {
        let reminders = batch.iter().flat_map(|written| {
            written.reminders.iter().map(move |reminder| (written.membership, *reminder))
        });
        self.move_reminders(&reminders.collect::<Vec<_>>()).await
    }

    /// Writes the next instants of reminders.
    pub(crate) async fn move_reminders(
        &mut self,
        reminders: &[(Membership, Reminder)],
    ) -> Result<(), Error> {
        let statement = each!(
            "update reminder set next_at = cast(r.value->>3 as bigint), next_day = cast(r.value->>4 as bigint) from",
            "where event_id = cast(r.value->>0 as bigint) and person_id = cast(r.value->>1 as bigint)
             and slot = cast(r.value->>2 as bigint)"
        );
        let row = |(of, reminder): &(Membership, Reminder)| {
            let (at, day) = (reminder.next.map(|n| n.0), reminder.next.map(|n| n.1.0));
            (of.event, of.person, reminder.slot, at, day)
        };
        self.each(&statement, &reminders.iter().map(row).collect::<Vec<_>>()).await?;
        Ok(())
    }
}

/// Event, kind of window, its first label, person.
pub(crate) type Slot = (EventId, &'static str, Day, PersonId);

/// Met periods, amounts, and whether the event is wide.
pub(crate) type Tallies = BTreeMap<Slot, (i32, i64, bool)>;

fn changes<'a>(batch: &'a [Written<'a>]) -> impl Iterator<Item = (Membership, i64, &'a Change)> {
    batch.iter().flat_map(|written| {
        written.changes.iter().map(move |(n, change)| (written.membership, *n, change))
    })
}
