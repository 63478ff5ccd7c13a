use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::model::{ArticleId, Slug};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::feed::Feed;
use super::near::{Wait, Watch};
use crate::Paper;
use crate::browser;
use crate::browser::listen::{Listener, Phase};
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
    pub(super) asking: Cell<bool>,
    pub(super) failed: Cell<bool>,
    /// Where it was scrolled when the page was left: elements forget that outside the document.
    pub(super) left_at: Cell<i32>,
    pub(super) watch: RefCell<Option<Watch>>,
    pub(super) listeners: RefCell<Vec<Listener>>,
}

/// A card in its place, or the plate of one that is still to come.
pub(super) struct Placed {
    pub(super) index: usize,
    pub(super) element: Element,
    pub(super) filled: bool,
    pub(super) _owner: Option<Box<dyn Any>>,
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
        // What is out of the document is out of view, but that is not what was waited for.
        self.0.watch.take();
    }

    /// The page is back in the document.
    pub fn resume(&self) {
        self.0.port.set_scroll_left(self.0.left_at.get());
        if !self.0.standing.get() && self.0.feed.total() > 0 {
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
            if rail.feed.total() > 0 {
                rail.lay();
            } else {
                rail.once(Wait::Near, |rail| rail.ask());
            }
        });
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

    /// Calls once, when it is so.
    pub(super) fn once(self: &Rc<Self>, wait: Wait, call: impl Fn(&Rc<Self>) + 'static) {
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

    /// Asks for the next file.
    pub(super) fn ask(self: &Rc<Self>) {
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
}
