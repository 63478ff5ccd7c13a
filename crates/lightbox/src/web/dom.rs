//! The document, and making elements.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlImageElement, Window};

use crate::css::whole;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

/// The window. By its name: web-sys looks for it in workers, too, where this never runs.
pub(super) fn window() -> Window {
    WINDOW.with(Window::clone)
}

/// The document.
pub(super) fn document() -> Document {
    DOCUMENT.with(Document::clone)
}

/// A new element.
#[expect(clippy::expect_used, reason = "fails only for what is no name of an element")]
pub(super) fn element(tag: &str, class: &str) -> HtmlElement {
    let element = document().create_element(tag).expect("an element");
    element.set_class_name(class);
    element.unchecked_into()
}

pub(super) fn set(element: &Element, name: &str, value: &str) {
    // Fails only for what is no name of an attribute.
    drop(element.set_attribute(name, value));
}

pub(super) fn add(parent: &Element, child: &Element) {
    drop(parent.append_child(child));
}

/// Adds or takes away a class.
pub(super) fn class(element: &Element, name: &str, on: bool) {
    drop(element.class_list().toggle_with_force(name, on));
}

pub(super) fn style(element: &HtmlElement, name: &str, value: &str) {
    drop(element.style().set_property(name, value));
}

/// Writes only what changes: a screen reader speaks every writing.
pub(super) fn say(element: &Element, words: &str) {
    if element.text_content().as_deref() != Some(words) {
        element.set_text_content(Some(words));
    }
}

/// A button or link with a drawing on it, named by `label`.
pub(super) fn control(tag: &str, class: &str, label: &str, drawing: &str) -> HtmlElement {
    let button = element(tag, class);
    if tag == "button" {
        set(&button, "type", "button");
    }
    set(&button, "aria-label", label);
    let of = |name| document().create_element_ns(Some("http://www.w3.org/2000/svg"), name);
    if let (Ok(svg), Ok(path)) = (of("svg"), of("path")) {
        set(&svg, "viewBox", "0 0 24 24");
        set(&svg, "aria-hidden", "true");
        set(&path, "d", drawing);
        add(&svg, &path);
        add(&button, &svg);
    }
    button
}

/// An object for a call of the browser's.
pub(super) fn options(name: &str, value: &JsValue) -> JsValue {
    let options = Object::new();
    drop(Reflect::set(&options, &name.into(), value));
    options.into()
}

/// Moves the focus without scrolling.
pub(super) fn focus(element: &HtmlElement) {
    let options = options("preventScroll", &JsValue::TRUE);
    drop(element.focus_with_options(options.unchecked_ref()));
}

/// The nearest element around the event's target that this selector finds.
pub(super) fn target(event: &Event, selector: &str) -> Option<HtmlElement> {
    // What happens in the dialog happens to elements, and all that is looked for are HTML's.
    let target: Element = event.target()?.unchecked_into();
    Some(target.closest(selector).ok()??.unchecked_into())
}

/// The fragment of a picture.
pub(super) fn fragment(number: u32) -> String {
    let mut out = String::from("#photo-");
    whole(&mut out, number.into());
    out
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok()?
}

/// The link of a picture in the page.
pub(super) fn link(number: u32) -> Option<HtmlElement> {
    let selector = fragment(number) + " a[href^='#photo-']";
    Some(find(&selector)?.unchecked_into())
}

/// The picture in the page, where it is there.
pub(super) fn page_image(number: u32) -> Option<HtmlImageElement> {
    let image: HtmlImageElement = find(&(fragment(number) + " img"))?.unchecked_into();
    (image.complete() && image.natural_width() > 0).then_some(image)
}

/// Whether any of it is in the window.
pub(super) fn in_view(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    place.bottom() > 0.0 && place.top() < height.unwrap_or_default()
}

/// Whether the reader wants little motion.
pub(super) fn still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.is_ok_and(|query| query.is_some_and(|query| query.matches()))
}

/// A function of the browser's, to be called once.
fn once(call: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(call)
}

/// Calls after so many ms.
pub(super) fn after(ms: i32, call: Box<dyn FnOnce()>) {
    let call = once(call);
    let function = call.unchecked_ref();
    drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(function, ms));
}

/// Calls once the next frame is on its way to the screen.
pub(super) fn after_frame(call: Box<dyn FnOnce()>) {
    let framed = once(Box::new(move || after(0, call)));
    drop(window().request_animation_frame(framed.unchecked_ref()));
}

/// Calls when a promise is kept or broken, and says which.
pub(super) fn when(promise: &Promise, call: Box<dyn FnOnce(bool)>) {
    // One of two functions is called, once: both hold the one that is to be called.
    let call = Rc::new(Cell::new(Some(call)));
    let answer = |kept| {
        let call = Rc::clone(&call);
        once(Box::new(move || {
            if let Some(call) = call.take() {
                call(kept);
            }
        }))
    };
    let then: Function = get(promise, "then").unchecked_into();
    drop(then.call2(promise, &answer(true), &answer(false)));
}

/// What an object has under a name.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}
