//! A section's list as far as it is known: the newest cards, the archive's counts, and those of its
//! files that have come. The counts tell in which file any card is, so that nobody has to go
//! through all files before it.

use std::rc::Rc;

use story::model::{ArticleId, Card, List};
use story::time::Time;
use story::url::ArchiveKey;

use super::Span;

/// The cards of a section but one article's own.
#[derive(Debug)]
pub struct Known {
    own: ArticleId,
    /// When that article was published, once it is known: it tells in which part it is counted.
    own_time: Option<Option<Time>>,
    latest: Vec<Rc<Card>>,
    /// As the newest file has it.
    total: usize,
    /// Newest first; those that the archive's files say are cut stand there as their parts.
    parts: Vec<Part>,
    /// How many more cards the newest file knows of than the archive: a CDN may be a minute behind
    /// with either of them.
    ahead: isize,
}

/// A part of the archive.
#[derive(Debug)]
struct Part {
    key: ArchiveKey,
    /// How many cards it has, the article's own not counted.
    count: usize,
    cards: Option<Vec<Rc<Card>>>,
}

/// A file that has to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The list's newest cards, its months, or a part.
    File(ArchiveKey),
    /// The article itself: only it says when it was published.
    Own,
}

impl Known {
    /// Nothing yet, of a list in which this article's own card is left out.
    #[must_use]
    pub fn new(own: ArticleId) -> Self {
        Self { own, own_time: None, latest: Vec::new(), total: 0, parts: Vec::new(), ahead: 0 }
    }

    /// How many cards the list has.
    #[must_use]
    pub fn total(&self) -> usize {
        if self.parts.is_empty() {
            return self.total;
        }
        self.in_parts().saturating_add_signed(self.ahead).max(self.latest.len())
    }

    fn in_parts(&self) -> usize {
        self.parts.iter().map(|part| part.count).sum()
    }

    /// The card at an index, if it has come.
    #[must_use]
    pub fn card(&self, index: usize) -> Option<Rc<Card>> {
        if let Some(card) = self.latest.get(index) {
            return Some(Rc::clone(card));
        }
        let (part, at) = self.part_at(index)?;
        part.cards.as_ref()?.get(at).cloned()
    }

    fn part_at(&self, index: usize) -> Option<(&Part, usize)> {
        let mut at = index.checked_add_signed(-self.ahead)?;
        for part in &self.parts {
            if at < part.count {
                return Some((part, at));
            }
            at -= part.count;
        }
        None
    }

    /// What has to be asked for next, so that these cards are there in the end; `None` once they
    /// are. The newest file is never among it.
    #[must_use]
    pub fn wanted(&self, span: Span) -> Option<Wanted> {
        let from = span.from.max(self.latest.len());
        for index in from..span.to.min(self.total()) {
            if self.parts.is_empty() {
                return Some(match self.own_time {
                    Some(_) => Wanted::File(ArchiveKey::archive()),
                    None => Wanted::Own,
                });
            }
            if let Some((part, _)) = self.part_at(index)
                && part.cards.is_none()
            {
                return Some(Wanted::File(part.key.clone()));
            }
        }
        None
    }

    /// Takes in when the article itself was published.
    pub fn take_own(&mut self, published: Option<Time>) {
        self.own_time = Some(published);
    }

    /// Takes in a file of the list.
    pub fn take(&mut self, list: List) {
        if list.key.is_latest() {
            return self.take_latest(list);
        }
        let known = self.parts.iter().position(|part| part.key == list.key);
        if list.key.is_archive() {
            self.parts = self.cut(list.parts);
            let signed = |count: usize| isize::try_from(count).unwrap_or_default();
            self.ahead = signed(self.total) - signed(self.in_parts());
        } else if let Some(at) = known {
            if list.parts.is_empty() {
                let cards = self.others(list.items);
                let part = &mut self.parts[at];
                part.count = cards.len();
                part.cards = Some(cards);
            } else {
                let after = self.parts.split_off(at + 1);
                self.parts.truncate(at);
                self.parts.extend(self.cut(list.parts));
                self.parts.extend(after);
            }
        }
    }

    /// Forgets the archive: one of its files was not where it says.
    pub fn forget_parts(&mut self) {
        self.parts.clear();
    }

    fn take_latest(&mut self, list: List) {
        let total = list.total.and_then(|total| usize::try_from(total).ok());
        if let Some(own) = list.items.iter().find(|card| card.id == self.own) {
            self.own_time = Some(own.published);
        }
        let whole = list.older.is_none();
        self.latest = self.others(list.items);
        // The article is in its own section's list.
        self.total = total.map_or(0, |total| total.saturating_sub(1)).max(self.latest.len());
        if whole {
            self.total = self.latest.len();
        }
    }

    fn others(&self, cards: Vec<Card>) -> Vec<Rc<Card>> {
        cards.into_iter().filter(|card| card.id != self.own).map(Rc::new).collect()
    }

    fn cut(&self, parts: Vec<story::model::Part>) -> Vec<Part> {
        let own = self.own.as_str();
        let counted = |key: &ArchiveKey| {
            self.own_time.as_ref().is_some_and(|time| key.holds(time.as_ref(), own))
        };
        let parts = parts.into_iter().map(|part| {
            let count = usize::try_from(part.count).unwrap_or(usize::MAX);
            Part {
                count: count.saturating_sub(counted(&part.key).into()),
                key: part.key,
                cards: None,
            }
        });
        parts.collect()
    }
}

#[cfg(test)]
#[path = "known_tests.rs"]
mod tests;
