//! Listening to events for as long as something lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortSignal, AddEventListenerOptions, Event, EventTarget};

/// A listener that ends when it is dropped.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    capture: bool,
    call: Closure<dyn FnMut(Event)>,
}

/// When a listener hears an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// On its way up; it may prevent the default.
    Bubble,
    /// On its way up; it never prevents the default, so that scrolling need not wait for it.
    Passive,
    /// On its way down: for events that do not bubble.
    Capture,
}

impl Listener {
    /// Listens on the target.
    #[must_use]
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        phase: Phase,
        call: impl FnMut(Event) + 'static,
    ) -> Self {
        let call = Closure::new(call);
        let options = AddEventListenerOptions::new();
        options.set_passive(phase == Phase::Passive);
        options.set_capture(phase == Phase::Capture);
        // Fails for no target and kind that the app uses; then nothing is heard.
        drop(target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            AsRef::<wasm_bindgen::JsValue>::as_ref(&call).unchecked_ref(),
            &options,
        ));
        Self { target: target.clone(), kind, capture: phase == Phase::Capture, call }
    }

    /// Listens for as long as the page lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        drop(self.target.remove_event_listener_with_callback_and_bool(
            self.kind,
            AsRef::<wasm_bindgen::JsValue>::as_ref(&self.call).unchecked_ref(),
            self.capture,
        ));
    }
}

/// Calls when the signal is aborted.
#[must_use]
pub fn on_abort(signal: &AbortSignal, mut call: impl FnMut() + 'static) -> Listener {
    Listener::new(signal, "abort", Phase::Bubble, move |_| call())
}
