//! What is in a site beside the stories themselves: pages around them, the app's files, feeds, rules
//! for hosts.

mod app;
pub mod feeds;
mod headers;
mod page;
mod policy;
mod releases;
mod sources;
mod style;
mod write;

use std::fmt;
use std::path::PathBuf;

pub(crate) use app::hash;
pub use app::{App, FOLDER as APP_FOLDER, First, START};
pub use headers::headers;
pub use page::Printer;
pub use releases::{RELEASES, released};
pub use sources::{Folders, Inside, Sources};
pub use write::message;
pub(crate) use write::replaceable;

/// Why a site could not be written.
#[derive(Debug)]
pub enum SiteError {
    /// A file or folder: which, and what the system said.
    File(PathBuf, std::io::Error),
    /// A folder that should hold the reader's app does not.
    NoApp(PathBuf, &'static str),
    /// The command was built before the app was, and nobody names a folder.
    Bare,
    /// The style cannot be read.
    Style(String),
    /// The folder to write to holds something that is no site of ours.
    Foreign(PathBuf),
    /// Another build or publish holds the folder of what is under way.
    Busy(PathBuf),
}

impl std::error::Error for SiteError {}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NoApp(path, what) => write!(
                f,
                "{}: no {what} here; `cargo xtask build` makes the reader's app, \
                 and --app names the folder it is in",
                path.display()
            ),
            Self::Bare => f.write_str(
                "this press was built without the reader's app: `cargo xtask build`, and then \
                 `cargo install --path crates/press`, make one that has it; or --app names a \
                 folder that holds the app",
            ),
            Self::Style(what) => write!(f, "style: {what}"),
            Self::Foreign(path) => write!(
                f,
                "{}: the folder holds files that are not a site made by press; \
                 name another with --out, or empty it first",
                path.display()
            ),
            Self::Busy(path) => write!(
                f,
                "{}: another build or publish of this site is under way; wait for its end",
                path.display()
            ),
        }
    }
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of this file.
    Copy(PathBuf),
}
