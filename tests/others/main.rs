//! What a reader can rely on in Firefox and in WebKit, by keyboard, mouse, wheel and history,
//! and by fingers where the driver has any.
//!
//! `TRANGNHAT_ENGINE` says in which: `cargo xtask test` runs this once for each. What cannot be
//! driven there is in `docs/browsers.md`, and held by `limits`.

mod engine;
mod fingers;
mod gallery;
mod hands;
mod lightbox;
mod lightbox_keys;
mod lightbox_mouse;
mod limits;
mod moving;
mod rail;
mod running;
mod visit;
