//! Mending a missed period (R54).

use crate::{Change, Day, Decision, History, Instant, Life, News, Refusal, Repair, Role};

const DAY_S: i64 = 86_400;

/// Keeps the run that ended with the missed period of this label, without adding to it.
///
/// # Errors
/// [`Refusal::Disabled`] where nothing is mended, such as in a contest, [`Refusal::NotRepairable`] unless the period
/// was missed and ended a run, [`Refusal::WindowClosed`] when it closed too long ago, [`Refusal::Cooldown`] too soon
/// after the last repair. A host is bound by the first two only.
pub fn repair(history: &History, now: Instant, day: Day, role: Role) -> Result<Decision, Refusal> {
    let rule = history.rules.repair.ok_or(Refusal::Disabled)?;
    if !history.is_member() {
        return Err(Refusal::NotMember);
    }
    let life = Life::of(history, now);
    let broken = life.breaks.iter().find(|period| period.holds(day));
    let broken = broken.ok_or(Refusal::NotRepairable)?;
    if role == Role::Member {
        if broken.last < life.standing.today.plus(-rule.window_days) {
            return Err(Refusal::WindowClosed);
        }
        if opens_again(history).is_some_and(|opens| now < opens) {
            return Err(Refusal::Cooldown);
        }
    }
    let change = Change::Repair(Repair { at: now, day: broken.first });
    Ok(history.decide(now, vec![change], vec![News::Repaired { day: broken.first }]))
}

/// When the next repair may be made, after the last one.
pub fn opens_again(history: &History) -> Option<Instant> {
    let rule = history.rules.repair?;
    let settled = history.settled.as_ref().and_then(|settled| settled.last_repair);
    let last = history.repairs.iter().map(|repair| repair.at).max().max(settled)?;
    Some(last.plus_s(i64::from(rule.cooldown_days) * DAY_S))
}
