use std::cell::Cell;

use story::album::Word;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::album::Album;
use super::dom::{add, class, control, document, element, focus, set};
use super::slide::Slide;

/// From how many pictures on there is an overview.
const MANY: u32 = 10;

/// The buttons by their classes, with their names and drawings, in the order of the Tab key.
const BUTTONS: [(&str, Word, &str); 8] = [
    ("lightbox-overview", Word::All, "M4 4H10V10H4ZM14 4H20V10H14ZM4 14H10V20H4ZM14 14H20V20H14Z"),
    ("lightbox-share", Word::Share, "M12 15V3M8 7 12 3 16 7M5 11V21H19V11"),
    ("lightbox-download", Word::Download, "M12 3V15M8 11 12 15 16 11M5 17V21H19V17"),
    ("lightbox-smaller", Word::ZoomOut, "M5 12H19"),
    ("lightbox-larger", Word::ZoomIn, "M5 12H19M12 5V19"),
    ("lightbox-close", Word::Close, "M6 6 18 18M18 6 6 18"),
    ("lightbox-previous", Word::Previous, "M15 4 7 12 15 20"),
    ("lightbox-next", Word::Next, "M9 4 17 12 9 20"),
];

/// Whether a story has so many pictures that they can be looked at at a glance.
pub(super) fn has_overview(album: &Album) -> bool {
    album.len() > MANY
}

/// The dialog's elements.
pub(super) struct Stage {
    pub dialog: HtmlDialogElement,
    modal: Cell<bool>,
    pub stage: HtmlElement,
    /// A picture and its neighbours, by their number modulo three.
    pub slides: [Slide; 3],
    pub count: HtmlElement,
    pub status: HtmlElement,
    pub note: HtmlElement,
    pub previous: HtmlElement,
    pub next: HtmlElement,
    pub larger: HtmlElement,
    pub smaller: HtmlElement,
    pub download: HtmlElement,
}

impl Stage {
    /// Builds the dialog, outside the page.
    pub fn build(album: &Album) -> Self {
        let dialog = element("dialog", "lightbox");
        set(&dialog, "aria-label", &album.word(Word::Name));
        set(&dialog, "tabindex", "-1");
        set(&dialog, "autofocus", "");
        set(&dialog, "aria-modal", "true");
        add(&dialog, &element("div", "lightbox-ground"));
        let top = element("div", "lightbox-top");
        let count = element("p", "lightbox-count");
        set(&count, "aria-hidden", "true");
        let status = element("p", "lightbox-status spoken");
        set(&status, "role", "status");
        let note = element("p", "lightbox-note");
        set(&note, "role", "status");
        for part in [&count, &status, &note] {
            add(&top, part);
        }
        let button = |at: usize| {
            let (class, word, drawing) = BUTTONS[at];
            let tag = if word == Word::Download { "a" } else { "button" };
            control(tag, class, &album.word(word), drawing)
        };
        let [all, share, download, smaller, larger, close, previous, next] =
            [0, 1, 2, 3, 4, 5, 6, 7].map(button);
        // Of another host it opens beside the page rather than in its place.
        set(&download, "download", "");
        set(&download, "target", "_blank");
        for (part, wanted) in [
            (&all, has_overview(album)),
            (&share, true),
            (&download, album.download),
            (&smaller, true),
            (&larger, true),
            (&close, true),
        ] {
            if wanted {
                add(&top, part);
            }
        }
        let stage = element("div", "lightbox-stage");
        let slides = [(); 3].map(|()| Slide::build(&stage));
        for part in [&top, &stage, &previous, &next] {
            add(&dialog, part);
        }
        let dialog = dialog.unchecked_into();
        Self {
            dialog,
            modal: Cell::default(),
            stage,
            slides,
            count,
            status,
            note,
            previous,
            next,
            larger,
            smaller,
            download,
        }
    }

    /// Lays it over the page, which is not out of reach yet: a modal dialog has the browser look at
    /// the style of every element of the page again, a third of what an opening takes. So that
    /// comes after the first frame ([`Self::close_the_page`]).
    pub fn open(&self) {
        set(&self.dialog, "open", "");
        if let Some(body) = document().body() {
            add(&body, &self.dialog);
        }
    }

    /// Makes the dialog modal, and keeps the page from scrolling.
    pub fn close_the_page(&self) {
        if !self.dialog.is_connected() || self.modal.replace(true) {
            return;
        }
        lock(true);
        // The reader may have gone on to something in it.
        let within = document().active_element().filter(|it| self.dialog.contains(Some(it)));
        // Taking the attribute away closes without an event; no frame lies between.
        drop(self.dialog.remove_attribute("open"));
        // Fails only where the dialog is open already.
        drop(self.dialog.show_modal());
        match within {
            Some(it) => focus(it.unchecked_ref()),
            None => self.take_focus(),
        }
    }

    /// Whether the page is out of reach.
    pub fn is_modal(&self) -> bool {
        self.modal.get()
    }

    /// The focus is on the dialog itself: on no button before the picture.
    pub fn take_focus(&self) {
        if document().active_element().as_ref() != Some(&self.dialog) {
            focus(&self.dialog);
        }
    }

    /// The slide for a picture.
    pub fn slide(&self, number: u32) -> &Slide {
        &self.slides[(number % 3) as usize]
    }
}

/// The page behind does not scroll while the lightbox is open.
pub(super) fn lock(yes: bool) {
    if let Some(root) = document().document_element() {
        class(&root, "lightbox-open", yes);
    }
}

/// Whether the last or first is reached: said, and never `disabled`, which would drop the focus.
pub(super) fn end(button: &HtmlElement, at_end: bool) {
    let now = if at_end { "true" } else { "false" };
    if button.get_attribute("aria-disabled").as_deref() != Some(now) {
        set(button, "aria-disabled", now);
    }
}
