//! Keys while the lightbox is open.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::control::Control;
use super::dom::{class, document, focus, target};
use super::show::Show;
use super::view::View;
use crate::keys::{Command, command};
use crate::zoom::{Point, STEP};

pub(super) fn key(control: &Control, show: &Show, event: &Event) {
    let pressed: &KeyboardEvent = event.unchecked_ref();
    let browsers = pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key();
    let key = pressed.key();
    if key == "Tab" && !browsers {
        keep_within(show, event, pressed.shift_key());
        return;
    }
    // In the first frame the browser does not know yet that it is to close something.
    if key == "Escape" && !show.stage.is_modal() {
        control.cancelled(show, event);
        return;
    }
    // What scrolls is scrolled by its keys.
    if target(event, "figcaption").is_some()
        && matches!(key.as_str(), "Home" | "End" | "PageUp" | "PageDown")
    {
        return;
    }
    let asked = command(&key, browsers, show.rtl());
    let overview = show.overview.borrow();
    let done = match (&*overview, asked) {
        (Some(overview), asked) if asked != Some(Command::Overview) => {
            !browsers && overview.key(&key, show.rtl())
        }
        (_, Some(asked)) => {
            drop(overview);
            run(control, show, asked);
            true
        }
        // The page behind would scroll.
        _ => key == " " && target(event, "button, a").is_none(),
    };
    if done {
        event.prevent_default();
    }
}

fn run(control: &Control, show: &Show, asked: Command) {
    match asked {
        Command::Turn(steps) => drop(control.turn(steps)),
        Command::First => control.go(1),
        Command::Last => control.go(show.album.len()),
        Command::ZoomIn => zoom(show, STEP),
        Command::ZoomOut => zoom(show, 1.0 / STEP),
        Command::Fit => show.glide(View::REST),
        Command::Captions => {
            let hidden = show.stage.dialog.class_list().contains("bare");
            class(&show.stage.dialog, "bare", !hidden);
            show.lay();
        }
        Command::Overview => control.overview(),
    }
}

/// Zooms about the middle of the stage.
pub(super) fn zoom(show: &Show, factor: f64) {
    let stage = show.geometry().stage;
    let middle = Point { x: stage.width / 2.0, y: stage.height / 2.0 };
    show.zoom(middle, show.view.get().pose.scale * factor, true);
}

/// Tab goes round within the dialog: beyond its last stop are the browser's own buttons, and from
/// there a reader would have to come back.
fn keep_within(show: &Show, event: &Event, backwards: bool) {
    let Ok(all) = show.stage.dialog.query_selector_all("button, a, [tabindex='0']") else { return };
    let stops: Vec<HtmlElement> = (0..all.length())
        .filter_map(|at| Some(all.item(at)?.unchecked_into::<HtmlElement>()))
        .filter(|stop| {
            let seen = stop.offset_width() > 0;
            seen && stop.tab_index() >= 0
                && stop.closest("[inert]").is_ok_and(|inert| inert.is_none())
        })
        .collect();
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return };
    let here = document().active_element();
    let at = |stop: &HtmlElement| here.as_ref().is_some_and(|here| stop.is_same_node(Some(here)));
    let known = stops.iter().any(at);
    let to = match backwards {
        true if at(first) || !known => last,
        false if at(last) || !known => first,
        _ => return,
    };
    event.prevent_default();
    focus(to);
}
