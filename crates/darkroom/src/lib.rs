//! Pictures as pixels: how large they are as they are shown, and a part of them brought down.
//!
//! A package of its own, because reading and writing pictures is generic code that is compiled
//! where it is used, and far too slow where that is done without optimisation.

mod crop;
mod picture;

pub use crop::Crop;
pub use picture::{Damaged, Picture};
