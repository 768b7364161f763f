//! A real mail server for tests: Exim, which keeps what it gets in files.

use anyhow::Context;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

use crate::{TIME_LIMIT, folder};

/// A mail server that takes mail for everybody, except that nobody is called `gone`, and `busy` has no time.
pub struct MailServer {
    _exim: Child,
    mail: PathBuf,
    pub port: u16,
}

impl MailServer {
    pub async fn start() -> anyhow::Result<MailServer> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        MailServer::start_at(port).await
    }

    /// At a port of one's choice.
    pub async fn start_at(port: u16) -> anyhow::Result<MailServer> {
        let place = folder("mail");
        // Exim lets go of its rights, and has to write here all the same.
        let writable = |path: &Path| {
            std::fs::create_dir_all(path)?;
            std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o777))
        };
        let mail = place.join("mail");
        for path in [&place, &mail, &place.join("spool")] {
            writable(path)?;
        }
        let config = place.join("exim.conf");
        std::fs::write(&config, configuration(&place))?;
        let mut exim = Command::new("/usr/sbin/exim4");
        exim.args(["-bdf", "-C"]).arg(&config).args(["-oX", &format!("127.0.0.1.{port}")]);
        exim.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
        let exim = exim.spawn().context("Exim does not start; scripts/test installs it")?;
        let is_up = async {
            while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(TIME_LIMIT, is_up).await.context("Exim does not listen")?;
        Ok(MailServer { _exim: exim, mail, port })
    }

    /// All mail so far, as it arrived, with its headers on one line each.
    pub fn mails(&self) -> anyhow::Result<Vec<String>> {
        let arrived = self.mail.join("new");
        if !arrived.exists() {
            return Ok(vec![]);
        }
        let mut paths: Vec<PathBuf> = std::fs::read_dir(arrived)?
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<_>>()?;
        paths.sort();
        let read = |path: &PathBuf| anyhow::Ok(unfolded(&std::fs::read_to_string(path)?));
        paths.iter().map(read).collect()
    }

    /// Waits for a mail that has this in it.
    pub async fn arrives(&self, words: &str) -> anyhow::Result<String> {
        let come = async {
            loop {
                if let Some(mail) = self.mails()?.into_iter().find(|mail| mail.contains(words)) {
                    return anyhow::Ok(mail);
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(TIME_LIMIT, come)
            .await
            .with_context(|| format!("no mail with {words}"))?
    }
}

/// Undoes the folding of headers, and what keeps lines of text short.
fn unfolded(mail: &str) -> String {
    mail.replace("\r\n", "\n")
        .replace("=\n", "")
        .replace("=3D", "=")
        .replace("\n ", " ")
        .replace("\n\t", " ")
}

fn configuration(place: &Path) -> String {
    let place = place.display();
    format!(
        "spool_directory = {place}/spool
log_file_path = {place}/%slog
pid_file_path = {place}/exim.pid
primary_hostname = mail.test
local_interfaces = 127.0.0.1
deliver_drop_privilege = true
acl_smtp_rcpt = recipients
acl_smtp_data = accept
keep_environment =
smtp_accept_max = 100
begin acl
recipients:
  deny message = 5.1.1 nobody is called so
       condition = ${{if eq{{$local_part}}{{gone}}}}
  defer message = 4.2.1 no time
       condition = ${{if eq{{$local_part}}{{busy}}}}
  accept
begin routers
everybody:
  driver = accept
  transport = files
begin transports
files:
  driver = appendfile
  directory = {place}/mail
  maildir_format
  create_directory
begin retry
* * F,1h,1s
"
    )
}
