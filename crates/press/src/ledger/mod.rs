//! What was built from what: the press's memory between two builds of a site.
//!
//! It holds no content, only marks of it. A build works out the mark of everything the site should
//! hold, and makes what has another mark than here, or none. So the site is always what a build of
//! the whole folder would make, whatever happened in between and in whatever order.

mod cards;
mod parts;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use cards::{CardAt, Cards};

use crate::index::{Entry, Stat};
use crate::mark::Mark;
use crate::outbox::Stamp;

/// Changed whenever a ledger of before means something else: it cannot be read then.
const FORMAT: u32 = 3;

/// Changed whenever a page of the same content would come out differently: everything is then built
/// anew. Where articles were is known all the same.
const EDITION: u32 = 1;

/// The press's memory of one site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// The folder it speaks of.
    pub site: Option<Stamp>,
    /// Of what all articles are read by.
    pub basis: Mark,
    /// Every article of the newsroom, in the order of their files' names. They are most of a ledger,
    /// and lie behind the rest in parts (`ledger/parts.rs`).
    #[serde(skip)]
    pub entries: Vec<Entry>,
    /// The newsroom's pictures, sound and moving pictures.
    pub media: Vec<(Box<str>, Stat)>,
    /// The site's files but those of articles, and the mark of what each was made from.
    pub files: HashMap<Box<str>, Mark>,
    /// The app's files of the last releases, the newest first.
    pub releases: Vec<BTreeSet<Box<str>>>,
    /// Ids of articles that are gone, and where each was.
    pub gone: Vec<(Box<str>, Box<str>)>,
    /// Where articles were, by their ids, of which nothing else is known: the site is made anew.
    #[serde(skip)]
    pub addresses: HashMap<Box<str>, Box<str>>,
    /// The number of the file of cards.
    pub cards: u32,
    /// How long that is, in bytes.
    pub cards_end: u64,
}

impl Ledger {
    /// What is known of the site with this stamp; none where nothing is, or it cannot be read. Of
    /// another site, or of one that would look different today, only what lasts is known.
    #[must_use]
    pub fn read(desk: &Path, site: Option<Stamp>) -> Option<Self> {
        let bytes = fs::read(desk.join("ledger")).ok()?;
        let (format, bytes) = postcard::take_from_bytes::<u32>(&bytes).ok()?;
        if format != FORMAT {
            return None;
        }
        let (edition, bytes) = postcard::take_from_bytes::<u32>(bytes).ok()?;
        let (mut ledger, bytes) = postcard::take_from_bytes::<Self>(bytes).ok()?;
        ledger.entries = parts::read(bytes)?;
        if site.is_none() || ledger.site != site {
            // Nor are its files there.
            ledger.releases.clear();
        } else if edition == EDITION {
            return Some(ledger);
        }
        Some(ledger.lasting())
    }

    /// What outlives a site that is made anew: where articles were, which ids are gone, and which
    /// of the app's files of earlier releases are there.
    #[must_use]
    pub fn lasting(self) -> Self {
        let mut addresses = self.addresses;
        let published = self.entries.into_iter().filter(|entry| entry.made.is_some());
        addresses.extend(published.map(|entry| (entry.id, entry.path)));
        Self { addresses, gone: self.gone, releases: self.releases, ..Self::default() }
    }

    /// Whether the site is known, and can be changed rather than made anew.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.site.is_some()
    }

    /// As it is written down.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        // Written into memory, of types that can all be written.
        let mut bytes = postcard::to_stdvec(&(FORMAT, EDITION, self)).unwrap_or_default();
        parts::add(&mut bytes, &self.entries);
        bytes
    }

    /// The file of cards with this number.
    #[must_use]
    pub fn cards_file(desk: &Path, number: u32) -> PathBuf {
        desk.join(format!("cards-{number}"))
    }

    /// A number that no file of cards has.
    #[must_use]
    pub fn free_number(desk: &Path) -> u32 {
        let free = |number: &u32| !Self::cards_file(desk, *number).exists();
        (0..u32::MAX).find(free).unwrap_or_default()
    }

    /// Throws away all files of cards but the one with this number.
    pub fn clear_cards(desk: &Path, but: u32) {
        let Ok(entries) = fs::read_dir(desk) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let number = name.to_str().and_then(|name| name.strip_prefix("cards-"));
            if number.is_some_and(|number| number != but.to_string()) {
                // One that stays takes room, and nothing else.
                drop(fs::remove_file(entry.path()));
            }
        }
    }

    /// Whether more of the file of cards is of articles that are gone or have changed than not.
    #[must_use]
    pub fn is_wasteful(&self) -> bool {
        const LITTLE: u64 = 1 << 20;
        let used: u64 = self.entries.iter().map(|entry| u64::from(entry.card.0.length)).sum();
        self.cards_end > 2 * used + LITTLE
    }
}
