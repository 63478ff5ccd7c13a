use story::model::{Article, LinkItem, Links, Pick};

use super::rich;
use crate::Paper;
use crate::cards::{self, Rank, Size};
use crate::i18n::Say;
use crate::view::{Node, view};

/// Links to read on, within the story.
pub(super) fn links(paper: &Paper, links: &Links) -> Node {
    let items: Vec<_> = links
        .items
        .iter()
        .filter_map(|item| match item {
            LinkItem::Card(card) => {
                let href = paper.href(&card.path);
                Some(view! { <li><a href=href>{card.title.clone()}</a></li> })
            }
            LinkItem::Address { title, url } => {
                let link = rich::link(paper, url, title.clone().into());
                Some(view! { <li>{link}</li> })
            }
            // As handed in, and not resolved: there is no title to show.
            LinkItem::Article(_) => None,
        })
        .collect();
    view! { <ul class="links">{items}</ul> }
}

/// The editors' picks; where there are none, neither is the heading.
pub(super) fn related(paper: &Paper, article: &Article) -> Option<Node> {
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
    Some(view! {
        <section class="related" aria-labelledby="related-heading">
            <h2 id="related-heading">{heading}</h2>
            <ul>{cards}</ul>
        </section>
    })
}
