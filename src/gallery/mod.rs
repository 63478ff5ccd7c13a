//! The pictures of an article: rows in the page, and the lightbox over it.

pub mod grid;
pub mod history;
pub mod lightbox;
pub mod rows;
pub mod source;
pub mod steps;
