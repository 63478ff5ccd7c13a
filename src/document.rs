//! A page's whole `<body>`, as the press writes it and the app adopts it.

use leptos::prelude::*;
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
///
/// Leptos writes marks (`<!>`) between nodes, by which a page is hydrated. Here it is adopted, and
/// they are left out; in text and attributes a `<` is always escaped, so that no other `<!>` is met.
#[must_use]
pub fn body(paper: &Paper, page: &Page, place: Place<'_>, whole: &str) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let before = (chrome::skip_link(paper), chrome::masthead(paper, section(page), place.path));
        let main = pages::view(paper, page, Some(place.neighbours));
        let after = (chrome::footer(paper), chrome::live());
        [before.to_html(), main.to_html(), whole.to_owned(), after.to_html()].concat()
    });
    html.replace("<!>", "")
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
