use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Which folder it is, whatever it is called: a ledger speaks of one, and of no other that has been
/// put in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    device: u64,
    file: u64,
}

impl Stamp {
    /// Of a folder that is there.
    #[must_use]
    pub fn of(folder: &Path) -> Option<Self> {
        let about = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Some(Self { device: about.dev(), file: about.ino() })
        }
        #[cfg(not(unix))]
        {
            let born = about.created().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            Some(Self { device: born.as_secs(), file: u64::from(born.subsec_nanos()) })
        }
    }
}
