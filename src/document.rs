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

/// What stands around a page, as HTML: ahead of its `<main>`, and after it. The same for all stories
/// of a section.
#[derive(Clone, Debug)]
pub struct Frame {
    before: String,
    after: String,
}

impl Frame {
    /// Around a page in this section (or in none), at this path.
    #[must_use]
    pub fn new(paper: &Paper, current: Option<&Slug>, here: Option<&SitePath>) -> Self {
        let (mut before, mut after) = (String::new(), String::new());
        chrome::skip_link(paper).write(&mut before);
        chrome::masthead(paper, current, here).write(&mut before);
        chrome::footer(paper).write(&mut after);
        chrome::live().write(&mut after);
        Self { before, after }
    }

    /// Everything in `<body>`. `whole` stands between the page and its footer: the link to the whole
    /// style.
    #[must_use]
    pub fn around(&self, paper: &Paper, page: &Page, place: Place<'_>, whole: &str) -> String {
        let mut html = self.before.clone();
        pages::view(paper, page, Some(place.neighbours)).write(&mut html);
        html.push_str(whole);
        html.push_str(&self.after);
        html
    }
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
