//! The pictures of an article in the page. The lightbox over it is `crates/lightbox`.

pub mod grid;
pub mod rows;
pub mod source;
pub mod steps;
