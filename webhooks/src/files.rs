//! The files that never change while the program runs.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};

type File = ([(HeaderName, &'static str); 2], &'static str);

/// Short, since the addresses of the files stay the same when a new version is installed.
const KEPT: &str = "public, max-age=300";

/// Live views have nothing to find. Pages with names say by themselves that they are not to be found,
/// and a crawler that may not read them would not know.
const ROBOTS: &str = "User-agent: *\nDisallow: /e/*/live\n";

pub(crate) async fn style() -> File {
    file("text/css; charset=utf-8", include_str!("../static/streaks.css"))
}

pub(crate) async fn script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/live.js"))
}

pub(crate) async fn zone_script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/zone.js"))
}

pub(crate) async fn page_script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/page.js"))
}

pub(crate) async fn app_script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/app.js"))
}

pub(crate) async fn passkey_script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/passkey.js"))
}

pub(crate) async fn push_script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/push.js"))
}

pub(crate) async fn api_script() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/api.js"))
}

/// It stands at the top, since it sees no more than what stands beside it and below.
pub(crate) async fn worker() -> File {
    file("text/javascript; charset=utf-8", include_str!("../static/sw.js"))
}

pub(crate) async fn manifest() -> File {
    file("application/manifest+json", include_str!("../static/manifest.webmanifest"))
}

pub(crate) async fn icon() -> File {
    file("image/svg+xml", include_str!("../static/streaks.svg"))
}

pub(crate) async fn robots() -> File {
    file("text/plain; charset=utf-8", ROBOTS)
}

fn file(kind: &'static str, text: &'static str) -> File {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, KEPT)], text)
}
