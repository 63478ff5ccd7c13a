//! The lightbox as a program. Nothing happens by itself: the app calls what it exports.

#[cfg(target_arch = "wasm32")]
pub use lightbox::{arrive, page, press};

fn main() {}
