//! What every part of the site is made with.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use story::model::Card;
use story::time::Time;
use story::url::SitePath;
use trangnhat::Paper;
use trangnhat::head::Share;

use crate::index::{Index, Reader};
use crate::mark::{Mark, Marker};
use crate::outbox::{Draft, Rank};
use crate::pictures::BEGIN;
use crate::report::Progress;
use crate::run::RunError;
use crate::site::{Content, Printer};

use super::deck::Deck;
use super::stock::Makers;

/// Everything that the site's files are made of.
pub(super) struct Press<'a> {
    pub root: &'a Path,
    /// The site's folder, as it is.
    pub out: &'a Path,
    pub makers: Makers<'a>,
    pub index: &'a Index,
    pub deck: &'a Deck<'a>,
    pub reader: &'a Reader<'a>,
    pub printer: &'a Printer<'a>,
    pub paper: &'a Paper,
    /// The mark of the paper, and of the press itself.
    pub of_paper: Mark,
    pub now: &'a Time,
    pub draft: &'a Draft<'a>,
    /// The site's files as they are, but those of articles.
    pub before: &'a HashMap<Box<str>, Mark>,
    /// The same as they will be.
    pub files: Mutex<HashMap<Box<str>, Mark>>,
    /// Who is told how it gets on.
    pub progress: &'a dyn Progress,
}

impl Press<'_> {
    /// A file of the site: made where it is not there, or made from something else.
    pub fn file(
        &self,
        name: String,
        rank: Rank,
        mark: Mark,
        make: impl FnOnce() -> Result<Content, RunError>,
    ) -> Result<(), RunError> {
        let was = self.before.get(name.as_str());
        if was != Some(&mark) {
            self.draft.put(&name, rank, was.is_some(), &make()?)?;
        }
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(name.into(), mark);
        Ok(())
    }

    /// How many bytes a file of the site has that a name stands for, wherever it lies just now.
    pub fn weigh(&self, src: &str) -> Option<u64> {
        let own = self.root.join(src);
        let print = || self.makers.developer.and_then(|developer| developer.file(src));
        // A name that says what is in it is what it was; any other may be about to go.
        let there = || src.starts_with(BEGIN).then(|| self.out.join(src));
        let bytes = |path: PathBuf| {
            let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
            Some(about.len())
        };
        bytes(own).or_else(|| bytes(print()?)).or_else(|| bytes(there()?))
    }

    /// A file that costs nothing to make.
    pub fn bytes(&self, name: String, rank: Rank, bytes: Vec<u8>) -> Result<(), RunError> {
        self.file(name, rank, Mark::of(&bytes), || Ok(Content::Bytes(bytes)))
    }

    /// A mark of something that is made from the paper, too.
    pub fn marker(&self, kind: &str) -> Marker {
        let mut marker = Marker::new(kind);
        marker.mark_of(self.of_paper);
        marker
    }

    /// Adds the cards of these articles to a mark.
    pub fn add_cards(&self, marker: &mut Marker, places: &[u32]) {
        marker.text(&places.len().to_string());
        for at in places {
            marker.mark_of(self.index.get(*at).card.1);
        }
    }

    /// The picture for shares of a page that shows these cards: that of the first with a picture.
    pub fn share(&self, places: &[u32], cards: &[Card]) -> Option<Share> {
        let first = cards.iter().position(|card| card.cover.is_some())?;
        self.index.get(*places.get(first)?).share()
    }

    /// What was made, at the end.
    pub fn into_files(self) -> HashMap<Box<str>, Mark> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where a static host looks for the page at this path.
pub(super) fn page_file(path: &str) -> String {
    let inner = path.trim_matches('/');
    if inner.is_empty() { "index.html".to_owned() } else { format!("{inner}/index.html") }
}

/// The same of a path that is known to be one.
pub(super) fn page_of(path: &SitePath) -> String {
    page_file(path.as_str())
}
