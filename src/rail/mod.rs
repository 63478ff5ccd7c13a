//! The same-category rail: a section that holds a list of cards, with its two buttons ahead of it.

mod track;
mod view;

#[cfg(target_arch = "wasm32")]
mod attach;
#[cfg(target_arch = "wasm32")]
mod feed;
#[cfg(target_arch = "wasm32")]
mod lay;
#[cfg(target_arch = "wasm32")]
mod near;

pub use track::{Span, Track};
pub use view::place;

#[cfg(target_arch = "wasm32")]
pub use attach::Rail;
