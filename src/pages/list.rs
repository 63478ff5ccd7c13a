//! A section's or a tag's page: its newest stories, or a part of its archive.

use story::dates;
use story::model::{List, Part, Slug};
use story::url::{ArchiveKey, ListKind, Route};

use super::{ListPage, stamp};
use crate::Paper;
use crate::article::crumbs;
use crate::cards::{Rank, Size, card};
use crate::i18n::Say;
use crate::view::{Node, view};

/// The route of a part of this list.
#[must_use]
pub fn route(page: &ListPage, key: Option<&ArchiveKey>) -> Route {
    let (slug, key) = (page.list.slug.clone(), key.cloned());
    match page.kind {
        ListKind::Section => Route::Section { slug, key },
        ListKind::Tag => Route::Tag { slug, key },
    }
}

/// What the page is called.
#[must_use]
pub fn title(paper: &Paper, page: &ListPage) -> String {
    let name = name(page);
    match part_name(paper, &page.list.key) {
        Some(part) => format!("{name} – {part}"),
        None => name,
    }
}

fn name(page: &ListPage) -> String {
    match page.kind {
        ListKind::Section => page.list.title.clone(),
        ListKind::Tag => format!("#{}", page.list.title),
    }
}

fn part_name(paper: &Paper, key: &ArchiveKey) -> Option<String> {
    if key.is_undated() {
        return Some(paper.say(Say::Undated).into_owned());
    }
    dates::part(key, paper.language())
}

pub(super) fn view(paper: &Paper, page: &ListPage) -> Node {
    let list = &page.list;
    let is_latest = list.key.is_latest();
    let section = (page.kind == ListKind::Section).then_some(&list.slug);
    let up = section.filter(|_| is_latest).and_then(|slug| paper.section(slug)?.parent.as_ref());
    let crumbs = crumbs(paper, if is_latest { up } else { section });
    let cards: Vec<_> = list
        .items
        .iter()
        .enumerate()
        .map(|(at, story)| {
            let size = if at == 0 && is_latest { Size::Large } else { Size::Row };
            view! { <li>{card(paper, story, size, Rank::Two, at == 0)}</li> }
        })
        .collect();
    let has_archive = page.archive.as_ref().is_some_and(|archive| !archive.parts.is_empty());
    let class = if has_archive { "list-page list-page-wide" } else { "list-page" };
    let stories = if cards.is_empty() && list.parts.is_empty() {
        view! { <p class="empty">{paper.say(Say::NoStories)}</p> }
    } else {
        view! { <ul class="list" data-list="">{cards}</ul> }
    };
    let parts = (!list.parts.is_empty()).then(|| parts(paper, page, &list.parts));
    view! {
        <main id="main" class=class data-stamp=stamp::of_list(&page.list)>
            {crumbs}
            <h1>{title(paper, page)}</h1>
            {section.filter(|_| is_latest).map(|slug| subsections(paper, slug))}
            {stories}
            {parts}
            {around(paper, page)}
            {page.archive.as_ref().map(|archive| tree(paper, page, archive))}
        </main>
    }
}

/// The sections within a section.
fn subsections(paper: &Paper, slug: &Slug) -> Option<Node> {
    let subs: Vec<_> = paper
        .site
        .sections
        .iter()
        .filter(|section| section.parent.as_ref() == Some(slug))
        .map(|section| {
            let href = paper.href(&Route::Section { slug: section.slug.clone(), key: None }.path());
            view! { <li><a href=href>{section.name.clone()}</a></li> }
        })
        .collect();
    (!subs.is_empty()).then(|| view! { <ul class="subsections">{subs}</ul> })
}

/// On the page of the newest stories the way to more of them, on a part of the archive the ways to
/// its neighbours.
fn around(paper: &Paper, page: &ListPage) -> Node {
    let List { key, newer, older, .. } = &page.list;
    let to = |key: &ArchiveKey| paper.href(&route(page, Some(key)).path());
    if key.is_latest() {
        // Without the app it leads to the part of the archive that the last story is in.
        let more = older.as_ref().map(|older| {
            view! { <a class="more" href=to(older) data-do="more">{paper.say(Say::MoreOfList)}</a> }
        });
        return more.unwrap_or_default();
    }
    let link = |key: &Option<ArchiveKey>, say, rel: &'static str| {
        key.as_ref().map(|key| view! { <a href=to(key) rel=rel>{paper.say(say)}</a> })
    };
    let (newer, older) = (link(newer, Say::Newer, "prev"), link(older, Say::Older, "next"));
    view! { <nav class="around" aria-label=paper.say(Say::Archive)>{newer}{older}</nav> }
}

/// The archive by years and months.
fn tree(paper: &Paper, page: &ListPage, archive: &List) -> Option<Node> {
    if archive.parts.is_empty() {
        return None;
    }
    let mut years: Vec<(Option<u16>, Vec<Part>)> = Vec::new();
    for part in &archive.parts {
        let year = part.key.time_parts().map(|at| at.year);
        match years.last_mut() {
            Some((last, parts)) if *last == year => parts.push(part.clone()),
            _ => years.push((year, vec![part.clone()])),
        }
    }
    let years: Vec<_> = years
        .into_iter()
        .map(|(year, months)| {
            let months = parts(paper, page, &months);
            match year {
                Some(year) => {
                    view! { <details><summary>{year.to_string()}</summary>{months}</details> }
                }
                None => months,
            }
        })
        .collect();
    Some(view! {
        <section class="archive" aria-labelledby="archive-heading">
            <h2 id="archive-heading">{paper.say(Say::Archive)}</h2>
            {years}
        </section>
    })
}

/// Links to parts of the archive, each with how many stories it has.
fn parts(paper: &Paper, page: &ListPage, parts: &[Part]) -> Node {
    let items: Vec<_> = parts
        .iter()
        .map(|part| {
            let href = paper.href(&route(page, Some(&part.key)).path());
            let name = match part_name(paper, &part.key) {
                // Parts by id have no name of their own; their place in the list is enough.
                Some(name) => name,
                None => part.key.to_string(),
            };
            let count = paper.say(Say::Stories(part.count));
            view! { <li><a href=href>{name}</a><span class="count">{count}</span></li> }
        })
        .collect();
    view! { <ul class="parts">{items}</ul> }
}
