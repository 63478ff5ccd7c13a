//! What stands around every page: skip link, masthead, footer, the theme switch.

#[cfg(target_arch = "wasm32")]
pub mod current;
mod footer;
mod masthead;
#[cfg(target_arch = "wasm32")]
pub mod theme;

use leptos::prelude::*;

use crate::Paper;
use crate::i18n::Say;

pub use footer::footer;
pub use masthead::masthead;

/// Everything around an empty `<main>`.
#[must_use]
pub fn frame(paper: &Paper) -> impl IntoView + use<> {
    (skip_link(paper), masthead(paper), view! { <main id="main"></main> }, footer(paper))
}

/// The first link of the page: over everything to the story.
#[must_use]
pub fn skip_link(paper: &Paper) -> impl IntoView + use<> {
    view! { <a class="skip" href="#main">{paper.say(Say::SkipToContent)}</a> }
}
