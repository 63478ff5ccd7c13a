//! Structured data: the page in the vocabulary of schema.org, as JSON-LD.
//!
//! One block a page, a graph of what is on it. The paper itself is told of in full on the front
//! page; elsewhere its name and address are enough, and its `@id` says that it is the same.

mod article;
mod crumbs;

use serde_json::{Map, Value, json};
use story::model::Article;
use story::url::Route;

use super::about::About;
use super::canonical;
use crate::Paper;
use crate::pages::Page;

/// The page's structured data, ready to stand in a `<script>`.
pub(super) fn of(paper: &Paper, page: &Page, about: &About<'_>) -> String {
    let mut graph = vec![match page {
        Page::Home(_) => site(paper),
        Page::Article(story) => one(paper, story, about),
        Page::List(_) | Page::NotFound | Page::Failure(_) => {
            web_page("CollectionPage", paper, about)
        }
    }];
    match page {
        Page::Home(_) => graph.push(publisher(paper, true)),
        _ => graph.push(crumbs::of(paper, page, about)),
    }
    let whole = json!({ "@context": "https://schema.org", "@graph": graph });
    inert(&whole.to_string())
}

fn one(paper: &Paper, article: &Article, about: &About<'_>) -> Value {
    match about.story {
        Some(story) => article::of(paper, story, about),
        None => {
            let mut page = web_page("WebPage", paper, about);
            article::dates(&mut page, article);
            page
        }
    }
}

fn web_page(kind: &str, paper: &Paper, about: &About<'_>) -> Value {
    let mut page = json!({
        "@type": kind,
        "@id": about.url,
        "url": about.url,
        "name": about.name,
        "inLanguage": paper.language().tag(),
        "isPartOf": { "@id": id(paper, "site") },
    });
    set(&mut page, "description", about.description.as_deref());
    page
}

fn site(paper: &Paper) -> Value {
    let mut site = json!({
        "@type": "WebSite",
        "@id": id(paper, "site"),
        "url": home(paper),
        "name": paper.site.name,
        "inLanguage": paper.language().tag(),
        "publisher": { "@id": id(paper, "publisher") },
    });
    set(&mut site, "description", paper.site.tagline.as_deref());
    site
}

/// Who makes the paper.
fn publisher(paper: &Paper, in_full: bool) -> Value {
    let mut publisher = json!({
        "@type": "NewsMediaOrganization",
        "@id": id(paper, "publisher"),
        "name": paper.site.name,
        "url": home(paper),
    });
    let accounts: Vec<&str> =
        paper.site.social.iter().map(|account| account.url.as_str()).collect();
    if in_full && !accounts.is_empty() {
        set(&mut publisher, "sameAs", Some(accounts));
    }
    publisher
}

fn home(paper: &Paper) -> String {
    canonical(paper, &Route::Home.path())
}

/// A name for something of the paper's that has no page of its own.
fn id(paper: &Paper, what: &str) -> String {
    format!("{}#{what}", home(paper))
}

/// Sets a field where there is something to say.
fn set(object: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let (Some(object), Some(value)) = (object.as_object_mut(), value) {
        Map::insert(object, key.to_owned(), value.into());
    }
}

/// JSON that means the same and cannot end the `<script>` it stands in, nor begin a comment there:
/// these characters stand only within JSON's strings, where they may be written as escapes. The
/// two line separators are no line's end in JSON, but are to older readers of scripts.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
