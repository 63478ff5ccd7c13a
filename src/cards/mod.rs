//! An article as a list shows it: picture, kicker, headline, summary, time, and one link.

use story::dates;
use story::model::{Card, Image, Kind};
use story::time::Time;

use crate::Paper;
use crate::gallery::source::{self, Ask};
use crate::i18n::Say;
use crate::view::{Node, view};

/// How much of an article a card shows, and how large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The story that leads the first page.
    Lead,
    /// A picture over the headline, with the summary.
    Large,
    /// A picture over the headline.
    Medium,
    /// A picture beside the headline and the summary: a line of a list.
    Row,
    /// As [`Self::Large`], in a rail.
    Rail,
    /// The headline alone.
    Text,
}

impl Size {
    fn class(self) -> &'static str {
        match self {
            Self::Lead => "card card-lead",
            Self::Large | Self::Rail => "card card-large",
            Self::Medium => "card card-medium",
            Self::Row => "card card-row",
            Self::Text => "card card-text",
        }
    }

    /// The picture's width in the page, for the browser's choice of a file. None in a rail: it
    /// stands on every article's page, where its choices would weigh more than the article's.
    fn sizes(self) -> Option<&'static str> {
        Some(match self {
            Self::Lead => "(min-width:1200px)780px,(min-width:700px)66vw,100vw",
            Self::Large => "(min-width:1200px)580px,(min-width:700px)50vw,100vw",
            Self::Medium => "(min-width:1200px)280px,(min-width:700px)33vw,50vw",
            Self::Row | Self::Text => "(min-width:700px)260px,34vw",
            Self::Rail => return None,
        })
    }
}

/// The rank of a card's heading, one below the heading over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// `<h2>`
    Two,
    /// `<h3>`
    Three,
}

/// A card. `eager` for the one picture of a page that is wanted first.
#[must_use]
pub fn card(paper: &Paper, card: &Card, size: Size, rank: Rank, eager: bool) -> Node {
    let href = paper.href(&card.path);
    let picture = (size != Size::Text).then(|| plate(paper, card.cover.as_ref(), size, eager));
    let kind = match card.kind {
        Kind::Video => Some(Say::VideoStory),
        Kind::Photo => Some(Say::PhotoStory),
        _ => None,
    };
    let kind = kind.map(|kind| view! { <span class="card-kind">{paper.say(kind)}</span> });
    let kicker = card.kicker.clone().map(|kicker| view! { <p class="kicker">{kicker}</p> });
    let link = view! { <a href=href>{card.title.clone()}</a> };
    let title = match rank {
        Rank::Two => view! { <h2 class="card-title">{link}</h2> },
        Rank::Three => view! { <h3 class="card-title">{link}</h3> },
    };
    let summary = matches!(size, Size::Lead | Size::Large | Size::Rail | Size::Row)
        .then(|| card.lead.clone())
        .flatten()
        .map(|lead| view! { <p class="card-summary">{lead}</p> });
    let time = card.published.as_ref().map(|time| when(paper, time));
    view! {
        <article class=size.class()>
            {picture}
            <div class="card-words">{kicker}{title}{summary}<p class="card-meta">{kind}{time}</p></div>
        </article>
    }
}

/// A card's time: the day, or how long ago where the app made the view.
pub(crate) fn when(paper: &Paper, time: &Time) -> Node {
    let language = paper.language();
    let words = match &paper.now {
        Some(now) => dates::ago(time, now, language),
        None => dates::short(time, language),
    };
    view! { <time datetime=time.to_string()>{words}</time> }
}

/// A card's picture, cropped to 3:2 around its focal point. It says nothing that the headline does
/// not: its alt is empty. Where there is none, or it does not come, a plain plate stays.
fn plate(paper: &Paper, cover: Option<&Image>, size: Size, eager: bool) -> Node {
    let Some(image) = cover else {
        return view! { <div class="plate plate-none" aria-hidden="true"></div> };
    };
    let ask = Ask {
        sizes: size.sizes().map(str::to_owned),
        // All of them: the story may begin with the file that its card has brought.
        widths: (0, 1600),
        eager,
        class: source::focal_class(image),
        alt: String::new(),
    };
    view! { <div class="plate">{source::picture(paper, image, ask)}</div> }
}
