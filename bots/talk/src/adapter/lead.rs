//! Work that one process does for all of them.

use engine::Engine;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::adapter::serve::Now;

/// How long a process that is not heard of any more keeps its work, and how often one is heard of. A process that was
/// killed and started again finds its own work taken for as long, and people wait.
const LEASE: Duration = Duration::from_secs(8);
const RENEW_EVERY: Duration = Duration::from_secs(2);
/// So long before the end a process that could not renew lets go: by then another may take over.
const MARGIN: Duration = Duration::from_secs(1);
/// How often others look whether the work is free.
const LOOK_EVERY: Duration = Duration::from_millis(500);
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
    let take = || engine.leases().take(name, &holder, now(), LEASE.as_secs() as i64);
    while !stop.is_cancelled() {
        if !matches!(take().await, Ok(true)) {
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
                // A database that is slow, or away for a moment, is no reason to let go: nobody else can take over either.
                let left = (LEASE - MARGIN).saturating_sub(kept_at.elapsed());
                let asked_at = Instant::now();
                match timeout(left, take()).await {
                    Ok(Ok(true)) => kept_at = asked_at,
                    Ok(Err(_)) if !left.is_zero() => {}
                    Ok(Ok(false) | Err(_)) | Err(_) => return,
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
