//! A page's whole `<body>`, as the press writes it and the app adopts it.

use story::model::{Card, Slug};
use story::url::SitePath;

use crate::pages::{self, Page};
use crate::{Paper, chrome};

/// What is known of a page beside its data.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its one address; none for the page of unknown addresses.
    pub path: Option<&'a SitePath>,
    /// The article's nearest neighbours in its section.
    pub neighbours: &'a [Card],
}

/// Everything in `<body>`, as HTML. `whole` stands between the page and its footer: the link to the
/// whole style.
#[must_use]
pub fn body(paper: &Paper, page: &Page, place: Place<'_>, whole: &str) -> String {
    let mut html = String::new();
    chrome::skip_link(paper).write(&mut html);
    chrome::masthead(paper, section(page), place.path).write(&mut html);
    pages::view(paper, page, Some(place.neighbours)).write(&mut html);
    html.push_str(whole);
    chrome::footer(paper).write(&mut html);
    chrome::live().write(&mut html);
    html
}

/// The section that a page is in.
#[must_use]
pub fn section(page: &Page) -> Option<&Slug> {
    match page {
        Page::Article(article) => article.section.as_ref(),
        Page::List(list) if list.kind == story::url::ListKind::Section => Some(&list.list.slug),
        _ => None,
    }
}
