//! A small static server that behaves like a CDN.
//!
//! It serves a site's folder on the loopback interface the way a static host would: folders answer
//! with their `index.html`, what is not there with the site's own `404.html`, text travels as
//! brotli, `_headers` is honoured, and a browser that has a file already is told so. Development
//! adds a channel that tells open pages to reload; tests add [`Faults`], which make single
//! addresses slow or broken, and a [`Log`] of what was asked for. Measurements speak HTTP/2 over TLS
//! (feature `secure`).

mod answer;
mod connection;
mod error;
mod etag;
mod faults;
mod files;
mod headers_file;
mod kinds;
mod log;
mod pack;
mod range;
mod reload;
#[cfg(feature = "secure")]
mod secure;
mod server;

pub use error::HostError;
pub use faults::{Fault, Faults, On};
pub use kinds::content_type;
pub use log::{Asked, Log};
pub use pack::best as brotli;
pub use server::{Options, Server};
