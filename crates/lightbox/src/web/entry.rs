//! The lightbox's mark in `history.state`. What else is in there is kept.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::dom::{fragment, get, window};
use crate::history::Origin;

/// The mark's name; its value is `true` where the lightbox added the entry.
const MARK: &str = "photo";

fn history() -> Option<History> {
    window().history().ok()
}

fn old() -> Option<JsValue> {
    history()?.state().ok().filter(JsValue::is_object)
}

/// How the current entry came to be.
pub(super) fn origin() -> Origin {
    if old().is_some_and(|state| get(&state, MARK).is_truthy()) {
        Origin::Pressed
    } else {
        Origin::DeepLink
    }
}

fn state(marked: bool) -> JsValue {
    let state = Object::new();
    if let Some(old) = old() {
        Object::assign(&state, &Object::from(old));
    }
    drop(if marked {
        Reflect::set(&state, &MARK.into(), &JsValue::TRUE)
    } else {
        Reflect::delete_property(&state, &MARK.into())
    });
    state.into()
}

/// Adds an entry for a picture.
pub(super) fn push(number: u32) {
    if let Some(history) = history() {
        drop(history.push_state_with_url(&state(true), "", Some(&fragment(number))));
    }
}

/// Puts a picture into the current entry.
pub(super) fn replace(number: u32) {
    put(origin() == Origin::Pressed, &fragment(number));
}

/// Makes the current entry the article's.
pub(super) fn bare() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    put(false, &(path + &location.search().unwrap_or_default()));
}

fn put(marked: bool, address: &str) {
    if let Some(history) = history() {
        drop(history.replace_state_with_url(&state(marked), "", Some(address)));
    }
}

/// Goes back by one entry.
pub(super) fn back() {
    if let Some(history) = history() {
        drop(history.back());
    }
}

/// Keeps the browser from scrolling by itself on the way back to this entry, and says what it would
/// have done: where the picture last shown stands is ours to say.
pub(super) fn hold_scroll() -> Option<ScrollRestoration> {
    let before = history()?.scroll_restoration().ok();
    let_scroll(ScrollRestoration::Manual);
    before
}

/// Lets it scroll as before.
pub(super) fn let_scroll(mode: ScrollRestoration) {
    if let Some(history) = history() {
        drop(history.set_scroll_restoration(mode));
    }
}
