//! Laying the cards: which exist, where they stand, and what is said of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Track;
use super::attach::{Inner, Placed};
use super::near::Wait;
use super::view;
use crate::browser;

impl Inner {
    /// Puts the newest cards in the place of those that came with the page, where nobody sees it
    /// and nobody has begun with these; else waits until it is out of view.
    fn refill(self: &Rc<Self>) -> bool {
        if !self.section.is_connected() {
            // The page was left: what was asked for came too late for it.
            return false;
        }
        let begun = self.port.scroll_left() != 0 || holds_focus(&self.section);
        if begun || browser::in_view(&self.section) {
            if !begun {
                self.once(Wait::Away, Self::lay);
            }
            return false;
        }
        self.track.set_text_content(None);
        self.standing.set(false);
        self.measured.take();
        true
    }

    fn total(&self) -> usize {
        if self.standing.get() {
            browser::all(Some(&self.track), ":scope > li").len()
        } else {
            self.feed.known().total()
        }
    }

    /// The track as it is now; none before there are cards to measure. Sizes are read once and
    /// after changes: read at each step of a scroll, they would have to be worked out anew then.
    pub(super) fn measure(&self) -> Option<Track> {
        let mut track = match self.measured.get() {
            Some(track) => track,
            None => {
                // Not simply the first element: an extension may have put one of its own there.
                let first = self.track.query_selector(":scope > li").ok().flatten()?;
                let gap = gap(&self.track);
                Track {
                    pitch: first.get_bounding_client_rect().width() + gap,
                    gap,
                    port: f64::from(self.port.client_width()),
                    scrolled: 0.0,
                    total: self.total(),
                    base: 0,
                }
            }
        };
        track.scrolled = f64::from(self.port.scroll_left());
        track.base = self.base.get();
        if !self.standing.get() {
            track.total = self.total();
        }
        self.measured.set((track.pitch > track.gap).then_some(track));
        Some(track)
    }

    /// Puts the cards near the port in their places, takes the others away, and asks for more
    /// where the reader comes to the end of what is known. Never writes where it is scrolled to.
    pub(super) fn lay(self: &Rc<Self>) {
        let total = self.feed.known().total();
        if self.standing.get() && !(total > 0 && self.refill()) {
            if let Some(track) = self.measure() {
                self.tell(&track);
            }
            return;
        }
        if total == 0 {
            if self.feed.begun() {
                // An only article has no neighbours, and no rail.
                drop(self.section.set_attribute("hidden", ""));
            }
            return;
        }
        if self.cards.borrow().is_empty() {
            self.place(0);
        }
        let quick = self.measured.get();
        let Some(track) = self.measure() else { return };
        // As a whole number: to write others down takes 8 kB of the app.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 8e6")]
        let length = format!("{}px", track.length().ceil() as u32);
        if self.track.style().get_property_value("width").is_ok_and(|now| now != length) {
            drop(self.track.style().set_property("width", &length));
        }
        let wanted = track.wanted();
        self.cards.borrow_mut().retain(|placed| {
            let keep = wanted.has(placed.index) || holds_focus(&placed.element);
            if !keep {
                placed.element.remove();
            }
            keep
        });
        for index in wanted.from..wanted.to {
            self.place(index);
        }
        self.tell(&track);
        // What only flies by is not asked for.
        let quick = quick.is_some_and(|then| (then.scrolled - track.scrolled).abs() > track.port);
        if !quick {
            self.ask(track.in_view());
            self.ask(track.ahead());
        }
    }

    /// Puts a card in its place, or the plate of one that is still to come.
    fn place(&self, index: usize) {
        let card = self.feed.known().card(index);
        let mut cards = self.cards.borrow_mut();
        let old = cards.iter().position(|placed| placed.index == index);
        if old.is_some_and(|at| cards[at].filled || card.is_none()) {
            return;
        }
        let Ok(element) = browser::document().create_element("li") else { return };
        let Ok(element) = element.dyn_into::<HtmlElement>() else { return };
        let filled = card.is_some();
        if let Some(card) = card {
            view::card(&self.paper, &card).build_in(&element);
        }
        // Who hears the list hears how long it is, and not how many cards of it exist.
        drop(element.set_attribute("aria-posinset", &(index + 1).to_string()));
        let placed = Placed { index, element, filled };
        self.put(&placed);
        if let Some(at) = old {
            cards.swap_remove(at).element.remove();
        }
        // In the order of the list, for the keyboard and for who hears the page.
        let after = cards.iter().filter(|placed| placed.index > index);
        let after = after.min_by_key(|placed| placed.index).map(|placed| &placed.element);
        drop(self.track.insert_before(&placed.element, after.map(AsRef::as_ref)));
        cards.push(placed);
    }

    /// Puts every card where it is now that the track begins elsewhere.
    pub(super) fn place_all(&self) {
        self.cards.borrow().iter().for_each(|placed| self.put(placed));
    }

    fn put(&self, placed: &Placed) {
        // One that has the focus may be far away, and before the track's beginning.
        let signed = |index: usize| i64::try_from(index).unwrap_or_default();
        let at = signed(placed.index) - signed(self.base.get());
        drop(placed.element.style().set_property("--at", &at.to_string()));
        drop(placed.element.set_attribute("aria-setsize", &self.total().to_string()));
    }

    /// Lets the keyboard come in at the cards in view: from the buttons Tab would else go to the
    /// first one that exists, and take the rail back. Once it is in, all are open to it.
    pub(super) fn open(&self) {
        let Some(track) = self.measure() else { return };
        let (inside, in_view) = (holds_focus(&self.track), track.in_view());
        for placed in self.cards.borrow().iter() {
            let Ok(Some(link)) = placed.element.query_selector("a") else { continue };
            drop(if inside || in_view.has(placed.index) {
                link.remove_attribute("tabindex")
            } else {
                link.set_attribute("tabindex", "-1")
            });
        }
    }

    /// Tells the buttons whether there is anything to either side.
    fn tell(&self, track: &Track) {
        let ends = (track.at_start(), track.at_end());
        if self.ends.replace(Some(ends)) == Some(ends) {
            return;
        }
        let end = |action: &str, at_end: bool| {
            let selector = format!("[data-do={action}]");
            if let Ok(Some(button)) = self.section.query_selector(&selector) {
                drop(button.set_attribute("aria-disabled", if at_end { "true" } else { "false" }));
            }
        };
        end("rail-previous", ends.0);
        end("rail-next", ends.1);
    }
}

/// The space between two cards, in CSS pixels, as the style has it.
fn gap(track: &HtmlElement) -> f64 {
    browser::window()
        .get_computed_style(track)
        .ok()
        .flatten()
        .and_then(|style| style.get_property_value("column-gap").ok())
        // The browser's own reading stops at the unit, and says NaN where there is no number.
        .map(|gap| js_sys::parse_float(&gap))
        .filter(|gap| gap.is_finite())
        .unwrap_or_default()
}

fn holds_focus(element: &Element) -> bool {
    let active = browser::document().active_element();
    active.is_some_and(|active| element.contains(Some(&active)))
}
