//! A PostgreSQL of one's own, to be broken.

use anyhow::Context;
use std::path::PathBuf;
use std::process::Stdio;
use tokio::process::Command;

pub struct Postgres {
    programs: PathBuf,
    place: PathBuf,
    port: u16,
    /// Whether we have to become another user for it.
    is_root: bool,
}

impl Postgres {
    pub async fn start() -> anyhow::Result<Postgres> {
        let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")?
            .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
            .collect();
        versions.sort();
        let programs = versions.pop().context("PostgreSQL is not installed")?;
        let place = tests::folder("postgres");
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let id = Command::new("id").arg("-u").output().await?;
        let server = Postgres { programs, place, port, is_root: id.stdout == b"0\n" };
        if server.is_root {
            let owner = Command::new("chown").arg("postgres").arg(&server.place).status().await?;
            anyhow::ensure!(owner.success(), "the folder cannot be given away");
        }
        server.command("initdb", &["-U", "streaks", "-A", "trust", "-D"]).await?;
        server.up().await?;
        Ok(server)
    }

    pub fn url(&self) -> String {
        format!("postgres://streaks@127.0.0.1:{}/postgres", self.port)
    }

    async fn command(&self, program: &str, args: &[&str]) -> anyhow::Result<()> {
        let path = self.programs.join(program);
        let mut command = if self.is_root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.args(args).arg(self.place.join("data"));
        command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        anyhow::ensure!(command.status().await?.success(), "{program} {args:?} did not work");
        Ok(())
    }

    async fn up(&self) -> anyhow::Result<()> {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c max_connections=200",
            self.port,
            self.place.display()
        );
        let log = self.place.join("log").display().to_string();
        self.command("pg_ctl", &["-w", "-l", &log, "-o", &options, "start", "-D"]).await
    }

    /// As if the machine had lost its power.
    pub async fn restart(&self) -> anyhow::Result<()> {
        self.command("pg_ctl", &["-m", "immediate", "stop", "-D"]).await?;
        self.up().await
    }

    /// Cuts every connection but our own.
    pub async fn cut(&self) -> anyhow::Result<i64> {
        let pool = sqlx::PgPool::connect(&self.url()).await?;
        let cut = sqlx::query_scalar(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity
             where pid <> pg_backend_pid() and backend_type = 'client backend'",
        )
        .fetch_one(&pool)
        .await?;
        pool.close().await;
        Ok(cut)
    }

    pub async fn stop(self) -> anyhow::Result<()> {
        self.command("pg_ctl", &["-m", "immediate", "stop", "-D"]).await?;
        std::fs::remove_dir_all(&self.place)?;
        Ok(())
    }
}
