//! What is wrong in a newsroom's folder: in each file, and between them.

mod across;
pub mod alias;
mod article;
mod notes;
pub mod picture;
mod places;
mod site;
mod text;

pub use across::across;
pub use article::{Paper, article};
pub use places::place;
pub use site::{home, site};
pub use text::{LARGEST, bytes, text, text_of};
