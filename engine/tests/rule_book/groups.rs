//! The streak of a whole group (R70), looked at again and again.

use super::*;
use engine::GroupStreak;
use engine::rules::{Group, GroupRule};

impl World {
    async fn count_group(&self, rule: GroupRule) {
        let read = self.engine.events().get(self.event).await.unwrap().unwrap();
        let mut edited = read.clone();
        let rules = Rules { group: Some(Group { rule }), ..(*read.rules).clone() };
        edited.rules = rules.into();
        self.engine.events().edit(&read, &edited, NOON).await.unwrap();
    }

    /// What an engine says that has looked before, and one that has not.
    async fn group(&self, now: Instant) {
        let fresh = Engine::open_counting(&self.url, 2).await.unwrap();
        let wanted = fresh.memberships().group(self.event, now).await.unwrap();
        fresh.close().await;
        let found = self.engine.memberships().group(self.event, now).await.unwrap();
        assert_eq!(found, wanted, "at {now:?}");
    }
}

fn label(on: i64) -> Day {
    Day((day(on).0 / DAY_S) as i32)
}

#[tokio::test]
async fn what_is_remembered_of_a_group_is_what_its_members_say() {
    let world = World::new().await;
    world.count_group(GroupRule::Percent(60)).await;
    let members = world.members(12).await;
    let owner = members[0].person;
    let mut streaks = vec![];
    for on in 1..48 {
        match on {
            12 => {
                world.engine.memberships().act(members[4], day(on), Action::Leave).await.unwrap();
            }
            18 => {
                let pause = Action::Pause(Days { first: label(19), last: label(23) });
                world.engine.memberships().act(members[1], day(on), pause).await.unwrap();
            }
            30 => {
                let days = Days { first: label(29), last: label(29) };
                world.engine.events().amnesty(world.event, days, owner, day(on)).await.unwrap();
            }
            36 => world.engine.people().erase(members[7].person, day(on)).await.unwrap(),
            _ => {}
        }
        for (n, of) in members.iter().enumerate() {
            if (n as i64 + on) % 6 != 0 && (on != 25 || n < 3) {
                // Whoever left, pauses or is erased does not run.
                let _ = world.run(*of, on, 5).await;
            }
        }
        let evening = day(on).plus_s(DAY_S / 3);
        streaks.push(world.engine.memberships().group(world.event, evening).await.unwrap());
        if on % 4 == 0 {
            world.group(evening).await;
        }
    }
    let current = |streak| match streak {
        Some(GroupStreak::Counted(life)) => life.current,
        _ => 0,
    };
    let streaks: Vec<u32> = streaks.into_iter().map(current).collect();
    assert!(streaks[23] == 24 && streaks[25] == 1 && streaks[46] > 15, "{streaks:?}");
    // The clock of a sandbox can go back.
    world.group(day(10)).await;
    // All of an event that is over is settled one day.
    let read = world.engine.events().get(world.event).await.unwrap().unwrap();
    let mut ended = read.clone();
    ended.rules = Rules { end: Some(label(50)), ..(*read.rules).clone() }.into();
    world.engine.events().edit(&read, &ended, day(48)).await.unwrap();
    for on in [52, 70] {
        world.group(day(on)).await;
    }
    world.engine.memberships().rebuild(false, day(90)).await.unwrap();
    world.group(day(90)).await;
    world.group(day(91)).await;
}

#[tokio::test]
async fn a_group_of_more_than_a_thousand_is_not_counted() {
    let world = World::new().await;
    world.count_group(GroupRule::Any).await;
    let sql = PlainSql::open(&world.url).await;
    let more = format!(
        "insert into membership (event_id, person_id) with recursive n(n) as (select 1 union all select n + 1 from n where n < 1000)
         select {}, n from n",
        world.event.0
    );
    assert_eq!(change(&sql, &more).await, 1000);
    let counted = world.engine.memberships().group(world.event, NOON).await.unwrap();
    assert!(matches!(counted, Some(GroupStreak::Counted(_))));
    let one =
        format!("insert into membership (event_id, person_id) values ({}, 1001)", world.event.0);
    change(&sql, &one).await;
    let counted = world.engine.memberships().group(world.event, NOON).await.unwrap();
    assert_eq!(counted, Some(GroupStreak::TooLarge));
}
