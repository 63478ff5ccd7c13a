use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use super::clash;
use super::journal::{Journal, Step};
use super::{Outbox, Rank, Stamp};
use crate::site::{Content, SiteError};

/// A site, or a change of one, while it is made. Threads share it.
#[derive(Debug)]
pub struct Draft<'a> {
    outbox: &'a Outbox,
    /// The whole site rather than a change.
    anew: bool,
    folder: PathBuf,
    next: AtomicU32,
    bytes: AtomicU64,
    puts: Mutex<Vec<Put>>,
    removed: Mutex<Vec<String>>,
}

/// A file that has been written.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Put {
    /// New names come before known ones, and before pages that lead on.
    known: bool,
    rank: Rank,
    name: String,
    number: u32,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Files written.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
    /// Bytes in the files written.
    pub bytes: u64,
}

impl<'a> Draft<'a> {
    pub(super) fn begin(outbox: &'a Outbox, anew: bool) -> Result<Self, SiteError> {
        let folder = if anew { outbox.beside() } else { outbox.staged() };
        fs::create_dir_all(&folder).map_err(|error| SiteError::File(folder.clone(), error))?;
        Ok(Self {
            outbox,
            anew,
            folder,
            next: AtomicU32::new(0),
            bytes: AtomicU64::new(0),
            puts: Mutex::default(),
            removed: Mutex::default(),
        })
    }

    /// Writes a file of the site. `known` is one that the site has already; where it comes out as it
    /// was, it stays.
    ///
    /// # Errors
    /// What the system says, and of which file.
    pub fn put(
        &self,
        name: &str,
        rank: Rank,
        known: bool,
        content: &Content,
    ) -> Result<(), SiteError> {
        if known && !self.anew && self.outbox.holds(name, content) {
            return Ok(());
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let path =
            if self.anew { self.folder.join(name) } else { self.folder.join(number.to_string()) };
        let bytes = write(&path, content).map_err(|error| match content {
            // It is the newsroom's file that is missing or cannot be read, as a rule.
            Content::Copy(from) if !from.is_file() => SiteError::File(from.clone(), error),
            _ => SiteError::File(path, error),
        })?;
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        if !self.anew {
            let known = known || rank == Rank::LeadOn;
            let put = Put { known, rank, name: name.to_owned(), number };
            self.puts.lock().map_err(|_| poisoned(name))?.push(put);
        }
        Ok(())
    }

    /// A file of the site goes.
    ///
    /// # Errors
    /// Never, unless a thread that wrote has panicked.
    pub fn remove(&self, name: &str) -> Result<(), SiteError> {
        self.removed.lock().map_err(|_| poisoned(name))?.push(name.to_owned());
        Ok(())
    }

    /// Everything is written: makes it the site, and `ledger` what is known of it. Where nothing
    /// changed, only the ledger is put down.
    ///
    /// # Errors
    /// What the system says, and of which file.
    pub fn finish(self, ledger: impl FnOnce(Option<Stamp>) -> Vec<u8>) -> Result<Done, SiteError> {
        let (outbox, anew) = (self.outbox, self.anew);
        let steps = self.order()?;
        if !anew {
            // Before the journal promises what cannot be.
            clash::find(&outbox.out, &steps)?;
        }
        let removed = steps.iter().filter(|step| matches!(step, Step::Remove(_))).count();
        let done = Done {
            written: usize::try_from(self.next.into_inner()).unwrap_or(usize::MAX),
            removed,
            bytes: self.bytes.into_inner(),
        };
        let stamp = if anew { Stamp::of(&self.folder) } else { outbox.stamp() };
        let path = outbox.next_ledger();
        fs::write(&path, ledger(stamp)).map_err(|error| SiteError::File(path, error))?;
        let journal = match stamp.filter(|_| anew) {
            Some(stamp) => Journal::Anew(stamp),
            None => Journal::Change(steps),
        };
        journal.write(&outbox.desk)?;
        outbox.carry_out(&journal)?;
        Ok(done)
    }

    /// The steps of a change, in their order.
    pub(super) fn order(&self) -> Result<Vec<Step>, SiteError> {
        let mut puts = std::mem::take(&mut *self.puts.lock().map_err(|_| poisoned(""))?);
        let mut removed = std::mem::take(&mut *self.removed.lock().map_err(|_| poisoned(""))?);
        puts.sort();
        removed.sort();
        let put = puts.into_iter().map(|put| Step::Put(put.number, put.name));
        Ok(put.chain(removed.into_iter().map(Step::Remove)).collect())
    }
}

fn write(path: &Path, content: &Content) -> io::Result<u64> {
    let written = || match content {
        Content::Bytes(bytes) => fs::write(path, bytes).map(|()| bytes.len() as u64),
        // Its bytes, not who may read it at the desk: a host has to.
        Content::Copy(from) => io::copy(&mut fs::File::open(from)?, &mut fs::File::create(path)?),
    };
    match written() {
        // Most files lie in folders that are there.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            written()
        }
        other => other,
    }
}

fn poisoned(name: &str) -> SiteError {
    SiteError::File(PathBuf::from(name), io::Error::other("a thread that wrote has panicked"))
}
