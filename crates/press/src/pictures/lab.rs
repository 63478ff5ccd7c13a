//! Where pictures are developed.

use std::fs;
use std::io;
use std::panic::AssertUnwindSafe;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use darkroom::{Crop, Damaged, Picture};
use sha2::{Digest, Sha256};
use story::model::{Focal, MediaType, Variant};

use super::cache::{Cache, Filed, Record, Trouble, stamp};
use super::make::make;
use super::recipe::{ending, name};
use super::room::{Room, memory};
use super::{BEGIN, PictureError, Print, Settings, Why, sizes};

/// More bytes than this are no picture for a paper.
pub(crate) const MOST_BYTES: u64 = 200 << 20;

/// Develops the pictures of a newsroom's folder; shared by all threads. One call uses one core, and
/// is quick where the cache has the picture already.
#[derive(Debug)]
pub struct Lab {
    root: PathBuf,
    cache: Cache,
    settings: Settings,
    room: Room,
    made: AtomicU64,
}

/// A picture of the newsroom's, known by its content.
struct Source {
    path: PathBuf,
    content: String,
    /// Its bytes, where they had to be read to know it.
    bytes: Option<Vec<u8>>,
}

impl Lab {
    /// A lab for the newsroom's folder at `root`, which keeps what it makes in the folder `cache`.
    /// Nothing is read or written yet.
    #[must_use]
    pub fn new(root: &Path, cache: &Path, settings: Settings) -> Self {
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        Self {
            root,
            cache: Cache::new(cache),
            settings,
            room: Room::default(),
            made: AtomicU64::new(0),
        }
    }

    /// How many pictures were made, and parts of them for cards; those that the cache had are not
    /// among them.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// What readers get of a picture. None where `src` is an address, where there is no such file,
    /// and where it is of a kind that is published as it is: SVG.
    ///
    /// # Errors
    /// What is wrong with this picture; the others are not concerned, unless it is the disk.
    pub fn develop(&self, src: &str) -> Result<Option<Print>, PictureError> {
        let told = |why| PictureError { src: src.to_owned(), why };
        let Some(source) = self.source(src).map_err(told)? else { return Ok(None) };
        let (name, record) = self.record(&source, None).map_err(told)?;
        Ok(Some(self.print(&name, &record)))
    }

    /// What cards show of a picture, cut around its focal point: none where [`Self::develop`] is
    /// none, and where cards show so much of it that its own files will do.
    ///
    /// # Errors
    /// As [`Self::develop`].
    pub fn card(&self, src: &str, focal: Option<Focal>) -> Result<Option<Print>, PictureError> {
        let told = |why| PictureError { src: src.to_owned(), why };
        let Some(source) = self.source(src).map_err(told)? else { return Ok(None) };
        let (_, whole) = self.record(&source, None).map_err(told)?;
        let crop = sizes::card(whole.whole, thousandths(focal)).filter(|_| !whole.moves);
        let Some(crop) = crop else { return Ok(None) };
        let (name, record) = self.record(&source, Some(&crop)).map_err(told)?;
        Ok(Some(self.print(&name, &record)))
    }

    /// The file and its content. A path of the newsroom's that leads elsewhere, also by a link, is
    /// not followed.
    fn source(&self, src: &str) -> Result<Option<Source>, Why> {
        if src.contains("://") || Path::new(src).extension().is_some_and(|end| end == "svg") {
            return Ok(None);
        }
        let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
        if !Path::new(src).components().all(inside) {
            return Err(Why::Outside);
        }
        let path = match fs::canonicalize(self.root.join(src)) {
            Ok(path) => path,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Why::Disk(self.root.join(src), error)),
        };
        if !path.starts_with(&self.root) {
            return Err(Why::Outside);
        }
        let disk = |error| Why::Disk(path.clone(), error);
        let found = fs::metadata(&path).map_err(disk)?;
        if !found.is_file() {
            return Ok(None);
        }
        if found.len() > MOST_BYTES {
            return Err(Why::Heavy(found.len()));
        }
        let stamp = stamp(&found);
        if let Some(content) = stamp.as_ref().and_then(|stamp| self.cache.seen(&path, stamp)) {
            return Ok(Some(Source { path, content, bytes: None }));
        }
        let bytes = fs::read(&path).map_err(disk)?;
        let content = hex(&Sha256::digest(&bytes));
        if let Some(stamp) = stamp {
            self.cache.see(&path, &stamp, &content);
        }
        Ok(Some(Source { path, content, bytes: Some(bytes) }))
    }

    /// Finds what was made of a picture, or of a part of it, or makes it.
    fn record(&self, source: &Source, crop: Option<&Crop>) -> Result<(String, Record), Why> {
        let name = name(&source.content, self.settings, crop);
        if let Some(record) = self.cache.record(&name, &source.content) {
            return Ok((name, record));
        }
        let _one = self.room.claim(&name);
        // Somebody else may have made it meanwhile.
        if let Some(record) = self.cache.record(&name, &source.content) {
            return Ok((name, record));
        }
        let read;
        let bytes = match &source.bytes {
            Some(bytes) => bytes,
            None => {
                read = fs::read(&source.path).map_err(|e| Why::Disk(source.path.clone(), e))?;
                &read
            }
        };
        let made = self.made(bytes, crop).map_err(Why::Damaged)?;
        let disk = |(path, error): Trouble| Why::Disk(path, error);
        let mut files = Vec::new();
        for file in &made.files {
            let filed = Filed {
                name: format!("{name}{}.{}", file.letter, file.ending),
                size: file.size,
                bytes: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
            };
            self.cache.write(&self.cache.place(&filed.name), &file.bytes).map_err(disk)?;
            files.push(filed);
        }
        let record = Record {
            content: source.content.clone(),
            whole: made.whole,
            placeholder: made.placeholder,
            moves: made.moves,
            stilled: made.stilled,
            files,
        };
        self.cache.keep(&name, &record).map_err(disk)?;
        self.made.fetch_add(1, Ordering::Relaxed);
        Ok((name, record))
    }

    /// Makes the files. What reads pictures is much code for many formats, and a damaged file may
    /// bring it down: that costs this picture and no other.
    fn made(&self, bytes: &[u8], crop: Option<&Crop>) -> Result<super::make::Made, Damaged> {
        let guarded = AssertUnwindSafe(|| {
            let picture = Picture::open(bytes)?;
            let _memory = memory(picture.size());
            make(picture, bytes, crop, self.settings)
        });
        darkroom::guarded(guarded)
    }

    fn print(&self, name: &str, record: &Record) -> Print {
        let site = |file: &Filed| format!("{BEGIN}{}", file.name);
        let variants = record.files.iter().skip(1).filter_map(|file| {
            let end = file.name.get(name.len() + 2..)?;
            let all = [MediaType::Avif, MediaType::Webp, MediaType::Jpeg, MediaType::Png];
            let media = all.into_iter().find(|media| ending(*media) == end)?;
            Some(Variant { src: site(file), width: file.size.0, media })
        });
        let plain = record.files.first();
        let (width, height) = plain.map_or((0, 0), |file| file.size);
        Print {
            src: plain.map(site).unwrap_or_default(),
            width,
            height,
            placeholder: Some(record.placeholder.clone()),
            variants: variants.collect(),
            files: record
                .files
                .iter()
                .map(|file| (site(file), self.cache.place(&file.name)))
                .collect(),
            stilled: record.stilled,
        }
    }
}

/// A focal point from the left and top edge in thousandths, by which files are named; the middle
/// where none is given.
pub(crate) fn thousandths(focal: Option<Focal>) -> (u32, u32) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let part = |part: f64| (part.clamp(0.0, 1.0) * 1000.0).round() as u32;
    focal.map_or((500, 500), |Focal(x, y)| (part(x), part(y)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
