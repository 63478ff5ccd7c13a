//! What can go wrong, and what whoever reads it can do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A reason why a command stops.
#[derive(Debug)]
pub enum Fail {
    /// The command line was not understood.
    Usage(String),
    /// A program ran and said no; its own words stand above on the screen.
    Step {
        /// What it was to do.
        doing: String,
        /// The command, as one could type it.
        command: String,
        /// How it ended.
        ended: String,
    },
    /// A program could not be started at all.
    Start {
        /// The program.
        program: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// Something must be installed by hand.
    Missing {
        /// What is missing, and what it is for.
        what: String,
        /// What to type.
        command: String,
    },
    /// A file or folder could not be read or written.
    File {
        /// What was tried.
        doing: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Something is not as it must be.
    Wrong(String),
}

impl Fail {
    /// For `map_err` on what touches files.
    pub fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { doing, path, source }
    }
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}; `cargo xtask help` lists what there is"),
            Self::Step { doing, command, ended } => write!(f, "{doing}: `{command}` {ended}"),
            Self::Start { program, source } => {
                write!(f, "`{program}` could not be started: {source}")
            }
            Self::Missing { what, command } => write!(f, "{what}. By hand: {command}"),
            Self::File { doing, path, source } => {
                write!(f, "could not {doing} {}: {source}", path.display())
            }
            Self::Wrong(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Fail {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Start { source, .. } | Self::File { source, .. } => Some(source),
            Self::Usage(_) | Self::Step { .. } | Self::Missing { .. } | Self::Wrong(_) => None,
        }
    }
}
