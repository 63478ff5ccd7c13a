use leptos::prelude::*;
use story::model::{Article, LinkItem, Links, Pick};

use super::rich;
use crate::Paper;
use crate::cards::{self, Rank, Size};
use crate::i18n::Say;

/// Links to read on, within the story.
pub(super) fn links(paper: &Paper, links: &Links) -> AnyView {
    let items: Vec<_> = links
        .items
        .iter()
        .filter_map(|item| match item {
            LinkItem::Card(card) => {
                let href = paper.href(&card.path);
                Some(view! { <li><a href=href>{card.title.clone()}</a></li> }.into_any())
            }
            LinkItem::Address { title, url } => {
                let link = rich::link(paper, url, title.clone().into_any());
                Some(view! { <li>{link}</li> }.into_any())
            }
            // As handed in, and not resolved: there is no title to show.
            LinkItem::Article(_) => None,
        })
        .collect();
    view! { <ul class="links">{items}</ul> }.into_any()
}

/// The editors' picks; where there are none, neither is the heading.
pub(super) fn related(paper: &Paper, article: &Article) -> Option<AnyView> {
    let cards: Vec<_> = article
        .related
        .iter()
        .filter_map(|pick| match pick {
            Pick::Card(card) => Some(card),
            Pick::Id(_) => None,
        })
        .map(|card| view! { <li>{cards::card(paper, card, Size::Medium, Rank::Three, false)}</li> })
        .collect();
    if cards.is_empty() {
        return None;
    }
    let heading = paper.say(Say::YouMayLike);
    Some(
        view! {
            <section class="related" aria-labelledby="related-heading">
                <h2 id="related-heading">{heading}</h2>
                <ul>{cards}</ul>
            </section>
        }
        .into_any(),
    )
}
