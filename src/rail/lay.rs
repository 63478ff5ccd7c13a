//! Laying the cards: which exist, where they stand, and what is said of it.

use std::any::Any;
use std::rc::Rc;

use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::attach::{Inner, Placed};
use super::near::Wait;
use super::view;
use super::{Span, Track};
use crate::browser;
use crate::i18n::Say;

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
        true
    }

    fn total(&self) -> usize {
        if self.standing.get() {
            let cards = self.track.query_selector_all(":scope > li");
            cards.map_or(0, |cards| cards.length() as usize)
        } else {
            self.feed.total()
        }
    }

    /// The track as it is now; none before there are cards to measure.
    pub(super) fn measure(&self) -> Option<Track> {
        // Not simply the first element: an extension may have put one of its own there.
        let first = self.track.query_selector(":scope > li").ok().flatten()?;
        let gap = gap(&self.track);
        let pitch = first.get_bounding_client_rect().width() + gap;
        Some(Track {
            pitch,
            // The last card has no space after it that could be scrolled to.
            port: f64::from(self.port.client_width()) + gap,
            scrolled: f64::from(self.port.scroll_left()),
            total: self.total(),
        })
    }

    /// Puts the cards near the port in their places, takes the others away, and asks for more
    /// where the reader comes to the end of what is known. Never writes where it is scrolled to.
    pub(super) fn lay(self: &Rc<Self>) {
        if self.standing.get() && !(self.feed.total() > 0 && self.refill()) {
            if let Some(track) = self.measure() {
                self.tell(&track);
            }
            return;
        }
        let total = self.feed.total();
        if total == 0 {
            if !self.feed.has_more() {
                // An only article has no neighbours, and no rail.
                drop(self.section.set_attribute("hidden", ""));
            }
            return;
        }
        if self.cards.borrow().is_empty() {
            self.place(0);
        }
        let Some(track) = self.measure() else { return };
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "far below 2^52 cards"
        )]
        let length = (total as f64 * track.pitch - gap(&self.track)).ceil() as u32;
        drop(self.track.style().set_property("width", &format!("{length}px")));
        let wanted = track.wanted();
        self.cards.borrow_mut().retain(|placed| {
            // The first one is the measure of all.
            let keep =
                placed.index == 0 || wanted.has(placed.index) || holds_focus(&placed.element);
            if !keep {
                placed.element.remove();
            }
            keep
        });
        for index in wanted.from..wanted.to {
            self.place(index);
        }
        self.tell(&track);
        if wanted.to > self.feed.known() && self.feed.has_more() {
            self.ask();
        }
    }

    /// Puts a card in its place, or the plate of one that is still to come.
    fn place(&self, index: usize) {
        let card = self.feed.card(index);
        let mut cards = self.cards.borrow_mut();
        let old = cards.iter().position(|placed| placed.index == index);
        if old.is_some_and(|at| cards[at].filled || card.is_none()) {
            return;
        }
        let Ok(element) = browser::document().create_element("li") else { return };
        let Ok(element) = element.dyn_into::<HtmlElement>() else { return };
        drop(element.style().set_property("--at", &index.to_string()));
        let filled = card.is_some();
        let owner = card.map(|card| {
            let paper = Rc::clone(&self.paper);
            let owner = mount_to(element.clone(), move || view::card(&paper, &card));
            Box::new(owner) as Box<dyn Any>
        });
        if let Some(at) = old {
            cards.swap_remove(at).element.remove();
        }
        // In the order of the list, for the keyboard and for who hears the page.
        let after = cards.iter().filter(|placed| placed.index > index);
        let after = after.min_by_key(|placed| placed.index).map(|placed| placed.element.clone());
        drop(self.track.insert_before(&element, after.as_deref()));
        cards.push(Placed { index, element: element.into(), filled, _owner: owner });
    }

    /// Says where the rail is: to the buttons and to who hears the page.
    fn tell(&self, track: &Track) {
        let Span { from, to } = track.in_view();
        let end = |action: &str, at_end: bool| {
            let selector = format!("[data-do={action}]");
            if let Ok(Some(button)) = self.section.query_selector(&selector) {
                drop(button.set_attribute("aria-disabled", if at_end { "true" } else { "false" }));
            }
        };
        end("rail-previous", track.at_start());
        end("rail-next", track.at_end());
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let words =
            self.paper.say(Say::StoriesOf(number(from + 1), number(to), number(track.total)));
        if let Ok(Some(status)) = self.section.query_selector("[role=status]") {
            // At rest at the start there is nothing to say yet.
            let moved = !track.at_start() || status.text_content().is_some_and(|t| !t.is_empty());
            if moved && status.text_content().as_deref() != Some(&words) {
                status.set_text_content(Some(&words));
            }
        }
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
