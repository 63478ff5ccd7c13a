//! The lightbox: the pictures of an article over the page, one at a time.
//!
//! A program of its own, which the app has the loader bring when somebody might want it
//! (`docs/decisions/lightbox.md`). It knows nothing of articles: pictures and words come from the
//! app as plain data, captions as elements. What can be decided without a browser is decided in
//! modules without its types: [`history`], [`gesture`], [`zoom`], [`inertia`], [`release`], [`keys`],
//! [`source`].

pub mod css;
pub mod gesture;
pub mod history;
pub mod inertia;
pub mod keys;
pub mod release;
pub mod source;
pub mod zoom;

#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(target_arch = "wasm32")]
pub use web::{arrive, page, press};
