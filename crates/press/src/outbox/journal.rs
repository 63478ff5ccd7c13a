use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Stamp, lock};
use crate::site::SiteError;

/// What will happen, whatever happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Journal {
    /// These steps, in their order.
    Change(Vec<Step>),
    /// The folder with this stamp becomes the site.
    Anew(Stamp),
}

/// A file of the site: its name from the site's root on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// The staged file of this number comes here.
    Put(u32, String),
    /// It goes.
    Remove(String),
}

impl Journal {
    /// Writes it. From here on it holds.
    pub fn write(&self, desk: &Path) -> Result<(), SiteError> {
        let (path, draft) = (place(desk), desk.join("journal.next"));
        let wrong = |error| SiteError::File(path.clone(), error);
        let bytes =
            postcard::to_stdvec(self).map_err(|error| wrong(std::io::Error::other(error)))?;
        // What it promises is on the disk before it is.
        lock::settle_on_disk(desk);
        fs::write(&draft, bytes).map_err(wrong)?;
        lock::settle_on_disk(desk);
        fs::rename(&draft, &path).map_err(wrong)?;
        lock::settle_on_disk(desk);
        Ok(())
    }

    /// The journal of a build that had to leave.
    pub fn find(desk: &Path) -> Result<Option<Self>, SiteError> {
        let path = place(desk);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(SiteError::File(path, error)),
        };
        match postcard::from_bytes(&bytes) {
            Ok(journal) => Ok(Some(journal)),
            Err(error) => Err(SiteError::File(path, std::io::Error::other(error))),
        }
    }

    /// Whether there is one, whatever it says.
    pub fn is_in(desk: &Path) -> bool {
        place(desk).exists()
    }

    /// It has been carried out.
    pub fn drop_from(desk: &Path) -> Result<(), SiteError> {
        let path = place(desk);
        fs::remove_file(&path).map_err(|error| SiteError::File(path, error))
    }
}

fn place(desk: &Path) -> PathBuf {
    desk.join("journal")
}
