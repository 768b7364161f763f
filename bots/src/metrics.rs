//! Figures for Prometheus, at an address of their own: who reads them is not who reads the pages.

use crate::clock::Clock;
use anyhow::Context as _;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use engine::{Depths, Engine};
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use metrics_process::Collector;
use std::net::SocketAddr;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Upper bounds of how long something took, in seconds.
const BUCKETS_S: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
/// Samples are gathered so often, whether or not anybody reads them.
const UPKEEP_EVERY: Duration = Duration::from_secs(5);
const TIMEOUT: Duration = Duration::from_secs(5);
/// Who reads figures comes by few connections.
const CONNECTIONS_MAX: u32 = 16;
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Counts from now on, and serves the figures at `/metrics` until told to stop.
pub async fn serve(
    listen: SocketAddr,
    engine: Engine,
    clock: Clock,
    stop: CancellationToken,
) -> anyhow::Result<impl Future<Output = ()>> {
    let handle = PrometheusBuilder::new()
        .set_buckets(&BUCKETS_S)
        .and_then(PrometheusBuilder::install_recorder)
        .context("nothing can be counted")?;
    describe();
    let (listener, address) =
        crate::run::bind(listen, "metrics.listen (STREAKS_METRICS_LISTEN)").await?;
    crate::run::say(&format!("Metrics:      http://{address}/metrics"));
    let figures = Figures { handle: handle.clone(), engine, clock };
    let app = Router::new().route("/metrics", get(move || figures.clone().shown()));
    let serving = crate::run::serve(listener, (app, CONNECTIONS_MAX), stop.clone(), || ());
    Ok(async move {
        let upkeep = async {
            loop {
                tokio::time::sleep(UPKEEP_EVERY).await;
                handle.run_upkeep();
            }
        };
        tokio::select! {
            served = serving => {
                if let Err(error) = served {
                    tracing::error!(%error, "figures are not served any more");
                }
            }
            () = upkeep => {}
        }
    })
}

fn describe() {
    describe_counter!("streaks_updates_total", "Attempts at updates, by how they ended");
    describe_histogram!("streaks_update_seconds", Unit::Seconds, "How long an attempt took");
    describe_counter!("streaks_deliveries_total", "Attempts at deliveries, by how they ended");
    describe_histogram!("streaks_delivery_seconds", Unit::Seconds, "How long an attempt took");
    describe_counter!("streaks_unknown_updates_total", "Updates of kinds that mean nothing to us");
    describe_gauge!("streaks_queue_rows", "Rows that wait; no more than 10,000 are counted");
    describe_gauge!("streaks_queue_lag_seconds", Unit::Seconds, "How long the oldest waits");
    describe_gauge!("streaks_dead_letters", "Rows that are not tried any more");
    describe_gauge!("streaks_platform_up", "Whether a platform is within reach of this process");
    Collector::default().describe();
}

#[derive(Clone)]
struct Figures {
    handle: PrometheusHandle,
    engine: Engine,
    clock: Clock,
}

impl Figures {
    async fn shown(self) -> Response {
        let now = self.clock.now();
        let depths = tokio::time::timeout(TIMEOUT, self.engine.health().depths(now)).await;
        match depths {
            Ok(Ok(depths)) => note(&depths, now),
            Ok(Err(error)) => {
                tracing::error!(%error, "how much waits is not known");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
            Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        }
        for (platform, is_up) in self.engine.health().outages().reach() {
            gauge!("streaks_platform_up", "platform" => platform.name())
                .set(f64::from(u8::from(is_up)));
        }
        Collector::default().collect();
        ([(header::CONTENT_TYPE, TEXT)], self.handle.render()).into_response()
    }
}

fn note(depths: &Depths, now: engine::rules::Instant) {
    for depth in &depths.queues {
        let labels = [("queue", depth.queue.to_owned()), ("name", depth.name.clone())];
        gauge!("streaks_queue_rows", &labels).set(depth.waiting as f64);
        let lag_s = depth.oldest.map_or(0, |oldest| (now.0 - oldest.0).max(0));
        gauge!("streaks_queue_lag_seconds", &labels).set(lag_s as f64);
    }
    gauge!("streaks_dead_letters", "queue" => "inbox").set(depths.dead_updates as f64);
    gauge!("streaks_dead_letters", "queue" => "outbox").set(depths.dead_deliveries as f64);
}
