//! What there is to say of a page, before it is known to whom.

use story::model::{Article, Image, Kind};
use story::pictures::cover_of;
use story::url::{Route, SitePath};

use super::{address, words};
use crate::Paper;
use crate::pages::{Page, list_route, list_title};

/// A page in a few words.
pub(super) struct About<'a> {
    /// Its whole address.
    pub url: String,
    /// What it is called, without the paper's name.
    pub name: String,
    /// What is on it, in a line.
    pub description: Option<String>,
    /// The picture that stands for it.
    pub picture: Option<&'a Image>,
    /// The story, where it is one: an imprint has neither section nor readers that share it.
    pub story: Option<&'a Article>,
}

impl<'a> About<'a> {
    /// None for what is no page of the site.
    pub fn of(paper: &Paper, page: &'a Page) -> Option<Self> {
        let url = address::canonical(paper, &path(page)?);
        let (name, description) = match page {
            Page::Home(_) => (paper.site.name.clone(), words::of_home(paper)),
            Page::List(list) => (list_title(paper, list), words::of_list(paper, list)),
            Page::Article(article) => (article.title.clone(), words::description(article)),
            Page::NotFound | Page::Failure(_) => return None,
        };
        let story = match page {
            Page::Article(article) if article.kind != Kind::Page => Some(&**article),
            _ => None,
        };
        let description = Some(description).filter(|text| !text.is_empty());
        Some(Self { url, name, description, picture: picture(page), story })
    }
}

/// The page's one path on the site, whatever the address bar says. None for a page that is not
/// there.
#[must_use]
pub fn path(page: &Page) -> Option<SitePath> {
    match page {
        Page::Home(_) => Some(Route::Home.path()),
        Page::List(page) => {
            let key = Some(&page.list.key).filter(|key| !key.is_latest());
            Some(list_route(page, key).path())
        }
        Page::Article(article) => Some(article.page()),
        Page::NotFound | Page::Failure(_) => None,
    }
}

/// The picture that stands for a page where it is shared: an article's own, else that of the first
/// story that has one.
#[must_use]
pub fn picture(page: &Page) -> Option<&Image> {
    match page {
        Page::Home(home) => {
            let zones = home.zones.iter().flat_map(|zone| &zone.items);
            home.lead.iter().chain(zones).find_map(|card| card.cover.as_ref())
        }
        Page::List(page) => page.list.items.iter().find_map(|card| card.cover.as_ref()),
        Page::Article(article) => cover_of(article),
        Page::NotFound | Page::Failure(_) => None,
    }
}
