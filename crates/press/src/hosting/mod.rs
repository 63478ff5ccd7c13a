//! What a host has to know of a site, and a newsroom of a host.

pub mod keep;

pub use keep::Keep;
