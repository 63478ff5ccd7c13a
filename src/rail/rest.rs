//! Where the rail goes by itself, and what happens once it stands still. While a finger, a wheel or
//! its momentum moves it, nothing here writes where it is scrolled to.

use std::rc::Rc;

use web_sys::{ScrollBehavior, ScrollToOptions};

use super::attach::Inner;
use super::{Span, Track};
use crate::browser;
use crate::i18n::Say;

/// Where browsers do not tell the end of a scroll (Safari before 26.2): so long after the last
/// step of it, in ms.
const STILL_MS: i32 = 160;

impl Inner {
    /// Goes somewhere, seen to go, unless the reader wants no motion.
    pub(super) fn glide(&self, to: f64) {
        self.aim.set(Some(to));
        self.scroll(to, !browser::reduced_motion());
    }

    /// Is somewhere.
    pub(super) fn scroll_to(&self, to: f64) {
        self.scroll(to, false);
    }

    fn scroll(&self, to: f64, seen: bool) {
        let options = ScrollToOptions::new();
        options.set_left(to);
        options.set_behavior(if seen { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
        self.port.scroll_to_with_scroll_to_options(&options);
    }

    /// It has moved: where the browser does not say when that is over, time will tell.
    pub(super) fn moved(self: &Rc<Self>) {
        if js_sys::Reflect::has(&self.port, &"onscrollend".into()).unwrap_or(false) {
            self.rest.take();
        } else {
            self.rest_soon();
        }
    }

    /// It stands still unless it moves again, or a finger holds it.
    fn rest_soon(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        *self.rest.borrow_mut() = browser::after(STILL_MS, move || {
            if let Some(rail) = weak.upgrade() {
                rail.rested();
            }
        });
    }

    /// It stands still.
    pub(super) fn rested(self: &Rc<Self>) {
        // A finger that has caught it in flight ends that scroll, and would have the rail torn out
        // of its hand.
        if self.touched.get() {
            return self.rest_soon();
        }
        if self.drag.borrow().as_ref().is_some_and(|drag| drag.drawn) {
            return;
        }
        let Some(track) = self.measure() else { return };
        // This may be the end of another move than the last one: the keyboard goes on while the
        // rail is still on its way. Whatever a reader moves by hand has forgotten the aim.
        let aim = self.aim.take().filter(|to| (to - track.scrolled).abs() > 1.5);
        if let Some(to) = aim.or_else(|| track.astray()) {
            return self.glide(to);
        }
        drop(self.port.class_list().remove_1("dragged"));
        if let Some(track) = track.based() {
            self.base.set(track.base);
            self.place_all();
            self.scroll_to(track.scrolled);
        }
        self.speak(&track);
        self.lay();
        self.open();
    }

    /// Nothing is to happen any more.
    pub(super) fn stop(&self) {
        self.rest.take();
        self.aim.take();
        self.drag.take();
    }

    /// Everything has another size: the first card in view stays the first.
    pub(super) fn resized(self: &Rc<Self>) {
        let Some(before) = self.measured.take() else { return };
        self.aim.take();
        let first = before.scrolled / before.pitch;
        if let Some(now) = self.measure()
            && (now.pitch - before.pitch).abs() > 0.1
        {
            self.scroll_to(first.round() * now.pitch);
        }
        self.lay();
    }

    /// Says where it has come to, once a move.
    fn speak(&self, track: &Track) {
        let Span { from, to } = track.in_view();
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let words =
            self.paper.say(Say::StoriesOf(number(from + 1), number(to), number(track.total)));
        if let Ok(Some(status)) = self.section.query_selector("[role=status]")
            && status.text_content().as_deref() != Some(&words)
        {
            status.set_text_content(Some(&words));
        }
    }
}
