//! The lightbox as a program. Nothing happens by itself: the app calls what it exports.

#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
pub use lightbox::{arrive, page, press};

#[cfg(target_arch = "wasm32")]
use lol_alloc::{FreeListAllocator, LockedAllocator};

/// A few hundred small pieces of memory need no more, and the usual allocator is a tenth of the whole.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
