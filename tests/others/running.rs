//! The programs behind a browser: its driver and, where it must have one, a screen. Each browser has
//! its own: these drivers know one browser at a time, and on a screen of its own it has the focus.

use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use e2e::Outcome;
use tokio::{
    net::{TcpListener, TcpStream},
    time::{Instant, sleep},
};

use crate::engine::Engine;

/// A driver that listens. It ends when this is dropped, and then the screen.
#[derive(Debug)]
pub struct Running {
    port: u16,
    // In this order they end.
    _driver: Process,
    _screen: Option<Process>,
}

impl Running {
    /// Starts them.
    ///
    /// # Errors
    /// When one is not there, or does not answer.
    pub async fn start(engine: Engine) -> Outcome<Self> {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let name = engine.driver();
        let mut command = Command::new(&name);
        let screen = match engine {
            Engine::Firefox => {
                // Its second listener, towards the browser, is on a port that it finds free itself.
                command.args(["--host", "127.0.0.1", "--websocket-port", "0"]);
                command.args(["--log", "fatal", "--port", &port.to_string()]);
                None
            }
            Engine::WebKit => {
                command.args(["--host=127.0.0.1".to_owned(), format!("--port={port}")]);
                let (screen, display) = screen()?;
                command.env("DISPLAY", display).env("GDK_BACKEND", "x11");
                Some(screen)
            }
        };
        let driver = Process::start(&name, command.stdout(Stdio::null()))?;
        let given_up = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if Instant::now() > given_up {
                return Err(format!("{} does not answer after 20 s", name.display()).into());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(Self { port, _driver: driver, _screen: screen })
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// A screen that nobody sees, and its name.
fn screen() -> Outcome<(Process, String)> {
    let name = env::var_os("TRANGNHAT_XVFB").unwrap_or("Xvfb".into());
    let mut command = Command::new(&name);
    // It finds a free number by itself and says it.
    command.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]);
    command.stdout(Stdio::piped());
    let mut screen = Process::start(Path::new(&name), &mut command)?;
    let said = screen.0.stdout.take().ok_or("Xvfb has no voice")?;
    let mut number = String::new();
    BufReader::new(said).read_line(&mut number)?;
    if number.trim().is_empty() {
        return Err("Xvfb ended at once".into());
    }
    Ok((screen, format!(":{}", number.trim())))
}

#[derive(Debug)]
struct Process(Child);

impl Process {
    fn start(name: &Path, command: &mut Command) -> Outcome<Self> {
        let started = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = started.map_err(|error| {
            let name = name.display();
            format!("{name}: {error}; `cargo xtask test --firefox` or `--webkit` brings it")
        })?;
        Ok(Self(child))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ended = self.0.kill();
        let _reaped = self.0.wait();
    }
}
