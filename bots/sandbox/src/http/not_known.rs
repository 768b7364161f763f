//! Requests that no endpoint knows.

use crate::http::asked::Asked;
use crate::state::world::World;

/// Counts and reports a request that no endpoint knows: the sandbox falls behind the bots, or a bot errs.
pub fn not_known(world: &mut World, asked: &Asked) {
    let (platform, method, path) = (asked.platform.name(), &asked.method, &asked.path);
    tracing::error!(platform, %method, %path, "the sandbox has no such endpoint");
    world.request_log.not_known(asked.recorded());
}
