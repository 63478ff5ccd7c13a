//! What a reader can rely on.

mod broken;
mod demo;
mod failures;
mod lightbox;
mod look;
mod moving;
mod pages;
mod rail;
mod shifts;
mod watching;
