//! What a host changed of an event, put into the event as it stands by then: of two hosts who change different things
//! at once, neither undoes what the other did.

use rules::Rules;
use std::sync::Arc;

use crate::events::event::Event;

/// Of each field, what was changed, or what stands.
macro_rules! put {
    ($kind:ident, $now:expr, $before:expr, $after:expr, { $($field:ident),* $(,)? } $(, $($rest:ident: $value:expr),*)?) => {
        $kind {
            $($field: if $after.$field == $before.$field {
                $now.$field.clone()
            } else {
                $after.$field.clone()
            },)*
            $($($rest: $value,)*)?
        }
    };
}

/// The event as it stands `now`, with what `after` makes different from `before`.
pub(crate) fn put_into(now: &Event, before: &Event, after: &Event) -> Event {
    put!(
        Event, now, before, after,
        { slug, title, goal, owner, community, visibility, category, emoji, approval, proof, ended_at, follows, planned_days, draft },
        id: now.id,
        rules: Arc::new(rules(&now.rules, &before.rules, &after.rules))
    )
}

fn rules(now: &Rules, before: &Rules, after: &Rules) -> Rules {
    put!(Rules, now, before, after, {
        clock, cadence, goal, scope, start, end, backfill_days, undo_days, max_delay_s, milestones,
        freeze, repair, pause, group
    })
}
