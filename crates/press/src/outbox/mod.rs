//! How what was made comes to lie in the site's folder: whole, or not at all.
//!
//! Beside the site's folder `SITE` lies `.SITE.press`, which no host serves: the lock, the ledger
//! of what was built from what, and whatever is under way. A first build writes the whole site
//! beside the one that serves and exchanges the two in one step. A later one writes what changed
//! beside it; once all of that is on the disk a journal says so, and from then on the change will
//! happen: each file is put in its place by a rename, in an order in which nothing that can be
//! reached leads to what is not there yet. Whoever finds a journal finishes it; what was begun
//! without one is thrown away.

mod apply;
mod clash;
mod draft;
mod exchange;
mod journal;
mod lock;
mod rank;
mod stamp;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use draft::{Done, Draft};
pub use rank::Rank;
pub use stamp::Stamp;

use crate::site::{Content, SiteError, replaceable};
use journal::Journal;
use lock::Lock;

/// The press's folder beside a site's, held by one build or publish at a time.
#[derive(Debug)]
pub struct Outbox {
    out: PathBuf,
    desk: PathBuf,
    _lock: Lock,
}

impl Outbox {
    /// Takes the folder for the site at `out`, and finishes or undoes what an earlier build had to
    /// leave.
    ///
    /// # Errors
    /// Where another build or publish holds it, `out` holds what is no site of ours, or a file cannot be
    /// written.
    pub fn open(out: &Path) -> Result<Self, SiteError> {
        let wrong = |path: &Path| {
            let path = path.to_owned();
            move |error| SiteError::File(path, error)
        };
        let out = std::path::absolute(out).map_err(wrong(out))?;
        let desk = beside(&out);
        fs::create_dir_all(&desk).map_err(wrong(&desk))?;
        let lock = Lock::take(&desk)?;
        let outbox = Self { out, desk, _lock: lock };
        outbox.recover()?;
        if !replaceable(&outbox.out) {
            return Err(SiteError::Foreign(outbox.out.clone()));
        }
        Ok(outbox)
    }

    /// Takes the folder for a site that is to be read as a whole: no build changes it meanwhile,
    /// and what an earlier one had to leave is finished first. None where no build of ours was here,
    /// and where we may only read and nothing is left to be finished.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn hold(site: &Path) -> Result<Option<Self>, SiteError> {
        let out =
            std::path::absolute(site).map_err(|error| SiteError::File(site.to_owned(), error))?;
        let desk = beside(&out);
        if !desk.is_dir() {
            return Ok(None);
        }
        match Self::open(&out) {
            Err(SiteError::File(_, error)) if only_read(&error) && !Journal::is_in(&desk) => {
                Ok(None)
            }
            held => held.map(Some),
        }
    }

    /// Where the press keeps what it knows.
    #[must_use]
    pub fn desk(&self) -> &Path {
        &self.desk
    }

    /// The site's folder.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// Which folder the site is just now.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        Stamp::of(&self.out)
    }

    /// Whether the site has this very file.
    fn holds(&self, name: &str, content: &Content) -> bool {
        match content {
            Content::Bytes(bytes) => fs::read(self.out.join(name)).is_ok_and(|is| is == *bytes),
            // It would be read as a whole for nothing: it is copied when it has been touched.
            Content::Copy(_) => false,
        }
    }

    /// Begins a site that takes the place of the whole folder.
    ///
    /// # Errors
    /// Where its folder cannot be made.
    pub fn anew(&self) -> Result<Draft<'_>, SiteError> {
        Draft::begin(self, true)
    }

    /// Begins a change of the site that is there.
    ///
    /// # Errors
    /// Where the folder of what is under way cannot be made.
    pub fn change(&self) -> Result<Draft<'_>, SiteError> {
        Draft::begin(self, false)
    }

    fn ledger(&self) -> PathBuf {
        self.desk.join("ledger")
    }

    fn next_ledger(&self) -> PathBuf {
        self.desk.join("ledger.next")
    }

    /// Files of a change before they are in their places.
    fn staged(&self) -> PathBuf {
        self.desk.join("staged")
    }

    /// The whole site while it is written. Beside `out` and not within the desk: what was the site
    /// until now lies here for a moment, and is still being read.
    fn beside(&self) -> PathBuf {
        self.desk.join("site")
    }

    /// Does what a journal promises.
    fn carry_out(&self, journal: &Journal) -> Result<(), SiteError> {
        match journal {
            Journal::Change(steps) => apply::apply(&self.out, &self.staged(), steps)?,
            Journal::Anew(stamp) => exchange::exchange(&self.out, &self.beside(), *stamp)?,
        }
        let wrong = |path: PathBuf| move |error| SiteError::File(path, error);
        if self.next_ledger().exists() {
            fs::rename(self.next_ledger(), self.ledger()).map_err(wrong(self.ledger()))?;
        }
        lock::settle_on_disk(&self.desk);
        Journal::drop_from(&self.desk)?;
        self.clear();
        Ok(())
    }

    fn recover(&self) -> Result<(), SiteError> {
        match Journal::find(&self.desk)? {
            Some(journal) => self.carry_out(&journal),
            None => {
                self.clear();
                Ok(())
            }
        }
    }

    /// Throws away what is not promised by a journal.
    fn clear(&self) {
        // What is not there, or stays for a while, is in nobody's way.
        drop(fs::remove_dir_all(self.staged()));
        drop(fs::remove_dir_all(self.beside()));
        drop(fs::remove_dir_all(exchange::aside(&self.beside())));
        drop(fs::remove_file(self.next_ledger()));
    }
}

fn only_read(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// Where the press's folder for this site is.
fn beside(out: &Path) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.press"))
}

impl Drop for Outbox {
    /// A build that fails leaves nothing behind; what a journal promises stays.
    fn drop(&mut self) {
        if let Ok(None) = Journal::find(&self.desk) {
            self.clear();
        }
    }
}

#[cfg(test)]
mod tests;
