//! The browser's driver: one process for all tests that run at a time, ended after the last.

use std::{
    process::{Child, Command, Stdio},
    sync::{Arc, Weak},
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Mutex, OwnedSemaphorePermit, Semaphore},
    time::{Instant, sleep},
};

use crate::Outcome;

/// How many browsers run at a time.
const BROWSERS: usize = 2;

static RUNNING: Mutex<Weak<Process>> = Mutex::const_new(Weak::new());
static PLACES: std::sync::LazyLock<Arc<Semaphore>> =
    std::sync::LazyLock::new(|| Arc::new(Semaphore::new(BROWSERS)));

/// A place for one browser.
#[derive(Debug)]
pub struct Place {
    process: Arc<Process>,
    _permit: OwnedSemaphorePermit,
}

impl Place {
    /// Waits for a place, and starts the driver where it does not run.
    ///
    /// # Errors
    /// When there is no driver.
    pub async fn take() -> Outcome<Self> {
        let permit = Arc::clone(&PLACES).acquire_owned().await?;
        let mut running = RUNNING.lock().await;
        let process = match running.upgrade() {
            Some(process) => process,
            None => {
                let process = Arc::new(Process::start().await?);
                *running = Arc::downgrade(&process);
                process
            }
        };
        Ok(Self { process, _permit: permit })
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.process.port)
    }
}

#[derive(Debug)]
struct Process {
    port: u16,
    child: Child,
}

impl Process {
    async fn start() -> Outcome<Self> {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let name = std::env::var_os("TRANGNHAT_CHROMEDRIVER").unwrap_or("chromedriver".into());
        let child = Command::new(&name)
            .args([format!("--port={port}"), "--log-level=SEVERE".into()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                let name = name.to_string_lossy();
                format!("{name}: {error}; run `cargo xtask test`, which brings the driver")
            })?;
        let process = Self { port, child };
        let given_up = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if Instant::now() > given_up {
                return Err("chromedriver does not answer after 20 seconds".into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(process)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}
