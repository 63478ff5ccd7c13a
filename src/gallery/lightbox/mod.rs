//! The lightbox: the one `<dialog>`, over all pictures of an article in their order.

mod album;

#[cfg(target_arch = "wasm32")]
mod control;
#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
mod stage;

pub use album::{Album, Slide};

#[cfg(target_arch = "wasm32")]
pub use control::Lightbox;
