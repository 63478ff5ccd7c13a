//! Moving between pages.
//!
//! The browser's own history holds the entries; each entry of the app's carries a number, under
//! which the page that was shown there is kept alive for a while, so that Back shows the very
//! same elements.

mod link;

#[cfg(target_arch = "wasm32")]
mod adopt;
#[cfg(target_arch = "wasm32")]
mod around;
#[cfg(target_arch = "wasm32")]
mod asleep;
#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
mod go;
#[cfg(target_arch = "wasm32")]
mod keep;
#[cfg(target_arch = "wasm32")]
mod load;
#[cfg(target_arch = "wasm32")]
mod settle;
#[cfg(target_arch = "wasm32")]
mod shown;
#[cfg(target_arch = "wasm32")]
mod traverse;

pub use link::{Press, Target, Verdict, judge};

#[cfg(target_arch = "wasm32")]
pub use around::{Around, Destination, How};
#[cfg(target_arch = "wasm32")]
pub use go::Moves;
#[cfg(target_arch = "wasm32")]
pub use load::{ahead, picture_ahead};
#[cfg(target_arch = "wasm32")]
pub use shown::Shown;
