//! How far due work was looked for in vain, so that the next look begins there.

use rules::Instant;

use crate::store::due::Within;

/// Up to when a tick has left nothing. The next one looks from there on, rather than past everything that was due
/// before and is not cleared from the indexes yet.
#[derive(Debug, Default)]
pub(crate) struct Quiet {
    /// The last look that found nothing, and the last of them that looked everywhere.
    last: Option<(Instant, Instant)>,
}

impl Quiet {
    /// Other processes' clocks differ, and what they write is seen when they commit.
    const OVERLAP_S: i64 = 60;
    /// How long something may lie before the place where a tick looks, such as what a process left that died.
    const EVERYWHERE_EACH_S: i64 = 5 * 60;

    /// Where to look now: everywhere when the clock stands or goes back.
    pub(crate) fn within(&self, now: Instant) -> Within {
        let near = self.last.filter(|(last, everywhere)| {
            now > *last && now <= everywhere.plus_s(Quiet::EVERYWHERE_EACH_S)
        });
        match near {
            Some((last, _)) => Within { after: last.plus_s(-Quiet::OVERLAP_S), now },
            None => Within::all(now),
        }
    }

    pub(crate) fn note(&mut self, within: Within) {
        let before = self.last.filter(|_| within != Within::all(within.now));
        let everywhere = before.map_or(within.now, |(_, everywhere)| everywhere);
        self.last = Some((within.now, everywhere));
    }
}
