//! Notices changes of sources.
//!
//! It looks at sizes and times a few times a second rather than being told by the system: a few
//! hundred files cost nothing, and it works in containers and on network folders too.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::fail::Fail;
use crate::stamp::files_below;

type Look = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Files and folders under watch.
pub struct Watch {
    paths: Vec<PathBuf>,
    /// As it was when somebody last acted on it.
    settled: Look,
    /// As it was at the last look.
    last: Look,
}

impl Watch {
    /// Watches from now on.
    pub fn new(paths: Vec<PathBuf>) -> Result<Self, Fail> {
        let now = look(&paths)?;
        Ok(Self { paths, settled: now.clone(), last: now })
    }

    /// Whether something has changed since it last said so, and is at rest again: an editor that
    /// saves ten files makes one change of it.
    pub fn changed(&mut self) -> Result<bool, Fail> {
        let now = look(&self.paths)?;
        let at_rest = now == self.last;
        self.last = now;
        if !at_rest || self.last == self.settled {
            return Ok(false);
        }
        self.settled.clone_from(&self.last);
        Ok(true)
    }
}

fn look(paths: &[PathBuf]) -> Result<Look, Fail> {
    let mut seen = Look::new();
    for path in paths {
        for file in files_below(path)? {
            // One that is gone already will be missing at the next look.
            if let Ok(about) = file.metadata() {
                seen.insert(file, (about.len(), about.modified().ok()));
            }
        }
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_change_is_told_once_it_is_at_rest_and_only_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.rs");
        fs::write(&file, "one").expect("written");
        let mut watch = Watch::new(vec![folder.path().to_owned()]).expect("a watch");
        let mut changed = || watch.changed().expect("a look");
        assert!(!changed());
        fs::write(&file, "longer").expect("written");
        assert!(!changed(), "still moving");
        assert!(changed(), "at rest");
        assert!(!changed(), "told already");
        fs::remove_file(&file).expect("removed");
        assert!(!changed());
        assert!(changed(), "a file that is gone is a change");
    }
}
