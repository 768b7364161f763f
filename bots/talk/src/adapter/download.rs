//! Files from the addresses where a platform keeps them.

use engine::{FILE_BYTES_MAX, Fetched};
use reqwest::redirect::Policy;
use reqwest::{StatusCode, Url};
use std::time::Duration;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
const TIMEOUT: Duration = Duration::from_secs(10);

/// Downloads files, and goes nowhere else than it is sent.
#[derive(Clone)]
pub struct Download {
    http: reqwest::Client,
}

impl Download {
    /// # Errors
    /// What keeps this machine from asking anybody.
    pub fn new() -> Result<Download, reqwest::Error> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            // An address that is allowed must not lead to one that is not.
            .redirect(Policy::none())
            .build()?;
        Ok(Download { http })
    }

    /// What lies at an address, whose host was looked at before.
    pub async fn fetch(&self, address: Url) -> Fetched {
        self.try_fetch(address).await.unwrap_or_else(|error| {
            // The address may hold a token.
            Fetched::Later { why: error.without_url().to_string() }
        })
    }

    async fn try_fetch(&self, address: Url) -> Result<Fetched, reqwest::Error> {
        let mut response = self.http.get(address).send().await?;
        let status = response.status();
        let why = format!("status {}", status.as_u16());
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            return Ok(Fetched::Later { why });
        }
        if !status.is_success() {
            return Ok(Fetched::Refused { why });
        }
        let mut bytes: Vec<u8> = vec![];
        while let Some(piece) = response.chunk().await? {
            if bytes.len() + piece.len() > FILE_BYTES_MAX {
                return Ok(Fetched::Refused { why: "it is too large".to_owned() });
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(Fetched::Bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    /// What comes of an address at which this is said.
    async fn fetched(said: Vec<u8>) -> Fetched {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/file", listener.local_addr().unwrap());
        let answer = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut asked = [0; 1024];
            assert!(stream.read(&mut asked).await.unwrap() > 0);
            // Whoever has heard enough hangs up.
            let _ = stream.write_all(&said).await;
        };
        let download = Download::new().unwrap();
        let (fetched, ()) = tokio::join!(download.fetch(address.parse().unwrap()), answer);
        fetched
    }

    fn answer(status: &str, body: &[u8]) -> Vec<u8> {
        let head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n\r\n");
        [head.as_bytes(), body].concat()
    }

    #[tokio::test]
    async fn a_file_is_what_its_address_holds() {
        let got = fetched(answer("200 OK", b"picture")).await;
        assert!(matches!(got, Fetched::Bytes(bytes) if bytes == b"picture"));
    }

    #[tokio::test]
    async fn nobody_is_followed_to_another_address() {
        let elsewhere = "302 Found\r\nlocation: http://127.0.0.1:1/secret";
        let got = fetched(answer(elsewhere, b"")).await;
        assert!(matches!(got, Fetched::Refused { why } if why == "status 302"));
    }

    #[tokio::test]
    async fn what_is_too_large_is_not_read_to_its_end() {
        let got = fetched(answer("200 OK", &vec![0; FILE_BYTES_MAX + 1])).await;
        assert!(matches!(got, Fetched::Refused { why } if why == "it is too large"));
    }

    #[tokio::test]
    async fn what_fails_is_asked_for_again_and_what_is_gone_is_not() {
        let got = fetched(answer("503 Service Unavailable", b"")).await;
        assert!(matches!(got, Fetched::Later { .. }));
        assert!(matches!(fetched(answer("404 Not Found", b"")).await, Fetched::Refused { .. }));
    }
}
