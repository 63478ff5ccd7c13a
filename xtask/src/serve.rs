//! Serves the paper while somebody works on it.
//!
//! The press serves, and watches content, style and the app's folder by itself. Here it is the
//! sources that are watched: the app's are built into the folder that the press watches, and the
//! press's own make a new press.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::app::{self, Profile};
use crate::args;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::port;
use crate::press::{self, Parts};
use crate::process::Started;
use crate::say;
use crate::watch::Watch;

/// How often to look for changes.
const PACE: Duration = Duration::from_millis(250);

/// What the press is built from, beside what the app is built from too.
const PRESS: &[&str] =
    &["crates/press/src", "crates/press/Cargo.toml", "crates/host/src", "crates/host/Cargo.toml"];

/// Serves until Ctrl-C.
pub fn run(repo: &Repo, options: &args::Serve) -> Result<(), Fail> {
    let content = press::absolute(options.content.as_deref(), repo.demo())?;
    if !content.is_dir() {
        return Err(Fail::Wrong(format!("there is no folder {}", content.display())));
    }
    let mut watch = Watch::new(sources(repo))?;
    let app = app::build(repo, Profile::Dev)?;
    let press = say::timed("building the press", || press::binary(repo))?;
    let parts = Parts { press: &press, app: &app };
    let port = port::free_from(options.port)?;
    let mut built = written(&press);
    let mut serving = start(repo, &parts, &content, port)?;
    loop {
        thread::sleep(PACE);
        if let Some(status) = serving.poll()? {
            return Err(Fail::Wrong(format!("the press ended by itself ({status})")));
        }
        if !watch.changed()? {
            continue;
        }
        if let Err(fail) = rebuild(repo) {
            say::failure(&fail);
            say::notice("what was built last is still served");
        }
        if written(&press) != built {
            built = written(&press);
            drop(serving);
            serving = start(repo, &parts, &content, port)?;
        }
    }
}

fn sources(repo: &Repo) -> Vec<PathBuf> {
    let mut paths = app::inputs(repo, Profile::Dev).paths().to_vec();
    paths.extend(PRESS.iter().map(|path| repo.join(path)));
    paths
}

fn rebuild(repo: &Repo) -> Result<(), Fail> {
    app::build(repo, Profile::Dev)?;
    press::binary(repo)?;
    Ok(())
}

fn start(repo: &Repo, parts: &Parts<'_>, content: &Path, port: u16) -> Result<Started, Fail> {
    parts.at(repo, "serve", content).args(["--port", &port.to_string()]).start()
}

/// When a program was last written: cargo leaves it alone when nothing has changed.
fn written(program: &Path) -> Option<SystemTime> {
    program.metadata().and_then(|about| about.modified()).ok()
}
