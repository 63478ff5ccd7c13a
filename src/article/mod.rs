//! An article: the story column, one file a kind of block.

mod boxed;
mod breadcrumb;
mod byline;
mod embed;
mod foot;
mod heading;
mod links;
mod list;
mod media;
mod quote;
pub mod rich;
mod share;
mod table;
mod unknown;

use story::model::{Article, Block, Card, Kind};
use story::pictures::{Layout, Picture, Piece, layout};

use crate::gallery::grid;
use crate::gallery::steps::ratio_step;
use crate::i18n::Say;
use crate::view::{Node, view};
use crate::{Paper, rail};

pub(crate) use breadcrumb::crumbs;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use breadcrumb::trail;
pub use embed::embeds;
pub use unknown::unknown_kinds;

/// What a body needs to know while it is set.
pub(crate) struct Setting<'a> {
    pub paper: &'a Paper,
    /// How many pictures the article has.
    pub total: u32,
    /// How many embeds have been set.
    pub embeds: usize,
    /// Whether it is in a box.
    pub boxed: bool,
}

/// The article's page. `neighbours` as [`rail::place`] takes them.
#[must_use]
pub fn view(paper: &Paper, article: &Article, neighbours: Option<&[Card]>) -> Node {
    let Layout { cover, body, total } = layout(article);
    let mut setting = Setting { paper, total, embeds: 0, boxed: false };
    let is_page = article.kind == Kind::Page;
    let kicker = article.kicker.clone().map(|kicker| view! { <p class="kicker">{kicker}</p> });
    let lead = article
        .lead
        .as_ref()
        .filter(|lead| !lead.is_blank())
        .map(|lead| view! { <p class="lead">{rich::rich(paper, lead)}</p> });
    let cover = cover.map(|cover: Picture<'_>| {
        let class = format!("cover r-{}", ratio_step(cover.image.width, cover.image.height).0);
        view! { <div class=class>{grid::alone(paper, &cover, total)}</div> }
    });
    let body = pieces(&mut setting, &body);
    let story_foot = (!is_page).then(|| {
        view! {
            {foot::tags(paper, article)}
            {foot::source(paper, article)}
            {foot::corrections(paper, article)}
            {share::share(paper, article)}
        }
    });
    let after = (!is_page)
        .then(|| view! { {links::related(paper, article)}{rail::place(paper, neighbours)} });
    let class = match article.kind {
        Kind::Article => "story",
        Kind::Photo => "story story-photo",
        Kind::Video => "story story-video",
        Kind::Longform => "story story-longform",
        Kind::Page => "story story-page",
    };
    let address = byline::address(paper, article);
    view! {
        <main id="main">
            <article class=class>
                <header class="story-head">
                    {breadcrumb::breadcrumb(paper, article)}
                    {kicker}
                    <h1>{article.title.clone()}</h1>
                    {lead}
                    {(!is_page).then(|| byline::byline(paper, article))}
                    {media::read_aloud(paper, article)}
                </header>
                {cover}
                <div class="body">{body}</div>
                {story_foot}
                <p class="printed-from">{format!("{} {address}", paper.say(Say::PrintedFrom))}</p>
            </article>
            {after}
        </main>
    }
}

/// The parts of a body, one after another.
fn pieces(setting: &mut Setting<'_>, pieces: &[Piece<'_>]) -> Vec<Node> {
    pieces.iter().map(|piece| self::piece(setting, piece)).collect()
}

fn piece(setting: &mut Setting<'_>, piece: &Piece<'_>) -> Node {
    match piece {
        Piece::Figures(figures) => {
            grid::figures(setting.paper, figures, setting.total, setting.boxed)
        }
        Piece::Box { title, body } => boxed::boxed(setting, *title, body),
        Piece::Block(block) => self::block(setting, block),
    }
}

fn block(setting: &mut Setting<'_>, block: &Block) -> Node {
    let paper = setting.paper;
    match block {
        Block::Paragraph(text) => view! { <p>{rich::rich(paper, text)}</p> },
        Block::Heading(block) => heading::heading(paper, block),
        Block::Quote(block) => quote::quote(paper, block),
        Block::List(block) => list::list(paper, block),
        Block::Table(block) => table::table(paper, block),
        Block::Video(block) => media::video(paper, block),
        Block::Audio(block) => media::audio(paper, block),
        Block::Embed(block) => embed::embed(setting, block),
        Block::Links(block) => links::links(paper, block),
        Block::Divider => view! { <hr/> },
        // Gathered into pieces before: nothing to set here.
        Block::Image(_) | Block::Gallery(_) | Block::Box(_) => Node::nothing(),
        Block::Unknown(_) => Node::nothing(),
    }
}
