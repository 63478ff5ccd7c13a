//! Telling when the rail comes near.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// How near the rail must come before it asks for its cards.
const NEAR: &str = "600px 0px";

/// Watches until it is dropped.
pub(super) struct Watch {
    observer: IntersectionObserver,
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Watch {
    /// Calls each time that the element comes near.
    pub fn new(element: &HtmlElement, mut call: impl FnMut() + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let near = |entry: wasm_bindgen::JsValue| {
                entry
                    .dyn_ref::<IntersectionObserverEntry>()
                    .is_some_and(IntersectionObserverEntry::is_intersecting)
            };
            if entries.iter().any(near) {
                call();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(NEAR);
        let observer = IntersectionObserver::new_with_options(
            AsRef::<wasm_bindgen::JsValue>::as_ref(&call).unchecked_ref(),
            &options,
        )
        .ok()?;
        observer.observe(element);
        Some(Self { observer, _call: call })
    }
}
