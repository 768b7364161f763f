//! The inbox and the outbox of a platform, and the files that it holds.

use engine::rules::Instant;
use engine::{Engine, FileSource, Notifier, Update, Worked};
use std::fmt::Display;
use std::sync::Arc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Reads the clock at the door.
pub type Now = Arc<dyn Fn() -> Instant + Send + Sync>;

/// Works the updates of a platform, delivers what is for it and fetches files from it, until told to stop. All end when
/// the set is joined.
pub fn serve<F, R, E, N, S>(
    engine: &Engine,
    source: &'static str,
    now: &Now,
    answer: F,
    notifier: N,
    files: S,
    stop: &CancellationToken,
) -> JoinSet<()>
where
    F: Fn(Update) -> R + Send + Sync + 'static,
    R: Future<Output = Result<Worked, E>> + Send + 'static,
    E: Display + AsRef<dyn std::error::Error + Send + Sync> + Send + 'static,
    N: Notifier + 'static,
    S: FileSource + 'static,
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
    {
        let (engine, now, stop) = (engine.clone(), now.clone(), stop.clone());
        loops.spawn(async move { engine.deliveries().run(&notifier, || now(), stop).await });
    }
    let (engine, now, stop) = (engine.clone(), now.clone(), stop.clone());
    loops.spawn(async move { engine.events().fetch_files(&files, || now(), stop).await });
    loops
}

/// Whether the database is away, rather than anything wrong.
fn is_outage<E: AsRef<dyn std::error::Error + Send + Sync>>(error: &E) -> bool {
    error.as_ref().downcast_ref::<engine::Error>().is_some_and(engine::Error::is_outage)
}
