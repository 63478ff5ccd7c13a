//! What stands and moves in the stage: the row of pictures, and the one in the middle.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use story::album::Word;
use wasm_bindgen::closure::Closure;

use super::album::Album;
use super::dom::{page_image, say, set, still};
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
    rtl: bool,
    pub frame: Closure<dyn FnMut(f64)>,
}

impl Show {
    /// Opens over the page, on this picture.
    pub fn open(album: &Rc<Album>, number: u32, grows: bool) -> Rc<Self> {
        let stage = Stage::build(album);
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
                rtl,
                frame: Closure::wrap(Box::new(move |ms: f64| {
                    if let Some(show) = this.upgrade() {
                        show.tick(ms);
                    }
                })),
            }
        });
        // Fails only where the dialog is open already.
        drop(show.stage.dialog.show_modal());
        super::dom::focus(&show.stage.dialog);
        show.settle();
        if let Some(from) = show.grown_from().filter(|_| grows && !still()) {
            show.view.set(from);
            show.glide(View::REST);
        }
        show.draw();
        show
    }

    /// How the picture stands on the place of the page's.
    fn grown_from(&self) -> Option<View> {
        let image = page_image(self.number.get())?;
        if !super::dom::in_view(&image) {
            return None;
        }
        let place = image.get_bounding_client_rect();
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
        let from = self.number.replace(to);
        let (pitch, direction) = self.pitch();
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
        self.settle();
        self.glide(View::REST);
    }

    /// Fills the places around the picture shown, and says which one it is.
    fn settle(&self) {
        let (number, all) = (self.number.get(), self.album.len());
        for near in [number, number + 1, number - 1] {
            let slide = self.stage.slide(near);
            slide.fill(&self.album, near);
            slide.current(near == number);
            slide.ask(&self.album, 1.0, near == number);
        }
        let mut count = String::new();
        whole(&mut count, number.into());
        count.push('/');
        whole(&mut count, all.into());
        say(&self.stage.count, &count);
        say(&self.stage.status, &self.album.place(number));
        say(&self.stage.note, "");
        end(&self.stage.previous, number <= 1);
        end(&self.stage.next, number >= all);
        set(&self.stage.download, "href", &self.stage.slide(number).photo_file());
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
