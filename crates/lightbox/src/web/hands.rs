//! Fingers, the mouse and its wheel on the stage.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent, WheelEvent};

use super::control::Control;
use super::dom::{target, window};
use super::show::Show;
use super::view::View;
use crate::gesture::{Act, Ground, Kind, Sample};
use crate::release::{pulled, swiped};
use crate::zoom::{Point, STEP, resisted};

/// So long, in ms, an enlarged picture rests at its edge before a drag leads to the next one.
const PAUSE_MS: f64 = 250.0;

/// Whether the reader has zoomed the page itself: then a finger is the page's.
fn page_is_zoomed() -> bool {
    window().visual_viewport().is_some_and(|viewport| viewport.scale() > 1.01)
}

/// Tells the style, which leaves fingers to the page then.
pub(super) fn note_page_zoom(show: &Show) {
    super::dom::class(&show.stage.dialog, "page-zoomed", page_is_zoomed());
}

/// A pointer on the stage.
pub(super) fn pointer(control: &Control, show: &Rc<Show>, event: &Event) {
    let pointer: &PointerEvent = event.unchecked_ref();
    let kind = match event.type_().as_str() {
        "pointerdown" => Kind::Down,
        "pointermove" => Kind::Move,
        "pointerup" => Kind::Up,
        _ => Kind::Cancel,
    };
    if kind == Kind::Down {
        note_page_zoom(show);
        let others = pointer.button() != 0
            || page_is_zoomed() && pointer.pointer_type() == "touch"
            // What is read and pressed there is no part of the picture. The buttons at its sides are:
            // a finger that passes on over them swipes.
            || target(event, "figcaption, .lightbox-top, .lightbox-all").is_some();
        show.pressed.set(!others);
        if others {
            return;
        }
        show.fill_around();
    }
    let sample = Sample {
        kind,
        id: pointer.pointer_id(),
        ms: event.time_stamp(),
        at: Point { x: pointer.client_x().into(), y: pointer.client_y().into() },
    };
    let ground = ground(show, sample.ms);
    let act = show.gesture.borrow_mut().take(sample, ground);
    let Some(act) = act else { return };
    // Who presses a button twice wants it twice.
    if matches!(act, Act::DoubleTap(_)) && target(event, "button").is_some() {
        return show.rest();
    }
    if !matches!(act, Act::Grab | Act::Tap) && show.pressed.take() {
        // It is no press any more. Not before: a press belongs to the button under it.
        drop(show.stage.stage.set_pointer_capture(sample.id));
    }
    answer(control, show, act);
}

fn ground(show: &Show, ms: f64) -> Ground {
    let pose = show.view.get().pose;
    let zoomed = pose.is_zoomed();
    let rested = zoomed && ms - show.rested.get() > PAUSE_MS;
    let (left, right) = show.geometry().at_edges(pose);
    Ground { zoomed, left: rested && left, right: rested && right }
}

fn answer(control: &Control, show: &Rc<Show>, act: Act) {
    let base = show.base.get();
    let frame = show.geometry();
    let mut view = show.view.get();
    match act {
        Act::Grab => {
            if show.stop() {
                show.rested.set(f64::INFINITY);
            }
            // A pinch that begins in a swipe takes the picture from where the row has brought it.
            if view.track != 0.0 && show.gesture.borrow().is_pinch() && !show.anchored.get() {
                view.pose.moved.x += view.track;
                view.fade = 1.0;
                show.anchored.set(true);
                show.view.set(view);
                show.wake();
            }
            show.base.set(view);
            return;
        }
        Act::Swipe(way) => {
            let track = base.track + way;
            let (_, direction) = show.pitch();
            let number = show.number.get();
            let first = number <= 1;
            let last = number >= show.album.len();
            let (at_left, at_right) = if direction > 0.0 { (first, last) } else { (last, first) };
            let most = if at_left { 0.0 } else { f64::INFINITY };
            let least = if at_right { 0.0 } else { f64::NEG_INFINITY };
            view.track = resisted(track, least, most);
        }
        Act::Pull(way) => {
            view.pose.moved.y = base.pose.moved.y + way;
            view.fade = 1.0 - (view.pose.moved.y.abs() / frame.stage.height).min(1.0);
        }
        Act::Pan(way) => {
            let mut pose = base.pose;
            pose.moved.x += way.x;
            pose.moved.y += way.y;
            view.pose = frame.yielding(pose);
        }
        Act::Pinch { from, to, factor } => {
            let scale = frame.yielding_scale(base.pose.scale * factor);
            view.pose = frame.about(base.pose, from, scale);
            view.pose.moved.x += to.x - from.x;
            view.pose.moved.y += to.y - from.y;
            view.fade = 1.0;
        }
        Act::Swiped(speed) => {
            let (_, direction) = show.pitch();
            let way = view.track - base.track;
            let steps = swiped(way, view.track, speed, frame.stage.width);
            if steps == 0 || !control.turn(if direction > 0.0 { steps } else { -steps }) {
                show.rest();
            }
            return;
        }
        Act::Pulled(speed) => {
            if pulled(view.pose.moved.y, speed, frame.stage.height) {
                control.close();
            } else {
                show.rest();
            }
            return;
        }
        Act::Panned(speed) => return show.throw(speed),
        Act::DoubleTap(at) => {
            if view.pose.is_zoomed() {
                show.glide(View::REST);
            } else {
                show.zoom(at, STEP, true);
            }
            return;
        }
        Act::Tap | Act::Nothing => return show.rest(),
    }
    show.rested.set(f64::INFINITY);
    show.view.set(view);
    show.wake();
}

/// The wheel zooms with Ctrl (a pinch on a touch pad is the same); the page behind never scrolls.
pub(super) fn wheel(show: &Show, event: &Event) {
    let wheel: &WheelEvent = event.unchecked_ref();
    if !wheel.ctrl_key() {
        return;
    }
    event.prevent_default();
    // Lines are some pixels high.
    let pixels = wheel.delta_y() * if wheel.delta_mode() == 1 { 30.0 } else { 1.0 };
    let factor = (1.0 - pixels / 300.0).clamp(0.5, 2.0);
    let at = Point { x: wheel.client_x().into(), y: wheel.client_y().into() };
    show.zoom(at, show.view.get().pose.scale * factor, false);
}
