use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::album::Word;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlImageElement};

use super::album::{Album, Photo, dots};
use super::dom::{add, element, page_image, say, set, style, when, window};
use crate::css::{px, transform, whole};
use crate::source::pick;
use crate::zoom::{Frame, Point, Pose, Size, fit, most};

/// A place for a picture, used again for another one when the reader goes on.
pub(super) struct Slide {
    figure: HtmlElement,
    /// The room that the caption leaves, empty: it is measured.
    room: HtmlElement,
    /// What is scaled and moved; the picture is in it.
    holder: HtmlElement,
    caption: HtmlElement,
    /// That the picture did not come; in the figure only then.
    failed: HtmlElement,
    shown: Rc<Shown>,
    photo: RefCell<Option<Photo>>,
    geometry: Cell<Frame>,
    /// Whether it was filled since it was measured.
    filled: Cell<bool>,
    drawn: Cell<Option<Pose>>,
    /// Where the slide was drawn last, in px from the middle.
    at: Cell<f64>,
}

/// What answers of the line are held against.
struct Shown {
    number: Cell<u32>,
    /// The width of the file that is shown, 0 for the one that the page had.
    has: Cell<u32>,
    /// The width of the file that was asked for last.
    asked: Cell<u32>,
    /// What is on its way.
    coming: RefCell<Option<HtmlImageElement>>,
}

impl Slide {
    pub fn build(stage: &HtmlElement) -> Self {
        let figure = element("figure", "slide");
        let room = element("div", "slide-room");
        let holder = element("div", "slide-frame");
        let caption = element("figcaption", "");
        let failed = element("div", "slide-failed");
        for part in [&room, &holder, &caption] {
            add(&figure, part);
        }
        add(stage, &figure);
        let shown = Shown {
            number: Cell::new(u32::MAX),
            has: Cell::new(0),
            asked: Cell::new(0),
            coming: RefCell::default(),
        };
        Self {
            figure,
            room,
            holder,
            caption,
            failed,
            shown: Rc::new(shown),
            photo: RefCell::default(),
            geometry: Cell::default(),
            filled: Cell::default(),
            drawn: Cell::default(),
            at: Cell::new(f64::NAN),
        }
    }

    /// Puts a picture in, or none where there is none of this number.
    pub fn fill(&self, album: &Album, number: u32) {
        if self.shown.number.replace(number) == number {
            return;
        }
        self.shown.has.set(0);
        self.shown.asked.set(0);
        // The reader has gone on; the line is for what is shown now.
        if let Some(coming) = self.shown.coming.take() {
            coming.set_src("");
        }
        self.drawn.set(None);
        self.at.set(f64::NAN);
        self.holder.set_text_content(None);
        self.caption.set_text_content(None);
        self.failed.remove();
        let photo = album.photo(number);
        self.figure.set_hidden(photo.is_none());
        if let Some(photo) = &photo {
            let mut digits = String::new();
            whole(&mut digits, number.into());
            set(&self.figure, "data-slide", &digits);
            let said = album.caption(number);
            self.caption.set_hidden(said.is_none());
            if let Some(said) = said {
                drop(self.caption.append_child(&said));
            }
            let image = blank(photo, album, number);
            // At once what the page has of it, enlarged.
            if let Some(there) = page_image(number) {
                image.set_src(&there.current_src());
            }
            add(&self.holder, &image);
        }
        *self.photo.borrow_mut() = photo;
        self.filled.set(true);
        self.lay();
    }

    /// Measures anew: another picture, another window, a caption that came or went.
    pub fn lay(&self) {
        let Some(photo) = &*self.photo.borrow() else { return };
        let stage = Size {
            width: self.figure.client_width().into(),
            height: self.figure.client_height().into(),
        };
        let room = Size {
            width: self.room.client_width().into(),
            height: self.room.client_height().into(),
        };
        let middle = Point {
            x: f64::from(self.room.offset_left()) + room.width / 2.0,
            y: f64::from(self.room.offset_top()) + room.height / 2.0,
        };
        // What scrolls is a stop of the Tab key, or it could not be read by keys.
        let scrolls = self.caption.scroll_height() > self.caption.client_height() + 1;
        let scrolled = self.caption.scroll_top() != 0;
        // All is read; what is written from here on would have the page laid out once more.
        let size = fit(Size { width: photo.width, height: photo.height }, room);
        let most = most(photo.width, size.width, dots(&window()));
        self.geometry.set(Frame { stage, size, middle, most });
        style(&self.holder, "left", &px(middle.x - size.width / 2.0));
        style(&self.holder, "top", &px(middle.y - size.height / 2.0));
        style(&self.holder, "width", &px(size.width));
        style(&self.holder, "height", &px(size.height));
        self.caption.set_tab_index(if scrolls { 0 } else { -1 });
        if self.filled.take() && scrolled {
            self.caption.set_scroll_top(0);
        }
    }

    pub fn geometry(&self) -> Frame {
        self.geometry.get()
    }

    /// Asks for the file that this scale needs, where the one that is there is exhausted.
    pub fn ask(&self, album: &Rc<Album>, scale: f64, urgent: bool) {
        let Some(photo) = &*self.photo.borrow() else { return };
        // At rest nobody sees more than two dots a pixel.
        let dots = dots(&window());
        let dots = if scale > 1.0 { dots } else { dots.min(2.0) };
        let wanted = self.geometry.get().size.width * dots * scale;
        let Some(at) = pick(&photo.widths, wanted) else { return };
        let width = photo.widths[at];
        let shown = &self.shown;
        if width <= shown.has.get() || width <= shown.asked.get() {
            return;
        }
        shown.asked.set(width);
        let image = blank(photo, album, shown.number.get());
        set(&image, "fetchpriority", if urgent { "high" } else { "low" });
        image.set_src(photo.file(at));
        shown.coming.replace(Some(image.clone()));
        let (number, shown) = (shown.number.get(), Rc::clone(shown));
        let (holder, failed, album) = (self.holder.clone(), self.failed.clone(), Rc::clone(album));
        let figure = self.figure.clone();
        let decoded = image.decode();
        let told = move |came| {
            if shown.number.get() != number || shown.asked.get() != width {
                return;
            }
            shown.coming.take();
            if came {
                // The very element that was decoded: no frame is without a picture.
                shown.has.set(width);
                holder.set_text_content(None);
                add(&holder, &image);
                failed.remove();
            } else {
                shown.asked.set(shown.has.get());
                // A sharper one that does not come takes nothing away: the next zoom asks again.
                if shown.has.get() == 0 {
                    tell_failure(&failed, &album);
                    add(&figure, &failed);
                }
            }
        };
        when(&decoded, Box::new(told));
    }

    /// Asks again for the file that did not come.
    pub fn again(&self, album: &Rc<Album>) {
        self.failed.remove();
        self.ask(album, 1.0, true);
    }

    /// Draws the picture so.
    pub fn pose(&self, pose: Pose) {
        if self.drawn.replace(Some(pose)) != Some(pose) {
            style(&self.holder, "transform", &transform(pose.moved.x, pose.moved.y, pose.scale));
        }
    }

    /// Draws the slide so far from the middle.
    pub fn place(&self, at: f64) {
        if self.at.replace(at) != at {
            style(&self.figure, "transform", &transform(at, 0.0, 1.0));
        }
    }

    /// Whether it is the one to be looked at; the others are out of reach.
    pub fn current(&self, yes: bool) {
        drop(self.figure.toggle_attribute_with_force("inert", !yes));
    }
}

/// The picture's element, without a file. One that nobody has described is called by its place: it is
/// what the reader has come for, and no decoration.
fn blank(photo: &Photo, album: &Album, number: u32) -> HtmlImageElement {
    let image = element("img", "");
    if photo.alt.is_empty() {
        set(&image, "alt", &album.place(number));
    } else {
        set(&image, "alt", &photo.alt);
    }
    set(&image, "draggable", "false");
    image.unchecked_into()
}

fn tell_failure(place: &HtmlElement, album: &Album) {
    place.set_text_content(None);
    let line = element("p", "");
    say(&line, &album.word(Word::Missing));
    let button = element("button", "slide-retry");
    set(&button, "type", "button");
    say(&button, &album.word(Word::TryAgain));
    add(place, &line);
    add(place, &button);
}
