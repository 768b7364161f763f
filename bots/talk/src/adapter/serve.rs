//! The inbox and the outbox of a platform.

use engine::rules::Instant;
use engine::{Engine, Notifier, Update, Worked};
use std::fmt::Display;
use std::sync::Arc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Reads the clock at the door.
pub type Now = Arc<dyn Fn() -> Instant + Send + Sync>;

/// Works the updates of a platform and delivers what is for it, until told to stop. Both end when the set is joined.
pub fn serve<F, R, E, N>(
    engine: &Engine,
    source: &'static str,
    now: &Now,
    answer: F,
    notifier: N,
    stop: &CancellationToken,
) -> JoinSet<()>
where
    F: Fn(Update) -> R + Send + Sync + 'static,
    R: Future<Output = Result<Worked, E>> + Send + 'static,
    E: Display + Send + 'static,
    N: Notifier + 'static,
{
    let mut loops = JoinSet::new();
    {
        let (engine, now, stop) = (engine.clone(), now.clone(), stop.clone());
        loops.spawn(async move { engine.updates().work(source, || now(), answer, stop).await });
    }
    let (engine, now, stop) = (engine.clone(), now.clone(), stop.clone());
    loops.spawn(async move { engine.deliveries().run(&notifier, || now(), stop).await });
    loops
}
