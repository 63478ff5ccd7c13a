//! Pictures as pixels: read with all that their file says of them, turned upright, brought to sRGB,
//! cut, brought down, and written as AVIF, WebP, JPEG and PNG.
//!
//! A package of its own, because reading and writing pictures is generic code that is compiled
//! where it is used, and far too slow where that is done without optimisation.

mod avif;
mod colour;
mod credit;
mod crop;
mod exif;
mod guarded;
mod iptc;
mod moving;
mod picture;
mod sheet;
mod strip;
mod webp;
mod xmp;

pub use credit::Credit;
pub use crop::Crop;
pub use guarded::guarded;
pub use moving::stripped_moving;
pub use picture::{Damaged, Kind, MOST_PIXELS, Picture};
pub use sheet::Sheet;
pub use strip::{stripped_jpeg, stripped_png};
