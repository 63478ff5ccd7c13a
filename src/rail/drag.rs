//! Drawing the rail along with the mouse. Fingers and pens scroll by themselves.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

use super::attach::{Heard, Inner};
use crate::browser::listen::{Listener, Phase};

/// From here on it is no press any more, in CSS pixels.
const SLOP: f64 = 6.0;

/// Only what the mouse did so recently counts for a throw, in ms.
const RECENT_MS: f64 = 80.0;

/// The click that ends a drag comes so soon after it, or not at all, in ms.
const CLICK_MS: f64 = 60.0;

/// A button of the mouse is down.
pub(super) struct Drag {
    /// Where it went down, and where the rail was then.
    from: (f64, f64),
    /// Whether the rail goes with it.
    pub(super) drawn: bool,
    /// Where it was last, and when, and how quick the rail was then in CSS pixels a ms.
    last: (f64, f64),
    speed: f64,
}

impl Inner {
    pub(super) fn drag_listeners(self: &Rc<Self>) -> Vec<Listener> {
        let all: [(&'static str, Phase, Heard); 7] = [
            ("pointerdown", Phase::Passive, Self::mouse_down),
            ("pointermove", Phase::Passive, Self::mouse_moved),
            ("pointerup", Phase::Passive, Self::mouse_up),
            ("pointercancel", Phase::Passive, Self::mouse_up),
            // On its way down, before the document hears of it.
            ("click", Phase::Capture, |rail, event| {
                if event.time_stamp() - rail.dragged.get() < CLICK_MS {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }),
            // A link that is drawn along is not what was meant.
            ("dragstart", Phase::Bubble, |_, event| event.prevent_default()),
            ("selectstart", Phase::Bubble, |rail, event| {
                if rail.drag.borrow().is_some() {
                    event.prevent_default();
                }
            }),
        ];
        all.map(|(kind, phase, call)| self.on(&self.port, kind, phase, call)).into()
    }

    fn mouse_down(self: &Rc<Self>, event: &Event) {
        self.aim.set(None);
        let Some(mouse) = event.dyn_ref::<PointerEvent>() else { return };
        if mouse.pointer_type() != "mouse" || mouse.button() != 0 {
            return;
        }
        // On the scroll bar it is the browser's.
        let place = self.port.get_bounding_client_rect();
        let at = f64::from(mouse.client_x());
        if f64::from(mouse.client_y()) > place.top() + f64::from(self.port.client_height()) {
            return;
        }
        let scrolled = f64::from(self.port.scroll_left());
        let last = (at, event.time_stamp());
        *self.drag.borrow_mut() =
            Some(Drag { from: (at, scrolled), drawn: false, last, speed: 0.0 });
    }

    fn mouse_moved(self: &Rc<Self>, event: &Event) {
        let Some(mouse) = event.dyn_ref::<PointerEvent>() else { return };
        if mouse.buttons() & 1 == 0 {
            // It was let go of elsewhere.
            self.drag.take();
        }
        let mut held = self.drag.borrow_mut();
        let Some(drag) = held.as_mut() else { return };
        let (at, now) = (f64::from(mouse.client_x()), event.time_stamp());
        let by = at - drag.from.0;
        if !drag.drawn {
            if by.abs() < SLOP {
                return;
            }
            drag.drawn = true;
            // From now on it is heard wherever the mouse goes.
            drop(self.port.set_pointer_capture(mouse.pointer_id()));
            drop(self.port.class_list().add_1("dragged"));
        }
        if now > drag.last.1 {
            drag.speed = (drag.last.0 - at) / (now - drag.last.1);
            drag.last = (at, now);
        }
        let to = drag.from.1 - by;
        drop(held);
        self.scroll_to(to);
    }

    fn mouse_up(self: &Rc<Self>, event: &Event) {
        let Some(drag) = self.drag.take().filter(|drag| drag.drawn) else { return };
        self.dragged.set(event.time_stamp());
        let resting = event.time_stamp() - drag.last.1 > RECENT_MS;
        if let Some(track) = self.measure() {
            let to = track.thrown(if resting { 0.0 } else { drag.speed });
            if (to - track.scrolled).abs() > 1.0 {
                self.glide(to);
            } else {
                self.rested();
            }
        }
    }
}
