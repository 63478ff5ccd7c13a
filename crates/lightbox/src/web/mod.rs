//! The lightbox in the browser.

mod album;
mod control;
mod dom;
mod entry;
mod hands;
mod keyboard;
mod listen;
mod motion;
mod overview;
mod send;
mod show;
mod slide;
mod stage;
mod view;

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;

use control::Control;

thread_local! {
    static LIGHTBOX: Control = Control::new();
}

/// Takes the pictures of the page shown (see `Album`), or none where they are not known; closes
/// what was open of another page.
#[wasm_bindgen]
pub fn page(album: Option<Array>) {
    LIGHTBOX.with(|lightbox| lightbox.page(album));
}

/// Answers a press on the link of the picture of this number.
#[wasm_bindgen]
pub fn press(number: u32) {
    LIGHTBOX.with(|lightbox| lightbox.press(number));
}

/// Shows what the address names, after a load and after Back and Forward within the page: the
/// picture of this number, or the page alone (0).
#[wasm_bindgen]
pub fn arrive(number: u32) {
    LIGHTBOX.with(|lightbox| lightbox.arrive(number));
}
