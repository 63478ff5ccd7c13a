//! The rail's cards as they come: the newest first, older files as the reader goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::model::{ArticleId, Card, List, Slug};
use story::url::{ArchiveKey, ListKind, files};

use crate::fetch::{Age, Client, Failure};

/// How long the newest cards are good without asking again, in ms.
const LATEST_AGE_MS: f64 = 60_000.0;

/// The cards of a section but one article's own.
pub(super) struct Feed {
    client: Client,
    section: Slug,
    own: ArticleId,
    cards: RefCell<Vec<Rc<Card>>>,
    /// How many the list has, without the article itself as far as is known.
    total: Cell<usize>,
    next: RefCell<Next>,
}

/// What comes next.
#[derive(Clone)]
enum Next {
    Latest,
    Part(ArchiveKey),
    Nothing,
}

impl Feed {
    pub fn new(client: Client, section: Slug, own: ArticleId) -> Self {
        Self {
            client,
            section,
            own,
            cards: RefCell::default(),
            total: Cell::new(0),
            next: RefCell::new(Next::Latest),
        }
    }

    /// How many cards the track has room for.
    pub fn total(&self) -> usize {
        self.total.get()
    }

    /// How many cards are there.
    pub fn known(&self) -> usize {
        self.cards.borrow().len()
    }

    /// The card at an index.
    pub fn card(&self, index: usize) -> Option<Rc<Card>> {
        self.cards.borrow().get(index).cloned()
    }

    /// Whether there is more to ask for.
    pub fn has_more(&self) -> bool {
        !matches!(*self.next.borrow(), Next::Nothing)
    }

    /// Asks for the next file.
    pub async fn more(&self) -> Result<(), Failure> {
        let next = self.next.borrow().clone();
        let (key, age) = match &next {
            Next::Latest => (ArchiveKey::latest(), Age::AtMost(LATEST_AGE_MS)),
            Next::Part(key) => (key.clone(), Age::Any),
            Next::Nothing => return Ok(()),
        };
        let file = files::list(ListKind::Section, &self.section, &key);
        let list = self.client.get::<List>(&file, age).await?;
        self.take(list);
        Ok(())
    }

    fn take(&self, list: List) {
        let mut cards = self.cards.borrow_mut();
        let total = list.total.and_then(|total| usize::try_from(total).ok());
        for card in list.items {
            // The part of the archive that the newest cards end in begins with some of them.
            if card.id != self.own && !cards.iter().any(|there| there.id == card.id) {
                cards.push(Rc::new(card));
            }
        }
        *self.next.borrow_mut() = list.older.map_or(Next::Nothing, Next::Part);
        if let Some(total) = total {
            // The article is in its own section's list.
            self.total.set(total.saturating_sub(1));
        }
        if !self.has_more() || cards.len() > self.total.get() {
            self.total.set(cards.len());
        }
    }
}
