//! A page gives way to the next by a short fade, where the browser can do it and the reader does not
//! mind motion (CSS View Transitions, level 1). Without it nothing is missing.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::{document, reduced_motion};

thread_local! {
    static RUNNING: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Changes the page: within a transition, a frame later, or at once where there is none, or none is
/// `wanted`.
pub fn change(wanted: bool, change: impl FnOnce() + 'static) {
    let start = Reflect::get(&document(), &"startViewTransition".into())
        .ok()
        .and_then(|start| start.dyn_into::<Function>().ok())
        .filter(|_| wanted && !reduced_motion());
    let Some(start) = start else { return change() };
    let change = Closure::once_into_js(change);
    match start.call1(&document(), &change) {
        Ok(transition) => drop(RUNNING.replace(Some(transition))),
        // Refused: the change is made all the same.
        Err(_) => drop(change.unchecked_ref::<Function>().call0(&JsValue::UNDEFINED)),
    }
}

/// Ends the transition under way: the reader has gone on.
pub fn skip() {
    let Some(transition) = RUNNING.take() else { return };
    if let Ok(skip) = Reflect::get(&transition, &"skipTransition".into())
        && let Some(skip) = skip.dyn_ref::<Function>()
    {
        drop(skip.call0(&transition));
    }
}
