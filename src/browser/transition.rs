//! A page gives way to the next by a short fade, where the browser can do it and the reader does not
//! mind motion (CSS View Transitions, level 1). Without it nothing is missing.

use std::cell::RefCell;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

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
        Ok(transition) => {
            hear(&transition);
            RUNNING.replace(Some(transition));
        }
        // Refused: the change is made all the same.
        Err(_) => drop(change.unchecked_ref::<Function>().call0(&JsValue::UNDEFINED)),
    }
}

/// A transition that is skipped, also by the browser where the tab is hidden, breaks its promise of
/// being ready. That is no failure; unheard, it would be one on the console.
fn hear(transition: &JsValue) {
    let ready = Reflect::get(transition, &"ready".into());
    if let Ok(Ok(ready)) = ready.map(|ready| ready.dyn_into::<Promise>()) {
        spawn_local(async move { drop(JsFuture::from(ready).await) });
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
