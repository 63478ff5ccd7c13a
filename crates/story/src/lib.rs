//! The story: what an article, a list and a site are, and everything about them that can be
//! decided without a browser.
//!
//! Both the press (native) and the reader's app (WebAssembly) stand on this crate, so that a
//! picture has the same number, a headline the same address and a date the same words on both
//! sides. It knows nothing of the web and does no input or output.

pub mod album;
#[cfg(feature = "check")]
pub mod check;
pub mod dates;
pub mod json;
pub mod model;
pub mod pictures;
pub mod text;
pub mod time;
pub mod url;
