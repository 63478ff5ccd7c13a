//! The same-category rail: a section that holds a list of cards, with its two buttons ahead of it.

mod known;
mod track;
mod view;

#[cfg(target_arch = "wasm32")]
mod attach;
#[cfg(target_arch = "wasm32")]
mod drag;
#[cfg(target_arch = "wasm32")]
mod feed;
#[cfg(target_arch = "wasm32")]
mod lay;
#[cfg(target_arch = "wasm32")]
mod near;
#[cfg(target_arch = "wasm32")]
mod rest;

pub use known::{Known, Wanted};
pub use track::{Span, Track};
pub use view::place;

#[cfg(target_arch = "wasm32")]
pub use attach::Rail;
