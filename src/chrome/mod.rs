//! What stands around every page: skip link, masthead, footer, the theme switch. The press writes
//! it; in the browser it outlives the pages.

#[cfg(target_arch = "wasm32")]
pub mod current;
mod footer;
mod mark;
mod masthead;
#[cfg(target_arch = "wasm32")]
pub mod switches;

use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

pub use footer::footer;
pub use mark::mark;
pub use masthead::masthead;

/// The first link of the page: over everything to the story.
#[must_use]
pub fn skip_link(paper: &Paper) -> Node {
    view! { <a class="skip" href="#main">{paper.say(Say::SkipToContent)}</a> }
}

/// Where the app speaks without moving the focus. Empty, and there from the start: screen readers
/// speak only what changes in a region that was there before.
#[must_use]
pub fn live() -> Node {
    view! { <div id="live" class="spoken" role={"status"}></div> }
}
