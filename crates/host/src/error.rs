//! Why a server does not start.

use std::{fmt, io, path::PathBuf};

/// Why a server does not start.
#[derive(Debug)]
pub enum HostError {
    /// Another program listens on the port.
    Taken {
        /// The port that was asked for.
        port: u16,
    },
    /// The folder to serve is not there.
    Root {
        /// The folder that was asked for.
        root: PathBuf,
    },
    /// The path that the site should live under is not one.
    Base {
        /// What was given.
        base: String,
    },
    /// No certificate can be made.
    #[cfg(feature = "secure")]
    Certificate {
        /// What was said.
        source: io::Error,
    },
    /// The system does not let us listen.
    Listen {
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { port } => {
                write!(f, "port {port} is taken: end the program that uses it, or choose another")
            }
            Self::Root { root } => {
                write!(f, "{}: no such folder, so there is nothing to serve", root.display())
            }
            Self::Base { base } => {
                write!(f, "base {base:?}: expected \"/\" or a path such as \"/bao/\"")
            }
            #[cfg(feature = "secure")]
            Self::Certificate { source } => write!(f, "cannot make a certificate: {source}"),
            Self::Listen { source } => write!(f, "cannot listen on 127.0.0.1: {source}"),
        }
    }
}

impl std::error::Error for HostError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { source } => Some(source),
            #[cfg(feature = "secure")]
            Self::Certificate { source } => Some(source),
            _ => None,
        }
    }
}
