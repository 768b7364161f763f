//! The words of a reminder: another each day, and only those that fit how somebody stands.

use engine::Event;
use engine::rules::Standing;

use crate::locale::{Arg, Words};
use crate::message::Text;
use crate::view::progress;

/// One for each day of a week, so that none comes twice within seven days.
const GOING: [&str; 7] = [
    "told-reminder-1",
    "told-reminder-2",
    "told-reminder-3",
    "told-reminder-4",
    "told-reminder-5",
    "told-reminder-6",
    "told-reminder-7",
];
const FIRST: [&str; 7] = [
    "told-reminder-first-1",
    "told-reminder-first-2",
    "told-reminder-first-3",
    "told-reminder-first-4",
    "told-reminder-first-5",
    "told-reminder-first-6",
    "told-reminder-first-7",
];
/// For whoever has had a streak before.
const BACK: [&str; 7] = [
    "told-reminder-back-1",
    "told-reminder-first-4",
    "told-reminder-back-2",
    "told-reminder-first-5",
    "told-reminder-back-3",
    "told-reminder-first-6",
    "told-reminder-first-7",
];
/// For whoever is within as many days of the own best.
const NEAR_BEST: [&str; 3] =
    ["told-reminder-best-1", "told-reminder-best-2", "told-reminder-best-3"];
/// Where more than a day is at stake.
const PERIOD: [&str; 4] = [
    "told-reminder-period-1",
    "told-reminder-period-2",
    "told-reminder-period-3",
    "told-reminder-period-4",
];
/// For two days of the week on which somebody else is in already.
const PEER: [(usize, &str); 2] = [(1, "told-reminder-fellow-1"), (5, "told-reminder-fellow-2")];

/// Whether today's words may speak of somebody else.
pub(crate) fn may_name(standing: &Standing) -> bool {
    let day = standing.today.0.unsigned_abs() as usize;
    !is_near_best(standing) && PEER.iter().any(|(slot, _)| *slot == day % 7)
}

fn is_near_best(standing: &Standing) -> bool {
    let left = standing.longest.saturating_sub(standing.current);
    standing.current > 0 && (1..=NEAR_BEST.len() as u32).contains(&left)
}

/// What to say to somebody who stands like this; `peer` is somebody else who is in already.
pub(crate) fn text(words: Words, event: &Event, standing: &Standing, peer: Option<&str>) -> Text {
    let span = progress::period(&event.rules);
    let day = standing.today.0.unsigned_abs() as usize;
    let left = standing.longest.saturating_sub(standing.current);
    let args = [
        ("title", Arg::Text(&event.title)),
        ("span", Arg::Kind(span)),
        ("next", Arg::Number(u64::from(standing.current) + 1)),
        ("left", Arg::Number(left.into())),
        ("best", Arg::Number(standing.longest.into())),
        ("name", Arg::Text(peer.unwrap_or_default())),
    ];
    let together = PEER.iter().find(|(slot, _)| peer.is_some() && *slot == day % 7);
    let key = match (together, standing.current, standing.longest) {
        _ if span != "day" => PERIOD[day % PERIOD.len()],
        _ if is_near_best(standing) => NEAR_BEST[day % NEAR_BEST.len()],
        (Some((_, key)), ..) => key,
        (None, 0, 0) => FIRST[day % 7],
        (None, 0, _) => BACK[day % 7],
        (None, ..) => GOING[day % 7],
    };
    words.text(key, &args)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    /// What ada is reminded of on so many days, where `who` checks in each morning.
    async fn reminders(world: &mut World, days: i64, who: &[&str]) -> Vec<String> {
        let mut told = vec![];
        for _ in 0..days {
            world.next_day();
            for name in who {
                world.say(name, "/checkin Read").await;
            }
            world.now = world.now.plus_s(8 * 3600 + 30);
            let all = world.told().await;
            told.extend(all.into_iter().filter(|told| !told.starts_with("📅")));
            world.now = world.now.plus_s(-(8 * 3600 + 30));
        }
        told
    }

    fn repeats_within_a_week(told: &[String]) -> bool {
        told.windows(7).any(|week| (1..week.len()).any(|n| week[..n].contains(&week[n])))
    }

    #[tokio::test]
    async fn no_words_come_twice_in_seven_days_and_each_fits() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/remind 20:00").await;
        let first = reminders(&mut world, 10, &[]).await;
        assert_eq!(first.len(), 10);
        assert!(!repeats_within_a_week(&first), "{first:#?}");
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        // Freezes save two days, then the streak is over.
        let back = reminders(&mut world, 10, &[]).await;
        assert!(!repeats_within_a_week(&back[3..]), "{back:#?}");
        assert!(back.iter().any(|told| told.contains("Your best of 3 stays yours")), "{back:#?}");
        world.say("ken", "/join").await;
        let together = reminders(&mut world, 7, &["ken"]).await;
        assert!(!repeats_within_a_week(&together), "{together:#?}");
        let with_ken =
            together.iter().filter(|told| told.starts_with("ken ") || told.starts_with("Ken "));
        assert_eq!(with_ken.count(), 2, "{together:#?}");
        world.say("ken", "/privacy hide").await;
        let hidden = reminders(&mut world, 7, &["ken"]).await;
        assert!(!hidden.concat().to_lowercase().contains("ken "), "{hidden:#?}");
    }
}
