use story::model::{Article, Section, SectionSlug};
use story::url::Route;

use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// Where the reader is: the first page, the section, the section within it.
pub(super) fn breadcrumb(paper: &Paper, article: &Article) -> Node {
    crumbs(paper, article.section.as_ref())
}

/// The sections down to this one: the one it is part of, and itself.
#[must_use]
pub(crate) fn trail<'a>(paper: &'a Paper, section: Option<&SectionSlug>) -> Vec<&'a Section> {
    let own = section.and_then(|slug| paper.section(slug));
    let parent = own.and_then(|own| own.parent.as_ref()).and_then(|slug| paper.section(slug));
    parent.into_iter().chain(own).collect()
}

/// The steps down to a section, each a link.
#[must_use]
pub(crate) fn crumbs(paper: &Paper, section: Option<&SectionSlug>) -> Node {
    let home = paper.href(&Route::Home.path());
    let steps: Vec<_> = trail(paper, section)
        .into_iter()
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
}
