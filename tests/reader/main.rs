//! What a reader can rely on.

mod demo;
mod failures;
mod lightbox;
mod look;
mod moving;
mod pages;
mod rail;
mod shifts;
