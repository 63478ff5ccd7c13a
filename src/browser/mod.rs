//! Thin wrappers over what the browser offers. Nothing here knows of articles.

pub mod focus;
pub mod listen;
pub mod scroll;
pub mod storage;
pub mod style;
mod task;
mod timing;
pub mod transition;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

pub use listen::{Listener, on_abort};
pub use task::{Gate, Task, both};
pub use timing::{Timer, after, after_frame, after_paint, clock_ms, now_ms, pause, when_idle};

/// The window.
///
/// # Panics
/// Where there is none: in a worker, where this app never runs.
#[must_use]
#[expect(clippy::expect_used, reason = "the app runs in a page; without a window there is no app")]
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
///
/// # Panics
/// As [`window`].
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "the app runs in a page; without a document there is no app"
)]
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// `<html>`, where the app's state is written for styles and tests.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    document().document_element().and_then(|root| root.dyn_into().ok())
}

/// The first element that this selector finds.
#[must_use]
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().and_then(|found| found.dyn_into().ok())
}

/// Every element that this selector finds below `within`, or in the whole page.
#[must_use]
pub fn all(within: Option<&Element>, selector: &str) -> Vec<Element> {
    let page = document().document_element();
    let found = within.or(page.as_ref()).and_then(|it| it.query_selector_all(selector).ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// The nearest element around the event's target that this selector finds.
#[must_use]
pub fn target_of(event: &web_sys::Event, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether any of the element is in the window.
#[must_use]
pub fn in_view(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
    place.bottom() > 0.0 && place.top() < height
}

/// Whether the browser believes to be connected.
#[must_use]
pub fn online() -> bool {
    window().navigator().on_line()
}

/// What the browser tells of its line; undefined where it does not. `navigator.connection` is
/// Chromium's alone, so web-sys does not offer it as stable.
fn connection(name: &str) -> wasm_bindgen::JsValue {
    let of = |object: &wasm_bindgen::JsValue, name: &str| {
        js_sys::Reflect::get(object, &name.into()).unwrap_or(wasm_bindgen::JsValue::UNDEFINED)
    };
    of(&of(&window().navigator().into(), "connection"), name)
}

/// Whether the reader asked for little data, in the browser or on the site.
#[must_use]
pub fn saves_data() -> bool {
    connection("saveData").is_truthy()
        || root().is_some_and(|root| root.has_attribute("data-saver"))
}

/// Whether the line is known to be quick: what is fetched on a guess must cost the reader nothing.
#[must_use]
pub fn good_line() -> bool {
    let quick = connection("effectiveType").as_string().is_some_and(|kind| kind == "4g");
    // The round trip in ms; a slow 4G cell has 150.
    quick && connection("rtt").as_f64().is_some_and(|rtt| rtt <= 100.0)
}

/// Whether the reader wants little motion.
#[must_use]
pub fn reduced_motion() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// A line for whoever looks after the paper.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&line.into());
}
