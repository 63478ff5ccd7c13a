use serde_json::{Value, json};
use story::url::{ListKind, Route};

use super::{About, home};
use crate::Paper;
use crate::article::trail;
use crate::head::canonical;
use crate::i18n::Say;
use crate::pages::{Page, list_route};

/// Where the page is, from the front page down: as its breadcrumb, and the page itself.
pub(super) fn of(paper: &Paper, page: &Page, about: &About<'_>) -> Value {
    let section = match page {
        Page::Article(article) => article.section.as_ref(),
        Page::List(page) if page.kind == ListKind::Section => Some(&page.list.slug),
        _ => None,
    };
    let mut steps = vec![(paper.say(Say::Home).into_owned(), home(paper))];
    steps.extend(trail(paper, section).into_iter().map(|section| {
        let route = Route::Section { slug: section.slug.clone(), key: None };
        (section.name.clone(), canonical(paper, &route.path()))
    }));
    // A part of a tag's archive is within the tag; a section is a step already.
    if let Page::List(page) = page
        && page.kind == ListKind::Tag
        && !page.list.key.is_latest()
    {
        let path = list_route(page, None).path();
        steps.push((format!("#{}", page.list.title), canonical(paper, &path)));
    }
    // The newest of a section: the last step is the page itself.
    if steps.last().is_none_or(|(_, url)| *url != about.url) {
        steps.push((about.name.clone(), about.url.clone()));
    }
    let items: Vec<Value> = steps
        .iter()
        .zip(1..)
        .map(|((name, url), position)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": url })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}
