//! Asking for the paper's files: one client, a bounded memory, typed failures.

mod failure;

pub use failure::Failure;
