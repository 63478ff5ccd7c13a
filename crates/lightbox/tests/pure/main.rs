//! What the lightbox decides without a browser.

mod dice;
mod events;
mod gesture;
mod history;
mod traces;
mod zoom;
