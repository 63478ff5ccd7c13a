//! Bringing a site to where readers get it: an object store that speaks as S3 does, or a folder.
//!
//! What is there already is known from a manifest that lies beside the site ([`manifest`]), never
//! guessed from a listing: an object may hold the right bytes under the wrong headers. From it and
//! from the site's folder a [`plan`] is made, which touches nothing; `send` carries it out in an
//! order in which no page or list names what is not there yet. Nothing is taken away that the manifest
//! does not name, so that a store may hold more than the site.
//!
//! A publish that breaks off leaves a good site, and the next goes on where it ended: the manifest is
//! written on the way as well, and says of each file what has really been sent.

mod book;
pub mod command;
pub mod local;
pub mod manifest;
mod mark;
pub mod plan;
mod send;
mod target;
mod told;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::outbox::Outbox;
use crate::site::SiteError;
pub use manifest::Manifest;
pub use plan::{Plan, Stage};

pub use target::{Target, TargetError};
pub use told::Told;

/// How to publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Only say what would be done.
    pub dry_run: bool,
    /// Send everything, also what is there according to the manifest.
    pub all: bool,
}

/// What was done, or with a dry run would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Files sent.
    pub sent: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files taken away.
    pub deleted: usize,
    /// Files that were there already.
    pub same: usize,
}

/// Why a site is not, or not wholly, published.
#[derive(Debug)]
pub enum PublishError {
    /// The folder is no site that the press made.
    NoSite(PathBuf),
    /// A file of the site cannot be read.
    File(PathBuf, io::Error),
    /// The site is held by a build or another publish, or cannot be made whole.
    Site(SiteError),
    /// A file of the site was changed by somebody else meanwhile.
    Changed(String),
    /// The target cannot be used.
    Target(TargetError),
    /// The target refuses: what was asked of it, and its answer.
    Store(String, object_store::Error),
    /// The manifest there is another program's, or a newer press's.
    Manifest(String),
    /// The system refuses what sending needs.
    System(io::Error),
}

impl std::error::Error for PublishError {}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite(folder) => {
                let folder = folder.display();
                write!(f, "{folder}: no site of the press is there; `press build` makes one")
            }
            Self::Site(error) => error.fmt(f),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Changed(name) => {
                write!(f, "{name} was changed while it was being published; publish again")
            }
            Self::Target(error) => error.fmt(f),
            Self::Store(what, error) => {
                write!(f, "{what}: {error}; what was sent stays, and the next publish goes on")
            }
            Self::Manifest(why) => write!(
                f,
                "{}: {why}; it is not a manifest that this press knows. Take it away, and all is sent anew",
                manifest::NAME
            ),
            Self::System(error) => error.fmt(f),
        }
    }
}

/// Publishes a site's folder. `say` is told how it gets on.
///
/// # Errors
/// See [`PublishError`]. What was sent until then stays, and the next publish goes on.
pub fn publish(
    site: &Path,
    target: &Target,
    wish: Wish,
    say: &(dyn Fn(Told<'_>) + Sync),
) -> Result<Done, PublishError> {
    // To the end: what is sent belongs together. First of all: it brings back a site that a build
    // which was killed has left half exchanged.
    let held = if wish.dry_run { Ok(None) } else { Outbox::hold(site) };
    let _held = held.map_err(PublishError::Site)?;
    if !site.join("content/site.json").is_file() {
        return Err(PublishError::NoSite(site.to_owned()));
    }
    let local = local::read(site, say)?;
    let store = target.open(site).map_err(PublishError::Target)?;
    let runtime = tokio::runtime::Runtime::new().map_err(PublishError::System)?;
    runtime.block_on(async {
        say(Told::Step("asking what is there", 0));
        let (mut book, remote) = book::Book::open(&store).await?;
        let known = if wish.all { remote.forgotten() } else { remote };
        let plan = plan::plan(&local, &known);
        let done = Done {
            sent: plan.uploads.len(),
            bytes: plan.uploads.iter().filter_map(|one| local.get(&one.name)).map(|f| f.size).sum(),
            deleted: plan.deletes.len(),
            same: local.len() - plan.uploads.len(),
        };
        if wish.dry_run {
            plan.words().for_each(|(what, name)| say(Told::Would(what, name)));
        } else {
            send::send(&store, &mut book, site, &local, known, plan, say).await?;
        }
        Ok(done)
    })
}
