use std::fs::{self, Metadata};
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use story::check::Problem;

/// What the system says of a file, without opening it: as long as that is the same, so is what is
/// in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stat {
    /// In bytes.
    pub size: u64,
    /// When it was last written, in ns since 1970.
    modified: i64,
    /// When anything of it was last changed, its name included, in ns since 1970; 0 where the
    /// system does not say. No program can set it back.
    changed: i64,
}

impl Stat {
    /// From what the system says.
    #[must_use]
    pub fn of(about: &Metadata) -> Self {
        let since = |time: std::time::SystemTime| {
            let since = time.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
        };
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt;
            about.ctime().saturating_mul(1_000_000_000).saturating_add(about.ctime_nsec())
        };
        #[cfg(not(unix))]
        let changed = 0;
        Self {
            size: about.len(),
            modified: about.modified().map(since).unwrap_or_default(),
            changed,
        }
    }

    /// The same, to be compared with later; nothing that any file will have, where it was written so
    /// shortly before `begun` (ns since 1970) that another write could have left the same times:
    /// clocks of file systems tick in milliseconds.
    #[must_use]
    pub fn unless_fresh(self, begun: i64) -> Self {
        const TICK: i64 = 50_000_000;
        let fresh = self.modified.max(self.changed) >= begun - TICK;
        if fresh { Self { size: u64::MAX, ..Self::default() } } else { self }
    }
}

/// A file of the newsroom's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// From the folder's root on, with forward slashes.
    pub name: String,
    /// What the system says of it.
    pub stat: Stat,
}

/// Every file below a folder of the root, in the order of their names, and what cannot be one of the
/// site's: links, which could lead anywhere, and names that are no text. Hidden files are left out.
#[must_use]
pub fn scan(root: &Path, folder: &str) -> (Vec<Found>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut open = vec![folder.to_owned()];
    let mut refuse = |file: &str, expected: &str, what: &str| {
        problems.push(Problem::error(file, "$", expected, what));
    };
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        let mut files = Vec::new();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let name = format!("{folder}/{}", name.to_string_lossy());
                refuse(&name, "a file's name in UTF-8", "other bytes");
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{folder}/{name}");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(path),
                Ok(kind) if kind.is_symlink() => {
                    refuse(&path, "a file or a folder", "a link; put the file itself here");
                }
                _ => files.push((path, entry)),
            }
        }
        // What the system says of each takes most of the time of a build that has little to do. One
        // that went while the folder was read is not there.
        found.par_extend(files.into_par_iter().filter_map(|(name, entry)| {
            let stat = Stat::of(&entry.metadata().ok()?);
            Some(Found { name, stat })
        }));
    }
    found.par_sort_unstable_by(|a, b| a.name.cmp(&b.name));
    (found, problems)
}
