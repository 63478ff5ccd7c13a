use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::album::{Album, Word};
use super::dom::{add, control, document, element, set};
use super::slide::Slide;

/// From how many pictures on there is an overview.
const MANY: u32 = 10;

const CROSS: &str = "M6 6 18 18M18 6 6 18";
const LEFT: &str = "M15 4 7 12 15 20";
const RIGHT: &str = "M9 4 17 12 9 20";
const PLUS: &str = "M5 12H19M12 5V19";
const MINUS: &str = "M5 12H19";
const GRID: &str = "M4 4H10V10H4ZM14 4H20V10H14ZM4 14H10V20H4ZM14 14H20V20H14Z";
const SEND: &str = "M12 15V3M8 7 12 3 16 7M5 11V21H19V11";
const FETCH: &str = "M12 3V15M8 11 12 15 16 11M5 17V21H19V17";

/// The dialog's elements.
pub(super) struct Stage {
    pub dialog: HtmlDialogElement,
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
    pub download: Option<HtmlElement>,
}

impl Stage {
    /// Builds the dialog, closed, at the end of the page.
    pub fn build(album: &Album) -> Self {
        let dialog = element("dialog", "lightbox");
        set(&dialog, "aria-label", &album.word(Word::Name));
        set(&dialog, "tabindex", "-1");
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
        let button =
            |class: &str, word, drawing| control("button", class, &album.word(word), drawing);
        if album.len() > MANY {
            add(&top, &button("lightbox-overview", Word::All, GRID));
        }
        add(&top, &button("lightbox-share", Word::Share, SEND));
        let download = album.download.then(|| {
            let link = control("a", "lightbox-download", &album.word(Word::Download), FETCH);
            // Of another host it opens beside the page rather than in its place.
            set(&link, "download", "");
            set(&link, "target", "_blank");
            add(&top, &link);
            link
        });
        let smaller = button("lightbox-smaller", Word::ZoomOut, MINUS);
        let larger = button("lightbox-larger", Word::ZoomIn, PLUS);
        for part in [&smaller, &larger, &button("lightbox-close", Word::Close, CROSS)] {
            add(&top, part);
        }
        let previous = button("lightbox-previous", Word::Previous, LEFT);
        let next = button("lightbox-next", Word::Next, RIGHT);
        let stage = element("div", "lightbox-stage");
        let slides = [(); 3].map(|()| Slide::build(&stage));
        for part in [&top, &stage, &previous, &next] {
            add(&dialog, part);
        }
        if let Some(body) = document().body() {
            add(&body, &dialog);
        }
        let dialog = dialog.unchecked_into();
        Self {
            dialog,
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

    /// The slide for a picture.
    pub fn slide(&self, number: u32) -> &Slide {
        &self.slides[(number % 3) as usize]
    }
}

/// Whether the last or first is reached: said, and never `disabled`, which would drop the focus.
pub(super) fn end(button: &HtmlElement, at_end: bool) {
    set(button, "aria-disabled", if at_end { "true" } else { "false" });
}
