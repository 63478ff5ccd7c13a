use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, EventTarget, HtmlElement, MouseEvent, ScrollRestoration};

use super::album::Album;
use super::dom::{
    after, document, focus, in_view, link, options, page_image, still, target, window,
};
use super::listen::Listener;
use super::overview::Overview;
use super::show::Show;
use super::stage::{Stage, has_overview, lock};
use super::{entry, hands, keyboard, send};
use crate::history::{Act, Event, State, decide};
use crate::zoom::{Point, STEP};

/// A way back that has not come by now, in ms, leads nowhere.
const OVERDUE_MS: i32 = 1_000;
/// How long after a closing the dialog is made for the next opening, in ms: the page is at rest.
const READY_MS: i32 = 500;

/// The lightbox of the page shown. One for the whole document; clones share everything.
#[derive(Clone)]
pub(super) struct Control(Rc<Inner>);

struct Inner {
    /// None while the pictures of the page shown are not known.
    album: RefCell<Option<Rc<Album>>>,
    state: Cell<State>,
    show: RefCell<Option<Rc<Show>>>,
    /// The dialog's elements, made before anybody presses.
    ready: RefCell<Option<Stage>>,
    /// What had the focus before.
    opener: RefCell<Option<HtmlElement>>,
    /// What the browser did about scrolling before an entry was added.
    scrolling: Cell<Option<ScrollRestoration>>,
    /// How often it went back, to tell one way back from the next.
    backs: Cell<u32>,
}

impl Control {
    pub fn new() -> Self {
        Self(Rc::new(Inner {
            album: RefCell::default(),
            state: Cell::new(State::Shut),
            show: RefCell::default(),
            ready: RefCell::default(),
            opener: RefCell::default(),
            scrolling: Cell::default(),
            backs: Cell::default(),
        }))
    }

    pub fn page(&self, album: Option<Array>) {
        self.act(Event::Page);
        *self.0.album.borrow_mut() = album.map(|handed| Rc::new(Album::new(&handed)));
        self.make_ready();
    }

    /// Builds the dialog ahead of the press.
    fn make_ready(&self) {
        let album = self.0.album.borrow().clone().filter(|album| album.len() > 0);
        let stage = album.as_deref().map(Stage::build);
        self.0.ready.replace(stage);
    }

    pub fn press(&self, number: u32) {
        self.act(Event::Press(number));
    }

    pub fn arrive(&self, number: u32) {
        if self.0.album.borrow().is_none() {
            return;
        }
        self.act(Event::Arrive((number > 0).then_some(number), entry::origin()));
        if self.0.state.get() == State::Shut && self.0.scrolling.get().is_some() {
            // Not at once: WebKit looks at it, and scrolls, only after it has told of the entry.
            let this = self.clone();
            let let_scroll = move || {
                if this.0.state.get() == State::Shut
                    && let Some(mode) = this.0.scrolling.take()
                {
                    entry::let_scroll(mode);
                }
            };
            after(0, Box::new(let_scroll));
        }
    }

    pub fn close(&self) {
        self.act(Event::Close);
    }

    /// Goes so many pictures on. False where there is none.
    pub fn turn(&self, steps: i32) -> bool {
        let Some(here) = self.0.state.get().picture() else { return false };
        let to = here.saturating_add_signed(steps);
        self.go(to);
        self.0.state.get().picture() == Some(to)
    }

    /// Goes to a picture.
    pub fn go(&self, number: u32) {
        self.act(Event::Turn(number));
    }

    /// Shows all pictures at a glance, or the one again.
    pub fn overview(&self) {
        let Some(show) = self.show() else { return };
        let open = show.overview.borrow_mut().take();
        if let Some(overview) = open {
            overview.close(&show.stage);
        } else if has_overview(&show.album) {
            let overview = Overview::open(&show.stage, &show.album, show.number.get());
            *show.overview.borrow_mut() = Some(overview);
        }
    }

    fn show(&self) -> Option<Rc<Show>> {
        self.0.show.borrow().clone()
    }

    fn act(&self, event: Event) {
        let pictures = self.0.album.borrow().as_ref().map_or(0, |album| album.len());
        let before = self.0.state.get();
        let (state, acts) = decide(before, event, pictures);
        self.0.state.set(state);
        let Some(number) = state.picture().or(before.picture()) else {
            if acts.contains(&Act::Bare) {
                entry::bare();
            }
            return;
        };
        for act in acts {
            match act {
                Act::Show => self.put(number, matches!(event, Event::Press(_))),
                Act::Hide => self.hide(number),
                Act::Push => {
                    if self.0.scrolling.get().is_none() {
                        self.0.scrolling.set(entry::hold_scroll());
                    }
                    entry::push(number);
                }
                Act::Replace => entry::replace(number),
                Act::Bare => entry::bare(),
                Act::Back => self.back(),
            }
        }
    }

    fn back(&self) {
        let this = self.clone();
        let back = this.0.backs.get() + 1;
        self.0.backs.set(back);
        entry::back();
        let overdue = move || {
            if this.0.backs.get() == back {
                this.act(Event::Overdue);
            }
        };
        after(OVERDUE_MS, Box::new(overdue));
    }

    /// Shows a picture, opening the lightbox where it is closed.
    fn put(&self, number: u32, grows: bool) {
        if let Some(show) = self.show() {
            if show.number.get() != number {
                show.turn(number);
            }
            return;
        }
        let Some(album) = self.0.album.borrow().clone() else { return };
        *self.0.opener.borrow_mut() = document().active_element().map(JsCast::unchecked_into);
        // Before anything is changed: later it would cost a layout.
        let from = page_image(number).filter(|image| grows && !still() && in_view(image));
        let from = from.map(|image| image.get_bounding_client_rect());
        let stage = self.0.ready.take().unwrap_or_else(|| Stage::build(&album));
        let show = Show::open(stage, &album, number, from.as_ref());
        hands::note_page_zoom(&show);
        *show.listeners.borrow_mut() = self.listen(&show);
        *self.0.show.borrow_mut() = Some(show);
    }

    fn hide(&self, number: u32) {
        // Out of the cell first: closing calls listeners that look into it.
        let show = self.0.show.borrow_mut().take();
        let Some(show) = show else { return };
        show.listeners.borrow_mut().clear();
        show.stage.dialog.close();
        show.stage.dialog.remove();
        drop(show);
        lock(false);
        let this = self.clone();
        after(
            READY_MS,
            Box::new(move || {
                if this.0.ready.borrow().is_none() {
                    this.make_ready();
                }
            }),
        );
        let opener = self.0.opener.borrow_mut().take();
        // To the picture shown last, brought into view.
        if let Some(back) = link(number).or(opener) {
            if !in_view(&back) {
                let options = options("block", &"center".into());
                drop(Reflect::set(&options, &"behavior".into(), &"instant".into()));
                let options = options.unchecked_ref();
                back.scroll_into_view_with_scroll_into_view_options(options);
            }
            focus(&back);
        }
    }

    fn pressed(&self, show: &Rc<Show>, event: &DomEvent) {
        if let Some(button) = target(event, "button") {
            let name = button.class_name();
            match name.as_str() {
                "lightbox-close" => self.close(),
                "lightbox-previous" => drop(self.turn(-1)),
                "lightbox-next" => drop(self.turn(1)),
                "lightbox-larger" => keyboard::zoom(show, STEP),
                "lightbox-smaller" => keyboard::zoom(show, 1.0 / STEP),
                "lightbox-overview" => self.overview(),
                "lightbox-share" => send::share(show),
                "lightbox-thumb" => {
                    self.overview();
                    if let Some(number) = Overview::number(&button) {
                        self.go(number);
                    }
                }
                "slide-retry" => {
                    focus(show.stage.dialog.unchecked_ref());
                    show.stage.slide(show.number.get()).again(&show.album);
                }
                _ => {}
            }
            return;
        }
        // Beside the picture.
        if target(event, ".lightbox-stage").is_some()
            && target(event, "figcaption").is_none()
            && show.pressed.take()
        {
            let mouse: &MouseEvent = event.unchecked_ref();
            let at = Point { x: mouse.client_x().into(), y: mouse.client_y().into() };
            if !show.geometry().holds(show.view.get().pose, at) {
                self.close();
            }
        }
    }

    /// The reader wants out: of the overview, or else of the lightbox.
    pub fn cancelled(&self, show: &Show, event: &DomEvent) {
        // The browser would close the dialog by itself, without its entry.
        event.prevent_default();
        if show.overview.borrow().is_some() {
            self.overview();
        } else {
            self.close();
        }
    }

    fn listen(&self, show: &Rc<Show>) -> Vec<Listener> {
        type Call = fn(&Control, &Rc<Show>, &DomEvent);
        let on = |target: &EventTarget, kind, call: Call| {
            let (control, show) = (self.clone(), Rc::downgrade(show));
            let call = move |event| {
                if let Some(show) = show.upgrade() {
                    call(&control, &show, &event);
                }
            };
            Listener::new(target, kind, Box::new(call))
        };
        let dialog = &show.stage.dialog;
        let mut all = vec![
            on(dialog, "click", Self::pressed),
            on(dialog, "keydown", |control, show, event| keyboard::key(control, show, event)),
            on(dialog, "cancel", |control, show, event| control.cancelled(show, event)),
            // A second Escape in a row closes in spite of the above.
            on(dialog, "close", |control, _, _| control.close()),
            on(dialog, "wheel", |_, show, event| hands::wheel(show, event)),
            on(&window(), "resize", |_, show, _| show.lay()),
        ];
        for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
            all.push(on(dialog, kind, hands::pointer));
        }
        if let Some(viewport) = window().visual_viewport() {
            all.push(on(&viewport, "resize", |_, show, _| hands::note_page_zoom(show)));
        }
        all
    }
}
