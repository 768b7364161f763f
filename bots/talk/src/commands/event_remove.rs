//! `/event remove`: takes somebody out of an event, and lets back in, for a host who does not manage the place.

use super::admin_remove::{self, PARAMS};
use crate::command::Command;

pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("user"),
    ..Command::new("event remove", "remove-about", |call| {
        Box::pin(admin_remove::run(call, "event-remove"))
    })
};

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_host_who_manages_no_place_takes_somebody_out_of_his_event() {
        let world = World::with_event("Read").await;
        world.say("eve", "/join Read").await;
        let remove =
            async |name: &str| world.to(name, "/event remove event:Read", "eve").await.plain();
        assert_eq!(remove("ken").await, "Only whoever runs the event can do that.");
        assert_eq!(remove("host").await, "eve is out of Read.");
        assert_eq!(remove("host").await, "eve is not in Read.");
    }
}
