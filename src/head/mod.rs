//! What a page says of itself in its head, for machines that read: search engines, share previews,
//! feed readers. One description for both sides: the press writes it as HTML, and in the browser
//! the document's head follows the reader from page to page.
//!
//! There is no `hreflang`: it names the same page in other languages, and a paper has one. A page
//! that only points to itself tells nobody anything; its language is on `<html lang>`, in
//! `og:locale` and in `inLanguage`.

mod about;
mod address;
mod feeds;
mod graph;
mod words;

#[cfg(target_arch = "wasm32")]
mod apply;
// A reader's browser has no use for structured data after a move, and crawlers load documents: it
// and its writer are in the pages of the press only.
#[cfg(not(target_arch = "wasm32"))]
mod data;
#[cfg(not(target_arch = "wasm32"))]
mod html;

use crate::Paper;
use crate::pages::{self, Page};

pub use about::{path, picture};
pub use address::{absolute, canonical};
pub use feeds::{Format, JSON_FEED, RSS};
pub use words::description;

#[cfg(target_arch = "wasm32")]
pub use apply::{Kept, apply};
#[cfg(not(target_arch = "wasm32"))]
pub use html::{escape, html};

use about::About;

/// One thing that a page says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `<title>`
    Title(String),
    /// `<meta name=… content=…>`
    Name(&'static str, String),
    /// `<meta property=… content=…>`: Open Graph. One name may come several times.
    Property(&'static str, String),
    /// `<link rel="canonical">`: the page's one address.
    Canonical(String),
    /// `<link rel="alternate">`: a feed of what the page is part of.
    Feed {
        /// Its content type.
        media: &'static str,
        /// What a feed reader calls it.
        title: String,
        /// Its address.
        href: String,
    },
    /// Structured data: JSON-LD, ready to stand in a `<script>`.
    #[cfg(not(target_arch = "wasm32"))]
    Data(String),
}

/// A picture cut for shares, instead of the page's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// As [`story::model::Image::src`].
    pub src: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Everything that a page says of itself, in the order of its head. `share` stands for the page's
/// [`picture`] in share previews.
///
/// A page that is not there says its title and that it is not to be listed; one whose data did not
/// come, its title alone: it may well be there the next time somebody asks.
#[must_use]
pub fn tags(paper: &Paper, page: &Page, share: Option<&Share>) -> Vec<Tag> {
    let mut tags = vec![Tag::Title(pages::title(paper, page))];
    let Some(about) = About::of(paper, page) else {
        if matches!(page, Page::NotFound) {
            tags.push(Tag::Name("robots", "noindex".to_owned()));
        }
        return tags;
    };
    if let Some(description) = &about.description {
        tags.push(Tag::Name("description", description.clone()));
    }
    if about.story.is_some() {
        // Search engines show a story with its picture large only where they are let.
        tags.push(Tag::Name("robots", "max-image-preview:large".to_owned()));
    }
    tags.push(Tag::Canonical(about.url.clone()));
    graph::push(&mut tags, paper, &about, share);
    feeds::push(&mut tags, paper, page);
    #[cfg(not(target_arch = "wasm32"))]
    tags.push(Tag::Data(data::of(paper, page, &about)));
    tags
}

#[cfg(test)]
mod tests;
