//! The pictures of an article: which neighbours make a gallery, whose caption is the run's, which
//! number each has, and what is said of it.

mod alt;
mod layout;

pub use alt::alt;
pub use layout::{Figures, Layout, Picture, Piece, album, cover_of, layout};
