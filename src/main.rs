//! The reader's app. Nothing happens by itself: the page's loader calls `take_over`.

#[cfg(target_arch = "wasm32")]
pub use trangnhat::app::take_over;

/// Half as long as the one that comes with Rust, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
