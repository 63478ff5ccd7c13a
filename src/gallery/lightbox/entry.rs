//! The lightbox's mark in `history.state`. What else is in there is kept.

use js_sys::{Object, Reflect};
use story::url::photo_fragment;
use wasm_bindgen::JsValue;
use web_sys::History;

use crate::browser::window;
use crate::gallery::history::Origin;

/// The mark's name; its value is `true` where the lightbox added the entry.
const MARK: &str = "photo";

fn history() -> Option<History> {
    window().history().ok()
}

/// How the current entry came to be.
pub(super) fn origin() -> Origin {
    let state = history().and_then(|history| history.state().ok());
    let marked = state
        .filter(JsValue::is_object)
        .and_then(|state| Reflect::get(&state, &MARK.into()).ok())
        .is_some_and(|mark| mark.is_truthy());
    if marked { Origin::Pressed } else { Origin::DeepLink }
}

fn state(marked: bool) -> JsValue {
    let state = Object::new();
    if let Some(old) = history().and_then(|history| history.state().ok())
        && old.is_object()
    {
        Object::assign(&state, &Object::from(old));
    }
    drop(if marked {
        Reflect::set(&state, &MARK.into(), &JsValue::TRUE)
    } else {
        Reflect::delete_property(&state, &MARK.into())
    });
    state.into()
}

/// The page's own address.
fn bare_address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// Adds an entry for a picture.
pub(super) fn push(number: u32) {
    if let Some(history) = history() {
        drop(history.push_state_with_url(&state(true), "", Some(&photo_fragment(number))));
    }
}

/// Puts a picture into the current entry.
pub(super) fn replace(number: u32) {
    let marked = origin() == Origin::Pressed;
    if let Some(history) = history() {
        drop(history.replace_state_with_url(&state(marked), "", Some(&photo_fragment(number))));
    }
}

/// Makes the current entry the article's.
pub(super) fn bare() {
    if let Some(history) = history() {
        drop(history.replace_state_with_url(&state(false), "", Some(&bare_address())));
    }
}

/// Goes back by one entry.
pub(super) fn back() {
    if let Some(history) = history() {
        drop(history.back());
    }
}
