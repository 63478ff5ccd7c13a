//! Thin wrappers over what the browser offers. Nothing here knows of articles.

pub mod focus;
pub mod listen;
pub mod scroll;
pub mod storage;
mod timing;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

pub use listen::{Listener, on_abort};
pub use timing::{Timer, after, frame, now_ms, pause, when_idle};

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

/// Whether the reader asked for little data, in the browser or on the site.
#[must_use]
pub fn saves_data() -> bool {
    let asked = |object: &wasm_bindgen::JsValue, name: &str| {
        js_sys::Reflect::get(object, &name.into()).unwrap_or(wasm_bindgen::JsValue::UNDEFINED)
    };
    // `navigator.connection` is Chromium's alone, so web-sys does not offer it as stable.
    let connection = asked(&window().navigator().into(), "connection");
    let by_browser = connection.is_object() && asked(&connection, "saveData").is_truthy();
    by_browser || root().is_some_and(|root| root.has_attribute("data-saver"))
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
