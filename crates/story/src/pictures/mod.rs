//! The pictures of an article: which neighbours make a gallery, whose caption is the run's, which
//! number each has, and what is said of it.

mod alt;
mod cover;
mod layout;
mod tone;

pub use alt::alt;
pub use cover::cover_of;
pub use layout::{Figures, Layout, Picture, Piece, album, layout};
pub use tone::{Tone, tone};
