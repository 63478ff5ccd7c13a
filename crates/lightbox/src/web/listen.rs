//! Listening for as long as something lives.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// A listener that ends when it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub fn new(target: &EventTarget, kind: &'static str, call: Box<dyn FnMut(Event)>) -> Self {
        let call = Closure::wrap(call);
        let options = AddEventListenerOptions::new();
        // A wheel's default is to be prevented, which browsers would not expect.
        options.set_passive(false);
        drop(target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            AsRef::<JsValue>::as_ref(&call).unchecked_ref(),
            &options,
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
