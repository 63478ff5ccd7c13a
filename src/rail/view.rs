use leptos::prelude::*;
use story::model::Article;

use crate::Paper;
use crate::i18n::Say;

/// The rail of an article, without cards yet; its height is held by the style.
#[must_use]
pub fn place(paper: &Paper, _article: &Article) -> AnyView {
    let button = |action: &'static str, label: Say| {
        view! {
            <button type="button" data-do=action aria-disabled="true">
                {paper.say(label)}
            </button>
        }
    };
    view! {
        <section class="rail" aria-labelledby="rail-heading">
            <h2 id="rail-heading">{paper.say(Say::MoreInSection)}</h2>
            <div class="rail-buttons">
                {button("rail-previous", Say::Previous)}
                {button("rail-next", Say::Next)}
            </div>
            <div class={"rail-port"} tabindex="-1">
                <ul class={"rail-track"}></ul>
            </div>
            <p class="spoken" role={"status"}></p>
        </section>
    }
    .into_any()
}

/// A card of the rail.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn card(paper: &Paper, card: &story::model::Card) -> AnyView {
    use crate::cards::{self, Rank, Size};

    cards::card(paper, card, Size::Large, Rank::Three, false)
}
