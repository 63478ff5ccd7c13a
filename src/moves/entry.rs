//! What the app writes into the browser's history: a number for each entry, and the place where
//! the reader was when the document was left. Whatever else is in `history.state` (the lightbox
//! marks its entries there) is kept.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use crate::browser::window;

const NUMBER: &str = "k";
const PLACE: &str = "y";

fn history() -> Option<History> {
    window().history().ok()
}

fn read(name: &str) -> Option<f64> {
    let state = history()?.state().ok()?;
    if !state.is_object() {
        return None;
    }
    Reflect::get(&state, &name.into()).ok()?.as_f64()
}

/// The state of the entry shown, with one more value in it.
fn with(name: &str, value: f64) -> JsValue {
    let state = Object::new();
    if let Some(old) = history().and_then(|history| history.state().ok())
        && old.is_object()
    {
        Object::assign(&state, &Object::from(old));
    }
    // Fails for frozen objects only.
    drop(Reflect::set(&state, &name.into(), &value.into()));
    state.into()
}

/// The number of the entry shown; none for a page that the app has not shown yet.
pub(super) fn number() -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written below")]
    read(NUMBER).map(|number| number as u32)
}

/// Where the reader was in the entry shown, in CSS pixels, when its document was left.
pub(super) fn place() -> Option<f64> {
    read(PLACE)
}

/// Numbers the entry shown.
pub(super) fn set_number(number: u32) {
    replace(&with(NUMBER, f64::from(number)), None);
}

/// Remembers where the reader is, for a reload.
pub(super) fn set_place(place: f64) {
    replace(&with(PLACE, place), None);
}

/// Puts another address on the entry shown: the one that the page really has.
pub(super) fn correct(address: &str) {
    if let Some(state) = history().and_then(|history| history.state().ok()) {
        replace(&state, Some(address));
    }
}

/// An entry that history gets once the page has been painted: browsers take several ms for it, with
/// the reader waiting.
pub(super) struct Entry {
    /// Its number.
    pub number: u32,
    /// Its address.
    pub address: String,
    /// Where the reader was in the page that is left, in CSS pixels.
    pub left: f64,
}

/// Adds an entry.
pub(super) fn push(entry: &Entry) {
    let Some(history) = history() else { return };
    // For who comes back after a reload, when no page is kept any more.
    set_place(entry.left);
    // The entry that is left must not scroll by itself when the reader comes back to it: the page
    // is not there yet at that moment.
    by_hand(true);
    let state = Object::new();
    drop(Reflect::set(&state, &NUMBER.into(), &f64::from(entry.number).into()));
    // Browsers refuse only after some hundred entries within seconds; the page is shown all the
    // same.
    drop(history.push_state_with_url(&state, "", Some(&entry.address)));
    by_hand(true);
}

/// Whether scrolling back to the place is the app's work or the browser's.
pub(super) fn by_hand(yes: bool) {
    let mode = if yes { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
    if let Some(history) = history()
        // Asking costs nothing; saying it again would cost as much as saying it.
        && history.scroll_restoration() != Ok(mode)
    {
        drop(history.set_scroll_restoration(mode));
    }
}

fn replace(state: &JsValue, address: Option<&str>) {
    if let Some(history) = history() {
        drop(history.replace_state_with_url(state, "", address));
    }
}
