//! What a page shows, one file a page. A page is one `<main>` with one `<h1>`.

use leptos::prelude::*;
use story::model::{Article, Home, List};
use story::url::ListKind;

use crate::Paper;
use crate::fetch::Failure;

/// A page with everything it shows.
#[derive(Clone, Debug)]
pub enum Page {
    /// `/`
    Home(Home),
    /// A section or a tag, its newest stories or a part of its archive.
    List(ListPage),
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

/// The page as its `<main>` element.
#[must_use]
pub fn view(_paper: &Paper, _page: &Page) -> AnyView {
    ().into_any()
}
