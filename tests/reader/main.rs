//! What a reader can rely on.

mod failures;
mod lightbox;
mod moving;
mod rail;
