//! Work that one process does for all of them.

use engine::Engine;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::adapter::serve::Now;

/// How long a process that is not heard of any more keeps its work, and how often one is heard of. A process that was
/// killed and started again finds its own work taken for as long, and people wait.
const LEASE: Duration = Duration::from_secs(6);
const RENEW_EVERY: Duration = Duration::from_millis(1500);
/// How often others look whether the work is free.
const LOOK_EVERY: Duration = Duration::from_millis(500);
const TAKE_TIMEOUT: Duration = Duration::from_millis(1500);
const GIVE_BACK_TIMEOUT: Duration = Duration::from_secs(1);

/// Does work that only one process may do at a time, whenever this one is it, until told to stop or the work ends in an
/// error. The work ends when its own token is cancelled: then another process may have taken it over.
pub async fn lead<R, E>(
    engine: &Engine,
    name: &str,
    now: &Now,
    stop: &CancellationToken,
    work: impl Fn(CancellationToken) -> R,
) -> Result<(), E>
where
    R: Future<Output = Result<(), E>>,
{
    let holder = engine.leases().holder(now());
    let take = async || {
        let taken = engine.leases().take(name, &holder, now(), LEASE.as_secs() as i64);
        // A database that hangs must not keep this process in the belief that it leads.
        timeout(TAKE_TIMEOUT, taken).await.ok().and_then(Result::ok)
    };
    while !stop.is_cancelled() {
        if take().await != Some(true) {
            tokio::select! {
                () = sleep(LOOK_EVERY) => {}
                () = stop.cancelled() => {}
            }
            continue;
        }
        let ours = stop.child_token();
        let keep = async {
            let mut kept_at = Instant::now();
            loop {
                sleep(RENEW_EVERY).await;
                match take().await {
                    Some(true) => kept_at = Instant::now(),
                    Some(false) => return,
                    // Until it is over, nobody else can have taken it.
                    None if kept_at.elapsed() + 2 * RENEW_EVERY < LEASE => {}
                    None => return,
                }
            }
        };
        let mut working = std::pin::pin!(work(ours.clone()));
        let ended = tokio::select! {
            ended = &mut working => ended,
            () = keep => {
                ours.cancel();
                working.await
            }
        };
        let given_back = engine.leases().give_back(name, &holder);
        // Where that is not possible it is over by itself soon.
        let _ = timeout(GIVE_BACK_TIMEOUT, given_back).await;
        ended?;
    }
    Ok(())
}
