//! `/event amnesty`: excuses days for everybody, for a host who does not manage the place.

use super::admin_amnesty::{self, PARAMS};
use crate::command::Command;

pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("from"),
    ..Command::new("event amnesty", "amnesty-about", |call| {
        Box::pin(admin_amnesty::run(call, "event-amnesty"))
    })
};

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_host_who_manages_no_place_excuses_days_in_his_event() {
        let world = World::with_event("Read").await;
        let line = "/event amnesty from:yesterday event:Read";
        let refused = world.say("ken", line).await;
        assert_eq!(refused, "Only whoever runs the event can do that.");
        let done = world.say("host", line).await;
        assert!(done.starts_with("2026-02-28 to 2026-02-28 are excused"), "{done}");
        let ask = world.hear("host", "/event amnesty event:Read").await;
        let done = world.press("host", &ask, "today").await;
        assert!(done.starts_with("2026-03-01 to 2026-03-01 are excused"), "{done}");
    }
}
