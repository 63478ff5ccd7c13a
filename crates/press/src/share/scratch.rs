//! A folder for what is made before the site is written, gone when nobody needs it any more.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder. It is made when something is put there: most builds cut no new picture.
#[derive(Debug)]
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// A hidden folder beside the site's.
    pub fn beside(out: &Path) -> Self {
        let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        Self(out.with_file_name(format!(".{name}.share-{}", std::process::id())))
    }

    /// Puts a file there, and says where it is.
    ///
    /// # Errors
    /// What the system says, and of which file.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, (PathBuf, io::Error)> {
        let path = self.0.join(name);
        let written = fs::create_dir_all(&self.0).and_then(|()| fs::write(&path, bytes));
        match written {
            Ok(()) => Ok(path),
            Err(error) => Err((path, error)),
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Not there: nothing was cut. That it cannot be cleared away is no reason to fail.
        drop(fs::remove_dir_all(&self.0));
    }
}
