use leptos::prelude::*;
use story::model::{Article, Section, SectionSlug};
use story::url::Route;

use crate::Paper;
use crate::i18n::Say;

/// Where the reader is: the first page, the section, the section within it.
pub(super) fn breadcrumb(paper: &Paper, article: &Article) -> AnyView {
    crumbs(paper, article.section.as_ref())
}

/// The steps down to a section, each a link.
#[must_use]
pub(crate) fn crumbs(paper: &Paper, section: Option<&SectionSlug>) -> AnyView {
    let own = section.and_then(|slug| paper.section(slug));
    let parent = own.and_then(|own| own.parent.as_ref()).and_then(|slug| paper.section(slug));
    let home = paper.href(&Route::Home.path());
    let steps: Vec<_> = parent
        .into_iter()
        .chain(own)
        .map(|Section { slug, name, .. }| {
            let href = paper.href(&Route::Section { slug: slug.clone(), key: None }.path());
            view! { <li><a href=href>{name.clone()}</a></li> }
        })
        .collect();
    view! {
        <nav class="breadcrumb" aria-label=paper.say(Say::YouAreHere)>
            <ol><li><a href=home>{paper.say(Say::Home)}</a></li>{steps}</ol>
        </nav>
    }
    .into_any()
}
