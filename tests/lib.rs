//! End to end: what a reader can rely on, shown in a real browser over a site as it is built.
//!
//! A test is a function over a [`Reader`](reader::Reader): somebody with a browser in front of a site. Sites come
//! from [`site`], the paper that most tests read is written by [`kit`]. What a page does while
//! nobody looks (shifts, violations of its policy, pages counted) is noted by a script that the
//! browser runs ahead of each document ([`watch`]).

mod asking;
mod cdp;
pub mod driver;
pub mod fingers;
pub mod kit;
pub mod long;
pub mod opened;
pub mod picture;
pub mod rail;
pub mod reader;
pub mod rows;
pub mod shapes;
pub mod site;
mod sound;
mod telling;
pub mod tree;
pub mod visit;
pub mod watch;
pub mod wishes;

/// What a test may end with.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
