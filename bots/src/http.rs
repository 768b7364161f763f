//! A server for HTTP that nobody keeps from its other visitors: whoever is slow to ask has to hurry, and where too many are
//! connected those go first that have been asking for nothing the longest, and then those at work the longest (S15).

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// How long a connection may take to say what it wants, and wait for its next wish.
const HEAD_S: Duration = Duration::from_secs(10);
/// How long the next piece of what is sent may take.
const PIECE_S: Duration = Duration::from_secs(10);
/// After an error that lasts, such as too many open files.
const ACCEPT_AGAIN: Duration = Duration::from_millis(50);

/// Answers whoever connects, so many at a time, until told to stop; then what is open ends by itself.
pub async fn serve(listener: TcpListener, app: Router, most: u32, stop: CancellationToken) {
    let app = app.layer(RequestBodyTimeoutLayer::new(PIECE_S));
    let most = connections_max(most, files_max());
    let connections = Arc::new(Connections { most, open: Mutex::default() });
    // Whoever answers holds the other end.
    let (answering, held) = watch::channel(());
    loop {
        let (stream, peer) = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection is not accepted");
                    tokio::time::sleep(ACCEPT_AGAIN).await;
                    continue;
                }
            },
        };
        // Small answers go out at once, rather than wait for the other side to acknowledge the one before.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "small answers may wait");
        }
        let place = Connections::admit(&connections);
        let (app, stop, held) = (app.clone(), stop.clone(), held.clone());
        tokio::spawn(async move {
            answer(stream, peer, app, place, stop).await;
            drop(held);
        });
    }
    drop((listener, held));
    answering.closed().await;
}

/// As many connections as are wanted, but at most half of the files that the process may open: the database and the
/// platforms need some, too.
fn connections_max(wanted: u32, files: Option<u64>) -> usize {
    let half = files.map_or(u64::MAX, |files| files / 2);
    let wanted = if wanted == 0 { u64::MAX } else { wanted.into() };
    usize::try_from(half.min(wanted)).unwrap_or(usize::MAX).max(1)
}

/// How many files the process may open; none where nobody counts them.
#[cfg(unix)]
fn files_max() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

#[cfg(not(unix))]
fn files_max() -> Option<u64> {
    None
}

async fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    place: Arc<Place>,
    stop: CancellationToken,
) {
    let closed = place.closed.clone();
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        let busy = Busy::of(&place);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answered = app.clone().oneshot(request.map(Body::new));
        async move {
            let response: Response = answered.await?;
            // The connection is busy until the last of it is sent.
            let kept = move |frame| {
                let _ = &busy;
                frame
            };
            Ok::<_, Infallible>(response.map(|body| Body::new(body.map_frame(kept))))
        }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD_S);
    let served = server.serve_connection(TokioIo::new(stream), service).with_upgrades();
    let mut served = pin!(served);
    let ends = tokio::select! {
        () = closed.cancelled() => return,
        ended = served.as_mut() => ended,
        () = stop.cancelled() => {
            served.as_mut().graceful_shutdown();
            served.await
        }
    };
    // Whoever goes away in the middle is no fault of ours.
    if let Err(error) = ends {
        tracing::trace!(%error, "a connection ends early");
    }
}

/// Who is connected.
struct Connections {
    most: usize,
    open: Mutex<Open>,
}

/// Connections by the turn at which they became what they are, so that the longest stand first.
#[derive(Default)]
struct Open {
    turn: u64,
    /// Those that want nothing.
    idle: BTreeMap<u64, CancellationToken>,
    /// Those with a request in hand: a live view has one for as long as somebody looks.
    busy: BTreeMap<u64, CancellationToken>,
}

/// The place of one connection; it is closed where somebody else needs it.
struct Place {
    of: Arc<Connections>,
    closed: CancellationToken,
    /// Where it stands among the others.
    turn: AtomicU64,
}

/// A request in hand.
struct Busy(Arc<Place>);

impl Connections {
    /// A place for a new connection. Where there is none, the one that has wanted nothing for the longest goes, or else
    /// the one that has been at work the longest.
    fn admit(of: &Arc<Connections>) -> Arc<Place> {
        let closed = CancellationToken::new();
        let mut open = of.open();
        if open.idle.len() + open.busy.len() >= of.most {
            let longest = open.idle.pop_first().or_else(|| open.busy.pop_first());
            longest.into_iter().for_each(|(_, connection)| connection.cancel());
        }
        let turn = open.next();
        open.idle.insert(turn, closed.clone());
        drop(open);
        Arc::new(Place { of: of.clone(), closed, turn: turn.into() })
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn next(&mut self) -> u64 {
        self.turn += 1;
        self.turn
    }
}

impl Busy {
    fn of(place: &Arc<Place>) -> Busy {
        let mut open = place.of.open();
        if open.idle.remove(&place.turn()).is_some() {
            let turn = open.next();
            open.busy.insert(turn, place.closed.clone());
            place.turn.store(turn, Ordering::Relaxed);
        }
        drop(open);
        Busy(place.clone())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        let place = &self.0;
        let mut open = place.of.open();
        if open.busy.remove(&place.turn()).is_some() {
            let turn = open.next();
            open.idle.insert(turn, place.closed.clone());
            place.turn.store(turn, Ordering::Relaxed);
        }
    }
}

impl Place {
    /// Read and written only by whoever holds the others.
    fn turn(&self) -> u64 {
        self.turn.load(Ordering::Relaxed)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let turn = self.turn();
        let mut open = self.of.open();
        open.idle.remove(&turn);
        open.busy.remove(&turn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_half_of_the_files_to_everything_else() {
        assert_eq!(connections_max(512, Some(1_024)), 512);
        assert_eq!(connections_max(512, Some(1_048_576)), 512);
        assert_eq!(connections_max(5_000, Some(1_024)), 512);
        assert_eq!(connections_max(512, Some(256)), 128);
        assert_eq!(connections_max(512, None), 512);
        assert_eq!(connections_max(0, Some(1_024)), 512, "as many as the files allow");
        assert_eq!(connections_max(512, Some(1)), 1, "somebody is always let in");
    }
}
