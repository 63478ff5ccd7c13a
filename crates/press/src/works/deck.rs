//! The cards of articles, by the places of these in the index.

use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use story::model::Card;

use crate::index::Index;
use crate::ledger::Cards;
use crate::run::RunError;
use crate::site::SiteError;

/// How many cards are remembered. Each article's page shows six others, most of them its neighbours
/// in time; the pages are made in that order, so that some hundred are wanted again and again.
const REMEMBERED: usize = 1_024;

/// A card, with the place of its article.
type Placed = (u32, Card);

/// Reads cards.
#[derive(Debug)]
pub(super) struct Deck<'a> {
    index: &'a Index,
    cards: &'a Cards,
    /// The folder that the cards lie in.
    desk: &'a Path,
    /// Those read last, each where its place leads: a newer one takes an older one's.
    remembered: Box<[Mutex<Option<Placed>>]>,
}

impl<'a> Deck<'a> {
    /// Reads from these, which lie in this folder.
    pub fn new(index: &'a Index, cards: &'a Cards, desk: &'a Path) -> Self {
        let remembered = (0..REMEMBERED).map(|_| Mutex::default()).collect();
        Self { index, cards, desk, remembered }
    }

    /// The card of the article at this place.
    pub fn card(&self, at: u32) -> Result<Card, RunError> {
        let slot = &self.remembered[at as usize % REMEMBERED];
        if let Some((there, card)) = &*slot.lock().unwrap_or_else(PoisonError::into_inner)
            && *there == at
        {
            return Ok(card.clone());
        }
        let card = self.read(at)?;
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some((at, card.clone()));
        Ok(card)
    }

    /// The cards of these.
    pub fn cards(&self, places: &[u32]) -> Result<Vec<Card>, RunError> {
        places.iter().map(|at| self.card(*at)).collect()
    }

    fn read(&self, at: u32) -> Result<Card, RunError> {
        let wrong = |error| RunError::from(SiteError::File(self.desk.join("cards"), error));
        let bytes = self.cards.get(self.index.get(at).card.0).map_err(wrong)?;
        serde_json::from_slice(&bytes).map_err(|error| wrong(io::Error::other(error)))
    }
}
