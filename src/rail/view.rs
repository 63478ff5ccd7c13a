use story::model::Card;

use crate::Paper;
use crate::cards::{self, Rank, Size};
use crate::i18n::Say;
use crate::view::{Node, view};

/// The rail of an article; its height is held by the style.
///
/// `neighbours` are the article's nearest in its section, where the page is written before anybody
/// reads it; none where the app makes it and fills it when it comes near. An article that has no
/// neighbours has no rail.
#[must_use]
pub fn place(paper: &Paper, neighbours: Option<&[Card]>) -> Option<Node> {
    if neighbours.is_some_and(<[Card]>::is_empty) {
        return None;
    }
    let cards: Vec<_> = neighbours
        .unwrap_or_default()
        .iter()
        .map(|story| view! { <li>{card(paper, story)}</li> })
        .collect();
    // How many cards are in view is not known here; to a single one there is no next.
    let at_end = if cards.len() > 1 { "false" } else { "true" };
    let button = |action: &'static str, label: Say, at_end: &'static str| {
        view! {
            <button type="button" data-do=action aria-disabled=at_end>
                {paper.say(label)}
            </button>
        }
    };
    Some(view! {
        <section class="rail" aria-labelledby="rail-heading">
            <h2 id="rail-heading">{paper.say(Say::MoreInSection)}</h2>
            <div class="rail-buttons">
                {button("rail-previous", Say::Previous, "true")}
                {button("rail-next", Say::Next, at_end)}
            </div>
            <div class={"rail-port"} tabindex="-1">
                <ul class={"rail-track"}>{cards}</ul>
            </div>
            <p class="spoken" role={"status"}></p>
        </section>
    })
}

/// A card of the rail.
#[must_use]
pub fn card(paper: &Paper, card: &Card) -> Node {
    cards::card(paper, card, Size::Rail, Rank::Three, false)
}
