//! Asking for the paper's files: one client, a bounded memory, typed failures.

mod failure;
#[cfg(any(target_arch = "wasm32", test))]
mod memory;
#[cfg(any(target_arch = "wasm32", test))]
mod retry;

#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
mod http;
#[cfg(target_arch = "wasm32")]
mod json;
#[cfg(target_arch = "wasm32")]
pub mod prefetch;

pub use failure::Failure;

#[cfg(target_arch = "wasm32")]
pub use client::{Age, Client};
