//! What the press knows of each article without holding it: enough to say in which lists it is,
//! whose pages it touches, and whether it has changed. Everything else is read again when it is
//! needed, so that memory grows by some hundred bytes an article.

mod developer;
mod entry;
mod files;
mod read;
mod scan;

use std::collections::HashMap;

use rayon::prelude::*;
use story::model::Kind;
use story::time::Time;

pub use developer::{Developed, Developer};
pub use entry::{Entry, Made, Said, When};
pub use read::{Mistaken, Reader, Taken};
pub use scan::{Found, Stat, scan};

use crate::lists::{Listed, order};

/// Every article of the newsroom, and which are published at this time.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// Where each id is.
    at: HashMap<Box<str>, u32>,
    /// Those that are due, in the order of lists.
    due: Vec<u32>,
}

impl Index {
    /// Of these, at this time. Ids stand once: the check has seen to it.
    #[must_use]
    pub fn new(entries: Vec<Entry>, now: &Time) -> Self {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let at = entries.iter().enumerate().map(|(at, e)| (e.id.clone(), number(at))).collect();
        let is_due = |entry: &Entry| entry.published.is_none_or(|when| when.epoch <= now.epoch());
        let mut due: Vec<u32> = (0..entries.len())
            .filter(|at| entries.get(*at).is_some_and(is_due))
            .map(number)
            .collect();
        let index = Self { entries, at, due: Vec::new() };
        due.par_sort_by(|a, b| order(&index, *a, *b));
        Self { due, ..index }
    }

    /// All, in the order of their files' names.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Notes what was made of each that is published, by its place. Gives those of which something
    /// was made before and nothing is now.
    pub fn note(&mut self, made: Vec<(u32, Made)>) -> Vec<u32> {
        let mut now = vec![None; self.entries.len()];
        for (at, made) in made {
            if let Some(now) = now.get_mut(at as usize) {
                *now = Some(made);
            }
        }
        let mut held_back = Vec::new();
        for ((at, entry), now) in (0..).zip(&mut self.entries).zip(now) {
            if entry.made.is_some() && now.is_none() {
                held_back.push(at);
            }
            entry.made = now;
        }
        held_back
    }

    /// Gives them back.
    #[must_use]
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// Those that are published, newest first, by their place.
    #[must_use]
    pub fn due(&self) -> &[u32] {
        &self.due
    }

    /// The article at this place.
    ///
    /// # Panics
    /// For a place that this index has not given out.
    #[must_use]
    pub fn get(&self, at: u32) -> &Entry {
        &self.entries[at as usize]
    }

    /// Where the article with this id is, published or not.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<u32> {
        self.at.get(id).copied()
    }

    /// Where the article with this id is, if it is published.
    #[must_use]
    pub fn find_due(&self, id: &str, now: &Time) -> Option<u32> {
        let due = |at: &u32| self.get(*at).published.is_none_or(|when| when.epoch <= now.epoch());
        self.find(id).filter(due)
    }

    /// Published articles but pages, newest first.
    pub fn stories(&self) -> impl Iterator<Item = u32> + '_ {
        self.due.iter().copied().filter(|at| self.get(*at).kind() != Kind::Page)
    }
}

impl Listed for Index {
    fn id(&self, at: u32) -> &str {
        &self.get(at).id
    }

    fn published(&self, at: u32) -> Option<Time> {
        self.get(at).published.map(|when| when.time())
    }

    fn epoch(&self, at: u32) -> Option<i64> {
        self.get(at).published.map(|when| when.epoch)
    }
}
