//! Which feeds a page names.

use story::model::Slug;
use story::url::{ListKind, Route, SitePath};

use super::{Tag, absolute};
use crate::Paper;
use crate::pages::Page;

/// A kind of feed: the name of its file in the folder of what it is of, its content type, and what
/// it is called.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The file's name.
    pub file: &'static str,
    /// Its content type.
    pub media: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// RSS 2.0.
pub const RSS: Format = Format { file: "feed.xml", media: "application/rss+xml", name: "RSS" };

/// JSON Feed 1.1.
pub const JSON_FEED: Format =
    Format { file: "feed.json", media: "application/feed+json", name: "JSON Feed" };

/// Adds those of the list that the page is, or is in, and then those of the whole paper.
pub(super) fn push(tags: &mut Vec<Tag>, paper: &Paper, page: &Page) {
    let site = &paper.site.name;
    if let Some((path, name)) = list_of(paper, page) {
        push_both(tags, paper, &path, &format!("{name} – {site}"));
    }
    push_both(tags, paper, &Route::Home.path(), site);
}

fn push_both(tags: &mut Vec<Tag>, paper: &Paper, path: &SitePath, name: &str) {
    for format in [RSS, JSON_FEED] {
        tags.push(Tag::Feed {
            media: format.media,
            title: format!("{name} ({})", format.name),
            href: absolute(paper, &format!("{path}{}", format.file)),
        });
    }
}

/// The list, and what it is called.
fn list_of(paper: &Paper, page: &Page) -> Option<(SitePath, String)> {
    match page {
        Page::List(page) => {
            let (slug, name) = (page.list.slug.clone(), &page.list.title);
            Some(match page.kind {
                ListKind::Section => (section(slug), name.clone()),
                ListKind::Tag => (Route::Tag { slug, key: None }.path(), format!("#{name}")),
            })
        }
        Page::Article(article) => {
            let own = paper.section(article.section.as_ref()?)?;
            Some((section(own.slug.clone()), own.name.clone()))
        }
        Page::Home(_) | Page::NotFound | Page::Failure(_) => None,
    }
}

fn section(slug: Slug) -> SitePath {
    Route::Section { slug, key: None }.path()
}
