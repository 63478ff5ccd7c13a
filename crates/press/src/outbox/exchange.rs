use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Stamp;
use crate::site::SiteError;

/// Puts the folder with this stamp, which was written at `beside`, in the place of the site.
/// Nothing is left to do where it is there already.
pub(super) fn exchange(out: &Path, beside: &Path, stamp: Stamp) -> Result<(), SiteError> {
    let wrong = |error| SiteError::File(out.to_owned(), error);
    if Stamp::of(out) == Some(stamp) {
        return Ok(());
    }
    if let Some(parent) = out.parent() {
        fs::create_dir_all(parent).map_err(wrong)?;
    }
    if !out.exists() {
        return fs::rename(beside, out).map_err(wrong);
    }
    swap(out, beside).map_err(wrong)
}

/// Both folders at once, where the system can.
fn swap(out: &Path, beside: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, beside, CWD, out, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            // Some network file systems cannot.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
            Err(error) => return Err(error.into()),
        }
    }
    // Between these two there is no site for the blink of an eye; the journal sees to it that there
    // is one again even if it ends here.
    let aside = aside(beside);
    // It may have ended here before, with nothing left to do but this.
    if aside.exists() {
        fs::remove_dir_all(&aside)?;
    }
    fs::rename(out, &aside)?;
    fs::rename(beside, out)?;
    fs::remove_dir_all(aside)
}

/// Where the site that was lies for a moment, where folders cannot be exchanged in one step.
pub(super) fn aside(beside: &Path) -> PathBuf {
    beside.with_file_name("site.old")
}
