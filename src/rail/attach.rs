use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use leptos::mount::mount_to;
use story::model::{ArticleId, Slug};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::feed::Feed;
use super::near::{Wait, Watch};
use super::view;
use super::{Span, Track};
use crate::Paper;
use crate::browser;
use crate::browser::listen::{Listener, Phase};
use crate::fetch::Client;
use crate::i18n::Say;

/// The rail of the page shown.
pub struct Rail(Rc<Inner>);

struct Inner {
    paper: Rc<Paper>,
    feed: Feed,
    section: HtmlElement,
    port: HtmlElement,
    track: HtmlElement,
    /// The cards that exist, by their index.
    cards: RefCell<HashMap<usize, Placed>>,
    /// Whether the cards that came with the page stand there still: the article's neighbours, in a
    /// plain row. They give way to the newest ones only while nobody sees it.
    standing: Cell<bool>,
    asking: Cell<bool>,
    failed: Cell<bool>,
    /// Where it was scrolled when the page was left: elements forget that outside the document.
    left_at: Cell<i32>,
    watch: RefCell<Option<Watch>>,
    listeners: RefCell<Vec<Listener>>,
}

struct Placed {
    element: Element,
    filled: bool,
    _owner: Option<Box<dyn Any>>,
}

impl Rail {
    /// Takes over the rail of a page; none where the page has none.
    #[must_use]
    pub fn attach(
        paper: &Rc<Paper>,
        client: &Client,
        main: &HtmlElement,
        slug: Slug,
        own: ArticleId,
    ) -> Option<Self> {
        let find = |within: &HtmlElement, selector: &str| -> Option<HtmlElement> {
            within.query_selector(selector).ok().flatten()?.dyn_into().ok()
        };
        let section = find(main, "section.rail")?;
        let inner = Rc::new(Inner {
            paper: Rc::clone(paper),
            feed: Feed::new(client.clone(), slug, own),
            port: find(&section, ".rail-port")?,
            track: find(&section, ".rail-track")?,
            section,
            cards: RefCell::default(),
            standing: Cell::new(false),
            asking: Cell::new(false),
            failed: Cell::new(false),
            left_at: Cell::new(0),
            watch: RefCell::default(),
            listeners: RefCell::default(),
        });
        inner.standing.set(inner.track.child_element_count() > 0);
        inner.listen();
        // Once near, there is nothing more to watch for.
        inner.once(Wait::Near, |rail| rail.ask());
        Some(Self(inner))
    }

    /// Answers the buttons: −1 back, 1 on.
    pub fn step(&self, by: i32) {
        let Some(track) = self.0.measure() else { return };
        let options = ScrollToOptions::new();
        options.set_left(track.step(by));
        let calm = browser::reduced_motion();
        options.set_behavior(if calm { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
        self.0.port.scroll_to_with_scroll_to_options(&options);
    }

    /// Asks again after a failure.
    pub fn retry(&self) {
        self.0.failed.set(false);
        if let Ok(Some(button)) = self.0.section.query_selector("[data-do=rail-retry]") {
            button.remove();
        }
        self.0.ask();
    }

    /// The page leaves the document.
    pub fn pause(&self) {
        self.0.left_at.set(self.0.port.scroll_left());
    }

    /// The page is back in the document.
    pub fn resume(&self) {
        self.0.port.set_scroll_left(self.0.left_at.get());
        self.0.lay();
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) {
        let on = |target: &web_sys::EventTarget, kind| {
            let rail = Rc::downgrade(self);
            Listener::new(target, kind, Phase::Passive, move |_| {
                if let Some(rail) = rail.upgrade() {
                    rail.lay();
                }
            })
        };
        *self.listeners.borrow_mut() =
            vec![on(&self.port, "scroll"), on(&browser::window(), "resize")];
    }

    fn once(self: &Rc<Self>, wait: Wait, call: impl Fn(&Rc<Self>) + 'static) {
        let weak = Rc::downgrade(self);
        *self.watch.borrow_mut() = Watch::new(&self.section, wait, move || {
            if let Some(rail) = weak.upgrade() {
                // Its closure is the one that runs: dropped only after it.
                let over = rail.watch.borrow_mut().take();
                call(&rail);
                drop(over);
            }
        });
    }

    /// Puts the newest cards in the place of those that came with the page, where nobody sees it
    /// and nobody has begun with these; else waits until it is out of view.
    fn refill(self: &Rc<Self>) -> bool {
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
            self.track.child_element_count() as usize
        } else {
            self.feed.total()
        }
    }

    /// The track as it is now; none before there are cards to measure.
    fn measure(&self) -> Option<Track> {
        let first = self.track.first_element_child()?;
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

    /// Asks for the next file.
    fn ask(self: &Rc<Self>) {
        if self.asking.replace(true) || self.failed.get() {
            return;
        }
        let rail = Rc::clone(self);
        spawn_local(async move {
            let result = rail.feed.more().await;
            rail.asking.set(false);
            match result {
                Ok(()) => rail.lay(),
                Err(_) => rail.fail(),
            }
        });
    }

    /// Nothing but a quiet way to try again.
    fn fail(&self) {
        self.failed.set(true);
        if self.standing.get() {
            // There is something to read: nothing to say.
            return;
        }
        let Ok(button) = browser::document().create_element("button") else { return };
        drop(button.set_attribute("type", "button"));
        drop(button.set_attribute("data-do", "rail-retry"));
        button.set_class_name("rail-retry");
        button.set_text_content(Some(&self.paper.say(Say::TryAgain)));
        drop(self.section.append_child(&button));
    }

    /// Puts the cards near the port in their places, takes the others away, and asks for more
    /// where the reader comes to the end of what is known. Never writes where it is scrolled to.
    fn lay(self: &Rc<Self>) {
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
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52 cards")]
        let length = total as f64 * track.pitch - gap(&self.track);
        drop(self.track.style().set_property("width", &format!("{length}px")));
        let wanted = track.wanted();
        self.cards.borrow_mut().retain(|index, placed| {
            // The first one is the measure of all.
            let keep = *index == 0 || wanted.has(*index) || holds_focus(&placed.element);
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
        if cards.get(&index).is_some_and(|placed| placed.filled || card.is_none()) {
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
        if let Some(old) = cards.remove(&index) {
            old.element.remove();
        }
        // In the order of the list, for the keyboard and for who hears the page.
        let after = cards.iter().filter(|(at, _)| **at > index).min_by_key(|(at, _)| **at);
        let after = after.map(|(_, placed)| placed.element.clone());
        drop(self.track.insert_before(&element, after.as_deref()));
        cards.insert(index, Placed { element: element.into(), filled, _owner: owner });
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
        .and_then(|gap| gap.trim_end_matches("px").parse().ok())
        .unwrap_or_default()
}

fn holds_focus(element: &Element) -> bool {
    let active = browser::document().active_element();
    active.is_some_and(|active| element.contains(Some(&active)))
}
