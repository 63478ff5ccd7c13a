//! A stamp says from what something was built, so that nothing is built twice from the same.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::fail::Fail;

/// What a build reads: files and folders, and whatever else decides about its outcome.
pub struct Inputs {
    paths: Vec<PathBuf>,
    words: Vec<String>,
}

impl Inputs {
    /// From files and folders; one that does not exist is one more fact.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        Self { paths: paths.into_iter().collect(), words: Vec::new() }
    }

    /// Adds something that decides, such as the version of a tool.
    pub fn and(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    /// The files and folders.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// The stamp of what is there now: by contents, so that a checkout changes nothing.
    pub fn stamp(&self) -> Result<Stamp, Fail> {
        let mut hasher = DefaultHasher::new();
        self.words.hash(&mut hasher);
        for path in &self.paths {
            for file in files_below(path)? {
                file.strip_prefix(path).unwrap_or(&file).hash(&mut hasher);
                fs::read(&file).map_err(Fail::file("read", &file))?.hash(&mut hasher);
            }
        }
        Ok(Stamp(format!("{:016x}", hasher.finish())))
    }
}

/// Inputs, in sixteen letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp(String);

impl Stamp {
    /// Whether this is what was kept last.
    pub fn is_kept_in(&self, file: &Path) -> bool {
        fs::read_to_string(file).is_ok_and(|kept| kept == self.0)
    }

    /// Keeps it for the next time.
    pub fn keep_in(&self, file: &Path) -> Result<(), Fail> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Fail::file("create", folder))?;
        }
        fs::write(file, &self.0).map_err(Fail::file("write", file))
    }
}

/// Every file of a folder, in order; a file is its own only file. What is not there has none.
pub fn files_below(path: &Path) -> Result<Vec<PathBuf>, Fail> {
    let mut found = Vec::new();
    gather(path, &mut found)?;
    found.sort();
    Ok(found)
}

fn gather(path: &Path, found: &mut Vec<PathBuf>) -> Result<(), Fail> {
    if path.is_file() {
        found.push(path.to_owned());
        return Ok(());
    }
    if !path.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(Fail::file("list", path))? {
        let entry = entry.map_err(Fail::file("list", path))?;
        if !hidden(&entry.file_name().to_string_lossy()) {
            gather(&entry.path(), found)?;
        }
    }
    Ok(())
}

/// Files that editors and systems leave behind; none of them is ever an input.
pub fn hidden(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(folder: &Path, word: &str) -> Stamp {
        Inputs::new([folder.to_owned()]).and(word).stamp().expect("a stamp")
    }

    #[test]
    fn a_stamp_changes_with_what_was_read_and_with_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.rs");
        fs::write(&file, "one").expect("written");
        let first = stamp(folder.path(), "x");
        fs::write(&file, "one").expect("written again");
        fs::write(folder.path().join(".a.rs.swp"), "editor").expect("written");
        assert_eq!(stamp(folder.path(), "x"), first);
        assert_ne!(stamp(folder.path(), "y"), first);
        fs::write(&file, "two").expect("changed");
        assert_ne!(stamp(folder.path(), "x"), first);
        fs::write(&file, "one").expect("changed back");
        fs::rename(&file, folder.path().join("b.rs")).expect("renamed");
        assert_ne!(stamp(folder.path(), "x"), first);
    }

    #[test]
    fn a_stamp_is_known_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = folder.path().join("deep/app.stamp");
        let now = stamp(folder.path(), "x");
        assert!(!now.is_kept_in(&kept));
        now.keep_in(&kept).expect("kept");
        assert!(now.is_kept_in(&kept));
    }
}
