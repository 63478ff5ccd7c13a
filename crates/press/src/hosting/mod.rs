//! What a host has to know of a site, and a newsroom of a host.

pub mod keep;
pub mod limits;
mod weigh;

pub use keep::Keep;
pub use limits::{Host, Size, warnings};
