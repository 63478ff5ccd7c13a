//! A server, from its start to its end.

use std::{
    io,
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
};

use tokio::{sync::broadcast, task::JoinHandle};

#[cfg(feature = "secure")]
use crate::secure::Secure;
use crate::{
    Faults, HostError, Log,
    answer::{Site, router},
    connection::{Desk, listen, take},
    pack::Effort,
};

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site's folder.
    pub root: PathBuf,
    /// The path that the site lives under: `/`, or `/bao/`.
    pub base: String,
    /// The port; any free one where none is named.
    pub port: Option<u16>,
    /// Whether the site is being worked on: browsers always ask again, and pages listen for
    /// [`Server::reload`].
    pub reload: bool,
}

/// A server on `127.0.0.1`, which ends when it is dropped.
///
/// ```no_run
/// # async fn example() -> Result<(), host::HostError> {
/// use host::{Options, Server};
/// let options = Options { root: "dist".into(), base: "/".into(), port: None, reload: false };
/// let server = Server::start(options).await?;
/// println!("{}", server.url());
/// server.stop().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Server {
    port: u16,
    site: Arc<Site>,
    desk: Arc<Desk>,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts serving; needs a tokio runtime.
    ///
    /// # Errors
    /// When the folder is not there, the base is not a path, or the port is not free.
    pub async fn start(options: Options) -> Result<Self, HostError> {
        Self::open(options, Effort::Quick, |_| {}).await
    }

    /// Starts serving over TLS, with HTTP/2 for clients that know it. The certificate is made at
    /// each start and nobody's: see [`Server::key`]. Its files are packed as small as they get, so
    /// whoever measures asks for each once beforehand.
    ///
    /// # Errors
    /// As [`Server::start`]; and when no certificate can be made.
    #[cfg(feature = "secure")]
    pub async fn start_secure(options: Options) -> Result<Self, HostError> {
        let secure = Secure::new().map_err(|source| HostError::Certificate { source })?;
        Self::open(options, Effort::Best, |desk| desk.secure = Some(secure)).await
    }

    async fn open(
        options: Options,
        effort: Effort,
        change: impl FnOnce(&mut Desk),
    ) -> Result<Self, HostError> {
        let Options { root, base, port, reload } = options;
        if !root.is_dir() {
            return Err(HostError::Root { root });
        }
        if !base.starts_with('/') || !base.ends_with('/') || base.contains("//") {
            return Err(HostError::Base { base });
        }
        let listener = listen(port).await.map_err(|source| match (source.kind(), port) {
            (io::ErrorKind::AddrInUse, Some(port)) => HostError::Taken { port },
            _ => HostError::Listen { source },
        })?;
        let port = listener.local_addr().map_err(|source| HostError::Listen { source })?.port();
        let site = Arc::new(Site {
            root: RwLock::new(root),
            base,
            effort,
            reload: reload.then(|| broadcast::Sender::new(16)),
        });
        let mut desk = Desk {
            router: router(Arc::clone(&site)),
            faults: Faults::default(),
            log: Log::default(),
            #[cfg(feature = "secure")]
            secure: None,
        };
        change(&mut desk);
        let desk = Arc::new(desk);
        let task = tokio::spawn(take(listener, Arc::clone(&desk)));
        Ok(Self { port, site, desk, task })
    }

    /// The public key of a server that speaks TLS, in DER (`SubjectPublicKeyInfo`): browsers can be
    /// told to trust the one whose SHA-256 they are given.
    #[cfg(feature = "secure")]
    pub fn key(&self) -> Option<&[u8]> {
        self.desk.secure.as_ref().map(Secure::key)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The site's address, with the slash at its end.
    pub fn url(&self) -> String {
        format!("{}://127.0.0.1:{}{}", self.scheme(), self.port, self.site.base)
    }

    #[cfg(feature = "secure")]
    fn scheme(&self) -> &'static str {
        if self.desk.secure.is_some() { "https" } else { "http" }
    }

    #[cfg(not(feature = "secure"))]
    fn scheme(&self) -> &'static str {
        "http"
    }

    /// Serves another folder from the next request on.
    pub fn set_root(&self, root: PathBuf) {
        *self.site.root.write().unwrap_or_else(PoisonError::into_inner) = root;
    }

    /// Tells open pages to reload. Nobody hears it where `reload` was not asked for.
    pub fn reload(&self) {
        if let Some(sender) = &self.site.reload {
            // No receiver only means that no page is open.
            let _listeners = sender.send(());
        }
    }

    /// What goes wrong on purpose.
    pub fn faults(&self) -> Faults {
        self.desk.faults.clone()
    }

    /// What was asked for.
    pub fn log(&self) -> Log {
        self.desk.log.clone()
    }

    /// Ends the server and every open connection.
    pub async fn stop(mut self) {
        self.task.abort();
        // The only error is the abort itself.
        let _aborted = (&mut self.task).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
