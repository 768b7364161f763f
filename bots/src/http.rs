//! A server for HTTP that nobody keeps from its other visitors: whoever is slow to ask has to hurry, and where too many are
//! connected those go first that have been asking for nothing the longest (S15).

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
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// Connections at a time. Half of the files that systems let a process open by default: the database and the platforms
/// need some, too.
const CONNECTIONS_MAX: usize = 512;
/// How long a connection may take to say what it wants, and wait for its next wish.
const HEAD_S: Duration = Duration::from_secs(15);
/// How long the next piece of what is sent may take.
const PIECE_S: Duration = Duration::from_secs(10);
/// After an error that lasts, such as too many open files.
const ACCEPT_AGAIN: Duration = Duration::from_millis(50);

/// Answers whoever connects, until told to stop; then what is open ends by itself.
pub async fn serve(listener: TcpListener, app: Router, stop: CancellationToken) {
    let app = app.layer(RequestBodyTimeoutLayer::new(PIECE_S));
    let connections = Arc::new(Connections::default());
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
        // Without a place it is closed, which a visitor who is let in later makes up for.
        if let Some(place) = Connections::admit(&connections) {
            let (app, stop, held) = (app.clone(), stop.clone(), held.clone());
            tokio::spawn(async move {
                answer(stream, peer, app, place, stop).await;
                drop(held);
            });
        }
    }
    drop((listener, held));
    answering.closed().await;
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
#[derive(Default)]
struct Connections(Mutex<Open>);

#[derive(Default)]
struct Open {
    count: usize,
    /// Grows with everything that happens.
    turn: u64,
    /// Those that want nothing, the longest first.
    idle: BTreeMap<u64, CancellationToken>,
}

/// The place of one connection.
struct Place {
    of: Arc<Connections>,
    closed: CancellationToken,
    /// Requests in hand, and since when there are none.
    state: Mutex<(usize, u64)>,
}

/// A request in hand.
struct Busy(Arc<Place>);

impl Connections {
    /// A place for a new connection; none where all are at work.
    fn admit(of: &Arc<Connections>) -> Option<Arc<Place>> {
        let closed = CancellationToken::new();
        let mut open = of.open();
        if open.count >= CONNECTIONS_MAX {
            let (_, longest) = open.idle.pop_first()?;
            longest.cancel();
            open.count -= 1;
        }
        open.count += 1;
        let since = open.rest(closed.clone());
        drop(open);
        Some(Arc::new(Place { of: of.clone(), closed, state: Mutex::new((0, since)) }))
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// Notes that a connection wants nothing from now on.
    fn rest(&mut self, connection: CancellationToken) -> u64 {
        self.turn += 1;
        self.idle.insert(self.turn, connection);
        self.turn
    }
}

impl Busy {
    fn of(place: &Arc<Place>) -> Busy {
        let mut state = place.state();
        if state.0 == 0 {
            place.of.open().idle.remove(&state.1);
        }
        state.0 += 1;
        Busy(place.clone())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.0 -= 1;
        if state.0 == 0 {
            let mut open = self.0.of.open();
            if !self.0.closed.is_cancelled() {
                state.1 = open.rest(self.0.closed.clone());
            }
        }
    }
}

impl Place {
    fn state(&self) -> MutexGuard<'_, (usize, u64)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let since = self.state().1;
        let mut open = self.of.open();
        // Whoever was closed for somebody else has given up the place already.
        if !self.closed.is_cancelled() {
            open.idle.remove(&since);
            open.count -= 1;
        }
    }
}
