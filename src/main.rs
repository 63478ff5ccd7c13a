//! The reader's app. Nothing happens by itself: the page's loader calls `take_over`.

#[cfg(target_arch = "wasm32")]
pub use trangnhat::app::take_over;

fn main() {}
