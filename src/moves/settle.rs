//! A page is shown by its top, and completed once that is on the screen.

use web_sys::HtmlElement;

use super::go::Moves;
use super::{How, Shown, entry};
use crate::browser;

/// How long after the callbacks of the frame with a page's top history gets the entry, in ms: that
/// frame is painted by then, and nobody can have gone back.
const ENTRY_MS: i32 = 4;

impl Moves {
    /// Puts a page where the other `<main>` is; [`Self::settle`] completes it.
    pub(super) fn put(&self, mut shown: Shown, main: &HtmlElement, how: How) {
        shown.exchange(main);
        // Elements forget outside the document where they were scrolled.
        if let Some(rail) = &shown.rail {
            rail.resume();
        }
        *self.0.shown.borrow_mut() = Some(shown);
        self.0.unsettled.set(Some(how));
    }

    /// Completes the page once the frame with its top has been painted.
    pub(super) fn settle_soon(&self) {
        let moves = self.clone();
        browser::after_paint(move || moves.settle());
        if self.0.entry.borrow().is_some() {
            let moves = self.clone();
            browser::after_frame(ENTRY_MS, move || moves.enter());
        }
    }

    /// Gives history the entry of the page shown, unless it has it.
    fn enter(&self) {
        if let Some(entry) = self.0.entry.take() {
            entry::push(&entry);
        }
    }

    /// Completes the page shown, unless it is. Whatever works on the page does this first.
    pub fn settle(&self) {
        self.enter();
        let Some(how) = self.0.unsettled.take() else { return };
        let Some(mut shown) = self.0.shown.borrow_mut().take() else { return };
        shown.settle(&self.0.paper);
        self.0.around.shown(&mut shown, how);
        *self.0.shown.borrow_mut() = Some(shown);
    }
}
