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
    E: Display + AsRef<dyn std::error::Error + Send + Sync> + Send + 'static,
    N: Notifier + 'static,
{
    // An outage is no fault of an update, however often it is met.
    let answer = move |update| {
        let answered = answer(update);
        async move {
            match answered.await {
                Err(error) if is_outage(&error) => {
                    Ok(Worked::Later { wait_s: 1, why: error.to_string() })
                }
                answered => answered,
            }
        }
    };
    let mut loops = JoinSet::new();
    {
        let (engine, now, stop) = (engine.clone(), now.clone(), stop.clone());
        loops.spawn(async move { engine.updates().work(source, || now(), answer, stop).await });
    }
    let (engine, now, stop) = (engine.clone(), now.clone(), stop.clone());
    loops.spawn(async move { engine.deliveries().run(&notifier, || now(), stop).await });
    loops
}

/// Whether the database is away, rather than anything wrong.
fn is_outage<E: AsRef<dyn std::error::Error + Send + Sync>>(error: &E) -> bool {
    error.as_ref().downcast_ref::<engine::Error>().is_some_and(engine::Error::is_outage)
}
