use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::url::{photo_fragment, photo_of};
use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlElement, KeyboardEvent};

use super::stage::Stage;
use super::{Album, entry};
use crate::Paper;
use crate::browser::listen::{Listener, Phase};
use crate::browser::{self, focus, target_of};
use crate::gallery::history::{Act, Event, Origin, decide};

/// The lightbox of the page shown. One for the whole app; clones share everything.
#[derive(Clone)]
pub struct Lightbox(Rc<Inner>);

struct Inner {
    paper: Rc<Paper>,
    /// None while the pictures of the page shown are not known.
    album: RefCell<Option<Rc<Album>>>,
    open: RefCell<Option<Open>>,
}

/// What there is only while it is open.
struct Open {
    stage: Stage,
    number: Cell<u32>,
    origin: Cell<Origin>,
    /// Where the focus goes back to.
    opener: Option<HtmlElement>,
    _listeners: Vec<Listener>,
}

impl Lightbox {
    /// A lightbox without pictures yet.
    #[must_use]
    pub fn new(paper: Rc<Paper>) -> Self {
        Self(Rc::new(Inner { paper, album: RefCell::default(), open: RefCell::default() }))
    }

    /// Takes the pictures of the page shown, none where they are not known yet; closes what was
    /// open of another page.
    pub fn page(&self, album: Option<Album>) {
        self.hide();
        *self.0.album.borrow_mut() = album.map(Rc::new);
    }

    /// Whether it knows the pictures of the page shown.
    #[must_use]
    pub fn knows(&self) -> bool {
        self.0.album.borrow().is_some()
    }

    /// Answers a press on a picture's link.
    pub fn open_from_link(&self, number: u32) {
        self.act(Event::Press(number));
    }

    /// Shows what the address names: after a load, after a move that ends at a picture, and after
    /// Back and Forward within the article. Nothing happens while the pictures are not known.
    pub fn arrive(&self) {
        if !self.knows() {
            return;
        }
        let fragment = browser::window().location().hash().unwrap_or_default();
        self.act(Event::Arrive(photo_of(&fragment)));
    }

    fn pictures(&self) -> u32 {
        self.0.album.borrow().as_ref().map_or(0, |album| album.len())
    }

    fn close(&self) {
        self.act(Event::Close);
    }

    fn act(&self, event: Event) {
        let open = self.0.open.borrow().as_ref().map(|open| (open.number.get(), open.origin.get()));
        let pictures = self.pictures();
        for act in decide(open, event, pictures) {
            match act {
                Act::Show(number) => self.show(number),
                Act::Hide => self.hide(),
                Act::Push(number) => entry::push(number),
                Act::Replace(number) => {
                    entry::replace(number);
                    if let Some(open) = &*self.0.open.borrow() {
                        open.number.set(number);
                    }
                }
                Act::Bare => entry::bare(),
                Act::Back => entry::back(),
            }
        }
    }

    fn show(&self, number: u32) {
        if let Some(open) = &*self.0.open.borrow() {
            open.number.set(number);
            open.origin.set(entry::origin());
            open.stage.scroll_to(number, false);
            open.stage.settle(number);
            return;
        }
        let opener = focus::current();
        let Some(album) = self.0.album.borrow().clone() else { return };
        let Some(stage) = Stage::build(&self.0.paper, &album) else { return };
        stage.open();
        stage.scroll_to(number, false);
        stage.settle(number);
        let listeners = self.listen(&stage);
        *self.0.open.borrow_mut() = Some(Open {
            stage,
            number: Cell::new(number),
            origin: Cell::new(entry::origin()),
            opener,
            _listeners: listeners,
        });
    }

    fn hide(&self) {
        // Out of the cell first: closing calls listeners that look into it.
        let open = self.0.open.borrow_mut().take();
        let Some(open) = open else { return };
        open.stage.close();
        // To the picture shown last where it is in view, else to what was pressed.
        let shown = browser::find(&format!("a[href=\"{}\"]", photo_fragment(open.number.get())));
        let back = shown.filter(|picture| browser::in_view(picture)).or(open.opener);
        if let Some(element) = back {
            focus::quietly(&element);
        }
    }

    /// Turns to a picture; the scrolling tells when it is in view.
    fn turn(&self, by: i32) {
        if let Some(open) = &*self.0.open.borrow() {
            let all = self.pictures();
            let to = open.number.get().saturating_add_signed(by).clamp(1, all);
            // From one end to the other is no journey that anybody wants to watch.
            open.stage.scroll_to(to, by.abs() == 1);
        }
    }

    /// The track came to rest somewhere, or is on its way over somewhere.
    fn scrolled(&self) {
        let number = match &*self.0.open.borrow() {
            Some(open) => match open.stage.number_in_view() {
                Some(number) if number != open.number.get() => {
                    open.stage.settle(number);
                    number
                }
                _ => return,
            },
            None => return,
        };
        self.act(Event::Turn(number));
    }

    fn pressed(&self, event: &DomEvent) {
        if target_of(event, ".lightbox-close").is_some() {
            self.close();
        } else if target_of(event, ".lightbox-previous").is_some() {
            self.turn(-1);
        } else if target_of(event, ".lightbox-next").is_some() {
            self.turn(1);
        } else if target_of(event, "img, figcaption, button").is_none() {
            // Beside the picture.
            self.close();
        }
    }

    fn key(&self, event: &DomEvent) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        match key.key().as_str() {
            "ArrowLeft" => self.turn(-1),
            "ArrowRight" => self.turn(1),
            "Home" => self.turn(i32::MIN / 2),
            "End" => self.turn(i32::MAX / 2),
            _ => return,
        }
        event.prevent_default();
    }

    fn listen(&self, stage: &Stage) -> Vec<Listener> {
        let on = |target: &web_sys::EventTarget, kind, phase, call: fn(&Self, &DomEvent)| {
            let lightbox = self.clone();
            Listener::new(target, kind, phase, move |event| call(&lightbox, &event))
        };
        vec![
            on(&stage.dialog, "click", Phase::Bubble, Self::pressed),
            on(&stage.dialog, "keydown", Phase::Bubble, Self::key),
            // Escape: the browser would close the dialog by itself, without its entry.
            on(&stage.dialog, "cancel", Phase::Bubble, |lightbox, event| {
                event.prevent_default();
                lightbox.close();
            }),
            // A second Escape in a row closes in spite of the above.
            on(&stage.dialog, "close", Phase::Bubble, |lightbox, _| lightbox.close()),
            on(&stage.track, "scroll", Phase::Passive, |lightbox, _| lightbox.scrolled()),
            on(&browser::window(), "resize", Phase::Passive, |lightbox, _| {
                if let Some(open) = &*lightbox.0.open.borrow() {
                    open.stage.scroll_to(open.number.get(), false);
                }
            }),
        ]
    }
}
