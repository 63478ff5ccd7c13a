//! Back and Forward: to a page that is kept, or that the server has to be asked for.

use wasm_bindgen_futures::spawn_local;

use super::go::Moves;
use super::{How, entry};
use crate::browser::{self, focus, scroll, transition};

impl Moves {
    /// Answers the browser's Back and Forward.
    pub fn traversed(&self) {
        // At once, and without a transition: it is the reader's own way back.
        transition::skip();
        // A page that is left before it had an entry has none to come back to.
        self.0.entry.take();
        let path = browser::window().location().pathname().unwrap_or_default();
        if self.shown().as_ref().is_some_and(|shown| shown.path == path) {
            self.stop();
            self.within();
            return;
        }
        let Some(main) = self.leave() else { return };
        let number = entry::number();
        let left = number.and_then(|number| self.0.keep.borrow_mut().take(number));
        let number = number.unwrap_or_else(|| {
            let number = self.0.highest.get() + 1;
            self.0.highest.set(number);
            entry::set_number(number);
            number
        });
        self.0.number.set(number);
        match left {
            Some(left) => {
                self.stop();
                self.0.around.loaded();
                self.put(left.shown, &main, How::Traverse);
                scroll::to(left.place);
                if let Some(element) = left.focus {
                    focus::quietly(&element);
                }
                self.settle_soon();
            }
            None => self.show_here(main, How::Traverse, Some(entry::place().unwrap_or_default())),
        }
    }

    /// Remembers where the reader is: the document may be about to end.
    pub fn remember(&self) {
        self.settle();
        entry::set_place(scroll::place());
        // From here on it is the browser that comes back to this page, or to the document.
        entry::by_hand(false);
    }

    /// The document came back alive.
    pub fn resumed(&self) {
        // Not at once: WebKit looks at it, and scrolls, only after it has told of this.
        spawn_local(async {
            browser::pause(0).await;
            entry::by_hand(true);
        });
    }
}
