//! The reader's app: every view and every behaviour of the paper in the browser.
//!
//! Views (`pages`, `article`, `gallery`, `rail`, `chrome`) are pure functions from the paper and
//! its data to elements, so that they render natively too. What a reader does is answered by
//! delegation from the document (`app`, `moves`, and the behaviour beside each view), which is
//! compiled for the browser only. `head` is what a page says of itself to machines, on both sides.
//!
//! Arrows go one way: `app → head → pages → article, gallery, rail, chrome → fetch, i18n, view, browser → story`.

pub mod article;
pub mod cards;
pub mod chrome;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
pub mod fetch;
pub mod gallery;
pub mod head;
pub mod i18n;
pub mod moves;
pub mod pages;
pub mod paper;
pub mod rail;
pub mod shape;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use paper::Paper;
