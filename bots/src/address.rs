//! The address of the database, as far as it may be shown.

use reqwest::Url;

/// An address without user, password and parameters. Where it is not clear what is what, only its kind is shown.
pub fn shown(url: &str) -> String {
    if url.starts_with("sqlite:") {
        return url.split('?').next().unwrap_or_default().to_owned();
    }
    // Signs of a password that are not escaped part an address in the wrong places.
    let after_host = |url: &Url| {
        let parts = [Some(url.path()), url.query(), url.fragment()];
        parts.into_iter().flatten().any(|part| part.contains('@'))
    };
    match Url::parse(url) {
        Ok(url) if url.has_host() && !after_host(&url) => {
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            let host = url.host_str().unwrap_or_default();
            format!("{}://{host}{port}{}", url.scheme(), url.path())
        }
        _ if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            "postgres://…".to_owned()
        }
        _ => "in database.url".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_user_and_password() {
        for (url, seen) in [
            ("sqlite:data/streaks.db?mode=rwc", "sqlite:data/streaks.db"),
            ("sqlite://srv/me@work/streaks.db", "sqlite://srv/me@work/streaks.db"),
            ("postgres://db.test/streaks", "postgres://db.test/streaks"),
            ("postgres://ada@db.test:5433/streaks", "postgres://db.test:5433/streaks"),
            ("postgres://ada:s3cret@db.test/streaks", "postgres://db.test/streaks"),
            ("postgres://ada:s3cr%40t%3F@[::1]/streaks", "postgres://[::1]/streaks"),
            ("postgres://ada:s3@cret@db.test/streaks", "postgres://db.test/streaks"),
            ("postgres://db.test/streaks?user=ada&password=s3cret", "postgres://db.test/streaks"),
            ("postgres://db.test/streaks?%70assword=s3cret#s3cret", "postgres://db.test/streaks"),
            ("postgres://db.test/streaks?sslpassword=s3cret", "postgres://db.test/streaks"),
            ("postgres://%2Fvar%2Frun/streaks?password=s3cret", "postgres://%2Fvar%2Frun/streaks"),
        ] {
            assert_eq!(shown(url), seen, "{url}");
        }
    }

    #[test]
    fn what_is_no_clear_address_is_not_shown() {
        for url in [
            "postgres://ada:s3?cret@db.test/streaks",
            "postgres://ada:5?cret@db.test/streaks",
            "postgres://ada:5/cret@db.test/streaks",
            "postgres://ada:5#cret@db.test/streaks",
            "postgresql://ada:s3 cret/@db.test/streaks",
            "postgres:///streaks?password=s3@cret",
        ] {
            assert_eq!(shown(url), "postgres://…", "{url}");
        }
        for url in ["host=db.test user=ada password=s3cret", "ada:s3cret@db.test", "", "s3cret"] {
            assert_eq!(shown(url), "in database.url", "{url}");
        }
    }
}
