//! Where things lie in the repository.

use std::path::{Path, PathBuf};

/// The repository and what is built in it.
#[derive(Debug, Clone)]
pub struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The repository that this program was built from.
    pub fn here() -> Self {
        let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: crate_folder.parent().unwrap_or(crate_folder).to_owned() }
    }

    /// The repository's own folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder in it.
    pub fn join(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Everything that is built.
    pub fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// Cargo's folder for the browser's build: apart from the native one, so that neither waits
    /// for the other's lock.
    pub fn browser_target(&self) -> PathBuf {
        self.target().join("browser")
    }

    /// The demo paper.
    pub fn demo(&self) -> PathBuf {
        self.root.join("content")
    }

    /// The style sheets, as written.
    pub fn style(&self) -> PathBuf {
        self.root.join("style")
    }

    /// Files that go into the app as they are.
    pub fn public(&self) -> PathBuf {
        self.root.join("public")
    }
}
