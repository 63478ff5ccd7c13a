//! Telling when the rail comes near, and when it is out of view.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// How near the rail must come before it asks for its cards.
const NEAR: &str = "600px 0px";

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// Soon in view.
    Near,
    /// Not in view.
    Away,
}

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
    /// Calls each time that it is so.
    pub fn new(
        element: &HtmlElement,
        wait: Wait,
        mut call: impl FnMut() + 'static,
    ) -> Option<Self> {
        let call = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let so = |entry: wasm_bindgen::JsValue| {
                entry
                    .dyn_ref::<IntersectionObserverEntry>()
                    .is_some_and(|entry| entry.is_intersecting() == (wait == Wait::Near))
            };
            if entries.iter().any(so) {
                call();
            }
        });
        let options = IntersectionObserverInit::new();
        if wait == Wait::Near {
            options.set_root_margin(NEAR);
        }
        let observer = IntersectionObserver::new_with_options(
            AsRef::<wasm_bindgen::JsValue>::as_ref(&call).unchecked_ref(),
            &options,
        )
        .ok()?;
        observer.observe(element);
        Some(Self { observer, _call: call })
    }
}
