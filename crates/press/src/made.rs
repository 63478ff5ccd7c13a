//! Files that a build makes before it writes the site, on all cores: where each lies until then, and
//! what went wrong first.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::site::SiteError;

/// The files, by their names in the site.
#[derive(Debug, Default)]
pub struct Made {
    files: Mutex<HashMap<String, PathBuf>>,
    failed: Mutex<Option<SiteError>>,
}

impl Made {
    /// Notes where the file of this name lies.
    pub fn note(&self, name: &str, path: PathBuf) {
        // A thread that panicked has left nothing half done here.
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), path);
    }

    /// Where the file of this name lies, if it was made in this build.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Notes that a file could not be written.
    pub fn fail(&self, path: PathBuf, error: io::Error) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.get_or_insert(SiteError::File(path, error));
    }

    /// What kept a file from being written, if anything did.
    ///
    /// # Errors
    /// The first such thing.
    pub fn finish(&self) -> Result<(), SiteError> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }
}
