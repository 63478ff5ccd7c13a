//! What shows other programs the way: the sitemap, the news sitemap, `robots.txt`, the web app
//! manifest and `_redirects`.
//!
//! Each is made from a few words of what it is about (a path, a title, times), and from nothing else:
//! who builds a site anew part by part can make one of them again without the others. None depends on
//! the order in which it is given them, and only the news sitemap on the clock.

pub mod manifest;
pub mod news;
pub mod redirects;
mod robots;
pub mod sitemap;
mod xml;

pub use robots::{ROBOTS, robots};
pub(crate) use xml::allowed;

#[cfg(test)]
mod tests;
