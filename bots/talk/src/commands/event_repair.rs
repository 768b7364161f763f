//! `/event repair`: mends a missed day of a member, for a host who does not manage the place.

use super::admin_repair::{self, PARAMS};
use crate::command::Command;

pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("user"),
    ..Command::new("event repair", "admin-repair-about", |call| {
        Box::pin(admin_repair::run(call, "event-repair"))
    })
};

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_host_who_manages_no_place_mends_a_day_in_his_event() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        for _ in 0..8 {
            world.next_day();
        }
        let line = "/event repair day:2026-03-05 event:Read";
        let refused = world.to("ken", line, "ada").await.plain();
        assert_eq!(refused, "Only whoever runs the event can do that.");
        let done = world.to("host", line, "ada").await.plain();
        assert!(done.starts_with("◇ Mended 2026-03-05 for ada."), "{done}");
    }

    #[tokio::test]
    async fn a_host_says_which_event_by_a_button() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        world.say("ada", "/join Read").await;
        world.say("ada", "/checkin Read").await;
        for _ in 0..4 {
            world.next_day();
        }
        let which = world.to("host", "/event repair day:2026-03-03", "ada").await;
        let done = world.press("host", &which, "Read").await;
        assert!(done.starts_with("◇ Mended 2026-03-03 for ada."), "{done}");
    }

    #[tokio::test]
    async fn a_refusal_speaks_of_the_member() {
        let world = World::with_event("Read").await;
        world.say("ada", "/start").await;
        let repair = async || {
            world.to("host", "/event repair day:2026-02-28 event:Read", "ada").await.plain()
        };
        assert_eq!(repair().await, "ada is not in Read.");
        world.say("ada", "/join Read").await;
        assert_eq!(repair().await, "ada has no missed day there that ended a streak.");
    }
}
