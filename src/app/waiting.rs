//! What is shown while something loads, when that takes long enough to be noticed.

use web_sys::Element;

use crate::browser::{self, Timer};

/// Shows a sign after a while, until it is dropped.
pub(super) struct Waiting {
    kind: Kind,
    _timer: Option<Timer>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A thin bar over the page that is still shown.
    Bar,
    /// The shape of a page, where there is none yet.
    Page,
}

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Self::Bar => "progress",
            Self::Page => "placeholder",
        }
    }

    /// What loads faster than this needs no sign, in ms. A bar that comes for a moment over a page
    /// that can still be read would say nothing, and cost the next page's frame a layout.
    fn after_ms(self) -> i32 {
        match self {
            Self::Bar => 400,
            Self::Page => 200,
        }
    }
}

impl Waiting {
    /// While the first page loads.
    pub fn first() -> Self {
        Self::new(Kind::Page)
    }

    /// While another page loads.
    pub fn next() -> Self {
        Self::new(Kind::Bar)
    }

    fn new(kind: Kind) -> Self {
        Self { kind, _timer: browser::after(kind.after_ms(), move || show(kind)) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(sign) = browser::find(&format!("body > .{}", self.kind.class())) {
            sign.remove();
        }
    }
}

fn show(kind: Kind) {
    let document = browser::document();
    let Ok(sign) = document.create_element("div") else { return };
    sign.set_class_name(kind.class());
    drop(sign.set_attribute("aria-hidden", "true"));
    if kind == Kind::Page {
        // Lines of text and a picture, set by the style.
        for _ in 0..6 {
            let line: Option<Element> = document.create_element("i").ok();
            if let Some(line) = line {
                drop(sign.append_child(&line));
            }
        }
    }
    if let Some(body) = document.body() {
        drop(body.append_child(&sign));
    }
}
