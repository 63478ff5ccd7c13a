//! What stands under a story: its tags, whom it was taken from, what was put right.

use story::dates;
use story::model::Article;
use story::url::Route;

use super::rich;
use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The article's tags.
pub(super) fn tags(paper: &Paper, article: &Article) -> Option<Node> {
    if article.tags.is_empty() {
        return None;
    }
    let tags: Vec<_> = article
        .tags
        .iter()
        .map(|tag| {
            let href = paper.href(&Route::Tag { slug: tag.slug.clone(), key: None }.path());
            view! { <li><a href=href rel="tag">{tag.name.clone()}</a></li> }
        })
        .collect();
    Some(view! { <ul class="tags" aria-label=paper.say(Say::Tags)>{tags}</ul> })
}

/// Whom the article was taken from.
pub(super) fn source(paper: &Paper, article: &Article) -> Option<Node> {
    let source = article.source.as_ref()?;
    let name = source.name.clone().into();
    let name = match &source.url {
        Some(url) => rich::link(paper, url, name),
        None => name,
    };
    let label = format!("{}: ", paper.say(Say::Source));
    Some(view! { <p class="source">{label}{name}</p> })
}

/// What was put right since, and when.
pub(super) fn corrections(paper: &Paper, article: &Article) -> Option<Node> {
    if article.corrections.is_empty() {
        return None;
    }
    let items: Vec<_> = article
        .corrections
        .iter()
        .map(|correction| {
            let when = dates::full(&correction.time, paper.language());
            view! {
                <li>
                    <time datetime=correction.time.to_string()>{when}</time>
                    {format!(" — {}", correction.text)}
                </li>
            }
        })
        .collect();
    Some(view! {
        <section class="corrections" aria-labelledby="corrections-heading">
            <h2 id="corrections-heading">{paper.say(Say::Corrections)}</h2>
            <ul>{items}</ul>
        </section>
    })
}
