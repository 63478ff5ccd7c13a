//! Listening for as long as something lives.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

/// A listener that ends when it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub fn new(target: &EventTarget, kind: &'static str, call: Box<dyn FnMut(Event)>) -> Self {
        let call = Closure::wrap(call);
        // Fails for no target and kind that is used here; then nothing is heard.
        drop(target.add_event_listener_with_callback(
            kind,
            AsRef::<JsValue>::as_ref(&call).unchecked_ref(),
        ));
        Self { target: target.clone(), kind, call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        drop(self.target.remove_event_listener_with_callback(
            self.kind,
            AsRef::<JsValue>::as_ref(&self.call).unchecked_ref(),
        ));
    }
}
