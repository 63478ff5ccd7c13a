use story::url::Route;

use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The page for an address that leads nowhere: says so, and offers ways on.
pub(super) fn view(paper: &Paper) -> Node {
    let home = paper.href(&Route::Home.path());
    let sections: Vec<_> = paper
        .site
        .sections
        .iter()
        .filter(|section| section.parent.is_none())
        .map(|section| {
            let href = paper.href(&Route::Section { slug: section.slug.clone(), key: None }.path());
            view! { <li><a href=href>{section.name.clone()}</a></li> }
        })
        .collect();
    view! {
        <main id="main" class="not-found">
            <h1>{paper.say(Say::NotFound)}</h1>
            <p>{paper.say(Say::NotFoundText)}</p>
            <p><a href=home>{paper.say(Say::ToHome)}</a></p>
            <ul class="subsections">{sections}</ul>
        </main>
    }
}
