//! What a reader can rely on.

mod ahead;
mod back_forward;
mod bad_pages;
mod broken;
mod counting;
mod demo;
mod failures;
mod first_screen;
mod kept;
mod lightbox;
mod look;
mod machines;
mod moving;
mod never;
mod pages;
mod pressed;
mod rail;
mod same;
mod saver;
mod script_off;
mod shifts;
mod swapped;
mod take_over;
mod watching;
