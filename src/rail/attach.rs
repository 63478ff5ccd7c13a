use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::model::{ArticleId, Slug};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement};

use super::drag::Drag;
use super::feed::Feed;
use super::near::{Wait, Watch};
use super::{Span, Track};
use crate::Paper;
use crate::browser::listen::{Listener, Phase};
use crate::browser::{self, Timer, target_of};
use crate::fetch::Client;
use crate::i18n::Say;

/// The rail of the page shown.
pub struct Rail(Rc<Inner>);

/// A rail, and everything that lives with it.
pub(super) struct Inner {
    pub(super) paper: Rc<Paper>,
    pub(super) feed: Feed,
    pub(super) section: HtmlElement,
    pub(super) port: HtmlElement,
    pub(super) track: HtmlElement,
    /// The cards that exist, by their index.
    pub(super) cards: RefCell<Vec<Placed>>,
    /// Whether the cards that came with the page stand there still: the article's neighbours, in a
    /// plain row. They give way to the newest ones only while nobody sees it.
    pub(super) standing: Cell<bool>,
    /// What was measured of the track; `None` once it may be wrong.
    pub(super) measured: Cell<Option<Track>>,
    /// The index of the card at the track's beginning.
    pub(super) base: Cell<usize>,
    /// Where it is going by itself.
    pub(super) aim: Cell<Option<f64>>,
    pub(super) rest: RefCell<Option<Timer>>,
    pub(super) touched: Cell<bool>,
    pub(super) drag: RefCell<Option<Drag>>,
    /// When it was let go of after a drag, in ms of the page.
    pub(super) dragged: Cell<f64>,
    /// What was said last of its two ends.
    pub(super) ends: Cell<Option<(bool, bool)>>,
    pub(super) asking: Cell<bool>,
    pub(super) failed: Cell<bool>,
    /// Where it was scrolled when the page was left: elements forget that outside the document.
    pub(super) left_at: Cell<f64>,
    pub(super) watch: RefCell<Option<Watch>>,
    pub(super) listeners: RefCell<Vec<Listener>>,
}

/// What answers an event.
pub(super) type Heard = fn(&Rc<Inner>, &Event);

/// A card in its place, or the plate of one that is still to come.
pub(super) struct Placed {
    pub(super) index: usize,
    pub(super) element: HtmlElement,
    pub(super) filled: bool,
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
            measured: Cell::default(),
            base: Cell::default(),
            aim: Cell::default(),
            rest: RefCell::default(),
            touched: Cell::default(),
            drag: RefCell::default(),
            // Long before the page began: presses are presses.
            dragged: Cell::new(f64::NEG_INFINITY),
            ends: Cell::default(),
            asking: Cell::default(),
            failed: Cell::default(),
            left_at: Cell::default(),
            watch: RefCell::default(),
            listeners: RefCell::default(),
        });
        inner.standing.set(inner.track.child_element_count() > 0);
        inner.listen();
        // Once near, there is nothing more to watch for.
        inner.once(Wait::Near, Inner::begin);
        Some(Self(inner))
    }

    /// Answers the buttons: −1 back, 1 on.
    pub fn step(&self, by: i32) {
        let Some(track) = self.0.measure() else { return };
        // Pressed again on its way, it goes on from where it would have come to.
        let from = self.0.aim.get().unwrap_or(track.scrolled);
        self.0.glide(track.step(from, by));
    }

    /// Asks again after a failure.
    pub fn retry(&self) {
        self.0.failed.set(false);
        if let Ok(Some(button)) = self.0.section.query_selector("[data-do=rail-retry]") {
            button.remove();
        }
        if self.0.feed.begun() {
            self.0.lay();
        } else {
            self.0.begin();
        }
    }

    /// The page leaves the document.
    pub fn pause(&self) {
        self.0.left_at.set(f64::from(self.0.port.scroll_left()));
        // What is out of the document is out of view, but that is not what was waited for.
        self.0.watch.take();
        self.0.stop();
    }

    /// The page is back in the document.
    pub fn resume(&self) {
        self.0.measured.take();
        self.0.scroll_to(self.0.left_at.get());
        if !self.0.standing.get() && self.0.feed.known().total() > 0 {
            return self.0.lay();
        }
        // The reader's place and focus are put back after this: only then it can be told whether
        // the rail is near, and seen.
        let rail = Rc::clone(&self.0);
        spawn_local(async move {
            browser::pause(0).await;
            if !rail.section.is_connected() {
                return;
            }
            if rail.feed.known().total() > 0 {
                rail.lay();
            } else {
                rail.once(Wait::Near, Inner::begin);
            }
        });
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) {
        let mut all = self.drag_listeners();
        let own: [(&'static str, Heard); 9] = [
            ("scroll", |rail, _| {
                rail.lay();
                rail.moved();
            }),
            ("scrollend", |rail, _| rail.rested()),
            ("touchstart", |rail, _| {
                rail.touched.set(true);
                rail.aim.set(None);
            }),
            ("touchend", |rail, _| rail.touched.set(false)),
            ("touchcancel", |rail, _| rail.touched.set(false)),
            ("wheel", |rail, _| rail.aim.set(None)),
            ("keydown", |rail, _| rail.aim.set(None)),
            ("focusin", Self::focused),
            ("focusout", |rail, _| rail.open()),
        ];
        all.extend(own.map(|(kind, call)| self.on(&self.port, kind, Phase::Passive, call)));
        all.push(self.on(&browser::window(), "resize", Phase::Passive, |rail, _| rail.resized()));
        *self.listeners.borrow_mut() = all;
    }

    pub(super) fn on(
        self: &Rc<Self>,
        target: &web_sys::EventTarget,
        kind: &'static str,
        phase: Phase,
        call: Heard,
    ) -> Listener {
        let rail = Rc::downgrade(self);
        Listener::new(target, kind, phase, move |event| {
            if let Some(rail) = rail.upgrade() {
                call(&rail, &event);
            }
        })
    }

    /// A card half in view comes in whole when the keyboard comes to it. A press leaves it where it
    /// is: what is pressed must not move away under the finger.
    fn focused(self: &Rc<Self>, event: &Event) {
        self.open();
        if let Some(card) = target_of(event, "li")
            && target_of(event, ":focus-visible").is_some()
            && let Some(track) = self.measure()
        {
            let left = |element: &HtmlElement| element.get_bounding_client_rect().left();
            if let Some(to) = track.reveal(left(&card) - left(&self.port)) {
                self.glide(to);
            }
        }
    }

    /// Calls once, when it is so.
    pub(super) fn once(self: &Rc<Self>, wait: Wait, call: fn(&Rc<Self>)) {
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

    /// Asks for the newest cards.
    fn begin(self: &Rc<Self>) {
        self.ask(Span::default());
    }

    /// Asks for the next file that is missing of these cards, and so on until none is.
    pub(super) fn ask(self: &Rc<Self>, cards: Span) {
        if self.asking.get() || self.failed.get() {
            return;
        }
        let Some(wanted) = self.feed.wanted(cards) else { return };
        self.asking.set(true);
        let rail = Rc::clone(self);
        spawn_local(async move {
            let result = rail.feed.bring(wanted).await;
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
}
