//! Which push services are written to. The address of a browser comes from the browser: it must not make us ask whoever
//! it likes, in our own network least of all.

use reqwest::Url;

/// Hosts that are written to.
#[derive(Debug, Clone)]
pub(crate) struct Services(Vec<String>);

impl Services {
    /// Names, `*.` and a name, or origins, separated by spaces.
    pub(crate) fn named(list: &str) -> Services {
        Services(list.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether an address stands at one of them.
    pub(crate) fn know(&self, endpoint: &str) -> bool {
        let Ok(url) = Url::parse(endpoint) else { return false };
        if !url.username().is_empty() || url.password().is_some() {
            return false;
        }
        let Some(host) = url.host_str() else { return false };
        let origin = url.origin().ascii_serialization();
        let is_plain = url.scheme() == "https" && url.port().is_none();
        self.0.iter().any(|known| match known.strip_prefix("*.") {
            Some(domain) => {
                is_plain && host.strip_suffix(domain).is_some_and(|name| name.ends_with('.'))
            }
            None => *known == origin || (is_plain && known == host),
        })
    }
}

/// Who has to take a message, as its signature says: scheme, host and port.
pub(crate) fn origin(endpoint: &str) -> Option<String> {
    Url::parse(endpoint).ok().map(|url| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_sent_but_to_services_that_are_named() {
        let services = Services::named(
            "fcm.googleapis.com *.push.apple.com http://127.0.0.1:8080 updates.push.services.mozilla.com",
        );
        for known in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://web.push.apple.com/QxY",
            "https://UPDATES.push.services.mozilla.com/wpush/v2/x",
            "https://fcm.googleapis.com:443/x",
            "http://127.0.0.1:8080/sandbox/push/1",
        ] {
            assert!(services.know(known), "{known}");
        }
        for foreign in [
            "",
            "fcm.googleapis.com",
            "http://fcm.googleapis.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evil.example/fcm.googleapis.com",
            "https://evil.example\\@fcm.googleapis.com/",
            "https://fcm.googleapis.com@evil.example/x",
            "https://user@fcm.googleapis.com/x",
            "https://xfcm.googleapis.com/x",
            "https://push.apple.com/x",
            "https://evilpush.apple.com/x",
            "https://web.push.apple.com.evil.example/x",
            "http://127.0.0.1:8081/x",
            "https://127.0.0.1/x",
            "https://2130706433/x",
            "https://0x7f.1/x",
            "https://[::1]/x",
            "https://[::ffff:127.0.0.1]/x",
            "https://169.254.169.254/latest/meta-data",
            "https://localhost/x",
            "file:///etc/passwd",
            "data:text/plain,x",
            "https://fcm.googleapis.com%2eevil.example/x",
            "https://fcm。googleapis。com.evil.example/x",
        ] {
            assert!(!services.know(foreign), "{foreign}");
        }
    }
}
