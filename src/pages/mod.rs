//! What a page shows, one file a page. A page is one `<main>` with one `<h1>`.

mod failure;
mod home;
mod list;
mod not_found;
mod stamp;

use story::model::{Article, Card, Home, List};
use story::url::ListKind;

use crate::Paper;
use crate::fetch::Failure;
use crate::i18n::Say;
use crate::view::Node;

pub use list::{route as list_route, title as list_title};
pub use stamp::{STAMP, stamp};

/// A page with everything it shows.
#[derive(Clone, Debug)]
pub enum Page {
    /// `/`
    Home(Home),
    /// A section or a tag, its newest stories or a part of its archive.
    List(Box<ListPage>),
    /// An article.
    Article(Box<Article>),
    /// An address that leads nowhere.
    NotFound,
    /// A page whose data did not come, when there is nothing else to show.
    Failure(Failure),
}

/// A section's or a tag's page.
#[derive(Clone, Debug)]
pub struct ListPage {
    /// Whether it is a section or a tag.
    pub kind: ListKind,
    /// The part shown.
    pub list: List,
    /// The months of the archive, where they are there.
    pub archive: Option<List>,
}

/// The page as its `<main>` element. `neighbours` are an article's, where they are known
/// beforehand.
#[must_use]
pub fn view(paper: &Paper, page: &Page, neighbours: Option<&[Card]>) -> Node {
    match page {
        Page::Home(home) => home::view(paper, home),
        Page::List(page) => list::view(paper, page),
        Page::Article(article) => crate::article::view(paper, article, neighbours),
        Page::NotFound => not_found::view(paper),
        Page::Failure(failure) => failure::view(paper, *failure),
    }
}

/// The document's title for a page.
#[must_use]
pub fn title(paper: &Paper, page: &Page) -> String {
    let site = &paper.site.name;
    match page {
        Page::Home(_) => match &paper.site.tagline {
            Some(tagline) => format!("{site} – {tagline}"),
            None => site.clone(),
        },
        Page::List(page) => format!("{} | {site}", list::title(paper, page)),
        Page::Article(article) => format!("{} | {site}", article.title),
        Page::NotFound => format!("{} | {site}", paper.say(Say::NotFound)),
        Page::Failure(_) => site.clone(),
    }
}
