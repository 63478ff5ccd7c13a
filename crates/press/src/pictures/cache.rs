//! What has been made before. The folder holds the files of each picture beside a small record, all
//! under the picture's name, so that it can be copied to another machine; and for each path the
//! content that was last found there, so that a file that has not changed is not read again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A file that was changed a moment ago may change again without a later time.
const SETTLED: Duration = Duration::from_secs(2);

/// The cache's folder.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    written: AtomicU64,
}

/// What is known of a picture that has been made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// SHA-256 of what it was made from.
    pub content: String,
    /// The size of that, as it is shown.
    pub whole: (u32, u32),
    /// Its thumbhash.
    pub placeholder: String,
    /// Whether it moves.
    pub moves: bool,
    /// Whether it moved and is a single frame now.
    pub stilled: bool,
    /// Its files; the first is the one that every program can show.
    pub files: Vec<Filed>,
}

/// A file of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Filed {
    /// Its name without a folder.
    pub name: String,
    /// Its size in pixels.
    pub size: (u32, u32),
    /// Its length in bytes.
    pub bytes: u64,
}

/// What goes wrong: of which file, and what the system says.
pub(super) type Trouble = (PathBuf, io::Error);

impl Cache {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), written: AtomicU64::new(0) }
    }

    /// Where a file of this name lies: a thousand folders, so that none grows too long.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.join(name.get(..2).unwrap_or("--")).join(name)
    }

    /// The record of a picture, where it was made from this content and all its files are there.
    pub fn record(&self, name: &str, content: &str) -> Option<Record> {
        let text = fs::read(self.place(&format!("{name}.json"))).ok()?;
        let record: Record = serde_json::from_slice(&text).ok()?;
        let whole = |file: &Filed| {
            fs::metadata(self.place(&file.name)).is_ok_and(|found| found.len() == file.bytes)
        };
        (record.content == content && !record.files.is_empty() && record.files.iter().all(whole))
            .then_some(record)
    }

    /// Keeps a record; its files are there already.
    pub fn keep(&self, name: &str, record: &Record) -> Result<(), Trouble> {
        let text = serde_json::to_vec(record).unwrap_or_default();
        self.write(&self.place(&format!("{name}.json")), &text)
    }

    /// Writes a file in one step, so that nobody ever finds half of it.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        let told = |error| (path.to_owned(), error);
        let folder = path.parent().unwrap_or(path);
        fs::create_dir_all(folder).map_err(told)?;
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let half = folder.join(format!(".{}-{number}", process::id()));
        let written = fs::write(&half, bytes).and_then(|()| fs::rename(&half, path));
        written.map_err(|error| {
            drop(fs::remove_file(&half));
            told(error)
        })
    }

    /// The content that was last found at a path, where the file has not changed since.
    pub fn seen(&self, path: &Path, stamp: &str) -> Option<String> {
        let text = fs::read_to_string(self.note(path)).ok()?;
        let content = text.strip_prefix(stamp)?.strip_prefix('\n')?;
        (content.len() == 64).then(|| content.to_owned())
    }

    /// Notes what was found at a path. That it cannot be noted costs a moment the next time.
    pub fn see(&self, path: &Path, stamp: &str, content: &str) {
        drop(self.write(&self.note(path), format!("{stamp}\n{content}").as_bytes()));
    }

    fn note(&self, path: &Path) -> PathBuf {
        let name = super::recipe::base32(&Sha256::digest(path.as_os_str().as_encoded_bytes()), 26);
        self.folder.join("seen").join(name.get(..2).unwrap_or("--")).join(name)
    }
}

/// How long a file is and when it was changed; none where it was changed so lately that it could
/// change again without anybody telling.
pub(super) fn stamp(found: &fs::Metadata) -> Option<String> {
    let changed = found.modified().ok()?;
    let settled = SystemTime::now().duration_since(changed).is_ok_and(|age| age > SETTLED);
    let since = changed.duration_since(UNIX_EPOCH).ok()?;
    settled.then(|| format!("{} {}", found.len(), since.as_nanos()))
}
