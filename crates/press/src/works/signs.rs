//! What shows other programs the way: sitemaps, redirects, the manifest, rules for hosts and robots.

use story::model::Kind;
use story::time::Time;
use story::url::{ListKind, Route};

use super::lists::route;
use super::press::Press;
use crate::index::Entry;
use crate::lists::Gathered;
use crate::mark::Mark;
use crate::outbox::Rank;
use crate::run::RunError;
use crate::signposts::sitemap::{self, Page, Part};
use crate::signposts::{ROBOTS, manifest, news, redirects, robots};
use crate::site::{App, Content, headers};

/// Makes them, where they have to be made.
pub(super) fn print(press: &Press<'_>, app: &App, lists: &[Gathered]) -> Result<(), RunError> {
    let paper = press.paper;
    let mut index: Vec<(String, Option<Time>)> = Vec::new();
    let (sections, tags) = (paths(lists, ListKind::Section), paths(lists, ListKind::Tag));
    let parts = [
        sitemap::stories(due(press).map(page)),
        sitemap::lists("sections", sections.iter().map(String::as_str)),
        sitemap::lists("tags", tags.iter().map(String::as_str)),
    ];
    for part in parts.into_iter().flatten() {
        press.file(part.name.clone(), Rank::Sign, mark(press, &part), || {
            Ok(Content::Bytes(part.write(paper)))
        })?;
        index.push((part.name.clone(), part.changed()));
    }
    if let Some((file, youngest)) = news(press)? {
        press.bytes(news::NAME.to_owned(), Rank::Sign, file)?;
        index.push((news::NAME.to_owned(), Some(youngest)));
    }
    let index = index.iter().map(|(name, changed)| (name.as_str(), *changed));
    let sign = |name: &str, bytes| press.bytes(name.to_owned(), Rank::Sign, bytes);
    sign(sitemap::INDEX, sitemap::index(paper, index))?;
    sign(ROBOTS, robots(paper).into_bytes())?;
    let moved = due(press).flat_map(|entry| {
        let (to, published) = (entry.path.as_ref(), published(entry));
        entry.aliases.iter().map(move |from| redirects::Moved { from, to, published })
    });
    if let Some(text) = redirects::redirects(paper, moved) {
        sign(redirects::NAME, text.into_bytes())?;
    }
    let icons = |icon: &str| app.plain().any(|(name, _)| name == icon);
    sign(manifest::NAME, manifest::manifest(paper, icons))?;
    sign("_headers", headers(&paper.site, &paper.base, app).into_bytes())
}

fn due<'a>(press: &'a Press<'_>) -> impl Iterator<Item = &'a Entry> {
    press.index.due().iter().map(|at| press.index.get(*at))
}

fn published(entry: &Entry) -> Option<Time> {
    entry.published.map(|when| when.time())
}

fn page(entry: &Entry) -> Page<'_> {
    let updated = entry.updated.map(|when| when.time());
    Page { path: &entry.path, published: published(entry), updated }
}

/// Of all that a part of the sitemap says.
fn mark(press: &Press<'_>, part: &Part<'_>) -> Mark {
    let mut mark = press.marker("sitemap");
    for page in &part.pages {
        mark.text(page.path);
        for time in [page.published, page.updated] {
            mark.text(&time.map(|time| time.to_string()).unwrap_or_default());
        }
    }
    mark.mark()
}

/// The news sitemap, and when its youngest story was published.
fn news(press: &Press<'_>) -> Result<Option<(Vec<u8>, Time)>, RunError> {
    // Newest first: what comes after one that is too old is older still.
    let fresh = press.index.due().iter().map_while(|at| {
        let published = published(press.index.get(*at))?;
        news::is_news(&published, press.now).then_some((*at, published))
    });
    let stories = fresh.filter(|(at, _)| press.index.get(*at).kind() != Kind::Page);
    let stories = stories
        .map(|(at, published)| Ok((press.deck.card(at)?, published)))
        .collect::<Result<Vec<_>, RunError>>()?;
    let headlines = stories.iter().map(|(card, published)| news::Headline {
        path: card.path.as_str(),
        title: &card.title,
        published: *published,
    });
    Ok(news::news(press.paper, press.now, headlines))
}

/// The pages of lists, with the front page among the sections'.
fn paths(lists: &[Gathered], kind: ListKind) -> Vec<String> {
    let home = (kind == ListKind::Section).then_some(Route::Home);
    let of_kind = lists.iter().filter(|list| list.kind == kind).map(|list| route(list, None));
    home.into_iter().chain(of_kind).map(|route| route.path().to_string()).collect()
}
