use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::site::SiteError;

/// One build or publish at a time: the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// Takes it.
    ///
    /// # Errors
    /// Where another one has it.
    pub fn take(desk: &Path) -> Result<Self, SiteError> {
        let path = desk.join("lock");
        let wrong = |error| SiteError::File(path.clone(), error);
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).open(&path).map_err(wrong)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(SiteError::Busy(desk.to_owned())),
            Err(TryLockError::Error(error)) => Err(wrong(error)),
        }
    }
}

impl Drop for Lock {
    /// A program that was started meanwhile, and is not quite another one yet, would hold it on.
    fn drop(&mut self) {
        let _ended = self.0.unlock();
    }
}

/// Waits until everything written so far on the disk of this folder will survive a loss of power.
/// Where the system has no such call the order of writes is in its hands.
pub(super) fn settle_on_disk(folder: &Path) {
    #[cfg(target_os = "linux")]
    if let Ok(folder) = File::open(folder) {
        // Fails on file systems that promise nothing.
        let _unknown = rustix::fs::syncfs(&folder);
    }
    #[cfg(not(target_os = "linux"))]
    if let Ok(folder) = File::open(folder) {
        let _unknown = folder.sync_all();
    }
}
