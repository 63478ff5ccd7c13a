//! What stands and moves in the stage: the row of pictures, and the one in the middle.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use story::album::Word;
use wasm_bindgen::closure::Closure;
use web_sys::DomRect;

use super::album::Album;
use super::dom::{after_frame, page_image, say, set};
use super::listen::Listener;
use super::motion::Motion;
use super::stage::{Stage, end};
use super::view::View;
use crate::css::whole;
use crate::gesture::Gesture;
use crate::zoom::{Frame, Point, Pose};

/// Between two pictures, in px.
const GAP: f64 = 16.0;

/// The open lightbox.
pub(super) struct Show {
    pub stage: Stage,
    pub album: Rc<Album>,
    pub number: Cell<u32>,
    pub view: Cell<View>,
    /// How everything stood when the fingers came.
    pub base: Cell<View>,
    pub gesture: RefCell<Gesture>,
    /// Whether the press under way, or the last one, was one that moved nothing.
    pub pressed: Cell<bool>,
    /// While the row goes back to its place under a pinch, the picture stays under the fingers.
    pub anchored: Cell<bool>,
    /// Since when nothing has moved, in ms of the frames' clock; infinite while something does.
    pub rested: Cell<f64>,
    pub overview: RefCell<Option<super::overview::Overview>>,
    pub listeners: RefCell<Vec<Listener>>,
    pub motion: Cell<Option<Motion>>,
    /// The frame that was asked for.
    pub asked: Cell<Option<i32>>,
    /// When the last frame was.
    pub last: Cell<f64>,
    /// How dark the ground was drawn last.
    pub faded: Cell<f64>,
    rtl: bool,
    pub frame: Closure<dyn FnMut(f64)>,
}

impl Show {
    /// Opens over the page, on this picture.
    /// Grows out of this place of the window, where there is one.
    pub fn open(stage: Stage, album: &Rc<Album>, number: u32, from: Option<&DomRect>) -> Rc<Self> {
        let root = stage.dialog.owner_document().and_then(|document| document.document_element());
        let rtl = root.is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"));
        let show = Rc::new_cyclic(|this: &Weak<Self>| {
            let this = Weak::clone(this);
            Self {
                stage,
                album: Rc::clone(album),
                number: Cell::new(number),
                view: Cell::new(View::REST),
                base: Cell::new(View::REST),
                gesture: RefCell::default(),
                pressed: Cell::default(),
                anchored: Cell::default(),
                rested: Cell::default(),
                overview: RefCell::default(),
                listeners: RefCell::default(),
                motion: Cell::default(),
                asked: Cell::default(),
                last: Cell::default(),
                faded: Cell::new(f64::NAN),
                rtl,
                frame: Closure::wrap(Box::new(move |ms: f64| {
                    if let Some(show) = this.upgrade() {
                        show.tick(ms);
                    }
                })),
            }
        });
        show.stage.open();
        show.tell();
        show.wake();
        show.fade(if from.is_some() { 0.0 } else { 1.0 });
        // From here on the browser is asked where everything stands, and nothing is written that
        // would have it lay the page out again.
        show.fill(number);
        if let Some(from) = from.and_then(|place| show.grown_from(place)) {
            show.view.set(from);
            show.glide(View::REST);
        }
        show.draw();
        show.stage.take_focus();
        if page_image(number).is_none() {
            // There is nothing to be seen until it comes.
            show.stage.slide(number).ask(&show.album, 1.0, true);
        }
        let opened = Rc::downgrade(&show);
        after_frame(Box::new(move || {
            if let Some(show) = opened.upgrade() {
                show.opened();
            }
        }));
        show
    }

    /// The first frame is on its way: what could wait for it.
    fn opened(&self) {
        self.stage.close_the_page();
        // Where the place of the page's scroll bar is not kept, the window is wider now.
        if f64::from(self.stage.dialog.client_width()) != self.geometry().stage.width {
            self.lay();
        }
        self.stage.slide(self.number.get()).ask(&self.album, 1.0, true);
        if self.motion.get().is_none() {
            self.fill_around();
            self.draw();
        }
    }

    /// How the picture stands on a place of the window.
    fn grown_from(&self, place: &DomRect) -> Option<View> {
        let frame = self.geometry();
        let scale = (place.width() / frame.size.width).max(place.height() / frame.size.height);
        let moved = Point {
            x: place.left() + place.width() / 2.0 - frame.middle.x,
            y: place.top() + place.height() / 2.0 - frame.middle.y,
        };
        let pose = Pose { scale, moved };
        scale.is_finite().then_some(View { track: 0.0, pose, fade: 0.0 })
    }

    pub fn geometry(&self) -> Frame {
        self.stage.slide(self.number.get()).geometry()
    }

    /// The stage's width, and where the next picture stands: 1 to the right.
    pub fn pitch(&self) -> (f64, f64) {
        (self.geometry().stage.width + GAP, if self.rtl { -1.0 } else { 1.0 })
    }

    pub fn rtl(&self) -> bool {
        self.rtl
    }

    /// Goes to a picture.
    pub fn turn(&self, to: u32) {
        // Of the picture that is there: the next one may not have been measured yet.
        let (pitch, direction) = self.pitch();
        let from = self.number.replace(to);
        self.stage.slide(from).pose(Pose::FIT);
        let mut view = View { track: self.view.get().track, ..View::REST };
        self.anchored.set(false);
        // From one end to the other is no journey that anybody wants to watch.
        view.track += match i64::from(to) - i64::from(from) {
            1 => pitch * direction,
            -1 => -pitch * direction,
            0 => 0.0,
            _ => -view.track,
        };
        self.view.set(view);
        self.fill(to);
        self.stage.slide(to).ask(&self.album, 1.0, true);
        self.fill_around();
        self.tell();
        self.glide(View::REST);
    }

    /// Puts a picture in its place.
    fn fill(&self, number: u32) {
        let slide = self.stage.slide(number);
        slide.fill(&self.album, number);
        slide.current(number == self.number.get());
    }

    /// Fills the places around the picture shown. Nobody sees them in the first frame, so they come
    /// after it: with the lightbox at rest, or with the first finger.
    pub fn fill_around(&self) {
        let number = self.number.get();
        for near in [number + 1, number - 1] {
            self.fill(near);
            self.stage.slide(near).ask(&self.album, 1.0, false);
        }
    }

    /// Says which picture is shown.
    fn tell(&self) {
        let (number, all) = (self.number.get(), self.album.len());
        let mut count = String::new();
        whole(&mut count, number.into());
        count.push('/');
        whole(&mut count, all.into());
        say(&self.stage.count, &count);
        say(&self.stage.status, &self.album.place(number));
        say(&self.stage.note, "");
        end(&self.stage.previous, number <= 1);
        end(&self.stage.next, number >= all);
        if let Some(photo) = self.album.photo(number) {
            set(&self.stage.download, "href", photo.widest());
        }
    }

    /// The window or a caption has changed: everything is measured anew and stands where it should.
    pub fn lay(&self) {
        for slide in &self.stage.slides {
            slide.lay();
        }
        self.motion.set(None);
        let pose = self.geometry().held(self.view.get().pose);
        self.view.set(View { pose, ..View::REST });
        self.draw();
        self.stage.slide(self.number.get()).ask(&self.album, pose.scale, true);
    }

    /// A line that is shown and spoken until the reader goes on.
    pub fn note(&self, word: Word) {
        say(&self.stage.note, &self.album.word(word));
    }
}
