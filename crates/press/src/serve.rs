//! Showing a newsroom its paper while it works on it: every change is built and shown at once.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use host::{HostError, Options, Server};
use notify::{RecursiveMode, Watcher};
use story::url::Base;
use tokio::signal;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::sleep;

use crate::folder::{self, ARTICLES, MEDIA};
use crate::run::{Built, RunError, Wish, build};
use crate::site::{App, Sources, message};

/// The port where none is named, and the first one tried.
const PORT: u16 = 8080;

/// How many ports are tried after it.
const PORTS: u16 = 50;

/// A program that saves writes several times; what comes within this time is one change.
const REST: Duration = Duration::from_millis(120);

/// What to show.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The newsroom's folder.
    pub content: PathBuf,
    /// The app's parts.
    pub sources: Sources,
    /// The clock, and the rest.
    pub wish: Wish,
    /// Whether the clock stands still; else each build looks at it anew.
    pub still: bool,
    /// The port, where one must be.
    pub port: Option<u16>,
}

/// Why nothing can be shown.
#[derive(Debug)]
pub enum ServeError {
    /// The server does not start.
    Host(HostError),
    /// A folder cannot be watched: which, and why.
    Watch(PathBuf, notify::Error),
    /// The system refuses what a server needs.
    System(std::io::Error),
}

impl std::error::Error for ServeError {}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(error) => error.fmt(f),
            Self::Watch(path, error) => write!(f, "{}: cannot be watched: {error}", path.display()),
            Self::System(error) => error.fmt(f),
        }
    }
}

/// Serves until Ctrl-C.
///
/// # Errors
/// Where it cannot start; what is wrong in the content is shown instead of the paper.
pub fn serve(desk: &Desk) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Runtime::new().map_err(ServeError::System)?;
    runtime.block_on(run(desk))
}

async fn run(desk: &Desk) -> Result<(), ServeError> {
    let shelf = Shelf::new().map_err(ServeError::System)?;
    let (mut watched, mut changes) = Watched::begin(desk)?;
    let root = shelf.put(desk);
    let server = start(desk, root).await?;
    println!("{}", server.url());
    loop {
        tokio::select! {
            () = ended() => break,
            change = changes.recv() => if change.is_none() { break },
        }
        sleep(REST).await;
        while changes.try_recv().is_ok() {}
        // A folder of the newsroom's may be new.
        watched.catch_up()?;
        server.set_root(shelf.put(desk));
        server.reload();
    }
    server.stop().await;
    Ok(())
}

async fn start(desk: &Desk, root: PathBuf) -> Result<Server, ServeError> {
    let first = desk.port.unwrap_or(PORT);
    for port in first..=first.saturating_add(PORTS) {
        let base = base_of(desk).as_str().to_owned();
        let options = Options { root: root.clone(), base, port: Some(port), reload: true };
        match Server::start(options).await {
            Err(HostError::Taken { .. }) if desk.port.is_none() => {}
            server => return server.map_err(ServeError::Host),
        }
    }
    Err(ServeError::Host(HostError::Taken { port: first }))
}

/// Where the paper lies on its host; the host's root while `site.json` cannot be read.
fn base_of(desk: &Desk) -> Base {
    let named = desk.wish.base_url.clone();
    let url = named.or_else(|| Some(folder::site(&desk.content, &mut Vec::new())?.base_url));
    url.map_or_else(Base::default, |url| Base::of_url(&url))
}

/// Ctrl-C, or the word of whoever started it.
async fn ended() {
    #[cfg(unix)]
    if let Ok(mut term) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = term.recv() => {}
            _ = signal::ctrl_c() => {}
        }
        return;
    }
    // Without signals there is only the end of the process itself.
    drop(signal::ctrl_c().await);
}

/// Who tells of changes.
struct Watched {
    watcher: notify::RecommendedWatcher,
    /// The newsroom's folder.
    content: PathBuf,
    /// Those of its folders that are watched.
    folders: Vec<PathBuf>,
}

impl Watched {
    /// Watches the newsroom's folder and the app's parts.
    fn begin(desk: &Desk) -> Result<(Self, UnboundedReceiver<()>), ServeError> {
        let (tell, changes) = unbounded_channel();
        let content = desk.content.clone();
        let heard = move |event: notify::Result<notify::Event>| {
            // Reading is no change, nor is what the press keeps for itself of pictures and of sites;
            // and nobody listens any more once the server ends.
            let own = |path: &PathBuf| {
                let inner = path.strip_prefix(&content).unwrap_or(path);
                inner.to_string_lossy().starts_with('.')
            };
            let counts = |event: notify::Event| {
                !event.kind.is_access() && (event.paths.is_empty() || !event.paths.iter().all(own))
            };
            if event.is_ok_and(counts) {
                let _nobody = tell.send(());
            }
        };
        let (content, folders) = (desk.content.clone(), Vec::new());
        let watcher = notify::recommended_watcher(heard)
            .map_err(|error| ServeError::Watch(content.clone(), error))?;
        let mut watched = Self { watcher, content, folders };
        watched.watch(&desk.content, RecursiveMode::NonRecursive)?;
        for path in desk.sources.folders() {
            watched.watch(path, RecursiveMode::Recursive)?;
        }
        watched.catch_up()?;
        Ok((watched, changes))
    }

    /// Watches those of the newsroom's folders that are read, as soon as they are there. A site may
    /// lie beside them, of more folders than a system lets anybody watch.
    fn catch_up(&mut self) -> Result<(), ServeError> {
        for name in std::iter::once(ARTICLES).chain(MEDIA) {
            let folder = self.content.join(name);
            if !folder.is_dir() {
                self.folders.retain(|known| *known != folder);
            } else if !self.folders.contains(&folder) {
                self.watch(&folder, RecursiveMode::Recursive)?;
                self.folders.push(folder);
            }
        }
        Ok(())
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> Result<(), ServeError> {
        let watch = self.watcher.watch(path, mode);
        watch.map_err(|error| ServeError::Watch(path.to_owned(), error))
    }
}

/// Where the site is that is built while serving; gone when it ends.
struct Shelf(PathBuf);

impl Shelf {
    fn new() -> std::io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("press-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// Brings the site up to date, and gives its folder; where it cannot be, one that tells why.
    fn put(&self, desk: &Desk) -> PathBuf {
        let out = self.0.join("site");
        // While a title is being written, its article moves with every word.
        let now = if desk.still { desk.wish.now } else { Wish::clock() };
        let wish = Wish { now, allow_moved: true, ..desk.wish.clone() };
        let built = App::read(&desk.sources)
            .map_err(RunError::Site)
            .and_then(|app| build(&desk.content, &out, &app, &wish));
        match built {
            Ok(built) => {
                built.warnings.iter().for_each(|problem| eprintln!("{problem}"));
                let Built { articles, files, written, removed, .. } = built;
                eprintln!(
                    "built: {articles} articles, {files} files, {written} written, {removed} removed"
                );
                out
            }
            Err(error) => {
                eprintln!("{error}");
                let told = self.0.join("told");
                if let Err(error) = message(&told, &error.to_string()) {
                    eprintln!("{error}");
                }
                told
            }
        }
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
