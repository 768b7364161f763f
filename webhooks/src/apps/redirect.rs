//! Addresses to which people are sent back with a code.

/// Characters of an address.
const LENGTH_MAX: usize = 500;

/// Whether people may be sent to an address at all: over https, to a program on their own machine, or by a name that its
/// program has for itself (RFC 8252, 7).
pub(crate) fn is_sound(address: &str) -> bool {
    let is_plain =
        |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'\\' | b'"' | b'<' | b'>');
    if address.len() > LENGTH_MAX || !address.bytes().all(is_plain) {
        return false;
    }
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    match scheme {
        "https" => host(rest).is_some_and(|host| !host.is_empty()),
        "http" => host(rest).is_some_and(is_loopback),
        // A name of one's own has a dot, as a domain in reverse.
        _ => {
            let is_letter =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.';
            scheme.contains('.') && scheme.bytes().all(is_letter)
        }
    }
}

/// The host of what follows a scheme, with its port; none where somebody hides one behind another.
fn host(rest: &str) -> Option<&str> {
    let host = rest.strip_prefix("//")?.split(['/', '?']).next()?;
    (!host.contains('@')).then_some(host)
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "[::1]" | "localhost")
}

/// Whether an address is one of an app's. A program on somebody's machine takes whatever port is free.
pub(crate) fn is_known(address: &str, known: &[String]) -> bool {
    known.iter().any(|known| {
        known == address
            || without_port(known)
                .is_some_and(|known| without_port(address).is_some_and(|address| address == known))
    })
}

fn without_port(address: &str) -> Option<(&str, &str)> {
    let rest = address.strip_prefix("http:")?;
    let host = host(rest).filter(|host| is_loopback(host))?;
    let name = host
        .rsplit_once(':')
        .filter(|(_, port)| !port.ends_with(']'))
        .map_or(host, |(name, _)| name);
    Some((name, rest.strip_prefix("//")?.strip_prefix(host)?))
}

/// What forms may lead to, for the policy of the page that sends somebody there.
pub(crate) fn origin(address: &str) -> String {
    match address.split_once(':') {
        Some((scheme @ ("https" | "http"), rest)) => {
            format!("{scheme}://{}", host(rest).unwrap_or_default())
        }
        Some((scheme, _)) => format!("{scheme}:"),
        None => String::new(),
    }
}

/// The address with what is handed over.
pub(crate) fn with(address: &str, values: &[(&str, &str)]) -> String {
    let query = crate::query::written(values.iter().copied());
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{query}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_sent_only_where_they_cannot_be_overheard() {
        for sound in [
            "https://app.example/back",
            "https://app.example:8443/back?x=1",
            "http://127.0.0.1/back",
            "http://localhost:5000/back",
            "http://[::1]:5000/back",
            "org.example.app:/back",
        ] {
            assert!(is_sound(sound), "{sound}");
        }
        for unsound in [
            "http://app.example/back",
            "http://localhost.evil.example/",
            "http://localhost@evil.example/",
            "https://good.example@evil.example/",
            "https:///nowhere",
            "https:evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "app:/back",
            "https://app.example/#fragment",
            "https://app.example/\r\nx",
            "//evil.example",
            "",
        ] {
            assert!(!is_sound(unsound), "{unsound}");
        }
    }

    #[test]
    fn an_address_is_known_to_the_letter_but_for_the_port_of_ones_own_machine() {
        let known = ["https://app.example/back".to_owned(), "http://127.0.0.1/back".to_owned()];
        for good in
            ["https://app.example/back", "http://127.0.0.1/back", "http://127.0.0.1:49152/back"]
        {
            assert!(is_known(good, &known), "{good}");
        }
        for bad in [
            "https://app.example/back/",
            "https://app.example/back?x",
            "https://app.example:8443/back",
            "http://127.0.0.1:49152/other",
            "http://localhost:49152/back",
            "https://127.0.0.1/back",
        ] {
            assert!(!is_known(bad, &known), "{bad}");
        }
    }
}
