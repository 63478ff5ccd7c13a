//! Text: addresses in links, the words of an article's address.

mod fold;
mod href;
mod slug;

pub use fold::fold;
pub use href::{Href, href};
pub use slug::slug_of;
